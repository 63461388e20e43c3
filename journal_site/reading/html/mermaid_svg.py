"""A drawing of Mermaid as it may stand in a page: in the page's colours, with ids of its own, and said in words."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # only what was cleaned already comes here

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.reading.html.mermaid_source import MermaidSource

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset("svg g defs marker polygon polyline path rect circle ellipse line text tspan".split())
_GEOMETRY = frozenset(
    """x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points d transform viewBox markerWidth markerHeight refX refY
    font-size stroke-width stroke-dasharray""".split()
)
_KEPT = _GEOMETRY | frozenset(
    """id fill stroke opacity fill-opacity stroke-linejoin stroke-linecap text-anchor font-weight font-style font-family
    text-decoration orient marker-start marker-end""".split()
)
_NUMBER = expression(r"\d+\.\d+")
_MUTED, _FILL, _EDGE = "var(--muted,currentColor)", "var(--surface,none)", "var(--edge,currentColor)"
_TINT, _PAPER = "var(--tint,none)", "var(--paper,none)"
_COLOURS = {
    "text": "currentColor", "text-sec": "currentColor", "text-muted": _MUTED, "text-faint": _MUTED, "line": _MUTED,
    "arrow": _MUTED, "node-fill": _FILL, "node-stroke": _EDGE, "group-fill": "none", "group-hdr": _TINT,
    "inner-stroke": "var(--line,currentColor)", "key-badge": _TINT,
}  # fmt: skip
"""What the program calls its colours → the theme's; where there is no theme, the colour of the text."""
_VARIABLE = expression(r"var\(--_?([\w-]+)\)")
_SERIES = ("var(--accent,currentColor)", *(f"var(--code-{number},currentColor)" for number in (2, 4, 1, 3)))
_IN_CHARTS = {
    "bar": {"fill": "{0}", "fill-opacity": "0.3", "stroke": "{0}"},
    "line": {"fill": "none", "stroke": "{0}", "stroke-width": "2.5", "stroke-linejoin": "round"},
    "legend-line": {"stroke": "{0}"},
    "dot": {"fill": "{0}", "stroke": _PAPER, "stroke-width": "2"},
    "label": {"fill": _MUTED},
    "axis-title": {"fill": "currentColor"},
    "title": {"fill": "currentColor"},
}
_DECORATION = frozenset({"xychart-grid", "xychart-line-shadow"})
_LIGHT = 140
"""Of 255: on a lighter ground letters are black."""
_LONGEST = 1000


def settle_drawing(tree: ET.Element, written: MermaidSource, token: str) -> str:
    """Return the drawing as SVG for inside a page; its ids begin with `token`."""
    label = _say(tree, written)
    for node in tree.iter(f"{_SVG}g"):
        if node.get("data-shape"):
            _settle_letters(node)
    _settle(tree, token)
    width, height = (ceil(float(tree.get(side, "0"))) for side in ("width", "height"))
    tree.attrib |= {"width": str(width), "height": str(height), "role": "img", "aria-label": label}
    return ET.tostring(tree, encoding="unicode")


def _settle(element: ET.Element, token: str) -> None:
    classes = (element.get("class") or "").split()
    kept = {name: value for name, value in element.attrib.items() if name in _KEPT}
    for name, value in kept.items():
        if name in _GEOMETRY:
            kept[name] = _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), value)
        elif name in ("fill", "stroke"):
            kept[name] = _colour(value, _FILL if name == "fill" else _MUTED)
        elif name == "id":
            kept[name] = f"{token}-{value}"
        elif name.startswith("marker-"):
            kept[name] = value.replace("#", f"#{token}-")
    if "mono" in classes:
        kept["font-family"] = "ui-monospace,monospace"
    kept |= _in_chart(classes)
    element.attrib.clear()
    element.attrib.update(kept)
    element.tail = None
    if element.tag not in (f"{_SVG}text", f"{_SVG}tspan"):
        element.text = None
    element[:] = [child for child in element if child.tag.removeprefix(_SVG) in _SHAPES and not _is_decoration(child)]
    for child in element:
        tail = child.tail if element.tag in (f"{_SVG}text", f"{_SVG}tspan") else None
        _settle(child, token)
        child.tail = tail


def _is_decoration(element: ET.Element) -> bool:
    """Tell whether an element says nothing of the author's: a grid, a shadow, English of the program's own."""
    return element.text == "(no attributes)" or not _DECORATION.isdisjoint((element.get("class") or "").split())


def _in_chart(classes: list[str]) -> dict[str, str]:
    """Return a chart's colours, which the program has in a style sheet for the whole page."""
    number = next((int(name.rpartition("-")[2]) for name in classes if name.startswith("xychart-color-")), 0)
    form = next((_IN_CHARTS[name[8:]] for name in classes if name[:8] == "xychart-" and name[8:] in _IN_CHARTS), {})
    return {name: value.format(_SERIES[number % len(_SERIES)]) for name, value in form.items()}


def _colour(value: str, otherwise: str) -> str:
    """Return a colour as the page has it; an author's that is none gives way."""
    variable = _VARIABLE.fullmatch(value)
    if variable:
        return _PAPER if variable[1] == "bg" else _COLOURS.get(variable[1], otherwise)
    return value if value in ("none", "transparent", "currentColor") or _rgb(value) else otherwise


def _settle_letters(node: ET.Element) -> None:
    """Keep a node's letters legible: on an author's ground black or white, on the page's in the page's."""
    grounds = [rgb for one in node.iter() if one.tag != f"{_SVG}text" and (rgb := _rgb(one.get("fill", "")))]
    for text in node.iter(f"{_SVG}text"):
        if not grounds:
            text.set("fill", "currentColor")
        elif not _rgb(text.get("fill", "")):
            red, green, blue = grounds[0]
            text.set("fill", "#000" if 0.299 * red + 0.587 * green + 0.114 * blue > _LIGHT else "#fff")


def _rgb(colour: str) -> tuple[int, int, int] | None:
    if not colour or colour.startswith("var(") or colour in ("none", "transparent", "currentColor"):
        return None
    from PIL import ImageColor  # noqa: PLC0415 - few drawings have colours of their own

    try:
        red, green, blue = ImageColor.getrgb(colour)[:3]
    except ValueError:
        return None
    return red, green, blue


def _say(tree: ET.Element, written: MermaidSource) -> str:
    """Return in words what a drawing shows: its title, then what leads to what."""
    names = {one.get("data-id", ""): _flat(one.get("data-label", "")) for one in tree.iter() if one.get("data-id")}
    said = [*_connections(tree, names)] or [*names.values()] or [*_values(tree)]
    label = ": ".join(filter(None, (written.title, written.described or ", ".join(filter(None, said)))))
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"


def _connections(tree: ET.Element, names: dict[str, str]) -> Iterator[str]:
    for one in tree.iter():
        start, end = (
            one.get(f"data-{old}") or one.get(f"data-{new}") for old, new in (("from", "entity1"), ("to", "entity2"))
        )
        if start and end and one.get("class") != "edge-label":
            label = _flat(one.get("data-label", ""))
            start, end = names.get(start, start) or "●", names.get(end, end) or "●"
            yield f"{start} → {end}{f' ({label})' if label else ''}"


def _values(tree: ET.Element) -> Iterator[str]:
    for one in tree.iter():
        if (one.get("class") or "").endswith("title"):
            yield _flat("".join(one.itertext()))
        elif value := one.get("data-value"):
            yield f"{one.get('data-label', '')} {value}".strip()


def _flat(text: str) -> str:
    return " ".join(re.sub(r"</?[bius]>", "", text).split())
