"""What went wrong in a TOML text, in our words: those of Python's parser differ from one Python to the next."""

from __future__ import annotations

import tomllib
from typing import Final

from journal_site.config.nodes import Problem
from journal_site.expressions import expression

_PLACE: Final = expression(r"\(at line (\d+), column (\d+)\)$")
"""How Python before 3.14 tells the place; later ones have attributes for it."""
_KEY: Final = expression(r"[ \t\[]*[\"']?([\w-]+)")
_LONGEST_VALUE: Final = 20
"""Lines that a value may have for a repetition to be told as one."""
_QUOTE: Final = "put texts into quotes"
_QUOTES: Final = "\"'"
_NUMERIC: Final = "0123456789+-."


def explain_toml(error: ValueError, text: str, first_line: int) -> Problem:
    """Return in plain words what the parser found wrong in a text whose first line is line `first_line` of its file."""
    if not isinstance(error, tomllib.TOMLDecodeError):  # a number of thousands of digits, which has no place
        message = "a number too long to be meant"
        return Problem(kind="syntax", message=message, line=first_line, column=1, hint=_QUOTE)
    lines = text.rstrip("\n").split("\n")
    line, column = _place(error, lines)
    repeated = _repeated(lines, line)
    if repeated:
        name, line, first = repeated
        message, hint = f"{name!r} stands here a second time", "remove one of the two"
        if first is not None:
            message += f"; the first is in line {first_line + first}"
        return Problem(kind="duplicate", message=message, line=first_line + line, column=1, hint=hint)
    message, hint, column = _fault(lines, line, column)
    return Problem(kind="syntax", message=f"not TOML: {message}", line=first_line + line, column=column, hint=hint)


def _place(error: ValueError, lines: list[str]) -> tuple[int, int]:
    """Return the line, from 0, and the column, from 1, at which the parser stopped."""
    found = _PLACE.search(str(error))
    line = getattr(error, "lineno", int(found[1]) if found else len(lines)) - 1
    column = getattr(error, "colno", int(found[2]) if found else len(lines[-1]) + 1)
    return (line, column) if line < len(lines) else (len(lines) - 1, len(lines[-1]) + 1)


def _repeated(lines: list[str], end: int) -> tuple[str, int, int | None] | None:
    """Return the key or table that ends in a line and is there already, its line, and that of the first.

    It is one if what stands above can be read by itself, and so can it.
    """
    for start in range(end, max(end - _LONGEST_VALUE, -1), -1):
        key = _KEY.match(lines[start])
        if key and _is_toml(lines[start : end + 1]) and _is_toml(lines[:start]):
            above = (_KEY.match(line) for line in lines[:start])
            return key[1], start, next((n for n, found in enumerate(above) if found and found[1] == key[1]), None)
    return None


def _fault(lines: list[str], number: int, column: int) -> tuple[str, str, int]:
    """Return what is wrong where the parser stopped, a hint, and the column that it is to be shown at."""
    line = lines[number]
    if not _is_toml(lines[:number]):
        return "what begins in the lines above cannot be read beyond this place", f"close it, and {_QUOTE}", column
    if line.lstrip().startswith("["):
        return "no name of a table in brackets", "write it as [name]", column
    key, _, value = line.partition("=")
    value = value.lstrip()
    if "=" not in line or not _KEY.fullmatch(key.rstrip().rstrip("\"'")):
        return "this line is no 'key = value'", "write '=' after the key", 1
    if not value:
        return "a value is missing", "write one, or remove the key", column
    return _fault_of_value(line, value, column)


def _fault_of_value(line: str, value: str, column: int) -> tuple[str, str, int]:
    begin = len(line) - len(value)
    read, rest = line[begin : column - 1].rstrip(), line[column - 1 :].strip()
    if value[0] in _QUOTES and (not rest or len(read) < len('""') or read[-1] != value[0]):
        return _fault_in_quotes(begin, column, rest)
    if not rest:
        return "the value is not whole", "close it", column
    if read and read[-1] not in "[{,=":
        return "the value goes on after its end", "put the whole value into quotes", column
    what = "no number, and no date of the calendar" if rest[0] in _NUMERIC else "a text that is not in quotes"
    return what, _QUOTE, column


def _fault_in_quotes(begin: int, column: int, rest: str) -> tuple[str, str, int]:
    if not rest:
        return "a quote is opened here and never closed", "close it at the end of the value", begin + 1
    return "a sign that cannot stand in these quotes", "use single quotes, or write a backslash twice", column


def _is_toml(lines: list[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return False
    return True
