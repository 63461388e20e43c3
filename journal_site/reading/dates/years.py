"""Years for dates that are written without one: from the file's other dates, the author, weekdays, git, or today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from journal_site.model.source import SourceOptions
from journal_site.reading.dates.parts import DateExpression, DateNumbers
from journal_site.reading.dates.ranges import calendar_date

_SLACK = 62
"""A date this many days before the one before it is out of order, rather than of the next year."""
_BACK = 60
_MOSTLY = 0.8
_REFUTED = 3
"""A start with which not one weekday in so many is right was left from a template, or mistyped."""


class YearEvidence(Protocol):
    """What the search for a year looks at of a heading."""

    @property
    def written(self) -> DateExpression | None:
        """Its date as written, with its weekday."""

    @property
    def git(self) -> dt.date | None:
        """When version control first saw it."""


class Years(NamedTuple):
    """A year for each date, and where those that were missing come from."""

    years: list[int]
    how: str = ""
    guessed: bool = False


def fill_years(
    firsts: Sequence[DateNumbers], headings: Sequence[YearEvidence], options: SourceOptions, start: dt.date | None
) -> Years:
    """Return a year for each date, oldest first."""
    missing = [i for i, first in enumerate(firsts) if first[0] is None]
    if not missing:
        return Years([first[0] or 0 for first in firsts])
    if options.year is not None:
        return Years(_spread(_with_year(firsts, missing[-1], options.year)), "year as site.yaml says")
    if len(missing) < len(firsts):
        return Years(_spread(firsts), "year taken from the file's other dates")
    weekdays = _by_weekdays(firsts, headings, options.today)
    if start is not None:
        years = _spread(_with_year(firsts, 0, _nearest(firsts[0], start)))
        if weekdays is None or _right_weekdays(years, firsts, headings) * _REFUTED >= len(_weekdays(headings)):
            return Years(years, "year taken from what stands above the first day")
    for known, how in ((weekdays, "weekdays"), (_by_git(firsts, headings), "git")):
        if known is not None:
            return Years(known, f"year taken from {how}")
    how = "year guessed: the latest in which no date lies after today"
    return Years(_latest(firsts, options.today), how, guessed=True)


def _with_year(firsts: Sequence[DateNumbers], i: int, year: int) -> list[DateNumbers]:
    return [*firsts[:i], (year, *firsts[i][1:]), *firsts[i + 1 :]]


def _spread(firsts: Sequence[DateNumbers]) -> list[int]:
    """Carry known years to their neighbours: forward, and backward before the first."""
    anchor = next(i for i, first in enumerate(firsts) if first[0] is not None)
    years = [0] * len(firsts)
    for i in range(anchor, len(firsts)):
        year = firsts[i][0]
        years[i] = year if year is not None else years[i - 1] + _rolls(firsts[i - 1], firsts[i])
    for i in range(anchor - 1, -1, -1):
        years[i] = years[i + 1] - _rolls(firsts[i], firsts[i + 1])
    return years


def _rolls(before: DateNumbers, after: DateNumbers) -> int:
    """Return by how many years the later of two dates has moved on; -1 where it slipped back over a new year."""
    step = (after[1] - before[1]) * 31 + after[2] - before[2]
    if step < -_SLACK:
        return 1
    return -1 if step > 372 - _SLACK else 0


def _nearest(first: DateNumbers, start: dt.date) -> int:
    return min(
        (start.year - 1, start.year, start.year + 1),
        key=lambda year: abs((year - start.year) * 372 + (first[1] - start.month) * 31 + first[2] - start.day),
    )


def _from(firsts: Sequence[DateNumbers], year: int) -> list[int]:
    return _spread(_with_year(firsts, 0, year))


def _weekdays(headings: Sequence[YearEvidence]) -> list[tuple[int, int]]:
    return [(i, h.written.weekday) for i, h in enumerate(headings) if h.written and h.written.weekday >= 0]


def _right_weekdays(years: Sequence[int], firsts: Sequence[DateNumbers], headings: Sequence[YearEvidence]) -> int:
    dates = [(calendar_date(years[i], firsts[i]), weekday) for i, weekday in _weekdays(headings)]
    return sum(date is not None and date.weekday() == weekday for date, weekday in dates)


def _by_weekdays(firsts: Sequence[DateNumbers], headings: Sequence[YearEvidence], today: dt.date) -> list[int] | None:
    told = _weekdays(headings)
    if not told:
        return None
    offsets = _from(firsts, 0)
    best, most = None, 0
    for base in range(today.year - max(offsets), today.year - _BACK, -1):
        dates = [(calendar_date(base + offsets[i], firsts[i]), weekday) for i, weekday in told]
        right = sum(date is not None and date.weekday() == weekday and date <= today for date, weekday in dates)
        if right > most:
            best, most = base, right
    return [base_year + best for base_year in offsets] if best is not None and most >= len(told) * _MOSTLY else None


def _by_git(firsts: Sequence[DateNumbers], headings: Sequence[YearEvidence]) -> list[int] | None:
    told = [(i, h.git) for i, h in enumerate(headings) if h.git is not None]
    if not told:
        return None
    offsets = _from(firsts, 0)
    bases = sorted({git.year + turn - offsets[i] for i, git in told for turn in (0, -1)})

    def distance(base: int) -> int:
        dates = [(calendar_date(base + offsets[i], firsts[i]), git) for i, git in told]
        return sum(min(abs((date - git).days), 400) for date, git in dates if date)

    base = min(bases, key=distance)
    return [offset + base for offset in offsets]


def _latest(firsts: Sequence[DateNumbers], today: dt.date) -> list[int]:
    """Return the latest years in which no date lies after today."""
    offsets = _from(firsts, 0)
    now = today.month, today.day
    base = min(today.year - offset - (first[1:] > now) for offset, first in zip(offsets, firsts, strict=True))
    return [offset + max(base, dt.MINYEAR) for offset in offsets]
