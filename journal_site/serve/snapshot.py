"""One state of the journal as the preview shows it: its plan, and pages rendered from it on request.

A snapshot never changes, apart from pages that it has rendered already; a reload makes a new one.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from journal_site.config import SiteConfig
from journal_site.engine.build import bodies_in_use
from journal_site.engine.derive import Derived, derive
from journal_site.engine.fingerprint import fingerprint
from journal_site.engine.inputs import OUTPUT, STORE, BuildRequest, Inputs, load_config, scan
from journal_site.engine.keys import SiteOutput, made_key
from journal_site.engine.make import Maker
from journal_site.engine.still import while_still
from journal_site.errors import ContentError, Diagnostic, sort_key
from journal_site.model.entry import Entry, Slot
from journal_site.model.index import Item, Target
from journal_site.model.page import Deferred, Page, Scaled, Shard
from journal_site.pages.kinds.entry import entry_page
from journal_site.pages.parts.context import PageContext
from journal_site.site.lock import locked
from journal_site.site.store import FILE as STORE_FILE
from journal_site.site.store import BodyReader, Store, run_with_store


class PreviewBodies:
    """Bodies from the store, and those that were read since it was written."""

    def __init__(self, store: Store | None, path: Path | None) -> None:
        """Take a store that keeps all in memory, or the path of one to read."""
        self._store = store
        self._reader = BodyReader(path) if path is not None else None
        self._fresh: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def add(self, digest: str, html: bytes) -> None:
        """Keep a body that the store does not have."""
        self._fresh[digest] = html

    def body(self, digest: str) -> bytes | None:
        """Return a body's HTML."""
        found = self._fresh.get(digest)
        if found is not None:
            return found
        with self._lock:
            source = self._reader or self._store
            return source.body(digest) if source is not None else None

    def terms(self, digest: str) -> bytes | None:
        """Return a body's terms, where the search has asked for them."""
        with self._lock:
            source = self._reader or self._store
            return source.terms(digest) if source is not None else None

    def content(self, digest: str) -> bytes | None:
        """Return the content that was read with a body."""
        with self._lock:
            source = self._reader or self._store
            return source.content(digest) if source is not None else None

    def get(self, key: str) -> str | None:
        """Return a fragment of HTML."""
        with self._lock:
            source = self._reader or self._store
            return source.get(key) if source is not None else None

    def blob(self, digest: str) -> bytes | None:
        """Return the bytes kept under their digest."""
        with self._lock:
            source = self._reader or self._store
            return source.blob(digest) if source is not None else None


class Snapshot:
    """The journal as it was when it was last read as a whole."""

    def __init__(self, config: SiteConfig, inputs: Inputs, derived: Derived, bodies: PreviewBodies) -> None:
        """Take what the conductor derived."""
        self.config = config
        self.inputs = inputs
        self.derived = derived
        self.bodies = bodies
        self.outputs: Mapping[str, SiteOutput] = {output.path: output for output in derived.outputs}
        self.items = {f"{item.url}index.html": item for item in derived.index.items}
        self.diagnostics: tuple[Diagnostic, ...] = tuple(sorted(set(derived.diagnostics), key=sort_key))
        self.used = bodies_in_use(derived.gathered)
        self._maker = Maker(derived.ingredients, bodies, None)
        self._made: dict[str, bytes] = {}
        self._lock = threading.Lock()
        self.scaled: dict[str, bytes] = {}
        """Smaller copies of pictures that were asked for, by their keys."""
        self._scaling = threading.Lock()

    def page(self, path: str) -> bytes | None:
        """Return an output's content, or None where the site has no such file. Raises errors.TemplateError."""
        output = self.outputs.get(path)
        if output is None:
            return None
        if isinstance(output, Scaled):
            return self._scaled(output)
        made = self._made.get(path)
        if made is None:
            with self._lock:
                made = self._maker.make(output)
            if isinstance(output, Page | Deferred | Shard):
                self._made[path] = made
        return made

    def _scaled(self, output: Scaled) -> bytes:
        """Return a smaller copy; while one is made, pages are."""
        key = made_key(output, self.derived.ingredients)
        made = self.scaled.get(key)
        if made is None:
            with self._scaling:
                made = self.scaled[key] = self._maker.make(output)
        return made

    def page_with(self, item: Item, entry: Entry) -> bytes:
        """Return an item's page as it would be with its entry's new text and the index as it was."""
        known = {(slot.kind, slot.target): target for slot, target in zip(item.entry.slots, item.targets, strict=True)}
        targets = tuple(known.get((slot.kind, slot.target)) or _unknown(slot) for slot in entry.slots)
        fresh = replace(item, entry=_with_date(entry, item.entry), targets=targets)
        with self._lock:
            return self._maker.make(entry_page(PageContext(self.derived.facts), fresh))


def _unknown(slot: Slot) -> Target:
    """Return what a slot leads to that the index has not met yet."""
    far = slot.kind == "image" and slot.target.startswith("https://")
    return Target(kind="remote", url=slot.target) if far else Target(kind="missing")


def _with_date(entry: Entry, known: Entry) -> Entry:
    """Return an entry with the date that it had from git, which is asked only for the whole journal."""
    if entry.date is not None or known.date_source != "git":
        return entry
    return replace(entry, date=known.date, dates=known.dates, end_date=known.end_date, date_source="git")


def take_snapshot(request: BuildRequest, last: Snapshot | None, *, anew: bool = False) -> Snapshot:
    """Read the whole journal, as far as it changed since the last good snapshot, which may still be shown.

    With a new store where the last snapshot found the old one damaged (`anew`). Raises JournalError with all that is
    wrong.
    """
    with locked(request.root / STORE) as note:
        folder = request.root / STORE if note is None else None
        return while_still(lambda: run_with_store(folder, fingerprint(), partial(_take, request, last), anew=anew))


def _take(request: BuildRequest, last: Snapshot | None, store: Store) -> Snapshot:
    config = load_config(request.root, store)
    inputs = scan(request, config, request.output or request.root / OUTPUT)
    derived = derive(request, config, inputs, store, last.derived.assets if last is not None else {})
    kept = store.path is not None
    store.commit((last.used if last is not None else frozenset()) | bodies_in_use(derived.gathered))
    if any(one.severity == "error" for one in derived.diagnostics):
        raise ContentError(*sorted(set(derived.diagnostics), key=sort_key))
    bodies = PreviewBodies(None, request.root / STORE / STORE_FILE) if kept else PreviewBodies(store, None)
    snapshot = Snapshot(config, inputs, derived, bodies)
    snapshot.scaled.update(last.scaled if last is not None else {})
    return snapshot
