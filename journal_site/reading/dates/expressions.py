"""Date expressions in a tokenised line: single dates, ranges and lists, as written, before any doubt is settled.

What one line cannot tell (is `03/04` in March or in April? which year is `8-9 September`?) stays open here:
`sequence` settles it from the whole file.
"""

from __future__ import annotations

from journal_site.reading.dates.calendars import in_century
from journal_site.reading.dates.forms import DateMatch, one_date, read_single_date
from journal_site.reading.dates.parts import (
    LAST_DAY,
    LAST_MONTH,
    DateExpression,
    DateParts,
    DaySpan,
    at_or_end,
    completed,
    is_short,
    joint_at,
    month_of,
    skip_weekday,
    weekday_of,
)
from journal_site.reading.dates.tokens import Token
from journal_site.reading.dates.words import DATE_LABELS

_BESIDE_WEEKDAY = DATE_LABELS | {",", ".", "，", "-", "feira"}


def find_dates(tokens: list[Token], start: int = 0) -> list[DateExpression]:
    """Return the date expressions of a line, in order, none overlapping."""
    found: list[DateExpression] = []
    at = start
    while at < len(tokens):
        token = tokens[at]
        known = _expression(tokens, at) if token.number >= 0 or month_of(token) else None
        if known is None:
            at += 1
            continue
        first, last, weekday = _with_weekday(tokens, at, known.end, start)
        found.append(DateExpression(_carry_years(known.spans), first, last, weekday, known.weak))
        at = last
    return found


def _expression(tokens: list[Token], at: int) -> DateMatch | None:
    """Return the expression at a token: a date, and what a range or a list adds to it."""
    known = read_single_date(tokens, at)
    if known is None:
        return None
    spans, end, weak = list(known.spans), known.end, known.weak
    while (joint := joint_at(tokens, end)) is not None:
        is_range, after = joint
        after = skip_weekday(tokens, after)
        more = _partial(tokens, after, spans[-1].last, is_range=is_range) or read_single_date(tokens, after)
        if more is None or (more.weak and not weak and spans[-1].last.year is None):
            break
        if is_range:
            spans[-1] = DaySpan(spans[-1].first, more.spans[0].last)
            spans.extend(more.spans[1:])
        else:
            spans.extend(more.spans)
        end = more.end
    return DateMatch(spans, end, weak)


def _partial(tokens: list[Token], at: int, before: DateParts, *, is_range: bool) -> DateMatch | None:
    """Return the date that goes on from one before it: `2024/04/28 ~ 04/30`, `12/6/21 - 12/8`, `2020-01-03 & 04`."""
    token, sign, second = at_or_end(tokens, at), at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    if not is_short(token):
        return None
    if before.sign and sign.text == before.sign and is_short(second) and at_or_end(tokens, at + 3).text != sign.text:
        return _same_form(before, token.number, second.number, at + 3)
    is_list_of_years = not is_range and not before.sign and before.year is not None
    return None if before.raw or is_list_of_years else _same_month(tokens, at, before)


def _same_form(before: DateParts, first: int, second: int, end: int) -> DateMatch | None:
    if before.raw:
        return one_date(DateParts(None, 0, 0, (first, second, before.raw[2]), before.sign), end)
    if first > LAST_MONTH:
        return None
    return one_date(DateParts(before.year, first, second, None, before.sign), end)


def _same_month(tokens: list[Token], at: int, before: DateParts) -> DateMatch | None:
    day = completed(before.day, tokens[at])
    follows = at_or_end(tokens, at + 1)
    is_counter = follows.text in {"日", "号"}
    if not before.day < day <= LAST_DAY or follows.kind in {"n", "w"} or (follows.kind == "c" and not is_counter):
        return None
    return one_date(DateParts(before.year, before.month, day, None, before.sign), at + 2 if is_counter else at + 1)


def _with_weekday(tokens: list[Token], at: int, end: int, floor: int) -> tuple[int, int, int]:
    """Return where an expression begins and ends with its weekday, and the weekday."""
    before = at - 1
    while before > floor and tokens[before].text in _BESIDE_WEEKDAY:
        before -= 1
    if before >= floor and (weekday := weekday_of(tokens[before])) >= 0:
        return before, end, weekday
    after = end
    while at_or_end(tokens, after).text in {",", ".", "(", "（", "-", "–"}:
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


def _carry_years(spans: list[DaySpan]) -> tuple[DaySpan, ...]:
    """Give dates without a year the year that another of the same expression has."""
    parts = [part for span in spans for part in span]
    for i in reversed(range(len(parts) - 1)):
        raw = parts[i + 1].raw
        if raw and raw[2] >= 0 and (parts[i].raw or (0, 0, -1))[2] < 0 and parts[i].year is None:
            parts[i] = parts[i]._replace(year=in_century(raw[2]))  # `28/4-2/5/18`
        after = parts[i + 1].year
        if after is not None and _lacks_year(parts[i]):
            parts[i] = parts[i]._replace(year=after - (parts[i].month > parts[i + 1].month))
    for i in range(1, len(parts)):
        before = parts[i - 1].year
        if before is not None and _lacks_year(parts[i]):
            parts[i] = parts[i]._replace(year=before + (parts[i].month < parts[i - 1].month))
    return tuple(DaySpan(parts[i], parts[i + 1]) for i in range(0, len(parts), 2))


def _lacks_year(parts: DateParts) -> bool:
    return parts.year is None and parts.raw is None
