"""What ends a streak: the days that it asks for, and those that it may miss.

Everything follows from one question: which day is the last on which a streak still stands, if nothing more is written.
"""

from __future__ import annotations

from itertools import count, islice, repeat, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from journal_site.config.settings import StreakSettings

_WEEK = 7
ALWAYS = 1 << 32
"""The last day of a streak that nothing ends."""


class RunSoFar(NamedTuple):
    """A streak up to its last day with an entry; days are ordinals."""

    days: int
    start: int
    last: int
    freezes: int = 0
    """What it has in store on its last day."""


class StreakRule(NamedTuple):
    """How often a streak asks for an entry, which days rest, and how many it may miss."""

    closed: frozenset[int] = frozenset()
    """Weekdays that rest, Monday 0."""
    weekly: int = 0
    """On how many days of each week; 0 where each day is asked for that does not rest."""
    every: int = 0
    """After so many days of a streak each, there is one freeze more; 0 where none are earned."""
    keep: int = 0
    frozen: frozenset[int] = frozenset()
    """Ordinals of days that are covered though nothing is written."""
    resting: frozenset[int] = frozenset()
    """Ordinals of days that entries call days of rest."""

    def begin(self, day: int) -> RunSoFar:
        """Return the streak that a day begins."""
        return self._earned(RunSoFar(1, day, day))

    def extend(self, run: RunSoFar, day: int, active: Collection[int]) -> RunSoFar | None:
        """Return a streak with its next day; None where it ended before."""
        missed = 0
        for stands in self._misses(run, active):
            if stands >= day:
                break
            missed += 1
            if missed > run.freezes:
                return None
        return self._earned(run._replace(days=run.days + 1, last=day, freezes=run.freezes - missed))

    def last_day(self, run: RunSoFar, active: Collection[int]) -> int:
        """Return the last day on which a streak stands if nothing more is written, or `ALWAYS`."""
        return next(islice(self._misses(run, active), run.freezes, None), ALWAYS)

    def freezes_left(self, run: RunSoFar, today: int, active: Collection[int]) -> int:
        """Return how many freezes a streak that stands today still has."""
        misses = islice(self._misses(run, active), run.freezes)
        return run.freezes - sum(1 for _ in takewhile(lambda stands: stands < today, misses))

    def wanted(self, run: RunSoFar, monday: int, active: Collection[int]) -> int:
        """Return on how many more days of a week a streak asks for an entry; a week in which it begins has fewer."""
        days = range(max(monday, run.start), monday + _WEEK)
        done = sum(day in active or day in self.frozen for day in days)
        possible = sum(day in active or day in self.frozen or not self._rests(day) for day in days)
        return max(0, min(self.weekly, possible) - done)

    def _misses(self, run: RunSoFar, active: Collection[int]) -> Iterator[int]:
        """Give, for each miss after a streak's last day, the day at whose end it counts: no day is missed before."""
        if len(self.closed) == _WEEK:
            return
        if self.weekly:
            for monday in count(run.last - (run.last - 1) % _WEEK, _WEEK):
                yield from repeat(monday + _WEEK - 1, self.wanted(run, monday, active))
        for day in count(run.last + 1):
            if not (day in self.frozen or self._rests(day)):
                yield day

    def _earned(self, run: RunSoFar) -> RunSoFar:
        if not self.every or run.days % self.every:
            return run
        return run._replace(freezes=min(self.keep, run.freezes + 1))

    def _rests(self, day: int) -> bool:
        return day in self.resting or (day + 6) % _WEEK in self.closed


def streak_rule(settings: StreakSettings, resting: Collection[int]) -> StreakRule:
    """Return the rule of a journal whose entries call these days days of rest."""
    freezes = settings.freezes
    return StreakRule(
        closed=settings.resting_weekdays,
        weekly=settings.cadence.weekly or 0,
        every=freezes.every or 0,
        keep=freezes.keep,
        frozen=frozenset(date.toordinal() for date in freezes.dates),
        resting=frozenset(resting),
    )
