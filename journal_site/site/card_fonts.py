"""The fonts of cards: which of them has a letter, how wide a text is, and where it may be broken.

Letters are set one after another, without shaping, so that the picture hangs on no library of the system; scripts
that need shaping, or run from right to left, are therefore left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.expressions import expression
from journal_site.regular_files import open_file
from journal_site.system_errors import why


class Font(NamedTuple):
    """A font file, and the digest of what it holds: what is kept of it goes by both."""

    path: Path
    digest: str = ""


_VENDOR = Path(__file__).parent.parent / "_vendor"
_REGULAR, _BOLD = Font(_VENDOR / "inter-regular.ttf"), Font(_VENDOR / "inter-bold.ttf")
_NO_LETTER = "\U0010ffff"
_PROBE = 24
_MOST_LETTERS = 500
_UNSHAPED = expression("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Right to left, or put together from parts: Hebrew to Arabic, India's scripts, Thai to Burmese, Khmer."""
_WIDE = expression("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Chinese, Japanese and Korean: lines may break beside any of them."""
_NOT_FIRST = frozenset("、。，．・：；？！ー」』）】〕〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ々")
_NOT_LAST = frozenset("「『（【〔〈《")
_JOINED = frozenset(("Cf", "Mn", "Me"))
"""Signs within a word: joiners, variants, accents."""
_MOST_UNREADABLE = 3
"""A text is left out where more than one letter in so many cannot be drawn."""


class Face:
    """One size of the bold or regular font, with the author's own behind it."""

    def __init__(self, size: int, *, bold: bool, own: Font | None, tracking: float = 0.0) -> None:
        """Load the fonts; `tracking` is added after each letter, as a part of the size."""
        fonts = [_BOLD if bold else _REGULAR, *([own] if own is not None else [])]
        self._fonts = [(font, _load(font, size)) for font in fonts]
        self.tracking = tracking * size
        self._advances = _Advances(self)
        self._letters: dict[str, Image.Image] = {}
        self._room = size // 4
        self.size = size

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(map(self._advances.__getitem__, text))

    def font_of(self, letter: str) -> ImageFont.FreeTypeFont:
        """Return the first font that has the letter."""
        return next((loaded for font, loaded in self._fonts if _has(font, letter)), self._fonts[0][1])

    def mask(self, text: str) -> Image.Image:
        """Return a text as a picture of how much ink there is, `size` high above its baseline and half below it."""
        picture = Image.new("L", (int(self.width(text)) + self.size, self.size * 3 // 2))
        at = 0.0
        for letter in text:
            if not letter.isspace():
                drawn, left = self._drawn(letter), round(at) - self._room
                # Image.paste would look at its arguments for longer than it copies a letter.
                picture.im.paste(255, (left, 0, left + drawn.width, drawn.height), drawn.im)
            at += self._advances[letter]
        return picture

    def _drawn(self, letter: str) -> Image.Image:
        """Return a letter's ink, with room on its left for what reaches out there."""
        drawn = self._letters.get(letter)
        if drawn is None:
            if len(self._letters) >= _MOST_LETTERS:  # in Chinese there is no end of them
                self._letters.clear()
            font = self.font_of(letter)
            width = int(font.getlength(letter)) + 2 * self._room
            drawn = self._letters[letter] = Image.new("L", (width, self.size * 3 // 2))
            ImageDraw.Draw(drawn).text((self._room, self.size), letter, fill=255, font=font, anchor="ls")
        return drawn


class _Advances(dict[str, float]):
    """By letter how far the next one stands behind it."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        found = self[letter] = self._face.font_of(letter).getlength(letter) + self._face.tracking
        return found


@lru_cache(maxsize=128)
def face(size: int, *, bold: bool, own: Font | None, tracking: float = 0.0) -> Face:
    """Return the face of a size, loaded once in each process."""
    return Face(size, bold=bold, own=own, tracking=tracking)


@lru_cache(maxsize=128)
def _load(font: Font, size: int) -> ImageFont.FreeTypeFont:
    try:
        open_file(font.path).close()  # where a file is missing, Pillow would look for one of its name in the system
        return ImageFont.truetype(font.path, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise OutputError(_unreadable(font, error)) from error


def _unreadable(font: Font, error: OSError) -> Diagnostic:
    shipped = font in {_REGULAR, _BOLD}
    return Diagnostic(
        severity="error",
        code="card-font",
        message=f"cannot be read as a font: {why(error) if error.errno else 'it is none'}",
        location=Location(path=font.path.name if shipped else font.path.as_posix()),
        hint="install journal-site from its wheel, or leave 'cards: true' out of site.yaml"
        if shipped
        else "let 'card_font' in site.yaml name a TTF or OTF file, or leave it out",
    )


@lru_cache(maxsize=16384)
def _has(font: Font, letter: str) -> bool:
    """Tell whether a font has a letter: it is then not drawn as what stands for letters that are missing."""
    return letter.isspace() or bytes(_load(font, _PROBE).getmask(letter)) != _missing(font)


@lru_cache(maxsize=16)
def _missing(font: Font) -> bytes:
    return bytes(_load(font, _PROBE).getmask(_NO_LETTER))


@lru_cache(maxsize=1024)  # names and topics stand on many cards
def readable(text: str, own: Font | None) -> str:
    """Return a text without the signs that no font has; nothing where too many of its letters are among them."""
    text = unicodedata.normalize("NFC", text)
    fonts = (_BOLD, own) if own is not None else (_BOLD,)
    kept, lost, letters = [], 0, 0
    for letter in text:
        known = not _UNSHAPED.match(letter) and any(_has(font, letter) for font in fonts)
        kept.append(letter if known else "" if unicodedata.category(letter) in _JOINED else " ")
        if letter.isalpha():
            letters += 1
            lost += not known
    if lost * _MOST_UNREADABLE > letters:
        return ""
    tidy = " ".join("".join(kept).split())
    return tidy if any(letter.isalnum() for letter in tidy) else ""


def wrap(text: str, face: Face, width: float) -> list[str] | None:
    """Return a text's lines, or None where a word alone is too wide."""
    return _lines(_pieces(text), face, width)


def cut(text: str, face: Face, width: float, most: int) -> list[str]:
    """Return at most so many lines of a text, the last with an ellipsis where there is more; long words are parted."""
    parts = [part for piece in _pieces(text) for part in _fitting(piece, face, width)]
    lines = _lines(parts, face, width) or []
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and face.width(last + "…") > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:.–—-") + "…"]


def _lines(pieces: Iterable[str], face: Face, width: float) -> list[str] | None:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        needed = face.width(piece.rstrip())
        if needed > width:
            return None
        if line and used + needed > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += face.width(piece)
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting(word: str, face: Face, width: float) -> Iterator[str]:
    """Yield the parts of a word that each fit."""
    part = ""
    for letter in word:
        if part and not letter.isspace() and face.width(part + letter) > width:
            yield part
            part = ""
        part += letter
    yield part


@lru_cache(maxsize=64)  # a title is tried in several sizes and widths
def _pieces(text: str) -> tuple[str, ...]:
    """Return the pieces of a text between which a line may end, each with the spaces behind it."""
    ends = [
        place
        for place, (letter, following) in enumerate(pairwise(text), start=1)
        if following != " " and (letter == " " or _may_part(letter, following))
    ]
    return tuple([text[start:end] for start, end in pairwise([0, *ends, len(text)]) if end > start])


def _may_part(letter: str, following: str) -> bool:
    if letter in "-–—/" and following.isalpha():
        return True
    if following in _NOT_FIRST or letter in _NOT_LAST:
        return False
    return bool(_WIDE.match(letter) or _WIDE.match(following))
