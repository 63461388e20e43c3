"""An entry file as one slice: its day and date by its name, its first heading and its first lines. Microseconds."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from msgspec.structs import replace

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.outline import DateCandidate, Omission, Outline, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.contents.navigation import is_navigation
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.in_files import TextDate, file_dates
from journal_site.reading.dates.in_paths import Name, name_title, read_name
from journal_site.reading.outline import bodies
from journal_site.reading.outline.day_lines import Line, date_line, day_line, labelled_lines, tags
from journal_site.reading.outline.index_files import is_index
from journal_site.reading.outline.sequences import are_months
from journal_site.reading.outline.template_files import is_template

_FIRST = expression(r"\s*^ {0,3}(#{1,6})(?!#)[ \t]*([^\n]+)(?:\n|\Z)", re.MULTILINE)
_LATER = expression(r"^ {0,3}#{1,6}[ \t]+([^\n]+)$", re.MULTILINE)
_BOLD = expression(r"\s*^ {0,3}((?:\*\*|__)[^\n]{1,300})(?:\n|\Z)", re.MULTILINE)
_UNDERLINED = expression(r"\s*^ {0,3}([^\s#>|<\-=][^\n]{0,300})\n {0,3}(?:=+|-{2,})[ \t]*(?:\n|\Z)", re.MULTILINE)
_WRAPPED = expression(r"\s*^(`{3}|~{3})[ \t]*(?:markdown|md)[ \t]*\n", re.IGNORECASE | re.MULTILINE)
_ASIDE = expression(
    r"(?:rules|faqs?|resources|about(?:[-_ ]me)?|contact|archives?|tags|categories|search|404|"
    r"regeln|r[eè]gles|reglas|regras|regole|правила|规则|規則|recursos|ressources|risorse|ресурсы|资源|"
    r"preguntas[-_ ]frecuentes|perguntas[-_ ]frequentes)\.\w+$",
    re.IGNORECASE,
)
_PAGE = expression(r"^layout[ \t]*[:=][ \t]*[\"']?(?:page|home|default|archive|categories|tags)\b", re.MULTILINE)
_MONTH = expression(r"\W*\d\d?\W{1,3}[^\W\d_]{3,}\W*$")
_TITLE = expression(r"^\s*title(?:[ \t]*[:=]|::)[ \t]*[\"']?([^\n]{1,200}?)[\"']?[ \t]*$", re.IGNORECASE | re.MULTILINE)
SAYS_DATE = expression(r"^[ \t]*(?:date|day)[ \t]*[:=][ \t]*\S", re.MULTILINE | re.IGNORECASE)
_CLOSING = expression(r"#+\s*$")
_SHORT = 300
_MARKS = " \t\n#*+->"
"""Without what they are marks of, they say nothing."""
_HEAD = 1200
"""Characters in which a date line or tags are looked for."""


class _Head(NamedTuple):
    """The first heading, where it is a day's: then it leaves the text."""

    mark: Mark
    text: str
    line: int
    """Relative: 0 is the text's first."""
    rest: str
    lines: int
    """Lines of the text above `rest`."""


def unfenced(text: str, first: int) -> tuple[str, int]:
    """Return a text without the fence that wraps all of it, with its first line."""
    match = _WRAPPED.match(text)
    if not match:
        return text, first
    inner = text[match.end() :].rstrip()
    above, _, last = inner.rpartition("\n")
    if last.strip() == match[1] and len(re.findall(rf"^[ \t]*{match[1]}", above, re.MULTILINE)) % 2 == 0:
        inner = above
    return inner, first + match[0].count("\n")


def tell_unfenced(outline: Outline, path: str, line: int) -> Outline:
    """Return the outline of a text whose fence, which began at a line, was taken off, with a notice of that."""
    notice = Diagnostic(
        severity="notice",
        code="text-unfenced",
        message="all of the text stands in a block of Markdown, and is read as if it did not",
        location=Location(path=path, line=line),
        hint="to show it as it is written, begin and end the block with four backticks",
    )
    return replace(outline, diagnostics=(*outline.diagnostics, notice))


def read_single(source: Source, options: SourceOptions, front: str, text: str, first: int) -> Outline:
    """Return the outline of a source that is one entry. `first` is the line where `text` begins."""
    if text[:80].lstrip()[:3] in {"```", "~~~"} and (inner := unfenced(text, first))[1] != first:
        return tell_unfenced(read_single(source, options, front, *inner), source.path, inner[1] - 1)
    if reason := _no_text_of_its_own(source, front, text):
        left_out = Omission(path=source.path, line=first, text=text, reason=reason)
        return Outline(slices=(), omitted=(left_out,))
    name = read_name(source.path, options.names)
    is_calendar = _heads_months(text)
    head, told = (None, None) if is_calendar else _heading(text)
    body = head.rest if head else text
    line = first + (head.lines if head else 0)
    lines = labelled_lines(body[:_HEAD].split("\n"))
    below = None if is_calendar else date_line(lines, labelled=bool(told and told.dates))
    told_dates = _told_dates(head, told, below, first, line)
    candidates, diagnostics = file_dates(source, options, name, told_dates)
    days, round_ = _numbers(name, told or _titled(front), lines)
    blank = not front and not (head and head.mark.title) and bool(candidates) and _is_blank(body)
    if blank and not any(options.today in one.dates for one in candidates):
        left_out = Omission(path=source.path, line=first, text=text, reason="a day with nothing written in its file")
        return Outline(slices=(), omitted=(left_out,), today=True)
    if options.dates == "git":
        candidates.extend(_from_git(source))
    start = options.start
    if options.dates == "consecutive" and start and days:
        dates = tuple(start + dt.timedelta(days=number - 1) for number in days)
        candidates.append(DateCandidate(source="consecutive", dates=dates, path=source.path))
    part = Slice(
        kind="note" if not (days or candidates) and _is_aside(source, front) else "entry",
        text=body,
        line=line,
        heading=head.text if head else "",
        heading_line=first + head.line if head else 0,
        title=head.mark.title if head else "",
        called=name_title(source.path),
        days=days,
        round=round_,
        candidates=tuple(candidates),
        tags=tags(lines),
        blank=blank or not text.strip(_MARKS),
        front=front,
    )
    total = told.total if told else None
    return Outline(slices=(part,), challenge_days=total, diagnostics=tuple(diagnostics), today=blank)


