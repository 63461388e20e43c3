"""Marks: what stands in a translated text for what Markdown cannot say: HTML amid prose, a box, code, signs as typed.

They are made of characters that are none, which no author's text holds (`characters.clean`), so that nobody can write
one; each is on one line, and hides from Markdown what would end it there. `mark_rules` reads them.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.markdown.alerts import alert_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from journal_site.reading.dialects.contract import InlineWriter, Writer

SIGN: Final = "\ufdd0"
"""Begins a mark."""
_END: Final = "\ufdd1"
_HIDDEN: Final = str.maketrans("|\n`", "\ufdd2\ufdd3\ufdd4")
_SHOWN: Final = str.maketrans("\ufdd2\ufdd3\ufdd4", "|\n`")
_NESTED: Final = str.maketrans("\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\n", "\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufdd3")
_UNNESTED: Final = str.maketrans("\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufdd3", "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\n")
"""Hide whole texts with marks of their own, and show them."""
MARK: Final = expression(f"{SIGN}([a-z])([^{_END}]*){_END}")
HTML, BLOCK, LITERAL, SPAN, MATH, DISPLAY, INCLUDED, BOX, BOX_END, CODE, CODE_END = "hbtsmdiocfe"
"""The kinds: HTML within a line, HTML that a line may begin with, signs as typed, code within a line, formulas within
one and apart, texts that are included, and boxes and code on lines of their own with their ends."""


_BRACKETS: Final = {MATH: "()", DISPLAY: "[]"}
_HTML_FORMULA: Final = expression(
    r"<(pre|code|script|style|textarea|svg|math)\b.*?</\1\s*>|<[^<>]*>|\\\((?P<inline>[^<>]{1,2000}?)\\\)"
    r"|\\\[(?P<apart>[^<>]{1,5000}?)\\\]|\$\$(?P<dollars>[^<>]{1,5000}?)\$\$",
    re.DOTALL | re.IGNORECASE,
)
"""Formulas amid an author's tags, between signs that MathJax and KaTeX look for there."""


def _mark(kind: str, content: str = "") -> str:
    return f"{SIGN}{kind}{content.translate(_HIDDEN)}{_END}"


END_OF_BOX: Final = _mark(BOX_END)
END_OF_CODE: Final = _mark(CODE_END)


def content_of(match: re.Match[str]) -> str:
    """Return what a mark holds."""
    return match[2].translate(_SHOWN)


def html(tags: str) -> str:
    """Return what stands for HTML within a paragraph."""
    return _mark(HTML, tags)


def block(tags: str) -> str:
    """Return what stands for HTML that is no part of a paragraph where a line begins with it."""
    return _mark(BLOCK, tags)


def image(attributes: Mapping[str, str]) -> str:
    """Return a picture's tag."""
    return "<img" + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items()) + ">"


def literal(text: str) -> str:
    """Return what stands for signs that are shown as they are typed."""
    return "\n".join(_mark(LITERAL, line) if line else "" for line in text.split("\n"))


def box(word: str, title: str = "", fold: str = "") -> str:
    """Return what begins a callout of the kind that a word names; it folds where `fold` is `-`, or `+` while open."""
    kind, shown = alert_of(word, title)
    return _mark(BOX, f"{kind}|{fold}|{' '.join(shown.split())}")


def code(info: str) -> str:
    """Return what begins code with a fence's info string."""
    return _mark(CODE, " ".join(info.split()))


def code_span(text: str) -> str:
    """Return what stands for code within a paragraph."""
    return _mark(SPAN, " ".join(text.split()))


def included(text: str) -> str:
    """Return what stands on one line for a text of many, which may hold marks."""
    return f"{SIGN}{INCLUDED}{text.translate(_NESTED)}{_END}"


def text_of(match: re.Match[str]) -> str:
    """Return the text that is included."""
    return match[2].translate(_UNNESTED)


def formula(tex: str, *, display: bool) -> str:
    """Return what stands for a formula."""
    return _mark(DISPLAY if display else MATH, tex.strip())


def in_html(text: str) -> str:
    """Return HTML that an author wrote with the marks in it as what they stand for."""

    def settle(match: re.Match[str]) -> str:
        content = content_of(match)
        if match[1] in (HTML, BLOCK):
            return content
        shown = escape(content, quote=False)
        return f"<code>{shown}</code>" if match[1] == SPAN else shown if match[1] == LITERAL else ""

    return MARK.sub(settle, text) if SIGN in text else text


def without_marks(text: str) -> str:
    """Return HTML without marks that stood where Markdown saw code or an address: what they show remains as text."""

    def settle(match: re.Match[str]) -> str:
        content = escape(content_of(match))
        if match[1] in _BRACKETS:
            return f"\\\\{_BRACKETS[match[1]][0]}{content}\\\\{_BRACKETS[match[1]][1]}"
        return content if match[1] in (LITERAL, SPAN) else ""

    return MARK.sub(settle, text)


def write_literal(writer: InlineWriter, token: Token, plain: list[str], masked: list[int]) -> None:
    """Write signs as they are typed, of which nobody need be told."""
    masked.append(len(plain))
    plain.append(token.content)
    writer.out.append(escape(token.content, quote=False))


def write_html_block(writer: Writer, token: Token, index: int) -> None:
    """Write an author's HTML with the marks and formulas in it."""
    line = token.map[0] if token.map else 0
    token.content = _HTML_FORMULA.sub(_as_mark, in_html(token.content))

    def shown(match: re.Match[str]) -> str:
        return writer.formula(_source_of(match), line, 0, display=match[1] == DISPLAY)

    pieces = (writer.out, writer.found.texts, writer.found.prose)
    starts = [len(one) for one in pieces]
    writer.on_html_block(token, index)
    if SIGN not in token.content:
        return
    for each, start in zip(pieces, starts, strict=True):
        for at in range(start, len(each)):
            each[at] = MARK.sub(shown if each is writer.out else _source_of, each[at])


def _source_of(match: re.Match[str]) -> str:
    return unescape(content_of(match))


def _as_mark(match: re.Match[str]) -> str:
    tex = match["inline"] or match["apart"] or match["dollars"]
    return formula(tex, display=not match["inline"]) if tex else match[0]


def write_html_inline(writer: InlineWriter, token: Token, plain: list[str], masked: list[int]) -> None:
    """Write an author's tag with the marks in it."""
    token.content = in_html(token.content)
    writer.on_html_inline(token, plain, masked)


def write_fence(writer: Writer, token: Token, index: int) -> None:
    """Write code with what it includes."""
    if SIGN in token.content:
        token.content = MARK.sub(lambda match: text_of(match) if match[1] == INCLUDED else match[0], token.content)
    writer.on_fence(token, index)


BLOCKS: Final = {"html_block": write_html_block, "fence": write_fence}
INLINES: Final = {"literal": write_literal, "html_inline": write_html_inline}
"""What writes the tokens of marks, for each dialect that makes some."""
