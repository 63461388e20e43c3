"""The file that `journal readme` keeps current: read whole, written in one step, never one that the journal reads."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from journal_site.errors import Diagnostic, Location, OutputError, UsageError
from journal_site.regular_files import read_file
from journal_site.system_errors import why


def read_target(place: Path, path: str) -> bytes:
    """Return the file's bytes. Raises UsageError where it is not there or no text."""
    try:
        raw = read_file(place)
    except FileNotFoundError:
        hint = "make it, with '<!-- journal: newest --><!-- /journal -->' where the newest entries are to stand"
        raise _unusable("readme-missing", "there is no such file", path, hint) from None
    except OSError as error:
        raise _unusable("readme-missing", f"cannot be read: {why(error)}", path, "check that you may read it") from None
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _unusable("readme-encoding", "this is no UTF-8", path, "save it as UTF-8", line) from None
    return raw


def check_target(path: str, sources: Collection[str]) -> None:
    """Raise UsageError where the journal reads the file itself: what is written there would become its text."""
    if path in sources:
        hint = "name another file; the site shows all this of a log by itself"
        raise _unusable("readme-source", "this is a text of the journal itself", path, hint)


def write_target(place: Path, before: bytes, made: bytes, path: str) -> None:
    """Write the file in one step, with the rights that it has. Raises OutputError where it cannot, or has changed."""
    real = place.resolve()
    scratch = real.with_name(f".{real.name}.journal-new")
    try:
        if read_file(real) != before:
            raise OutputError(_problem("readme-changed", "it was changed just now", path, "run the command again"))
        scratch.write_bytes(made)
        scratch.chmod(real.stat().st_mode)
        scratch.replace(real)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        hint = "check that you may write it"
        raise OutputError(_problem("readme-unwritable", f"cannot be written: {why(error)}", path, hint)) from None


def _unusable(code: str, message: str, path: str, hint: str, line: int = 0) -> UsageError:
    return UsageError(_problem(code, message, path, hint, line))


def _problem(code: str, message: str, path: str, hint: str, line: int = 0) -> Diagnostic:
    place = Location(path=path, line=line, column=1 if line else 0)
    return Diagnostic(severity="error", code=code, message=message, location=place, hint=hint)
