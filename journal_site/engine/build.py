"""The conductor: the whole way of an entry from text to page, readable from top to bottom.

scan → read → index → plan → render → write. It alone carries values from one wing to the next.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import heapq
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from journal_site.config import SiteConfig
from journal_site.engine.assets import AssetRecord, look_at
from journal_site.engine.fingerprint import fingerprint
from journal_site.engine.inputs import (
    OUTPUT,
    STATIC,
    STORE,
    THEME,
    BuildRequest,
    Inputs,
    load_config,
    scan,
)
from journal_site.engine.still import while_still
from journal_site.engine.workers import count_jobs
from journal_site.engine.written import Written, intact
from journal_site.errors import ContentError, Diagnostic, Location, sort_key
from journal_site.model.base import Value
from journal_site.model.outline import Omission
from journal_site.model.page import BuildReport, Card, Deferred, Kept, Scaled
from journal_site.model.source import Found
from journal_site.reading.scan.ground import told_dialects
from journal_site.schemas import lay_out
from journal_site.site.lock import locked, locked_site
from journal_site.site.output import SiteFolder
from journal_site.site.store import Store, run_with_store

if TYPE_CHECKING:
    from journal_site.engine.derive import Derived
    from journal_site.engine.emit import Emitted
    from journal_site.engine.gather import Gathered  # noqa: TC004 - msgspec keeps the name, and asks for no type
    from journal_site.engine.make import Maker
    from journal_site.model.index import Index  # noqa: TC004 - as above


class State(Value, frozen=True, kw_only=True):
    """What a build leaves for the next one into the same folder."""

    inputs: Inputs
    settled: bool
    """Every stamp among the inputs proves what it says."""
    assets: dict[str, AssetRecord | None]
    files: tuple[Written, ...]
    entries: int
    notes: int
    left_out: tuple[Omission, ...]
    diagnostics: tuple[Diagnostic, ...]


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """A journal as its texts are now, before any page is planned."""

    config: SiteConfig
    today: dt.date
    sources: tuple[Found, ...]
    left_out: tuple[Omission, ...]
    gathered: Gathered
    index: Index


class PlannedSite(NamedTuple):
    """A site as it would be made now."""

    config: SiteConfig
    inputs: Inputs
    derived: Derived
    maker: Maker


Result = TypeVar("Result")
_HELD: list[Derived] = []
"""What the last build of this process was made from: a command that ends at once need not take it apart first."""
HEAVY_SITE = 800_000_000
"""Bytes from which on a site is told to be heavy: GitHub Pages and others end at a gigabyte."""
_LARGEST = 5
_UNREADABLE = frozenset({"not-utf-8", "source-unreadable"})
_STATE = msgspec.msgpack.Decoder(State)
_encode = msgspec.msgpack.Encoder().encode


def build(request: BuildRequest) -> BuildReport:
    """Build the site. Raises JournalError with every problem found; then nothing of the site has changed."""
    started = time.perf_counter()
    _HELD.clear()
    site = request.output or request.root / OUTPUT
    with _without_collector(), locked(request.root / STORE) as note, locked_site(site) as unlocked:
        folder = request.root / STORE if note is None else None
        work = partial(_build, request, (note, unlocked))
        report = while_still(lambda: run_with_store(folder, fingerprint(), work))
        if folder is not None and report.written:
            lay_out(folder)
    return replace(report, seconds=time.perf_counter() - started)


def _build(request: BuildRequest, notes: tuple[str | None, ...], store: Store) -> BuildReport:
    config = load_config(request.root, store)
    folder = request.output or request.root / OUTPUT
    output = SiteFolder(folder)
    output.check(request.root, [spec.path for spec in config.sources])
    inputs = scan(request, config, folder)
    state = None if request.clean else _load_state(store, folder)
    kept = intact(state.files, output) if state is not None and state.inputs.version == inputs.version else {}
    if state is not None and len(kept) == len(state.files) and _is_same(state, inputs, request.root):
        return _unchanged(request, state, kept, config, store, folder)
    # An unchanged site needs none of these, and they take a third of its time.
    from journal_site.engine.derive import derive  # noqa: PLC0415
    from journal_site.engine.emit import emit  # noqa: PLC0415
    from journal_site.engine.kept_plan import NO_PLAN, Last, keep_plan, load_plan  # noqa: PLC0415

    plan = load_plan(store, folder) if state is not None else NO_PLAN
    last = Last(plan, state.files, output) if state is not None and len(kept) == len(state.files) else None
    derived = derive(request, config, inputs, store, state.assets if state is not None else {}, last)
    _HELD.append(derived)
    diagnostics = _judge(derived.diagnostics, strict=request.strict)
    jobs = count_jobs(request.jobs)
    traces = _still_known(plan.traces, derived)
    emitted = emit(derived.outputs, derived.ingredients, kept, output, store, jobs=jobs, traces=traces)
    new_state = _state(inputs, derived, emitted, diagnostics)
    store.put_meta(_state_key(folder), _encode(new_state))
    keep_plan(store, folder, replace(derived.plan, traces={**emitted.traces, **derived.facts.prepared}))
    store.commit(bodies_in_use(derived.gathered), scaled=_scaled_in_use(derived))
    return _report(
        folder,
        new_state,
        config,
        (*_notes(*notes, store.note), *diagnostics),
        written=emitted.written,
        removed=emitted.removed,
    )


def read_journal(request: BuildRequest) -> Journal:
    """Return a journal as it is now; nothing is planned or written, and what is unchanged is not read again.

    Raises ConfigError; problems in texts are in the diagnostics of what is returned.
    """
    with _without_collector(), locked(request.root / STORE) as note:
        folder = request.root / STORE if note is None else None
        return while_still(lambda: run_with_store(folder, fingerprint(), partial(_read_journal, request)))


def with_site(request: BuildRequest, use: Callable[[PlannedSite], Result]) -> Result:
    """Return what `use` makes of the site as a build would make it now; nothing of it is written.

    Raises JournalError with every problem found, as `build` does.
    """
    with _without_collector(), locked(request.root / STORE) as note:
        folder = request.root / STORE if note is None else None
        return while_still(lambda: run_with_store(folder, fingerprint(), partial(_with_site, request, use)))


def _with_site(request: BuildRequest, use: Callable[[PlannedSite], Result], store: Store) -> Result:
    from journal_site.engine.make import Maker  # noqa: PLC0415 - as above

    config, inputs, derived = _derived(request, store)
    _judge(derived.diagnostics, strict=request.strict)
    result = use(PlannedSite(config, inputs, derived, Maker(derived.ingredients, store, None)))
    store.commit(bodies_in_use(derived.gathered))
    return result


def _derived(request: BuildRequest, store: Store) -> tuple[SiteConfig, Inputs, Derived]:
    """Return the site as a build would plan it now."""
    from journal_site.engine.derive import derive  # noqa: PLC0415 - as above

    config = load_config(request.root, store)
    folder = request.output or request.root / OUTPUT
    inputs = scan(request, config, folder)
    state = _load_state(store, folder)
    return config, inputs, derive(request, config, inputs, store, state.assets if state is not None else {})


def diagnose(request: BuildRequest) -> tuple[Journal, tuple[Diagnostic, ...]]:
    """Return a journal as it is now, with all that a build would tell of it; nothing is written."""
    with _without_collector(), locked(request.root / STORE) as note:
        folder = request.root / STORE if note is None else None
        return while_still(lambda: run_with_store(folder, fingerprint(), partial(_diagnose, request)))


def _diagnose(request: BuildRequest, store: Store) -> tuple[Journal, tuple[Diagnostic, ...]]:
    config, inputs, derived = _derived(request, store)
    store.commit(bodies_in_use(derived.gathered))
    told = tuple(sorted(set(derived.diagnostics), key=sort_key))
    return _journal(config, inputs, derived.gathered, derived.index), told


def read_with(request: BuildRequest, config: SiteConfig) -> Journal:
    """Return a journal as it would be with these settings, whatever site.yaml says; nothing of it is kept."""
    with _without_collector():
        return while_still(lambda: run_with_store(None, fingerprint(), partial(_read_journal, request, config=config)))


def _read_journal(request: BuildRequest, store: Store, config: SiteConfig | None = None) -> Journal:
    from journal_site.engine.derive import read_texts  # noqa: PLC0415 - as above

    folder = request.output or request.root / OUTPUT
    config = config or load_config(request.root, store)
    inputs = scan(request, config, folder)
    state = _load_state(store, folder)
    read = read_texts(request, config, inputs, store, state.assets if state is not None else {})
    store.commit(bodies_in_use(read.gathered))
    return _journal(config, inputs, read.gathered, read.index)


def _journal(config: SiteConfig, inputs: Inputs, gathered: Gathered, index: Index) -> Journal:
    return Journal(
        config=config,
        today=inputs.today,
        sources=inputs.sources,
        left_out=_left_out(inputs, gathered, index),
        gathered=gathered,
        index=index,
    )


# --- scan ------------------------------------------------------------------------------------------------------------


def _is_same(state: State, inputs: Inputs, root: Path) -> bool:
    if not state.settled or state.inputs != inputs:
        return False
    assets = {path: record for path, record in state.assets.items() if not path.startswith(THEME)}  # inputs hold these
    return look_at(root, assets, assets, {STATIC, *(found.folder for found in inputs.sources)}) == assets


# --- read, index, plan -----------------------------------------------------------------------------------------------


# --- the end ---------------------------------------------------------------------------------------------------------


def _judge(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted, each once; raise them where they must stop the build."""
    ordered = tuple(sorted(set(diagnostics), key=sort_key))
    stopping = {"error", "warning"} if strict else {"error"}
    if any(one.severity in stopping for one in ordered):
        raise ContentError(*ordered)
    return ordered


