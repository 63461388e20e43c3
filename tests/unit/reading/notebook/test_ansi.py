"""Terminal output: colours become classes, nothing else shows, nothing is lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.notebook.ansi import render_ansi, settle_terminal, strip_ansi


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("\x1b[31mred\x1b[0m plain", '<span class="ansi-red">red</span> plain'),
        ("\x1b[1;34mbold\x1b[m", '<span class="ansi-bold ansi-blue">bold</span>'),
        (
            "\x1b[91;42mx\x1b[39my",
            '<span class="ansi-bright-red ansi-on-green">x</span><span class="ansi-on-green">y</span>',
        ),
        ("\x1b[38;5;196mcube\x1b[0m", '<span class="ansi-red">cube</span>'),
        ("\x1b[38;5;244mgrey\x1b[0m", '<span class="ansi-bright-black">grey</span>'),
        ("\x1b[48;2;0;190;0mtrue\x1b[0m", '<span class="ansi-on-green">true</span>'),
        ("\x1b[1mb\x1b[22mn\x1b[4mu\x1b[24m", '<span class="ansi-bold">b</span>n<span class="ansi-underline">u</span>'),
        ("\x1b[2K\x1b[1Gline", "line"),
        ("\x1b]8;;https://example.org\x07link\x1b]8;;\x07", "link"),
        ("\x1b]unfinished title", "unfinished title"),
        ("\x1b[38;5mshort", "short"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\x1b", ""),
    ],
)  # fmt: skip
def test_colours_become_classes(text: str, html: str) -> None:
    assert render_ansi(text) == html


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("10%\r50%\r100%\ndone\n", "100%\ndone\n"),
        ("kept\r\nlines\r\n", "kept\nlines\n"),
        ("only\r", "only"),
        ("1/2\b\b\b2/2", "2/2"),
        ("ab\n\b\bc", "ab\nc"),
    ],
)
def test_a_progress_bar_is_shown_as_it_ended(text: str, settled: str) -> None:
    assert settle_terminal(text) == settled


def test_stripping_leaves_the_text() -> None:
    assert strip_ansi("\x1b[1;31mError\x1b[0m: x\x00") == "Error: x"


@given(st.text(st.characters(exclude_characters="\x1b", exclude_categories=("Cc", "Cs", "Cn"))))
def test_text_without_sequences_survives(text: str) -> None:
    assert unescape(render_ansi(text)) == text


@given(st.text(alphabet="\x1b[]0;318m\x07\\a<"))
def test_no_sequence_breaks_the_markup(text: str) -> None:
    html = render_ansi(text)
    assert "\x1b" not in html
    assert html.count("<span") == html.count("</span>")
    assert re.sub(r"</?span[^<>]*>", "", html).count("<") == 0
