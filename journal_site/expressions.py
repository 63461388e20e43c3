"""Regular expressions that are compiled when they are first used, as a build uses a third of all that there are.

Compiling them takes longer than all else of a start: those of thirty languages' dates, of logs, dialects and notebooks
stand in modules that are loaded together, and a text shows only then which of them it needs.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_TAKEN = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression as `re.compile` does, but for the class and the time at which it is compiled."""
    return cast("re.Pattern[AnyStr]", Expression(pattern, flags))


class Expression:
    """Stands for a pattern; once it is asked for anything it has all that the compiled one has."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.source: tuple[Any, int] = pattern, flags

    def __getattr__(self, name: str) -> object:
        """Compile it; what it has is found without this from then on."""
        if name not in _TAKEN:
            raise AttributeError(name)
        compiled = re.compile(*self.source)
        self.__dict__.update({taken: getattr(compiled, taken) for taken in _TAKEN})
        return self.__dict__[name]
