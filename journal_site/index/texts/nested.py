"""READMEs of what lies in a day's folder: with an entry of the day beside their folder, they are its notes."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.model.entry import Entry

_README = expression(r"(?:^|/)(?:readme|index|_index)\.\w+$", re.IGNORECASE)
_DIGITS = expression(r"\d+")


def settle_nested(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries with those as notes that only describe a part of a day which has an entry of its own."""
    readmes = [place for place, one in enumerate(entries) if one.kind == "entry" and _README.search(one.source)]
    if not readmes:
        return entries
    beside: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "entry" and not entry.table:
            beside[posixpath.dirname(entry.source)].append(entry)
    nested = {place for place in readmes if _is_part(entries[place], beside)}
    return [as_note(entry) if place in nested else entry for place, entry in enumerate(entries)]


def _is_part(entry: Entry, beside: dict[str, list[Entry]]) -> bool:
    for folder in _around(posixpath.dirname(entry.source)):
        numbers = {int(number) for number in _DIGITS.findall(posixpath.basename(folder))}
        for other in beside.get(folder, ()):
            same = other.days == entry.days and other.dates == entry.dates
            if same and (numbers & set(other.days) or (other.date is not None and other.date.day in numbers)):
                return True
    return False


def _around(folder: str) -> Iterator[str]:
    while folder := posixpath.dirname(folder):
        yield folder


def as_note(entry: Entry) -> Entry:
    """Return a text as a note, without day and date."""
    return replace(
        entry, kind="note", day=None, days=(), round=None, date=None, dates=(), end_date=None, date_source="none",
        candidates=(),
    )  # fmt: skip
