"""HTML that an author wrote inside Markdown: which of it is HTML at all, and which is text that only looks like it.

Each start tag is marked with its line, so that what belongs to the author can be told from what we wrote ourselves once
the whole body has been parsed as HTML (`html.order`). `<sos>`, `vector<int>` or `<link to the paper>` are no HTML: they
stay text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common import html_re
from markdown_it.rules_block import html_block

from journal_site.expressions import expression

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

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
_DANGEROUS = expression(r"(?:javascript|vbscript|file):|data:(?!image/)", re.IGNORECASE)
_BLANKS = expression(r"[\x00-\x20]+")
_SHOWN = 40
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
_MAY_STAY_OPEN = frozenset(
    """article blockquote caption center colgroup dd details div dl dt figure li main ol p section table tbody td tfoot
    th thead tr ul""".split()
)
"""An author who leaves one of these open meant it as a tag; of others, a lone one is a word in angle brackets."""
_PLAYERS = frozenset(("audio", "video"))
_WITHIN_WORDS = frozenset("a abbr b big code del em font i ins kbd mark s small span strong sub sup tt u wbr".split())
"""Tags that may stand inside a word: all others part two."""
_FLAGS = frozenset(
    """allowfullscreen autoplay checked compact controls default disabled hidden inert ismap itemscope loop muted
    noshade nowrap novalidate open playsinline readonly required reversed selected webkitallowfullscreen
    mozallowfullscreen""".split()
)

_OPEN_TAG = expression(
    r"""<[A-Za-z][A-Za-z0-9-]*+(?=[\s/>])"""
    r"""(?:\s++|[/=]|[^\s/>=<]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'<][^\s><]*+)?+)?+)*+>"""
)
"""A start tag as browsers read it: no blank need stand between attributes, and a stray quote belongs to a name."""
_PIECE = expression(
    f"(?P<open>{_OPEN_TAG.pattern})|(?P<close>{html_re.close_tag})"
    f"|(?P<other>{html_re.comment}|{html_re.processing}|{html_re.declaration}|{html_re.cdata})"
)
_NAME = expression(r"</?([A-Za-z][A-Za-z0-9-]*)")
_TAG_BEGINS = expression(r"</?[a-z][a-z0-9-]*")
_ATTRIBUTE = expression(r"""[\s/=]*+([^\s/>=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]++))?+""")
_OPENS = expression(r"<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(!\[CDATA\[)|(![A-Za-z]))", re.IGNORECASE)
_CLOSED_BY = {2: "-->", 3: "?>", 4: "]]>", 5: ">"}
_CLOSED_BREAK = expression(r"</br\s*>", re.IGNORECASE)
"""Browsers read it as a break."""
_SCRIPT = expression(r"<(script|style)(?=[\s>])[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


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


def loose_tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a start tag that is one to browsers and not to CommonMark: of a known name, with an attribute's value."""
    match = _OPEN_TAG.match(state.src, state.pos, state.posMax)
    if match is None or _name_of(match[0]) not in HTML_TAGS or not any(value for _, value in _attributes(match[0])):
        return False
    if not silent:
        state.push("html_inline", "", 0).content = match[0]
    state.pos = match.end()
    return True


def take_scripts(content: str) -> tuple[str, list[str]]:
    """Take scripts and styles out of a block of HTML: no page shows them. Return what is left, and their names."""
    names: list[str] = []

    def take(match: re.Match[str]) -> str:
        names.append(match[1].lower())
        return "\n" * match[0].count("\n")

    return _SCRIPT.sub(take, content), names


def tags_in(text: str) -> Mapping[str, int]:
    """Return how often a text may hold each start and end tag, in lower case: `<b`, `</b`."""
    return Counter(_TAG_BEGINS.findall(text.lower()))


def mark_raw(content: str, line: int, known: Mapping[str, int]) -> RawHtml:
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


def _mark_tag(tag: str, line: int, known: Mapping[str, int]) -> str | None:
    """Return a tag with its line, nothing for one that no page of ours has, or None where it is text."""
    name = _name_of(tag)
    if name not in HTML_TAGS and name not in _UNWRAPPED:
        return "" if _is_drawn(tag, name) and "<svg" in known else None
    if tag[1] == "/":
        if f"<{name}" not in known:
            return None
        return tag if name in HTML_TAGS else ""
    attributes = list(_attributes(tag))
    is_player = name in _PLAYERS and any(key == "src" and value for key, value in attributes)
    if _is_words(tag, name, attributes, known, may_end=not is_player):
        return None
    starts, ends = known.get(f"<{name}", 0), known.get(f"</{name}", 0)
    is_open = is_player and (not ends or (tag.endswith("/>") and starts > ends))
    closing = f"</{name}>" if is_open else ""  # to browsers all that follows would be within it
    return f'<{name} {LINE}="{line}"{tag[1 + len(name) :]}{closing}' if name in HTML_TAGS else ""


def _is_words(
    tag: str, name: str, attributes: list[tuple[str, str | None]], known: Mapping[str, int], *, may_end: bool
) -> bool:
    """Tell whether a start tag is words in angle brackets: nothing ends what must end, or its attributes are none.

    They are some where one has a value, or where each such tag of the text has its end.
    """
    starts, ends = known.get(f"<{name}", 0), known.get(f"</{name}", 0)
    if KEPT in tag or (not ends and may_end and name not in _VOID | _MAY_STAY_OPEN):
        return True
    if not attributes:
        return name in _VOID & _UNWRAPPED
    if any(value is not None for _, value in attributes) or all(key in _FLAGS for key, _ in attributes):
        return False
    return name in _UNWRAPPED or not 0 < starts <= ends


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
    for key, value in _attributes(tag):
        if key.startswith("on"):
            yield f"'{key}' of <{name}>"
        elif key in _ADDRESSES:
            address = _BLANKS.sub("", unescape(value or ""))
            if _DANGEROUS.match(address):
                yield f"the address '{address[:_SHOWN]}{'…' if len(address) > _SHOWN else ''}' of <{name}>"


def _attributes(tag: str) -> Iterator[tuple[str, str | None]]:
    """Yield a start tag's attributes in lower case, each with its value, or None where it stands bare."""
    for name, value in _ATTRIBUTE.findall(tag, len(_name_of(tag)) + 1, len(tag) - 1):
        yield name.lower(), value.strip("\"'") if value else None


def _name_of(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
