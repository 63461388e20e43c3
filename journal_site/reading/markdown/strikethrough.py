"""Strikethrough as GitHub reads it (`~~gone~~`, `~gone~`), and highlights (`==seen==`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_NAMES = {-1: "s", -2: "s", -3: "mark"}
"""Token names by delimiter: `~`, `~~`, `==`. Negative, since markdown-it's own delimiters are code points."""
_WIDEST = 2


def strike(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Note one or two tildes as a delimiter; a single one inside a word (`1~2`) is none."""
    if silent:
        return False
    scanned = state.scanDelims(state.pos, True)  # noqa: FBT003
    if scanned.length == 1:
        scanned = state.scanDelims(state.pos, False)  # noqa: FBT003
    return _note(state, scanned.length, -scanned.length, opens=scanned.can_open, closes=scanned.can_close)


def highlight(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Note two equal signs as a delimiter, where they are not inside a word (`a==b`)."""
    if silent:
        return False
    scanned = state.scanDelims(state.pos, False)  # noqa: FBT003
    if scanned.length == 1:
        return False
    return _note(state, scanned.length, -3, opens=scanned.can_open, closes=scanned.can_close)


def _note(state: StateInline, length: int, marker: int, *, opens: bool, closes: bool) -> bool:
    sign = state.src[state.pos]
    state.push("text", "", 0).content = sign * length
    if length <= _WIDEST:
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(marker=marker, length=0, token=token, end=-1, open=opens, close=closes))
    state.pos += length
    return True


def pair_marks(state: StateInline) -> None:
    """Turn the delimiters that found their pair into tags."""
    lists = [state.delimiters, *(meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)]
    for delimiters in lists:
        for opening in delimiters:
            name = _NAMES.get(opening.marker)
            if name is None or opening.end < 0:
                continue
            for at, suffix, nesting in ((opening.token, "open", 1), (delimiters[opening.end].token, "close", -1)):
                token = state.tokens[at]
                token.type, token.nesting, token.content = f"{name}_{suffix}", nesting, ""
