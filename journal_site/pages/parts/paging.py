"""Long lists over several pages: by year, so that one edit rewrites one part; a journal without dates by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

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
            shelves.append(Shelf(key=f"{name}-{number}", year=year, number=number, rows=part))
    return shelves
