"""Say in a site.yaml that is there already in which dialects an imported folder is written; all else in it stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from journal_site.config.loader import load_yaml
from journal_site.config.nodes import Items, Node, Scalar, Table
from journal_site.config.parse import parse_config
from journal_site.errors import ConfigError
from journal_site.expressions import expression

_QUOTED: Final = expression(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'")


def listed(dialects: Sequence[str]) -> str:
    """Return dialects as the value of a source's `dialect`."""
    return dialects[0] if len(dialects) == 1 else f"[{', '.join(dialects)}]"


def with_dialects(text: str, folder: str, dialects: Sequence[str]) -> str:
    """Return a site.yaml in which the source that is a folder is of these dialects; nothing where that is not sure."""
    root = load_yaml(text).root
    said = {key.value: node for key, node in root.pairs} if isinstance(root, Table) else {}
    sources = said.get("sources")
    new = _edited(text, sources, folder, f"dialect: {listed(dialects)}")
    try:
        old, config = parse_config(text), parse_config(new)
    except ConfigError:
        return ""
    wanted = tuple(
        replace(spec, options=replace(spec.options, dialect=tuple(dialects))) if spec.path == folder else spec
        for spec in old.sources
    )
    return new if config == replace(old, sources=wanted) and wanted != old.sources else ""


def _edited(text: str, sources: Node | None, folder: str, said: str) -> str:
    if sources is None:
        return f"{text.rstrip()}\nsources: [{{path: {folder}/, {said}}}]\n"
    for node in sources.nodes if isinstance(sources, Items) else (sources,):
        pairs = node.pairs if isinstance(node, Table) else ()
        key, path = next(((key, value) for key, value in pairs if key.value == "path"), (None, node))
        if not isinstance(path, Scalar) or path.value.strip("/") != folder:
            continue
        start, written = _written(text, path)
        if key is None:
            new = f"{{path: {written}, {said}}}"
            new = new if isinstance(sources, Items) else f"[{new}]"
        elif text[_place(text, node.line, node.column)] == "{":
            new = f"{written}, {said}"
        else:
            new = f"{written}\n{' ' * (key.column - 1)}{said}"
        return f"{text[:start]}{new}{text[start + len(written) :]}"
    return text


def _place(text: str, line: int, column: int) -> int:
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1


def _written(text: str, node: Scalar) -> tuple[int, str]:
    """Return where a scalar stands in a text, and how it is written there."""
    start = _place(text, node.line, node.column)
    quoted = _QUOTED.match(text, start) if node.quoted else None
    return start, quoted[0] if quoted else node.value
