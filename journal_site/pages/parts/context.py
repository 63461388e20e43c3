"""What every planner is given: the index and the configuration, with the look-ups that planners share.

A page is made with a `PageContext` of its own, which records what it reads of the index (see `recording`). Settings,
labels and addresses count for every page and are not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

import msgspec

from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.recording import (
    Prepared,
    Trace,
    TrackedTable,
    encode_prepared,
    note,
    raw_of,
    stand_in,
    summed,
)
from journal_site.pages.parts.views import EntryCard, EntryRef, TopicRef
from journal_site.pages.words.naming import says_same

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.languages.labels import Labels
    from journal_site.model.entry import Entry, Notebook
    from journal_site.model.index import Challenge, Item, LinkRecord, NotebookRecord, Streaks, Topic
    from journal_site.model.page import Deferred, Document, Page
    from journal_site.pages.words.naming import Naming

Given = ParamSpec("Given")
Result = TypeVar("Result")
_encode = msgspec.msgpack.Encoder().encode


class _ReadIndex:
    """The index as planners read it."""

    def __init__(self, context: PageContext) -> None:
        self._read = context.read
        self._items = context.items

    @property
    def items(self) -> tuple[Item, ...]:
        """Entries and notes, oldest first."""
        return self._all(Facts.keys_of_items)

    @property
    def introduction(self) -> tuple[Item, ...]:
        """What introduces the journal."""
        return self._all(Facts.keys_of_introduction)

    @property
    def pages(self) -> tuple[Item, ...]:
        """The author's own pages."""
        return self._all(Facts.keys_of_pages)

    def _all(self, find: Callable[[Facts], tuple[str, ...]]) -> tuple[Item, ...]:
        return tuple([self._items[key] for key in self._read(find)])

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, each with all that the index says of it."""
        return self._read(Facts.topics)

    @property
    def links(self) -> tuple[LinkRecord, ...]:
        """All links of the journal."""
        return self._read(Facts.links)

    @property
    def notebooks(self) -> tuple[NotebookRecord, ...]:
        """All notebooks of the journal."""
        return self._read(Facts.notebook_records)

    @property
    def streaks(self) -> Streaks:
        """The streaks, which depend on today."""
        return self._read(Facts.streaks)

    @property
    def challenge(self) -> Challenge | None:
        """The challenge."""
        return self._read(Facts.challenge)

    @property
    def redirects(self) -> tuple[tuple[str, str], ...]:
        """From where to where something has moved."""
        return self._read(Facts.redirects)


class PageContext:
    """The index, the configuration and the wording, with look-ups by id and slug, for one page or for planning."""

    def __init__(self, facts: Facts, *, recorded: bool = False) -> None:
        """Read from these facts, and record it where asked to."""
        self.facts = facts
        self.config = facts.config
        self.options = facts.options
        self.wording = facts.wording
        self.urls = facts.urls
        self.labels: Labels = facts.wording.labels
        self.repository = facts.repository
        self.shared_base = facts.shared_base
        self._recorded = recorded
        self._facts: dict[str, dict[tuple[Any, ...], None]] = {}
        things = facts.things
        self.items: Mapping[str, Item] | TrackedTable[Item] = (
            TrackedTable("item", things["item"]) if recorded else things["item"]
        )
        """Entries and notes by id."""
        self.topics: Mapping[str, Topic] | TrackedTable[Topic] = (
            TrackedTable("topic", things["topic"]) if recorded else things["topic"]
        )
        """Topics by slug."""
        self.index = _ReadIndex(self)

    def read(
        self, find: Callable[Concatenate[Facts, Given], Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Return a fact, and note that it was read."""
        if self._recorded:
            self._facts.setdefault(find.__name__, {})[given] = None
        return self.facts.value(find, *given, **named)

    def trace(self) -> bytes:
        """Return what was read so far, encoded."""
        tables = [table for table in (self.items, self.topics) if isinstance(table, TrackedTable)]
        groups = tuple([group for table in tables for group in table.groups()])
        facts = tuple([(name, tuple(times)) for name, times in self._facts.items()])
        return _encode(Trace(groups, facts))

    def prepare(self, name: str, make: Callable[..., Result], *args: object) -> Prepared[Result]:
        """Return what several outputs are made from, with the digest of what it read itself.

        It is made at once only where it would differ from what the last plan prepared under this name.
        """
        facts = self.facts
        given = summed(_encode(args))
        last = facts.last_prepared(name)
        if last.of == given and (
            not facts.touches(last.trace) or last.digest == summed(given, facts.digest(last.trace))
        ):
            facts.prepared[name] = facts.traces[name]
            return Prepared(last.digest, partial(make, PageContext(facts), *args))
        reading = PageContext(facts, recorded=True)
        made = make(reading, *args)
        trace = reading.trace()
        digest = summed(given, facts.digest(trace))
        facts.prepared[name] = encode_prepared(digest, given, trace)
        return Prepared(digest, lambda: made)

    # --- look-ups

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of entries and notes, in the index's order."""
        return self.read(Facts.keys_of_items)

    def _kind(self, kind: str) -> tuple[Item, ...]:
        return tuple([self.items[key] for key in self.read(Facts.keys_of_kind, kind)])

    @cached_property
    def entries(self) -> tuple[Item, ...]:
        """The entries, oldest first."""
        return self._kind("entry")

    @cached_property
    def notes(self) -> tuple[Item, ...]:
        """The notes, in the order of their sources."""
        return self._kind("note")

    @cached_property
    def dated(self) -> tuple[Item, ...]:
        """The entries that have a date."""
        return tuple([self.items[key] for key in self.read(Facts.keys_of_dated)])

    @cached_property
    def days(self) -> dict[dt.date, list[Item]]:
        """The entries of each calendar day."""
        return {date: [self.items[key] for key in keys] for date, keys in self.read(Facts.keys_by_day).items()}

    @cached_property
    def order(self) -> dict[str, int]:
        """Each item's place in the index's order, by id; an introduction comes before all."""
        places = {item.id: -1 for item in self.index.introduction}
        places.update((id_, place) for place, id_ in enumerate(self.ids))
        return places

    def topic_items(self, topic: Topic) -> tuple[Item, ...]:
        """Return the entries and notes of a topic, in the index's order."""
        return tuple([self.items[id_] for id_ in topic.entries])

    @property
    def split_timeline(self) -> bool:
        """Whether the timeline is too long for one page."""
        return self.read(Facts.split_timeline)

    def month_url(self, month: dt.date) -> str:
        """Return where the timeline shows a month."""
        year = f"{month.year}/" if self.split_timeline else ""
        return f"timeline/{year}#{month:%Y-%m}"

    @property
    def challenge_days(self) -> int | None:
        """The M of "Day N of M"."""
        return self.read(Facts.challenge_days)

    def notebook(self, path: str) -> Notebook | None:
        """Return a local notebook."""
        return self.read(Facts.notebook, path)

    def notebook_title(self, url: str) -> str:
        """Return the title of a notebook by its URL in the index; empty where it is not known."""
        return self.read(Facts.notebook_title, url)

    @property
    def first_dates(self) -> dict[str, str]:
        """The ISO date of each entry and note by its id; empty where it has none."""
        return self.read(Facts.first_dates)

    def notebook_record(self, address: str) -> NotebookRecord:
        """Return what the index says of a notebook, by what `address_of` gives."""
        return self.read(Facts.notebook_record, address)

    @property
    def kinds_of_links(self) -> tuple[str, ...]:
        """The kinds of which there are links."""
        return self.read(Facts.kinds_of_links)

    def links_of_kind(self, kind: str) -> tuple[LinkRecord, ...]:
        """Return the links of one kind, in the order of their first mention."""
        return self.read(Facts.links_of_kind, kind)

    @property
    def links_by_entry(self) -> dict[str, list[LinkRecord]]:
        """The links that each entry names, in the index's order."""
        self.read(Facts.links)
        return self.facts.links_by_entry

    # --- wording

    def full_dates(self, entry: Entry) -> str:
        """Return an entry's date with its weekday, or its dates."""
        if entry.date is None or len(entry.dates) > 1:
            return self.wording.dates(entry)
        return self.wording.full_date(entry.date)

    def window(self, page: str) -> str:
        """Return a window's title: the page, then the site."""
        return self.labels.page_of.format(page=page, title=self.config.title)

    @property
    def naming(self) -> Naming:
        """What knows how entries are called, and what many of them begin with."""
        self.read(Facts.openings)
        return self.facts.naming

    def headline(self, item: Item) -> tuple[str, str]:
        """Return what lists and its page call an entry, and the rest of its excerpt."""
        self.read(Facts.openings)  # which is not noted where another page asked first
        return self.shared(_headline, "", item)

    def entry_ref(self, root: str, item: Item, *, short: bool = False) -> EntryRef:
        """Return an entry as one line of a list on a page with this root; `short` leaves out the year."""
        self.read(Facts.openings)  # as above
        return self.shared(_short_ref if short else _long_ref, root, item)

    def shared(self, make: Callable[[PageContext, str, Item], Result], root: str, item: Item) -> Result:
        """Return what `make` gives for an item, made once for all pages of one root; it must read nothing else."""
        raw = raw_of(item)
        known, key = self.facts.shared, (make, root, raw.url, raw.id)
        found = known.get(key)
        if found is None:
            one = stand_in(item)
            found = known[key] = make(self, root, cast("Item", one)), one.noted()
        made, bits = found
        note(item, bits)
        return made

    def topic_ref(self, root: str, slug: str) -> TopicRef:
        """Return a topic as a tag on a page with this root."""
        topic = self.topics.get(slug)
        key = root, slug, topic.name if topic is not None else slug, self.topic_colour(slug)
        ref = self.facts.topic_refs.get(key)
        if ref is None:
            url = self.urls.href(root, f"topics/{slug}/")
            ref = self.facts.topic_refs[key] = TopicRef(url=url, name=key[2], colour=key[3])
        return ref

    def topic_colour(self, slug: str) -> int:
        """Return the number of a topic's colour, from 1; 0 where it has none."""
        return self.read(Facts.topic_colour, slug)

    def main_topic(self, item: Item) -> str:
        """Return the slug of what an entry is about before all: the first of its topics that has a colour, or none."""
        return next((slug for slug in item.topics if self.topic_colour(slug)), "")

    def entry_card(self, root: str, item: Item) -> EntryCard:
        """Return an entry with excerpt and topics for a page with this root."""
        return EntryCard(
            ref=self.entry_ref(root, item),
            excerpt=self.headline(item)[1],
            topics=tuple(self.topic_ref(root, slug) for slug in item.topics),
        )


