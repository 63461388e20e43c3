"""A year's days as a grid of weeks: how much was written on each. The stats page shows several of these, home one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal_site.pages.charts.levels import Levels, shorten
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

WEEK = 7


class HeatDay(View, frozen=True, kw_only=True):
    """One day: an empty `url` has no entry, level -1 is no day of this picture."""

    level: int
    """0 where nothing was written, else 1 to 4, the more words the higher."""
    url: str = ""
    title: str = ""
    """The date and what was written, for the pointer."""


class HeatWeek(View, frozen=True, kw_only=True):
    """Seven days from Monday; `month` stands above the first week of each month."""

    month: str
    """Its short name, or nothing."""
    days: tuple[HeatDay, ...]
    """Monday first."""


class HeatMonth(View, frozen=True, kw_only=True):
    """One row of the table that says the same to those who cannot see the grid."""

    name: str
    url: str
    active: str
    """On how many days something was written."""
    words: str
    """How many words were written."""


class Heatmap(View, frozen=True, kw_only=True):
    """The grid and its table."""

    label: str
    """From when to when."""
    first: str
    """The ISO date of its first Monday, from which a script tells the days without an entry."""
    none: str
    """What it says of those: `0 entries`."""
    weeks: tuple[HeatWeek, ...]
    months: tuple[HeatMonth, ...]
    active: str
    """`120 active days`"""


def build_heatmap(
    context: PageContext, root: str, days: Mapping[dt.date, Sequence[Item]], first: dt.date, last: dt.date
) -> Heatmap:
    """Return the grid of the days from `first` to `last`, as links on a page with this root."""
    shown = {date: items for date, items in days.items() if first <= date <= last}
    levels = Levels(map(_words, shown.values()))
    monday = first - dt.timedelta(days=first.weekday())
    weeks = []
    for number in range((last - monday).days // WEEK + 1):
        start = monday + dt.timedelta(days=WEEK * number)
        dates = [start + dt.timedelta(days=day) for day in range(min(WEEK, (dt.date.max - start).days + 1))]
        cells = [
            _cell(context, root, date, shown.get(date, ()), levels) if first <= date <= last else HeatDay(level=-1)
            for date in dates
        ]
        weeks.append(HeatWeek(month=_month_above(context, dates, first, last), days=tuple(cells)))
    return Heatmap(
        label=context.wording.date_range(first, last),
        first=monday.isoformat(),
        none=context.wording.counted(context.labels.entries, 0),
        weeks=tuple(weeks),
        months=_table(context, root, shown),
        active=context.wording.counted(context.labels.active_days, sum(map(_is_active, shown.values()))),
    )


def _is_active(items: Sequence[Item]) -> bool:
    """Tell whether anything but rest is told of a day."""
    return any(not item.entry.rest for item in items)


def _words(items: Sequence[Item]) -> int:
    """Return how much a day's entries say; an entry over many days counts for each by its share."""
    return sum(item.entry.words // max(1, len(item.entry.dates)) for item in items)


def _cell(
    context: PageContext,
    root: str,
    date: dt.date,
    items: Sequence[Item],
    levels: Levels,
) -> HeatDay:
    if not items:
        return HeatDay(level=0)
    return HeatDay(
        level=levels.level(_words(items)),
        url=context.urls.href(root, items[0].url),
        title=f"{context.wording.short_date(date)}: {shorten(context.headline(items[0])[0])}",
    )


def _month_above(context: PageContext, dates: list[dt.date], first: dt.date, last: dt.date) -> str:
    """Return the month that begins in this week; of a year that begins its number, unless all are of that year."""
    for date in dates:
        if date.day == 1 and first <= date <= last:
            return str(date.year) if date.month == 1 and date > first else context.labels.months_short[date.month - 1]
    return ""


def _table(context: PageContext, root: str, days: Mapping[dt.date, Sequence[Item]]) -> tuple[HeatMonth, ...]:
    months: dict[dt.date, list[dt.date]] = {}
    for date in sorted(days):
        months.setdefault(date.replace(day=1), []).append(date)
    wording = context.wording
    return tuple(
        HeatMonth(
            name=wording.month(month),
            url=context.urls.href(root, context.month_url(month)),
            active=wording.number(len(dates)),
            words=wording.number(sum(_words(days[date]) for date in dates)),
        )
        for month, dates in months.items()
    )
