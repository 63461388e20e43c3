"""Terminal output as HTML: colours become classes, other control sequences go, and no text is lost.

The classes are `ansi-red`, `ansi-bright-red`, `ansi-on-red` and so on for the sixteen colours that a theme can keep
readable in light and dark; the 256 and the true colours take the nearest of those.
"""

from __future__ import annotations

from html import escape

from journal_site.characters import clean
from journal_site.expressions import expression
from journal_site.model.base import Value

_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_COLOURS = (*_NAMES, *(f"bright-{name}" for name in _NAMES))
_RGB = (
    (0, 0, 0), (187, 0, 0), (0, 187, 0), (187, 187, 0), (0, 0, 187), (187, 0, 187), (0, 187, 187), (187, 187, 187),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
    (255, 255, 255),
)  # fmt: skip
_CUBE = (0, 95, 135, 175, 215, 255)
_GREY_START = 232
_PALETTE = 16
_COMPONENTS = 3
_LONGEST = 200
"""Characters of one sequence's parameters that are read."""

_SEQUENCE = expression(
    r"(?:\x1b\[|\x9b)([0-9;:]*)m"  # select graphic rendition: the only one that shows
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # any other control sequence
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # operating system command (titles, hyperlinks' targets)
    r"|\x1b[PX^_][^\x1b]*\x1b\\"  # device strings
    r"|\x1b[ -/]*[0-~]?"  # two-character sequences
)
_UNSEEN = expression(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal does not show; escape itself is needed until the sequences are read."""
_SWITCHES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "inverse", 9: "strike"}
_SWITCHES_OFF = {
    22: frozenset({"bold", "dim"}), 23: frozenset({"italic"}), 24: frozenset({"underline"}),
    27: frozenset({"inverse"}), 29: frozenset({"strike"}),
}  # fmt: skip


class _Style(Value, frozen=True, kw_only=True):
    foreground: str = ""
    background: str = ""
    switches: frozenset[str] = frozenset()

    def classes(self) -> str:
        """Return the class attribute's value, in a fixed order."""
        names = [name for name in _SWITCHES.values() if name in self.switches]
        if self.foreground:
            names.append(self.foreground)
        if self.background:
            names.append(f"on-{self.background}")
        return " ".join(f"ansi-{name}" for name in names)


_PLAIN = _Style()


def settle_terminal(text: str) -> str:
    """Return the text as a terminal leaves it: progress bars overwritten, backspaces done."""
    if "\r" in text:
        lines = text.replace("\r\n", "\n").split("\n")
        text = "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in lines)
    return _rub_out(text) if "\b" in text else text


def _rub_out(text: str) -> str:
    kept: list[str] = []
    for character in text:
        if character != "\b":
            kept.append(character)
        elif kept and kept[-1] != "\n":
            kept.pop()
    return "".join(kept)


def strip_ansi(text: str) -> str:
    """Return the text without control sequences and without characters that nobody sees."""
    return clean(_UNSEEN.sub("", _SEQUENCE.sub("", text))) if not text.isprintable() else text


def render_ansi(text: str) -> str:
    """Return escaped HTML with a `<span class="ansi-…">` around each coloured run."""
    if "\x1b" not in text and "\x9b" not in text:
        return _plain(text)
    pieces: list[str] = []
    style = _PLAIN
    start = 0
    for match in _SEQUENCE.finditer(text):
        _append(pieces, text[start : match.start()], style)
        start = match.end()
        if match[1] is not None:
            style = _restyle(style, match[1])
    _append(pieces, text[start:], style)
    return "".join(pieces)


def _append(pieces: list[str], text: str, style: _Style) -> None:
    if not text:
        return
    classes = style.classes()
    pieces.append(f'<span class="{classes}">{_plain(text)}</span>' if classes else _plain(text))


def _plain(text: str) -> str:
    return escape(clean(_UNSEEN.sub("", text)), quote=False)


def _restyle(style: _Style, parameters: str) -> _Style:
    codes = [int(code[:9]) if code else 0 for code in parameters[:_LONGEST].replace(":", ";").split(";")]
    foreground, background, switches = style.foreground, style.background, style.switches
    while codes:
        code = codes.pop(0)
        if code == 0:
            foreground, background, switches = "", "", frozenset()
        elif code in _SWITCHES:
            switches |= {_SWITCHES[code]}
        elif code in _SWITCHES_OFF:
            switches -= _SWITCHES_OFF[code]
        elif code in {38, 48}:
            colour = _extended(codes)
            foreground, background = (colour, background) if code == 38 else (foreground, colour)  # noqa: PLR2004 # SGR
        elif (named := _named(code)) is not None:
            ground, colour = named
            foreground, background = (foreground, colour) if ground else (colour, background)
    return _Style(foreground=foreground, background=background, switches=switches)


def _named(code: int) -> tuple[bool, str] | None:
    """Return (is it the background, the colour's name or "" for the default) for a code of one number."""
    if code in {39, 49}:
        return code == 49, ""  # noqa: PLR2004 # the terminal's own number
    for first, offset in ((30, 0), (90, 8)):
        if first <= code < first + 8:
            return False, _COLOURS[code - first + offset]
        if first + 10 <= code < first + 18:
            return True, _COLOURS[code - first - 10 + offset]
    return None


def _extended(codes: list[int]) -> str:
    """Take `5;n` or `2;r;g;b` off the codes and return the nearest of the sixteen."""
    mode = codes.pop(0) if codes else 0
    if mode == 5 and codes:  # noqa: PLR2004 # the terminal's own number
        return _from_256(codes.pop(0))
    if mode == 2 and len(codes) >= _COMPONENTS:  # noqa: PLR2004 # as above
        red, green, blue = codes[:_COMPONENTS]
        del codes[:_COMPONENTS]
        return _nearest(red, green, blue)
    return ""


def _from_256(number: int) -> str:
    if number < _PALETTE:
        return _COLOURS[number]
    if number >= _GREY_START:
        level = 8 + 10 * (number - _GREY_START)
        return _nearest(level, level, level)
    number -= _PALETTE
    return _nearest(_CUBE[number // 36 % 6], _CUBE[number // 6 % 6], _CUBE[number % 6])


def _nearest(red: int, green: int, blue: int) -> str:
    distances = [(red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2 for r, g, b in _RGB]
    return _COLOURS[distances.index(min(distances))]
