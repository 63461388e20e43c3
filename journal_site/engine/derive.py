"""What follows from the inputs, before anything is rendered: the index, and the plan of the whole site."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from journal_site.config import SiteConfig
from journal_site.engine.assets import AssetRecord, look_at
from journal_site.engine.collisions import report_lost, settle
from journal_site.engine.gather import Gathered, gather
from journal_site.engine.inputs import (
    PAGES,
    STATIC,
    THEME,
    BuildRequest,
    Inputs,
    static_names,
    theme_names,
    told_history,
)
from journal_site.engine.kept_index import Basis, find_basis, keep_index, kept_index
from journal_site.engine.kept_plan import Last, LastPlan, changed_items, outputs_again
from journal_site.engine.keys import Ingredients, SiteOutput, frame
from journal_site.engine.notices import heavy_notices, setting_notices, template_notices
from journal_site.engine.references import read_references
from journal_site.engine.still import changed_history
from journal_site.engine.workers import count_jobs
from journal_site.errors import Diagnostic, Location
from journal_site.index.texts.openings import find_openings
from journal_site.model.entry import Entry
from journal_site.model.index import Index, Publication
from journal_site.model.outline import Outline
from journal_site.model.page import Copy, Scaled, Stored
from journal_site.model.source import Asset, Dates
from journal_site.reading.scan.assets import list_beside
from journal_site.reading.scan.texts import digest_of
from journal_site.regular_files import LEADS_OUT
from journal_site.site.store import Store
from journal_site.site.templates import closure_digests, read_templates, theme_folder

if TYPE_CHECKING:
    from journal_site.pages.parts.facts import Facts  # noqa: TC004 - msgspec keeps the name, and asks for no type
    from journal_site.pages.plan import Plan


_encode = msgspec.msgpack.Encoder().encode


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from the inputs, before anything is rendered."""

    gathered: Gathered
    assets: dict[str, AssetRecord | None]
    index: Index
    facts: Facts
    outputs: tuple[SiteOutput, ...]
    ingredients: Ingredients
    plan: LastPlan
    """For the next build."""
    diagnostics: tuple[Diagnostic, ...]


_HISTORY = msgspec.msgpack.Decoder(tuple[str, Dates])


def derive(  # noqa: PLR0913, PLR0917 - one for each thing that it is a function of
    request: BuildRequest,
    config: SiteConfig,
    inputs: Inputs,
    store: Store,
    known_assets: Mapping[str, AssetRecord | None],
    last: Last | None = None,
) -> Derived:
    """Return the index and the plan of the whole site; of what cannot differ from `last`, only that it is kept."""
    read = read_texts(request, config, inputs, store, known_assets)
    from journal_site.pages.machine.card_letters import card_notices  # noqa: PLC0415 - they are loaded while others read
    from journal_site.pages.parts.facts import PlanOptions, facts_of  # noqa: PLC0415
    from journal_site.pages.plan import plan  # noqa: PLC0415

    font = read.assets.get(config.card_font) if config.cards and config.card_font else None
    options = PlanOptions(
        base_url=request.base_url, portable=request.portable, card_font=font.asset.digest if font is not None else ""
    )
    traces = last.plan.traces if last is not None else {}
    facts = facts_of(read.index, config, options, read.gathered.notebooks, traces)
    again = _derive_reworded(request, inputs, read, facts, last)
    if again is not None:
        planned, outputs, lost = again
    else:
        planned = plan(facts)
        unwanted = (*(() if config.search else ("search",)), *(() if config.palette else ("palette",)))
        themed = [name for name in theme_names(inputs) if not name.startswith(unwanted)]
        settled = settle(_claims(planned, read.index, read.gathered, static_names(inputs), themed))
        outputs, lost = settled.outputs, tuple(report_lost(settled, planned, read.index))
    ingredients = _ingredients(request.root, inputs, read, planned)
    files = {path: record.asset for path, record in read.assets.items() if record is not None}
    told = (
        *(*read.gathered.diagnostics, *read.index.diagnostics, *lost, *card_notices(facts)),
        *setting_notices(config, request.base_url, static_names(inputs)),
        *template_notices(inputs, ingredients.templates, config.csp.script),
        *heavy_notices(read.index, static_names(inputs), files),
    )
    return Derived(
        gathered=read.gathered,
        assets=read.assets,
        index=read.index,
        facts=planned.facts,
        outputs=outputs,
        ingredients=ingredients,
        plan=LastPlan(basis=read.basis.now, frame=frame(ingredients), planned=planned.planned, lost=lost),
        diagnostics=tuple(one for one in told if one.severity == "error" or one.code not in config.quiet),
    )


def _derive_reworded(
    request: BuildRequest, inputs: Inputs, read: Read, facts: Facts, last: Last | None
) -> tuple[Plan, tuple[SiteOutput, ...], tuple[Diagnostic, ...]] | None:
    """Return what follows where texts were reworded and nothing else changed; None where there is more to it."""
    if last is None or read.basis.before != last.plan.basis or not last.plan.planned:
        return None
    from journal_site.pages.plan import plan_again  # noqa: PLC0415 - as above

    planned = plan_again(replace(facts, changed=changed_items(read.index, read.gathered.replaced)), last.plan.planned)
    if frame(_ingredients(request.root, inputs, read, planned)) != last.plan.frame:
        return None
    outputs = outputs_again(planned, last, read.gathered.replaced)
    return (planned, outputs, last.plan.lost) if outputs is not None else None


