"""A body's HTML and contents from its tokens, in one walk: what it holds is met where it is written.

For themes, the classes of a body: `figure.code` (code under its name), `code span.c` and so on
(highlighting: see `highlight`), `div.table` (lets a wide table scroll), `.right` and `.center` (cells), `ul.tasks` and
`li.task`, `.alert.alert-KIND` with `.alert-title` (`alerts.KINDS`, or `other`), `sup.footnote`, `section.footnotes`,
`a.footnote-back`, `.diagram` (in `figure.drawn` where it has a title), `.line` (of code whose lines are numbered or
marked), `div.math`, `code.math-invalid`, Temml's `tml-*`; and from an author's HTML `.center`, `.right`,
`.justify`, `.float-left` and `.float-right`. Ids are GitHub's of headings, `fn:1` and `fnref:1`, and the
author's.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll
from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.model.entry import SLOT, Heading, Slot, Task
from journal_site.reading.body.inlines import InlineRenderer
from journal_site.reading.code.highlight import PLAIN_HINT, highlight, language_of, title_of
from journal_site.reading.code.marked_lines import marks_of, write_lines
from journal_site.reading.code.script import EngineMissingError
from journal_site.reading.contents.heading_ids import take_id
from journal_site.reading.contents.levels import LAST_LEVEL, shown_levels
from journal_site.reading.contents.navigation import is_navigation
from journal_site.reading.contents.raw_html import KEPT, take_scripts
from journal_site.reading.html.drawings import Drawing, split_drawings
from journal_site.reading.html.mermaid import DIAGRAM_HINT, Diagram, draw_mermaid
from journal_site.reading.markdown.marks import HAS_NAMES
from journal_site.slugs import composed, heading_slug

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAGS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_close": "</li>\n",
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n",
    "table_open": '<div class="table" tabindex="0"><table>\n',
    "table_close": "</table></div>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>",
    "tr_close": "</tr>\n",
    "td_close": "</td>",
    "dl_open": "<dl>\n",
    "dl_close": "</dl>\n",
    "dt_open": "<dt>",
    "dt_close": "</dt>\n",
    "dd_open": "<dd>",
    "dd_close": "</dd>\n",
}
_TAGS_WITHOUT_TASKS = _TAGS | {"bullet_list_open": "<ul>\n", "list_item_open": "<li>"}
_OPENING = expression(r"<[a-z]\w*")
_COMMENT = expression(r"<!--.*?-->\s*", re.DOTALL)
_BOX = {"[ ]": False, "[x]": True, "[X]": True}


class Renderer(InlineRenderer):
    """Writes blocks."""

    _tokens: list[Token]
    _levels: dict[int, int]
    """Of the headings, by the place of their tokens."""
    _box: bool | None = None
    """Whether the box is ticked of the task whose text comes next; None where what comes is no task."""
    _heading = (0, 0, "")
    """Where the heading that is being written began in `out`, its level, and the id that its author gave it."""
    _in_heading = False
    _asked = 0
    """How many questions were found before the heading that is being written."""
    _cell = ""

    def render(self, tokens: list[Token]) -> None:  # noqa: C901 - one loop over all blocks, which is where time goes
        """Append the tokens' HTML to `self.out`."""
        self._tokens = tokens
        self._levels = levels_of(tokens)
        out, prose, paragraphs = self.out, self.found.prose, self.found.paragraphs
        tags = _TAGS if self.found.has_boxes else _TAGS_WITHOUT_TASKS
        has_names = HAS_NAMES in self.env
        for index, token in enumerate(tokens):
            kind = token.type
            at = len(out) if has_names else 0
            if kind == "inline":
                if self._box is None:
                    self.inline(token.content, token.map[0] if token.map else 0)
                else:
                    self._write_task(token)
                if not self._in_heading and not is_navigation(token.content):
                    prose.append(self.text)
                    if token.level == 1:  # no part of a list, table or quotation
                        paragraphs.append(self.text)
            elif (tag := tags.get(kind)) is None:
                if (own := self.dialect.blocks.get(kind)) is not None:
                    own(self, token, index)
                else:
                    getattr(self, f"on_{kind}")(token, index)
            elif not token.hidden:
                out.append(tag)
            elif kind == "paragraph_close":
                out.append("\n")
            if has_names and "name" in token.meta:
                self._give_id(token.meta["name"], token.meta["address"], at)

    def _give_id(self, name: str, address: str, at: int) -> None:
        """Give the block that was begun at a place in `out` an id."""
        self.found.anchors.append(name)
        if address:
            self.found.addresses.append((address, name))
        tag = self.out[at] if at < len(self.out) else ""
        if _OPENING.match(tag) and KEPT not in tag:
            self.out[at] = _OPENING.sub(rf'\g<0> id="{name}"', tag, count=1)
        else:
            self.out.insert(at + (not tag and at < len(self.out)), f'<span id="{name}"></span>')

    def render_within(self, tokens: list[Token]) -> None:
        """Write the tokens of blocks that stand within another."""
        around = self._tokens, self._levels
        self.render(tokens)
        self._tokens, self._levels = around

    def on_heading_open(self, _: Token, index: int) -> None:
        """Leave room for the tag, which names the heading's text as its id."""
        inline = self._tokens[index + 1]
        inline.content, own = take_id(inline.content)
        self._heading = (len(self.out), self._levels.get(index, LAST_LEVEL), own)
        self._in_heading = True
        self._asked = len(self.found.questions)
        self.out.append("")

    def on_heading_close(self, token: Token, index: int) -> None:
        """Write the heading's tags around its text; a heading without text is none."""
        at, level, own = self._heading
        self._in_heading = False
        del self.found.questions[self._asked :]  # what stands below a heading that asks answers it
        text = " ".join(self.text.split())
        if not text and not any(self.out[at + 1 :]):
            return
        ids = self.found.ids
        slug = composed(own) if own else self.slug
        name = ids.take(slug if own else "") or ids.number(self.slug or heading_slug(text)) or ids.add("section")
        opening = self._tokens[index - 2]
        line = opening.map[0] if opening.map else 0
        self.found.headings.append(Heading(level=level, text=text, id=name, slug=slug, line=line))
        self.found.section = text
        self.found.written_levels[name] = int(token.tag[1])
        self.out[at] = f'<h{level} id="{escape(name)}">'
        self.out.append(f"</h{level}>\n")

    def on_bullet_list_open(self, token: Token, index: int) -> None:
        """Write a list's start tag in a text with tasks; a list that holds some says so."""
        self.out.append('<ul class="tasks">\n' if self._has_tasks(token, index) else "<ul>\n")

    def on_ordered_list_open(self, token: Token, index: int) -> None:
        """Write a numbered list's start tag, with the number that it begins with."""
        start = f' start="{token.attrs["start"]}"' if "start" in token.attrs else ""
        tasks = ' class="tasks"' if self._has_tasks(token, index) else ""
        self.out.append(f"<ol{start}{tasks}>\n")

    def _has_tasks(self, token: Token, index: int) -> bool:
        if not self.found.has_boxes:
            return False
        level, end = token.level, token.type.replace("open", "close")
        for at in range(index + 1, len(self._tokens)):
            other = self._tokens[at]
            if other.level == level and other.type == end:
                return False
            if other.level == level + 1 and other.type == "list_item_open" and self._box_of(at) is not None:
                return True
        return False

    def _box_of(self, index: int) -> bool | None:
        """Return whether the list item's box is ticked, or None where it has none."""
        if self._tokens[index + 1].type != "paragraph_open":
            return None
        content = self._tokens[index + 2].content
        return _BOX.get(content[:3]) if content[3:4].isspace() else None

    def on_list_item_open(self, _: Token, index: int) -> None:
        """Write a list item's start tag in a text with tasks; a task's box comes with its text."""
        self._box = self._box_of(index)
        self.out.append("<li>" if self._box is None else '<li class="task">')

    def _write_task(self, token: Token) -> None:
        done, self._box = bool(self._box), None
        checked = " checked" if done else ""
        self.out.append(f'<label><input type="checkbox" disabled{checked}> ')
        line = token.map[0] if token.map else 0
        self.out.append("<del>" if "cancelled" in token.meta else "")
        self.inline(token.content[4:], line)
        self.out.append("</del></label>" if "cancelled" in token.meta else "</label>")
        if "cancelled" in token.meta:
            return
        self.found.tasks.append(Task(text=" ".join(self.text.split()), done=done, line=line))

    def on_th_open(self, token: Token, index: int) -> None:
        """Write a header cell's start tag; an empty one is a plain cell, for it heads nothing."""
        self._cell = "th" if self._tokens[index + 1].content else "td"
        self.out.append(f"<{self._cell}{_alignment(token)}>")

    def on_th_close(self, _: Token, __: int) -> None:
        """Write a header cell's end tag."""
        self.out.append(f"</{self._cell}>")

    def on_td_open(self, token: Token, _: int) -> None:
        """Write a cell's start tag."""
        self.out.append(f"<td{_alignment(token)}>")

    def on_fence(self, token: Token, _: int) -> None:
        """Write fenced code under the name of its language."""
        info = unescapeAll(token.info).strip() if token.info else ""
        language = language_of(info)
        if language == "math":
            self._write_formula(token.content.strip(), token.map[0] + 1 if token.map else 0)
            return
        line = token.map[0] if token.map else 0
        if language == "mermaid" and self._write_diagram(token.content, title_of(info), line):
            return
        label = title_of(info) or language
        code = highlight(token.content, language, self.found.cache)
        if code.problem:
            self.found.warn("code-plain", code.problem, line, hint=PLAIN_HINT, severity="notice")
        self.found.has_code = True
        block = f'<pre tabindex="0"><code>{write_lines(code.html, marks_of(info))}</code></pre>'
        self.out.append(_figure("code", escape(label, quote=False), block))

    def _write_diagram(self, source: str, title: str, line: int) -> bool:
        """Write a drawing; tell of one that cannot be drawn, whose source is shown."""
        found = self.found
        try:
            drawn = draw_mermaid(source, found.diagrams + 1, found.cache)
        except EngineMissingError:
            drawn = Diagram(problem="the npm package beautiful-mermaid is not installed")
        if drawn.problem:
            message = f"this Mermaid is shown as its source: {drawn.problem}"
            found.warn("diagram-plain", message, line, hint=DIAGRAM_HINT, severity="notice")
            return False
        found.diagrams += 1
        if drawn.drops_links:
            found.leave_out("'click' of a drawing", line)
        title = escape(title or drawn.title, quote=False)
        block = found.keep(f'<div class="diagram" tabindex="0">{drawn.svg}</div>')
        self.out.append(_figure("drawn", title, block))
        return True

    def on_formula_block(self, token: Token, _: int) -> None:
        """Write a formula on lines of its own."""
        self._write_formula(token.content, token.map[0] if token.map else 0)

    def _write_formula(self, tex: str, line: int) -> None:
        self.out.append(f'<div class="math" tabindex="0">{self.formula(tex, line, 0, display=True)}</div>\n')
        self.found.texts.append(tex)

    def on_passage(self, token: Token, _: int) -> None:
        """Write another text that stands among this one's blocks: a slot."""
        meta, line = token.meta, token.map[0] if token.map else 0
        column = self.found.column(line, token.content, 0)
        slot = Slot(kind="embed", target=meta["target"], text=meta["text"], line=line, column=column, form="block")
        self.found.slots.append(replace(slot, anywhere=self.dialect.bare_paths))
        self.out.append(f"{self.slot_tag(len(self.found.slots) - 1, 'img src')}\n")

    def on_alert_open(self, token: Token, _: int) -> None:
        """Write an alert's start tag and title; one that folds is a `details`."""
        meta = token.meta
        fold = meta["fold"]
        name = f'class="alert alert-{meta["kind"]}"'
        self.out.append(f"<details {name}{' open' if fold == '+' else ''}>\n" if fold else f"<div {name}>\n")
        self.out.append('<summary class="alert-title">' if fold else '<p class="alert-title">')
        line = token.map[0] if token.map else 0
        if meta["title"]:
            self.inline(meta["title"], line)
        else:
            self._write_label(f"alert-{meta['kind']}", line)
        self.out.append("</summary>\n" if fold else "</p>\n")

    def _write_label(self, key: str, line: int) -> None:
        """Leave room for a word in the site's language."""
        self.found.slots.append(Slot(kind="label", target=key, line=line))
        self.out.append(self.found.keep(f"{SLOT}{len(self.found.slots) - 1}{SLOT}"))

    def on_alert_close(self, token: Token, _: int) -> None:
        """Write an alert's end tag."""
        self.out.append("</details>\n" if token.meta["fold"] else "</div>\n")

    def render_footnotes(self, definitions: dict[str, list[Token]], own: set[str]) -> None:
        """Write the footnotes: those referred to, in that order, then those of this text that nothing refers to."""
        notes = self.env.get("footnotes", {}).get("list", {})
        if not notes and not own:
            return
        self.out.append('<section class="footnotes" role="doc-endnotes">\n<ol>\n')
        number = 0
        while number < len(notes):
            note = notes[number]
            number += 1
            self.out.append(f'<li id="fn:{number}">')
            own.discard(note.get("label", ""))
            if "label" in note:
                self.render(definitions.get(note["label"], []))
            else:
                self.inline(note["content"], 0)
            self.out.append("".join(_way_back(number, again) for again in range(note.get("count", 1))))
            self.out.append("</li>\n")
        for label in filter(own.__contains__, definitions):
            self.out.append("<li>")
            self.render(definitions[label])
            self.out.append("</li>\n")
        self.out.append("</ol>\n</section>\n")

    def on_code_block(self, token: Token, _: int) -> None:
        """Write indented code."""
        self.found.has_code = True
        self.out.append(f'<pre tabindex="0"><code>{escape(token.content, quote=False)}</code></pre>\n')

    def on_html_block(self, token: Token, _: int) -> None:
        """Write HTML that the author wrote, to be put in order later; what holds no tag of HTML is a paragraph."""
        line = token.map[0] if token.map else 0
        content, scripts = take_scripts(token.content)
        for name in scripts:
            self.found.leave_out(f"a <{name}>", line)
        for drawing in split_drawings(content) if "<svg" in content else (Drawing(content),):
            if drawing.html:
                self.out.append(self.found.keep(drawing.html))
                self.found.texts.append(drawing.text)
            else:
                self._write_html(drawing.source, line)
            line += drawing.source.count("\n")

    def _write_html(self, content: str, line: int) -> None:
        piece = self.found.raw(content, line)
        if piece.is_html:
            self.out.append(piece.html)
            self.found.texts.append(piece.text)
            self.found.prose.append(piece.text)
        elif piece.text.strip():
            self.out.append("<p>")
            self.inline(content.strip(), line)
            self.found.prose.append(self.text)
            self.out.append("</p>\n")


def levels_of(tokens: list[Token]) -> dict[int, int]:
    """Return the level on the page of each heading that says something, by its place among the tokens."""
    places = [
        place
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and _COMMENT.sub("", tokens[place + 1].content)
    ]
    return dict(zip(places, shown_levels([int(tokens[place].tag[1]) for place in places]), strict=True))


def _figure(name: str, caption: str, block: str) -> str:
    return f'<figure class="{name}"><figcaption>{caption}</figcaption>{block}</figure>\n' if caption else f"{block}\n"


def _way_back(number: int, again: int) -> str:
    name = f"fnref:{number}:{again + 1}" if again else f"fnref:{number}"
    return f'<a class="footnote-back" href="#{name}" role="doc-backlink">↩</a>'


def _alignment(token: Token) -> str:
    style = token.attrs.get("style") if token.attrs else None
    return f' class="{str(style)[11:]}"' if style and style != "text-align:left" else ""
