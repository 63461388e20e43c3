"""What of a notebook stays at home: cells and outputs that their authors' tools leave out, comments, or all of it.

Jupyter Book takes tags for it (`remove-cell`, `remove-input`, `remove-output`), Quarto and nbdev directives in a cell's
first lines, nbsphinx the cell's metadata. A whole notebook says it in its metadata, or in front matter in its first
cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from journal_site.config.nodes import Items, Node, Table, Text
from journal_site.model import FrontMatter
from journal_site.reading.comments import conceal
from journal_site.reading.visibility import YES, judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal_site.reading.notebook_format import Cell

_SIGNS = re.compile(r"[\W_]+")
_NO_CELL = frozenset(
    "removecell remove private secret draft hidden exclude excluded ignore noexport donotpublish nopublish".split()
)
_NO_INPUT = frozenset("removeinput removecode removesource".split())
_NO_OUTPUT = frozenset("removeoutput removeoutputs removealloutputs removestdout removestderr".split())
_DIRECTIVE = re.compile(r"[ \t]*(?:#|//|--)[ \t]*\|[ \t]*([\w-]+)(?:[ \t]*:[ \t]*(\S+))?[ \t]*$")
_HIDE = re.compile(r"[ \t]*#[ \t]*hide[ \t]*$")
"""nbdev's directive before it had `#|`."""
_DEEPEST = 20


class Shown(NamedTuple):
    """What others may see of a notebook."""

    cells: tuple[Cell, ...]
    front: FrontMatter
    """What its metadata and its first cell say of who may see it."""
    hides: bool
    """Something was taken out, so that the file itself is not for others."""


def take_home(cells: Iterable[Cell], metadata: dict[str, Any]) -> Shown:
    """Return what others may see of a notebook's cells."""
    cells = tuple(cells)
    front = _front_of(cells, metadata)
    shown = tuple(part for cell in cells if (part := _shown(cell)) is not None)
    return Shown(shown, front, shown != cells)


def _front_of(cells: tuple[Cell, ...], metadata: dict[str, Any]) -> FrontMatter:
    from journal_site.reading.front_matter import read_front_matter, split_front_matter  # noqa: PLC0415 - few have any

    verdict = next((found for key, value in metadata.items() if (found := judge(key, _node(value)))), None)
    if verdict is not None:
        return FrontMatter(draft=True, withheld=verdict.reason)
    first = cells[0].source if cells and cells[0].kind != "code" else ""
    front = split_front_matter(first)[0] if first[:1] in {"-", "+", "{"} else ""
    if not front:
        return FrontMatter()
    said, problems = read_front_matter(front, "")
    if any(one.severity == "error" for one in problems) and not said.draft:
        return replace(said, draft=True, withheld="not public (the front matter in its first cell cannot be read)")
    return said


def _node(value: object, depth: int = 0) -> Node:
    """Return a value of JSON as one of front matter."""
    if isinstance(value, dict) and depth < _DEEPEST:
        return Table(tuple((Text(str(key), 1, 1), _node(inner, depth + 1)) for key, inner in value.items()), 1, 1)
    if isinstance(value, list) and depth < _DEEPEST:
        return Items(tuple(_node(inner, depth + 1) for inner in value), 1, 1)
    return Text("" if value is None else str(value), 1, 1, isinstance(value, str))


def _shown(cell: Cell) -> Cell | None:
    """Return a cell without what stays at home, or None where that is all of it."""
    words = {_SIGNS.sub("", tag).casefold() for tag in cell.tags}
    said = dict(_directives(cell.source)) if cell.kind == "code" else {}
    if not words.isdisjoint(_NO_CELL) or said.get("include") == "false" or "hide" in said:
        return None
    if not words.isdisjoint(_NO_INPUT) or said.get("echo") == "false":
        cell = replace(cell, source="")
    if not words.isdisjoint(_NO_OUTPUT) or said.get("output") == "false":
        cell = replace(cell, outputs=())
    if cell.kind != "code":
        concealed = conceal(cell.source)
        return replace(cell, source=concealed.text) if concealed.comments else cell
    return cell


def _directives(source: str) -> Iterable[tuple[str, str]]:
    for line in source.lstrip("\n").split("\n"):
        if match := _DIRECTIVE.match(line):
            yield match[1].casefold(), (match[2] or "").casefold()
        elif _HIDE.match(line):
            yield "hide", ""
        elif line.strip():
            return


def tags_of(metadata: dict[str, Any]) -> tuple[str, ...]:
    """Return a cell's tags, and the keys of its metadata that mean as much."""
    tags = metadata.get("tags")
    found = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    found += [key for key in ("private", "secret", "draft") if str(metadata.get(key)).casefold() in YES]
    if metadata.get("nbsphinx") == "hidden":
        found.append("hidden")
    return tuple(found)
