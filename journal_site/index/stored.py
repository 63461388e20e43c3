"""The index as the store keeps it: without the entries, which the store has already, in their sources' records.

Reading it back takes a fraction of what building it takes. Whether it still holds is not decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journal_site.model.base import Value
from journal_site.model.entry import Entry
from journal_site.model.index import Backlink, Index, Item, Target


class _Place(Value, frozen=True, array_like=True):
    """An item with the place of its entry: the number of its source, and its own in there."""

    source: int
    number: int
    id: str
    url: str
    topics: tuple[str, ...]
    previous: str | None
    next: str | None
    backlinks: tuple[Backlink, ...]
    related: tuple[str, ...]
    targets: tuple[Target, ...]
    image: Target | None


class _StoredIndex(Value, frozen=True, array_like=True):
    items: tuple[_Place, ...]
    introduction: tuple[_Place, ...]
    pages: tuple[_Place, ...]
    rest: Index
    """Without its items."""


_encode = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(_StoredIndex)


def encode_index(index: Index, sources: Sequence[Sequence[Entry]]) -> bytes | None:
    """Return the index without the entries of the sources; None where it holds others, that were made of several."""
    places = {id(entry): (at, number) for at, entries in enumerate(sources) for number, entry in enumerate(entries)}
    try:
        items, introduction, pages = (
            tuple(_place(item, *places[id(item.entry)]) for item in group)
            for group in (index.items, index.introduction, index.pages)
        )
    except KeyError:
        return None
    return _encode(
        _StoredIndex(
            items=items,
            introduction=introduction,
            pages=pages,
            rest=replace(index, items=(), introduction=(), pages=()),
        )
    )


def decode_index(raw: bytes, sources: Sequence[Sequence[Entry]]) -> Index:
    """Return the index again, with the entries that the sources have now."""
    known = _DECODER.decode(raw)
    items, introduction, pages = (
        tuple([_item(place, sources[place.source][place.number]) for place in group])
        for group in (known.items, known.introduction, known.pages)
    )
    return replace(known.rest, items=items, introduction=introduction, pages=pages)


def _place(item: Item, source: int, number: int) -> _Place:
    return _Place(
        source=source,
        number=number,
        id=item.id,
        url=item.url,
        topics=item.topics,
        previous=item.previous,
        next=item.next,
        backlinks=item.backlinks,
        related=item.related,
        targets=item.targets,
        image=item.image,
    )


def _item(place: _Place, entry: Entry) -> Item:
    return Item(
        entry=entry,
        id=place.id,
        url=place.url,
        topics=place.topics,
        previous=place.previous,
        next=place.next,
        backlinks=place.backlinks,
        related=place.related,
        targets=place.targets,
        image=place.image,
    )


def same_index(old: Entry, new: Entry, *, keywords: bool) -> bool:
    """Tell whether the index of a journal is the same with the new entry in the place of the old.

    The index looks at how an entry is worded in two cases only: rows of a table of days are merged by it, and an entry
    without tags may have `keywords` in its excerpt. Everything else of the two must be the same.
    """
    if old.table or new.table or (keywords and not new.tags and old.excerpt != new.excerpt):
        return False
    return old.without_wording() == new.without_wording()
