"""Signs that are no text: what is read is freed of them where it comes in, and what a terminal is shown of more.

`clean` is for whatever ends on a page, in a feed, in JSON or on a card; `printable` and `printable_json` for whatever
is written to a terminal, which some signs steer: they end a line, turn its direction, or begin a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from journal_site.expressions import expression

if TYPE_CHECKING:
    import re

_Value = TypeVar("_Value")

_BLANKS = "\x0b\x0c\x85"
"""Controls that Unicode counts as white space."""
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17)
)
"""Halves of characters, and what Unicode promises never to make one."""
_NO_TEXT = expression(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_NO_CHARACTERS}]")
_STEERING = expression(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb{_NO_CHARACTERS}]")
_ASCII_CONTROLS = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
_OTHERS = expression(rb"\xc2[\x80-\x9f]|\xed[\xa0-\xbf]|\xef\xb7[\x90-\xaf]|\xbf[\xbe\xbf]")
"""How UTF-8 begins or ends what `_NO_TEXT` finds beyond ASCII; a few characters more look like it."""


def clean(text: str) -> str:
    r"""Return a text whose only controls are tabs and `\n`; what is no character stands as U+FFFD.

    A text that is clean is returned itself, and told at once, as each text is asked: bytes are quicker to look at.
    """
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw.translate(None, _ASCII_CONTROLS)) == len(raw) and (len(raw) == len(text) or not _OTHERS.search(raw)):
        return text
    settled = text.replace("\r\n", "\n").replace("\r", "\n")
    settled = _NO_TEXT.sub(lambda match: " " if match[0] in _BLANKS else "\ufffd", settled)
    return text if settled == text else settled


def clean_all(value: _Value) -> _Value:
    """Return a value with all texts in it clean: a text, or a tuple, list, table or struct that holds some."""
    import msgspec  # noqa: PLC0415 - what only prints does not need it

    cleaned: object = value
    if isinstance(value, str):
        cleaned = clean(value)
    elif isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: new for name, old in fields.items() if (new := clean_all(old)) is not old}
        cleaned = msgspec.structs.replace(value, **changed) if changed else value
    elif isinstance(value, tuple | list):
        parts = [clean_all(part) for part in value]
        if any(new is not old for new, old in zip(parts, value, strict=True)):
            cleaned = type(value)(parts)
    elif isinstance(value, dict):
        cleaned = {clean_all(key): clean_all(part) for key, part in value.items()}
    return cleaned  # type: ignore[return-value] # of the type that it was


def unfit_name(name: str) -> str:
    """Return why a file's name can stand in no message, page or list of files; empty where it can."""
    if any("\ud800" <= sign <= "\udfff" for sign in name):  # Python stands these for bytes that it cannot decode
        return "its name is not UTF-8"
    return "its name holds control characters" if "\n" in name or "\t" in name or clean(name) is not name else ""


def printable(text: str) -> str:
    """Return a text as one line of a terminal can show it: nothing in it can steer one."""
    return text if text.isprintable() else _STEERING.sub(_shown, text)


def printable_json(text: str) -> str:
    r"""Return JSON that means the same, with what could steer a terminal as `\u…`; its line ends stay."""
    return text if text.isascii() and "\x7f" not in text else _STEERING.sub(_escaped, text)


def _shown(match: re.Match[str]) -> str:
    return " " if match[0].isspace() and match[0] not in "\x1c\x1d\x1e\x1f" else "\ufffd"


def _escaped(match: re.Match[str]) -> str:
    if match[0] == "\n":
        return "\n"
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
