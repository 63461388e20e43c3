"""What every planner is given: the index and the configuration, with the look-ups that planners share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from journal_site.config import SiteConfig
from journal_site.model.entry import Notebook
from journal_site.model.index import Index
from journal_site.pages.parts.digests import Marks
from journal_site.pages.parts.provenance import Prefixes, repository_prefixes
from journal_site.pages.parts.sharing import encode_query
from journal_site.pages.parts.urls import Urls, site_base
from journal_site.pages.parts.views import EntryCard, EntryRef, TopicRef
from journal_site.pages.words.labels import load_labels
from journal_site.pages.words.naming import Naming, says_same
from journal_site.pages.words.wording import Wording

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.model.entry import Entry
    from journal_site.model.index import Item, Topic
    from journal_site.pages.words.labels import Labels


TIMELINE_LIMIT = 250
"""More entries than this make a list too long for one page: it is parted by year."""


class PlanOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a build decides beside site.yaml."""

    base_url: str = ""
    """Where the site will live, in place of site.yaml's `url`."""
    portable: bool = False
    version: str = ""
    card_font: str = ""
    """Digest of the file that site.yaml's `card_font` names."""


class Material(msgspec.Struct, frozen=True, kw_only=True, dict=True, weakref=True):
    """The index, the configuration and the wording, with look-ups by id and slug. Planners only read it."""

    index: Index
    config: SiteConfig
    options: PlanOptions
    notebooks: Mapping[str, Notebook]
    """Local notebooks by path."""
    wording: Wording
    urls: Urls

    @cached_property
    def days(self) -> dict[dt.date, list[Item]]:
        """The entries of each calendar day."""
        return entries_by_date(self.entries)

    @property
    def labels(self) -> Labels:
        """The interface's words."""
        return self.wording.labels

    @cached_property
    def _topic_refs(self) -> dict[tuple[str, str], TopicRef]:
        return {}

    @cached_property
    def items(self) -> dict[str, Item]:
        """Entries and notes by id."""
        return {item.id: item for item in self.index.items}

    @cached_property
    def entries(self) -> tuple[Item, ...]:
        """The entries, oldest first."""
        return tuple(item for item in self.index.items if item.entry.kind == "entry")

    @cached_property
    def notes(self) -> tuple[Item, ...]:
        """The notes, in the order of their sources."""
        return tuple(item for item in self.index.items if item.entry.kind == "note")

    @cached_property
    def dated(self) -> tuple[Item, ...]:
        """The entries that have a date."""
        return tuple(item for item in self.entries if item.entry.date is not None)

    @cached_property
    def order(self) -> dict[str, int]:
        """Each item's place in the index's order, by id; an introduction comes before all."""
        places = {item.id: -1 for item in self.index.introduction}
        places.update((item.id, place) for place, item in enumerate(self.index.items))
        return places

    def topic_items(self, topic: Topic) -> tuple[Item, ...]:
        """Return the entries and notes of a topic, in the index's order."""
        return tuple(self.items[id_] for id_ in topic.entries)

    @cached_property
    def split_timeline(self) -> bool:
        """Whether the timeline is too long for one page."""
        return len(self.entries) > TIMELINE_LIMIT

    def month_url(self, month: dt.date) -> str:
        """Return where the timeline shows a month."""
        year = f"{month.year}/" if self.split_timeline else ""
        return f"timeline/{year}#{month:%Y-%m}"

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Topics by slug."""
        return {topic.slug: topic for topic in self.index.topics}

    @cached_property
    def challenge_days(self) -> int | None:
        """The M of "Day N of M"."""
        return self.index.challenge.days if self.index.challenge else None

    @cached_property
    def notebook_titles(self) -> dict[str, str]:
        """Titles of notebooks by their URL in the index."""
        return {record.url: record.title for record in self.index.notebooks}

    @cached_property
    def repository(self) -> Prefixes | None:
        """How the addresses of the repository's files begin."""
        return repository_prefixes(self.config.repo, self.config.branch)

    @cached_property
    def shared_base(self) -> str:
        """How the addresses of shared pages begin, as a value in a query."""
        return encode_query(self.urls.base)

    def full_dates(self, entry: Entry) -> str:
        """Return an entry's date with its weekday, or its dates."""
        if entry.date is None or len(entry.dates) > 1:
            return self.wording.dates(entry)
        return self.wording.full_date(entry.date)

    def window(self, page: str) -> str:
        """Return a window's title: the page, then the site."""
        return self.labels.page_of.format(page=page, title=self.config.title)

    def entry_ref(self, root: str, item: Item, *, short: bool = False) -> EntryRef:
        """Return an entry as one line of a list on a page with this root; `short` leaves out the year."""
        key = root, item.url, short
        ref = self._entry_refs.get(key)
        if ref is None:
            ref = self._entry_refs[key] = self._make_ref(root, item, short=short)
        return ref

    def _make_ref(self, root: str, item: Item, *, short: bool) -> EntryRef:
        entry, wording = item.entry, self.wording
        date = ""
        if entry.date is not None:
            date = wording.short_date(entry.date) if short else wording.dates(entry)
        day, (title, _) = wording.days(entry), self.naming.headline(entry)
        return EntryRef(
            url=self.urls.href(root, item.url),
            title=title,
            day="" if says_same(day, title) else day,
            date=date,
            iso=entry.date.isoformat() if entry.date else "",
        )

    @cached_property
    def _entry_refs(self) -> dict[tuple[str, str, bool], EntryRef]:
        """By root and URL: most are named on several pages of one root; an author's page may have an entry's id."""
        return {}

    @cached_property
    def marks(self) -> Marks:
        """Digests of what pages show of the index."""
        return Marks(self)

    @cached_property
    def naming(self) -> Naming:
        """What knows bare titles."""
        return Naming(self.labels, load_labels("en"))

    def topic_ref(self, root: str, slug: str) -> TopicRef:
        """Return a topic as a tag on a page with this root."""
        key = root, slug
        ref = self._topic_refs.get(key)
        if ref is None:
            name = self.topics[slug].name if slug in self.topics else slug
            ref = self._topic_refs[key] = TopicRef(url=self.urls.href(root, f"topics/{slug}/"), name=name)
        return ref

    def entry_card(self, root: str, item: Item) -> EntryCard:
        """Return an entry with excerpt and topics for a page with this root."""
        return EntryCard(
            ref=self.entry_ref(root, item),
            excerpt=self.naming.headline(item.entry)[1],
            topics=tuple(self.topic_ref(root, slug) for slug in item.topics),
        )


def material_of(index: Index, config: SiteConfig, options: PlanOptions, notebooks: Mapping[str, Notebook]) -> Material:
    """Return what planners are given, with the words of the site's language and its address."""
    return Material(
        index=index,
        config=config,
        options=options,
        notebooks=notebooks,
        wording=Wording(load_labels(config.language)),
        urls=Urls(portable=options.portable, base=site_base(options.base_url or config.url)),
    )


def entries_by_date(items: Iterable[Item]) -> dict[dt.date, list[Item]]:
    """Return the entries of each calendar day."""
    days: dict[dt.date, list[Item]] = {}
    for item in items:
        for date in item.entry.dates or ((item.entry.date,) if item.entry.date else ()):
            days.setdefault(date, []).append(item)
    return days
