"""What one heading says: its day or days, its round, its dates, and what is left over as its title.

Recognises by rules and never by the sequence: whether a heading that could be a day's is one, `logs` decides.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import WORD, fold
from journal_site.reading.dates.day_numbers import MOST_DAYS, Numbered, bare_number, extend_day, find_day, is_plural
from journal_site.reading.dates.expressions import find_dates
from journal_site.reading.dates.heading_titles import (
    CLOSING_EDGE,
    PLACEHOLDER_WORDS,
    SMALL_WORDS,
    is_example,
    is_placeholder,
    read_title,
    words_of,
)
from journal_site.reading.dates.parts import DateExpression, DateParts, DaySpan, at_or_end, one_slip, weekday_of
from journal_site.reading.dates.tokens import LONGEST, Token, clean_line, mask, tokenise
from journal_site.reading.dates.words import (
    ALSO_WORDS,
    DAY_WORDS,
    FILLER_WORDS,
    OF_WORDS,
    ORDINALS,
    SHARED_DAY_WORDS,
    SKIP_WORDS,
    TO_WORDS,
    UNIT_WORDS,
)

_NUMBERED = expression(r"[\d〇一二三四五六七八九十百?_]")
_WORD = expression(WORD)
_PLACEHOLDER = expression(
    r"\$\([^()]*\)|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\b(?:YYYY|yyyy|AAAA|JJJJ)[-/.]?(?:MM|mm)?[-/.]?(?:DD|dd|JJ|TT)?\b|"
    r"\b(?:DD|MM)[-/.](?:DD|MM)[-/.]YY(?:YY)?\b|\bMonth \?|\b(?:19|20)\d?\?+"
)
_BRACKETED = expression(r"[\[<({]([^\[\]<>(){}\d]{2,30})[\]>)}](?!\()")
_DATE_WORDS = frozenset({"date", "fecha", "datum", "data", "дата", "日期", "日付", "날짜", "today", "hoy", "heute"})
_SIMPLE = expression(
    r"\s*([^\W\d_]{3,8}) ?#?(\d{1,4})\s*[:：]?\s*(?:[:|–—-]\s+)?([^\W\d_][^\d*_`\[\]<>(){}#&\\~|:：–—-]*)?"
)
_FIRST_WORD = expression(r"\W{0,8}([^\W\d_]{2,8})[\s#:.-]{0,3}\d")
_ISO = expression(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)\s*")
_TEMPLATE_NUMBER = expression(
    rf"(?i)(?:^|[^\w])(?:{'|'.join(sorted(map(re.escape, DAY_WORDS), key=lambda word: (-len(word), word)))})"
    r"[ \t]*[#:.-]?[ \t]*(?:[?？]+|_{2,}|#+|\.{2,}|(?:x{1,3}|n{1,3}|num|number)(?!\w)|"
    r"\[[^\[\]\d]*\](?!\()|<[^<>\d]*>|\{[^{}\d]*\})"
)


class Mark(NamedTuple):
    """What a heading says of days and dates."""

    days: tuple[int, ...] = ()
    round: int | None = None
    total: int | None = None
    """The M of "Day N of M"."""
    dates: DateExpression | None = None
    title: str = ""
    """What it says besides, as inline Markdown."""
    leads: bool = False
    """Its day or date comes first."""
    named: bool = False
    """It has the word for day: it is a day's heading even where its number is missing."""
    bare: bool = False
    """A number without the word for day."""
    short: bool = False
    """`D5`: a day only where others confirm it."""
    loose: bool = False
    """Its date stands amid other words."""
    template: bool = False
    """A placeholder stands where its number or its title should be."""
    skipped: bool = False
    """It says that nothing was done."""
    plural: bool = False
    date_text: str = ""


def read_mark(text: str) -> Mark | None:
    """Return what a heading's inline Markdown says of days and dates, or None where it says nothing of them."""
    text = clean_line(text)
    if not _NUMBERED.search(text, 0, LONGEST) and DAY_WORDS.isdisjoint(_WORD.findall(fold(text[:LONGEST]))):
        return None
    if (match := _SIMPLE.fullmatch(text)) and (known := _simple(match)):
        return known
    if match := _ISO.fullmatch(text):
        parts = DateParts(int(match[1]), int(match[2]), int(match[3]), None, "-")
        if 1 <= parts.month <= 12:  # noqa: PLR2004
            return Mark(dates=DateExpression((DaySpan(parts, parts),), 0, 0), leads=True, date_text=text.strip())
    masked = mask(text)
    tokens = tokenise(masked)
    day = find_day(tokens)
    dates = _placed_date(tokens, day)
    if day is None and dates is None:
        return _unnumbered(text)
    if day is not None:
        day = extend_day(tokens, day, dates)
    elif dates is not None:
        day = bare_number(tokens, dates)
    return _mark(text, tokens, day, dates)


