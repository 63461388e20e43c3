"""A trace covers all that its output has read: whatever is changed of the index, no output is another under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

import msgspec
import pytest
from msgspec.msgpack import decode, encode
from msgspec.structs import replace

from journal_site.model.entry import (
    Content,
    Entry,
    Heading,
    Link,
    Notebook,
    NotebookLink,
    Question,
    RemoteImage,
    Task,
)
from journal_site.model.index import Backlink, Index, Item, Openings, Run, Target
from journal_site.model.page import Deferred, Document, Output, Shard
from journal_site.pages.page_kinds import PAGE_KINDS
from journal_site.pages.parts.context import PageContext, PageReader
from journal_site.pages.parts.recording import Trace, changed_bits, stand_in, whole
from journal_site.pages.plan import plan, plan_again
from journal_site.terms import count_terms
from tests.unit.pages import small_journal
from tests.unit.pages.small_journal import PAPER, make_bare_index, make_context

_DAY = dt.date(2022, 1, 4)
ENTRY: dict[str, Any] = {
    "source": "other.md", "line": 77, "position": 77, "newest_first": True, "kind": "note", "body": "anew",
    "id_base": "anew", "slug": "anew", "slug_line": 7, "title": "Anew", "title_html": "<em>Anew</em>",
    "heading": "Day 77: anew", "heading_ids": ("rocket",),
    "parents": ("Above",), "day": 77, "days": (77, 78), "round": 2, "date": _DAY,
    "dates": (_DAY, _DAY + dt.timedelta(days=1)), "end_date": _DAY + dt.timedelta(days=7), "time": "07:07:07",
    "date_source": "git",
    "candidates": (), "table": True, "target": "anew", "tags": ("anew",), "hashtags": ("anew",), "blank": True,
    "draft": True,
    "withheld": "anew", "publish_from": _DAY, "publish_until": _DAY,
    "aliases": ("anew",), "description": "Described anew.", "updated": _DAY, "image": "https://example.org/anew.png",
    "image_place": (7, 7), "minutes": 77, "rest": True, "fields": {"anew": 1},
    "extra": {"anew": 1},
    "headings": tuple(Heading(level=2, text=f"Part {n}", id=f"part-{n}", line=n) for n in range(4)),
    "links": tuple(Link(url=url, kind="other", text="Anew", line=7) for url in ("https://a.org/", PAPER)),
    "notebooks": (NotebookLink(url="https://a.org/anew.ipynb", text="Anew", line=7),),
    "slots": None, "images": (RemoteImage(url="https://a.org/anew.png", alt="Anew", line=7),),
    "tasks": (Task(text="Anew", done=False, line=7),), "questions": (Question(text="Anew?", line=7),), "words": 777,
    "excerpt": "Said anew. And more of it.", "math": True, "code": True, "diagnostics": (), "anchors": ("anew",),
    "addresses": (("/old/", ""),),
    "roots": ("docs",),
    "nested": True,
    "foreign": True,
    "sanitised": True,
}  # fmt: skip
"""A new value of each field; of slots only their words can change alone, as each has its target.

What is read from a text changes with the digest of the text, which is its body's.
"""
ITEM: dict[str, Any] = {
    "topics": (), "previous": "day-3", "next": "day-3", "related": ("day-3",),
    "image": Target(kind="image", url="a.png", width=300, height=200),
    "backlinks": (Backlink(id="day-3", text="anew", before="Said "),), "targets": None, "url": "entries/anew/",
}  # fmt: skip
NOTEBOOK: dict[str, Any] = {
    "title": "Anew", "body": "anew", "words": 30_000, "excerpt": "Said anew.", "language": "r", "cells": 7,
    "pictures": (("anew.png", "digest"),), "broken": "it is anew", "diagnostics": (),
    "hides": True, "draft": True, "withheld": "anew", "publish_from": _DAY, "publish_until": _DAY,
    "headings": ENTRY["headings"], "links": ENTRY["links"], "anchors": ("anew",),
}  # fmt: skip


Made = dict[str, tuple[object, bytes, bytes]]
NOTHING = encode(Trace((), ()))


@pytest.fixture(params=["short", "long"])
def _length(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the journal's lists be of one page, and of many."""
    if request.param == "long":
        for name in ("parts.facts.TIMELINE_LIMIT", "kinds.topic._LIMIT", "kinds.home._LATEST"):
            monkeypatch.setattr(f"journal_site.pages.{name}", 2)
        for name in ("kinds.links.ON_ONE_PAGE", "kinds.notebook_list.ON_ONE_PAGE"):
            monkeypatch.setattr(f"journal_site.pages.{name}", 1)


