"""One build at a time in a journal, and into a folder: the second waits, and says so.

The system holds the locks, for as long as a process lives: none is ever stale. Where it has none for the file system,
that is told.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from journal_site.system_errors import why

FILE = "lock"
_NO_FOLLOWING = getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[str | None]:
    """Hold the lock in `folder`, waiting for whoever has it.

    Yields None, or in words why there can be no lock (the folder cannot be written, or is a link to one that is not the
    journal's): then nothing can be kept either.
    """
    descriptor, note = None, None
    try:
        descriptor = _open(folder)
        _wait(descriptor, "of this journal", _holder(descriptor))
        _tell_holder(descriptor)
    except OSError as error:
        note = f"{folder.name}/ cannot be written ({why(error)}): everything is built each time"
    try:
        yield note
    finally:
        if descriptor is not None:
            os.close(descriptor)


@contextlib.contextmanager
def locked_site(folder: Path) -> Iterator[str | None]:
    """Hold the lock of the folder of a site, which several journals may be built into.

    Where there is none yet, that of the folder beside it in which it is made. Yields None, or in words why there is no
    lock.
    """
    descriptor, note, made = None, None, None
    try:
        made = None if folder.is_dir() else _make(partial_of(folder))
        descriptor = _lock_folder(folder)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            note = f"'{folder.name}' cannot be locked ({why(error)}): build into it once at a time"
    try:
        yield note
    finally:
        if made is not None:
            _remove_empty(partial_of(folder), made)
        if descriptor is not None:
            os.close(descriptor)


_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF})


def partial_of(folder: Path) -> Path:
    """Return the folder in which a site is made whose own folder is not there yet."""
    return folder.with_name(f".{folder.name}.partial")


def _make(place: Path) -> Path:
    """Make a folder and those above it; return the first that was not there."""
    first = place
    while not os.path.lexists(first.parent):
        first = first.parent
    place.mkdir(parents=True, exist_ok=True)
    return first


def _remove_empty(place: Path, first: Path) -> None:
    """Remove folders that nothing was put into, from one up to the first that was made."""
    with contextlib.suppress(OSError):
        place.rmdir()
        while place != first:
            place = place.parent
            place.rmdir()


def _open(folder: Path) -> int:
    folder.mkdir(exist_ok=True)
    place = folder / FILE
    for one in (folder, place):
        if one.is_symlink():
            raise OSError(errno.ELOOP, f"'{one.name}' is a link")
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, f"'{FILE}' is no file")
    return os.open(place, os.O_RDWR | os.O_CREAT | _NO_FOLLOWING, 0o666)


def _holder(descriptor: int) -> str:
    """Return which process says that it holds a lock."""
    said = os.pread(descriptor, 20, 0) if hasattr(os, "pread") else b""
    return f", process {said.decode()}" if said.isdigit() else ""


def _tell_holder(descriptor: int) -> None:
    if hasattr(os, "pwrite"):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, b"%d" % os.getpid(), 0)


def _wait(descriptor: int, what: str, who: str = "") -> None:
    if not _take(descriptor, wait=False):
        sys.stderr.write(f"waiting for another build {what} to end{who}…\n")
        _take(descriptor, wait=True)


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock_folder(folder: Path) -> int:
        """Take the lock of a site's folder, by a file beside it: a folder cannot be opened."""
        descriptor = os.open(folder.with_name(f".{folder.name}.lock"), os.O_RDWR | os.O_CREAT)
        _wait(descriptor, f"into '{folder.name}'")
        return descriptor

    def _take(descriptor: int, *, wait: bool) -> bool:
        while True:
            try:
                os.lseek(descriptor, 1 << 30, os.SEEK_SET)
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.2)
            else:
                return True

else:
    import fcntl

    def _lock_folder(folder: Path) -> int:
        """Take the lock of the folder that stands at the site's place, or in which it is made."""
        while True:
            descriptor = os.open(_place(folder), os.O_RDONLY | os.O_DIRECTORY | _NO_FOLLOWING)
            try:
                _wait(descriptor, f"into '{folder.name}'")
                with contextlib.suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(descriptor), _place(folder).stat()):
                        return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # whoever had it has put another folder there, or none
            if not folder.is_dir():
                partial_of(folder).mkdir(parents=True, exist_ok=True)

    def _place(folder: Path) -> Path:
        return Path(os.path.realpath(folder)) if folder.is_dir() else partial_of(folder)

    def _take(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
