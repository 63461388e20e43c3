"""A picture's size, and what is wrong with it, from its bytes: by what they are, whatever the file is called."""

from __future__ import annotations

from journal_site.pictures import jpeg, png, tiff
from journal_site.pictures.jpeg import measure_jpeg
from journal_site.pictures.kinds import HEIC, Measure, NoPictureError
from journal_site.pictures.png import measure_png
from journal_site.pictures.tiff import measure_tiff
from journal_site.pictures.vector import measure_svg
from journal_site.pictures.webp import is_webp, measure_webp

_HEIF = frozenset((b"avif", b"avis", b"heic", b"heix", b"hevc", b"mif1", b"msf1"))
_LFS = b"version https://git-lfs.github.com/spec/"
_LOOK = 1000
_AVIF = frozenset((b"avif", b"avis"))
_CORE_HEADER = 12
"""The size of a BMP's oldest header, whose numbers are short."""


def measure(raw: bytes) -> Measure:
    """Return what is known of a picture; whatever the bytes are, nothing is raised."""
    try:
        return _measure(raw)
    except NoPictureError as error:
        return Measure(problem=str(error))


def _measure(raw: bytes) -> Measure:  # noqa: PLR0911 - a table of formats by how they begin
    if raw.startswith(jpeg.START):
        return measure_jpeg(raw)
    if raw.startswith(png.START):
        return measure_png(raw)
    if is_webp(raw):
        return measure_webp(raw)
    if raw.startswith((b"GIF87a", b"GIF89a")):
        return _sized("GIF", _number(raw, 6, 2), _number(raw, 8, 2))
    if raw.startswith(tiff.STARTS):
        return measure_tiff(raw)
    if raw.startswith(b"BM"):
        return _measure_bmp(raw)
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIF:
        return _measure_heif(raw)
    if raw.startswith(b"\0\0\1\0"):
        return Measure(raw[6] or 256, raw[7] or 256) if len(raw) > 22 else _sized("icon", 0, 0)  # noqa: PLR2004
    return _measure_text(raw)


def _measure_text(raw: bytes) -> Measure:
    beginning = raw[:_LOOK].lstrip(b"\xef\xbb\xbf \t\r\n")
    folded = beginning.lower()
    if not raw:
        raise NoPictureError("it is empty")
    if raw.startswith(_LFS):
        raise NoPictureError("it is a pointer of Git LFS, and not the picture itself")
    if folded.startswith((b"<!doctype html", b"<html")):
        raise NoPictureError("it is a web page")
    if folded.startswith((b"<?xml", b"<svg", b"<!doctype svg", b"<!--")) or raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return measure_svg(raw)
    raise NoPictureError("it is of no kind that browsers show")


def _number(raw: bytes, at: int, size: int) -> int:
    return int.from_bytes(raw[at : at + size], "little")


def _sized(name: str, width: int, height: int) -> Measure:
    if not width or not height:
        raise NoPictureError(f"it begins like a {name} file, and holds no picture")
    return Measure(width, height)


def _measure_bmp(raw: bytes) -> Measure:
    if _number(raw, 14, 4) == _CORE_HEADER:
        return _sized("BMP", _number(raw, 18, 2), _number(raw, 20, 2))
    return _sized("BMP", _number(raw, 18, 4), abs(int.from_bytes(raw[22:26], "little", signed=True)))


def _measure_heif(raw: bytes) -> Measure:
    """Return the size of the largest of the file's parts: others are its thumbnail, its transparency, its tiles."""
    sizes = [(0, 0)]
    at = raw.find(b"ispe")
    while at >= 0:
        sizes.append((int.from_bytes(raw[at + 8 : at + 12], "big"), int.from_bytes(raw[at + 12 : at + 16], "big")))
        at = raw.find(b"ispe", at + 4)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    turn = raw.find(b"irot")
    if turn >= 0 and raw[turn + 4 : turn + 5] in {b"\1", b"\3"}:
        width, height = height, width
    if _AVIF.isdisjoint(raw[at : at + 4] for at in range(8, min(_end_of_brands(raw), _LOOK), 4)):
        return Measure(width, height, problem=HEIC)
    return _sized("AVIF", width, height)


def _end_of_brands(raw: bytes) -> int:
    """Return where the box ends that lists what the file is compatible with."""
    return int.from_bytes(raw[:4], "big")
