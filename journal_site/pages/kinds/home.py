"""Home: who and what, how far and how steady, and what is new. The only page of entries that may depend on today."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from journal_site.model.link_kinds import PAPER
from journal_site.model.page import Deferred, Page
from journal_site.pages.charts.heatmap import Heatmap, build_heatmap
from journal_site.pages.kinds.figures import Figure
from journal_site.pages.kinds.goals import Goal, build_goals
from journal_site.pages.kinds.notes import NoteRow, note_rows
from journal_site.pages.kinds.progress import (
    FIGURES,
    Progress,
    StreakView,
    build_figures,
    build_progress,
    build_streak,
)
from journal_site.pages.parts.linked_data import site_json_ld
from journal_site.pages.parts.shared import page_picture
from journal_site.pages.parts.thumbnails import pictured_card
from journal_site.pages.parts.urls import encode_path
from journal_site.pages.parts.views import EntryCard, EntryRef, PageView, Ref, TopicRef, View
from journal_site.pages.words.naming import first_sentences
from journal_site.pages.words.people import people

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

ROOT = "./"
_LATEST = 9
_TOPICS = 8
_READ = 5
_NOTES = 24
_YEAR = 52 * 7
_HALF = dt.timedelta(days=26 * 7)
"""A journal that rests longer is shown as it was."""
_HARDLY = 10
"""A year with less than so many parts of all days has hardly any."""


class NamedWork(View, frozen=True, kw_only=True):
    """A paper or notebook with the entry that named it last."""

    ref: Ref
    entry: EntryRef | None
    about: str = ""
    """Of a paper: who wrote it, and when."""


class Memory(View, frozen=True, kw_only=True):
    """An entry of this day in an earlier year."""

    ref: EntryRef
    ago: str
    """`2 years ago`"""


class TopicBar(View, frozen=True, kw_only=True):
    """A topic with a bar as long as it has entries."""

    ref: TopicRef
    count: str
    part: int
    """Its length in hundredths of the longest."""


class HomeView(PageView, frozen=True, kw_only=True):
    """The site's front."""

    lead: str
    """Who and why, in a sentence or two."""
    introduction_url: str
    """The page with the journal's introduction; empty where there is none."""
    avatar: str
    """The address of a picture of whoever writes."""
    search: str
    """What the search's box says: what there is to search."""
    progress: Progress | None
    streak: StreakView | None
    figures: tuple[Figure, ...]
    """The most telling numbers."""
    heatmap: Heatmap | None
    """Where there is no challenge."""
    latest: tuple[EntryCard, ...]
    """The newest entries, newest first."""
    all_url: str
    """The timeline."""
    goals: tuple[Goal, ...]
    topics: tuple[TopicBar, ...]
    """Those with most entries."""
    topics_url: str
    """All topics."""
    papers: tuple[NamedWork, ...]
    """The papers that were named last."""
    links_url: str
    """All links."""
    notebooks: tuple[NamedWork, ...]
    """The notebooks that were named last."""
    notebooks_url: str
    """All notebooks."""
    memories: tuple[Memory, ...]
    """Entries of this day in earlier years, the latest first."""
    notes: tuple[NoteRow, ...]
    """The first notes, where there are no entries."""
    notes_url: str
    """All notes."""


def plan_home(_context: PageContext) -> Iterator[Deferred]:
    """Plan the site's front."""
    yield Deferred(path="index.html", template="home.html", make=_page)


def _page(context: PageContext) -> Page:
    return Page(path="index.html", template="home.html", view=home_view(context))


def _latest(context: PageContext) -> tuple[Item, ...]:
    return context.entries[: -_LATEST - 1 : -1]


def home_view(context: PageContext) -> HomeView:
    """Return the view of the site's front."""
    config, href = context.config, context.urls.href
    picture = page_picture(context, "", config.title)
    progress, streak = build_progress(context, ROOT), build_streak(context)
    heatmap = None if progress else _heatmap(context)
    told = [one.number for one in (progress, streak and streak.figure) if one]
    return HomeView(
        root=ROOT,
        section="home",
        window=config.title,
        description=config.description or first_sentences(_introduction(context)),
        canonical=context.urls.base,
        picture=picture,
        json_ld=site_json_ld(context, picture),
        lead=first_sentences(config.description or _introduction(context)),
        introduction_url=href(ROOT, "introduction/") if context.index.introduction else "",
        avatar=ROOT + encode_path(config.avatar) if config.avatar else "",
        search=_search(context) if config.search else "",
        progress=progress,
        streak=streak,
        figures=build_figures(context, *told)[: FIGURES - bool(streak)],
        heatmap=heatmap,
        latest=tuple(pictured_card(context, ROOT, item) for item in _latest(context)),
        all_url=href(ROOT, "timeline/"),
        goals=build_goals(context, ROOT),
        topics=_topics(context),
        topics_url=href(ROOT, "topics/"),
        papers=_papers(context),
        links_url=href(ROOT, "links/"),
        notebooks=_notebooks(context),
        notebooks_url=href(ROOT, "notebooks/"),
        memories=_memories(context),
        notes=note_rows(context, ROOT, _home_notes(context)),
        notes_url=href(ROOT, "notes/"),
    )


