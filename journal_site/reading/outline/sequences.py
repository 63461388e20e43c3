"""Whether days or dates go steadily one way, so that lines which bear them must head days."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journal_site.reading.dates.days import Mark
from journal_site.reading.dates.parts import FIRST_YEAR, DateExpression
from journal_site.reading.outline.weak_lines import WeakLine

CONFIRMED = 3
"""So many lines of a weak shape make a sequence."""
MOSTLY = 0.7
STEP = 7
"""From one day's number to the next, at most, in a sequence that confirms."""
_DATE_STEP = 60
_LONGEST_PAUSE = 400
"""From one date with its year to the next."""


def is_sequence(marks: Sequence[Mark]) -> bool:
    """Tell whether the marks' numbers, or their dates, go steadily one way (and may begin again)."""
    numbers = [mark.days[0] for mark in marks if mark.days]
    if len(numbers) * 2 >= len(marks):
        steps = [b - a for a, b in pairwise(numbers) if b > 1 or a <= 1]
        return _steady(steps, STEP, len(numbers))
    dates = [mark.dates for mark in marks if mark.dates]
    return any(_steady(*_turns(dates, month_first=order), len(dates)) for order in (True, False))


def _turns(dates: Sequence[DateExpression], *, month_first: bool) -> tuple[list[int], int]:
    """Return about how many days lie between neighbours, and how many at most may in a sequence.

    Where a year is missing that is by the shorter way round; two texts on one date take no step.
    """
    ordinals = [day_of_year(written, month_first=month_first) for written in dates]
    years = [_year(written) for written in dates]
    if all(years):
        numbers = [year * 372 + ordinal for year, ordinal in zip(years, ordinals, strict=True)]
        return [b - a for a, b in pairwise(numbers) if a != b], _LONGEST_PAUSE
    return [step for a, b in pairwise(ordinals) if (step := (b - a + 186) % 372 - 186)], _DATE_STEP


def _year(written: DateExpression) -> int:
    part = written.spans[0].first
    return part.year or (part.raw[2] if part.raw and part.raw[2] >= FIRST_YEAR else 0)


def _steady(steps: list[int], most: int, count: int) -> bool:
    ups = sum(0 < step <= most for step in steps)
    downs = sum(-most <= step < 0 for step in steps)
    return count > 1 and max(ups, downs) >= 1 and max(ups, downs) >= len(steps) * MOSTLY


def day_of_year(written: DateExpression | None, *, last: bool = False, month_first: bool = True) -> int:
    """Return about which day of the year a date is; 0 without a date. `month_first`: of numbers whose order is open."""
    if written is None:
        return 0
    part = written.spans[-1].last if last else written.spans[0].first
    month, day = (part.raw[:2] if month_first else part.raw[1::-1]) if part.raw else (part.month, part.day)
    return month * 31 + day


def are_months(marks: Sequence[Mark]) -> bool:
    """Tell whether what reads as dates counts the months of a year: `01 January`, `02 February`, `03 March`."""
    parts = [mark.dates.spans[0].first for mark in marks if mark.dates and not mark.days]
    return CONFIRMED <= len(parts) == len(marks) and all(part.raw is None and part.day == part.month for part in parts)


def is_strong(mark: Mark) -> bool:
    """Tell whether a heading needs no others to be a day's."""
    if mark.named and not mark.short:
        return True
    return mark.dates is not None and not mark.dates.weak and not mark.loose


def line_of(one: WeakLine) -> int:
    """Return the line of a heading, to sort by."""
    return one.heading.line
