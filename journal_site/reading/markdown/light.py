"""Tokens and parser states that cost less than markdown-it's own: a token's fields have defaults on the class.

A body of 2 KB makes some 180 tokens, and markdown-it's own initialiser was a tenth of the time of reading it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_NOTHING: Mapping[str, Any] = MappingProxyType({})

Search = Callable[..., "re.Match[str] | None"]

_SPACES = (" ", "\t")


def _next_end(end: int, length: int) -> int:
    return end + 1 + length


def _width(indent: str) -> int:
    """Return how many columns white space takes, with tabs to every fourth."""
    return len(indent) if "\t" not in indent else len(indent.expandtabs(4))


class LightToken:
    """A token as markdown-it's rules and our renderer use it; the shared defaults cannot be changed in place."""

    attrs: Mapping[str, Any] = _NOTHING
    map: list[int] | None = None
    level = 0
    children: list[Token] | None = None
    content = ""
    markup = ""
    info = ""
    meta: Mapping[str, Any] = _NOTHING
    block = False
    hidden = False
    position = -1
    """Of an inline token: where in the inline content it begins, as far as its line matters."""

    def __init__(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> None:
        """Make a token of a type."""
        self.type = ttype
        self.tag = tag
        self.nesting = nesting

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802 - markdown-it's rules call it
        """Set one attribute."""
        self.attrs = {**self.attrs, name: value}


class LightText(LightToken):
    """A token of text: a third of all."""

    type = "text"
    tag = ""
    nesting = 0

    def __init__(self, content: str, level: int) -> None:
        """Make a token of some text."""
        self.content = content
        self.level = level


def plain_token(text: str) -> Token:
    """Return a token that is text and nothing else."""
    token: Any = LightText(text, 0)
    return token  # type: ignore[no-any-return]


def push_inline(state: StateBlock, name: str, tag: str, content: str, lines: list[int]) -> None:
    """Append the three tokens of a block that holds inline content."""
    level = state.level
    opening, inline, closing = (
        LightToken(f"{name}_open", tag, 1),
        LightToken("inline", "", 0),
        LightToken(f"{name}_close", tag, -1),
    )
    opening.level = closing.level = level
    opening.map = [lines[0], state.line]
    inline.level = level + 1
    inline.content = content
    inline.map = lines
    tokens: list[Any] = state.tokens
    tokens += (opening, inline, closing)


class LightBlock(StateBlock):
    """The state of the block parser, with light tokens."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        """Note where lines begin and end, and how far they are indented, as markdown-it's own does."""
        self.src, self.md, self.env, self.tokens = src, md, env, tokens
        self.blkIndent = self.line = self.level = 0
        self.ddIndent = self.listIndent = -1
        self.tight = False
        self.parentType = "root"
        self.result = ""
        self._code_enabled = True
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()
        self.eMarks = list(accumulate(map(len, lines), _next_end, initial=-1))[1:]
        self.bMarks = [0, *[end + 1 for end in self.eMarks[:-1]]] if lines else []
        self.tShift = [0 if line[:1] not in _SPACES else len(line) - len(line.lstrip(" \t")) for line in lines]
        self.sCount = [_width(line[:shift]) if shift else 0 for line, shift in zip(lines, self.tShift, strict=True)]
        self.bsCount = [0] * (len(lines) + 1)
        self.lineMax = len(lines)
        for marks, last in ((self.bMarks, len(src)), (self.eMarks, len(src)), (self.tShift, 0), (self.sCount, 0)):
            marks.append(last)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a token; as markdown-it's own, except for the token's class."""
        token: Any = LightToken(ttype, tag, nesting)
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token  # type: ignore[no-any-return]


class LightInline(StateInline):
    """The state of the inline parser, with light tokens that know where they begin."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token], special: Search) -> None:
        """Begin at the content's first character; `special` finds the next one that is no plain text."""
        self.special = special
        self.parts: list[str] = []
        super().__init__(src, md, env, tokens)

    @property
    def pending(self) -> str:
        """The text that no token holds yet."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    @pending.setter
    def pending(self, value: str) -> None:
        self.parts = [value] if value else []

    def append_pending(self, text: str) -> None:
        """Add to the text that no token holds yet."""
        self.parts.append(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        """Turn the text gathered so far into a token."""
        parts = self.parts
        token: Any = LightText(parts[0] if len(parts) == 1 else "".join(parts), self.pendingLevel)
        self.tokens.append(token)
        self.parts = []
        return token  # type: ignore[no-any-return]

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a token; as markdown-it's own, except for the token's class and place."""
        if self.parts:
            self.pushPending()
        token: Any = LightToken(ttype, tag, nesting)
        meta = None
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        token.level = self.level
        token.position = self.pos
        if nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            meta = {"delimiters": self.delimiters}
            self.tokens_meta.append(meta)
        self.pendingLevel = self.level
        self.tokens.append(token)
        return token  # type: ignore[no-any-return]
