"""What authors' tools leave out of a page by a cell's tags and options: one table for notebooks and texts with cells.

Jupyter Book takes tags for it (`remove-cell`, `remove-input`, `remove-output`), Quarto, R Markdown and nbdev options in
a cell's first lines or behind its language (`include: false`, `echo=FALSE`, `#| hide`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.expressions import expression
from journal_site.reading.front_matter.visibility import NO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNS: Final = expression(r"[\W_]+")
_NO_CELL: Final = frozenset(
    "removecell remove private secret draft hidden exclude excluded ignore noexport donotpublish nopublish".split()
)
_NO_INPUT: Final = frozenset("removeinput removecode removesource".split())
_NO_OUTPUT: Final = frozenset("removeoutput removeoutputs removealloutputs removestdout removestderr".split())
_DIRECTIVE: Final = expression(r"[ \t]*(?:#|//|--|%)[ \t]*\|[ \t]*([\w-]+)(?:[ \t]*:[ \t]*([^\s#]+))?[ \t]*(?:#.*)?$")
_HIDE: Final = expression(r"[ \t]*#[ \t]*(hide(?:_input|_output)?)[ \t]*$", re.IGNORECASE)
"""nbdev's directives before it had `#|`."""
_COMMENT: Final = expression(r"[ \t]*(?:#|//|--|%%|$)")
_OPTION: Final = expression(r"([\w.-]+)[ \t]*=[ \t]*[\"']?(\w+)")
_TAGS: Final = expression(r"(?:\A|\n)[ \t]*(?::tags:|tags:)((?:[^\n]*|\n[ \t]*-[ \t][^\n]*)*)")
_HIDDEN_LINE: Final = expression(r"^[^\n]*#[ \t]*\|[ \t]*hide_line[ \t]*\n?", re.MULTILINE)


class HiddenParts(NamedTuple):
    """What of a cell stays at home."""

    cell: bool = False
    source: bool = False
    output: bool = False


def hides(tags: Iterable[str], source: str, options: str = "") -> HiddenParts:
    """Return what stays at home of a cell with these tags, this code and (in a text) what follows its language."""
    words = {_SIGNS.sub("", tag).casefold() for tag in tags}
    said = {key.casefold(): value.casefold() for key, value in (*_OPTION.findall(options), *_directives(source))}
    return HiddenParts(
        cell=not words.isdisjoint(_NO_CELL) or said.get("include") in NO or _is_on(said, "hide"),
        source=not words.isdisjoint(_NO_INPUT) or said.get("echo") in NO or _is_on(said, "hide-input"),
        output=not words.isdisjoint(_NO_OUTPUT) or said.get("output") in NO or _is_on(said, "hide-output"),
    )


def hides_fence(options: str, source: str) -> bool:
    """Tell whether a cell in a text (`{r, include=FALSE}`, `{code-cell}`) stays at home: it has no output there."""
    found = _TAGS.search(source)
    tags = re.findall(r"remove[-_]\w+", found[1]) if found else ()
    cell = hides(tags, source, options)
    return cell.cell or cell.source


def without_hidden_lines(source: str) -> str:
    """Return a cell's code without the lines that nbdev's `#| hide_line` marks."""
    return _HIDDEN_LINE.sub("", source) if "hide_line" in source else source


def _is_on(said: dict[str, str], key: str) -> bool:
    return said.get(key, said.get(key.replace("-", "_"), "false")) not in NO


def _directives(source: str) -> Iterator[tuple[str, str]]:
    for line in source.lstrip("\n").split("\n"):
        if match := _DIRECTIVE.match(line):
            yield match[1], match[2] or ""
        elif match := _HIDE.match(line):
            yield match[1], ""
        elif not _COMMENT.match(line):
            return
