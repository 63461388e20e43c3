"""The index as a whole: a pure function, the same for the same input, and fast."""

from __future__ import annotations

import random

import msgspec

from journal_site.model.entry import Entry
from journal_site.model.index import Index
from journal_site.model.outline import Omission, Outline
from tests.unit.index.small_entries import entry, external, ids, index, link, log


def journal(size: int) -> list[Entry]:
    chance = random.Random(1)
    names = [f"topic {number}" for number in range(20)]
    return [
        entry(f"entries/day-{n:04}.md", days=(n,), dates=(f"20{20 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}",),
              tags=tuple(chance.sample(names, 3)),
              links=tuple(external(f"https://x{chance.randrange(40)}.org/") for _ in range(4)),
              slots=(link(f"day-{chance.randrange(size):04}.md", "back"),))
        for n in range(size)
    ]  # fmt: skip


def test_the_same_input_gives_the_same_bytes_in_any_order_of_hashing() -> None:
    first, second = index(journal(200)), index(journal(200))
    assert msgspec.msgpack.encode(first) == msgspec.msgpack.encode(second)


def test_the_index_survives_the_store() -> None:
    built = index(journal(20))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(built), type=Index) == built


def test_an_empty_journal_has_an_empty_index() -> None:
    built = index([])
    assert (built.items, built.topics, built.challenge, built.diagnostics) == ((), (), None, ())


def test_entries_notes_and_introduction_have_their_own_addresses() -> None:
    built = index([
        entry("README.md", kind="introduction", id_base="introduction"),
        *log("README.md", 1), entry("README.md", kind="note", id_base="note-books"),
    ])  # fmt: skip
    assert [item.url for item in built.items] == ["entries/day-1/", "notes/note-books/"]
    assert [item.url for item in built.introduction] == ["introduction/"]


def test_what_reading_left_out_is_named_too() -> None:
    blank = Omission(path="log.md", line=9, text="Day 9", reason="a blank day")
    assert index([], outlines=[("log.md", Outline(slices=(), omitted=(blank,)))]).left_out == (blank,)


def test_entries_and_notes_share_one_space_of_ids() -> None:
    assert ids(index([entry("note-x.md"), entry("log.md", kind="note", id_base="note-x", heading="X")])) == [
        "note-x", "note-x-2",
    ]  # fmt: skip
