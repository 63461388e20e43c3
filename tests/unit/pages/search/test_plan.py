"""The plan of the search: its page, the parts of its index, and what each part is made from."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal_site.model.entry import Entry
from journal_site.model.index import Item, Topic
from journal_site.model.page import Document, Page, Shard
from journal_site.pages.parts.context import PageContext
from journal_site.pages.search.documents import Doc
from journal_site.pages.search.index import SLOTS, build_slots, level_of, slot_of
from journal_site.pages.search.parts import divide
from journal_site.pages.search.plan import MOST_TOPICS, plan_search
from journal_site.terms import pack_counts
from tests.unit.pages.search.searching import make_entry
from tests.unit.pages.small_journal import make_context, make_index, render_text

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


def shards(context: PageContext) -> dict[str, Shard]:
    return {one.path: one for one in plan_search(context) if isinstance(one, Shard)}


def test_there_is_no_search_where_it_is_not_wanted() -> None:
    assert list(plan_search(make_context(search=False))) == []


def test_the_page_offers_topics_and_years_and_says_what_it_needs() -> None:
    context = make_context()
    (page,) = [one for one in plan_search(context) if isinstance(one, Page)]
    html = render_text(context, page)
    assert '<form class="search"' in html
    assert '<option value="nlp">NLP</option>' in html
    assert [year in html for year in ('value="2021"', 'value="2022"', 'value="-"')] == [True, True, True]
    assert "<noscript>" in html
    assert 'href="../timeline/"' in html


def test_of_very_many_topics_those_are_offered_that_most_entries_have() -> None:
    topics = tuple(Topic(slug=f"t{n}", name=f"T{n}", entries=("day-1",) * n) for n in range(MOST_TOPICS + 50))
    (page,) = [one for one in plan_search(make_context(replace(make_index(), topics=topics))) if isinstance(one, Page)]
    offered = page.view.topics  # type: ignore[attr-defined]  # its view is of another type than the base
    assert [choice.value for choice in offered] == [f"t{n}" for n in range(50, MOST_TOPICS + 50)]


def test_the_index_is_parted_by_years() -> None:
    context = make_context()
    (listed,) = [one for one in plan_search(context) if isinstance(one, Document)]
    parts = json.loads(listed.content)["parts"]
    # Path, year, version, slots; entries and other pages, notebooks, links: the introduction and a note have no date.
    assert [[*part[:2], *part[3:]] for part in parts] == [
        ["2022", "2022", 1, 3, 0, 0],
        ["2021", "2021", 1, 2, 1, 1],
        ["undated", "", 1, 3, 0, 0],
    ]
    assert sorted(shards(context)) == sorted(
        f"search/{part}/{name}" for part in ("2021", "2022", "undated") for name in ("t0.txt", "d0.json")
    )


def test_records_hold_what_results_show() -> None:
    found = shards(make_context())
    records = json.loads(found["search/2021/d0.json"].make(lambda _: b""))
    assert records[0][:3] == ["entries/day-1/", "What I learned, part 1", "Day 1"]
    assert records[0][4] == ["NLP"]
    assert records[2][:2] == ["notebooks/lstm/", "LSTM by hand"]
    assert records[3] == [
        "https://arxiv.org/abs/1409.0473",
        "Attention by alignment",
        "paper",
        "entries/day-1/",
        "Day 1",
        1,
    ]


def _edited(context: PageContext, number: int, **changes: object) -> PageContext:
    items = list(context.facts.index.items)
    items[number] = replace(items[number], entry=replace(items[number].entry, **changes))
    return make_context(replace(context.facts.index, items=tuple(items)))


@pytest.mark.parametrize("changes", [{"body": "other"}, {"title": "Retitled"}])
def test_an_edit_touches_the_part_of_its_year_only(changes: dict[str, object]) -> None:
    before = make_context()
    after = _edited(before, 0, **changes)
    inputs = {part.name: part.docs.digest for part in divide(before)}
    changed = {part.name for part in divide(after) if part.docs.digest != inputs[part.name]}
    assert changed == {"2021"}


def test_neighbours_and_backlinks_do_not_count() -> None:
    before = make_context()
    items = [replace(item, previous=None, next=None, related=("day-6",)) for item in before.facts.index.items]
    after = make_context(replace(before.facts.index, items=tuple(items)))
    assert [part.docs.digest for part in divide(after)] == [part.docs.digest for part in divide(before)]


def test_what_is_too_large_is_divided_by_ids_so_that_a_new_entry_moves_no_other() -> None:
    def places(count: int) -> dict[str, str]:
        items = tuple(make_entry(n, f"T{n}", "text")[0] for n in range(count))
        parts = divide(make_context(replace(make_index(), items=items, introduction=(), notebooks=())))
        return {doc.record[0]: part.name for part in parts for doc in part.docs.value()[: part.pages]}

    few, many = places(2000), places(2001)
    assert set(few.values()) == {"2026-1", "2026-2", "2026-3", "2026-4"}
    assert few.items() <= many.items()


def test_a_long_page_keeps_its_beginning_for_its_excerpt() -> None:
    context = _edited(make_context(), 0, words=50_000, excerpt="How it begins")
    records = json.loads(shards(context)["search/2021/d0.json"].make(lambda _: b""))
    assert records[0][5] == "How it begins"
    assert len(records[1]) == 5


def test_pictures_are_found_by_their_alternative_text() -> None:
    lines = shards(make_context())["search/2021/t0.txt"].make(lambda _: b"").decode().splitlines()
    assert "falls 3" in lines


# --- slots and postings ----------------------------------------------------------------------------------------------


def _doc(number: int, body: str = "", **fields: object) -> Doc:
    return Doc(record=(number,), body=body, **{"spoken": (), **fields})  # type: ignore[arg-type]


def _read(line: str) -> list[tuple[int, int]]:
    """Read a line's postings as the script does."""
    found, number, value, shift = [], -1, 0, 0
    for sign in line.partition(" ")[2]:
        digit = DIGITS.index(sign)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            number += (value >> 3) + 1
            found.append((number, value & 7))
            value, shift = 0, 0
    return found


