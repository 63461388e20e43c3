"""A small tree of HTML elements, from HTML that is well-formed already (nh3 wrote it)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape, unescape

from journal_site.expressions import expression

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_TAG = expression(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s=<>\"]+(?:=\"[^\"]*\")?)*)\s*/?>")
_ATTRIBUTE = expression(r"([^\s=<>\"]+)(?:=\"([^\"]*)\")?")
DEEPEST = 150
"""Elements nested deeper are dissolved into their parents: browsers flatten them too, a little later."""


class Element:
    """One element; `tag` is empty for the root and for an element that has been dissolved."""

    __slots__ = ("attributes", "children", "line", "tag")

    def __init__(self, tag: str = "", attributes: dict[str, str] | None = None, line: int = -1) -> None:
        """Make an element; `line` is that of an author's tag, -1 for our own."""
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Element | str] = []
        self.line = line

    def elements(self) -> Iterator[Element]:
        """Yield the elements below this one, in the order of the document."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements()

    def text(self) -> str:
        """Return the plain text below this element."""
        return unescape("".join(child if isinstance(child, str) else child.text() for child in self.children))

    def html(self) -> str:
        """Return the element as HTML."""
        out: list[str] = []
        self._write(out)
        return "".join(out)

    def _write(self, out: list[str]) -> None:
        if self.tag:
            out.append(f"<{self.tag}")
            for name, value in self.attributes.items():
                out.append(f' {name}="{escape(value)}"' if value or name not in _BARE else f" {name}")
            out.append(">")
        for child in self.children:
            if isinstance(child, str):
                out.append(child)
            else:
                child._write(out)  # noqa: SLF001 - another of its own kind
        if self.tag and self.tag not in VOID:
            out.append(f"</{self.tag}>")


_BARE = frozenset("checked controls disabled allowfullscreen loop muted open reversed playsinline".split())


def parse(html: str, mark: str) -> Element:
    """Return the tree of well-formed HTML; the attribute `mark` gives an author's elements their lines."""
    root = Element()
    stack = [root]
    skipped: list[str] = []
    position = 0
    for match in _TAG.finditer(html):
        if match.start() > position:
            stack[-1].children.append(html[position : match.start()])
        position = match.end()
        name = match[2].lower()
        if match[1]:
            if skipped:
                skipped.pop()
            elif len(stack) > 1:
                stack.pop()
            continue
        if len(stack) > DEEPEST and name not in VOID:
            skipped.append(name)
            continue
        attributes = {key: unescape(value) for key, value in _ATTRIBUTE.findall(match[3])}
        line = attributes.pop(mark, "")
        element = Element(name, attributes, int(line) if line.isdigit() else -1)
        stack[-1].children.append(element)
        if name not in VOID:
            stack.append(element)
    if position < len(html):
        stack[-1].children.append(html[position:])
    return root
