"""The next row of a table of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal_site.expressions import expression
from journal_site.reading.dates.tokens import mask, tokenise
from journal_site.writing.date_style import learn_style, write_date

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.model.outline import Slice

_CELL = expression(r"(?<!\\)\|")


def next_row(
    lines: Sequence[str], rows: Sequence[Slice], date: dt.date, day: int | None, title: str
) -> tuple[int, str]:
    """Return the line (from 0) before which the next row goes, and the row.

    Where no cell holds the date, the first that is free says it: a row that says nothing is no entry.
    """
    ordered = sorted(rows, key=lambda row: row.heading_line)
    backwards = _day_and_date(ordered[0]) > _day_and_date(ordered[-1])
    model = ordered[0] if backwards else ordered[-1]
    line = lines[model.heading_line - 1]
    cells = _CELL.split(line)
    dates = [
        (one.text, one.dates[0]) for row in ordered for one in row.candidates if one.source == "table" and one.dates
    ]
    style = learn_style(dates)
    text = model.candidates[0].text if model.candidates else ""
    new = [_cell(cell, text, model, write_date(style, date) if style else date.isoformat(), day) for cell in cells]
    free = [at for at, cell in enumerate(new) if not cell.strip() and 0 < at < len(new) - line.rstrip().endswith("|")]
    words = [title, "" if text else date.isoformat()]
    cell = " · ".join(word.replace("|", "\\|") for word in words if word)
    if cell and free:
        new[free[0]] = f" {cell} "
    return (model.heading_line - 1 if backwards else model.heading_line), "|".join(new)


def _day_and_date(row: Slice) -> tuple[tuple[int, ...], list[dt.date]]:
    """Return what tells a row's place: its number, else its date."""
    return row.days, [one.dates[0] for one in row.candidates if one.dates]


def _cell(cell: str, date_text: str, model: Slice, date: str, day: int | None) -> str:
    """Return a cell of the new row: number and date anew, all others empty."""
    if date_text and date_text in cell:
        return cell.replace(date_text, date)
    if day is None or not model.days or cell.strip() != model.heading.strip():
        return re.sub(r"\S", " ", cell) if len(cell) <= 8 else " "  # noqa: PLR2004
    numbers = [token for token in tokenise(mask(cell)) if token.kind == "n" and token.number in model.days]
    if not numbers:
        return " "
    start, end = numbers[0].start, numbers[-1].end
    width = len(numbers[0].text) if numbers[0].text.startswith("0") else 0
    label = re.sub(r"\]\([^()]*\)", "", cell[:start] + f"{day:0{width}d}" + cell[end:]).replace("[", "")
    return label.ljust(len(cell)) if len(cell) <= 12 else label  # noqa: PLR2004
