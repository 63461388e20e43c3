"""Read files, and nothing that only stands in the place of one: a pipe, a socket or a device may never end.

Whatever a user names, or has in a folder, is read by this, in one state that it truly had: a file that is written, or
gives its place to another, while it is read is read again. And where links lead is told.
"""

from __future__ import annotations

import errno
import os
import stat
import time
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
_PAUSES = (0.002, 0.01, 0.05, 0.2, 0.5)
"""Seconds before a file that changed while it was read is read again."""
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_file(place: str | Path) -> bytes:
    """Return a file's bytes. Raises OSError where it cannot be read, and where it is something else than a file."""
    return read_still(place)[0]


def read_still(place: str | Path) -> tuple[bytes, os.stat_result]:
    """Return a file's bytes with what `stat` said before they were read and after. Raises OSError as `read_file` does.

    It is an error, too, where the file goes on changing.
    """
    for pause in (*_PAUSES, None):
        with open_file(place) as file:
            before = os.fstat(file.fileno())
            raw = file.readall()
            if _state(os.fstat(file.fileno())) == _state(before):
                return raw, before
        if pause is not None:
            time.sleep(pause)
    raise OSError(errno.EAGAIN, "it goes on changing while it is read")


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


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
