"""SVG that an author wrote into a text: it is shown as a picture, in which nothing is run or fetched."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape, unescape
from typing import NamedTuple

_SVG = re.compile(r"<svg(?=[\s>/])[^>]*(?:/>|>.*?</svg\s*>)", re.DOTALL)
_NAME = re.compile(r"<svg[^>]*\saria-label=\"([^\"]*)\"|<title[^>]*>([^<]*)</title>")
_WORDS = re.compile(r"<(?:text|tspan)\b[^>]*>([^<]+)")
_LONGEST = 200


class Drawing(NamedTuple):
    """A piece of HTML: a picture made of SVG, or (`html` is empty) what stands between two."""

    source: str
    html: str = ""
    text: str = ""
    """What the picture says."""


def split_drawings(content: str) -> list[Drawing]:
    """Return HTML in pieces: each SVG that can be read as a picture, and what stands between."""
    pieces: list[Drawing] = []
    at = 0
    for match in _SVG.finditer(content):
        picture = _draw(match[0])
        if picture is not None:
            pieces += [Drawing(content[at : match.start()]), picture]
            at = match.end()
    pieces.append(Drawing(content[at:]))
    return pieces


def _draw(source: str) -> Drawing | None:
    from journal_site.pictures.measure import measure  # noqa: PLC0415 - few texts hold a drawing
    from journal_site.reading.html.svg import clean_svg  # noqa: PLC0415

    svg = clean_svg(source.encode("utf-8", "replace"))
    if not svg:
        return None
    named = _NAME.search(source)
    text = (named[1] or named[2] or "") if named else " ".join(_WORDS.findall(source))
    text = " ".join(unescape(text).split())[:_LONGEST]
    width, height = measure(svg)[:2]
    size = f' width="{width}" height="{height}"' if width else ""
    address = f"data:image/svg+xml;base64,{b64encode(svg).decode()}"
    return Drawing(source, f'<img class="drawing" src="{address}" alt="{escape(text)}"{size}>', text)
