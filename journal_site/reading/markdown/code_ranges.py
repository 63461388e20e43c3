"""Where a text is code, by Markdown's own reading: blocks as the parser finds them, spans within each paragraph."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.reading.markdown.parser import EXTRAS, TABLES, parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_CODE_BLOCKS = frozenset({"fence", "code_block", "formula_block"})
_CELLS = frozenset({"th_open", "td_open"})
_BAR = expression(r"(?<!\\)\|")
_TICKS = expression(r"(?<!`)`+(?!`)")


class TextRange(NamedTuple):
    """Part of a text, in characters."""

    start: int
    end: int


class Code(NamedTuple):
    """Where a text is code."""

    blocks: list[TextRange]
    """Fences that are closed, indented code and formulas on lines of their own, in order."""
    paragraphs: list[TextRange]
    """What a code span cannot leave, in order."""


def find_code(text: str) -> Code:
    """Return where a text's blocks of code are, and its paragraphs."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    code = Code([], [])
    tokens = parser(TABLES | EXTRAS).read_blocks(text, {})
    in_cell = False
    for token in tokens:
        if token.type in _CELLS:
            in_cell = True
        elif token.map and token.type in _CODE_BLOCKS:
            if token.type != "fence" or _is_closed(token, lines[token.map[0] + 1 : token.map[1]]):
                code.blocks.append(_range(starts, *token.map))
        elif token.type == "inline" and token.map and not in_cell:
            code.paragraphs.append(_range(starts, *token.map))
        elif token.type == "tr_open" and token.map:
            code.paragraphs.extend(_cells(text, _range(starts, *token.map)))
        elif token.type == "tr_close":
            in_cell = False
    return code


def _is_closed(fence: Token, below: list[str]) -> bool:
    """Tell whether a fence has its end; of one that has not, nobody knows how far its author meant it to go."""
    last = below[-1].strip(" \t>") if below else ""
    return last.startswith(fence.markup) and not last.strip(fence.markup[0])


def _range(starts: list[int], first: int, last: int) -> TextRange:
    return TextRange(starts[first], starts[min(last, len(starts) - 1)])


def _cells(text: str, row: TextRange) -> Iterator[TextRange]:
    start = row.start
    for match in _BAR.finditer(text, row.start, row.end):
        yield TextRange(start, match.start())
        start = match.end()
    yield TextRange(start, row.end)


def span_end(text: str, at: int, limit: int) -> int:
    """Return the end of the code span that begins with the backticks at a place, or the end of those."""
    ticks = _TICKS.match(text, at)
    if ticks is None:
        end = at
        while text[end : end + 1] == "`":
            end += 1
        return max(end, at + 1)
    closing = next((one for one in _TICKS.finditer(text, ticks.end(), limit) if len(one[0]) == len(ticks[0])), None)
    return closing.end() if closing else ticks.end()


def is_code(text: str, code: Code, at: int) -> bool:
    """Tell whether a place is in a block of code or in a code span of its line."""
    block = bisect_right(code.blocks, at, key=attrgetter("start")) - 1
    if block >= 0 and at < code.blocks[block].end:
        return True
    here = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    while (tick := text.find("`", here, at)) >= 0:
        here = span_end(text, tick, end if end >= 0 else len(text))
    return here > at
