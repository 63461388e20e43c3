"""Rows with more cells than their table's head: as on GitHub no page shows what is too many, so it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markdown_it import rules_block
from markdown_it.rules_block.table import escapedSplit, getLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_block import StateBlock

    from journal_site.reading.contents.collector import Collected

_FOUND = "cut rows"
_SHOWN = 40


class CutRow(NamedTuple):
    """A row, and what of it is shown nowhere."""

    line: int
    text: str


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a table, and keep in mind which of its rows are cut."""
    first = len(state.tokens)
    if not rules_block.table(state, start, end, silent):
        return False
    if not silent:
        cut = list(_cut_rows(state, first))
        if cut:
            state.env.setdefault(_FOUND, []).extend(cut)
    return True


def report_cut_rows(env: dict[str, list[CutRow]], found: Collected) -> None:
    """Warn of each row that was cut."""
    for row in env.get(_FOUND, ()):
        text = row.text if len(row.text) <= _SHOWN else row.text[: _SHOWN - 1] + "…"
        found.warn(
            "table-row-cut", f"the row has more cells than its table's head, so '{text}' is on no page", row.line,
            hint=r"write \| where a bar belongs to the text, as in [[page\|text]], or give the head a cell more",
        )  # fmt: skip


def _cut_rows(state: StateBlock, first: int) -> Iterator[CutRow]:
    columns = 0
    for token in state.tokens[first:]:
        if token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and columns:
            line = getLine(state, token.map[0]).strip()
            if line.count("|") < columns:
                continue
            cells = escapedSplit(line.removeprefix("|"))
            text = " ".join(" ".join(cells[columns:]).split())
            if text:
                yield CutRow(token.map[0], text)
