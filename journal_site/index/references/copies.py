"""Which smaller copies a picture gets: those that a phone or a narrow column would load in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.model.index import Target
    from journal_site.model.source import Asset

_WIDTHS = (480, 960, 1600)
_WIDE = 1600
"""Pixels that no column of text shows more of, on any usual screen."""
_HEAVY = 250_000
"""Bytes from which on a narrower picture too is worth a smaller copy."""
_MOST_PIXELS = 80_000_000
"""More are not decoded: Pillow too calls them a decompression bomb."""


def scaled_widths(asset: Asset) -> tuple[int, ...]:
    """Return the widths of a picture's smaller copies, the smallest first; none where it is small as it is."""
    if not asset.format or (asset.width <= _WIDE and asset.size <= _HEAVY):
        return ()
    if asset.width * asset.height > _MOST_PIXELS:
        return ()
    return tuple(width for width in _WIDTHS if width < asset.width)


def scaled_files(targets: Iterable[Target]) -> set[tuple[str, str, int]]:
    """Return (URL, path of the picture, width) of each smaller copy."""
    return {
        (target.copy_url(width), target.asset or f"static/{target.url}", width)
        for target in targets
        for width in target.widths
    }
