"""Which lines of a log head its days: the pattern that most of them share, and the slips from it that fill its gaps."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journal_site.reading.dates.days import Mark, read_mark, read_number
from journal_site.reading.dates.periods import read_period, read_week
from journal_site.reading.dates.roman import roman_number
from journal_site.reading.outline.bare_headings import faint_days, pair_lines
from journal_site.reading.outline.lines import ScannedLines
from journal_site.reading.outline.sequences import CONFIRMED, MOSTLY, are_months, is_sequence, is_strong, line_of
from journal_site.reading.outline.slips import with_dated_slips, with_other_levels, with_slips
from journal_site.reading.outline.tables import read_tables
from journal_site.reading.outline.weak_lines import WEAK_LEVEL, WeakLine, lines_as, weak_lines

_RARE = 8
"""One or two days among so many other headings of their level are no log."""


class Pattern(NamedTuple):
    """The lines that head days, in order, and the heading level that ends a day."""

    days: list[WeakLine]
    level: int
    """Headings above this level end a day."""
    weak: bool = False
    given: bool = False
    """They are as the example in site.yaml."""
    rivals: Sequence[WeakLine] = ()
    """Lines of another shape or level that head days nearly as well."""


def find_pattern(
    lines: ScannedLines, *, challenge: bool = False, month: bool = False, examples: Sequence[str] = ()
) -> Pattern:
    """Return the day headings of a text.

    `challenge`: its title counts days, so that bare numbers may be theirs. `month`: its name tells one, likewise.
    `examples` are such headings, as the author gives them: then those like them are they, if there are any.
    """
    if examples and (days := lines_as(lines, examples)):
        is_weak = days[0].heading.level == WEAK_LEVEL
        level = _holder(lines, days[0].heading.line) + 1 if is_weak else days[0].heading.level
        return Pattern(days, level, weak=is_weak, given=True)
    marked = _marked(lines)
    strong = [one for one in marked if is_strong(one.mark)]
    doubtful = [one for one in marked if not is_strong(one.mark)]
    levels = Counter(heading.level for heading in lines.headings)
    chosen = _dominant(strong, doubtful, levels) or _numbers(lines, marked, challenge=challenge or month)
    if chosen and all(read_week(one.heading.text) is not None for one in chosen):
        chosen = max(chosen, faint_days(lines.headings), key=len)  # not all weeks tell their dates
    if chosen and (_only_group(chosen, lines) or are_months([one.mark for one in chosen])):
        chosen = []
    is_numbered = len({one.mark.days for one in chosen}) > 1
    best = [] if is_numbered else _confirmed_shape(weak_lines(lines), bare=len(lines.headings) <= 1)
    if best and len(best) >= CONFIRMED * len(chosen):
        rivals = chosen if len(chosen) >= CONFIRMED and len(best) < (CONFIRMED + 1) * len(chosen) else ()
        return Pattern(best, _holder(lines, best[0].heading.line) + 1, weak=True, rivals=rivals)
    is_rival = len(best) >= len(chosen) > 0 and _tells_others(best, chosen) and not _stand_below(best, chosen, lines)
    rivals = best if is_rival else []
    chosen = chosen or faint_days(lines.headings)
    if not chosen:
        pairs = pair_lines(lines)
        return Pattern(pairs, WEAK_LEVEL, weak=bool(pairs))
    level = chosen[0].heading.level
    days = with_slips(lines, _with_tens(_without_summaries(chosen)), marked, level)
    days = with_dated_slips(lines, with_other_levels(days, marked), marked)
    return Pattern(days, level, rivals=rivals or _rivals(marked, days))


def _rivals(marked: list[WeakLine], days: list[WeakLine]) -> list[WeakLine]:
    """Return the headings of another level that are nearly as many as the days, go on as they do, and tell others."""
    known = {one.heading.line for one in days}
    left = [one for one in marked if one.heading.line not in known and is_strong(one.mark) and one.mark.leads]
    for group in _by_level(left).values():
        if _tells_others(group, days) and is_sequence([one.mark for one in group]):
            return group
    return []


def _stand_below(found: list[WeakLine], days: list[WeakLine], lines: ScannedLines) -> bool:
    """Tell whether each line is the first below a day's heading, which it then belongs to (`Day 8 of my journey:`)."""
    heads = {one.heading.line for one in days}
    above = (next((at for at in range(one.heading.line - 1, -1, -1) if lines.lines[at].strip()), -1) for one in found)
    return all(at in heads for at in above)


