"""Bring the journal's texts in: read those that changed, and give all entries, notebooks and files that they name.

What is unchanged comes from the store. This module decides what is read again and never what a text means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from journal_site.engine.assets import AssetRecord, look_at
from journal_site.engine.notebooks import read_days, read_notebooks
from journal_site.engine.records import SourceRecord, read_sources
from journal_site.errors import Diagnostic
from journal_site.file_kinds import NOTEBOOK
from journal_site.model.entry import Entry, Notebook
from journal_site.model.outline import Outline
from journal_site.model.source import Found
from journal_site.reading.scan.assets import unreadable_files
from journal_site.site.store import Store

if TYPE_CHECKING:
    from journal_site.index.references.foreign_files import ForeignFiles


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """All that the texts say."""

    sources: tuple[SourceRecord, ...]
    replaced: Mapping[str, SourceRecord]
    """Of sources that were read again, their records as they were, by path; none of a source that is new."""
    entries: tuple[Entry, ...]
    outlines: tuple[tuple[str, Outline], ...]
    """Of each source with more than entries to tell, by path."""
    notebooks: Mapping[str, Notebook]
    assets: Mapping[str, AssetRecord | None]
    """Every path that was asked for; None where nothing is there."""
    diagnostics: tuple[Diagnostic, ...]


def gather(  # noqa: PLR0913 - one parameter for each input
    root: Path,
    found: Sequence[Found],
    store: Store,
    *,
    jobs: int,
    repo: str,
    histories: Mapping[str, tuple[tuple[int, str], ...]],
    known_assets: Mapping[str, AssetRecord | None],
    search: bool = False,
) -> Gathered:
    """Return all that the journal's texts say, and the files that they refer to."""
    from journal_site.index.references.resolve import wanted_paths  # noqa: PLC0415 - an unchanged journal needs no index

    own = [one for one in found if one.path.lower().endswith(NOTEBOOK)]
    texts = [one for one in found if not one.path.lower().endswith(NOTEBOOK)]
    records, replaced = read_sources(root, texts, store, jobs=jobs, histories=histories, search=search)
    entries = tuple(entry for record in records for entry in record.entries)
    wanted = set(wanted_paths(entries, repo)) | {one.path for one in own}
    folders = {one.folder for one in found}
    guard = _guard(found, entries, repo)
    assets = look_at(root, wanted, known_assets, folders, guard)
    notebooks = _keep_home(read_notebooks(root, assets, store, search=search), own)
    days = read_days(own, notebooks, entries, store, assets=assets, histories=histories, repo=repo, search=search)
    unread = [record.asset for record in assets.values() if record is not None and record.asset.problem]
    guard = _guard_notebooks(guard, notebooks, repo)
    more = set(wanted_paths(_stand_ins(notebooks), repo)) - assets.keys()
    more |= {path for path, one in assets.items() if one is not None and one.asset.guarded != guard.holds(path)}
    assets |= look_at(root, more, known_assets, folders, guard)
    outlines = [(one.path, record.outline) for one, record in zip(texts, records, strict=True)]
    by_notebooks = [(entry.source, record.outline) for record in days for entry in record.entries]
    return Gathered(
        sources=(*records, *days),
        replaced=replaced,
        entries=(*entries, *(entry for record in days for entry in record.entries)),
        outlines=(*outlines, *by_notebooks),
        notebooks=notebooks,
        assets=assets,
        diagnostics=(
            *_guessed_once(_diagnostics(records, notebooks)),
            *unreadable_files(own, unread),
        ),
    )


def _keep_home(notebooks: dict[str, Notebook], own: Sequence[Found]) -> dict[str, Notebook]:
    """Mark the notebooks of the sources that lie in a folder of private texts."""
    from journal_site.reading.privacy.withhold import private_folder  # noqa: PLC0415 - as above

    for one in own:
        folder = private_folder(one.path, one.folder)
        reason = f"in the folder '{folder}'" if folder else one.options.withheld or one.options.closed
        if reason and one.path in notebooks:
            notebooks[one.path] = replace(notebooks[one.path], draft=True, withheld=reason)
    return notebooks


def _guard(found: Sequence[Found], entries: Iterable[Entry], repo: str) -> ForeignFiles:
    from journal_site.index.references.foreign_files import ForeignFiles  # noqa: PLC0415 - as above

    folders = frozenset(one.folder for one in found if one.options.html != "trusted")
    foreign = ForeignFiles(folders=folders)
    return foreign.over((entry for entry in entries if entry.sanitised), repo) if folders else foreign


def _guard_notebooks(guard: ForeignFiles, notebooks: Mapping[str, Notebook], repo: str) -> ForeignFiles:
    """Return a guard that holds also what notebooks name that it holds, and so on."""
    waiting = dict(notebooks)
    while held := {path: waiting.pop(path) for path in [*waiting] if guard.holds(path)}:
        guard = guard.over(_stand_ins(held), repo)
    return guard


def _stand_ins(notebooks: Mapping[str, Notebook]) -> list[Entry]:
    """Return notebooks as texts that refer to files."""
    return [
        Entry(source=path, line=1, position=0, body="", id_base="", title="", slots=notebook.slots)
        for path, notebook in notebooks.items()
        if notebook.slots
    ]


def _guessed_once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Give problems, of years that were guessed in the files of one folder one for all, with how many there are."""
    guessed: dict[str, list[Diagnostic]] = {}
    for one in found:
        if one.code == "date-guessed-year":
            guessed.setdefault(one.location.path.rpartition("/")[0], []).append(one)
        else:
            yield one
    for first, *others in guessed.values():
        more = f" (and so in {len(others)} more file{'s' * (len(others) > 1)} of the folder)" if others else ""
        yield replace(first, message=first.message + more) if more else first


def _diagnostics(records: Iterable[SourceRecord], notebooks: Mapping[str, Notebook]) -> Iterator[Diagnostic]:
    for record in records:
        yield from record.broken
        yield from record.outline.diagnostics
        for entry in record.entries:
            yield from entry.diagnostics
    for notebook in notebooks.values():
        yield from notebook.diagnostics
