"""Draw the picture that stands for a page where it is shared: a PNG of 1200 by 630, the same bytes for the same view.

It is drawn in each colour's sixteen shades towards the paper, and told in the sixteen colours that are nearest to them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageDraw

from journal_site.model.page import CardView
from journal_site.site.card_fonts import Face, Font, cut, face, readable, wrap
from journal_site.site.png import COLOURS, write_png

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_INNER = WIDTH - 2 * _MARGIN
_BAR = 14
_SHADES = 16
_PAPER, _INK, _MUTED, _ACCENT = range(4)
_FIRST_LEVEL = 4
_BETWEEN = ((_INK, 8), (_ACCENT, 8), (_MUTED, 8), (_INK, 4), (_INK, 12), (_ACCENT, 4), (_ACCENT, 12), (_MUTED, 4))
"""Shades that letters' edges need beside the colours themselves, the most needed first."""

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


class _Palette(NamedTuple):
    """The colours of a card; paper is the first."""

    colours: list[tuple[int, ...]]
    inks: list[tuple[int, ...]]
    """By each of a view's colours the place of the nearest colour for each amount of it, up to 255."""
    days: list[int]
    """The same for the strip: by level and shade, `level * _SHADES + shade`."""


class Sheet(NamedTuple):
    """What is drawn on, and in which colours."""

    picture: Image.Image
    palette: _Palette

    def write(self, text: str, letters: Face, at: tuple[float, int], colour: int) -> None:
        """Write a line with its base line's beginning at a point."""
        shaded = letters.mask(text).point(self.palette.inks[colour])
        left, top = round(at[0]), at[1] - letters.size
        box = left, top, left + shaded.width, top + shaded.height
        # Only empty paper lies below, whose place is 0; a line may reach into the room of the next.
        self.picture.paste(ImageChops.lighter(self.picture.crop(box), shaded), (left, top))

    def press(self, at: tuple[int, int], colour: int, more: int) -> None:
        """Put a day's square in its place, or one that reaches so many pixels further on all sides."""
        square, touched = _inked(_STRIP_DAY + 2 * more, self.palette.inks[colour])
        self.picture.paste(square, (at[0] - more, at[1] - more), touched)


def blank_sheet(colours: tuple[str, ...]) -> Sheet:
    """Return paper of the size of a card, for a view's colours."""
    return Sheet(Image.new("L", (WIDTH, HEIGHT)), _palette(colours))


def draw_card(view: CardView, root: Path) -> bytes:
    """Return the card as a PNG; `root` is the journal's folder, where the author's own font lies."""
    card = blank_sheet(view.colours)
    own = _Own(Font(root / view.font, view.font_digest) if view.font else None)
    card.picture.paste(card.palette.inks[_ACCENT][-1], (0, 0, WIDTH, _BAR))
    _draw_head(card, view, own)
    day = own.read(view.day, view.numbers)
    title = own.read(view.title)
    # A day that the title names is not told again beside the strip.
    low = _draw_foot(card, view, own, day if title and view.day else "")
    _draw_title(card, title or day or own.read(view.date, view.iso), _topics(view, own), own, low)
    card.picture.putpalette(_ANY_PALETTE)  # without one Pillow does not pack two pixels into a byte
    return write_png(card.picture.size, card.palette.colours, card.picture.tobytes("raw", "P;4"))


def _draw_head(card: Sheet, view: CardView, own: _Own) -> None:
    """Write whose it is, and when."""
    when = own.read(view.date, view.iso)
    small = own.face(_HEAD_SIZE, bold=False)
    used = small.width(when)
    if when:
        card.write(when, small, (WIDTH - _MARGIN - used, _HEAD_LINE), _MUTED)
    name = own.read(view.site, view.place) if view.site else own.read(view.place)
    strong = own.face(_HEAD_SIZE, bold=True)
    for line in cut(name, strong, _INNER - used - _DATE_GAP * bool(when), 1):
        card.write(line, strong, (_MARGIN, _HEAD_LINE), _ACCENT)


def _topics(view: CardView, own: _Own) -> str:
    return " · ".join(filter(None, map(own.read, view.topics)))


def _draw_title(card: Sheet, title: str, topics: str, own: _Own, low: int) -> None:
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
        card.write(line, letters, (_MARGIN, at), _INK)
        at += step
    at += _BELOW_ROOM - step
    for line in below:
        card.write(line, small, (_MARGIN, at), _MUTED)
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


