"""The block parser: markdown-it's rules, each tried only at the characters that it can begin with.

The result is that of markdown-it-py's own loop (a test compares them), except where nesting is deeper than the parser
goes: what markdown-it would leave out is then kept as plain paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markdown_it import rules_block
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

from journal_site.reading.contents import cut_rows
from journal_site.reading.contents.raw_html import closed_html_block
from journal_site.reading.markdown.inlines import NESTING
from journal_site.reading.markdown.light import LightBlock, push_inline
from journal_site.reading.markdown.lists import BULLETS, CODE, ends_item, is_plain_bullet, read_list

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a heading with its signs before it."""
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    rest = text.lstrip("#")
    level = len(text) - len(rest)
    if level > 6 or rest[:1] not in ("", " ", "\t"):  # noqa: PLR2004 - h6 is the last
        return False
    if silent:
        return True
    rest = rest.rstrip(" \t")
    bare = rest.rstrip("#")
    if bare != rest and bare[-1:] in (" ", "\t"):
        rest = bare
    state.line = start + 1
    push_inline(state, "heading", f"h{level}", rest.strip(MD_TRIM_CHARS), [start, start + 1])
    return True


_LISTS = dict.fromkeys("+0123456789", (read_list,))
_RULES: dict[str, tuple[BlockRule, ...]] = {
    "`": (rules_block.fence,),
    "~": (rules_block.fence,),
    ">": (rules_block.blockquote,),
    "-": (rules_block.hr, read_list),
    "*": (rules_block.hr, read_list),
    "_": (rules_block.hr,),
    "[": (rules_block.reference,),
    "<": (closed_html_block,),
    "#": (_heading,),
    **_LISTS,
}
_NEVER_END = (rules_block.reference,)
"""Rules that begin no block in the middle of a paragraph."""
_TABLE_SIGNS = frozenset("|-:")


class _Chains(Ruler[BlockRule]):
    """The rules that end a block, as one that looks at the line's first character."""

    quick: dict[str, list[BlockRule]]

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - markdown-it's names
        """Return the rules of a chain."""
        return self.quick.get(chainName) or super().getRules(chainName)


