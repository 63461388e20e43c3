"""Texts of scalars → yes or no, whole numbers and calendar dates: by the type that is wanted, and by no other rule."""

from __future__ import annotations

import datetime as dt

from journal_site.expressions import expression

_TRUE = frozenset({"true", "yes", "on", "y"})
_FALSE = frozenset({"false", "no", "off", "n"})
_INTEGER = expression(r"[+-]?[0-9]{1,9}")
_DATE = expression(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|\.([0-9]{1,2})\.([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
    r"(?:[Tt ]\s*[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[.,][0-9]+)?\s*[A-Za-z]{0,5}(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?)?"
)
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class ImpossibleDateError(ValueError):
    """Has a date's form, but the calendar has no such day."""


def to_bool(text: str) -> bool | None:
    """Return what YAML 1.1 and people take for yes or no, in any case; None for anything else."""
    word = text.strip().lower()
    return True if word in _TRUE else False if word in _FALSE else None


def to_int(text: str) -> int | None:
    """Return a decimal whole number; zeros before it mean nothing, so `010` is 10."""
    text = text.strip()
    return int(text) if _INTEGER.fullmatch(text) else None


def to_date(text: str) -> dt.date | None:
    """Return the calendar date that is written, year first, whatever time or zone follows; None for another form.

    Raise ImpossibleDateError for a day that the calendar lacks.
    """
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise ImpossibleDateError(text) from error
