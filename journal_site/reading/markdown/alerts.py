"""Alerts: GitHub's `> [!NOTE]`, and Obsidian's callouts with a title and a sign that folds them (`> [!tip]- More`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal_site.expressions import expression

if TYPE_CHECKING:
    import re

    from markdown_it.token import Token

_MARKER = expression(r"\[!([\w -]{1,40})(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")
_SAME = {
    "summary": "abstract", "tldr": "abstract", "hint": "tip", "check": "success", "done": "success", "help": "question",
    "faq": "question", "attention": "warning", "fail": "failure", "missing": "failure", "error": "danger",
    "cite": "quote",
}  # fmt: skip
KINDS = frozenset(
    "note tip important warning caution abstract info todo success question failure danger bug example quote".split()
)
"""Each is a class `alert-KIND`; what is none of them is `alert-other`."""


def alert_of(word: str, title: str) -> tuple[str, str]:
    """Return the kind of alert that a word names, and its title: the word itself where it names no kind of ours."""
    name = _SAME.get(word.lower(), word.lower())
    return (name, title) if name in KINDS else ("other", title or word.capitalize())


def find_alerts(tokens: list[Token]) -> None:
    """Turn the block quotes that begin with a marker into alerts, in place."""
    index = 0
    while index < len(tokens) - 2:
        inline = tokens[index + 2]
        if tokens[index].type == "blockquote_open" and tokens[index + 1].type == "paragraph_open":
            match = _MARKER.match(inline.content)
            if match:
                _make_alert(tokens, index, match)
        index += 1


def _make_alert(tokens: list[Token], index: int, match: re.Match[str]) -> None:
    kind, title = alert_of(match[1].strip(), match[3].strip())
    meta: dict[str, Any] = {"kind": kind, "title": title, "fold": match[2]}
    close = next(at for at in range(index, len(tokens)) if _closes(tokens[at], tokens[index]))
    tokens[index].type, tokens[close].type = "alert_open", "alert_close"
    tokens[index].meta = {**tokens[index].meta, **meta}
    tokens[close].meta = meta
    inline = tokens[index + 2]
    inline.content = inline.content[match.end() :]
    if not inline.content.strip():
        del tokens[index + 1 : index + 4]
    elif inline.map:
        inline.map = [inline.map[0] + 1, inline.map[1]]


def _closes(token: Token, opening: Token) -> bool:
    return token.type == "blockquote_close" and token.level == opening.level
