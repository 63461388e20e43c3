"""Draw the rooms of the package from the code: `python -m docs.rooms` writes `rooms.svg` and one for each wing.

A box is a folder or a module, with the sentence that its docstring begins with; an arrow is so many imports, typing
imports counted. The rows are the layers that pyproject.toml holds them to. Needs Graphviz's `dot`.
"""

from __future__ import annotations

import ast
import math
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
PACKAGE = "journal_site"
FOUNDATION = "config"
"""From its layer downwards nearly all import all: these arrows are counted in the box and not drawn."""
_MISSING = "The pictures need Graphviz (Debian, Ubuntu: apt-get install graphviz; macOS: brew install graphviz)."
_STYLE = """
bgcolor="white"; pad=0.15; nodesep=0.11; ranksep=0.36; outputorder=edgesfirst;
node [shape=box style="filled,rounded" color="#8a949e" penwidth=0.8 fontname="Helvetica" fontsize=9 margin="0.07,0.05"
  fontcolor="#1f2328"];
edge [color="#57606a" fontcolor="#57606a" fontname="Helvetica" fontsize=8 arrowsize=0.55];
"""
_NARROW, _WIDE, _ROW = 15, 34, 96
"""Letters of a line in a box: as wide as GitHub shows a picture without making it smaller, so that all can be read."""
_FOLDER, _MODULE, _GROUND = "#ddf4e4", "#f6f8fa", "#fff3d6"


class Box(NamedTuple):
    """One member of a layer."""

    name: str
    sentence: str
    within: tuple[str, ...]
    """Its own rooms, where it is a folder that has some."""
    modules: int
    """How many it holds; none where it is itself one."""


def rooms() -> list[str]:
    """Return every folder of the package by its path within it: `reading/dates`."""
    places = sorted((ROOT / PACKAGE).rglob("__init__.py"))
    return [path.parent.relative_to(ROOT / PACKAGE).as_posix() for path in places[1:]]


def pictures() -> dict[str, str]:
    """Return each picture by its file's name, as `dot` reads it."""
    imports = _imports()
    return {_file_name(container): _draw(container, layers, imports) for container, layers in _layers().items()}


def boxes_in(svg: str) -> set[str]:
    """Return the rooms that a picture draws as boxes."""
    return set(re.findall(r'<text[^>]*font-weight="bold"[^>]*>(\w+)/</text>', svg))


def listed_in(svg: str) -> set[str]:
    """Return the rooms that it names within the boxes of others."""
    return set(re.findall(r"[\w/]+", " ".join(re.findall(r'<text[^>]*font-style="italic"[^>]*>([^<]*)', svg))))


