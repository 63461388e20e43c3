"""A body's HTML as a tree, and the tree as XML or as plain text."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement, tostring

from journal_site.expressions import expression

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
MATHML = "http://www.w3.org/1998/Math/MathML"

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_FOREIGN = {"svg": SVG, "math": MATHML}
_BLOCKS = frozenset(
    "address article aside blockquote br dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_UNSPOKEN = frozenset({"annotation", "script", "style", "template"})
_NO_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NAME = expression(r"[A-Za-z_][\w.-]*")
_LINES = expression(r"[ \t]*\n\s*")
_CAMEL = ("viewBox", "preserveAspectRatio", "markerWidth", "markerHeight", "refX", "refY", "textLength",
          "gradientUnits", "clipPathUnits", "linearGradient", "radialGradient", "clipPath", "gradientTransform",
          "patternUnits", "foreignObject", "lengthAdjust", "markerUnits", "textPath", "startOffset",
          "pathLength")  # fmt: skip
_SPELT = {name.lower(): name for name in _CAMEL}
"""SVG's names have capitals, which HTML does not keep."""


def parse_body(html: str) -> Element:
    """Return a body's HTML, as reading makes it, below one `div`; names are without namespaces."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


def as_xml(element: Element) -> str:
    """Return an element as XML that needs no further namespaces: `svg` and `math` name theirs."""
    for tag, namespace in _FOREIGN.items():
        for one in element.iter(tag):
            one.set("xmlns", namespace)
    return tostring(element, encoding="unicode", short_empty_elements=True)


def plain_text(element: Element) -> str:
    """Return what a reader would read: blocks on lines of their own, formulas as they are written in signs."""
    parts: list[str] = []
    _gather(element, parts)
    return _LINES.sub("\n", "".join(parts)).strip()


def drop(element: Element, parents: dict[Element, Element]) -> None:
    """Take an element away, and leave its children and its text where it stood."""
    parent = parents[element]
    at = list(parent).index(element)
    before = parent[at - 1] if at else None
    _add_text(parent, before, element.text)
    children = list(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
        parents[child] = parent
    _add_text(parent, children[-1] if children else before, element.tail)
    parent.remove(element)


def parents_in(root: Element) -> dict[Element, Element]:
    """Return the parent of each element below a root."""
    return {child: parent for parent in root.iter() for child in parent}


def _add_text(parent: Element, before: Element | None, text: str | None) -> None:
    if not text:
        return
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def _gather(element: Element, parts: list[str]) -> None:
    if element.tag in _UNSPOKEN:
        return
    block = element.tag in _BLOCKS
    if block:
        parts.append("\n")
    if element.tag == "img":
        parts.append(element.get("alt") or "")
    parts.append(element.text or "")
    for child in element:
        _gather(child, parts)
        parts.append(child.tail or "")
    if block:
        parts.append("\n")


class _Parser(HTMLParser):
    """Builds the tree. What is closed too early or never is closed where its parent is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        name = _SPELT.get(tag, tag)
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == name:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        _add_text(parent, parent[-1] if len(parent) else None, _NO_XML.sub("", data))

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        element = SubElement(self._open[-1], _SPELT.get(tag, tag))
        for name, value in attrs:
            spelt = _SPELT.get(name, name)
            if _NAME.fullmatch(spelt) and spelt != "xmlns":
                element.set(spelt, _NO_XML.sub("", name if value is None else value))
        return element
