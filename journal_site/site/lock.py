"""One build at a time in a journal: the second waits, and says so."""

from __future__ import annotations

import contextlib
import errno
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from journal_site.system_errors import why

FILE = "lock"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[str | None]:
    """Hold the lock in `folder`, waiting for whoever has it.

    Yields None, or in words why there can be no lock (the folder cannot be written, or is a link to one that is not the
    journal's): then nothing can be kept either.
    """
    try:
        file = _open(folder)
    except OSError as error:
        yield f"{folder.name}/ cannot be written ({why(error)}): everything is built each time"
        return
    with file:
        if not _take(file, wait=False):
            sys.stderr.write("waiting for another build of this journal to end…\n")
            _take(file, wait=True)
        yield None


def _open(folder: Path) -> IO[bytes]:
    folder.mkdir(exist_ok=True)
    place = folder / FILE
    for one in (folder, place):
        if one.is_symlink():
            raise OSError(errno.ELOOP, f"'{one.name}' is a link")
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, f"'{FILE}' is no file")
    return place.open("a+b")


if sys.platform == "win32":
    import msvcrt
    import time

    def _take(file: IO[bytes], *, wait: bool) -> bool:
        while True:
            try:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.2)
            else:
                return True

else:
    import fcntl

    def _take(file: IO[bytes], *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
