"""The number of a day, or of several, in a tokenised line: `Day 5`, `R2D5`, `第5天`, `Days 45-50`, `34/35`."""

from __future__ import annotations

from typing import NamedTuple

from journal_site.reading.dates.expressions import find_dates
from journal_site.reading.dates.parts import (
    BEFORE_ORDINALS,
    COMMAS,
    DASHES,
    FIRST_YEAR,
    DateExpression,
    at_or_end,
    skip_ordinal,
    year_of,
)
from journal_site.reading.dates.roman import roman_number
from journal_site.reading.dates.tokens import Token
from journal_site.reading.dates.words import (
    ALSO_WORDS,
    COUNTED,
    COUNTING_WORDS,
    DATE_LABELS,
    DAY_LANGUAGES,
    DAY_WORDS,
    NUMBER_LANGUAGES,
    NUMBER_SIGNS,
    OF_WORDS,
    ORDINALS,
    PLURAL_DAY_WORDS,
    ROUND_WORDS,
    SHARED_DAY_WORDS,
    SHORT_DAY_WORDS,
    TO_WORDS,
)

_JUNK = frozenset("#-–—_:.№[(|=*°º＃：/")
MOST_DAYS = 5000
_LONGEST_RUN = 120
_TOTALS = frozenset({21, 30, 50, 60, 66, 75, 90, 99, 100, 101, 120, 150, 180, 200, 250, 300, 365, 366, 420, 500, 1000})


class Numbered(NamedTuple):
    """A day's number or numbers, and the tokens that they take."""

    days: tuple[int, ...]
    start: int
    end: int
    round: int | None = None
    named: bool = True
    short: bool = False
    plural: bool = False


def find_day(tokens: list[Token]) -> Numbered | None:
    """Return the day that a line is headed by: its first where that leads, else the last where it ends the line."""
    found: list[Numbered] = []
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


def _day_at(tokens: list[Token], at: int) -> Numbered | None:
    token = tokens[at]
    if token.kind == "n":
        return _counted(tokens, at, at)
    if token.text in {"第", "제"}:
        return _counted(tokens, at, at + 1)
    if token.kind == "s":
        return None
    if token.text in ROUND_WORDS or token.bare in ROUND_WORDS:
        return _round_and_day(tokens, at)
    if token.text in DAY_WORDS or token.bare in DAY_WORDS:
        return _named(tokens, at) or _roman(tokens, at)
    return _in_order(tokens, at) if token.text in COUNTING_WORDS else _short(tokens, at)


def _short(tokens: list[Token], at: int) -> Numbered | None:
    """`D5`."""
    if tokens[at].text not in SHORT_DAY_WORDS:
        return None
    number = at_or_end(tokens, at + 1)
    if number.kind != "n" or number.start != tokens[at].end or not 0 <= number.number < MOST_DAYS:
        return None
    return Numbered((number.number,), at, at + 2, short=True)


def _in_order(tokens: list[Token], at: int) -> Numbered | None:
    """`First day`, `Primer día`."""
    word = at_or_end(tokens, at + 1)
    if word.text not in DAY_WORDS and word.bare not in DAY_WORDS:
        return None
    return Numbered((COUNTING_WORDS[tokens[at].text],), at, at + 2, short=True)


def _roman(tokens: list[Token], at: int) -> Numbered | None:
    """`Day IV`; a lone `X` stands for any number."""
    number = roman_number(at_or_end(tokens, at + 1).text)
    follows = at_or_end(tokens, at + 2)
    if number < 0 or number % 10 == 0 or follows.kind not in {"", "s"}:
        return None
    return Numbered((number,), at, at + 2, short=True)


