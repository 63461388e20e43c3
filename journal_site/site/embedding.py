"""A text within another: the part of its body that is meant, fit for where it stands."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.page import Embedded

_TAG = expression(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING = expression(r"h[1-6]")
_ID = expression(r'(<[^<>]*?) id="[^"]*"')
_OWN_ANCHOR = expression(r'(<a\b[^<>]*? href=")#')
_PARAGRAPH = expression(r"\s*<p\b[^<>]*>(.*)</p>\s*", re.DOTALL)
_ITEM = expression(r"\s*<li\b[^<>]*>\s*(?:<p\b[^<>]*>)?(.*?)(?:</p>.*|<[uo]l\b.*)?</li>\s*", re.DOTALL)
_BLOCK = expression(r"<(?:p|div|ul|ol|li|dl|table|pre|figure|blockquote|section|details|h[1-6]|hr|math display)\b")
_ANY = expression(r"<[^<>]*>")
_MOST_WORDS = 30


class _Element:
    """An element of a body, by its places there."""

    def __init__(self, match: re.Match[str], parent: _Element | None, length: int) -> None:
        self.tag = match[2].lower()
        self.attributes = match[3]
        self.parent = parent
        self.start = match.start()
        self.content = match.end()
        self.content_end = self.end = length


def embed(one: Embedded, body: str) -> str:
    """Return the HTML of an embedded text, whose own body is given; a link where it cannot stand there."""
    html = _part(body, one.part).strip()
    if not html:
        return one.link
    if one.form == "words":
        return _as_link(one, html)
    html = _OWN_ANCHOR.sub(rf"\1{_page(one.href)}#", _ID.sub(r"\1", html)).replace("<span></span>", "")
    if one.form == "block":
        html = f"<ul>\n{html}\n</ul>" if html.startswith("<li") else html
        source = f'<p class="embed-source"><a href="{escape(one.href)}">{escape(one.title, quote=False)}</a></p>'
        return f'<blockquote class="embed">\n{html}\n{source}\n</blockquote>\n'
    inner = (_PARAGRAPH.fullmatch(html) or _ITEM.fullmatch(html) or [html, html])[1].strip()
    return one.link if not inner or _BLOCK.search(inner) else f'<span class="embed">{inner}</span>'


def _page(href: str) -> str:
    return escape(href.partition("#")[0]).replace("\\", r"\\")


def _as_link(one: Embedded, html: str) -> str:
    """Return a link whose text is that of a block, without what hangs below it."""
    inner = (_ITEM.fullmatch(html) or [html, html])[1]
    words = _ANY.sub("", inner).split()
    text = " ".join(words[:_MOST_WORDS]) + ("…" if len(words) > _MOST_WORDS else "")
    return f'<a href="{escape(one.href)}">{text}</a>' if text else one.link


def _part(body: str, name: str) -> str:
    """Return the section of the heading with an id, or the element with it; empty where there is none."""
    if not name:
        return body
    written = f' id="{escape(name)}"'
    if written not in body:
        return ""
    elements = list(_elements(body))
    wanted = next((one for one in elements if written in one.attributes), None)
    if wanted is None:
        return ""
    if wanted.tag == "span" and wanted.content == wanted.content_end and wanted.parent:
        wanted = wanted.parent
    if not _HEADING.fullmatch(wanted.tag):
        return body[wanted.start : wanted.end]
    beside = (one for one in elements if one.parent is wanted.parent and one.start > wanted.start)
    last = next((one.start for one in beside if _ends_section(one, wanted)), None)
    if last is None:
        last = wanted.parent.content_end if wanted.parent else len(body)
    return body[wanted.start : last]


def _ends_section(one: _Element, heading: _Element) -> bool:
    is_heading = _HEADING.fullmatch(one.tag) is not None
    return one.tag <= heading.tag if is_heading else one.tag == "section" and "footnotes" in one.attributes


def _elements(body: str) -> Iterator[_Element]:
    """Give all elements of a body in order; their ends are known when all were given."""
    opened: list[_Element] = []
    for match in _TAG.finditer(body):
        tag = match[2].lower()
        if match[1]:
            while opened:
                last = opened.pop()
                last.content_end, last.end = match.start(), match.end()
                if last.tag == tag:
                    break
            continue
        one = _Element(match, opened[-1] if opened else None, len(body))
        if tag not in _VOID and not match[3].endswith("/"):
            opened.append(one)
        yield one
