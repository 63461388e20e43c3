"""Date expressions in a tokenised line: single dates, ranges and lists, as written, before any doubt is settled.

What one line cannot tell (is `03/04` in March or in April? which year is `8-9 September`?) stays open here:
`sequence` settles it from the whole file.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from journal_site.reading.tokens import END, Token
from journal_site.reading.words import (
    ALSO_WORDS,
    DAY_FIRST_MONTHS,
    MONTHS,
    OF_WORDS,
    ORDINALS,
    TO_WORDS,
    WEEKDAYS,
)

DASHES = frozenset("-–—−‐‑‒―~〜～→…")
COMMAS = frozenset(",，、;&+/·")
_NUMERIC = frozenset("-/._‐–")
_LAST_MONTH, _LAST_DAY = 12, 39
"""Impossible days (`February 30`) are read, and found to be impossible later."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_CENTURY = 100


class Parts(NamedTuple):
    """One date as written."""

    year: int | None
    month: int
    day: int
    raw: tuple[int, int, int] | None = None
    """Three numbers whose order is not settled; the last is -1 where there are two. `sign` is what stands between."""
    sign: str = ""


class Span(NamedTuple):
    """A run of days, or one."""

    first: Parts
    last: Parts


class Written(NamedTuple):
    """A date expression: its spans, and the tokens that it takes."""

    spans: tuple[Span, ...]
    start: int
    end: int
    weekday: int = -1
    """Of its first day, Monday is 0; -1 where none is told."""
    weak: bool = False
    """Two bare numbers (`9/14`), which may be anything."""


class _Found(NamedTuple):
    spans: list[Span]
    end: int
    weak: bool = False


def find_dates(tokens: list[Token], start: int = 0) -> list[Written]:
    """Return the date expressions of a line, in order, none overlapping."""
    found: list[Written] = []
    at = start
    while at < len(tokens):
        token = tokens[at]
        known = _expression(tokens, at) if token.number >= 0 or month_of(token) else None
        if known is None:
            at += 1
            continue
        first, last, weekday = _with_weekday(tokens, at, known.end, start)
        found.append(Written(_carry_years(known.spans), first, last, weekday, known.weak))
        at = last
    return found


def read_date(tokens: list[Token], at: int) -> Written | None:
    """Return the date expression that begins at a token, which may be its weekday."""
    if at < len(tokens) and weekday_of(tokens[at]) >= 0:
        at += 1
        while at < len(tokens) and tokens[at].text in ",.，、":
            at += 1
    written = next(iter(find_dates(tokens[: at + 24], at)), None)
    return written if written and written.start <= at else None


def weekday_of(token: Token) -> int:
    """Return the weekday that a word names, or -1."""
    if token.kind != "w":
        return -1
    return WEEKDAYS.get(token.text, WEEKDAYS.get(token.bare, -1))


def year_of(token: Token) -> int | None:
    """Return the year that a number of four digits is, or None."""
    return token.number if len(token.text) == 4 and _FIRST_YEAR <= token.number <= _LAST_YEAR else None  # noqa: PLR2004


def month_of(token: Token) -> int:
    """Return the month that a word names (also misspelt a little), or 0."""
    if token.kind != "w":
        return 0
    return MONTHS.get(token.text) or MONTHS.get(token.bare) or _misspelt(token.bare)


def at_or_end(tokens: list[Token], at: int) -> Token:
    """Return the token at a place, or one that is nothing."""
    return tokens[at] if 0 <= at < len(tokens) else END


_MISSPELT_FROM = 6
_LONG = sorted((name, number) for name, number in MONTHS.items() if len(name) >= _MISSPELT_FROM and name.isascii())


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> int:
    """Return the month that a long word is one slip away from (`Feburary`, `Septmber`), or 0."""
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
        swapped = (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and right[differ[0]] == wrong[differ[1]]
            and right[differ[1]] == wrong[differ[0]]
        )
        return len(differ) == 1 or swapped
    long, short = (right, wrong) if len(right) > len(wrong) else (wrong, right)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


# --- one expression --------------------------------------------------------------------------------------------------


