"""Logseq's syntax: properties and logbooks of blocks, tasks, references, embeds, macros, sizes, `#+BEGIN` blocks.

What it is comes from Logseq's documentation (Markdown, Built-in Properties, Tasks, Block Reference, Macros).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from markdown_it import rules_inline

from journal_site.expressions import expression
from journal_site.reading.markdown import wikilinks
from journal_site.reading.markdown.light import plain_token
from journal_site.reading.markdown.marks import (
    begins_item,
    block_before,
    item_around,
    make_task,
    name_block,
    replace_outside_code,
    with_breaks,
)

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from journal_site.reading.markdown.parser import Markdown

_UUID: Final = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_DRAWER: Final = expression(r"^[ \t]*:(?:LOGBOOK|PROPERTIES):[ \t]*$(?:\n.*)*?\n[ \t]*:END:[ \t]*$\n?", re.MULTILINE)
_CLOCK: Final = expression(r"^[ \t]*CLOCK: \[.*$\n?", re.MULTILINE)
_PROPERTY: Final = expression(r"^[ \t]*([^\W\d][\w./+*!?$%&=<>-]*)::(?:[ \t]+(.*))?$")
_FENCE: Final = expression(r"[ \t]*(```|~~~)")
_HIDDEN: Final = frozenset(
    """id collapsed created-at updated-at last-modified-at query-table query-properties query-sort-by query-sort-desc
    background-color background-image heading filters template template-including-parent public icon todo doing done now
    later wait waiting started in-progress canceled cancelled exclude-from-graph-view
    hl-type hl-page hl-color hl-stamp hl-value ls-type macro-name macro-arguments""".split()
)
"""Properties that Logseq keeps for itself, and shows nobody (`hidden-built-in-properties` and its documentation)."""
_HIDDEN_STARTS: Final = ("card-", "logseq.")
_TAGS: Final = frozenset({"tags", "tag"})
_PARTS: Final = expression(r"#?\[\[([^\[\]]+)\]\]|#?([^\s,#\[\]][^,#\[\]]*)")
_MARKER: Final = expression(
    r"(TODO|DOING|DONE|LATER|NOW|WAIT|WAITING|IN-PROGRESS|STARTED|CANCELED|CANCELLED)(?=\s|$)[ \t]*"
    r"(?:\[#([ABC])\][ \t]*)?"
)
_PRIORITY: Final = expression(r"\[#([ABC])\][ \t]+")
_STATES: Final = {"DONE": "x", "CANCELED": "-", "CANCELLED": "-"}
_PLANNED: Final = expression(
    r"^[ \t]*(SCHEDULED|DEADLINE): <(\d{4}-\d\d-\d\d)(?: [^\W\d]+\.?)?( \d?\d:\d\d)?[^>\n]*>[ \t]*$", re.MULTILINE
)
_MACRO: Final = (
    r"\{\{\s*(?P<name>embed|video|youtube|vimeo|bilibili|tweet|twitter|cloze)\s+"
    r"(?P<what>\[\[[^\[\]\n]+\]\]|[^{}\n]+?)\s*\}\}"
)
_ADDRESS: Final = expression(r"https?://\S+")
_BY_ID: Final = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "bilibili": "https://www.bilibili.com/video/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
}
_TAG: Final = expression(r"#\[\[([^\[\]\n]+)\]\]")
_REFERENCE: Final = expression(rf"\(\(({_UUID})\)\)")
_LABELLED: Final = expression(rf"\[([^\[\]\n]+)\]\([ \t]*(?:\[\[([^\[\]\n]+)\]\]|(\(\({_UUID}\)\)))[ \t]*\)")
_OTHER_MACRO: Final = expression(r"\{\{[a-zA-Z][^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*\}\}")
_HICCUP: Final = expression(r"\[:[a-z][\w.#-]*[\s\]]")
_EMPTY: Final = expression(r"\[:[\w.#-]+\s*\]")
"""An element with nothing in it: so a graph begins the blocks that stand for marks in a PDF."""
_SIZES: Final = expression(r"\{:[^{}\n]*\}")
_SPACED_IMAGE: Final = expression(r"!\[([^\[\]\n]*)\]\(([^()<>\n]+\.\w{2,5})\)")
_SIZE: Final = expression(r":(height|width)\s+(\d{1,5})\b")
_HIGHLIGHT: Final = expression(r"\^\^(?=\S)([^\^\n]+?)(?<=\S)\^\^")
_BEGIN: Final = expression(r"#\+BEGIN_(\w+)[ \t]*([^\n]*)", re.IGNORECASE)
_ALERTS: Final = {"note": "note", "tip": "tip", "important": "important", "warning": "warning", "caution": "caution",
                  "pinned": "important"}  # fmt: skip
_CODE: Final = frozenset({"src", "example", "export", "query"})


def extend(markdown: Markdown) -> None:
    """Add all of it to a parser."""
    markdown.add_pass(_change_blocks)
    markdown.block.add("#", _begin_block)
    markdown.add_inline("[!", wikilinks.wikilink)
    markdown.add_inline("!", _image)
    markdown.add_inline("[", _labelled)
    markdown.add_inline("[", _hiccup)
    markdown.add_inline("#", _tag, r"#\[\[")
    markdown.add_inline("(", _reference, r"\(\(")
    markdown.add_inline("{", _macro, r"\{\{")
    markdown.add_inline("^", _highlight, r"\^\^")


def _change_blocks(tokens: list[Token], env: dict[str, Any], text: str) -> None:
    lines = text.split("\n")
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "inline":
            _unhead(tokens, index, lines)
            is_paragraph = tokens[index - 1].type == "paragraph_open"
            if is_paragraph and not _without_properties(tokens, index, env):
                del tokens[index - 1 : index + 2]
                index -= 1
                continue
            if (begins_item(tokens, index) or _heads_item(tokens, index)) and (found := _MARKER.match(token.content)):
                text = f"**{found[2]}** " if found[2] else ""
                text += token.content[found.end() :]
                if begins_item(tokens, index):
                    make_task(token, _STATES.get(found[1], " "), text, env)
                else:
                    token.content = f"~~{text}~~" if found[1] in _STATES and text else text
            elif found := _PRIORITY.match(token.content):
                token.content = f"**{found[1]}** {token.content[found.end() :]}"
            if "{{" in token.content:
                token.content = replace_outside_code(_MACRO, _resolved, token.content)
        index += 1


def _unhead(tokens: list[Token], index: int, lines: list[str]) -> None:
    """Make a paragraph of what Markdown reads as a heading, since an empty bullet below is like its underline."""
    opening = tokens[index - 1]
    if opening.type != "heading_open" or not opening.map or opening.map[1] - opening.map[0] < 2:  # noqa: PLR2004
        return  # of one line
    if lines[min(opening.map[1], len(lines)) - 1].strip() == "-":
        for token, kind in ((opening, "paragraph_open"), (tokens[index + 1], "paragraph_close")):
            token.type, token.tag, token.markup = kind, "p", ""
            token.hidden = tokens[index - 2].type == "list_item_open"


def _heads_item(tokens: list[Token], index: int) -> bool:
    return index > 1 and tokens[index - 1].type == "heading_open" and tokens[index - 2].type == "list_item_open"


def _without_properties(tokens: list[Token], index: int, env: dict[str, Any]) -> bool:
    """Take properties, logbooks and plans out of a paragraph's lines; tell whether anything is left of it."""
    token = tokens[index]
    content = token.content
    if ":" not in content:
        return True
    if ":LOGBOOK:" in content or ":PROPERTIES:" in content or "CLOCK:" in content:
        content = _CLOCK.sub("", _DRAWER.sub("", content + "\n"))
    if "SCHEDULED:" in content or "DEADLINE:" in content:
        content = _PLANNED.sub(lambda one: f"{one[1].capitalize()}: {one[2]}{one[3] or ''}", content)
    if "::" in content:
        matches = [(line, _PROPERTY.match(line)) for line in content.split("\n")]
        kept = [(_shown(tokens, index, match, env) if match else line, bool(match)) for line, match in matches]
        content = with_breaks([(line, alone) for line, alone in kept if line is not None])
    token.content = content.strip()
    return bool(token.content)


