"""Formulas as MathJax and KaTeX find them in what Markdown made of a text: two backslashes and a bracket begin one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.generators.marks import formula
from journal_site.reading.dialects.generators.pieces import padded, replace_in_prose

if TYPE_CHECKING:
    import re

_FORMULA: Final = expression(
    r"\\\\\((?P<inline>(?:(?!\n[ \t]*\n)[^\ufdd0-\ufdef]){1,2000}?)\\\\\)"
    r"|\\\\\[(?P<apart>(?:(?!\n[ \t]*\n)[^\ufdd0-\ufdef]){1,5000}?)\\\\\]"
)


def settle_formulas(text: str) -> str:
    """Return a text with such formulas as marks; Markdown makes one backslash of two, which is what those look for."""
    return replace_in_prose(text, _FORMULA, _write) if "\\\\(" in text or "\\\\[" in text else text


def _write(match: re.Match[str]) -> str:
    return padded(formula(match["inline"] or match["apart"], display=not match["inline"]), match[0])