def _simple(match: re.Match[str]) -> Mark | None:
    """Return the commonest heading of all (`Day 5: Words without numbers or markup`) without taking it apart."""
    word = match[1].lower()
    if word not in DAY_WORDS or word in SHARED_DAY_WORDS:
        return None
    title = (match[3] or "").rstrip(CLOSING_EDGE)
    words = title.lower().split()
    if words and (words[0] in SMALL_WORDS or not PLACEHOLDER_WORDS.isdisjoint(words)):
        return None  # may be a placeholder, or say that nothing was done
    return Mark(days=(int(match[2]),), title=title, leads=True, named=True, plural=is_plural(word))


def read_number(text: str) -> Mark | None:
    """Return a heading that begins with a bare number (`11`, `#11`, `11. Title`, `Monday 14th`) as a mark, or None."""
    text = clean_line(text)
    tokens = tokenise(mask(text))
    at = 0
    while at_or_end(tokens, at).kind == "s" or weekday_of(at_or_end(tokens, at)) >= 0:
        at += 1
    token, follows = at_or_end(tokens, at), at_or_end(tokens, at + 1)
    if token.kind != "n" or not 0 <= token.number < MOST_DAYS or len(token.text) > 3:  # noqa: PLR2004
        return None
    if follows.text == "." and at_or_end(tokens, at + 2).kind == "n":
        return None
    end = at + 2 if follows.kind == "w" and follows.text in ORDINALS and follows.start == token.end else at + 1
    return _mark(text, tokens, Numbered((token.number,), 0, end, named=False), None)


def read_misspelt(text: str) -> Mark | None:
    """Return a heading that begins with a day word in which one letter slipped (`Dya 12`) as a mark, or None."""
    match = _FIRST_WORD.match(text[:LONGEST])
    if not match or not any(one_slip(word, fold(match[1])) for word in DAY_WORDS if len(word) > 2):  # noqa: PLR2004
        return None
    mark = read_mark(text[: match.start(1)] + "day" + text[match.end(1) :])
    return mark if mark and mark.named and mark.leads else None


def _placed_date(tokens: list[Token], day: Numbered | None) -> DateExpression | None:
    """Return the date that heads the line: first, behind the day, last, or in parentheses; else None or a loose one."""
    found = _dates_around(tokens, day)
    if not found:
        return None
    for one in found:
        if not one.weak and _is_placed(tokens, one, day):
            return one
    for one in found:
        if one.weak and _is_beside(tokens, one, day) and (_ends(tokens, one.end) or (one.start == 0 and not day)):
            return one
    strong = [one for one in found if not one.weak]
    return strong[0] if strong and day is None else None


def _dates_around(tokens: list[Token], day: Numbered | None) -> list[DateExpression]:
    if day is None:
        return find_dates(tokens, _counted_unit(tokens))
    before = find_dates(tokens[: day.start]) if day.start else []
    return before + find_dates(tokens, day.end)


def _is_placed(tokens: list[Token], date: DateExpression, day: Numbered | None) -> bool:
    if _is_beside(tokens, date, day):
        return True
    before = at_or_end(tokens, date.start - 1)
    opened = before.text in {"(", "[", "（", "|", "@", ",", "-", "–", "—", ":", "·", "•", "/"}
    return opened and (_ends(tokens, date.end) or before.text in {"(", "（", "["})


def _is_beside(tokens: list[Token], date: DateExpression, day: Numbered | None) -> bool:
    """Tell whether nothing but signs and small words stands before the date, or between it and the day."""
    if day is not None and day.end <= date.start:
        between = tokens[day.end : date.start]
    elif day is not None and date.end <= day.start:
        between = tokens[date.end : day.start]
    else:
        between = tokens[_enumerator(tokens) : date.start]
    numbers = [t for t in between if t.kind == "n"]
    if day is not None and numbers:
        between = [t for t in between if t.kind != "n"]  # the rest of the day's list
    elif numbers and not (len(between) <= 3 and between[0].kind in {"n", "s"}):  # noqa: PLR2004
        return False
    return all(
        t.kind in {"s", "n"}
        or t.text in FILLER_WORDS | OF_WORDS | TO_WORDS | DAY_WORDS | ALSO_WORDS
        or len(t.text) == 1
        for t in between
    )


def _enumerator(tokens: list[Token]) -> int:
    """Return the place behind a number that only counts headings: `4. Séance du 11/09`, `Session #4 - 11/09`."""
    if unit := _counted_unit(tokens):
        return unit
    is_one = at_or_end(tokens, 0).kind == "n" and len(tokens[0].text) <= 2 and at_or_end(tokens, 1).text in {".", ")"}  # noqa: PLR2004
    return 2 if is_one and at_or_end(tokens, 2).kind == "w" else 0


