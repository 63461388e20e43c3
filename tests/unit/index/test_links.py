"""The links of the whole journal."""

from __future__ import annotations

import pytest

from journal_site.index.links import build_links, domain_of
from journal_site.model.entry import Link
from journal_site.model.index import Citation
from tests.unit.index.small_entries import entry, external, index

URL = "https://arxiv.org/abs/1703.01365"


def best(*texts: str, url: str = URL) -> str:
    (record,) = build_links([("day-1", tuple(external(url, text) for text in texts))])
    return record.text


def test_a_link_is_recorded_once_with_every_entry_that_names_it_in_order() -> None:
    paper = Link(url=URL, kind="paper", text="Axiomatic Attribution", line=7, section="Papers")
    built = index([
        entry("b.md", dates=("2024-01-02",), links=(external("https://example.org/"), paper)),
        entry("a.md", dates=("2024-01-01",), links=(paper,)),
        entry("n.md", kind="note", links=(paper,)),
    ])  # fmt: skip
    assert [record.url for record in built.links] == [URL, "https://example.org/"]
    record = built.links[0]
    assert (record.kind, record.domain, record.text) == ("paper", "arxiv.org", "Axiomatic Attribution")
    assert record.citations == tuple(
        Citation(id=id_, text="Axiomatic Attribution", line=7, section="Papers") for id_ in ("a", "b", "n")
    )


def test_the_most_frequent_text_that_says_something_is_taken() -> None:
    assert best("here", "The paper on gradients", "A paper", "A paper") == "A paper"
    assert best("here", "Attribution", "The attribution paper") == "The attribution paper"
    assert best("Attribution", "a sentence of words " * 10) == "Attribution"


def test_a_text_that_says_nothing_gives_way_to_the_address() -> None:
    assert best("Here:") == best("link", "") == best(URL) == "arxiv.org/abs/1703.01365"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.example.org/a/b", "example.org"),
        ("https://example.org", "example.org"),
        ("http://user:secret@example.org:8080/x", "example.org"),
        ("https://Example.org?x=/y", "example.org"),
        ("mailto:someone@example.org", ""),
    ],
)
def test_the_domain_is_the_host_alone(url: str, domain: str) -> None:
    assert domain_of(url) == domain


def test_one_domain_is_not_taken_for_another() -> None:
    records = build_links([("a", tuple(external(url) for url in ("https://a.org", "https://a.or", "https://b.org/x")))])
    assert [record.domain for record in records] == ["a.org", "a.or", "b.org"]
