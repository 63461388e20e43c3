"""Lists: markdown-it's rule, with a short way for items that are one line of text, as most are.

The result is that of markdown-it's own rule (a test compares them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from markdown_it import rules_block
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block.list import markTightParagraphs

from journal_site.expressions import expression
from journal_site.reading.markdown.inlines import NESTING
from journal_site.reading.markdown.light import push_inline

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock


BULLETS = frozenset("-*+")
CODE = 4
"""CommonMark's indent of code."""

_MARKER = expression(r"(?:[-+*]|([0-9]{1,9})[.)])(?![^ \t])")
_SPACES = frozenset(" \t")
_ENDS: dict[str, Callable[[StateBlock, int, int, bool], bool]] = {
    "`": rules_block.fence,
    "~": rules_block.fence,
    ">": rules_block.blockquote,
    "-": rules_block.hr,
    "*": rules_block.hr,
    "_": rules_block.hr,
}


class PlainLines(Protocol):
    """The parser of blocks, as far as lists need it."""

    def is_plain(self, src: str, first: int) -> bool:
        """Tell whether a line whose text begins at `first`, indented no further than its block, is a paragraph's."""


def read_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a list."""
    if silent:
        return rules_block.list_block(state, start, end, silent)
    match = None if _goes_on(state, start) else _marker(state, start)
    if match is None:
        return False
    number = match[1]
    name, tag = ("ordered_list", "ol") if number else ("bullet_list", "ul")
    place = len(state.tokens)
    opening = state.push(f"{name}_open", tag, 1)
    if number and int(number) != 1:
        opening.attrs = {"start": int(number)}
    parent, state.parentType = state.parentType, "list"
    tight = _read_items(state, start, end, match)
    opening.map = [start, state.line]
    state.parentType = parent
    state.push(f"{name}_close", tag, -1)
    if tight:
        markTightParagraphs(state, place)
    return True


def _goes_on(state: StateBlock, line: int) -> bool:
    """Tell whether a line that seems to begin a list is code, or goes on a paragraph since it is indented so far."""
    count = state.sCount[line]
    return count - state.blkIndent >= CODE or (0 <= state.listIndent <= count - CODE and count < state.blkIndent)


def _marker(state: StateBlock, line: int) -> re.Match[str] | None:
    return _MARKER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _read_items(state: StateBlock, line: int, end: int, match: re.Match[str]) -> bool:
    """Read a list's items; return whether no empty line stands between them."""
    ordered, sign = match[1] is not None, match[0][-1]
    tight, after_empty = True, False
    while True:
        item = state.push("list_item_open", "li", 1)
        plain = _read_plain_item(state, line, end, match.end())
        if not ((plain or _read_item(state, line, end, match)) and not after_empty):
            tight = False
        after_empty = state.line - line > 1 and state.isEmpty(state.line - 1)
        state.push("list_item_close", "li", -1)
        item.map = [line, state.line]
        line = state.line
        if line >= end or not 0 <= state.sCount[line] - state.blkIndent < CODE or ends_item(state, line, end, True):  # noqa: FBT003
            return tight
        following = _marker(state, line)
        if following is None or (following[1] is not None) is not ordered or following[0][-1] != sign:
            return tight
        match = following


def _read_plain_item(state: StateBlock, line: int, end: int, marked: int) -> bool:
    """Read an item that is one line of text, one space after its sign, and with nothing or an item on the next line."""
    src, first = state.src, marked + 1
    following = line + 1
    block: PlainLines = state.md.block  # type: ignore[assignment]
    if (
        src[marked : marked + 1] != " "
        or first >= state.eMarks[line]
        or src[first] in _SPACES
        or not block.is_plain(src, first)
        or state.level >= NESTING
    ):
        return False
    indent = state.sCount[line] + first - state.bMarks[line] - state.tShift[line]
    if following < state.lineMax and not (following < end and _ends_plain_item(state, following, indent)):
        return False
    state.line = following
    push_inline(state, "paragraph", "p", src[first : state.eMarks[line]].strip(MD_TRIM_CHARS), [line, following])
    return True


def _ends_plain_item(state: StateBlock, line: int, indent: int) -> bool:
    """Tell whether a line is an item beside or above the item whose text begins at the column `indent`."""
    first = state.bMarks[line] + state.tShift[line]
    src, count = state.src, state.sCount[line]
    return (
        0 <= count < indent
        and count - state.blkIndent < CODE
        and src[first : first + 1] in BULLETS
        and is_plain_bullet(state, line, first)
    )


def is_plain_bullet(state: StateBlock, line: int, first: int) -> bool:
    """Tell whether a bullet that stands at `first` has text after it."""
    src = state.src
    return src[first + 1 : first + 2] in _SPACES and first + 2 < state.eMarks[line] and not src[first + 2].isspace()


def _read_item(state: StateBlock, line: int, end: int, match: re.Match[str]) -> bool:
    """Read what any item holds; return whether no empty line stands between its blocks."""
    first, limit = match.end(), state.eMarks[line]
    initial = offset = state.sCount[line] + first - match.start()
    while first < limit and state.src[first] in _SPACES:
        offset += 1 if state.src[first] == " " else 4 - (offset + state.bsCount[line]) % 4
        first += 1
    blank = first >= limit
    before = state.tight, state.tShift[line], state.sCount[line], state.listIndent, state.blkIndent
    state.listIndent = state.blkIndent
    state.blkIndent = initial + (1 if blank or offset - initial > CODE else offset - initial)
    state.tight = True
    state.tShift[line], state.sCount[line] = first - state.bMarks[line], offset
    if blank and state.isEmpty(line + 1):
        state.line = min(state.line + 2, end)
    else:
        state.md.block.tokenize(state, line, end)
    tight = state.tight
    state.tight, state.tShift[line], state.sCount[line], state.listIndent, state.blkIndent = before
    return tight


def ends_item(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Tell whether a list ends at a line, since what begins there is no item."""
    src, first = state.src, state.bMarks[line] + state.tShift[line]
    sign = src[first : first + 1]
    rule = _ENDS.get(sign)
    if rule is None:
        return False
    if (
        sign in BULLETS
        and src[first + 1 : first + 2] == " "
        and src[first + 2 : first + 3] not in (sign, " ", "\t", "\n")
    ):
        return False
    return rule(state, line, end, silent)
