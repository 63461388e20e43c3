"""The forms of one date: year first, day first, month first, three numbers, two; each where its first token stands."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from journal_site.reading.dates.parts import (
    DASHES,
    FIRST_YEAR,
    LAST_DAY,
    LAST_MONTH,
    LAST_YEAR,
    DateParts,
    DaySpan,
    at_or_end,
    is_short,
    month_of,
    month_span,
    read_days,
    trailing_year,
    year_at,
    year_of,
)
from journal_site.reading.dates.tokens import Token
from journal_site.reading.dates.words import DAY_FIRST_MONTHS, OF_WORDS, SHORT_MONTHS

_NUMERIC = frozenset("-/._‐–")
_LAST_WEEK = 53
_SHORT_YEARS = range(8, 40)
"""In a number of six figures."""


class DateMatch(NamedTuple):
    """The spans that were read, and the place behind their last token."""

    spans: list[DaySpan]
    end: int
    weak: bool = False


def read_single_date(tokens: list[Token], at: int) -> DateMatch | None:
    """Return the date at a token, with the days of one month that are written together."""
    token = at_or_end(tokens, at)
    if token.kind == "w":
        return _month_first(tokens, at)
    if token.kind != "n" or token.number < 0:
        return None
    if len(token.text) in {6, 8}:
        return _compact(token, at)
    if year_of(token) is not None:
        return _year_first(tokens, at)
    if len(token.text) <= 2:  # noqa: PLR2004
        return (
            read_cjk(tokens, at, None)
            or _numeric(tokens, at)
            or _day_first(tokens, at)
            or _days_of_numeric(tokens, at)
            or _pair(tokens, at)
        )
    return None


def _compact(token: Token, at: int) -> DateMatch | None:
    """`20210305`, and `210305`, which is weak, as it may be any number."""
    is_brief = len(token.text) == 6  # noqa: PLR2004
    year, month, day = int(token.text[:-4]), int(token.text[-4:-2]), int(token.text[-2:])
    if not (1 <= month <= LAST_MONTH and 1 <= day <= 31):  # noqa: PLR2004
        return None
    if is_brief:
        return one_date(DateParts(2000 + year, month, day), at + 1, weak=True) if year in _SHORT_YEARS else None
    return one_date(DateParts(year, month, day), at + 1) if FIRST_YEAR <= year <= LAST_YEAR else None


def one_date(parts: DateParts, end: int, *, weak: bool = False) -> DateMatch:
    """Return one date as what was read."""
    return DateMatch([DaySpan(parts, parts)], end, weak)


def _year_first(tokens: list[Token], at: int) -> DateMatch | None:
    """`2020-09-14`, `2021. 01. 19.`, `2020年9月14日`, `2020-Sep-14`."""
    year = year_of(tokens[at])
    sign, second = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    if sign.text in {"年", "년"} or (sign.kind == "w" and sign.text.startswith("년")):
        return read_cjk(tokens, at + 2, year)
    after = at + 2 if sign.text in _NUMERIC or sign.text == "," else at + 1
    if at_or_end(tokens, after).text == "w" and (week := _week(year, at_or_end(tokens, after + 1))):
        return DateMatch([week], after + 2)
    if month := month_of(at_or_end(tokens, after)):
        day_at = after + 2 if at_or_end(tokens, after + 1).text in {"-", "/", ".", ","} else after + 1
        days, end = read_days(tokens, day_at)
        return DateMatch([month_span(year, month, run) for run in days], end) if days else None
    if sign.text not in _NUMERIC or not is_short(second):
        return None
    third = at_or_end(tokens, at + 4)
    if at_or_end(tokens, at + 3).text != sign.text or not is_short(third):
        return None
    end = at + 5
    if sign.text == "." and at_or_end(tokens, end).text == ".":
        end += 1
    month, day = second.number, third.number
    if month > LAST_MONTH >= day:
        month, day = day, month
    return (
        one_date(DateParts(year, month, day, None, sign.text), end)
        if month <= LAST_MONTH and 1 <= day <= LAST_DAY
        else None
    )


def _week(year: int | None, number: Token) -> DaySpan | None:
    """Return the seven days of `2021-W14`."""
    if year is None or not is_short(number) or not 1 <= number.number <= _LAST_WEEK:
        return None
    monday = dt.date(year, 1, 4) + dt.timedelta(weeks=number.number - 1, days=-dt.date(year, 1, 4).weekday())
    sunday = monday + dt.timedelta(days=6)
    return DaySpan(DateParts(monday.year, monday.month, monday.day), DateParts(sunday.year, sunday.month, sunday.day))


def read_cjk(tokens: list[Token], at: int, year: int | None) -> DateMatch | None:
    """`9月14日`, `9월 14일`, `9月14-16日`."""
    month, sign = at_or_end(tokens, at), at_or_end(tokens, at + 1)
    if not is_short(month) or not 1 <= month.number <= LAST_MONTH or sign.text not in {"月", "월"}:
        return None
    days, end = read_days(tokens, at + 2)
    if not days:
        return None
    if at_or_end(tokens, end).text in {"日", "号", "號"} or at_or_end(tokens, end).text in {"일", "일자"}:
        end += 1
    elif len(days) == 1 and year is None:
        return None
    return DateMatch([month_span(year, month.number, run) for run in days], end)


def _numeric(tokens: list[Token], at: int) -> DateMatch | None:
    """`09-09-18`, `11/22/18`, `03.11.2019`: three numbers with one sign between them."""
    sign = at_or_end(tokens, at + 1)
    second, third = at_or_end(tokens, at + 2), at_or_end(tokens, at + 4)
    if sign.text not in _NUMERIC or at_or_end(tokens, at + 3).text != sign.text:
        return None
    if (sign.start > tokens[at].end) != (at_or_end(tokens, at + 3).start > second.end) and second.kind == "n":
        return None  # `26-30 - 05`: a sign with room before it parts what one without joins
    end = at + 5
    if third.text in {"'", "’"}:
        third, end = at_or_end(tokens, at + 5), at + 6
    if month := month_of(second):
        year = year_at(third, short=True)
        return (
            one_date(DateParts(year, month, tokens[at].number), end)
            if year and 1 <= tokens[at].number <= LAST_DAY
            else None
        )
    if not is_short(second) or (year_of(third) is None and len(third.text) != 2) or third.kind != "n":  # noqa: PLR2004
        return None
    if at_or_end(tokens, end).text == sign.text and at_or_end(tokens, end + 1).kind == "n" and sign.text == ".":
        return None  # a version or an address
    raw = (tokens[at].number, second.number, third.number)
    parts = _open(raw, sign.text)
    return one_date(parts, end) if parts else None


def _open(raw: tuple[int, int, int], sign: str) -> DateParts | None:
    """Return three numbers that could be a date in some order, the order left open."""
    a, b, c = raw
    if max(a, b) > LAST_DAY or b < 1 or (a < 1 and c >= FIRST_YEAR):
        return None
    return DateParts(c if c >= FIRST_YEAR else None, 0, 0, raw, sign)


def _day_first(tokens: list[Token], at: int) -> DateMatch | None:
    """`8-9 September`, `20. Februar 2021`, `3rd of May`, `5 de mayo de 2020`, `5 Jan '20`, `05, March 2021`."""
    days, end = read_days(tokens, at)
    if not days:
        return None
    behind_days = end
    while _joins(at_or_end(tokens, end)):
        end += 1
    comma = at_or_end(tokens, end).text == ","
    end += comma
    name, behind = at_or_end(tokens, end), at_or_end(tokens, end + 1)
    is_word = (
        name.text in DAY_FIRST_MONTHS and behind.kind == "w" and (behind.text == "of" or behind.text not in OF_WORDS)
    )
    month = month_of(name) or SHORT_MONTHS.get(name.text, 0)
    is_word = is_word or (name.text in SHORT_MONTHS and behind.kind == "w" and behind.text not in OF_WORDS)
    if not month or is_word or _parts(tokens, behind_days, end):
        return None
    year, end = trailing_year(tokens, end + 1)
    if comma and year is None:
        return None
    return DateMatch([month_span(year, month, run) for run in days], end)


def _parts(tokens: list[Token], at: int, month_at: int) -> bool:
    """Tell whether a dash with room around it parts a number from a date that begins with its month: `7 - Oct 11`."""
    is_loose = tokens[at].text in DASHES and tokens[month_at].start - tokens[at - 1].end > 1
    return is_loose and is_short(at_or_end(tokens, month_at + 1))


def _joins(token: Token) -> bool:
    """Tell whether a token stands between a day and its month."""
    return token.text in {".", "-", "/", "_"} or (token.text in OF_WORDS and not month_of(token))


def _month_first(tokens: list[Token], at: int) -> DateMatch | None:
    """`February 17-21, 2020`, `Feb 2,4,7 , 2019`, `September 3rd`, `March, 05, 2021`."""
    month = month_of(tokens[at])
    if not month or tokens[at].text in DAY_FIRST_MONTHS:
        return None
    after = at + 1
    while at_or_end(tokens, after).text in {".", "-", "/", "_", "the", "de"}:
        after += 1
    comma = at_or_end(tokens, after).text == ","
    days, end = read_days(tokens, after + comma)
    if not days:
        return None
    year, end = trailing_year(tokens, end)
    if year is None and _ends_in_year(tokens, days, end):
        year = 2000 + days.pop()[0]
    if comma and year is None:
        return None  # `In March, 5 things`
    return DateMatch([month_span(year, month, run) for run in days], end)


def _ends_in_year(tokens: list[Token], days: list[tuple[int, int]], end: int) -> bool:
    """Tell whether the last of a month's days is rather a year: the 19 of `Sept 8/19`, and not that of `May 18/19`."""
    number, sign = at_or_end(tokens, end - 1), at_or_end(tokens, end - 2)
    if len(days) == 1 or sign.text != "/" or number.text != str(days[-1][0]):
        return False
    return number.number in _SHORT_YEARS and number.number > days[-2][1] + 1


