"""TeX to MathML by Temml."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from journal_site.expressions import expression
from journal_site.reading.code.script import Script, ScriptError, TooComplexError

if TYPE_CHECKING:
    from journal_site.model.entry import FragmentCache

_VERSION = 2
"""Raised whenever the same formula would be written in another way: older fragments are then not found."""
_OTHER_NAMES = {
    "lang": "langle", "rang": "rangle", "sub": "subset", "sube": "subseteq", "supe": "supseteq", "empty": "emptyset",
    "exist": "exists", "isin": "in", "infin": "infty", "larr": "leftarrow", "rarr": "rightarrow",
    "harr": "leftrightarrow", "lArr": "Leftarrow", "rArr": "Rightarrow", "hArr": "Leftrightarrow", "plusmn": "pm",
    "sdot": "cdot", "real": "Re", "image": "Im", "part": "partial", "bull": "bullet", "alef": "aleph",
}  # fmt: skip
"""Names that KaTeX and MediaWiki have besides LaTeX's."""
_TEMML = Script(
    "temml.min.js",
    "(tex, display) => temml.renderToString(tex, "
    "{displayMode: display, throwOnError: true, maxExpand: 1000, maxSize: [25, 50], macros: {"
    + ", ".join(rf'"\\{name}": "\\{latex}"' for name, latex in _OTHER_NAMES.items())
    + "}})",
)
_NOT_VALID = expression(
    r"""</?a\b[^>]*>| id="[^"]*"|(?<=<mrow)(?: (?:scriptlevel|displaystyle)="[^"]*")+| style="true\""""
)
_BLOCK_STYLE = ' class="tml-display" style="display:block math;"'


class MathError(Exception):
    """A formula that Temml cannot read."""


def formula_to_mathml(tex: str, cache: FragmentCache, *, display: bool) -> str:
    """Return a formula as MathML. Raise `MathError` with Temml's own words, or `EngineMissingError`."""
    key = f"math:{_VERSION}:{int(display)}:{blake2b(tex.encode(), digest_size=16).hexdigest()}"
    fragment = cache.get(key)
    if fragment is None:
        fragment = _render(tex, display=display)
        cache.put(key, fragment)
    return fragment


def _render(tex: str, *, display: bool) -> str:
    try:
        text = _TEMML.call(tex, display)
    except TooComplexError as error:
        raise MathError("the formula is too complex") from error
    except ScriptError as error:
        raise MathError(_plain(str(error))) from error
    return _NOT_VALID.sub("", text.replace(_BLOCK_STYLE, ""))


def _plain(message: str) -> str:
    """Return Temml's message on one line, without the underlining of the place."""
    words = message.replace("\u0332", "").split()
    return " ".join(words).removeprefix("ParseError: ") or "the formula cannot be read"
