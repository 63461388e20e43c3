"""Check a journal: what a build would tell, with what only a look at the whole of it finds."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from journal_site.checking.texts import blank_days, forgotten_drafts, repeated_texts, skipped_days
from journal_site.config.codes import check_of
from journal_site.engine.build import Journal, diagnose
from journal_site.engine.inputs import BuildRequest
from journal_site.errors import Diagnostic, Location, sort_key
from journal_site.file_kinds import NOTEBOOK, is_picture
from journal_site.importing.mojibake import repair
from journal_site.reading.scan.assets import find_files
from journal_site.regular_files import read_file

if TYPE_CHECKING:
    from journal_site.engine.gather import Gathered

_NOT_BESIDE_TEXTS = ("static/", "templates/")


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A journal with all that was found in it, sorted by place."""

    journal: Journal
    problems: tuple[Diagnostic, ...]


def check_journal(request: BuildRequest, only: Collection[str] = ()) -> Checked:
    """Return what is wrong with a journal, of all checks or of those named. Raises ConfigError."""
    journal, told = diagnose(request)
    quiet = frozenset(journal.config.quiet)
    found = (one for one in _found(request.root, journal) if one.code not in quiet)
    problems = {one for one in (*told, *found) if is_wanted(one, only)}
    return Checked(journal=journal, problems=tuple(sorted(problems, key=sort_key)))


def is_wanted(problem: Diagnostic, only: Collection[str]) -> bool:
    """Tell whether a problem belongs to the checks that are asked for; an error always does."""
    return not only or problem.severity == "error" or check_of(problem.code) in only


def _found(root: Path, journal: Journal) -> Iterator[Diagnostic]:
    entries = journal.gathered.entries
    yield from skipped_days(journal.index)
    yield from blank_days(entries, journal.today)
    yield from repeated_texts(journal.index, lambda path: (_text(root, path) or "").split("\n"))
    yield from forgotten_drafts(entries, journal.today)
    yield from _garbled(root, [found.path for found in journal.sources])
    yield from _orphaned_pictures(root, journal.gathered, [found.path for found in journal.sources])
    yield from _orphaned_notebooks(journal)


def _garbled(root: Path, paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell of lines that were decoded wrongly once, as an import repairs them."""
    for path in paths:
        if path.lower().endswith(NOTEBOOK):
            continue
        for notice in repair(_text(root, path) or "", path)[1]:
            message = notice.message.replace("wrongly decoded once, and repaired", "wrongly decoded once")
            yield Diagnostic(
                severity="warning",
                code="text-garbled",
                message=message,
                location=notice.location,
                hint="'journal check --fix' repairs it",
            )


def _text(root: Path, path: str) -> str | None:
    """Return the text of a source; None where it cannot be read, which the build tells."""
    try:
        return read_file(root / path).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _orphaned_pictures(root: Path, gathered: Gathered, sources: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell of pictures beside the texts, or in folders below them, that no text names."""
    folders = {posixpath.dirname(path) for path in sources} - {""}
    for path in sorted(find_files(root, is_picture)):
        if path in gathered.assets or path.startswith(_NOT_BESIDE_TEXTS):
            continue
        if any(path.startswith(f"{folder}/") for folder in folders):
            yield _notice("picture-orphaned", "no text shows this picture", path, "show it, or remove it")


def _orphaned_notebooks(journal: Journal) -> Iterator[Diagnostic]:
    for record in journal.index.notebooks:
        if record.local and not record.entries:
            hint = "link it where it is told of, or remove it"
            yield _notice("notebook-orphaned", "no entry names this notebook", record.local, hint)


def _notice(code: str, message: str, path: str, hint: str) -> Diagnostic:
    return Diagnostic(severity="notice", code=code, message=message, location=Location(path=path), hint=hint)
