"""How the next entry file's text begins, learned from the newest files that are there. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.model.fields import FIELDS
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.in_paths import read_name
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.writing.heading_form import HeadingSample
from journal_site.writing.heading_style import learn_heading, write_heading

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.writing.file_name import EntryFile

_HEADING = expression(r"\s*^ {0,3}#{1,6}[ \t]+([^\n]+?)[ \t#]*$", re.MULTILINE)
_CONSTANT = expression(r"^([A-Za-z][\w-]*):[ \t]+\S.*$")
_OURS = frozenset({*(key.casefold() for field in FIELDS for key in field.keys), "id", "url"})
_ALIKE = 3


class EntryLayout(NamedTuple):
    """How the next file's text begins."""

    front: bool
    """With front matter."""
    constants: tuple[str, ...] = ()
    """Lines that the front matter of all new files has: `layout: post`."""
    heading: str = ""
    """The line that it begins with, where it has no front matter."""
    body: str = ""


def next_layout(
    newest: Sequence[tuple[EntryFile, str]], path: str, *, day: int | None, date: dt.date, title: str
) -> EntryLayout:
    """Return how the file at `path` begins, as the newest files (the newest first, with their texts) do."""
    fronts = [split_front_matter(text)[0] for _, text in newest[:_ALIKE]]
    if not fronts or fronts[0]:
        return EntryLayout(front=True, constants=_constants(fronts))
    heading = _heading(newest, day, date, title)
    name = read_name(path)
    mark = read_mark(heading.lstrip("# "))
    if (day is not None and day not in (*name.days, *(mark.days if mark else ()))) or not (
        date in name.dates or _says_date(mark, date)
    ):
        return EntryLayout(front=True)
    bullet = all(text.lstrip().startswith("- ") for _, text in newest)
    return EntryLayout(front=False, heading=heading, body="- " if bullet else "")


def _constants(fronts: Sequence[str]) -> tuple[str, ...]:
    """Return the lines that all these front matters have in common, other than what an entry says of itself."""
    if len(fronts) < _ALIKE or not fronts[0].startswith("---"):
        return ()
    common = set(fronts[0].splitlines()).intersection(*(front.splitlines() for front in fronts[1:]))
    lines = [line for line in fronts[0].splitlines() if line in common and _CONSTANT.match(line)]
    return tuple(line for line in lines if line.split(":")[0].casefold() not in _OURS)


def _heading(newest: Sequence[tuple[EntryFile, str]], day: int | None, date: dt.date, title: str) -> str:
    """Return the heading that the next file begins with, in the form of the newest that begin with a day's."""
    samples = []
    for file, text in reversed(newest):
        match = _HEADING.match(text)
        mark = read_mark(match[1]) if match else None
        if match and mark and (mark.days or mark.dates):
            samples.append(HeadingSample(match[0].strip("\n"), match[1], mark.days, file.date, mark.date_text))
    style = learn_heading(samples) if len(samples) * 2 > len(newest) else None
    if style is None or (style.numbered and day is None):
        return f"# {title}" if title else ""
    return write_heading(style, day=day, date=date, title=title)


def _says_date(mark: Mark | None, date: dt.date) -> bool:
    first = mark.dates.spans[0].first if mark and mark.dates else None
    return first is not None and (first.year, first.month, first.day) == (date.year, date.month, date.day)
