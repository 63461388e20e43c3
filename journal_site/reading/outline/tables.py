"""Tables of days, and lists that give files their dates: what a README knows of days that are kept elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.parts import DateExpression
from journal_site.reading.dates.tokens import mask, tokenise, without_markup
from journal_site.reading.dates.words import DATE_LABELS, DAY_WORDS
from journal_site.reading.outline.lines import ScannedLines

_DELIMITER = expression(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*$")
_LINK = expression(
    r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^()<>\s]*(?:\([^()<>\s]*\)[^()<>\s]*)*)>?(?:\s+[\"'][^\"']*[\"'])?\s*\)"
)
_BREAK = expression(r"</?\s*br\s*/?>", re.IGNORECASE)
_LIST = expression(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\S")
_WORD = expression(r"[^\W_]")
_PENDING = expression(
    r"[\s⬜☐🔲◻▢⏳🕒🔜–—.…-]*(?:not (?:yet )?started|pending|to ?-?do|tbd|upcoming|planned|coming soon|"
    r"pendiente|pendente|offen|geplant|à faire|a fazer|da fare|не начато|未开始|未開始|未着手|예정|시작 전)?[\s.…!]*",
    re.IGNORECASE,
)
"""What a cell says of a day that is still to come."""
_FEWEST = 2
_LONGEST_LINE = 4000
_LOOK = 20
"""Rows of a table that show which column holds dates."""
_DAY_HEADS = (DAY_WORDS - {"第", "제"}) | {"#", "no", "天数", "天數", "日数", "번호", "day no", "day number", "일차"}
_DATE_HEADS = DATE_LABELS - DAY_WORDS


class TableRow(NamedTuple):
    """A row of a table of days, or an item of a list of dated files. Lines are 0-based."""

    line: int
    heading: str
    days: tuple[int, ...]
    dates: DateExpression | None
    date_text: str
    target: str
    title: str = ""
    text: str = ""
    """The row's other cells; empty, with an empty title, where it only lends its date."""


def read_tables(lines: ScannedLines) -> list[TableRow]:
    """Return the rows of all tables of days in a text, in order."""
    tables = [_table(lines.lines, head, end) for head, end in table_spans(lines)]
    if not any(len(rows) >= _FEWEST for rows in tables):
        return []
    return [row for rows in tables for row in rows]


def table_spans(lines: ScannedLines) -> list[tuple[int, int]]:
    """Return where tables begin, with their heads, and end."""
    spans: list[tuple[int, int]] = []
    at = 1
    while at < len(lines.lines):
        line = lines.lines[at]
        is_table = "-" in line[:200] and not lines.hidden[at] and len(line) < _LONGEST_LINE and _DELIMITER.match(line)
        if is_table and "|" in lines.lines[at - 1] and ("|" in line or ":" in line):
            end = at + 1
            while end < len(lines.lines) and "|" in lines.lines[end] and lines.lines[end].strip():
                end += 1
            spans.append((at - 1, end))
            at = end
        at += 1
    return spans


def read_dated_links(lines: ScannedLines) -> list[TableRow]:
    """Return the items of lists that link to a file and tell its date: `* [Title](folder/file.md) - 2020-04-19`."""
    rows: list[TableRow] = []
    for at, line in enumerate(lines.lines):
        if lines.hidden[at] or "](" not in line or len(line) > _LONGEST_LINE or not _LIST.match(line):
            continue
        link = _LINK.search(line)
        if link is None or not _is_own(link[2]):
            continue
        mark = read_mark(_without_link(line, link)) or read_mark(link[1])
        if mark and (mark.dates and not mark.dates.weak):
            rows.append(TableRow(at, "", mark.days, mark.dates, mark.date_text, link[2]))
    return rows if len(rows) >= _FEWEST else []


def _without_link(line: str, link: re.Match[str]) -> str:
    return line[link.end() :] if _WORD.search(line[link.end() :]) else line[: link.start()]


def _is_own(target: str) -> bool:
    """Tell whether a link may lead to a file of the journal itself: relative, or into a repository's files."""
    return "://" not in target or "/blob/" in target or "/tree/" in target


