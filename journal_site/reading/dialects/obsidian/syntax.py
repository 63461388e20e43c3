"""Obsidian's syntax: ids of blocks, sizes of pictures, further signs of tasks, Dataview's fields, queries.

What it is comes from Obsidian's help (Internal links, Embed files, Basic formatting syntax, Bases) and Dataview's
documentation (Adding metadata).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from markdown_it import rules_inline

from journal_site.expressions import expression
from journal_site.reading.dialects.obsidian.writing import QUERIES
from journal_site.reading.markdown.marks import (
    begins_item,
    block_before,
    item_around,
    make_task,
    name_block,
    outermost,
    with_breaks,
)

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from journal_site.reading.markdown.parser import Markdown

_ID: Final = expression(r"(?:^|(?<=\s))\^([A-Za-z0-9-]+)[ \t]*\Z")
_SIZE: Final = expression(r"(?:(?P<alt>.*)\||(?=\d{2,}))\s*(?P<width>\d{1,5})(?:x(?P<height>\d{1,5}))?\s*", re.DOTALL)
_TASK: Final = expression(r"\[([^\s\]\[xX])\][ \t]+")
_OPEN: Final = frozenset('/><!?*"liIbpcfkud')
"""Signs of tasks that are begun, moved or marked, as themes for Obsidian have them; all others say that one is done."""
_KEY: Final = r"[*_]{0,3}(?P<key>[^\W\d_](?:[\w/-]| (?=[\w/-])){0,40})[*_]{0,3}::"
_LINE: Final = expression(rf"[ \t]*{_KEY}[ \t]+(?P<value>\S.*)")
_FIELD: Final = expression(rf"[\[(]{_KEY}[ \t]*")
_CLOSING: Final = {"[": "]", "(": ")"}


def extend(markdown: Markdown) -> None:
    """Add all of it to a parser."""
    markdown.add_pass(_change_blocks)
    markdown.add_inline("!", _image)
    markdown.add_inline("[(", _field)


def _change_blocks(tokens: list[Token], env: dict[str, Any], text: str) -> None:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "inline":
            if "^" in token.content and _name(tokens, index, env, text):
                index = max(0, index - 3)
                continue
            if begins_item(tokens, index) and (match := _TASK.match(token.content)):
                sign = match[1] if match[1] == "-" else " " if match[1] in _OPEN else "x"
                make_task(token, sign, token.content[match.end() :], env)
            if "::" in token.content and not tokens[index - 1].type.startswith(("th", "td", "heading")):
                token.content = with_breaks([_bracketed(line) for line in token.content.split("\n")])
        elif token.type == "fence" and (token.info.split() or [""])[0].lower() in QUERIES:
            token.type = "query"
        index += 1


def _bracketed(line: str) -> tuple[str, bool]:
    """Return a line with the field that it may be in brackets, and whether it is one."""
    match = _LINE.fullmatch(line)
    return (f"[{match['key']}:: {match['value'].rstrip()}]", True) if match else (line, False)


def _name(tokens: list[Token], index: int, env: dict[str, Any], text: str) -> bool:
    """Take the id from the end of a block, and give it to what it names; tell whether tokens were taken out."""
    token = tokens[index]
    match = _ID.search(token.content)
    if match is None or not tokens[index - 1].type.startswith(("paragraph", "heading", "td")):
        return False
    name, rest = f"^{match[1]}", token.content[: match.start()]
    if tokens[index - 1].type == "td_open":
        return not rest.strip() and _name_table(tokens, index, name, env)
    if not rest.strip():
        before = block_before(tokens, index - 1)
        if before is None:
            return False
        around = item_around(tokens, index - 1)
        is_below = around is not None and (tokens[before].map or [0, 0])[1] == (token.map or [0])[0]
        name_block(tokens[around if around is not None and is_below else before], name, env)
        del tokens[index - 1 : index + 2]
        return True
    if rest.endswith("\n"):
        around = item_around(tokens, index - 1) if _is_indented(text, token) else None
        named = outermost(tokens, index - 1) if around is None else around
    else:
        named = index - 2 if begins_item(tokens, index) else index - 1
    token.content = rest.rstrip()
    name_block(tokens[named], name, env)
    return False


def _is_indented(text: str, token: Token) -> bool:
    """Tell whether a paragraph's last line is indented: it then belongs to the list's item, and not to the list."""
    last = (token.map or [0])[0] + token.content.count("\n")
    return text.split("\n")[last][:1].isspace()


def _name_table(tokens: list[Token], index: int, name: str, env: dict[str, Any]) -> bool:
    """Take out the row that a table's id makes, which stands on the line below the table."""
    first = next(at for at in range(index, -1, -1) if tokens[at].type == "tr_open")
    last = next(at for at in range(index, len(tokens)) if tokens[at].type == "tr_close")
    if any(part.type == "inline" and part.content.strip() for part in tokens[first:last] if part is not tokens[index]):
        return False
    table = next(at for at in range(first, -1, -1) if tokens[at].type == "table_open")
    name_block(tokens[table], name, env)
    del tokens[first : last + 1]
    if tokens[first - 1].type == "tbody_open":
        del tokens[first - 1 : first + 1]
    return True


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read an image whose alternative text ends with its size: `![alt|100x145](x.png)`, `![250](x.png)`."""
    if not rules_inline.image(state, silent):
        return False
    if not silent and (match := _SIZE.fullmatch(state.tokens[-1].content)):
        token = state.tokens[-1]
        token.content = (match["alt"] or "").strip()
        token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        for name in ("width", "height"):
            if match[name]:
                token.attrSet(name, match[name])
    return True


def _field(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a field of Dataview's in brackets; its value is read as text that stands here."""
    match = _FIELD.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    opening = state.src[state.pos]
    end = _end(state.src, match.end(), state.posMax, opening)
    if end < 0:
        return False
    if not silent:
        token = state.push("field", "", 0)
        value = state.src[match.end() : end]
        token.meta = {"key": match["key"], "value": value, "shown": opening == "["}
        maximum, state.pos, state.posMax = state.posMax, match.end(), end
        state.md.inline.tokenize(state)
        state.posMax = maximum
    state.pos = end + 1
    return True


def _end(text: str, at: int, limit: int, opening: str) -> int:
    """Return where the bracket closes that is open at a place, or -1."""
    closing, depth = _CLOSING[opening], 1
    for place in range(at, limit):
        if text[place] == "\n":
            return -1
        depth += (text[place] == opening) - (text[place] == closing)
        if not depth:
            return place
    return -1
