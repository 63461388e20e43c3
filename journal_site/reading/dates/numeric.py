"""Which of three numbers is the day: `03/04/20` settled for a whole file by what its other dates allow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import WORD, fold
from journal_site.reading.dates.calendars import EARLIEST, LATEST, in_century
from journal_site.reading.dates.parts import FIRST_YEAR, DateExpression, DateNumbers, DateParts
from journal_site.reading.dates.words import DAY_FIRST_WORDS, MONTH_FIRST_WORDS

_ORDERS: Final = ("day/month/year", "month/day/year", "year/month/day")
PAIR_ORDERS: Final = ("number/day/month", "number/month/day")
"""Of names that begin with a day's number: `day-01-27-10`."""
_WORD = expression(WORD)
_LOOK = 3000
"""Characters that show a text's language."""
_LATIN, _IDEOGRAPHS = "\u02ff", "\u2e80"
"""Between them lie the letters of Greek, Cyrillic, Arabic, Hebrew, the scripts of India and Thai."""
_FAR = 90


class NumericOrder(NamedTuple):
    """The order in which a file writes its numeric dates."""

    form: str
    evident: bool
    """Whether the file itself shows it; else it is the likelier one."""
    near: bool = False
    """Whether another is nearly as likely: the language does not tell, and the sign is not the dot of `7.5.2024`."""


def best_order(writings: Sequence[DateExpression | None], words: Sequence[str] = ()) -> NumericOrder:
    """Return the order under which fewest dates are impossible, and the rest run most smoothly.

    Where they leave that open, it is that of the language of `words` (texts, the ones that tell most first), else the
    likelier one.
    """
    raws = [part.raw for one in writings if one for span in one.spans for part in span if part.raw]
    if not raws:
        return NumericOrder(_ORDERS[0], evident=True)
    orders = [one for one in _likely(writings) if one != _ORDERS[2] or any(0 <= raw[2] < FIRST_YEAR for raw in raws)]
    costs = sorted((_cost(writings, order), rank, order) for rank, order in enumerate(orders))
    if costs[0][0] == costs[1][0] and costs[0][2] == _ORDERS[1] and _puts_day_first(words):
        return NumericOrder(_ORDERS[0], evident=False)
    is_evident = costs[0][0] < costs[1][0]
    parts = [part for one in writings if one for span in one.spans for part in span if part.sign]
    is_near = all(part.raw and part.sign != "." for part in parts)  # `13/4` beside them tells it to a reader
    return NumericOrder(costs[0][2], is_evident, near=is_near and not is_evident)


def _puts_day_first(texts: Sequence[str]) -> bool:
    """Tell whether texts are in a language that puts the day before the month; the first that shows it decides."""
    for text in texts:
        words = [fold(word) for word in _WORD.findall(text[:_LOOK])]
        leads = sum(word in DAY_FIRST_WORDS or _LATIN < word[0] < _IDEOGRAPHS for word in words)
        follows = sum(word in MONTH_FIRST_WORDS for word in words)
        if leads != follows:
            return leads > follows
    return False


def concrete(written: DateExpression, order: NumericOrder) -> list[tuple[DateNumbers, DateNumbers]]:
    """Return the spans of an expression with its numbers put in order (another order, where only that can be)."""
    return [(_triple(span.first, order.form), _triple(span.last, order.form)) for span in written.spans]


def shared_order(raws: Collection[tuple[int, int, int]], *, numbered: bool = False) -> str:
    """Return the order in which texts of one folder write their dates, or nothing where they show none.

    `raws` are those whose order is open. Under the right order none is impossible, and they lie close together;
    `numbered` ones, which no two may share, may also be a day's number with a day and a month behind it.
    """
    if len(raws) < 2:  # noqa: PLR2004 - one shows nothing that it does not show itself
        return ""
    with_years = any(raw[2] >= 0 for raw in raws)
    orders = [*_ORDERS[: 3 if with_years else 2], *(PAIR_ORDERS if numbered else ())]
    costs = sorted((_scatter(raws, order, apart=numbered), rank) for rank, order in enumerate(orders))
    return orders[costs[0][1]] if costs[0][0] < costs[1][0] else ""


def _scatter(raws: Collection[tuple[int, int, int]], order: str, *, apart: bool) -> tuple[int, int]:
    """Return how many dates are impossible in an order, and how far the others are from their neighbours."""
    dates = [date for raw in raws if (date := ordered(raw, order))]
    known = sorted({date for date in dates if order in PAIR_ORDERS or EARLIEST <= date.year <= LATEST})
    different = min(len(known), len({raw[0] for raw in raws})) if order in PAIR_ORDERS else len(known)
    impossible = len(raws) - (different if apart else sum(date in known for date in dates))
    return impossible, sum(min((after - before).days, _FAR) for before, after in pairwise(known))


def ordered(raw: tuple[int, int, int], order: str, year: int = 2000) -> dt.date | None:
    """Return the date of three numbers in an order, or None. `year` is for those that do not name theirs."""
    _, b, c = raw
    if order in PAIR_ORDERS:
        triple: DateNumbers = (year, c, b) if order == PAIR_ORDERS[0] else (year, b, c)
    else:
        triple = _read(DateParts(None, 0, 0, raw), order)
    return _as_date(triple, None)


def _likely(writings: Sequence[DateExpression | None]) -> tuple[str, ...]:
    """Return the orders, the likelier first: with slashes as in America, else as in the rest of the world."""
    signs = [part.sign for one in writings if one for span in one.spans for part in span if part.raw]
    day_first, month_first, year_first = _ORDERS
    return (
        (month_first, day_first, year_first)
        if signs.count("/") * 2 > len(signs)
        else (day_first, month_first, year_first)
    )


def _cost(writings: Sequence[DateExpression | None], order: str) -> tuple[int, int]:
    """Return how many dates are impossible in an order, and how far the others jump about."""
    impossible = jumps = 0
    before: dt.date | None = None
    for one in writings:
        for span in one.spans if one else ():
            for part in span:
                date = _as_date(_read(part, order), before)
                impossible += part.raw is not None and (date is None or date.year < EARLIEST)
                if date and before:
                    jumps += min(abs((date - before).days), _FAR)
                before = date or before
    return impossible, jumps


def _as_date(triple: DateNumbers, before: dt.date | None) -> dt.date | None:
    year = triple[0] if triple[0] is not None else (before.year if before else 2000)
    try:
        return dt.date(year, triple[1], triple[2])
    except ValueError:
        return None


def _triple(part: DateParts, order: str) -> DateNumbers:
    read = _read(part, order)
    if part.raw and _as_date(read, None) is None:
        for other in _ORDERS:
            known = _read(part, other)
            if _as_date(known, None) is not None and _is_recent(known):
                return known
    return read


def _is_recent(triple: DateNumbers) -> bool:
    return triple[0] is None or triple[0] >= 1970  # noqa: PLR2004


def _read(part: DateParts, order: str) -> DateNumbers:
    if part.raw is None:
        return part.year, part.month, part.day
    a, b, c = part.raw
    if c < 0 or part.year is not None:
        year = part.year
        return (year, a, b) if order == _ORDERS[1] else (year, b, a)
    if order == _ORDERS[2]:
        return in_century(a), b, c
    return (in_century(c), b, a) if order == _ORDERS[0] else (in_century(c), a, b)
