"""How comments begin and end in each tool's syntax: one table, and whether a text may hold any at all.

The comments of all tools hold in every source, since a text is private whatever reads it: Obsidian's `%%…%%`, Liquid's
and Jinja's, Hugo's, kramdown's, Handlebars', MDX's, ERB's and Templater's, Org's, MyST's, CriticMarkup's, LaTeX's, and
what Quarto hides. What the signs mean in a text, `comments` says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator


class CommentSyntax(NamedTuple):
    """How a comment begins and ends."""

    opening: str
    closing: re.Pattern[str]
    """Where it has a group, a comment that it does not fill is none."""
    inner: re.Pattern[str] | None = None
    """Begins what needs an end of its own within the comment."""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _syntax(opening: str, closing: str, inner: str = "") -> CommentSyntax:
    return CommentSyntax(opening, _compile(closing), _compile(inner) if inner else None)


_LIQUID = r"\{%-?\s*comment\b[^%\n]*%\}"
_PRIVATE = r"(?:comment|private|secret|draft|hidden)"
_NOT_PAGE = r"when-format[ \t]*=[ \t]*[\"']?(?![^\"'}\s]*html)\w"
_PAGE = r"unless-format[ \t]*=[ \t]*[\"']?[^\"'}\s]*html"
_QUARTO = (
    rf"\{{(?:(?=[^}}\n]{{0,200}}\.hidden\b)|(?=[^}}\n]{{0,200}}\.content-hidden\b)(?![^}}\n]{{0,200}}(?:{_NOT_PAGE}|{_PAGE}))"
    rf"|(?=[^}}\n]{{0,200}}\.content-visible\b)(?=[^}}\n]{{0,200}}(?:{_NOT_PAGE}|{_PAGE}|when-(?:profile|meta))))[^}}\n]{{0,200}}\}}"
)
"""Attributes of what is not on a page of HTML."""
_LABEL = r"\[(?://|comments?|\^_\^|[^\w\]\[^\n]{1,3}|_+)\]:"
"""Of a link that nobody follows: `[//]: # (a comment)`."""
SYNTAXES = (
    _syntax(_LIQUID, r"\{%-?\s*endcomment\s*-?%\}", _LIQUID),
    _syntax(r"\{%-?\s*doc\s*-?%\}", r"\{%-?\s*enddoc\s*-?%\}"),
    _syntax(r"\{%-?\s*#", r"-?%\}"),
    _syntax(r"(?<!\{)\{#-?(?![\w.:-]+\s*[}\s])", r"#\}"),
    _syntax(r"(?<!\{)\{#-?(?=[^{}]*(?:\{[^{}#]*\}[^{}]*)*#\})", r"#\}"),
    _syntax(r"\{\{-?\s*/\*", r"\*/\s*-?\}\}"),
    _syntax(rf"\{{\{{[<%]\s*{_PRIVATE}\b[^{{}}\n]*?(?<!/)[%>]\}}\}}", rf"\{{\{{[<%]\s*/\s*{_PRIVATE}\s*[%>]\}}\}}"),
    _syntax(r"\{\{~?!--", r"--~?\}\}"),
    _syntax(r"\{\{~?!(?!--)", r"~?\}\}"),
    _syntax(r"\{[ \t]{0,3}/\*", r"\*/(?:\s*/\*(?:[^*]|\*(?!/))*\*/)*\s*(\})?"),
    _syntax(r"\{::\s*comment\b(?![^}\n]*/\})[^}\n]*\}", r"\{:/\s*(?:comment)?\s*\}"),
    _syntax(r"\{>>", r"<<\}"),
    _syntax(r"<%[-_]?#", r"%>"),
    _syntax(r"<%--", r"--%>"),
    _syntax(r"^[ \t>]*(?:[-*+][ \t]+)?#\+begin_comment\b[^\n]*", r"^[ \t>]*#\+end_comment\b[^\n]*"),
    _syntax(r"\\begin\{comment\}", r"\\end\{comment\}"),
    _syntax(r"\[(?:private|secret)\]", r"\[/(?:private|secret)\]"),
    _syntax(rf"^[ \t>]*:{{3,}}[ \t]*{_QUARTO}[ \t]*:*[ \t]*$", r"^[ \t>]*:{3,}[ \t]*$", r"^[ \t>]*:{3,}[ \t]*[^:\s]"),
    _syntax(rf"\[(?=[^\[\]\n]*\]{_QUARTO})", rf"\]{_QUARTO}"),
    _syntax(
        rf"^[ \t>]*(?:[-*+][ \t]+)?{_LABEL}(?=[ \t]*\S)",
        r"[ \t]*(?:#|<#?>)?[ \t]*\((?:[^\n]|\n(?![ \t]*(?:\n|\[)))*?\)[ \t]*$|[^\n]*$",
    ),
)
_SIGNS = {
    "%": ("%%", "<%", "\n% "),
    "[": ("[/private]", "[/secret]"),
    "+": ("#+",),
    "]": ("]:",),
    ".": (".content-", ".hidden"),
}
"""What a text with a comment holds, by one of its characters."""
_BRACE = expression(r"\{(?:[%#{]|/\*|::|>>|[ \t]{1,3}/\*|comment\})")
_SELDOM = frozenset("+]")
"""Signs of which only `_RARE` are a comment's."""
_RARE = _compile(rf"^[ \t>]*(?:[-*+][ \t]+)?(?:#\+begin_comment|{_LABEL})")
_MYST_LINE = r"^[ \t>]*%[ \t][^\n]*"
MYST = expression(
    r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})\{(?:note|tip|hint|warning|important|caution|danger|error|attention|seealso"
    r"|admonition|figure|image|table|list-table|csv-table|code-cell|code-block|code|eval-rst|toctree|margin|sidebar|dropdown|math"
    r"|contents|glossary|tab-set|grid|card|bibliography|only|include|literalinclude|proof:\w+|exercise)\}"
    r"|\{(?:doc|ref|numref|eq|cite(?::\w+)?|term|download|abbr)\}`",
    re.MULTILINE,
)
"""What only a text in MyST holds; lines that begin with `%` are comments there."""
NEXT_SIGN = expression(
    "|".join(
        (
            *(f"(?P<k{at}>{syntax.opening})" for at, syntax in enumerate(SYNTAXES)),
            r"(?P<percent>(?<![%\\])%{2,3}(?!%))",
            rf"(?P<myst>{_MYST_LINE})",
            r"(?P<html><!--)",
            r"(?P<ticks>(?<!\\)`+)",
            r"(?P<element><(?=(?P<tag>pre|code|kbd|samp|script|style|textarea)\b))",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


def may_hold_comments(text: str) -> bool:
    """Tell at a glance, character by character first, as that is many times as quick, whether there may be any."""
    if any(_BRACE.match(text, at) for at in places("{", text)):
        return True
    if any(text[at - 1 : at] not in {"", "\n"} or text[at + 4 : at + 5] == "-" for at in places("<!--", text)):
        return True
    held = [sign for sign, longer in _SIGNS.items() if sign in text and any(one in text for one in longer)]
    return not _SELDOM.issuperset(held) or (bool(held) and _RARE.search(text) is not None)


def places(sign: str, text: str) -> Iterator[int]:
    """Give the places where a sign stands: to ask each is many times as quick as to look for more at once."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))
