"""Which copies a picture gets: those that a phone or a narrow column would load in its place, or that browsers show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journal_site.pictures.kinds import MOST_PIXELS

if TYPE_CHECKING:
    from journal_site.model.index import Target
    from journal_site.model.source import Asset

_WIDTHS = (480, 960, 1600)
_WIDE = 1600
"""Pixels that no column of text shows more of, on any usual screen."""
_HEAVY = 250_000
"""Bytes from which on a narrower picture too is worth a smaller copy."""
_SHOWN_AS = {"tiff": ".png"}
"""Formats that browsers do not show, with the ending of the copies that stand in for them."""


def scaled_widths(asset: Asset) -> tuple[int, ...]:
    """Return the widths of a picture's copies, the smallest first; none where it is shown and small as it is."""
    if not asset.format or asset.width * asset.height > MOST_PIXELS:
        return ()
    smaller = tuple([width for width in _WIDTHS if width < asset.width])
    if shown_as(asset):
        return smaller if asset.width > _WIDE else (*smaller, asset.width)
    return smaller if asset.width > _WIDE or asset.size > _HEAVY else ()


def shown_as(asset: Asset) -> str:
    """Return what the names of a picture's copies end with besides, where they alone are shown; else nothing."""
    return _SHOWN_AS.get(asset.format, "")


def scaled_files(targets: Iterable[Target]) -> set[tuple[str, str, int]]:
    """Return (URL, path of the picture, width) of each copy."""
    return {
        (target.copy_url(width), target.asset or f"static/{target.url}", width)
        for target in targets
        for width in target.widths
    }
