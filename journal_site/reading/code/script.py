"""Functions of JavaScript from npm's files, in engines that a process loads once, and only for a text in need."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_CALL = """(given) => {{
  try {{ return JSON.stringify([true, ({0})(...JSON.parse(given))]); }}
  catch (error) {{ return JSON.stringify([false, String(error.message || error)]); }}
}}"""
_BYTES = 64 << 20


class ScriptError(Exception):
    """What the script was given is wrong, in its own words."""


class TooComplexError(Exception):
    """What the script was given takes more time or memory than anything honest does."""


class EngineMissingError(Exception):
    """The script is not there: the checkout was installed without npm."""


class Script(NamedTuple):
    """A function of one of npm's files."""

    file: str
    """Below the package's `_vendor`."""
    function: str
    """JavaScript that gives the function, which returns text."""
    before: str = ""
    """JavaScript that runs before the file: what of a browser it looks for."""
    seconds: int = 2

    def call(self, *given: str | bool) -> str:
        """Return what the function makes of its arguments. Raises all the errors above."""
        function, errors = _load(self)
        try:
            good, text = json.loads(function(json.dumps(given)))
        except errors as error:
            _load.cache_clear()  # what was cut short may have left its engine in any state
            raise TooComplexError from error
        if not good:
            raise ScriptError(text)
        return str(text)


@lru_cache(maxsize=4)
def _load(script: Script) -> tuple[Callable[[str], str], tuple[type[Exception], ...]]:
    """Return the function, and the errors by which the engine says that it was cut short."""
    from importlib.resources import files  # noqa: PLC0415 - most texts need no script

    source = files("journal_site").joinpath(f"_vendor/{script.file}")
    if not source.is_file():
        raise EngineMissingError
    import quickjs  # type: ignore[import-untyped]  # noqa: PLC0415 - most texts need no script

    context: Any = quickjs.Context()
    context.set_memory_limit(_BYTES)
    context.eval(script.before)
    context.eval(source.read_text(encoding="utf-8"))
    context.set_time_limit(script.seconds)
    return context.eval(_CALL.format(script.function)), (
        quickjs.JSException,
        quickjs.StackOverflow,
        ValueError,
        TypeError,
    )
