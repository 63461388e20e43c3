"""A folder of entries among the sources of a journal that has had none: one more line or word in its site.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journal_site.config.loader import load_yaml
from journal_site.config.nodes import Items, Node, Scalar, Table
from journal_site.config.parse import parse_config
from journal_site.errors import JournalError
from journal_site.expressions import expression

_ITEM = expression(r"^([ \t]*)-[ \t]")


def add_source(text: str, folder: str) -> str | None:
    """Return site.yaml with one source more; None where its `sources` are written in a way that cannot be added to."""
    plain = text.replace("\r\n", "\n")
    root = load_yaml(plain).root
    pairs = root.pairs if isinstance(root, Table) else ()
    node = next((value for key, value in pairs if key.value == "sources"), None)
    before = _paths(plain)
    for candidate in _candidates(plain, node, folder) if node is not None and before is not None else ():
        if _paths(candidate) == (*(before or ()), folder):
            return candidate.replace("\n", "\r\n") if plain != text else candidate
    return None


def _candidates(text: str, node: Node, folder: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: node.line - 1])) + node.column - 1
    if isinstance(node, Scalar):
        end = start + len(node.value) + 2 * node.quoted
        yield f"{text[:start]}[{text[start:end]}, {folder}/]{text[end:]}"
    elif isinstance(node, Items) and (item := _ITEM.match(lines[node.line - 1])):
        for end in range(node.line, len(lines) + 1):
            gap = "" if lines[end - 1].endswith("\n") else "\n"
            yield "".join([*lines[:end], f"{gap}{item[1]}- {folder}/\n", *lines[end:]])
    elif isinstance(node, Items):
        for bracket in re.finditer(r"\s*\]", text[start:]):
            at = start + bracket.start()
            yield f"{text[:at]}, {folder}/{text[at:]}"


def _paths(text: str) -> tuple[str, ...] | None:
    try:
        return tuple(spec.path for spec in parse_config(text).sources)
    except JournalError:
        return None
