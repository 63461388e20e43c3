"""How a log falls into its days, sections and introduction. Cheap, and never fails on any text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from msgspec.structs import replace

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.outline import DateCandidate, Outline, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.dates.heading_example import nearest_line
from journal_site.reading.dates.in_paths import Name, file_round, read_month, read_name
from journal_site.reading.dates.periods import read_round
from journal_site.reading.outline import bodies
from journal_site.reading.outline.file import SAYS_DATE, read_single, tell_unfenced, unfenced
from journal_site.reading.outline.introduction import StatedChallenge, challenge_of, read_challenge, read_start_years
from journal_site.reading.outline.lines import HeadingLine, ScannedLines, scan_lines
from journal_site.reading.outline.logs import Log, cut_log, note
from journal_site.reading.outline.opening import FEWEST, price
from journal_site.reading.outline.patterns import Pattern, find_pattern
from journal_site.reading.outline.rows import dated_rows, day_rows
from journal_site.reading.outline.sections import LogPart, split_document, split_log
from journal_site.reading.outline.unclear import rival_days

_SECTION_PAGE = expression(r"(?:^|/)_index\.\w+$", re.IGNORECASE)
_FOLDER_FILE = expression(r"(?:^|/)(?:readme|index)\.\w+$", re.IGNORECASE)
_DEFINITION = expression(r" {0,3}\[(?!\s*\])[^\[\]]+\]:[ \t]*\S")
_SAYS_INTRODUCTION = expression(r"^kind[ \t]*:[ \t]*introduction[ \t]*$", re.MULTILINE)
_FRONT_DATE = expression(
    r"^[ \t]*(?:date|created|created[_-]at|published)[ \t]*[:=][ \t]*[\"']?(\d{4}-\d\d-\d\d)",
    re.MULTILINE | re.IGNORECASE,
)
_HEADING = expression(r"^ {0,3}#{1,6}[ \t]+([^\n]+)$", re.MULTILINE)
_TITLE_YEAR = expression(r"(?<![\d/.-])(20\d\d)(?![\d/.-])")
_MOSTLY = 0.8
_FEWEST_DAYS = 2
_LOOK = 3
"""Lines below the last day that are looked at, as it has no other day below it to end it."""


def read_log(source: Source, options: SourceOptions, front: str, text: str, first: int) -> Outline:
    """Return how a file that may hold many days falls into slices, in the order of the file.

    `text` is what follows the front matter, and begins at line `first`. A file that turns out to be one day is one.
    """
    if not source.log and not _holds_days(source.path, options, front, text):
        return read_single(source, options, front, text, first)
    inner, start = unfenced(text, first)
    outline = _read_log(source, options, front, inner, start)
    return outline if start == first else tell_unfenced(outline, source.path, start - 1)


def _read_log(  # noqa: PLR0911 - one for each thing that a file may be
    source: Source, options: SourceOptions, front: str, text: str, first: int
) -> Outline:
    lines = scan_lines(text)
    if front and _SAYS_INTRODUCTION.search(front):
        log = _log(source, options, lines, first - 1)
        challenge = read_challenge(lines, len(lines.lines), options.year)
        return _outline(log, _before(log, 0, len(lines.lines), front), challenge)
    named = source.path == source.folder
    name = read_name(source.path, options.names)
    title = lines.headings[0].text if lines.headings else ""
    month = read_month(source.path)[1] > 0
    pattern = find_pattern(lines, challenge=challenge_of(title)[1] is not None, month=month, examples=options.heading)
    dated = bool(name.dates) or (len(pattern.days) < _FEWEST_DAYS and _is_dated_bundle(source, front))
    is_day = bool(name.days or name.dates) and not _FOLDER_FILE.search(source.path)
    if pattern.given:
        return _days(_log(source, options, lines, first - 1), pattern, front)
    if named and options.heading:
        return _unlike(lines, options.heading, source.path, first)
    if named and is_day and _distinct(pattern) < _FEWEST_DAYS:
        return read_single(source, options, front, text, first)
    if (
        not named
        and source.log
        and _is_single(source, name_days=len(name.days), dated=dated, pattern=pattern, lines=lines)
    ):
        return read_single(source, options, front, text, first)
    if not named and (
        len(pattern.days) < (1 if month else _FEWEST_DAYS)
        or _is_index(lines, pattern)
        or _SECTION_PAGE.search(source.path)
    ):
        pattern = Pattern([], pattern.level)
    log = _log(source, options, lines, first - 1)
    if pattern.days:
        return _days(log, pattern, front)
    if named:
        return _document(log, front)
    outline = _introduction(log, front)
    is_entry = options.alone and not any(one.table for one in outline.slices)
    return read_single(source, options, front, text, first) if is_entry else outline


def _unlike(lines: ScannedLines, examples: Sequence[str], path: str, first: int) -> Outline:
    """Return the outline of a log of which no line is as the example in site.yaml: an error that shows the nearest."""
    shown = ((at, line) for at, line in enumerate(lines.lines) if line.strip() and not lines.hidden[at])
    at, line = nearest_line(shown, examples) or (0, "")
    problem = Diagnostic(
        severity="error",
        code="heading-unlike",
        message=f"no line here is as the 'heading' that site.yaml gives: {' or '.join(examples)}",
        location=Location(path=path, line=first + at),
        hint="this line is the nearest; write 'heading' as it is, with places such as {N}, {M}, {D} and {title}",
        excerpt=line,
    )
    return Outline(slices=(), diagnostics=(problem,))


def _holds_days(path: str, options: SourceOptions, front: str, text: str) -> bool:
    """Tell whether a file among others is a log: it shows more days than its name and its front matter tell."""
    name = read_name(path, options.names)
    if SAYS_DATE.search(front):
        return False
    title = _HEADING.search(text)
    pattern = find_pattern(
        scan_lines(text),
        challenge=challenge_of(title[1])[1] is not None if title else False,
        month=read_month(path)[1] > 0,
        examples=options.heading,
    )
    if pattern.given:
        return True
    if name.days or name.dates:
        return not pattern.weak and _distinct(pattern) >= FEWEST and _goes_on_from(name, pattern)
    return _distinct(pattern) >= price(path, weak=pattern.weak) and not _is_index(scan_lines(text), pattern)


def _goes_on_from(name: Name, pattern: Pattern) -> bool:
    """Tell whether headings are the days of a range that the name tells, or dates of which it tells the first."""
    if len(name.days) > 1:
        return all(set(one.mark.days) <= set(name.days) for one in pattern.days if one.mark.days)
    return all(one.mark.dates and not one.mark.dates.weak and one.mark.leads for one in pattern.days)


def _distinct(pattern: Pattern) -> int:
    """Return how many days the headings tell apart, by their numbers, else by their dates."""
    return len({
        (mark.round, mark.days or (mark.dates.spans if mark.dates else mark.title))
        for mark in (one.mark for one in pattern.days)
    })  # fmt: skip


def _is_dated_bundle(source: Source, front: str) -> bool:
    """Tell whether a folder's index dates itself: then the folder is one entry with its images, as Hugo has them."""
    folder = source.path.rpartition("/")[0]
    return folder not in {"", source.folder} and SAYS_DATE.search(front) is not None


