"""The inline half of a body: text, emphasis, code, links and images as HTML, and what they hold."""

from __future__ import annotations

from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from msgspec.structs import replace

from journal_site.file_kinds import is_picture
from journal_site.model.entry import SLOT, Question, Slot, SlotKind
from journal_site.reading.code.math import MathError, formula_to_mathml
from journal_site.reading.code.plain_math import plain_math
from journal_site.reading.code.script import EngineMissingError
from journal_site.reading.contents.addresses import (
    SLOT_URL,
    file_itself,
    image_address,
    is_absolute,
    is_web,
    web_address,
)
from journal_site.reading.contents.plain_text import find_hashtags, find_questions
from journal_site.reading.contents.sentences import sentence_around
from journal_site.reading.dialects.contract import PLAIN
from journal_site.reading.dialects.raw_syntax import find_raw, may_be_raw
from journal_site.reading.html.drawings import split_drawings, with_drawings_whole
from journal_site.slugs import heading_slug

if TYPE_CHECKING:
    from markdown_it.token import Token

    from journal_site.reading.contents.collector import Collected
    from journal_site.reading.dialects.contract import Dialect
    from journal_site.reading.markdown.parser import Markdown

_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<del>",
    "s_close": "</del>",
    "mark_open": "<mark>",
    "mark_close": "</mark>",
    "hardbreak": "<br>\n",
}
PLAIN_IMAGE = '<img src="{}" alt="{}" loading="lazy"{}>'


class _OpenLink:
    """A link whose text is being read."""

    def __init__(self, href: str, first: int, line: int) -> None:
        self.href = href
        self.first = first
        self.line = line
        self.slot = -1
        self.alt = ""
        self.close = "</a>"


