"""references.bib beside site.yaml: read anew only where it has changed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from journal_site.errors import Diagnostic, Location
from journal_site.model.index import Publication
from journal_site.reading.scan.texts import digest_of
from journal_site.regular_files import read_file
from journal_site.site.store import Store
from journal_site.system_errors import why

FILE = "references.bib"
_META = "references"
_encode = msgspec.msgpack.Encoder().encode


class KeptReferences(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What the file says, with the digest of its bytes."""

    digest: str = ""
    references: tuple[Publication, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


_DECODER = msgspec.msgpack.Decoder(KeptReferences)


def read_references(root: Path, store: Store) -> KeptReferences:
    """Return what references.bib says; nothing where there is none."""
    try:
        raw = read_file(root / FILE)
    except FileNotFoundError:
        return KeptReferences()
    except OSError as error:
        return KeptReferences(digest="-", diagnostics=(_unreadable(f"cannot be read: {why(error)}"),))
    digest = digest_of(raw)
    kept = store.meta(_META)
    if kept is not None and (known := _DECODER.decode(kept)).digest == digest:
        return known
    from journal_site.reading.bibtex import read_bibtex  # noqa: PLC0415 - few journals have the file

    try:
        read = read_bibtex(raw.decode("utf-8-sig").replace("\r\n", "\n"), FILE)
    except UnicodeDecodeError:
        return KeptReferences(digest=digest, diagnostics=(_unreadable("is not UTF-8, and is left out"),))
    found = KeptReferences(digest=digest, references=read.references, diagnostics=read.diagnostics)
    store.put_meta(_META, _encode(found))
    return found


def _unreadable(message: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="source-unreadable",
        message=message,
        location=Location(path=FILE),
        hint="titles and authors come from the texts alone until then",
    )
