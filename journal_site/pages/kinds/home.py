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
    from journal_site.pages.parts.context import Material

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


class Found(View, frozen=True, kw_only=True):
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
    papers: tuple[Found, ...]
    """The papers that were named last."""
    links_url: str
    """All links."""
    notebooks: tuple[Found, ...]
    """The notebooks that were named last."""
    notebooks_url: str
    """All notebooks."""
    memories: tuple[Memory, ...]
    """Entries of this day in earlier years, the latest first."""
    notes: tuple[NoteRow, ...]
    """The first notes, where there are no entries."""
    notes_url: str
    """All notes."""


def plan_home(_material: Material) -> Iterator[Deferred]:
    """Plan the site's front."""
    yield Deferred(path="index.html", template="home.html", make=_page)


def _page(material: Material) -> Page:
    return Page(path="index.html", template="home.html", view=home_view(material))


def _latest(material: Material) -> tuple[Item, ...]:
    return material.entries[: -_LATEST - 1 : -1]


def home_view(material: Material) -> HomeView:
    """Return the view of the site's front."""
    config, href = material.config, material.urls.href
    picture = page_picture(material, "", config.title)
    return HomeView(
        root=ROOT,
        section="home",
        window=config.title,
        description=config.description or _first_words(material),
        canonical=material.urls.base,
        picture=picture,
        json_ld=site_json_ld(material, picture),
        counts=_counts(material),
        introduction=_introduction(material),
        progress=build_progress(material),
        streak=build_streak(material),
        heatmap=_heatmap(material),
        latest=tuple(material.entry_card(ROOT, item) for item in _latest(material)),
        all_url=href(ROOT, "timeline/"),
        goals=build_goals(material, ROOT),
        topics=build_topic_rows(material, ROOT, most=_TOPICS),
        topics_url=href(ROOT, "topics/"),
        papers=_papers(material),
        links_url=href(ROOT, "links/"),
        notebooks=_notebooks(material),
        notebooks_url=href(ROOT, "notebooks/"),
        memories=_memories(material),
        notes=tuple(note_row(material, ROOT, item) for item in _home_notes(material)),
        notes_url=href(ROOT, "notes/"),
    )


def _counts(material: Material) -> tuple[str, ...]:
    labels, index = material.labels, material.index
    pairs = (
        (labels.entries, len(material.entries)),
        (labels.notes_count, len(material.notes)),
        (labels.topics_count, len(index.topics)),
        (labels.links_count, len(index.links)),
        (labels.notebooks_count, len(index.notebooks)),
    )
    return tuple(material.wording.counted(forms, count) for forms, count in pairs if count)


def _first_words(material: Material) -> str:
    return next((item.entry.excerpt for item in material.index.introduction if item.entry.excerpt), "")


def _introduction(material: Material) -> Introduction | None:
    items = material.index.introduction
    if not items:
        return None
    url = material.urls.href(ROOT, "introduction/")
    if sum(item.entry.words for item in items) > _SHORT_INTRODUCTION:
        return Introduction(excerpt=_first_words(material), url=url)
    bodies = (BodyRef(digest=item.entry.body, slots=item_slots(material, ROOT, item)) for item in items)
    return Introduction(bodies=tuple(bodies))


def _heatmap(material: Material) -> Heatmap | None:
    days = material.days
    return build_heatmap(material, ROOT, days, _span(material, days)) if days else None


def _span(material: Material, days: Iterable[dt.date]) -> Span:
    """Return the last year; in a journal that has rested for half of it, the year before its last day."""
    first, last = min(days), max(days)
    today = material.index.streaks.today
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


def _papers(material: Material) -> tuple[Found, ...]:
    """Return the papers that were named last, newest first."""
    order = material.order
    papers = [link for link in material.index.links if link.kind == PAPER]
    papers.sort(key=lambda link: -max(order[citation.id] for citation in link.citations))
    return tuple(
        Found(
            ref=Ref(url=link.url, text=link.text or link.url), entry=_newest(material, [c.id for c in link.citations])
        )
        for link in papers[:_PAPERS]
    )


def _notebooks(material: Material) -> tuple[Found, ...]:
    order = material.order
    records = sorted(material.index.notebooks, key=lambda record: -max((order[i] for i in record.entries), default=-1))
    return tuple(
        Found(
            ref=Ref(
                url=material.urls.href(ROOT, record.url) if record.local else record.url,
                text=record.title or record.url,
            ),
            entry=_newest(material, record.entries),
        )
        for record in records[:_NOTEBOOKS]
    )


def _newest(material: Material, ids: tuple[str, ...] | list[str]) -> EntryRef | None:
    newest = max(ids, key=lambda id_: material.order[id_], default=None)
    return material.entry_ref(ROOT, material.items[newest]) if newest is not None else None


def _memories(material: Material) -> tuple[Memory, ...]:
    """Return the entries of this day in earlier years, the latest year first."""
    today = material.index.streaks.today
    found = [
        (today.year - date.year, item)
        for item in material.dated
        for date in item.entry.dates or (item.entry.date,)
        if date and date.year < today.year and (date.month, date.day) == (today.month, today.day)
    ]
    found.sort(key=lambda pair: pair[0])
    labels, wording = material.labels, material.wording
    return tuple(
        Memory(ref=material.entry_ref(ROOT, item), ago=wording.counted(labels.years_ago, years))
        for years, item in found
    )


def _home_notes(material: Material) -> tuple[Item, ...]:
    """Return the notes that home names: where there are no entries they are what the journal holds."""
    return () if material.entries else material.notes[:_NOTES]