class FastBlock(ParserBlock):
    """markdown-it's block parser with its rules by their first character."""

    def __init__(self) -> None:
        """Begin with CommonMark's rules."""
        super().__init__()
        chains = _Chains()
        chains.__rules__ = self.ruler.__rules__
        chains.quick = {"list": [ends_item], "blockquote": [self._ends_here]}
        self.ruler = chains
        self._rules = dict(_RULES)
        self._ends = {
            start: tuple(rule for rule in rules if rule not in _NEVER_END) for start, rules in self._rules.items()
        }
        self._last: tuple[BlockRule, ...] = ()
        self._tables = False

    def add(self, start: str, rule: BlockRule) -> None:
        """Add a rule for lines that begin with a character; it also ends a paragraph before it."""
        self._rules[start] = (rule, *self._rules.get(start, ()))
        self._ends[start] = (rule, *self._ends.get(start, ()))

    def add_tables(self) -> None:
        """Read tables."""
        self._tables = True

    def add_last(self, rule: BlockRule, ends: str) -> None:
        """Add a rule that any line may begin, before what is left is a paragraph; it ends one at the signs `ends`."""
        self._last += (rule,)
        for start in ends:
            self._ends[start] = (*self._ends.get(start, ()), rule)

    def is_plain(self, src: str, first: int) -> bool:
        """Tell whether a line whose text begins at `first`, indented no further than its block, is a paragraph's."""
        sign = src[first]
        begins = sign in self._rules and (sign != "`" or src.startswith("```", first))
        return not (begins or self._tables or self._last)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - markdown-it's names
        """Make tokens of a range of lines."""
        begins, shifts, ends, counts = state.bMarks, state.tShift, state.eMarks, state.sCount
        line, had_empty_lines = startLine, False
        while line < endLine:
            while line < state.lineMax and begins[line] + shifts[line] >= ends[line]:
                line += 1
            state.line = line
            if line >= endLine or counts[line] < state.blkIndent:
                break
            if state.level >= NESTING:
                _keep_as_text(state, line, endLine)
                break
            self._read_block(state, line, endLine)
            state.tight = not had_empty_lines
            line = state.line
            if line <= endLine and state.isEmpty(line - 1):
                had_empty_lines = True
            if line < endLine and state.isEmpty(line):
                had_empty_lines = True
                line += 1
                state.line = line

    def _read_block(self, state: StateBlock, line: int, end: int) -> None:
        if self._tables and self._may_head_table(state, line, end) and _begin(cut_rows.table, state, line, end):
            return
        if state.sCount[line] - state.blkIndent >= CODE:
            if _begin(rules_block.code, state, line, end):
                return
        else:
            for rule in self._rules.get(state.src[state.bMarks[line] + state.tShift[line]], ()):
                if _begin(rule, state, line, end):
                    return
        for rule in self._last:
            if _begin(rule, state, line, end):
                return
        self._read_paragraph(state, line, end)

    @staticmethod
    def _may_head_table(state: StateBlock, line: int, end: int) -> bool:
        """Tell whether the next line may be the one below a table's head."""
        following = line + 1
        if following >= end:
            return False
        first = state.bMarks[following] + state.tShift[following]
        return state.src[first : first + 1] in _TABLE_SIGNS

    def _read_paragraph(self, state: StateBlock, start: int, end: int) -> None:
        """Read a paragraph, or a heading that is underlined."""
        parent, state.parentType = state.parentType, "paragraph"
        line, level = self._find_end(state, start, end)
        content = _content(state, start, line)
        state.parentType = parent
        state.line = line + 1 if level else line
        if level:
            push_inline(state, "heading", f"h{level}", content, [start, line])
        else:
            push_inline(state, "paragraph", "p", content, [start, line])

    def _find_end(self, state: StateBlock, start: int, end: int) -> tuple[int, int]:
        """Return the line after a paragraph's last, and its level where that line underlines a heading."""
        begins, shifts, ends, counts, src = state.bMarks, state.tShift, state.eMarks, state.sCount, state.src
        indent, closing = state.blkIndent, self._ends
        line = start + 1
        while line < state.lineMax:
            first = begins[line] + shifts[line]
            if first >= ends[line]:
                break
            count = counts[line]
            if count - indent >= CODE:
                line += 1
                continue
            sign = src[first]
            if sign in "-=" and count >= indent and line < end:
                level = _underline(src[first : ends[line]], sign)
                if level:
                    return line, level
            if count >= 0:
                if sign in closing and self._ends_here(state, line, state.lineMax, True):  # noqa: FBT003
                    break
                if self._tables and rules_block.table(state, line, state.lineMax, True):  # noqa: FBT003
                    break
            line += 1
        return line, 0

    def _ends_here(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        """Tell whether another block begins at a line, and so ends the one before it."""
        if state.sCount[line] - state.blkIndent >= CODE:
            return False
        first = state.bMarks[line] + state.tShift[line]
        sign = state.src[first : first + 1]
        if sign in BULLETS and _is_plain_item(state, line, first):
            return True
        return any(rule(state, line, end, silent) for rule in self._ends.get(sign, ()))

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Append the text's tokens to `outTokens`, and return them."""
        if not src:
            return None
        state = LightBlock(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


def _content(state: StateBlock, start: int, end: int) -> str:
    """Return the text of a paragraph's lines; `getLines` looks at each sign of their indents, which seldom matter."""
    if end == start + 1:
        text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    elif state.level == 0:
        text = state.src[state.bMarks[start] : state.eMarks[end - 1]]
    else:
        text = state.getLines(start, end, state.blkIndent, False)  # noqa: FBT003
    return text.strip(MD_TRIM_CHARS)


def _begin(rule: BlockRule, state: StateBlock, line: int, end: int) -> bool:
    return rule(state, line, end, False)  # noqa: FBT003 - markdown-it's signature


def _underline(text: str, sign: str) -> int:
    if text.rstrip(" \t").strip(sign):
        return 0
    return 1 if sign == "=" else 2


def _is_plain_item(state: StateBlock, line: int, first: int) -> bool:
    """Tell whether a line that begins with a bullet is a list's item that says something."""
    count = state.sCount[line]
    return is_plain_bullet(state, line, first) and (
        state.listIndent < 0 or count - state.listIndent < CODE or count >= state.blkIndent
    )


def _keep_as_text(state: StateBlock, start: int, end: int) -> None:
    """Keep lines that are nested deeper than the parser goes, as one paragraph."""
    content = state.getLines(start, end, state.blkIndent, False).strip()  # noqa: FBT003
    push_inline(state, "paragraph", "p", content, [start, end])
    state.line = end
