"""Slips in a run of dates that should rise: which dates do not fit, and the one reading of each that would."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from journal_site.reading.dates.parts import DateNumbers

_NEAR = 62
"""At an open end of the sequence, a mended date must lie this close to its neighbour."""
_FAR = 300
"""... and the date as written this far from it."""
_LAST_MONTH = 12
_LOOK = 4
_NEW_YEAR = 3
"""Until this month, people still write the year that is over."""

Mended = tuple[dt.date, str]


class RunDate(NamedTuple):
    """One date in the run, oldest first; None where it cannot be."""

    date: dt.date | None
    written: DateNumbers
    number: int | None
    """The number of its day."""


def trusted(dates: Sequence[dt.date | None]) -> list[bool]:
    """Tell for each date whether it belongs to a longest run that never falls."""
    stale = _stale_years(dates)
    dates = [None if i in stale or _is_astray(dates, i) else date for i, date in enumerate(dates)]
    tails: list[dt.date] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(dates)
    last = -1
    for i, date in enumerate(dates):
        if date is None:
            continue
        at = bisect_right(tails, date)
        before[i] = ends[at - 1] if at else -1
        if at == len(tails):
            last = i  # of two runs as long, the one that is complete first: in doubt the later dates are wrong
        tails[at : at + 1] = [date]
        ends[at : at + 1] = [i]
    run: list[int] = []
    while last >= 0:
        run.append(last)
        last = before[last]
    run.reverse()
    _prefer_near_ends(dates, run)
    fits = [False] * len(dates)
    for i in run:
        fits[i] = True
    return fits


def _stale_years(dates: Sequence[dt.date | None]) -> set[int]:
    """Return the dates of a new year's first months that bear the old year, where later ones bear the new."""
    found: set[int] = set()
    last: dt.date | None = None
    for i, date in enumerate(dates):
        if date and last and date < last and date.month <= _NEW_YEAR:
            moved = _date(date.year + 1, date.month, date.day)
            if moved and 0 <= (moved - last).days <= _NEAR and any(d and d >= moved for d in dates[i + 1 :]):
                found.add(i)
                date = moved  # noqa: PLW2901
        last = date if date and (last is None or date >= last) else last
    return found


def _prefer_near_ends(dates: Sequence[dt.date | None], run: list[int]) -> None:
    """Let the run begin and end, of the dates that would do, with that which is nearest to the rest of it."""
    if len(run) < 2:  # noqa: PLR2004 - no rest
        return
    first, second = dates[run[0]], dates[run[1]]
    for i in range(run[1]):
        date = dates[i]
        if date and first and second and first < date <= second:
            run[0], first = i, date
    before, last = dates[run[-2]], dates[run[-1]]
    for i in range(run[-2] + 1, len(dates)):
        date = dates[i]
        if date and before and last and before <= date < last:
            run[-1], last = i, date


def _is_astray(dates: Sequence[dt.date | None], i: int) -> bool:
    """Tell whether a date lies years from both neighbours and before one or behind the other: a slip of the year."""
    date = dates[i]
    before = next((d for d in reversed(dates[max(i - _LOOK, 0) : i]) if d), None)
    after = next((d for d in dates[i + 1 : i + 1 + _LOOK] if d), None)
    if date is None or before is None or after is None or before > after:
        return False
    return not before <= date <= after and min(abs((date - before).days), abs((date - after).days)) > _FAR


def repair_run(
    run: Sequence[RunDate], before: RunDate | None, after: RunDate | None, *, years_only: bool
) -> list[Mended | None]:
    """Return the mended dates of neighbouring slots that do not fit between the two around them."""
    if (years := _moved_years(run, before, after)) is not None:
        return list(years)
    mended: list[Mended | None] = []
    for slot in run:
        known = None if years_only else _mend(slot, before, after)
        mended.append(known)
        if known:
            before = RunDate(known[0], slot.written, slot.number)
    return mended


def _moved_years(run: Sequence[RunDate], before: RunDate | None, after: RunDate | None) -> list[Mended] | None:
    """Return the run in other years, where exactly one change of year makes all of it fit."""
    lower, upper = _bounds(before, after)
    years = {date.year for date in (lower, upper) if date} | ({lower.year + 1} if lower else set())
    found = []
    for year in sorted(years):
        dates = [
            _date(year - (run[0].written[0] or 0) + (slot.written[0] or 0), slot.written[1], slot.written[2])
            for slot in run
        ]
        sure = [date for date in dates if date is not None]
        if len(sure) == len(run) and sure == sorted(sure) and _fits(sure, run, lower, upper):
            found.append(sure)
    if len(found) != 1 or found[0][0].year == run[0].written[0]:
        return None
    return [
        (date, f"read as {date}, as its year cannot be {slot.written[0]}")
        for date, slot in zip(found[0], run, strict=True)
    ]


def _fits(dates: Sequence[dt.date], run: Sequence[RunDate], lower: dt.date | None, upper: dt.date | None) -> bool:
    if lower and upper:
        return lower <= dates[0] and dates[-1] <= upper
    neighbour = lower or upper
    nearest = dates[0] if lower else dates[-1]
    written = run[0].date if lower else run[-1].date
    if neighbour is None or (lower and dates[0] < lower) or (upper and dates[-1] > upper):
        return False
    if abs((nearest - neighbour).days) > _NEAR or (written is not None and abs((written - neighbour).days) < _FAR):
        return False
    rolls = lower is not None and dates[0].year > lower.year and dates[0].month <= _NEW_YEAR
    return len(run) == 1 or rolls or lower is None


def _mend(slot: RunDate, before: RunDate | None, after: RunDate | None) -> Mended | None:
    """Return the only date that differs from the written one in one part and fits, or the only one that is left."""
    lower, upper = _bounds(before, after)
    if lower is None or upper is None:
        return None
    year, month, day = slot.written
    changed = {_date(year or 0, number, day) for number in range(1, _LAST_MONTH + 1)}
    changed |= {_date(other, month, day) for other in range(lower.year, upper.year + 1)}
    changed |= {_date(year or 0, day, month)}
    if upper.year != lower.year:
        changed |= {_date(upper.year, number, day) for number in range(1, _LAST_MONTH + 1)}
    fits = {date for date in changed if date and lower <= date <= upper and date != slot.date}
    counted = _counted(slot, before, after)
    if counted and (not fits or counted in fits):
        return counted, f"read as {counted}, the day that its number leaves"
    fits = {date for date in fits if lower < date < upper} or fits  # two days on one date are rarer
    if len(fits) == 1 and (counted is None or counted in fits):
        only = fits.pop()
        return only, f"read as {only}, the one date like it that fits between its neighbours"
    return None


def _counted(slot: RunDate, before: RunDate | None, after: RunDate | None) -> dt.date | None:
    """Return the date that the day's number gives, where no day was left out between the neighbours."""
    if not before or not after or before.date is None or after.date is None:
        return None
    if before.number is None or after.number is None or slot.number is None:
        only_one_left = slot.date is None and (after.date - before.date).days == 2  # noqa: PLR2004
        return before.date + dt.timedelta(days=1) if only_one_left else None
    if (
        after.number - before.number != (after.date - before.date).days
        or not before.number < slot.number < after.number
    ):
        return None
    return before.date + dt.timedelta(days=slot.number - before.number)


def _bounds(before: RunDate | None, after: RunDate | None) -> tuple[dt.date | None, dt.date | None]:
    return before.date if before else None, after.date if after else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
