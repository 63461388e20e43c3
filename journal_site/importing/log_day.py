"""The next day of a log, in the log's own pattern and at the end where it grows.

What is learned from the days that are there is tried by reading the log again with the new day in it: all other days
must be read as they were, and the new one as it was meant. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.importing.date_style import with_year
from journal_site.importing.heading_style import HeadingStyle, Sample, learn_heading, write_beginning, write_heading
from journal_site.importing.log_gaps import Place, end_of, find_place
from journal_site.importing.log_lines import insert_lines
from journal_site.importing.log_table import next_row
from journal_site.model import Found, Outline, Slice
from journal_site.reading.days import read_mark, read_number
from journal_site.reading.outline import read_outline
from journal_site.reading.scan import decode_source

if TYPE_CHECKING:
    import datetime as dt

_RECENT = 12
_PROBE = "probe"
"""A text for the new day while it is tried: a day without one is no entry yet."""


class Wanted(NamedTuple):
    """The day that is to be added."""

    date: dt.date
    day: int | None
    """None where the journal does not number its days."""
    title: str = ""
    tags: tuple[str, ...] = ()
    room: bool = False
    """Leave an empty line to write on."""


class Addition(NamedTuple):
    """A log with one day more."""

    raw: bytes
    line: int
    """Where the text of the new day goes, from 1."""


class _Log(NamedTuple):
    raw: bytes
    found: Found
    outline: Outline
    lines: list[str]
    days: list[Slice]
    """Oldest first."""


class _Draft(NamedTuple):
    heading: list[str]
    told: list[str]
    """Lines below the heading that tell the day's number or date."""


def add_day(raw: bytes, found: Found, wanted: Wanted) -> Addition | None:
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
    log = _Log(raw, found, outline, lines, days[::-1] if outline.newest_first else days)
    place = find_place(lines, outline) if days else end_of(lines)
    drafts = list(_drafts(log, wanted))
    for strictly in (True, False):
        for draft in drafts:
            if _reads_back(log, draft, place, wanted, strictly=strictly):
                return _added(log, draft, place, room=wanted.room)
    return None


def _added(log: _Log, draft: _Draft, place: Place, *, room: bool) -> Addition:
    text = [*draft.told, *([""] * (bool(draft.told) + 1) if room else [])]
    block, at = place.block(draft.heading, text)
    return Addition(insert_lines(log.raw, place.at, block), place.at + at + max(len(text), 1))


# --- trying ----------------------------------------------------------------------------------------------------------


def _reads_back(log: _Log, draft: _Draft, place: Place, wanted: Wanted, *, strictly: bool) -> bool:
    """Tell whether the log with the new day reads as the log did, with one day more that is as wanted.

    Not `strictly`, other days may come to other dates: with one more, a slip in them may be seen differently.
    """
    told = [*draft.told, ""] if draft.told else []
    block, _ = place.block(draft.heading, [*told, _PROBE])
    raw = insert_lines(log.raw, place.at, block)
    outline = read_outline(decode_source(raw, log.found), log.found.options)
    new = [part for part in outline.slices if _PROBE in part.text.split("\n")]
    rest = [part for part in outline.slices if part not in new]
    if len(new) != 1 or len(outline.omitted) != len(log.outline.omitted):
        return False
    before = [_essence(part, dates=strictly) for part in log.outline.slices]
    return before == [_essence(part, dates=strictly) for part in rest] and _is_wanted(new[0], wanted)


def _essence(part: Slice, *, dates: bool) -> Slice:
    """Return a slice without its place and its diagnostics."""
    candidates = tuple(replace(one, line=0, repair="") for one in part.candidates) if dates else ()
    return replace(part, line=0, heading_line=0, candidates=candidates, diagnostics=())


def _is_wanted(part: Slice, wanted: Wanted) -> bool:
    dates = next((one.dates for one in part.candidates if one.dates), ())
    return part.kind == "entry" and part.days in {(), (wanted.day,)} and dates == (wanted.date,)


# --- drafts ----------------------------------------------------------------------------------------------------------


