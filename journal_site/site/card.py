"""Draw the picture that stands for a page where it is shared: a PNG of 1200 by 630, the same bytes for the same view.

It is drawn in a palette from the start: paper, and each colour in sixteen shades towards it.
"""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw

from journal_site.model.page import CardView
from journal_site.site.card_fonts import Face, Font, cut, face, readable, wrap

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_INNER = WIDTH - 2 * _MARGIN
_BAR = 14
_SHADES = 16
_COMPRESSION = 6
"""Of zlib: 9 takes ten times as long for a tenth less."""
_PAPER, _INK, _MUTED, _ACCENT = range(4)
_FIRST_LEVEL, _LEVELS = 4, 5

_HEAD_SIZE = 30
_HEAD_LINE = 98
_TITLE_TOP = 150
_TITLE_SIZES = (88, 78, 70, 62, 54, 48, 42)
_TITLE_LEADING = 1.16
_TITLE_TRACKING = -0.022
_BELOW_SIZE, _BELOW_ROOM, _BELOW_STEP, _BELOW_MOST = 30, 58, 40, 2
_STREAK_SIZE = 34
_STRIP_PITCH, _STRIP_DAY = 24, 19
_STRIP_LOW = HEIGHT - 62
"""The strip's lower edge, and the base line of what is told beside it."""
_DAY_SIZES = (54, 48, 42, 36)
_DATE_GAP = 48
_FOOT_GAP = 44
_FINE = 4
"""Round corners are drawn so much larger, and made smaller."""


class _Own(NamedTuple):
    """The author's font, if there is one."""

    font: Font | None

    def face(self, size: int, *, bold: bool, tracking: float = 0.0) -> Face:
        return face(size, bold=bold, own=self.font, tracking=tracking)

    def read(self, *texts: str) -> str:
        """Return the first text that can be drawn."""
        return next(filter(None, (readable(text, self.font) for text in texts)), "")


def draw_card(view: CardView, root: Path) -> bytes:
    """Return the card as a PNG; `root` is the journal's folder, where the author's own font lies."""
    card = Image.new("L", (WIDTH, HEIGHT), _solid(_PAPER))
    own = _Own(Font(root / view.font, view.font_digest) if view.font else None)
    card.paste(_solid(_ACCENT), (0, 0, WIDTH, _BAR))
    _draw_head(card, view, own)
    day = own.read(view.day, view.numbers)
    title = own.read(view.title)
    # A day that the title names is not told again beside the strip.
    low = _draw_foot(card, view, own, day if title and view.day else "")
    _draw_title(card, title or day or own.read(view.date, view.iso), _topics(view, own), own, low)
    card.putpalette(_palette(view.colours))
    file = io.BytesIO()
    card.save(file, "PNG", compress_level=_COMPRESSION)
    return file.getvalue()


def _draw_head(card: Image.Image, view: CardView, own: _Own) -> None:
    """Write whose it is, and when."""
    when = own.read(view.date, view.iso)
    small = own.face(_HEAD_SIZE, bold=False)
    used = small.width(when)
    if when:
        _write(card, when, small, (WIDTH - _MARGIN - used, _HEAD_LINE), _MUTED)
    name = own.read(view.site, view.place) if view.site else own.read(view.place)
    strong = own.face(_HEAD_SIZE, bold=True)
    for line in cut(name, strong, _INNER - used - _DATE_GAP * bool(when), 1):
        _write(card, line, strong, (_MARGIN, _HEAD_LINE), _ACCENT)


def _topics(view: CardView, own: _Own) -> str:
    return " · ".join(filter(None, map(own.read, view.topics)))


def _draw_title(card: Image.Image, title: str, topics: str, own: _Own, low: int) -> None:
    """Write the title as large as it fits above `low`, and below it the topics where there is room for both."""
    room = low - _TITLE_TOP
    small = own.face(_BELOW_SIZE, bold=False)
    below = cut(topics, small, _INNER, _BELOW_MOST)
    needed = _BELOW_ROOM + _BELOW_STEP * (len(below) - 1) if below else 0
    letters, lines, whole = _fit(title, own, room - needed)
    if not whole:
        below, needed = [], 0
        letters, lines, whole = _fit(title, own, room)
    step = int(letters.size * _TITLE_LEADING)
    at = _TITLE_TOP + letters.size + max(0, room - step * len(lines) - needed) // 3
    for line in lines:
        _write(card, line, letters, (_MARGIN, at), _INK)
        at += step
    at += _BELOW_ROOM - step
    for line in below:
        _write(card, line, small, (_MARGIN, at), _MUTED)
        at += _BELOW_STEP


def _fit(title: str, own: _Own, room: int) -> tuple[Face, list[str], bool]:
    """Return the largest letters in which a title fits, with its lines; else the smallest, what fits, and False."""
    letters = own.face(_TITLE_SIZES[0], bold=True, tracking=_TITLE_TRACKING)
    for size in _TITLE_SIZES:
        letters = own.face(size, bold=True, tracking=_TITLE_TRACKING)
        lines = wrap(title, letters, _INNER)
        if lines is not None and len(lines) <= _lines_in(room, size):
            return letters, _balanced(title, letters, lines), True
    return letters, cut(title, letters, _INNER, _lines_in(room, letters.size)), False


