"""Read one slice: Markdown to HTML, with all that it holds: the slow part of reading, and a pure function.

Lines in the result are relative to the slice: 0 is its first line. Locations of diagnostics are relative and 1-based
(so 1 is the first line), for `assemble` to shift; those of the front matter are absolute already, since it begins its
file. The text is clean when it comes (`characters`), and so is the result, whatever the text spells out.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.characters import clean, clean_all
from journal_site.expressions import expression
from journal_site.model.entry import SLOT, Content, FragmentCache, Reading
from journal_site.model.outline import FrontMatter, Slice
from journal_site.reading.body.blocks import Renderer
from journal_site.reading.body.inlines import InlineRenderer
from journal_site.reading.body.title import Title, begins_with_navigation, first_heading, read_title
from journal_site.reading.contents.addresses import SLOT_URL
from journal_site.reading.contents.collector import Collected
from journal_site.reading.contents.cut_rows import report_cut_rows
from journal_site.reading.contents.plain_text import count_words, excerpt_of, tellings
from journal_site.reading.contents.raw_html import tags_in
from journal_site.reading.dialects.contract import Passage, Translated
from journal_site.reading.dialects.generators.marks import SIGN, without_marks
from journal_site.reading.dialects.load import dialect_of
from journal_site.reading.markdown.alerts import find_alerts
from journal_site.reading.markdown.definitions import read_definitions
from journal_site.reading.markdown.footnotes import take_definitions
from journal_site.reading.markdown.marks import HAS_BOXES
from journal_site.reading.markdown.parser import features_of, parser
from journal_site.reading.markdown.passages import find_passages
from journal_site.slugs import heading_slug

if TYPE_CHECKING:
    from markdown_it.token import Token

    from journal_site.errors import Diagnostic
    from journal_site.reading.dialects.contract import Dialect

_SPELT_OUT = expression(r"&#|%(?:[01]|7[Ff]|[Cc]2|[Ee][DdFf]|[Ff]\d)")
"""Begins what may stand for a character that is no text: a character reference, bytes of an address."""
_SLOT_TAG = expression(rf'<(?:a href|img src|source src|source srcset|track src)="{SLOT_URL}(\d+)">')
_PLAYER = expression(r"<(?:video|audio)\b[^<>]*>")
_SLOT_ATTRIBUTE = expression(rf' (?:src|poster)="{SLOT_URL}(\d+)"')


def read_slice(part: Slice, path: str, definitions: str, html: str, cache: FragmentCache) -> Reading:
    """Read a slice's text: `definitions` hold for its whole log, `html` is `trusted` or `sanitised`."""
    dialect = dialect_of(part.dialects)
    front, problems = _read_front(part, path, dialect)
    said = _translate(part, path, front, dialect)
    text = dialect.rewrite(said.text) if dialect.rewrite else said.text
    written = f"{part.heading}\n{part.title}\n{text}"
    extend = dialect.extend if not dialect.signs or any(sign in written for sign in dialect.signs) else None
    markdown = parser(features_of(written), extend)
    shared = read_definitions(definitions)
    env = shared.environment()
    found = Collected(text, path, cache, tags=tags_in(written) if "<" in written else {})
    _warn(found, part.text, said)
    writer = Renderer(markdown, env, found, dialect)
    tokens = markdown.read_blocks(text, env)
    if "|" in text:
        report_cut_rows(env, found)
    if "[!" in text:
        find_alerts(tokens)
    if "![" in text or extend:
        find_passages(tokens)
    found.has_boxes = found.has_boxes or HAS_BOXES in env
    own = take_definitions(tokens) if "[^" in text else {}
    heading, title = _read_headings(writer, part, tokens, front)
    writer.render(tokens)
    if "footnotes" in env:
        writer.render_footnotes(shared.footnotes | own, set(own))
    body = "".join(writer.out)
    if found.has_raw:
        from journal_site.reading.html.order import order_body  # noqa: PLC0415 - few texts hold tags

        body = order_body(body, found, trusted=html == "trusted")
    elif found.kept:
        body = found.put_back(body)
    if found.wrap:
        body = _PLAYER.sub(lambda tag: _SLOT_ATTRIBUTE.sub(rf"{SLOT}\1{SLOT}", tag[0]), body)
        body = _SLOT_TAG.sub(rf"{SLOT}\1{SLOT}", body)
    if SIGN in body:
        body = without_marks(body)
    content = Content(
        front=front,
        title=title.text,
        title_html=title.html,
        heading_text=heading,
        heading_ids=title.ids,
        headings=tuple(found.headings),
        links=tuple(found.links),
        notebooks=tuple(found.notebooks),
        slots=tuple(found.slots),
        images=tuple(sorted(found.images, key=attrgetter("line"))),
        tasks=tuple(found.tasks),
        questions=tuple(found.questions),
        hashtags=tuple(found.hashtags),
        tags=tuple(found.topics),
        words=count_words("\n".join(found.texts)),
        excerpt=excerpt_of(tellings(found.paragraphs) if part.kind == "introduction" else found.prose),
        math=found.has_math,
        code=found.has_code,
        front_diagnostics=problems,
        diagnostics=tuple(found.diagnostics),
        anchors=tuple(found.anchors),
        addresses=(*found.addresses, *_addresses(dialect, part, path, front, title.text)),
        roots=dialect.roots,
    )
    if _SPELT_OUT.search(written) or _SPELT_OUT.search(definitions):
        content = clean_all(content)
    return Reading(content=content, html=clean(body))


