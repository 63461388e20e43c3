"""The search: its page, and the files of its index that the page's script reads (see `search_index`).

`search/index.json` names the parts and topics; `search/2026/t5.txt` holds terms, `search/2026/d0.json` records.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from journal_site.model.page import Document, Page, Shard
from journal_site.pages.kinds.links import Count
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import EntryRef, PageView, View
from journal_site.pages.search.index import SPANS, build_slots
from journal_site.pages.search.parts import FORMAT, divide
from journal_site.terms import SPELT, UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journal_site.model.index import Topic
    from journal_site.model.page import Terms
    from journal_site.pages.parts.context import PageContext
    from journal_site.pages.search.parts import SearchPart

URL = "search/"
BLOCK = 128
"""Records in a file."""
LATEST, COMMON = 6, 16
"""Entries and topics that are offered before anything is asked for."""
MOST_TOPICS = 300
"""To choose from; words of the others' names find them."""


class Choice(View, frozen=True, kw_only=True):
    """One value of a filter."""

    value: str
    """What the script filters by."""
    name: str


class SearchView(PageView, frozen=True, kw_only=True):
    """The search page; the script fills it."""

    title: str
    topics: tuple[Choice, ...]
    """The topics to choose from."""
    years: tuple[Choice, ...]
    """The years to choose from."""
    latest: tuple[EntryRef, ...]
    """The newest entries, before anything is asked for."""
    common: tuple[Count, ...]
    """The topics that most entries have, likewise."""


class PartJson(msgspec.Struct, frozen=True, array_like=True):
    """One part, as index.json has it."""

    path: str
    year: str
    version: str
    """Changes with the part: its files are asked for by it, so that none comes from an older index."""
    slots: int
    pages: int
    """The first so many records are of entries, notes and other pages."""
    notebooks: int
    """The next so many are of notebooks."""
    links: int


class IndexJson(msgspec.Struct, frozen=True):
    """What the script reads first."""

    format: int
    block: int
    unspaced: str
    spelt: dict[str, str]
    spans: str
    """How text is cut, and where terms lie: so the script goes by the same rules."""
    parts: tuple[PartJson, ...]


def plan_search(context: PageContext) -> Iterator[Page | Document | Shard]:
    """Plan the search page and the index, where the search is wanted."""
    if not context.config.search:
        return
    parts = divide(context)
    yield _page(context, parts)
    yield Document(path=f"{URL}index.json", content=_manifest(parts))
    for part in parts:
        yield from _shards(part)


def _page(context: PageContext, parts: Sequence[SearchPart]) -> Page:
    labels = context.labels
    title = labels.search
    years = dict.fromkeys(part.year for part in parts)
    root = root_of(URL)
    most = sorted(context.index.topics, key=lambda topic: -len(topic.entries))
    view = SearchView(
        root=root,
        section="search",
        window=context.window(title),
        description=labels.search_label,
        canonical=context.urls.absolute(URL),
        title=title,
        topics=tuple(Choice(value=topic.slug, name=topic.name) for topic in _offered(context.index.topics)),
        years=tuple(Choice(value=year or "-", name=year or labels.undated) for year in years),
        latest=tuple(context.entry_ref(root, item) for item in context.entries[: -LATEST - 1 : -1]),
        common=tuple(_count(context, root, topic) for topic in most[:COMMON]),
    )
    return Page(path=f"{URL}index.html", template="search.html", view=view)


def _count(context: PageContext, root: str, topic: Topic) -> Count:
    count = context.wording.number(len(topic.entries))
    return Count(url=context.urls.href(root, f"topics/{topic.slug}/"), text=topic.name, count=count)


def _offered(topics: Sequence[Topic]) -> Sequence[Topic]:
    """Return the topics to choose from; of very many those that most entries have."""
    if len(topics) <= MOST_TOPICS:
        return topics
    most = sorted(topics, key=lambda topic: -len(topic.entries))[:MOST_TOPICS]
    chosen = {topic.slug for topic in most}
    return [topic for topic in topics if topic.slug in chosen]


def _manifest(parts: Iterable[SearchPart]) -> bytes:
    described = tuple(
        PartJson(part.name, part.year, part.docs.digest.hex()[:10], part.slots, part.pages, part.notebooks, part.links)
        for part in parts
    )
    rules = IndexJson(format=FORMAT, block=BLOCK, unspaced=UNSPACED, spelt=SPELT, spans=SPANS, parts=described)
    return msgspec.json.encode(rules)


def _shards(part: SearchPart) -> Iterator[Shard]:
    index = _PartIndex(part)
    folder = f"{URL}{part.name}/"
    for slot in range(part.slots):
        yield Shard(
            path=f"{folder}t{slot}.txt", part=part.name, inputs=part.docs.digest, make=partial(index.slot, slot)
        )
    for block in range(-(-part.size // BLOCK)):
        yield Shard(
            path=f"{folder}d{block}.json", part=part.name, inputs=part.docs.digest, make=partial(index.block, block)
        )


class _PartIndex:
    """Makes all shards of a part from one index, which is built when the first of them is asked for."""

    def __init__(self, part: SearchPart) -> None:
        self._part = part
        self._slots: tuple[bytes, ...] = ()

    def slot(self, number: int, terms: Terms) -> bytes:
        """Return a slot's lines."""
        if not self._slots:
            self._slots = build_slots(self._part.docs.value(), terms, self._part.slots)
        return self._slots[number]

    def block(self, number: int, terms: Terms) -> bytes:  # noqa: ARG002 - as all shards are made
        """Return a block's records."""
        return msgspec.json.encode(
            [doc.record for doc in self._part.docs.value()[number * BLOCK : (number + 1) * BLOCK]]
        )
