"""What one file says for all in its folder: Hugo's `cascade` in `_index.md`, and a bundle that is `headless`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journal_site.config.nodes import Items, Node, Scalar, Table
from journal_site.expressions import expression
from journal_site.reading.front_matter.nodes import load_front
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.front_matter.visibility import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTIONS = ("_index.md", "_index.markdown")
_GLOB = expression(r"\*\*|\*|\?|[^*?]+")
_STANDS_FOR = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


class CascadeRule(NamedTuple):
    """Why files stay at home, and which."""

    reason: str
    paths: re.Pattern[str] | None = None
    """Of those in the folder; all where it is left out."""

    def holds(self, path: str) -> bool:
        """Tell whether a file below the folder is among them."""
        return self.paths is None or self.paths.search(path) is not None


def read_cascade(name: str, text: str) -> list[CascadeRule]:
    """Return what a file of this name keeps at home besides itself."""
    if "cascade" not in text and "headless" not in text:
        return []
    front = split_front_matter(text)[0]
    root = load_front(front).root if front else None
    pairs = root.pairs if isinstance(root, Table) else ()
    if name.lower() not in _SECTIONS:
        said = [found for key, node in pairs if key.value == "headless" and (found := judge("headless", node))]
        return [CascadeRule(one.reason) for one in said]
    return [one for key, node in pairs if key.value.lower() == "cascade" for one in _cascaded(node)]


def _cascaded(node: Node) -> Iterator[CascadeRule]:
    if isinstance(node, Items):
        for inner in node.nodes:
            yield from _cascaded(inner)
    elif isinstance(node, Table) and (verdict := judge("page", node)):
        target = next((value for key, value in node.pairs if key.value in {"target", "_target"}), None)
        yield CascadeRule(f"{verdict.reason}, for all in the folder", _paths(target))


def _paths(target: Node | None) -> re.Pattern[str] | None:
    """Return the paths that a target names, as far as it names any: Hugo's begin at its folder of content."""
    pairs = target.pairs if isinstance(target, Table) else ()
    glob = next((value.value for key, value in pairs if key.value == "path" and isinstance(value, Scalar)), "")
    if not glob:
        return None
    globs = glob.strip("{}").split(",")
    found = (
        "".join(_STANDS_FOR.get(part, re.escape(part)) for part in _GLOB.findall(one.strip(" /"))) for one in globs
    )
    return re.compile(rf"(?:^|/)(?:{'|'.join(found)})(?:\.\w+)?$")
