"""Drafts and entries of the future are on no surface unless they are asked for."""

from __future__ import annotations

import pytest

from tests.unit.index.small_entries import codes, entry, external, ids, index, link, wikilink

ENTRIES = [
    entry("shown.md", dates=("2024-03-10",)),
    entry("draft.md", draft=True, dates=("2024-03-01",)),
    entry("early.md", dates=("2024-03-11",)),
    entry("both.md", draft=True, dates=("2024-03-12",)),
]


@pytest.mark.parametrize(
    ("drafts", "future", "shown"),
    [
        (False, False, ["shown"]),
        (True, False, ["draft", "shown"]),
        (False, True, ["shown", "early"]),
        (True, True, ["draft", "shown", "early", "both"]),
    ],
)
def test_what_is_published_and_that_the_rest_is_named(*, drafts: bool, future: bool, shown: list[str]) -> None:
    built = index(ENTRIES, drafts=drafts, future=future)
    assert ids(built) == shown
    assert {one.path.removesuffix(".md") for one in built.left_out} == {"shown", "draft", "early", "both"} - {*shown}


def test_each_one_left_out_is_given_its_reason() -> None:
    reasons = {one.path: one.reason for one in index(ENTRIES).left_out}
    assert reasons == {
        "draft.md": "a draft",
        "early.md": "dated in the future (2024-03-11)",
        "both.md": "a draft, dated in the future (2024-03-12)",
    }


def test_a_range_that_has_begun_is_published() -> None:
    assert ids(index([entry("a.md", dates=("2024-03-09", "2024-03-20"))])) == ["a"]


def test_a_draft_leaves_no_trace() -> None:
    plain = [entry("a.md", tags=("x",), dates=("2024-03-01",)), entry("b.md", dates=("2024-03-02",))]
    secret = entry("c.md", draft=True, id_base="a", tags=("secret",), aliases=("/old/",), dates=("2024-02-01",),
                   links=(external("https://example.org/x"),), slots=(link("b.md", "to b"),))  # fmt: skip
    shown, without = index([*plain, secret]), index(plain)
    for name in ("items", "topics", "links", "notebooks", "streaks", "redirects", "assets", "diagnostics"):
        assert getattr(shown, name) == getattr(without, name), name


def test_a_link_to_a_draft_leads_nowhere_and_its_text_is_never_copied() -> None:
    built = index(
        [entry("a.md", slots=(link("draft.md"), wikilink("Draft"))), entry("draft.md", draft=True, title="Draft")],
        assets=["draft.md"],
    )
    assert codes(built) == ["link-unpublished", "link-unpublished"]
    assert [target.kind for target in built.items[0].targets] == ["missing", "missing"]
    assert built.assets == ()
