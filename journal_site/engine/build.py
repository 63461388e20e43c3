"""The conductor: the whole way of an entry from text to page, readable from top to bottom.

scan → read → index → plan → render → write. It alone carries values from one wing to the next.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import os
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from journal_site.config import SiteConfig, SourceSpec, read_config
from journal_site.config.names import CONFIG_FILE
from journal_site.config.today import resolve_today
from journal_site.engine.collisions import report_lost, settle
from journal_site.engine.emit import Emitted, Written, emit, intact
from journal_site.engine.fingerprint import fingerprint
from journal_site.engine.gather import AssetRecord, Gathered, gather, look_at
from journal_site.engine.kept_index import Basis, find_basis, keep_index, kept_index
from journal_site.engine.kept_plan import NO_PLAN, Last, LastPlan, changed_items, keep_plan, load_plan, outputs_again
from journal_site.engine.keys import Ingredients, Output, frame, made_key
from journal_site.engine.workers import count_jobs
from journal_site.errors import ContentError, Diagnostic, Location, sort_key
from journal_site.model.base import Value
from journal_site.model.entry import Entry
from journal_site.model.index import Index
from journal_site.model.outline import Omission, Outline
from journal_site.model.page import BuildReport, Card, Copy, Deferred, Kept, Scaled, Stored
from journal_site.model.source import Asset, Dates, Found, SourceOptions, Stamp
from journal_site.reading.scan.assets import list_beside
from journal_site.reading.scan.sources import scan_sources
from journal_site.reading.scan.texts import digest_of, stamp_of
from journal_site.regular_files import LEADS_OUT, read_file
from journal_site.site.lock import locked
from journal_site.site.output import SiteFolder
from journal_site.site.store import Store, StoreFailedError
from journal_site.site.templates import closure_digests, read_templates, theme_folder, walk_files

if TYPE_CHECKING:
    from journal_site.pages.parts.known import Known  # noqa: TC004 - msgspec keeps the name, and asks for no type
    from journal_site.pages.plan import Plan

STORE = ".journal"
OUTPUT = "_site"
PAGES = "pages"
"""Holds pages of the author's own, beside the journal."""
STATIC = "static"
"""Holds files that are copied as they are; it may itself be a link."""
_THEME = "theme:"
"""Marks the theme's files among those of the journal."""


class BuildRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    root: Path
    """The journal's folder, which holds site.yaml."""
    output: Path | None = None
    base_url: str = ""
    drafts: bool = False
    future: bool = False
    strict: bool = False
    """Warnings stop the build."""
    clean: bool = False
    """Make everything again, whatever earlier builds left."""
    portable: bool = False
    today: dt.date | None = None
    jobs: int | None = None
    """How many processes; None takes the machine's processors."""


