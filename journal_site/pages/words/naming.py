"""What lists call an entry: its title, or how its text begins where the title says no more than `Day 16`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.languages.labels import Labels
    from journal_site.model.entry import Entry

_WORDS = re.compile(r"[^\W\d_]+")
_ENDINGS = frozenset({"st", "nd", "rd", "th", "of", "and", "r", "d", "t", "z"})
_HEADLINE = 90
_LEAD = 160
_SENTENCE = re.compile(r"(?<=\w\w)[.!?…]+ (?=\W?[^\W\d_a-z])|[。！？]")


class Naming:
    """Knows the words that name days in the interface's language, and in English, which logs often use beside it."""

    def __init__(self, labels: Labels, english: Labels) -> None:
        self._words = _ENDINGS | _day_words(labels) | _day_words(english)

    def is_bare(self, title: str) -> bool:
        """Tell whether a title says no more than which day it is."""
        folded = title.casefold()
        first = _WORDS.search(folded)
        if first is not None and first[0] not in self._words:
            return False
        return all(word in self._words for word in _WORDS.findall(folded))

    def headline(self, entry: Entry) -> tuple[str, str]:
        """Return what lists call an entry, and the rest of its excerpt.

        That is its title; where that says no more than the day, which lists show beside it, it is how the text begins.
        """
        excerpt = entry.description or entry.excerpt
        if not excerpt or not self.is_bare(entry.title):
            return entry.title, excerpt
        return _split(excerpt)


def _split(text: str) -> tuple[str, str]:
    """Return the first sentence, or the first words of a long one, and the rest."""
    end = _SENTENCE.search(text, 0, _HEADLINE)
    if end is not None:
        return text[: end.start()].rstrip(" .。:"), text[end.end() :]
    if len(text) <= _HEADLINE:
        return text.rstrip(" .。:"), ""
    head = text[:_HEADLINE].rsplit(" ", 1)[0]
    return head.rstrip(" ,;:") + "…", "…" + text[len(head) :].lstrip()


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
