"""What earlier builds left behind, in one SQLite file: entries, bodies, fragments, notebooks and the site's state.

Everything in it can be made again, so nothing here is ever a reason to fail: a store that is damaged, of another
version, locked or not writable is left aside, and the reason is kept in `note` for one line of the report.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from journal_site.model.source import ran_backwards
from journal_site.site.rows import INSERT, SCHEMA, StoreFailedError, failing, find, is_sound, proved, proven
from journal_site.system_errors import why

FILE = "store.db"
_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database."""
SCALED = "scaled:"
"""Begins the keys of pictures' smaller copies among the blobs."""
_CLOCK = "clock"
_SLACK = 200
"""How many unused rows are kept before they are swept out."""
_SCALED_SLACK = 30
_DAMAGED = "the store is damaged: everything is built again"
_Done = TypeVar("_Done")


def run_with_store(folder: Path | None, version: str, work: Callable[[Store], _Done], *, anew: bool = False) -> _Done:
    """Do work with the store below `folder` (None: without one); where that fails in its midst, do it again.

    A store that is damaged, or is to be made `anew`, gives its place to a new one. Raises what `work` raises.
    """
    store = Store(folder, version, anew=anew)
    try:
        while True:
            try:
                return work(store)
            except StoreFailedError as error:
                if store.path is None:
                    raise
                is_to_be_replaced = error.damaged and not store.is_new
                store.close()
                store = Store(folder if is_to_be_replaced else None, version, anew=True)
                store.note = store.note or _told(error, is_to_be_replaced)
    finally:
        store.close()


def _told(error: StoreFailedError, is_replaced: bool) -> str:  # noqa: FBT001 - what follows from the error
    return _DAMAGED if is_replaced else f"the store failed ({error}): everything was built without it"


