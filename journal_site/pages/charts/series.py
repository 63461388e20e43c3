"""The journal as series of numbers, each with its picture and its table: what the stats page shows.

A chart is None where the journal has nothing to show in it: one bar alone tells no more than its number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from journal_site.model.link_kinds import KIND_OF
from journal_site.pages.charts.svg import Bar, Caption, Chart, column_chart, grid_chart, row_chart, span_chart
from journal_site.pages.words.periods import Period, months_of, periods_of, years_of

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_MOST_RUNS = 40
_MOST_TOPICS = 10
_MOST_COLUMNS = 36
_MOST_BARS = 120
_FEW_DAYS = 5
"""Fewer show no habit of the week."""


def chart_words(context: PageContext) -> Chart | None:
    """Return how much was written per week or month; per day in a journal without dates."""
    labels = context.labels
    dated = _by_date(context.dated, lambda item: item.entry.words)
    if not dated:
        return _words_by_day(context)
    unit, periods = periods_of(context.wording, dated)
    title = {"week": labels.words_by_week, "month": labels.words_by_month}.get(unit, labels.words_by_year)
    return _columns(context, "words", title, periods, dated)


def chart_minutes(context: PageContext) -> Chart | None:
    """Return how much time was spent, where entries tell it."""
    labels = context.labels
    dated = _by_date((item for item in context.dated if item.entry.minutes), lambda item: item.entry.minutes or 0)
    if not dated:
        return None
    unit, periods = periods_of(context.wording, dated)
    title = {"week": labels.minutes_by_week, "month": labels.minutes_by_month}.get(unit, labels.minutes_by_year)
    return _columns(context, "minutes", title, periods, dated)


def chart_weekdays(context: PageContext) -> Chart | None:
    """Return on which days of the week there were entries."""
    dates = {date for item in context.dated for date in item.entry.dates}
    if len(dates) < _FEW_DAYS:
        return None
    counts = Counter(date.weekday() for date in dates)
    bars = [
        Bar(name=name, amount=counts[place], text=context.wording.number(counts[place]))
        for place, name in enumerate(context.labels.weekdays)
    ]
    return _rows(context, "weekdays", context.labels.days_of_week, bars)


def chart_kinds(context: PageContext) -> Chart | None:
    """Return how many links there are of each kind."""
    counts = Counter(link.kind for link in context.index.links)
    kinds = [kind for kind in KIND_OF if counts[kind]]
    names = context.labels.link_groups
    bars = [Bar(name=names[kind], amount=counts[kind], text=context.wording.number(counts[kind])) for kind in kinds]
    return _rows(context, "kinds", context.labels.kinds_of_links, bars) if len(bars) > 1 else None


def chart_streaks(context: PageContext) -> Chart | None:
    """Return the longest runs of days, each where it lies in time."""
    labels, wording = context.labels, context.wording
    runs = [(run.start, run.end, run.days) for run in context.index.streaks.runs if run.start and run.end]
    if len(runs) <= 1:
        return None
    first, last = min(start for start, _, _ in runs), max(end for _, end, _ in runs)
    shown = sorted(sorted(runs, key=lambda run: -run[2])[:_MOST_RUNS])
    title = labels.streak_history
    if len(shown) < len(runs):
        title = f"{title}: {labels.streaks_longest.format(n=len(shown))}"
    spans = [
        (
            (start - first).days,
            Bar(
                name=wording.date_range(start, end),
                amount=days,
                text=wording.counted(labels.streak_days, days),
            ),
        )
        for start, end, days in shown
    ]
    ticks = [
        ((month.start - first).days, month.label) for month in months_of(wording, first, last) if month.start >= first
    ]
    caption = Caption(key="streaks", title=title, description=_peak(context, [bar for _, bar in spans]))
    return Chart(
        title=title,
        svg=span_chart(caption, spans, ticks, (last - first).days + 1),
        head=(labels.start, labels.end, labels.column_days),
        rows=tuple((wording.date(start), wording.date(end), wording.number(days)) for start, end, days in shown),
    )


def chart_topics(context: PageContext) -> Chart | None:
    """Return when the largest topics were written about, by month or year."""
    labels, wording = context.labels, context.wording
    dates = [item.entry.date for item in context.dated if item.entry.date]
    topics = sorted(context.index.topics, key=lambda topic: -len(topic.entries))[:_MOST_TOPICS]
    if not dates or not topics:
        return None
    periods = months_of(wording, min(dates), max(dates))
    if len(periods) > _MOST_COLUMNS:
        periods = years_of(min(dates), max(dates))
    place_of = _places(periods)
    rows: list[list[int]] = []
    for topic in topics:
        row = [0] * len(periods)
        for item in context.topic_items(topic):
            if item.entry.date:
                row[place_of(item.entry.date)] += 1
        rows.append(row)
    columns = [Bar(name=period.name, amount=0, text="", label=period.label) for period in periods]
    sums = [
        Bar(name=topic.name, amount=sum(row), text=wording.number(sum(row)))
        for topic, row in zip(topics, rows, strict=True)
    ]
    caption = Caption(key="topics", title=labels.topics_over_time, description=_peak(context, sums))
    return Chart(
        title=caption.title,
        svg=grid_chart(caption, [topic.name for topic in topics], columns, rows),
        head=(labels.topics, *(period.name for period in periods)),
        rows=tuple((topic.name, *map(wording.number, row)) for topic, row in zip(topics, rows, strict=True)),
    )


def _columns(
    context: PageContext, key: str, title: str, periods: Sequence[Period], amounts: dict[dt.date, int]
) -> Chart | None:
    place_of = _places(periods)
    sums = [0] * len(periods)
    for date, amount in amounts.items():
        sums[place_of(date)] += amount
    bars = [
        Bar(name=period.name, amount=total, text=context.wording.number(total), label=period.label)
        for period, total in zip(periods, sums, strict=True)
    ]
    return _upright(context, key, title, bars)


def _words_by_day(context: PageContext) -> Chart | None:
    """Return the words of each day of a journal without dates, many days together where there are many."""
    items = [item for item in context.entries if item.entry.words]
    if not items:
        return None
    step = -(-len(items) // _MOST_BARS)
    bars = []
    for start in range(0, len(items), step):
        part = items[start : start + step]
        first, last = (context.wording.days(item.entry) or item.entry.title for item in (part[0], part[-1]))
        name = first if len(part) == 1 else context.labels.date_range.format(start=first, end=last)
        total = sum(item.entry.words for item in part)
        label = str(part[0].entry.day) if part[0].entry.day is not None else ""
        bars.append(Bar(name=name, amount=total, text=context.wording.number(total), label=label))
    return _upright(context, "words", context.labels.words_by_day, bars)


def _upright(context: PageContext, key: str, title: str, bars: Sequence[Bar]) -> Chart | None:
    if len(bars) <= 1:
        return None
    caption = Caption(key=key, title=title, description=_peak(context, bars))
    return _chart(context, caption, column_chart(caption, bars), bars)


def _rows(context: PageContext, key: str, title: str, bars: Sequence[Bar]) -> Chart:
    caption = Caption(key=key, title=title, description=_peak(context, bars))
    return _chart(context, caption, row_chart(caption, bars), bars)


def _chart(context: PageContext, caption: Caption, svg: str, bars: Iterable[Bar]) -> Chart:
    head = ("", context.labels.count)
    return Chart(title=caption.title, svg=svg, head=head, rows=tuple((bar.name, bar.text) for bar in bars))


def _peak(context: PageContext, bars: Sequence[Bar]) -> str:
    highest = max(bars, key=lambda bar: bar.amount)
    return context.labels.most.format(what=highest.name, n=highest.text)


def _by_date(items: Iterable[Item], amount_of: Callable[[Item], int]) -> dict[dt.date, int]:
    """Return an amount for each calendar day; an entry over many days gives each its share."""
    amounts: dict[dt.date, int] = {}
    for item in items:
        dates = item.entry.dates
        share, rest = divmod(amount_of(item), len(dates) or 1)
        for place, date in enumerate(dates):
            amounts[date] = amounts.get(date, 0) + share + (place < rest)
    return amounts


def _places(periods: Sequence[Period]) -> Callable[[dt.date], int]:
    """Return what finds a date's place among the periods."""
    starts = [period.start for period in periods]
    return lambda date: bisect_right(starts, date) - 1
