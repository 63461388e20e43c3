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
    return [
        str(url)
        for url in page.evaluate("[...document.querySelectorAll('ol > li > a')].map(a => a.href.split('#')[0])")
    ]


def test_every_chosen_phrase_is_found_in_the_first_three_results(visit: Visit, demo: str) -> None:
    assert len(PHRASES) == 20
    missed = []
    for phrase, place in PHRASES:
        found = [url.removeprefix(demo) for url in search(visit.page, phrase)]
        if place not in found[:3]:
            missed.append(f"{phrase}: {found[:5]}")
    assert not missed, "\n".join(missed)


def test_search_is_walked_by_keyboard(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(f"{demo}search/")
        box = page.locator("[name=q]")
        expect(box).to_be_focused()
        page.keyboard.type("attention")
        first = page.locator("ol > li > a").first
        expect(first).to_be_attached()
        expect(page.locator(".search-says")).not_to_have_text("")
        page.keyboard.press("ArrowDown")
        expect(first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(box).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(box).to_be_focused()
        target = str(first.evaluate("link => link.href"))
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.wait_for_url(target)


def test_topics_filter_what_is_found_and_stay_in_the_address(visit: Visit) -> None:
    page = visit.page
    found = search(page, "attention")
    topic = page.locator("[name=topic]")
    topic.focus()
    page.keyboard.press("ArrowDown")
    slug = topic.input_value()
    assert slug
    page.wait_for_url(f"**topic={slug}*")
    page.wait_for_function("count => document.querySelectorAll('ol > li > a').length < count", arg=len(found))
    narrowed = results(page)
    page.reload()
    expect(page.locator(".search-says")).not_to_have_text("")
    assert results(page) == narrowed


def test_excerpts_mark_what_was_asked_for(visit: Visit) -> None:
    search(visit.page, "perplexity")
    marked = visit.page.locator("ol > li p mark").first
    expect(marked).to_have_text("perplexity", ignore_case=True)
