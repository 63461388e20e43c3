"""Copies of still pictures, by Pillow: smaller, turned as they are shown, without private data.

Each is in its picture's own format but for TIFF, which browsers do not show.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import Any, cast

from PIL import Image, ImageOps

from journal_site.pictures.private import without_private_data

_WIDEST = 1600
"""JPEG files are decoded no larger than this asks for, whichever is made: copies must not hang on their order."""
_OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "progressive": True, "optimize": True},
    "PNG": {},
    "WEBP": {"quality": 82, "method": 4},
}
_CONVERTED = {"TIFF": "PNG"}
_MEASURED = frozenset(("I", "F", "I;16", "I;16B", "I;16L", "I;16N"))
_COLOURS = 256
_BROKEN = (
    OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError, AttributeError, RuntimeError, EOFError,
    MemoryError, struct.error, zlib.error, Image.DecompressionBombError, Warning,
)  # fmt: skip
"""What Pillow is known to raise for damaged files: a picture from anywhere must never end a build."""


class Scaler:
    """Makes copies; the picture that was decoded last is kept, as its copies are made one after the other."""

    def __init__(self) -> None:
        """Begin without a picture."""
        self._digest = ""
        self._picture: Image.Image | None = None

    def scale(self, raw: bytes, digest: str, width: int) -> bytes:
        """Return a copy of this width; the picture itself where none can be made, or none that is smaller."""
        whole = without_private_data(raw)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                if self._picture is None or self._digest != digest:
                    self._picture, self._digest = _decode(raw), digest
                copy = _encode(self._picture, width)
        except _BROKEN:
            self._picture = None
            return whole
        return copy if len(copy) < len(whole) or self._picture.format in _CONVERTED else whole


def _decode(raw: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(raw), formats=(*_OPTIONS, *_CONVERTED))
    form = picture.format
    if form == "JPEG":
        widest = picture.height if picture.getexif().get(0x0112, 1) >= 5 else picture.width  # noqa: PLR2004
        share = min(1.0, _WIDEST / widest)
        picture.draft(None, (max(1, int(picture.width * share)), max(1, int(picture.height * share))))
    profile = picture.info.get("icc_profile")
    turned = ImageOps.exif_transpose(picture)
    turned.load()
    turned.info = {"icc_profile": profile, "transparency": picture.info.get("transparency")}
    turned.format = form
    return turned


def _encode(picture: Image.Image, width: int) -> bytes:
    form = _CONVERTED.get(picture.format or "", picture.format or "PNG")
    height = max(1, round(picture.height * width / picture.width))
    held = _in_bytes(picture)
    has_alpha = picture.mode in {"LA", "RGBA", "PA"} or picture.info.get("transparency") is not None
    plain = held.convert("RGBA" if has_alpha else "L" if held.mode in {"1", "L"} else "RGB")
    small = plain.resize((width, height), Image.Resampling.LANCZOS)
    if form == "PNG" and picture.mode in {"P", "PA", "1"}:
        method = Image.Quantize.FASTOCTREE if has_alpha else Image.Quantize.MEDIANCUT
        small = small.quantize(_COLOURS, method=method, dither=Image.Dither.NONE)
    profile = None if picture.mode == "CMYK" else picture.info.get("icc_profile")  # of inks, which the copy has none of
    written = io.BytesIO()
    small.save(written, form, icc_profile=profile, **_OPTIONS[form])
    return written.getvalue()


def _in_bytes(picture: Image.Image) -> Image.Image:
    """Return a picture with a byte for each value; measured values, which need more, are spread from black to white."""
    if picture.mode not in _MEASURED:
        return picture
    values = picture.convert("F")
    least, most = cast("tuple[float, float]", values.getextrema())
    scale = 255 / (most - least) if most > least else 0.0
    return values.point(lambda value: value * scale - least * scale).convert("L")
