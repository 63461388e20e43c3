"""What one heading says: its day or days, its round, its dates, and what is left over as its title.

Recognises by rules and never by the sequence: whether a heading that could be a day's is one, `logs` decides.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from journal_site.reading.dates import COMMAS, DASHES, Parts, Span, Written, at_or_end, find_dates, month_of, one_slip, weekday_of, year_of
from journal_site.reading.tokens import LONGEST, Token, clean_line, mask, tokenise
from journal_site.reading.words import (
    ALSO_WORDS,
    COUNTED,
    DATE_LABELS,
    DAY_WORDS,
    EXAMPLE_WORDS,
    FILLER_WORDS,
    OF_WORDS,
    ORDINALS,
    ROUND_WORDS,
    SHORT_DAY_WORDS,
    SKIP_WORDS,
    TO_WORDS,
    fold,
)

_NUMBERED = re.compile(r"[\d〇一二三四五六七八九十百]|(?i:\bday\s+[a-z])|[?_]")
_JUNK = frozenset("#-–—_:.№[(|=*°º＃：/")
_NUMBER_SIGNS = frozenset({"no", "nr", "n", "number", "num", "nº", "№"})
_MOST_DAYS = 5000
_LONGEST_RUN = 120
_TOTALS = frozenset({21, 30, 50, 60, 66, 75, 90, 99, 100, 101, 120, 150, 180, 200, 250, 300, 365, 366, 420, 500, 1000})
_PLACEHOLDER = re.compile(
    r"\$\([^()]*\)|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\b(?:YYYY|yyyy|AAAA|JJJJ)[-/.]?(?:MM|mm)?[-/.]?(?:DD|dd|JJ|TT)?\b|"
    r"\b(?:DD|MM)[-/.](?:DD|MM)[-/.]YY(?:YY)?\b|\bMonth \?|\b(?:19|20)\d?\?+"
)
_BRACKETED = re.compile(r"[\[<({]([^\[\]<>(){}\d]{2,30})[\]>)}](?!\()")
_LEADING_EDGE = " \t:：-–—―|,;·•/+=>。、，؛\\"
_CLOSING_EDGE = _LEADING_EDGE + ".#"
_OPENING_EDGE = re.compile(r"(\[|^\*{1,3}|^_{1,3})[\s:：|,;–—-]+(?=\S)")
_EMPTIED_LINK = re.compile(r"\[[\s\x00:,.|*_-]*\](?:\(|\[)")
_EMPTY_PAIR = re.compile(
    r"`\s*`|<(b|strong|i|em|u|span|font|center|a)\b[^<>]*>\s*</\1\s*>|\(\s*\)|（\s*）|(?<!\])\[\s*\](?![(\[])|\{\s*\}|\*\*\s*\*\*|__\s*__|【\s*】|「\s*」")
_EMPHASIS = re.compile(r"^(\*\*\*|___|\*\*|__|\*|_|~~|`)(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
_MARKUP = re.compile(r":[a-z_][a-z0-9_+-]*:|<[^<>]*>|&[#\w]+;")
_DATE_WORDS = frozenset({"date", "fecha", "datum", "data", "дата", "日期", "日付", "날짜", "today", "hoy", "heute"})


_SIMPLE = re.compile(r"\s*([^\W\d_]{3,8}) ?#?(\d{1,4})\s*[:：]?\s*(?:[:|–—-]\s+)?([^\W\d_][^\d*_`\[\]<>(){}#&\\~|:：–—-]*)?")
_FIRST_WORD = re.compile(r"\W{0,8}([^\W\d_]{2,8})[\s#:.-]{0,3}\d")
_CHALLENGE = re.compile(r"#?\d{2,4}[ _-]?days?[ _-]?of[ _-]?\w+(?:\s(?:ml\s)?code)?!?", re.IGNORECASE)
_ISO = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)\s*")
_ATTRIBUTES = re.compile(r"\s*\{[#:.][^{}]*\}\s*$")
_EMOJI_START = re.compile(r":[a-z_][a-z0-9_+-]*:")
_EMOJI_END = re.compile(r":[a-z_][a-z0-9_+-]*:$")
_MARKS = re.compile(r"<[^<>]*>|[\[*_`~]")
_SMALL_BEFORE = FILLER_WORDS | DATE_LABELS | OF_WORDS
_TEMPLATE_NUMBER = re.compile(
    rf"(?i)(?:^|[^\w])(?:{'|'.join(sorted(map(re.escape, DAY_WORDS), key=lambda word: (-len(word), word)))})"
    r"[ \t]*[#:.-]?[ \t]*(?:[?？]+|_{2,}|#+|\.{2,}|(?:x{1,3}|n{1,3}|num|number)(?!\w)|\[[^\[\]\d]*\](?!\()|<[^<>\d]*>|\{[^{}\d]*\})"
)


class Mark(NamedTuple):
    """What a heading says of days and dates."""

    days: tuple[int, ...] = ()
    round: int | None = None
    total: int | None = None
    """The M of "Day N of M"."""
    dates: Written | None = None
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


class _Day(NamedTuple):
    """A day's number or numbers, and the tokens that they take."""

    days: tuple[int, ...]
    start: int
    end: int
    round: int | None = None
    named: bool = True
    short: bool = False
    plural: bool = False


