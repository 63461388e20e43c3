"""PNG files: their size, and copies without what does not make up the picture."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from journal_site.pictures.exif import only_orientation, orientation_of
from journal_site.pictures.kinds import Measure, NoPictureError, as_shown

START = b"\x89PNG\r\n\x1a\n"
_HEAD, _END, _EXIF, _MOVING = b"IHDR", b"IEND", b"eXIf", b"acTL"
_PRIVATE = frozenset((b"tEXt", b"zTXt", b"iTXt", b"tIME"))
_DEPTH_AT = 24
_DEPTH = 8
"""Bits of a channel that smaller copies keep."""


class PngChunk(NamedTuple):
    """A part of the file."""

    name: bytes
    start: int
    body: int
    end: int
    """Behind its checksum."""


def chunks(raw: bytes) -> Iterator[PngChunk]:
    """Yield the file's parts up to its end; what is cut short ends without one."""
    at = len(START)
    while at + 12 <= len(raw):
        end = at + 12 + int.from_bytes(raw[at : at + 4], "big")
        if end > len(raw):
            return
        chunk = PngChunk(raw[at + 4 : at + 8], at, at + 8, end)
        yield chunk
        if chunk.name == _END:
            return
        at = end


def measure_png(raw: bytes) -> Measure:
    """Return what the file says of itself. Raises NoPictureError where it holds no picture."""
    if raw[12:16] != _HEAD or len(raw) <= _DEPTH_AT:
        raise NoPictureError("it begins like a PNG file, and holds no picture")
    width, height, depth = int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big"), raw[_DEPTH_AT]
    orientation, problem, moving = 1, "it is cut short", False
    for chunk in chunks(raw):
        data = memoryview(raw)[chunk.body : chunk.end - 4]
        if chunk.name == _EXIF:
            orientation = orientation_of(bytes(data))
        moving = moving or chunk.name == _MOVING
        is_needed = chunk.name[:1].isupper()
        if is_needed and zlib.crc32(data, zlib.crc32(chunk.name)) != int.from_bytes(raw[chunk.end - 4 : chunk.end]):
            problem = "it is damaged: a checksum is wrong"
            break
        if chunk.name == _END:
            problem = ""
    if not width or not height:
        raise NoPictureError("it begins like a PNG file, and holds no picture")
    still = not problem and not moving and depth <= _DEPTH
    return Measure(*as_shown(width, height, orientation), "png" if still else "", problem)


def strip_png(raw: bytes) -> bytes:
    """Return the file with its picture, turn and colours only; what follows the picture's end goes too."""
    parts = [START]
    at = len(START)
    for chunk in chunks(raw):
        at = chunk.end
        if chunk.name == _EXIF:
            exif = only_orientation(raw[chunk.body : chunk.end - 4])
            parts.append(_chunk(_EXIF, exif) if exif else b"")
        elif chunk.name not in _PRIVATE:
            parts.append(raw[chunk.start : chunk.end])
        if chunk.name == _END:
            break
    else:
        parts.append(raw[at:])
    return b"".join(parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
