"""A heading as tokens: its inline markup masked, so that numbers, words and signs keep their places in the text."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from journal_site.languages.folding import bare, fold
from journal_site.reading.dates.words import CHINESE_DIGITS, NUMBER_WORDS

LONGEST = 400
"""Characters of a line that are looked at: no day or date is told later than that."""

_URL = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_MASKED = re.compile(
    r"!\[[^\]]*\]" + _URL + r"|"  # an image, with its alternative text
    r"\]" + _URL + r"|\]\[[^\]]*\]|"  # a link's target
    r"<!--.*?-->|</?[a-zA-Z][^<>]*>|<https?:[^<>\s]*>|"
    r"https?://\S+|"
    r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);|"
    r"(?<!\w):(?:[a-z_][a-z0-9_+-]*|100|1234):|"  # an emoji's short code
    r"\{[#:.][^{}]*\}|"  # attributes
    r"(?<!\w)_+|_+(?!\w)|[*`\\]|~~"
)
_TOKEN = re.compile(
    r"(?P<n>\d+)|(?P<c>[\u3007\u3400-\u9fff])|(?P<w>[^\W\d_\u3007\u3400-\u9fff]+(?:['’][^\W\d_\u3007\u3400-\u9fff]+)*)|(?P<s>[^\w\s]|_)"
)
_KEYCAP = re.compile("[\ufe0f\u20e3\u200b-\u200f\u2060\ufeff]")
_COUNTERS = frozenset("天日月号號年章节節回周轮輪")
_TEN, _HUNDRED = 10, 100


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
    for match in _TOKEN.finditer(masked):
        kind, text = match.lastgroup or "s", match[0]
        start, end = match.span()
        if kind == "w":
            folded = text.lower() if text.isascii() else fold(text)
            tokens.append(Token("w", folded, NUMBER_WORDS.get(folded, -1), start, end, bare(folded)))
        elif kind == "n":
            tokens.append(Token("n", text, int(text) if end - start <= 8 else -1, start, end))  # noqa: PLR2004
        else:
            tokens.append(Token(kind, text, -1, start, end, text))
    if any(token.kind == "c" for token in tokens):
        return _with_chinese_numbers(tokens)
    return tokens


def _with_chinese_numbers(tokens: list[Token]) -> list[Token]:
    """Join 十二 to one number where it is counted (第十二, 十二日), and nowhere else."""
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
    return joined


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
