"""TeX to MathML by Temml, in a JavaScript engine that a process loads once and only for a text with a formula."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal_site.model.entry import FragmentCache

_VERSION = 1
"""Raised whenever the same formula would be written in another way: older fragments are then not found."""
_SECONDS, _BYTES = 2, 64 << 20
_CALL = """(tex, display) => {
  try {
    const options = {displayMode: display, throwOnError: true, maxExpand: 1000, maxSize: [25, 50]};
    return JSON.stringify([true, temml.renderToString(tex, options)]);
  } catch (error) { return JSON.stringify([false, String(error.message || error)]); }
}"""
_NOT_VALID = re.compile(
    r"""</?a\b[^>]*>| id="[^"]*"|(?<=<mrow)(?: (?:scriptlevel|displaystyle)="[^"]*")+| style="true\""""
)
_BLOCK_STYLE = ' class="tml-display" style="display:block math;"'


class MathError(Exception):
    """A formula that Temml cannot read."""


class EngineMissingError(Exception):
    """Temml is not there: the checkout was installed without npm."""


def formula_to_mathml(tex: str, cache: FragmentCache, *, display: bool) -> str:
    """Return a formula as MathML. Raise `MathError` with Temml's own words, or `EngineMissingError`."""
    key = f"math:{_VERSION}:{int(display)}:{blake2b(tex.encode(), digest_size=16).hexdigest()}"
    fragment = cache.get(key)
    if fragment is None:
        fragment = _render(tex, display=display)
        cache.put(key, fragment)
    return fragment


def _render(tex: str, *, display: bool) -> str:
    import json  # noqa: PLC0415 - most texts hold no formula

    call = _engine()
    try:
        good, text = json.loads(call(tex, display))
    except _engine_errors() as error:
        raise MathError("the formula is too complex") from error
    if not good:
        raise MathError(_plain(text))
    return _NOT_VALID.sub("", text.replace(_BLOCK_STYLE, ""))


def _plain(message: str) -> str:
    """Return Temml's message on one line, without the underlining of the place."""
    words = message.replace("\u0332", "").split()
    return " ".join(words).removeprefix("ParseError: ") or "the formula cannot be read"


def _engine_errors() -> tuple[type[Exception], ...]:
    import quickjs  # type: ignore[import-untyped]  # noqa: PLC0415 - most texts hold no formula

    return quickjs.JSException, quickjs.StackOverflow, ValueError, TypeError


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - a JavaScript function
    from importlib.resources import files  # noqa: PLC0415 - most texts hold no formula

    source = files("journal_site").joinpath("_vendor/temml.min.js")
    if not source.is_file():
        raise EngineMissingError
    import quickjs  # noqa: PLC0415 - most texts hold no formula

    context = quickjs.Context()
    context.set_memory_limit(_BYTES)
    context.set_time_limit(_SECONDS)
    context.eval(source.read_text(encoding="utf-8"))
    return context.eval(_CALL)
