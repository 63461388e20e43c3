"""What lists call an entry: its title, or how its text begins where the title says no more than `Day 16`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    from journal_site.languages.labels import Labels
    from journal_site.model.entry import Entry
    from journal_site.model.index import Openings

_WORDS = expression(r"[^\W\d_]+")
_ENDINGS = frozenset({"st", "nd", "rd", "th", "of", "and", "r", "d", "t", "z"})
_HEADLINE, _LONGEST = 90, 125
"""A sentence that is no longer than the second is shown whole, of others as much as the first."""
_LEAD = 160
_CHALLENGE = expression(r"#?\b\d+ ?days? ?of ?\w+")
_CONTINUES = expression(r"(?:and|or|to|until|through|onwards?)\b")
_BOX = r"(?:\[[^\w\]]*\]|[✅☑✔✓❌✗]\ufe0f?)"
_TICK = expression(rf"^(?:{_BOX}|date ?:)\s*|\s*{_BOX}$", re.IGNORECASE)
_BEFORE_LABEL = 12
"""What stands before a label is no more than a sign or a time where it has so few characters."""
_NEAR = 60
_ENDED = expression(r"[.!?。！？]")
_LISTED = expression(r"[-–—•*>~\s]+(?=[^\W\d_])")
"""The sign of a list, which Markdown reads as such only with a space behind it."""
_SENTENCE = expression(r"(?<=\w\w)[.!?…]+ (?=\W?[^\W\d_a-z])|[。！？]")


class Naming:
    """Knows the words that name days in the interface's language, and in English, which logs often use beside it."""

    def __init__(self, labels: Labels, english: Labels, openings: Openings) -> None:
        self._words = _ENDINGS | _day_words(labels) | _day_words(english)
        days = "|".join(sorted({re.escape(_day_word(one.day)) for one in (labels, english)}))
        number = r"0*(\d+)(?!\d)(?:\s*(?:/|of)\s*\d+)?"
        self._day = re.compile(rf"\W*(?:{days})[\W_]{{0,3}}{number}[\s:|.)\]–—-]*", re.IGNORECASE)
        self._label = _any_of(openings.labels, r" ?[:\uff1a](?:\s+|$)")
        self._start = _any_of(openings.starts, r"(?!\w)[ ,;:–—-]*")

    def is_bare(self, title: str) -> bool:
        """Tell whether a title says no more than which day it is."""
        folded = _CHALLENGE.sub(" ", title.casefold())
        if _CONTINUES.match(title):  # what is left of a heading once its day is taken out
            return True
        first = _WORDS.search(folded)
        if first is not None and first[0] not in self._words:
            return False
        return all(word in self._words for word in _WORDS.findall(folded))

    def headline(self, entry: Entry) -> tuple[str, str]:
        """Return what lists and its page call an entry, and the rest of its excerpt.

        That is its title, without the day that stands beside it; where it says no more than that, how the text begins.
        """
        excerpt, title = self.excerpt(entry), self.without_day(entry, entry.title)
        of_day = entry.kind == "entry" and entry.heading and not entry.title_html  # as its heading says nothing else
        if not excerpt or not (of_day or self.is_bare(title)):
            return title, excerpt
        return _split(excerpt)

    def excerpt(self, entry: Entry) -> str:
        """Return an entry's description, else how it begins, without what many others begin with alike."""
        return entry.description or self._without_habits(entry.excerpt)

    def without_day(self, entry: Entry, title: str) -> str:
        """Return a title, as text or HTML, without the entry's day and a tick at its ends, where more is left of it."""
        rest = _TICK.sub("", title)
        while entry.days and (match := self._day.match(rest)) and int(match[1]) in entry.days:
            rest = rest[match.end() :]
        return rest if any(sign.isalpha() for sign in rest) else title

    def _without_habits(self, text: str) -> str:
        """Return a text without what many begin with alike, up to the next label that many have."""
        text = text[begin.end() :] if (begin := _LISTED.match(text)) else text
        whole, text = text, self._after_labels(text)
        while self._start and (start := self._start.match(text)):
            text = text[start.end() :]
            sentence = _SENTENCE.search(text)
            if sentence and self._start.match(text, sentence.end()):  # the next says what the first one leads to
                text = text[sentence.end() :]
        if self._label and (label := self._label.search(text)):
            text = text[: label.start()].rstrip(" |·,;:–—-")
        return text if whole.startswith(text) else text[:1].upper() + text[1:]

    def _after_labels(self, text: str) -> str:
        """Return what stands behind the labels at a text's beginning."""
        while self._label and (label := self._label.search(text, 0, _NEAR)):
            if label.start() > _BEFORE_LABEL or _ENDED.search(text, 0, label.start()):
                break
            text = text[label.end() :]
        return text


def _any_of(phrases: tuple[str, ...], after: str) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, phrases))}){after}", re.IGNORECASE)


def _day_word(pattern: str) -> str:
    return pattern.replace("{n}", "").strip()


def _split(text: str) -> tuple[str, str]:
    """Return the first sentence, or the first words of a long one, and the rest."""
    end = next((one for one in _SENTENCE.finditer(text, 0, _LONGEST) if _is_closed(text[: one.start()])), None)
    if end is not None:
        return text[: end.start()].rstrip(" .。:"), text[end.end() :]
    if len(text) <= _LONGEST:
        return text.rstrip(" .。:"), ""
    head = text[:_HEADLINE].rsplit(" ", 1)[0]
    return head.rstrip(" ,;:") + "…", "…" + text[len(head) :].lstrip()


def _is_closed(text: str) -> bool:
    """Tell whether no bracket is open: what ends within one ends no sentence."""
    return all(text.count(opening) <= text.count(closing) for opening, closing in ("()", "[]", "（）"))


def first_sentences(text: str) -> str:
    """Return a text's first sentence, with the second where both are short; a sentence that is cut stays so."""
    if len(text) <= _LEAD:
        return text
    end = 0
    for match in _SENTENCE.finditer(text):
        if end and match.end() > _LEAD:
            break
        end = match.end()
        if end > _LEAD // 2:
            break
    if end:
        return text[:end].rstrip()
    return text if len(text) <= 2 * _LEAD else text[: 2 * _LEAD].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def says_same(day: str, title: str) -> bool:
    """Tell whether a title says no more than the day's number, which then need not stand beside it too."""
    bare = "".join(title.casefold().split()).rstrip(":.")
    return bool(day and bare) and "".join(day.casefold().split()).startswith(bare)


def _day_words(labels: Labels) -> frozenset[str]:
    phrases = (
        labels.day,
        labels.round,
        labels.days_range,
        *labels.months,
        *labels.months_alone,
        *labels.months_short,
        *labels.weekdays,
        *labels.weekdays_short,
    )
    return frozenset(word for phrase in phrases for word in _WORDS.findall(phrase.casefold()))
