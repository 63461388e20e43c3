"""A journal as a book: EPUB 3.3 of XHTML and zip, a chapter for each text, the pictures within.

The same texts on the same `today` give the same bytes. Source of the rules: https://www.w3.org/TR/epub-33/
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import ParseError, fromstring

from journal_site.exporting.book_text import Places, fit_body
from journal_site.exporting.collection import Exported, ExportedFile
from journal_site.exporting.tree import as_xml
from journal_site.expressions import expression
from journal_site.languages.labels import is_right_to_left

if TYPE_CHECKING:
    from journal_site.exporting.collection import Collection
    from journal_site.model.index import Item

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",  # only since EPUB 3.3: it becomes one of the others
    ".svg": "image/svg+xml",
}
"""The pictures that each reader of books must show."""
_ID = expression(r'\sid="([^"]*)"')
_MONTHS_FROM = 40
"""A year with more entries is parted by month in the table of contents."""
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can name: each file in the book has it."""
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = """body { line-height: 1.5; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 0.2em; }
h2 { font-size: 1.25em; } h3 { font-size: 1.1em; } h4, h5, h6 { font-size: 1em; }
h1, h2, h3, h4, h5, h6 { text-align: start; page-break-after: avoid; break-after: avoid; }
.day, .about { opacity: 0.75; margin: 0 0 1.5em; }
.cover { text-align: center; margin-top: 25%; }
img, svg { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.85em; line-height: 1.4; }
pre { border-inline-start: 0.2em solid; padding-inline-start: 0.8em; }
code { font-family: monospace; }
blockquote { margin-inline: 1em; font-style: italic; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { border: 0.05em solid; padding: 0.2em 0.5em; text-align: start; vertical-align: top; }
figure { margin: 1em 0; }
nav ol { list-style: none; padding-inline-start: 1em; }
"""


class _Part(NamedTuple):
    """A document of the book."""

    name: str
    """Below the book's root."""
    title: str
    content: str
    properties: tuple[str, ...] = ()


def as_book(collection: Collection) -> Exported:
    """Return the book as one file."""
    book = _Book(collection)
    return Exported((ExportedFile("", book.packed()),), len(collection.texts))


