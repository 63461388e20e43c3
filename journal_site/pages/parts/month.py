"""A month as a small calendar whose written days are links."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext


class CalendarDay(View, frozen=True, kw_only=True):
    """One cell: number 0 is no day of this month, an empty `url` has no entry."""

    number: int
    """Of the month."""
    url: str = ""


class Calendar(View, frozen=True, kw_only=True):
    """One month's weeks, Monday first."""

    label: str
    weeks: tuple[tuple[CalendarDay, ...], ...]


def build_calendar(context: PageContext, root: str, month: dt.date, days: Mapping[dt.date, Sequence[Item]]) -> Calendar:
    """Return the calendar of the month that begins with this date, for a page with this root."""
    weeks = calendar.Calendar().monthdayscalendar(month.year, month.month)
    written = {
        date.day: context.urls.href(root, items[0].url)
        for date, items in days.items()
        if (date.year, date.month) == (month.year, month.month)
    }
    return Calendar(
        label=context.labels.calendar_of.format(name=context.wording.month(month)),
        weeks=tuple(tuple(CalendarDay(number=day, url=written.get(day, "")) for day in week) for week in weeks),
    )
