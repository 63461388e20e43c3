"""What dialects mark in the blocks of a text before they are written: ids, tasks, and other words for a paragraph's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

HAS_NAMES, HAS_BOXES = "has names", "has boxes"
"""What the environment of a text holds where a block has an id, and where one was made a task."""
_CODE = r"(?<!`)(?P<ticks>`+)(?!`)(?:.|\n)+?(?<!`)(?P=ticks)(?!`)"


def name_block(token: Token, name: str, env: dict[str, Any], address: str = "") -> None:
    """Give the block that a token begins an id, and perhaps an address by which links from anywhere name it."""
    token.meta = {**token.meta, "name": name, "address": address}
    env[HAS_NAMES] = True


def make_task(token: Token, sign: str, text: str, env: dict[str, Any]) -> None:
    """Make the inline token of a list's item a task: the sign is a space, `x`, or `-` where nobody will do it."""
    token.content = f"[{'x' if sign == '-' else sign}] {text}"
    token.meta = {"cancelled": True} if sign == "-" else {}
    env[HAS_BOXES] = True


def begins_item(tokens: list[Token], index: int) -> bool:
    """Tell whether the inline token at a place is the beginning of a list's item."""
    return index > 1 and tokens[index - 1].type == "paragraph_open" and tokens[index - 2].type == "list_item_open"


def item_around(tokens: list[Token], index: int) -> int | None:
    """Return the place of the token that begins the list's item that a token stands in."""
    level = tokens[index].level
    for at in range(index - 1, -1, -1):
        if tokens[at].level < level:
            level = tokens[at].level
            if tokens[at].type == "list_item_open":
                return at
    return None


def block_before(tokens: list[Token], index: int) -> int | None:
    """Return the place of the token that begins the block before the one whose first token is at `index`."""
    level = tokens[index].level
    for at in range(index - 1, -1, -1):
        if tokens[at].level == level and tokens[at].nesting >= 0:
            return at
        if tokens[at].level < level:
            return None
    return None


def outermost(tokens: list[Token], index: int) -> int:
    """Return the place of the token that begins the outermost block around the one at `index`."""
    return next(at for at in range(index, -1, -1) if tokens[at].level == 0 and tokens[at].nesting >= 0)


def with_breaks(lines: list[tuple[str, bool]]) -> str:
    """Return lines as a paragraph's content; those that are told to stand alone keep their ends on the page."""
    parts: list[str] = []
    for at, (line, alone) in enumerate(lines):
        broken = at and (alone or lines[at - 1][1])
        parts += ("  \n" if broken else "\n" if at else "", line)
    return "".join(parts)


def replace_outside_code(pattern: str, change: Callable[[re.Match[str]], str], content: str) -> str:
    """Return a paragraph's content with what a pattern finds changed, but for code."""
    return re.sub(
        f"{_CODE}|{pattern}", lambda match: match[0] if match["ticks"] else change(match), content, flags=re.MULTILINE
    )
