"""The lines of a log: which are headings, and which stand in code or comments, where nothing is a heading.

A cheap reading of block structure, not Markdown's own: enough to find headings, in time linear in the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from journal_site.expressions import expression

_ATX = expression(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_TIGHT_ATX = expression(r" {0,3}(#{1,6})(?=[^\s#])")
_CLOSING = expression(r"(?:^|(?<![ \t])[ \t]+)#+[ \t]*$")
_SETEXT = expression(r" {0,3}(=+|-{2,})[ \t]*$")
_FENCE = expression(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*(`{3,}(?=[^`]*$)|~{3,})")
_HTML_HEADING = expression(r"\s*<h([1-6])\b[^<>]*>(.*)</h\1\s*>\s*$", re.IGNORECASE)
_RAW_OPEN = expression(r" {0,3}<(pre|script|style|textarea)\b", re.IGNORECASE)
_LIST = expression(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_INDENT = expression(r"[ \t]*")

_MAY_FENCE = frozenset("`~-*+>")
_LONGEST = 2000
DEEPEST = 6


class HeadingLine(NamedTuple):
    """A heading line, 0-based, with its inline Markdown."""

    line: int
    level: int
    text: str
    lines: int = 1
    """2 for a heading that is underlined."""
    shape: str = "atx"
    """atx, tight (no space after the signs, so no heading to Markdown), setext, html; or a shape of `weak_lines`."""


class ScannedLines(NamedTuple):
    """A text's lines, with what was found in one pass."""

    lines: list[str]
    headings: list[HeadingLine]
    tight: list[HeadingLine]
    """Lines that begin with `#` and no space: headings only where they name a day."""
    hidden: bytearray
    """1 for a line in a fence, a comment or raw HTML."""


def scan_lines(text: str) -> ScannedLines:
    """Return the lines of a text, its headings, and which of the lines are no text."""
    lines = text.split("\n")
    found = ScannedLines(lines, [], [], bytearray(len(lines)))
    unclosed: set[str] = set()
    in_list = False
    at = 0
    while at < len(lines):
        line = lines[at]
        stripped = line.lstrip()
        if not stripped:
            at += 1
            continue
        end = _hidden_end(lines, at, stripped, unclosed, in_list=in_list)
        if end >= at:
            found.hidden[at : end + 1] = b"\x01" * (end + 1 - at)
            at = end + 1
            continue
        _add_heading(found, at, line, stripped[0])
        in_list = bool(_LIST.match(line)) or (in_list and line[0] in " \t")
        at += 1
    return found


def _hidden_end(lines: list[str], at: int, stripped: str, unclosed: set[str], *, in_list: bool) -> int:
    """Return the last line of what opens at a line and is no text; the line before where nothing does."""
    first = stripped[0]
    if first in _MAY_FENCE or first.isdigit():
        return _fence_end(lines, at, unclosed, in_list=in_list)
    if first == "<":
        end = _raw_end(lines, at, unclosed)
        return end if end > at or stripped.startswith("<!--") else at - 1
    return at - 1


def _add_heading(found: ScannedLines, at: int, line: str, first: str) -> None:
    if first == "#":
        if match := _ATX.match(line):
            found.headings.append(HeadingLine(at, len(match[1]), _inline(line, match)))
        elif match := _TIGHT_ATX.match(line):
            found.tight.append(HeadingLine(at, len(match[1]), _inline(line, match), shape="tight"))
    elif first in "=-":
        if (match := _SETEXT.match(line)) and _is_paragraph(found.lines, at - 1, found.hidden):
            level = 1 if first == "=" else 2
            found.headings.append(HeadingLine(at - 1, level, found.lines[at - 1].strip(), lines=2, shape="setext"))
    elif first == "<" and (match := _HTML_HEADING.match(line[:_LONGEST])):
        found.headings.append(HeadingLine(at, int(match[1]), match[2].strip(), shape="html"))


def _inline(line: str, match: re.Match[str]) -> str:
    return _CLOSING.sub("", line[match.end() :].rstrip()).strip()


def _is_paragraph(lines: list[str], at: int, hidden: bytearray) -> bool:
    """Tell whether a line is a paragraph of its own, which an underline makes a heading."""
    if at < 0 or hidden[at] or not lines[at].strip():
        return False
    line = lines[at]
    if line.startswith(("    ", "\t", "#", ">", "|", "<", "![")) or _LIST.match(line) or _SETEXT.match(line):
        return False
    return at == 0 or not lines[at - 1].strip() or bool(_ATX.match(lines[at - 1]))


def _fence_end(lines: list[str], at: int, unclosed: set[str], *, in_list: bool) -> int:
    """Return the last line of the fence that opens at a line; the line before where none opens or none closes."""
    match = _FENCE.match(lines[at][:300])
    if not match or match[1] in unclosed:
        return at - 1
    fence = match[1]
    indent = len(_INDENT.match(lines[at])[0])  # type: ignore[index] # matches always
    listed = (in_list and indent > 0) or match.start(1) > indent
    for end in range(at + 1, len(lines)):
        line = lines[end]
        stripped = line.strip(" \t>")
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            return end
        if listed and line[:1] == "#" and _ATX.match(line):
            return end - 1  # the list ended, and its fence with it
    unclosed.add(fence)
    return at - 1  # never closed: taken as text, so that it does not swallow the days below it


def _raw_end(lines: list[str], at: int, unclosed: set[str]) -> int:
    """Return the last line of the comment or raw element that opens at a line, or the line itself."""
    line = lines[at]
    start = line.lstrip()
    if start.startswith("<!--"):
        closing = "-->"
    elif match := _RAW_OPEN.match(line):
        closing = f"</{match[1].lower()}"
    else:
        return at
    if closing in unclosed or closing in line.lower()[len(line) - len(start) + 4 :]:
        return at
    for end in range(at + 1, len(lines)):
        if closing in lines[end].lower():
            return end
    unclosed.add(closing)
    return at
