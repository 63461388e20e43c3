"""An author's tags in a body's tree: as what each is written, and the links, images and headings that they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.model.entry import Heading, Slot, SlotKind
from journal_site.reading.contents.addresses import (
    SLOT_URL,
    file_itself,
    image_address,
    is_absolute,
    is_web,
    web_address,
)
from journal_site.reading.contents.links import domain
from journal_site.reading.contents.raw_html import KEPT
from journal_site.reading.html.attributes import clean_attributes
from journal_site.reading.html.tree import Element

if TYPE_CHECKING:
    from journal_site.reading.contents.collector import Collected

_RENAMED = {
    "acronym": "abbr", "big": "span", "dir": "ul", "font": "span", "hgroup": "div", "menu": "ul", "nobr": "span",
    "strike": "del", "tt": "code", "center": "div", "main": "div", "nav": "div", "header": "div", "footer": "div",
    "aside": "div", "article": "div", "section": "div", "address": "div",
}  # fmt: skip
"""Landmarks too are plain blocks: the page has its own."""
_IN_TABLES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_HEADING = expression(r"h[1-6]")
_CANDIDATE = expression(r"\s*([^\s,]\S*?)(?:\s+([\d.]+)[wx])?\s*(?:,(?=\s|$)|$)")
_ON_IMAGES = ("width", "height", "class", "style")


class AuthorsTags:
    """Visits a body's elements in order, and changes those that the author wrote."""

    def __init__(self, found: Collected, *, trusted: bool) -> None:
        """Collect into `found`; of an untrusted author frames, classes and styles go."""
        self.found = found
        self.trusted = trusted
        found.section = ""

    def visit(self, element: Element) -> None:
        """Change what is below an element."""
        children: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str):
                children.append(child)
                continue
            written = dict(child.attributes)
            if child.line >= 0:
                child.attributes = clean_attributes(child.tag, written, trusted=self.trusted)
                if child.tag == "center":
                    child.attributes["class"] = "center"
            self.visit(child)
            children.extend(self._change(child, written) if child.line >= 0 else [child])
            if _HEADING.fullmatch(child.tag):
                self.found.section = _words(child)
        element.children = children

    def _change(self, element: Element, written: dict[str, str]) -> list[Element | str]:
        """Return what stands in the place of an author's element."""
        tag = element.tag
        if change := getattr(self, f"_change_{tag}", None):
            changed: list[Element | str] = change(element, written)
            return changed
        if _HEADING.fullmatch(tag):
            return self._change_heading(element)
        element.tag = _RENAMED.get(tag, tag)
        return [element] if element.tag else element.children

    def _change_a(self, element: Element, written: dict[str, str]) -> list[Element | str]:
        href = written.get("href", "").strip()
        text = _words(element) or self._name_images(element)
        url = web_address(href) if is_absolute(href) else href
        if not url:
            element.tag = "span" if "id" in element.attributes else ""
            return [element] if element.tag else element.children
        if not text:
            text = unquote(href)
            element.children.append(_escaped(text))
        if is_absolute(url):
            element.attributes["href"] = url
            number = self.found.add_link(url, text, element.line) if is_web(url) else -1
            return [element, *([self._mark(number)] if number >= 0 else [])]
        number = self._reserve("link", unquote(href), element, text, title=written.get("title", ""))
        anchor = element.attributes.get("id")
        element.attributes = {"href": f"{SLOT_URL}{number}"}
        return [Element("span", {"id": anchor}, element.line), element] if anchor else [element]

    def _mark(self, number: int) -> Element:
        """Return what keeps the place of a thing's mark."""
        self.found.mark_thing(number)
        return Element("span", {KEPT: str(len(self.found.kept) - 1)})

    def _name_images(self, element: Element) -> str:
        """Return what a link's images say; one that says nothing gets its file's name: nothing else names the link."""
        names = []
        for below in element.elements():
            if below.tag != "img":
                continue
            source = below.attributes.get("src", "")
            if source.startswith(SLOT_URL):
                number = int(source.removeprefix(SLOT_URL))
                slot = self.found.slots[number]
                self.found.slots[number] = slot = replace(slot, text=slot.text or slot.target.rpartition("/")[2])
                names.append(slot.text)
            else:
                names.append(below.attributes.get("alt") or unquote(source.rstrip("/").rpartition("/")[2]))
                below.attributes["alt"] = names[-1]
        return " ".join(filter(None, names))

    def _change_img(self, element: Element, written: dict[str, str]) -> list[Element | str]:
        source, alt = written.get("src", "").strip(), " ".join(written.get("alt", "").split())
        hosted = web_address(file_itself(source))
        if is_absolute(source) and not hosted:
            url = image_address(source)
            element.attributes |= {"src": url, "alt": alt, "loading": "lazy"}
            self._want_text(source, element, written)
            if url:
                self.found.add_image(url, alt, element.line)
            return [element] if url else [_escaped(alt)]
        if not source:
            return [_escaped(alt)]
        self._want_text(source, element, written)
        further = tuple((name, element.attributes[name]) for name in _ON_IMAGES if name in element.attributes)
        title = written.get("title", "")
        number = self._reserve("image", hosted or unquote(source), element, alt, title=title, attributes=further)
        element.attributes = {"src": f"{SLOT_URL}{number}"}
        return [element]

    def _want_text(self, source: str, element: Element, written: dict[str, str]) -> None:
        if "alt" not in written:
            self.found.want_text(unquote(source), element.line)

    def _change_iframe(self, element: Element, written: dict[str, str]) -> list[Element | str]:
        url = web_address(written.get("src", "").strip()) if is_web(written.get("src", "").strip()) else ""
        if not url:
            self.found.leave_out("an <iframe>", element.line)
            return []
        if not self.trusted:
            self.found.add_link(url, url, element.line)
            link = Element("a", {"href": url}, element.line)
            link.children.append(_escaped(url))
            return [link]
        element.children = []
        element.attributes |= {"src": url, "loading": "lazy"}
        element.attributes.setdefault("title", domain(url))
        return [element]

    def _change_video(self, element: Element, written: dict[str, str]) -> list[Element | str]:
        """Keep a player with all that it may play: what lies elsewhere, and files of the journal."""
        self._set_address(element, "src", written.get("src", ""))
        if element.tag == "video":
            self._set_address(element, "poster", written.get("poster", ""))
        for below in element.elements():
            if below.tag == "source" and "src" not in below.attributes:
                below.tag = ""
        if "src" not in element.attributes and not any(below.tag == "source" for below in element.elements()):
            self.found.leave_out(f"a <{element.tag}> without a file", element.line)
            return element.children
        element.attributes["controls"] = ""
        element.attributes.setdefault("preload", "metadata" if element.tag == "video" else "none")
        return [element]

    _change_audio = _change_video

    def _change_picture(self, element: Element, _: dict[str, str]) -> list[Element | str]:
        """Keep an image with its other forms; one that has none is an image alone."""
        sources = [one for one in element.elements() if one.tag == "source" and "srcset" in one.attributes]
        image = next((one for one in element.elements() if one.tag == "img"), None)
        if not sources or image is None:
            return [child for child in element.children if isinstance(child, str) or child.tag != "source"]
        element.children = [*sources, image]
        return [element]

    def _change_source(self, element: Element, written: dict[str, str]) -> list[Element | str]:
        name = "srcset" if "srcset" in written else "src"
        address = _largest(written["srcset"]) if "srcset" in written else written.get("src", "")
        self._set_address(element, name, address, whole=True)
        return [element] if name in element.attributes else []

    _change_track = _change_source

    def _set_address(self, element: Element, name: str, written: str, *, whole: bool = False) -> None:
        """Give an element the address of a file: a slot for the journal's own, of the `whole` tag or the attribute."""
        written = written.strip()
        address = file_itself(written) or written
        if is_web(address):
            address = web_address(address)
        elif not address or is_absolute(address):
            address = ""
        else:
            further = tuple(element.attributes.items()) if whole else ()
            parts = ((element.tag if whole else "", name), *further)
            address = f"{SLOT_URL}{self._reserve('media', unquote(address), element, '', attributes=parts)}"
            if whole:
                element.attributes.clear()
        if address:
            element.attributes[name] = address.replace(",", "%2C") if name == "srcset" else address

    def _change_time(self, element: Element, _: dict[str, str]) -> list[Element | str]:
        if "datetime" not in element.attributes:
            element.tag = "span"
        return [element]

    def _change_bdo(self, element: Element, _: dict[str, str]) -> list[Element | str]:
        if "dir" not in element.attributes:
            element.tag = "span"
        return [element]

    def _change_caption(self, element: Element, _: dict[str, str]) -> list[Element | str]:
        for below in element.elements():
            if below.tag in _IN_TABLES:
                below.tag = ""
        return [element]

    def _change_th(self, element: Element, _: dict[str, str]) -> list[Element | str]:
        if not _words(element) and not any(below.tag == "img" for below in element.elements()):
            element.tag = "td"
            element.attributes.pop("scope", None)
        return [element]

    def _change_table(self, element: Element, _: dict[str, str]) -> list[Element | str]:
        wrapper = Element("div", {"class": "table", "tabindex": "0"})
        wrapper.children.append(element)
        return [wrapper]

    def _change_heading(self, element: Element) -> list[Element | str]:
        """Give a heading its id by GitHub's rule; one of pictures only is none."""
        text = _words(element)
        if not text:
            element.tag = "div"
            return [element]
        own = element.attributes.get("id")
        name = self.found.ids.add(text) or self.found.ids.add("section")
        if own and own != name:
            element.children.insert(0, Element("span", {"id": own}, element.line))
        element.attributes["id"] = name
        self.found.headings.append(Heading(level=int(element.tag[1]), text=text, id=name, line=element.line))
        return [element]

    def _reserve(  # noqa: PLR0913 - the parts of a slot
        self, kind: SlotKind, target: str, element: Element, text: str, *, title: str = "",
        attributes: tuple[tuple[str, str], ...] = (),
    ) -> int:  # fmt: skip
        slot = Slot(kind=kind, target=target, text=text, title=title, line=element.line, attributes=attributes)
        self.found.slots.append(slot)
        return len(self.found.slots) - 1


def _largest(srcset: str) -> str:
    """Return the address of the largest of several copies of a picture."""
    found = [(float(size or 1), -at, url) for at, (url, size) in enumerate(_CANDIDATE.findall(srcset))]
    return max(found)[2] if found else ""


def _words(element: Element) -> str:
    return " ".join(element.text().split())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
