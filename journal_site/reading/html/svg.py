"""SVG of unknown origin → SVG that is safe as a file of its own: known elements, no scripts, nothing fetched."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET  # document types, and with them entities, are cut off before parsing

from journal_site.expressions import expression

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"

_DROPPED = frozenset({"script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "audio", "video"})
"""Elements that go with all that they hold; any other unknown one goes and leaves its children."""
_SHAPES = """
    svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image
    marker pattern mask clipPath linearGradient radialGradient stop style switch view filter feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate animateMotion animateTransform mpath
"""
_KNOWN = frozenset(_SHAPES.split())
_NAMED_SPACE = expression(rb"&nbsp;", re.IGNORECASE)
_DATA_IMAGE = expression(r"data:image/(?:png|jpe?g|gif|webp);", re.IGNORECASE)
_FETCH = expression(
    r"@import[^;]*;?|url\(\s*(?!['\"]?#)[^)]*\)?|image-set\([^)]*\)?|expression\s*\(|javascript:",
    re.IGNORECASE,
)
_HIDING = expression(r"\\(?:[0-9a-fA-F]{1,6}\s?)?|/\*.*?(?:\*/|$)", re.DOTALL)
"""Escapes and comments of CSS: `u\\rl(` and `\\75rl(` fetch as `url(` does."""
_MOST_PASSES = 4
_ON = expression(r"on", re.IGNORECASE)
_ROOT = expression(rb"<(?:[A-Za-z_][\w.-]*:)?svg(?=[\s/>])")
_WIDE = (b"\xff\xfe", b"\xfe\xff")

ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)


def clean_svg(raw: bytes) -> bytes:
    """Return the picture without anything active; empty where it is no well-formed SVG."""
    tree = clean_tree(raw)
    try:
        return b"" if tree is None else bytes(ET.tostring(tree, encoding="utf-8", xml_declaration=True))
    except (ValueError, RecursionError):
        return b""


def clean_tree(raw: bytes) -> ET.Element | None:
    """Return the picture's tree without anything active; None where it is no well-formed SVG."""
    if raw.startswith(_WIDE):
        raw = raw.decode("utf-16", "replace").encode()
    root = _ROOT.search(raw)
    if root is None:
        return None
    text = _NAMED_SPACE.sub(b"&#160;", raw[root.start() : raw.rfind(b">") + 1])  # a document type stands before it
    head = text[: text.find(b">")]
    if root[0] == b"<svg" and b"xmlns=" not in head:
        text = text.replace(b"<svg", f'<svg xmlns="{_SVG}"'.encode(), 1)
    if b"xlink:" in text and b"xmlns:xlink" not in text:
        text = text.replace(b"<svg", f'<svg xmlns:xlink="{_XLINK}"'.encode(), 1)
    try:
        tree = ET.fromstring(text)  # noqa: S314 # without a document type there is nothing to expand
    except (ET.ParseError, ValueError, RecursionError):
        return None
    if _local(tree.tag) != "svg":
        return None
    _clean(tree)
    return tree


def _local(tag: object) -> str:
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag.rpartition("}")
    return name if namespace in {"", "{" + _SVG} else ""


def _clean(root: ET.Element) -> None:
    """Clean the tree in place, without recursion: hostile depth must not overflow."""
    pending = [root]
    while pending:
        element = pending.pop()
        _clean_attributes(element)
        if _local(element.tag) == "style":
            element.text = _without_fetching(element.text or "")
            element[:] = []
        kept: list[ET.Element] = []
        _keep(element, kept)
        element[:] = kept
        pending += kept


def _keep(element: ET.Element, kept: list[ET.Element]) -> None:
    """Gather the children that stay: unknown ones are replaced by their own children and text."""
    children = list(reversed(list(element)))
    while children:
        child = children.pop()
        name = _local(child.tag)
        if name in _KNOWN:
            kept.append(child)
            continue
        text = child.tail or ""
        if name not in _DROPPED and isinstance(child.tag, str):
            children += reversed(list(child))
            text = (child.text or "") + text
        if not text:
            continue
        if kept:
            kept[-1].tail = (kept[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text


def _clean_attributes(element: ET.Element) -> None:
    for name, value in list(element.attrib.items()):
        local = name.rpartition("}")[2]
        if local in {"href", "src"}:
            if not _is_inside(element, value):
                del element.attrib[name]
        elif _ON.match(local) or local == "base" or (local == "attributeName" and "href" in value.lower()):
            del element.attrib[name]
        elif _FETCH.search(_HIDING.sub("", value)):
            element.attrib[name] = _without_fetching(value)


def _is_inside(element: ET.Element, value: str) -> bool:
    """Tell whether a reference stays inside the picture."""
    value = value.strip()
    return value.startswith("#") or (_local(element.tag) in {"image", "feImage"} and bool(_DATA_IMAGE.match(value)))


def _without_fetching(style: str) -> str:
    """Return CSS that names nothing outside the picture; what could hide such a name goes first.

    What is taken out can leave such a name behind, put together of what stood around it.
    """
    style = _HIDING.sub("", style)
    for _ in range(_MOST_PASSES):
        style, found = _FETCH.subn("", style)
        if not found:
            return style
    return ""
