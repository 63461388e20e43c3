"""Headings of years and months above a log's days: which stand above the newest day, and which the next day needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal_site.reading.dates.periods import read_period
from journal_site.reading.outline.lines import DEEPEST, HeadingLine, scan_lines
from journal_site.writing.date_style import learn_style, write_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

_MONTH, _YEAR = frozenset({"month"}), frozenset[str]()


class PeriodHeading(NamedTuple):
    """A heading that groups days."""

    line: int
    """From 0."""
    year: int | None
    month: int


class NewPeriods(NamedTuple):
    """Headings that the next day needs above its own."""

    above: int | None = None
    """The line, from 0, of the first heading that they replace; None where none is needed."""
    lines: tuple[str, ...] = ()


def new_periods(lines: Sequence[str], day: int, date: dt.date) -> NewPeriods:
    """Return the headings that group the day of `date`, where those above the newest `day` (a line, from 0) do not."""
    headings = scan_lines("\n".join(lines)).headings
    stack = list(_above(headings, day))[::-1]
    wrong = next((at for at, one in enumerate(stack) if not _holds(one, date)), None)
    if wrong is None:
        return NewPeriods()
    new: list[str] = []
    for one in stack[wrong:]:
        line = _written(lines, headings, one, date)
        if line is None:
            return NewPeriods()
        new += [line, ""]
    return NewPeriods(stack[wrong].line, tuple(new))


def _above(headings: Sequence[HeadingLine], day: int) -> Iterator[PeriodHeading]:
    """Give the periods that the heading at a line stands below, the innermost first."""
    level = next((one.level for one in headings if one.line == day), DEEPEST + 1)
    for heading in reversed([one for one in headings if one.line < day]):
        if heading.level < level:
            level = heading.level
            year, month = read_period(heading.text)
            if year is not None or month:
                yield PeriodHeading(heading.line, year, month)


def _holds(period: PeriodHeading, date: dt.date) -> bool:
    return period.year in {None, date.year} and period.month in {0, date.month}


def _written(lines: Sequence[str], headings: Sequence[HeadingLine], period: PeriodHeading, date: dt.date) -> str | None:
    """Return the line of a period's heading for another date, in the form of the headings of its kind."""
    own = next(one for one in headings if one.line == period.line)
    samples = []
    for heading in headings:
        year, month = read_period(heading.text)
        if heading.level == own.level and bool(month) == bool(period.month) and (year is None) == (period.year is None):
            samples.append((heading.text, date.replace(year=year or date.year, month=month or 1, day=1)))
    style = learn_style(samples, _MONTH if period.month else _YEAR)
    return lines[period.line].replace(own.text, write_date(style, date), 1) if style else None