def read_mark(text: str) -> Mark | None:
    """Return what a heading's inline Markdown says of days and dates, or None where it says nothing of them."""
    text = clean_line(text)
    if not _NUMBERED.search(text, 0, LONGEST):
        return None
    if (match := _SIMPLE.fullmatch(text)) and (known := _simple(match)):
        return known
    if match := _ISO.fullmatch(text):
        parts = Parts(int(match[1]), int(match[2]), int(match[3]), None, "-")
        if 1 <= parts.month <= 12:  # noqa: PLR2004
            return Mark(dates=Written((Span(parts, parts),), 0, 0), leads=True, date_text=text.strip())
    masked = mask(text)
    tokens = tokenise(masked)
    day = _find_day(tokens)
    dates = _placed_date(tokens, day)
    if day is None and dates is None:
        return _unnumbered(text)
    if day is not None:
        day = _extend(tokens, day, dates)
    elif dates is not None:
        day = _bare(tokens, dates)
    return _mark(text, tokens, day, dates)


def _simple(match: re.Match[str]) -> Mark | None:
    """Return the commonest heading of all (`Day 5: Words without numbers or markup`) without taking it apart."""
    word = match[1].lower()
    if word not in DAY_WORDS:
        return None
    title = (match[3] or "").rstrip(_CLOSING_EDGE)
    words = title.lower().split()
    if words and (words[0] in _SMALL_BEFORE or not _SAID.isdisjoint(words)):
        return None  # may be a placeholder, or say that nothing was done
    return Mark(days=(int(match[2]),), title=title, leads=True, named=True, plural=_is_plural(word))


def read_number(text: str) -> Mark | None:
    """Return a heading that begins with a bare number (`11`, `#11`, `11. Title`, `Monday 14th`) as a mark, or None."""
    text = clean_line(text)
    tokens = tokenise(mask(text))
    at = 0
    while at_or_end(tokens, at).kind == "s" or weekday_of(at_or_end(tokens, at)) >= 0:
        at += 1
    token, follows = at_or_end(tokens, at), at_or_end(tokens, at + 1)
    if token.kind != "n" or not 0 <= token.number < _MOST_DAYS or len(token.text) > 3:  # noqa: PLR2004
        return None
    if follows.text == "." and at_or_end(tokens, at + 2).kind == "n":
        return None
    end = at + 2 if follows.kind == "w" and follows.text in ORDINALS and follows.start == token.end else at + 1
    return _mark(text, tokens, _Day((token.number,), 0, end, named=False), None)


