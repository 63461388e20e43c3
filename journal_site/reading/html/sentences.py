"""The sentences around links that an author wrote as HTML, found in the body's tree."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.reading.contents.addresses import SLOT_URL
from journal_site.reading.contents.sentences import sentence_around

if TYPE_CHECKING:
    from journal_site.reading.contents.collector import Collected
    from journal_site.reading.html.tree import Element

_INLINE = frozenset(
    """a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strong
    sub sup time tt u var wbr""".split()
)
"""All others part one text from the next."""


class _Text:
    """The text of one block, with the links in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.links: list[tuple[int, int, int]] = []

    def add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.size += len(piece)


def quote_references(root: Element, found: Collected) -> None:
    """Give the slots of an author's links the sentences that they stand in."""
    text = _Text()
    _walk(root, text, found)
    _settle(text, found)


def _walk(element: Element, text: _Text, found: Collected) -> None:
    for child in element.children:
        if isinstance(child, str):
            text.add(unescape(child))
            continue
        if child.tag and child.tag not in _INLINE:
            _settle(text, found)
            _walk(child, text, found)
            _settle(text, found)
            continue
        start = text.size
        _walk(child, text, found)
        address = child.attributes.get("href", "")
        if child.tag == "a" and child.line >= 0 and address.startswith(SLOT_URL):
            text.links.append((int(address.removeprefix(SLOT_URL)), start, text.size))


def _settle(text: _Text, found: Collected) -> None:
    """End a block's text, and begin the next."""
    if text.links:
        whole = "".join(text.pieces)
        for slot, start, end in text.links:
            before, after = sentence_around(whole, start, end)
            found.slots[slot] = replace(found.slots[slot], before=before, after=after)
    text.pieces, text.links, text.size = [], [], 0