class InlineRenderer:
    """Writes a paragraph's content."""

    def __init__(self, markdown: Markdown, env: dict[str, Any], collected: Collected, dialect: Dialect = PLAIN) -> None:
        """Write HTML into `out`, and what is found on the way into `collected`."""
        self.dialect = dialect
        self.markdown = markdown
        self.env = env
        self.found = collected
        self.out: list[str] = []
        self.text = ""
        """Plain text of the inline content that was written last."""
        self.slug = ""
        """Its slug as a heading, where it is not its text's: GitHub makes it of the names of emoji."""
        self.in_title = False
        """An author's tags are left out of a title."""
        self.pictures: list[str] = []
        """The images among them."""
        self._link: _OpenLink | None = None
        self._emoji: list[tuple[int, str]] = []
        """Of each emoji in the content: which piece of plain text it is, and its name."""
        self._quoted: list[tuple[int, int, int]] = []
        """Of each reference in the content: its slot, and which pieces of plain text are its own."""
        self._named: list[tuple[int, int, int]] = []
        """The same of each link to what may have a page of its own, by the link's number."""
        self._content = ""
        self._line = 0
        self._passed = self._passed_line = 0

    def inline(self, content: str, line: int) -> None:
        """Write inline Markdown whose first line is `line`."""
        tokens = self.markdown.read_inline(content, self.env)
        if "<svg" in content:
            tokens = with_drawings_whole(tokens)
        self._content, self._line = content, line
        self._passed, self._passed_line = 0, line
        plain: list[str] = []
        masked: list[int] = []
        self._write(tokens, plain, masked)
        self.text = text = "".join(plain)
        self.found.texts.append(text)
        self.slug = ""
        if self._emoji:
            named = list(plain)
            for place, name in self._emoji:
                named[place] = name
            self._emoji.clear()
            self.slug = heading_slug("".join(named))
        if self._quoted or self._named:
            self._quote(text, plain)
        if "?" in text or "#" in text or "？" in text or may_be_raw(text):
            self._look_closer(text, plain, masked)

    def _write(self, tokens: list[Token], plain: list[str], masked: list[int]) -> None:
        out, tags = self.out, _TAGS
        for token in tokens:
            kind = token.type
            if kind in ("text", "text_special"):
                text = token.content
                plain.append(text)
                if "&" in text or "<" in text or ">" in text:
                    text = escape(text, quote=False)
                out.append(text)
            elif kind == "softbreak":
                plain.append("\n")
                out.append("\n")
            elif kind == "code_inline":
                masked.append(len(plain))
                plain.append(token.content)
                out.append(f"<code>{escape(token.content, quote=False)}</code>")
            elif (tag := tags.get(kind)) is not None:
                out.append(tag)
                if kind == "hardbreak":
                    plain.append("\n")
            elif (own := self.dialect.inlines.get(kind)) is not None:
                own(self, token, plain, masked)
            else:
                getattr(self, f"on_{kind}")(token, plain, masked)

    def _quote(self, text: str, plain: list[str]) -> None:
        """Give each reference the sentence that it stands in."""
        ends = list(accumulate(map(len, plain), initial=0))
        slots, links = self.found.slots, self.found.links
        for slot, first, last in self._quoted:
            before, after = sentence_around(text, ends[first], ends[last])
            slots[slot] = replace(slots[slot], before=before, after=after)
        for link, first, last in self._named:
            if ends[first] or ends[last] < len(text):  # a link that stands alone has no sentence
                before, after = sentence_around(text, ends[first], ends[last])
                links[link] = replace(links[link], before=before, after=after)
        self._quoted.clear()
        self._named.clear()

    def _look_closer(self, text: str, plain: list[str], masked: list[int]) -> None:
        """Collect questions and hashtags, but none out of code or of a link's text."""
        parts = list(plain)
        for index in masked:
            parts[index] = "\x01" * len(parts[index])
        prose = "".join(parts)
        if "#" in prose:
            tags = self.found.topics if self.dialect.inline_tags else self.found.hashtags
            tags.update(dict.fromkeys(find_hashtags(prose, anywhere=self.dialect.inline_tags)))
        if may_be_raw(prose):
            self._tell_raw(prose)
        if "?" in prose or "？" in prose:
            for question, line in find_questions(text, prose):
                self.found.questions.append(Question(text=question, line=self._line + line))

    def _tell_raw(self, prose: str) -> None:
        """Warn of a tool's syntax that stands in the text as it was typed."""
        for breaks, position, name in find_raw(prose, self._content):
            line = self._line + breaks
            column = self.found.column(line, self._content, position)
            self.found.warn(
                "syntax-unknown", f"{name} is shown as it is written", line, column=column,
                hint="no dialect is known to read it here: name one under 'sources' in site.yaml, or make it code",
            )  # fmt: skip

    def line_at(self, position: int) -> int:
        """Return the line of a place in the content that is being written."""
        if position > self._passed:
            self._passed_line += self._content.count("\n", self._passed, position)
            self._passed = position
        return self._passed_line

    def on_link_open(self, token: Token, plain: list[str], _: list[int]) -> None:
        """Write a link's start tag: an address, or a slot for what only the plan can resolve."""
        href = str(token.attrs["href"])
        position = token.position  # type: ignore[attr-defined]
        title = str(token.attrs.get("title", ""))
        link = self._link = _OpenLink(href, len(plain), self.line_at(position))
        if is_absolute(href):
            url = web_address(href)
            if url:
                self.out.append(f'<a href="{escape(url)}"{title_attribute(title)}>')
            else:
                link.close = ""
        elif href:
            link.slot = self.reserve("link", unquote(href), position, title=title)
            self.out.append(self.slot_tag(link.slot, "a href"))
        else:
            link.close = ""

    def on_link_close(self, _: Token, plain: list[str], masked: list[int]) -> None:
        """Write a link's end tag, and collect the link with its text."""
        link, self._link = self._link, None
        if link is None:
            return
        masked.extend(range(link.first, len(plain)))
        text = " ".join("".join(plain[link.first :]).split())
        if link.close and not text and not link.alt:
            text = self._name_link(link, plain)
        self.out.append(link.close)
        text = text or link.alt
        if link.slot >= 0:
            self.found.slots[link.slot] = replace(self.found.slots[link.slot], text=text)
            self._quoted.append((link.slot, link.first, len(plain)))
        elif link.close and is_web(link.href):
            number = self.found.add_link(link.href, text, link.line)
            if number >= 0 and not self.in_title:
                self.out.append(self.found.mark_thing(number))
                self._named.append((number, link.first, len(plain)))

    def _name_link(self, link: _OpenLink, plain: list[str]) -> str:
        """Give a link that has no text its address as text: a reader could neither see nor hear it otherwise."""
        name = unquote(link.href)
        plain.append(name)
        self.out.append(escape(name, quote=False))
        return name

    def on_wikilink(self, token: Token, plain: list[str], masked: list[int]) -> None:
        """Write `[[target|text]]`: always a slot."""
        target, text = token.meta["target"], token.content
        form: Literal["", "topic"] = "topic" if self.dialect.links_name_topics else ""
        number = self.reserve("wikilink", target, token.position, text=text, form=form)  # type: ignore[attr-defined]
        masked.append(len(plain))
        plain.append(text)
        self._quoted.append((number, len(plain) - 1, len(plain)))
        self.out.append(f"{self.slot_tag(number, 'a href')}{escape(text, quote=False)}</a>")

    def on_embed(self, token: Token, _plain: list[str], _masked: list[int]) -> None:
        """Write `![[target]]`: a slot for the whole tag."""
        meta = token.meta
        if not token.content and is_picture(meta["target"].partition("#")[0]):
            self._want_text(meta["target"], token)
        number = self.reserve(
            "embed", meta["target"], token.position, text=token.content, attributes=meta["attributes"]  # type: ignore[attr-defined]
        )  # fmt: skip
        self._show(self.slot_tag(number, "img src"))

    def on_image(self, token: Token, _plain: list[str], _masked: list[int]) -> None:
        """Write an image: as it is where it lies elsewhere, else as a slot."""
        source, title = str(token.attrs["src"]), str(token.attrs.get("title", ""))
        alt = " ".join(plain_of(token.children or []).split())
        size = tuple((name, str(token.attrs[name])) for name in ("width", "height") if name in token.attrs)
        if not alt and source:
            self._want_text(unquote(source), token)
        if self._link is not None:
            alt = self._link.alt = alt or self._link.alt or unquote(source.rstrip("/").rpartition("/")[2])
        hosted = web_address(file_itself(source))
        if hosted or not is_absolute(source):
            if source:
                position = token.position  # type: ignore[attr-defined]
                number = self.reserve(
                    "image", hosted or unquote(source), position, text=alt, title=title, attributes=size
                )
                self._show(self.slot_tag(number, "img src"))
            return
        url = image_address(source)
        if url:
            self.found.add_image(url, alt, self.line_at(token.position))  # type: ignore[attr-defined]
            given = "".join(f' {name}="{value}"' for name, value in size)
            self._show(PLAIN_IMAGE.format(escape(url), escape(alt), title_attribute(title) + given))
        else:
            self.out.append(escape(alt, quote=False))

    def _want_text(self, picture: str, token: Token) -> None:
        position = token.position  # type: ignore[attr-defined]
        line = self.line_at(position)
        self.found.want_text(picture, line, self.found.column(line, self._content, position))

    def on_emoji(self, token: Token, plain: list[str], _: list[int]) -> None:
        """Write an emoji that was named."""
        self._emoji.append((len(plain), token.markup))
        plain.append(token.content)
        self.out.append(token.content)

    def on_formula(self, token: Token, plain: list[str], masked: list[int]) -> None:
        """Write a formula."""
        masked.append(len(plain))
        plain.append(plain_math(token.content))
        position = token.position  # type: ignore[attr-defined]
        line = self.line_at(position)
        self.out.append(
            self.formula(
                token.content, line, self.found.column(line, self._content, position), display=token.meta["display"]
            )
        )

    def formula(self, tex: str, line: int, column: int, *, display: bool) -> str:
        """Return a formula as MathML, or its source where it cannot be read."""
        found = self.found
        found.has_math = True
        try:
            mathml = formula_to_mathml(tex, found.cache, display=display)
        except MathError as error:
            found.warn(
                "math-invalid", f"the formula cannot be read: {error}", line, column=column, hint="its source is shown"
            )
        except EngineMissingError:
            found.warn_once(
                "math-engine-missing", "formulas are shown as their source, since Temml is not installed", line, column,
                hint="install npm and run `npm ci`, or install journal-site from its wheel",
            )  # fmt: skip
        else:
            return found.keep(mathml)
        return f'<code class="math-invalid">{escape(tex, quote=False)}</code>'

    def on_footnote_ref(self, token: Token, _plain: list[str], _masked: list[int]) -> None:
        """Write the number of a footnote, and where to come back to from it."""
        number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
        name = f"fnref:{number}:{again + 1}" if again else f"fnref:{number}"
        self.out.append(f'<sup class="footnote"><a href="#fn:{number}" id="{name}">{number}</a></sup>')

    def on_html_inline(self, token: Token, plain: list[str], _: list[int]) -> None:
        """Write a tag that the author wrote, to be put in order later; what is no tag of HTML is text."""
        if token.content.startswith("<svg"):
            drawing = split_drawings(token.content)
            if len(drawing) > 1:
                self._show(self.found.keep(drawing[1].html))
                plain.append(drawing[1].text)
                return
        piece = self.found.raw(token.content, self.line_at(token.position))  # type: ignore[attr-defined]
        if not self.in_title or not piece.is_html:
            self.out.append(piece.html)
        elif token.content[:4].lower() == "<img":
            self._show(piece.html)
        else:
            self.out.append(piece.text)
        if piece.text:
            plain.append(piece.text)

    def _show(self, image: str) -> None:
        (self.pictures if self.in_title else self.out).append(image)

    def reserve(  # noqa: PLR0913 - the parts of a slot
        self, kind: SlotKind, target: str, position: int, *, text: str = "", title: str = "",
        attributes: tuple[tuple[str, str], ...] = (), form: Literal["", "words", "topic"] = "",
    ) -> int:  # fmt: skip
        """Return the number of a new slot; `position` is its place in the content that is being written."""
        slots = self.found.slots
        line = self.line_at(position)
        column = self.found.column(line, self._content, position)
        slots.append(
            Slot(
                kind=kind,
                target=target,
                text=text,
                title=title,
                line=line,
                column=column,
                attributes=attributes,
                form=form,
                anywhere=self.dialect.bare_paths and target[:1] != "/" and "://" not in target,
            )
        )
        return len(slots) - 1

    def slot_tag(self, number: int, tag: str) -> str:
        """Return what stands for a slot's start tag."""
        return f'<{tag}="{SLOT_URL}{number}">' if self.found.wrap else f"{SLOT}{number}{SLOT}"


def title_attribute(title: str) -> str:
    """Return a title as an attribute, or nothing."""
    return f' title="{escape(title)}"' if title else ""


def plain_of(tokens: list[Token]) -> str:
    """Return the plain text of tokens, with the alternative text of images."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "image":
            parts.append(plain_of(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)
