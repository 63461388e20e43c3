"""Which lines of fenced code are marked and numbered, in the forms of GitHub's neighbours, and the HTML that shows it.

`{1,3-4}` (Gatsby, Docusaurus, VitePress), `hl_lines="1 3"` and `linenums="1"` (Material), `{hl_lines=[1,"3-4"],
linenos=table,linenostart=5}` (Hugo), `linenos,hl_lines=3 5-7` (Zola), `showLineNumbers` (Docusaurus), `:line-numbers`
(VitePress), `{.numberLines startFrom="5"}` (Pandoc).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from journal_site.expressions import expression

_LISTED = expression(r"\{\s*(\d[\d\s,-]*)\}")
_MARKED = expression(
    r"""\b(?:hl|mark)_lines\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|\[([^\]]*)\]|(\d[\d\s-]*))""", re.IGNORECASE
)
_NUMBERED = expression(
    r"""\b(?:linenums|linenos|linenostable)\b(?:\s*[=:]\s*["']?(\w+))?|\b(?:showLineNumbers|numberLines|line-numbers)\b(?:=\{?(\w+))?""",
    re.IGNORECASE,
)
_FIRST = expression(r"""\b(?:linenostart|startFrom)\s*[=:]\s*["']?(\d+)""", re.IGNORECASE)
_TITLE = expression(r"""\b(?:title|filename|file)\s*=\s*(?:"[^"]*"|'[^']*')""")
_RANGE = expression(r"(\d+)(?:\s*-\s*(\d+))?")
_EDGE = expression(r"</?span[^>]*>|\n")
_MOST = 100_000
_LEAST_INFO = 3


class LineMarks(NamedTuple):
    """What is said of a block's lines."""

    marked: frozenset[int] = frozenset()
    """From 1, whatever number the first line shows."""
    first: int | None = None
    """The number that the first line shows; None where lines have no numbers."""


_NONE = LineMarks()


def marks_of(info: str) -> LineMarks:
    """Return what a fence's info string says of the lines of its code."""
    if len(info) < _LEAST_INFO or not ("{" in info or "ine" in info):
        return _NONE
    info = _TITLE.sub("", info)
    ranges = [match[1] for match in _LISTED.finditer(info)]
    ranges += [next(filter(None, match.groups()), "") for match in _MARKED.finditer(info)]
    marked = frozenset(line for text in ranges for start, end in _RANGE.findall(text) for line in _lines(start, end))
    numbered = _NUMBERED.search(info)
    said = (numbered[1] or numbered[2] or "1").lower() if numbered else "false"
    if said in ("false", "none"):
        return LineMarks(marked)
    start = _FIRST.search(info)
    return LineMarks(marked, int((start[1] if start else said if said.isdecimal() else "1")[:6]))


def _lines(start: str, end: str) -> range:
    return range(int(start[:6]), min(int((end or start)[:6]), _MOST) + 1)


def write_lines(html: str, marks: LineMarks) -> str:
    """Return highlighted code with its marked lines in `mark` and, where they have numbers, each line in a `span`.

    A run of one class that goes on over a line's end is ended there, and begun again.
    """
    if marks == _NONE:
        return html
    out: list[str] = []
    for number, line in enumerate(_split(html), 1):
        tag = "mark" if number in marks.marked else "span" if marks.first is not None else ""
        shown = f' data-line="{number - 1 + marks.first}"' if marks.first is not None else ""
        out.append(f'<{tag} class="line"{shown}>{line}</{tag}>' if tag else line)
    return "".join(out)


def _split(html: str) -> list[str]:
    """Return HTML by lines, each with its end and with its elements closed."""
    lines: list[str] = []
    line, opened, at = "", "", 0
    for edge in _EDGE.finditer(html):
        line += html[at : edge.end()]
        at = edge.end()
        if edge[0] != "\n":
            opened = "" if edge[0] == "</span>" else edge[0]
        else:
            lines.append(f"{line}</span>" if opened else line)
            line = opened
    rest = line + html[at:]
    return [*lines, rest] if rest else lines
