"""What becomes of each file that an import would write: new, changed, kept because its author edited it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from journal_site.importing.manifest import ImportedFile, Manifest
from journal_site.model.base import Value

Action = Literal["created", "updated", "unchanged", "kept", "conflict", "left deleted"]
NEW = ".new"
"""Ends the name of what is put beside a file that its author edited: no text's suffix, so that no build reads it."""


class WantedFile(Value, frozen=True, kw_only=True):
    """One file as it is to be."""

    name: str
    digest: str
    source: str
    id: str = ""


class ImportStep(Value, frozen=True, kw_only=True):
    """What is done with one file."""

    wanted: WantedFile
    action: Action

    @property
    def writes(self) -> str:
        """The name under which the file is written; empty where it is not."""
        if self.action == "conflict":
            return self.wanted.name + NEW
        return self.wanted.name if self.action in {"created", "updated"} else ""


def decide(wanted: WantedFile, known: ImportedFile | None, present: str | None) -> ImportStep:
    """Return what is done with a file; `known` is what was imported last, `present` the digest of what is there."""
    return ImportStep(wanted=wanted, action=_action(wanted, known, present))


def _action(wanted: WantedFile, known: ImportedFile | None, present: str | None) -> Action:
    if present == wanted.digest:
        return "unchanged"
    if present is None:
        return "left deleted" if known is not None and known.digest else "created"
    if known is not None and present in {known.digest, known.planned}:
        return "updated"
    unchanged_source = known is not None and wanted.digest in {known.digest, known.planned}
    return "kept" if unchanged_source else "conflict"


def before_writing(manifest: Manifest, steps: list[ImportStep]) -> Manifest:
    """Return the record that stands while files are written: what is there, and what is about to be."""
    files = dict(manifest.files)
    for step in steps:
        one = step.wanted
        known = files.get(one.name, ImportedFile(source=one.source))
        files[one.name] = replace(known, source=one.source, id=one.id, planned=one.digest)
    return replace(manifest, files=files)


def after_writing(manifest: Manifest, steps: list[ImportStep]) -> Manifest:
    """Return the record of a finished import: what was written, and of what was kept that its new text is known."""
    files = dict(manifest.files)
    for step in steps:
        one = step.wanted
        files[one.name] = ImportedFile(source=one.source, id=one.id, digest=one.digest)
    return replace(manifest, files=files)


def orphaned_files(manifest: Manifest, wanted: Mapping[str, WantedFile], source: str) -> list[str]:
    """Return the names of files that came from a source and that it has no longer."""
    return sorted(name for name, one in manifest.files.items() if one.source == source and name not in wanted)
