"""The Markdown of a notebook's cells: each cell is read as an entry is; headings, ids and slots hold for the whole."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.model.entry import SLOT, FragmentCache, Heading, Link, Slot
from journal_site.model.outline import Slice
from journal_site.reading.body.read import read_slice
from journal_site.reading.contents.addresses import file_itself, web_address
from journal_site.reading.notebook.outputs import image_tag, joined
from journal_site.slugs import HeadingIds, heading_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journal_site.model.entry import Content
    from journal_site.reading.notebook.cell import Cell
    from journal_site.reading.notebook.pictures import NotebookPicture, Pictures

_INSIDE = "__of-the-notebook__/"
"""Precedes, while a cell is read, the name of a picture that is the notebook's own."""
_NO_TEXT = "image-alt"
"""Notebooks are mostly made by others, and their pictures by programs."""
_LAST_LEVEL = 6
_LONGEST = 50_000
"""Characters of a cell that is searched for bare environments."""

_SLOT = expression(rf"{SLOT}(\d+){SLOT}")
_HEADING = expression(r'<h([2-6]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)
_FOOTNOTE = expression(r'(\bid="|href="#)(fn(?:ref)?:)')
_ATTACHMENT = expression(r"\battachment:([^\s)\"'<>\]]+)")
_DATA = expression(r"data:image/[\w.+-]+;base64,[A-Za-z0-9+/=%]+", re.IGNORECASE)
_INLINE_MATH = expression(r"\\\\\(((?:(?!\\\\\(|\n\n)[^$])+?)\\\\\)")
_SHOWN_MATH = expression(r"\\\\\[((?:(?!\\\\\[|\n\n)[^$])+?)\\\\\]")
"""As Jupyter has them; a line break within a formula, `\\\\`, is before neither bracket."""
_ATX = expression(r"[\s>*+\d.)-]*?(#{1,6})(?=\s|$)")
_SHOWN = expression(r"<(img|video|audio|source)\b[^>]*>")
_SRC = expression(r' src="[^"]*"')
_ATTRIBUTE = expression(r'([\w-]+)="([^"]*)"')
_ABSOLUTE = expression(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SETEXT = expression(r"[\s>]*(=+|-+)\s*$")
_UNTOUCHED = expression(r"(?P<fence>```|~~~|`|\$\$).*?(?P=fence)", re.DOTALL)
_ENVIRONMENT = expression(r"\\begin\{([a-z]+\*?)\}.*?\\end\{\1\}", re.DOTALL)
_BLANK_LINES = expression(r"\n\s*\n")
_MATH_ENVIRONMENTS = frozenset(
    {"equation", "align", "aligned", "gather", "multline", "eqnarray", "alignat", "split", "flalign"}
)


class CellReader:
    """Reads one cell after the other, and gathers what they hold."""

    def __init__(self, path: str, cache: FragmentCache, pictures: Pictures, warn: Callable[[str], None]) -> None:
        """Begin a notebook."""
        self._path = path
        self._cache = cache
        self._pictures = pictures
        self._warn = warn
        self._ids = HeadingIds()
        self._texts = 0
        self._headings: list[tuple[int, Heading]] = []
        self.slots: list[Slot] = []
        self.links: list[Link] = []
        self.anchors: list[str] = []
        self.words = 0
        self.excerpt = ""

    def read_cell(self, cell: Cell) -> str:
        """Return a Markdown cell's HTML."""
        return self.read(self._with_own_pictures(cell))

    def read(self, text: str) -> str:
        """Return Markdown's HTML: its heading levels are settled by `settle_levels` at the end."""
        if not text.strip():
            return ""
        self._texts += 1
        # A heading of its own keeps the reader from taking the text's first one for a title.
        part = Slice(kind="note", text=_delimit_math(text), line=1, heading="-")
        reading = read_slice(part, self._path, "", "sanitised", self._cache)
        content = reading.content
        self.links += [replace(link, line=0) for link in content.links]
        self.anchors += content.anchors
        self.words += content.words
        self.excerpt = self.excerpt or content.excerpt
        for one in content.diagnostics:
            if one.code != _NO_TEXT:
                self._warn(one.message)
        html = _SLOT.sub(self._moved_slots(content), reading.html)
        if 'id="fn:' in html:
            html = _FOOTNOTE.sub(rf"\g<1>\g<2>{self._texts}-", html)
        return self._with_ids(html, content, text) if content.headings else html

    def read_math(self, tex: str) -> str:
        """Return displayed TeX as HTML."""
        tex = _BLANK_LINES.sub("\n", tex.strip())
        return self.read(f"$$\n{tex}\n$$")

    def reserve_images(self, html: str) -> str:
        """Return clean HTML whose pictures, films and sounds of the journal's own files are slots."""
        own = {picture.name for picture in self._pictures.images()}

        def reserve(match: re.Match[str]) -> str:
            attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[0])}
            source = attributes.pop("src", "")
            hosted = web_address(file_itself(source))
            if not source or source in own or (_ABSOLUTE.match(source) and not hosted):
                return match[0]
            target = hosted or unquote(source)
            if match[1] == "img":
                text, title = attributes.pop("alt", ""), attributes.pop("title", "")
                slot = Slot(kind="image", target=target, text=text, title=title, attributes=tuple(attributes.items()))
            elif hosted:
                return match[0].replace(f'src="{escape(source)}"', f'src="{escape(hosted)}"')
            elif match[1] == "source":
                slot = Slot(kind="media", target=target, attributes=(("source", "src"), *attributes.items()))
            else:
                slot = Slot(kind="media", target=target, attributes=(("", "src"),))
            number = f"{SLOT}{len(self.slots)}{SLOT}"
            self.slots.append(slot)
            return number if match[1] in ("img", "source") else _SRC.sub(number, match[0], count=1)

        return _SHOWN.sub(reserve, html)

    def first_heading(self) -> Heading | None:
        """Return the notebook's title as its text gives it: the first of its highest headings."""
        if not self._headings:
            return None
        highest = min(level for level, _ in self._headings)
        return next(heading for level, heading in self._headings if level == highest)

    def begins_with(self, heading: Heading) -> bool:
        """Tell whether no heading comes before this one."""
        return self._headings[0][1] is heading

    def settle_levels(self, html: str, dropped: Heading | None) -> tuple[str, tuple[Heading, ...]]:
        """Return the whole body with its headings' levels as a page needs them: 2 the outermost, none skipped."""
        levels: dict[str, int] = {}
        headings: list[Heading] = []
        above: list[int] = []
        for level, heading in self._headings:
            if heading is dropped:
                continue
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            shown = min(1 + len(above), _LAST_LEVEL)
            levels[escape(heading.id)] = shown
            headings.append(replace(heading, level=shown))

        def settle(match: re.Match[str]) -> str:
            level = levels.get(match[2])
            if level is None:
                return match[0]
            return f'<h{level} id="{match[2]}">{match[3]}</h{level}>'

        return _HEADING.sub(settle, html), tuple(headings)

    def _with_own_pictures(self, cell: Cell) -> str:
        """Return the cell's text with its attachments and inline pictures as files."""

        def attached(match: re.Match[str]) -> str:
            picture = self._attachment(cell.attachments.get(unquote(match[1])) or cell.attachments.get(match[1]))
            return f"{_INSIDE}{picture.name}" if picture else match[1]

        def inline(match: re.Match[str]) -> str:
            picture = self._pictures.add_data_url(unquote(match[0]))
            return f"{_INSIDE}{picture.name}" if picture else match[0]

        text = _ATTACHMENT.sub(attached, cell.source) if "attachment:" in cell.source else cell.source
        return _DATA.sub(inline, text) if "data:image/" in text else text

    def _attachment(self, bundle: Mapping[str, Any] | None) -> NotebookPicture | None:
        for mime, value in (bundle or {}).items():
            text = joined(value)
            is_text = mime == "image/svg+xml" and text.lstrip().startswith("<")
            picture = self._pictures.add(text.encode(), mime) if is_text else self._pictures.add_base64(text, mime)
            if picture is not None:
                return picture
        return None

    def _moved_slots(self, content: Content) -> Callable[[re.Match[str]], str]:
        """Return what numbers a cell's slots on from the earlier cells'; the notebook's own pictures need none."""
        own = {picture.name: picture for picture in self._pictures.images()}
        numbers: list[str] = []
        for slot in content.slots:
            name = slot.target.removeprefix(_INSIDE)
            picture = own.get(name) if name != slot.target else None
            if picture is not None:
                sizes = dict(slot.attributes)
                is_sized = bool(sizes.keys() & {"width", "height"})
                width, height = (0, 0) if is_sized else (picture.width, picture.height)
                tag = image_tag(name, slot.text, width, height)
                if slot.kind == "media":
                    numbers.append(_media(slot, name))
                elif slot.kind in ("image", "embed"):
                    numbers.append(tag[:-1] + _written(slot.attributes) + ">")
                else:
                    numbers.append(f'<a href="{name}">')
                continue
            numbers.append(f"{SLOT}{len(self.slots)}{SLOT}")
            self.slots.append(replace(slot, line=0, column=0))
        return lambda match: numbers[int(match[1])]

    def _with_ids(self, html: str, content: Content, text: str) -> str:
        """Return the cell's HTML with ids that no other cell has."""
        lines = text.split("\n")
        waiting = list(content.headings)

        def rename(match: re.Match[str]) -> str:
            if not waiting or unescape(match[2]) != waiting[0].id:
                return match[0]
            heading = waiting.pop(0)
            unique = self._ids.number(heading.slug or heading_slug(heading.text)) or self._ids.add("section")
            level = _written_level(lines, heading)
            self._headings.append((level, replace(heading, id=unique, line=0)))
            return f'<h{match[1]} id="{escape(unique)}">{match[3]}</h{match[1]}>'

        return _HEADING.sub(rename, html)


