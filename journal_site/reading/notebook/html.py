"""HTML that a notebook's cell printed → HTML that is safe and valid inside a page; its media become files."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import TYPE_CHECKING

import nh3

from journal_site.expressions import expression
from journal_site.reading.contents.raw_html import HTML_TAGS
from journal_site.reading.html.model import conform
from journal_site.reading.html.tree import Element, parse

if TYPE_CHECKING:
    from journal_site.reading.notebook.pictures import Pictures

_SHOWN = """
    a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small source strong sub sup table tbody
    summary td tfoot th thead time tr u ul var video wbr
"""
_TAGS = frozenset(_SHOWN.split())
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "audio": {"src", "loop", "muted"},
    "col": {"span"},
    "colgroup": {"span"},
    "img": {"src", "alt", "width", "height", "title"},
    "ol": {"start"},
    "source": {"src", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "video": {"src", "width", "height", "loop", "muted"},
}
_KNOWN = _TAGS | HTML_TAGS
_WITH_CONTENT = (
    "script",
    "style",
    "button",
    "template",
    "select",
    "textarea",
    "noscript",
    "annotation-xml",
    "annotation",
)
_NUMBERS = frozenset({"width", "height", "span", "colspan", "rowspan", "start"})
_MOST_COLUMNS = 1000  # HTML's limit for colspan and span

_TAG = r"""((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>"""
_NAME = expression(r"(</?)([a-zA-Z][\w.:-]*)")
_IFRAME = expression("<iframe" + _TAG, re.IGNORECASE)
_SOURCE = expression(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_DATA_SOURCE = expression(r"""(\ssrc\s*=\s*)(["'])(data:[^"']*)\2""", re.IGNORECASE)
_SVG_EDGE = expression(r"<(/?)svg\b", re.IGNORECASE)
_VALUES = {
    "scope": expression(r"(?:row|col)(?:group)?\Z"),
    "href": expression(r"\s*(?:https?://|mailto:)", re.IGNORECASE),
    "type": expression(r"(?:audio|video)/[\w.+-]+\Z", re.IGNORECASE),
}
_IMAGE = expression(r"<img\b([^>]*)>")
_SIZED = expression(r' (?:width|height)="')
_MARKUP = expression(r"<[^>]*>")
_TO_SEE = expression(r"<(?:img|audio|video|hr)\b")
_FIRST_HEADING = expression(r"(</?h)1(?=[\s>])", re.IGNORECASE)


def clean_html(html: str, pictures: Pictures) -> str:
    """Return what of the HTML shows without a notebook: text, tables, pictures and links; "" where that is nothing."""
    for tag in _WITH_CONTENT:
        html = _cut(html, tag)
    html = _media_as_files(_inline_svg_as_files(html, pictures), pictures)
    html = _IFRAME.sub(_frame_as_link, html)
    html = _NAME.sub(_known, _FIRST_HEADING.sub(r"\g<1>2", html))
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_filter_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    tree = parse(_IMAGE.sub(_described(pictures), cleaned).strip(), "")
    conform(tree)
    for element in tree.elements():
        _settle(element)
    cleaned = tree.html()
    return cleaned if shows_something(cleaned) else ""


def shows_something(html: str) -> bool:
    """Tell whether clean HTML has any text or media."""
    return bool(_TO_SEE.search(html) or unescape(_MARKUP.sub("", html)).strip())


def _cut(html: str, tag: str) -> str:
    """Remove the elements with all that they hold; one that is never closed holds the rest."""
    opening = re.compile(rf"<{tag}\b", re.IGNORECASE)
    closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    pieces: list[str] = []
    start = 0
    while match := opening.search(html, start):
        pieces.append(html[start : match.start()])
        end = closing.search(html, match.end())
        start = end.end() if end else len(html)
    return "".join([*pieces, html[start:]]) if pieces else html


def _inline_svg_as_files(html: str, pictures: Pictures) -> str:
    pieces: list[str] = []
    depth = start = opened = 0
    for edge in _SVG_EDGE.finditer(html):
        if not edge[1]:
            opened = edge.start() if not depth else opened
            depth += 1
        elif depth:
            depth -= 1
            end = html.find(">", edge.end()) + 1
            if depth or not end:
                continue
            picture = pictures.add(html[opened:end].encode("utf-8", "replace"), "image/svg+xml")
            if picture is not None:
                pieces += [html[start:opened], f'<img src="{picture.name}" alt="">']
                start = end
    return "".join([*pieces, html[start:]]) if pieces else html


def _media_as_files(html: str, pictures: Pictures) -> str:
    def as_file(match: re.Match[str]) -> str:
        picture = pictures.add_data_url(unescape(match[3]))
        return f"{match[1]}{match[2]}{picture.name if picture else ''}{match[2]}"

    return _DATA_SOURCE.sub(as_file, html)


def _frame_as_link(match: re.Match[str]) -> str:
    source = _SOURCE.search(match[1])
    url = unescape((source[1] or source[2] or "") if source else "").strip()
    if url.startswith("//"):
        url = "https:" + url
    if not url.startswith(("https://", "http://")):
        return ""
    shown = escape(url)
    return f'<p><a href="{shown}">{shown}</a></p>'


def _known(match: re.Match[str]) -> str:
    # The sanitiser drops what belongs into drawings and formulas, text and all, where it stands in neither.
    return match[0] if match[2].lower() in _KNOWN else f"{match[1]}span"


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    if name in _NUMBERS:
        digits = value.strip().removesuffix("px")
        if not digits.isdecimal() or not digits.isascii():
            return None
        number = int(digits[:6])
        return str(min(number, _MOST_COLUMNS)) if number or name in {"start", "rowspan"} else None
    if name in _VALUES and not _VALUES[name].match(value):
        return None
    if name == "src" and not (value := value.strip().replace(" ", "%20")):
        return None
    return value if tag else None


def _settle(element: Element) -> None:
    """Make a link that leads nowhere or has no text plain, and a header cell that heads nothing a cell."""
    if element.tag in {"a", "th"} and not element.text().strip():
        if not any(below.tag == "img" for below in element.elements()):
            element.tag = "" if element.tag == "a" else "td"
            element.attributes.pop("scope", None)
    elif element.tag == "a" and "href" not in element.attributes:
        element.tag = ""
    elif element.tag in {"audio", "video"}:
        element.attributes |= {"controls": "", "preload": "metadata" if element.tag == "video" else "none"}


def _described(pictures: Pictures) -> Callable[[re.Match[str]], str]:
    """Return what gives an image an `alt`, which HTML asks for, and its size; one without a source goes."""
    sizes = {picture.name: picture for picture in pictures.images()}

    def describe(match: re.Match[str]) -> str:
        attributes = match[1]
        source = _SOURCE.search(attributes)
        if source is None:
            return ""
        if 'alt="' not in attributes:
            attributes += ' alt=""'
        picture = sizes.get(source[1])
        if picture is not None and picture.width and not _SIZED.search(attributes):
            attributes += f' width="{picture.width}" height="{picture.height}"'
        return f"<img{attributes}>"

    return describe
