"""Streaks: runs of calendar days with an entry."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from journal_site.config.settings import StreakSettings
from journal_site.index.streak_rule import RunSoFar, StreakRule, streak_rule
from journal_site.model.index import Run, Streaks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from journal_site.model.entry import Entry

PLAIN: Final = StreakSettings()
_LAST: Final = dt.date.max.toordinal()


def build_streaks(entries: Sequence[Entry], *, today: dt.date, settings: StreakSettings = PLAIN) -> Streaks:
    """Return the streaks as of `today`.

    A day that is not over never ends a streak, nor does a week where the rule counts weeks. Rest days (weekdays, and
    entries with `rest`) and freezes neither end nor lengthen one; what somebody writes on such a day counts.
    """
    active, resting = _days(entries, today.toordinal())
    rule = streak_rule(settings, resting)
    runs = _runs(active, rule)
    until = rule.last_day(runs[-1], active) if runs else 0
    current = runs[-1] if today.toordinal() <= until else None
    return Streaks(
        today=today,
        current=_run(current) if current else Run(),
        longest=_run(max(runs, key=lambda run: run.days)) if runs else Run(),
        runs=tuple([_run(run) for run in runs]),
        active_days=len(active),
        until=dt.date.fromordinal(until) if current and until <= _LAST else None,
        freezes=rule.freezes_left(current, today.toordinal(), active) if current else 0,
        day_run=0 if active or resting else longest_day_run(entries),
    )


def longest_day_run(entries: Iterable[Entry]) -> int:
    """Return the length of the longest run of day numbers within one round."""
    rounds: dict[int, set[int]] = {}
    for entry in entries:
        if not entry.rest:
            rounds.setdefault(entry.round or 1, set()).update(entry.days)
    longest = 0
    for days in rounds.values():
        for day in days:
            if day - 1 not in days:
                length = 1
                while day + length in days:
                    length += 1
                longest = max(longest, length)
    return longest


def _days(entries: Iterable[Entry], last: int) -> tuple[set[int], set[int]]:
    """Return the ordinals of active and of resting days, none later than `last`."""
    active: set[int] = set()
    resting: set[int] = set()
    for entry in entries:
        days = resting if entry.rest else active
        for date in entry.dates:
            day = date.toordinal()
            if day <= last:
                days.add(day)
    return active, resting


def _runs(active: Collection[int], rule: StreakRule) -> list[RunSoFar]:
    """Return each run, oldest first."""
    runs: list[RunSoFar] = []
    for day in sorted(active):
        longer = rule.extend(runs[-1], day, active) if runs else None
        if longer:
            runs[-1] = longer
        else:
            runs.append(rule.begin(day))
    return runs


def _run(run: RunSoFar) -> Run:
    return Run(days=run.days, start=dt.date.fromordinal(run.start), end=dt.date.fromordinal(run.last))
