"""Cut text into the terms that the search knows, and count those of a body.

`static/search_terms.js` cuts what a reader types by the same rules; a test compares both.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from journal_site.expressions import expression

LONGEST = 32
"""Characters of a term; what is longer is cut on both sides, so that it is still found."""

UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0edf"  # Thai, Lao
    "\u1000-\u103f\u1780-\u17b3"  # Burmese, Khmer
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # kana and what repeats or lengthens
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"  # Chinese characters, Hangul
)
"""Scripts without spaces between words, and Korean, which joins particles to them: these go by pairs of letters."""
_RUN = expression(f"[a-z](?:\\+\\+|#)(?![^\\W_])|([{UNSPACED}]+)|[^\\W_{UNSPACED}]+")
_ASCII = expression(r"[a-z](?:\+\+|#)(?![^\W_])|[^\W_]+")
_KEPT_MARKS = "\u3099\u309a"
"""Voicing makes another kana: は is no ぱ."""
SPELT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ς": "σ",
         "ـ": "", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": ""}  # fmt: skip
"""Letters that are no others with a mark, as people type them who do not have them; and what stands in words unseen."""
_SPELT = str.maketrans(SPELT)

_SLOT = expression("<!>[0-9]+<!>")
_INLINE = expression(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|mi|mn|mo|mtext|q|s|samp|small|span|strong"
    r"|sub|sup|time|tt|u|var|wbr)\b[^>]*>"
)
_TAG = expression("<[^>]*>")
_UNREAD = expression(r"<(script|style)\b.*?</\1>", re.DOTALL)
_MOST = 255
"""Counts beyond this say no more, and fit into a byte."""


class _Folding(dict[int, str]):
    """What each character becomes; one is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character).lower()
    bare = "".join([one for one in parts if unicodedata.category(one)[0] != "M" or one in _KEPT_MARKS])
    return unicodedata.normalize("NFC", bare.translate(_SPELT))


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return the text without case, accents and variants of letters."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text).translate(_FOLDING)


def cut(text: str) -> list[str]:
    """Return a text's terms in its order: words, and pairs of letters where words are not spaced."""
    folded = fold(text)
    if folded.isascii():
        return [term if len(term) <= LONGEST else term[:LONGEST] for term in _ASCII.findall(folded)]
    terms: list[str] = []
    for found in _RUN.finditer(folded):
        run = found[0]
        if found[1] is None:
            terms.append(run[:LONGEST])
        else:
            terms += [run[place : place + 2] for place in range(len(run))]
    return terms


def text_of(body: str) -> str:
    """Return what a body's HTML says: blocks are apart, and what stands inside a line holds together."""
    if "<s" in body:
        body = _UNREAD.sub(" ", body)
    text = _TAG.sub(" ", _INLINE.sub("", _SLOT.sub("", body)))
    return html.unescape(text) if "&" in text else text


def count_terms(body: str) -> bytes:
    """Return how often each term stands in a body's HTML, packed for keeping."""
    return pack_counts(Counter(cut(text_of(body))).items())


def pack_counts(counts: Iterable[tuple[str, int]]) -> bytes:
    """Pack terms and their counts."""
    terms, numbers = [], bytearray()
    for term, count in counts:
        terms.append(term)
        numbers.append(min(count, _MOST))
    return " ".join(terms).encode("utf-8", "replace") + b"\0" + bytes(numbers)


def unpack_counts(packed: bytes) -> tuple[Sequence[str], bytes]:
    """Return the terms and, byte by byte, their counts."""
    terms, _, counts = packed.partition(b"\0")
    return terms.decode().split(" ") if terms else [], counts
