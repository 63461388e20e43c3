"""The language that a log is written in, as far as its letters and its commonest words tell: for a new site.yaml."""

from __future__ import annotations

import re
from collections import Counter

ENGLISH = "en"
_LOOK = 60_000
_SCRIPTS = {
    "ja": re.compile("[\u3041-\u3096\u30a1-\u30fa]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "ar": re.compile("[\u0620-\u064a]"),
}
"""In this order: a text with some kana is Japanese, however many of its letters are Chinese."""
_SHARE = 0.12
"""So many of the letters, of Japanese and Chinese ones together; names and quotations are fewer, code many."""
_COMMON = {
    ENGLISH: "the and of to in is was with for that this have on it as are",
    "de": "und der die das ist nicht mit ich ein eine den zu auf für von im auch wie",
    "fr": "le la les des une est et dans pour que avec sur du je pas au en plus",
    "es": "el la los las una que con por para como del es se lo más en y hoy",
    "pt": "o os uma que com por para como do da não em um é mais no na e",
    "it": "il la gli una che con per come del della di è non sono ho nel un e",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.08


def guess_language(text: str) -> str:
    """Return the tag of the language that a text seems to be written in; English where nothing tells."""
    words = _WORD.findall(text[:_LOOK].lower())
    letters = "".join(words)
    least = _SHARE * len(letters)
    found = {language: len(script.findall(letters)) for language, script in _SCRIPTS.items()}
    if found["ja"] > least / 4 and found["ja"] + found["zh"] > least:
        return "ja"
    for language, count in found.items():
        if count and count > least:
            return language
    return _by_words(words)


def _by_words(words: list[str]) -> str:
    counts = Counter(words)
    scores = {language: sum(counts[word] for word in common) for language, common in _WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > _ENOUGH * len(words) else ENGLISH
