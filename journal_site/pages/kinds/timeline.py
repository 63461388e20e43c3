"""The timeline: all entries by year and month beside calendars; a long one is parted by year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal_site.model.page import Deferred, Page
from journal_site.pages.charts.wall import Wall, build_wall, rounds_of
from journal_site.pages.parts.grouping import (
    ListPart,
    ListPartName,
    Section,
    build_parts,
    build_sections,
    with_neighbours,
)
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import Pager, PageView, Ref, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

URL = "timeline/"
_MONTHS = range(1, 13)
_NEWEST = 50
"""Entries that a long timeline's front page shows."""
_HARDLY = 10
"""A part with less than so many parts of the largest one has hardly anything."""


class MonthCount(View, frozen=True, kw_only=True):
    """One month in a year's row."""

    name: str
    count: int
    level: int
    """0 where nothing was written, else 1 to 4."""
    url: str = ""


class PartRow(View, frozen=True, kw_only=True):
    """One year, or one part of the undated, in the list of parts."""

    name: str
    url: str
    count: str
    months: tuple[MonthCount, ...] = ()


class NamedWall(View, frozen=True, kw_only=True):
    """The wall of one round."""

    name: str
    """`Round 2`; empty where there is only one."""
    wall: Wall


class TimelineView(PageView, frozen=True, kw_only=True):
    """The timeline, or one part of it."""

    title: str
    count: str
    walls: tuple[NamedWall, ...] = ()
    """Where days have no dates: the wall of each round, the newest first."""
    parts: tuple[PartRow, ...]
    sections: tuple[Section, ...]
    """Of a long timeline's front page those of its newest part, or of its largest where that has hardly any."""
    pager: Pager


def plan_timeline(context: PageContext) -> Iterator[Deferred]:
    """Plan the timeline and, of a long one, its parts."""
    if not context.entries:
        return
    if not context.split_timeline:
        yield Deferred(path=page_path(URL), template="timeline.html", make=_whole_page)
        return
    parts = build_parts(context, context.entries)
    yield Deferred(path=page_path(URL), template="timeline.html", make=_front_page)
    for part, around in with_neighbours(parts):
        yield Deferred(path=page_path(_url(part)), template="timeline.html", make=_part_page, args=(part, *around))


def _url(part: ListPart | ListPartName) -> str:
    return f"{URL}{part.key}/"


def _whole_page(context: PageContext) -> Page:
    return _page(context, URL, context.labels.timeline, context.entries, Pager())


def _part_page(context: PageContext, part: ListPart, earlier: ListPartName | None, later: ListPartName | None) -> Page:
    items = [context.items[id_] for id_ in part.ids]
    root = root_of(_url(part))
    pager = Pager(earlier=_ref(context, root, earlier), later=_ref(context, root, later))
    return _page(context, _url(part), part.name, items, pager)


def _page(context: PageContext, url: str, title: str, items: Sequence[Item], pager: Pager) -> Page:
    root = root_of(url)
    view = TimelineView(
        root=root,
        section="timeline",
        window=context.window(title),
        description=f"{context.config.title}: {title}",
        canonical=context.urls.absolute(url),
        title=title,
        count=context.wording.counted(context.labels.entries, len(items)),
        walls=_walls(context, root) if url == URL else (),
        parts=(),
        sections=build_sections(context, root, items, calendars=True),
        pager=pager,
    )
    return Page(path=page_path(url), template="timeline.html", view=view)


def _ref(context: PageContext, root: str, part: ListPartName | None) -> Ref | None:
    return Ref(url=context.urls.href(root, _url(part)), text=part.name) if part else None


def _walls(context: PageContext, root: str) -> tuple[NamedWall, ...]:
    """Return the walls of a journal of numbered days without dates, which are its calendar."""
    if context.dated:
        return ()
    labels, wording, total = context.labels, context.wording, context.challenge_days or 0
    rounds = sorted(rounds_of(context.entries).items(), reverse=True)
    return tuple(
        NamedWall(
            name=labels.round.format(n=number) if len(rounds) > 1 else "",
            wall=build_wall(context, root, days, max(total, *days), wording.counted(labels.days_written, len(days))),
        )
        for number, days in rounds
        if len(days) > 1
    )


def _lead(parts: Sequence[ListPart]) -> ListPart:
    """Return the newest part, or the largest where the newest has hardly anything."""
    largest = max(parts, key=lambda part: len(part.ids))
    return parts[0] if len(parts[0].ids) * _HARDLY >= len(largest.ids) else largest


def _front_page(context: PageContext) -> Page:
    parts = build_parts(context, context.entries)
    title, lead = context.labels.timeline, _lead(parts)
    root = root_of(URL)
    view = TimelineView(
        root=root,
        section="timeline",
        window=context.window(title),
        description=f"{context.config.title}: {title}",
        canonical=context.urls.absolute(URL),
        title=title,
        count=context.wording.counted(context.labels.entries, len(context.entries)),
        walls=_walls(context, root),
        parts=tuple(_part_row(context, root, part) for part in (lead, *(one for one in parts if one is not lead))),
        sections=build_sections(context, root, [context.items[id_] for id_ in lead.ids[-_NEWEST:]]),
        pager=Pager(),
    )
    return Page(path=page_path(URL), template="timeline.html", view=view)


def _part_row(context: PageContext, root: str, part: ListPart) -> PartRow:
    return PartRow(
        name=part.name,
        url=context.urls.href(root, _url(part)),
        count=context.wording.counted(context.labels.entries, len(part.ids)),
        months=tuple(_month_counts(context, root, part)),
    )


def _month_counts(context: PageContext, root: str, part: ListPart) -> Iterator[MonthCount]:
    dates = [date for id_ in part.ids if (date := context.items[id_].entry.date)]
    if not dates:
        return
    counts = [sum(date.month == month for date in dates) for month in _MONTHS]
    for month, count in zip(_MONTHS, counts, strict=True):
        first = dt.date(dates[0].year, month, 1)
        yield MonthCount(
            name=context.labels.months_short[month - 1],
            count=count,
            level=-(-count * 4 // max(counts)),
            url=context.urls.href(root, context.month_url(first)) if count else "",
        )
