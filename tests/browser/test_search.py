"""The search as a reader uses it: typed words, phrases and slips, filters, the keyboard, and where it cannot work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import Visit
from tests.browser.conftest import Browse, Serve

Journals = dict[str, Path]
PHRASES = [
    tuple(line.split(" => "))
    for line in (Path(__file__).parent / "search_phrases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture
def demo(journals: Journals, serve: Serve) -> str:
    return serve(journals["demo"], "/journal/")


@pytest.fixture
def visit(demo: str, browse: Browse) -> Iterator[Visit]:
    with browse() as visit:
        visit.go(f"{demo}search/")
        yield visit


def search(page: Page, text: str) -> list[str]:
    """Type a query and return where the results lead, those on pages of the site first."""
    page.fill("[name=q]", "")
    expect(page.locator(".search-says")).to_have_text("")
    page.fill("[name=q]", text)
    expect(page.locator(".search-says")).not_to_have_text("")
    return results(page)


def results(page: Page) -> list[str]:
    return [str(url) for url in page.evaluate("[...document.querySelectorAll('ol > li > a')].map(a => a.href)")]


def test_every_chosen_phrase_is_found_in_the_first_three_results(visit: Visit, demo: str) -> None:
    assert len(PHRASES) == 20
    missed = []
    for phrase, place in PHRASES:
        found = [url.removeprefix(demo) for url in search(visit.page, phrase)]
        if place not in found[:3]:
            missed.append(f"{phrase}: {found[:5]}")
    assert not missed, "\n".join(missed)
