"""Writing to a terminal or a pipe: colours where they are wanted, and no encoding that could stop a report."""

from __future__ import annotations

import io
import os
from typing import TextIO

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}


class Paint:
    """Colours texts, or leaves them as they are."""

    def __init__(self, *, wanted: bool) -> None:
        """Colour only where it is wanted."""
        self._wanted = wanted

    @classmethod
    def of(cls, stream: TextIO) -> Paint:
        """Return what suits a stream: colours on a terminal, unless NO_COLOR (no-color.org) asks for none."""
        return cls(wanted=stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")

    def __call__(self, text: str, *styles: str) -> str:
        """Return the text in these styles."""
        if not self._wanted:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def write(stream: TextIO, text: str) -> None:
    """Write a text; what the stream's encoding lacks is written as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    stream.write(text)
    stream.flush()
