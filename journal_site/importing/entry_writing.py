"""How one entry is written down as a file: of all ways the one that the build reads as it was."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.file_kinds import FOLDER_FILES, TEXT_SUFFIXES
from journal_site.importing.definitions import Definition, with_definitions
from journal_site.importing.front_lines import front_of, lines_of, with_lines
from journal_site.importing.in_place import Fragments, OutlinedSource, read_entries
from journal_site.importing.links_kept import Links
from journal_site.importing.relink import relink
from journal_site.importing.target import ImportTarget
from journal_site.index.texts.identity import safe_id
from journal_site.model.entry import Entry
from journal_site.model.index import Item
from journal_site.model.outline import FrontMatter, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.dialects.contract import Passage
from journal_site.reading.dialects.load import dialect_of
from journal_site.reading.front_matter.read import read_front_matter
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.outline.read import read_outline
from journal_site.reading.privacy.withhold import public_text

_Way = Callable[[Sequence[str]], str]
"""Writes an entry with some topics."""
_MARKED = expression(r"[\[\]<>*_`$!~&\\]|https?:")


class PlannedText(NamedTuple):
    """A text that is to be written."""

    name: str
    """Its path below the folder of entries."""
    text: str
    item: Item


class EntryText:
    """The ways to write one item down."""

    def __init__(self, item: Item, text: OutlinedSource, name: str, target: ImportTarget, fragments: Fragments) -> None:
        self._item = item
        self._entry = item.entry
        self._text = text
        part = text.outline.slices[item.entry.position]
        self._public = target.published is not None
        self._part: Slice = part if self._public else _with_comments(part, text.source)
        self._name = name
        self._path = posixpath.join(target.folder, name)
        self._folder = target.folder
        self._dialects = target.dialects
        self._fragments = fragments
        self._differing: list[str] = []

    def best(self, links: Links, definitions: list[Definition], topics: Sequence[str]) -> PlannedText:
        """Return the way that reads most alike, of equal ones the first."""
        best: str | None = None
        for text in self._texts(definitions, topics):
            differing = self._compare(text)
            if best is None or len(differing) < len(self._differing):
                best, self._differing = text, differing
            if not differing:
                break
        text = relink(best or "", links.chooser(self._item, self._path))
        return PlannedText(self._name, self._with_cover(text, links.cover(self._item, self._path)), self._item)

    def _texts(self, definitions: list[Definition], topics: Sequence[str]) -> Iterator[str]:
        for write in self._ways():
            front, body, _ = split_front_matter(write(topics))
            body = self._settled(body)
            yield from (front + text for text in with_definitions(body, definitions))

    def _settled(self, body: str) -> str:
        """Return a text in which what its tool's settings and files say stands itself, as they stay behind."""
        dialect, part = dialect_of(self._text.found.options.dialects), self._part
        if not dialect.settle:
            return body
        front = read_front_matter(part.front, self._entry.source, dialect.words, splits_tags=dialect.splits_tags)[0]
        return dialect.settle(Passage(body, self._entry.source, front, dict(part.values)))

    def _with_cover(self, text: str, cover: str) -> str:
        """Return the text with another `image` in its front matter."""
        if not cover:
            return text
        front, rest, _ = split_front_matter(text)
        return front.replace(self._entry.image, cover, 1) + rest

    def differences(self) -> Iterator[Diagnostic]:
        """Tell what the build will read otherwise."""
        differing = self._differing
        if differing:
            yield Diagnostic(
                severity="warning",
                code="import-differs",
                message=f"{self._path} does not read as it did in place: its {', '.join(differing)}",
                location=Location(path=self._entry.source, line=self._entry.line),
                hint="compare the two, and mend the file by hand",
            )

    def _ways(self) -> list[_Way]:
        if self._is_file():
            # Of a head that stays behind nothing is there already.
            return (
                [self._as_titled_file] if self._public else [self._as_file, self._as_dated_file, self._as_titled_file]
            )
        if self._entry.kind == "introduction":
            return [self._as_introduction]
        marked = _MARKED.search(self._part.heading) or _MARKED.search(self._part.title)
        ways: list[_Way] = [self._with_title, self._with_heading, self._with_title_heading]
        return [*ways[1:], ways[0]] if marked else ways

    def _is_file(self) -> bool:
        source = self._text.source
        return len(self._text.outline.slices) == 1 and not (source.log and source.path == source.folder)

    def _front(self, topics: Sequence[str], *, title: bool) -> dict[str, str]:
        """Return what the entry says of itself, wherever it was told, with these topics."""
        own = replace(self._entry, tags=tuple(topics), slug=self._slug(), **({} if title else {"title": ""}))
        return lines_of(own)

    def _slug(self) -> str:
        """Return a slug where the file's name does not give the id."""
        if self._entry.kind == "introduction":
            return ""
        stem = posixpath.splitext(self._name)[0]
        parts = stem.split("/")
        given = "/".join(parts[:-1]) if parts[-1].casefold() in FOLDER_FILES and len(parts) > 1 else stem
        return "" if safe_id(given) == self._item.id else self._item.id

    def _with_title(self, topics: Sequence[str]) -> str:
        return self._below(self._front(topics, title=True), self._part.text)

    def _with_heading(self, topics: Sequence[str]) -> str:
        return self._below(self._front(topics, title=False), f"# {self._part.heading}\n\n{self._part.text}")

    def _with_title_heading(self, topics: Sequence[str]) -> str:
        title = self._part.title or self._part.heading
        return self._below(self._front(topics, title=False), f"# {title}\n\n{self._part.text}")

    def _below(self, lines: Mapping[str, str], body: str) -> str:
        return f"{front_of(lines)}\n{body}\n" if body else front_of(lines)

    def _as_introduction(self, topics: Sequence[str]) -> str:
        del topics
        part = self._part
        heading = f"# {part.heading}\n\n" if part.heading else ""
        raw = "" if self._public else part.front
        front = with_lines(raw, self._front_matter(raw), {"kind": "introduction"})
        return f"{front}\n{heading}{part.text}\n"

    def _as_file(self, topics: Sequence[str]) -> str:
        return self._file(topics, "title", "tags")

    def _as_dated_file(self, topics: Sequence[str]) -> str:
        return self._file(topics, "title")

    def _as_titled_file(self, topics: Sequence[str]) -> str:
        return self._file(topics)

    def _file(self, topics: Sequence[str], *without: str) -> str:
        raw, body, _ = ("", self._part.text, 0) if self._public else split_front_matter(self._text.source.text)
        lines = {key: value for key, value in self._front(topics, title=True).items() if key not in without}
        front = with_lines(raw, self._front_matter(raw), lines)
        gap = "\n" if front and not raw and body and not body.startswith("\n") else ""
        return f"{front}{gap}{body}"

    def _front_matter(self, raw: str) -> FrontMatter:
        dialect = dialect_of(self._dialects)
        return read_front_matter(raw, self._path, dialect.words, splits_tags=dialect.splits_tags)[0]

    def _compare(self, text: str) -> list[str]:
        """Return what the build would read otherwise."""
        entries = self._read_back(text)
        if len(entries) != 1:
            return [f"one text would be {len(entries)} entries"] * 9
        read = dict(_traits(entries[0]))
        return [name for name, value in _traits(self._entry) if name not in read or read[name] != value]

    def _read_back(self, text: str) -> list[Entry]:
        stem, suffix = posixpath.splitext(posixpath.basename(self._name))
        log = stem.casefold() in FOLDER_FILES and suffix.lower() in TEXT_SUFFIXES
        source = Source(path=self._path, folder=self._folder, text=text, log=log)
        own = self._text.found.options
        options = SourceOptions(today=own.today, html=own.html, dialects=self._dialects, alone=own.alone)
        return read_entries(source, read_outline(source, options), options.html, self._fragments)


def _with_comments(part: Slice, source: Source) -> Slice:
    """Return a slice with what stays at home in its text, where reading the text alone takes out the same."""
    lines = source.text.split("\n")[part.line - 1 :][: part.text.count("\n") + 1]
    written = "\n".join(lines)
    if written == part.text or public_text(source.path, written, 1).text != part.text:
        return part
    return replace(part, text=written)


def _traits(entry: Entry) -> Iterator[tuple[str, object]]:
    """Yield what must be the same in both places."""
    if entry.kind != "introduction":
        yield "title", entry.title
        yield "days", entry.days
        yield "dates", entry.dates
        yield "round", entry.round
        yield "text", entry.blank  # of which the build leaves an entry out
    yield "kind", entry.kind
    yield "words", entry.words
    yield "links", [(link.url, link.text) for link in entry.links]
    yield "tasks", [(task.text, task.done) for task in entry.tasks]
    yield "headings", [heading.text for heading in entry.headings]
    yield "references", [slot.kind for slot in entry.slots]
    yield "draft", entry.draft
