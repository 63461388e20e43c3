"""Tell what the last build derived that still holds: where sources were reworded, and nothing else changed.

Most edits change how an entry is worded, and leave its dates, titles, topics, headings, links, tasks and their lines as
they were. Of wordings the index knows nothing (`index.stored.same_index`), so with the same other inputs it is the
same. What it was made from is summed up in its *basis*; a source that was reworded counts there with its old record.
So the index is taken from the store only where that names the very records and inputs that it was built from.

And a site that was planned from this index differs only in what shows how texts are worded (`pages.plan.WORDED`) and in
the pages of the reworded entries themselves, if nothing changed that outputs are made from beside their plan.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from journal_site.engine.emit import Planned, Written
from journal_site.engine.gather import Gathered, SourceRecord
from journal_site.errors import Diagnostic
from journal_site.index.stored import decode_index, encode_index, same_index
from journal_site.model.base import Value
from journal_site.model.index import Item
from journal_site.model.page import Deferred, Document, Kept
from journal_site.site.output import OutputFolder

if TYPE_CHECKING:
    from journal_site.config import SiteConfig
    from journal_site.model.entry import Entry
    from journal_site.model.index import Index
    from journal_site.model.page import Page
    from journal_site.pages.plan import Plan
    from journal_site.site.store import Store

_INDEX, _BASIS = "index", "index-basis"
_encode = msgspec.msgpack.Encoder().encode


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What the index is a function of."""

    now: bytes
    before: bytes
    """With the old records of sources that were reworded; empty where the old index cannot hold."""


class KnownBy(Value, frozen=True, kw_only=True):
    """What a plan is known by: where all of it is the same, only what shows how texts are worded can differ."""

    basis: bytes
    """Of the index."""
    frame: bytes
    """Of what outputs are made from beside their plan."""
    worded: tuple[str, ...] | None
    """`Plan.worded`"""
    mark: bytes
    """`Marks.index`"""
    lost: tuple[Diagnostic, ...]
    """What found its place in the site taken."""


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """The last build's site, all of whose files are as it left them."""

    known_by: KnownBy
    files: tuple[Written, ...]
    output: OutputFolder


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
    from journal_site.pages.words.labels import load_labels  # noqa: PLC0415 - an unchanged journal needs neither
    from journal_site.pages.words.naming import Naming  # noqa: PLC0415

    naming = Naming(load_labels(config.language), load_labels("en"))
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
            if not same_index(one, other, keywords=keywords) or naming.headline(one)[0] != naming.headline(other)[0]:
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


def outputs_again(
    planned: Plan, frame: bytes, last: Last, replaced: Mapping[str, SourceRecord]
) -> tuple[Planned, ...] | None:
    """Return the last build's outputs with what was planned again in its place; None where they are not the same."""
    fresh: dict[str, Planned] = {page.path: page for page in planned.pages}
    paths = {file.path for file in last.files}
    known_by = last.known_by
    if frame != known_by.frame or planned.worded != known_by.worded or not fresh.keys() <= paths:
        return None
    _patch_journal_json(fresh, planned, last, replaced)
    return tuple([fresh.get(file.path) or Kept(path=file.path, key=file.key) for file in last.files])


def _patch_journal_json(
    fresh: dict[str, Planned], planned: Plan, last: Last, replaced: Mapping[str, SourceRecord]
) -> None:
    """Let journal.json be made from what it was: in a large journal encoding it takes longer than all else."""
    from journal_site.pages.machine.journal_json import PATH  # noqa: PLC0415 - as above

    index, whole = planned.material.index, fresh.get(PATH)
    if isinstance(whole, Deferred) and not any(one.entry.source in replaced for one in index.introduction):
        old = _old_entries(index.items, replaced)
        fresh[PATH] = msgspec.structs.replace(whole, make=partial(_reworded, whole, last.output, old))


def _old_entries(items: Iterable[Item], replaced: Mapping[str, SourceRecord]) -> list[tuple[Item, Item]]:
    """Return the items of reworded sources as they were and as they are."""
    old: dict[tuple[str, int], Entry] = {
        (path, entry.position): entry for path, record in replaced.items() for entry in record.entries
    }
    changed = [(item, old[item.entry.source, item.entry.position]) for item in items if item.entry.source in replaced]
    return [(msgspec.structs.replace(item, entry=entry), item) for item, entry in changed]


def _reworded(whole: Deferred, output: OutputFolder, items: list[tuple[Item, Item]]) -> Page | Document:
    from journal_site.pages.machine.journal_json import reword  # noqa: PLC0415 - as above

    content = output.read(whole.path)
    patched = reword(content, items) if content is not None else None
    return Document(path=whole.path, content=patched) if patched is not None else whole.make()