def _draw_foot(card: Sheet, view: CardView, own: _Own, day: str) -> int:
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
        card.write(line, small, (left, at), _MUTED)
        at -= _STREAK_SIZE + _STREAK_SIZE * 2 // 3
        top = min(top, at)
    letters = _sized(day, own, room)
    for line in cut(day, letters, room, 1):
        card.write(line, letters, (left, at), _INK)
        top = min(top, at - letters.size)
    return top - _FOOT_GAP


def _sized(text: str, own: _Own, width: float) -> Face:
    """Return the largest letters in which a day fits in one line."""
    faces = [own.face(size, bold=True, tracking=_TITLE_TRACKING) for size in _DAY_SIZES]
    return next((letters for letters in faces if letters.width(text) <= width), faces[-1])


def _draw_strip(card: Sheet, view: CardView, top: int) -> None:
    columns = -(-len(view.strip) // view.rows)
    days = Image.new("L", (view.rows, columns))
    days.putdata([level * _SHADES for level in view.strip])
    days = days.transpose(Image.Transpose.TRANSPOSE).resize(_size(columns, view.rows), Image.Resampling.NEAREST)
    shaded = ImageChops.add(days, _squares(len(view.strip), view.rows))
    card.picture.paste(shaded.point(card.palette.days), (_MARGIN, top))
    if 0 <= view.marked < len(view.strip):
        column, row = divmod(view.marked, view.rows)
        at = _MARGIN + column * _STRIP_PITCH, top + row * _STRIP_PITCH
        card.press(at, _INK, 3)
        card.press(at, _PAPER, 1)
        card.press(at, _FIRST_LEVEL + view.strip[view.marked], 0)


def _size(columns: int, rows: int) -> tuple[int, int]:
    return columns * _STRIP_PITCH, rows * _STRIP_PITCH


@lru_cache(maxsize=16)
def _squares(days: int, rows: int) -> Image.Image:
    """Return in how strong a shade a strip's days are seen, at each of its pixels."""
    strip = Image.new("L", _size(-(-days // rows), rows))
    day = _square(_STRIP_DAY).point([amount * (_SHADES - 1) // 255 for amount in range(256)])
    for place in range(days):
        strip.paste(day, (place // rows * _STRIP_PITCH, place % rows * _STRIP_PITCH))
    return strip


@lru_cache(maxsize=32)
def _inked(size: int, ink: tuple[int, ...]) -> tuple[Image.Image, Image.Image]:
    """Return a square in a colour, and where it covers what lies below."""
    square = _square(size)
    return square.point(ink), square.point(_TOUCHED)


@lru_cache(maxsize=8)
def _square(size: int) -> Image.Image:
    """Return how much a square with round corners covers."""
    fine = Image.new("L", (size * _FINE, size * _FINE))
    ImageDraw.Draw(fine).rounded_rectangle((0, 0, size * _FINE - 1, size * _FINE - 1), radius=_FINE * 4, fill=255)
    return fine.resize((size, size), Image.Resampling.BOX)


@lru_cache(maxsize=8)
def _palette(colours: tuple[str, ...]) -> _Palette:
    """Return the palette: each colour, and as many shades between it and paper as there is room for."""
    paper, *others = (ImageColor.getrgb(colour)[:3] for colour in colours)
    shades = [[_mixed(paper, colour, shade) for shade in range(_SHADES)] for colour in (paper, *others)]
    wanted = [colour[-1] for colour in shades] + [shades[colour][shade] for colour, shade in _BETWEEN]
    told = list(dict.fromkeys(wanted))[:COLOURS]
    nearest = [[_nearest(told, shade) for shade in colour] for colour in shades]
    return _Palette(
        colours=told,
        inks=[tuple([places[amount * (_SHADES - 1) // 255] for amount in range(256)]) for places in nearest],
        days=[*chain.from_iterable(nearest[_FIRST_LEVEL:]), *[0] * 256][:256],
    )


def _mixed(paper: tuple[int, ...], colour: tuple[int, ...], shade: int) -> tuple[int, ...]:
    return tuple([round(low + (full - low) * shade / (_SHADES - 1)) for low, full in zip(paper, colour, strict=True)])


def _nearest(colours: list[tuple[int, ...]], wanted: tuple[int, ...]) -> int:
    """Return the place of the colour that is nearest to another one."""
    return min(
        range(len(colours)), key=lambda place: sum((a - b) ** 2 for a, b in zip(colours[place], wanted, strict=True))
    )


_ANY_PALETTE = bytes(3 * COLOURS)
_TOUCHED = [255 * (amount * (_SHADES - 1) // 255 > 0) for amount in range(256)]
