"""How a parser learns to read marks, with nothing loaded before a text needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.reading.dialects.generators.marks import SIGN

if TYPE_CHECKING:
    from journal_site.reading.markdown.parser import Markdown


def extend(markdown: Markdown) -> None:
    """Add the rules that read marks."""
    from journal_site.reading.dialects.generators.mark_rules import read_block_mark, read_mark  # noqa: PLC0415

    markdown.block.add(SIGN, read_block_mark)
    markdown.add_inline(SIGN, read_mark)
