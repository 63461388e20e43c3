"""The index with what follows from it, for all pages of one plan: facts that pages read, and what traces lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import msgspec

from journal_site.config import SiteConfig
from journal_site.languages.labels import load_labels
from journal_site.model.entry import Notebook
from journal_site.model.index import Index, Publication
from journal_site.model.link_kinds import THINGS
from journal_site.pages.parts.recording import DIGEST, LastPrepared, Trace, reader_of, short_digest, summed
from journal_site.pages.parts.repository import Prefixes, repository_prefixes
from journal_site.pages.parts.sharing import encode_query
from journal_site.pages.parts.topic_colours import colours_of
from journal_site.pages.parts.urls import Urls, site_base
from journal_site.pages.parts.views import TopicRef
from journal_site.pages.words.naming import Naming
from journal_site.pages.words.wording import Wording

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.model.index import Challenge, Item, LinkRecord, NotebookRecord, Openings, Streaks, Topic

Given = ParamSpec("Given")
Result = TypeVar("Result")

TIMELINE_LIMIT = 250
"""More entries than this make a list too long for one page: it is parted by year."""
_BESIDE = 8
"""So many things are named beside one."""
_MANY = 500
"""Things of which the same is read for one output, and hardly for others: they are looked at together."""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Trace).decode


class PlanOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a build decides beside site.yaml."""

    base_url: str = ""
    """Where the site will live, in place of site.yaml's `url`."""
    portable: bool = False
    card_font: str = ""
    """Digest of the file that site.yaml's `card_font` names."""


