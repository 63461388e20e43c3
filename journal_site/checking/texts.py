"""What only a look at all texts finds: skipped days, days that were never written, copies, drafts left lying."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from journal_site.errors import Diagnostic, Location, Severity
from journal_site.file_kinds import NOTEBOOK
from journal_site.publishing.listing import states_of

if TYPE_CHECKING:
    from journal_site.model.entry import Entry
    from journal_site.model.index import Index

_FORGOTTEN = dt.timedelta(days=30)
"""A draft of a day so long ago was not left for tomorrow."""
_TELLING = 20
"""Words from which on two texts are not alike by chance."""
_FENCES = ("---", "+++")
_MOST_AT_ONCE = 30
"""A larger step between two numbers is another way of counting, not days that were skipped."""


def skipped_days(index: Index) -> Iterator[Diagnostic]:
    """Tell of numbers that a round's days skip, at the day that follows."""
    rounds: defaultdict[int, dict[int, Entry]] = defaultdict(dict)
    for item in index.items:
        if item.entry.kind == "entry":
            for day in item.entry.days:
                rounds[item.entry.round or 1].setdefault(day, item.entry)
    for days in rounds.values():
        for before, after in pairwise(sorted(days)):
            missing = range(before + 1, after)
            if missing and before > 0 and len(missing) <= _MOST_AT_ONCE:
                said = f"day {missing[0]} is" if len(missing) == 1 else f"days {missing[0]} to {missing[-1]} are"
                hint = f"'journal new' begins one; where none was meant, number {after} as {before + 1}"
                yield _told("day-gap", f"{said} missing between {before} and {after}", days[after], hint)


def blank_days(entries: Iterable[Entry], today: dt.date) -> Iterator[Diagnostic]:
    """Tell of days that were begun, are over, and have nothing written in them."""
    for entry in entries:
        if entry.blank and not entry.draft and (entry.date is None or entry.date < today):
            yield _told("day-blank", "nothing is written in this day", entry, "write it, or remove it")


def repeated_texts(index: Index, lines_of: Callable[[str], Sequence[str]]) -> Iterator[Diagnostic]:
    """Tell of texts that are published a second time, word for word; `lines_of` gives a source's lines."""
    entries = [item.entry for item in (*index.introduction, *index.items, *index.pages)]
    begins: defaultdict[str, list[int]] = defaultdict(list)
    alike: defaultdict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        begins[entry.source].append(entry.line)
        if entry.words >= _TELLING and not entry.source.lower().endswith(NOTEBOOK):
            alike[entry.words, entry.excerpt].append(entry)
    for group in alike.values():
        first: dict[str, Entry] = {}
        for entry in group if len(group) > 1 else ():
            end = min((line for line in begins[entry.source] if line > entry.line), default=None)
            text = _words(lines_of(entry.source)[entry.line - 1 : end and end - 1])
            other = first.setdefault(text, entry)
            if other is not entry:
                place = Location(path=other.source, line=other.line)
                message = f"the same text as {place}"
                yield _told("text-repeated", message, entry, "keep one of the two", severity="warning")


def _words(lines: Sequence[str]) -> str:
    """Return what is written in a slice, without front matter, headings and how its lines break."""
    if lines and lines[0].rstrip() in _FENCES and lines[0].rstrip() in (end.rstrip() for end in lines[1:]):
        fence = lines[0].rstrip()
        lines = lines[next(at for at, line in enumerate(lines[1:], start=2) if line.rstrip() == fence) :]
    return " ".join(" ".join(line for line in lines if not line.startswith("#")).split())


def forgotten_drafts(entries: Iterable[Entry], today: dt.date) -> Iterator[Diagnostic]:
    """Tell of drafts of days long ago; what is private is none."""
    for entry in entries:
        if entry.date is not None and entry.date + _FORGOTTEN < today and "draft" in states_of(entry, today):
            message = f"a draft since {entry.date}"
            yield _told("draft-forgotten", message, entry, "finish it and remove 'draft', or mark it 'private: true'")


def _told(code: str, message: str, entry: Entry, hint: str, *, severity: Severity = "notice") -> Diagnostic:
    place = Location(path=entry.source, line=entry.line)
    return Diagnostic(severity=severity, code=code, message=message, location=place, hint=hint)