def _still_known(traces: Mapping[str, bytes], derived: Derived) -> Mapping[str, bytes]:
    """Return the traces that are worth a look: where texts were reworded, what is planned anew is known to differ."""
    if derived.facts.changed is None:
        return traces
    anew = {one.path for one in derived.outputs if isinstance(one, Deferred)}
    return {path: trace for path, trace in traces.items() if path not in anew}


def _notes(*notes: str | None) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(severity="notice", code="store", message=text, location=Location(path=STORE))
        for text in notes
        if text
    )


def _state(inputs: Inputs, derived: Derived, emitted: Emitted, diagnostics: tuple[Diagnostic, ...]) -> State:
    now = time.time_ns()
    stamps = [found.stamp for found in inputs.sources] + [stamp for _, stamp in inputs.files]
    assets = derived.assets.values()
    return State(
        inputs=inputs,
        settled=all(stamp.settled(now) for stamp in stamps)
        and all(record is None or record.settled for record in assets)
        and all(record.settled for record in derived.gathered.sources),
        assets=derived.assets,
        files=emitted.files,
        entries=sum(item.entry.kind == "entry" for item in derived.index.items),
        notes=sum(item.entry.kind == "note" for item in derived.index.items),
        left_out=_left_out(inputs, derived.gathered, derived.index),
        diagnostics=diagnostics,
    )


