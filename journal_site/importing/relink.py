"""Put other destinations into a text's links and images, and change nothing else of it.

Destinations in code and comments are left alone; which destinations are to be others, the caller says.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from journal_site.expressions import expression
from journal_site.reading.outline.lines import scan_lines

if TYPE_CHECKING:
    import re

_LIQUID = r"\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}"
_INLINE = rf"(?<=\]\()\s*(?P<inline><[^<>\n]*>|(?:{_LIQUID}|[^\s()<>])+(?:\([^\s()]*\)[^\s()]*)*)"
_DEFINED = r"^ {0,3}\[[^\[\]]+\]:[ \t]*(?P<defined><[^<>\n]*>|\S+)"
_ATTRIBUTE = (
    rf"(?i:\b(?:src|href|data-src|poster)\s*=\s*)(?P<quote>[\"'])(?P<attribute>(?:{_LIQUID}|[^\"'\n])*)(?P=quote)"
)
_SRCSET = r"(?i:\bsrcset\s*=\s*)(?P<mark>[\"'])(?P<srcset>[^\"'\n]*)(?P=mark)"
_CANDIDATE = expression(r"[^\s,]\S*(?<!,)")
_CODE = r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
_DESTINATION = expression(f"{_CODE}|{_DEFINED}|{_INLINE}|{_ATTRIBUTE}|{_SRCSET}")
_ESCAPED = expression(r"\\([!-/:-@\[-`{-~])")
_UNSAFE = expression(r"[\s()<>#?%\"'`\\]")

Chooser = Callable[[str], str | None]
"""Returns another destination, as it is to be written, for one as it is meant (decoded); None leaves it."""


def relink(text: str, choose: Chooser) -> str:
    """Return the text with the destinations that `choose` gives."""
    if "](" not in text and "]:" not in text and "=" not in text:
        return text
    hidden = scan_lines(text).hidden
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not hidden[at] and ("](" in line or "]:" in line or "=" in line):
            lines[at] = _DESTINATION.sub(lambda match: _replaced(match, choose), line)
    return "\n".join(lines)


def _replaced(match: re.Match[str], choose: Chooser) -> str:
    if match["srcset"] is not None:
        start, end = match.start("srcset") - match.start(), match.end("srcset") - match.start()
        return match[0][:start] + _CANDIDATE.sub(partial(_chosen, choose), match["srcset"]) + match[0][end:]
    kind = next((name for name in ("inline", "defined", "attribute") if match[name] is not None), "")
    if not kind:
        return match[0]
    written = match[kind]
    bare = written[1:-1] if written.startswith("<") and written.endswith(">") else written
    meant = html.unescape(bare) if kind == "attribute" else _ESCAPED.sub(r"\1", bare)
    chosen = choose(unquote(meant))
    if chosen is None:
        return match[0]
    start, end = match.start(kind) - match.start(), match.end(kind) - match.start()
    return match[0][:start] + chosen + match[0][end:]


def _chosen(choose: Chooser, candidate: re.Match[str]) -> str:
    """Return another address for one of several of a picture, or its size as it is."""
    return choose(unquote(html.unescape(candidate[0]))) or candidate[0]


def relative(target: str, source: str) -> str:
    """Return how a text at `source` names the file at `target`."""
    path = posixpath.relpath(target, posixpath.dirname(source) or ".")
    return _UNSAFE.sub(lambda sign: quote(sign[0], safe=""), path)
