"""Which lines of a log head its days: the pattern that most of them share, and the slips from it that fill its gaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journal_site.reading.dates import Written
from journal_site.reading.days import Mark, read_mark, read_misspelt, read_number, read_period
from journal_site.reading.lines import DEEPEST, Lines
from journal_site.reading.weak_lines import WEAK_LEVEL, Candidate, weak_lines

_CONFIRMED = 3
"""So many lines of a weak shape make a sequence."""
_MOSTLY = 0.7
_STEP = 7
"""From one day's number to the next, at most, in a sequence that confirms."""
_DATE_STEP = 60
_FEW = 5
"""One in so many may be a slip; more of them are the days' own structure."""


class Pattern(NamedTuple):
    """The lines that head days, in order, and the heading level that ends a day."""

    days: list[Candidate]
    level: int
    """Headings above this level end a day."""
    weak: bool = False


def find_pattern(lines: Lines, *, challenge: bool = False) -> Pattern:
    """Return the day headings of a text. `challenge`: its title counts days, so that bare numbers may be theirs."""
    marked = _marked(lines)
    strong = [one for one in marked if _is_strong(one.mark)]
    doubtful = [one for one in marked if not _is_strong(one.mark)]
    chosen = _dominant(strong, doubtful) or _numbers(lines, marked, challenge=challenge)
    if len(chosen) <= 1 or len({one.mark.days for one in chosen}) == 1:
        weak = weak_lines(lines)
    else:
        weak = None
    if weak is not None or not chosen:
        best = _confirmed_shape(weak or [])
        if best and len(best) >= _CONFIRMED * len(chosen):
            return Pattern(best, _holder(lines, best[0].heading.line) + 1, weak=True)
    if not chosen:
        return Pattern([], WEAK_LEVEL)
    level = chosen[0].heading.level
    days = _with_slips(lines, _without_summaries(chosen), marked, level)
    return Pattern(_with_dated_slips(days, marked), level)


def _with_dated_slips(days: list[Candidate], marked: list[Candidate]) -> list[Candidate]:
    """Return the days with the few headings of another level whose date lies between those of its neighbours."""
    known = {one.heading.line for one in days}
    pool = [one for one in marked if one.heading.line not in known and one.mark.dates and _is_strong(one.mark)]
    pool = [one for one in pool if one.mark.leads and not one.mark.title and not one.mark.days]
    if not pool or len(pool) * _FEW > len(days) + _FEW or any(one.mark.days for one in days):
        return days
    places = [day.heading.line for day in days]
    return sorted([*days, *(one for one in pool if _lies_between(one, days, places))], key=_line)


def _lies_between(one: Candidate, days: list[Candidate], places: list[int]) -> bool:
    at = bisect_left(places, one.heading.line)
    if not 0 < at < len(days):
        return False
    before, own, after = (_ordinal(day.mark.dates, last=i == 0) for i, day in enumerate((days[at - 1], one, days[at])))
    return before < own < after or before > own > after


def _without_summaries(chosen: list[Candidate]) -> list[Candidate]:
    """Return the headings without those that look back on days that have their own (`Days 1-20 in numbers`)."""
    taken = {(one.mark.round, one.mark.days[0]) for one in chosen if len(one.mark.days) == 1}
    kept: list[Candidate] = []
    for at, one in enumerate(chosen):
        after = next((o.mark.days[0] for o in chosen[at + 1 :] if o.mark.days), None)
        before = kept[-1].mark.days[-1] if kept and kept[-1].mark.days else None
        covered = len(one.mark.days) > 1 and all((one.mark.round, day) in taken for day in one.mark.days)
        goes_on = before is not None and (after is None or abs(after - before) == 1)
        if not (covered and (goes_on or kept == [])):
            kept.append(one)
    return kept


def _marked(lines: Lines) -> list[Candidate]:
    """Return the headings that say anything of days or dates."""
    found = [Candidate(h, mark) for h in lines.headings if (mark := read_mark(h.text))]
    for heading in lines.tight:
        mark = read_mark(heading.text)
        if mark and mark.leads and (mark.named or (mark.dates and not mark.dates.weak and not mark.loose)):
            found.append(Candidate(heading, mark))
    return sorted(found, key=lambda one: one.heading.line)


