"""Long lists over several pages: by year, so that one edit rewrites one part; a journal without dates by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from journal_site.languages.labels import Labels

Row = TypeVar("Row")

UNDATED = ""


class Shelf(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """One part of a long list."""

    key: str
    """What its address ends with: `2021`, `2021-2` for the second part of a year, `undated`."""
    year: str
    """Empty for rows without a date."""
    number: int
    """Of the year's parts, from 1; 0 where the year is in one part."""
    start: int = 1
    """Which of the year's rows is its first, from 1."""
    rows: Sequence[Row]


def fill_shelves(rows: Iterable[Row], year_of: Callable[[Row], str], most: int) -> list[Shelf[Row]]:
    """Return the rows by year, oldest first and undated last, in parts of at most `most` that fill from the oldest."""
    years: dict[str, list[Row]] = {}
    for row in rows:
        years.setdefault(year_of(row), []).append(row)
    shelves: list[Shelf[Row]] = []
    for year in sorted(years, key=lambda year: (year == UNDATED, year)):
        held = years[year]
        name = year or "undated"
        if len(held) <= most:
            shelves.append(Shelf(key=name, year=year, number=0, rows=held))
            continue
        for number, start in enumerate(range(0, len(held), most), start=1):
            part = held[start : start + most]
            shelves.append(Shelf(key=f"{name}-{number}", year=year, number=number, start=start + 1, rows=part))
    return shelves


def newest_first(shelves: Sequence[Shelf[Row]]) -> list[Shelf[Row]]:
    """Return the parts in the order in which they are offered: the newest first, and undated ones last."""
    return [*(one for one in reversed(shelves) if one.year), *(one for one in reversed(shelves) if not one.year)]


def shelf_name(labels: Labels, shelf: Shelf[Row]) -> str:
    """Return what a part is called: its year, and which of that year's rows it holds where it holds not all."""
    name = shelf.year or labels.undated
    return f"{name} · {shelf.start}–{shelf.start + len(shelf.rows) - 1}" if shelf.number else name
