"""The index that is kept without its entries, and what of an entry it is no function of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from journal_site.index.stored import decode_index, encode_index, same_index
from tests.unit.index.small_entries import entry, external, index, link

ENTRIES = [
    entry("entries/a.md", body="a", days=(1,), tags=("NLP",), links=(external("https://a.org/"),), words=3),
    entry("entries/b.md", body="b", days=(2,), slots=(link("a.md", "back"),), excerpt="Before."),
    entry("README.md", kind="introduction", id_base="introduction"),
]


def test_the_index_is_recalled_with_the_entries_as_they_are_now() -> None:
    built = index(ENTRIES)
    raw = encode_index(built, [[one] for one in ENTRIES])
    assert raw is not None
    assert decode_index(raw, [[one] for one in ENTRIES]) == built
    reworded = [replace(one, body="anew", words=9, excerpt="After.") for one in ENTRIES]
    assert decode_index(raw, [[one] for one in reworded]) == index(reworded)


def test_an_index_of_other_entries_than_the_sources_is_not_kept() -> None:
    assert encode_index(index(ENTRIES), [[replace(one, words=1)] for one in ENTRIES]) is None


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"body": "anew", "words": 9, "excerpt": "After.", "code": True, "math": True}, True),
        ({"title": "Anew"}, False),
        ({"line": 7}, False),
        ({"minutes": 7}, False),
        ({"excerpt": "After.", "table": True}, False),
    ],
)
def test_an_entry_that_is_worded_otherwise_is_the_same_to_the_index(changed: dict[str, object], *, same: bool) -> None:
    assert same_index(ENTRIES[1], replace(ENTRIES[1], **changed), keywords=False) is same


def test_an_excerpt_may_hold_keywords_of_topics_where_there_are_no_tags() -> None:
    reworded = [replace(one, excerpt="After.") for one in ENTRIES]
    assert same_index(ENTRIES[0], reworded[0], keywords=True)
    assert not same_index(ENTRIES[1], reworded[1], keywords=True)