def _media(slot: Slot, address: str) -> str:
    (tag, name), *further = slot.attributes
    return f"<{tag}{_written(((name, address), *further))}>" if tag else _written(((name, address),))


def _written(attributes: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes)


def _written_level(lines: list[str], heading: Heading) -> int:
    """Return the level that a heading has in its cell's source; the page's own begin anew in each cell."""
    if 0 <= heading.line < len(lines):
        atx = _ATX.match(lines[heading.line])
        if atx:
            return len(atx[1])
        for line in lines[heading.line + 1 :]:
            setext = _SETEXT.fullmatch(line)
            if setext:
                return 1 if setext[1].startswith("=") else 2
    return heading.level - 1


def _delimit_math(text: str) -> str:
    r"""Return Markdown with bare `\begin{align}`, `\\(` and `\\[` between dollar signs: notebooks read them as math."""
    if not ("\\begin{" in text or "\\\\(" in text or "\\\\[" in text) or len(text) > _LONGEST:
        return text
    pieces: list[str] = []
    start = 0
    for match in _UNTOUCHED.finditer(text):
        pieces += [_delimited(text[start : match.start()]), match[0]]
        start = match.end()
    return "".join([*pieces, _delimited(text[start:])])


def _delimited(text: str) -> str:
    text = _INLINE_MATH.sub(lambda match: f"${match[1].strip()}$", text)
    text = _SHOWN_MATH.sub(lambda match: f"\n\n$$\n{match[1].strip()}\n$$\n\n", text)
    return _ENVIRONMENT.sub(_as_block, text)


def _as_block(match: re.Match[str]) -> str:
    if match[1].rstrip("*") not in _MATH_ENVIRONMENTS:
        return match[0]
    return f"\n\n$$\n{_BLANK_LINES.sub(chr(10), match[0])}\n$$\n\n"
