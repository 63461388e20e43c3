"""What a body turns out to hold, gathered while it is written. Lines are relative: 0 is the slice's first line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.entry import (
    SLOT,
    FragmentCache,
    Heading,
    Link,
    NotebookLink,
    Question,
    RemoteImage,
    Slot,
    Task,
)
from journal_site.model.link_kinds import NOTEBOOK, THINGS
from journal_site.reading.contents.link_kinds import link_kind
from journal_site.reading.contents.links import normalise_url
from journal_site.reading.contents.raw_html import KEPT, RawHtml, mark_raw
from journal_site.slugs import HeadingIds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal_site.errors import Severity

_SHOWN = 60
_KEPT_TAG = expression(rf'<span {KEPT}="(\d+)"></span>')


class Collected:
    """Lists that grow while a body is written."""

    def __init__(self, text: str, path: str, cache: FragmentCache, *, tags: Mapping[str, int]) -> None:
        """Begin with nothing found; where the text holds `tags` of HTML, slots are written as tags at first."""
        self.path = path
        self.cache = cache
        self.wrap = bool(tags)
        self.tags = tags
        self.has_raw = False
        self.kept: list[str] = []
        self.anchors: list[str] = []
        self.written_levels: dict[str, int] = {}
        """Of our own headings, by id, as Markdown has them."""
        self.ids = HeadingIds()
        self.section = ""
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.notebooks: list[NotebookLink] = []
        self.slots: list[Slot] = []
        self.images: list[RemoteImage] = []
        self.tasks: list[Task] = []
        self.questions: list[Question] = []
        self.hashtags: dict[str, None] = {}
        self.topics: dict[str, None] = {}
        """What a dialect reads as tags, for certain."""
        self.addresses: list[tuple[str, str]] = []
        """What names a part of the text from elsewhere, with its anchor: the id of a block."""
        self.texts: list[str] = []
        """Plain text of each block, for counting words."""
        self.prose: list[str] = []
        """Plain text of what is no heading, for the excerpt."""
        self.paragraphs: list[str] = []
        """Of that, what stands in no list, table or quotation."""
        self.diagnostics: list[Diagnostic] = []
        self.has_math = self.has_code = False
        self.diagrams = 0
        self.has_boxes = "[ ]" in text or "[x]" in text or "[X]" in text
        self._source = text
        self._lines: list[str] | None = None
        self._wordless: set[str] = set()
        self._placed = (-1, -1, -1)
        """The line, the place in its content, and the column there, that were found last."""

    def add_link(self, href: str, text: str, line: int) -> int:
        """Collect an external link; return its number where it leads to something that may have a page, else -1."""
        url = normalise_url(href)
        kind = link_kind(url)
        self.links.append(Link(url=url, kind=kind, text=text, line=line, section=self.section))
        if kind == NOTEBOOK:
            self.notebooks.append(NotebookLink(url=url, text=text, line=line))
        return len(self.links) - 1 if kind in THINGS else -1

    def mark_thing(self, number: int) -> str:
        """Return what stands behind a link until it is known whether what it names has a page of its own."""
        link = self.links[number]
        self.slots.append(Slot(kind="thing", target=link.url, text=link.text, line=link.line))
        return self.keep(f"{SLOT}{len(self.slots) - 1}{SLOT}")

    def add_image(self, url: str, alt: str, line: int) -> None:
        """Collect a picture that lies elsewhere."""
        if not url.startswith("data:"):
            self.images.append(RemoteImage(url=url, alt=alt, line=line))

    def keep(self, html: str) -> str:
        """Return what stands for finished HTML of ours while the author's is put in order, if there is any."""
        if not self.wrap:
            return html
        self.kept.append(html)
        return f'<span {KEPT}="{len(self.kept) - 1}"></span>'

    def put_back(self, html: str) -> str:
        """Return HTML with the finished fragments that were kept out of it."""
        if not self.kept:
            return html
        return _KEPT_TAG.sub(lambda match: self.kept[int(match[1])], html)

    def raw(self, content: str, line: int) -> RawHtml:
        """Return raw HTML as it is to be put in order later."""
        raw = mark_raw(content, line, self.tags)
        self.has_raw = self.has_raw or raw.is_html
        for at, what in raw.lost:
            self.leave_out(what, at)
        return raw

    def column(self, line: int, content: str, position: int) -> int:
        """Return the column, from 1, of a place in inline content whose line is known; 0 where it cannot be told."""
        if self._lines is None:
            self._lines = self._source.split("\n")
        if position < 0 or not 0 <= line < len(self._lines):
            return 0
        start = content.rfind("\n", 0, position) + 1
        if self._placed[:2] != (line, start):
            end = content.find("\n", position)
            written = content[start : end if end >= 0 else None].strip()
            self._placed = (line, start, self._lines[line].find(written))
        at = self._placed[2]
        return at + position - start + 1 if at >= 0 else 0

    def warn(  # noqa: PLR0913 - the parts of a diagnostic
        self, code: str, message: str, line: int, *, column: int = 0, hint: str = "", severity: Severity = "warning"
    ) -> None:
        """Collect a problem; its line is relative and 1-based."""
        self.diagnostics.append(
            Diagnostic(
                severity=severity,
                code=code,
                message=message,
                location=Location(path=self.path, line=line + 1, column=column),
                hint=hint,
            )
        )

    def want_text(self, picture: str, line: int, column: int = 0) -> None:
        """Tell of a picture that says nothing to those who cannot see it, once for each picture."""
        if picture not in self._wordless:
            self._wordless.add(picture)
            shown = picture if len(picture) <= _SHOWN else picture[: _SHOWN - 1] + "…"
            self.warn(
                "image-alt", f"the image '{shown}' has no alternative text", line, column=column,
                hint='say what it shows, as in ![What it shows](picture.png); mere decoration is <img … alt="">',
            )  # fmt: skip

    def leave_out(self, what: str, line: int) -> None:
        """Tell of something in an author's HTML that no page shows or runs, once for each line."""
        if not any(known.location.line == line + 1 and known.message.startswith(what) for known in self.diagnostics):
            self.warn(
                "html-left-out", f"{what} is left out", line, severity="notice",
                hint="texts hold what is read; the theme's partials are the place for scripts, styles and forms",
            )  # fmt: skip

    def warn_once(self, code: str, message: str, line: int, column: int, *, hint: str) -> None:
        """Collect a problem unless this slice has it already."""
        if all(known.code != code for known in self.diagnostics):
            self.warn(code, message, line, column=column, hint=hint)
