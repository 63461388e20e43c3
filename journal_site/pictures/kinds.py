"""What is known of a picture from its bytes, and the error that says why they are none."""

from __future__ import annotations

from typing import Literal, NamedTuple

Format = Literal["", "jpeg", "png", "webp", "tiff"]
"""Of a still picture that copies can be made of: smaller ones, and of TIFF those that browsers show."""

HEIC = "it is HEIC"
"""The problem of a picture that is whole, and that most browsers cannot show."""
MOST_PIXELS = 80_000_000
"""Pictures of more are not decoded: Pillow too calls them a decompression bomb."""
_ON_ITS_SIDE = 5
"""Exif's orientations from this one on exchange width and height."""


class Measure(NamedTuple):
    """What a picture's bytes say of it."""

    width: int = 0
    """Pixels as it is shown; 0 where it cannot be told."""
    height: int = 0
    format: Format = ""
    problem: str = ""
    """Why it cannot be shown, or not whole: `it is empty`."""


class NoPictureError(ValueError):
    """The bytes are not what they begin like; the text says why."""


def as_shown(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Return a picture's size once it is turned as Exif says."""
    return (height, width) if orientation >= _ON_ITS_SIDE else (width, height)
