"""With which ASCII signs a match of an expression can begin: never too few, and all where it cannot be told.

Python's own parser takes the expression apart. It is private to `re`; where a later Python has it no more, all signs
are possible, and what is asked about them is only slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - no Python that we know
    _parser = None

ALL = (1 << 128) - 1
"""A bit for each sign."""

_ASCII = [chr(code) for code in range(128)]


def _signs(signs: Iterable[str]) -> int:
    return reduce(or_, (1 << ord(sign) for sign in signs), 0)


def _matching(expression: str, flags: int = 0) -> int:
    return _signs(filter(re.compile(expression, flags).match, _ASCII))


_CATEGORIES = {
    "CATEGORY_DIGIT": _matching(r"\d"),
    "CATEGORY_NOT_DIGIT": _matching(r"\D"),
    "CATEGORY_WORD": _matching(r"\w"),
    "CATEGORY_NOT_WORD": _matching(r"\W"),
    "CATEGORY_SPACE": _matching(r"\s"),
    "CATEGORY_NOT_SPACE": _matching(r"\S", re.ASCII),  # four signs are white space in Unicode, and not in ASCII
}


def first_signs(expression: re.Pattern[str]) -> int:
    """Return the signs with which a match can begin, one bit each."""
    if _parser is None or not isinstance(expression.pattern, str):  # one that `backtracking` has put together has none
        return ALL
    parsed = _parser.parse(expression.pattern, expression.flags)
    return _of_sequence(parsed, any_case=bool(expression.flags & re.IGNORECASE)) if _takes_signs(parsed) else ALL


def _takes_signs(parsed: Any) -> bool:  # noqa: ANN401 - the parser's own values
    shortest: int = parsed.getwidth()[0]
    return shortest > 0


def _of_sequence(parsed: Any, *, any_case: bool) -> int:  # noqa: ANN401
    """Return the first signs of the parts up to the first that takes a sign for certain."""
    found = 0
    for code, value in parsed:
        signs, certain = _of_part(str(code), value, any_case=any_case)
        found |= signs
        if certain:
            break
    return found


def _of_part(code: str, value: Any, *, any_case: bool) -> tuple[int, bool]:  # noqa: ANN401
    """Return a part's first signs, and whether it takes one for certain."""
    match code:
        case "LITERAL":
            return _of_letter(value, any_case=any_case), True
        case "IN":
            return _of_set(value, any_case=any_case), True
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return 0, False
        case "BRANCH":
            choices = value[1]
        case "SUBPATTERN":
            _, added, removed, inner = value
            any_case = bool((any_case or added & re.IGNORECASE) and not removed & re.IGNORECASE)
            choices = [inner]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, inner = value
            return _of_sequence(inner, any_case=any_case), least > 0 and _takes_signs(inner)
        case "ATOMIC_GROUP":
            choices = [value]
        case _:
            return ALL, True
    signs = reduce(or_, (_of_sequence(choice, any_case=any_case) for choice in choices))
    return signs, all(map(_takes_signs, choices))


def _of_letter(letter: int, *, any_case: bool) -> int:
    if letter >= len(_ASCII):
        return ALL if any_case else 0  # the Kelvin sign is a K
    return _signs(chr(letter).lower() + chr(letter).upper()) if any_case else 1 << letter


def _of_set(items: Any, *, any_case: bool) -> int:  # noqa: ANN401
    found, negated = 0, False
    for code, value in items:
        match str(code):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found |= _of_letter(value, any_case=any_case)
            case "RANGE" if value[1] < len(_ASCII) or not any_case:
                for letter in range(value[0], min(value[1] + 1, len(_ASCII))):
                    found |= _of_letter(letter, any_case=any_case)
            case "CATEGORY" if not negated and str(value) in _CATEGORIES:
                found |= _CATEGORIES[str(value)]
            case _:
                return ALL
    if negated:
        return ALL if any_case else ALL & ~found
    return found
