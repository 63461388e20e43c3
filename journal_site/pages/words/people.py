"""Who made a paper, book or the like, as lists say it."""

from __future__ import annotations

from collections.abc import Sequence

_MANY = 3
"""More authors than this are told by the first of them."""
_LEFT_OUT = "…"
"""Stands for authors that are not named."""


def people(authors: Sequence[str], year: str = "", *, all_of_them: bool = False) -> str:
    """Return who made something, and when: `Vaswani et al. 2017`."""
    named = [name for name in authors if name != _LEFT_OUT]
    some = len(named) < len(authors) or (len(named) > _MANY and not all_of_them)
    shown = named if all_of_them or len(named) <= _MANY else named[:1]
    told = f"{', '.join(shown)} et al." if some and shown else ", ".join(shown)
    return " ".join(filter(None, (told, year)))