def _counted_unit(tokens: list[Token]) -> int:
    """Return the place behind what else is counted, and its number: `Session #4`; 0 where nothing is."""
    unit = next((at for at, token in enumerate(tokens[:3]) if token.kind != "s"), 0)
    number = unit + 2 if at_or_end(tokens, unit + 1).text == "#" else unit + 1
    return number + 1 if at_or_end(tokens, unit).text in UNIT_WORDS and at_or_end(tokens, number).kind == "n" else 0


def _ends(tokens: list[Token], at: int) -> bool:
    if at + 1 == len(tokens) and len(tokens[at].text) == 1:
        return True  # an initial: of a weekday
    return at >= len(tokens) or all(t.kind == "s" for t in tokens[at:]) or tokens[at].kind == "s"


def _mark(text: str, tokens: list[Token], day: Numbered | None, dates: DateExpression | None) -> Mark:
    total, total_span = _total(text, tokens, day)
    spans = [(tokens[one.start].start, tokens[one.end - 1].end) for one in (day, dates) if one]
    if total_span:
        spans.append(total_span)
    spans.extend(match.span() for match in _PLACEHOLDER.finditer(text, 0, LONGEST))
    spans.extend(_date_brackets(text))
    first = min((one.start for one in (day, dates) if one), default=0)
    leads = _leads(tokens[_enumerator(tokens) : first])
    title = read_title(text, spans, leads=leads)
    words = words_of(title)
    return Mark(
        days=day.days if day else (),
        round=day.round if day else None,
        total=total,
        dates=dates,
        title=title,
        leads=leads,
        named=bool(day and day.named),
        bare=bool(day and not day.named),
        short=bool(day and day.short and day.round is None),
        loose=bool(dates and not day and not _is_placed(tokens, dates, None)),
        template=is_placeholder(title) or is_example(title),
        skipped=bool(words) and all(word in SKIP_WORDS for word in words),
        plural=bool(day and day.plural),
        date_text=text[tokens[dates.start].start : tokens[dates.end - 1].end] if dates else "",
    )


def _leads(before: list[Token]) -> bool:
    """Tell whether nothing but signs and small words stands before a day or date."""
    ideographs = "".join(t.text for t in before if t.kind == "c")
    small = all(t.kind in {"s", "c"} or t.text in SMALL_WORDS or weekday_of(t) >= 0 for t in before)
    return small and (not ideographs or ideographs in SMALL_WORDS)


def _unnumbered(text: str) -> Mark | None:
    """Return a heading whose number is a placeholder (`Day ? : Month ? , 202?`, `Day N`, `Day XX`) as a template."""
    match = _TEMPLATE_NUMBER.search(text[:LONGEST])
    return Mark(named=True, template=True, leads=match.start() == 0, title=text) if match else None


def _total(text: str, tokens: list[Token], day: Numbered | None) -> tuple[int | None, tuple[int, int] | None]:
    """Return the M of `Day N of M` or `N/M`, with its place: `of 300DaysOfData!`, `/420`, `out of 100 days`."""
    if day is None or day.end >= len(tokens):
        return None, None
    at = day.end
    if tokens[at].text != "/" and not (tokens[at].text in OF_WORDS and tokens[at].text != "the"):
        return None, None
    begins = tokens[at].start
    while at_or_end(tokens, at).text in OF_WORDS | {"/", "#", "my", "*"}:
        at += 1
    number = at_or_end(tokens, at)
    if number.kind != "n" or number.number < day.days[-1] or number.number > MOST_DAYS:
        return None, None
    ends, follows = number.end, at_or_end(tokens, at + 1)
    if follows.kind == "w" and (
        follows.start == number.end or follows.text in DAY_WORDS or follows.text.startswith("daysof")
    ):
        ends = follows.end
        if (
            at_or_end(tokens, at + 2).text in OF_WORDS
            and at_or_end(tokens, at + 3).kind == "w"
            and follows.text in DAY_WORDS
        ):
            ends = tokens[at + 3].end
    if follows.text in {"天", "日"}:
        ends = follows.end
    if text[ends : ends + 1] == "!":
        ends += 1
    return number.number, (begins, ends)


def _date_brackets(text: str) -> list[tuple[int, int]]:
    """Return the places of brackets that a template left where a date should be: `[Fecha de hoy]`, `<date>`."""
    return [m.span() for m in _BRACKETED.finditer(text, 0, LONGEST) if _DATE_WORDS & set(m[1].casefold().split())]
