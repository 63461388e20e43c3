"""What the days of a log show of its author's habits: their headings, and lines below them that tell number or date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal_site.expressions import expression
from journal_site.reading.dates.days import read_mark, read_number
from journal_site.reading.dates.parts import weekday_of
from journal_site.reading.dates.tokens import clean_line, mask, tokenise
from journal_site.writing.heading_form import HeadingSample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal_site.model.outline import Slice

_HEAD = 80
_ORDINAL = expression(r"(?:st|nd|rd|th|er|º|\.)?", re.IGNORECASE)


def heading_sample(lines: Sequence[str], part: Slice) -> HeadingSample:
    """Return the heading of a day as a sample."""
    line = lines[part.heading_line - 1]
    candidate = next((one for one in part.candidates if one.source == "heading" and one.dates), None)
    mark = read_mark(part.heading)
    written = mark.date_text if mark else ""
    if candidate is not None and not written:
        written = _day_of_month(part.heading, candidate.dates[0].day)
    return HeadingSample(line, part.heading, heading_days(part), candidate.dates[0] if candidate else None, written)


def heading_days(part: Slice) -> tuple[int, ...]:
    """Return the numbers that a day's heading itself tells."""
    mark = read_mark(part.heading) or read_number(part.heading)
    return part.days if mark and mark.days == part.days else ()


def _day_of_month(heading: str, day: int) -> str:
    """Return what a heading below a month says of its date: `14`, `Monday 14th`."""
    heading = clean_line(heading)
    tokens = tokenise(mask(heading))
    at = next((at for at, token in enumerate(tokens) if token.kind == "n" and token.number == day), None)
    if at is None:
        return ""
    first = at
    while first and (tokens[first - 1].text in {",", "."} or weekday_of(tokens[first - 1]) >= 0):
        first -= 1
    ordinal = _ORDINAL.match(heading, tokens[at].end)
    return heading[tokens[first].start : ordinal.end() if ordinal else tokens[at].end]


def day_lines(recent: Sequence[Slice]) -> list[HeadingSample]:
    """Return the first lines of days whose number is told there, where most are."""
    found = []
    for part in recent:
        first = next((line for line in part.text.split("\n") if line.strip()), "")
        mark = read_mark(first.strip()[:_HEAD])
        if part.days and mark and mark.days == part.days and not heading_days(part):
            found.append(HeadingSample(first, first.strip(), part.days, None))
    return found if len(found) * 2 > len(recent) else []


def date_lines(lines: Sequence[str], recent: Sequence[Slice]) -> list[HeadingSample]:
    """Return the lines of days whose date is told below their heading, where most are."""
    found = []
    for part in recent:
        candidate = part.candidates[0] if part.candidates else None
        if candidate and candidate.source == "body" and candidate.dates and candidate.line <= len(lines):
            line = lines[candidate.line - 1]
            found.append(HeadingSample(line, line.strip(), (), candidate.dates[0], candidate.text))
    return found if len(found) * 2 > len(recent) else []


def underline(lines: Sequence[str], newest: Slice) -> list[str]:
    """Return the line that underlines the newest heading."""
    below = lines[newest.heading_line] if newest.heading_line < len(lines) else ""
    is_heading = lines[newest.heading_line - 1].strip() == newest.heading and len(below.strip()) > 1
    return [below] if is_heading and not below.strip("=- \t") and newest.line > newest.heading_line + 1 else []
