"""Export a journal: the formats by name, and the way from the published texts to files in their place."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal_site.engine.build import PlannedSite, with_site
from journal_site.errors import Diagnostic, Location, OutputError, UsageError
from journal_site.exporting.collection import Collection, Exported, Selection
from journal_site.importing.files import write_whole
from journal_site.slugs import name_slug

if TYPE_CHECKING:
    from journal_site.engine.inputs import BuildRequest


class ExportFormat(NamedTuple):
    """A form in which a journal can be taken away."""

    suffix: str
    """Of its file; empty where it is a folder."""
    make: str
    """`module:function` in this room: it takes a Collection and returns what is Exported."""
    about: str


FORMATS = {
    "log": ExportFormat("", "log:as_log", "one README.md with a heading for each day"),
    "files": ExportFormat("", "files:as_files", "a file for each text, with a site.yaml"),
    "hugo": ExportFormat("", "files:as_hugo", "a site of Hugo's, without a theme"),
    "obsidian": ExportFormat("", "files:as_vault", "a vault"),
    "epub": ExportFormat(".epub", "book:as_book", "a book, with its pictures"),
    "sqlite": ExportFormat(".db", "database:as_database", "a database with full-text search, for Datasette and SQL"),
}


class ExportReport(NamedTuple):
    """What an export wrote."""

    place: Path
    files: int
    size: int
    """Bytes, of all files."""
    texts: int
    diagnostics: tuple[Diagnostic, ...]


def export_journal(
    request: BuildRequest, key: str, place: Path | None, choice: Selection, *, force: bool = False
) -> ExportReport:
    """Write the journal in one of FORMATS to `place`, by default a file or folder named after it.

    Raises JournalError: as a build does, and OutputError where something is there already and `force` is not given.
    """
    one = FORMATS[key]
    module, _, name = one.make.partition(":")
    make: Callable[[Collection], Exported] = getattr(importlib.import_module(f"journal_site.exporting.{module}"), name)
    if place is not None and not force:
        _check_free(place)

    def use(planned: PlannedSite) -> tuple[Exported, Path]:
        title = name_slug(planned.config.title) or "journal"
        chosen = place or (Path(f"{title}{one.suffix}") if one.suffix else Path(f"{title}-{key}"))
        if not one.suffix:
            _check_apart(chosen, request.root, planned)
        return make(Collection(planned, choice)), chosen

    exported, chosen = with_site(request, use)
    if place is None and not force:
        _check_free(chosen)
    place = chosen
    for file in exported.files:
        write_whole(place / file.name if file.name else place, file.content)
    size = sum(len(file.content) for file in exported.files)
    return ExportReport(place, len(exported.files), size, exported.texts, exported.diagnostics)


def _check_apart(place: Path, root: Path, planned: PlannedSite) -> None:
    """Raise UsageError where the next build would read what is written as a part of the journal."""
    real = place.resolve()
    for spec in planned.config.sources:
        source = (root / spec.path).resolve()
        if source.is_dir() and (real == source or source in real.parents):
            raise UsageError(
                Diagnostic(
                    severity="error",
                    code="export-inside",
                    message=f"it lies in '{spec.path}', from which the journal is read",
                    location=Location(path=str(place)),
                    hint="name a folder outside of the journal",
                )
            )


def _check_free(place: Path) -> None:
    if place.is_dir() and not any(place.iterdir()):
        return
    if place.exists() or place.is_symlink():
        raise OutputError(
            Diagnostic(
                severity="error",
                code="export-exists",
                message="it is there already",
                location=Location(path=str(place)),
                hint="name another place, or replace it with -f",
            )
        )
