"""What the preview answers: the last good snapshot, with the page's own text as it is on disk this moment.

A request looks at its page's source first, so no waiting for events stands between saving and seeing; the rest of the
site follows when `reload` has read the journal anew.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

import msgspec

from journal_site.engine.inputs import BuildRequest
from journal_site.engine.records import SourceRecord, read_again
from journal_site.errors import ChangedError, ContentError, Diagnostic, JournalError, Location
from journal_site.file_kinds import NOTEBOOK
from journal_site.model.entry import Entry
from journal_site.model.source import Found, Stamp
from journal_site.reading.scan.texts import stamp_of
from journal_site.serve.snapshot import Snapshot, take_snapshot
from journal_site.site.rows import StoreFailedError

_EMPTY_NS = 50_000_000
"""How long a file that was just emptied is taken to be about to be written."""
_LOOK_S = 0.005
"""How often it is looked at meanwhile."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What is sent for a path."""

    status: int
    path: str
    """Of the output that it is, for its content type; of the place to go to, where the status is a redirect."""
    content: bytes = b""


class _Fresh(msgspec.Struct, frozen=True, kw_only=True):
    """A source as it was read since the snapshot."""

    stamp: Stamp
    settled: bool
    entries: tuple[Entry, ...]


class Preview:
    """The journal's site in memory."""

    def __init__(self, request: BuildRequest) -> None:
        """Take what `journal serve` was asked; nothing is read yet."""
        self._request = request
        self._snapshot: Snapshot | None = None
        self._ready = threading.Event()
        self._reloading = threading.Lock()
        self._reading = threading.Lock()
        self._fresh: dict[str, _Fresh] = {}
        self._found: dict[str, Found] = {}
        self.problems: tuple[Diagnostic, ...] = ()
        self.reloads = 0
        """How often the journal was read, well or not."""

    @property
    def base(self) -> str:
        """The path under which the site will be published: `/notes/`."""
        snapshot = self._snapshot
        url = self._request.base_url or (snapshot.config.url if snapshot is not None else "")
        path = "/" + url.partition("://")[2].partition("/")[2].strip("/")
        return path if path == "/" else f"{path}/"

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What the last good reading found that does not keep the site from being shown."""
        return self._snapshot.diagnostics if self._snapshot is not None else ()

    def reload(self, *, anew: bool = False) -> Snapshot | None:
        """Read the journal again. What is wrong is in `problems` then, and the last good snapshot stays.

        `anew`: all of it, into a new store.
        """
        with self._reloading:
            started = time.time_ns()
            try:
                snapshot = take_snapshot(self._request, self._snapshot, anew=anew)
            except JournalError as error:
                self._keep_last(error.diagnostics)
                return None
            except Exception as error:  # noqa: BLE001 - whatever one reading meets, the preview goes on to the next
                self._keep_last((_unexpected(error),))
                return None
            self.reloads += 1
            self.problems = ()
            sources = snapshot.inputs.sources
            self._found = {one.path: one for one in sources if not one.path.lower().endswith(NOTEBOOK)}
            self._fresh = {path: one for path, one in self._fresh.items() if one.stamp.mtime > started}
            self._snapshot = snapshot
            self._ready.set()
            return snapshot

    def _keep_last(self, problems: tuple[Diagnostic, ...]) -> None:
        self.reloads += 1
        self.problems = problems
        self._ready.set()

    def end(self) -> None:
        """Let requests that wait for the first reading go."""
        self._ready.set()

    def wait(self, seconds: float | None) -> bool:
        """Wait until the journal was read once, at most so long; return whether it was."""
        return self._ready.wait(seconds)

    def answer(self, path: str) -> Answer:
        """Return what is at a path of the site. Raises JournalError where a template fails, or nothing was good yet."""
        self.wait(None)
        try:
            return self._answer(path)
        except ChangedError:  # a picture was edited, and the journal is not read again yet
            self.reload()
        except StoreFailedError:  # the store was damaged since it was written
            self.reload(anew=True)
        return self._answer(path)

    def _answer(self, path: str) -> Answer:
        snapshot = self._snapshot
        if snapshot is None:
            raise ContentError(*self.problems)
        if f"{path}/" == self.base:
            return Answer(status=308, path=self.base)
        name = path.lstrip("/")
        for prefix in dict.fromkeys((self.base.lstrip("/"), "")):
            if name.startswith(prefix):
                answer = self._find(snapshot, name.removeprefix(prefix))
                if answer is not None:
                    return answer
        return Answer(status=404, path="404.html", content=snapshot.page("404.html") or b"not found")

    def _find(self, snapshot: Snapshot, name: str) -> Answer | None:
        output = f"{name}index.html" if not name or name.endswith("/") else name
        content = self._newest(snapshot, output) or snapshot.page(output)
        if content is not None:
            return Answer(status=200, path=output, content=content)
        if f"{name}/index.html" in snapshot.outputs:
            return Answer(status=308, path=f"{name}/")
        return None

    def _newest(self, snapshot: Snapshot, output: str) -> bytes | None:
        """Return an entry's page with its text as it is now, where that is not the snapshot's."""
        item = snapshot.items.get(output)
        found = self._found.get(item.entry.source) if item is not None else None
        if item is None or found is None:
            return None
        fresh = self._read(snapshot, found)
        if fresh is None:
            return None
        for entry in fresh.entries:
            if entry.body == item.entry.body:
                return None
        for entry in fresh.entries:
            if (entry.id_base, entry.kind) == (item.entry.id_base, item.entry.kind):
                return snapshot.page_with(item, entry)
        return None

    def _read(self, snapshot: Snapshot, found: Found) -> _Fresh | None:
        """Return a source as it is now, or None where it is as the snapshot has it or cannot be read."""
        now = time.time_ns()
        try:
            stamp = _written(self._request.root / found.path)
        except OSError:
            return None
        known = self._fresh.get(found.path)
        if known is not None and known.stamp == stamp and known.settled:
            return known
        if known is None and stamp == found.stamp and stamp.settled(now):
            return None
        with self._reading:
            try:
                record, bodies = read_again(self._request.root, found, snapshot.bodies)
            except ContentError:
                return None
        if _errs(record):
            return None
        for digest, html in bodies:
            snapshot.bodies.add(digest, html)
        fresh = _Fresh(stamp=stamp, settled=stamp.settled(now), entries=record.entries)
        self._fresh[found.path] = fresh
        return fresh


def _written(place: Path) -> Stamp:
    """Return a file's stamp; an empty file is given a moment, as most editors empty it before they write."""
    stamp = stamp_of(place.stat())
    while not stamp.size and 0 <= time.time_ns() - stamp.mtime < _EMPTY_NS:
        time.sleep(_LOOK_S)
        stamp = stamp_of(place.stat())
    return stamp


def _errs(record: SourceRecord) -> bool:
    said = [*record.broken, *record.outline.diagnostics]
    for entry in record.entries:
        said += entry.diagnostics
    return any(one.severity == "error" for one in said)


def _unexpected(error: Exception) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="internal",
        message=f"{type(error).__name__}: {error}",
        location=Location(path="journal"),
        hint="a file may have changed while it was read: save one again; if it stays, this is a mistake in journal",
    )