def _ingredients(root: Path, inputs: Inputs, read: Read, planned: Plan) -> Ingredients:
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
        reader=PageReader(planned.facts),
    )


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What the texts say, the files they refer to and the theme's, and the index."""

    gathered: Gathered
    assets: dict[str, AssetRecord | None]
    index: Index
    basis: Basis


def read_texts(
    request: BuildRequest, config: SiteConfig, inputs: Inputs, store: Store, known: Mapping[str, AssetRecord | None]
) -> Read:
    """Return what the texts say, and the index: the last one where it still holds."""
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
    referred = read_references(root, store)
    told = (*inputs.problems, *history.diagnostics, *referred.diagnostics, *passed, *gathered.diagnostics)
    gathered = replace(gathered, diagnostics=told)
    static = static_names(inputs)
    more = [config.card_font] if config.cards and config.card_font else []
    own = [*(f"static/{name}" for name in static), *more]
    assets = {**gathered.assets, **look_at(root, own, known, (STATIC,))}
    files = {path: record.asset for path, record in assets.items() if record is not None}
    folders = [(found.path, found.folder) for found in inputs.sources]
    from journal_site.index.texts.copies import find_copies  # noqa: PLC0415 - as above

    openings = find_openings(entry.excerpt for entry in gathered.entries if not entry.draft)
    copies = find_copies(gathered.entries).told(gathered.entries)
    given = inputs.version, inputs.config, inputs.today, inputs.flags, folders, static, sorted(files.items())
    others = given, openings, copies, referred.digest
    basis = find_basis([path for path, _ in gathered.outlines], gathered, config, others)
    index = kept_index(store, basis, gathered)
    if index is None:
        basis = replace(basis, before=b"")
        index = replace(_index(request, config, inputs, gathered, files, referred.references), openings=openings)
        keep_index(store, basis, gathered, index)
    return Read(gathered=gathered, assets=assets | _look_at_theme(inputs, known), index=index, basis=basis)


def _passed_over(path: str, reason: str) -> Diagnostic:
    place = Location(path=path)
    if reason == LEADS_OUT:
        message, hint = f"{reason}, and is left out", "put the file itself there"
        return Diagnostic(severity="warning", code="link-outside", message=message, location=place, hint=hint)
    message, hint = f"cannot be read: {reason}", "rename it, or check that you may read it; it is left out until then"
    return Diagnostic(severity="warning", code="source-unreadable", message=message, location=place, hint=hint)


def _index(  # noqa: PLR0913, PLR0917 - one for each thing that it is a function of
    request: BuildRequest,
    config: SiteConfig,
    inputs: Inputs,
    gathered: Gathered,
    files: Mapping[str, Asset],
    references: tuple[Publication, ...],
) -> Index:
    from journal_site.index.build import build_index  # noqa: PLC0415 - a reworded journal does not need it

    pages = {found.path for found in inputs.sources if found.folder == PAGES}

    def is_page(entry: Entry) -> bool:
        return entry.source in pages

    from journal_site.pages.page_kinds import SITE_PAGES  # noqa: PLC0415 - as above

    return build_index(
        [entry for entry in gathered.entries if not is_page(entry)],
        notebooks=gathered.notebooks,
        assets=files,
        static=frozenset(static_names(inputs)),
        beside=partial(list_beside, request.root, [path for path, one in gathered.assets.items() if one is None]),
        config=config,
        outlines=[
            (path, Outline(slices=(), omitted=outline.omitted, at_home=outline.at_home) if path in pages else outline)
            for path, outline in gathered.outlines
        ],
        pages=[entry for entry in gathered.entries if is_page(entry)],
        texts=[path for path, _ in gathered.outlines],
        references=references,
        today=inputs.today,
        drafts=request.drafts,
        future=request.future,
        blank=request.blank,
        base_url=request.base_url,
        site_pages=SITE_PAGES,
    )


def _read_histories(root: Path, inputs: Inputs, store: Store) -> Dates:
    """Return git's dates of the sources that ask for them; while neither commit nor sources change, as read last."""
    wanted = [found for found in inputs.sources if found.options.dates == "git"]
    if not wanted:
        return Dates(lines={})
    from journal_site.reading.git.dates import read_histories  # noqa: PLC0415 - few journals ask

    settled = all(found.stamp.settled(time.time_ns()) for found in wanted)
    key = digest_of(_encode((inputs.history, wanted)))
    raw = store.meta("history")
    if raw is not None and settled:
        known, dates = _HISTORY.decode(raw)
        if known == key:
            return dates
    dates = read_histories(root, wanted)
    if told_history(root) != inputs.history:
        raise changed_history()
    store.put_meta("history", _encode((key if settled else "", dates)))
    return dates


def _look_at_theme(inputs: Inputs, known: Mapping[str, AssetRecord | None]) -> dict[str, AssetRecord | None]:
    names = theme_names(inputs)
    old = {name: known.get(THEME + name) for name in names}
    return {THEME + name: record for name, record in look_at(theme_folder() / "static", names, old).items()}


def _claims(
    planned: Plan, index: Index, gathered: Gathered, static: list[str], theme: list[str]
) -> Iterator[SiteOutput]:
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