def _search(context: PageContext) -> str:
    """Return what can be searched: `Search: 39 entries, 86 links`."""
    labels, counted = context.labels, context.wording.counted
    counts = (
        (labels.entries, len(context.entries)),
        (labels.notes_count, len(context.notes)),
        (labels.links_count, len(context.index.links)),
    )
    held = [counted(forms, count) for forms, count in counts if count]
    return f"{labels.search}: {labels.comma.join(held[:2])}" if held else labels.search


def _introduction(context: PageContext) -> str:
    return next((item.entry.excerpt for item in context.index.introduction if item.entry.excerpt), "")


def _topics(context: PageContext) -> tuple[TopicBar, ...]:
    """Return the topics with the most entries."""
    topics = sorted(context.index.topics, key=lambda topic: (-len(topic.entries), topic.slug))[:_TOPICS]
    most = max((len(topic.entries) for topic in topics), default=0)
    return tuple(
        TopicBar(
            ref=context.topic_ref(ROOT, topic.slug),
            count=context.wording.number(len(topic.entries)),
            part=round(100 * len(topic.entries) / most),
        )
        for topic in topics
        if topic.entries
    )


def _heatmap(context: PageContext) -> Heatmap | None:
    days = context.days
    return build_heatmap(context, ROOT, days, *_span(context, days)) if days else None


def _span(context: PageContext, days: Collection[dt.date]) -> tuple[dt.date, dt.date]:
    """Return the last year, or as much of it as the journal has; where it rests, the year before its last day.

    Where hardly anything was written in that year, it is the year in which most was.
    """
    today, last = context.index.streaks.today, max(days)
    end = today if dt.timedelta() <= today - last <= _HALF else last
    start = _year_before(end)
    if sum(start <= day <= end for day in days) * _HARDLY < len(days):
        counts = Counter(day.year for day in days)
        year = max(counts, key=lambda year: (counts[year], year))
        end = max(day for day in days if day.year == year)
        start = _year_before(end)
    return max(start, _monday(min(days))), end


def _year_before(end: dt.date) -> dt.date:
    """Return the Monday a year before a date, or the calendar's first day."""
    return dt.date.fromordinal(max(_monday(end).toordinal() - _YEAR, 1))


def _monday(date: dt.date) -> dt.date:
    return dt.date.fromordinal(max(date.toordinal() - date.weekday(), 1))


def _papers(context: PageContext) -> tuple[NamedWork, ...]:
    """Return the papers that were named last, newest first."""
    order = context.order
    papers = [link for link in context.index.links if link.kind == PAPER]
    papers.sort(key=lambda link: -max(order[citation.id] for citation in link.citations))
    return tuple(
        NamedWork(
            ref=Ref(
                url=context.urls.href(ROOT, link.page) if link.page else link.url,
                text=link.text or link.url,
            ),
            about=people(link.authors, link.year),
            entry=_newest(context, [c.id for c in link.citations]),
        )
        for link in papers[:_READ]
    )


def _notebooks(context: PageContext) -> tuple[NamedWork, ...]:
    order = context.order
    records = sorted(context.index.notebooks, key=lambda record: -max((order[i] for i in record.entries), default=-1))
    return tuple(
        NamedWork(
            ref=Ref(
                url=context.urls.href(ROOT, record.url) if record.local else record.url,
                text=record.title or record.url,
            ),
            entry=_newest(context, record.entries),
        )
        for record in records[:_READ]
    )


def _newest(context: PageContext, ids: tuple[str, ...] | list[str]) -> EntryRef | None:
    newest = max(ids, key=lambda id_: context.order[id_], default=None)
    return context.entry_ref(ROOT, context.items[newest]) if newest is not None else None


def _memories(context: PageContext) -> tuple[Memory, ...]:
    """Return the entries of this day in earlier years, the latest year first."""
    today = context.index.streaks.today
    found = [
        (today.year - date.year, item)
        for item in context.dated
        for date in item.entry.dates or (item.entry.date,)
        if date and date.year < today.year and (date.month, date.day) == (today.month, today.day)
    ]
    found.sort(key=lambda pair: pair[0])
    labels, wording = context.labels, context.wording
    return tuple(
        Memory(ref=context.entry_ref(ROOT, item), ago=wording.counted(labels.years_ago, years)) for years, item in found
    )


def _home_notes(context: PageContext) -> tuple[Item, ...]:
    """Return the notes that home names: where there are no entries they are what the journal holds."""
    return () if context.entries else context.notes[:_NOTES]
