"""What earlier imports wrote: a file beside the entries, by which later ones know what the author changed since."""

from __future__ import annotations

from pathlib import Path

import msgspec

from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.model.base import Value
from journal_site.regular_files import read_file
from journal_site.system_errors import why

NAME = ".journal-import.json"
_VERSION = 1


class ImportedFile(Value, frozen=True, kw_only=True, array_like=False, omit_defaults=True):
    """One file that was imported."""

    source: str
    """What it is from, relative to the journal's folder where that is possible."""
    id: str = ""
    digest: str = ""
    """Of the file's bytes as they were written; empty where they are not there yet."""
    planned: str = ""
    """Of what an import that was interrupted was about to write."""


class Manifest(Value, frozen=True, kw_only=True, array_like=False):
    """All files that were imported, by their names below the folder of entries."""

    version: int = _VERSION
    files: dict[str, ImportedFile] = msgspec.field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Return what earlier imports wrote; nothing where there were none. Raises ContentError where it is damaged."""
    path = folder / NAME
    try:
        manifest = msgspec.json.decode(read_file(path), type=Manifest)
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    except OSError as error:
        raise ContentError(_damaged(path, why(error))) from None
    except msgspec.DecodeError:
        raise ContentError(_damaged(path, "it is not as an import writes it")) from None
    if manifest.version != _VERSION:
        raise ContentError(_damaged(path, f"version {manifest.version} is of a newer journal"))
    return manifest


def encode(manifest: Manifest) -> bytes:
    """Return the manifest's file."""
    ordered = Manifest(files=dict(sorted(manifest.files.items())))
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"


def _damaged(path: Path, why: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="import-record",
        message=f"what earlier imports wrote cannot be read: {why}",
        location=Location(path=path.as_posix()),
        hint="restore the file; without it, files that are there already are taken for your own and never overwritten",
    )
