"""Write imported files so that each is, at any moment, as it was or as it is to be."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.reading.scan.texts import digest_of
from journal_site.regular_files import read_file
from journal_site.system_errors import why

_PREFIX, _SUFFIX = ".journal-import-", ".tmp"


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place in one step. Raises OutputError where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise OutputError(_refused(path, "written", error)) from None


def digest_there(path: Path) -> str | None:
    """Return the digest of a file of the journal, None where there is none.

    Raises OutputError where it cannot be read: it is not deleted then, and whose it is is not known.
    """
    try:
        return digest_of(read_file(path))
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):  # writing there will say so
        return None
    except OSError as error:
        raise OutputError(_refused(path, "read", error)) from None


def remove_leftovers(folder: Path) -> None:
    """Remove what an import that was ended by force left half-written."""
    for path in folder.rglob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            path.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(path: Path, what: str, error: OSError) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="import-unwritable",
        message=f"cannot be {what}: {why(error)}",
        location=Location(path=path.as_posix()),
        hint="check that you may read and write there, and that no file is in the place of a folder",
    )
