"""Days that are kept twice, as files and in a collected log, or as a copy beside the text: they are published once.

It looks at words as well as at days, of which the rest of the index knows nothing: a kept index holds only where this
finds the same again.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from journal_site.model.outline import Omission

if TYPE_CHECKING:
    from journal_site.model.entry import Entry

_FEWEST: Final = 3
"""So many days that are kept elsewhere as well make a log a second copy, or a plan, of them."""
_MOSTLY: Final = 0.8
_SHORT: Final = 3
"""A plan has at most one word for so many of what was written."""
_FEWEST_WORDS: Final = 5
_FOUND: Final = frozenset({"git", "consecutive", "inferred"})
"""Dates that nobody wrote say nothing of two texts."""


class Copies(msgspec.Struct, frozen=True):
    """What is kept elsewhere as well, by places in the sequence that was looked at."""

    copies: Mapping[int, int]
    """Each copy's place, with that of the text that is published."""
    planned: frozenset[int] = frozenset()
    """Days that stand only in a plan of days of which others were written."""

    def omissions(self, entries: Sequence[Entry]) -> Iterator[Omission]:
        """Give what is left out, with its reason."""
        for place, kept in self.copies.items():
            one = entries[place]
            reason = f"the same day is kept in {entries[kept].source} as well"
            yield Omission(path=one.source, line=one.line, text=one.title, reason=reason)

    def told(self, entries: Sequence[Entry]) -> list[tuple[str, int]]:
        """Return what of entries is no entry of its own, by source and position."""
        return sorted((entries[place].source, entries[place].position) for place in (*self.copies, *self.planned))


def find_copies(entries: Sequence[Entry]) -> Copies:
    """Return which entries are kept elsewhere as well: a text that stays at home keeps no other there."""
    days: dict[Hashable, list[int]] = defaultdict(list)
    sources: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if entry.kind == "entry" and not (entry.table or entry.draft or entry.withheld):
            sources[entry.source].append(place)
            for key in _keys(entry):
                days[key].append(place)
    shared = {key: places for key, places in days.items() if len({entries[place].source for place in places}) > 1}
    if not shared:
        return Copies({})
    copies: dict[int, int] = {}
    planned: set[int] = set()
    for source, places in sorted(sources.items(), key=lambda one: (len(one[1]), len(one[0]), one[0])):
        if len(places) >= _FEWEST:
            found = _elsewhere(entries, places, shared, copies)
            if len(found) < _FEWEST:
                continue
            if len(found) >= len(places) * _MOSTLY and _are_alike(entries, found):
                copies.update(found)
            elif _is_plan(entries, found, sources):
                copies.update(found)
                planned.update(place for place in places if place not in found)
        else:
            twins = _elsewhere(entries, places, shared, copies)
            copies.update(
                (place, other)
                for place, other in twins.items()
                if _is_twin(entries[place], entries[other])
                and _is_called_alike(entries[place], entries[other])
                and len(sources[entries[other].source]) < _FEWEST
                and _yields(source, entries[other].source)
            )
    return Copies(copies, frozenset(planned))


def _keys(entry: Entry) -> Iterator[Hashable]:
    if entry.days:
        yield entry.round, entry.days
    if entry.dates and entry.date_source not in _FOUND:
        yield entry.dates


def _elsewhere(
    entries: Sequence[Entry], places: Sequence[int], shared: Mapping[Hashable, list[int]], copies: Mapping[int, int]
) -> dict[int, int]:
    """Return for each place that of an entry of the same day in another source."""
    found: dict[int, int] = {}
    for place in places:
        one = entries[place]
        others = [
            other
            for key in _keys(one)
            for other in shared.get(key, ())
            if entries[other].source != one.source and other not in copies and not _contradict(one, entries[other])
        ]
        if others:
            found[place] = min(others, key=lambda other: (not _is_twin(one, entries[other]), other))
    return found


def _contradict(one: Entry, other: Entry) -> bool:
    """Tell whether two texts of a day's number tell different dates, or two of a date different numbers."""
    dates = one.dates and other.dates and set(one.dates).isdisjoint(other.dates)
    days = one.days and other.days and (one.round, one.days) != (other.round, other.days)
    return bool(dates or days)


def _is_twin(one: Entry, other: Entry) -> bool:
    """Tell whether two texts say the same; two that are headed otherwise, and not by a day, are about other things."""
    are_headed = all(entry.title_html or entry.heading for entry in (one, other))
    if are_headed and not one.days and one.title != other.title:
        return False
    return one.words == other.words >= _FEWEST_WORDS and one.excerpt == other.excerpt


def _is_called_alike(one: Entry, other: Entry) -> bool:
    """Tell whether two files have one title, or the name of one goes on from the other's: `2022-05-03 (1).md`."""
    longer, shorter = (posixpath.splitext(posixpath.basename(path))[0] for path in (one.source, other.source))
    return one.title == other.title or longer.startswith(shorter)


def _yields(source: str, other: str) -> bool:
    """Tell whether a file is the copy of two: its name is the longer one."""
    return (len(source), source) > (len(other), other)


def _are_alike(entries: Sequence[Entry], found: Mapping[int, int]) -> bool:
    return sum(_is_twin(entries[one], entries[other]) for one, other in found.items()) * 2 >= len(found)


def _is_plan(entries: Sequence[Entry], found: Mapping[int, int], sources: Mapping[str, list[int]]) -> bool:
    """Tell whether a text has hardly a word for days of which each has a file of its own."""
    brief = sum(
        entries[one].words * _SHORT <= entries[other].words and len(sources[entries[other].source]) == 1
        for one, other in found.items()
    )
    return brief >= len(found) * _MOSTLY
