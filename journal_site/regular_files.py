"""Read files, and nothing that only stands in the place of one: a pipe, a socket or a device may never end.

Whatever a user names, or has in a folder, is read by this; and where links lead is told.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from io import FileIO
from pathlib import Path

LEADS_OUT = "it is a link that leads out of the journal's folder"

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # should it be a pipe by now
    | getattr(os, "O_NOCTTY", 0)
)
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_file(place: str | Path) -> bytes:
    """Return a file's bytes. Raises OSError where it cannot be read, and where it is something else than a file."""
    with open_file(place) as file:
        return file.readall()


def open_file(place: str | Path) -> FileIO:
    """Open a file to read it. Raises OSError as `read_file` does."""
    _require_file(os.stat(place).st_mode)  # some devices act when they are opened
    return FileIO(place, opener=_open)


def _open(place: str, _: int) -> int:
    descriptor = os.open(place, _FLAGS)
    try:
        _require_file(os.fstat(descriptor).st_mode)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _require_file(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, f"it is {_KINDS.get(stat.S_IFMT(mode), 'something else')}, not a file")


def read_text(place: str | Path, encoding: str = "utf-8", errors: str = "replace") -> str:
    """Return a file's text as Python reads it, each line end one sign. Raises OSError as `read_file` does."""
    return read_file(place).decode(encoding, errors).replace("\r\n", "\n").replace("\r", "\n")


def leads_out(place: str | Path, folders: Iterable[str | Path]) -> bool:
    """Tell whether links lead from a place out of all the folders: what lies there was not given to be published."""
    real = os.path.join(os.path.realpath(place), "")  # a link may lead to one of them itself
    return not any(real.startswith(os.path.join(os.path.realpath(folder), "")) for folder in folders)