class Store:
    """One build's view of the store. Writes are held back until `commit`, so that a build is one transaction."""

    def __init__(self, folder: Path | None, version: str, *, anew: bool = False) -> None:
        """Open the store below `folder` (None: keep nothing), or begin a new one: where it is no use, or `anew`."""
        self.note = ""
        self._folder = folder
        self._version = version
        self._fresh = False
        self._database = self._open(anew=anew) if folder is not None else None
        self._bodies: dict[str, bytes] = {}
        self._blobs: dict[str, bytes] = {}
        self._fragments: dict[str, str] = {}

    def _open(self, *, anew: bool) -> sqlite3.Connection | None:
        assert self._folder is not None  # noqa: S101 - the only caller has looked
        try:
            self._folder.mkdir(exist_ok=True)
            (self._folder / (FILE + ".new")).unlink(missing_ok=True)
            return (None if anew else self._open_old()) or self._open_new()
        except (OSError, sqlite3.Error) as error:
            self.note = f"the store in {self._folder.name}/ cannot be used ({why(error)}): everything is built again"
            return None

    def _open_old(self) -> sqlite3.Connection | None:
        assert self._folder is not None  # noqa: S101
        path = self._folder / FILE
        if not os.path.lexists(path):
            return None
        if not all(map(_is_file_or_none, (path, *(path.with_name(FILE + end) for end in _BESIDE)))):
            self.note = "the store is no file: everything is built again"
            return None
        database = None
        try:
            database = sqlite3.connect(path, timeout=10, isolation_level=None)
            database.execute("PRAGMA synchronous = NORMAL")
            # Pages that spill before the commit would take the lock that keeps the workers' readers out.
            database.execute("PRAGMA cache_spill = OFF")
            row = database.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            if row is not None and bytes(row[0]).decode() == self._version:
                if not ran_backwards(_clock_of(database), time.time_ns()):
                    database.execute("BEGIN IMMEDIATE")
                    return database
                self.note = "the clock was set back: everything is built again"
            else:
                self.note = "the store is of another version: everything is built again"
        except (sqlite3.DatabaseError, StoreFailedError, ValueError, TypeError) as error:
            if is_sound(error):
                if database is not None:
                    database.close()
                raise
            self.note = _DAMAGED
        if database is not None:
            database.close()
        return None

    def _open_new(self) -> sqlite3.Connection:
        """Begin a store beside the old one, which `commit` puts in its place: until then nothing refers to it."""
        assert self._folder is not None  # noqa: S101
        self._fresh = True
        database = sqlite3.connect(self._folder / (FILE + ".new"), isolation_level=None)
        try:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(SCHEMA)
            database.execute("BEGIN")
            database.execute(INSERT["meta"], proved("meta", "version", self._version.encode()))
        except sqlite3.Error:
            database.close()
            raise
        return database

    @property
    def path(self) -> Path | None:
        """Where readers in other processes find what `flush` has written."""
        if self._folder is None or self._database is None:
            return None
        return self._folder / (FILE + ".new" if self._fresh else FILE)

    @property
    def is_new(self) -> bool:
        """Tell whether there is nothing yet to be found in it."""
        return self._fresh

    def meta(self, key: str) -> bytes | None:
        """Return the value kept under the key."""
        return self._one("meta", key)

    def put_meta(self, key: str, value: bytes) -> None:
        """Keep a value under the key."""
        self._put("meta", [(key, value)])

    def sources(self) -> Iterator[tuple[str, bytes]]:
        """Return every source's record by path."""
        if self._database is not None:
            with failing():
                for key, value, proof in self._database.execute("SELECT key, value, proof FROM sources"):
                    yield key, proven("sources", key, value, proof)

    def put_sources(self, records: Iterable[tuple[str, bytes]], gone: Iterable[str]) -> None:
        """Keep records and forget those of sources that are gone."""
        self._put("sources", records)
        if self._database is not None:
            with failing():
                self._database.executemany("DELETE FROM sources WHERE key = ?", [(path,) for path in gone])

    def content(self, digest: str) -> bytes | None:
        """Return the content that was read with a body."""
        return self._one("contents", digest)

    def body(self, digest: str) -> bytes | None:
        """Return a body's HTML."""
        pending = self._bodies.get(digest)
        return pending if pending is not None else self._one("bodies", digest)

    def put_bodies(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Keep bodies: digest, content, HTML."""
        rows = list(rows)
        if self._database is None:
            self._bodies.update((digest, html) for digest, _, html in rows)
        self._put("contents", ((digest, content) for digest, content, _ in rows))
        self._put("bodies", ((digest, html) for digest, _, html in rows))

    def terms(self, digest: str) -> bytes | None:
        """Return a body's terms, where the search has asked for them."""
        return self._one("terms", digest)

    def put_terms(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep terms under the digests of their bodies."""
        self._put("terms", rows)

    def blob(self, digest: str) -> bytes | None:
        """Return the bytes kept under their digest."""
        pending = self._blobs.get(digest)
        return pending if pending is not None else self._one("blobs", digest)

    def put_blobs(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep bytes under their digests."""
        rows = list(rows)
        if self._database is None:
            self._blobs.update(rows)
        self._put("blobs", rows)

    def get(self, key: str) -> str | None:
        """Return a fragment of HTML (highlighted code, a formula)."""
        pending = self._fragments.get(key)
        if pending is not None or self._fresh:
            return pending
        raw = self._one("fragments", key)
        return raw.decode() if raw is not None else None

    def put(self, key: str, fragment: str) -> None:
        """Keep a fragment."""
        self._fragments[key] = fragment

    def put_fragments(self, fragments: Iterable[tuple[str, str]]) -> None:
        """Keep the fragments that another process made."""
        self._fragments.update(fragments)

    def flush(self) -> None:
        """Let other processes read the bodies and blobs so far.

        They are kept by content, so if this build dies they are at worst unused, and swept later.
        """
        if self._database is not None:
            with failing():
                self._database.execute("COMMIT")
                self._database.execute("BEGIN IMMEDIATE")

    def commit(self, used: frozenset[str], *, scaled: frozenset[str] | None = None) -> None:
        """End the transaction and put a new store in its place. `used` are the digests of bodies still in use.

        `scaled` are the keys of smaller copies still in use; None where that is not known.
        """
        self._put("fragments", ((key, value.encode("utf-8", "replace")) for key, value in self._fragments.items()))
        self._fragments = {}
        if self._database is None:
            return
        with failing():
            self._sweep(self._database, used)
            self._sweep_scaled(self._database, scaled)
            self._note_clock(self._database)
            self._database.execute("COMMIT")
        self.close()
        if self._fresh and self._folder is not None:
            for end in _BESIDE:  # a stale rollback journal would be played into the new file
                with contextlib.suppress(OSError):
                    (self._folder / (FILE + end)).unlink()
            with contextlib.suppress(OSError):
                (self._folder / (FILE + ".new")).replace(self._folder / FILE)

    def commit_only(self) -> None:
        """End the transaction without sweeping: nothing but values changed."""
        if self._database is not None and not self._fresh:
            with failing():
                self._note_clock(self._database)
                self._database.execute("COMMIT")
                self._database.execute("BEGIN IMMEDIATE")

    def _note_clock(self, database: sqlite3.Connection) -> None:
        """Keep when this was: which stamps prove something was judged before."""
        database.execute(INSERT["meta"], proved("meta", _CLOCK, b"%d" % time.time_ns()))

    def _sweep(self, database: sqlite3.Connection, used: frozenset[str]) -> None:
        if self._fresh:
            return
        count = database.execute("SELECT count(*) FROM bodies").fetchone()[0]
        if count > len(used) + len(used) // 4 + _SLACK:
            database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
            database.executemany("INSERT INTO used VALUES (?)", ((digest,) for digest in sorted(used)))
            for table in ("contents", "bodies", "terms"):
                database.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM used)")  # noqa: S608
            database.execute(
                "DELETE FROM fragments WHERE rowid <= (SELECT max(rowid) FROM fragments) - ?", (8 * len(used) + 5000,)
            )

    def _sweep_scaled(self, database: sqlite3.Connection, used: frozenset[str] | None) -> None:
        if self._fresh or used is None:
            return
        query = "SELECT key FROM blobs WHERE key >= ? AND key < ?"
        kept = [str(key) for (key,) in database.execute(query, (SCALED, SCALED[:-1] + chr(ord(SCALED[-1]) + 1)))]
        if len(kept) > len(used) + len(used) // 4 + _SCALED_SLACK:
            gone = [(key,) for key in kept if key not in used]
            database.executemany("DELETE FROM blobs WHERE key = ?", gone)

    def close(self) -> None:
        """Let go of the file. What was not committed is lost, as it should be."""
        database, self._database = self._database, None
        if database is not None:
            with contextlib.suppress(sqlite3.Error):
                database.close()

    def _one(self, table: str, key: str) -> bytes | None:
        return find(self._database, table, key) if self._database is not None else None

    def _put(self, table: str, rows: Iterable[tuple[str, bytes]]) -> None:
        if self._database is not None:
            with failing():
                self._database.executemany(INSERT[table], (proved(table, key, value) for key, value in rows))


def _clock_of(database: sqlite3.Connection) -> int:
    """Return what time it was when the store was last written."""
    row = database.execute("SELECT value, proof FROM meta WHERE key = ?", (_CLOCK,)).fetchone()
    return int(proven("meta", _CLOCK, *row)) if row else 0


def _is_file_or_none(path: Path) -> bool:
    """Tell whether SQLite may open a path: it would follow a link, and wait for a pipe."""
    return not os.path.lexists(path) or (path.is_file() and not path.is_symlink())


class BodyReader:
    """Reads what the store holds in a process that did not open it; each process must open its own connection.

    Threads may share one, in turn.
    """

    def __init__(self, path: Path) -> None:
        """Open the file for reading only."""
        with failing():
            self._database = sqlite3.connect(
                f"file:{_quoted(path)}?mode=ro", uri=True, timeout=30, check_same_thread=False
            )
        # A snapshot of the preview is dropped while requests may still read from it: who reads last lets go.
        weakref.finalize(self, self._database.close)

    def body(self, digest: str) -> bytes | None:
        """Return a body's HTML."""
        return find(self._database, "bodies", digest)

    def terms(self, digest: str) -> bytes | None:
        """Return a body's terms, where the search has asked for them."""
        return find(self._database, "terms", digest)

    def content(self, digest: str) -> bytes | None:
        """Return the content that was read with a body."""
        return find(self._database, "contents", digest)

    def get(self, key: str) -> str | None:
        """Return a fragment of HTML."""
        raw = find(self._database, "fragments", key)
        return raw.decode() if raw is not None else None

    def blob(self, digest: str) -> bytes | None:
        """Return the bytes kept under their digest."""
        return find(self._database, "blobs", digest)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
