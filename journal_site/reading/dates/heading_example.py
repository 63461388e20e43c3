"""Headings of days by an example that their author gives: `> {any} {M} 月 {D} 日（Day {N}）`."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.expressions import expression
from journal_site.heading_places import PLACE, PLACES
from journal_site.reading.dates.calendars import in_century
from journal_site.reading.dates.days import Mark
from journal_site.reading.dates.heading_titles import CLOSING_EDGE
from journal_site.reading.dates.parts import DateExpression, DateParts, DaySpan, month_of, weekday_of
from journal_site.reading.dates.tokens import clean_line, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LAST_MONTH: Final = 12
_LONGEST: Final = 400
_LONGEST_RUN: Final = 120
_LOOK: Final = 3000
"""Lines among which the nearest is looked for."""
_LONGEST_EXAMPLE: Final = 60
"""A line with more words of its own is like no other."""
_NEAR: Final = 0.3
_YEAR: Final = 4
"""Figures."""
_PART: Final = expression(r"(\d+)(?:st|nd|rd|th)?|([^\W\d_]+)")


class Example(NamedTuple):
    """An example, ready to be compared with lines."""

    pattern: re.Pattern[str]
    plain: str


@lru_cache(maxsize=64)
def read_example(text: str) -> Example:
    """Return an example, whose places are known to be ones (`config` has seen to it)."""
    parts, seen = [], set[str]()
    if "{title}" not in text.casefold():
        text = re.sub(r"\{any\}\s*$", "{title}", text, flags=re.IGNORECASE)  # what ends a line may be words of the day
    for piece in re.split(rf"({PLACE})", clean_line(text.strip())):
        name = piece[1:-1].casefold() if re.fullmatch(PLACE, piece) else ""
        if not name:
            parts.append(r"\s+".join(map(re.escape, re.split(r"\s+", piece))))
        elif name in seen or name in {"any", "emoji"}:
            parts.append(f"(?:{PLACES[name]})")
        else:
            seen.add(name)
            parts.append(f"(?P<{name}>{PLACES[name]})")
    return Example(re.compile("".join(parts) + r"\s*", re.IGNORECASE), re.sub(PLACE, "0", text))


def read_by_examples(line: str, examples: Iterable[str]) -> Mark | None:
    """Return what a line says of its day that is as one of some examples, or None."""
    marks = (read_by_example(line, read_example(example)) for example in examples)
    return next((mark for mark in marks if mark is not None), None)


def read_by_example(line: str, example: Example) -> Mark | None:
    """Return what a line that is as the example says of its day, or None."""
    match = example.pattern.fullmatch(clean_line(line[:_LONGEST].strip()))
    if match is None:
        return None
    told = {name: text for name, text in match.groupdict().items() if text is not None}
    days = tuple(day for first, last in _runs(told.get("n", "")) for day in range(first, last + 1))
    dates = _date(told)
    if ("d" in told and dates is None) or (dates is None and "m" in told):
        return None
    title = told.get("title", "").strip(CLOSING_EDGE)
    round_ = int(told["r"]) if "r" in told else None
    text = match[0].strip() if dates else ""
    return Mark(days=days, round=round_, dates=dates, title=title, leads=True, named=True, date_text=text)


def example_of(line: str, mark: Mark) -> str:
    """Return an example that lines such as this one are as, or nothing where none can be made."""
    text = line.strip()[:_LONGEST]
    if mark.title and text.count(mark.title) == 1:
        text = text.replace(mark.title, "{title}")
    if mark.date_text and text.count(mark.date_text) == 1:
        text = text.replace(mark.date_text, _with_places(mark))
    if mark.round is not None:
        text = re.sub(rf"(?<!\d)0*{mark.round}(?!\d)", "{R}", text, count=1)
    if mark.days:
        text = re.sub(rf"(?<![\d{{])0*{mark.days[0]}(?:\s*[-–—]\s*0*{mark.days[-1]})?(?!\d)", "{N}", text, count=1)
    if len(text) > _LONGEST_EXAMPLE or not re.search(PLACE, text):
        return ""
    told = read_by_example(line, read_example(text))
    is_same = told is not None and told.days == mark.days and (told.dates is None) == (mark.dates is None)
    return text if is_same else ""


def _with_places(mark: Mark) -> str:
    """Return a date as written, with places for its parts; three numbers whose order is open have the day first."""
    parts = mark.dates.spans[0].first if mark.dates else DateParts(None, 0, 0)
    is_month_next = parts.raw is None and bool(parts.sign) and parts.month <= _LAST_MONTH
    names = iter(("{D}", "{M}", "{YY}") if parts.raw else ("{M}", "{D}") if is_month_next else ("{D}",))

    def place(match: re.Match[str]) -> str:
        if match[1]:
            return "{YYYY}" if len(match[1]) == _YEAR else next(names, match[0])
        if any(map(month_of, tokenise(match[2]))):
            return "{M}"
        return "{weekday}" if max(map(weekday_of, tokenise(match[2])), default=-1) >= 0 else match[2]

    return _PART.sub(place, mark.date_text)


def _date(told: dict[str, str]) -> DateExpression | None:
    if "d" not in told or "m" not in told:
        return None
    month = int(told["m"]) if told["m"].isdigit() else next(filter(None, map(month_of, tokenise(told["m"]))), 0)
    year = int(told["yyyy"]) if "yyyy" in told else in_century(int(told["yy"])) if "yy" in told else None
    if not 1 <= month <= _LAST_MONTH:
        return None
    spans = tuple(
        DaySpan(DateParts(year, month, first), DateParts(year, month, last)) for first, last in _runs(told["d"])
    )
    weekday = max(map(weekday_of, tokenise(told.get("weekday", ""))), default=-1)
    return DateExpression(spans, 0, 0, weekday)


def _runs(text: str) -> list[tuple[int, int]]:
    """Return numbers as runs of them: `45-50, 52` is from 45 to 50, and 52."""
    runs: list[tuple[int, int]] = []
    for sign, number in re.findall(r"([-–—]?)\s*(\d+)", text):
        if sign and runs and runs[-1][1] < int(number) <= runs[-1][1] + _LONGEST_RUN:
            runs[-1] = runs[-1][0], int(number)
        else:
            runs.append((int(number), int(number)))
    return runs


def nearest_line(lines: Iterable[tuple[int, str]], examples: Sequence[str]) -> tuple[int, str] | None:
    """Return the line, with its place, that looks most like one of the examples; None where none does."""
    best, found = _NEAR, None
    known = [read_example(example).plain for example in examples]
    for (at, line), plain in product(islice(lines, _LOOK), known):
        text = re.sub(r"\d+", "0", line.strip()[:_LONGEST])
        matcher = SequenceMatcher(None, plain, text, autojunk=False)
        if matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, found = ratio, (at, line)
    return found
