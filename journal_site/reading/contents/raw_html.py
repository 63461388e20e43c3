"""HTML that an author wrote inside Markdown: which of it is HTML at all, and which is text that only looks like it.

Each start tag is marked with its line, so that what belongs to the author can be told from what we wrote ourselves once
the whole body has been parsed as HTML (`html.order`). `<sos>`, `vector<int>` or `<link to the paper>` are no HTML: they
stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common import html_re
from markdown_it.rules_block import html_block

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

LINE = "data-l"
"""The attribute that marks an author's tag, with its line."""
KEPT = "data-f"
"""The attribute that stands for a fragment of ours that is put in once the body is in order."""

HTML_TAGS = frozenset(
    """a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd
    del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img ins
    kbd li main mark menu nav nobr ol p picture pre q rp rt ruby s samp section small source span strike strong sub
    summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr""".split()
)
_UNWRAPPED = frozenset(
    """applet area base body button data datalist dialog embed fieldset form frame frameset head html input label legend
    link map marquee meta meter noframes noscript object optgroup option output param progress search select slot svg
    template textarea title""".split()
)
"""Known, but not for a journal's page: their content is kept, their tags are not."""
_LOST = frozenset("applet area base embed frame input link map meta meter object progress svg".split())
"""Of these something is lost: what they show, or what they do."""
_DRAWN = frozenset(
    """animate animatemotion animatetransform circle clippath defs desc ellipse filter foreignobject g image line
    lineargradient marker mask metadata path pattern polygon polyline radialgradient rect set stop switch symbol text
    textpath tspan use view""".split()
)
"""Parts of an SVG that could not be shown as a picture: their tags say nothing."""
_ADDRESSES = frozenset("action data formaction href poster src srcset xlink:href".split())
_DANGEROUS = re.compile(r"(?:javascript|vbscript|file):|data:(?!image/)", re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20]+")
_SHOWN = 40
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
_MAY_STAY_OPEN = frozenset(
    """article blockquote caption center colgroup dd details div dl dt figure li main ol p section table tbody td tfoot
    th thead tr ul""".split()
)
"""An author who leaves one of these open meant it as a tag; of others, a lone one is a word in angle brackets."""
_WITHIN_WORDS = frozenset("a abbr b big code del em font i ins kbd mark s small span strong sub sup tt u wbr".split())
"""Tags that may stand inside a word: all others part two."""
_FLAGS = frozenset(
    """allowfullscreen autoplay checked compact controls default disabled hidden inert ismap itemscope loop muted
    noshade nowrap novalidate open playsinline readonly required reversed selected webkitallowfullscreen
    mozallowfullscreen""".split()
)

