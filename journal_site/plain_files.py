"""Read files, and nothing that only stands in the place of one: a pipe, a socket or a device may never end.

Whatever a user names, or has in a folder, is read by this.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

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
    _require_file(os.stat(place).st_mode)  # some devices act when they are opened
    descriptor = os.open(place, _FLAGS)
    with open(descriptor, "rb", buffering=0) as file:
        _require_file(os.fstat(descriptor).st_mode)
        return file.readall()


def _require_file(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, f"it is {_KINDS.get(stat.S_IFMT(mode), 'something else')}, not a file")
