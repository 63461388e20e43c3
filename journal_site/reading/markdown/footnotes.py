"""Footnotes: where they are defined, apart from the text that refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def take_definitions(tokens: list[Token]) -> dict[str, list[Token]]:
    """Take the definitions out of a text's tokens, by label; two with one label are one."""
    found: dict[str, list[Token]] = {}
    kept: list[Token] = []
    inside: list[list[Token]] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            inside.append(found.setdefault(token.meta["label"], []))
        elif token.type == "footnote_reference_close":
            inside.pop()
        else:
            (inside[-1] if inside else kept).append(token)
    tokens[:] = kept
    return found
