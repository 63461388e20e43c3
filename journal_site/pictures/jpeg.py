"""JPEG files: their size, and copies without what does not make up the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.pictures.exif import only_orientation, orientation_of
from journal_site.pictures.kinds import Measure, NoPictureError, as_shown

START = b"\xff\xd8"
_EXIF = b"Exif\0\0"
_PROFILE = b"ICC_PROFILE\0"
_APP0, _APP1, _APP2, _ADOBE, _LAST_APP, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_COLOURS = (1, 3)
"""Components of grey and of YCbCr: four are for print, and browsers and libraries differ over them."""
_AFTER_SCAN = expression(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)


class Segment(NamedTuple):
    """A part of the file, with its marker; a scan holds the picture's data too."""

    marker: int
    start: int
    body: int
    end: int


def segments(raw: bytes) -> Iterator[Segment]:
    """Yield the file's parts up to its end; what is cut short ends without one."""
    at = len(START)
    while at + 1 < len(raw):
        if raw[at] != 0xFF:  # noqa: PLR2004 - begins every marker
            return
        marker = raw[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - a filling byte
            at += 1
            continue
        if marker == _END or marker in _ALONE:
            yield Segment(marker, at, at + 2, at + 2)
            if marker == _END:
                return
            at += 2
            continue
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(raw):
            return
        if marker == _SCAN:
            following = _AFTER_SCAN.search(raw, end)
            end = following.start() if following else len(raw)
        yield Segment(marker, at, at + 4, end)
        at = end


def measure_jpeg(raw: bytes) -> Measure:
    """Return what the file says of itself. Raises NoPictureError where it holds no picture."""
    width = height = components = 0
    orientation, whole = 1, False
    for segment in segments(raw):
        if segment.marker in _FRAMES and not width and segment.end - segment.body > 5:  # noqa: PLR2004
            height = int.from_bytes(raw[segment.body + 1 : segment.body + 3], "big")
            width = int.from_bytes(raw[segment.body + 3 : segment.body + 5], "big")
            components = raw[segment.body + 5]
        elif segment.marker == _APP1 and raw.startswith(_EXIF, segment.body):
            orientation = orientation_of(raw[segment.body + len(_EXIF) : segment.end])
        whole = segment.marker == _END
    if not width or not height:
        raise NoPictureError("it begins like a JPEG file, and holds no picture")
    problem = "" if whole else "it is cut short"
    return Measure(*as_shown(width, height, orientation), "jpeg" if whole and components in _COLOURS else "", problem)


def strip_jpeg(raw: bytes) -> bytes:
    """Return the file with its picture, turn and colours only; what follows the picture's end goes too."""
    parts = [START]
    at = len(START)
    for segment in segments(raw):
        parts.append(raw[at : segment.start])
        parts.append(_kept(raw, segment))
        at = segment.end
        if segment.marker == _END:
            break
    else:
        parts.append(raw[at:])
    return b"".join(parts)


def _kept(raw: bytes, segment: Segment) -> bytes:
    if segment.marker == _COMMENT:
        return b""
    if not _APP0 <= segment.marker <= _LAST_APP or segment.marker in {_APP0, _ADOBE}:
        return raw[segment.start : segment.end]
    if segment.marker == _APP2 and raw.startswith(_PROFILE, segment.body):
        return raw[segment.start : segment.end]
    if segment.marker == _APP1 and raw.startswith(_EXIF, segment.body):
        exif = only_orientation(raw[segment.body + len(_EXIF) : segment.end])
        if exif:
            return b"\xff\xe1" + (2 + len(_EXIF) + len(exif)).to_bytes(2, "big") + _EXIF + exif
    return b""