def _days_of_numeric(tokens: list[Token], at: int) -> DateMatch | None:
    """`17-21/02/2020`, `1.-3.2.2020`, `1.–3.2.`: several days before a numeric month."""
    days, end = read_days(tokens, at)
    if not days or days == [(tokens[at].number,) * 2] or at_or_end(tokens, end - 1).kind != "n":
        return None
    whole = _numeric(tokens, end - 1)
    if whole is None or tokens[end].text in DASHES:
        return None
    parts = whole.spans[0].first
    if parts.raw:
        parts = DateParts(
            parts.raw[2] if parts.raw[2] >= FIRST_YEAR else 2000 + parts.raw[2], parts.raw[1], parts.raw[0]
        )
    return DateMatch([month_span(parts.year, parts.month, run) for run in days], whole.end)


def _pair(tokens: list[Token], at: int) -> DateMatch | None:
    """`9/14`, `14.9.`: weak."""
    sign, second, follows = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2), at_or_end(tokens, at + 3)
    if not is_short(second) or tokens[at].end != sign.start:
        return None
    a, b = tokens[at].number, second.number
    if sign.text == ".":
        known = read_pair(a, b, sign.text) if follows.text == "." and b <= LAST_MONTH else None
        return one_date(DateParts(None, b, a, None, "."), at + 4, weak=True) if known else None
    if sign.text != "/" or follows.text in {"/", "%"}:
        return None
    known = read_pair(a, b, sign.text)
    return one_date(known, at + 3, weak=True) if known else None


def read_pair(a: int, b: int, sign: str) -> DateParts | None:
    """Return two numbers as month and day, in the only order that they can have, or with their order left open."""
    if not (1 <= min(a, b) <= LAST_MONTH and max(a, b) <= 31):  # noqa: PLR2004
        return None
    if max(a, b) > LAST_MONTH:
        return DateParts(None, min(a, b), max(a, b), None, sign)
    return DateParts(None, 0, 0, (a, b, -1), sign)