class Inputs(Value, frozen=True, kw_only=True):
    """All that the disk and the user say before anything is read: equal inputs give an equal site."""

    version: str
    config: str
    """Digest of site.yaml."""
    today: dt.date
    flags: tuple[str, bool, bool, bool]
    sources: tuple[Found, ...]
    left_out: tuple[Omission, ...] = ()
    """Of what lies among them."""
    problems: tuple[Diagnostic, ...] = ()
    """Of what could not be looked at there."""
    head: str = ""
    """The commit that is checked out, where a source asks git for its dates."""
    files: tuple[tuple[str, Stamp], ...]
    """Templates, static files and free pages, the theme's and the journal's."""
    passed_over: tuple[tuple[str, str], ...] = ()
    """What of them is left out, with the reason: links that lead out of the journal's folder, unreadable files."""


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


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from the inputs, before anything is rendered."""

    gathered: Gathered
    assets: dict[str, AssetRecord | None]
    index: Index
    known: Known
    outputs: tuple[Output, ...]
    ingredients: Ingredients
    plan: LastPlan
    """For the next build."""
    diagnostics: tuple[Diagnostic, ...]


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """A journal as its texts are now, before any page is planned."""

    config: SiteConfig
    today: dt.date
    sources: tuple[Found, ...]
    left_out: tuple[Omission, ...]
    gathered: Gathered
    index: Index


_HELD: list[Derived] = []
"""What the last build of this process was made from: a command that ends at once need not take it apart first."""
_STATE = msgspec.msgpack.Decoder(State)
_CONFIG = msgspec.msgpack.Decoder(tuple[str, SiteConfig])
_HISTORY = msgspec.msgpack.Decoder(tuple[str, Dates])
_encode = msgspec.msgpack.Encoder().encode


def build(request: BuildRequest) -> BuildReport:
    """Build the site. Raises JournalError with every problem found; then nothing of the site has changed."""
    started = time.perf_counter()
    _HELD.clear()
    with _without_collector(), locked(request.root / STORE) as note:
        store = Store(request.root / STORE if note is None else None, fingerprint())
        try:
            report = _build(request, store, note)
        except StoreFailedError as error:
            store.close()
            store = Store(None, fingerprint())
            report = _build(request, store, f"the store failed ({error}): everything was built without it")
        finally:
            store.close()
    return replace(report, seconds=time.perf_counter() - started)


def _build(request: BuildRequest, store: Store, note: str | None) -> BuildReport:
    config = load_config(request.root, store)
    folder = request.output or request.root / OUTPUT
    output = SiteFolder(folder)
    output.check(request.root, [spec.path for spec in config.sources])
    inputs = scan(request, config, folder)
    state = None if request.clean else _load_state(store, folder)
    kept = intact(state.files, output) if state is not None and state.inputs.version == inputs.version else {}
    if state is not None and len(kept) == len(state.files) and _is_same(state, inputs, request.root):
        return _unchanged(request, state, kept, output, store, folder)
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
    keep_plan(store, folder, replace(derived.plan, traces={**emitted.traces, **derived.known.prepared}))
    notes = _notes(note, store)
    store.commit(bodies_in_use(derived.gathered), scaled=_scaled_in_use(derived))
    return _report(folder, new_state, emitted, (*notes, *diagnostics))


def read_journal(request: BuildRequest) -> Journal:
    """Return a journal as it is now; nothing is planned or written, and what is unchanged is not read again.

    Raises ConfigError; problems in texts are in the diagnostics of what is returned.
    """
    with _without_collector(), locked(request.root / STORE) as note:
        store = Store(request.root / STORE if note is None else None, fingerprint())
        try:
            return _read_journal(request, store)
        except StoreFailedError:
            store.close()
            return _read_journal(request, Store(None, fingerprint()))
        finally:
            store.close()


def _read_journal(request: BuildRequest, store: Store) -> Journal:
    folder = request.output or request.root / OUTPUT
    config = load_config(request.root, store)
    inputs = scan(request, config, folder)
    state = _load_state(store, folder)
    read = _read(request, config, inputs, store, state.assets if state is not None else {})
    store.commit(bodies_in_use(read.gathered))
    return Journal(
        config=config,
        today=inputs.today,
        sources=inputs.sources,
        left_out=(*inputs.left_out, *read.index.left_out),
        gathered=read.gathered,
        index=read.index,
    )


# --- scan ------------------------------------------------------------------------------------------------------------


def load_config(root: Path, store: Store) -> SiteConfig:
    """Return site.yaml's settings; while the file's bytes are the same, as they were read last time."""
    try:
        digest = digest_of(read_file(root / CONFIG_FILE))
    except OSError:
        return read_config(root)  # which says what is wrong
    raw = store.meta("config")
    if raw is not None:
        known, config = _CONFIG.decode(raw)
        if known == digest:
            return config
    config = read_config(root)
    store.put_meta("config", _encode((digest, config)))
    return config


def scan(request: BuildRequest, config: SiteConfig, folder: Path) -> Inputs:
    """Return all inputs as the disk has them now."""
    root = request.root
    today = resolve_today(request.today, config.timezone)
    start = config.challenge.start if config.challenge else None
    specs = [
        replace(spec, options=replace(spec.options, today=today, start=spec.options.start or start))
        for spec in config.sources
    ]
    if (root / PAGES).is_dir() and not any(spec.path in {".", PAGES} for spec in specs):
        specs.append(SourceSpec(path=PAGES, options=SourceOptions(today=today)))
    scanned = scan_sources(root, specs, (folder, root / STORE))
    theme = theme_folder()
    walked = [
        (prefix + name, status)
        for prefix, place, journal in (
            (_THEME, theme / "static", None),
            ("static/", root / "static", root),
            ("templates:", theme / "templates", None),
            ("templates/", root / "templates", root),
        )
        for name, status in walk_files(place, journal, lenient=prefix == "static/")
    ]
    return Inputs(
        version=fingerprint(),
        config=digest_of(_encode(config)),
        today=today,
        flags=(request.base_url, request.drafts, request.future, request.portable),
        sources=tuple(scanned.found),
        left_out=tuple(scanned.left_out),
        problems=tuple(scanned.diagnostics),
        head=_head(root) if any(spec.options.dates == "git" for spec in specs) else "",
        files=tuple((path, stamp_of(status)) for path, status in walked if not isinstance(status, str)),
        passed_over=tuple((_spelt(path), status) for path, status in walked if isinstance(status, str)),
    )


def _head(root: Path) -> str:
    from journal_site.reading.git.ask import head_of  # noqa: PLC0415 - few journals ask git

    return head_of(root)


def _is_same(state: State, inputs: Inputs, root: Path) -> bool:
    if not state.settled or state.inputs != inputs:
        return False
    assets = {path: record for path, record in state.assets.items() if not path.startswith(_THEME)}  # inputs hold these
    return look_at(root, assets, assets, {STATIC, *(found.folder for found in inputs.sources)}) == assets


# --- read, index, plan -----------------------------------------------------------------------------------------------


def derive(  # noqa: PLR0913, PLR0917 - one for each thing that it is a function of
    request: BuildRequest,
    config: SiteConfig,
    inputs: Inputs,
    store: Store,
    known_assets: Mapping[str, AssetRecord | None],
    last: Last | None = None,
) -> Derived:
    """Return the index and the plan of the whole site; of what cannot differ from `last`, only that it is kept."""
    read = _read(request, config, inputs, store, known_assets)
    from journal_site.pages.machine.card_letters import card_notices  # noqa: PLC0415 - they are loaded while others read
    from journal_site.pages.parts.known import PlanOptions, know  # noqa: PLC0415
    from journal_site.pages.plan import plan  # noqa: PLC0415

    font = read.assets.get(config.card_font) if config.cards and config.card_font else None
    options = PlanOptions(
        base_url=request.base_url, portable=request.portable, card_font=font.asset.digest if font is not None else ""
    )
    traces = last.plan.traces if last is not None else {}
    known = know(read.index, config, options, read.gathered.notebooks, traces)
    again = _derive_reworded(request, inputs, read, known, last)
    if again is not None:
        planned, outputs, lost = again
    else:
        planned = plan(known)
        themed = [name for name in _theme_names(inputs) if config.search or not name.startswith("search")]
        settled = settle(_claims(planned, read.index, read.gathered, _static_names(inputs), themed))
        outputs, lost = settled.outputs, tuple(report_lost(settled, read.index))
    ingredients = _ingredients(request.root, inputs, read, planned)
    return Derived(
        gathered=read.gathered,
        assets=read.assets,
        index=read.index,
        known=planned.known,
        outputs=outputs,
        ingredients=ingredients,
        plan=LastPlan(basis=read.basis.now, frame=frame(ingredients), planned=planned.planned, lost=lost),
        diagnostics=(*read.gathered.diagnostics, *read.index.diagnostics, *lost, *card_notices(known)),
    )


def _derive_reworded(
    request: BuildRequest, inputs: Inputs, read: _Read, known: Known, last: Last | None
) -> tuple[Plan, tuple[Output, ...], tuple[Diagnostic, ...]] | None:
    """Return what follows where texts were reworded and nothing else changed; None where there is more to it."""
    if last is None or read.basis.before != last.plan.basis or not last.plan.planned:
        return None
    from journal_site.pages.plan import plan_again  # noqa: PLC0415 - as above

    planned = plan_again(replace(known, changed=changed_items(read.index, read.gathered.replaced)), last.plan.planned)
    if frame(_ingredients(request.root, inputs, read, planned)) != last.plan.frame:
        return None
    outputs = outputs_again(planned, last, read.gathered.replaced)
    return (planned, outputs, last.plan.lost) if outputs is not None else None


def _ingredients(root: Path, inputs: Inputs, read: _Read, planned: Plan) -> Ingredients:
    from journal_site.pages.parts.context import PageReader  # noqa: PLC0415 - as above

    templates = read_templates(root)
    return Ingredients(
        root=root,
        theme_static=theme_folder() / "static",
        site=planned.site,
        templates=templates,
        closures=closure_digests(templates),
        files={path: record.asset.digest for path, record in read.assets.items() if record is not None},
        version=f"{inputs.version} {inputs.config} {inputs.flags}",
        reader=PageReader(planned.known),
    )


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """What the texts say, the files they refer to and the theme's, and the index."""

    gathered: Gathered
    assets: dict[str, AssetRecord | None]
    index: Index
    basis: Basis