def _left_out(inputs: Inputs, gathered: Gathered, index: Index) -> tuple[Omission, ...]:
    """Return what the site leaves out: files that were not read, but for those that it holds as they are, and texts."""
    held = {path for _, path in index.assets}
    unreadable = [one.location.path for one in gathered.diagnostics if one.code in _UNREADABLE]
    return (
        *(one for one in inputs.left_out if one.path not in held),
        *(Omission(path=path, line=0, text="", reason="it cannot be read") for path in dict.fromkeys(unreadable)),
        *index.left_out,
    )


def _state_key(folder: Path) -> str:
    return f"state:{os.path.realpath(folder)}"


def _load_state(store: Store, folder: Path) -> State | None:
    raw = store.meta(_state_key(folder))
    return _STATE.decode(raw) if raw is not None else None


def bodies_in_use(gathered: Gathered) -> frozenset[str]:
    """Return the digests of the bodies that the store has to keep."""
    return frozenset(entry.body for entry in gathered.entries) | frozenset(
        notebook.body for notebook in gathered.notebooks.values()
    )


def _scaled_in_use(derived: Derived) -> frozenset[str] | None:
    if any(isinstance(one, Kept) for one in derived.outputs):
        return None
    from journal_site.engine.keys import made_key  # noqa: PLC0415 - as above

    made = derived.ingredients
    return frozenset(made_key(one, made) for one in derived.outputs if isinstance(one, Scaled | Card))


def _unchanged(  # noqa: PLR0913, PLR0917
    request: BuildRequest, state: State, kept: dict[str, Written], config: SiteConfig, store: Store, folder: Path
) -> BuildReport:
    diagnostics = _judge(state.diagnostics, strict=request.strict)
    files = tuple(kept[file.path] for file in state.files)
    if files != state.files:
        state = replace(state, files=files)
        store.put_meta(_state_key(folder), _encode(state))
        store.commit_only()
    return _report(folder, state, config, diagnostics)


def _report(  # noqa: PLR0913 - all that it tells
    folder: Path,
    state: State,
    config: SiteConfig,
    diagnostics: tuple[Diagnostic, ...],
    *,
    written: tuple[str, ...] = (),
    removed: tuple[str, ...] = (),
) -> BuildReport:
    size = sum(file.stamp.size for file in state.files)
    heaviest = heapq.nlargest(_LARGEST, state.files, key=lambda file: file.stamp.size)
    largest = tuple((file.path, file.stamp.size) for file in heaviest)
    if size >= HEAVY_SITE:  # only now is it known
        from journal_site.engine.notices import heavy_site  # noqa: PLC0415 - few sites are

        diagnostics = tuple(one for one in (*diagnostics, heavy_site(size, largest)) if one.code not in config.quiet)
    return BuildReport(
        output=str(folder),
        entries=state.entries,
        notes=state.notes,
        today=state.inputs.today,
        url=state.inputs.flags[0] or config.url,
        sources=tuple(Counter(found.folder for found in state.inputs.sources).items()),
        dialects=told_dialects(state.inputs.sources),
        pages=sum(file.path.endswith(".html") for file in state.files),
        written=written,
        removed=removed,
        unchanged=len(state.files) - len(written),
        size=size,
        largest=largest,
        left_out=state.left_out,
        diagnostics=diagnostics,
    )


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Switch the cyclic collector off: a build makes many values and no cycles among them.

    Before it is switched on again, what is there is set apart, as the first collection would look at all of it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()
