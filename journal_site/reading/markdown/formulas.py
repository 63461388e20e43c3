"""Math between dollar signs: what is a formula and what is money, as rules of the two parsers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_FENCED = expression(r"\$`([^`\n]+)`\$")
_TEX = expression(r"[\\^_{}=<>+*/|]")
_AMOUNT = expression(r"\d.*(?:[^\W\d_]{2,}|\s)", re.DOTALL)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_LONGEST = 5000


def inline_formula(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `$…$`, GitHub's `` $`…`$ ``, or `$$…$$` inside a paragraph."""
    src, pos = state.src, state.pos
    if fenced := _FENCED.match(src, pos, state.posMax):
        return _push(state, fenced[1], fenced.end(), silent=silent)
    if src.startswith("$$", pos):
        end = src.find("$$", pos + 2, state.posMax)
        content = src[pos + 2 : end].strip()
        if end < 0 or not content:
            run = len(src) - pos - len(src[pos:].lstrip("$")) if end == pos + 2 else 2
            return _skip(state, run, silent=silent)
        return _push(state, content, end + 2, silent=silent, display=True)
    end = _closing(src, pos, state.posMax)
    if end < 0:
        return False
    return _push(state, src[pos + 1 : end], end + 1, silent=silent)


def _closing(src: str, pos: int, maximum: int) -> int:
    """Return where the formula that begins at a dollar sign ends, or -1 where the sign begins none.

    Pandoc's rule: no space after the first sign or before the last, which no digit follows; and, as on GitHub, no
    letter or digit stands right outside. An amount (`$5 for 10$`) is none: a number and words, with no sign of TeX.
    """
    first = src[pos + 1 : pos + 2]
    if not first or first.isspace() or (pos and src[pos - 1] in _LETTERS):
        return -1
    end = pos
    while True:
        end = src.find("$", end + 1, min(maximum, pos + _LONGEST))
        if end < 0:
            return -1
        if (end - len(src[pos + 1 : end].rstrip("\\"))) % 2 == (pos + 1) % 2:
            break
    content = src[pos + 1 : end]
    if not content or content[-1].isspace() or src[end + 1 : end + 2] in _LETTERS:
        return -1
    return -1 if _AMOUNT.match(content) and not _TEX.search(content.replace("\\$", "")) else end


def _push(state: StateInline, tex: str, end: int, *, silent: bool, display: bool = False) -> bool:
    if not silent:
        token = state.push("formula", "", 0)
        token.content = tex
        token.meta = {"display": display}
    state.pos = end
    return True


def _skip(state: StateInline, count: int, *, silent: bool) -> bool:
    if not silent:
        state.push("text", "", 0).content = state.src[state.pos : state.pos + count]
    state.pos += count
    return True


def formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read `$$…$$` that begins a line and ends one."""
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    if not first.startswith("$$"):
        return False
    closed = len(first) > 4 and first.endswith("$$")  # noqa: PLR2004 - two signs at each end
    if "$$" in first[2:] and not closed:
        return False
    last = start if closed else _last_line(state, start, end)
    if last < 0 or (closed and "$$" in first[2:-2]):
        return False
    if silent:
        return True
    content = state.getLines(start, last + 1, state.blkIndent, False).strip()  # noqa: FBT003
    token = state.push("formula_block", "", 0)
    token.content = content[2:-2].strip()
    token.map = [start, last + 1]
    state.line = last + 1
    return True


def _last_line(state: StateBlock, start: int, end: int) -> int:
    """Return the line that closes a block of math, or -1. What was looked for in vain is not looked for again."""
    known = state.env.setdefault("unclosed math", {}).get(end)
    if known is not None and start >= known:
        return -1
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return -1
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if "$$" in text:
            return line if text.count("$$") == 1 and text.endswith("$$") else -1
    state.env["unclosed math"][end] = start
    return -1
