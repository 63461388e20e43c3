"""The journal's folder → its settings. What reads their text is loaded when there is something to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.config.names import CONFIG_FILE, MISNAMED
from journal_site.errors import ConfigError, Diagnostic, Location, UsageError
from journal_site.regular_files import read_file
from journal_site.system_errors import why

if TYPE_CHECKING:
    from pathlib import Path

    from journal_site.config.settings import SiteConfig


def find_root(start: Path) -> Path:
    """Return the nearest folder, from `start` upwards, that holds a site.yaml; raise UsageError where there is none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    misnamed = next((name for name in MISNAMED if (start / name).is_file()), None)
    hint = f"rename {misnamed} to {CONFIG_FILE}" if misnamed else "start one with 'journal init'"
    message = f"no {CONFIG_FILE} in this folder or above it, so there is no journal here"
    place = Location(path=str(start))
    raise UsageError(Diagnostic(severity="error", code="no-journal", message=message, location=place, hint=hint))


def read_config(root: Path) -> SiteConfig:
    """Return the settings of the journal in this folder; raise ConfigError with all that is wrong with them."""
    return config_of(read_settings(root))


def config_of(raw: bytes) -> SiteConfig:
    """Return the settings that a site.yaml of these bytes holds; raise ConfigError with all that is wrong with them."""
    from journal_site.config.parse import parse_config  # noqa: PLC0415 - known settings need it not

    return parse_config(_text(raw))


def read_settings(root: Path) -> bytes:
    """Return the bytes of site.yaml; raise ConfigError where they cannot be read."""
    try:
        return read_file(root / CONFIG_FILE)
    except OSError as error:
        location = Location(path=CONFIG_FILE)
        hint = "check that you may read it"
        message = f"cannot be read: {why(error)}"
        raise ConfigError(_diagnostic("source-unreadable", message, location, hint)) from error


def _text(raw: bytes) -> str:
    r"""Return the text of site.yaml, without a byte order mark and with `\n` as its line ends."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(_not_utf8(raw, error)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    start = raw.rfind(b"\n", 0, error.start) + 1
    line = raw[start:].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    column = len(raw[start : error.start].decode("utf-8", "replace")) + 1
    location = Location(path=CONFIG_FILE, line=raw.count(b"\n", 0, error.start) + 1, column=column)
    message = f"not UTF-8: byte 0x{raw[error.start]:02x} at offset {error.start}"
    return _diagnostic("not-utf-8", message, location, "save the file as UTF-8", line)


def _diagnostic(code: str, message: str, location: Location, hint: str, excerpt: str = "") -> Diagnostic:
    return Diagnostic(severity="error", code=code, message=message, location=location, hint=hint, excerpt=excerpt)
