"""Read what is to be imported as a build would read it where it lies: sources, their slices, and the index of them all.

Mojibake is repaired before anything is read, so that headings, titles and texts are sound alike.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from journal_site.config import SiteConfig, SourceSpec, read_config
from journal_site.config.names import CONFIG_FILE
from journal_site.engine.records import legible
from journal_site.errors import ContentError, Diagnostic, Location, UsageError
from journal_site.file_kinds import NOTEBOOK
from journal_site.importing.mojibake import repair
from journal_site.index.build import build_index
from journal_site.index.references.resolve import wanted_paths
from journal_site.model.entry import Entry, Notebook
from journal_site.model.index import Index
from journal_site.model.outline import Omission, Outline
from journal_site.model.source import ANYWHERE, Asset, Found, Source, SourceOptions
from journal_site.reading.body.read import read_slice
from journal_site.reading.entry import assemble
from journal_site.reading.git.ask import GitFailedError, find_repository
from journal_site.reading.git.dates import read_histories
from journal_site.reading.outline.read import read_outline
from journal_site.reading.scan.assets import find_named, scan_asset
from journal_site.reading.scan.sources import scan_sources
from journal_site.reading.scan.spellings import spelt_on_disk
from journal_site.reading.scan.texts import read_source, unreadable_source

if TYPE_CHECKING:
    import datetime as dt

UNTITLED = "\0"
"""The title of a journal that has none yet; a challenge without a name is called like its journal."""


class OutlinedSource(NamedTuple):
    """A source as it was read."""

    found: Found
    source: Source
    outline: Outline


class InPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A journal as it is where it lies."""

    base: Path
    """The folder that paths are relative to."""
    texts: Mapping[str, OutlinedSource]
    left_out: tuple[Omission, ...]
    index: Index
    assets: Mapping[str, Asset]
    notebooks: tuple[str, ...]
    """Those that lie in the sources."""
    diagnostics: tuple[Diagnostic, ...]


def dialects_in(read: InPlace) -> tuple[str, ...]:
    """Return the keys of the dialects in which the texts are written, the outermost first."""
    spoken = dict.fromkeys(text.found.options.dialects for text in read.texts.values())
    return tuple(dict.fromkeys(key for one in spoken for key, _ in one))