def _is_single(source: Source, *, name_days: int, dated: bool, pattern: Pattern, lines: ScannedLines) -> bool:
    """Tell whether the README of a folder is that folder's day: by the folder's name, or by its first heading."""
    if _SECTION_PAGE.search(source.path):
        return False
    days = _distinct(pattern)
    if name_days or dated:
        return days <= 1 or name_days <= 1
    if (
        all(one.mark.template and not one.mark.days for one in pattern.days)
        or days > 1
        or (not lines.headings and not pattern.weak)
    ):
        return False
    return pattern.weak is False and pattern.days[0].heading is lines.headings[0] and pattern.days[0].mark.leads


def _is_index(lines: ScannedLines, pattern: Pattern) -> bool:
    """Tell whether the days of a README are only links to where they are kept."""
    links = 0
    for at, one in enumerate(pattern.days):
        is_last = at + 1 == len(pattern.days)
        end = one.heading.line + _LOOK if is_last else pattern.days[at + 1].heading.line
        body = lines.lines[one.heading.line + one.heading.lines : end]
        if one.heading.shape == "list":
            body = list(takewhile(_is_within, body))
        links += ("](" in one.heading.text or "<a " in one.heading.text) and bodies.is_blank(body)
        links += pattern.weak and bodies.is_list_of_links(body)
    return links >= len(pattern.days) * _MOSTLY


def _is_within(line: str) -> bool:
    """Tell whether a line may belong to the list item above it."""
    return not line.strip() or line[0] in " \t"


def _log(source: Source, options: SourceOptions, lines: ScannedLines, offset: int) -> Log:
    title = lines.headings[0].text if lines.headings else ""
    round_ = file_round(source.path) or read_round(title)
    git = {line: date for line, text in source.history if line and (date := _iso(text))}
    round_ = round_ if round_ is not None and round_ > 1 else None
    return Log(lines, source, options, offset, None, round_, git, period=read_month(source.path))


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _days(log: Log, pattern: Pattern, front: str) -> Outline:
    """Return the outline of a log with days."""
    parts, end = split_log(log.lines, pattern)
    challenge = read_challenge(log.lines, end, log.options.year)
    log = log._replace(start=challenge.start, about=_about(front, log, end))
    cut = cut_log(log, parts)
    slices = _with_table_dates(log, cut.slices)
    total = max((one.mark.total for one in pattern.days if one.mark.total), default=challenge.days)
    return replace(
        _outline(log, (*_before(log, 0, end, front), *slices), challenge._replace(days=total)),
        newest_first=cut.newest_first,
        omitted=tuple(cut.omitted),
        today=cut.today,
        diagnostics=(*cut.diagnostics, *rival_days(log.source.path, log.offset, log.lines, pattern)),
    )


