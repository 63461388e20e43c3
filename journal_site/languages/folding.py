"""One form for all spellings of a word, so that tables of words need to hold it once."""

from __future__ import annotations

import unicodedata

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc"
    "\u0abe-\u0acd\u0ae2\u0ae3\u0afa-\u0b03\u0b3c\u0b3e-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c"
    "\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57"
    "\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u1dc0-\u1dff\u200c\u200d\u3099\u309a"
)
"""What is within words and is no letter to Python's expressions (vowel signs, points, joiners): of a class."""
LETTERS = r"[^\W\d_]"
WORD = rf"{LETTERS}+(?:[{MARKS}]+{LETTERS}*)*"
"""A word, as an expression."""

_SPELLINGS = str.maketrans(
    {"’": "'", "ʼ": "'", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": None, "\u200c": None, "\u200d": None}
)
"""Letters of Arabic and Persian keyboards, the apostrophe's, and what only shapes or joins letters."""
_STROKES = str.maketrans("ıłøđ", "ilod")
"""Letters that are typed without what Unicode does not take from them."""


def fold(word: str) -> str:
    """Return the word in the form in which the tables hold it: compatibility forms, case and spellings folded."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold().translate(_SPELLINGS)


def zero_of(number: str) -> str:
    """Return the zero of the script in whose digits a number is written; nothing for the usual ones."""
    return "" if number.isascii() or not number.isdecimal() else chr(ord(number[0]) - unicodedata.decimal(number[0]))


def in_digits(text: str, zero: str) -> str:
    """Return a text with its digits in those of the script that has this zero."""
    return text.translate({ord("0") + digit: ord(zero) + digit for digit in range(10)}) if zero else text


def bare(word: str) -> str:
    """Return the word without its accents and points (but й stays й; hangul, vowel signs and tones stay, too)."""
    if word.isascii() or not word or not (word[0] < "\u0400" or "\u0590" <= word[0] < "\u0700" or word[0] in _GREEK):
        return word
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain.translate(_STROKES)


_GREEK = frozenset(map(chr, range(0x1E00, 0x2000)))
"""Latin and Greek letters with accents that lie behind the others."""