def _made(context: PageContext) -> Made:
    """Return what each output that is made later is, its arguments and its trace."""
    reader = PageReader(context.facts)
    made: Made = {}
    for planner in (kind.plan for kind in PAGE_KINDS):
        for output in planner(context):
            if isinstance(output, Deferred):
                content, trace = reader.make(output)
                made.setdefault(output.path, (content, encode(output.args), trace))
            elif isinstance(output, Shard):
                made.setdefault(output.path, (output.make(count_terms), output.inputs, b""))
    return made


def _stale(before: PageContext, after: PageContext) -> list[str]:
    """Return the outputs that differ, and of which a build would not know it."""
    old, new = _made(before), _made(after)
    return [
        path
        for path, (content, args, _) in new.items()
        if path in old
        and old[path][0] != content
        and old[path][1] == args
        and before.facts.digest(old[path][2] or NOTHING) == after.facts.digest(old[path][2] or NOTHING)
    ]


def _with_item(index: Index, place: int, change: Callable[[Item], Item]) -> Index:
    items = list(index.items)
    items[place] = change(items[place])
    return replace(index, items=tuple(items))


def _entry_changed(item: Item, field: str) -> Item:
    value = ENTRY[field]
    if field == "slots":
        value = tuple(replace(slot, text="Anew", title="anew", before="x", after="y") for slot in item.entry.slots)
    text = {"body": "anew"} if field in Content.__struct_fields__ else {}
    return replace(item, entry=replace(item.entry, **text, **{field: value}))


def _item_changed(item: Item, field: str) -> Item:
    value = ITEM[field]
    if field == "targets":
        value = tuple(replace(target, url="files/anew.png", width=300, height=200) for target in item.targets)
    return replace(item, **{field: value})


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("field", [*ENTRY, *ITEM])
def test_no_page_hides_a_change_of_an_entry(field: str) -> None:
    change = _entry_changed if field in ENTRY else _item_changed
    index = make_bare_index()
    for place in (0, 3, 5, 6):
        after = make_context(_with_item(index, place, lambda item: change(item, field)))
        assert _stale(make_context(index), after) == []


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("field", ["title", "body", "excerpt", "words", "slots"])
@pytest.mark.parametrize("kind", ["introduction", "pages"])
def test_no_page_hides_a_change_of_what_is_told_beside_the_entries(kind: str, field: str) -> None:
    index = make_bare_index()
    told = tuple(_entry_changed(item, field) for item in getattr(index, kind))
    assert _stale(make_context(index), make_context(replace(index, **{kind: told}))) == []


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("field", list(NOTEBOOK))
def test_no_page_hides_a_change_of_a_notebook(field: str) -> None:
    changed = replace(small_journal.NOTEBOOK, **{field: NOTEBOOK[field]})
    index = make_bare_index()
    assert _stale(make_context(index), make_context(index, notebooks=[changed])) == []


def _of_index(index: Index) -> dict[str, Index]:
    topic, link, notebook, challenge = index.topics[0], index.links[0], index.notebooks[0], index.challenge
    assert challenge is not None
    return {
        "topic": replace(index, topics=(replace(topic, name="Anew", neighbours=("nlp",)),)),
        "link": replace(index, links=(replace(link, text="Anew", kind="article"), *index.links[1:])),
        "notebook": replace(index, notebooks=(replace(notebook, title="Anew"), *index.notebooks[1:])),
        "challenge": replace(index, challenge=replace(challenge, days=200, calendar=7, goals=("Anew",))),
        "openings": replace(index, openings=Openings(starts=("read part",))),
        "no challenge": replace(index, challenge=None),
        "today": replace(index, streaks=replace(index.streaks, today=_DAY, current=Run(), active_days=7)),
    }


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("change", list(_of_index(make_bare_index())))
def test_no_page_hides_a_change_of_what_is_derived(change: str) -> None:
    index = make_bare_index()
    assert _stale(make_context(index), make_context(_of_index(index)[change])) == []


def test_every_field_is_changed() -> None:
    assert [*ENTRY] == list(Entry.__struct_fields__)
    assert {*ITEM, "entry", "id"} == set(Item.__struct_fields__)
    assert {*NOTEBOOK, "path", "slots"} == set(Notebook.__struct_fields__)


@pytest.mark.parametrize("field", list(ENTRY))
def test_an_entry_is_its_wording_and_what_is_left_without_it(field: str) -> None:
    one = replace(make_bare_index().items[0].entry, headings=(), date=None)
    other = replace(one, **{field: ENTRY[field] or ()})
    if one != other:
        assert (one.wording() != other.wording()) is (one.without_wording() == other.without_wording())


# --- what is recorded, and what it is worth when texts are only reworded