def _headline(context: PageContext, _root: str, item: Item) -> tuple[str, str]:
    return context.naming.headline(item.entry)


def _long_ref(context: PageContext, root: str, item: Item) -> EntryRef:
    return _make_ref(context, root, item, context.wording.dates(item.entry))


def _short_ref(context: PageContext, root: str, item: Item) -> EntryRef:
    date = item.entry.date
    return _make_ref(context, root, item, context.wording.short_date(date) if date else "")


def _make_ref(context: PageContext, root: str, item: Item, date: str) -> EntryRef:
    entry = item.entry
    day, (title, _) = context.wording.days(entry), context.headline(item)
    return EntryRef(
        url=context.urls.href(root, item.url),
        title=title,
        day="" if says_same(day, title) else day,
        date=date,
        iso=entry.date.isoformat() if entry.date else "",
    )


class PageReader:
    """Makes deferred outputs: what each of them reads is recorded."""

    def __init__(self, facts: Facts) -> None:
        """Read from what is facts."""
        self._facts_of_index = facts
        self.digest = facts.digest

    def make(self, output: Deferred) -> tuple[Page | Document, bytes]:
        """Make an output, and return it with the trace of what it read."""
        reading = PageContext(self._facts_of_index, recorded=True)
        made = output.make(reading, *output.args)
        return made, reading.trace()