def _drafts(log: _Log, wanted: Wanted) -> Iterator[_Draft]:
    """Give headings for the new day, the likest to the log's own first."""
    if not log.days:
        yield _Draft([_plain("## ", wanted, numbered=True)], _tags(wanted))
        return
    samples = [_sample(log, part) for part in log.days]
    underline = _underline(log)
    style = learn_heading(samples)
    for dated in _dated(style) if style else ():
        heading = write_heading(dated, day=wanted.day, date=wanted.date, title=wanted.title)
        for told in _told(log, dated, wanted):
            yield _Draft([heading, *underline], [*told, *_tags(wanted)])
    newest = samples[-1]
    at = newest.line.find(newest.heading)
    before, after = (newest.line[:at], newest.line[at + len(newest.heading) :]) if at >= 0 else ("## ", "")
    heading = _plain(before, wanted, numbered=bool(newest.days)) + after
    yield _Draft([heading, *underline], _tags(wanted))


def _plain(before: str, wanted: Wanted, *, numbered: bool) -> str:
    """Return a heading as nobody misreads it."""
    day = f"Day {wanted.day}: " if numbered and wanted.day is not None else ""
    return f"{before}{day}{wanted.date}{f' - {wanted.title}' if wanted.title else ''}"


def _tags(wanted: Wanted) -> list[str]:
    return [f"Tags: {', '.join(wanted.tags)}"] if wanted.tags else []


def _dated(style: HeadingStyle) -> Iterator[HeadingStyle]:
    """Give the style, then with the year where it says none, then with a date as nobody misreads it."""
    yield style
    if style.dated:
        if style.date and (date := with_year(style.date)) and date != style.date:
            yield style._replace(date=date)
        yield style._replace(date=None)


def _told(log: _Log, style: HeadingStyle, wanted: Wanted) -> Iterator[list[str]]:
    """Give what the first lines below the heading have to tell, because the heading does not."""
    recent = log.days[-_RECENT:]
    lines: list[str] = []
    if not style.numbered:
        lines = _mirrored(_day_lines(recent), wanted)
    if style.dated:
        yield lines
        return
    dates = _mirrored(_date_lines(log, recent), wanted)
    if dates:
        yield list(dict.fromkeys([*lines, *dates]))
    yield [*lines, wanted.date.isoformat()]


def _mirrored(samples: list[Sample], wanted: Wanted) -> list[str]:
    line = write_beginning(samples, day=wanted.day, date=wanted.date) if samples else ""
    return [line] if line else []


def _day_lines(recent: Sequence[Slice]) -> list[Sample]:
    """Return the first lines of days whose number is told there."""
    found = []
    for part in recent:
        first = next((line for line in part.text.split("\n") if line.strip()), "")
        mark = read_mark(first.strip()[:80])
        if part.days and mark and mark.days == part.days and not _heading_days(part):
            found.append(Sample(first, first.strip(), part.days, None))
    return found if len(found) * 2 > len(recent) else []


def _date_lines(log: _Log, recent: Sequence[Slice]) -> list[Sample]:
    """Return the lines of days whose date is told below their heading."""
    found = []
    for part in recent:
        candidate = part.candidates[0] if part.candidates else None
        if candidate and candidate.source == "body" and candidate.dates and candidate.line <= len(log.lines):
            line = log.lines[candidate.line - 1]
            found.append(Sample(line, line.strip(), (), candidate.dates[0]))
    return found if len(found) * 2 > len(recent) else []


def _sample(log: _Log, part: Slice) -> Sample:
    line = log.lines[part.heading_line - 1]
    date = next((one.dates[0] for one in part.candidates if one.source == "heading" and one.dates), None)
    return Sample(line, part.heading, _heading_days(part), date)


def _heading_days(part: Slice) -> tuple[int, ...]:
    mark = read_mark(part.heading) or read_number(part.heading)
    return part.days if mark and mark.days == part.days else ()


def _underline(log: _Log) -> list[str]:
    """Return the line that underlines the newest heading."""
    newest = log.days[-1]
    below = log.lines[newest.heading_line] if newest.heading_line < len(log.lines) else ""
    is_heading = log.lines[newest.heading_line - 1].strip() == newest.heading and len(below.strip()) > 1
    return [below] if is_heading and not below.strip("=- \t") and newest.line > newest.heading_line + 1 else []
