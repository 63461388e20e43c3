"""What dates are made of: months, years, weekdays, and the days of one month that are written together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from journal_site.reading.dates.calendars import EARLIEST, LATEST, in_century
from journal_site.reading.dates.tokens import END, Token
from journal_site.reading.dates.words import (
    ALSO_WORDS,
    LONG_MONTHS,
    MONTHS,
    OF_WORDS,
    ORDINALS,
    TO_WORDS,
    WEEKDAYS,
    YEAR_WORDS,
)

if TYPE_CHECKING:
    import datetime as dt

THAI = "\u0e01", "\u0e5b"
"""The first and the last letter."""
DASHES = frozenset("-–—−‐‑‒―~〜～→…")
COMMAS = frozenset(",，、;&+/·")
BEFORE_ORDINALS = frozenset("-':’")
LAST_MONTH, LAST_DAY = 12, 39
"""Impossible days (`February 30`) are read, and found to be impossible later."""
FIRST_YEAR, LAST_YEAR = 1900, 2999

DateNumbers = tuple[int | None, int, int]
"""Year, where it is known, month and day."""


class DateParts(NamedTuple):
    """One date as written."""

    year: int | None
    month: int
    day: int
    raw: tuple[int, int, int] | None = None
    """Three numbers whose order is not settled; the last is -1 where there are two. `sign` is what stands between."""
    sign: str = ""


class DaySpan(NamedTuple):
    """A run of days, or one."""

    first: DateParts
    last: DateParts


class DateExpression(NamedTuple):
    """A date expression: its spans, and the tokens that it takes."""

    spans: tuple[DaySpan, ...]
    start: int
    end: int
    weekday: int = -1
    """Of its first day, Monday is 0; -1 where none is told."""
    weak: bool = False
    """Two bare numbers (`9/14`), which may be anything."""


def weekday_of(token: Token) -> int:
    """Return the weekday that a word names, or -1."""
    if token.kind != "w":
        return -1
    return WEEKDAYS.get(token.text, WEEKDAYS.get(token.bare, -1))


def year_of(token: Token) -> int | None:
    """Return the year that a number of four digits is, or None."""
    return token.number if len(token.text) == 4 and FIRST_YEAR <= token.number <= LAST_YEAR else None  # noqa: PLR2004


def month_of(token: Token) -> int:
    """Return the month that a word names (also misspelt a little), or 0."""
    if token.kind != "w":
        return 0
    return MONTHS.get(token.text) or MONTHS.get(token.bare) or _misspelt(token.bare)


def at_or_end(tokens: list[Token], at: int) -> Token:
    """Return the token at a place, or one that is nothing."""
    return tokens[at] if 0 <= at < len(tokens) else END


_MISSPELT_FROM = 6
_LONG = [(name, MONTHS[name]) for name in sorted(LONG_MONTHS) if len(name) >= _MISSPELT_FROM and name.isascii()]


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> int:
    """Return the month that a word is with an ending (`Ocak'ta`), or a long one a slip away from (`Feburary`), or 0."""
    if "'" in word:
        return MONTHS.get(word.partition("'")[0], 0)
    if len(word) < _MISSPELT_FROM or not word.isascii():
        return 0
    return next(
        (n for name, n in _LONG if name[:2] == word[:2] and abs(len(name) - len(word)) <= 1 and one_slip(name, word)),
        0,
    )


def one_slip(right: str, wrong: str) -> bool:
    """Tell whether one letter was lost, added, changed, or swapped with the next."""
    if len(right) == len(wrong):
        differ = [i for i, (a, b) in enumerate(zip(right, wrong, strict=True)) if a != b]
        if len(differ) == 2:  # noqa: PLR2004 - the two of a swap
            first, second = differ
            return second == first + 1 and right[first] + right[second] == wrong[second] + wrong[first]
        return len(differ) == 1
    long, short = (right, wrong) if len(right) > len(wrong) else (wrong, right)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def is_short(token: Token) -> bool:
    """Tell whether a token is a number of one or two digits."""
    return token.kind == "n" and len(token.text) <= 2 and token.number >= 0  # noqa: PLR2004


def year_at(token: Token, *, short: bool) -> int | None:
    """Return the year that a number is; one of two digits only where `short` years are looked for."""
    if token.kind != "n":
        return None
    if (year := year_of(token)) is not None:
        return year
    return 2000 + token.number if short and len(token.text) == 2 else None  # noqa: PLR2004


def trailing_year(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """Return the year after a month and day, with the place behind it."""
    glued, month = at_or_end(tokens, at), at_or_end(tokens, at - 1)
    if glued.start == month.end and month.kind == "w" and (year := year_at(glued, short=True)):
        return year, at + 1  # `04Aug25`
    after = _skip_signs(tokens, at)
    if weekday_of(at_or_end(tokens, after)) >= 0 and not month_of(at_or_end(tokens, after)):
        behind = _skip_signs(tokens, after + 1)  # `April 11, Sunday, 2023`
        after = behind if year_of(at_or_end(tokens, behind)) else after
    sign = at_or_end(tokens, at)
    if at_or_end(tokens, after).text in {"'", "’"} and (year := year_at(at_or_end(tokens, after + 1), short=True)):
        return year, after + 2
    year = year_of(at_or_end(tokens, after))
    if year is None and after == at + 1 and sign.text in {"-", "/"} and at_or_end(tokens, after).start == sign.end:
        year = year_at(at_or_end(tokens, after), short=True)
    if year is None and at and THAI[0] <= month.text[:1] <= THAI[1]:
        year = _thai_year(at_or_end(tokens, after))
    if year is None:
        is_stop = sign.text == "." and at_or_end(tokens, at - 1).end == sign.start
        return None, at + 1 if is_stop else at
    if at_or_end(tokens, after + 1).text in YEAR_WORDS:
        after += 2 if at_or_end(tokens, after + 2).text == "." else 1
    return year, after + 1


def _thai_year(token: Token) -> int | None:
    """Return the Buddhist year of two digits that stands behind the name of a month."""
    year = in_century(token.number) if token.kind == "n" and len(token.text) == 2 else 0  # noqa: PLR2004
    return year if EARLIEST <= year <= LATEST and year % 100 != token.number else None


def _skip_signs(tokens: list[Token], at: int) -> int:
    while at_or_end(tokens, at).text in {",", ".", "-", "/", "，", "_"} or at_or_end(tokens, at).text in OF_WORDS:
        at += 1
    return at


def month_span(year: int | None, month: int, run: tuple[int, int]) -> DaySpan:
    """Return a run of days of one month as a span."""
    return DaySpan(DateParts(year, month, run[0]), DateParts(year, month, run[1]))


def read_days(tokens: list[Token], at: int) -> tuple[list[tuple[int, int]], int]:
    """Return days of one month (`17-21`, `2,4,7`, `28/9`) as runs, with the place behind them."""
    if not _is_day(tokens, at):
        return [], at
    runs = [(tokens[at].number, tokens[at].number)]
    end = skip_ordinal(tokens, at + 1)
    while (joint := joint_at(tokens, end)) is not None:
        is_range, after = joint
        after = skip_weekday(tokens, after)
        if not _is_day(tokens, after) or (is_range and runs[-1][0] != runs[-1][1]):
            break  # a range ends once: `2 - 13-14.05.`
        behind = skip_ordinal(tokens, after + 1)
        number = completed(runs[-1][1], tokens[after])
        if number <= runs[-1][1] or not _ends_list(
            tokens, after, behind, tight=tokens[after].start - tokens[end - 1].end <= 1
        ):
            break
        if is_range:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
        end = behind
    return runs, end


def completed(before: int, token: Token) -> int:
    """Return the day that an abbreviated one means: the 9 of `28/9` is 29."""
    if token.number <= before and len(token.text) == 1 and before >= 10:  # noqa: PLR2004
        return before // 10 * 10 + token.number
    return token.number


def _ends_list(tokens: list[Token], at: int, behind: int, *, tight: bool) -> bool:
    """Tell whether the number belongs to the list before it, and not to the title after it (`Feb 5 - 10 tips`)."""
    follows = at_or_end(tokens, behind)
    if follows.text in {":", "."} and at_or_end(tokens, behind + 1).kind == "n" and tokens[at].end == follows.start:
        return follows.text == "." and len(at_or_end(tokens, behind + 1).text) <= 2  # noqa: PLR2004
    is_title = (
        follows.kind in {"w", "c"} and not month_of(follows) and follows.text not in OF_WORDS | TO_WORDS | ALSO_WORDS
    )
    return tight or not is_title or follows.text in {"일", "日", "г"}


def _is_day(tokens: list[Token], at: int) -> bool:
    token = at_or_end(tokens, at)
    if not is_short(token) or not 1 <= token.number <= LAST_DAY:
        return False
    after, behind = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    is_time = after.text == ":" and behind.kind == "n" and after.start == token.end and behind.start == after.end
    return not is_time


def skip_ordinal(tokens: list[Token], at: int) -> int:
    """Return the place behind `st`, `er`, `º`, `-го`; also behind two slipped letters before a month (`22dn July`)."""
    token, before = at_or_end(tokens, at), at_or_end(tokens, at - 1)
    if token.start != before.end or not token.text:
        return at
    if token.text in ORDINALS or token.bare in ORDINALS or token.text in {"º", "°", "ª"}:
        return at + 1
    if token.text in BEFORE_ORDINALS and (joined := at_or_end(tokens, at + 1)).text in ORDINALS:
        return at + 2 if joined.start == token.end else at
    if token.kind == "w" and len(token.text) == 2 and token.text.isascii() and not month_of(token):  # noqa: PLR2004
        return at + 1
    return at


def joint_at(tokens: list[Token], at: int) -> tuple[bool, int] | None:
    """Return whether a range or a list goes on at a place, and where its next member begins."""
    token = at_or_end(tokens, at)
    if token.text == "." and at_or_end(tokens, at + 1).text in DASHES | {"."}:
        return True, at + 2
    if token.text in DASHES or token.text in TO_WORDS:
        after = at + 1
        while at_or_end(tokens, after).text in DASHES | {"'", "’"}:
            after += 1
        return True, after
    if token.text in COMMAS or token.text in ALSO_WORDS:
        after = at + 1
        while at_or_end(tokens, after).text in COMMAS or at_or_end(tokens, after).text in ALSO_WORDS:
            after += 1
        return False, after
    return None


def skip_weekday(tokens: list[Token], at: int) -> int:
    """Return the place behind a weekday, if one stands there."""
    if weekday_of(at_or_end(tokens, at)) < 0 or month_of(at_or_end(tokens, at)):
        return at
    return at + 2 if at_or_end(tokens, at + 1).text in {",", "."} else at + 1


def may_be(written: DateExpression | None, date: dt.date) -> bool:
    """Tell whether an expression, of which order and year may be open, may begin with a date."""
    if written is None:
        return False
    first = written.spans[0].first
    years = {date.year, date.year % 100, -1}
    if first.raw:
        numbers = list(first.raw)
        return any(
            sorted(numbers[:at] + numbers[at + 1 :]) == sorted((date.day, date.month)) and number in years
            for at, number in enumerate(numbers)
        )
    return first.year in {None, date.year} and (first.month, first.day) == (date.month, date.day)
