"""Exif, which is TIFF in small: the orientation is read from it, and kept alone where the rest is to go."""

from __future__ import annotations

import struct
from typing import NamedTuple

_ORIENTATION = 0x0112
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_ENTRY = 12
_TURNED = range(2, 9)


class TiffField(NamedTuple):
    """One entry of a directory."""

    tag: int
    kind: int
    amount: int
    at: int
    """Where the entry stands."""
    value_at: int
    """Where its value stands: in the entry itself where that has room."""
    size: int
    """Bytes of the value."""


class TiffDirectory:
    """The first directory of a TIFF structure, or one that it points at. A place beyond the end gives no fields."""

    def __init__(self, raw: bytes, start: int | None = None) -> None:
        """Read the directory at `start`, or the first one."""
        self.raw = raw
        self.order = _ORDERS.get(raw[:4], "")
        self.start = (self.number(4, 4) if start is None else start) if self.order else 0
        count = self.number(self.start, 2) if self.start else 0
        whole = self.start + 2 + count * _ENTRY + 4 <= len(raw) + 4
        self.fields = [self._field(self.start + 2 + n * _ENTRY) for n in range(count)] if whole else []

    def number(self, at: int, size: int) -> int:
        """Return a number of 2 or 4 bytes; 0 where there is none."""
        if not 0 <= at <= len(self.raw) - size:
            return 0
        return int(struct.unpack_from(self.order + ("H" if size == 2 else "I"), self.raw, at)[0])  # noqa: PLR2004

    def _field(self, at: int) -> TiffField:
        tag, kind, count = self.number(at, 2), self.number(at + 2, 2), self.number(at + 4, 4)
        size = _SIZES.get(kind, 1) * count
        value_at = at + 8 if size <= 4 else self.number(at + 8, 4)  # noqa: PLR2004 - what an entry has room for
        return TiffField(tag, kind, count, at, value_at, size)

    def value(self, tag: int) -> int:
        """Return the first number that a field holds; 0 where there is no such field."""
        return next(iter(self.values(tag)), 0)

    def values(self, tag: int) -> list[int]:
        """Return all numbers that a field holds, as far as the file goes; none where there is no such field."""
        for field in self.fields:
            if field.tag == tag:
                size = 2 if field.kind == 3 else 4  # noqa: PLR2004 - 3 is a short
                last = min(field.value_at + field.amount * size, len(self.raw))
                return [self.number(at, size) for at in range(field.value_at, last, size)]
        return []


def orientation_of(exif: bytes) -> int:
    """Return how the picture is to be turned: 1 as it is, up to 8."""
    found = TiffDirectory(exif).value(_ORIENTATION)
    return found if found in _TURNED else 1


def only_orientation(exif: bytes) -> bytes:
    """Return Exif that says how the picture is to be turned and nothing else; empty where it is not."""
    turn = orientation_of(exif)
    if turn == 1:
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