def _table(lines: list[str], head: int, end: int) -> list[TableRow]:
    heads = [without_markup(cell).casefold().strip(" .:") for cell in _cells(lines[head])]
    day_at = next((at for at, cell in enumerate(heads) if cell in _DAY_HEADS), None)
    date_at = next((at for at, cell in enumerate(heads) if cell in _DATE_HEADS), None)
    labels = [without_markup(cell) for cell in _cells(lines[head])]
    if date_at is None:
        date_at = _dated_column(lines[head + 2 : end])
    rows = [row for at in range(head + 2, end) if (row := _row(lines[at], at, labels, day_at, date_at))]
    named = (
        day_at is not None
        or date_at is not None
        or (len(rows) == end - head - 2 and all(_names_day(row) for row in rows))
    )
    return rows if named and (len(rows) >= _FEWEST or day_at is not None) else []


def _dated_column(lines: list[str]) -> int | None:
    """Return the column of which nearly every cell is a date and nothing else, whatever its head says."""
    counts: Counter[int] = Counter()
    for line in lines[:_LOOK]:
        counts.update(at for at, cell in enumerate(_cells(line)) if _is_date(cell))
    column, count = counts.most_common(1)[0] if counts else (0, 0)
    return column if count >= _FEWEST and count * 4 >= min(len(lines), _LOOK) * 3 else None


def _is_date(cell: str) -> bool:
    mark = read_mark(cell) if cell[:1].isalnum() or cell[:1] in "*_[" else None
    return mark is not None and mark.dates is not None and not mark.dates.weak and not mark.title and not mark.days


def _names_day(row: TableRow) -> bool:
    mark = read_mark(row.heading)
    return mark is not None and mark.named


def _row(line: str, at: int, labels: list[str], day_at: int | None, date_at: int | None) -> TableRow | None:
    cells = _cells(line)
    key = next((column for column in (day_at, date_at, 0) if column is not None and column < len(cells)), 0)
    mark = _cell_mark(cells[key]) if cells else None
    if mark is None:
        return None
    dated = mark
    if date_at is not None and date_at < len(cells) and date_at != key:
        dated = _cell_mark(cells[date_at]) or Mark()
    used = {key, date_at if dated.dates else key}
    rest = [(labels[i] if i < len(labels) else "", cell) for i, cell in enumerate(cells) if i not in used and cell]
    target = _target([cells[key], *(cell for _, cell in rest)])
    if mark.title and "](" not in mark.title:
        rest.insert(0, ("", mark.title))
    rest = [(label, cell) for label, cell in rest if not _is_mere_link(cell)]
    if not mark.days and dated.dates is None:
        return None
    if all(_PENDING.fullmatch(cell) for _, cell in rest):
        rest = []
    title = next((cell for _, cell in rest if _WORD.search(mask(cell))), "")
    others = [(label, cell) for label, cell in rest if cell is not title]
    text = " · ".join(f"**{label}:** {cell}" if label else cell for label, cell in others)
    return TableRow(
        at, cells[key], mark.days, dated.dates, dated.date_text, target, _BREAK.sub(" ", title).strip(), text
    )


def _cell_mark(cell: str) -> Mark | None:
    """Return what a cell says of a day or a date; a lone number is a day's."""
    mark = read_mark(cell)
    if mark and (mark.days or mark.dates):
        return mark
    tokens = [token for token in tokenise(mask(cell)) if token.kind != "s"]
    if len(tokens) == 1 and tokens[0].kind == "n" and 0 <= tokens[0].number < 5000:  # noqa: PLR2004
        return Mark(days=(tokens[0].number,), bare=True, leads=True)
    numbers = [token.number for token in tokens if token.kind == "n"]
    if len(tokens) == 2 and len(numbers) == 2 and 0 < numbers[1] - numbers[0] <= 100:  # noqa: PLR2004
        return Mark(days=tuple(range(numbers[0], numbers[1] + 1)), bare=True, leads=True)
    return None


def _target(cells: list[str]) -> str:
    for cell in cells:
        for link in _LINK.finditer(cell):
            if _is_own(link[2]):
                return link[2]
    return ""


def _is_mere_link(cell: str) -> bool:
    """Tell whether a cell is only a link to the day's file, whose text says nothing: `[Link](./day001/)`."""
    link = _LINK.fullmatch(cell.strip())
    return bool(link) and _is_own(link[2]) and link[1].strip().casefold() in _MERE  # type: ignore[index] # bool(link)


_MERE = frozenset(
    "link links code here open view go source see notes solution repo folder day file enlace lien codice "
    "код 链接 リンク 링크".split()
)


def _cells(line: str) -> list[str]:
    """Return the cells of a table's line; an escaped bar does not end one."""
    text = line.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", text)]
