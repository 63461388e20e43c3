"""The language that a log is written in, as far as its letters and its commonest words tell: for a new site.yaml."""

from __future__ import annotations

import re
from collections import Counter

from journal_site.expressions import expression
from journal_site.languages.labels import all_labels

ENGLISH = "en"
_LOOK = 60_000
_SHARE = 0.12
"""So many of the letters, of Japanese and Chinese ones together; names and quotations are fewer, code many."""
_WORD = expression(r"[^\W\d_]+")
_ENOUGH = 0.08


def guess_language(text: str) -> str:
    """Return the tag of the language that a text seems to be written in; English where nothing tells."""
    words = _WORD.findall(text[:_LOOK].lower())
    letters = "".join(words)
    least = _SHARE * len(letters)
    spoken = all_labels()
    scripts = {one.language: one.letters for one in spoken if one.letters}
    found = {language: len(re.findall(f"[{script}]", letters)) for language, script in scripts.items()}
    # A text with some kana is Japanese, however many of its letters are Chinese.
    if found["ja"] > least / 4 and found["ja"] + found["zh"] > least:
        return "ja"
    written = [language for language, count in found.items() if count and count > least]
    counts = Counter(words)
    scores = {
        one.language: sum(counts[word] for word in set(one.common.split()))
        for one in spoken
        if (one.language in written if written else not one.letters)
    }
    best = max(scores, key=lambda language: scores[language])
    return best if written or scores[best] > _ENOUGH * len(words) else ENGLISH
