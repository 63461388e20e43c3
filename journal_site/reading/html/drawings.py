"""SVG that an author wrote into a text: it is shown as a picture, in which nothing is run or fetched."""

from __future__ import annotations

from base64 import b64encode
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_START = expression(r"<svg(?=[\s>/])[^>]*>")
_END = expression(r"</svg\s*>")
_NAME = expression(r"<svg[^>]*\saria-label=\"([^\"]*)\"|<title[^>]*>([^<]*)</title>")
_WORDS = expression(r"<(?:text|tspan)\b[^>]*>([^<]+)")
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
    for start, end in _find_drawings(content):
        picture = _draw(content[start:end])
        if picture is not None:
            pieces += [Drawing(content[at:start]), picture]
            at = end
    pieces.append(Drawing(content[at:]))
    return pieces


def _find_drawings(content: str) -> Iterator[tuple[int, int]]:
    """Yield where each SVG begins and ends; what begins and has no end is none, and is looked for once."""
    last = content.rfind(">") + 1
    position = 0
    while opened := _START.search(content, position, last):
        ended = opened if opened[0].endswith("/>") else _END.search(content, opened.end())
        if ended is None:
            return
        position = ended.end()
        yield opened.start(), position


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


def with_drawings_whole(tokens: list[Token]) -> list[Token]:
    """Return tokens with each SVG as one piece of HTML; one that does not end stays as it is."""
    found: list[Token] = []
    ends = [at for at, token in enumerate(tokens) if token.type == "html_inline" and token.content[:5] == "</svg"]
    at = 0
    for end in ends:
        starts = (n for n in range(at, end) if tokens[n].type == "html_inline" and tokens[n].content[:4] == "<svg")
        start = next(starts, end)
        found += tokens[at : start + 1]
        if start < end:
            parts = tokens[start : end + 1]
            whole = [one.content if one.type == "html_inline" else escape(one.content) or "\n" for one in parts]
            found[-1].content = "".join(whole)
        at = end + 1
    return found + tokens[at:]
