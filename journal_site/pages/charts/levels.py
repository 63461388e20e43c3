"""How much was written, as four levels that charts of days share: a quarter of the days each."""

from __future__ import annotations

from collections.abc import Iterable

_TITLE = 48


class Levels:
    """The three quartiles that part four levels."""

    def __init__(self, amounts: Iterable[int]) -> None:
        """Part the amounts of all days on which something was written."""
        ordered = sorted(amounts) or [0]
        self._steps = [ordered[len(ordered) * quarter // 4] for quarter in (1, 2, 3)]

    def level(self, amount: int) -> int:
        """Return 1 to 4, the more the higher."""
        return 1 + sum(amount > step for step in self._steps)


def shorten(title: str) -> str:
    """Return a title as a day's hint says it: there may be hundreds on a page."""
    return title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