def read_misspelt(text: str) -> Mark | None:
    """Return a heading that begins with a day word in which one letter slipped (`Dya 12`) as a mark, or None."""
    match = _FIRST_WORD.match(text[:LONGEST])
    if not match or not any(one_slip(word, fold(match[1])) for word in DAY_WORDS if len(word) > 2):  # noqa: PLR2004
        return None
    mark = read_mark(text[: match.start(1)] + "day" + text[match.end(1) :])
    return mark if mark and mark.named and mark.leads else None


def read_round(text: str) -> int | None:
    """Return the round that a title or a name tells of (`Log - Round 2`, `r2-log`), or None."""
    tokens = tokenise(mask(clean_line(text)))
    for at, token in enumerate(tokens):
        if token.kind not in {"w", "c"} or (token.text not in ROUND_WORDS and token.bare not in ROUND_WORDS):
            continue
        number = at_or_end(tokens, _skip_junk(tokens, at + 1))
        is_near = token.text != "r" or number.start - token.end <= 1
        if 0 <= number.number <= 99 and is_near and number.kind in {"n", "w"}:  # noqa: PLR2004
            return number.number
    return None


def read_period(text: str) -> tuple[int | None, int]:
    """Return the (year, month) that a heading consists of: `2021`, `March`, `March 2021`; (None, 0) otherwise."""
    tokens = [t for t in tokenise(mask(clean_line(text))) if t.kind != "s" and t.text not in OF_WORDS]
    cjk = "".join(t.text for t in tokens)
    if known := re.fullmatch(r"(?:(\d{4})[年년])?(\d{1,2})[月월]", cjk):
        return int(known[1]) if known[1] else None, int(known[2]) if 1 <= int(known[2]) <= 12 else 0  # noqa: PLR2004
    years = [year for t in tokens if (year := year_of(t)) is not None]
    months = [month for t in tokens if (month := month_of(t))]
    rest = len(tokens) - len(years) - len(months)
    if rest == 1 and years and not months and tokens[-1].text in {"年", "년"}:
        rest = 0
    if rest or len(years) > 1 or len(months) > 1 or not tokens:
        return None, 0
    return (years[0] if years else None), (months[0] if months else 0)


# --- the day ---------------------------------------------------------------------------------------------------------


def _find_day(tokens: list[Token]) -> _Day | None:
    """Return the day that a line is headed by: its first where that leads, else the last where it ends the line."""
    found: list[_Day] = []
    at = 0
    while at < len(tokens):
        known = _day_at(tokens, at)
        if known:
            found.append(known)
            at = known.end
        else:
            at += 1
    if not found:
        return None
    sure = [day for day in found if not day.short] or found
    first, last = sure[0], sure[-1]
    if first is last or not any(t.kind in {"w", "n", "c"} for t in tokens[: first.start]):
        return first
    return last if at_or_end(tokens, last.start - 1).text in {"|", "-", "–", "—", ":"} else first


def _day_at(tokens: list[Token], at: int) -> _Day | None:
    token = tokens[at]
    if token.kind == "n":
        return _counted(tokens, at, at)
    if token.kind == "s":
        return None
    if token.text in {"第", "제"}:
        return _counted(tokens, at, at + 1)
    if token.text in ROUND_WORDS or token.bare in ROUND_WORDS:
        return _round_and_day(tokens, at)
    if token.text in DAY_WORDS or token.bare in DAY_WORDS:
        return _named(tokens, at)
    if token.text in SHORT_DAY_WORDS:
        number = at_or_end(tokens, at + 1)
        if number.kind == "n" and number.start == token.end and 0 <= number.number < _MOST_DAYS:
            return _Day((number.number,), at, at + 2, short=True)
    return None


