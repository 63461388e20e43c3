"""Divide the journal for the search by years, so that an edit touches no more than the part of its year.

What has no date is a part of its own. What is too large for one is divided by ids, so that a new entry moves no other.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

import msgspec

from journal_site.model.entry import Notebook
from journal_site.model.index import Item, NotebookRecord
from journal_site.pages.parts.facts import address_of, key_beside
from journal_site.pages.parts.recording import Prepared
from journal_site.pages.search.documents import Doc, build_docs, count_links
from journal_site.pages.search.index import SLOTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journal_site.pages.parts.context import PageContext

_Member = TypeVar("_Member")
FoundPage = tuple[str, Item]
"""An entry, note or other page, after its key."""
FoundNotebook = tuple[NotebookRecord, Notebook]

FORMAT = 1
"""Raised whenever the shards' form or the reading of it changes."""
_MOST_ITEMS = 600
_MOST_WORDS = 300_000
_SLOT_WORDS = 2_000
"""So many words to a slot, about."""


class SearchPart(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the journal, before it is indexed."""

    name: str
    """Of its folder below `search/`."""
    year: str
    """Empty where it holds what has no date."""
    pages: int
    notebooks: int
    links: int
    slots: int
    docs: Prepared[list[Doc]]

    @property
    def size(self) -> int:
        """How many documents it has."""
        return self.pages + self.notebooks + self.links


def divide(context: PageContext) -> list[SearchPart]:
    """Return the journal's parts, newest year first, the undated last."""
    pages: defaultdict[str, list[FoundPage]] = defaultdict(list)
    for item in context.index.items:
        pages[str(item.entry.date.year) if item.entry.date else ""].append((item.id, item))
    told = (*context.index.introduction, *context.index.pages)
    if told:
        pages[""] += [(key_beside(item), item) for item in told]
    notebooks: defaultdict[str, list[FoundNotebook]] = defaultdict(list)
    for record in context.index.notebooks:
        notebook = context.notebook(record.local) if record.local else None
        if notebook is not None:
            notebooks[_year(context, record.entries)].append((record, notebook))
    years = sorted(pages.keys() | notebooks.keys(), reverse=True)
    return [part for year in years for part in _parts(context, year, pages[year], notebooks[year])]


def _year(context: PageContext, ids: Iterable[str]) -> str:
    """Return the year of the first of some entries that has one."""
    dates = (context.items[id_].entry.date for id_ in ids if id_ in context.items)
    return next((str(date.year) for date in dates if date), "")


def _parts(context: PageContext, year: str, pages: list[FoundPage], notebooks: list[FoundNotebook]) -> list[SearchPart]:
    name = year or "undated"
    words = sum([item.entry.words for _, item in pages]) + sum([notebook.words for _, notebook in notebooks])
    count = _power_of_two(max((len(pages) + len(notebooks)) / _MOST_ITEMS, words / _MOST_WORDS))
    if count == 1:
        return [_part(context, name, year, pages, notebooks, words)]
    shares = _share(pages, count, lambda found: found[1].id)
    shared = _share(notebooks, count, lambda found: found[1].path)
    return [
        _part(context, f"{name}-{number + 1}", year, shares[number], shared[number], words // count)
        for number in range(count)
        if shares[number] or shared[number]
    ]


def _share(members: Iterable[_Member], count: int, name: Callable[[_Member], str]) -> list[list[_Member]]:
    shares: list[list[_Member]] = [[] for _ in range(count)]
    for member in members:
        shares[zlib.crc32(name(member).encode("utf-8", "replace")) % count].append(member)
    return shares


def _part(  # noqa: PLR0913, PLR0917 - what a part is, before it is one
    context: PageContext, name: str, year: str, pages: list[FoundPage], notebooks: list[FoundNotebook], words: int
) -> SearchPart:
    slots = min(SLOTS, _power_of_two(words / _SLOT_WORDS))
    keys = tuple([key for key, _ in pages])
    addresses = tuple([address_of(record) for record, _ in notebooks])
    return SearchPart(
        name=name,
        year=year,
        pages=len(pages),
        notebooks=len(notebooks),
        links=count_links([item for _, item in pages]),
        slots=slots,
        docs=context.prepare(f"search/{name}", build_docs, keys, addresses, slots, FORMAT),
    )


def _power_of_two(least: float) -> int:
    power = 1
    while power < least:
        power *= 2
    return power
