"""The line that a problem is about, as a terminal can show it: short enough, harmless, and with the caret's place."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from journal_site.characters import printable
from journal_site.config.names import CONFIG_FILE
from journal_site.regular_files import read_file

if TYPE_CHECKING:
    from journal_site.errors import Location

WIDTH = 100
"""Of the part of a long line that is shown, in characters."""
MAX_BYTES = 8 * 1024 * 1024


def nearest_journal(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that holds the settings of a journal."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / CONFIG_FILE).is_file()), None)


class FileLines:
    """Lines of the journal's files, each file read once and only when one of its lines is wanted."""

    def __init__(self, root: Path | None) -> None:
        """Read below this folder; without one, nothing."""
        self._root = root
        self._files: dict[str, list[str]] = {}

    def at(self, location: Location) -> str:
        """Return the line at a place; empty where there is none to be had."""
        if self._root is None or not location.line:
            return ""
        if location.path not in self._files:
            self._files[location.path] = _read_lines(self._root / location.path)
        lines = self._files[location.path]
        return lines[location.line - 1] if location.line <= len(lines) else ""


def _read_lines(path: Path) -> list[str]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES or path.suffix == ".ipynb":
            return []
        text = read_file(path).decode("utf-8-sig")
    except (OSError, ValueError):  # an unreadable file has a diagnostic of its own
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def pointed(line: str, column: int) -> tuple[str, int | None]:
    """Return a line as it is shown, and how many cells to the right its caret stands; None where no column is known."""
    start = 0
    if len(line) > WIDTH:
        start = max(0, min(column - WIDTH // 2, len(line) - WIDTH))
    shown = printable(line[start : start + WIDTH])
    before, after = "…" if start else "", "…" if start + WIDTH < len(line) else ""
    if not column or column > len(line) + 1:
        return before + shown + after, None
    cells = sum(map(_cells, printable(line[start : column - 1])))
    return before + shown + after, cells + len(before)


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