def _named(tokens: list[Token], at: int) -> Numbered | None:
    """`Day 5`, `Day #5`, `Tag Nr. 5`, `Day five`, `day_05`."""
    number_at = skip_junk(tokens, at + 1)
    number = at_or_end(tokens, number_at)
    if number.kind not in {"n", "w"} or not 0 <= number.number < MOST_DAYS or len(number.text) > 9:  # noqa: PLR2004
        return None
    if year_of(number) is not None and tokens[at].end != number.start:
        return None
    value, end = number.number, number_at + 1
    if number.kind == "w":
        is_near = all(token.kind == "w" for token in tokens[at + 1 : number_at])
        if not is_near or not _shares_language(tokens[at], number):
            return None
        unit = at_or_end(tokens, end + 1) if at_or_end(tokens, end).text == "-" else at_or_end(tokens, end)
        if value >= 20 and value % 10 == 0 and 1 <= unit.number <= 9 and unit.kind == "w":  # noqa: PLR2004
            value, end = value + unit.number, tokens.index(unit) + 1
    elif _is_date_from(tokens, number_at):
        return None
    elif at_or_end(tokens, end).text == "-":
        end = skip_ordinal(tokens, end)  # `Ziua a 2-a`
    if number.kind == "n" and _is_shared(tokens[at]) and _goes_on_in_words(tokens, end):
        return None
    return Numbered((value,), at, end, plural=is_plural(tokens[at].text))


def _shares_language(day: Token, number: Token) -> bool:
    """Tell whether a word for day and one for a number are of one language: not `Day to` in Danish."""
    speakers = DAY_LANGUAGES.get(day.text, 0) | DAY_LANGUAGES.get(day.bare, 0)
    return bool(speakers & NUMBER_LANGUAGES.get(number.text, 0))


def _is_shared(word: Token) -> bool:
    return word.text in SHARED_DAY_WORDS


def _goes_on_in_words(tokens: list[Token], at: int) -> bool:
    """Tell whether what looks like a day of one language is the beginning of a sentence in another: `Den 5 Regeln`."""
    follows = at_or_end(tokens, at)
    joins = follows.text in TO_WORDS | ALSO_WORDS | OF_WORDS and at_or_end(tokens, at + 1).kind == "n"
    return follows.kind in {"w", "c"} and not joins


def is_plural(word: str) -> bool:
    """Tell whether a day word means several."""
    return word in PLURAL_DAY_WORDS


def _is_date_from(tokens: list[Token], at: int) -> bool:
    """Tell whether the number after a day word begins a date, and is no day's: `Day: 12/3/18`, `Día 12/04`."""
    sign, second = at_or_end(tokens, at + 1), at_or_end(tokens, at + 2)
    if sign.text == "/" and second.kind == "n" and second.text.startswith("0") and len(second.text) > 1:
        return True
    means_both = tokens[at - 1].text in DATE_LABELS and tokens[at - 1].text in DAY_WORDS
    if means_both and sign.text == "/" and 0 <= second.number < tokens[at].number:
        return True  # `Ngày 27/10` is no day 27 of 10
    is_joined = sign.kind == "w" or (sign.start == tokens[at].end and sign.text in {"-", "/", "."})
    found = find_dates(tokens[: at + 6], at)
    if not found or found[0].start != at or found[0].weak:
        return False
    raw = found[0].spans[0].first.raw
    is_whole = raw is not None and (raw[2] >= FIRST_YEAR or sign.text == "/")
    # `Day #1 - Monday, 5 January` is day 1: a dash with room around it parts them.
    return is_whole or (is_joined and (means_both or tokens[at - 1].kind == "s"))


def _counted(tokens: list[Token], start: int, at: int) -> Numbered | None:
    """`第5天`, `5일차`, `1-3日目`, `1st day`, `5. Tag`."""
    numbers, end = _number_list(tokens, at)
    width = _counter(tokens, start, at, end) if numbers else 0
    return Numbered(numbers, start, end + width) if width else None