def _translate(part: Slice, path: str, front: FrontMatter | None, dialect: Dialect) -> Translated:
    if not dialect.translate:
        return Translated(part.text)
    return dialect.translate(Passage(part.text, path, front or FrontMatter(), dict(part.values)))


def _warn(found: Collected, text: str, said: Translated) -> None:
    """Tell what of a text is not shown as its author means it."""
    for place, what, hint in said.told:
        line = text.count("\n", 0, place)
        found.warn("syntax-unknown", what, line, column=place - text.rfind("\n", 0, place), hint=hint)


def _addresses(
    dialect: Dialect, part: Slice, path: str, front: FrontMatter | None, title: str
) -> list[tuple[str, str]]:
    if not dialect.addresses:
        return []
    said = front or FrontMatter()
    titled = said if said.title else replace(said, title=title)
    return [(one, "") for one in dialect.addresses(path, titled, dict(part.values))]


def _read_headings(writer: Renderer, part: Slice, tokens: list[Token], front: FrontMatter | None) -> tuple[str, Title]:
    """Return the heading's plain text and the title; a title that the text begins with leaves the tokens."""
    title, heading, of_heading = Title(), "", Title()
    if part.heading:
        of_heading = read_title(writer, part.heading, part.heading_line - part.line if part.heading_line else 0)
        heading, title.pictures, title.ids = of_heading.text, of_heading.pictures, of_heading.ids
    if part.title:
        title = _read_aside(writer, part.title, of_heading)
    elif first := first_heading(tokens[(at := 3 if begins_with_navigation(tokens) else 0) :], part, front):
        line = (tokens[at].map or [0])[0]
        if _read_aside(writer, first, Title()).text:
            del tokens[at : at + 3]
            title = read_title(writer, first, line)
            for slug in title.ids or (heading_slug(title.text),):
                writer.found.ids.number(slug)
    writer.out.append(f"<p>{title.pictures}</p>\n" if title.pictures else "")
    return heading, title


def _read_aside(writer: Renderer, content: str, heading: Title) -> Title:
    """Return the title that inline Markdown makes, collecting nothing: its heading was collected as a whole."""
    found = writer.found
    aside = Collected("", found.path, found.cache, tags=found.tags)
    title = read_title(InlineRenderer(writer.markdown, writer.env, aside, writer.dialect), content, 0)
    return Title(title.text, title.html, heading.pictures, heading.ids)


def _read_front(part: Slice, path: str, dialect: Dialect) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    if not part.front:
        return None, ()
    from journal_site.reading.front_matter.read import read_front_matter  # noqa: PLC0415

    words = {**dialect.words, **{word: "tags" for name, word in part.values if name.startswith("taxonomy.")}}
    front, problems = read_front_matter(part.front, path, words, splits_tags=dialect.splits_tags)
    return clean_all(front) if "\\" in part.front else front, problems  # an escape can spell out any sign