def _expression(tokens: list[Token], at: int) -> _Found | None:
    """Return the expression at a token: a date, and what a range or a list adds to it."""
    known = _single(tokens, at)
    if known is None:
        return None
    spans, end, weak = list(known.spans), known.end, known.weak
    while (joint := _joint(tokens, end)) is not None:
        is_range, after = joint
        after = _skip_weekday(tokens, after)
        more = _partial(tokens, after, spans[-1].last, is_range=is_range) or _single(tokens, after)
        if more is None or (more.weak and not weak and spans[-1].last.year is None):
            break
        if is_range:
            spans[-1] = Span(spans[-1].first, more.spans[0].last)
            spans.extend(more.spans[1:])
        else:
            spans.extend(more.spans)
        end = more.end
    return _Found(spans, end, weak)


def _single(tokens: list[Token], at: int) -> _Found | None:
    """Return the date at a token, with the days of one month that are written together."""
    token = at_or_end(tokens, at)
    if token.kind == "w":
        return _month_first(tokens, at)
    if token.kind != "n" or token.number < 0:
        return None
    if len(token.text) == 8:  # noqa: PLR2004
        return _compact(token, at)
    if year_of(token) is not None:
        return _year_first(tokens, at)
    if len(token.text) <= 2:  # noqa: PLR2004
        return (
            _cjk(tokens, at, None)
            or _numeric(tokens, at)
            or _day_first(tokens, at)
            or _days_of_numeric(tokens, at)
            or _pair(tokens, at)
        )
    return None


def _compact(token: Token, at: int) -> _Found | None:
    year, month, day = int(token.text[:4]), int(token.text[4:6]), int(token.text[6:])
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= _LAST_MONTH and 1 <= day <= 31):  # noqa: PLR2004
        return None
    return _one(Parts(year, month, day), at + 1)


def _one(parts: Parts, end: int, *, weak: bool = False) -> _Found:
    return _Found([Span(parts, parts)], end, weak)


def _year_first(tokens: list[Token], at: int) -> _Found | None:
    """`2020-09-14`, `2021. 01. 19.`, `2020年9月14日`, `2020-Sep-14`."""
    year = year_of(tokens[at])
    sign, second = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    if sign.text in {"年", "년"} or (sign.kind == "w" and sign.text.startswith("년")):
        return _cjk(tokens, at + 2, year)
    after = at + 2 if sign.text in _NUMERIC or sign.text == "," else at + 1
    if month := month_of(at_or_end(tokens, after)):
        day_at = after + 2 if at_or_end(tokens, after + 1).text in {"-", "/", ".", ","} else after + 1
        days, end = _days(tokens, day_at)
        return _Found([_month_span(year, month, run) for run in days], end) if days else None
    if sign.text not in _NUMERIC or not _is_short(second):
        return None
    third = at_or_end(tokens, at + 4)
    if at_or_end(tokens, at + 3).text != sign.text or not _is_short(third):
        return None
    end = at + 5
    if sign.text == "." and at_or_end(tokens, end).text == ".":
        end += 1
    month, day = second.number, third.number
    if month > _LAST_MONTH >= day:
        month, day = day, month
    return (
        _one(Parts(year, month, day, None, sign.text), end) if month <= _LAST_MONTH and 1 <= day <= _LAST_DAY else None
    )


def _cjk(tokens: list[Token], at: int, year: int | None) -> _Found | None:
    """`9月14日`, `9월 14일`, `9月14-16日`."""
    month, sign = at_or_end(tokens, at), at_or_end(tokens, at + 1)
    if not _is_short(month) or not 1 <= month.number <= _LAST_MONTH or sign.text not in {"月", "월"}:
        return None
    days, end = _days(tokens, at + 2)
    if not days:
        return None
    if at_or_end(tokens, end).text in {"日", "号", "號"} or at_or_end(tokens, end).text in {"일", "일자"}:
        end += 1
    elif len(days) == 1 and year is None:
        return None
    return _Found([_month_span(year, month.number, run) for run in days], end)


