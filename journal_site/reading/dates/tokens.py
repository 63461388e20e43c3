"""A heading as tokens: its inline markup masked, so that numbers, words and signs keep their places in the text."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import MARKS, bare, fold
from journal_site.reading.dates.calendars import (
    BUDDHIST_YEARS,
    CURRENT_SOLAR_YEARS,
    ERA_YEARS,
    SOLAR_YEARS,
    from_buddhist,
    from_solar,
)
from journal_site.reading.dates.words import (
    CHINESE_DIGITS,
    MONTH_WORDS,
    MONTHS,
    NUMBER_WORDS,
    OF_WORDS,
    PHRASES,
    SHORT_MONTHS,
    SOLAR_MONTHS,
)

LONGEST = 400
"""Characters of a line that are looked at: no day or date is told later than that."""

_URL = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_MASKED = expression(
    r"!\[[^\]]*\]" + _URL + r"|"  # an image, with its alternative text
    r"\]" + _URL + r"|\]\[[^\]]*\]|"  # a link's target
    r"<!--.*?-->|</?[a-zA-Z][^<>]*>|<https?:[^<>\s]*>|"
    r"https?://\S+|"
    r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);|"
    r"(?<!\w):(?:[a-z_][a-z0-9_+-]*|100|1234):|"  # an emoji's short code
    r"\{[#:.][^{}]*\}|"  # attributes
    r"(?<!\w)_+|_+(?!\w)|[*`\\]|~~"
)
_LETTER = r"[^\W\d_\u3007\u3400-\u9fff]"
_TOKEN = expression(
    rf"(?P<n>\d+)|(?P<c>[\u3007\u3400-\u9fff])|(?P<w>{_LETTER}+(?:['’]{_LETTER}+|[{MARKS}]+{_LETTER}*)*)|(?P<s>[^\w\s]|_)"
)
_KEYCAP = expression("[\ufe0f\u20e3\u200b\u200e\u200f\u2060\ufeff]")
_SIGNS = {"،": ",", "؛": ";", "٫": ".", "।": "."}
"""Of other scripts."""
_COUNTERS = frozenset("天日月号號年章节節回周轮輪")
_TEN, _HUNDRED = 10, 100
_ERA = 3
"""Tokens of an era's name and its year."""
_JOINTS = frozenset("-/.")
_ENGLISH = tuple(MONTHS)[:12]


class Token(NamedTuple):
    """A number (`n`), a word (`w`), an ideograph (`c`) or a sign (`s`), with its place in the text."""

    kind: str
    text: str
    """Folded; of a number its digits as written."""
    number: int
    start: int
    end: int
    bare: str = ""
    """A word without its accents."""


END = Token("", "", -1, 0, 0)


def clean_line(text: str) -> str:
    """Return the text composed, without invisible characters and keycaps, which would cut numbers in two."""
    if text.isascii():
        return text
    return _KEYCAP.sub("", unicodedata.normalize("NFC", text))


def mask(text: str) -> str:
    """Return the text with inline markup, link targets and emoji codes blanked out, each character in its place."""
    return _MASKED.sub(lambda match: " " * len(match[0]), text[:LONGEST])


def without_markup(inline: str) -> str:
    """Return inline Markdown without its markup, roughly."""
    return " ".join(mask(inline).replace("[", " ").replace("]", " ").split())


def tokenise(masked: str) -> list[Token]:
    """Return the tokens of a masked text."""
    tokens: list[Token] = []
    is_ascii, is_other_year = masked.isascii(), False
    for match in _TOKEN.finditer(masked):
        kind, text = match.lastgroup or "s", match[0]
        start, end = match.span()
        if kind == "w":
            folded = text.lower() if is_ascii else fold(text)
            plain = folded if is_ascii else bare(folded)
            tokens.append(Token("w", folded, NUMBER_WORDS.get(folded, -1), start, end, plain))
        elif kind == "n":
            number = int(text) if end - start <= 8 else -1  # noqa: PLR2004
            digits = text if text.isascii() else f"{number:0{end - start}d}"
            tokens.append(Token("n", digits, number, start, end))
            is_other_year = is_other_year or number in BUDDHIST_YEARS or number in SOLAR_YEARS
        else:
            tokens.append(Token(kind, _SIGNS.get(text, text), -1, start, end, text))
    if is_ascii:
        return _with_years(tokens) if is_other_year else tokens
    if any(token.kind == "c" for token in tokens):
        tokens = _with_chinese_numbers(tokens)
    tokens = _with_phrases(tokens)
    return _with_years(tokens) if is_other_year else tokens


