"""Dates settled from the whole of a log: the order of their numbers, their years, and slips that the sequence betrays.

A date is repaired only where the sequence leaves one reading, and every repair is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from journal_site.errors import Diagnostic, Location
from journal_site.model.source import SourceOptions
from journal_site.reading.dates.numeric import NumericOrder, best_order, concrete
from journal_site.reading.dates.parts import DateExpression, DateNumbers
from journal_site.reading.dates.ranges import DateRange, expand_spans, mended_dates
from journal_site.reading.dates.repairs import RunDate, repair_run, trusted
from journal_site.reading.dates.years import fill_years

_TOO_MANY = 5
"""With more than one date in so many out of order, the log is not in one order, and nothing is repaired."""


class DatedHeading(NamedTuple):
    """What the sequence looks at of one day: its place, its numbers, and its date as written."""

    line: int
    text: str
    days: tuple[int, ...] = ()
    round: int | None = None
    written: DateExpression | None = None
    git: dt.date | None = None
    """When version control first saw it."""
    year: int | None = None
    """The year of the headings above it."""


class SettledDate(NamedTuple):
    """What became of one heading's date."""

    dates: tuple[dt.date, ...] = ()
    repair: str = ""
    inferred: bool = False
    """It has no date of its own: its neighbours leave it this one."""


class Chronology(NamedTuple):
    """What became of all of them."""

    settled: list[SettledDate]
    newest_first: bool
    diagnostics: list[Diagnostic]


def settle(  # noqa: PLR0913 - all that may settle a date
    headings: Sequence[DatedHeading],
    path: str,
    options: SourceOptions,
    start: dt.date | None = None,
    *,
    evidence: Sequence[DateExpression] = (),
    text: str = "",
) -> Chronology:
    """Return the dates of a log's headings, in the order of the file.

    `start` is the day that its introduction tells, `evidence` are other dates that show how numbers are ordered, and
    `text` is all around them, whose language does.
    """
    order = best_order([*(h.written for h in headings), *evidence], [" ".join(h.text for h in headings), text])
    spans = [concrete(h.written, order) if h.written else [] for h in headings]
    newest_first = runs_backwards(headings, spans)
    chronological = list(range(len(headings)))[:: -1 if newest_first else 1]
    dated = [i for i in chronological if spans[i]]
    diagnostics: list[Diagnostic] = []
    firsts = [_with_context(spans[i][0][0], headings[i]) for i in dated]
    years = fill_years(firsts, [headings[i] for i in dated], options, start)
    if years.guessed and dated:
        diagnostics.append(_guessed(headings[dated[-1]], path, years.years[-1]))
    settled = [SettledDate()] * len(headings)
    found = {i: expand_spans(spans[i], year) for i, year in zip(dated, years.years, strict=True)}
    repairs = _repairs(headings, found, dated)
    for i, first in zip(dated, firsts, strict=True):
        dates, note = mended_dates(found[i], repairs.get(i))
        notes = [years.how if first[0] is None else "", _told_order(headings[i].written, order), note]
        settled[i] = SettledDate(dates, "; ".join(filter(None, notes)))
    for i, date in _between(headings, settled, chronological):
        settled[i] = SettledDate((date,), "the one date between its neighbours'", inferred=True)
    diagnostics.extend(_open_order(headings, order, path))
    diagnostics.extend(_complaints(headings, found, repairs, dated, path))
    return Chronology(settled, newest_first, diagnostics)


def _between(
    headings: Sequence[DatedHeading], settled: Sequence[SettledDate], chronological: Sequence[int]
) -> Iterator[tuple[int, dt.date]]:
    """Return dates for undated days whose dated neighbours, by number and date alike, leave room for just one."""
    for before, i, after in zip(chronological, chronological[1:], chronological[2:], strict=False):
        if settled[i].dates or headings[i].written or not (settled[before].dates and settled[after].dates):
            continue
        numbers = [headings[n].days for n in (before, i, after)]
        first, last = settled[before].dates[-1], settled[after].dates[0]
        if all(numbers) and (last - first).days == 2 and numbers[1] == (numbers[0][-1] + 1,) == (numbers[2][0] - 1,):  # noqa: PLR2004
            yield i, first + dt.timedelta(days=1)


def plain_dates(written: DateExpression) -> tuple[dt.date, ...]:
    """Return the dates of an expression that leaves nothing open; nothing where anything is."""
    spans: list[tuple[DateNumbers, DateNumbers]] = []
    for first, last in written.spans:
        if first.year is None or last.year is None or first.raw or last.raw:
            return ()
        spans.append((first[:3], last[:3]))
    known = expand_spans(spans, spans[0][0][0] or 0)
    return () if known.problem else known.dates


def runs_backwards(headings: Sequence[DatedHeading], spans: Sequence[list[tuple[DateNumbers, DateNumbers]]]) -> bool:
    """Tell whether the newest day comes first: by the days' numbers, else by the dates."""
    ups = downs = 0
    numbers = [h.days[0] for h in headings if h.days]
    for before, after in pairwise(numbers):
        ups, downs = ups + (before < after), downs + (before > after)
    if ups == downs:
        firsts = [span[0][0] for span in spans if span]
        for a, b in pairwise(firsts):
            step = _step(a, b)
            ups, downs = ups + (step > 0), downs + (step < 0)
    return downs > ups


