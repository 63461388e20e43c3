"""Ids: unique, safe, and stable when a log grows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.index.texts.identity import assign_ids, safe_id
from journal_site.model.entry import Entry
from tests.unit.index.small_entries import entry, log


def given_ids(*entries: Entry) -> list[str]:
    return list(assign_ids(entries).ids)


def test_the_base_is_the_id_where_nobody_else_has_it() -> None:
    assert given_ids(entry("entries/day-00001.md"), entry("a/b.md", id_base="a/b")) == ["day-00001", "a/b"]


def test_the_oldest_keeps_the_plain_id() -> None:
    assert given_ids(*log("log.md", 1, 2, 1, 1)) == ["day-1", "day-2", "day-1-2", "day-1-3"]
    assert given_ids(*log("log.md", 1, 2, 1, newest_first=True)) == ["day-1-2", "day-2", "day-1"]


def test_of_two_sources_the_one_with_the_older_date_keeps_the_plain_id() -> None:
    late = entry("a/x.md", id_base="x", dates=("2024-01-02",))
    early = entry("b/x.md", id_base="x", dates=("2024-01-01",))
    assert given_ids(late, early) == ["x-2", "x"]


def test_a_slug_comes_before_every_base() -> None:
    assert given_ids(entry("x.md"), entry("y.md", slug="x")) == ["x-2", "x"]


def test_a_made_id_never_takes_the_name_of_a_file() -> None:
    first, second = entry("a/x.md", id_base="x"), entry("b/x.md", id_base="x")
    assert given_ids(first, second, entry("x-2.md")) == ["x", "x-3", "x-2"]


def test_ids_differ_by_more_than_case() -> None:
    assert given_ids(entry("a/X.md", id_base="X"), entry("b/x.md", id_base="x")) == ["X", "x-2"]


def test_two_equal_slugs_are_an_error_that_names_both_files() -> None:
    found = assign_ids([entry("a.md", slug="x", slug_line=3), entry("b.md", slug="x", slug_line=4)])
    (error,) = found.diagnostics
    assert (error.severity, error.code, str(error.location)) == ("error", "slug-duplicate", "b.md:4:1")
    assert "a.md:3" in error.message
    assert len(set(found.ids)) == 2


def test_what_another_tool_may_allow_is_a_warning() -> None:
    found = assign_ids([entry("a.md", slug="x", foreign=True), entry("b.md", slug="x", foreign=True)])
    assert [one.severity for one in found.diagnostics] == ["warning"]
    assert found.ids == ("x", "b")
    mixed = assign_ids([entry("a.md", slug="x", foreign=True), entry("b.md", slug="x")])
    assert [one.severity for one in mixed.diagnostics] == ["error"]


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("/2020/01/post.html", "2020/01/post"),
        ("../../etc/passwd", "etc/passwd"),
        ("a b/c#d?e", "a-b/c-d-e"),
        ("über/día", "über/día"),
        ("x/index.html/y", "x/index-html/y"),
        ("C:\\x", "C-x"),
        (".hidden", "hidden"),
    ],
)
def test_a_slug_becomes_a_safe_path(written: str, id_: str) -> None:
    assert given_ids(entry(slug=written)) == [id_]


def test_a_slug_of_nothing_but_signs_leaves_the_base() -> None:
    assert given_ids(entry("a.md", slug="/../")) == ["a"]


def test_composed_and_decomposed_names_are_one() -> None:
    assert safe_id("cafe\u0301") == safe_id("caf\u00e9")


@given(st.text(max_size=30))
def test_no_text_gives_an_unsafe_id(text: str) -> None:
    found = safe_id(text)
    assert safe_id(found) == found
    assert not set(found) & set('\\:?#%"<>| \n\t\x00')
    assert all(part and not part.startswith(".") for part in found.split("/")) or not found


BASES = st.lists(st.sampled_from(["day-1", "day-2", "note-x", "note-x-2", "2020-01-01", "day-1-2"]), max_size=12)


@given(BASES)
def test_ids_are_unique(bases: list[str]) -> None:
    entries = [entry("log.md", position=place, id_base=base, heading="h") for place, base in enumerate(bases)]
    assert len(set(given_ids(*entries))) == len(entries)


@given(BASES, st.sampled_from(["day-1", "note-x-2", "day-1-2"]), st.booleans(), st.booleans())
def test_a_day_added_where_the_log_grows_changes_no_other_id(
    bases: list[str],
    added: str,
    newest_first: bool,  # noqa: FBT001 - hypothesis gives arguments by place
    dated: bool,  # noqa: FBT001
) -> None:
    def made(names: list[str]) -> list[Entry]:
        return [
            entry("log.md", position=place, id_base=name, heading="h", newest_first=newest_first,
                  **({"dates": (f"2020-01-{len(name):02}",)} if dated else {}))
            for place, name in enumerate(names)
        ]  # fmt: skip

    before = given_ids(*made(bases))
    grown = [added, *bases] if newest_first else [*bases, added]
    after = given_ids(*made(grown))
    assert (after[1:] if newest_first else after[:-1]) == before


def test_thousands_of_equal_bases_take_no_longer_than_each_once() -> None:
    found = given_ids(*[entry("log.md", position=place, id_base="x") for place in range(20_000)])
    assert found[-1] == "x-20000"