@given(st.sets(st.integers(0, 70_000), min_size=1, max_size=40))
def test_postings_are_read_as_they_were_written(numbers: set[int]) -> None:
    docs = [_doc(n, "d" if n in numbers else "") for n in range(max(numbers) + 1)]
    (slot,) = build_slots(docs, lambda _: pack_counts([("word", 1)]), 1)
    assert _read(slot.decode().rstrip("\n")) == [(n, level_of(4.0)) for n in sorted(numbers)]


def test_titles_say_more_than_texts_and_long_texts_less_than_short_ones() -> None:
    docs = [
        _doc(0, "short"),
        _doc(1, "long"),
        _doc(2, "short", spoken=(("A word", 5.0),)),
        _doc(3, spoken=(("word", 1.0),), topics=("nlp",)),
    ]
    bodies = {"short": pack_counts([("word", 1), ("x", 250)]), "long": pack_counts([("word", 1), *_many(20)])}
    (slot,) = build_slots(docs, bodies.__getitem__, 1)
    lines = {line.split(" ")[0]: dict(_read(line)) for line in slot.decode().splitlines()}
    levels = lines["word"]
    assert levels[2] > levels[0] > levels[1]
    assert lines["#nlp"].keys() == {3}
    assert lines["a"].keys() == {2}


def _many(count: int) -> list[tuple[str, int]]:
    return [(f"w{n}", 250) for n in range(count)]


@given(st.text(st.characters(categories=["Ll", "Lo", "Nd"]), min_size=1, max_size=6))
def test_a_slot_follows_from_the_first_two_letters(term: str) -> None:
    assert 0 <= slot_of(term) < SLOTS
    assert slot_of(term) == slot_of(term[:2])


def test_terms_of_one_slot_stay_together_however_many_slots_there_are() -> None:
    words = [(word, 1) for word in ("attention", "attend", "at", "zebra", "9", "注意", "ёлка")]
    for slots in (1, 4, SLOTS):
        found = build_slots([_doc(0, "d")], lambda _: pack_counts(words), slots)
        assert len(found) == slots
        for word, _ in words:
            lines = found[slot_of(word) * slots // SLOTS].decode().splitlines()
            assert word in [line.split(" ")[0] for line in lines]


def test_entries_that_are_not_listed_are_found_too() -> None:
    page = Entry(source="pages/about.md", line=1, position=0, body="about", id_base="about", title="About me")
    context = make_context(replace(make_index(), pages=(Item(entry=page, id="about", url="about/"),)))
    records = json.loads(shards(context)["search/undated/d0.json"].make(lambda _: b""))
    assert [record[0] for record in records] == ["entries/day-6/", "notes/note-tools/", "introduction/", "about/"]