def _shown(tokens: list[Token], index: int, match: re.Match[str], env: dict[str, Any]) -> str | None:
    """Return how a property is shown, or None; the id names its block, tags are topics."""
    key, value = match[1].lower().replace("_", "-"), (match[2] or "").strip()
    if key == "id" and re.fullmatch(_UUID, value):
        around = item_around(tokens, index - 1)
        named = around if around is not None else block_before(tokens, index - 1)
        if named is None or tokens[index].content.partition("::")[0].strip().lower() != "id":
            named = named if around is not None else index - 1
        name_block(tokens[named if named is not None else index - 1], value, env, f"(({value}))")
        return None
    if key in _HIDDEN or key.startswith(_HIDDEN_STARTS) or not value:
        return None
    if key in _TAGS:
        return " ".join(f"#[[{(link or word).strip()}]]" for link, word in _PARTS.findall(value)) or None
    return f"**{match[1]}** {value}"


def _resolved(match: re.Match[str]) -> str:
    """Return a macro as Markdown has what it means."""
    name, what = match["name"], match["what"]
    if name == "embed":
        return f"!{what}" if what.startswith("[[") else f"![[{what}]]" if what.startswith("((") else match[0]
    if name == "cloze":
        return what
    if address := _ADDRESS.search(what):
        return f"<{address[0]}>"
    return f"<{_BY_ID[name].format(what)}>" if name in _BY_ID and re.fullmatch(r"[\w-]+", what) else match[0]


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read an image with the size behind it: `![alt](x.png){:height 100, :width 200}`; its path may hold spaces."""
    if not rules_inline.image(state, silent):
        match = _SPACED_IMAGE.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push("image", "img", 0)
            token.attrs = {"src": state.md.normalizeLink(match[2]), "alt": ""}
            token.content, token.children = match[1], [plain_token(match[1])]
        state.pos = match.end()
    if match := _SIZES.match(state.src, state.pos, state.posMax):
        state.pos = match.end()
        for name, value in _SIZE.findall(match[0]) if not silent else ():
            state.tokens[-1].attrSet(name, value)
    return True


def _labelled(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a link with a text of its own to a page or a block."""
    match = _LABELLED.match(state.src, state.pos, state.posMax)
    if match is None or state.linkLevel > 0:
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.meta = {"target": (match[2] or match[3]).strip()}
        token.content = match[1]
    state.pos = match.end()
    return True


