"""The timeline: all entries by year and month beside calendars; a long one is parted by year."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from journal_site.model.page import Deferred, Page
from journal_site.pages.parts.digests import mark
from journal_site.pages.parts.grouping import Part, Section, build_parts, build_sections
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import Pager, PageView, Ref, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import Material

_MONTHS = range(1, 13)


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


class TimelineView(PageView, frozen=True, kw_only=True):
    """The timeline, or one part of it."""

    title: str
    count: str
    parts: tuple[PartRow, ...]
    sections: tuple[Section, ...]
    pager: Pager


def plan_timeline(material: Material) -> Iterator[Page | Deferred]:
    """Plan the timeline and, of a long one, its parts."""
    if not material.entries:
        return
    if not material.split_timeline:
        yield _later(material, "timeline/", material.labels.timeline, material.entries)
        return
    parts = build_parts(material, material.entries)
    yield _parts_page(material, parts)
    for place, part in enumerate(parts):
        later = parts[place - 1] if place else None
        earlier = parts[place + 1] if place + 1 < len(parts) else None
        yield _later(material, _url(part), part.name, part.items, (earlier, later))


def _later(
    material: Material,
    url: str,
    title: str,
    items: Sequence[Item],
    around: tuple[Part | None, Part | None] = (None, None),
) -> Deferred:
    names = [(part.key, part.name) if part else None for part in around]
    return Deferred(
        path=f"{url}index.html",
        template="timeline.html",
        inputs=mark(title, names, material.marks.of_named([item.id for item in items])),
        make=partial(_page, material, url, title, items, around),
    )


def _url(part: Part) -> str:
    return f"timeline/{part.key}/"


def _page(
    material: Material,
    url: str,
    title: str,
    items: Sequence[Item],
    around: tuple[Part | None, Part | None] = (None, None),
) -> Page:
    root = root_of(url)
    earlier, later = (_ref(material, root, part) for part in around)
    view = TimelineView(
        root=root,
        section="timeline",
        window=material.window(title),
        description=f"{material.config.title}: {title}",
        canonical=material.urls.absolute(url),
        title=title,
        count=material.wording.counted(material.labels.entries, len(items)),
        parts=(),
        sections=build_sections(material, root, items, calendars=True),
        pager=Pager(earlier=earlier, later=later),
    )
    return Page(path=f"{url}index.html", template="timeline.html", view=view)


def _ref(material: Material, root: str, part: Part | None) -> Ref | None:
    return Ref(url=material.urls.href(root, _url(part)), text=part.name) if part else None


def _parts_page(material: Material, parts: Sequence[Part]) -> Page:
    url, title = "timeline/", material.labels.timeline
    root = root_of(url)
    view = TimelineView(
        root=root,
        section="timeline",
        window=material.window(title),
        description=f"{material.config.title}: {title}",
        canonical=material.urls.absolute(url),
        title=title,
        count=material.wording.counted(material.labels.entries, len(material.entries)),
        parts=tuple(_part_row(material, root, part) for part in parts),
        sections=(),
        pager=Pager(),
    )
    return Page(path=f"{url}index.html", template="timeline.html", view=view)


def _part_row(material: Material, root: str, part: Part) -> PartRow:
    return PartRow(
        name=part.name,
        url=material.urls.href(root, _url(part)),
        count=material.wording.counted(material.labels.entries, len(part.items)),
        months=tuple(_month_counts(material, root, part)),
    )


def _month_counts(material: Material, root: str, part: Part) -> Iterator[MonthCount]:
    dates = [item.entry.date for item in part.items if item.entry.date]
    if not dates:
        return
    counts = [sum(date.month == month for date in dates) for month in _MONTHS]
    for month, count in zip(_MONTHS, counts, strict=True):
        first = dt.date(dates[0].year, month, 1)
        yield MonthCount(
            name=material.labels.months_short[month - 1],
            count=count,
            level=-(-count * 4 // max(counts)),
            url=material.urls.href(root, material.month_url(first)) if count else "",
        )
