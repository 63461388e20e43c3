"""Logseq's dialect: graphs of files, as its documentation describes them.

Who may see a page is its own rule: `public:: true` or `false` in the page, and for all that say neither
`:publishing/all-pages-public?` in the graph's settings. Where those do not say either, a page is published: whoever
builds a site of a graph means it to be seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.contract import Dialect, Place
from journal_site.reading.dialects.logseq.writing import write_macro, write_reference, write_tag

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journal_site.reading.markdown.parser import Markdown

_NOT_PUBLIC: Final = "not public (all-pages-public? in Logseq's settings)"
_COMMENT: Final = expression(r';[^\n]*|("(?:[^"\\]|\\.)*")')
_ALL_PUBLIC: Final = expression(r":(?:publishing/)?all-pages-public\?\s+(true|false)")
_HIDDEN: Final = expression(r":hidden\s*\[([^\]]*)\]")
_STRING: Final = expression(r'"((?:[^"\\]|\\.)*)"')
_HEADING: Final = expression(r"^#{1,6} ", re.MULTILINE)
_PROPERTY: Final = expression(r"[\w.-]+::(?: |$)")
_ENVIRONMENT: Final = expression(
    r"\$\$.*?\$\$|^[ \t]*(?:[-*][ \t]+)?(`{3,}).*?^[ \t]*\1|`[^`\n]*`|\$[^$\n]*\$"
    r"|\\begin\{(?P<environment>\w+\*?)\}(?:(?!\n[ \t]*\n).){0,5000}?\\end\{(?P=environment)\}",
    re.DOTALL | re.MULTILINE,
)
_SIGNS: Final = (
    "\\begin{",
    "::",
    "((",
    "{{",
    "[[",
    "^^",
    ":LOGBOOK:",
    ":PROPERTIES:",
    "#+",
    "{:",
    "[:",
    "![",
    "SCHEDULED:",
    "DEADLINE:",
)
_MARKERS: Final = (
    "TODO",
    "DOING",
    "DONE",
    "LATER",
    "NOW",
    "WAIT",
    "IN-PROGRESS",
    "STARTED",
    "CANCEL",
    "[#A]",
    "[#B]",
    "[#C]",
)


def _extend(markdown: Markdown) -> None:
    from journal_site.reading.dialects.logseq.syntax import extend  # noqa: PLC0415 - a scan needs no Markdown

    extend(markdown)


def outdented(text: str) -> str:
    """Return a page with what hangs below a heading without a bullet at the heading's own indent.

    There it is a list to Markdown as well, which would read it as code. An environment of LaTeX's is a formula.
    """
    if "\\begin{" in text:
        text = _ENVIRONMENT.sub(_in_dollars, text)
    if "\n\t" not in text or not _HEADING.search(text):
        return text
    lines = text.split("\n")
    below = False
    for at, line in enumerate(lines):
        if line.startswith("\t"):
            lines[at] = line[1:] if below else line
        elif line.strip() and not _PROPERTY.match(line):
            below = _HEADING.match(line) is not None
    return "\n".join(lines)


def _in_dollars(match: re.Match[str]) -> str:
    return f"$${match[0]}$$" if match["environment"] else match[0]


def find_places(folder: Path) -> Mapping[str, Place]:
    """Return what the graph's settings hide, and that nothing is public which does not say so, where they do."""
    try:
        written = (folder / "logseq" / "config.edn").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    settings = _COMMENT.sub(lambda match: match[1] or "", written)
    hidden = _HIDDEN.search(settings)
    names = [name.strip("/") for name in _STRING.findall(hidden[1])] if hidden else []
    hides = Place("nothing", "hidden in Logseq's settings")
    found = {f"/{name}{end}": hides for name in names if name for end in ("", "/")}
    public = _ALL_PUBLIC.search(settings)
    return found | ({"*": Place("closed", _NOT_PUBLIC)} if public and public[1] == "false" else {})


DIALECT = Dialect(
    extend=_extend,
    rewrite=outdented,
    signs=(*_SIGNS, *_MARKERS),
    inlines={"tag": write_tag, "macro": write_macro, "reference": write_reference},
    inline_tags=True,
    links_name_topics=True,
    nested_topics=True,
    places=find_places,
)
