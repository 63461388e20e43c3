"""The levels of headings on a page."""

from __future__ import annotations

LAST_LEVEL = 6


def shown_levels(written: list[int]) -> list[int]:
    """Return the level of each heading on its page: the outermost is 2, and none is skipped on the way down."""
    above: list[int] = []
    shown = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        shown.append(min(1 + len(above), LAST_LEVEL))
    return shown
