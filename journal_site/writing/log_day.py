"""The next day of a log, in the log's own pattern and at the end where it grows.

What is learned from the days that are there is tried by reading the log again with the new day in it: all other days
must be read as they were, and the new one as it was meant. Nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.reading.outline.read import read_outline
from journal_site.reading.scan.texts import decode_source
from journal_site.writing.log_drafts import Draft, NewDay, drafts
from journal_site.writing.log_gaps import InsertionPoint, end_of, find_place
from journal_site.writing.log_lines import insert_lines
from journal_site.writing.log_table import next_row

if TYPE_CHECKING:
    from journal_site.model.outline import Outline, Slice
    from journal_site.model.source import Found

_PROBE = "probe"
"""A text for the new day while it is tried: a day without one is no entry yet."""


class Addition(NamedTuple):
    """A log with one day more."""

    raw: bytes
    line: int
    """Where the text of the new day goes, from 1."""


class _Log(NamedTuple):
    raw: bytes
    found: Found
    outline: Outline
    place: InsertionPoint


def add_day(raw: bytes, found: Found, wanted: NewDay) -> Addition | None:
    """Return the log with the next day; None where no form was found that reads back as meant.

    Raises ContentError where the log cannot be decoded.
    """
    source = decode_source(raw, found)
    outline = read_outline(source, found.options)
    days = [part for part in outline.slices if part.kind == "entry" and not part.table and part.heading_line]
    lines = source.text.split("\n")
    rows = [part for part in outline.slices if part.table]
    if rows and not days:
        added = next_row(lines, rows, wanted.date, wanted.day, wanted.title)
        return Addition(insert_lines(raw, added[0], [added[1]]), added[0] + 1)
    log = _Log(raw, found, outline, find_place(lines, outline) if days else end_of(lines))
    tried = list(drafts(lines, days[::-1] if outline.newest_first else days, wanted))
    for strictly in (True, False):
        for draft in tried:
            if _reads_back(log, draft, wanted, strictly=strictly):
                return _added(log, draft, room=wanted.room)
    return None


def _added(log: _Log, draft: Draft, *, room: bool) -> Addition:
    empty = [""] * (bool(draft.below) + 1) if room and not draft.inline else []
    text = [*draft.below, *empty]
    raw, first = _inserted(log, draft, text)
    return Addition(raw, first if draft.inline else first + max(len(text), 1))


def _inserted(log: _Log, draft: Draft, text: list[str]) -> tuple[bytes, int]:
    """Return the log with the draft and a text, and the line, from 0, where the text begins."""
    place = log.place
    if draft.periods.above is not None and log.outline.newest_first:
        place = place._replace(at=min(place.at, draft.periods.above))
    text = [draft.indent + line if line else line for line in text]
    block, first = place.block([*draft.periods.lines, *draft.heading], text, close=bool(draft.indent))
    return insert_lines(log.raw, place.at, block), place.at + first


def _reads_back(log: _Log, draft: Draft, wanted: NewDay, *, strictly: bool) -> bool:
    """Tell whether the log with the new day reads as the log did, with one day more that is as wanted.

    Not `strictly`, other days may come to other dates: with one more, a slip in them may be seen differently.
    """
    raw, _ = _inserted(log, draft, [*draft.below, *([""] if draft.below else []), _PROBE])
    outline = read_outline(decode_source(raw, log.found), log.found.options)
    new = [part for part in outline.slices if _PROBE in part.text.split("\n")]
    rest = [part for part in outline.slices if part not in new]
    if len(new) != 1 or len(outline.omitted) != len(log.outline.omitted):
        return False
    if strictly and _complaints(outline) - _complaints(log.outline):
        return False
    before = [_essence(part, dates=strictly) for part in log.outline.slices]
    return before == [_essence(part, dates=strictly) for part in rest] and _is_wanted(new[0], wanted)


def _complaints(outline: Outline) -> Counter[str]:
    return Counter(one.code for one in outline.diagnostics)


def _essence(part: Slice, *, dates: bool) -> Slice:
    """Return a slice without its place and its diagnostics."""
    candidates = tuple(replace(one, line=0, repair="") for one in part.candidates) if dates else ()
    return replace(part, line=0, heading_line=0, candidates=candidates, diagnostics=())


def _is_wanted(part: Slice, wanted: NewDay) -> bool:
    dates = next((one.dates for one in part.candidates if one.dates), ())
    return part.kind == "entry" and part.days in {(), (wanted.day,)} and dates == (wanted.date,)
