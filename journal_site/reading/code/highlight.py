"""Fenced code: its language, its title, and its HTML, which is made once for code that stands in many places."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression

if TYPE_CHECKING:
    from journal_site.model.entry import FragmentCache

_LANGUAGE = expression(r"\s*\{?[\s.]*([\w#+.-]+)")
_TITLE = expression(r"""\b(?:title|filename|file)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}]+))""")
_VERSION = 2
"""Raised whenever the same code would be written in another way: older fragments are then not found."""
_LONGEST = 200_000
"""Longer code is shown plain: lexing it would take seconds."""
PLAIN_HINT = "check the language behind the fence; what is no code of it is best left without one"
_PLAIN = "<"
"""Kept in place of a fragment, which it can never be: this code is not highlighted."""


class HighlightedCode(NamedTuple):
    """Code as HTML for inside `<code>`."""

    html: str
    problem: str = ""
    """Why it is plain, although its language is known."""


def language_of(info: str) -> str:
    """Return the language that a fence's info string names, in lower case; of `{.python}`, `cpp=1`, `js{1,3}` too."""
    match = _LANGUAGE.match(info)
    return match[1].lower().rstrip(".-") if match else ""


def title_of(info: str) -> str:
    """Return the title that a fence's info string gives (`title="x.py"`), or nothing."""
    match = _TITLE.search(info) if "=" in info else None
    return next(filter(None, match.groups()), "") if match else ""


def highlight(code: str, language: str, cache: FragmentCache) -> HighlightedCode:
    """Return code highlighted; a language that Pygments does not know leaves it plain."""
    if not language:
        return HighlightedCode(escape(code, quote=False))
    if len(code) > _LONGEST:
        return _left_plain(code, f"it is longer than {_LONGEST:,} signs")
    key = f"code:{_VERSION}:{language}:{blake2b(code.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"
    fragment = cache.get(key)
    if fragment is None:
        from journal_site.reading.code.html import lexer_of  # noqa: PLC0415 - code seen before needs it not
        from journal_site.reading.code.time_limit import write_in_time  # noqa: PLC0415

        if lexer_of(language) is None:
            return HighlightedCode(escape(code, quote=False))
        written = write_in_time(language, code)
        fragment = written if written is not None else _PLAIN
        cache.put(key, fragment)
    return HighlightedCode(fragment) if fragment != _PLAIN else _left_plain(code, f"it cannot be read as '{language}'")


def _left_plain(code: str, why: str) -> HighlightedCode:
    return HighlightedCode(escape(code, quote=False), f"this code is shown plain: {why}")