def _is_aside(source: Source, front: str) -> bool:
    """Tell whether an undated file only accompanies the journal: its rules, a page about its author."""
    folder, _, name = source.path.rpartition("/")
    is_named = folder in {"", source.folder} and _ASIDE.match(name) is not None
    return (is_named or _PAGE.search(front) is not None) and not SAYS_DATE.search(front)


def _no_text_of_its_own(source: Source, front: str, text: str) -> str:
    """Return why a file is no entry: it is a template that nobody filled in, or lists others."""
    if "example.com" in text[:_HEAD] and bodies.is_untouched(text[:_HEAD].split("\n")):
        return "a template's day"
    if is_template(source.path, source.folder, front, text):
        return "a template"
    return "an index of texts that are read themselves" if not front and is_index(text) else ""


def _is_blank(text: str) -> bool:
    """Tell whether a text says nothing at all: it is empty, an empty list, labels that nobody filled in."""
    if len(text) > _SHORT:
        return False
    lines = text.split("\n")
    return not any(line.lstrip().startswith("#") for line in lines) and bodies.is_blank(lines)


def _heading(text: str) -> tuple[_Head | None, Mark | None]:
    """Return the heading that the text begins with, where it is a day's, and what the first heading says of days."""
    match = _FIRST.match(text)
    if match:
        mark = _sure_mark(_CLOSING.sub("", match[2]))
        if mark is None or not _may_head(mark) or is_navigation(match[2]):
            return None, mark if mark and mark.loose and not is_navigation(match[2]) else None
        inline = _CLOSING.sub("", match[2]).strip()
        return _Head(
            mark,
            inline,
            match[0][: match.start(2) - match.start()].count("\n"),
            text[match.end() :],
            match[0].count("\n"),
        ), mark
    match = _BOLD.match(text) or _UNDERLINED.match(text, 0, _HEAD)
    mark = read_mark(match[1]) if match else None
    if match and mark and _may_head(mark) and mark.leads and (mark.named or mark.dates):
        above = match[0][: match.start(1) - match.start()].count("\n")
        return _Head(mark, match[1].strip(), above, text[match.end() :], match[0].count("\n")), mark
    return None, _later_mark(text)


def _heads_months(text: str) -> bool:
    """Tell whether a text's headings count the months of a year, `01 January`, and so tell no date."""
    marks = (read_mark(match[1]) for match in _LATER.finditer(text) if _MONTH.match(match[1]))
    return are_months([mark for mark in marks if mark])


def _sure_mark(text: str) -> Mark | None:
    """Return what a heading says of days, unless only others beside it could confirm that: `First day at school`."""
    mark = read_mark(text)
    return mark if mark is None or not mark.short or any(map(str.isdigit, text)) else None


def _may_head(mark: Mark) -> bool:
    """Tell whether a first heading is so much a day's that it leaves the text."""
    if mark.loose or (mark.template and not mark.days):
        return False
    return bool(mark.days) or (mark.dates is not None and not mark.dates.weak)


def _later_mark(text: str) -> Mark | None:
    """Return what the first heading says where something else stands before it."""
    match = _LATER.search(text, 0, _HEAD)
    if not match or is_navigation(match[1]) or "```" in text[: match.start()] or "~~~" in text[: match.start()]:
        return None
    mark = read_mark(match[1])
    return mark if mark and (mark.leads or mark.dates) and not mark.short else None


def _titled(front: str) -> Mark | None:
    """Return what the title in front matter says of the day: `title: "Day 5: Trees"`."""
    match = _TITLE.search(front) if front else None
    return read_mark(match[1]) if match else None


def _numbers(name: Name, told: Mark | None, lines: list[Line]) -> tuple[tuple[int, ...], int | None]:
    """Return days and round: the heading's, else the name's, else those of the first line."""
    round_ = told.round if told and told.round is not None else name.round
    if told and told.days and told.named:
        return told.days, round_
    if name.days:
        return name.days, round_
    line = day_line(lines)
    return (line.days, line.round if line.round is not None else round_) if line else ((), round_)


def _told_dates(
    head: _Head | None, told: Mark | None, below: tuple[int, Mark] | None, first: int, line: int
) -> list[TextDate]:
    """Return the dates that the heading and the date line tell, with their lines."""
    found: list[TextDate] = []
    if told and told.dates:
        place = first + head.line if head else first
        found.append(TextDate("heading", told.dates, told.days, told.date_text, place))
    if below and below[1].dates:
        found.append(TextDate("body", below[1].dates, (), below[1].date_text, line + below[0]))
    return found


def _from_git(source: Source) -> list[DateCandidate]:
    dates = [date for line, date in source.history if line == 0] or [date for _, date in source.history[:1]]
    return [DateCandidate(source="git", dates=(dt.date.fromisoformat(dates[0]),), path=source.path)] if dates else []
