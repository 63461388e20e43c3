"""A log cut into its days: each a slice with its numbers, dates and lines; what stands under no day becomes notes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.outline import DateCandidate, DateSource, Omission, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.dates.days import Mark
from journal_site.reading.dates.heading_titles import is_example
from journal_site.reading.dates.parts import DateExpression, DateParts, DaySpan, may_be
from journal_site.reading.dates.sequence import DatedHeading, SettledDate, is_restart, settle
from journal_site.reading.outline import bodies, day_lines
from journal_site.reading.outline.lines import HeadingLine, ScannedLines
from journal_site.reading.outline.sections import Context, LogPart

_LONGEST_TITLE = 70
_FULL_STOP = expression(r"[.!?。！？…]+$")
_SHARED = 3
_INLINE = frozenset({"list", "plain", "bold", "code"})


class Log(NamedTuple):
    """A log and all that settles what its headings leave open."""

    lines: ScannedLines
    source: Source
    options: SourceOptions
    offset: int = 0
    """Lines before its first (front matter)."""
    start: dt.date | None = None
    """The challenge's first day, as the introduction tells it."""
    round: int | None = None
    """The round that the file's name or title tells."""
    git: dict[int, dt.date] = {}  # noqa: RUF012 # never changed
    about: dt.date | None = None
    """When it was begun, roughly, by its front matter, its name or its title."""
    period: tuple[int | None, int] = (None, 0)
    """The year and month that its name tells."""


_BLANK = "a day with nothing written below its heading"
"""Unless it is today: a day that is not over has just begun."""


class Cut(NamedTuple):
    """A log in parts."""

    slices: list[Slice]
    omitted: list[Omission]
    newest_first: bool
    diagnostics: list[Diagnostic]
    today: bool = False
    """A blank day depends on what day it is."""


def cut_log(log: Log, parts: Sequence[LogPart]) -> Cut:
    """Return the days and notes of a log that was split into parts."""
    days: list[_Day] = []
    omitted: list[Omission] = []
    templates = _shared_texts(parts, log.lines)
    today = False
    for part in parts:
        if part.heading and part.mark:
            reason = _left_out(part.mark, log.lines.lines[part.start : part.end], templates)
            today = today or reason == _BLANK
            if reason and not (reason == _BLANK and may_be(part.mark.dates, log.options.today)):
                omitted.append(_omission(part, part.heading, log, reason))
            else:
                days.append(_read_day(part, part.heading, part.mark, log)._replace(blank=bool(reason)))
    dated = [day.dated for day in days]
    settled = settle(
        dated, log.source.path, log.options, log.options.start or log.start or log.about, text=log.source.text
    )
    slices = [note(part, log) for part in parts if part.mark is None]
    slices.extend(_day_slice(day, date, log) for day, date in zip(days, settled.settled, strict=True))
    slices.sort(key=lambda one: one.heading_line)
    diagnostics = [*settled.diagnostics, *_repeated(days, log.source.path, newest_first=settled.newest_first)]
    return Cut(slices, omitted, settled.newest_first, diagnostics, today=today)


class _Day(NamedTuple):
    """A day before its date is settled, and where that date is written."""

    part: LogPart
    heading: HeadingLine
    mark: Mark
    dated: DatedHeading
    source: DateSource = "heading"
    line: int = 0
    text: str = ""
    blank: bool = False


def _read_day(part: LogPart, heading: HeadingLine, mark: Mark, log: Log) -> _Day:
    round_ = next((r for r in (mark.round, part.context.round, log.round) if r is not None), None)
    days, written, line, text = mark.days, mark.dates, heading.line, mark.date_text
    first = day_lines.labelled_lines(log.lines.lines[part.start : part.end])
    kind: DateSource = "heading"
    if not days and (numbered := day_lines.day_line(first)):
        days, round_ = numbered.days, numbered.round if numbered.round is not None else round_
    context = part.context if part.context.month else part.context._replace(month=log.period[1])
    if mark.bare and context.month and written is None:
        written, text, days = _in_month(mark, context._replace(year=context.year or log.period[0])), heading.text, ()
    if written is None and (below := day_lines.date_line(first)):
        written, kind, line, text = below[1].dates, "body", part.start + below[0], below[1].date_text
    number = log.offset + heading.line + 1
    dated = DatedHeading(number, heading.text, days, round_, written, log.git.get(number), part.context.year)
    return _Day(part, heading, mark, dated, kind, log.offset + line + 1, text)


def _in_month(mark: Mark, context: Context) -> DateExpression:
    spans = tuple(
        DaySpan(parts, parts) for day in mark.days for parts in (DateParts(context.year, context.month, day),)
    )
    return DateExpression(spans, 0, 0)


def _day_slice(day: _Day, settled: SettledDate, log: Log) -> Slice:
    part, heading, mark = day.part, day.heading, day.mark
    title, rest = _inline(mark, heading, part, log.lines)
    start, end = bodies.trimmed(log.lines.lines, part.start, part.end)
    text = log.lines.lines[start:end]
    if heading.shape == "list":
        text = _dedented(text)
    if rest:
        start, text = heading.line, [rest, *log.lines.lines[part.start : start], *text]
    return Slice(
        kind="entry",
        text="\n".join(text),
        line=log.offset + start + 1,
        heading=heading.text,
        heading_line=log.offset + heading.line + 1,
        title=title,
        parents=part.context.parents,
        days=day.dated.days,
        round=day.dated.round,
        candidates=_candidates(day, settled, log),
        tags=day_lines.tags(day_lines.labelled_lines(log.lines.lines[part.start : part.end])),
        blank=day.blank,
    )


