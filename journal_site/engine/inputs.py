"""What a build is asked for, and all that the disk and the settings say before anything is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
from msgspec.structs import replace

from journal_site.config import SiteConfig, SourceSpec, config_of, read_settings
from journal_site.config.today import resolve_today
from journal_site.engine.fingerprint import fingerprint
from journal_site.engine.references import FILE as REFERENCES
from journal_site.errors import Diagnostic
from journal_site.model.base import Value
from journal_site.model.outline import Blank, Omission
from journal_site.model.source import Found, SourceOptions, Stamp
from journal_site.reading.scan.sources import scan_sources
from journal_site.reading.scan.texts import digest_of, stamp_of
from journal_site.site.store import Store
from journal_site.site.templates import theme_folder, walk_files

STORE = ".journal"

OUTPUT = "_site"

PAGES = "pages"
"""Holds pages of the author's own, beside the journal."""

STATIC = "static"
"""Holds files that are copied as they are; it may itself be a link."""

THEME = "theme:"
"""Marks the theme's files among those of the journal."""


_encode = msgspec.msgpack.Encoder().encode


class BuildRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    root: Path
    """The journal's folder, which holds site.yaml."""
    output: Path | None = None
    base_url: str = ""
    drafts: bool = False
    future: bool = False
    blank: Blank = ""
    """Show entries in which nothing is written, those of today or all: an author begins them so."""
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
    flags: tuple[str, bool, bool, Blank, bool]
    sources: tuple[Found, ...]
    left_out: tuple[Omission, ...] = ()
    """Of what lies among them."""
    problems: tuple[Diagnostic, ...] = ()
    """Of what could not be looked at there."""
    history: str = ""
    """The commit that is checked out, and where its past is cut off, where a source asks git for its dates."""
    files: tuple[tuple[str, Stamp], ...]
    """Templates, static files and free pages, the theme's and the journal's; and references.bib."""
    passed_over: tuple[tuple[str, str], ...] = ()
    """What of them is left out, with the reason: links that lead out of the journal's folder, unreadable files."""


_CONFIG = msgspec.msgpack.Decoder(tuple[str, SiteConfig])


def load_config(root: Path, store: Store) -> SiteConfig:
    """Return site.yaml's settings; while the file's bytes are the same, as they were read last time."""
    written = read_settings(root)
    digest = digest_of(written)
    raw = store.meta("config")
    if raw is not None:
        known, config = _CONFIG.decode(raw)
        if known == digest:
            return config
    config = config_of(written)
    store.put_meta("config", _encode((digest, config)))
    return config


def scan(request: BuildRequest, config: SiteConfig, folder: Path) -> Inputs:
    """Return all inputs as the disk has them now."""
    root = request.root
    today = resolve_today(request.today, config.timezone, config.day_ends)
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
            (THEME, theme / "static", None),
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
        flags=(request.base_url, request.drafts, request.future, request.blank, request.portable),
        sources=tuple(scanned.found),
        left_out=tuple(scanned.left_out),
        problems=tuple(scanned.diagnostics),
        history=told_history(root) if any(spec.options.dates == "git" for spec in specs) else "",
        files=(*_beside(root), *((path, stamp_of(status)) for path, status in walked if not isinstance(status, str))),
        passed_over=tuple((_spelt(path), status) for path, status in walked if isinstance(status, str)),
    )


def _beside(root: Path) -> tuple[tuple[str, Stamp], ...]:
    """Return the stamp of references.bib, where there is one."""
    try:
        return ((REFERENCES, stamp_of((root / REFERENCES).stat())),)
    except OSError:
        return ()


def told_history(root: Path) -> str:
    """Return what tells git's history from any other."""
    from journal_site.reading.git.ask import history_of  # noqa: PLC0415 - few journals ask git

    return history_of(root)


def _spelt(path: str) -> str:
    """Return a path as it can be told, whatever its bytes are."""
    return path.encode("utf-8", "backslashreplace").decode()


def static_names(inputs: Inputs) -> list[str]:
    """Return the files of the author's static/, by their places in the site."""
    return [path.removeprefix("static/") for path, _ in inputs.files if path.startswith("static/")]


def theme_names(inputs: Inputs) -> list[str]:
    """Return the theme's own static files, by their places in the site."""
    return [path.removeprefix(THEME) for path, _ in inputs.files if path.startswith(THEME)]
