"""Passages: `![[note]]` on a line of its own, which shows another text among the blocks of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from journal_site.expressions import expression
from journal_site.file_kinds import LINKED_TEXT_SUFFIXES
from journal_site.reading.markdown.light import LightToken

if TYPE_CHECKING:
    import re

    from markdown_it.token import Token

_LINE = expression(r"[ \t]*!\[\[(?P<target>[^\[\]|\n]+?)\\?(?:\|(?P<text>[^\[\]\n]*))?\]\][ \t]*")
_FILE = expression(r"(?:.*[^/])?(\.[a-z]\w{0,9})")
"""A name that ends as files do."""


def find_passages(tokens: list[Token]) -> None:
    """Part each paragraph at the lines that only embed another text, in place."""
    index = 0
    while index < len(tokens) - 2:
        if tokens[index].type == "paragraph_open" and "![[" in tokens[index + 1].content:
            parted = _part(*tokens[index : index + 3])
            tokens[index : index + 3] = parted
            index += len(parted)
        else:
            index += 1


def _part(opening: Token, inline: Token, closing: Token) -> list[Token]:
    first = inline.map[0] if inline.map else 0
    lines = inline.content.split("\n")
    matches = [_passage(line) for line in lines]
    if not any(matches):
        return [opening, inline, closing]
    found: list[Token] = []
    kept: list[str] = []
    for at, match in enumerate([*matches, None]):
        is_end = at == len(lines)
        if match is None and not is_end:
            kept.append(lines[at])
            continue
        if kept:
            found += _paragraph(opening, inline, closing, "\n".join(kept), first + at - len(kept))
            kept = []
        if match is not None:
            found.append(_token("passage", inline.level - 1, lines[at], first + at))
            found[-1].meta = {"target": match["target"].strip(), "text": (match["text"] or "").strip()}
    if "name" in opening.meta:
        found[0].meta = {**opening.meta, **found[0].meta}
    return found


def _passage(line: str) -> re.Match[str] | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    suffix = _FILE.fullmatch(match["target"].partition("#")[0].strip().lower())
    return match if suffix is None or suffix[1] in LINKED_TEXT_SUFFIXES else None


def _paragraph(opening: Token, inline: Token, closing: Token, content: str, line: int) -> list[Token]:
    own = [_token(part.type, part.level, "", line) for part in (opening, inline, closing)]
    own[0].hidden = own[2].hidden = opening.hidden
    own[1].content, own[1].meta = content.strip(), inline.meta
    own[0].nesting, own[2].nesting = 1, -1
    return own


def _token(kind: str, level: int, content: str, line: int) -> Token:
    token = LightToken(kind, "", 0)
    token.level, token.content, token.map = level, content, [line, line + 1]
    return cast("Token", token)