class _Book:
    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._context = collection.context
        self._language = collection.config.language
        self._pictures: dict[str, tuple[str, bytes] | None] = {}
        """Files in the book with their bytes, by paths in the site; None where there is none that a book may hold."""
        self._files = {item.url: f"text/{number:05}.xhtml" for number, item in enumerate(collection.texts, 1)}

    def packed(self) -> bytes:
        """Return the bytes of the book."""
        parts = [self._cover(), *self._chapters()]
        contents = self._contents()
        pictures = [one for one in self._pictures.values() if one is not None]
        files = [
            ("META-INF/container.xml", _CONTAINER.encode()),
            ("EPUB/package.opf", self._package([*parts, contents], [name for name, _ in pictures]).encode()),
            *((f"EPUB/{part.name}", part.content.encode()) for part in (contents, *parts)),
            ("EPUB/style.css", _STYLE.encode()),
            *((f"EPUB/{name}", content) for name, content in pictures),
        ]
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as book:
            book.writestr(zipfile.ZipInfo("mimetype", _WHEN), b"application/epub+zip")
            for name, content in files:
                entry = zipfile.ZipInfo(name, _WHEN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                book.writestr(entry, content)
        return packed.getvalue()

    # --- texts

    def _chapters(self) -> Iterator[_Part]:
        bodies = {item.url: self._collection.html(item) for item in self._collection.texts}
        ids = {self._files[url]: frozenset(_ID.findall(html)) for url, html in bodies.items()}
        places = Places(self._files, ids, self._picture, self._absolute)
        for item in self._collection.texts:
            name = self._files[item.url]
            chapter = fit_body(bodies.pop(item.url), places, name)
            title = self._title(item)
            above = "".join(f'<p class="day">{escape(said)}</p>\n' for said in (self._day(item),) if said)
            topics = self._context.labels.topics
            named = self._context.labels.comma.join(self._collection.names(item))
            below = f'\n<p class="about">{escape(topics)}: {escape(named)}</p>' if named else ""
            body = f"<h1>{escape(title)}</h1>\n{above}{as_xml(chapter.body)}{below}"
            yield _Part(name, title, self._document(title, body, "../"), chapter.properties)

    def _title(self, item: Item) -> str:
        if item.entry.kind == "entry":
            return self._context.naming.headline(item.entry)[0] or item.entry.title
        return item.entry.title

    def _day(self, item: Item) -> str:
        entry = item.entry
        return " · ".join(said for said in (self._context.wording.days(entry), self._context.full_dates(entry)) if said)

    def _cover(self) -> _Part:
        config = self._collection.config
        said = [f"<h1>{escape(config.title)}</h1>"]
        said.extend(f"<p>{escape(line)}</p>" for line in (config.author, config.description, self._span()) if line)
        if config.url:
            said.append(f'<p><a href="{escape(config.url)}">{escape(config.url)}</a></p>')
        body = f'<section class="cover" epub:type="titlepage">\n{"".join(said)}\n</section>'
        return _Part("title.xhtml", config.title, self._document(config.title, body, ""))

    def _span(self) -> str:
        dates = sorted(date for item in self._collection.entries for date in item.entry.dates)
        if not dates:
            return ""
        wording = self._context.wording
        return wording.date(dates[0]) if dates[0] == dates[-1] else wording.date_range(dates[0], dates[-1])

    def _document(self, title: str, body: str, root: str) -> str:
        language = escape(self._language)
        way = ' dir="rtl"' if is_right_to_left(self._language) else ""
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{language}" xml:lang="{language}"{way}>\n'
            f'<head><meta charset="UTF-8"/><title>{escape(title)}</title>'
            f'<link rel="stylesheet" type="text/css" href="{root}style.css"/></head>\n'
            f"<body>\n{body}\n</body>\n</html>\n"
        )

    # --- what texts lead to

    def _picture(self, path: str) -> str | None:
        if path not in self._pictures:
            self._pictures[path] = self._found(path)
        found = self._pictures[path]
        return found[0] if found is not None else None

    def _found(self, path: str) -> tuple[str, bytes] | None:
        suffix = "." + path.rpartition(".")[2].lower()
        content = self._collection.file(path) if suffix in _TYPES else None
        if content is None or (suffix == ".svg" and not _is_drawing(content)):
            return None
        if suffix == ".webp":
            try:
                suffix, content = _older(content)
            except (OSError, ValueError):  # Pillow's, for what is no picture
                return None
        return f"images/{sum(one is not None for one in self._pictures.values()) + 1:04}{suffix}", content

    def _absolute(self, href: str) -> str:
        base = self._context.urls.base
        return f"{base}{href}" if base and not href.startswith("/") else ""

    # --- package

    def _contents(self) -> _Part:
        labels = self._context.labels
        rows = [self._row("title.xhtml", self._collection.config.title)]
        rows.extend(self._row(self._files[item.url], self._title(item)) for item in self._collection.introduction)
        rows.extend(self._by_year())
        if self._collection.notes:
            inner = "\n".join(self._row(self._files[one.url], self._title(one)) for one in self._collection.notes)
            rows.append(f"<li><span>{escape(labels.notes)}</span><ol>\n{inner}\n</ol></li>")
        listed = "\n".join(rows)
        title = escape(labels.contents)
        body = f'<nav epub:type="toc" id="toc"><h1>{title}</h1><ol>\n{listed}\n</ol></nav>'
        return _Part("contents.xhtml", labels.contents, self._document(labels.contents, body, ""), ("nav",))

    def _by_year(self) -> Iterator[str]:
        for year, grouped in groupby(self._collection.entries, lambda item: item.entry.date and item.entry.date.year):
            entries = [*grouped]
            if not year:
                yield from map(self._entry_row, entries)
                continue
            inner = "\n".join(self._by_month(entries) if len(entries) > _MONTHS_FROM else map(self._entry_row, entries))
            yield f"<li><span>{year}</span><ol>\n{inner}\n</ol></li>"

    def _by_month(self, entries: list[Item]) -> Iterator[str]:
        for _, grouped in groupby(entries, lambda item: item.entry.date and item.entry.date.month):
            month = [*grouped]
            first = month[0].entry.date
            inner = "\n".join(map(self._entry_row, month))
            named = escape(self._context.wording.month(first)) if first else ""
            yield f"<li><span>{named}</span><ol>\n{inner}\n</ol></li>" if named else inner

    def _entry_row(self, item: Item) -> str:
        ref = self._context.entry_ref("", item)
        return self._row(self._files[item.url], " · ".join(said for said in (ref.day, ref.title) if said))

    def _row(self, name: str, title: str) -> str:
        return f'<li><a href="{name}">{escape(title)}</a></li>'

    def _package(self, parts: list[_Part], pictures: list[str]) -> str:
        config, today = self._collection.config, self._collection.planned.inputs.today
        spine = [part for part in parts if "nav" not in part.properties]
        ordered = [spine[0], parts[-1], *spine[1:]]
        key = {part.name: f"p{number}" for number, part in enumerate(parts)}
        manifest = [
            f'<item id="{key[part.name]}" href="{part.name}" media-type="application/xhtml+xml"'
            f"{_properties(part.properties)}/>"
            for part in parts
        ]
        manifest.append('<item id="style" href="style.css" media-type="text/css"/>')
        manifest.extend(
            f'<item id="i{number}" href="{name}" media-type="{_TYPES["." + name.rpartition(".")[2]]}"/>'
            for number, name in enumerate(pictures)
        )
        about = [
            f'<dc:identifier id="id">urn:uuid:{self._identifier()}</dc:identifier>',
            f"<dc:title>{escape(config.title)}</dc:title>",
            f"<dc:language>{escape(self._language)}</dc:language>",
            *(f"<dc:creator>{escape(one)}</dc:creator>" for one in (config.author,) if one),
            *(f"<dc:description>{escape(one)}</dc:description>" for one in (config.description,) if one),
            *(f"<dc:source>{escape(one)}</dc:source>" for one in (config.url,) if one),
            *(f"<dc:subject>{escape(topic.name)}</dc:subject>" for topic, _ in self._collection.topics),
            f'<meta property="dcterms:modified">{today.isoformat()}T00:00:00Z</meta>',
            '<meta property="schema:accessMode">textual</meta>',
            '<meta property="schema:accessModeSufficient">textual</meta>',
            '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
            '<meta property="schema:accessibilityFeature">readingOrder</meta>',
            '<meta property="schema:accessibilityHazard">unknown</meta>',
        ]
        way = ' page-progression-direction="rtl"' if is_right_to_left(self._language) else ""
        refs = "\n".join(f'<itemref idref="{key[part.name]}"/>' for part in ordered)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
            f'xml:lang="{escape(self._language)}">\n'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_lines(about)}\n</metadata>\n'
            f"<manifest>\n{_lines(manifest)}\n</manifest>\n<spine{way}>\n{refs}\n</spine>\n</package>\n"
        )

    def _identifier(self) -> uuid.UUID:
        config = self._collection.config
        chosen = "".join(f"#{item.id}" for item in self._collection.texts) if not self._collection.whole else ""
        return uuid.uuid5(uuid.NAMESPACE_URL, (config.url or f"journal:{config.title}") + chosen)


def _lines(rows: list[str]) -> str:
    return "\n".join(rows)


def _properties(given: tuple[str, ...]) -> str:
    return f' properties="{" ".join(given)}"' if given else ""


def _older(content: bytes) -> tuple[str, bytes]:
    """Return a WebP in a form that older readers show too: JPEG, or PNG where it can be seen through."""
    from PIL import Image  # noqa: PLC0415 - slow to load, and few journals have any

    made = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        if picture.mode == "RGB":
            picture.save(made, "JPEG", quality=90)
            return ".jpg", made.getvalue()
        picture.convert("RGBA").save(made, "PNG")
    return ".png", made.getvalue()


def _is_drawing(content: bytes) -> bool:
    """Tell whether a file that is called an SVG is XML with that root."""
    try:
        return fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - cleaned by `file`
    except ParseError:
        return False
