"""Fenced code: its language, its title, and its HTML, which is made once for code that stands in many places."""

from __future__ import annotations

import re
from hashlib import blake2b
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.model import FragmentCache

_LANGUAGE = re.compile(r"\s*\{?[\s.]*([\w#+.-]+)")
_TITLE = re.compile(r"""\b(?:title|filename|file)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}]+))""")
_VERSION = 1
"""Raised whenever the same code would be written in another way: older fragments are then not found."""
_LONGEST = 200_000
"""Longer code is shown plain: lexing it would take seconds."""


def language_of(info: str) -> str:
    """Return the language that a fence's info string names, in lower case; of `{.python}`, `cpp=1`, `js{1,3}` too."""
    match = _LANGUAGE.match(info)
    return match[1].lower().rstrip(".-") if match else ""


def title_of(info: str) -> str:
    """Return the title that a fence's info string gives (`title="x.py"`), or nothing."""
    match = _TITLE.search(info) if "=" in info else None
    return next(filter(None, match.groups()), "") if match else ""


def highlight(code: str, language: str, cache: FragmentCache) -> str:
    """Return code as HTML for inside `<code>`; a language that Pygments does not know leaves it plain."""
    if not language or len(code) > _LONGEST:
        return escape(code, quote=False)
    key = f"code:{_VERSION}:{language}:{blake2b(code.encode(), digest_size=16).hexdigest()}"
    fragment = cache.get(key)
    if fragment is None:
        from journal_site.reading.code_html import lexer_of, write_code  # noqa: PLC0415 - code seen before needs it not

        lexer = lexer_of(language)
        if lexer is None:
            return escape(code, quote=False)
        fragment = write_code(lexer, code)
        cache.put(key, fragment)
    return fragment
