"""Home: who and what, how far and how steady, and what is new. The only page of entries that may depend on today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal_site.model.link_kinds import PAPER
from journal_site.model.page import BodyRef, Deferred, Page
from journal_site.pages.charts.heatmap import Heatmap, Span, build_heatmap
from journal_site.pages.kinds.goals import Goal, build_goals
from journal_site.pages.kinds.notes import NoteRow, note_row
from journal_site.pages.kinds.progress import Progress, StreakView, build_progress, build_streak
from journal_site.pages.kinds.topic_rows import TopicRow, build_topic_rows
from journal_site.pages.parts.linked_data import site_json_ld
from journal_site.pages.parts.shared import page_picture
from journal_site.pages.parts.slots import item_slots
from journal_site.pages.parts.views import EntryCard, EntryRef, PageView, Ref, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

ROOT = "./"
_LATEST = 9
_TOPICS = 12
_PAPERS = 6
_NOTEBOOKS = 6
_NOTES = 24
_SHORT_INTRODUCTION = 90
"""An introduction of at most so many words stands on home itself, a longer one has its own page only."""
_YEAR = 52 * 7
_HALF = dt.timedelta(days=26 * 7)
"""A journal that is younger is shown from its first day on, with the days to come; one that rests longer, as it was."""


class NamedWork(View, frozen=True, kw_only=True):
    """A paper or notebook with the entry that named it last."""

    ref: Ref
    entry: EntryRef | None


class Memory(View, frozen=True, kw_only=True):
    """An entry of this day in an earlier year."""

    ref: EntryRef
    ago: str
    """`2 years ago`"""


class Introduction(View, frozen=True, kw_only=True):
    """The journal's introduction: whole where it is short, else its beginning and the way to its page."""

    bodies: tuple[BodyRef, ...] = ()
    """None where it is long."""
    excerpt: str = ""
    url: str = ""


class HomeView(PageView, frozen=True, kw_only=True):
    """The site's front."""

    counts: tuple[str, ...]
    """`16 entries`, `12 topics` …"""
    introduction: Introduction | None
    progress: Progress | None
    streak: StreakView | None
    heatmap: Heatmap | None
    latest: tuple[EntryCard, ...]
    """The newest entries, newest first."""
    all_url: str
    """The timeline."""
    goals: tuple[Goal, ...]
    topics: tuple[TopicRow, ...]
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
    return HomeView(
        root=ROOT,
        section="home",
        window=config.title,
        description=config.description or _first_words(context),
        canonical=context.urls.base,
        picture=picture,
        json_ld=site_json_ld(context, picture),
        counts=_counts(context),
        introduction=_introduction(context),
        progress=build_progress(context),
        streak=build_streak(context),
        heatmap=_heatmap(context),
        latest=tuple(context.entry_card(ROOT, item) for item in _latest(context)),
        all_url=href(ROOT, "timeline/"),
        goals=build_goals(context, ROOT),
        topics=build_topic_rows(context, ROOT, most=_TOPICS),
        topics_url=href(ROOT, "topics/"),
        papers=_papers(context),
        links_url=href(ROOT, "links/"),
        notebooks=_notebooks(context),
        notebooks_url=href(ROOT, "notebooks/"),
        memories=_memories(context),
        notes=tuple(note_row(context, ROOT, item) for item in _home_notes(context)),
        notes_url=href(ROOT, "notes/"),
    )


def _counts(context: PageContext) -> tuple[str, ...]:
    labels, index = context.labels, context.index
    pairs = (
        (labels.entries, len(context.entries)),
        (labels.notes_count, len(context.notes)),
        (labels.topics_count, len(index.topics)),
        (labels.links_count, len(index.links)),
        (labels.notebooks_count, len(index.notebooks)),
    )
    return tuple(context.wording.counted(forms, count) for forms, count in pairs if count)


def _first_words(context: PageContext) -> str:
    return next((item.entry.excerpt for item in context.index.introduction if item.entry.excerpt), "")


def _introduction(context: PageContext) -> Introduction | None:
    items = context.index.introduction
    if not items:
        return None
    url = context.urls.href(ROOT, "introduction/")
    if sum(item.entry.words for item in items) > _SHORT_INTRODUCTION:
        return Introduction(excerpt=_first_words(context), url=url)
    bodies = (BodyRef(digest=item.entry.body, slots=item_slots(context, ROOT, item)) for item in items)
    return Introduction(bodies=tuple(bodies))


def _heatmap(context: PageContext) -> Heatmap | None:
    days = context.days
    return build_heatmap(context, ROOT, days, _span(context, days)) if days else None


def _span(context: PageContext, days: Iterable[dt.date]) -> Span:
    """Return the last year; in a journal that has rested for half of it, the year before its last day."""
    first, last = min(days), max(days)
    today = context.index.streaks.today
    end = today if dt.timedelta() <= today - last <= _HALF else last
    if end - first > _HALF:
        return Span(_moved(_monday(end), -_YEAR), end, end)
    monday = _monday(first)
    return Span(monday, _moved(monday, _YEAR + 6), end)


def _moved(date: dt.date, days: int) -> dt.date:
    """Return the date so many days on, or the calendar's first or last where there is none."""
    return dt.date.fromordinal(min(max(date.toordinal() + days, 1), dt.date.max.toordinal()))


def _monday(date: dt.date) -> dt.date:
    return date - dt.timedelta(days=date.weekday())


def _papers(context: PageContext) -> tuple[NamedWork, ...]:
    """Return the papers that were named last, newest first."""
    order = context.order
    papers = [link for link in context.index.links if link.kind == PAPER]
    papers.sort(key=lambda link: -max(order[citation.id] for citation in link.citations))
    return tuple(
        NamedWork(
            ref=Ref(url=link.url, text=link.text or link.url), entry=_newest(context, [c.id for c in link.citations])
        )
        for link in papers[:_PAPERS]
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
        for record in records[:_NOTEBOOKS]
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
