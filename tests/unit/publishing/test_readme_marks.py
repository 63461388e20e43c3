"""Between marks something is written, and no other byte changes, whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.errors import UsageError
from journal_site.publishing.readme_marks import find_blocks, write_blocks

NAMES = ("days", "newest", "streak")
MARKS = st.sampled_from([b"<!-- journal: days -->", b"<!--journal:newest 3-->", b"<!-- JOURNAL: streak -->"])
LINES = st.sampled_from([
    b"# Bread", b"", b"Text with `code` and ``more ` of it``.", b"\xef\xbb\xbf", "Grüße, 世界".encode(), b"- item",
    b"<!-- a comment -->", b"```", b"~~~", b"    indented", b"<b>raw</b>", b"`<!-- journal: days -->`", b"\x0b \x1c",
    b"<!-- journal -->", b"journal: days",
])  # fmt: skip
NEWLINES = st.sampled_from([b"\n", b"\r\n", b"\r"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Give a file with marks among other lines, some of them within code or without an end."""
    newline = draw(NEWLINES)
    parts: list[bytes] = []
    for _ in range(draw(st.integers(0, 4))):
        parts += draw(st.lists(LINES, max_size=4))
        inside = newline.join(draw(st.lists(LINES, max_size=3)))
        between = draw(st.sampled_from([b"", newline, b" "]))
        end = draw(st.sampled_from([b"<!-- /journal -->"] * 6 + [b""]))
        parts.append(draw(MARKS) + between + inside + between + end)
    parts += draw(st.lists(LINES, max_size=3))
    return newline.join(parts)


def outside(raw: bytes) -> bytes | None:
    """Return all that lies outside the marks; None where they are wrong."""
    try:
        blocks = find_blocks(raw, "README.md", NAMES)
    except UsageError:
        return None
    kept, at = [], 0
    for block in blocks:
        kept.append(raw[at : block.start])
        at = block.end
    return b"|".join([*kept, raw[at:]])


@given(files(), st.sampled_from(["", "- one", "- one\n- two\n", "\n\nText: ü, 世界\n"]))
def test_nothing_outside_the_marks_changes_and_a_second_run_nothing(raw: bytes, text: str) -> None:
    before = outside(raw)
    if before is None:
        return
    made = write_blocks(raw, find_blocks(raw, "README.md", NAMES), lambda _: text)
    assert outside(made) == before
    assert write_blocks(made, find_blocks(made, "README.md", NAMES), lambda _: text) == made


@given(st.binary(max_size=300))
def test_any_bytes_are_read(raw: bytes) -> None:
    with pytest.raises(UsageError):
        find_blocks(raw, "README.md", NAMES)


def test_line_breaks_are_the_files_own() -> None:
    raw = b"a\r\n<!-- journal: days -->x<!-- /journal -->\r\nb"
    made = write_blocks(raw, find_blocks(raw, "README.md", NAMES), lambda _: "- one\n- two")
    assert made == b"a\r\n<!-- journal: days -->\r\n- one\r\n- two\r\n<!-- /journal -->\r\nb"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Bread\n", "README.md: error: nothing shows where to write [readme-unmarked]"),
        ("a\n <!-- journal: days -->\n", "README.md:2:2: error: this mark is never ended [readme-mark]"),
        ("ü <!-- /journal -->", "README.md:1:3: error: this mark ends nothing [readme-mark]"),
        (
            "<!-- journal: days --><!-- journal: days --><!-- /journal -->",
            "README.md:1:1: error: this mark is not ended before the next one [readme-mark]",
        ),
        ("<!-- journal: dayz --><!-- /journal -->", "README.md:1:1: error: nothing is called 'dayz' [readme-mark]"),
        (
            "<!-- journal: days many --><!-- /journal -->",
            "README.md:1:1: error: 'many' is no number from 1 to 1000 [readme-mark]",
        ),
        (
            "<!-- journal: days 0 --><!-- /journal -->",
            "README.md:1:1: error: '0' is no number from 1 to 1000 [readme-mark]",
        ),
        ("```\n<!-- journal: days -->\n```\n", "README.md: error: nothing shows where to write [readme-unmarked]"),
    ],
)
def test_each_wrong_mark_is_told_at_its_place(text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_blocks(text.encode(), "README.md", NAMES)
    assert [str(one) for one in caught.value.diagnostics] == [told]
    assert all(one.hint for one in caught.value.diagnostics)
