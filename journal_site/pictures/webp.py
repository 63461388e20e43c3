"""WebP files: their size, and copies without what does not make up the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journal_site.pictures.exif import only_orientation, orientation_of
from journal_site.pictures.kinds import Measure, NoPictureError, as_shown

_HEAD = 12
_EXTENDED, _LOSSY, _LOSSLESS, _EXIF, _XMP = b"VP8X", b"VP8 ", b"VP8L", b"EXIF", b"XMP "
_HAS_XMP, _HAS_EXIF, _MOVES = 0x04, 0x08, 0x02
_EXIF_PREFIX = b"Exif\0\0"
"""Some programs write it here too, where the format has none."""


class WebpChunk(NamedTuple):
    """A part of the file, with the byte that fills it up to an even size."""

    name: bytes
    start: int
    body: int
    end: int
    next: int


def is_webp(raw: bytes) -> bool:
    """Tell whether a file begins like one."""
    return raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"


def chunks(raw: bytes) -> Iterator[WebpChunk]:
    """Yield the file's parts; one that is cut short is not among them."""
    at = _HEAD
    while at + 8 <= len(raw):
        end = at + 8 + int.from_bytes(raw[at + 4 : at + 8], "little")
        if end > len(raw):
            return
        following = min(end + end % 2, len(raw))
        yield WebpChunk(raw[at : at + 4], at, at + 8, end, following)
        at = following


def measure_webp(raw: bytes) -> Measure:
    """Return what the file says of itself. Raises NoPictureError where it holds no picture."""
    width = height = 0
    orientation, moving = 1, False
    for chunk in chunks(raw):
        data = raw[chunk.body : min(chunk.end, chunk.body + 10)]
        if chunk.name == _EXTENDED and len(data) == 10:  # noqa: PLR2004 - flags, and two sizes of 24 bits
            moving = bool(data[0] & _MOVES)
            width, height = int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
        elif chunk.name in {_LOSSY, _LOSSLESS} and not width:
            width, height = _size_of_frame(chunk.name, data)
        elif chunk.name == _EXIF:
            orientation = orientation_of(raw[chunk.body : chunk.end].removeprefix(_EXIF_PREFIX))
    if not width or not height:
        raise NoPictureError("it begins like a WebP file, and holds no picture")
    problem = "" if int.from_bytes(raw[4:8], "little") + 8 <= len(raw) else "it is cut short"
    return Measure(*as_shown(width, height, orientation), "" if moving or problem else "webp", problem)


def _size_of_frame(name: bytes, data: bytes) -> tuple[int, int]:
    if name == _LOSSLESS:
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[6:8], "little") & 0x3FFF, int.from_bytes(data[8:10], "little") & 0x3FFF


def strip_webp(raw: bytes) -> bytes:
    """Return the file with its picture, turn and colours only."""
    parts: list[bytes] = []
    at = _HEAD
    exif = b""
    for chunk in chunks(raw):
        at = chunk.next
        if chunk.name == _EXIF:
            exif = only_orientation(raw[chunk.body : chunk.end].removeprefix(_EXIF_PREFIX))
        elif chunk.name != _XMP:
            parts.append(raw[chunk.start : chunk.next])
    parts.append(_EXIF + len(exif).to_bytes(4, "little") + exif if exif else b"")
    parts.append(raw[at:] if at < int.from_bytes(raw[4:8], "little") + 8 else b"")
    body = bytearray(b"".join(parts))
    if body[:4] == _EXTENDED:
        body[8] = body[8] & ~(_HAS_XMP | _HAS_EXIF) | (_HAS_EXIF if exif else 0)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + bytes(body)
