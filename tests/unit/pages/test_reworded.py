"""What is planned again where texts were reworded is all that shows how they are worded."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from journal_site.model.index import Index, Item
from journal_site.model.page import Deferred, Output, Shard
from journal_site.pages.kinds.entry import plan_entries
from journal_site.pages.machine.journal_json import plan_journal_json, reword
from journal_site.pages.plan import WORDED, plan, plan_reworded
from journal_site.pages.planners import PLANNERS, Planner
from tests.unit.pages.small_journal import made, make_bare_index, make_index, make_material, render_text


def _reworded(item: Item) -> Item:
    """Return an item with other words; where its title is bare, its first sentence, which names it, stays."""
    entry = item.entry
    excerpt = f"{entry.excerpt.partition('.')[0]}. Said anew."
    return replace(item, entry=replace(entry, body=f"{entry.body}-anew", words=entry.words + 7, excerpt=excerpt))


def _reworded_index(index: Index) -> Index:
    return replace(
        index,
        items=tuple(_reworded(item) for item in index.items),
        introduction=tuple(_reworded(item) for item in index.introduction),
    )


@pytest.mark.parametrize("index", [make_index(), make_bare_index()], ids=["titled", "bare"])
@pytest.mark.parametrize("planner", [one for one in PLANNERS if one not in {*WORDED, plan_entries}])
def test_the_other_pages_are_blind_to_how_texts_are_worded(planner: Planner, index: Index) -> None:
    before, after = (list(planner(make_material(one))) for one in (index, _reworded_index(index)))
    assert [_seen(page) for page in before] == [_seen(page) for page in after]


def test_they_are_planned_in_the_order_of_all() -> None:
    assert tuple(planner for planner in PLANNERS if planner in WORDED) == WORDED


@pytest.mark.parametrize("limit", [250, 2])
def test_with_what_is_planned_again_the_plan_is_as_the_whole_one(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("parts.context.TIMELINE", "kinds.topic."):
        monkeypatch.setattr(f"journal_site.pages.{module}_LIMIT", limit)
    given = make_material()
    old, new = (
        plan(index, given.config, options=given.options, notebooks=given.notebooks)
        for index in (make_bare_index(), _reworded_index(make_bare_index()))
    )
    mark = old.material.marks.index
    again = plan_reworded(
        _reworded_index(make_bare_index()),
        given.config,
        options=given.options,
        notebooks=given.notebooks,
        sources={"log.md"},
        mark=mark,
    )
    assert (again.site, again.worded, mark) == (old.site, old.worded, new.material.marks.index)
    fresh = {page.path: page for page in again.pages}
    expected = [fresh.get(page.path, page) for page in old.pages]
    assert [_seen(page) for page in expected] == [_seen(page) for page in new.pages]


def _seen(output: Output) -> tuple[bytes, object]:
    """Return what an output is made from: its mark, and what it is."""
    if isinstance(output, Deferred):
        return output.inputs, output.make()
    return (output.inputs, output.path) if isinstance(output, Shard) else (b"", output)


def test_entries_are_reworded_in_journal_json_where_they_stand() -> None:
    before = make_index()
    after = _reworded_index(before)
    old, new = (_journal_json(replace(index, introduction=())) for index in (before, after))
    pairs = list(zip(before.items, after.items, strict=True))
    assert reword(old.encode(), pairs) == new.encode()
    assert reword(new.encode(), pairs) is None
    assert len(msgspec.json.decode(new)["entries"]) == len(pairs)


def _journal_json(index: Index) -> str:
    material = make_material(index)
    (page,) = made(plan_journal_json(material))
    return render_text(material, page)
