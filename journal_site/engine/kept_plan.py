"""Keep what is known of a site's plan for the next one: where texts are only reworded, most of it is not planned again.

The index is the same then, and it is known which fields of which entries differ. So what no page has read of them needs
no second look: neither a planner nor the digest of a trace.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from journal_site.engine.keys import Ready, SiteOutput
from journal_site.engine.written import Written
from journal_site.errors import Diagnostic
from journal_site.model.base import Value
from journal_site.model.entry import Entry
from journal_site.model.index import Index, Item
from journal_site.model.page import Kept, Planned
from journal_site.site.output import SiteFolder

if TYPE_CHECKING:
    from journal_site.engine.records import SourceRecord
    from journal_site.pages.plan import Plan
    from journal_site.site.store import Store


class LastPlan(Value, frozen=True, kw_only=True):
    """What is known of a plan: where all of this is the same, only what shows how texts are worded can differ."""

    basis: bytes
    """Of the index."""
    frame: bytes
    """Of what outputs are made from beside their plan."""
    planned: tuple[Planned, ...]
    lost: tuple[Diagnostic, ...]
    """What found its place in the site taken."""
    traces: Mapping[str, bytes] = {}
    """By path what deferred outputs read, and by name what was read for what was prepared."""


NO_PLAN = LastPlan(basis=b"", frame=b"", planned=(), lost=())
_decode = msgspec.msgpack.Decoder(LastPlan).decode
_encode = msgspec.msgpack.Encoder().encode


class Last(NamedTuple):
    """The last build's site, all of whose files are as it left them."""

    plan: LastPlan
    files: tuple[Written, ...]
    output: SiteFolder


def load_plan(store: Store, folder: Path) -> LastPlan:
    """Return what the last build into this folder left."""
    raw = store.meta(_key(folder))
    return _decode(raw) if raw is not None else NO_PLAN


def keep_plan(store: Store, folder: Path, plan: LastPlan) -> None:
    """Keep it for the next build."""
    store.put_meta(_key(folder), _encode(plan))


def _key(folder: Path) -> str:
    return f"plan:{os.path.realpath(folder)}"


def changed_items(index: Index, replaced: Mapping[str, SourceRecord]) -> dict[str, int]:
    """Return by an item's key the bits of the fields that differ, of the sources that were read again."""
    from journal_site.pages.parts.facts import key_beside  # noqa: PLC0415 - an unchanged journal needs no pages
    from journal_site.pages.parts.recording import changed_bits  # noqa: PLC0415

    old = _old_entries(replaced)
    entries = [(item.id, item) for item in index.items]
    beside = [(key_beside(item), item) for item in (*index.introduction, *index.pages)]
    changed = {
        key: changed_bits(old[_place(item.entry)], item.entry)
        for key, item in (*entries, *beside)
        if item.entry.source in replaced
    }
    return {key: bits for key, bits in changed.items() if bits}


def outputs_again(plan: Plan, last: Last, replaced: Mapping[str, SourceRecord]) -> tuple[SiteOutput, ...] | None:
    """Return the last build's outputs with what was planned again in its place; None where they are not the same."""
    fresh: dict[str, SiteOutput] = {page.path: page for page in plan.pages}
    paths = [done.paths for done in plan.planned]
    if paths != [done.paths for done in last.plan.planned] or not fresh.keys() <= {file.path for file in last.files}:
        return None
    _patch_journal_json(fresh, plan.facts.index, last, replaced)
    return tuple([fresh.get(file.path) or Kept(path=file.path, key=file.key) for file in last.files])


def _patch_journal_json(
    fresh: dict[str, SiteOutput], index: Index, last: Last, replaced: Mapping[str, SourceRecord]
) -> None:
    """Make journal.json from what it was: in a large journal encoding it takes longer than all else."""
    from journal_site.pages.machine.journal_json import PATH, reword  # noqa: PLC0415 - as above

    if PATH not in fresh or any(one.entry.source in replaced for one in index.introduction):
        return
    old = _old_entries(replaced)
    pairs: list[tuple[Item, Item]] = [
        (msgspec.structs.replace(item, entry=old[_place(item.entry)]), item)
        for item in index.items
        if item.entry.source in replaced
    ]
    content = last.output.read(PATH)
    patched = reword(content, pairs) if content is not None else None
    if patched is not None:
        fresh[PATH] = Ready(path=PATH, content=patched, trace=last.plan.traces.get(PATH, b""))


def _old_entries(replaced: Mapping[str, SourceRecord]) -> dict[tuple[str, int], Entry]:
    return {_place(entry): entry for record in replaced.values() for entry in record.entries}


def _place(entry: Entry) -> tuple[str, int]:
    return entry.source, entry.position
