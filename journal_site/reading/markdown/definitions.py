"""Definitions of links and footnotes that hold for a whole log: read once for all of its slices."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from journal_site.reading.markdown.footnotes import take_definitions
from journal_site.reading.markdown.parser import features_of, parser

if TYPE_CHECKING:
    from markdown_it.token import Token


class Definitions:
    """What a log defines; never changed once it is read."""

    def __init__(self, references: dict[str, Any], footnotes: dict[str, list[Token]]) -> None:
        """Hold both."""
        self.references = references
        self.footnotes = footnotes

    def environment(self) -> dict[str, Any]:
        """Return what a parser is to know when it reads one slice of the log."""
        env: dict[str, Any] = {}
        if self.references:
            env["references"] = dict(self.references)
        if self.footnotes:
            env["footnotes"] = {"refs": {f":{label}": -1 for label in self.footnotes}, "list": {}}
        return env


@lru_cache(maxsize=4)
def read_definitions(text: str) -> Definitions:
    """Read a log's definitions."""
    env: dict[str, Any] = {}
    tokens = parser(features_of(text)).read_blocks(text, env) if text else []
    return Definitions(env.get("references", {}), take_definitions(tokens))
