"""Headings that group days: rounds, years and months."""

from __future__ import annotations

import re

from journal_site.reading.dates.day_numbers import skip_junk
from journal_site.reading.dates.parts import at_or_end, month_of, year_of
from journal_site.reading.dates.tokens import Token, clean_line, mask, tokenise
from journal_site.reading.dates.words import NUMBER_SIGNS, OF_WORDS, ORDINALS, ROUND_WORDS, WEEK_WORDS, WEEKDAYS


def read_round(text: str) -> int | None:
    """Return the round that a title or a name tells of (`Log - Round 2`, `r2-log`), or None."""
    tokens = tokenise(mask(clean_line(text)))
    for at, token in enumerate(tokens):
        if token.kind not in {"w", "c"} or (token.text not in ROUND_WORDS and token.bare not in ROUND_WORDS):
            continue
        number = at_or_end(tokens, skip_junk(tokens, at + 1))
        is_near = token.text != "r" or number.start - token.end <= 1
        if 0 <= number.number <= 99 and is_near and number.kind in {"n", "w"}:  # noqa: PLR2004
            return number.number
    return None


def read_week(text: str) -> int | None:
    """Return the number of the week that a heading begins with (`Week 3: Loops`, `3. Hafta`, `第三周`), or None."""
    found = tokenise(mask(clean_line(text)))[:6]
    tokens = [token for token in found if token.kind != "s" and token.text not in _BESIDE_NUMBER]
    first, second = at_or_end(tokens, 0), at_or_end(tokens, 1)
    word, number = (first, second) if second.kind == "n" else (second, first)
    if number.kind != "n" or not 0 <= number.number <= _LAST_WEEK or not _names_week(word):
        return None
    is_weekday = word.text in WEEKDAYS and month_of(at_or_end(tokens, 2)) > 0  # `Minggu 5 Januari` is a Sunday
    return None if is_weekday else number.number


def _names_week(word: Token) -> bool:
    return word.text in WEEK_WORDS or word.bare in WEEK_WORDS or word.text[:1] in {"周", "週", "주"}


_LAST_WEEK = 199
_BESIDE_NUMBER = NUMBER_SIGNS | ORDINALS | {"第"}


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
