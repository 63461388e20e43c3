"""Why each entry stands where it does: every place that names its date, the one that was taken, and what was mended.

It reads what a build reads, by the same functions, and what is unchanged is not read again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from journal_site.engine.build import read_journal
from journal_site.engine.inputs import BuildRequest
from journal_site.engine.records import legible
from journal_site.errors import ContentError
from journal_site.file_kinds import NOTEBOOK
from journal_site.model.entry import Entry
from journal_site.model.index import Item
from journal_site.model.outline import DateCandidate, DateSource, EntryKind, NearDay, Omission
from journal_site.model.source import Found
from journal_site.reading.scan.ground import told_dialects
from journal_site.reading.scan.texts import decode_source, read_bytes


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One place that names an entry's date."""

    source: DateSource
    date: dt.date | None
    """The first of `dates`; None where what is written there is no date."""
    dates: tuple[dt.date, ...]
    text: str
    """As written there."""
    path: str
    line: int | None
    taken: bool
    repair: str | None
    """What was settled or mended, in words."""


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """Where one entry, note or introduction came from."""

    id: str
    kind: EntryKind
    title: str
    path: str
    line: int
    heading: str | None
    """As it was read, without markup; None for a file."""
    day: int | None
    days: tuple[int, ...]
    round: int | None
    date: dt.date | None
    dates: tuple[dt.date, ...]
    date_source: DateSource
    candidates: tuple[Candidate, ...]
    """The best first; of those that hold a date, the first is taken."""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything came from, and what was left out."""

    dialects: tuple[tuple[str, str], ...]
    """(folder, what its texts are read as)."""
    entries: tuple[Explained, ...]
    left_out: tuple[Omission, ...]
    near: tuple[NearDay, ...] = ()
    """Lines that nearly head a day, in texts of which something is published."""


def explain(request: BuildRequest) -> Explanation:
    """Return where each entry that is published came from, and what was left out. Raises ConfigError."""
    journal = read_journal(request)
    told = (*journal.index.introduction, *journal.index.items)
    dialects = told_dialects(journal.sources)
    shown = {item.entry.source for item in told}
    near = tuple(_near(request.root, [one for one in journal.sources if one.path in shown]))
    return Explanation(dialects=dialects, entries=tuple(map(_explained, told)), left_out=journal.left_out, near=near)


def _near(root: Path, found: Iterable[Found]) -> Iterator[NearDay]:
    """Give the lines that nearly head a day; what cannot be read any more has none."""
    from journal_site.reading.outline.near_days import near_days  # noqa: PLC0415 - only this needs the reading of logs

    for one in found:
        if not one.path.lower().endswith(NOTEBOOK):
            with contextlib.suppress(ContentError):
                yield from near_days(legible(decode_source(read_bytes(root, one.path), one)), one.options)


def _explained(item: Item) -> Explained:
    entry = item.entry
    return Explained(
        id=item.id,
        kind=entry.kind,
        title=entry.title,
        path=entry.source,
        line=entry.line,
        heading=entry.heading or None,
        day=entry.day,
        days=entry.days,
        round=entry.round,
        date=entry.date,
        dates=entry.dates,
        date_source=entry.date_source,
        candidates=_candidates(entry),
    )


def _candidates(entry: Entry) -> tuple[Candidate, ...]:
    taken = next((at for at, one in enumerate(entry.candidates) if one.dates), None)
    return tuple(_candidate(one, taken=at == taken) for at, one in enumerate(entry.candidates))


def _candidate(one: DateCandidate, *, taken: bool) -> Candidate:
    return Candidate(
        source=one.source,
        date=one.dates[0] if one.dates else None,
        dates=one.dates,
        text=one.text,
        path=one.path,
        line=one.line or None,
        taken=taken,
        repair=one.repair or None,
    )
