"""How a graph's tags, references and macros are written."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from journal_site.reading.dialects.contract import InlineWriter


def write_tag(writer: InlineWriter, token: Token, plain: list[str], masked: list[int]) -> None:
    """Write `#[[two words]]`: a topic."""
    writer.found.topics[token.content] = None
    masked.append(len(plain))
    plain.append(f"#{token.content}")
    writer.out.append(f"#{escape(token.content, quote=False)}")


def write_reference(writer: InlineWriter, token: Token, plain: list[str], masked: list[int]) -> None:
    """Write `((id))`: a link to a block, whose words the plan knows."""
    position = token.position  # type: ignore[attr-defined]
    number = writer.reserve("embed", token.content, position, text=token.content, form="words")
    masked.append(len(plain))
    plain.append("")
    writer.out.append(writer.slot_tag(number, "img src"))


def write_macro(writer: InlineWriter, token: Token, plain: list[str], masked: list[int]) -> None:
    """Write `{{query …}}`, `[:em …]`, or another macro whose result is Logseq's alone, as the code that it is."""
    line = writer.line_at(token.position)  # type: ignore[attr-defined]
    name = token.content.strip("{}[]").split()[0]
    writer.found.warn(
        "syntax-unknown", f"Logseq's macro '{name}' is shown as code: its result is known to Logseq alone", line,
        hint="write down the result where readers are to see it", severity="notice",
    )  # fmt: skip
    masked.append(len(plain))
    plain.append(token.content)
    writer.out.append(f"<code>{escape(token.content, quote=False)}</code>")
