"""The rules that read marks: each becomes tokens that the body knows, and a box or code goes to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal_site.reading.dialects.generators.marks import (
    BLOCK,
    BOX,
    BOX_END,
    CODE,
    CODE_END,
    DISPLAY,
    END_OF_BOX,
    END_OF_CODE,
    HTML,
    INCLUDED,
    LITERAL,
    MARK,
    MATH,
    SPAN,
    content_of,
    text_of,
)
from journal_site.reading.markdown.light import push_inline

if TYPE_CHECKING:
    import re

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_INLINE = {HTML: "html_inline", BLOCK: "html_inline", LITERAL: "literal", SPAN: "code_inline",
           MATH: "formula", DISPLAY: "formula"}  # fmt: skip
"""The tokens of marks that stand within a paragraph."""


def read_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a mark within a paragraph; one of blocks says nothing there."""
    match = MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    kind = _INLINE.get(match[1])
    if not silent and kind:
        token = state.push(kind, "", 0)
        token.content = content_of(match)
        if kind == "formula":
            token.meta = {"display": match[1] == DISPLAY}
    state.pos = match.end()
    return True


def read_block_mark(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a line that begins with a mark of a block."""
    first = state.bMarks[start] + state.tShift[start]
    match = MARK.match(state.src, first, state.eMarks[start])
    read = _READERS.get(match[1]) if match else None
    if match is None or read is None:
        return False
    if not silent:
        read(state, start, end, match)
    return True


def _read_html(state: StateBlock, start: int, _: int, match: re.Match[str]) -> None:
    """Read a line as HTML and the prose between its tags."""
    state.line = start + 1
    at = match.start()
    for one in MARK.finditer(state.src, at, state.eMarks[start]):
        if one[1] == BLOCK:
            _push_prose(state, start, at, one.start())
            token = state.push("html_block", "", 0)
            token.content, token.map = content_of(one), [start, start + 1]
            at = one.end()
    _push_prose(state, start, at, state.eMarks[start])


def _push_prose(state: StateBlock, line: int, first: int, last: int) -> None:
    if content := state.src[first:last].strip():
        token = state.push("inline", "", 0)
        token.content, token.map = content, [line, line + 1]


def _push_rest(state: StateBlock, line: int, first: int) -> None:
    """Read what stands on a line behind the mark that ends a block."""
    if content := state.src[first : state.eMarks[line]].strip():
        push_inline(state, "paragraph", "p", content, [line, line + 1])


def _read_code(state: StateBlock, start: int, end: int, match: re.Match[str]) -> None:
    indent = state.sCount[start]
    lines: list[str] = []
    line, rest = start, -1
    while line < end and rest < 0:
        first = match.end() if line == start else state.bMarks[line]
        rest = state.src.find(END_OF_CODE, first, state.eMarks[line])
        text = state.src[first:rest] if rest >= 0 else state.src[first : state.eMarks[line]]
        dedented = text if line == start else _dedented(text, indent)
        if dedented.strip() or (line != start and rest < 0):
            lines.append(dedented)
        line += 1
    state.line = line
    token = state.push("fence", "code", 0)
    token.info, token.markup, token.map = content_of(match), "```", [start, line]
    token.content = "\n".join(lines) + "\n" if lines else ""
    if rest >= 0:
        _push_rest(state, line - 1, rest + len(END_OF_CODE))


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" \t"))) :] if indent else line


def _read_box(state: StateBlock, start: int, end: int, match: re.Match[str]) -> None:
    kind, fold, title = content_of(match).split("|", 2)
    last, closing = _find_end(state, start, end, match.end())
    meta = {"kind": kind, "fold": fold, "title": title}
    opening = state.push("alert_open", "", 1)
    opening.meta, opening.map = meta, [start, last + 1]
    if last == start and closing >= 0:
        content = state.src[match.end() : closing].strip()
        state.line = start + 1
        if content:
            push_inline(state, "paragraph", "p", content, [start, start + 1])
    else:
        _push_rest(state, start, match.end())
        _read_within(state, start + 1, last, closing)
    state.push("alert_close", "", -1).meta = meta
    state.line = last + 1
    if closing >= 0:
        _push_rest(state, last, closing + len(END_OF_BOX))


def _read_within(state: StateBlock, start: int, last: int, closing: int) -> None:
    """Read the lines of a box, the last one up to the mark that ends it."""
    line_end, most, parent = state.eMarks[last], state.lineMax, state.parentType
    if closing >= 0:
        state.eMarks[last] = closing
    state.lineMax, state.parentType = last + 1, "root"
    state.md.block.tokenize(state, start, last + 1)
    state.eMarks[last], state.lineMax, state.parentType = line_end, most, parent


def _find_end(state: StateBlock, start: int, end: int, first: int) -> tuple[int, int]:
    """Return the last line of a box, and where there the mark stands that ends it, or -1 where none does."""
    depth = 1
    for line in range(start, end):
        for match in MARK.finditer(state.src, first if line == start else state.bMarks[line], state.eMarks[line]):
            depth += (match[1] == BOX) - (match[1] == BOX_END)
            if not depth:
                return line, match.start()
    return end - 1, -1


def _read_stray_end(state: StateBlock, start: int, _: int, match: re.Match[str]) -> None:
    """Read an end whose beginning stands in another block."""
    state.line = start + 1
    _push_rest(state, start, match.end())


def _read_included(state: StateBlock, start: int, _: int, match: re.Match[str]) -> None:
    """Read a text that a line stands for; all of it has that line."""
    state.line = start + 1
    tokens: list[Token] = []
    state.md.block.parse(text_of(match), state.md, state.env, tokens)
    for token in tokens:
        token.map = [start, start + 1] if token.map else token.map
    state.tokens.extend(tokens)


_READERS: dict[str, Callable[[StateBlock, int, int, re.Match[str]], None]] = {
    BLOCK: _read_html,
    INCLUDED: _read_included,
    CODE: _read_code,
    CODE_END: _read_stray_end,
    BOX: _read_box,
    BOX_END: _read_stray_end,
}
