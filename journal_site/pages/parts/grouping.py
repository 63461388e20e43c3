"""Long lists of entries in parts and sections: by year and month where there are dates, else by number."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from journal_site.pages.parts.facts import entries_by_date
from journal_site.pages.parts.month import Calendar, build_calendar
from journal_site.pages.parts.thumbnails import entry_row
from journal_site.pages.parts.views import EntryRow, View

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_CHUNK = 200
"""Undated entries on one page of a list that is parted."""
_SECTION = 25
"""Undated entries under one heading."""

_SPARSE = 2
"""A month should hold so many entries on average to be a section."""
_FEW = 2
"""Days of a month that need no calendar."""


class ListPartName(NamedTuple):
    """What a part is called where others name it."""

    key: str
    """The last piece of its URL: `2021`."""
    name: str


class ListPart(NamedTuple):
    """What one page of a parted list shows."""

    key: str
    name: str
    ids: tuple[str, ...]
    """Of its entries, oldest first."""


class Section(View, frozen=True, kw_only=True):
    """Entries under one heading, newest first."""

    anchor: str
    """The heading's id."""
    name: str
    count: str
    entries: tuple[EntryRow, ...]
    calendar: Calendar | None = None
    """Where a month has many days."""


def build_parts(context: PageContext, items: Sequence[Item]) -> tuple[ListPart, ...]:
    """Return the parts of a long list, the newest part first: years, then what has no date.

    Undated entries are counted off from the oldest, so that a new one changes the last part only.
    """
    years: dict[int, list[Item]] = {}
    undated: list[Item] = []
    for item in items:
        date = item.entry.date
        if date is None:
            undated.append(item)
        else:
            years.setdefault(date.year, []).append(item)
    parts = [ListPart(str(year), str(year), _ids(years[year])) for year in sorted(years, reverse=True)]
    chunks = [tuple(undated[at : at + _CHUNK]) for at in range(0, len(undated), _CHUNK)]
    numbered = [
        ListPart(f"part-{number}", chunk_name(context, chunk, (number - 1) * _CHUNK + 1), _ids(chunk))
        for number, chunk in enumerate(chunks, start=1)
    ]
    return (*parts, *reversed(numbered))


def _ids(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple([item.id for item in items])


def with_neighbours(
    parts: Sequence[ListPart],
) -> Iterator[tuple[ListPart, tuple[ListPartName | None, ListPartName | None]]]:
    """Give each part with the names of the earlier and the later one; the newest part comes first."""
    names = [None, *(ListPartName(part.key, part.name) for part in parts), None]
    for place, part in enumerate(parts):
        yield part, (names[place + 2], names[place])


def build_sections(
    context: PageContext, root: str, items: Sequence[Item], *, calendars: bool = False, years: bool = False
) -> tuple[Section, ...]:
    """Return the sections of a list, the newest first: months, then what has no date.

    With `years`, these stand for the months where most of them would hold one entry.
    """
    dated = [item for item in items if item.entry.date is not None]
    undated = [item for item in items if item.entry.date is None]
    if years and len(set(map(_month, dated))) * _SPARSE > len(dated):
        return (*_years(context, root, dated), *_undated(context, root, undated))
    return (*_months(context, root, dated, calendars=calendars), *_undated(context, root, undated))


def _years(context: PageContext, root: str, items: list[Item]) -> Iterator[Section]:
    for year, group in groupby(reversed(items), lambda item: _month(item).year):
        found = tuple(group)
        yield Section(
            anchor=f"{year}",
            name=f"{year}",
            count=context.wording.counted(context.labels.entries, len(found)),
            entries=tuple(entry_row(context, root, item, short=True) for item in found),
        )


def _months(context: PageContext, root: str, items: list[Item], *, calendars: bool) -> Iterator[Section]:
    for month, group in groupby(reversed(items), _month):
        found = tuple(group)
        yield Section(
            anchor=f"{month:%Y-%m}",
            name=context.wording.month(month),
            count=context.wording.counted(context.labels.entries, len(found)),
            entries=tuple(entry_row(context, root, item, short=True) for item in found),
            calendar=_calendar(context, root, month, found) if calendars else None,
        )


def _calendar(context: PageContext, root: str, month: dt.date, items: Sequence[Item]) -> Calendar | None:
    """Return a month's calendar, where it has more than a few days: those are seen at once in the list beside it."""
    days = entries_by_date(items)
    return build_calendar(context, root, month, days) if len(days) > _FEW else None


def _month(item: Item) -> dt.date:
    date = item.entry.date
    if date is None:
        raise ValueError(item.id)  # only dated entries are grouped
    return date.replace(day=1)


def _undated(context: PageContext, root: str, items: list[Item]) -> Iterator[Section]:
    starts = range(0, len(items), _SECTION)
    for start in reversed(starts):
        found = tuple(items[start : start + _SECTION])
        yield Section(
            anchor=f"undated-{start // _SECTION + 1}",
            name=chunk_name(context, found, start + 1),
            count=context.wording.counted(context.labels.entries, len(found)),
            entries=tuple(entry_row(context, root, item) for item in reversed(found)),
        )


def chunk_name(context: PageContext, items: Sequence[Item], number: int) -> str:
    """Return what entries without dates are called together: their days, else their numbers in the list."""
    days = [day for item in items for day in item.entry.days]
    labels = context.labels
    if days and min(days) != max(days) and len({item.entry.round for item in items}) == 1:
        name = labels.days_range.format(start=min(days), end=max(days))
        round_ = items[0].entry.round
        return f"{labels.round.format(n=round_)} · {name}" if round_ else name
    if number == 1 and len(items) < _SECTION:
        return labels.undated
    return f"{labels.undated} · {number}–{number + len(items) - 1}"
