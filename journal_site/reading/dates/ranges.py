"""All days of a date expression, and what repairing its first makes of the others."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from journal_site.reading.dates.parts import DateNumbers

_LONGEST = 400


class DateRange(NamedTuple):
    """A heading's dates before repair; `first` is None where its first day cannot be."""

    first: dt.date | None
    dates: tuple[dt.date, ...]
    written: DateNumbers
    problem: str = ""


def expand_spans(spans: list[tuple[DateNumbers, DateNumbers]], year: int) -> DateRange:
    """Return all days of the spans, the first of which is in the given year."""
    begin = spans[0][0]
    shift = year - begin[0] if begin[0] is not None else 0
    dates: set[dt.date] = set()
    problem = ""
    last: dt.date | None = None
    for first, end in spans:
        start = calendar_date(first[0] + shift if first[0] is not None else _near(last, first, year), first)
        stop = calendar_date(end[0] + shift if end[0] is not None else _near(start, end, year), end)
        if start is None or stop is None:
            problem = f"there is no {_show(first if start is None else end, year)}"
        elif not 0 <= (stop - start).days <= _LONGEST:
            problem, stop = f"{start} to {stop} is no range", start
        known = [day for day in (start, stop) if day is not None]
        if known:
            dates.update(known[0] + dt.timedelta(days=n) for n in range((known[-1] - known[0]).days + 1))
            last = known[-1]
    return DateRange(calendar_date(year, begin), tuple(sorted(dates)), (year, *begin[1:]), problem)


def _near(before: dt.date | None, parts: DateNumbers, year: int) -> int:
    if before is None:
        return year
    return before.year + ((parts[1], parts[2]) < (before.month, before.day))


def calendar_date(year: int, parts: DateNumbers) -> dt.date | None:
    """Return the date with its year, or None where the calendar has no such day."""
    try:
        return dt.date(year, parts[1], parts[2])
    except ValueError:
        return None


def _show(parts: DateNumbers, year: int) -> str:
    return f"{parts[0] or year:04}-{parts[1]:02}-{parts[2]:02}"


def mended_dates(known: DateRange, mended: tuple[dt.date, str] | None) -> tuple[tuple[dt.date, ...], str]:
    """Return the dates moved as the first of them was mended, with what was done."""
    if mended is None:
        return known.dates, known.problem
    first, how = mended
    if known.first is None:
        return (first,), how
    if (first.month, first.day) == (known.first.month, known.first.day):
        return tuple(_in_year(day, day.year + first.year - known.first.year) for day in known.dates), how
    return tuple(day + (first - known.first) for day in known.dates), how


def _in_year(day: dt.date, year: int) -> dt.date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)
