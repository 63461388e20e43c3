"""TIFF files: their size, and copies without location, camera and names. Scientific fields stay: they are content.

Browsers but Safari show none, so pages show a copy in another format: what no copy can be made of is told here.
"""

from __future__ import annotations

from collections.abc import Iterator

from journal_site.pictures.exif import TiffDirectory
from journal_site.pictures.kinds import MOST_PIXELS, Measure, NoPictureError, as_shown

STARTS = (b"II*\0", b"MM\0*")
_WIDTH, _HEIGHT, _ORIENTATION = 256, 257, 274
_COMPRESSION, _STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES = 259, 273, 279, 324, 325
_DECODED = frozenset((0, 1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946))
"""Compressions that Pillow undoes wherever it is installed; 0 is a file that names none, and has none."""
_EXIF, _LOCATION = 34665, 34853
_MAKER, _MODEL, _ARTIST, _HOST, _XMP, _IPTC, _PHOTOSHOP = 271, 272, 315, 316, 700, 33723, 34377
_PRIVATE = frozenset((_EXIF, _LOCATION, _MAKER, _MODEL, _ARTIST, _HOST, _XMP, _IPTC, _PHOTOSHOP))


def measure_tiff(raw: bytes) -> Measure:
    """Return what the file says of itself. Raises NoPictureError where it holds no picture."""
    first = TiffDirectory(raw)
    width, height = first.value(_WIDTH), first.value(_HEIGHT)
    if not width or not height:
        raise NoPictureError("it begins like a TIFF file, and holds no picture")
    if width * height > MOST_PIXELS:
        raise NoPictureError("browsers show no TIFF, and this one is too large to be turned into what they show")
    compression = first.value(_COMPRESSION)
    if compression not in _DECODED:
        raise NoPictureError(f"browsers show no TIFF, and this one's compression ({compression}) is not known here")
    if any(at + size > len(raw) for at, size in _pieces(first)):
        raise NoPictureError("it is cut short")
    return Measure(*as_shown(width, height, first.value(_ORIENTATION)), format="tiff")


def _pieces(first: TiffDirectory) -> Iterator[tuple[int, int]]:
    """Yield where each piece of the picture stands, and its size."""
    for places, sizes in ((_STRIPS, _STRIP_SIZES), (_TILES, _TILE_SIZES)):
        yield from zip(first.values(places), first.values(sizes), strict=False)


def strip_tiff(raw: bytes) -> bytes:
    """Return the file with its private fields left out of the first directory, and their values as zeros."""
    first = TiffDirectory(raw)
    private = [field for field in first.fields if field.tag in _PRIVATE]
    if not private:
        return raw
    changed = bytearray(raw)
    for field in private:
        if field.tag in {_EXIF, _LOCATION}:
            below = TiffDirectory(raw, first.number(field.value_at, 4))
            for inner in below.fields:
                _clear(changed, inner.value_at, inner.size)
                _clear(changed, inner.at, 12)
        _clear(changed, field.value_at, field.size)
    kept = [raw[field.at : field.at + 12] for field in first.fields if field.tag not in _PRIVATE]
    table = first.start + 2
    end = table + 12 * len(first.fields)
    block = b"".join(kept) + raw[end : end + 4]
    count = len(kept).to_bytes(2, "little" if first.order == "<" else "big")
    changed[first.start : end + 4] = count + block.ljust(end + 4 - table, b"\0")
    return bytes(changed[: len(raw)])


def _clear(changed: bytearray, at: int, size: int) -> None:
    if at > 0 and at + size <= len(changed):
        changed[at : at + size] = bytes(size)