def _named(tokens: list[Token], at: int) -> _Day | None:
    """`Day 5`, `Day #5`, `Tag Nr. 5`, `Day five`, `day_05`."""
    number_at = _skip_junk(tokens, at + 1)
    number = at_or_end(tokens, number_at)
    if number.kind not in {"n", "w"} or not 0 <= number.number < _MOST_DAYS or len(number.text) > 9:  # noqa: PLR2004
        return None
    if year_of(number) is not None and tokens[at].end != number.start:
        return None
    value, end = number.number, number_at + 1
    if number.kind == "w":
        if number_at != at + 1:
            return None
        unit = at_or_end(tokens, end + 1) if at_or_end(tokens, end).text == "-" else at_or_end(tokens, end)
        if value >= 20 and value % 10 == 0 and 1 <= unit.number <= 9 and unit.kind == "w":  # noqa: PLR2004
            value, end = value + unit.number, tokens.index(unit) + 1
    elif _is_date_from(tokens, number_at):
        return None
    return _Day((value,), at, end, plural=_is_plural(tokens[at].text))


def _is_plural(word: str) -> bool:
    return word.endswith(("s", "дни", "tage", "giorni", "dagen"))


def _is_date_from(tokens: list[Token], at: int) -> bool:
    """Tell whether the number after a day word begins a date, so that none is the day's: `Day: 12/03/2018`."""
    if tokens[at - 1].kind != "s":
        return False
    found = find_dates(tokens[: at + 6], at)
    return bool(found) and found[0].start == at and not found[0].weak


def _counted(tokens: list[Token], start: int, at: int) -> _Day | None:
    """`第5天`, `5일차`, `1-3日目`, `1st day`, `5. Tag`."""
    numbers, end = _number_list(tokens, at)
    if not numbers:
        return None
    token, after = at_or_end(tokens, end), at_or_end(tokens, end + 1)
    is_counter = start != at
    if token.kind == "c":
        known = token.text in {"天", "日"} if is_counter else token.text + after.text == "日目"
        width = 2 if after.text == "目" else 1
        return _Day(numbers, start, end + width) if known else None
    if token.kind == "w" and any(token.text.startswith(word) for word in ("일차", "일째", "번째")):
        return _Day(numbers, start, end + 1)
    if is_counter and token.text == "일":
        return _Day(numbers, start, end + 1)
    has_ordinal = at_or_end(tokens, end - 1).kind != "n"
    if token.text == "." and after.text in COUNTED and not tokens[at].text.startswith("0"):
        return _Day(numbers, start, end + 2)
    named = token.kind == "w" and (token.text in COUNTED or token.bare in COUNTED)
    alone = start == 0 and token.text in {"день", "gün"}
    if named and (has_ordinal or alone):
        return _Day(numbers, start, end + 1)
    return None


