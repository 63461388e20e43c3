"""Write a picture of few colours as a PNG: four bits a pixel, and no more work than flat areas need.

Rows that equal the one above say only that, and runs of them are packed once in a process; so zlib's quick level makes
the picture smaller than a library's slow one.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby

COLOURS = 16
_BITS, _BY_PALETTE = 4, 3
_AS_IT_IS, _FROM_ABOVE = b"\0", b"\2"
"""How a row is told: PNG's filters None and Up (https://www.w3.org/TR/png-3/#9Filter-types)."""
_LEVEL, _BEST = 3, 9
"""Of zlib: 6 takes three times as long for a sixth less."""
_RUN = 12
"""Rows above which a packed run takes less than what parting the stream costs."""
_RAW = -15
"""No header and no checksum, which are the whole stream's."""
_HEADER = b"\x78\x5e"


def write_png(size: tuple[int, int], colours: Sequence[tuple[int, ...]], rows: bytes) -> bytes:
    """Return a PNG of this width and height; of `rows` each byte holds two pixels, which are places among colours."""
    header = struct.pack(">IIBBBBB", *size, _BITS, _BY_PALETTE, 0, 0, 0)
    content = _packed(rows, size[0] // 2)
    chunks = (b"IHDR", header), (b"PLTE", bytes(chain.from_iterable(colours))), (b"IDAT", content), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, held) for kind, held in chunks)


def _packed(rows: bytes, width: int) -> bytes:
    """Return zlib's stream of the rows (RFC 1950), in which long runs of equal rows stand as they are kept."""
    packer, parts, checksum = zlib.compressobj(_LEVEL, wbits=_RAW), [_HEADER], 1
    for told, same in _runs(rows, width):
        run = _same_rows(width, same)
        checksum = zlib.adler32(run.rows, zlib.adler32(told, checksum))
        # What follows a full flush refers to nothing before it, so that the run may stand there.
        parts += packer.compress(told), packer.flush(zlib.Z_FULL_FLUSH), run.packed
    return b"".join([*parts, packer.flush(), struct.pack(">I", checksum)])


def _runs(rows: bytes, width: int) -> Iterator[tuple[bytes, int]]:
    """Yield rows as they are told, up to each long run of equal ones, and of how many rows that is."""
    told: list[bytes] = []
    for row, equal in groupby(rows[at : at + width] for at in range(0, len(rows), width)):
        told.append(_AS_IT_IS + row)
        same = sum(1 for _ in equal) - 1
        if same > _RUN:
            yield b"".join(told), same
            told.clear()
        elif same:
            told.append(_same_rows(width, same).rows)
    yield b"".join(told), 0


class _Run:
    """Rows that equal the one above."""

    def __init__(self, rows: bytes) -> None:
        packer = zlib.compressobj(_BEST, wbits=_RAW)
        self.rows = rows
        self.packed = packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH) if rows else b""


@lru_cache(maxsize=1024)
def _same_rows(width: int, count: int) -> _Run:
    return _Run((_FROM_ABOVE + bytes(width)) * count)


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
