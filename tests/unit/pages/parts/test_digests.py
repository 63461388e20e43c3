"""A mark covers all that its page reads: whatever is changed of the index, no page is another under the same mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
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
from journal_site.model.index import Backlink, Index, Item, Run, Target
from journal_site.model.page import Deferred, Shard
from journal_site.pages.parts.context import Material
from journal_site.pages.planners import PLANNERS
from journal_site.terms import count_terms
from tests.unit.pages.small_journal import PAPER, make_bare_index, make_material

_DAY = dt.date(2022, 1, 4)
ENTRY: dict[str, Any] = {
    "source": "other.md", "line": 77, "position": 77, "newest_first": True, "kind": "note", "body": "anew",
    "id_base": "anew", "slug": "anew", "slug_line": 7, "title": "Anew", "title_html": "<em>Anew</em>",
    "heading": "Day 77: anew", "parents": ("Above",), "day": 77, "days": (77, 78), "round": 2, "date": _DAY,
    "dates": (_DAY, _DAY + dt.timedelta(days=1)), "end_date": _DAY + dt.timedelta(days=7), "date_source": "git",
    "candidates": (), "table": True, "target": "anew", "tags": ("anew",), "hashtags": ("anew",), "draft": True,
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
    "headings": ENTRY["headings"], "links": ENTRY["links"],
}  # fmt: skip
Made = dict[str, tuple[bytes, object]]


@pytest.fixture(params=["short", "long"])
def _length(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the journal's lists be of one page, and of many."""
    if request.param == "long":
        for name in ("parts.context.TIMELINE_LIMIT", "kinds.topic._LIMIT", "kinds.home._LATEST"):
            monkeypatch.setattr(f"journal_site.pages.{name}", 2)
        for name in ("kinds.links.ON_ONE_PAGE", "kinds.notebook_list.ON_ONE_PAGE"):
            monkeypatch.setattr(f"journal_site.pages.{name}", 1)


def _made(material: Material) -> Made:
    """Return each output that is made later with its mark."""
    made: Made = {}
    for planner in PLANNERS:
        for output in planner(material):
            if isinstance(output, Deferred):
                made.setdefault(output.path, (output.inputs, output.make()))
            elif isinstance(output, Shard):
                made.setdefault(output.path, (output.inputs, output.make(count_terms)))
    return made


def _stale(before: Made, after: Made) -> list[str]:
    """Return the outputs that differ under one mark."""
    return [
        path
        for path, (inputs, made) in after.items()
        if path in before and before[path][0] == inputs and before[path][1] != made
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
    before = _made(make_material(index))
    for place in (0, 3, 5, 6):
        after = _made(make_material(_with_item(index, place, lambda item: change(item, field))))
        assert _stale(before, after) == []


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("field", ["title", "body", "excerpt", "words", "slots"])
@pytest.mark.parametrize("kind", ["introduction", "pages"])
def test_no_page_hides_a_change_of_what_is_told_beside_the_entries(kind: str, field: str) -> None:
    index = make_bare_index()
    told = tuple(_entry_changed(item, field) for item in getattr(index, kind))
    assert _stale(_made(make_material(index)), _made(make_material(replace(index, **{kind: told})))) == []


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("field", list(NOTEBOOK))
def test_no_page_hides_a_change_of_a_notebook(field: str) -> None:
    before = make_material(make_bare_index())
    notebooks: dict[str, Notebook] = {
        path: replace(one, **{field: NOTEBOOK[field]}) for path, one in before.notebooks.items()
    }
    assert _stale(_made(before), _made(replace(before, notebooks=notebooks))) == []


def _of_index(index: Index) -> dict[str, Index]:
    topic, link, notebook, challenge = index.topics[0], index.links[0], index.notebooks[0], index.challenge
    assert challenge is not None
    return {
        "topic": replace(index, topics=(replace(topic, name="Anew", neighbours=("nlp",)),)),
        "link": replace(index, links=(replace(link, text="Anew", kind="article"), *index.links[1:])),
        "notebook": replace(index, notebooks=(replace(notebook, title="Anew"), *index.notebooks[1:])),
        "challenge": replace(index, challenge=replace(challenge, days=200, calendar=7, goals=("Anew",))),
        "no challenge": replace(index, challenge=None),
        "today": replace(index, streaks=replace(index.streaks, today=_DAY, current=Run(), active_days=7)),
    }


@pytest.mark.usefixtures("_length")
@pytest.mark.parametrize("change", list(_of_index(make_bare_index())))
def test_no_page_hides_a_change_of_what_is_derived(change: str) -> None:
    index = make_bare_index()
    assert _stale(_made(make_material(index)), _made(make_material(_of_index(index)[change]))) == []


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
