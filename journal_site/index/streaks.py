"""Streaks: runs of calendar days with an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from journal_site.model.entry import Entry
from journal_site.model.index import Run, Streaks

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def build_streaks(entries: Sequence[Entry], *, today: dt.date, rest_weekdays: Collection[str] = ()) -> Streaks:
    """Return the streaks as of `today`.

    A day that is not over never ends a streak. Rest days (weekdays, and entries with `rest`) neither end nor lengthen
    one; an entry that somebody writes on a resting weekday counts like any other.
    """
    active, resting = _days(entries, today.toordinal())
    closed = frozenset(WEEKDAYS.index(name) for name in rest_weekdays)
    runs = _runs(sorted(active), resting - active, closed)
    current = runs[-1] if runs and _is_unbroken(runs[-1][2], today.toordinal(), resting, closed) else None
    return Streaks(
        today=today,
        current=_run(current) if current else Run(),
        longest=_run(max(runs, key=lambda run: run[0])) if runs else Run(),
        runs=tuple([_run(run) for run in runs]),
        active_days=len(active),
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


def _runs(days: Sequence[int], resting: Collection[int], closed: Collection[int]) -> list[tuple[int, int, int]]:
    """Return (days, first, last) of each run, oldest first."""
    runs: list[tuple[int, int, int]] = []
    length = start = last = 0
    for day in days:
        if length and (day == last + 1 or _is_unbroken(last, day, resting, closed)):
            length += 1
        else:
            if length:
                runs.append((length, start, last))
            length, start = 1, day
        last = day
    if length:
        runs.append((length, start, last))
    return runs


def _is_unbroken(last: int, day: int, resting: Collection[int], closed: Collection[int]) -> bool:
    """Tell whether all days strictly between two days are rest days."""
    if len(closed) == len(WEEKDAYS):
        return True
    return all(between in resting or (between + 6) % 7 in closed for between in range(last + 1, day))


def _run(run: tuple[int, int, int]) -> Run:
    days, start, end = run
    return Run(days=days, start=dt.date.fromordinal(start), end=dt.date.fromordinal(end))
