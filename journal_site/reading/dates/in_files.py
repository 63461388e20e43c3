"""The dates that one entry file tells by its name, its heading and its first lines, the best first."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from msgspec.structs import replace

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.outline import DateCandidate, DateSource
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.dates.days import read_mark
from journal_site.reading.dates.in_paths import Name
from journal_site.reading.dates.parts import DateExpression
from journal_site.reading.dates.sequence import DatedHeading, SettledDate, plain_dates, settle

_NUMERIC = expression(r"(?<![\w/.-])\d{1,2}([-/.])\d{1,2}\1\d{2}(?:\d{2})?(?![\w/])")
_EVIDENCE = 40
_SLIPPED_MONTHS = 2


class TextDate(NamedTuple):
    """A date in the text, as written, with its line."""

    source: DateSource
    written: DateExpression
    days: tuple[int, ...]
    text: str
    line: int


def file_dates(
    source: Source, options: SourceOptions, name: Name, told: list[TextDate]
) -> tuple[list[DateCandidate], list[Diagnostic]]:
    """Return all dates that a file tells, the best first, and what was doubtful in them."""
    found: list[DateCandidate] = []
    diagnostics: list[Diagnostic] = []
    if name.dates:
        found.append(DateCandidate(source="file-name", dates=name.dates, text=name.text, path=source.path))
    if name.impossible:
        diagnostics.append(_impossible(source.path, name.impossible))
    year = name.dates[0].year if name.dates else name.year
    if name.yearless and not told:
        told = [TextDate("file-name", name.yearless, name.days, name.text, 0)]
    for one in told:
        known, said = _settled(source, options, one, year)
        place = {"text": one.text, "path": source.path, "line": one.line}
        found.append(DateCandidate(source=one.source, dates=known.dates, repair=known.repair, **place))  # type: ignore[arg-type]
        diagnostics.extend(said)
    return _with_old_name_behind(found), diagnostics


def _impossible(path: str, text: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="date-impossible",
        message=f"the file's name tells {text}, which the calendar does not have",
        location=Location(path=path),
        hint="rename the file, or give the entry a 'date' in its front matter",
    )


def _settled(
    source: Source, options: SourceOptions, one: TextDate, year: int | None
) -> tuple[SettledDate, list[Diagnostic]]:
    if plain := plain_dates(one.written):
        return SettledDate(plain), []
    git = dt.date.fromisoformat(source.history[0][1]) if source.history else None
    own = DatedHeading(one.line, one.text, one.days, None, one.written, git, year)
    is_open = any(part.raw for span in one.written.spans for part in span)
    chronology = settle(
        [own], source.path, options, evidence=_evidence(source.text) if is_open else (), text=source.text
    )
    return chronology.settled[0], chronology.diagnostics


def _evidence(text: str) -> list[DateExpression]:
    """Return other numeric dates of a file, which show in which order its author writes them."""
    found: list[DateExpression] = []
    for match in _NUMERIC.finditer(text):
        mark = read_mark(match[0])
        if mark and mark.dates:
            found.append(mark.dates)
        if len(found) == _EVIDENCE:
            break
    return found


def _with_old_name_behind(found: list[DateCandidate]) -> list[DateCandidate]:
    """Prefer the text to a file's name that in January still has the year before: the text shows the slip."""
    names = [one for one in found if one.source == "file-name"]
    texts = [one for one in found if one.source != "file-name" and one.dates]
    if not names or not texts:
        return found
    before, after = names[0].dates[0], texts[-1].dates[0]
    same_day = (after.month, after.day) == (before.month, before.day) and after.month <= _SLIPPED_MONTHS
    if not same_day or after.year != before.year + 1:
        return found
    mended = replace(texts[-1], repair="taken before the file's name, whose year is that of the year before")
    return [mended, *(one for one in found if one is not texts[-1])]
