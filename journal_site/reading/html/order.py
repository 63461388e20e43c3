"""A body with an author's HTML, put in order: balanced, valid, sanitised, its links and images collected."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

import nh3
from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.reading.contents.addresses import SLOT_URL
from journal_site.reading.contents.levels import shown_levels
from journal_site.reading.contents.raw_html import HTML_TAGS, KEPT, LINE
from journal_site.reading.html.author_tags import AuthorsTags
from journal_site.reading.html.model import conform
from journal_site.reading.html.sentences import quote_references
from journal_site.reading.html.tree import Element, parse

if TYPE_CHECKING:
    from journal_site.reading.contents.collector import Collected

_OURS = frozenset(("input", "label", "section"))
_ATTRIBUTES = frozenset(
    """align allowfullscreen alt checked class colspan controls datetime dir disabled height href id kind label lang
    loop media muted name open playsinline poster preload reversed role rowspan scope span src srclang srcset start
    style tabindex title type value width loading""".split()
) | {LINE, KEPT}
_SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp", "xmpp", "irc", "geo", "data", SLOT_URL.rstrip(":")))
_HEADING = expression(r"h[1-6]")


def order_body(html: str, found: Collected, *, trusted: bool) -> str:
    """Return the body as valid HTML, with what the author's tags refer to collected into `found`."""
    root = parse(_balance(html), LINE)
    AuthorsTags(found, trusted=trusted).visit(root)
    quote_references(root, found)
    conform(root)
    _level_headings(root, found)
    _keep_ids_unique(root, found)
    for links in (found.links, found.notebooks):
        links.sort(key=attrgetter("line"))
    return found.put_back(root.html())


def _level_headings(root: Element, found: Collected) -> None:
    """Give all headings, ours and the author's, the levels of one outline."""
    known = {heading.id: heading for heading in found.headings}
    headings = [element for element in root.elements() if _HEADING.fullmatch(element.tag)]
    ids = [element.attributes.get("id", "") for element in headings]
    levels = [found.written_levels.get(name, int(element.tag[1])) for name, element in zip(ids, headings, strict=True)]
    found.headings.clear()
    for element, name, level in zip(headings, ids, shown_levels(levels), strict=True):
        element.tag = f"h{level}"
        if name in known:
            found.headings.append(replace(known.pop(name), level=level))
    found.anchors.extend(known)


def _keep_ids_unique(root: Element, found: Collected) -> None:
    """Let each id stand once: a heading's before others, then the first; note those that are no heading's."""
    taken = {heading.id for heading in found.headings}
    for element in root.elements():
        name = element.attributes.get("id")
        if name is None or _HEADING.fullmatch(element.tag):
            continue
        if name in taken:
            del element.attributes["id"]
        else:
            taken.add(name)
            if element.line >= 0 and name not in found.anchors:
                found.anchors.append(name)


@lru_cache(maxsize=1)
def _attributes() -> dict[str, set[str]]:
    return {"*": set(_ATTRIBUTES)}


def _balance(html: str) -> str:
    """Parse as browsers do, and write it back well-formed, without scripts, handlers and dangerous addresses."""
    return nh3.clean(
        html,
        tags=set(HTML_TAGS | _OURS),
        clean_content_tags=set(),
        attributes=_attributes(),
        url_schemes=set(_SCHEMES),
        strip_comments=True,
        link_rel=None,
    )
