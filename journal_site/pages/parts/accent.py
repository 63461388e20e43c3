"""The site's colours from one accent: a light and a dark palette that keep AA contrast whatever the accent is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.base import Value
from journal_site.model.page import Document
from journal_site.pages.parts.colour import Oklch, contrast, parse_hex, to_hex
from journal_site.pages.parts.topic_colours import topic_colours_css

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.pages.parts.context import PageContext

_WANTED = 4.7
"""A little more than AA (4.5), so that rounding and a browser's own blending cannot fall below it."""
_STEP = 0.005


class Palette(Value, frozen=True, kw_only=True):
    """The colours of one scheme, as `#rrggbb`."""

    paper: str
    """Behind everything."""
    surface: str
    """Behind code, cards and table heads."""
    line: str
    edge: str
    """Borders of controls: 3 to 1 against the paper."""
    ink: str
    muted: str
    accent: str
    """Text and fills: AA against paper, surface and tint."""
    tint: str
    """A wash of the accent, behind text."""
    heat: tuple[str, str, str, str]
    """From a little to a lot."""


def light_palette(accent: str) -> Palette:
    """Return the light scheme of an accent."""
    base = parse_hex(accent)
    grey = _Greys(base)
    paper, surface = grey(0.992, 0.3), grey(0.968, 0.6)
    tint = to_hex(Oklch(0.95, min(base.chroma, 0.032), base.hue))
    text = _legible(base._replace(lightness=min(base.lightness, 0.56)), (paper, surface, tint), -_STEP)
    strong = parse_hex(text)
    return Palette(
        paper=paper,
        surface=surface,
        line=grey(0.905, 0.8),
        edge=grey(0.62, 1),
        ink=grey(0.235, 1.2),
        muted=grey(0.475, 1.3),
        accent=text,
        tint=tint,
        heat=_steps(Oklch(0.885, min(strong.chroma, 0.07), strong.hue), strong),
    )


def dark_palette(accent: str) -> Palette:
    """Return the dark scheme of an accent."""
    base = parse_hex(accent)
    grey = _Greys(base)
    paper, surface = grey(0.178, 0.9), grey(0.222, 1)
    tint = to_hex(Oklch(0.275, min(base.chroma, 0.045), base.hue))
    wanted = base._replace(lightness=max(base.lightness, 0.74), chroma=min(base.chroma, 0.15))
    text = _legible(wanted, (paper, surface, tint), _STEP)
    strong = parse_hex(text)
    return Palette(
        paper=paper,
        surface=surface,
        line=grey(0.305, 1),
        edge=grey(0.55, 1),
        ink=grey(0.925, 0.5),
        muted=grey(0.735, 0.9),
        accent=text,
        tint=tint,
        heat=_steps(Oklch(0.345, min(strong.chroma, 0.06), strong.hue), strong),
    )


def accent_css(accent: str) -> str:
    """Return the stylesheet that gives both palettes to `style.css`."""
    light, dark = light_palette(accent), dark_palette(accent)
    names = ("paper", "surface", "line", "edge", "ink", "muted", "accent", "tint")
    pairs = [(name, getattr(light, name), getattr(dark, name)) for name in names]
    pairs += [(f"heat-{at}", *both) for at, both in enumerate(zip(light.heat, dark.heat, strict=True), start=1)]
    lines = (f"  --{name}: light-dark({one}, {other});\n" for name, one, other in pairs)
    return ":root {\n" + "".join(lines) + "}\n" + topic_colours_css()


def favicon(accent: str) -> str:
    """Return the site's mark in its accent, which a browser shows in light and dark surroundings alike."""
    light, dark = light_palette(accent), dark_palette(accent)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f"<style>rect{{fill:{light.accent}}}path{{stroke:{light.paper}}}"
        f"@media(prefers-color-scheme:dark){{rect{{fill:{dark.accent}}}path{{stroke:{dark.paper}}}}}</style>"
        '<rect width="32" height="32" rx="7"/>'
        '<path d="M8 22v-5M12 22v-8M16 22v-12M20 22v-8M24 22v-10" stroke-width="2.4" stroke-linecap="round"/></svg>'
    )


def plan_accent(context: PageContext) -> Iterator[Document]:
    """Plan the stylesheet of the site's colours, and its mark."""
    yield Document(path="accent.css", content=accent_css(context.config.accent).encode())
    yield Document(path="favicon.svg", content=favicon(context.config.accent).encode())


class _Greys:
    """Greys with a breath of the accent's hue, so that paper and ink belong to it."""

    def __init__(self, base: Oklch) -> None:
        self.hue = base.hue
        self.chroma = min(0.009, base.chroma)

    def __call__(self, lightness: float, strength: float) -> str:
        return to_hex(Oklch(lightness, self.chroma * strength, self.hue))


def _legible(colour: Oklch, grounds: tuple[str, ...], step: float) -> str:
    """Return the colour, made darker or lighter until text in it can be read on all grounds."""
    text = to_hex(colour)
    while min(contrast(text, ground) for ground in grounds) < _WANTED:
        colour = colour._replace(lightness=min(1, max(0, colour.lightness + step)))
        text = to_hex(colour)
    return text


def _steps(weak: Oklch, strong: Oklch) -> tuple[str, str, str, str]:
    def between(part: float) -> str:
        return to_hex(
            Oklch(
                weak.lightness + (strong.lightness - weak.lightness) * part,
                weak.chroma + (strong.chroma - weak.chroma) * part,
                weak.hue,
            )
        )

    return between(0), between(1 / 3), between(2 / 3), to_hex(strong)