def _is_strong(mark: Mark) -> bool:
    if mark.named and not mark.short:
        return True
    return mark.dates is not None and not mark.dates.weak and not mark.loose


def _dominant(strong: list[Candidate], doubtful: list[Candidate]) -> list[Candidate]:
    """Return the headings of the level on which most days stand."""
    for group, fewest in ((strong, 1), (doubtful, _CONFIRMED)):
        levels: dict[int, list[Candidate]] = {}
        for one in group:
            levels.setdefault(one.heading.level, []).append(one)
        for level in sorted(levels, key=lambda level: (-_distinct(levels[level]), level)):
            found = levels[level]
            if len(found) >= fewest and _is_credible(found, sure=group is strong):
                return sorted([*found, *_beside(doubtful, level, found)] if group is strong else found, key=_line)
    return []


def _distinct(found: list[Candidate]) -> int:
    """Return how many different days the headings name: sub-headings that repeat their day's number add nothing."""
    return len({(m.round, m.days[:1], m.dates.spans if m.dates and not m.days else ()) for m in (one.mark for one in found)})


def _line(one: Candidate) -> int:
    return one.heading.line


def _is_credible(found: list[Candidate], *, sure: bool) -> bool:
    if not sure:
        return is_sequence([one.mark for one in found])
    if any(one.mark.named for one in found):
        return True
    return sum(one.mark.leads for one in found) * 2 >= len(found)


def _beside(doubtful: list[Candidate], level: int, found: list[Candidate]) -> list[Candidate]:
    """Return the doubtful headings of the same level that look like the sure ones: `## 9/14` in a log of dates."""
    dated = sum(one.mark.dates is not None for one in found) * 2 >= len(found)
    return [
        one
        for one in doubtful
        if one.heading.level == level and one.mark.leads and not one.mark.loose and (dated or one.mark.short)
    ]


def _numbers(lines: Lines, marked: list[Candidate], *, challenge: bool) -> list[Candidate]:
    """Return headings that are bare numbers, where they count up one by one, or stand below a month."""
    known = {one.heading.line for one in marked}
    found: dict[int, list[Candidate]] = {}
    months = False
    for heading in lines.headings:
        if heading.line in known or read_period(heading.text) != (None, 0):
            months = months or read_period(heading.text)[1] > 0
            continue
        if mark := read_number(heading.text):
            found.setdefault(heading.level, []).append(Candidate(heading, mark))
    for group in sorted(found.values(), key=len, reverse=True):
        whole = [one for one in group if not one.mark.title] if not (challenge or months) else group
        if len(whole) >= _CONFIRMED and is_sequence([one.mark for one in whole]):
            return whole
    return []


# --- sequences -------------------------------------------------------------------------------------------------------


def is_sequence(marks: Sequence[Mark]) -> bool:
    """Tell whether the marks' numbers, or their dates, go steadily one way (and may begin again)."""
    numbers = [mark.days[0] for mark in marks if mark.days]
    if len(numbers) * 2 >= len(marks):
        steps = [b - a for a, b in pairwise(numbers) if b > 1 or a <= 1]
        return _steady(steps, _STEP, len(numbers))
    ordinals = [_ordinal(mark.dates) for mark in marks if mark.dates]
    steps = [(b - a + 186) % 372 - 186 for a, b in pairwise(ordinals)]
    return _steady(steps, _DATE_STEP, len(ordinals))


def _steady(steps: list[int], most: int, count: int) -> bool:
    ups = sum(0 < step <= most for step in steps)
    downs = sum(-most <= step < 0 for step in steps)
    return count > 1 and max(ups, downs) >= 1 and max(ups, downs) >= len(steps) * _MOSTLY


