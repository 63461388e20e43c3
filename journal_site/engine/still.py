"""Work on files that may change meanwhile: what is made of one state of them, or is begun again.

A file is looked at once for what is told of it, and read again where it is copied, scaled or drawn. Both must be of the
same bytes: what is kept under their digest would be another file's else, and what was found harmless might not be.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from journal_site.errors import ChangedError, Diagnostic, Location
from journal_site.reading.scan.texts import digest_of
from journal_site.regular_files import read_file
from journal_site.system_errors import why

_PAUSES = (0.02, 0.2, 1.0)
"""Seconds before work begins again."""
_Done = TypeVar("_Done")


def while_still(work: Callable[[], _Done]) -> _Done:
    """Do work, and again where a file changed meanwhile. Raises ChangedError where that does not end."""
    for pause in _PAUSES:
        try:
            return work()
        except ChangedError:
            time.sleep(pause)
    return work()


def read_same(folder: Path, path: str, digest: str) -> bytes:
    """Return a file's bytes, whose digest is known. Raises ChangedError where they are others, or cannot be read."""
    try:
        raw = read_file(folder / path)
    except OSError as error:
        raise ChangedError(_changed(path, f"cannot be read: {why(error)}")) from error
    if digest_of(raw) != digest:
        raise ChangedError(_changed(path, "goes on changing while the journal is read"))
    return raw


def changed_history() -> ChangedError:
    """Return the error of commits that came, or went, while their dates were asked for."""
    return ChangedError(_changed(".git", "goes on changing while the journal is read"))


def _changed(path: str, message: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="copy-unreadable",
        message=message,
        location=Location(path=path),
        hint="it was there when the build began; build again",
    )
