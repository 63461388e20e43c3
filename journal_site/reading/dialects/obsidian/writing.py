"""How a vault's fields and queries are written."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression

if TYPE_CHECKING:
    from markdown_it.token import Token

    from journal_site.reading.dialects.contract import InlineWriter, Writer

QUERIES: Final = {
    "dataview": "Dataview's query", "dataviewjs": "Dataview's script", "base": "Obsidian's base",
    "bases": "Obsidian's base", "tasks": "the Tasks plugin's query", "query": "Obsidian's search",
    "meta-bind": "the Meta Bind plugin's view", "button": "the Buttons plugin's button",
    "chart": "the Charts plugin's chart", "templater": "Templater's script",
}  # fmt: skip
"""Code of which a vault's programs show the result, by the names of its languages."""
_TAGS: Final = frozenset({"tag", "tags"})
_PARTS: Final = expression(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]|#?([^\s,#\[\]][^,#\[\]]*)")


def write_query(writer: Writer, token: Token, _: int) -> None:
    """Write what only a program of the vault's can show: as the code that it is."""
    what = QUERIES[token.info.split()[0].lower()]
    line = token.map[0] if token.map else 0
    writer.found.warn(
        "syntax-unknown", f"{what} is shown as code: its result is known to its program alone", line,
        hint="write down the result where readers are to see it", severity="notice",
    )  # fmt: skip
    token.type = "fence"
    writer.render_within([token])


def write_field(writer: InlineWriter, token: Token, plain: list[str], _: list[int]) -> None:
    """Write `[key:: value]` as the two, `(key:: value)` as the value, as Dataview shows them; tags are topics."""
    key = token.meta["key"]
    if token.meta["shown"]:
        writer.out.append(f'<strong class="field">{escape(key, quote=False)}</strong> ')
        plain.append(f"{key}: ")
    if key.casefold() in _TAGS:
        found = ((link or word).strip() for link, word in _PARTS.findall(token.meta["value"]))
        writer.found.topics.update(dict.fromkeys(filter(None, found)))