def _numeric(tokens: list[Token], at: int) -> _Found | None:
    """`09-09-18`, `11/22/18`, `03.11.2019`: three numbers with one sign between them."""
    sign = at_or_end(tokens, at + 1)
    second, third = at_or_end(tokens, at + 2), at_or_end(tokens, at + 4)
    if sign.text not in _NUMERIC or at_or_end(tokens, at + 3).text != sign.text:
        return None
    end = at + 5
    if third.text in {"'", "’"}:
        third, end = at_or_end(tokens, at + 5), at + 6
    if month := month_of(second):
        year = _year_at(third, short=True)
        return (
            _one(Parts(year, month, tokens[at].number), end) if year and 1 <= tokens[at].number <= _LAST_DAY else None
        )
    if not _is_short(second) or (year_of(third) is None and len(third.text) != 2) or third.kind != "n":  # noqa: PLR2004
        return None
    if at_or_end(tokens, end).text == sign.text and at_or_end(tokens, end + 1).kind == "n" and sign.text == ".":
        return None  # a version or an address
    raw = (tokens[at].number, second.number, third.number)
    parts = _open(raw, sign.text)
    return _one(parts, end) if parts else None


def _open(raw: tuple[int, int, int], sign: str) -> Parts | None:
    """Return three numbers that could be a date in some order, the order left open."""
    a, b, c = raw
    if max(a, b) > _LAST_DAY or b < 1 or (a < 1 and c >= _FIRST_YEAR):
        return None
    return Parts(c if c >= _FIRST_YEAR else None, 0, 0, raw, sign)


def _day_first(tokens: list[Token], at: int) -> _Found | None:
    """`8-9 September`, `20. Februar 2021`, `3rd of May`, `5 de mayo de 2020`, `5 Jan '20`."""
    days, end = _days(tokens, at)
    if not days:
        return None
    while at_or_end(tokens, end).text in {".", "-", "/", "_"} or at_or_end(tokens, end).text in OF_WORDS:
        end += 1
    month = month_of(at_or_end(tokens, end))
    if not month or (at_or_end(tokens, end).text == "out" and at_or_end(tokens, end + 1).text == "of"):
        return None
    year, end = _trailing_year(tokens, end + 1)
    return _Found([_month_span(year, month, run) for run in days], end)


def _month_first(tokens: list[Token], at: int) -> _Found | None:
    """`February 17-21, 2020`, `Feb 2,4,7 , 2019`, `September 3rd`."""
    month = month_of(tokens[at])
    if not month or tokens[at].text in DAY_FIRST_MONTHS:
        return None
    after = at + 1
    while at_or_end(tokens, after).text in {".", "-", "/", "_", "the", "de"}:
        after += 1
    days, end = _days(tokens, after)
    if not days:
        return None
    year, end = _trailing_year(tokens, end)
    return _Found([_month_span(year, month, run) for run in days], end)


def _days_of_numeric(tokens: list[Token], at: int) -> _Found | None:
    """`17-21/02/2020`, `1.-3.2.2020`, `1.–3.2.`: several days before a numeric month."""
    days, end = _days(tokens, at)
    if not days or days == [(tokens[at].number,) * 2] or at_or_end(tokens, end - 1).kind != "n":
        return None
    whole = _numeric(tokens, end - 1)
    if whole is None or tokens[end].text in DASHES:
        return None
    parts = whole.spans[0].first
    if parts.raw:
        parts = Parts(parts.raw[2] if parts.raw[2] >= _FIRST_YEAR else 2000 + parts.raw[2], parts.raw[1], parts.raw[0])
    return _Found([_month_span(parts.year, parts.month, run) for run in days], whole.end)


def _pair(tokens: list[Token], at: int) -> _Found | None:
    """`9/14`, `14.9.`: weak."""
    sign, second = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    if not _is_short(second) or sign.text not in {"/", "."} or tokens[at].end != sign.start:
        return None
    end = at + 3
    follows = at_or_end(tokens, end)
    if sign.text == ".":
        if follows.text != ".":
            return None
        end += 1
    elif follows.text == "/" or (follows.text == "%"):
        return None
    a, b = tokens[at].number, second.number
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= _LAST_MONTH):  # noqa: PLR2004
        return None
    if sign.text == ".":
        return _one(Parts(None, b, a, None, sign.text), end, weak=True) if b <= _LAST_MONTH else None
    if a > _LAST_MONTH:
        return _one(Parts(None, b, a, None, sign.text), end, weak=True)
    if b > _LAST_MONTH:
        return _one(Parts(None, a, b, None, sign.text), end, weak=True)
    return _one(Parts(None, 0, 0, (a, b, -1), sign.text), end, weak=True)


