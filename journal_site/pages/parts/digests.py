"""Digests of what pages show of the index, so that a page whose marks are the same need not be made again.

A mark must cover all that its readers read; settings, labels and templates count for every page and are in no mark.
That incremental sites equal clean ones holds them to it.
"""

from __future__ import annotations

import hashlib
import weakref
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import Material

_encode = msgspec.msgpack.Encoder().encode
_SIZE = 16
_Key = tuple[str, str]
"""Of an item: id and URL, as an entry and a page of the author's own may share an id, and introductions a URL."""


def mark(*values: object) -> bytes:
    """Return the digest of values."""
    return hashlib.blake2b(_encode(values), digest_size=_SIZE).digest()


class Marks:
    """The marks of one index."""

    def __init__(self, material: Material) -> None:
        # The material has its marks: were each to hold the other, an index that is done with would wait for the
        # collector, which the preview seldom asks.
        self._material: Material = weakref.proxy(material)
        self._names: dict[_Key, str] = {}
        self._named: dict[str, bytes] = {}
        self._whole: dict[_Key, bytes] = {}
        self._shapes: dict[_Key, bytes] = {}

    def named(self, id_: str) -> bytes:
        """Return the mark of what a line of a list says of an entry or note: its address, name, days and dates."""
        known = self._named.get(id_)
        if known is None:
            item = self._material.items[id_]
            entry = item.entry
            known = self._named[id_] = mark(
                id_, item.url, entry.kind, self._name(item), entry.title, entry.day, entry.days, entry.round,
                entry.date, entry.dates, entry.end_date,
            )  # fmt: skip
        return known

    def _name(self, item: Item) -> str:
        """Return what lists call it, which is how its text begins where its title is bare."""
        key = item.id, item.url
        known = self._names.get(key)
        if known is None:
            known = self._names[key] = self._material.naming.headline(item.entry)[0]
        return known

    def whole(self, item: Item) -> bytes:
        """Return the mark of all that the index says of an entry or note, but for the names of others."""
        key = item.id, item.url
        known = self._whole.get(key)
        if known is None:
            known = self._whole[key] = mark(self.shape(item), item.entry.wording())
        return known

    def shape(self, item: Item) -> bytes:
        """Return the mark of the same, but for how its text is worded; what lists call it counts, however it is told.

        So what reads of wordings no more than names need not ask whether one was taken from a text.
        """
        key = item.id, item.url
        known = self._shapes.get(key)
        if known is None:
            known = self._shapes[key] = mark(replace(item, entry=item.entry.without_wording()), self._name(item))
        return known

    def of_named(self, ids: Iterable[str]) -> bytes:
        """Return the mark of several lines of a list."""
        return mark(b"".join([self.named(id_) for id_ in ids]))

    def entry_page(self, item: Item) -> bytes:
        """Return the mark of an entry's own page: its own, its topics' names, and how it names others."""
        material = self._material
        topics = material.topics
        others = [id_ for id_ in (item.previous, item.next) if id_ is not None]
        others += [*item.related, *[backlink.id for backlink in item.backlinks]]
        parts = [self.whole(item), *[self.named(id_) for id_ in others]]
        titles = self._notebook_titles(item)
        return mark(
            b"".join(parts),
            [topics[slug].name for slug in item.topics if slug in topics],
            material.challenge_days,
            titles,
        )

    def _notebook_titles(self, item: Item) -> list[str]:
        titles = self._material.notebook_titles
        named = [notebook.url for notebook in item.entry.notebooks]
        named += [target.url.partition("#")[0] for target in item.targets if target.kind == "notebook"]
        return [titles.get(url, "") for url in named]

    @cached_property
    def every_name(self) -> bytes:
        """The mark of every line that a list could show."""
        return self.of_named([item.id for item in self._material.index.items])

    @cached_property
    def index(self) -> bytes:
        """The mark of all that the index says, with all names, but for how texts are worded."""
        index = self._material.index
        items = (*index.items, *index.introduction)
        return mark(
            b"".join([self.shape(item) for item in items]),
            [self.topics, self.links, self.notebooks],
            index.streaks,
            index.challenge,
        )

    @cached_property
    def words(self) -> bytes:
        """The mark of how many words each entry has."""
        return mark([item.entry.words for item in self._material.index.items])

    def of_worded(self, items: Iterable[Item]) -> bytes:
        """Return the mark of how entries are worded."""
        return mark([item.entry.wording() for item in items])

    @cached_property
    def links(self) -> bytes:
        """The mark of all links of the journal."""
        return mark(self._material.index.links)

    @cached_property
    def notebooks(self) -> bytes:
        """The mark of all notebooks of the journal."""
        return mark(self._material.index.notebooks)

    @cached_property
    def topics(self) -> bytes:
        """The mark of all topics."""
        return mark(self._material.index.topics)
