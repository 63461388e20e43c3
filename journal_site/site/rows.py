"""The rows of the store: a key, a value, and its *proof*, a checksum of both.

SQLite gives what the disk gives it, and a value that is wrong in its place would be published as if somebody had
written it. So no value is used that does not prove itself.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator

from journal_site.system_errors import why

TABLES = ("meta", "sources", "contents", "bodies", "terms", "fragments", "blobs")
SCHEMA = "".join(
    f"CREATE TABLE {table} (key TEXT PRIMARY KEY, value BLOB NOT NULL, proof INTEGER NOT NULL);" for table in TABLES
)
_SELECT = {table: f"SELECT value, proof FROM {table} WHERE key = ?" for table in TABLES}  # noqa: S608 - of our own
INSERT = {table: f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)" for table in TABLES}  # noqa: S608
_SOUND = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_FULL")
"""Errors that say nothing against the file itself, which is then not replaced."""
ProvedRow = tuple[str, bytes, int]


class StoreFailedError(Exception):
    """The store stopped working in the middle of a build, which is to be done again: `run_with_store` does."""

    def __init__(self, reason: str, *, damaged: bool) -> None:
        """Say why, and whether the file itself is at fault, so that another is to take its place."""
        super().__init__(reason)
        self.damaged = damaged

    def __reduce__(self) -> tuple[Callable[[str, bool], StoreFailedError], tuple[str, bool]]:
        """Cross to another process."""
        return _failed, (str(self), self.damaged)


def _failed(reason: str, damaged: bool) -> StoreFailedError:  # noqa: FBT001 - what is pickled has no names
    return StoreFailedError(reason, damaged=damaged)


def lost_row(key: str) -> StoreFailedError:
    """Return the error of a value that must be there, as something that is kept names it, and is not."""
    return StoreFailedError(f"it has lost {key}", damaged=True)


def find(database: sqlite3.Connection, table: str, key: str) -> bytes | None:
    """Return the value that a table has under the key. Raises StoreFailedError."""
    with failing():
        row = database.execute(_SELECT[table], (key,)).fetchone()
    return proven(table, key, *row) if row else None


def proved(table: str, key: str, value: bytes) -> ProvedRow:
    """Return a row with its proof."""
    return key, value, zlib.crc32(value, zlib.crc32(f"{table}/{key}".encode("utf-8", "surrogatepass")))


def proven(table: str, key: str, value: object, proof: object) -> bytes:
    """Return a row's value. Raises StoreFailedError where it is not what was put there."""
    if not isinstance(value, bytes) or proved(table, key, value)[2] != proof:
        raise StoreFailedError(f"{table} holds what nobody put there", damaged=True)
    return value


@contextlib.contextmanager
def failing() -> Iterator[None]:
    """Raise StoreFailedError for what SQLite raises meanwhile."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreFailedError(why(error), damaged=not is_sound(error)) from error


def is_sound(error: Exception) -> bool:
    """Tell whether an error says nothing against the file."""
    return getattr(error, "sqlite_errorname", "").startswith(_SOUND)
