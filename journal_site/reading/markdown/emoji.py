"""Emoji by their names: `:rocket:` is 🚀. The table of names is loaded when a text first holds what may be one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

WORD = r"(?<![\w:]):(?=[a-z0-9+-][\w+-]*:)"

_SHORTCODE = expression(r":([a-z0-9+-][\w+-]*):")
_NUMBERS = frozenset({"100", "1234"})


@lru_cache(maxsize=512)
def emoji_named(name: str) -> str:
    """Return the emoji of a name as GitHub and Slack know it, or nothing."""
    if name.isdigit() and name not in _NUMBERS:
        return ""
    import emoji  # noqa: PLC0415 - its table takes 30 ms to load

    code = f":{name}:"
    sign = emoji.emojize(code, language="alias")
    return "" if sign == code else sign


def shortcode(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a name between colons; one that is no emoji's stays text."""
    match = _SHORTCODE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    sign = emoji_named(match[1])
    if not sign:
        return False
    if not silent:
        token = state.push("emoji", "", 0)
        token.content, token.markup = sign, match[0]
    state.pos = match.end()
    return True
