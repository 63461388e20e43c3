"""Links without Markdown's signs: bare addresses as GitHub finds them, and `(text)[address]`, the wrong way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import normalizeReference

from journal_site.expressions import expression

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

URL_WORDS = (r"(?<![A-Za-z0-9])[hH][tT][tT][pP][sS]?://", r"(?<![\w/.@-])www\.")
SWAPPED_WORD = r"\((?=[^()\[\]\n]+\)\[)"

_STOPS = r"\s<>`\"\u2018-\u201f\u3000-\u303f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
_ENDS = r"(?:[!?.,:*_~'\";}]|\](?!\()|\)(?![^\x00-\x7f])|&[A-Za-z0-9]{1,40};)*+"
"""What may end a sentence rather than an address."""
_HOST = expression(
    r"(?:https?://)?(?:[\w%~-]+@)?[\w-]++(?:\.[\w-]+)*+(?::\d+)?+"
    rf"(?:(?=[/?#])|{_ENDS}(?=[{_STOPS}]|\]\(|\)[^\x00-\x7f]|\Z))",
    re.IGNORECASE,
)
"""Where an address begins: what follows its host is looked at no further than it takes to know that it is one."""
_URL = expression(
    # A bracket that closes one before the address, and goes on in a script without spaces, is none of it.
    rf"(?:https?://|www\.)(?:[^{_STOPS}()]++(?=\)[^\x00-\x7f])|(?:[^{_STOPS}\]]++|\](?!\())+)",
    re.IGNORECASE,
)
_ENTITY = expression(r"&[A-Za-z0-9]+;$")
_LONGEST_ENTITY = 40
_LOCAL = expression(r"[A-Za-z0-9._+-]+$")
_MAIL_HOST = expression(r"@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z]+(?![\w-])")
_SWAPPED = expression(r"\(([^()\[\]\n]+)\)\[([^\s\[\]]+)\](?![(:\[])")
_LOCATION = expression(
    r"(?:https?://|mailto:|www\.|\.{0,2}/|#)\S|\S+/\S|\S+\.(?:md|ipynb|pdf|png|jpe?g|gif|svg|py|html?)$", re.IGNORECASE
)
_LONGEST_LOCAL = 64


def bare_url(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a bare web address, up to where GitHub lets it end."""
    if silent or state.linkLevel > 0:
        return False
    if not _HOST.match(state.src, state.pos, state.posMax):
        return False
    match = _URL.match(state.src, state.pos, state.posMax)
    url = _trim(match[0]) if match is not None else ""
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
    end = len(url)
    unopened = {last: url.count(last) - url.count(first) for first, last in ("()", "[]", "{}")}
    while end:
        last = url[end - 1]
        if last == ";" and (entity := _ENTITY.search(url, max(0, end - _LONGEST_ENTITY), end)):
            end = entity.start()
        elif last in "?!.,:*_~'\";":
            end -= 1
        elif unopened.get(last, 0) > 0:
            unopened[last] -= 1
            end -= 1
        else:
            break
    return url[:end]


def _push(state: StateInline, href: str, text: str, end: int) -> bool:
    if not state.md.validateLink(href):
        return False
    state.push("link_open", "a", 1).attrs = {"href": href}
    state.push("text", "", 0).content = text
    state.push("link_close", "a", -1)
    state.pos = end
    return True
