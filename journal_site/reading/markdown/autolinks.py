"""Links without Markdown's signs: bare addresses as GitHub finds them, and `(text)[address]`, the wrong way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import normalizeReference

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

URL_WORDS = (r"(?<![A-Za-z0-9])[hH][tT][tT][pP][sS]?://", r"(?<![\w/.@-])www\.")
SWAPPED_WORD = r"\((?=[^()\[\]\n]+\)\[)"

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>`\"\u2018-\u201f\u3000-\u303f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]+", re.IGNORECASE
)
_HOST = re.compile(r"(?:https?://)?(?:[\w%~-]+@)?[\w-]+(?:\.[\w-]+)*(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
_CLOSED_BEFORE_WORDS = re.compile(r"([^()]+)\)[^\x00-\x7f]")
"""A bracket that closes one before the address, and goes on in a script without spaces."""
_ENTITY = re.compile(r"&[A-Za-z0-9]+;$")
_LOCAL = re.compile(r"[A-Za-z0-9._+-]+$")
_MAIL_HOST = re.compile(r"@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z]+(?![\w-])")
_SWAPPED = re.compile(r"\(([^()\[\]\n]+)\)\[([^\s\[\]]+)\](?![(:\[])")
_LOCATION = re.compile(
    r"(?:https?://|mailto:|www\.|\.{0,2}/|#)\S|\S+/\S|\S+\.(?:md|ipynb|pdf|png|jpe?g|gif|svg|py|html?)$", re.IGNORECASE
)
_LONGEST_LOCAL = 64


def bare_url(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a bare web address, up to where GitHub lets it end."""
    if silent or state.linkLevel > 0:
        return False
    match = _URL.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    url = _trim(match[0])
    if not _HOST.match(url) or (url[0] in "wW" and "." not in url[4:]):
        return False
    target = state.md.normalizeLink(url if url[0] in "hH" else f"http://{url}")
    return _push(state, target, url, state.pos + len(url))


def bare_mail(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a bare mail address at its `@`; the part before it has been taken for text."""
    if silent or state.linkLevel > 0:
        return False
    before = state.src[max(0, state.pos - _LONGEST_LOCAL) : state.pos]
    local, host = _LOCAL.search(before), _MAIL_HOST.match(state.src, state.pos, state.posMax)
    if local is None or host is None or not state.pending.endswith(local[0]):
        return False
    state.pending = state.pending[: -len(local[0])]
    address = local[0] + host[0]
    return _push(state, f"mailto:{address}", address, host.end())


def swapped_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `(text)[address]`, which many write for `[text](address)`."""
    match = _SWAPPED.match(state.src, state.pos, state.posMax)
    if match is None or state.linkLevel > 0 or not _LOCATION.match(match[2]):
        return False
    if normalizeReference(match[2]) in state.env.get("references", {}):
        return False
    href = state.md.normalizeLink(match[2] if match[2][:4] != "www." else f"http://{match[2]}")
    if not state.md.validateLink(href):
        return False
    if silent:
        state.pos = match.end()
        return True
    return _push(state, href, match[1], match.end())


def _trim(url: str) -> str:
    """Cut off what ends a sentence rather than an address."""
    if "](" in url:
        url = url[: url.index("](")]
    if not url.isascii() and (foreign := _CLOSED_BEFORE_WORDS.match(url)):
        url = foreign[1]
    while url:
        last = url[-1]
        if last in "?!.,:*_~'\"":
            url = url[:-1]
        elif last == ";":
            entity = _ENTITY.search(url)
            url = url[: entity.start()] if entity else url[:-1]
        elif last in ")]}" and url.count(last) > url.count({")": "(", "]": "[", "}": "{"}[last]):
            url = url[:-1]
        else:
            break
    return url


def _push(state: StateInline, href: str, text: str, end: int) -> bool:
    if not state.md.validateLink(href):
        return False
    state.push("link_open", "a", 1).attrs = {"href": href}
    state.push("text", "", 0).content = text
    state.push("link_close", "a", -1)
    state.pos = end
    return True
