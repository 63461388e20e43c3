"""A body as it may stand in an EPUB: XHTML that fetches nothing, runs nothing, and whose links lead somewhere.

EPUB 3.3 (https://www.w3.org/TR/epub-33/) has pictures of the core media types only, and in the book itself.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from journal_site.exporting.tree import drop, parents_in, parse_body

if TYPE_CHECKING:
    from collections.abc import Collection as Held
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_GONE = frozenset({"script", "style", "template", "source", "track", "object", "embed", "link", "meta", "form"})
_SHOWN_ELSEWHERE = frozenset({"video", "audio", "iframe"})
_ATTRIBUTES = frozenset(
    {"srcset", "sizes", "loading", "decoding", "fetchpriority", "target", "rel", "popover", "draggable"}
)
_LARGE = 1000
"""Pixels: a smaller copy of at least this width stands for a larger picture."""
_SCHEMES = ("http", "https", "mailto")


class Places(NamedTuple):
    """Where things are in the book, by their paths in the site."""

    chapters: Mapping[str, str]
    ids: Mapping[str, Held[str]]
    """The anchors in each chapter, by its file."""
    picture: Callable[[str], str | None]
    """Gives the file of a picture that a text shows, which is then in the book."""
    absolute: Callable[[str], str]
    """Gives a page's address on the web; nothing where that is not known."""


class Chapter(NamedTuple):
    """A text of the book."""

    body: Element
    properties: tuple[str, ...]
    """What the package says of it: `svg`, `mathml`."""


def fit_body(html: str, places: Places, own: str) -> Chapter:
    """Return a body as it may stand in the chapter `own`, one folder below the book's root."""
    root = parse_body(html)
    parents = parents_in(root)
    seen: set[str] = set()
    for element in [*root.iter()]:
        if element is root:
            continue
        tag = str(element.tag)
        if tag in _GONE:
            _lose(element, parents)
        elif tag in _SHOWN_ELSEWHERE:
            _link(element, places)
        elif tag == "img":
            _picture(element, places)
        elif tag == "input":
            _tick(element)
        elif tag == "a":
            _lead(element, places, own)
        elif tag in {"picture", "font", "center", "button"}:
            drop(element, parents)
        _clean(element, seen)
    tags = {element.tag for element in root.iter()}
    properties = tuple(name for tag, name in (("math", "mathml"), ("svg", "svg")) if tag in tags)
    return Chapter(root, properties)


def _lose(element: Element, parents: dict[Element, Element]) -> None:
    """Take an element away with all that is in it, and keep the text behind it."""
    for child in [*element]:
        element.remove(child)
    element.text = None
    drop(element, parents)


def _become(element: Element, tag: str, text: str, **attributes: str) -> None:
    """Put another element in the place of one, with its id and the text behind it."""
    given = {"id": element.get("id")} if element.get("id") else {}
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = tag, text, tail
    element.attrib.update({**{key: value for key, value in given.items() if value}, **attributes})


def _link(element: Element, places: Places) -> None:
    """Put a link in the place of what a book cannot show."""
    inner = next((one.get("src") for one in element.iter() if one.get("src")), "") or ""
    words = "".join(element.itertext()).strip() or element.get("title") or ""
    _lead_away(element, inner, places, words)


def _lead_away(element: Element, address: str, places: Places, words: str) -> None:
    href = address if _scheme(address) in _SCHEMES else "" if _scheme(address) else places.absolute(address)
    if href and not _is_address(href):
        href = ""
    text = words or unquote(address).rpartition("/")[2] or address
    if href:
        _become(element, "a", text, href=href)
    else:
        _become(element, "span", text)


def _picture(element: Element, places: Places) -> None:
    address = element.get("src") or ""
    path = "" if _scheme(address) else unquote(_smaller(element) or address)
    name = places.picture(path) if path else None
    if name is None:
        _lead_away(element, address, places, element.get("alt") or "")
        return
    element.set("src", f"../{name}")
    element.set("alt", element.get("alt") or "")


def _smaller(element: Element) -> str:
    """Return the address of a smaller copy that is large enough for a page of a book."""
    offered: list[tuple[int, str]] = []
    for candidate in (element.get("srcset") or "").split(", "):
        address, _, width = candidate.strip().rpartition(" ")
        if width.endswith("w") and width[:-1].isdecimal() and int(width[:-1]) >= _LARGE:
            offered.append((int(width[:-1]), address))
    return min(offered)[1] if offered else ""


def _tick(element: Element) -> None:
    checked = element.get("checked") is not None
    if element.get("type") == "checkbox":
        _become(element, "span", "\u2611 " if checked else "\u2610 ")
    else:
        _become(element, "span", element.get("value") or "")


def _lead(element: Element, places: Places, own: str) -> None:
    href = element.attrib.pop("href", "")
    if not href:
        return
    leads = _destination(href, places, own)
    if leads:
        element.set("href", leads)


def _destination(href: str, places: Places, own: str) -> str:
    """Return where a link leads in the book, else on the web; nothing where that is nowhere."""
    scheme = _scheme(href)
    if scheme:
        return href if scheme in _SCHEMES and _is_address(href) else ""
    if href.startswith("//"):
        return f"https:{href}" if _is_address(f"https:{href}") else ""
    written, mark, fragment = href.partition("#")
    path, fragment = unquote(written).removesuffix("index.html"), unquote(fragment)
    chapter = places.chapters.get(path) if written else own
    if chapter is None:
        return places.absolute(href)
    if mark and fragment in places.ids.get(chapter, ()):
        return f"{'' if chapter == own else posixpath.basename(chapter)}#{fragment}"
    return posixpath.basename(chapter) if chapter != own else ""


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return "invalid"


def _is_address(href: str) -> bool:
    """Tell whether an address is one by RFC 3986, which readers of books insist on."""
    parts = urlsplit(href)
    return parts.scheme == "mailto" or (bool(parts.netloc) and not set(href) & set(' <>"{}|\\^`[]'))


def _clean(element: Element, seen: set[str]) -> None:
    for name in [*element.attrib]:
        if name in _ATTRIBUTES or name.startswith(("on", "data-")):
            del element.attrib[name]
    given = element.get("id")
    if given is not None:
        if not given or given in seen or any(sign.isspace() for sign in given):
            del element.attrib["id"]
        seen.add(given)
