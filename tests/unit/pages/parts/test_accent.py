"""Whatever the accent, both palettes can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.page import Document
from journal_site.pages.parts.accent import accent_css, dark_palette, favicon, light_palette, plan_accent
from journal_site.pages.parts.colour import Oklch, contrast, parse_hex, to_hex
from tests.unit.pages.small_journal import make_context

_TEXT, _CONTROL = 4.5, 3.0  # WCAG 2, level AA
_HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(_HEX)
def test_text_is_legible_on_every_ground(accent: str) -> None:
    for palette in (light_palette(accent), dark_palette(accent)):
        for ground in (palette.paper, palette.surface, palette.tint):
            assert contrast(palette.ink, ground) >= 7
            assert contrast(palette.accent, ground) >= _TEXT
            assert contrast(palette.muted, ground) >= _TEXT
        assert contrast(palette.edge, palette.paper) >= _CONTROL


@given(_HEX)
def test_heat_grows_from_the_paper_to_the_accent(accent: str) -> None:
    for palette in (light_palette(accent), dark_palette(accent)):
        steps = [contrast(palette.paper, colour) for colour in palette.heat]
        assert steps == sorted(steps)
        assert palette.heat[-1] == palette.accent


@given(_HEX)
def test_a_colour_comes_back_from_oklch(text: str) -> None:
    assert to_hex(parse_hex(text)) == text


def test_short_hex_is_the_long_one() -> None:
    assert parse_hex("#fa3") == parse_hex("#ffaa33")


def test_a_chroma_that_no_screen_shows_is_lowered() -> None:
    assert parse_hex(to_hex(Oklch(0.7, 0.4, 150))).chroma < 0.3


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#777777", 1.0)])
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio)


def test_the_stylesheet_gives_every_colour_in_both_schemes() -> None:
    css = accent_css("#2f6f4f")
    for name in ("paper", "surface", "line", "edge", "ink", "muted", "accent", "tint", "heat-1", "heat-4"):
        assert f"--{name}: light-dark(#" in css
    document, icon = plan_accent(make_context(accent="#2f6f4f"))
    assert document == Document(path="accent.css", content=css.encode())
    assert icon == Document(path="favicon.svg", content=favicon("#2f6f4f").encode())


def test_the_sites_mark_has_its_accent_in_both_schemes() -> None:
    icon = favicon("#aa2244")
    assert f"rect{{fill:{light_palette('#aa2244').accent}}}" in icon
    assert f"rect{{fill:{dark_palette('#aa2244').accent}}}" in icon
