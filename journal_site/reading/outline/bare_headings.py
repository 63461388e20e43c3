"""Headings of days that say so little that only the others of their kind confirm them: `9.14`, `09-14`, `Monday`.

Asked only where nothing else in a text heads days: sections and versions are numbered alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from journal_site.expressions import expression
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.forms import read_pair
from journal_site.reading.dates.heading_titles import CLOSING_EDGE
from journal_site.reading.dates.parts import DateExpression, DaySpan, at_or_end, weekday_of
from journal_site.reading.dates.periods import read_week
from journal_site.reading.dates.tokens import clean_line, mask, tokenise
from journal_site.reading.outline.lines import HeadingLine, ScannedLines
from journal_site.reading.outline.sequences import CONFIRMED, MOSTLY, is_sequence
from journal_site.reading.outline.weak_lines import WEAK_LEVEL, WeakLine

_PAIR = expression(r"\W{0,4}((\d{1,2})([.-])(\d{1,2}))(?![\w.-])\s*(.*)$")
_PAIRS = expression(r"(?<![\w.])(\d{1,2})\. ?(\d{1,2}) ?[-–—~～至] ?(\d{1,2})\. ?(\d{1,2})(?![\w.])")
"""The first and the last day of a week, in a heading that counts it."""
_YEAR = expression(r"(?<![\d/.-])20\d\d(?![\d/.-])")
_SHORTEST = 3


def faint_days(headings: Iterable[HeadingLine]) -> list[WeakLine]:
    """Return the headings of one level that are mostly month and day, weekdays, or weeks, one after the other."""
    levels: dict[int, list[HeadingLine]] = {}
    titled = False
    for heading in headings:
        titled = titled or (heading.level == 1 and _YEAR.search(heading.text) is not None)
        levels.setdefault(heading.level, []).append(heading)
    kinds = ((_read_pair, _are_dates(titled=titled)), (_read_weekday, _are_weekdays), (_read_week, _are_weeks))
    for read, confirms in kinds:
        for group in sorted(levels.values(), key=len, reverse=True):
            found = [WeakLine(heading, known) for heading in group if (known := read(heading.text))]
            if len(found) >= max(CONFIRMED, MOSTLY * len(group)) and confirms(found):
                return found
    return []


def pair_lines(lines: ScannedLines) -> list[WeakLine]:
    """Return the lines of a text without headings that are month and day alone, each at the top of a paragraph.

    Days are left out now and then, where numbers of sections and versions count on.
    """
    found: list[WeakLine] = []
    for at, line in enumerate(lines.lines if not lines.headings else ()):
        if line[:1].isdigit() and not lines.hidden[at] and not (at and lines.lines[at - 1].strip()):
            mark = _read_pair(line)
            if mark and not mark.title:
                found.append(WeakLine(HeadingLine(at, WEAK_LEVEL, line.strip(), shape="plain"), mark))
    pairs = [tuple(map(int, re.split("[.-]", one.mark.date_text))) for one in found]
    skips = (abs(c - a) + abs(d - b) if a == c or b == d else 0 for (a, b), (c, d) in pairwise(pairs))
    return found if len(found) >= CONFIRMED and max(skips) > 1 and is_sequence([one.mark for one in found]) else []


def _read_week(text: str) -> Mark | None:
    """Return a week's heading with its dates, where it tells them: `Week 3: 2024.1.2 - 1.9`, `第三周 1.9 - 1.16`."""
    if read_week(text) is None:
        return None
    told = read_mark(text)
    if told and told.dates:
        return Mark(dates=told.dates, title=text, leads=True, date_text=told.date_text)
    match = _PAIRS.search(clean_line(text))
    ends = [read_pair(int(match[at]), int(match[at + 1]), ".") for at in (1, 3)] if match else []
    if match is None or ends[0] is None or ends[1] is None:
        return Mark(title=text, leads=True)
    written = DateExpression((DaySpan(ends[0], ends[1]),), 0, 0, weak=True)
    return Mark(dates=written, title=text, leads=True, date_text=match[0])


def _are_weeks(found: list[WeakLine]) -> bool:
    numbers = [read_week(one.heading.text) or 0 for one in found]
    steps = [after - before for before, after in pairwise(numbers)]
    return max(sum(step == 1 for step in steps), sum(step == -1 for step in steps)) >= MOSTLY * len(steps)


def _read_pair(text: str) -> Mark | None:
    match = _PAIR.match(clean_line(text))
    parts = read_pair(int(match[2]), int(match[4]), match[3]) if match else None
    if match is None or parts is None:
        return None
    title = "" if len(match[5].strip("()（） ")) < _SHORTEST else match[5].strip(CLOSING_EDGE)
    written = DateExpression((DaySpan(parts, parts),), 0, 0, weak=True)
    return Mark(dates=written, title=title, leads=True, date_text=match[1])


def _are_dates(*, titled: bool) -> Callable[[list[WeakLine]], bool]:
    """Return the test of pairs: `09-14` has a nought that numbers of sections lack; `9.14` says nothing else."""

    def confirms(found: list[WeakLine]) -> bool:
        texts = [one.mark.date_text for one in found]
        padded = any(text.startswith("0") or re.search(r"\D0", text) for text in texts)
        bare = sum(not one.mark.title for one in found) >= MOSTLY * len(found)
        return (padded or (titled and bare)) and is_sequence([one.mark for one in found])

    return confirms


def _read_weekday(text: str) -> Mark | None:
    tokens = tokenise(mask(clean_line(text)))
    at = next((at for at, token in enumerate(tokens) if token.kind != "s"), 0)
    follows = at_or_end(tokens, at + 1)
    if weekday_of(at_or_end(tokens, at)) < 0 or len(tokens[at].text) < _SHORTEST or follows.kind not in {"", "s"}:
        return None
    return Mark(title=text if any(token.kind != "s" for token in tokens[at + 1 :]) else "", leads=True)


def _are_weekdays(found: list[WeakLine]) -> bool:
    days = [next(day for token in tokenise(mask(one.heading.text)) if (day := weekday_of(token)) >= 0) for one in found]
    steps = [(after - before) % 7 for before, after in pairwise(days)]
    return len(set(days)) >= CONFIRMED and sum(1 <= step <= CONFIRMED for step in steps) >= MOSTLY * len(steps)