def _inline(mark: Mark, heading: HeadingLine, part: LogPart, lines: ScannedLines) -> tuple[str, str]:
    """Return the title, and what of the heading's line is rather the beginning of the text."""
    if heading.shape not in _INLINE or not mark.title:
        return mark.title, ""
    below = lines.lines[part.start].strip() if part.start < part.end else ""
    goes_on = bool(below) and (below[0].isalnum() or below[0] in "[(")
    stop = _FULL_STOP.search(heading.text)
    if stop and not mark.title.endswith(stop[0]):
        return "", mark.title + stop[0]
    return ("", mark.title) if stop or goes_on or len(mark.title) > _LONGEST_TITLE else (mark.title, "")


def _dedented(lines: list[str]) -> list[str]:
    """Return the lines of a list item as lines of their own."""
    indents = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()]
    width = min(indents, default=0)
    return [line[width:] if line.strip() else "" for line in lines]


def _candidates(day: _Day, settled: SettledDate, log: Log) -> tuple[DateCandidate, ...]:
    """Return the places that name the day's date, the best first."""
    path = log.source.path
    found: list[DateCandidate] = []
    if day.dated.written is not None:
        text = day.text or day.heading.text
        found.append(
            DateCandidate(
                source=day.source, dates=settled.dates, text=text, path=path, line=day.line, repair=settled.repair
            )
        )
    if day.dated.git is not None and log.options.dates == "git":
        found.append(DateCandidate(source="git", dates=(day.dated.git,), path=path, line=day.dated.line))
    start = log.options.start or log.start
    if log.options.dates == "consecutive" and start is not None and day.dated.days:
        dates = tuple(start + dt.timedelta(days=number - 1) for number in day.dated.days)
        found.append(DateCandidate(source="consecutive", dates=dates, path=path, line=day.dated.line))
    if settled.inferred:
        line = day.dated.line
        found.append(DateCandidate(source="inferred", dates=settled.dates, path=path, line=line, repair=settled.repair))
    return tuple(found)


def note(part: LogPart, log: Log) -> Slice:
    """Return a part that stands under no day as a note."""
    start, end = bodies.trimmed(log.lines.lines, part.start, part.end)
    heading = part.heading
    number = log.offset + heading.line + 1 if heading else 0
    first = number or log.offset + start + 1
    dates = {log.git[line] for line in range(first, log.offset + end + 1) if line in log.git}
    candidates = (
        (DateCandidate(source="git", dates=tuple(sorted(dates)), path=log.source.path, line=first),)
        if dates and log.options.dates == "git"
        else ()
    )
    return Slice(
        kind="note",
        text="\n".join(log.lines.lines[start:end]),
        line=log.offset + start + 1,
        heading=heading.text if heading else "",
        heading_line=number,
        title=heading.text if heading else "",
        parents=part.context.parents,
        candidates=candidates,
        tags=day_lines.tags(day_lines.labelled_lines(log.lines.lines[start:end])),
    )


def _shared_texts(parts: Sequence[LogPart], lines: ScannedLines) -> frozenset[str]:
    """Return the texts, with labels to fill in, that so many days share that nobody can have written them there."""
    texts = Counter(bodies.template_of(lines.lines[part.start : part.end]) for part in parts if part.mark)
    return frozenset(text for text, count in texts.items() if text and count >= _SHARED)


def _left_out(mark: Mark, body: list[str], templates: frozenset[str]) -> str:
    """Return why a day is left out: it is a template's, blank, or says that nothing was done; else nothing."""
    if mark.template and not mark.days:
        return "a template's day: its number is a placeholder"
    if (templates and bodies.template_of(body) in templates) or bodies.is_untouched(body):
        return "a template's day"
    if mark.template and (is_example(mark.title) or bodies.is_blank(body)):
        return "a template's day"
    if mark.title and not mark.skipped:
        return ""
    if not bodies.is_blank(body):
        return ""
    return "a skipped day" if mark.skipped else _BLANK


def _omission(part: LogPart, heading: HeadingLine, log: Log, reason: str) -> Omission:
    first = part.above if part.above >= 0 else heading.line
    text = "\n".join(log.lines.lines[first : part.end]).rstrip()
    return Omission(path=log.source.path, line=log.offset + heading.line + 1, text=text, reason=reason)


def _repeated(days: Sequence[_Day], path: str, *, newest_first: bool) -> list[Diagnostic]:
    """Return a warning for each day's number that occurs twice without a new beginning or section between."""
    diagnostics: list[Diagnostic] = []
    seen: dict[int, int] = {}
    before: _Day | None = None
    for day in reversed(days) if newest_first else days:
        if before and (is_restart(before.dated, day.dated) or before.part.context != day.part.context):
            seen = {}
        for number in day.dated.days:
            if number in seen:
                diagnostics.append(_repeats(day.dated, number, seen[number], path))
            seen.setdefault(number, day.dated.line)
        before = day if day.dated.days else before
    return diagnostics


def _repeats(day: DatedHeading, number: int, line: int, path: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="day-repeated",
        message=f"day {number} is also on line {line}",
        location=Location(path=path, line=day.line),
        hint="both are kept; give one of them its own number",
        excerpt=day.text,
    )
