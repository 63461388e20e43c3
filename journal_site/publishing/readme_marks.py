"""The marks in a file between which `journal readme` writes; every other byte stays as it is.

`<!-- journal: newest 5 -->` … `<!-- /journal -->`. Within code they are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple

from journal_site.config.checks import closest
from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.expressions import expression

_MARK: Final = expression(rb"<!--[ \t]*(?:(/)[ \t]*journal|journal[ \t]*:([^\r\n]*?))[ \t]*-->", re.IGNORECASE)
_FENCE: Final = expression(rb" {0,3}(`{3,}|~{3,})")
_SPAN: Final = expression(rb"(`+)(?!`).*?(?<!`)\1(?!`)")
_MOST: Final = 1000


class Block(NamedTuple):
    """One pair of marks."""

    name: str
    limit: int
    """How many things it shows; 0 where that is not said."""
    start: int
    """The offset of the first byte between the marks."""
    end: int
    line: int


class _Mark(NamedTuple):
    said: str | None
    """What it says; None of an end."""
    start: int
    end: int
    line: int
    column: int


def find_blocks(raw: bytes, path: str, names: Collection[str]) -> list[Block]:
    """Return the blocks of a file. Raises UsageError with each mark that is wrong, and where there is none."""
    blocks: list[Block] = []
    problems: list[Diagnostic] = []
    opened: _Mark | None = None
    for mark in _marks(raw):
        if mark.said is None and opened is None:
            problems.append(
                _problem(path, mark, "this mark ends nothing", "remove it, or write '<!-- journal: … -->' above it")
            )
        elif mark.said is None:
            assert opened is not None and opened.said is not None  # noqa: S101, PT018 - as just seen
            blocks += _block(path, opened, mark.start, names, problems)
            opened = None
        elif opened is not None:
            problems.append(_problem(path, opened, "this mark is not ended before the next one", _END))
            opened = mark
        else:
            opened = mark
    if opened is not None:
        problems.append(_problem(path, opened, "this mark is never ended", _END))
    if not problems and not blocks:
        place = Location(path=path)
        hint = f"write '<!-- journal: newest --><!-- /journal -->' where it is to stand; there are {', '.join(names)}"
        problems.append(_error("readme-unmarked", "nothing shows where to write", place, hint))
    if problems:
        raise UsageError(*problems)
    return blocks


_END: Final = "write '<!-- /journal -->' below it"


def write_blocks(raw: bytes, blocks: Collection[Block], made: Callable[[Block], str]) -> bytes:
    """Return the file with what is made between the marks; its line breaks are the file's own."""
    newline = b"\r\n" if b"\r\n" in raw else b"\n"
    parts: list[bytes] = []
    at = 0
    for block in blocks:
        text = made(block).strip("\n").encode("utf-8").replace(b"\n", newline)
        parts += [raw[at : block.start], newline, text, newline if text else b""]
        at = block.end
    return b"".join([*parts, raw[at:]])


def _block(path: str, opened: _Mark, end: int, names: Collection[str], problems: list[Diagnostic]) -> Iterator[Block]:
    name, _, rest = (opened.said or "").strip().partition(" ")
    limit = rest.strip()
    if name not in names:
        near = closest(name, frozenset(names), cutoff=0.5)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(names)}"
        problems.append(_problem(path, opened, f"nothing is called {name!r}", hint))
    elif limit and not (limit.isascii() and limit.isdecimal() and 0 < int(limit[:5]) <= _MOST):
        problems.append(_problem(path, opened, f"{limit!r} is no number from 1 to {_MOST}", f"such as '{name} 10'"))
    else:
        yield Block(name, int(limit or 0), opened.end, end, opened.line)


def _marks(raw: bytes) -> Iterator[_Mark]:
    """Give the marks that stand outside code."""
    fence = b""
    offset = 0
    for number, line in enumerate(raw.splitlines(keepends=True), start=1):
        found = _FENCE.match(line)
        if found and (not fence or (found[1].startswith(fence) and not line[found.end() :].strip())):
            fence = b"" if fence else found[1]
        elif not fence:
            spans = [(one.start(), one.end()) for one in _SPAN.finditer(line)]
            for mark in _MARK.finditer(line):
                if not any(start <= mark.start() < end for start, end in spans):
                    said = None if mark[1] else mark[2].decode("utf-8", "replace").strip().casefold()
                    column = len(line[: mark.start()].decode("utf-8", "replace")) + 1
                    yield _Mark(said, offset + mark.start(), offset + mark.end(), number, column)
        offset += len(line)


def _problem(path: str, mark: _Mark, message: str, hint: str) -> Diagnostic:
    return _error("readme-mark", message, Location(path=path, line=mark.line, column=mark.column), hint)


def _error(code: str, message: str, place: Location, hint: str) -> Diagnostic:
    return Diagnostic(severity="error", code=code, message=message, location=place, hint=hint)
