"""The inline parser: markdown-it's rules, each tried only at the characters that it can begin with.

The result is that of markdown-it-py's own loop (a test compares them); what differs is that plain text between two
special characters is taken whole, with the ends of its lines where no space is beside them, that no rule is asked
about a character that it does not know, and that the plainest forms of links and code are read by one expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from markdown_it import rules_inline
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import postProcess as postprocess_emphasis  # noqa: N813 - markdown-it's name
from markdown_it.rules_inline.emphasis import tokenize as tokenize_emphasis

from journal_site.expressions import expression
from journal_site.reading.contents.raw_html import loose_tag
from journal_site.reading.markdown.light import LightInline, Search, plain_token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

NESTING = 50
"""Deeper than this, signs are text."""

InlineRule = Callable[[StateInline, bool], bool]

_PLAIN_LINK = expression(r"\[([^\[\]\\`<$\n]*)\]\(([^\s()<>\\&\"']+)\)")
_WORDS = r"([A-Za-z0-9][^*_`\[\]<&\\!~=^$:@]*(?<=[A-Za-z0-9]))"
_PLAIN_EMPHASIS = expression(rf"\*(?:{_WORDS}\*|\*{_WORDS}\*\*)(?=[\s.,;)]|$)")
_PLAIN_CODE = expression(r"`([^`\n]*[^`\n ])`(?!`)")


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `[text](url)` in its plainest form, and leave all others to markdown-it."""
    match = _PLAIN_LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return rules_inline.link(state, silent)
    href = state.md.normalizeLink(match[2])
    if not state.md.validateLink(href):
        return rules_inline.link(state, silent)
    if not silent:
        _push_link(state, href, match)
    state.pos = match.end()
    return True


def _push_link(state: StateInline, href: str, match: re.Match[str]) -> None:
    maximum = state.posMax
    state.pos, state.posMax = match.span(1)
    state.push("link_open", "a", 1).attrs = {"href": href}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.posMax = maximum


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `*word*` and `**word**` in their plainest form, and leave all others to markdown-it.

    Plain is what no other reading of the signs around it can touch: white space or the beginning before it, a sign that
    ends words after it, nothing special in it.
    """
    pos = state.pos
    match = (
        None
        if silent or (pos and state.src[pos - 1] not in " \n(")
        else _PLAIN_EMPHASIS.match(state.src, pos, state.posMax)
    )
    if match is None or (match.end() == state.posMax < len(state.src)):
        return tokenize_emphasis(state, silent)
    name, tag = ("em", "em") if match[1] is not None else ("strong", "strong")
    group = 1 if match[1] is not None else 2
    state.push(f"{name}_open", tag, 1)
    if "\n" in match[group]:
        maximum = state.posMax
        state.pos, state.posMax = match.span(group)
        state.md.inline.tokenize(state)
        state.posMax = maximum
    else:
        state.append_pending(match[group])
    state.push(f"{name}_close", tag, -1)
    state.pos = match.end()
    return True


def _newline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read the end of a line; two spaces before it break the line."""
    src, pos, maximum = state.src, state.pos, state.posMax
    if not silent:
        pending = state.pending
        kind = "softbreak"
        if pending.endswith(" "):
            kind = "hardbreak" if pending.endswith("  ") else kind
            state.pending = pending.rstrip(" ")
        state.push(kind, "br", 0)
    pos += 1
    while pos < maximum and src[pos] in " \t":
        pos += 1
    state.pos = pos
    return True


