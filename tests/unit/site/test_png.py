"""The PNG writer: what it writes is what Pillow reads, and flat areas take next to nothing."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from journal_site.site.png import COLOURS, write_png

GREYS = [(shade * 17, shade * 17, shade * 17) for shade in range(COLOURS)]


@st.composite
def pictures(draw: st.DrawFn) -> tuple[tuple[int, int], bytes]:
    width = draw(st.integers(1, 8)) * 2
    row = st.binary(min_size=width // 2, max_size=width // 2)
    runs = draw(st.lists(st.tuples(row, st.integers(1, 40)), min_size=1, max_size=6))
    rows = b"".join(row * count for row, count in runs)
    return (width, len(rows) * 2 // width), rows


@given(pictures())
def test_what_is_written_is_read(picture: tuple[tuple[int, int], bytes]) -> None:
    size, rows = picture
    with Image.open(io.BytesIO(write_png(size, GREYS, rows))) as read:
        assert (read.format, read.mode, read.size) == ("PNG", "P", size)
        assert read.tobytes() == bytes(place for byte in rows for place in (byte >> 4, byte & 15))
        assert read.convert("RGB").getpixel((0, 0)) == GREYS[rows[0] >> 4]


def test_flat_areas_are_small() -> None:
    size = 1200, 630
    rows = b"".join(bytes([row // 40 * 17] * (size[0] // 2)) for row in range(size[1]))
    assert len(write_png(size, GREYS, rows)) < len(rows) // 150