def _tells_others(found: list[WeakLine], days: list[WeakLine]) -> bool:
    """Tell whether lines tell nearly as many days as there are, and not the same ones."""
    numbers = {(one.mark.round, day) for one in days for day in one.mark.days}
    dates = {one.mark.dates.spans for one in days if one.mark.dates}
    own = {
        (one.mark.round, one.mark.days, one.mark.dates and one.mark.dates.spans)
        for one in found
        if not any((one.mark.round, day) in numbers for day in one.mark.days)
        and not (one.mark.dates and one.mark.dates.spans in dates)
    }
    return CONFIRMED <= len(own) >= len(days) * MOSTLY


def _only_group(chosen: list[WeakLine], lines: ScannedLines) -> bool:
    """Tell whether headings of several days each (`Week 1 (Days 1-7)`) stand over rows or lines of single days."""
    if any(len(one.mark.days) < CONFIRMED for one in chosen):
        return False
    covered = {day for one in chosen for day in one.mark.days}
    inner = [row.days for row in read_tables(lines)] + [one.mark.days for one in weak_lines(lines) if one.mark.named]
    return len({days[0] for days in inner if len(days) == 1} & covered) > len(chosen)


def _with_tens(chosen: list[WeakLine]) -> list[WeakLine]:
    """Return the headings with the tens among days in Roman numerals, whose X is else a number to fill in."""
    for at, (before, one) in enumerate(pairwise(chosen), start=1):
        words = one.heading.text.casefold().replace(":", " ").split()
        number = roman_number(words[1]) if one.mark.template and not one.mark.days and len(words) > 1 else -1
        if before.mark.short and before.mark.days == (number - 1,):
            title = " ".join(one.heading.text.split()[2:]).strip(" -–—:|")
            mark = Mark(days=(number,), title=title, leads=True, named=True, short=True)
            chosen = [*chosen[:at], one._replace(mark=mark), *chosen[at + 1 :]]
    return chosen


def _without_summaries(chosen: list[WeakLine]) -> list[WeakLine]:
    """Return the headings without those that look back on days that have their own (`Days 1-20 in numbers`)."""
    taken = {(one.mark.round, one.mark.days[0]) for one in chosen if len(one.mark.days) == 1}
    kept: list[WeakLine] = []
    before: int | None = None
    for one, after in zip(chosen, _next_numbers(chosen), strict=True):
        covered = len(one.mark.days) > 1 and all((one.mark.round, day) in taken for day in one.mark.days)
        goes_on = before is not None and (after is None or abs(after - before) == 1)
        if not (covered and (goes_on or kept == [])):
            kept.append(one)
            before = one.mark.days[-1] if one.mark.days else None
    return kept


def _next_numbers(chosen: list[WeakLine]) -> list[int | None]:
    """Return for each heading the number of the next day below it that has one."""
    numbers: list[int | None] = [None] * len(chosen)
    for at in range(len(chosen) - 1, 0, -1):
        days = chosen[at].mark.days
        numbers[at - 1] = days[0] if days else numbers[at]
    return numbers


def _marked(lines: ScannedLines) -> list[WeakLine]:
    """Return the headings that say anything of days or dates."""
    found = [WeakLine(h, mark) for h in lines.headings if (mark := read_mark(h.text))]
    for heading in lines.tight:
        mark = read_mark(heading.text)
        if mark and mark.leads and (mark.named or (mark.dates and not mark.dates.weak and not mark.loose)):
            found.append(WeakLine(heading, mark))
    return sorted(found, key=lambda one: one.heading.line)


def _dominant(strong: list[WeakLine], doubtful: list[WeakLine], all_: Counter[int]) -> list[WeakLine]:
    """Return the headings of the level on which most days stand. `all_` counts the headings of each level."""
    sure, unsure = _by_level(strong), _by_level(doubtful)
    for level in _largest_first(sure):
        above = [one for outer in sure if outer < level for one in sure[outer]]
        if _is_credible(sure[level], all_[level]) and not _repeats(sure[level], above):
            return sorted([*sure[level], *_beside(unsure.get(level, []), sure[level])], key=line_of)
    pools = {level: [*sure.get(level, []), *found] for level, found in unsure.items()}
    for level in _largest_first(pools):
        leading = [one for one in pools[level] if one.mark.leads and not one.mark.loose]
        for pool in (sorted(leading, key=line_of), sorted(pools[level], key=line_of)):
            enough = CONFIRMED if len(pool) < all_[level] or not _are_surely_dates(pool) else 2
            if len(pool) >= enough and is_sequence([one.mark for one in pool]):
                return pool
    return []


