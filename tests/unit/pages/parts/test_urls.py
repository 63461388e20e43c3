"""Addresses as a page writes them."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.pages.parts.sharing import encode_query
from journal_site.pages.parts.urls import Urls, encode_url, page_path, root_of, site_base


@pytest.mark.parametrize(
    ("path", "root"), [("index.html", "./"), ("topics/index.html", "../"), ("entries/a/b/index.html", "../../../")]
)
def test_the_way_to_the_root(path: str, root: str) -> None:
    assert root_of(path) == root


@pytest.mark.parametrize(
    ("url", "plain", "portable"),
    [
        ("entries/day-16/", "entries/day-16/", "entries/day-16/index.html"),
        ("", "", "index.html"),
        ("timeline/#2021-09", "timeline/#2021-09", "timeline/index.html#2021-09"),
        ("topics/größe/", "topics/gr%C3%B6%C3%9Fe/", "topics/gr%C3%B6%C3%9Fe/index.html"),
        ("entries/a b?/", "entries/a%20b%3F/", "entries/a%20b%3F/index.html"),
        ("notes/n/#über uns", "notes/n/#%C3%BCber%20uns", "notes/n/index.html#%C3%BCber%20uns"),
        ("feed.xml", "feed.xml", "feed.xml"),
    ],
)
def test_site_relative_urls(url: str, plain: str, portable: str) -> None:
    assert Urls().href("../", url) == f"../{plain}"
    assert Urls(portable=True).href("../", url) == f"../{portable}"
    assert encode_url(url) == plain


def test_absolute_urls_need_the_sites_own() -> None:
    assert Urls().absolute("topics/nlp/") == ""
    urls = Urls(base=site_base("https://example.org/log"))
    assert urls.absolute("topics/nlp/") == "https://example.org/log/topics/nlp/"
    assert urls.base_path == "/log/"
    assert Urls(base="https://example.org/").base_path == "/"
    assert Urls().base_path == "/"


@pytest.mark.parametrize(
    ("url", "path"), [("", "index.html"), ("topics/nlp/", "topics/nlp/index.html"), ("old.html", "old.html")]
)
def test_a_page_is_a_file(url: str, path: str) -> None:
    assert page_path(url) == path


@given(st.text())
def test_query_values_are_what_quote_gives(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert encode_query(text) == quote(text, safe="")
