"""Stretches of the calendar for charts: weeks, months, years, each with its name and a short label."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from journal_site.model.base import Value

if TYPE_CHECKING:
    from journal_site.pages.words.wording import Wording

Unit = Literal["week", "month", "year"]

WEEK = 7
_MOST_WEEKS = 106
_MOST_MONTHS = 360
_DECEMBER = 12
_NAMED_MONTHS = 24
_EARLY = 9
"""A first year that begins later has no room for its number before the next."""


class Period(Value, frozen=True, kw_only=True):
    """One stretch, from its first day to that of the next."""

    start: dt.date
    name: str
    label: str = ""
    """For the axis; empty where another stretch of the same label went before."""


def periods_of(wording: Wording, dates: Iterable[dt.date]) -> tuple[Unit, list[Period]]:
    """Return the weeks that hold all dates; months or years where there would be too many to tell apart."""
    ordered = sorted(dates)
    first, last = ordered[0], ordered[-1]
    if (last - first).days <= _MOST_WEEKS * WEEK:
        return "week", weeks_of(wording, first, last)
    if (last.year - first.year) * _DECEMBER <= _MOST_MONTHS:
        return "month", months_of(wording, first, last)
    return "year", years_of(first, last)


def weeks_of(wording: Wording, first: dt.date, last: dt.date) -> list[Period]:
    """Return the weeks from Monday to Sunday; the first of each month carries its name."""
    labels = wording.labels
    monday = first.toordinal() - first.weekday()
    weeks: list[Period] = []
    month = 0
    for ordinal in range(monday, last.toordinal() + 1, WEEK):
        start = dt.date.fromordinal(max(1, ordinal))
        label = labels.months_short[start.month - 1] if start.month != month else ""
        month = start.month
        weeks.append(Period(start=start, name=labels.week_of.format(date=wording.date(start)), label=label))
    return weeks


def months_of(wording: Wording, first: dt.date, last: dt.date) -> list[Period]:
    """Return the months; over more than a year, January is labelled as its year, over more than two it alone."""
    labels = wording.labels
    many = first.year != last.year
    named = (last.year - first.year) * _DECEMBER + last.month - first.month < _NAMED_MONTHS
    months: list[Period] = []
    for number in range(first.year * _DECEMBER + first.month - 1, last.year * _DECEMBER + last.month):
        start = dt.date(number // _DECEMBER, number % _DECEMBER + 1, 1)
        label = str(start.year) if many and start.month == 1 else labels.months_short[start.month - 1]
        if not named and start.month > 1:
            label = str(start.year) if not months and start.month <= _EARLY else ""
        months.append(Period(start=start, name=wording.month(start), label=label))
    return months


def years_of(first: dt.date, last: dt.date) -> list[Period]:
    """Return the years."""
    return [
        Period(start=dt.date(year, 1, 1), name=str(year), label=str(year)) for year in range(first.year, last.year + 1)
    ]
