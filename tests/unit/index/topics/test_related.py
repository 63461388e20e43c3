"""Related entries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.entry import Entry
from tests.unit.index.small_entries import entry, external, index


def related(*entries: Entry) -> dict[str, tuple[str, ...]]:
    return {item.id: item.related for item in index(entries).items}


def test_those_that_share_most_topics_come_first() -> None:
    found = related(
        entry("1.md", tags=("a", "b")), entry("2.md", tags=("a",)), entry("3.md", tags=("a", "b")), entry("4.md")
    )
    assert found["1"] == ("3", "2")
    assert found["4"] == ()


def test_a_rare_link_counts_more_than_a_topic() -> None:
    paper = (external("https://arxiv.org/abs/1"),)
    found = related(entry("1.md", tags=("a",), links=paper), entry("2.md", tags=("a",)), entry("3.md", links=paper * 2))
    assert found["1"] == ("3", "2")
    assert found["3"] == ("1",)


@pytest.mark.parametrize(("names", "others"), [(2, 1), (6, 5), (7, 0), (9, 0)])
def test_a_link_relates_those_that_name_it_where_they_are_six_at_most(names: int, others: int) -> None:
    found = related(*[entry(f"{n}.md", links=(external("https://x.org/"),)) for n in range(names)])
    assert [len(one) for one in found.values()] == [others] * names


def test_five_others_are_named_the_nearest_of_those_that_share_as_much() -> None:
    paper, book = external("https://arxiv.org/abs/1"), external("https://example.org/book")
    entries = [entry(f"{n}.md", links=(paper,)) for n in range(1, 6)]
    found = related(*entries, entry("6.md", links=(paper, book)), entry("7.md", links=(book,)))
    assert found["6"] == ("5", "7", "4", "3", "2")


@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=4, unique=True), max_size=30))
def test_related_entries_share_a_topic_and_an_appended_one_changes_only_near_ones(tags: list[list[str]]) -> None:
    entries = [entry(f"{n:03}.md", tags=tuple(names)) for n, names in enumerate(tags)]
    found = related(*entries)
    topics = {one.id_base: {*one.tags} for one in entries}
    for id_, others in found.items():
        assert len(others) <= 5
        assert id_ not in others
        assert all(topics[id_] & topics[other] for other in others)
    grown = related(*entries, entry("999.md", tags=("a", "b")))
    assert sum(grown[id_] != others for id_, others in found.items()) <= 4
