"""The stats page: the journal in numbers, a heatmap of every year, charts with their tables. May depend on today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal_site.model.page import Deferred, Page
from journal_site.pages.charts.heatmap import Heatmap, build_heatmap
from journal_site.pages.charts.series import (
    chart_kinds,
    chart_minutes,
    chart_streaks,
    chart_topics,
    chart_weekdays,
    chart_words,
)
from journal_site.pages.charts.svg import Chart
from journal_site.pages.kinds.figures import Figure, counted_figure
from journal_site.pages.kinds.progress import streak_figure
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import PageView, Ref, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

URL = "stats/"
_YEARS = 5
"""So many years are shown of a journal whose timeline is parted by year: there earlier ones have their calendars."""


class YearMap(View, frozen=True, kw_only=True):
    """A year's heatmap."""

    year: str
    """`2021`"""
    heatmap: Heatmap


class StatsView(PageView, frozen=True, kw_only=True):
    """The journal in numbers."""

    title: str
    figures: tuple[Figure, ...]
    years: tuple[YearMap, ...]
    """Newest first."""
    earlier: tuple[Ref, ...]
    """The years before, each where the timeline has it."""
    charts: tuple[Chart, ...]


def plan_stats(context: PageContext) -> Iterator[Deferred]:
    """Plan the stats page, where there are entries."""
    if not context.entries:
        return
    yield Deferred(path=page_path(URL), template="stats.html", make=_page)


def _page(context: PageContext) -> Page:
    labels, root = context.labels, root_of(URL)
    days = context.days
    years = sorted({date.year for date in days}, reverse=True)
    most = _YEARS if context.split_timeline else len(years)
    shown = {year: {date: items for date, items in days.items() if date.year == year} for year in years[:most]}
    charts = (
        chart_streaks(context),
        chart_words(context),
        chart_minutes(context),
        chart_weekdays(context),
        chart_topics(context),
        chart_kinds(context),
    )
    view = StatsView(
        root=root,
        section="stats",
        window=context.window(labels.stats),
        description=f"{context.config.title}: {labels.stats}",
        canonical=context.urls.absolute(URL),
        title=labels.stats,
        figures=tuple(_figures(context)),
        years=tuple(_years(context, root, shown)),
        earlier=tuple(Ref(url=context.urls.href(root, f"timeline/{year}/"), text=str(year)) for year in years[most:]),
        charts=tuple(chart for chart in charts if chart),
    )
    return Page(path=page_path(URL), template="stats.html", view=view)


def _figures(context: PageContext) -> Iterator[Figure]:
    index, labels, wording = context.index, context.labels, context.wording
    entries = context.entries
    streaks = index.streaks
    days = streaks.active_days or len({day for item in entries for day in item.entry.days})
    yield counted_figure(context, labels.entries, len(entries))
    if days:
        yield counted_figure(context, labels.active_days if streaks.active_days else labels.days_count, days)
    yield counted_figure(context, labels.words, sum(item.entry.words for item in index.items))
    minutes = sum(item.entry.minutes or 0 for item in entries)
    if minutes:
        yield counted_figure(context, labels.minutes, minutes)
    if streaks.longest.days:
        yield streak_figure(context)
        yield Figure(number=wording.number(streaks.longest.days), name=labels.longest_streak)
    elif streaks.day_run:
        yield Figure(number=wording.number(streaks.day_run), name=labels.day_run)
    for forms, count in (
        (labels.topics_count, len(index.topics)),
        (labels.links_count, len(index.links)),
        (labels.notebooks_count, len(index.notebooks)),
    ):
        if count:
            yield counted_figure(context, forms, count)


def _years(context: PageContext, root: str, years: Mapping[int, Mapping[dt.date, Sequence[Item]]]) -> Iterator[YearMap]:
    begun, ended = min(context.days, default=None), max(context.days, default=None)
    for year, days in years.items():
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        if begun and ended:  # what came before has no weeks, nor has what is to come
            first, last = max(first, begun), min(last, ended)
        yield YearMap(year=str(year), heatmap=build_heatmap(context, root, days, first, last))
