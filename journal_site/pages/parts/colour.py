"""Colours in OKLCH, where equal steps of lightness look equal, and their contrast by WCAG 2; knows nothing of the site.

The matrices are those of https://bottosson.github.io/posts/oklab/.
"""

from __future__ import annotations

import math
from typing import NamedTuple

_STEPS = 40
"""Halvings when the strongest chroma that a screen can show is looked for."""


_ROUNDING = 1e-6


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def parse_hex(text: str) -> Oklch:
    """Return the colour of `#rgb` or `#rrggbb`."""
    digits = text.lstrip("#")
    if len(digits) == 3:  # noqa: PLR2004
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def to_hex(colour: Oklch) -> str:
    """Return `#rrggbb`, with the chroma lowered as far as a screen needs it."""
    low, high = 0.0, colour.chroma
    if _shows(colour):
        low = colour.chroma
    else:
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _shows(colour._replace(chroma=middle)) else (low, middle)
    channels = _channels(colour._replace(chroma=low))
    return "#" + "".join(f"{round(min(1, max(0, _gamma(channel))) * 255):02x}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#rrggbb`, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(text: str) -> float:
    red, green, blue = (_linear(int(text[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: Oklch) -> tuple[float, float, float]:
    a = colour.chroma * math.cos(math.radians(colour.hue))
    b = colour.chroma * math.sin(math.radians(colour.hue))
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shows(colour: Oklch) -> bool:
    return all(-_ROUNDING <= channel <= 1 + _ROUNDING for channel in _channels(colour))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _gamma(channel: float) -> float:
    if channel <= 0.0031308:  # noqa: PLR2004
        return 12.92 * channel
    return float(1.055 * channel ** (1 / 2.4) - 0.055)
