"""Markdown's syntax as journals use it: which rules a text needs, and the parser that has them.

A text without `[^`, `$`, `[[` and the like is read by a parser without the rules for them: the result is the same, for
each of these rules begins with a sign that the test here looks for.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_inline, footnote_ref

from journal_site.expressions import expression
from journal_site.reading.markdown import autolinks, emoji, formulas, wikilinks
from journal_site.reading.markdown import strikethrough as marks
from journal_site.reading.markdown.blocks import BlockRule, FastBlock
from journal_site.reading.markdown.inlines import NESTING, FastInline, InlineRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

_PLAIN_URL = expression(
    r"(?:https?://[a-z0-9][a-z0-9.-]*|mailto:|/|\.|#|[A-Za-z0-9])[\w;/?:@&=+$,.!~*'()#-]*", re.ASCII
)

TABLES = 1
EXTRAS = 2
_DELIMITER_ROW = expression(r"\n[ \t>*+\d.)-]*[|:-][ \t|:-]*(?:\n|$)")
_EXTRA_SIGNS = ("$", "~", "[[", "[^", "^[", "[!", "==", ")[")
_SHORTCODE = expression(r":[a-z0-9+-][\w+-]*:", re.ASCII)
_DEFINITION = expression(r"\n[ \t>*+\d.)-]*:[ \t]")


BlockPass: TypeAlias = "Callable[[list[Token], dict[str, Any], str], None]"
"""Changes the tokens of a text's blocks; what it tells of them stands in the text's environment."""


class Markdown(MarkdownIt):
    """A parser whose loops are our own; it makes tokens and renders nothing."""

    def __init__(self, features: int = 0, extend: Callable[[Markdown], None] | None = None) -> None:
        """Set up the rules that the features ask for, and those that a dialect adds."""
        super().__init__("commonmark", {"maxNesting": NESTING})
        self.block: FastBlock = FastBlock()
        extras = features & EXTRAS
        if features & TABLES:
            self.block.add_tables()
        if extras:
            self.block.add("[", footnote_def)
            self.block.add("$", formulas.formula_block)
            self.block.add_last(_definition_list(self), ":~")
        self._passes: list[BlockPass] = []
        self._without_urls, self._with_urls = _inline(extras), _inline(extras)
        self._with_urls.add("hHwW", autolinks.bare_url, *autolinks.URL_WORDS)
        self._with_urls.add("@", autolinks.bare_mail)
        if extend:
            extend(self)
        self.inline: FastInline = self._without_urls

    def add_inline(self, starts: str, rule: InlineRule, *words: str) -> None:
        """Add a rule for the content of paragraphs, as `FastInline.add` has it."""
        self._without_urls.add(starts, rule, *words)
        self._with_urls.add(starts, rule, *words)

    def add_pass(self, change: BlockPass) -> None:
        """Add what changes the tokens of a text's blocks in place before any is written."""
        self._passes.append(change)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Return a link's target as it is written into HTML."""
        return url if _PLAIN_URL.fullmatch(url) else super().normalizeLink(url)

    def normalizeLinkText(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Return an address as a reader sees it."""
        return url if _PLAIN_URL.fullmatch(url) else super().normalizeLinkText(url)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        """Tell whether a link may have this target."""
        return url[:4] == "http" or super().validateLink(url)

    def read_blocks(self, text: str, env: dict[str, Any]) -> list[Token]:
        """Return the tokens of a text, with the content of paragraphs not yet read."""
        tokens: list[Token] = []
        self.block.parse(text, self, env, tokens)
        for change in self._passes:
            change(tokens, env, text)
        return tokens

    def read_inline(self, content: str, env: dict[str, Any]) -> list[Token]:
        """Return the tokens of a paragraph's content.

        Looking for bare addresses costs as much as all else, so it is done only where one was left in the text (and
        at once where footnotes are counted, which may be read only once).
        """
        if not ("://" in content or "www." in content or "@" in content):
            return self.inline.parse(content, self, env, [])
        tokens = [] if "^" in content else self.inline.parse(content, self, env, [])
        if tokens and not _leaves_address(tokens):
            return tokens
        self.inline = self._with_urls
        tokens = self.inline.parse(content, self, env, [])
        self.inline = self._without_urls
        return tokens


def _leaves_address(tokens: list[Token]) -> bool:
    """Tell whether what may be an address stands in the text outside of links."""
    depth = 0
    for token in tokens:
        kind = token.type
        if kind == "text" and not depth:
            text = token.content
            if "://" in text or "www." in text or "@" in text:
                return True
        elif kind == "link_open":
            depth += 1
        elif kind == "link_close":
            depth -= 1
    return False


def _inline(extras: int) -> FastInline:
    """Return an inline parser; the extra rules are for signs that most texts do without."""
    inline = FastInline()
    if extras:
        inline.add("(", autolinks.swapped_link, autolinks.SWAPPED_WORD)
        inline.add(":", emoji.shortcode, emoji.WORD)
        inline.add("~", marks.strike, pairs=marks.pair_marks)
        inline.add("=", marks.highlight, "==")
        inline.add("^", footnote_inline, r"\^\[")
        inline.add("[", partial(footnote_ref, always_match=False))
        inline.add("[!", wikilinks.wikilink)
        inline.add("$", formulas.inline_formula)
    return inline


def features_of(text: str) -> int:
    """Return which rules a text may need beyond CommonMark's."""
    features = 0
    if "|" in text and _DELIMITER_ROW.search(text):
        features |= TABLES
    if any(sign in text for sign in _EXTRA_SIGNS) or _SHORTCODE.search(text) or _DEFINITION.search(text):
        features |= EXTRAS
    return features


def _definition_list(markdown: MarkdownIt) -> BlockRule:
    """Return the plugin's rule, which it keeps to itself."""
    deflist_plugin(markdown)
    return next(rule for rule in markdown.block.ruler.getRules("") if rule.__name__ == "deflist")


@lru_cache(maxsize=32)
def parser(features: int, extend: Callable[[Markdown], None] | None = None) -> Markdown:
    """Return the parser for a set of features, and for a dialect's rules; making one takes about a millisecond."""
    return Markdown(features, extend)
