"""Home in one screen: two entries are seen without scrolling, one on a phone; the wall is read by keys."""

from pathlib import Path

import pytest

from tests.browser.browsing import Scheme
from tests.browser.conftest import Browse, Serve

Journals = dict[str, Path]
SEEN = """() => [...document.querySelectorAll('.cards > li, .note-rows > li')]
  .filter(entry => entry.getBoundingClientRect().bottom <= innerHeight).length"""
HEAD = "() => document.querySelector('.home-columns').getBoundingClientRect().top"
CELLS = ".wall > *"


@pytest.mark.parametrize(("width", "height", "entries"), [(1280, 800, 2), (390, 844, 1)])
def test_entries_are_seen_without_scrolling(
    journals: Journals, browse: Browse, serve: Serve, width: int, height: int, entries: int
) -> None:
    """Where a journal has no days a note counts as an entry."""
    seen = {}
    for name, site in journals.items():
        with browse(width=width) as visit:
            visit.page.set_viewport_size({"width": width, "height": height})
            seen[name] = visit.go(serve(site, "/journal/")).evaluate(SEEN)
    assert {name: number for name, number in seen.items() if number < entries} == {}


def test_the_head_is_small(journals: Journals, browse: Browse, serve: Serve) -> None:
    with browse() as visit:
        assert visit.go(serve(journals["demo"], "/journal/")).evaluate(HEAD) <= 180


def test_arrow_keys_walk_over_the_wall_and_it_says_where_they_are(
    journals: Journals, browse: Browse, serve: Serve
) -> None:
    with browse() as visit:
        page = visit.go(serve(journals["demo"], "/journal/"))
        assert page.locator(CELLS).count() == 100
        page.locator(".wall a[tabindex='0']").focus()
        said = page.locator(".wall-box .heat-says")
        assert "Day 38 · " in said.inner_text()
        page.keyboard.press("ArrowLeft")
        assert "Day 37 · " in said.inner_text()
        page.keyboard.press("ArrowUp")
        assert "Day 27 · " in said.inner_text()
        page.keyboard.press("Home")
        assert "Day 1 · " in said.inner_text()
        page.keyboard.press("Enter")
        page.wait_for_url("**/entries/**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_days_stay_where_the_system_forces_its_own(
    journals: Journals, browse: Browse, serve: Serve, scheme: Scheme
) -> None:
    with browse(scheme=scheme) as visit:
        visit.page.emulate_media(forced_colors="active")
        page = visit.go(serve(journals["demo"], "/journal/"))
        colours = page.evaluate(
            "() => [...document.querySelectorAll('.wall a')].map(a => getComputedStyle(a).backgroundColor)"
        )
        assert len(set(colours)) > 10
        page.emulate_media(media="print", forced_colors="none")
        assert page.locator(".wall a").first.evaluate("a => getComputedStyle(a).printColorAdjust") == "exact"


def test_the_search_box_leads_to_what_is_found(journals: Journals, browse: Browse, serve: Serve) -> None:
    with browse() as visit:
        page = visit.go(serve(journals["demo"], "/journal/"))
        page.locator(".find input").fill("softmax")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=softmax")
        page.locator(".search-results li").first.wait_for()
