"""The quick way for the plainest YAML: `key: value`, `key: [a, b]` and `key:` with a list below it.

It gives the same nodes as `loader` for each text that it takes (a property test holds it to that), else None.
It is several times as fast, and spares a command whose texts are all plain the import of yaml.
"""

from __future__ import annotations

import re
from typing import Final

from journal_site.config.nodes import Items, LoadedYaml, Node, Scalar, Table
from journal_site.expressions import expression

_FIRST: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_PLAIN: Final = _FIRST + r"[^:#]*(?::(?=[^ ])[^:#]*)*"
_QUOTED: Final = r"\"([^\"\\]*)\"|'([^']*)'"
_PAIR: Final = expression(rf"([A-Za-z_][\w-]*):(?:[ ]+(?:{_QUOTED}|({_PLAIN})|\[([^\[\]]*)\]))?[ ]*", re.ASCII)
_KEY_ONLY, _LISTED = 1, 5
_ITEM: Final = expression(rf"([ ]*)-[ ]+(?:{_QUOTED}|({_PLAIN}))[ ]*")
_IN_BRACKETS: Final = expression(rf"[ ]*(?:{_QUOTED}|({_FIRST}[^,\[\]{{}}:#?\"']*))[ ]*(?:,|$)")
MAX_LENGTH: Final = 20_000


def load(text: str, first_line: int = 1) -> LoadedYaml:
    """Return the nodes of a YAML text, by the quick way where it can go that way."""
    table = load_simple(text, first_line)
    if table is not None:
        return LoadedYaml(root=table)
    from journal_site.config.loader import load_yaml  # noqa: PLC0415 - imports yaml, 10 ms

    return load_yaml(text, first_line)


def load_simple(text: str, first_line: int = 1) -> Table | None:
    """Return the text's table where it is plain enough; None where only a real parser can tell."""
    if len(text) > MAX_LENGTH:
        return None
    pairs: dict[str, tuple[Scalar, Node]] = {}
    listing = _Listing()
    for number, line in enumerate(text.split("\n"), first_line):
        if not line.isprintable():
            return None
        if not line or line[0] == "#":
            continue
        match = _PAIR.fullmatch(line)
        if not match:
            if not listing.add(line, number):
                return None
            continue
        listing.close(pairs)
        name = match[1]
        value = _value(match, number)
        if value is None or name in pairs:
            return None
        pairs[name] = (Scalar(name, number, 1), value)
        listing = _Listing(name if match[0].rstrip(" ").endswith(":") else "")
    listing.close(pairs)
    if not pairs:
        return None
    return Table(tuple(pairs.values()), next(iter(pairs.values()))[0].line, 1)


class _Listing:
    """The list that may stand below a key without a value."""

    __slots__ = ("column", "items", "key")

    def __init__(self, key: str = "") -> None:
        self.key = key
        self.items: list[Scalar] = []
        self.column = 0

    def add(self, line: str, number: int) -> bool:
        """Take a line as the next item; return whether it is one."""
        match = _ITEM.fullmatch(line) if self.key else None
        if not match or (self.items and len(match[1]) + 1 != self.column):
            return False
        self.column = len(match[1]) + 1
        self.items.append(_scalar(match, 2, number))
        return True

    def close(self, pairs: dict[str, tuple[Scalar, Node]]) -> None:
        """Give the key its items."""
        if self.items:
            pairs[self.key] = (pairs[self.key][0], Items(tuple(self.items), self.items[0].line, self.column))


def _value(match: re.Match[str], line: int) -> Node | None:
    group = match.lastindex
    if group == _KEY_ONLY:
        return Scalar("", line, match.end(1) + 2)
    if group == _LISTED:
        return _in_brackets(match[_LISTED], line, match.start(_LISTED))
    return _scalar(match, 2, line)


def _scalar(match: re.Match[str], first: int, line: int, offset: int = 0) -> Scalar:
    """Return the text of three groups from `first` on: in double quotes, in single quotes, plain."""
    group = match.lastindex or first
    if group < first + 2:
        return Scalar(match[group], line, offset + match.start(group), quoted=True)
    return Scalar(match[group].rstrip(" "), line, offset + match.start(group) + 1)


def _in_brackets(listed: str, line: int, start: int) -> Items | None:
    nodes: list[Scalar] = []
    at = 0
    closed = not listed.strip(" ")
    while not closed:
        match = _IN_BRACKETS.match(listed, at)
        if not match:
            return None
        nodes.append(_scalar(match, 1, line, start))
        at = match.end()
        closed = listed[at - 1 : at] != ","
    return Items(tuple(nodes), line, start)