def _code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a code span on one line, and leave all others to markdown-it."""
    pos = state.pos
    match = _PLAIN_CODE.match(state.src, pos, state.posMax)
    if match is None or (match[1][0] == " " and match[1][-1] == " "):
        return rules_inline.backtick(state, silent)
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.markup = "`"
        token.content = match[1]
    state.pos = match.end()
    return True


_RULES: dict[str, tuple[InlineRule, ...]] = {
    "\n": (_newline,),
    "\\": (rules_inline.escape,),
    "`": (_code,),
    "*": (_emphasis,),
    "_": (tokenize_emphasis,),
    "[": (_link,),
    "!": (rules_inline.image,),
    "<": (rules_inline.autolink, rules_inline.html_inline, loose_tag),
    "&": (rules_inline.entity,),
}


class FastInline(ParserInline):
    """markdown-it's inline parser with its rules by their first character."""

    def __init__(self) -> None:
        """Begin with CommonMark's rules."""
        super().__init__()
        self._rules = dict(_RULES)
        self._words: tuple[str, ...] = ()
        self._only_words: set[str] = set()
        self._pairs: tuple[Callable[[StateInline], None], ...] = (rules_inline.link_pairs, postprocess_emphasis)

    def add(
        self, starts: str, rule: InlineRule, *words: str, pairs: Callable[[StateInline], None] | None = None
    ) -> None:
        """Add a rule that is tried before others.

        It is tried at any of the characters `starts`, or only where one of the expressions `words` matches; `pairs`
        then turns the delimiters that it left into tags.
        """
        if pairs:
            self._pairs += (pairs,)
        if words:
            self._only_words |= set(starts) - self._rules.keys()
        else:
            self._only_words -= set(starts)
        for start in starts:
            self._rules[start] = (rule, *self._rules.get(start, ()))
        self._words += words

    @cached_property
    def _special(self) -> Search:
        """Find where plain text ends."""
        return self._search(self._signs)

    @cached_property
    def _special_in_line(self) -> Search:
        """Find where plain text ends that goes on over the ends of lines."""
        return self._search(self._signs.replace(re.escape("\n"), ""))

    @cached_property
    def _label(self) -> Search:
        """Find where plain text ends while a link's end is looked for: at closing brackets too."""
        return self._search(self._signs + "\\]")

    @property
    def _signs(self) -> str:
        return "".join(re.escape(start) for start in self._rules if start not in self._only_words)

    def _search(self, signs: str) -> Search:
        return re.compile("|".join((f"[{signs}]", *self._words))).search

    def tokenize(self, state: StateInline) -> None:
        """Make tokens of the content from `state.pos` to `state.posMax`."""
        src, end, rules = state.src, state.posMax, self._rules
        special: Search = state.special  # type: ignore[attr-defined]
        pos = state.pos
        while pos < end:
            match = special(src, pos, end)
            if match is None:
                state.append_pending(src[pos:end])
                break
            start = match.start()
            if start > pos:
                state.append_pending(src[pos:start])
            state.pos = start
            if state.level < NESTING:
                for rule in rules.get(src[start], ()):
                    if rule(state, False):  # noqa: FBT003 - markdown-it's signature
                        break
            if state.pos == start:
                state.append_pending(src[start])
                state.pos = start + 1
            pos = state.pos
        state.pos = end
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - markdown-it's name
        """Move `state.pos` past one token, making none."""
        pos = state.pos
        known = state.cache.get(pos)
        if known is not None:
            state.pos = known
            return
        rules = self._rules.get(state.src[pos])
        if rules is None:
            match = self._label(state.src, pos + 1, state.posMax)
            state.pos = match.start() if match else state.posMax
        elif state.level >= NESTING:
            state.pos = state.posMax
        else:
            self._skip(state, rules)
            if state.pos == pos:
                state.pos = pos + 1
        state.cache[pos] = state.pos

    @staticmethod
    def _skip(state: StateInline, rules: tuple[InlineRule, ...]) -> None:
        for rule in rules:
            state.level += 1
            ok = rule(state, True)  # noqa: FBT003 - markdown-it's signature
            state.level -= 1
            if ok:
                return

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Append the content's tokens to `tokens`, and return them."""
        breaks = "\n" in src and (" \n" in src or "\n " in src or "\n\t" in src)
        special = self._special if breaks else self._special_in_line
        if special(src) is None:
            if src:
                tokens.append(plain_token(src))
            return tokens
        state = LightInline(src, md, env, tokens, special)
        self.tokenize(state)
        if state.delimiters or state.tokens_meta:
            for pair in self._pairs:
                pair(state)
        return state.tokens
