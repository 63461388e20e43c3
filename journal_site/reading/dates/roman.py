"""Roman numerals, as some count their days: `Day IV`."""

from __future__ import annotations

from journal_site.expressions import expression

_ROMAN = expression(r"(x{0,3})(ix|iv|v?i{0,3})")
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


def roman_number(text: str) -> int:
    """Return the number below 40 that a folded word is in Roman numerals, or -1."""
    match = _ROMAN.fullmatch(text)
    return 10 * len(match[1]) + _ONES[match[2]] if match and text else -1
