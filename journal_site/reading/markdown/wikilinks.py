"""Wikilinks as Obsidian and others write them: `[[target]]`, `[[target#heading|text]]`, `![[picture.png|300]]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import normalizeReference

from journal_site.expressions import expression

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_WIKILINK = expression(r"!?\[\[([^\[\]|\n]+?)\\?(?:\|([^\[\]\n]*))?\]\](?!\()")
_NUMBERS = expression(r"[\d\s.,;:+*/eE-]*,[\d\s.,;:+*/eE-]*")
_ELSEWHERE = expression(r"#|//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SIZE = expression(r"\s*(\d{1,5})(?:x(\d{1,5}))?\s*")


def wikilink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a wikilink or an embed; lists of numbers and references to elsewhere (`[[1]]`) are none.

    Where the text defines its target as a file, as Foam does for other programs, the link leads there.
    """
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if match is None or not match[1].strip() or _NUMBERS.fullmatch(match[1]):
        return False
    embed = match[0][0] == "!"
    defined = state.env.get("references", {}).get(normalizeReference(match[1]), {}).get("href", "")
    if not embed and (state.linkLevel > 0 or (defined and _ELSEWHERE.match(defined))):
        return False
    if not silent:
        target, text = match[1].strip(), (match[2] or "").strip()
        if embed:
            _push_embed(state, target, text)
        elif defined:
            state.push("link_open", "a", 1).attrs = {"href": defined}
            state.push("text", "", 0).content = text or shown(target)
            state.push("link_close", "a", -1)
        else:
            token = state.push("wikilink", "", 0)
            token.meta = {"target": target}
            token.content = text or shown(target)
    state.pos = match.end()
    return True


def shown(target: str) -> str:
    """Return how a target without a text is shown."""
    page, sign, heading = target.partition("#")
    if not sign:
        return target
    heading = heading.lstrip("^").replace("#", " › ")
    return f"{page} › {heading}" if page else heading


def _push_embed(state: StateInline, target: str, text: str) -> None:
    alt, _, last = text.rpartition("|")
    size = _SIZE.fullmatch(last)
    token = state.push("embed", "", 0)
    token.content = alt.strip() if size else text
    names = ("width", "height")
    token.meta = {
        "target": target,
        "attributes": tuple((name, value) for name, value in zip(names, size.groups(), strict=True) if value)
        if size
        else (),
    }
