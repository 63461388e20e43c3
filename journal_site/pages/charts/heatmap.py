"""A year's days as a grid of weeks: how much was written on each. The stats page shows several of these, home one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

WEEK = 7
_TITLE = 32


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
    ahead: bool = False
    """All of it lies after the last day that could be written."""


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
    weeks: tuple[HeatWeek, ...]
    young: bool
    """It begins with the journal and has days to come, so that on a narrow screen its beginning is shown."""
    months: tuple[HeatMonth, ...]
    active: str
    """`120 active days`"""


class Span(NamedTuple):
    """The days that a grid shows; those after `now` are still to come."""

    first: dt.date
    last: dt.date
    now: dt.date


def build_heatmap(context: PageContext, root: str, days: Mapping[dt.date, Sequence[Item]], span: Span) -> Heatmap:
    """Return the grid of a span of days, as links on a page with this root."""
    first, last = span.first, span.last
    shown = {date: items for date, items in days.items() if first <= date <= last}
    steps = _steps(shown)
    monday = first - dt.timedelta(days=first.weekday())
    weeks = []
    for number in range((last - monday).days // WEEK + 1):
        start = monday + dt.timedelta(days=WEEK * number)
        dates = [start + dt.timedelta(days=day) for day in range(min(WEEK, (dt.date.max - start).days + 1))]
        cells = [
            _cell(context, root, date, shown.get(date, ()), steps) if first <= date <= last else HeatDay(level=-1)
            for date in dates
        ]
        month = _month_above(context, dates, first, last)
        weeks.append(HeatWeek(month=month, days=tuple(cells), ahead=start > span.now))
    return Heatmap(
        label=context.wording.date_range(first, min(last, span.now)),
        weeks=tuple(weeks),
        young=last > span.now,
        months=_table(context, root, shown),
        active=context.wording.counted(context.labels.active_days, sum(map(_is_active, shown.values()))),
    )


def _is_active(items: Sequence[Item]) -> bool:
    """Tell whether anything but rest is told of a day."""
    return any(not item.entry.rest for item in items)


def _words(items: Sequence[Item]) -> int:
    """Return how much a day's entries say; an entry over many days counts for each by its share."""
    return sum(item.entry.words // max(1, len(item.entry.dates)) for item in items)


def _steps(days: Mapping[dt.date, Sequence[Item]]) -> tuple[int, int, int]:
    """Return the three quartiles that part four levels."""
    words = sorted(map(_words, days.values())) or [0]
    return words[len(words) // 4], words[len(words) // 2], words[len(words) * 3 // 4]


def _cell(
    context: PageContext,
    root: str,
    date: dt.date,
    items: Sequence[Item],
    steps: tuple[int, int, int],
) -> HeatDay:
    if not items:
        return HeatDay(level=0)
    words = _words(items)
    return HeatDay(
        level=1 + sum(words > step for step in steps),
        url=context.urls.href(root, items[0].url),
        title=f"{context.wording.short_date(date)}: {_shorten(context.naming.headline(items[0].entry)[0])}",
    )


def _shorten(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"


def _month_above(context: PageContext, dates: list[dt.date], first: dt.date, last: dt.date) -> str:
    """Return the month that begins in this week; the first, cut one only where there is room for its name."""
    for date in dates:
        if date.day == 1 and first <= date <= last:
            return context.labels.months_short[date.month - 1]
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
