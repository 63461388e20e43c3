"""Lines that nearly head a day, and why they do not: asked for by `--explain` alone, so that no build pays for it.

It looks at a text that is read already, and never decides anything: what it tells is why the reading came out so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.model.outline import NearDay
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.heading_example import example_of
from journal_site.reading.dates.in_paths import read_name
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.outline.file import unfenced
from journal_site.reading.outline.lines import HeadingLine, scan_lines
from journal_site.reading.outline.opening import price
from journal_site.reading.outline.read import read_outline
from journal_site.reading.outline.sequences import CONFIRMED, is_strong, line_of
from journal_site.reading.outline.weak_lines import WEAK_LEVEL, WeakLine, weak_lines
from journal_site.reading.privacy.withhold import public_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.outline import Outline
    from journal_site.model.source import Source, SourceOptions
    from journal_site.reading.outline.lines import ScannedLines

_HEADING = expression(r" {0,3}#{1,6}[ \t]+(\S.*)$")
_SHAPES = {
    "summary": "a summary", "list": "a list item", "bold": "a bold line", "code": "a line in code signs",
    "quoted": "a quoted heading", "plain": "a plain line",
}  # fmt: skip
_HIDDEN = "it stands in code, in a comment or in HTML"
_OPEN = "its number is left to be filled in"


class _Read(NamedTuple):
    """A text as it was read."""

    source: Source
    options: SourceOptions
    outline: Outline
    lines: ScannedLines
    offset: int
    heads: list[str]
    """The kinds of the lines that head its days."""


def near_days(source: Source, options: SourceOptions) -> list[NearDay]:
    """Return the lines of a text that name a day or a date as a day's heading does, and are none, each kind once."""
    outline = read_outline(source, options)
    _, text, first = split_front_matter(source.text)
    text, first = unfenced(public_text(source.path, text, first).text, first)
    lines = scan_lines(text)
    offset = first - 1
    days = {one.heading_line - offset - 1 for one in outline.slices if one.kind == "entry" and one.heading_line}
    told = {one.line - offset - 1 for part in outline.slices for one in part.candidates}
    told |= {one.line - offset - 1 for one in outline.omitted} | days
    told |= {one.line - offset - 1 for one in outline.slices if one.table}
    marked = list(_candidates(lines))
    heads = Counter(_kind(one.heading) for one in marked if one.heading.line in days)
    read = _Read(source, options, outline, lines, offset, [kind for kind, _ in heads.most_common()])
    left = [
        one for one in marked if one.heading.line not in told and not _stays_home(outline, one.heading.line + first)
    ]
    counts = Counter(_kind(one.heading) for one in left)
    return _grouped(
        (one, _reason(one, read, counts[_kind(one.heading)])) for one in left if _nearly(one)
    ) + [_told_hidden(at, read) for at in _hidden(lines) if not _stays_home(outline, at + first)][:1]  # fmt: skip


def _stays_home(outline: Outline, line: int) -> bool:
    """Tell whether a line stands in a part of its text that is not published."""
    above = [one for one in outline.slices if (one.heading_line or one.line) <= line]
    return bool(above) and bool(max(above, key=lambda one: one.line).withheld)


def _candidates(lines: ScannedLines) -> Iterator[WeakLine]:
    """Give headings and lines that say anything of days or dates, in order."""
    headings = (*lines.headings, *lines.tight)
    found = [WeakLine(heading, mark) for heading in headings if (mark := read_mark(heading.text))]
    yield from sorted([*found, *weak_lines(lines)], key=line_of)


def _nearly(one: WeakLine) -> bool:
    """Tell whether somebody who reads a line could take it for a day's heading."""
    mark = one.mark
    return mark.named or (mark.dates is not None and (not mark.dates.weak or (mark.leads and not mark.title)))


def _hidden(lines: ScannedLines) -> Iterator[int]:
    for at, line in enumerate(lines.lines):
        match = _HEADING.match(line) if lines.hidden[at] else None
        mark = read_mark(match[1]) if match else None
        if mark and mark.leads and is_strong(mark) and not mark.template:
            yield at


def _told_hidden(at: int, read: _Read) -> NearDay:
    text = read.lines.lines[at].strip()
    return NearDay(path=read.source.path, line=read.offset + at + 1, text=text, reason=_HIDDEN)


def _grouped(found: Iterator[tuple[WeakLine, tuple[str, NearDay]]]) -> list[NearDay]:
    """Return one for each kind of line and reason: the first, with how many more there are."""
    from msgspec.structs import replace  # noqa: PLC0415 - read for `--explain` alone

    firsts: dict[tuple[str, str], NearDay] = {}
    for one, (reason, near) in found:
        key = _kind(one.heading), reason
        firsts[key] = replace(firsts[key], more=firsts[key].more + 1) if key in firsts else near
    return list(firsts.values())


def _kind(heading: HeadingLine) -> str:
    """Return what a line is to Markdown."""
    return (
        _SHAPES.get(heading.shape, "a line") if heading.level == WEAK_LEVEL else f"a heading of level {heading.level}"
    )


def _reason(one: WeakLine, read: _Read, alike: int) -> tuple[str, NearDay]:
    """Return why a line heads no day, with all that is told of it. `alike` lines of its kind are left over."""
    reason = _by_itself(one.mark) or _in_log(one, read) or _in_file(read, alike)
    line = read.lines.lines[one.heading.line]
    settles = "" if reason == _OPEN else example_of(line, one.mark)
    near = NearDay(
        path=read.source.path,
        line=read.offset + one.heading.line + 1,
        text=line.strip(),
        reason=reason,
        settles=settles,
    )
    return reason, near


def _by_itself(mark: Mark) -> str:
    """Return what of the line alone keeps it from heading a day."""
    if mark.template and not mark.days:
        return _OPEN
    if mark.loose:
        return "its date stands amid other words"
    return "" if mark.leads else "other words stand before its day"


def _in_log(one: WeakLine, read: _Read) -> str:
    """Return what the days of the text say of a line beside them; nothing where it has none."""
    if not read.heads:
        return ""
    kind = _kind(one.heading)
    if kind not in read.heads:
        return f"it is {kind}, and here {read.heads[0]} heads a day"
    return "its day has a heading of its own, or nothing beside it confirms it"


def _in_file(read: _Read, alike: int) -> str:
    """Return what the file says of a line, where none of its lines heads a day."""
    path = read.source.path
    name = read_name(path, read.options.names)
    if any(one.kind == "entry" for one in read.outline.slices):
        if name.days or name.dates:
            return "the file is one entry, whose day its name tells"
        return f"the file is one entry: {alike} of the {price(path, weak=False)} such headings that make it a log"
    if alike >= CONFIRMED or any(one.table for one in read.outline.slices):
        return "the file introduces its folder, or lists days that are kept elsewhere"
    return f"{alike} of the {CONFIRMED} such lines, one after the other, that make days"
