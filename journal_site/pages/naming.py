"""Whether a title says more than which day it is; a bare `Day 16` needs some words of its text beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.model import Entry
    from journal_site.pages.labels import Labels

_WORDS = re.compile(r"[^\W\d_]+")
_ENDINGS = frozenset({"st", "nd", "rd", "th", "of", "and", "r", "d", "t", "z"})
_HINT = 110


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

    def hint(self, entry: Entry) -> str:
        """Return how an entry begins, where its title is bare."""
        if not self.is_bare(entry.title):
            return ""
        text = entry.description or entry.excerpt
        return text if len(text) <= _HINT else text[:_HINT].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


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