# --- parts of expressions --------------------------------------------------------------------------------------------


def _is_short(token: Token) -> bool:
    return token.kind == "n" and len(token.text) <= 2 and token.number >= 0  # noqa: PLR2004


def _year_at(token: Token, *, short: bool) -> int | None:
    if token.kind != "n":
        return None
    if (year := year_of(token)) is not None:
        return year
    return 2000 + token.number if short and len(token.text) == 2 else None  # noqa: PLR2004


def _trailing_year(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """Return the year after a month and day, with the place behind it."""
    after = at
    while at_or_end(tokens, after).text in {",", ".", "-", "/", "，", "_"} or at_or_end(tokens, after).text in OF_WORDS:
        after += 1
    if at_or_end(tokens, after).text in {"'", "’"} and (year := _year_at(at_or_end(tokens, after + 1), short=True)):
        return year, after + 2
    year = year_of(at_or_end(tokens, after))
    if (
        year is None
        and after == at + 1
        and tokens[at].text in {"-", "/"}
        and at_or_end(tokens, after).start == tokens[at].end
    ):
        year = _year_at(at_or_end(tokens, after), short=True)
    if year is None:
        return None, at + 1 if at_or_end(tokens, at).text == "." and at_or_end(tokens, at - 1).end == tokens[
            at
        ].start else at
    if at_or_end(tokens, after + 1).text in {"г", "года", "р"}:
        after += 1
        if at_or_end(tokens, after + 1).text == ".":
            after += 1
    return year, after + 1


def _month_span(year: int | None, month: int, run: tuple[int, int]) -> Span:
    return Span(Parts(year, month, run[0]), Parts(year, month, run[1]))


def _days(tokens: list[Token], at: int) -> tuple[list[tuple[int, int]], int]:
    """Return days of one month (`17-21`, `2,4,7`, `28/9`) as runs, with the place behind them."""
    if not _is_day(tokens, at):
        return [], at
    runs = [(tokens[at].number, tokens[at].number)]
    end = _skip_ordinal(tokens, at + 1)
    while (joint := _joint(tokens, end)) is not None:
        is_range, after = joint
        after = _skip_weekday(tokens, after)
        if not _is_day(tokens, after):
            break
        behind = _skip_ordinal(tokens, after + 1)
        number = _completed(runs[-1][1], tokens[after])
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


def _completed(before: int, token: Token) -> int:
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
    if not _is_short(token) or not 1 <= token.number <= _LAST_DAY:
        return False
    after, behind = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    is_time = after.text == ":" and behind.kind == "n" and after.start == token.end and behind.start == after.end
    return not is_time


def _skip_ordinal(tokens: list[Token], at: int) -> int:
    """Return the place behind `st`, `er`, `º`, `-го`; also behind two slipped letters before a month (`22dn July`)."""
    token, before = at_or_end(tokens, at), at_or_end(tokens, at - 1)
    if token.start != before.end or not token.text:
        return at
    if token.text in ORDINALS or token.bare in ORDINALS or token.text in {"º", "°", "ª"}:
        return at + 1
    if token.text == "-" and at_or_end(tokens, at + 1).text in ORDINALS:
        return at + 2
    if token.kind == "w" and len(token.text) == 2 and token.text.isascii() and not month_of(token):  # noqa: PLR2004
        return at + 1
    return at


def _joint(tokens: list[Token], at: int) -> tuple[bool, int] | None:
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


def _skip_weekday(tokens: list[Token], at: int) -> int:
    if weekday_of(at_or_end(tokens, at)) < 0 or month_of(at_or_end(tokens, at)):
        return at
    return at + 2 if at_or_end(tokens, at + 1).text in {",", "."} else at + 1


def _partial(tokens: list[Token], at: int, before: Parts, *, is_range: bool) -> _Found | None:
    """Return the date that goes on from one before it: `2024/04/28 ~ 04/30`, `12/6/21 - 12/8`, `2020-01-03 & 04`."""
    token, sign, second = at_or_end(tokens, at), at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    if not _is_short(token):
        return None
    ends = at_or_end(tokens, at + 3).text != sign.text
    if before.sign and sign.text == before.sign and _is_short(second) and ends:
        if before.raw:
            return _one(Parts(None, 0, 0, (token.number, second.number, before.raw[2]), before.sign), at + 3)
        return (
            _one(Parts(before.year, token.number, second.number, None, before.sign), at + 3)
            if token.number <= _LAST_MONTH
            else None
        )
    day = _completed(before.day, token)
    follows = at_or_end(tokens, at + 1)
    if (
        before.raw
        or not before.day < day <= 31
        or follows.kind in {"n", "w"}
        or (follows.kind == "c" and follows.text not in "日号")
    ):
        return None
    if not is_range and not before.sign and before.year is not None:
        return None
    end = at + 2 if follows.text in {"日", "号"} else at + 1
    return _one(Parts(before.year, before.month, day, None, before.sign), end)


def _with_weekday(tokens: list[Token], at: int, end: int, floor: int) -> tuple[int, int, int]:
    """Return where an expression begins and ends with its weekday, and the weekday."""
    before = at - 1
    while before > floor and tokens[before].text in {",", ".", "，", "-", "feira"}:
        before -= 1
    if before >= floor and (weekday := weekday_of(tokens[before])) >= 0:
        return before, end, weekday
    after = end
    while at_or_end(tokens, after).text in {",", "(", "（", "-", "–"}:
        after += 1
    if (weekday := weekday_of(at_or_end(tokens, after))) >= 0:
        return at, _close(tokens, end, after + 1), weekday
    if after < len(tokens) - 1 and (known := _ideographic_weekday(tokens, after)):
        return at, _close(tokens, end, known[1]), known[0]
    return at, end, -1


def _close(tokens: list[Token], opened: int, end: int) -> int:
    """Return the place behind the parenthesis that a weekday stands in."""
    is_open = any(token.text in {"(", "（"} for token in tokens[opened:end])
    return end + 1 if is_open and at_or_end(tokens, end).text in {")", "）"} else end


def _ideographic_weekday(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """`(火)`, `星期二`, `周二`, `火曜日`."""
    text = "".join(token.text for token in tokens[at : at + 3])
    for start, names in (("星期", "一二三四五六日"), ("周", "一二三四五六日"), ("週", "一二三四五六日")):
        if text.startswith(start) and len(text) > len(start) and text[len(start)] in names:
            return names.index(text[len(start)]), at + len(start) + 1
    if tokens[at - 1].text in {"(", "（"} and text[0] in "月火水木金土日" and text[1:2] in {")", "）"}:
        return "月火水木金土日".index(text[0]), at + 1
    if text[1:2] == "曜" and text[0] in "月火水木金土日":
        return "月火水木金土日".index(text[0]), at + (3 if text[2:3] == "日" else 2)
    return None


def _carry_years(spans: list[Span]) -> tuple[Span, ...]:
    """Give dates without a year the year that another of the same expression has."""
    parts = [part for span in spans for part in span]
    for i in reversed(range(len(parts) - 1)):
        after = parts[i + 1].year
        if after is not None and _lacks_year(parts[i]):
            parts[i] = parts[i]._replace(year=after - (parts[i].month > parts[i + 1].month))
    for i in range(1, len(parts)):
        before = parts[i - 1].year
        if before is not None and _lacks_year(parts[i]):
            parts[i] = parts[i]._replace(year=before + (parts[i].month < parts[i - 1].month))
    return tuple(Span(parts[i], parts[i + 1]) for i in range(0, len(parts), 2))


def _lacks_year(parts: Parts) -> bool:
    return parts.year is None and parts.raw is None
