"""Markdown's syntax as journals use it: which rules a text needs, and the parser that has them.

A text without `[^`, `$`, `[[` and the like is read by a parser without the rules for them: the result is the same, for each of
these rules begins with a sign that the test here looks for.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_inline, footnote_ref

from journal_site.reading import autolinks, emoji, formulas, marks, wikilinks
from journal_site.reading.markdown_block import FastBlock, Rule
from journal_site.reading.markdown_inline import FastInline

if TYPE_CHECKING:
    from markdown_it.token import Token

_PLAIN_URL = re.compile(r"(?:https?://[a-z0-9][a-z0-9.-]*|mailto:|/|\.|#|[A-Za-z0-9])[\w;/?:@&=+$,.!~*'()#-]*", re.ASCII)

TABLES = 1
URLS = 2
EXTRAS = 4
_DELIMITER_ROW = re.compile(r"^[ \t>*+\d.)-]*[|:-][ \t|:-]*$", re.MULTILINE)
_EXTRA_SIGNS = ("$", "~", "[[", "[^", "^[", "[!", "==", ")[")
_EXTRA = re.compile(r":[a-z0-9+-][\w+-]*:|(?:\n|^)[ \t>*+\d.)-]*:[ \t]", re.ASCII)


class Markdown(MarkdownIt):
    """A parser whose loops are our own; it makes tokens and renders nothing."""

    def __init__(self, features: int = 0) -> None:
        """Set up the rules that the features ask for."""
        super().__init__("commonmark", {"maxNesting": 50})
        self.block: FastBlock = FastBlock()
        self.inline: FastInline = FastInline()
        if features & TABLES:
            self.block.add_tables()
        if features & URLS:
            self._add_urls()
        if features & EXTRAS:
            self._add_extras()

    def _add_urls(self) -> None:
        self.inline.add("hHwW", autolinks.bare_url, *autolinks.URL_WORDS)
        self.inline.add("@", autolinks.bare_mail)

    def _add_extras(self) -> None:
        """Add the rules for signs that most texts do without."""
        inline, block = self.inline, self.block
        inline.add("(", autolinks.swapped_link, autolinks.SWAPPED_WORD)
        inline.add(":", emoji.shortcode, emoji.WORD)
        inline.add("~", marks.strike, pairs=marks.pair_marks)
        inline.add("=", marks.highlight, "==")
        inline.add("^", footnote_inline, r"\^\[")
        inline.add("[", partial(footnote_ref, always_match=False))
        inline.add("[!", wikilinks.wikilink)
        inline.add("$", formulas.inline_formula)
        block.add("[", footnote_def, name="footnote_def")
        block.add("$", formulas.formula_block, name="formula")
        block.add_last(_definition_list(self), ":~")

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
    if any(sign in text for sign in _EXTRA_SIGNS) or _EXTRA.search(text):
        features |= EXTRAS
    return features


def _definition_list(markdown: MarkdownIt) -> Rule:
    """Return the plugin's rule, which it keeps to itself."""
    deflist_plugin(markdown)
    return next(rule for rule in markdown.block.ruler.getRules("") if rule.__name__ == "deflist")


@lru_cache(maxsize=8)
def parser(features: int) -> Markdown:
    """Return the parser for a set of features; making one takes about a millisecond."""
    return Markdown(features)
