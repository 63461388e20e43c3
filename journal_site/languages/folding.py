"""One form for all spellings of a word, so that tables of words need to hold it once."""

from __future__ import annotations

import unicodedata


def fold(word: str) -> str:
    """Return the word in the form in which the tables hold it: compatibility forms and case folded."""
    return unicodedata.normalize("NFKC", word).casefold()


def bare(word: str) -> str:
    """Return the word without its accents (but й stays й, and hangul stays whole)."""
    if word.isascii() or not word or word[0] > "\u024f":
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
