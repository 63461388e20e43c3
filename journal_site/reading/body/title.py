"""A slice's title: what its heading says, or the heading that its text begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.expressions import expression
from journal_site.model.entry import SLOT
from journal_site.reading.body.inlines import InlineRenderer
from journal_site.reading.contents.heading_ids import take_id
from journal_site.reading.contents.navigation import is_navigation
from journal_site.slugs import composed

if TYPE_CHECKING:
    from markdown_it.token import Token

    from journal_site.model.outline import FrontMatter, Slice

_NOT_IN_TITLE = expression(
    rf"<(?!/?(?:em|strong|code|del|mark|sub|sup|kbd|math|m[a-z]+|semantics|annotation)\b)[^>]*>|{SLOT}\d+{SLOT}"
)


class Title:
    """Text and HTML of a title; `pictures` are the images of its heading, which go into the body."""

    def __init__(self, text: str = "", html: str = "", pictures: str = "", ids: tuple[str, ...] = ()) -> None:
        """Hold the four; `ids` are those that are not its text's."""
        self.text = text
        self.html = html
        self.pictures = pictures
        self.ids = ids


def read_title(writer: InlineRenderer, content: str, line: int) -> Title:
    """Write a title from inline Markdown: its links are collected, and its HTML may stand inside a link."""
    whole, writer.out, writer.in_title, writer.pictures = writer.out, [], True, []
    first, asked = len(writer.found.texts), len(writer.found.questions)
    content, own = take_id(content)
    writer.inline(content, line)
    html = "".join(writer.out)
    writer.out, writer.in_title = whole, False
    del writer.found.texts[first:]
    del writer.found.questions[asked:]  # as of any heading: what stands below it answers
    html = writer.found.put_back(html)
    ids = tuple(filter(None, (composed(own), writer.slug)))
    shown = " ".join(_NOT_IN_TITLE.sub("", html).split())
    return Title(" ".join(writer.text.split()), shown, "".join(writer.pictures), ids)


def begins_with_navigation(tokens: list[Token]) -> bool:
    """Tell whether a text begins with a line that only leads to others, above its first heading."""
    return len(tokens) > 3 and tokens[0].type == "paragraph_open" and is_navigation(tokens[1].content)  # noqa: PLR2004


def first_heading(tokens: list[Token], part: Slice, front: FrontMatter | None) -> str:
    """Return the inline Markdown of the heading that a file begins with where it is its title, else nothing.

    A heading of a lower level is the file's title only where no other is as high. One that says something else than the
    front matter's title stays in the body.
    """
    if part.heading or part.title or not tokens or tokens[0].type != "heading_open":
        return ""
    level = tokens[0].tag
    if level != "h1" and any(token.type == "heading_open" and token.tag <= level for token in tokens[1:]):
        return ""
    content = tokens[1].content
    if is_navigation(content):
        return ""
    if front is not None and front.title and front.title.strip().casefold() != take_id(content)[0].strip().casefold():
        return ""
    return content
