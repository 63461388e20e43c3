"""Markdown's syntax as journals use it: which rules a text needs, and the parser that has them.

A text without `[^`, `$`, `[[` and the like is read by a parser without the rules for them: the result is the same, for each of
these rules begins with a sign that the test here looks for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from journal_site.reading.markdown_block import FastBlock
from journal_site.reading.markdown_inline import FastInline

if TYPE_CHECKING:
    from markdown_it.token import Token

_PLAIN_URL = re.compile(r"(?:https?://[a-z0-9][a-z0-9.-]*|mailto:|/|\.|#|[A-Za-z0-9])[\w;/?:@&=+$,.!~*'()#-]*", re.ASCII)

TABLES = 1
URLS = 2
EXTRAS = 4
_DELIMITER_ROW = re.compile(r"^[ \t>*+\d.)-]*[|:-][ \t|:-]*$", re.MULTILINE)
_EXTRA = re.compile(
    r"\[\^|\^\[|\$|\[\[|~|==|\[!|\)\[|:[a-z0-9+-][\w+-]*:|^[ \t>*+\d.)-]*:[ \t]", re.IGNORECASE | re.MULTILINE
)


class Markdown(MarkdownIt):
    """A parser whose loops are our own; it makes tokens and renders nothing."""

    def __init__(self, features: int = 0) -> None:
        """Set up the rules that the features ask for."""
        super().__init__("commonmark", {"maxNesting": 50})
        self.block: FastBlock = FastBlock()
        self.inline: FastInline = FastInline()
        if features & TABLES:
            self.block.add_tables()

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Return a link's target as it is written into HTML."""
        return url if _PLAIN_URL.fullmatch(url) else super().normalizeLink(url)

    def read_blocks(self, text: str, env: dict[str, Any]) -> list[Token]:
        """Return the tokens of a text, with the content of paragraphs not yet read."""
        tokens: list[Token] = []
        self.block.parse(text, self, env, tokens)
        return tokens

    def read_inline(self, content: str, env: dict[str, Any]) -> list[Token]:
        """Return the tokens of a paragraph's content."""
        return self.inline.parse(content, self, env, [])


def features_of(text: str) -> int:
    """Return which rules a text may need beyond CommonMark's."""
    features = 0
    if "|" in text and _DELIMITER_ROW.search(text):
        features |= TABLES
    if "://" in text or "www." in text or "@" in text:
        features |= URLS
    if _EXTRA.search(text):
        features |= EXTRAS
    return features


@lru_cache(maxsize=8)
def parser(features: int) -> Markdown:
    """Return the parser for a set of features; making one takes about a millisecond."""
    return Markdown(features)