def _layers() -> dict[str, list[list[str]]]:
    """Return the members of each layer, by the folder whose layers they are."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = [one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    return {
        container: [re.findall(r"\w+", layer) for layer in contract["layers"]]
        for contract in contracts
        for container in contract["containers"]
        if any(
            (_place(f"{container}.{name}")).is_dir()
            for layer in contract["layers"]
            for name in re.findall(r"\w+", layer)
        )
    }


def _place(module: str) -> Path:
    return ROOT / module.replace(".", "/")


def _file_name(container: str) -> str:
    return "-".join(["rooms", *container.split(".")[1:]]) + ".svg"


# --- what the code says ----------------------------------------------------------------------------------------------


def _imports() -> Counter[tuple[str, str]]:
    """Return how often each module imports from each other, by their full names."""
    modules = {_module_name(path): path for path in sorted((ROOT / PACKAGE).rglob("*.py"))}
    found: Counter[tuple[str, str]] = Counter()
    for name, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found.update((name, other) for other in _named(node, modules.keys()))
    return found


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _named(node: ast.AST, modules: Collection[str]) -> set[str]:
    if isinstance(node, ast.Import):
        return {one.name for one in node.names if one.name in modules}
    if isinstance(node, ast.ImportFrom) and node.module and node.module in modules:
        inner = [f"{node.module}.{one.name}" for one in node.names]
        return {name if name in modules else node.module for name in inner}
    return set()


def _box(container: str, name: str) -> Box:
    place = _place(f"{container}.{name}")
    if not place.is_dir():
        return Box(name, _sentence(place.with_suffix(".py")), (), 0)
    inner = sorted(path.parent.relative_to(place).as_posix() for path in place.glob("**/__init__.py"))
    modules = [path for path in place.rglob("*.py") if path.name != "__init__.py"]
    return Box(name, _sentence(place / "__init__.py"), tuple(inner[1:]), len(modules))


def _sentence(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return re.split(r"\.(?:\s|$)|\n", said)[0].replace("`", "")


# --- the picture -----------------------------------------------------------------------------------------------------


def _draw(container: str, layers: list[list[str]], imports: Counter[tuple[str, str]]) -> str:
    between = _between(container, imports)
    ground = next((row for row, names in enumerate(layers) if FOUNDATION in names), len(layers))
    below = {name for names in layers[ground:] for name in names}
    lines = [f"digraph {{{_STYLE}"]
    for names in layers:
        boxes = " ".join(_node(_box(container, name), len(names), between, name in below) for name in names)
        order = f"edge [style=invis]; {' -> '.join(names)};" if below.issuperset(names) else ""
        lines.append(f"{{ rank=same; {boxes} {order} }}")
    for upper, lower in pairwise(layers):
        lines.append(f"{_middle(upper)} -> {_middle(lower)} [style=invis weight=20];")
    lines += [_arrow(one, other, count) for (one, other), count in sorted(between.items()) if other not in below]
    return "\n".join([*lines, "}"]) + "\n"


def _between(container: str, imports: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return how often each member of a container imports from each other."""
    found: Counter[tuple[str, str]] = Counter()
    for pair, count in imports.items():
        one, other = (_member(container, name) for name in pair)
        if one and other and one != other:
            found[one, other] += count
    return found


def _member(container: str, module: str) -> str:
    return module.removeprefix(f"{container}.").partition(".")[0] if module.startswith(f"{container}.") else ""


def _middle(names: list[str]) -> str:
    return names[len(names) // 2]


def _node(box: Box, beside: int, between: Counter[tuple[str, str]], grounded: bool) -> str:  # noqa: FBT001
    width = max(_NARROW, min(_WIDE, _ROW // beside))
    fill = _GROUND if grounded else _FOLDER if box.modules else _MODULE
    label = "".join(f"{line}<br/>" for line in _lines(box, width, between, grounded))
    return f'{box.name} [fillcolor="{fill}" label=<{label}>];'


def _lines(box: Box, width: int, between: Counter[tuple[str, str]], grounded: bool) -> Iterator[str]:  # noqa: FBT001
    yield f'<b><font point-size="11">{box.name}{"/" if box.modules else ""}</font></b>'
    yield from (escape(line) for line in textwrap.wrap(box.sentence, width))
    if box.within:
        yield from (f"<i>{line}</i>" for line in textwrap.wrap(", ".join(box.within), width))
    if box.modules:
        yield f'<font color="#57606a" point-size="8">{box.modules} modules</font>'
    if grounded:
        users = [count for (_, other), count in between.items() if other == box.name]
        yield f'<font color="#57606a" point-size="8">{sum(users)} imports from {len(users)}</font>'


def _arrow(one: str, other: str, count: int) -> str:
    return f'{one} -> {other} [penwidth={0.5 + 0.45 * math.log2(count):.1f} label=" {count}"];'


def main() -> None:
    """Write the pictures beside this file."""
    dot = shutil.which("dot")
    if dot is None:
        sys.exit(_MISSING)
    for name, graph in pictures().items():
        done = subprocess.run([dot, "-Tsvg"], input=graph, capture_output=True, text=True, check=True)
        # The version of Graphviz is nobody's concern, and would change the file for each of us.
        (DOCS / name).write_text(re.sub(r"<!--.*?-->\n", "", done.stdout, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