def _read(
    request: BuildRequest, config: SiteConfig, inputs: Inputs, store: Store, known: Mapping[str, AssetRecord | None]
) -> _Read:
    root = request.root
    history = _read_histories(root, inputs, store)
    gathered = gather(
        root,
        inputs.sources,
        store,
        jobs=count_jobs(request.jobs),
        repo=config.repo,
        histories=history.lines,
        known_assets=known,
        search=config.search,
    )
    passed = (_passed_over(path, reason) for path, reason in inputs.passed_over)
    gathered = replace(gathered, diagnostics=(*inputs.problems, *history.diagnostics, *passed, *gathered.diagnostics))
    static = _static_names(inputs)
    more = [config.card_font] if config.cards and config.card_font else []
    own = [*(f"static/{name}" for name in static), *more]
    assets = {**gathered.assets, **look_at(root, own, known, (STATIC,))}
    files = {path: record.asset for path, record in assets.items() if record is not None}
    folders = [(found.path, found.folder) for found in inputs.sources]
    others = inputs.version, inputs.config, inputs.today, inputs.flags, folders, static, sorted(files.items())
    basis = find_basis([path for path, _ in gathered.outlines], gathered, config, others)
    index = kept_index(store, basis, gathered)
    if index is None:
        basis = replace(basis, before=b"")
        index = _index(request, config, inputs, gathered, files)
        keep_index(store, basis, gathered, index)
    return _Read(gathered=gathered, assets=assets | _look_at_theme(inputs, known), index=index, basis=basis)