def _number_list(tokens: list[Token], at: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of a counted day, with the place behind them and behind their ordinal."""
    first = at_or_end(tokens, at)
    if first.kind != "n" or not 0 <= first.number < _MOST_DAYS:
        return (), at
    numbers, end = [first.number], at + 1
    while True:
        sign, number = at_or_end(tokens, end), at_or_end(tokens, end + 1)
        if number.text in {"第", "제"}:
            number = at_or_end(tokens, end + 2)
        if number.kind != "n" or not numbers[-1] < number.number <= numbers[-1] + _LONGEST_RUN:
            break
        if sign.text in DASHES or sign.text in TO_WORDS:
            numbers.extend(range(numbers[-1] + 1, number.number + 1))
        elif sign.text in COMMAS or sign.text in ALSO_WORDS:
            numbers.append(number.number)
        else:
            break
        end = tokens.index(number, end) + 1
    token, before = at_or_end(tokens, end), tokens[end - 1]
    if token.start == before.end and token.text == "-" and at_or_end(tokens, end + 1).text in ORDINALS:
        end += 2
    elif token.start == before.end and token.text in ORDINALS:
        end += 1
    return tuple(numbers), end


def _round_and_day(tokens: list[Token], at: int) -> _Day | None:
    """`R2D5`, `R2 D5`, `Round 2, Day 5`."""
    round_at = _skip_junk(tokens, at + 1)
    number = at_or_end(tokens, round_at)
    if not 0 <= number.number <= 99 or number.kind not in {"n", "w"}:  # noqa: PLR2004
        return None
    day_at = round_at + 1
    while at_or_end(tokens, day_at).text in {"-", "_", ",", ":", ".", "|", "–", "/"}:
        day_at += 1
    word = at_or_end(tokens, day_at)
    if not (word.text in DAY_WORDS or word.bare in DAY_WORDS or word.text in SHORT_DAY_WORDS):
        return None
    day = _named(tokens, day_at)
    return day._replace(start=at, round=number.number) if day else None


def _skip_junk(tokens: list[Token], at: int) -> int:
    """Return the place of the number after a day word: behind `#`, `No.`, `-`, `(`."""
    for _ in range(3):
        token = at_or_end(tokens, at)
        if token.text in _JUNK or token.text in _NUMBER_SIGNS:
            at += 1
    return at


def _extend(tokens: list[Token], day: _Day, dates: Written | None) -> _Day:
    """Return the day with the rest of its list or range: `45-50`, `34/35`, `46+47`, `18, 19, 20, 21`."""
    taken = range(dates.start, dates.end) if dates else range(0)
    days, end = list(day.days), _skip_letters(tokens, day.end)
    while not day.short or day.round is not None:
        sign_at, number_at, is_range = _next_number(tokens, end)
        number = at_or_end(tokens, number_at)
        if sign_at < 0 or number_at in taken or number.kind != "n" or len(number.text) > 4:  # noqa: PLR2004
            break
        step = number.number - days[-1]
        if not 0 < step <= _LONGEST_RUN or _is_total(tokens, sign_at, number, days[-1]):
            break
        behind = _skip_letters(tokens, number_at + 1)
        if not _belongs(tokens, end, number_at, behind, step, is_range=is_range):
            break
        days.extend(range(days[-1] + 1, number.number + 1) if is_range else (number.number,))
        end = behind
    return day._replace(days=tuple(days), end=end)


def _next_number(tokens: list[Token], at: int) -> tuple[int, int, bool]:
    """Return where a joint and the number behind it stand, and whether they make a range; (-1, …) where they do not."""
    sign = at_or_end(tokens, at)
    is_range = sign.text in DASHES or sign.text in TO_WORDS
    if not is_range and sign.text not in COMMAS and sign.text not in ALSO_WORDS:
        return -1, at, False
    after = at + 1
    while at_or_end(tokens, after).text in COMMAS or at_or_end(tokens, after).text in ALSO_WORDS:
        after += 1
    word = at_or_end(tokens, after)
    if word.text in DAY_WORDS or word.bare in DAY_WORDS or word.text in SHORT_DAY_WORDS:
        after = _skip_junk(tokens, after + 1)
    elif word.text in ROUND_WORDS and at_or_end(tokens, after + 2).text in SHORT_DAY_WORDS:
        after += 3
    return at, after, is_range


def _is_total(tokens: list[Token], sign_at: int, number: Token, last: int) -> bool:
    """Tell whether `5/100` says how many days there are, rather than that there are two."""
    if tokens[sign_at].text not in {"/"}:
        return False
    return number.number > last + 1 or number.number in _TOTALS


def _belongs(tokens: list[Token], end: int, number_at: int, behind: int, step: int, *, is_range: bool) -> bool:  # noqa: PLR0913
    """Tell whether a number belongs to the days before it, and not to the title (`Day 5 - 10 tips`)."""
    follows, number = at_or_end(tokens, behind), tokens[number_at]
    then = at_or_end(tokens, behind + 1)
    if follows.text in {".", ":"} and then.kind == "n" and follows.start == number.end and then.start == follows.end:
        return False
    if number.start - tokens[end - 1].end <= 1 or tokens[end].kind == "w":
        return True
    is_open = follows.kind not in {"w", "n", "c"} or tokens[number_at - 1].kind == "w"
    return is_open or (not is_range and step == 1)


def _skip_letters(tokens: list[Token], at: int) -> int:
    """Return the place behind a letter that counts parts of a day (`Day 2a`) or an ordinal (`Day 2nd`)."""
    token, before = at_or_end(tokens, at), at_or_end(tokens, at - 1)
    if token.kind == "w" and token.start == before.end and len(token.text) <= 2 and before.kind == "n":  # noqa: PLR2004
        return at + 1
    sub = at_or_end(tokens, at + 1)
    if (
        token.text == "."
        and token.start == before.end
        and sub.kind == "n"
        and sub.start == token.end
        and len(sub.text) == 1
    ):
        return at + 2
    return at


def _bare(tokens: list[Token], dates: Written) -> _Day | None:
    """Return the number that stands alone before a date in parentheses or behind a sign: `11 (18.05.2020)`."""
    at = 0
    while at < dates.start and tokens[at].kind == "s":
        at += 1
    number, sign = at_or_end(tokens, at), at_or_end(tokens, at + 1)
    is_alone = number.kind == "n" and len(number.text) <= 3 and at + 2 == dates.start and sign.kind == "s"  # noqa: PLR2004
    return _Day((number.number,), at, at + 1, named=False) if is_alone and sign.text not in {"/", "-"} else None


# --- the date --------------------------------------------------------------------------------------------------------


def _placed_date(tokens: list[Token], day: _Day | None) -> Written | None:
    """Return the date that heads the line: first, behind the day, last, or in parentheses; else None or a loose one."""
    found = _dates_around(tokens, day)
    if not found:
        return None
    for one in found:
        if not one.weak and _is_placed(tokens, one, day):
            return one
    for one in found:
        if one.weak and _is_beside(tokens, one, day) and _ends(tokens, one.end):
            return one
    strong = [one for one in found if not one.weak]
    return strong[0] if strong and day is None else None


def _dates_around(tokens: list[Token], day: _Day | None) -> list[Written]:
    if day is None:
        return find_dates(tokens)
    before = find_dates(tokens[: day.start]) if day.start > 1 else []
    return before + find_dates(tokens, day.end)


def _is_placed(tokens: list[Token], date: Written, day: _Day | None) -> bool:
    if _is_beside(tokens, date, day):
        return True
    before = at_or_end(tokens, date.start - 1)
    opened = before.text in {"(", "[", "（", "|", "@", ",", "-", "–", "—", ":", "·", "•", "/"}
    return opened and (_ends(tokens, date.end) or before.text in {"(", "（", "["})


def _is_beside(tokens: list[Token], date: Written, day: _Day | None) -> bool:
    """Tell whether nothing but signs and small words stands before the date, or between it and the day."""
    if day is not None and day.end <= date.start:
        between = tokens[day.end : date.start]
    elif day is not None and date.end <= day.start:
        between = tokens[date.end : day.start]
    else:
        between = tokens[: date.start]
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


def _ends(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or all(t.kind == "s" for t in tokens[at:]) or tokens[at].kind == "s"


# --- the whole -------------------------------------------------------------------------------------------------------


def _mark(text: str, tokens: list[Token], day: _Day | None, dates: Written | None) -> Mark:
    total, total_span = _total(text, tokens, day)
    spans = [(tokens[one.start].start, tokens[one.end - 1].end) for one in (day, dates) if one]
    if total_span:
        spans.append(total_span)
    spans.extend(match.span() for match in _PLACEHOLDER.finditer(text, 0, LONGEST))
    spans.extend(_date_brackets(text))
    first = min((one.start for one in (day, dates) if one), default=0)
    leads = _leads(tokens[:first])
    title = _title(text, spans, leads=leads)
    words = _words_of(title)
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
    small = all(t.kind in {"s", "c"} or t.text in _SMALL_BEFORE or weekday_of(t) >= 0 for t in before)
    return small and (not ideographs or ideographs in FILLER_WORDS)


def _unnumbered(text: str) -> Mark | None:
    """Return a heading whose number is a placeholder (`Day ? : Month ? , 202?`, `Day N`, `Day XX`) as a template."""
    match = _TEMPLATE_NUMBER.search(text[:LONGEST])
    return Mark(named=True, template=True, leads=match.start() == 0, title=text) if match else None


def _total(text: str, tokens: list[Token], day: _Day | None) -> tuple[int | None, tuple[int, int] | None]:
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
    if number.kind != "n" or number.number < day.days[-1] or number.number > _MOST_DAYS:
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


def _title(text: str, spans: list[tuple[int, int]], *, leads: bool) -> str:
    """Return the text without the spans, and without the signs and emoji that lead to them."""
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    if _EMPTIED_LINK.search("\x00".join(kept)):
        return _tidy(text)  # the day is the whole text of a link, which must stay
    if leads and set(_words_of(kept[0])) <= _SMALL_BEFORE:
        kept[0] = "".join(_MARKS.findall(kept[0]))
    title = _tidy(" ".join(kept))
    says_nothing = set(_words_of(title)) <= _SMALL_BEFORE or _CHALLENGE.fullmatch(title)
    return "" if says_nothing and "](" not in title else title


def _tidy(text: str) -> str:
    """Return a title without what its day and date left at its edges: empty pairs, lone signs, emphasis of the whole."""
    text = " ".join(_ATTRIBUTES.sub("", text).replace("&nbsp;", " ").split())
    before = ""
    while before != text:
        before = text
        text = _EMPTY_PAIR.sub(" ", _OPENING_EDGE.sub(r"\1", _EMPTY_PAIR.sub(" ", text))).strip()
        if not _EMOJI_START.match(text):
            text = re.sub(r"^\.(?=\s)", "", text.lstrip(_LEADING_EDGE))
        if not _EMOJI_END.search(text):
            text = text.rstrip(_CLOSING_EDGE)
        text = _unwrapped(text)
    return text if "](" in text or _words_of(text) else ""


def _unwrapped(text: str) -> str:
    if (match := _EMPHASIS.match(text)) and match[1] not in match[2]:
        return match[2].strip()
    if text[:1] in "([（【" and text[-1:] in ")]）】" and not re.search(r"[()\[\]（）【】]", text[1:-1]):
        return text[1:-1].strip()
    for sign in ("***", "**", "__"):
        if text.count(sign) == 1 and (text.startswith(sign) or text.endswith(sign)):
            return text.replace(sign, "").strip()
    opening, closing = text.count("("), text.count(")")
    if opening != closing and "](" not in text:
        return text.removeprefix(")").removesuffix("(").strip() if opening + closing == 1 else text
    return text


def _words_of(text: str) -> list[str]:
    """Return the words of a title, folded, without markup and emoji."""
    return re.findall(r"[^\W_]+", _MARKUP.sub(" ", re.sub(r"\]\([^()]*\)", "]", text)).casefold())


_PLACEHOLDER_TITLES = frozenset(
    "topic title tbd todo tba placeholder name subject description xxx xx lorem tema titulo título titel thema sujet titre "
    "тема название 主题 標題 标题 タイトル トピック 제목 주제 argomento titolo assunto".split()
)
_SMALL = frozenset("your the here of a an today day s my topic title name your_topic insert".split())


_SAID = _PLACEHOLDER_TITLES | SKIP_WORDS | EXAMPLE_WORDS | {"delete"}


def is_placeholder(title: str) -> bool:
    """Tell whether a title only says where a title should stand: `_Topic_`, `???`, `[Your title]`."""
    words = _words_of(title)
    if not words:
        return bool(title) and set(title) <= set("?？.…_-* ")
    return (
        len(words) <= 4
        and any(w in _PLACEHOLDER_TITLES for w in words)
        and all(w in _PLACEHOLDER_TITLES | _SMALL for w in words)
    )


def is_example(title: str) -> bool:
    """Tell whether a title marks a template's day: `(Example 1)`, `delete me`."""
    head = [word for word in _words_of(title) if not word.isdigit()]
    return (bool(head) and len(head) <= 2 and head[0] in EXAMPLE_WORDS) or "delete me" in title.casefold()  # noqa: PLR2004
