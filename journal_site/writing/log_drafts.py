"""Headings that the next day of a log may have, the likest to its own first; which reads as meant is not asked here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal_site.writing.date_style import WHOLE, with_year
from journal_site.writing.heading_style import (
    LIST_ITEM,
    HeadingStyle,
    learn_heading,
    write_beginning,
    write_heading,
)
from journal_site.writing.log_periods import NewPeriods, new_periods
from journal_site.writing.log_samples import date_lines, day_lines, heading_sample, underline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from journal_site.model.outline import Slice
    from journal_site.writing.heading_form import HeadingSample

_RECENT = 12


class NewDay(NamedTuple):
    """The day that is to be added."""

    date: dt.date
    day: int | None
    """None where the journal does not number its days."""
    title: str = ""
    tags: tuple[str, ...] = ()
    room: bool = False
    """Leave an empty line to write on."""


class Draft(NamedTuple):
    """A heading for the new day, with what goes around it."""

    heading: list[str]
    below: list[str]
    """Lines below the heading that tell the day's number or date."""
    periods: NewPeriods = NewPeriods()
    inline: bool = False
    """The text goes on the heading's own line."""

    @property
    def indent(self) -> str:
        """What a line below the heading begins with: the days of a list are its items."""
        item = LIST_ITEM.match(self.heading[0])
        return " " * len(item[0]) if item else ""


def drafts(lines: Sequence[str], days: Sequence[Slice], wanted: NewDay) -> Iterator[Draft]:
    """Give headings for the new day; `days` are oldest first."""
    if not days:
        yield Draft([_plain("## ", wanted, numbered=True)], _tags(wanted))
        return
    samples = [heading_sample(lines, part) for part in days]
    underlines = underline(lines, days[-1])
    periods = new_periods(lines, days[-1].heading_line - 1, wanted.date)
    for style in _styles(samples):
        heading = [write_heading(style, day=wanted.day, date=wanted.date, title=wanted.title), *underlines]
        for below in _lines_below(lines, days[-_RECENT:], style, wanted):
            yield Draft(heading, [*below, *_tags(wanted)], periods, inline=style.inline)
    yield Draft([_plainly(samples[-1], wanted), *underlines], _tags(wanted), periods)


def _styles(samples: Sequence[HeadingSample]) -> Iterator[HeadingStyle]:
    """Give the headings' style, then with the year where it says none, then with a date as nobody misreads it."""
    for said in (WHOLE, frozenset({"day"})):
        style = learn_heading(samples, said)
        if style is not None and (style.date or said == WHOLE):
            yield style
    style = learn_heading(samples)
    if style is not None and style.dated:
        if style.date and (date := with_year(style.date)) and date != style.date:
            yield style._replace(date=date)
        yield style._replace(date=None)


def _lines_below(
    lines: Sequence[str], recent: Sequence[Slice], style: HeadingStyle, wanted: NewDay
) -> Iterator[list[str]]:
    """Give what the first lines below the heading have to tell, because the heading does not."""
    below = [] if style.numbered else _mirrored(day_lines(recent), wanted)
    if style.dated:
        yield below
        return
    if dates := _mirrored(date_lines(lines, recent), wanted):
        yield list(dict.fromkeys([*below, *dates]))
    yield [*below, wanted.date.isoformat()]


def _mirrored(samples: list[HeadingSample], wanted: NewDay) -> list[str]:
    line = write_beginning(samples, day=wanted.day, date=wanted.date) if samples else ""
    return [line] if line else []


def _plainly(newest: HeadingSample, wanted: NewDay) -> str:
    """Return a heading of the newest one's level that nobody misreads."""
    at = newest.line.find(newest.heading)
    before, after = (newest.line[:at], newest.line[at + len(newest.heading) :]) if at >= 0 else ("## ", "")
    return _plain(before, wanted, numbered=bool(newest.days)) + after


def _plain(before: str, wanted: NewDay, *, numbered: bool) -> str:
    day = f"Day {wanted.day}: " if numbered and wanted.day is not None else ""
    return f"{before}{day}{wanted.date}{f' - {wanted.title}' if wanted.title else ''}"


def _tags(wanted: NewDay) -> list[str]:
    return [f"Tags: {', '.join(wanted.tags)}"] if wanted.tags else []
