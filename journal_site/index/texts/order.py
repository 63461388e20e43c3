"""The order of entries: oldest first, with those that have no date at their place in their log."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from journal_site.model.entry import Entry

_Key = tuple[dt.datetime, int, int, int, int, int]
"""Date, round, day, position, place in the input, and place among the followers of one entry."""

_NO_DAY = -1
_BEFORE_ALL = dt.datetime.combine(dt.date.min, dt.time.min)


class EntryOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Places in the sequence that was ordered, by kind."""

    entries: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    introduction: tuple[int, ...] = ()


def order_entries(entries: Sequence[Entry]) -> EntryOrder:
    """Return entries by date, time, round, day, position and path; notes and introduction as their sources have them.

    The input's order is that of the scan: sources in natural order, and each source's slices as they stand. An entry
    without a date follows its predecessor in its log's oldest-first order. A journal without any date goes by round,
    day and position, and there an entry without a day follows its predecessor.
    """
    written: list[int] = []
    notes: list[int] = []
    introduction: list[int] = []
    for place, entry in enumerate(entries):
        kind = entry.kind
        (written if kind == "entry" else notes if kind == "note" else introduction).append(place)
    keys = _keys([entries[place] for place in written])
    ranks = sorted(range(len(written)), key=keys.__getitem__)
    return EntryOrder(
        entries=tuple([written[rank] for rank in ranks]), notes=tuple(notes), introduction=tuple(introduction)
    )


def _keys(entries: Sequence[Entry]) -> list[_Key]:
    by_date = any(entry.date is not None for entry in entries)
    keys: list[_Key | None] = []
    for place, entry in enumerate(entries):
        date = entry.date
        if date is None:
            if by_date or entry.day is None:
                keys.append(None)
                continue
            date = dt.date.min
        day = entry.day
        position = entry.position
        keys.append(
            (
                dt.datetime.combine(date, _time_of(entry)),
                entry.round or 1,
                _NO_DAY if day is None else day,
                -position if entry.newest_first else position,
                place,
                0,
            )
        )
    return _fill(entries, keys)


def _time_of(entry: Entry) -> dt.time:
    """Return the time of day that orders a day's entries: as written, whatever its offset; else its beginning."""
    return dt.time.fromisoformat(entry.time).replace(tzinfo=None) if entry.time else dt.time.min


def _fill(entries: Sequence[Entry], keys: list[_Key | None]) -> list[_Key]:
    """Give each entry that has no place of its own one beside its neighbour in its log."""
    if None not in keys:
        return [key for key in keys if key is not None]
    for log in _logs(entries):
        if any(keys[place] is None for place in log):
            _fill_log(entries, keys, log)
    return [key for key in keys if key is not None]


def _logs(entries: Sequence[Entry]) -> list[list[int]]:
    """Return the places of each log's entries, oldest first; entry files together are one log."""
    by_source: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        by_source[entry.source].append(place)
    logs: list[list[int]] = []
    files: list[int] = []
    for places in by_source.values():
        if len(places) == 1:
            files += places
        else:
            logs.append(places[::-1] if entries[places[0]].newest_first else places)
    return [_by_day(entries, files), *logs] if files else logs


def _by_day(entries: Sequence[Entry], files: list[int]) -> list[int]:
    """Sort entry files by round and day; a file without a day stays behind the file before it."""
    current = (1, _NO_DAY)
    keys: dict[int, tuple[int, int]] = {}
    for place in files:
        entry = entries[place]
        if entry.day is not None:
            current = (entry.round or 1, entry.day)
        keys[place] = current
    return sorted(files, key=lambda place: (*keys[place], place))


def _fill_log(entries: Sequence[Entry], keys: list[_Key | None], log: list[int]) -> None:
    first = next((key for place in log if (key := keys[place]) is not None), None)
    if first is None:
        for rank, place in enumerate(log):
            entry = entries[place]
            keys[place] = _BEFORE_ALL, entry.round or 1, _day(entry), 0, log[0], rank
        return
    before = first
    rank = -len(log)
    for place in log:
        key = keys[place]
        if key is not None:
            before, rank = key, 0
        else:
            rank += 1
            keys[place] = (*before[:5], rank)


def _day(entry: Entry) -> int:
    return _NO_DAY if entry.day is None else entry.day