def _ordinal(written: Written | None, *, last: bool = False) -> int:
    """Return about which day of the year a date is, numbers of open order taken month first; 0 without a date."""
    if written is None:
        return 0
    part = written.spans[-1].last if last else written.spans[0].first
    month, day = (part.raw[0], part.raw[1]) if part.raw else (part.month, part.day)
    return month * 31 + day


# --- weak shapes -----------------------------------------------------------------------------------------------------


def _confirmed_shape(weak: list[Candidate]) -> list[Candidate]:
    """Return the lines of the one weak shape that makes the longest sequence."""
    shapes: dict[str, list[Candidate]] = {}
    for one in weak:
        shapes.setdefault(one.heading.shape, []).append(one)
    best: list[Candidate] = []
    for shape, found in shapes.items():
        named = [one for one in found if one.mark.named]
        dated = [one for one in found if not one.mark.named]
        kept = [group for group in (named, dated) if _confirms(group, shape)]
        if not kept:
            continue
        others = [one for one in found if one.mark.dates and not one.mark.title] if kept == [named] else []
        lines = sorted({one.heading.line: one for one in [*sum(kept, []), *others]}.values(), key=_line)  # noqa: RUF017
        if len(lines) > len(best):
            best = lines
    return best


def _confirms(group: list[Candidate], shape: str) -> bool:
    enough = 2 if shape in {"bold", "summary"} and all(one.mark.named for one in group) else _CONFIRMED
    return len(group) >= enough and is_sequence([one.mark for one in group])


def _holder(lines: Lines, line: int) -> int:
    """Return the level of the heading that a line stands under, 0 where there is none."""
    above = [heading.level for heading in lines.headings if heading.line < line]
    return above[-1] if above else 0


# --- slips -----------------------------------------------------------------------------------------------------------


def _with_slips(lines: Lines, chosen: list[Candidate], marked: list[Candidate], level: int) -> list[Candidate]:
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
    for one in sorted(pool, key=_line):
        own = {(one.mark.round, day) for day in one.mark.days}
        at = bisect_left(places, one.heading.line)
        before, after = (numbered[at - 1] if at else None), (numbered[at] if at < len(numbered) else None)
        if own & taken or not _fills(one, *((before, after) if rising else (after, before)), level):
            continue
        taken |= own
        places.insert(at, one.heading.line)
        numbered.insert(at, one)
        chosen = [*chosen, one]
    return sorted(chosen, key=_line)


def _rises(numbered: list[Candidate]) -> bool:
    steps = [b.mark.days[0] - a.mark.days[0] for a, b in pairwise(numbered)]
    return sum(step > 0 for step in steps) >= sum(step < 0 for step in steps)


def _number_slips(lines: Lines, level: int, known: set[int]) -> list[Candidate]:
    """Return headings of the days' level that lost their word, or misspell it: `## 12`, `## Dya 12`."""
    found: list[Candidate] = []
    for heading in lines.headings:
        if heading.level != level or heading.line in known:
            continue
        mark = read_number(heading.text)
        if mark is None or mark.title:
            mark = read_misspelt(heading.text)
        if mark is not None:
            found.append(Candidate(heading, mark._replace(named=True)))
    return found


def has_gaps(numbered: list[Candidate]) -> bool:
    """Tell whether a number is missing between two neighbours."""
    return any(
        abs(b.mark.days[0] - a.mark.days[-1]) == 2 or 2 < abs(b.mark.days[0] - a.mark.days[-1]) <= _STEP
        for a, b in pairwise(numbered)
    )


def _fills(one: Candidate, before: Candidate | None, after: Candidate | None, level: int) -> bool:
    """Tell whether a heading's days lie strictly between those of its neighbours, the earlier first."""
    low = before.mark.days[-1] if before else None
    high = after.mark.days[0] if after else None
    first, last = one.mark.days[0], one.mark.days[-1]
    if low is not None and high is not None:
        return low < first <= last < high
    if low is None and high is not None:
        is_title = one.heading.level < level and len(one.mark.days) > 1
        return not is_title and high - _STEP <= first <= last < high
    return low is not None and low < first <= low + _CONFIRMED and one.heading.level <= DEEPEST