def _about(front: str, log: Log, end: int) -> dt.date | None:
    """Return a date of the year in which a log was begun.

    That is its front matter's, or one amid the year that its name, its title or the sentence of its start tells.
    """
    if match := _FRONT_DATE.search(front):
        return _iso(match[1])
    title = log.lines.headings[0].text if _title_line(log.lines) >= 0 else ""
    year, month = log.period
    for known in (
        {year} if year else set(),
        set(map(int, _TITLE_YEAR.findall(title))),
        read_start_years(log.lines, end),
    ):
        if len(known) == 1:
            return dt.date(known.pop(), month or 7, 1)
    return None


def _outline(log: Log, slices: Iterable[Slice], challenge: StatedChallenge) -> Outline:
    return Outline(
        slices=tuple(slices),
        definitions=_definitions(log.lines),
        goals=challenge.goals,
        start=challenge.start,
        challenge_days=challenge.days,
        challenge_name=challenge.name,
    )


def _document(log: Log, front: str) -> Outline:
    """Return the outline of a named file without day headings: its rows of days, or its sections as notes."""
    rows = day_rows(log)
    first = next((h for h in log.lines.headings if h.line > _title_line(log.lines)), None)
    end = first.line if first else len(log.lines.lines)
    challenge = read_challenge(log.lines, end if not rows else len(log.lines.lines), log.options.year)
    if rows and challenge.start:
        rows = day_rows(log._replace(start=challenge.start))
    parts = split_document(log.lines, end)
    slices = (*_before(log, 0, end, front), *(note(part, log) for part in parts), *rows)
    return _outline(log, sorted(slices, key=lambda one: one.line), challenge)


def _introduction(log: Log, front: str) -> Outline:
    """Return the outline of a README that introduces its folder, with what it knows of the days kept elsewhere."""
    challenge = read_challenge(log.lines, len(log.lines.lines), log.options.year)
    log = log._replace(start=challenge.start)
    whole = _before(log, 0, len(log.lines.lines), front)
    return _outline(log, (*whole, *day_rows(log), *dated_rows(log)), challenge)


def _title_line(lines: ScannedLines) -> int:
    """Return the line of the heading that is the document's title, or -1."""
    first = lines.headings[0] if lines.headings else None
    if first is None or first.level != 1 or any(line.strip() for line in lines.lines[: first.line]):
        return -1
    return first.line


def _before(log: Log, start: int, end: int, front: str) -> list[Slice]:
    """Return the text before the first day as the introduction, its title apart."""
    lines = log.lines
    title: HeadingLine | None = None
    if lines.headings and lines.headings[0].line == _title_line(lines) and lines.headings[0].line < end:
        title = lines.headings[0]
        start = title.line + title.lines
    start, end = bodies.trimmed(lines.lines, start, end)
    if start >= end and not front and title is None:
        return []
    part = LogPart(title, None, start, end)
    return [_introduction_slice(part, log, front)]


def _introduction_slice(part: LogPart, log: Log, front: str) -> Slice:
    heading = part.heading
    return Slice(
        kind="introduction",
        text="\n".join(log.lines.lines[part.start : part.end]),
        line=log.offset + part.start + 1,
        heading=heading.text if heading else "",
        heading_line=log.offset + heading.line + 1 if heading else 0,
        title=heading.text if heading else "",
        front=front,
    )


def _with_table_dates(log: Log, slices: list[Slice]) -> list[Slice]:
    """Give the days of a log the dates that a table in the same text has for them."""
    rows = {row.days: row.candidates for row in day_rows(log) if row.candidates and row.days}
    if not rows:
        return slices
    return [_dated_by_table(part, rows.get(part.days, ())) for part in slices]


def _dated_by_table(part: Slice, candidates: tuple[DateCandidate, ...]) -> Slice:
    if part.kind != "entry" or not candidates:
        return part
    own = [one for one in part.candidates if one.source in {"heading", "body"}]
    rest = [one for one in part.candidates if one.source not in {"heading", "body"}]
    return replace(part, candidates=(*own, *candidates, *rest))


def _definitions(lines: ScannedLines) -> str:
    """Return the definitions of links and footnotes, each as written, for all slices of the log."""
    found: list[str] = []
    at = 0
    while at < len(lines.lines):
        line = lines.lines[at]
        if not lines.hidden[at] and line[:4].lstrip(" ")[:1] == "[" and _DEFINITION.match(line[:1000]):
            end = at + 1
            while end < len(lines.lines) and (lines.lines[end].startswith(("    ", "\t")) and lines.lines[end].strip()):
                end += 1
            found.extend(lines.lines[at:end])
            if line.lstrip().startswith("[^"):
                found.append("")
            at = end
        else:
            at += 1
    return "\n".join(found).strip("\n") + "\n" if found else ""