def _step(a: DateNumbers, b: DateNumbers) -> int:
    """Return about how many days lie from one date to the next, by the shorter way round where a year is missing."""
    days = (b[1] - a[1]) * 31 + b[2] - a[2]
    if a[0] is not None and b[0] is not None:
        return (b[0] - a[0]) * 372 + days
    return (days + 186) % 372 - 186


def _with_context(first: DateNumbers, heading: DatedHeading) -> DateNumbers:
    return (heading.year, *first[1:]) if first[0] is None and heading.year is not None else first


def _repairs(
    headings: Sequence[DatedHeading], found: dict[int, DateRange], dated: list[int]
) -> dict[int, tuple[dt.date, str]]:
    """Return the mended first date of the headings whose own does not fit, with what was done."""
    mended: dict[int, tuple[dt.date, str]] = {}
    for segment in _segments(headings, dated):
        slots = [
            RunDate(found[i].first, found[i].written, headings[i].days[0] if headings[i].days else None)
            for i in segment
        ]
        fits = trusted([slot.date for slot in slots])
        mixed = (len(slots) - sum(fits)) * _TOO_MANY > len(slots) + _TOO_MANY
        at = 0
        while at < len(slots):
            end = at
            while end < len(slots) and not fits[end]:
                end += 1
            if end > at:
                before = slots[at - 1] if at else None
                after = slots[end] if end < len(slots) else None
                for offset, known in enumerate(repair_run(slots[at:end], before, after, years_only=mixed)):
                    if known:
                        mended[segment[at + offset]] = known
            at = end + 1
    return mended


def _segments(headings: Sequence[DatedHeading], dated: list[int]) -> list[list[int]]:
    """Return the dated headings in runs within which dates should rise: a restart or a new round begins another."""
    runs: list[list[int]] = []
    for i in dated:
        if runs and not is_restart(headings[runs[-1][-1]], headings[i]):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def is_restart(before: DatedHeading, after: DatedHeading) -> bool:
    """Tell whether a challenge begins again between two headings, the earlier first."""
    if before.round != after.round:
        return True
    return bool(before.days and after.days) and after.days[0] <= 1 and before.days[-1] > after.days[0] + 1


def _told_order(written: DateExpression | None, order: NumericOrder) -> str:
    return f"numbers read as {order.form}" if order.evident is False and _is_open(written) else ""


def _is_open(written: DateExpression | None) -> bool:
    """Tell whether a date could have its day and its month the other way round."""
    raw = next((part.raw for span in written.spans for part in span if part.raw), None) if written else None
    return raw is not None and max(raw[0], raw[1]) <= 12 and raw[0] != raw[1]  # noqa: PLR2004


def _open_order(headings: Sequence[DatedHeading], order: NumericOrder, path: str) -> Iterator[Diagnostic]:
    """Give a notice where nothing shows which number is the month: one for all, at the first."""
    first = next((one for one in headings if _is_open(one.written)), None) if order.near else None
    if first is None:
        return
    settles = "'heading' beside this source in site.yaml says which, with {D}/{M}/{YYYY} or {M}/{D}/{YYYY}"
    if len(headings) == 1:
        settles = "write the month in words, or give the entry a 'date' in its front matter"
    yield Diagnostic(
        severity="notice",
        code="date-order-open",
        message=f"numbers are read as {order.form} here, and nothing shows which of them is the month",
        location=Location(path=path, line=first.line),
        hint=f"a date past the 12th would show it; {settles}",
        excerpt=first.text,
    )


def _guessed(heading: DatedHeading, path: str, year: int) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="date-guessed-year",
        message=f"no date here names a year, so the newest is taken to be of {year}",
        location=Location(path=path, line=heading.line),
        hint="say 'year:' beside this source in site.yaml",
        excerpt=heading.text,
    )


def _complaints(
    headings: Sequence[DatedHeading],
    found: dict[int, DateRange],
    repairs: dict[int, tuple[dt.date, str]],
    dated: list[int],
    path: str,
) -> list[Diagnostic]:
    """Return a warning for each date that cannot be, or that runs backwards; one for all where the order is mixed."""
    problems: list[Diagnostic] = []
    mixed = 0
    for segment in _segments(headings, dated):
        fits = trusted([found[i].first for i in segment])
        for i, fit in zip(segment, fits, strict=True):
            known, mended = found[i], repairs.get(i)
            if known.problem:
                problems.append(_warning("date-impossible", known.problem, headings[i], path, mended))
            elif not fit and known.first is not None:
                mixed += mended is None
                if mended or mixed == 1 or len(segment) >= mixed * _TOO_MANY:
                    problems.append(
                        _warning("date-order", f"{known.first} is out of order here", headings[i], path, mended)
                    )
    return problems


def _warning(
    code: str, message: str, heading: DatedHeading, path: str, mended: tuple[dt.date, str] | None
) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code=code,
        message=f"{message}: {mended[1]}" if mended else message,
        location=Location(path=path, line=heading.line),
        hint=f"write {mended[0]}" if mended else "check the date in this heading",
        excerpt=heading.text,
    )
