"""What of a notebook stays at home: cells and outputs that their authors' tools leave out, comments, or all of it.

Which cells, `cells` says. A whole notebook says it in its metadata, in front matter in its first cells (in any form
that a text's may have, and fastpages' list below the title), or in a property of its Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from journal_site.config.nodes import Items, Node, Scalar, Table
from journal_site.expressions import expression
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.visibility import YES, judge
from journal_site.reading.privacy.comments import strip_comments
from journal_site.reading.privacy.hidden_cells import hides, without_hidden_lines
from journal_site.reading.privacy.private_blocks import find_private

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal_site.reading.notebook.cell import Cell

_LISTED = expression(r"^[-*][ \t]+(?P<key>[\w -]{3,30}):[ \t]+(?P<value>\S[^\n]*)$", re.MULTILINE)
_TITLED = expression(r"\s*#[ \t]")
_OF_CELLS = frozenset({"hidden", "collapsed", "tags", "jupyter", "type", "kind", "name", "id", "editable"})
"""Keys of a cell's metadata by which Jupyter folds cells, or that say nothing of who may see them."""
_DEEPEST = 20


class PublicNotebook(NamedTuple):
    """What others may see of a notebook."""

    cells: tuple[Cell, ...]
    front: FrontMatter
    """What it says of who may see it."""
    hides: bool
    """Something was taken out, so that the file itself is not for others."""


def public_notebook(cells: Iterable[Cell], metadata: dict[str, Any]) -> PublicNotebook:
    """Return what others may see of a notebook's cells."""
    cells = tuple(cells)
    shown: list[Cell] = []
    reasons: list[str] = []
    for cell in cells:
        part, reason = _shown(cell)
        shown += [part] if part is not None else []
        reasons += [reason] if reason else []
    fronts = (_of_metadata(metadata), *_of_cells(cells), *(FrontMatter(draft=True, withheld=one) for one in reasons))
    return PublicNotebook(tuple(shown), _joined(fronts), tuple(shown) != cells)


def _joined(fronts: Iterable[FrontMatter]) -> FrontMatter:
    """Return all that several heads say of who may see the notebook, and from when to when."""
    found = FrontMatter()
    for one in fronts:
        found = FrontMatter(
            draft=found.draft or one.draft,
            withheld=found.withheld or one.withheld,
            publish_from=found.publish_from or one.publish_from or one.date,
            publish_until=found.publish_until or one.publish_until,
        )
    return found


def _of_metadata(metadata: dict[str, Any]) -> FrontMatter:
    node = _node(metadata)
    if not isinstance(node, Table) or not node.pairs:
        return FrontMatter()
    from journal_site.reading.front_matter.fields import read_fields  # noqa: PLC0415 - as below

    return read_fields(node, {})[0]


def _of_cells(cells: tuple[Cell, ...]) -> Iterator[FrontMatter]:
    """Give what the front matter says in its first cell with words, and in raw cells that are nothing else."""
    first = next((cell for cell in cells if cell.source.strip()), None)
    for cell in cells:
        if cell.kind == "raw" or (cell is first and cell.kind == "markdown"):
            yield from _of_cell(cell, is_first=cell is first)


def _of_cell(cell: Cell, *, is_first: bool) -> Iterator[FrontMatter]:
    from journal_site.reading.front_matter.read import read_front_matter, split_front_matter  # noqa: PLC0415 - few have any

    source = cell.source.replace("\r\n", "\n")
    front, rest, _ = split_front_matter(source)
    if front and (is_first or not rest.strip()):
        said, problems = read_front_matter(front, "")
        if any(one.severity == "error" for one in problems) and not said.draft:
            said = replace(said, draft=True, withheld="not public (the front matter in its first cell cannot be read)")
        yield said
    elif is_first and _TITLED.match(source):
        for match in _LISTED.finditer(source):
            if verdict := judge(match["key"], Scalar(match["value"].strip().strip("\"'"), 1, 1)):
                yield FrontMatter(draft=True, withheld=verdict.reason)


def _node(value: object, depth: int = 0) -> Node:
    """Return a value of JSON as one of front matter."""
    if isinstance(value, dict) and depth < _DEEPEST:
        return Table(tuple((Scalar(str(key), 1, 1), _node(inner, depth + 1)) for key, inner in value.items()), 1, 1)
    if isinstance(value, list) and depth < _DEEPEST:
        return Items(tuple(_node(inner, depth + 1) for inner in value), 1, 1)
    return Scalar("" if value is None else str(value), 1, 1, isinstance(value, str))


def _shown(cell: Cell) -> tuple[Cell | None, str]:
    """Return a cell without what stays at home, or None where that is all of it; and why all of the notebook does."""
    said = hides(cell.tags, cell.source if cell.kind == "code" else "")
    if said.cell:
        return None, ""
    if cell.kind == "code":
        source = "" if said.source else without_hidden_lines(cell.source)
        outputs = () if said.output else cell.outputs
        same = source == cell.source and outputs == cell.outputs
        return (cell if same else replace(cell, source=source, outputs=outputs)), ""
    return _without_private(cell)


def _without_private(cell: Cell) -> tuple[Cell, str]:
    text = strip_comments(cell.source).text
    lines, reason = text.split("\n"), ""
    for one in find_private(text):
        reason = reason or (one.reason if one.whole else "")
        if not one.whole:
            lines[one.first : one.last] = [""] * (one.last - one.first)
    text = "\n".join(lines)
    return (cell if text == cell.source else replace(cell, source=text)), reason


def tags_of(metadata: dict[str, Any]) -> tuple[str, ...]:
    """Return a cell's tags, and the keys of its metadata that mean as much."""
    tags = metadata.get("tags")
    found = tags.split(",") if isinstance(tags, str) else tags if isinstance(tags, list) else []
    found = [tag for tag in found if isinstance(tag, str)]
    found += [key for key, value in metadata.items() if str(value).casefold() in YES]
    jupyter = metadata.get("jupyter")
    folded = jupyter if isinstance(jupyter, dict) else {}
    if folded.get("source_hidden") is True or metadata.get("cellView") == "form":
        found.append("hide-input")
    if folded.get("outputs_hidden") is True:
        found.append("hide-output")
    if metadata.get("nbsphinx") == "hidden" or any(
        judge(key, _node(value)) for key, value in metadata.items() if key.casefold() not in _OF_CELLS
    ):
        found.append("private")
    return tuple(found)
