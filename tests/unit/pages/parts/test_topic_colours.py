"""Twenty topics can be told apart in light and dark, by eyes that lack a kind of cone too, and keep their colours."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from journal_site.model.index import Topic
from journal_site.pages.parts.accent import dark_palette, light_palette
from journal_site.pages.parts.topic_colours import MOST, colours_of, topic_colours, topic_colours_css

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_GRAPHICS = 3.0
"""WCAG's least contrast of what is no text."""
_APART = 0.045
"""Distance in OKLab; 0.02 is about what can just be seen."""
_APART_AT_FIRST_SIGHT = 0.07
# Machado, Oliveira and Fernandes 2009, whole loss of one cone, on linear RGB.
_EYES: dict[str, Matrix] = {
    "normal": ((1.0, 0.0, 0.0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def _times(matrix: Matrix, values: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return one, two, three


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _straight(red), _straight(green), _straight(blue)


def _straight(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else math.pow((channel + 0.055) / 1.055, 2.4)


def _seen(colour: str, eyes: str) -> Triple:
    """Return a colour in OKLab as these eyes see it."""
    red, green, blue = (min(1, max(0, value)) for value in _times(_EYES[eyes], _linear(colour)))
    long, medium, short = (math.cbrt(value) for value in _times(_CONES, (red, green, blue)))
    return _times(_LAB, (long, medium, short))


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", _EYES)
def test_each_two_of_twenty_can_be_told_apart(eyes: str, scheme: int) -> None:
    colours = [pair[scheme] for pair in topic_colours()]
    nearest = min((math.dist(_seen(a, eyes), _seen(b, eyes)), a, b) for a, b in combinations(colours, 2))
    assert len(colours) == MOST == 20
    assert nearest[0] >= (_APART_AT_FIRST_SIGHT if eyes == "normal" else _APART), nearest


@pytest.mark.parametrize("accent", ["#2f6f4f", "#ff0000", "#0000ff", "#ffff00", "#000000", "#ffffff"])
def test_each_stands_out_from_the_paper_of_any_accent(accent: str) -> None:
    papers = light_palette(accent).paper, dark_palette(accent).paper
    worst = min(_contrast(pair[scheme], papers[scheme]) for pair in topic_colours() for scheme in (0, 1))
    assert worst >= _GRAPHICS


def test_each_has_a_second_sign() -> None:
    css = topic_colours_css()
    for number in range(1, MOST + 1):
        assert f".k{number} {{ --k: light-dark(#" in css
    assert css.count("--mark: ") == 3  # the fourth sign is none at all
    assert ":is(.k2, .k6, .k10, .k14, .k18) { --mark: radial-gradient(" in css


def _topics(**entries: int) -> list[Topic]:
    return [Topic(slug=slug, name=slug, entries=tuple(str(n) for n in range(count))) for slug, count in entries.items()]


def test_the_largest_have_colours_in_the_order_of_their_appearance() -> None:
    topics = _topics(a=0, **{f"small-{number}": 1 for number in range(25)})
    late = [Topic(slug=slug, name=slug, entries=("9", "10", "11")) for slug in ("z", "y")]
    order = {str(number): number for number in range(20)}
    colours = colours_of([*late, *topics], order)
    assert len(colours) == MOST
    assert "a" not in colours
    assert (colours["y"], colours["z"]) == (19, 20)
    assert colours["small-0"] == 1


def test_a_topic_keeps_its_colour_as_others_grow() -> None:
    order = {str(number): number for number in range(20)}
    before = colours_of(_topics(bread=3, rye=2), order)
    assert colours_of(_topics(bread=3, rye=9), order) == before
