"""Why the system refused something, in our words: its own differ between systems, and from release to release."""

from __future__ import annotations

import errno

REFUSED = "permission is refused"

_REASONS = {
    "EACCES": REFUSED,
    "EBUSY": "another program uses it",
    "EDQUOT": "the disk quota is used up",
    "EEXIST": "something of this name is there already",
    "EFBIG": "it is larger than the disk takes",
    "EIO": "the disk failed",
    "EISDIR": "it is a folder",
    "ELOOP": "its links lead round in a circle",
    "EMFILE": "too many files are open",
    "ENAMETOOLONG": "the name is too long",
    "ENFILE": "too many files are open",
    "ENOENT": "it does not exist",
    "ENOEXEC": "it is no program",
    "ENOSPC": "the disk is full",
    "ENOTDIR": "a file is in the place of a folder",
    "ENOTEMPTY": "the folder is not empty",
    "EPERM": REFUSED,
    "EROFS": "the disk may only be read",
    "ETXTBSY": "another program uses it",
    "SQLITE_BUSY": "another program uses it",
    "SQLITE_CANTOPEN": "it cannot be opened",
    "SQLITE_CORRUPT": "it is damaged",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk failed",
    "SQLITE_LOCKED": "another program uses it",
    "SQLITE_NOTADB": "it is damaged",
    "SQLITE_PERM": REFUSED,
    "SQLITE_READONLY": "it may only be read",
}


def why(error: Exception) -> str:
    """Return why a call of the system or of SQLite failed; in the error's own words where it is a rare one."""
    if isinstance(error, OSError):
        name = errno.errorcode.get(error.errno or 0, "")
        own = error.strerror
    else:
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])  # SQLITE_IOERR_WRITE is one SQLITE_IOERR
        own = None
    return _REASONS.get(name) or own or str(error) or type(error).__name__
