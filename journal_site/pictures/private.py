"""Copies without private data: where a picture was taken, by whom, with what. The picture is not encoded anew."""

from __future__ import annotations

from journal_site.pictures import jpeg, png, tiff
from journal_site.pictures.jpeg import strip_jpeg
from journal_site.pictures.png import strip_png
from journal_site.pictures.tiff import strip_tiff
from journal_site.pictures.webp import is_webp, strip_webp


def without_private_data(raw: bytes) -> bytes:
    """Return a JPEG, PNG, WebP or TIFF with its picture, turn and colour profile only; anything else as it is."""
    if raw.startswith(jpeg.START):
        return strip_jpeg(raw)
    if raw.startswith(png.START):
        return strip_png(raw)
    if is_webp(raw):
        return strip_webp(raw)
    if raw.startswith(tiff.STARTS):
        return strip_tiff(raw)
    return raw