def _are_surely_dates(pool: list[WeakLine]) -> bool:
    """Tell whether pairs of numbers are dates, not fractions: one is written `06/10`, or `12/10`."""
    texts = [one.mark.date_text for one in pool]
    pairs = [one.mark.dates.spans[0].first.raw for one in pool if one.mark.dates]
    return len(texts) == len(pairs) and (
        any(text.startswith("0") for text in texts) or any(raw is not None and raw[0] > raw[1] for raw in pairs)
    )


def _by_level(found: list[WeakLine]) -> dict[int, list[WeakLine]]:
    levels: dict[int, list[WeakLine]] = {}
    for one in found:
        levels.setdefault(one.heading.level, []).append(one)
    return levels


def _largest_first(levels: dict[int, list[WeakLine]]) -> list[int]:
    return sorted(levels, key=lambda level: (-_distinct(levels[level]), level))


def _distinct(found: list[WeakLine]) -> int:
    """Return how many different days the headings name: sub-headings that repeat their day's number add nothing."""
    return len(
        {(m.round, m.days[:1], m.dates.spans if m.dates and not m.days else ()) for m in (one.mark for one in found)}
    )


def _repeats(found: list[WeakLine], above: list[WeakLine]) -> bool:
    """Tell whether headings mostly repeat the number of the day that they stand under: then they divide its text."""
    holders = sorted(above, key=line_of)
    places = [one.heading.line for one in holders]
    repeated = 0
    for one in found:
        at = bisect_left(places, one.heading.line)
        repeated += at > 0 and bool(one.mark.days) and holders[at - 1].mark.days == one.mark.days
    return repeated >= len(found) * MOSTLY


def _is_credible(found: list[WeakLine], of: int) -> bool:
    """Tell whether headings of one level are days, and not one of many sections that happens to name a day."""
    if len(found) < CONFIRMED and len(found) * _RARE < of:
        return False
    if any(one.mark.named for one in found) or sum(one.mark.leads for one in found) * 2 >= len(found):
        return True
    return len(found) > 1 and len(found) >= of * MOSTLY


def _beside(doubtful: list[WeakLine], found: list[WeakLine]) -> list[WeakLine]:
    """Return the doubtful headings of the same level that look like the sure ones: `## 9/14` in a log of dates."""
    dated = sum(one.mark.dates is not None for one in found) * 2 >= len(found)
    return [one for one in doubtful if one.mark.leads and not one.mark.loose and (dated or one.mark.short)]


def _numbers(lines: ScannedLines, marked: list[WeakLine], *, challenge: bool) -> list[WeakLine]:
    """Return headings that are bare numbers, where they count up one by one, or stand below a month."""
    known = {one.heading.line for one in marked}
    found: dict[int, list[WeakLine]] = {}
    months = False
    for heading in lines.headings:
        if heading.line in known or read_period(heading.text) != (None, 0):
            months = months or read_period(heading.text)[1] > 0
            continue
        if mark := read_number(heading.text):
            found.setdefault(heading.level, []).append(WeakLine(heading, mark))
    for group in sorted(found.values(), key=len, reverse=True):
        whole = [one for one in group if not one.mark.title] if not (challenge or months) else group
        if len(whole) >= CONFIRMED and is_sequence([one.mark for one in whole]):
            return whole
    return []


def _confirmed_shape(weak: list[WeakLine], *, bare: bool) -> list[WeakLine]:
    """Return the lines of the one weak shape that makes the longest sequence. `bare`: the text has no headings."""
    shapes: dict[str, list[WeakLine]] = {}
    for one in weak:
        shapes.setdefault(one.heading.shape, []).append(one)
    best: list[WeakLine] = []
    for shape, found in shapes.items():
        named = [one for one in found if one.mark.named]
        dated = [one for one in found if not one.mark.named]
        kept = [group for group in (named, dated) if _confirms(group, shape, bare=bare)]
        if not kept:
            continue
        others = [one for one in found if one.mark.dates and not one.mark.title] if kept == [named] else []
        lines = sorted({one.heading.line: one for one in [*sum(kept, []), *others]}.values(), key=line_of)  # noqa: RUF017
        if len(lines) > len(best):
            best = lines
    return best


def _confirms(group: list[WeakLine], shape: str, *, bare: bool) -> bool:
    """Tell whether lines are a sequence: two do where nothing else heads the text, or where they say only the day."""
    few = bare or (shape in {"bold", "summary"} and all(one.mark.named for one in group))
    enough = 2 if few or all(not one.mark.title for one in group) else CONFIRMED
    return len(group) >= enough and is_sequence([one.mark for one in group])


def _holder(lines: ScannedLines, line: int) -> int:
    """Return the level of the heading that a line stands under, 0 where there is none."""
    above = [heading.level for heading in lines.headings if heading.line < line]
    return above[-1] if above else 0