class Fragments:
    """Keeps what reading is slow at, as long as an import takes."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """Return the fragment under the key, or None."""
        return self._known.get(key)

    def put(self, key: str, fragment: str) -> None:
        """Keep the fragment under the key."""
        self._known[key] = fragment


def read_in_place(  # noqa: PLR0913 - one parameter for each thing that decides what is read
    place: Path, root: Path, *, options: SourceOptions, excluded: Iterable[Path], fragments: Fragments, repo: str = ""
) -> InPlace:
    """Read a log or a folder. Raises JournalError where it is not there, or its own site.yaml cannot be read.

    `root` is the folder of the journal that imports, `excluded` are folders in which nothing is looked for.
    """
    if not place.exists():
        raise UsageError(_missing(place))
    base = _base(place, root)
    config = _config(place, base, options)
    closed = [*excluded]
    scanned = scan_sources(base, config.sources, closed)
    found = [one for one in scanned.found if not _is_below(base / one.path, closed)]
    notebooks = tuple(one.path for one in found if one.path.lower().endswith(NOTEBOOK))
    wanted = [one for one in found if one.path not in notebooks]
    dates = read_histories(base, wanted)
    texts: dict[str, OutlinedSource] = {}
    entries: list[Entry] = []
    said: list[Diagnostic] = [*scanned.diagnostics, *dates.diagnostics]
    left_out = [*scanned.left_out]
    for one in wanted:
        try:
            source = read_source(base, one, dates.lines.get(one.path, ()))
        except ContentError as error:
            said.extend(unreadable_source(one, error.diagnostics))
            continue
        sound, repairs = repair(source.text, one.path)
        said.extend(repairs)
        source = legible(replace(source, text=sound))
        outline = read_outline(source, one.options)
        own = read_entries(source, outline, one.options.html, fragments)
        said.extend(outline.diagnostics)
        problems = [problem for entry in own for problem in entry.diagnostics]
        if len(own) > 1 and (broken := [problem for problem in problems if problem.severity == "error"]):
            # Of one text one file is made, with its head as it stands; of several none could have it.
            said.extend(broken)
            left_out.append(Omission(path=one.path, line=0, text="", reason="it has an error"))
            continue
        texts[one.path] = OutlinedSource(one, source, outline)
        entries.extend(own)
    assets = _look_at(base, {*wanted_paths(entries, repo), *notebooks})
    index = build_index(
        entries,
        notebooks={
            path: Notebook(path=path, title=path, body="") for path in assets if path.lower().endswith(NOTEBOOK)
        },
        assets=assets,
        static=frozenset(path.removeprefix("static/") for path in assets if path.startswith("static/")),
        config=replace(config, repo="", topics=()),
        outlines=[(path, text.outline) for path, text in texts.items()],
        today=options.today,
        drafts=True,
        future=True,
        blank="all",
    )
    found_in = [*(one for entry in entries for one in entry.diagnostics), *index.diagnostics]
    said.extend(one for one in found_in if one.severity == "error")
    return InPlace(
        base=base,
        texts=texts,
        left_out=(*left_out, *index.left_out),
        index=index,
        assets=assets,
        notebooks=notebooks,
        diagnostics=tuple(said),
    )


def read_entries(source: Source, outline: Outline, html: str, fragments: Fragments) -> list[Entry]:
    """Return the entries of one source."""
    contents = [read_slice(part, source.path, outline.definitions, html, fragments).content for part in outline.slices]
    return [assemble(source, outline, at, content, f"{source.path}:{at}") for at, content in enumerate(contents)]


def _base(place: Path, root: Path) -> Path:
    """Return the folder from which links are followed: the journal's, else the repository's, else the place's own."""
    folder = place if place.is_dir() else place.parent
    if _is_below(folder, [root]):
        return root
    if place.is_dir() and (place / CONFIG_FILE).is_file():
        return place
    try:
        prefix = find_repository(folder).prefix
    except GitFailedError:
        return folder
    for _ in Path(prefix).parts:
        folder = folder.resolve().parent
    return folder


def _config(place: Path, base: Path, options: SourceOptions) -> SiteConfig:
    """Return the settings to read with: those of a site.yaml that names the place or lies in it, else one source."""
    path = Path(os.path.relpath(place.resolve(), base.resolve())).as_posix()
    config = SiteConfig(title=UNTITLED, sources=(SourceSpec(path=path),))
    if place.is_dir() and (place / CONFIG_FILE).is_file():
        config = read_config(place)
    elif (base / CONFIG_FILE).is_file():
        settings = read_config(base)
        named = tuple(spec for spec in settings.sources if spec.path == path)
        config = replace(settings, sources=named or config.sources)
    start = config.challenge.start if config.challenge else None
    sources = tuple(replace(spec, options=_merged(spec.options, options, start)) for spec in config.sources)
    return replace(config, sources=sources)


def _merged(own: SourceOptions, asked: SourceOptions, start: dt.date | None) -> SourceOptions:
    return replace(
        own,
        year=asked.year or own.year,
        dates=asked.dates or own.dates,
        start=asked.start or own.start or start,
        dialect=asked.dialect or own.dialect,
        today=asked.today,
    )


def _is_below(path: Path, folders: Iterable[Path]) -> bool:
    path = path.resolve()
    return any(path == folder.resolve() or folder.resolve() in path.parents for folder in folders)


def _look_at(base: Path, asked: set[str]) -> dict[str, Asset]:
    names = {path.removeprefix(ANYWHERE) for path in asked if path.startswith(ANYWHERE)}
    paths = {spelt_on_disk(base, path) for path in asked if not path.startswith(ANYWHERE)}
    if names:
        paths.update(find_named(base, names))
    looked = {path: scan_asset(base, path, measured=False) for path in sorted(paths)}
    return {path: one[0] for path, one in looked.items() if one is not None}


def _missing(place: Path) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="import-missing",
        message=f"there is no '{place}'",
        location=Location(path=str(place)),
        hint="name a log or a folder as you see it from here",
    )
