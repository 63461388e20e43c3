"""A log as runs of lines: its days, the sections that end or group them, and what these say of round and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journal_site.reading.dates.days import Mark, read_number
from journal_site.reading.dates.periods import read_period, read_round
from journal_site.reading.dates.tokens import without_markup
from journal_site.reading.outline import bodies
from journal_site.reading.outline.lines import HeadingLine, ScannedLines
from journal_site.reading.outline.patterns import Pattern
from journal_site.reading.outline.weak_lines import WeakLine


class Context(NamedTuple):
    """What the headings above a day say of it."""

    parents: tuple[str, ...] = ()
    round: int | None = None
    year: int | None = None
    month: int = 0


class LogPart(NamedTuple):
    """A run of lines of the log that becomes one slice."""

    heading: HeadingLine | None
    mark: Mark | None
    start: int
    """The first line below the heading."""
    end: int
    context: Context = Context()
    above: int = -1
    """The first of the headings without text that stand directly above it, and are told by its context alone."""


def split_log(lines: ScannedLines, pattern: Pattern) -> tuple[list[LogPart], int]:
    """Return days and sections as runs of lines, and where the introduction ends."""
    days = {one.heading.line: one for one in pattern.days}
    first = pattern.days[0].heading.line
    breaks = [h for h in lines.headings if h.level < pattern.level and h.line not in days]
    if pattern.days[0].heading.shape == "summary":
        folded = _folded(lines)
        breaks = [h for h in breaks if not folded[h.line]]
    titles = {h.line for h in breaks if _heads_day(lines, h, days)}
    inner = [h for h in breaks if h.line > first and h.line not in titles]
    if not _are_sections(inner, len(days)):
        breaks = [h for h in breaks if h.line < first or h.line in titles or _is_structural(h)]
    introduction_end = _before_sections(lines, breaks, first)
    marks: list[HeadingLine | WeakLine] = [*[h for h in breaks if h.line >= introduction_end], *pattern.days]
    marks.sort(key=lambda one: one.heading.line if isinstance(one, WeakLine) else one.line)
    above = [h for h in breaks if h.line < introduction_end]
    return _parts(lines, marks, above), introduction_end


def _folded(lines: ScannedLines) -> list[bool]:
    """Tell for each line whether it begins within `<details>`."""
    found: list[bool] = []
    depth = 0
    for at, line in enumerate(lines.lines):
        found.append(depth > 0)
        if not lines.hidden[at] and "details" in line:
            depth = max(0, depth + line.count("<details") - line.count("</details"))
    return found


def _heads_day(lines: ScannedLines, heading: HeadingLine, days: Mapping[int, WeakLine]) -> bool:
    """Tell whether nothing stands between a heading and a day's."""
    at = heading.line + heading.lines
    while at < len(lines.lines) and not lines.lines[at].strip():
        at += 1
    return at in days


def _are_sections(inner: Sequence[HeadingLine], days: int) -> bool:
    """Tell whether high headings between days end them, or are so many that they must belong to the days."""
    plain = [h for h in inner if not _is_structural(h)]
    return len(plain) < max(3, days // 2)


def _is_structural(heading: HeadingLine) -> bool:
    """Tell whether a heading groups days: a year, a month, a week, a round."""
    return read_period(heading.text) != (None, 0) or read_round(heading.text) is not None or _counts(heading.text)


def _counts(text: str) -> bool:
    words = without_markup(text).casefold().split()
    return len(words) <= 6 and any(word.strip(":.").isdigit() for word in words)  # noqa: PLR2004


def _before_sections(lines: ScannedLines, breaks: Sequence[HeadingLine], first: int) -> int:
    """Return where the introduction ends: before the empty headings that group the first days."""
    end = first
    for heading in reversed([h for h in breaks if h.line < first]):
        below = bodies.trimmed(lines.lines, heading.line + heading.lines, end)
        if below[0] < below[1] or not _is_structural(heading) or heading.line == 0:
            break
        end = heading.line
    return end


def _parts(
    lines: ScannedLines, marks: Sequence[HeadingLine | WeakLine], grouping: Sequence[HeadingLine]
) -> list[LogPart]:
    """Return the parts that begin at the marks; sections without text of their own only give context."""
    parts: list[LogPart] = []
    stack: list[HeadingLine] = []
    for heading in grouping:
        is_title = heading.level == 1 and heading is grouping[0]
        if _is_structural(heading) and (not is_title or read_period(heading.text)[1]):
            _push(stack, heading)
    above = -1
    for at, one in enumerate(marks):
        following = marks[at + 1] if at + 1 < len(marks) else None
        end = len(lines.lines) if following is None else _first_line(following)
        if isinstance(one, WeakLine):
            start = one.heading.line + one.heading.lines
            mark = one.mark
            if above >= 0 and stack and (title := _title_above(stack[-1], one, following)):
                mark = mark._replace(title=title)
                stack.pop()
            parts.append(LogPart(one.heading, mark, start, end, _context(stack), above))
            above = -1
            continue
        _pop(stack, one.level)
        context = _context(stack)
        stack.append(one)
        start, stop = bodies.trimmed(lines.lines, one.line + one.lines, end)
        groups = isinstance(following, WeakLine) or (following is not None and following.level > one.level)
        if start < stop or not groups:
            parts.append(LogPart(one, None, one.line + one.lines, end, context))
            above = -1
        elif above < 0:
            above = one.line
    return parts


def _title_above(heading: HeadingLine, day: WeakLine, following: HeadingLine | WeakLine | None) -> str:
    """Return the heading above a day's as its title, where it heads that day alone and groups no others."""
    is_alone = following is None or (isinstance(following, HeadingLine) and following.level <= heading.level)
    if day.mark.title or not is_alone or read_period(heading.text) != (None, 0) or read_round(heading.text) is not None:
        return ""
    number = read_number(heading.text)
    if number and number.days == day.mark.days:
        return number.title
    words = without_markup(heading.text).split()
    return heading.text if len(words) > 1 and not words[-1].strip(".:").isdigit() else ""


def _first_line(one: HeadingLine | WeakLine) -> int:
    return one.heading.line if isinstance(one, WeakLine) else one.line


def _push(stack: list[HeadingLine], heading: HeadingLine) -> None:
    _pop(stack, heading.level)
    stack.append(heading)


def _pop(stack: list[HeadingLine], level: int) -> None:
    while stack and stack[-1].level >= level:
        stack.pop()


def _context(stack: Sequence[HeadingLine]) -> Context:
    year, month, round_ = None, 0, None
    for heading in stack:
        told_year, told_month = read_period(heading.text)
        year, month = told_year or year, told_month or month
        told_round = read_round(heading.text)
        round_ = told_round if told_round is not None else round_
    return Context(tuple(without_markup(heading.text) for heading in stack), round_, year, month)


def split_document(lines: ScannedLines, start: int) -> list[LogPart]:
    """Return the sections of a document without days, each under its heading, from a line on."""
    title = lines.headings[0] if lines.headings and lines.headings[0].line < start else None
    headings = [heading for heading in lines.headings if heading.line >= start]
    return _parts(lines, headings, [title] if title and title.level > 1 else [])
