"""A log's lines as they stand in the file, so that lines can be added and no other byte changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journal_site.expressions import expression

_LINE = expression(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def insert_lines(raw: bytes, at: int, added: Sequence[str]) -> bytes:
    """Return the file with lines added before its line `at` (from 0), in the file's own line ends.

    A file that does not end its last line does not end it afterwards either.
    """
    lines = _LINE.findall(raw)
    ends = Counter(line[len(line.rstrip(b"\r\n")) :] for line in lines)
    end = max((one for one in ends if one), key=lambda one: ends[one], default=b"\n")
    new = [line.encode() + end for line in added]
    before, after = lines[:at], lines[at:]
    if before and not after and not before[-1].endswith((b"\n", b"\r")):
        before[-1] += end
        new[-1] = new[-1].removesuffix(end)
    return b"".join([*before, *new, *after])