def _reworded(index: Index) -> Index:
    """Return the index with all texts worded anew, and nothing else of it changed."""

    def anew(item: Item) -> Item:
        words = {name: ENTRY[name] for name in Entry.__struct_fields__ if _is_wording(name)}
        return replace(item, entry=replace(item.entry, **words))

    return replace(
        index, **{kind: tuple(map(anew, getattr(index, kind))) for kind in ("items", "introduction", "pages")}
    )


def _is_wording(field: str) -> bool:
    entry = make_bare_index().items[0].entry
    return replace(entry, **{field: ENTRY[field] or ()}).wording() != entry.wording()


def test_no_fact_hangs_on_how_texts_are_worded() -> None:
    """An output is passed over where none of the reworded fields was read: so facts must not hide a read of these."""
    before, after = (make_context(index).facts for index in (make_bare_index(), _reworded(make_bare_index())))
    asked = {
        fact
        for _, _, trace in _made(PageContext(before)).values()
        for fact in decode(trace or NOTHING, type=Trace).facts
    }
    assert len(asked) > 10
    for name, times in asked:
        for given in times:
            assert encode(getattr(before, name)(*given)) == encode(getattr(after, name)(*given)), name


@pytest.mark.parametrize("field", list(ENTRY))
def test_a_field_that_was_read_is_noted_and_no_other(field: str) -> None:
    item = make_bare_index().items[0]
    one = stand_in(item)
    assert one.noted() == 0
    assert getattr(cast("Item", one).entry, field) == getattr(item.entry, field)
    other = replace(item.entry, **{field: ENTRY[field] or ()})
    if field != "slots" and other != item.entry:
        assert one.noted() == changed_bits(item.entry, other)


def test_what_is_not_there_is_noted_too() -> None:
    index = make_bare_index()
    less, more = make_context(replace(index, items=index.items[:-1])).facts, make_context(index).facts
    reading = PageContext(less, recorded=True)
    assert reading.items.get(index.items[-1].id) is None
    assert less.digest(reading.trace()) != more.digest(reading.trace())


def test_a_line_that_another_page_has_made_is_noted_for_each() -> None:
    known = make_context(make_bare_index()).facts
    traces = []
    for _ in range(2):
        reading = PageContext(known, recorded=True)
        reading.entry_ref("../", reading.items["day-2"])
        traces.append(reading.trace())
    assert traces[0] == traces[1]
    assert decode(traces[0], type=Trace).things


def test_all_of_a_thing_can_be_asked_for() -> None:
    item = make_bare_index().items[0]
    one = stand_in(item)
    assert whole(cast("Item", one)) is item
    for field, value in ENTRY.items():
        other = replace(item.entry, **{field: value or ()})
        assert one.noted() & changed_bits(item.entry, other) == changed_bits(item.entry, other)


def test_a_function_that_carries_values_cannot_make_an_output() -> None:
    seen = make_bare_index()
    with pytest.raises(TypeError, match="plain function"):
        Deferred(path="a", make=lambda _: Document(path="a", content=str(seen).encode()))


@pytest.mark.parametrize("limit", [250, 2])
def test_with_what_is_planned_again_the_plan_is_as_the_whole_one(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("parts.facts.TIMELINE", "kinds.topic."):
        monkeypatch.setattr(f"journal_site.pages.{module}_LIMIT", limit)
    index = make_bare_index()
    old = plan(make_context(index).facts)
    traces = {path: trace for path, (_, _, trace) in _made(make_context(index)).items()} | old.facts.prepared
    one = _reworded(replace(index, items=index.items[:1], introduction=(), pages=()))
    new_index = replace(index, items=(*one.items, *index.items[1:]))
    changed = {index.items[0].id: changed_bits(index.items[0].entry, new_index.items[0].entry)}
    whole_plan = plan(make_context(new_index).facts)
    again = plan_again(
        msgspec.structs.replace(make_context(new_index).facts, traces=traces, changed=changed), old.planned
    )
    assert (again.site, [done.paths for done in again.planned]) == (old.site, [done.paths for done in old.planned])
    fresh = {page.path: page for page in again.pages}
    assert "entries/day-1/index.html" in fresh
    assert "entries/day-4/index.html" not in fresh
    readers = PageReader(whole_plan.facts), PageReader(old.facts)
    for new, before in zip(whole_plan.pages, old.pages, strict=True):
        if new.path not in fresh:
            assert _seen(new, readers[0]) == _seen(before, readers[1]), new.path


def _seen(output: Output, reader: PageReader) -> object:
    if isinstance(output, Deferred):
        return reader.make(output)[0]
    return output.make(count_terms) if isinstance(output, Shard) else output
