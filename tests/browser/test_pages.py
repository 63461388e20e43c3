"""Every page of the demo and of the real logs is valid, leads somewhere, and is well in Chromium."""

from pathlib import Path

import pytest

from tests.browser.browsing import WIDTHS, Scheme
from tests.browser.conftest import Browse, Serve
from tests.browser.journals import URL, addresses, one_of_each_kind
from tests.browser.links import check_links
from tests.browser.nu import check_html

Journals = dict[str, Path]


@pytest.mark.usefixtures("nu")
def test_html_is_valid(journals: Journals) -> None:
    errors = check_html(*journals.values())
    assert errors == [], f"{len(errors)} errors"


def test_no_link_is_broken(journals: Journals) -> None:
    broken = [
        f"{name}/{link}" for name, site in journals.items() for link in check_links(site, base="/journal/", url=URL)
    ]
    assert broken == []


def test_every_page_loads_at_three_widths(journals: Journals, browse: Browse, serve: Serve) -> None:
    """Errors fail when the visit ends; a page may not scroll sideways at any width."""
    wide: list[str] = []
    for name, site in journals.items():
        root = serve(site, "/journal/")
        with browse(width=WIDTHS[0]) as visit:
            for address in addresses(site):
                visit.go(root + address)
                for width in WIDTHS:
                    visit.resize(width)
                    wide += [f"{name}/{address} at {width}: {element}" for element in visit.overflow()]
    assert not wide, "\n".join(wide)


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_page_kinds_are_accessible(
    journals: Journals, browse: Browse, serve: Serve, scheme: Scheme, width: int
) -> None:
    found: list[str] = []
    for name, site in journals.items():
        root = serve(site, "/journal/")
        with browse(width=width, scheme=scheme) as visit:
            for address in one_of_each_kind(site):
                visit.go(root + address)
                found += [f"{name}/{address}: {violation}" for violation in visit.axe()]
    assert found == []


def test_page_kinds_read_without_javascript(journals: Journals, browse: Browse, serve: Serve) -> None:
    site = journals["demo"]
    root = serve(site, "/journal/")
    with browse(javascript=False) as visit:
        for address in one_of_each_kind(site):
            main = visit.go(root + address).locator("main")
            assert main.is_visible(), address
            assert len(main.inner_text()) > 20, address


def test_keyboard_skips_to_the_text(journals: Journals, browse: Browse, serve: Serve) -> None:
    root = serve(journals["demo"], "/journal/")
    with browse() as visit:
        page = visit.go(root)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector('main').contains(document.querySelector(':target'))") or (
            page.evaluate("document.querySelector(':target')?.tagName") == "MAIN"
        )


def test_unknown_address_leads_back(journals: Journals, browse: Browse, serve: Serve) -> None:
    root = serve(journals["demo"], "/journal/")
    with browse(strict=False) as visit:
        page = visit.go(root + "entries/none/deeper/")
        page.get_by_role("main").get_by_role("link").first.click()
        assert page.url == root
    assert [problem for problem in visit.problems if "none/deeper" not in problem] == []
