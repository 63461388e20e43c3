"""Which files are indexes of dated texts, as programs write them: nothing but links to texts whose names tell days."""

from __future__ import annotations

from typing import Final

from journal_site.expressions import expression
from journal_site.reading.dates.in_paths import read_name

_LINK: Final = expression(
    r"!?\[\[([^\[\]|#]+)[^\[\]]*\]\]|\[[^\[\]]*\]\(<?(?!\w+:)([^()\s>]+?)(?:\.(?:md|markdown|html))?/?(?:#[^()\s]*)?>?\)"
)
_NO_TEXT: Final = expression(r"[ \t]*(?:#{1,6}[ \t][^\n]*|<!--.*-->|[|:\-\s]+|\|[^\[\]]*\|)[ \t]*$")
"""Headings, comments, and the rules and the heads of tables."""
_WORD: Final = expression(r"[^\W\d_]{2,}")
_FEWEST: Final = 3
_MOSTLY: Final = 0.8
_FEWEST_WORDS: Final = 5
"""So many words beside its links make a line prose."""
_LONGEST: Final = 600
_HEAD: Final = 1200
_LINE: Final = expression(r"[^\n]+")


def is_index(text: str) -> bool:
    """Tell whether nothing stands in a text but links, most of them to texts whose names tell a day or a date."""
    if "](" not in text[:_HEAD] and "[[" not in text[:_HEAD]:
        return False
    targets: list[str] = []
    for line in (match[0] for match in _LINE.finditer(text)):  # the first line of prose ends it
        if not line.strip() or _NO_TEXT.match(line[:_LONGEST]):
            continue
        found = [match[1] or match[2] for match in _LINK.finditer(line[:_LONGEST])]
        if not found or len(_WORD.findall(_LINK.sub("", line[:_LONGEST]))) >= _FEWEST_WORDS:
            return False
        targets += found
    told = (read_name(f"{target}.md") for target in targets)
    return len(targets) >= _FEWEST and sum(bool(name.days or name.dates) for name in told) >= len(targets) * _MOSTLY
