"""Twenty colours for topics, and which topic has which: told apart in both schemes, by colour-blind readers too.

The table was found by search: of all colours with enough contrast, those whose smallest difference from each other is
largest, as seen with normal sight, protanopia, deuteranopia and tritanopia alike. A test computes both again. Since
colour alone shall say nothing, each has a mark beside it: a dot, a bar, a cut corner, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.colour import Oklch, to_hex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal_site.model.index import Topic

_DARK_IS_LIGHTER = 0.24
_DARK_CHROMA = 0.9
_TABLE = (
    Oklch(0.52, 0.11, 165), Oklch(0.54, 0.11, 30), Oklch(0.54, 0.14, 285), Oklch(0.64, 0.11, 195),
    Oklch(0.6, 0.11, 0), Oklch(0.6, 0.11, 255), Oklch(0.56, 0.14, 120), Oklch(0.48, 0.14, 315),
    Oklch(0.42, 0.18, 30), Oklch(0.64, 0.14, 135), Oklch(0.46, 0.18, 345), Oklch(0.38, 0.11, 150),
    Oklch(0.66, 0.08, 30), Oklch(0.46, 0.18, 285), Oklch(0.48, 0.11, 120), Oklch(0.38, 0.18, 270),
    Oklch(0.46, 0.08, 15), Oklch(0.54, 0.08, 330), Oklch(0.38, 0.14, 300), Oklch(0.38, 0.08, 345),
)  # fmt: skip
_MARKS = (
    "none",
    "radial-gradient(circle, var(--paper) 17%, #0000 22%)",
    "linear-gradient(#0000 44%, var(--paper) 44% 56%, #0000 56%)",
    "linear-gradient(135deg, var(--paper) 25%, #0000 26%)",
)
MOST = len(_TABLE)


def topic_colours() -> tuple[tuple[str, str], ...]:
    """Return each colour as `#rrggbb`, for the light and for the dark scheme."""
    return tuple(
        (to_hex(one), to_hex(Oklch(one.lightness + _DARK_IS_LIGHTER, one.chroma * _DARK_CHROMA, one.hue)))
        for one in _TABLE
    )


def topic_colours_css() -> str:
    """Return the classes `k1` to `k20`, which set a topic's colour and its mark."""
    lines = [f".k{at} {{ --k: light-dark({one}, {other}); }}\n" for at, (one, other) in enumerate(topic_colours(), 1)]
    for place, mark in enumerate(_MARKS[1:], 2):
        classes = ", ".join(f".k{at}" for at in range(place, MOST + 1, len(_MARKS)))
        lines.append(f":is({classes}) {{ --mark: {mark}; }}\n")
    return "".join(lines)


def colours_of(topics: Sequence[Topic], order: Mapping[str, int]) -> dict[str, int]:
    """Return by slug the number of a topic's colour, from 1: those with most entries have one, in order of appearance.

    So a topic keeps its colour as the journal grows, unless another takes its place among the twenty. `order` gives
    the places of entries by their ids.
    """
    written = [topic for topic in topics if topic.entries]
    largest = sorted(written, key=lambda topic: (-len(topic.entries), topic.slug))[:MOST]
    largest.sort(key=lambda topic: (order.get(topic.entries[0], -1), topic.slug))
    return {topic.slug: place for place, topic in enumerate(largest, 1)}
