"""SVG files: the size that they ask for."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from journal_site.expressions import expression
from journal_site.pictures.kinds import Measure, NoPictureError

_LENGTH = expression(r"\s*\+?(\d+(?:\.\d*)?|\.\d+)(?:e\+?(\d))?\s*(px|pt|pc|mm|cm|in|em|rem|ex|q)?\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0,
           "rem": 16.0, "ex": 8.0, "q": 96 / 101.6}  # fmt: skip
_SEPARATORS = expression(r"[\s,]+")
_LARGEST = 100_000


class _Box(NamedTuple):
    width: float = 0
    height: float = 0


def measure_svg(raw: bytes) -> Measure:
    """Return the size by `width` and `height`, else by `viewBox`. Raises NoPictureError where it is not well-formed."""
    found: list[dict[str, str]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if not found:
            if name.rpartition(":")[2] != "svg":
                raise NoPictureError("it is XML, and no SVG picture")
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat takes it by place only
    except NoPictureError:
        raise
    except expat.ExpatError as error:
        raise NoPictureError(f"it is no well-formed SVG (line {error.lineno}, column {error.offset + 1})") from None
    except ValueError:
        raise NoPictureError("it is no well-formed SVG") from None
    return Measure(*_size(found[0])) if found else Measure()


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    box = _view_box(attributes.get("viewBox", ""))
    if box.width and box.height:
        if width and not height:
            height = width * box.height / box.width
        elif height and not width:
            width = height * box.width / box.height
        elif not width:
            width, height = box
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        return 0, 0
    return max(1, round(width)), max(1, round(height))


def _pixels(length: str) -> float:
    """Return a length in pixels; 0 for a percentage, and for what is none."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * 10 ** int(match[2] or 0) * _PIXELS[(match[3] or "").lower()] if match else 0


def _view_box(text: str) -> _Box:
    parts = [_LENGTH.fullmatch(part) for part in _SEPARATORS.split(text.strip())[2:]]
    if len(parts) != 2 or not all(parts):  # noqa: PLR2004 - width and height follow the two of the corner
        return _Box()
    return _Box(*(_pixels(part[0]) for part in parts if part))
