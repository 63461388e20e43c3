"""What the first lines below a heading tell of their day: its date, its number, its tags. Seen at a glance."""

from __future__ import annotations

import re
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import WORD, fold
from journal_site.reading.contents.navigation import is_navigation
from journal_site.reading.dates.calendars import ERA_YEARS
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.words import (
    CHINESE_DIGITS,
    DATE_LABELS,
    DAY_WORDS,
    MONTHS,
    ROUND_WORDS,
    SHORT_DAY_WORDS,
    TAG_LABELS,
    WEEKDAYS,
)


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_START = expression(rf"[\W_]{{0,16}}({WORD}|\d)")
_NAMES = frozenset(name.partition(" ")[0] for name in (*MONTHS, *WEEKDAYS, *ERA_YEARS))
_TELLING = DATE_LABELS | DAY_WORDS | _NAMES | ROUND_WORDS | SHORT_DAY_WORDS | TAG_LABELS
_TAG_TELLING = frozenset(word.split("-")[0] for word in TAG_LABELS)
_DATE_LINE = expression(
    rf"[\W_]{{0,16}}(?:{_any_of(DATE_LABELS)})s?(?![^\W_])[ \t*_]*[:：=-]?[ \t*_]*(?=\S)", re.IGNORECASE
)
_TAG_LINE = expression(
    rf"[\W_]{{0,16}}(?:{_any_of(TAG_LABELS)})[ \t]*(?:\*\*|__)?[ \t]*(?:::?|：)[ \t*_]*(\S.*)$", re.IGNORECASE
)
_HASHTAG = expression(r"(?<!\S)#([^\W\d_][\w/-]*)")
_HASHTAGS = expression(r"\s*(?:#[^\W\d_][\w/-]*[ \t,]*)+$")
_FENCE = expression(r"[ \t]*(`{3,}|~{3,})(?!.*`)(.*)$")
_SEPARATOR = expression(r"[,;、，|·]")
_WIKILINK = expression(r"\[\[([^\[\]]*)\]\]")
_LINK = expression(r"\[([^\[\]]*)\]\([^()]*\)")
_FIRST_LINES = 8
_LONGEST_TAG = 40
_SHORT_LINE = 80
_LONGEST_LINE = 400


class Line(NamedTuple):
    """One of the first lines that may tell something: its index, its place among those that are not empty, its text."""

    at: int
    order: int
    text: str


def labelled_lines(lines: list[str]) -> list[Line]:
    """Return those of the first lines that begin with a digit, a hashtag, or a word that announces a date or tags.

    What stands in a fence is code, and tells nothing.
    """
    found: list[Line] = []
    order = 0
    hidden = False
    fence = ""
    for at, line in enumerate(lines):
        if (fence or "```" in line or "~~~" in line) and (mark := _FENCE.match(line) or fence):
            fence = _inside(fence, mark)
            order += 1
            if order == _FIRST_LINES:
                break
            continue
        hidden = hidden or line.lstrip().startswith("<!--")
        match = None if hidden else _START.match(line)
        hidden = hidden and "-->" not in line
        if match is None or ("[[" in line and (line.lstrip().startswith("![[") or is_navigation(line))):
            order += bool(line) and not line.isspace()
        else:
            word = fold(match[1])
            known = word in _TELLING or word.removesuffix("s") in _TELLING
            if known or word[:1].isdigit() or word[:1] in CHINESE_DIGITS or _is_tagged(line, word):
                found.append(Line(at, order, line[:_LONGEST_LINE]))
            order += 1
        if order == _FIRST_LINES or at > _FIRST_LINES * 4:
            break
    return found


def _inside(fence: str, mark: re.Match[str] | str) -> str:
    """Return the fence that a line leaves open, where one was open or the line begins or ends one."""
    if isinstance(mark, str):
        return fence
    if not fence:
        return mark[1]
    return "" if mark[1].startswith(fence) and not mark[2].strip() else fence


def _is_tagged(line: str, word: str) -> bool:
    return word in _TAG_TELLING or ("#" in line[:16] and bool(_HASHTAGS.match(line[:_LONGEST_LINE])))


def date_line(told: list[Line], *, labelled: bool = False) -> tuple[int, Mark] | None:
    """Return the line that tells the date: one with a label, or (unless one is asked for) one that is only a date."""
    for line in told:
        if match := _DATE_LINE.match(line.text):
            mark = read_mark(line.text[match.end() :][:_SHORT_LINE])
            if mark and mark.dates and mark.leads:
                return line.at, mark
        if not labelled and line.order < 2 and len(line.text) < _SHORT_LINE:  # noqa: PLR2004 - below that, a date is part of the text
            mark = read_mark(line.text.strip())
            if mark and mark.dates and not mark.dates.weak and mark.leads and not mark.title:
                return line.at, mark
    return None


def day_line(told: list[Line]) -> Mark | None:
    """Return what the first line says of the day's number, where it begins with that."""
    if not told or told[0].order:
        return None
    mark = read_mark(told[0].text.strip()[:_SHORT_LINE])
    return mark if mark and mark.named and mark.leads and mark.days and not mark.template else None


def tags(told: list[Line]) -> tuple[str, ...]:
    """Return the tags of `Tags:` and `#hashtag` lines."""
    found: dict[str, None] = {}
    for line in told:
        if "#" in line.text and _HASHTAGS.match(line.text):
            found.update(dict.fromkeys(_HASHTAG.findall(line.text)))
        elif match := _TAG_LINE.match(line.text):
            found.update(dict.fromkeys(_split_tags(match[1])))
    return tuple(found)


def _split_tags(text: str) -> list[str]:
    text = _LINK.sub(r"\1", _WIKILINK.sub(r"\1", text)).strip("[] \t")
    if _SEPARATOR.search(text):
        parts = _SEPARATOR.split(text)
    else:
        parts = text.split() if text.lstrip().startswith("#") else [text]
    cleaned = [part.strip(" \t*_`#\"'.").strip() for part in parts]
    return [part for part in cleaned if 0 < len(part) <= _LONGEST_TAG]
