"""Dialects that no tool's file shows, but how the texts of a source's folder are named and lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal_site.reading.dialects.topics import find_tree, trunk
from journal_site.reading.dialects.zettelkasten import find_slips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHAPES: Final[tuple[tuple[str, Callable[[Sequence[str], str], str | None]], ...]] = (
    ("zettelkasten", find_slips),
    ("topics", find_tree),
)


def find_shape(paths: Sequence[str], folder: str) -> tuple[str, str] | None:
    """Return the key of the dialect that all texts of a source's `folder` show together, and the folder below which."""
    found = ((key, find(paths, folder)) for key, find in _SHAPES)
    return next(((key, place) for key, place in found if place is not None), None)


def shape_by_hand(keys: Sequence[str], paths: Sequence[str], folder: str) -> tuple[str, str] | None:
    """Return the same of what site.yaml says, where it says it."""
    return ("topics", trunk(paths, folder)) if "topics" in keys else None
