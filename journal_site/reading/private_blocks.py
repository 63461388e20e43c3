"""Properties below the head that say who may see a text: `private:: true` in a list item hides that item.

Logseq gives each block properties (its own `public::` speaks of the page), and Dataview reads `key:: value` anywhere in
a note. So a property that stands in a list keeps its item at home, with all that is nested in it, and one that stands
in a paragraph the whole text, or in a log its day. Properties in code are text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from journal_site.reading.visibility import Verdict, judge_property

_PROPERTY = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<bullet>(?:[-*+]|\d{1,9}[.)])[ \t]+)?[\[(]?(?P<key>[^\W\d][\w.-]{2,30})::[ \t]*"
    r"(?P<value>\"?[\w#\[\]-]*\"?)[\])]?[ \t]*$",
    re.MULTILINE,
)
_INLINE = re.compile(r"[\[(](?P<key>[^\W\d][\w.-]{2,30})::[ \t]*(?P<value>\"?[\w-]*\"?)[ \t]*[\])]")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENT = re.compile(r"[ \t>]*")


class Private(NamedTuple):
    """Lines that stay at home, from 0."""

    first: int
    last: int
    """The line after the last one."""
    reason: str
    whole: bool = False
    """The property speaks of the whole text, or of its day."""


def find_private(text: str) -> list[Private]:
    """Return which lines of a text stay at home for a property among them, in order; most texts have none."""
    if "::" not in text:
        return []
    found = [
        (match, verdict)
        for pattern in (_PROPERTY, _INLINE)
        for match in pattern.finditer(text)
        if (verdict := _judged(match))
    ]
    if not found:
        return []
    from journal_site.reading.code_ranges import find_code, is_code  # noqa: PLC0415 - few texts have such properties

    code, lines = find_code(text), text.split("\n")
    private = {
        _private(lines, text.count("\n", 0, match.start("key")), verdict.reason)
        for match, verdict in found
        if not is_code(text, code, match.start("key"))
    }
    return sorted(private)


def _judged(match: re.Match[str]) -> Verdict | None:
    return judge_property(match["key"], match["value"].strip('"#[]'))


def _private(lines: list[str], line: int, reason: str) -> Private:
    """Return what a property in a line speaks of."""
    start = _item_of(lines, line)
    if start < 0:
        return Private(line, line + 1, reason, whole=True)
    indent = _width(lines[start])
    end = next((at for at in range(start + 1, len(lines)) if _ends_item(lines, at, indent)), len(lines))
    own = [one for one in lines[start:end] if one.strip()]
    speaks_of_page = not any(one.strip() for one in lines[:start]) and all(map(_PROPERTY.match, own))
    return Private(start, end, reason, whole=speaks_of_page)


def _item_of(lines: list[str], line: int) -> int:
    """Return the line where the list's item begins that a line belongs to, or -1."""
    width = _width(lines[line])
    for at in range(line, -1, -1):
        if _ITEM.match(lines[at]) and (at == line or _width(lines[at]) < width or not width):
            return at
        if not width and not lines[at].strip():
            return -1
        if at < line and lines[at].strip() and not _width(lines[at]) and not _ITEM.match(lines[at]):
            return -1
    return -1


def _ends_item(lines: list[str], at: int, indent: int) -> bool:
    """Tell whether a line no longer belongs to the item that is indented so far."""
    line = lines[at]
    if not line.strip() or _width(line) > indent:
        return False
    return bool(_ITEM.match(line)) or not lines[at - 1].strip() or line.lstrip().startswith("#")


def _width(line: str) -> int:
    indent = _INDENT.match(line)
    return len(indent[0].expandtabs(4)) if indent else 0
