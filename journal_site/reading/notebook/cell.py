"""One cell of a notebook."""

from __future__ import annotations

from typing import Any

from journal_site.model.base import Value


class Cell(Value, frozen=True, kw_only=True):
    """One cell, as far as it could be understood."""

    kind: str
    """`markdown`, `code` or `raw`."""
    source: str
    count: int | None = None
    """The number in `In [3]`."""
    outputs: tuple[Any, ...] = ()
    attachments: dict[str, dict[str, Any]]
    """Media bundles by the name that the text refers to."""
    mime: str = ""
    """Of a raw cell, where it says so."""
    tags: tuple[str, ...] = ()
    """Tags, and what else of its metadata says that it stays at home."""
