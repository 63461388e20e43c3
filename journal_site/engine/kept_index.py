"""Keep the index for the next build: where sources are only reworded, it holds, and is read in place of being built.

Most edits change how an entry is worded, and leave its dates, titles, topics, headings, links, tasks and their lines as
they were. Of wordings the index knows nothing (`index.stored.same_index`), so with the same other inputs it is the
same. What it was made from is summed up in its *basis*; a source that was reworded counts there with its old record.
So the index is taken from the store only where that names the very records and inputs that it was built from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from journal_site.engine.gather import Gathered
from journal_site.engine.records import SourceRecord
from journal_site.index.stored import decode_index, encode_index, same_index

if TYPE_CHECKING:
    from journal_site.config import SiteConfig
    from journal_site.model.index import Index
    from journal_site.site.store import Store

_INDEX, _BASIS = "index", "index-basis"
_encode = msgspec.msgpack.Encoder().encode


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What the index is a function of."""

    now: bytes
    before: bytes
    """With the old records of sources that were reworded; empty where the old index cannot hold."""


def find_basis(paths: Iterable[str], gathered: Gathered, config: SiteConfig, others: object) -> Basis:
    """Return the basis of the sources' index; `others` are all other inputs of it."""
    given = _encode(others)
    records = dict(zip(paths, gathered.sources, strict=True))
    now = _digest(records, given)
    if not gathered.replaced:
        return Basis(now=now, before=now)
    if not _only_reworded(gathered.replaced, records, config):
        return Basis(now=now, before=b"")
    return Basis(now=now, before=_digest({**records, **gathered.replaced}, given))


def _digest(records: Mapping[str, SourceRecord], given: bytes) -> bytes:
    lines = [f"{path}\0{record.digest}\0{record.options}" for path, record in records.items()]
    return hashlib.blake2b(given + "\n".join(lines).encode("utf-8", "surrogateescape"), digest_size=16).digest()


def _only_reworded(
    replaced: Mapping[str, SourceRecord], records: Mapping[str, SourceRecord], config: SiteConfig
) -> bool:
    keywords = bool(config.topics)
    for path, old in replaced.items():
        new = records.get(path)
        if (
            new is None
            or old.broken
            or new.broken
            or old.options != new.options
            or old.outline != new.outline
            or len(old.entries) != len(new.entries)
        ):
            return False
        for one, other in zip(old.entries, new.entries, strict=True):
            if not same_index(one, other, keywords=keywords):
                return False
    return True


def kept_index(store: Store, basis: Basis, gathered: Gathered) -> Index | None:
    """Return the index that the store has, with the entries as they are now, if it still holds."""
    if not basis.before or store.meta(_BASIS) != basis.before:
        return None
    raw = store.meta(_INDEX)
    if raw is None:
        return None
    if basis.now != basis.before:
        store.put_meta(_BASIS, basis.now)
    return decode_index(raw, [record.entries for record in gathered.sources])


def keep_index(store: Store, basis: Basis, gathered: Gathered, index: Index) -> None:
    """Keep the index for the next build."""
    raw = encode_index(index, [record.entries for record in gathered.sources])
    store.put_meta(_BASIS, basis.now if raw is not None else b"")
    if raw is not None:
        store.put_meta(_INDEX, raw)
