"""Where a log grows, and what its author leaves between one day and the next: empty lines, rules, closing tags."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression

if TYPE_CHECKING:
    from journal_site.model.outline import Outline, Slice

_OPENING = expression(r"\s*<(?:details|div|section)\b[^<>]*>\s*$", re.IGNORECASE)
_CLOSING = expression(r"\s*</(?:details|section)\s*>\s*$", re.IGNORECASE)
_PARTLY = expression(r"\s*</(?:p|div|center)\s*>\s*$", re.IGNORECASE)
"""Closes a part of a day's text, which was taken for an ornament behind it."""
_RULE = expression(r"\s*(?:-+|=+)\s*$")
"""Right below a text, it would make a heading of it."""
_RECENT = 12


class InsertionPoint(NamedTuple):
    """Where a day is to be added, and what goes around it."""

    at: int
    """The line, from 0, before which it goes."""
    before: list[str]
    below: int
    """Empty lines between a heading and its text."""
    after: list[str]

    def block(self, heading: Sequence[str], text: Sequence[str], *, close: bool) -> tuple[list[str], int]:
        """Return the lines that are added, and which of them is the first of the text.

        `close`: the text follows its heading without an empty line.
        """
        above = [*self.before, *heading, *([""] * self.below if text and not close else [])]
        return [*above, *text, *self.after], len(above)


class _Span(NamedTuple):
    """A day's lines, from 0: its heading, and the end of its text."""

    start: int
    end: int


def find_place(lines: Sequence[str], outline: Outline) -> InsertionPoint:
    """Return where the next day of a log goes. The log has a day."""
    days = [part for part in outline.slices if part.kind == "entry" and not part.table]
    spans = [_span(lines, part) for part in days]
    starts = sorted(
        {part.heading_line - 1 for part in outline.slices if part.heading_line}
        | {one.line - 1 for one in outline.omitted}
    )
    below = _below(days)
    if outline.newest_first:
        return _before_first(lines, spans, below)
    return _behind_last(lines, spans, starts, below)


def end_of(lines: Sequence[str]) -> InsertionPoint:
    """Return the place at the end of a text that has no day yet."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return InsertionPoint(end, [""] if end else [], 1, [])


def _span(lines: Sequence[str], part: Slice) -> _Span:
    start = part.heading_line - 1
    if not part.text:
        return _Span(start, start + 1)
    end = part.line - 1 + part.text.count("\n") + 1
    while end < len(lines) and _PARTLY.match(lines[end]):
        end += 1
    return _Span(start, min(max(end, start + 1), len(lines)))


def _below(days: Sequence[Slice]) -> int:
    gaps = Counter(part.line - part.heading_line - 1 for part in days[-_RECENT:] if part.text)
    known = {gap: count for gap, count in gaps.items() if 0 <= gap <= 3}  # noqa: PLR2004
    return max(known, key=lambda gap: known[gap], default=1)


def _gap(lines: Sequence[str], spans: Sequence[_Span]) -> list[str]:
    """Return what most often stands between two neighbouring days; an empty line where there are no two."""
    gaps = Counter(
        (*lines[before.end : after.start],)
        for before, after in itertools.pairwise(spans)
        if after.start - before.end < _RECENT
    )
    plain = [gap for gap in gaps if not any(line.lstrip()[:1] == "#" for line in gap)]
    if not plain:
        return [""]
    usual = max(plain, key=lambda gap: (gaps[gap], -len(gap)))
    return list(usual)


def _behind_last(lines: Sequence[str], spans: Sequence[_Span], starts: Sequence[int], below: int) -> InsertionPoint:
    """Return the place right behind the last day's text: what closes that day then closes the new one."""
    last = max(spans, key=lambda span: span.start)
    following = next((start for start in starts if start > last.start), None)
    end = following if following is not None else len(lines) - (not lines[-1])
    gap = _gap(lines[:end], spans[-_RECENT:])
    there = lines[last.end : end]
    closing = [line for line in there if _CLOSING.match(line)]
    if closing and not any(map(_CLOSING.match, gap)):
        gap = [*closing, *gap]
    touches = bool(_RULE.match(there[0])) if there else following is not None
    return InsertionPoint(last.end, gap, below, [""] * touches)


def _before_first(lines: Sequence[str], spans: Sequence[_Span], below: int) -> InsertionPoint:
    first = min(spans, key=lambda span: span.start)
    gap = _gap(lines, spans[:_RECENT])
    opening: list[str] = []
    while first.start - len(opening) > 0 and _OPENING.match(lines[first.start - len(opening) - 1]):
        opening.insert(0, lines[first.start - len(opening) - 1])
    after = gap[: len(gap) - len(opening)] if opening and gap[-len(opening) :] == opening else gap
    return InsertionPoint(first.start - len(opening), opening, below, after)
