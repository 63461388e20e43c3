"""How steady the writing was up to a day, for the cards: the streak on that day, and the last weeks as a strip.

Nothing here looks past the day, so that what is written later changes no older card. How much was written does not
count either: a day is the darker the longer its streak was by then.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from journal_site.model.entry import Entry
    from journal_site.model.index import Item, Run

_WEEK, _WEEKS = 7, 26
_STEPS = (1, 2, 4, 7)
"""From so many days in a row on, a day has the level 1, 2, 3, 4."""
_LOW_ROWS = 5
_FEWEST_COLUMNS = 10
_MOST_NUMBERS = 10_000
"""A larger one is not the number of a day."""


class DayStrip(NamedTuple):
    """The level of each day, oldest first, in columns of so many rows, and the place of the day itself."""

    days: bytes = b""
    rows: int = _WEEK
    marked: int = -1


class Steadiness:
    """The days of a journal's entries; made once for all cards."""

    def __init__(self, entries: Sequence[Entry], runs: Sequence[Run], total: int | None) -> None:
        """Take the entries, the runs of their days, oldest first, and the days of the challenge."""
        self._entries = entries
        self._total = total
        active = sorted({date.toordinal() for entry in entries if not entry.rest for date in entry.dates})
        counts = (count for run in runs for count in range(1, run.days + 1))
        # Days after today, which a build may be asked to show, are in no run.
        self._streaks = dict(zip(active, chain(counts, repeat(1)), strict=False))
        self._begun = _monday(min((date.toordinal() for entry in entries for date in entry.dates), default=1))
        self._levels = bytearray(max(self._streaks, default=self._begun) - self._begun + 1)
        for day, count in self._streaks.items():
            self._levels[day - self._begun] = _level(count)

    def streak(self, entry: Entry) -> int:
        """Return how many days in a row it was on an entry's last day; 0 where it has no date, or tells of rest."""
        return 0 if entry.rest or not entry.dates else self._streaks.get(entry.dates[-1].toordinal(), 0)

    def strip(self, entry: Entry) -> DayStrip:
        """Return the weeks up to an entry; where it has no date, the numbered days of its round."""
        if not entry.dates:
            return self._numbered(entry)
        last = entry.dates[-1].toordinal()
        first = self._first_day(last)
        levels = self._levels[first - self._begun : last - self._begun + 1]
        return DayStrip(days=bytes(levels).ljust(_WEEK * _WEEKS, b"\0"), marked=last - first)

    def topic_strip(self, items: Collection[Item]) -> DayStrip:
        """Return the weeks up to the last of some entries, with their days among all."""
        own = {date.toordinal() for item in items for date in item.entry.dates}
        if not own:
            return DayStrip()
        last = max(own)
        days = range(self._first_day(last), last + 1)
        levels = bytes([len(_STEPS) if day in own else int(day in self._streaks) for day in days])
        return DayStrip(days=levels.ljust(_WEEK * _WEEKS, b"\0"))

    def _first_day(self, last: int) -> int:
        """Return the Monday with which the weeks begin: in a young journal its first, with room for what comes."""
        return max(self._begun, _monday(last) - _WEEK * (_WEEKS - 1))

    @cached_property
    def _rounds(self) -> dict[int, bytearray]:
        """For each round the level of each day by its number."""
        rounds: dict[int, set[int]] = {}
        for entry in self._entries:
            rounds.setdefault(entry.round or 1, set()).update(day for day in entry.days if 0 < day < _MOST_NUMBERS)
        return {number: _levels_of(days) for number, days in rounds.items()}

    def _numbered(self, entry: Entry) -> DayStrip:
        last = entry.days[-1] if entry.days else 0
        known = self._rounds[entry.round or 1]
        if not 0 < last < len(known):
            return DayStrip()
        total = self._total if self._total is not None and last <= self._total else None
        length = total or max(last, _LOW_ROWS * _FEWEST_COLUMNS)
        rows = _LOW_ROWS if length <= _LOW_ROWS * _WEEKS else _WEEK
        if total is None:
            length += -length % rows
        before = max(0, last + -last % rows - rows * _WEEKS)
        shown = min(length - before, rows * _WEEKS)
        levels = bytes(known[before + 1 : last + 1])
        return DayStrip(days=levels.ljust(shown, b"\0"), rows=rows, marked=last - before - 1)


def _monday(day: int) -> int:
    """Return the ordinal of the Monday that a day's week begins with: one more than a multiple of seven."""
    return day - (day - 1) % _WEEK


def _levels_of(days: Collection[int]) -> bytearray:
    levels = bytearray(max(days, default=0) + 1)
    count = last = 0
    for day in sorted(days):
        count = count + 1 if day == last + 1 else 1
        levels[day] = _level(count)
        last = day
    return levels


def _level(count: int) -> int:
    """Return the level of the last of so many days in a row."""
    return sum(count >= step for step in _STEPS)
