"""Headings that differ from the pattern of their log, and yet are days: each fills a gap between its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from journal_site.reading.dates.days import Mark, read_misspelt, read_number
from journal_site.reading.outline.lines import DEEPEST, ScannedLines
from journal_site.reading.outline.sequences import CONFIRMED, STEP, day_of_year, is_sequence, is_strong, line_of
from journal_site.reading.outline.weak_lines import WeakLine, weak_lines

_FEW = 5
"""One in so many may be a slip; more of them are the days' own structure."""


def with_dated_slips(lines: ScannedLines, days: list[WeakLine], marked: list[WeakLine]) -> list[WeakLine]:
    """Return the days with the few headings of another level whose date lies between those of its neighbours.

    One above the days' level cannot divide a day's text, and may have a title; one below it may not.
    """
    places = [day.heading.line for day in days]
    known = set(places)
    pool = [one for one in marked if one.heading.line not in known and one.mark.dates and is_strong(one.mark)]
    above = [one for one in pool if one.mark.leads and _is_above(one, lines, days, known)]
    known.update(one.heading.line for one in above)
    bare = [one for one in pool if one.mark.leads and one.heading.line not in known and _is_bare(one, days)]
    slips = [*(above if len(above) <= len(days) else ()), *(bare if len(bare) * _FEW <= len(days) + _FEW else ())]
    slips = [one for one in slips if _lies_between(one, days, places)]
    return sorted([*days, *slips], key=line_of)


def _is_bare(one: WeakLine, days: list[WeakLine]) -> bool:
    return not (one.mark.title or one.mark.days or any(day.mark.days for day in days))


def _is_above(one: WeakLine, lines: ScannedLines, days: list[WeakLine], known: set[int]) -> bool:
    """Tell whether a heading of a higher level is written as the days are, and has a text before the next of them."""
    if one.heading.level >= days[0].heading.level or not _is_alike(one.mark, days[0].mark):
        return False
    below = range(one.heading.line + one.heading.lines, len(lines.lines))
    return next((at for at in below if lines.lines[at].strip()), -1) not in known


def _lies_between(one: WeakLine, days: list[WeakLine], places: list[int]) -> bool:
    at = bisect_left(places, one.heading.line)
    if not 0 < at < len(days):
        return False
    before, own, after = (
        day_of_year(day.mark.dates, last=i == 0) for i, day in enumerate((days[at - 1], one, days[at]))
    )
    return before < own < after or before > own > after


def with_other_levels(days: list[WeakLine], marked: list[WeakLine]) -> list[WeakLine]:
    """Return the days with the headings above the first, and below the last, that go on with them at another level."""
    first, last = days[0].heading.line, days[-1].heading.line
    alike = [one for one in marked if is_strong(one.mark) and one.mark.leads and _is_alike(one.mark, days[-1].mark)]
    runs = (
        [one for one in alike if one.heading.line < first],
        [one for one in alike if one.heading.line > last],
    )
    for run in runs:
        if len(run) > 1 and is_sequence([one.mark for one in run]):
            joined = sorted([*days, *run], key=line_of)
            if is_sequence([one.mark for one in joined]) and _is_onward(run, days):
                days = joined
    return days


def _is_alike(one: Mark, other: Mark) -> bool:
    return bool(one.days) == bool(other.days) and bool(one.dates) == bool(other.dates) and not one.template


def _is_onward(run: list[WeakLine], days: list[WeakLine]) -> bool:
    """Tell whether none of the days is told twice: headings that tell them again divide their text, or list them."""
    taken = {(one.mark.round, one.mark.days, one.mark.dates and one.mark.dates.spans) for one in days}
    return all((one.mark.round, one.mark.days, one.mark.dates and one.mark.dates.spans) not in taken for one in run)


def with_slips(lines: ScannedLines, chosen: list[WeakLine], marked: list[WeakLine], level: int) -> list[WeakLine]:
    """Return the chosen headings and those of other levels or shapes that fill a gap between them."""
    known = {one.heading.line for one in chosen}
    pool = [
        one
        for one in marked
        if one.heading.line not in known and one.mark.days and one.mark.named and not one.mark.template
    ]
    pool.extend(_number_slips(lines, level, known))
    numbered = [one for one in chosen if one.mark.days]
    if has_gaps(numbered):
        pool.extend(
            one for one in weak_lines(lines) if one.mark.named and one.heading.shape != "list" and not one.mark.short
        )
    if not pool or not numbered:
        return chosen
    rising = _rises(numbered)
    taken = {(one.mark.round, day) for one in numbered for day in one.mark.days}
    places = [one.heading.line for one in numbered]
    for one in sorted(pool, key=line_of):
        own = {(one.mark.round, day) for day in one.mark.days}
        at = bisect_left(places, one.heading.line)
        before, after = (numbered[at - 1] if at else None), (numbered[at] if at < len(numbered) else None)
        if own & taken or not _fills(one, *((before, after) if rising else (after, before)), level):
            continue
        taken |= own
        places.insert(at, one.heading.line)
        numbered.insert(at, one)
        chosen = [*chosen, one]
    return sorted(chosen, key=line_of)


def _rises(numbered: list[WeakLine]) -> bool:
    steps = [b.mark.days[0] - a.mark.days[0] for a, b in pairwise(numbered)]
    return sum(step > 0 for step in steps) >= sum(step < 0 for step in steps)


def _number_slips(lines: ScannedLines, level: int, known: set[int]) -> list[WeakLine]:
    """Return headings of the days' level that lost their word, or misspell it: `## 12`, `## Dya 12`."""
    found: list[WeakLine] = []
    for heading in lines.headings:
        if heading.level != level or heading.line in known:
            continue
        mark = read_number(heading.text)
        if mark is None or mark.title:
            mark = read_misspelt(heading.text)
        if mark is not None:
            found.append(WeakLine(heading, mark._replace(named=True)))
    return found


def has_gaps(numbered: list[WeakLine]) -> bool:
    """Tell whether a number is missing between two neighbours."""
    return any(1 < abs(b.mark.days[0] - a.mark.days[-1]) <= STEP for a, b in pairwise(numbered))


def _fills(one: WeakLine, before: WeakLine | None, after: WeakLine | None, level: int) -> bool:
    """Tell whether a heading's days lie strictly between those of its neighbours, the earlier first."""
    low = before.mark.days[-1] if before else None
    high = after.mark.days[0] if after else None
    first, last = one.mark.days[0], one.mark.days[-1]
    if low is not None and high is not None:
        return low < first <= last < high
    if low is None and high is not None:
        is_title = one.heading.level < level and len(one.mark.days) > 1
        return not is_title and high - STEP <= first <= last < high
    return low is not None and low < first <= low + CONFIRMED and one.heading.level <= DEEPEST
