"""All published texts in the index's order, each with its id and its page's URL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journal_site.model.entry import Entry

if TYPE_CHECKING:
    from journal_site.index.texts.order import EntryOrder

_FOLDERS = {"entry": "entries", "note": "notes"}
_INTRODUCTION = "introduction/"
"""All parts of the introduction stand on one page."""


class TextCollection(msgspec.Struct, frozen=True, kw_only=True):
    """Entries, then notes, the introduction and free pages; a *place* is an index into all three sequences."""

    entries: tuple[Entry, ...]
    ids: tuple[str, ...]
    urls: tuple[str, ...]
    first_note: int
    """Where the notes begin."""
    first_introduction: int
    """Where the introduction begins: what stands before it is listed in the journal."""
    first_page: int
    """Where the free pages begin."""


def collect_texts(
    entries: Sequence[Entry], ids: Sequence[str], order: EntryOrder, pages: Sequence[Entry]
) -> TextCollection:
    """Put the entries, with their ids, into their order; a free page's id is its base."""
    places = (*order.entries, *order.notes, *order.introduction)
    ordered = [entries[place] for place in places]
    names = [ids[place] for place in places]
    urls = [
        f"{_FOLDERS[entry.kind]}/{name}/" if entry.kind in _FOLDERS else _INTRODUCTION
        for entry, name in zip(ordered, names, strict=True)
    ]
    return TextCollection(
        entries=(*ordered, *pages),
        ids=(*names, *[page.id_base for page in pages]),
        urls=(*urls, *[f"{page.id_base}/" for page in pages]),
        first_note=len(order.entries),
        first_introduction=len(order.entries) + len(order.notes),
        first_page=len(places),
    )