def _with_phrases(tokens: list[Token]) -> list[Token]:
    """Join names of several words (`thứ hai`, `كانون الثاني`, `ม.ค.`) and months by their number (`tháng 1`) to one."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        first, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else END
        if first.text in MONTH_WORDS and after.kind == "n" and 1 <= after.number <= len(_ENGLISH):
            text = f"{first.text} {after.number}"
            joined.append(Token("w", text, -1, first.start, after.end, text))
            at += 2
        elif known := next((one for one in PHRASES.get(first.text, ()) if _follow(tokens, at + 1, one)), None):
            text = " ".join((first.text, *known))
            end = at + 1 + len(known)
            joined.append(Token("w", text, NUMBER_WORDS.get(text, -1), first.start, tokens[end - 1].end, text))
            at = end
        else:
            joined.append(first)
            at += 1
    return joined


def _follow(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    return tuple(token.text for token in tokens[at : at + len(words)]) == words


def _with_years(tokens: list[Token]) -> list[Token]:
    """Return the tokens with Buddhist years and whole Solar Hijri dates as those of our calendar."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.number in BUDDHIST_YEARS and len(token.text) == 4 and _is_in_date(tokens, at):  # noqa: PLR2004
            year = from_buddhist(token.number)
            found[at] = token._replace(text=str(year), number=year)
        elif token.number in SOLAR_YEARS and token.kind == "n":
            _put_solar(found, at)
    return found


def _is_in_date(tokens: list[Token], at: int) -> bool:
    """Tell whether a number stands where a year does: behind a month, or glued to a sign of numeric dates."""
    before, year, after = tokens[at - 1] if at else END, tokens[at], tokens[at + 1] if at + 1 < len(tokens) else END
    month = tokens[_before_year(tokens, at)]
    return (
        any(word in names for word in (month.text, month.bare) for names in (MONTHS, SHORT_MONTHS))
        or (before.end == year.start and before.text in _JOINTS)
        or (after.start == year.end and after.text in _JOINTS)
    )


def _before_year(tokens: list[Token], at: int) -> int:
    """Return the place of what stands before a year, beyond signs and small words."""
    place = max(at - 1, 0)
    while place and (tokens[place].text in {",", "."} or tokens[place].text in OF_WORDS):
        place -= 1
    return place


def _put_solar(tokens: list[Token], at: int) -> None:
    """Replace `5 فروردین 1403`, or `1403/01/05`, of which the year stands at a place, by the Gregorian date."""
    place = _before_year(tokens, at)
    month = SOLAR_MONTHS.get(tokens[place].text, 0) if place > 0 else 0
    if month and tokens[place - 1].kind == "n":
        day_at, month_at, year = place - 1, place, tokens[at].number
    elif at + 4 < len(tokens) and tokens[at + 1].text == tokens[at + 3].text and tokens[at + 1].text in _JOINTS:
        day_at, month_at, year = at + 4, at + 2, tokens[at].number
        month = tokens[month_at].number if year in CURRENT_SOLAR_YEARS else 0
    else:
        return
    if (date := from_solar(year, month, tokens[day_at].number)) is None:
        return
    name = _ENGLISH[date.month - 1] if tokens[month_at].kind == "w" else f"{date.month:02}"
    tokens[day_at] = tokens[day_at]._replace(text=f"{date.day:02}", number=date.day)
    tokens[month_at] = tokens[month_at]._replace(text=name, bare=name, number=-1 if name.isalpha() else date.month)
    tokens[at] = tokens[at]._replace(text=str(date.year), number=date.year)


def _with_chinese_numbers(tokens: list[Token]) -> list[Token]:
    """Join 十二 to one number where it is counted (第十二, 十二日), and nowhere else; 令和六年 is 2024年."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].text in CHINESE_DIGITS:
            end += 1
        after = tokens[end].text if end < len(tokens) else ""
        if end > at and ((joined and joined[-1].text == "第") or after in _COUNTERS):
            number = _chinese_number([CHINESE_DIGITS[token.text] for token in tokens[at:end]])
            joined.append(Token("n", str(number), number, tokens[at].start, tokens[end - 1].end))
            at = end
        else:
            joined.append(tokens[at])
            at += 1
        if tokens[at - 1].text == "年":
            _put_era(joined)
    return joined


def _put_era(tokens: list[Token]) -> None:
    """Replace the era and its year before the 年 that ends the tokens by our year: 令和6, 民國113, 平成元."""
    if len(tokens) <= _ERA:
        return
    first, second, number, _ = tokens[-_ERA - 1 :]
    before = ERA_YEARS.get(first.text + second.text)
    count = 1 if number.text == "元" else number.number
    if before is not None and 1 <= count <= _HUNDRED + _HUNDRED:
        tokens[-_ERA - 1 : -1] = [Token("n", str(before + count), before + count, first.start, number.end)]


def _chinese_number(digits: list[int]) -> int:
    if not any(digit >= _TEN for digit in digits):
        return int("".join(map(str, digits[:8])))
    total = last = 0
    for digit in digits[:8]:
        if digit >= _TEN:
            total += (last or 1) * digit
            last = 0
        else:
            last = digit
    return total + last
