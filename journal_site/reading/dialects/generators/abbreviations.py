"""Abbreviations as kramdown and Python-Markdown have them: `*[HTML]: Hyper Text Markup Language`."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from journal_site.expressions import expression
from journal_site.reading.dialects.generators.marks import html
from journal_site.reading.dialects.generators.pieces import MASK, replace_in_prose

_DEFINED: Final = expression(r"^[ ]{0,3}\*\[([^\]\n]+)\]:[ \t]*([^\n]*)$", re.MULTILINE)
_ELSEWHERE: Final = (
    r"\]\([^()\n]*\)|<[^<>\n]*>|\]\[[^\]\n]*\]|^ {0,3}\[[^\]\n]*\]:.*$|https?://\S+|\[\[[^\]\n]*\]\]|^ {0,3}\#.*$"
)
"""What holds words that are no prose."""
_MOST: Final = 200


def settle_abbreviations(text: str) -> str:
    """Return a text whose abbreviations say what they stand for, without the lines that define them."""
    known: dict[str, str] = {}

    def define(match: re.Match[str]) -> str | None:
        if MASK in match[0]:
            return None
        known[match[1].strip()] = match[2].strip()
        return ""

    text = replace_in_prose(text, _DEFINED, define)
    used = [word for word in known if word in text][:_MOST]
    if not used:
        return text
    words = "|".join(map(re.escape, sorted(used, key=len, reverse=True)))
    pattern = re.compile(rf"{_ELSEWHERE}|(?<!\w)(?P<word>{words})(?!\w)", re.MULTILINE)

    def write(match: re.Match[str]) -> str | None:
        word = match["word"]
        return html(f'<abbr title="{escape(known[word])}">{escape(word)}</abbr>') if word else None

    return replace_in_prose(text, pattern, write)