_PIECE = re.compile(
    f"(?P<open>{html_re.open_tag})|(?P<close>{html_re.close_tag})"
    f"|(?P<other>{html_re.comment}|{html_re.processing}|{html_re.declaration}|{html_re.cdata})"
)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_TAG_BEGINS = re.compile(r"</?[a-z][a-z0-9-]*")
_ATTRIBUTE = re.compile(html_re.attribute)
_OPENS = re.compile(r"<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(!\[CDATA\[)|(![A-Za-z]))", re.IGNORECASE)
_CLOSED_BY = {2: "-->", 3: "?>", 4: "]]>", 5: ">"}
_CLOSED_BREAK = re.compile(r"</br\s*>", re.IGNORECASE)
"""Browsers read it as a break."""
_SCRIPT = re.compile(r"<(script|style)(?=[\s>])[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


class RawHtml(NamedTuple):
    """One piece of raw HTML as it goes into the body."""

    html: str
    text: str
    """Plain text that it shows."""
    is_html: bool
    """Holds at least one tag that is one."""
    lost: tuple[tuple[int, str], ...] = ()
    """What no page shows or runs, by line: `'onclick' of <a>`."""


def closed_html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read an HTML block, except for a comment or script that nothing closes: it would swallow the rest of the text."""
    first = state.bMarks[start] + state.tShift[start]
    opening = _OPENS.match(state.src, first, state.eMarks[start])
    if opening and opening.lastindex:
        closing = _CLOSED_BY.get(opening.lastindex) or f"</{opening[1].lower()}>"
        last: dict[str, int] = state.env.setdefault("last closing", {})
        if closing not in last:
            last[closing] = state.src.lower().rfind(closing)
        if last[closing] < first:
            return False
    return html_block(state, start, end, silent)


def take_scripts(content: str) -> tuple[str, list[str]]:
    """Take scripts and styles out of a block of HTML: no page shows them. Return what is left, and their names."""
    names: list[str] = []

    def take(match: re.Match[str]) -> str:
        names.append(match[1].lower())
        return "\n" * match[0].count("\n")

    return _SCRIPT.sub(take, content), names


def tags_in(text: str) -> frozenset[str]:
    """Return the start and end tags that a text may hold, in lower case: `<b`, `</b`."""
    return frozenset(_TAG_BEGINS.findall(text.lower()))


def mark_raw(content: str, line: int, known: frozenset[str]) -> RawHtml:
    """Return raw HTML with its tags marked; `known` are the tags of the whole text, where its end tags may be."""
    html: list[str] = []
    text: list[str] = []
    lost: list[tuple[int, str]] = []
    is_html = False
    position = 0
    for match in _PIECE.finditer(content):
        _add_text(content[position : match.start()], html, text)
        line += content.count("\n", position, match.start())
        begin, position = line, match.end()
        line += match[0].count("\n")
        if match.lastgroup == "other":
            continue
        piece = _mark_tag(_CLOSED_BREAK.sub("<br>", match[0]), begin, known)
        if piece is None:
            html.append(escape(match[0], quote=False))
            text.append(match[0])
        else:
            html.append(piece)
            if _name_of(match[0]) not in _WITHIN_WORDS:
                text.append(" ")
            is_html = True
            lost += [(begin, what) for what in _lost_in(match[0])]
    _add_text(content[position:], html, text)
    return RawHtml("".join(html), "".join(text), is_html, tuple(lost))


def _add_text(piece: str, html: list[str], text: list[str]) -> None:
    if piece:
        html.append(piece.replace("<", "&lt;"))
        text.append(unescape(piece))


def _mark_tag(tag: str, line: int, known: frozenset[str]) -> str | None:
    """Return a tag with its line, nothing for one that no page of ours has, or None where it is text."""
    name = _name_of(tag)
    if name not in HTML_TAGS and name not in _UNWRAPPED:
        return "" if _is_drawn(tag, name) and "<svg" in known else None
    if tag[1] == "/":
        if f"<{name}" not in known:
            return None
        return tag if name in HTML_TAGS else ""
    if name not in _VOID and name not in _MAY_STAY_OPEN and f"</{name}" not in known:
        return None
    attributes = _ATTRIBUTE.findall(tag)
    flags = [one.strip().lower() for one in attributes if "=" not in one]
    if any(flag not in _FLAGS for flag in flags) or (name in _VOID & _UNWRAPPED and not attributes) or KEPT in tag:
        return None
    return f'<{name} {LINE}="{line}"{tag[1 + len(name) :]}' if name in HTML_TAGS else ""


def _is_drawn(tag: str, name: str) -> bool:
    """Tell whether a tag is a part of an SVG; without attributes it may as well be a word in angle brackets."""
    return name in _DRAWN and (tag[1] == "/" or "=" in tag or tag.endswith("/>"))


def _lost_in(tag: str) -> Iterator[str]:
    """Say what of a start tag is left out that its author may miss."""
    name = _name_of(tag)
    if tag[1] == "/":
        return
    if name in _LOST:
        yield f"{'an' if name[0] in 'aeiou' or name == 'svg' else 'a'} <{name}>"
    for attribute in _ATTRIBUTE.findall(tag):
        key, _, value = attribute.strip().partition("=")
        key = key.strip().lower()
        if key.startswith("on"):
            yield f"'{key}' of <{name}>"
        elif key in _ADDRESSES:
            address = _BLANKS.sub("", unescape(value.strip().strip("\"'")))
            if _DANGEROUS.match(address):
                yield f"the address '{address[:_SHOWN]}{'…' if len(address) > _SHOWN else ''}' of <{name}>"


def _name_of(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