def _counter(tokens: list[Token], start: int, at: int, end: int) -> int:
    """Return how many tokens behind a number make it a day's, 0 where none do."""
    token, after = at_or_end(tokens, end), at_or_end(tokens, end + 1)
    announced = start != at
    if token.kind == "c":
        known = token.text in {"天", "日"} if announced else token.text + after.text == "日目"
        return (2 if after.text == "目" else 1) if known else 0
    if token.text == ".":
        known = after.text in COUNTED and not tokens[at].text.startswith("0")
        return 2 if known and not (_is_shared(after) and _goes_on_in_words(tokens, end + 2)) else 0
    if token.kind != "w":
        return 0
    if token.text.startswith(("일차", "일째", "번째")) or (announced and token.text == "일"):
        return 1
    has_ordinal = at_or_end(tokens, end - 1).kind != "n"
    alone = start == 0 and token.text in {"день", "gün"}
    return 1 if (token.text in COUNTED or token.bare in COUNTED) and (has_ordinal or alone) else 0


def _number_list(tokens: list[Token], at: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of a counted day, with the place behind them and behind their ordinal."""
    first = at_or_end(tokens, at)
    if first.kind != "n" or not 0 <= first.number < MOST_DAYS:
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
    if token.start == before.end and token.text in BEFORE_ORDINALS and at_or_end(tokens, end + 1).text in ORDINALS:
        end += 2
    elif token.start == before.end and token.text in ORDINALS:
        end += 1
    return tuple(numbers), end


def _round_and_day(tokens: list[Token], at: int) -> Numbered | None:
    """`R2D5`, `R2 D5`, `Round 2, Day 5`."""
    round_at = skip_junk(tokens, at + 1)
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


def skip_junk(tokens: list[Token], at: int) -> int:
    """Return the place of the number after a day word: behind `#`, `No.`, `-`, `(`."""
    for _ in range(3):
        token = at_or_end(tokens, at)
        if token.text in _JUNK or token.text in NUMBER_SIGNS:
            at += 1
    return at


def extend_day(tokens: list[Token], day: Numbered, dates: DateExpression | None) -> Numbered:
    """Return the day with the rest of its list or range: `45-50`, `34/35`, `46+47`, `18, 19, 20, 21`."""
    taken = range(dates.start, dates.end) if dates else range(0)
    days, end = list(day.days), _skip_letters(tokens, day.end)
    while not day.short or day.round is not None:
        sign_at, number_at, is_range = _next_number(tokens, end)
        number = at_or_end(tokens, number_at)
        if sign_at < 0 or number_at in taken or not _goes_on(tokens, day, number):
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


def _goes_on(tokens: list[Token], day: Numbered, number: Token) -> bool:
    """Tell whether a token may be a further day: a number, or a word for one behind `days` and another such word."""
    if number.kind == "w":
        return day.plural and number.number >= 0 and tokens[day.end - 1].kind == "w"
    return number.kind == "n" and len(number.text) <= 4  # noqa: PLR2004


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
        after = skip_junk(tokens, after + 1)
    elif word.text in ROUND_WORDS and at_or_end(tokens, after + 2).text in SHORT_DAY_WORDS:
        after += 3
    return at, after, is_range


def _is_total(tokens: list[Token], sign_at: int, number: Token, last: int) -> bool:
    """Tell whether `5/100` says how many days there are, rather than that there are two."""
    if tokens[sign_at].text != "/":
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


def bare_number(tokens: list[Token], dates: DateExpression) -> Numbered | None:
    """Return the number that stands alone before a date in parentheses or behind a sign: `11 (18.05.2020)`."""
    at = 0
    while at < dates.start and tokens[at].kind == "s":
        at += 1
    number, sign = at_or_end(tokens, at), at_or_end(tokens, at + 1)
    is_alone = number.kind == "n" and len(number.text) <= 3 and at + 2 == dates.start and sign.kind == "s"  # noqa: PLR2004
    return Numbered((number.number,), at, at + 1, named=False) if is_alone and sign.text not in {"/", "-"} else None