def _hiccup(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read HTML as Logseq has it in brackets: `[:em "so"]`."""
    if not _HICCUP.match(state.src, state.pos, state.posMax):
        return False
    depth = 0
    for at in range(state.pos, state.posMax):
        depth += (state.src[at] == "[") - (state.src[at] == "]")
        if not depth:
            if _EMPTY.fullmatch(state.src, state.pos, at + 1):
                state.pos = at + 1
                return True
            return _push(state, silent, "macro", state.src[state.pos : at + 1], at + 1)
    return False


def _tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _TAG.match(state.src, state.pos, state.posMax)
    return match is not None and _push(state, silent, "tag", match[1].strip(), match.end())


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    return match is not None and _push(state, silent, "reference", match[0], match.end())


def _macro(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _OTHER_MACRO.match(state.src, state.pos, state.posMax)
    return match is not None and _push(state, silent, "macro", match[0], match.end())


def _push(state: StateInline, silent: bool, kind: str, content: str, end: int) -> bool:  # noqa: FBT001 - as above
    if not silent:
        token = state.push(kind, "", 0)
        token.content = content
    state.pos = end
    return True


def _highlight(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("mark_open", "mark", 1)
        maximum, state.pos, state.posMax = state.posMax, *match.span(1)
        state.md.inline.tokenize(state)
        state.posMax = maximum
        state.push("mark_close", "mark", -1)
    state.pos = match.end()
    return True


def _begin_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `#+BEGIN_QUOTE` and its like, up to `#+END_QUOTE`."""
    match = _BEGIN.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if match is None:
        return False
    name = match[1].lower()
    closing = f"#+end_{name}"
    last = next((at for at in range(start + 1, end) if _line(state, at).strip().lower() == closing), -1)
    if last < 0:
        return False
    if silent:
        return True
    if name in _CODE:
        token = state.push("fence", "code", 0)
        token.info = match[2].strip().split(" ")[0] if name == "src" else "clojure" if name == "query" else ""
        token.content = state.getLines(start + 1, last, state.blkIndent, True)  # noqa: FBT003
        token.map = [start, last + 1]
    else:
        kind = "alert" if name in _ALERTS else "blockquote" if name == "quote" else ""
        meta = {"kind": _ALERTS.get(name, ""), "title": match[2].strip(), "fold": ""} if kind == "alert" else {}
        _read_within(state, (start, last), kind, meta)
    state.line = last + 1
    return True


def _read_within(state: StateBlock, lines: tuple[int, int], kind: str, meta: dict[str, str]) -> None:
    first, last = lines
    if kind:
        opening = state.push(f"{kind}_open", "", 1)
        opening.map, opening.meta = [first, last + 1], meta
    maximum, state.lineMax = state.lineMax, last
    state.md.block.tokenize(state, first + 1, last)
    state.lineMax = maximum
    if kind:
        state.push(f"{kind}_close", "", -1).meta = meta


def _line(state: StateBlock, at: int) -> str:
    return state.src[state.bMarks[at] : state.eMarks[at]]