def _spelt(path: str) -> str:
    """Return a path as it can be told, whatever its bytes are."""
    return path.encode("utf-8", "backslashreplace").decode()


def _passed_over(path: str, reason: str) -> Diagnostic:
    place = Location(path=path)
    if reason == LEADS_OUT:
        message, hint = f"{reason}, and is left out", "put the file itself there"
        return Diagnostic(severity="warning", code="link-outside", message=message, location=place, hint=hint)
    message, hint = f"cannot be read: {reason}", "rename it, or check that you may read it; it is left out until then"
    return Diagnostic(severity="warning", code="source-unreadable", message=message, location=place, hint=hint)


def _index(
    request: BuildRequest, config: SiteConfig, inputs: Inputs, gathered: Gathered, files: Mapping[str, Asset]
) -> Index:
    from journal_site.index.build import build_index  # noqa: PLC0415 - a reworded journal does not need it

    pages = {found.path for found in inputs.sources if found.folder == PAGES}

    def is_page(entry: Entry) -> bool:
        return entry.source in pages

    return build_index(
        [entry for entry in gathered.entries if not is_page(entry)],
        notebooks=gathered.notebooks,
        assets=files,
        static=frozenset(_static_names(inputs)),
        beside=partial(list_beside, request.root, [path for path, one in gathered.assets.items() if one is None]),
        config=config,
        outlines=[
            (path, Outline(slices=(), omitted=outline.omitted, at_home=outline.at_home) if path in pages else outline)
            for path, outline in gathered.outlines
        ],
        pages=[entry for entry in gathered.entries if is_page(entry)],
        texts=[path for path, _ in gathered.outlines],
        today=inputs.today,
        drafts=request.drafts,
        future=request.future,
    )


