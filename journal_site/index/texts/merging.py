"""Rows of a table of days yield to the file or heading of the same day, and give it the dates that it lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from journal_site.errors import Diagnostic, Location
from journal_site.index.paths.relative import folder_of, nearness, resolve_path
from journal_site.index.paths.repository import hosted_file
from journal_site.model.entry import Entry
from journal_site.model.outline import DateCandidate, DateSource, Omission

_WRITTEN: tuple[DateSource, ...] = ("front-matter", "file-name", "heading", "body", "table")
"""The places where a person wrote a date, best first."""
_FOLDER_FILES = ("README", "readme", "Readme", "index", "_index")


class MergedEntries(msgspec.Struct, frozen=True, kw_only=True):
    """All entries but the rows that yielded."""

    entries: tuple[Entry, ...]
    left_out: tuple[Omission, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def merge_tables(entries: Sequence[Entry]) -> MergedEntries:
    """Return the entries with each table's row merged into its counterpart, and the dates that contradict each other.

    A row whose counterpart is missing is an entry where it says anything besides its day.
    """
    left_out: list[Omission] = []
    kept = list(entries)
    if any(entry.table for entry in entries):
        kept = _merge_rows(entries, left_out)
    diagnostics = [conflict for entry in kept if len(entry.candidates) > 1 for conflict in _conflicts(entry)]
    return MergedEntries(entries=tuple(kept), left_out=tuple(left_out), diagnostics=tuple(diagnostics))


def _merge_rows(entries: Sequence[Entry], left_out: list[Omission]) -> list[Entry]:
    counterparts = _Counterparts(entries)
    kept: list[Entry | None] = list(entries)
    for place, row in enumerate(entries):
        if not row.table:
            continue
        match = counterparts.find(row)
        if match is not None:
            kept[match] = _with_row(kept[match] or entries[match], row)
            kept[place] = None
            left_out.append(
                _omission(row, f"a row of a table whose day has a text of its own ({entries[match].source})")
            )
        elif not _says_anything(row):
            kept[place] = None
            left_out.append(_omission(row, "a row of a table that says nothing besides its day"))
    return [entry for entry in kept if entry is not None]


class _Counterparts:
    """Finds what a row stands for, among all entries that are no rows."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._sources: dict[str, list[int]] = defaultdict(list)
        self._days: dict[tuple[int | None, int], list[int]] = defaultdict(list)
        self._dates: dict[object, list[int]] = defaultdict(list)
        self._used: set[int] = set()
        for place, entry in enumerate(entries):
            if entry.table or entry.kind != "entry":
                continue
            self._sources[entry.source].append(place)
            for day in entry.days:
                self._days[entry.round, day].append(place)
            for date in entry.dates:
                self._dates[date].append(place)

    def find(self, row: Entry) -> int | None:
        """Return the place of the row's counterpart; where rows repeat a day, each gets its own if there are enough."""
        found = self._best(row, self._linked(row)) or self._best(row, self._same(row))
        if found is None:
            return None
        self._used.add(found[0])
        return found[0]

    def _best(self, row: Entry, places: Iterable[int]) -> tuple[int] | None:
        folder = folder_of(row.source)
        inside = [place for place in places if not folder or self._entries[place].source.startswith(f"{folder}/")]
        if not inside:
            return None
        return (
            min(
                inside,
                key=lambda place: (place in self._used, *nearness(row.source, self._entries[place].source), place),
            ),
        )

    def _linked(self, row: Entry) -> list[int]:
        places = next((self._sources[name] for name in _files_meant(row) if name in self._sources), [])
        if len(places) == 1:
            return places
        same = set(self._same(row))
        return [place for place in places if place in same]

    def _same(self, row: Entry) -> list[int]:
        if not row.days:
            return self._dates.get(row.date, []) if row.date and not row.target else []
        places = [self._days.get((row.round, day), []) for day in row.days]
        return places[0] if all(places) else []


def _files_meant(row: Entry) -> Iterator[str]:
    """Give the paths of the files that a row may link to, also where it links to their pages in a repository."""
    target = row.target.partition("#")[0]
    hosted = hosted_file(target) if "://" in target else None
    paths = hosted.paths if hosted else [resolve_path(row.source, target)]
    for path in paths:
        if path:
            bare = path.rstrip("/")
            yield from (bare, f"{bare}.md", *(f"{bare}/{name}.md" for name in _FOLDER_FILES))


def _with_row(entry: Entry, row: Entry) -> Entry:
    """Give the entry the row's day and dates where it has none, or none that a person wrote."""
    if not entry.days and row.days:
        entry = replace(entry, day=row.day, days=row.days, round=entry.round or row.round)
    dated = [_as_table(one, row) for one in row.candidates if one.dates]
    if not dated or (row.days and entry.days != row.days):
        return entry
    better = [one for one in entry.candidates if one.source in _WRITTEN]
    rest = [one for one in entry.candidates if one.source not in _WRITTEN]
    candidates = (*better, dated[0], *rest)
    taken = next(one for one in candidates if one.dates)
    return replace(
        entry,
        candidates=candidates,
        date=taken.dates[0],
        dates=taken.dates,
        end_date=taken.dates[-1] if len(taken.dates) > 1 else None,
        date_source=taken.source,
    )


def _as_table(candidate: DateCandidate, row: Entry) -> DateCandidate:
    return replace(candidate, source="table", path=candidate.path or row.source, line=candidate.line or row.line)


def _says_anything(row: Entry) -> bool:
    """Tell whether a row has more than its day and date, and the name of the file that it links to."""
    has_title = row.title_html and (row.days or not row.target)
    return bool(row.words or row.slots or row.links or row.notebooks or has_title)


def _omission(row: Entry, reason: str) -> Omission:
    said = [row.title if row.title_html or row.heading else "", row.excerpt if row.excerpt != row.title else ""]
    text = ": ".join(part for part in said if part) or row.target or row.title
    return Omission(path=row.source, line=row.line, text=text, reason=reason)


def _conflicts(entry: Entry) -> Iterator[Diagnostic]:
    """Report each written date that shares no day with the one that was taken."""
    written = [one for one in entry.candidates if one.dates and one.source in _WRITTEN]
    for other in written[1:]:
        if set(other.dates).isdisjoint(written[0].dates):
            yield _conflict(entry, written[0], other)


def _conflict(entry: Entry, taken: DateCandidate, other: DateCandidate) -> Diagnostic:
    there = Location(path=other.path or entry.source, line=other.line)
    return Diagnostic(
        severity="warning",
        code="date-conflict",
        message=f"dated {taken.dates[0]} by its {_place(taken)}, and {other.dates[0]} by its {_place(other)} ({there})",
        location=Location(path=taken.path or entry.source, line=taken.line),
        hint=f"{taken.dates[0]} was taken; correct whichever is wrong",
    )


def _place(candidate: DateCandidate) -> str:
    return {"front-matter": "front matter", "file-name": "file name", "body": "text"}.get(
        candidate.source, candidate.source
    )
