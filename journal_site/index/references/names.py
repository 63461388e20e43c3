"""The names under which wikilinks find entries (file, path, title, alias, day, date, id) and files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from journal_site.expressions import expression
from journal_site.file_kinds import FOLDER_FILES
from journal_site.index.paths.relative import folder_of, nearness, stem_of
from journal_site.slugs import composed

if TYPE_CHECKING:
    from journal_site.model.entry import Entry

_FILE, _TITLE, _ALIAS, _DAY, _ID = range(5)
_TEXT_SUFFIX = expression(r"\.(?:md|markdown|mdx|org)$", re.IGNORECASE)
_LOGSEQ_SLASH = "___"
_MOST_EQUALS = 500
"""How many entries of one name are compared: a journal whose every entry has one title must not cost their square."""
_DAY_NAME = expression(r"day[\s_-]*0*(\d+)(?:\s*(?:[-:|(,]|\u2013|\u2014).*)?", re.IGNORECASE)
_LONG_DATE = expression(
    r"(?:[a-z]+day,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE
)
_NUMERIC_DATE = expression(r"(\d{4})[-_/.](\d{1,2})[-_/.](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class NameMatch(msgspec.Struct, frozen=True, kw_only=True):
    """What a name was found to mean."""

    place: int
    others: tuple[int, ...] = ()
    """The places of other entries that are as near."""


class EntryNames:
    """Finds entries by the names that wikilinks use."""

    def __init__(self, entries: Sequence[Entry], ids: Sequence[str]) -> None:
        self._entries = entries
        self._exact: dict[str, list[tuple[int, int]]] = {}
        self._folded: dict[str, list[tuple[int, int]]] = {}
        sizes: dict[str, int] = {}
        for entry in entries:
            sizes[entry.source] = sizes.get(entry.source, 0) + 1
        for place, entry in enumerate(entries):
            for rank, name in _names_of(entry, ids[place], is_file=sizes[entry.source] == 1):
                name = composed(name)  # noqa: PLW2901 - the one form in which names are compared
                self._exact.setdefault(name, []).append((rank, place))
                folded = name.casefold()
                if folded != name:
                    self._folded.setdefault(folded, []).append((rank, place))

    def all(self) -> Iterable[str]:
        """Return all names, in the index's order."""
        return self._exact

    def find(self, name: str, source: str, round_: int | None = None) -> NameMatch | None:
        """Return the entry that a name means in a source: exact case first, then any; of equals the nearest by path."""
        bare = _TEXT_SUFFIX.sub("", composed(name).strip()).strip("/")
        for spelling in dict.fromkeys((bare, composed(unquote(bare)), _as_date(bare), _as_day(bare))):
            if spelling:
                match = self._find(spelling, source, round_)
                if match is not None:
                    return match
        return None

    def _find(self, name: str, source: str, round_: int | None) -> NameMatch | None:
        for found in (self._exact.get(name, ()), self._any_case(name)):
            best = self._best(found, source, round_)
            if best is not None:
                return best
        if "/" not in name:
            return None
        last = name.rpartition("/")[2]
        for found in (self._exact.get(last, ()), self._any_case(last)):
            best = self._best([hit for hit in found if self._ends_with(hit, name)], source, round_)
            if best is not None:
                return best
        return None

    def _any_case(self, name: str) -> list[tuple[int, int]]:
        folded = name.casefold()
        return [*self._exact.get(folded, ()), *self._folded.get(folded, ())]

    def _ends_with(self, hit: tuple[int, int], path: str) -> bool:
        """Tell whether a file's path ends with the path that was written."""
        rank, place = hit
        own = _TEXT_SUFFIX.sub("", composed(self._entries[place].source))
        if own.rpartition("/")[2].lower() in FOLDER_FILES:
            own = folder_of(own)
        wanted = path
        while wanted.startswith(("./", "../")):
            wanted = wanted.partition("/")[2]
        return rank == _FILE and f"/{own}".casefold().endswith(f"/{wanted}".casefold())

    def _best(self, found: Sequence[tuple[int, int]], source: str, round_: int | None) -> NameMatch | None:
        if not found:
            return None
        rank = min(hit[0] for hit in found)
        places = list(dict.fromkeys(place for one, place in found if one == rank))[:_MOST_EQUALS]
        if len(places) == 1:
            return NameMatch(place=places[0])
        keys = {place: self._nearness(place, source, round_) for place in places}
        nearest = min(keys.values())
        first, *others = [place for place, key in keys.items() if key == nearest]
        return NameMatch(place=first, others=tuple(others))

    def _nearness(self, place: int, source: str, round_: int | None) -> tuple[bool, int, int, bool]:
        entry = self._entries[place]
        return entry.source != source, *nearness(source, entry.source), entry.round != round_


def _names_of(entry: Entry, id_: str, *, is_file: bool) -> Iterator[tuple[int, str]]:
    if is_file:
        yield from ((_FILE, name) for name in _file_names(entry.source))
    yield _TITLE, entry.title
    if entry.heading and entry.heading != entry.title:
        yield _TITLE, entry.heading
    for alias in entry.aliases:
        yield _ALIAS, alias.strip("/")
    for day in entry.days:
        yield _DAY, f"Day {day}"
        if entry.round is not None:
            yield _DAY, f"R{entry.round}D{day}"
    for date in entry.dates:
        yield _DAY, date.isoformat()
    yield _ID, id_


def _file_names(source: str) -> Iterator[str]:
    """Give the names of an entry's file, with the slashes that Logseq writes in other ways."""
    stem = stem_of(source)
    if stem.lower() in FOLDER_FILES:
        stem = folder_of(source).rpartition("/")[2]
    if stem:
        yield stem
    if _LOGSEQ_SLASH in stem:
        yield stem.replace(_LOGSEQ_SLASH, "/")
    if "%" in stem:
        yield unquote(stem)


def _as_day(name: str) -> str:
    """Return `Day 3` for a name that begins so and goes on with a title of its own; empty where it is none."""
    match = _DAY_NAME.fullmatch(name)
    return f"Day {match[1]}" if match else ""


def _as_date(name: str) -> str:
    """Return the ISO form of a name that is a date, as Obsidian and Logseq write them; empty where it is none."""
    numeric = _NUMERIC_DATE.fullmatch(name)
    long = _LONG_DATE.fullmatch(name)
    if numeric:
        year, month, day = int(numeric[1]), int(numeric[2]), int(numeric[3])
    elif long and long[1].lower() in _MONTHS:
        year, month, day = int(long[3]), _MONTHS.index(long[1].lower()) + 1, int(long[2])
    else:
        return ""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


class FileNames:
    """Finds files anywhere below the journal by their names, as Obsidian does."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(paths):
            self._by_name.setdefault(composed(path.rpartition("/")[2]).casefold(), []).append(path)

    def find(self, name: str, source: str) -> str | None:
        """Return the path that a name, or the end of a path, means in a source: exact case first, then the nearest."""
        wanted = composed(name).strip("/")
        found = [
            path
            for path in self._by_name.get(wanted.rpartition("/")[2].casefold(), ())
            if f"/{composed(path)}".casefold().endswith(f"/{wanted}".casefold())
        ][:_MOST_EQUALS]
        return min(
            found, key=lambda path: (not f"/{path}".endswith(f"/{wanted}"), nearness(source, path), path), default=None
        )
