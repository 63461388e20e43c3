"""The card as a picture: its size, that nothing runs out of it, and what becomes of letters that no font has."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageColor

from journal_site.model.page import CardView
from journal_site.site.card import HEIGHT, WIDTH, blank_sheet, draw_card
from journal_site.site.card_fonts import cut, face, readable, wrap

COLOURS = ("#fdfdfd", "#202020", "#666666", "#2f6f4f", "#dddddd", "#c0e0d0", "#90c0a0", "#609070", "#2f6f4f")
PLAIN = CardView(
    site="Learning bread",
    place="example.org/bread",
    title="Rye",
    topics=("Sourdough", "Grain"),
    day="Day 16 of 100",
    numbers="16 / 100",
    date="14 September 2026",
    iso="2026-09-14",
    streak="12-day streak",
    strip=bytes([1, 2, 3, 4] * 30).ljust(182, b"\0"),
    marked=119,
    colours=COLOURS,
)
MARGIN = 60
MOST_BYTES = 40_000
MOST_OFF = 32


def drawn(view: CardView) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(view, Path()))).convert("RGB")


def inked(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    part = picture.crop(box)
    return ImageChops.difference(part, Image.new("RGB", part.size, COLOURS[0])).getbbox() is not None


def test_a_card_is_a_small_png_and_the_same_each_time() -> None:
    content = draw_card(PLAIN, Path())
    assert content == draw_card(PLAIN, Path())
    assert len(content) < MOST_BYTES
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("PNG", (WIDTH, HEIGHT), "P")


@pytest.mark.parametrize(
    "title",
    [
        "Rye",
        "Why a dough that has rested for a night in the cold is so much easier to shape than one that was hurried",
        "word " * 120,
        "Donaudampfschifffahrtsgesellschaftskapitänskajüte" * 5,
        "Градиентный спуск: почему шаг обучения важнее архитектуры",
    ],
)
@pytest.mark.parametrize("strip", [PLAIN.strip, b""])
def test_nothing_runs_into_the_margins(title: str, strip: bytes) -> None:
    card = drawn(replace(PLAIN, title=title, strip=strip, site="A very long name of a journal " * 4))
    assert not inked(card, (WIDTH - MARGIN, 20, WIDTH, HEIGHT))
    assert not inked(card, (0, 20, MARGIN, HEIGHT))
    assert not inked(card, (0, HEIGHT - 50, WIDTH, HEIGHT))
    assert inked(card, (MARGIN, 130, WIDTH - MARGIN, 400))


def test_text_does_not_touch_the_strip() -> None:
    card = drawn(replace(PLAIN, title="word " * 120))
    assert not inked(card, (0, 384, WIDTH, 396))


def test_a_line_leaves_what_reaches_down_from_the_one_above() -> None:
    sheet, letters = blank_sheet(COLOURS), face(80, bold=True, own=None)
    sheet.write("gypsy", letters, (MARGIN, 200), 1)
    above = sheet.picture.crop((0, 0, WIDTH, 225))
    sheet.write("_____", letters, (MARGIN, 290), 1)
    assert ImageChops.difference(above, sheet.picture.crop((0, 0, WIDTH, 225))).getbbox() is None


def test_few_colours_are_as_good_as_all_shades() -> None:
    """All that is drawn is of a colour or between it and paper: one step of four is seen by nobody on an edge."""
    palette = blank_sheet(COLOURS).palette
    assert palette.colours[0] == (0xFD, 0xFD, 0xFD)
    assert len(palette.colours) <= 16
    paper, *others = (ImageColor.getrgb(colour) for colour in COLOURS)
    for ink, colour in zip(palette.inks, (paper, *others), strict=True):
        assert palette.colours[ink[255]] == colour
        assert palette.colours[ink[0]] == paper
        for amount in range(0, 256, 17):
            exact = [low + (full - low) * amount / 255 for low, full in zip(paper, colour, strict=True)]
            assert max(abs(a - b) for a, b in zip(palette.colours[ink[amount]], exact, strict=True)) <= MOST_OFF


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_no_title_keeps_a_card_from_being_drawn(title: str) -> None:
    assert drawn(replace(PLAIN, title=title, site=title, topics=(title,), strip=b"", streak="")).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Attention", "Attention"),
        ("🎉 Day 5: it works ✨", "Day 5: it works"),
        ("Градиентный спуск", "Градиентный спуск"),
        ("Ελληνικά naïve Łódź", "Ελληνικά naïve Łódź"),
        ("e\u0301te\u0301", "été"),
        ("自然言語処理", ""),
        ("Transformerの実装", "Transformer"),
        ("Learn 自然言語処理を勉強する", ""),
        ("תורה", ""),
        ("हिन्दी", ""),
        ("🎉", ""),
        ("2 × 3", "2 × 3"),
    ],
)
def test_what_of_a_text_can_be_drawn(text: str, shown: str) -> None:
    assert readable(text, None) == shown


def test_where_a_title_cannot_be_read_the_day_stands_for_it() -> None:
    japanese = {
        "title": "自然言語処理",
        "day": "100日中16日目",
        "site": "学習日記",
        "date": "2026年9月14日",
        "streak": "12日連続",
    }
    plain = {"title": "16 / 100", "day": "", "numbers": "", "site": PLAIN.place, "date": PLAIN.iso, "streak": ""}
    assert draw_card(replace(PLAIN, **japanese), Path()) == draw_card(replace(PLAIN, **plain), Path())


def test_a_day_that_the_title_names_stands_there_alone() -> None:
    named = replace(PLAIN, title="Day 16: rye", day="", numbers="16")
    assert draw_card(named, Path()) == draw_card(replace(named, numbers=""), Path())
    unreadable = replace(named, title="16日目")
    assert draw_card(unreadable, Path()) == draw_card(replace(named, title="16", numbers=""), Path())


def test_lines_are_broken_between_words_and_never_within_a_letter() -> None:
    letters = face(40, bold=True, own=None)
    text = "One two three four five six seven eight"
    lines = wrap(text, letters, 300)
    assert lines is not None
    assert " ".join(lines) == text
    assert all(letters.width(line) <= 300 for line in lines)
    assert wrap("Incomprehensibilities", letters, 200) is None
    parts = cut("Incomprehensibilities", letters, 200, 9)
    assert "".join(parts) == "Incomprehensibilities"
    assert cut(text, letters, 300, 1) == ["One two…"]