class Facts(msgspec.Struct, frozen=True, kw_only=True, dict=True, weakref=True):
    """The index with what follows from it, for all pages of one plan.

    Its methods are the facts that pages read: each gives a value, which is the whole of what its reader then knows.
    """

    index: Index
    config: SiteConfig
    options: PlanOptions
    notebooks: Mapping[str, Notebook]
    """Local notebooks by path."""
    wording: Wording
    urls: Urls
    traces: Mapping[str, bytes] = {}
    """What was read when the last site was made, by output or by the name of what was prepared."""
    changed: Mapping[str, int] | None = None
    """Where the index is the last one but for how entries are worded: by key the bits of the fields that differ."""

    # --- facts

    def keys_of_items(self) -> tuple[str, ...]:
        """Return the keys of entries and notes, in the index's order: their ids."""
        return tuple([item.id for item in self.index.items])

    def keys_of_introduction(self) -> tuple[str, ...]:
        """Return the keys of what introduces the journal."""
        return tuple([key_beside(item) for item in self.index.introduction])

    def keys_of_pages(self) -> tuple[str, ...]:
        """Return the keys of the author's own pages."""
        return tuple([key_beside(item) for item in self.index.pages])

    def keys_of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the ids of the entries or of the notes, in the index's order."""
        return tuple([item.id for item in self.index.items if item.entry.kind == kind])

    def keys_of_dated(self) -> tuple[str, ...]:
        """Return the ids of the entries that have a date, oldest first."""
        return tuple([item.id for item in self.index.items if item.entry.kind == "entry" and item.entry.date])

    def keys_by_day(self) -> dict[dt.date, list[str]]:
        """Return the ids of the entries of each calendar day."""
        entries = [item for item in self.index.items if item.entry.kind == "entry"]
        return {date: [item.id for item in items] for date, items in entries_by_date(entries).items()}

    def topics(self) -> tuple[Topic, ...]:
        """Return all topics."""
        return self.index.topics

    def topic_colour(self, slug: str) -> int:
        """Return the number of a topic's colour, from 1; 0 where it has none."""
        return self._topic_colours.get(slug, 0)

    def links(self) -> tuple[LinkRecord, ...]:
        """Return all links of the journal."""
        return self.index.links

    def notebook_records(self) -> tuple[NotebookRecord, ...]:
        """Return all notebooks of the journal, local and remote."""
        return self.index.notebooks

    def streaks(self) -> Streaks:
        """Return the streaks, which depend on today."""
        return self.index.streaks

    def challenge(self) -> Challenge | None:
        """Return the challenge."""
        return self.index.challenge

    def openings(self) -> Openings:
        """Return what many texts begin alike."""
        return self.index.openings

    def challenge_days(self) -> int | None:
        """Return the M of "Day N of M"."""
        return self.index.challenge.days if self.index.challenge else None

    def key_at(self, url: str) -> str:
        """Return the key of the text whose page has this address; empty where none has, or all of a log's parts."""
        return self._keys_at.get(url, "") if url else ""

    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Return from where to where something has moved."""
        return self.index.redirects

    def split_timeline(self) -> bool:
        """Tell whether the timeline is too long for one page."""
        return len(self.value(Facts.keys_of_kind, "entry")) > TIMELINE_LIMIT

    def notebook(self, path: str) -> Notebook | None:
        """Return a local notebook."""
        return self.notebooks.get(path)

    def notebook_title(self, url: str) -> str:
        """Return the title of a notebook by its URL in the index; empty where it is not known."""
        return self.notebook_titles.get(url, "")

    def first_dates(self) -> dict[str, str]:
        """Return the ISO date of each entry and note by its id; empty where it has none."""
        return {item.id: item.entry.date.isoformat() if item.entry.date else "" for item in self.index.items}

    def notebook_record(self, address: str) -> NotebookRecord:
        """Return what the index says of a notebook, by its address, or by what names it where it is missing."""
        return self._notebook_records[address]

    def kinds_of_links(self) -> tuple[str, ...]:
        """Return the kinds of which there are links."""
        return tuple(dict.fromkeys([link.kind for link in self.index.links]))

    def links_of_kind(self, kind: str) -> tuple[LinkRecord, ...]:
        """Return the links of one kind, in the order of their first mention."""
        return tuple([link for link in self.index.links if link.kind == kind])

    def thing_pages(self) -> tuple[str, ...]:
        """Return the URLs of all pages of things, in the order of their first mention."""
        return tuple(self._things)

    def thing(self, page: str) -> tuple[LinkRecord, ...]:
        """Return what a thing's page is of: one link, or several that lead to one thing."""
        return tuple(self._things.get(page, ()))

    def beside_thing(self, page: str) -> tuple[LinkRecord, ...]:
        """Return the things that the same entries name, those first that most of them do, then the rarest."""
        own = {citation.id for link in self.thing(page) for citation in link.citations}
        shared: dict[str, tuple[int, int, LinkRecord]] = {}
        for id_ in sorted(own):
            for link in self.links_by_entry.get(id_, ()):
                if link.kind in THINGS and link.page != page and link.url not in shared:
                    ids = {citation.id for citation in link.citations}
                    shared[link.page or link.url] = len(ids & own), -len(ids), link
        best = sorted(shared.values(), key=lambda found: (-found[0], -found[1], found[2].url))
        return tuple([link for _, _, link in best[:_BESIDE]])

    def told_of(self, url: str) -> tuple[str, tuple[str, ...], str, str] | None:
        """Return title, authors, year and page of what a link leads to, where it is a thing."""
        link = self._links_to_things.get(url)
        return (link.text, link.authors, link.year, link.page) if link else None

    def reference(self, key: str) -> Publication | None:
        """Return an entry of references.bib."""
        return self._references.get(key)

    # --- look-ups that are made once

    @cached_property
    def _things(self) -> dict[str, list[LinkRecord]]:
        found: dict[str, list[LinkRecord]] = {}
        for link in self.index.links:
            if link.page:
                found.setdefault(link.page, []).append(link)
        return found

    @cached_property
    def _links_to_things(self) -> dict[str, LinkRecord]:
        return {link.url: link for link in self.index.links if link.kind in THINGS}

    @cached_property
    def _references(self) -> dict[str, Publication]:
        return {one.key: one for one in self.index.references}

    @cached_property
    def things(self) -> dict[str, Mapping[str, Any]]:
        """By table the things of which single fields are read, by their keys."""
        items = {item.id: item for item in self.index.items}
        items |= {key_beside(item): item for item in (*self.index.introduction, *self.index.pages)}
        return {"item": items, "topic": {topic.slug: topic for topic in self.index.topics}}

    @cached_property
    def _topic_colours(self) -> dict[str, int]:
        return colours_of(self.index.topics, {item.id: place for place, item in enumerate(self.index.items)})

    @cached_property
    def _keys_at(self) -> dict[str, str]:
        keys: dict[str, str] = {}
        for key, item in self.things["item"].items():
            keys.setdefault(item.url, key)
        return keys

    @cached_property
    def notebook_titles(self) -> dict[str, str]:
        """Titles of notebooks by their URL in the index."""
        return {record.url: record.title for record in self.index.notebooks}

    @cached_property
    def _notebook_records(self) -> dict[str, NotebookRecord]:
        return {address_of(record): record for record in self.index.notebooks}

    @cached_property
    def links_by_entry(self) -> dict[str, list[LinkRecord]]:
        """The links that each entry names, in the index's order."""
        found: dict[str, list[LinkRecord]] = {}
        for link in self.index.links:
            for id_ in {citation.id for citation in link.citations}:
                found.setdefault(id_, []).append(link)
        return found

    @cached_property
    def naming(self) -> Naming:
        """What knows bare titles."""
        return Naming(self.wording.labels, load_labels("en"), self.index.openings)

    @cached_property
    def repository(self) -> Prefixes | None:
        """How the addresses of the repository's files begin."""
        return repository_prefixes(self.config.repo, self.config.branch, self.config.repo_folder)

    @cached_property
    def shared_base(self) -> str:
        """How the addresses of shared pages begin, as a value in a query."""
        return encode_query(self.urls.base)

    @cached_property
    def shared(self) -> dict[tuple[object, str, str, str], tuple[Any, int]]:
        """What is made of items by what makes it, root, URL and id, with the bits of what that read of the item."""
        return {}

    @cached_property
    def topic_refs(self) -> dict[tuple[str, str, str, int], TopicRef]:
        """By root, slug, name and colour."""
        return {}

    @cached_property
    def prepared(self) -> dict[str, bytes]:
        """By name the digest and the trace of all that was prepared."""
        return {}

    @cached_property
    def _values(self) -> dict[tuple[str, tuple[Any, ...]], Any]:
        return {}

    @cached_property
    def _digests(self) -> dict[str, dict[tuple[Any, ...], bytes]]:
        return {}

    @cached_property
    def _seen(self) -> dict[tuple[str, str], _Seen]:
        return {}

    def value(
        self, find: Callable[Concatenate[Facts, Given], Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Return a fact, found once."""
        key = find.__name__, given
        if key not in self._values:
            self._values[key] = find(self, *given, **named)
        return self._values[key]  # type: ignore[no-any-return]

    # --- traces

    def last_prepared(self, name: str) -> LastPrepared:
        """Return what is known of what the last plan prepared under this name."""
        kept = self.traces.get(name)
        if kept is None:
            return LastPrepared()
        return LastPrepared(kept[:DIGEST], kept[DIGEST : 2 * DIGEST], kept[2 * DIGEST :])

    def touches(self, trace: bytes) -> bool:
        """Tell whether what a trace leads to may have changed: only a look at the digest says more."""
        if self.changed is None:
            return True
        near = [(key, bits) for key, bits in self.changed.items() if key.encode("utf-8", "surrogatepass") in trace]
        return bool(near) and any(
            int(read, 16) & bits and key in keys
            for table, read, keys in _decode(trace).things
            if table == "item"
            for key, bits in near
        )

    def digest(self, trace: bytes) -> bytes:
        """Return the digest of all that a trace leads to."""
        read = _decode(trace)
        parts: list[bytes] = []
        for table, bits, keys in read.things:
            seen = self._seen.get((table, bits))
            if seen is None:
                seen = self._seen[table, bits] = _Seen(self.things[table], reader_of(table, bits))
            if len(keys) > _MANY:
                parts.append(short_digest(_encode([seen.fields(key) for key in keys])))
            else:
                parts += [seen[key] for key in keys]
        for name, times in read.facts:
            digests = self._digests.setdefault(name, {})
            for given in times:
                found = digests.get(given)
                if found is None:
                    found = digests[given] = short_digest(_encode(self.value(getattr(Facts, name), *given)))
                parts.append(found)
        return summed(*parts)


class _Seen(dict[str, bytes]):
    """The same fields of the things of one table, by key, encoded or as their digest."""

    def __init__(self, things: Mapping[str, Any], read: Callable[[Any], tuple[Any, ...]]) -> None:
        super().__init__()
        self._things = things
        self._read = read

    def fields(self, key: str) -> tuple[Any, ...] | None:
        """Return the fields of a thing; None where there is none."""
        thing = self._things.get(key)
        return None if thing is None else self._read(thing)

    def __missing__(self, key: str) -> bytes:
        fields = self.fields(key)
        found = self[key] = b"\0" if fields is None else short_digest(_encode(fields))
        return found


def address_of(record: NotebookRecord) -> str:
    """Return what names a notebook among those of the index: its address, or what a text called it."""
    return record.url or record.missing


def key_beside(item: Item) -> str:
    """Return the key of a text beside the entries: one may have an entry's id, and introductions share a URL."""
    return f"{item.url}\0{item.id}"


def facts_of(  # noqa: PLR0913, PLR0917 - all that is known
    index: Index,
    config: SiteConfig,
    options: PlanOptions,
    notebooks: Mapping[str, Notebook],
    traces: Mapping[str, bytes] | None = None,
    changed: Mapping[str, int] | None = None,
) -> Facts:
    """Return what is known to planners, with the words of the site's language and its address."""
    return Facts(
        index=index,
        config=config,
        options=options,
        notebooks=notebooks,
        wording=Wording(load_labels(config.language)),
        urls=Urls(portable=options.portable, base=site_base(options.base_url or config.url)),
        traces=traces or {},
        changed=changed,
    )


def entries_by_date(items: Iterable[Item]) -> dict[dt.date, list[Item]]:
    """Return the entries of each calendar day."""
    days: dict[dt.date, list[Item]] = {}
    for item in items:
        for date in item.entry.dates or ((item.entry.date,) if item.entry.date else ()):
            days.setdefault(date, []).append(item)
    return days
