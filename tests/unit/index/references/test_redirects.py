"""Aliases with a slash."""

from __future__ import annotations

import pytest

from tests.unit.index.small_entries import codes, entry, index


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/2020/01/post.html", "2020/01/post.html"),
        ("old/place/", "old/place/"),
        ("https://example.org/blog/x/?p=1#y", "blog/x/"),
        ("//a/./b", "a/b/"),
        ("/feed.xml", "feed.xml/"),
        ("/old.HTM", "old.HTM"),
    ],
)
def test_an_alias_with_a_slash_redirects(alias: str, path: str) -> None:
    assert index([entry(aliases=(alias, "a mere name"))]).redirects == ((path, "entries/a/"),)


@pytest.mark.parametrize("alias", ["/", "../../x", "a\\../b", "/a\x00b"])
def test_an_alias_that_is_no_address_is_a_warning(alias: str) -> None:
    built = index([entry(aliases=(alias,))])
    assert (built.redirects, codes(built)) == ((), ["alias-unusable"])


@pytest.mark.parametrize("alias", ["/entries/b/", "/entries/B", "/entries/b/index.html"])
def test_an_alias_never_takes_the_place_of_a_page(alias: str) -> None:
    built = index([entry("a.md", aliases=(alias,)), entry("b.md")])
    assert (built.redirects, codes(built)) == ((), ["alias-taken"])


def test_an_alias_is_the_first_entrys_that_claims_it() -> None:
    built = index([entry("a.md", aliases=("/x/",)), entry("b.md", aliases=("/X",))])
    assert (built.redirects, codes(built)) == ((("x/", "entries/a/"),), ["alias-taken"])


def test_an_alias_of_ones_own_address_is_nothing() -> None:
    built = index([entry("a.md", aliases=("/entries/a/",))])
    assert (built.redirects, codes(built)) == ((), [])
