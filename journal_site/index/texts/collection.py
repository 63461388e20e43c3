"""The shelf: all published texts in the index's order, each with its id and its page's URL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journal_site.model.entry import Entry

if TYPE_CHECKING:
    from journal_site.index.texts.order import Order

_FOLDERS = {"entry": "entries", "note": "notes"}
_INTRODUCTION = "introduction/"
"""All parts of the introduction stand on one page."""


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """Entries, then notes, the introduction and free pages; a *place* is an index into all three sequences."""

    entries: tuple[Entry, ...]
    ids: tuple[str, ...]
    urls: tuple[str, ...]
    written: int
    """Where the notes begin."""
    listed: int
    """Where the introduction begins: what stands before it is listed in the journal."""
    told: int
    """Where the free pages begin."""


def shelve(entries: Sequence[Entry], ids: Sequence[str], order: Order, pages: Sequence[Entry]) -> Shelf:
    """Put the entries, with their ids, into their order; a free page's id is its base."""
    places = (*order.entries, *order.notes, *order.introduction)
    shelved = [entries[place] for place in places]
    names = [ids[place] for place in places]
    urls = [
        f"{_FOLDERS[entry.kind]}/{name}/" if entry.kind in _FOLDERS else _INTRODUCTION
        for entry, name in zip(shelved, names, strict=True)
    ]
    return Shelf(
        entries=(*shelved, *pages),
        ids=(*names, *[page.id_base for page in pages]),
        urls=(*urls, *[f"{page.id_base}/" for page in pages]),
        written=len(order.entries),
        listed=len(order.entries) + len(order.notes),
        told=len(places),
    )
