"""What a YAML text holds, before anything is made of it: texts, lists and tables, each with its place.

A scalar stays the text that was written: only who knows the wanted type can tell whether `010`, `NO` or `2021-01-01` is
a number, a yes or no, a date or a title.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

ProblemKind = Literal["syntax", "duplicate", "comment", "mended"]
"""`mended`: no YAML, and read all the same."""


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A scalar as written, without its quotes."""

    value: str
    line: int
    """1-based, as are columns."""
    column: int
    quoted: bool = False
    """Quoted, or a block text: what looks like a number in it is none."""


class Items(msgspec.Struct, frozen=True):
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int


class Table(msgspec.Struct, frozen=True):
    """A table of keys, in the order of the text; no key occurs twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    raw: str = ""
    """The text as written, where it is one list item on one line (`- Goal 1: read`) and may be meant as a text."""


Node: TypeAlias = Scalar | Items | Table


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with the text itself."""

    kind: ProblemKind
    message: str
    line: int
    column: int
    hint: str = ""


class LoadedYaml(msgspec.Struct, frozen=True, kw_only=True):
    """A text's nodes, as far as they could be read, and what was wrong."""

    root: Node | None
    """None for an empty text and one that cannot be parsed."""
    problems: tuple[Problem, ...] = ()


def describe(node: Node) -> str:
    """Return in words what was found: `the number 3`, `a list`, `the text 'blue'`."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Table):
        return "a table"
    if not node.quoted and node.value in {"", "~", "null"}:
        return "nothing"
    if not node.quoted and looks_numeric(node.value):
        return f"the number {node.value}"
    shown = node.value if len(node.value) <= _SHOWN else node.value[: _SHOWN - 1] + "…"
    return f"the text {shown!r}"


_SHOWN = 60


def looks_numeric(text: str) -> bool:
    """Tell whether a plain scalar is a number to every reader of YAML."""
    digits = text.lstrip("+-").replace("_", "").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