def _balanced(title: str, letters: Face, lines: list[str]) -> list[str]:
    """Return as many lines of more equal length, so that no word stands alone."""
    for hundredths in range(60, 100, 10):
        narrower = wrap(title, letters, _INNER * hundredths / 100)
        if narrower is not None and len(narrower) == len(lines):
            return narrower
    return lines


def _lines_in(room: int, size: int) -> int:
    return max(1, int((room - size) / (size * _TITLE_LEADING)) + 1)


def _draw_foot(card: Image.Image, view: CardView, own: _Own, day: str) -> int:
    """Draw the strip, with the day and the streak beside it; return how far down what stands above may reach."""
    left, top = _MARGIN, HEIGHT - _MARGIN
    if view.strip:
        top = _STRIP_LOW - view.rows * _STRIP_PITCH
        left += -(-len(view.strip) // view.rows) * _STRIP_PITCH + _DATE_GAP
        _draw_strip(card, view, top)
    room = WIDTH - _MARGIN - left
    at = _STRIP_LOW - _STRIP_PITCH + _STRIP_DAY
    small = own.face(_STREAK_SIZE, bold=False)
    for line in cut(own.read(view.streak), small, room, 1):
        _write(card, line, small, (left, at), _MUTED)
        at -= _STREAK_SIZE + _STREAK_SIZE * 2 // 3
        top = min(top, at)
    letters = _sized(day, own, room)
    for line in cut(day, letters, room, 1):
        _write(card, line, letters, (left, at), _INK)
        top = min(top, at - letters.size)
    return top - _FOOT_GAP


def _sized(text: str, own: _Own, width: float) -> Face:
    """Return the largest letters in which a day fits in one line."""
    faces = [own.face(size, bold=True, tracking=_TITLE_TRACKING) for size in _DAY_SIZES]
    return next((letters for letters in faces if letters.width(text) <= width), faces[-1])


def _draw_strip(card: Image.Image, view: CardView, top: int) -> None:
    card.paste(_empty_strip(len(view.strip), view.rows), (_MARGIN, top))
    for place, level in enumerate(view.strip):
        at = _MARGIN + place // view.rows * _STRIP_PITCH, top + place % view.rows * _STRIP_PITCH
        if place == view.marked:
            _press(card, at, _INK, 3)
            _press(card, at, _PAPER, 1)
        if level or place == view.marked:
            _press(card, at, _FIRST_LEVEL + level, 0)


@lru_cache(maxsize=16)
def _empty_strip(days: int, rows: int) -> Image.Image:
    """Return a strip on whose days nothing was written."""
    size = -(-days // rows) * _STRIP_PITCH, rows * _STRIP_PITCH
    strip = Image.new("L", size, _solid(_PAPER))
    for place in range(days):
        _press(strip, (place // rows * _STRIP_PITCH, place % rows * _STRIP_PITCH), _FIRST_LEVEL, 0)
    return strip


def _press(card: Image.Image, at: tuple[int, int], colour: int, more: int) -> None:
    """Put a day's square in its place, or one that reaches so many pixels further on all sides."""
    square, touched = _square(_STRIP_DAY + 2 * more, colour)
    card.paste(square, (at[0] - more, at[1] - more), touched)


@lru_cache(maxsize=32)
def _square(size: int, colour: int) -> tuple[Image.Image, Image.Image]:
    """Return a square with round corners in a colour, and where it covers the paper."""
    fine = Image.new("L", (size * _FINE, size * _FINE))
    ImageDraw.Draw(fine).rounded_rectangle((0, 0, size * _FINE - 1, size * _FINE - 1), radius=_FINE * 4, fill=255)
    ink = fine.resize((size, size), Image.Resampling.BOX)
    return ink.point(_TABLES[colour]), ink.point(_TOUCHED)


def _palette(colours: tuple[str, ...]) -> list[int]:
    """Return the palette: each colour in sixteen shades, from almost paper to the colour itself."""
    paper, *others = (ImageColor.getrgb(colour)[:3] for colour in colours)
    shades = [
        [round(ground + (full - ground) * shade / (_SHADES - 1)) for ground, full in zip(paper, colour, strict=True)]
        for colour in (paper, *others)
        for shade in range(_SHADES)
    ]
    return list(chain.from_iterable(shades))


def _solid(colour: int) -> int:
    return colour * _SHADES + _SHADES - 1


_TABLES = [
    [colour * _SHADES + ink * (_SHADES - 1) // 255 for ink in range(256)] for colour in range(_FIRST_LEVEL + _LEVELS)
]
_TOUCHED = [255 * (ink * (_SHADES - 1) // 255 > 0) for ink in range(256)]


def _write(card: Image.Image, text: str, letters: Face, at: tuple[float, int], colour: int) -> None:
    """Write a line with its base line's beginning at a point."""
    ink = letters.mask(text)
    card.paste(ink.point(_TABLES[colour]), (round(at[0]), at[1] - letters.size), ink.point(_TOUCHED))
