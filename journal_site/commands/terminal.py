"""Writing to a terminal or a pipe: colours where they are wanted, and no encoding that could stop a report.

All that commands print goes through here, and whatever of it was written by others is `printable` before it is painted
or joined: names, titles and messages can hold signs that steer a terminal.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from journal_site.characters import printable, printable_json

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
        """Return the text in these styles; it cannot end them."""
        text = printable(text)
        if not self._wanted:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def can_draw() -> bool:
    """Tell whether somebody sees what is printed, on a terminal that shows signs beyond letters."""
    encoding = (sys.stdout.encoding or "").lower()
    return sys.stdout.isatty() and encoding.startswith("utf") and os.environ.get("TERM") != "dumb"


def lines_of(text: str) -> str:
    """Return a text of many lines as a terminal can show it."""
    return "\n".join(map(printable, text.split("\n")))


def echo(text: object, *, err: bool = False) -> None:
    """Print a text, and end its line."""
    write(sys.stderr if err else sys.stdout, f"{lines_of(str(text))}\n")


def echo_json(record: object) -> None:
    """Print a value as JSON to stdout."""
    import msgspec  # noqa: PLC0415 - `--help` writes no JSON

    write(sys.stdout, json_of(msgspec.json.encode(record)))


def json_of(raw: bytes) -> str:
    """Return JSON indented, on lines of its own, with nothing in it that could steer a terminal."""
    import msgspec  # noqa: PLC0415 - as above

    return printable_json(msgspec.json.format(raw, indent=2).decode()) + "\n"


def write(stream: TextIO, text: str) -> None:
    """Write a text; what the stream's encoding lacks is written as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    stream.write(text)
    stream.flush()
