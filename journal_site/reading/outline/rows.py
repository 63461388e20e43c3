"""Rows of tables of days as slices: they yield to a file or heading of the same day, and lend it their date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.outline import DateCandidate, Slice
from journal_site.reading.dates.sequence import DatedHeading, settle
from journal_site.reading.outline.logs import Log
from journal_site.reading.outline.tables import TableRow, read_dated_links, read_tables

if TYPE_CHECKING:
    import datetime as dt


def day_rows(log: Log) -> list[Slice]:
    """Return the rows of all tables of days."""
    return _slices(read_tables(log.lines), log)


def dated_rows(log: Log) -> list[Slice]:
    """Return the items of lists of dated files: without title and text, they only lend their dates."""
    return _slices(read_dated_links(log.lines), log)


def _slices(rows: list[TableRow], log: Log) -> list[Slice]:
    if not rows:
        return []
    dated = [DatedHeading(log.offset + row.line + 1, row.heading, row.days, None, row.dates) for row in rows]
    settled = settle(dated, log.source.path, log.options, log.options.start or log.start, text=log.source.text)
    return [_slice(row, known.dates, known.repair, log) for row, known in zip(rows, settled.settled, strict=True)]


def _slice(row: TableRow, dates: tuple[dt.date, ...], repair: str, log: Log) -> Slice:
    line = log.offset + row.line + 1
    candidates = (
        (
            DateCandidate(
                source="table", dates=dates, text=row.date_text, path=log.source.path, line=line, repair=repair
            ),
        )
        if dates
        else ()
    )
    return Slice(
        kind="entry",
        text=row.text,
        line=line,
        heading=row.heading,
        heading_line=line,
        title=row.title,
        days=row.days,
        candidates=candidates,
        table=True,
        target=row.target,
    )
