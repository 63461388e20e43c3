"""Which number a new entry's day has, told from the days that a journal has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal_site.model.entry import Entry
from journal_site.model.index import Index

if TYPE_CHECKING:
    import datetime as dt

_RECENT = 12


def day_of(index: Index, date: dt.date, *, challenge: bool) -> int | None:
    """Return the number of a new entry of a date: the next one of the current round, or one between its neighbours'.

    None where the journal does not number its days, and where none is free between days that were written since.
    `challenge`: the settings name a challenge, so that days count even where nobody wrote their numbers.
    """
    entries = [item.entry for item in index.items if item.entry.kind == "entry"]
    newest = entries[-_RECENT:]
    numbered = sum(bool(entry.days) for entry in newest)
    if newest and (newest[-1].days or numbered * 2 > len(newest)):
        known = [entry for entry in entries if entry.days]
        later = next((entry for entry in known if entry.date is not None and entry.date > date), None)
        if later is not None:
            return _between(known, later, date)
        return _same(known, date) or _after_current_round(known)
    if not challenge or (newest and newest[-1].date is not None and newest[-1].date > date):
        return None
    return (index.challenge.done if index.challenge else 0) + 1


def _same(known: Sequence[Entry], date: dt.date) -> int | None:
    """Return the number that the date has already: a second entry is of the same day."""
    return next((entry.days[entry.dates.index(date)] for entry in known if _has(entry, date)), None)


def _has(entry: Entry, date: dt.date) -> bool:
    return date in entry.dates and len(entry.dates) == len(entry.days)


def _between(known: Sequence[Entry], later: Entry, date: dt.date) -> int | None:
    """Return a number for a date before that of an entry: by the calendar where its neighbours follow it."""
    if same := _same(known, date):
        return same
    earlier = [entry for entry in known if entry.date is not None and (entry.end_date or entry.date) < date]
    if not earlier:
        return later.days[0] - 1 if later.days[0] > 1 else None
    last = earlier[-1]
    end, number = last.end_date or last.date or date, last.days[-1]
    by_calendar = later.date is not None and later.days[0] - number == (later.date - end).days
    wanted = number + ((date - end).days if by_calendar else 1)
    return wanted if number < wanted < later.days[0] else None


def _after_current_round(entries: Sequence[Entry]) -> int:
    """Return one more than the greatest number since the days last began anew: with another round, or from 0 or 1."""
    newest = entries[-1]
    greatest, least = newest.days[-1], newest.days[0]
    for entry in reversed(entries):
        begins_anew = least <= 1 and entry.days[-1] > greatest
        if entry.round != newest.round or begins_anew:
            break
        greatest, least = max(greatest, entry.days[-1]), min(least, entry.days[0])
    return greatest + 1