def _read_histories(root: Path, inputs: Inputs, store: Store) -> Dates:
    """Return git's dates of the sources that ask for them; while neither commit nor sources change, as read last."""
    wanted = [found for found in inputs.sources if found.options.dates == "git"]
    if not wanted:
        return Dates(lines={})
    from journal_site.reading.git.dates import read_histories  # noqa: PLC0415 - few journals ask

    settled = all(found.stamp.settled(time.time_ns()) for found in wanted)
    key = digest_of(_encode((inputs.head, wanted)))
    raw = store.meta("history")
    if raw is not None and settled:
        known, dates = _HISTORY.decode(raw)
        if known == key:
            return dates
    dates = read_histories(root, wanted)
    store.put_meta("history", _encode((key if settled else "", dates)))
    return dates


def _static_names(inputs: Inputs) -> list[str]:
    return [path.removeprefix("static/") for path, _ in inputs.files if path.startswith("static/")]


def _theme_names(inputs: Inputs) -> list[str]:
    return [path.removeprefix(_THEME) for path, _ in inputs.files if path.startswith(_THEME)]


def _look_at_theme(inputs: Inputs, known: Mapping[str, AssetRecord | None]) -> dict[str, AssetRecord | None]:
    names = _theme_names(inputs)
    old = {name: known.get(_THEME + name) for name in names}
    return {_THEME + name: record for name, record in look_at(theme_folder() / "static", names, old).items()}


def _claims(planned: Plan, index: Index, gathered: Gathered, static: list[str], theme: list[str]) -> Iterator[Output]:
    """Give all that could be in the site, in the order of who has a place: pages, and what they show, come first.

    A file of the author's takes the place of one of the theme's by its very name only.
    """
    yield from planned.pages
    for url, path in index.assets:
        known = gathered.assets.get(path)
        drawing = known is not None and known.asset.markup == "drawing"
        yield Copy(path=url, asset=path, drawing=drawing)
    for url, path, width in index.scaled:
        yield Scaled(path=url, asset=path, width=width)
    for record in index.notebooks:
        notebook = gathered.notebooks.get(record.local)
        if notebook is not None:
            for name, digest in notebook.pictures:
                yield Stored(path=record.url + name, digest=digest)
    own = set(static)
    for name in theme:
        yield Copy(path=name, asset=f"static/{name}") if name in own else Copy(path=name, asset=name, theme=True)
    for name in static:
        yield Copy(path=name, asset=f"static/{name}")
    yield from planned.redirects


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
    if derived.known.changed is None:
        return traces
    anew = {one.path for one in derived.outputs if isinstance(one, Deferred)}
    return {path: trace for path, trace in traces.items() if path not in anew}


def _notes(note: str | None, store: Store) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(severity="notice", code="store", message=text, location=Location(path=STORE))
        for text in (note, store.note)
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
        left_out=(*inputs.left_out, *derived.index.left_out),
        diagnostics=diagnostics,
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
    made = derived.ingredients
    return frozenset(made_key(one, made) for one in derived.outputs if isinstance(one, Scaled | Card))


def _unchanged(  # noqa: PLR0913, PLR0917
    request: BuildRequest, state: State, kept: dict[str, Written], output: SiteFolder, store: Store, folder: Path
) -> BuildReport:
    del output
    diagnostics = _judge(state.diagnostics, strict=request.strict)
    files = tuple(kept[file.path] for file in state.files)
    if files != state.files:
        state = replace(state, files=files)
        store.put_meta(_state_key(folder), _encode(state))
        store.commit_only()
    return _report(folder, state, Emitted(files=files, written=(), removed=(), traces={}), diagnostics)


def _report(folder: Path, state: State, emitted: Emitted, diagnostics: tuple[Diagnostic, ...]) -> BuildReport:
    return BuildReport(
        output=str(folder),
        entries=state.entries,
        notes=state.notes,
        pages=sum(file.path.endswith(".html") for file in emitted.files),
        written=emitted.written,
        removed=emitted.removed,
        unchanged=len(emitted.files) - len(emitted.written),
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
