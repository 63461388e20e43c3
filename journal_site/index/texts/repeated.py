"""Days that two entry files claim: both are kept, and told. Within a log, its reading tells them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.entry import Entry

_README = expression(r"(?:readme|index|_index)\.\w+$", re.IGNORECASE)
_DIGITS = expression(r"\d+")


class _Claim(NamedTuple):
    place: str
    """The folder in which a day's files, or the folders of days, lie."""
    round: int | None
    day: int


def repeated_days(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Give a warning for each entry file, oldest first, whose day another one of its folder has too.

    None where a challenge began again between them, where a folder is named after the day, or where both have one date.
    """
    seen: dict[_Claim, Entry] = {}
    last: dict[str, int] = {}
    parts = Counter(entry.source for entry in entries)
    for entry in entries:
        if not entry.days or entry.table or parts[entry.source] > 1:
            continue
        place = _place(entry.source)
        for day in entry.days:
            if day <= 1 and last.get(place, 0) > day + 1:
                seen = {claim: one for claim, one in seen.items() if claim.place != place}
            last[place] = day
            if _names(place, day):
                continue
            other = seen.setdefault(_Claim(place, entry.round, day), entry)
            if other is not entry and (entry.date is None or entry.date != other.date):
                yield _repeats(entry, other, day)


def _place(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.dirname(folder) if _README.match(name) else folder


def _names(folder: str, day: int) -> bool:
    return str(day) in {number.lstrip("0") or "0" for number in _DIGITS.findall(posixpath.basename(folder))}


def _repeats(entry: Entry, other: Entry, day: int) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="day-repeated",
        message=f"day {day} is also '{other.source}'",
        location=Location(path=entry.source, line=entry.line),
        hint="both are kept; give one of them its own number",
    )
