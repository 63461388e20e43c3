"""What a reader can rely on: the theme's switch, the keyboard, no script at all, print, a folder, a light page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import Scheme
from tests.browser.conftest import Browse, Serve
from tests.browser.journals import ROOT, addresses, build_site, one_of_each_kind

Journals = dict[str, Path]
SHIFTS = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 150);
})"""
SHELL = """() => {
  const bytes = html => new TextEncoder().encode(html).length;
  const own = [...document.querySelectorAll('.prose, .contents, .entry-foot > section')].map(part => part.innerHTML);
  return bytes(document.documentElement.outerHTML) - own.reduce((sum, html) => sum + bytes(html), 0);
}"""
FOCUS_IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return document.activeElement === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}"""
SCRIPTS = sorted((ROOT / "static").glob("*.js"))


@pytest.fixture
def demo(journals: Journals, serve: Serve) -> str:
    return serve(journals["demo"], "/journal/")


def brightness(page: Page) -> float:
    colour = page.evaluate(
        "[document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor)"
        ".find(c => !c.endsWith(', 0)')) || 'rgb(255, 255, 255)'"
    )
    # A colour may be written as rgb(0…255) or, after mixing, as color(srgb 0…1) or oklch(0…1 …): bright is bright.
    first = float(re.findall(r"[\d.]+", colour)[0])
    return first / 255 if colour.startswith("rgb") else first


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_theme_follows_the_reader_and_can_be_switched(demo: str, browse: Browse, scheme: Scheme, *, dark: bool) -> None:
    with browse(scheme=scheme) as visit:
        page = visit.go(demo)
        assert (brightness(page) < 0.5) == dark
        button = page.locator("button.theme")
        button.focus()
        page.keyboard.press("Enter")
        assert (brightness(page) < 0.5) != dark
        assert button.get_attribute("aria-pressed") == str(not dark).lower()
        # The choice holds on the next page, from its first paint: it is set while the head is read.
        visit.go(f"{demo}timeline/")
        assert (brightness(page) < 0.5) != dark


def test_heatmap_is_one_stop_with_arrow_keys(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(f"{demo}stats/")
        days = page.locator(".heat a")
        assert days.count() > 20
        assert page.locator(".heat a[tabindex='0']").count() == page.locator(".heat").count()
        page.locator(".heat a[tabindex='0']").first.focus()
        last = page.evaluate("document.activeElement.href")
        page.keyboard.press("Home")
        first = page.evaluate("document.activeElement.href")
        page.keyboard.press("ArrowDown")
        second = page.evaluate("document.activeElement.href")
        assert len({last, first, second}) == 3
        page.keyboard.press("Enter")
        page.wait_for_url(second)


def test_every_stop_of_the_keyboard_can_be_seen(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(f"{demo}{one_entry(visit.go(demo))}")
        seen = 0
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUS_IS_SEEN), page.evaluate("document.activeElement.outerHTML")
            seen += 1
        assert seen == 12


def place_of(site: Path, address: str) -> Path:
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def one_entry(page: Page) -> str:
    href = page.locator("main a[href*='entries/']").first.get_attribute("href")
    assert href
    return href.removeprefix("./")


def test_indexes_work_without_javascript(demo: str, browse: Browse) -> None:
    with browse(javascript=False) as visit:
        page = visit.go(demo)
        menu = [link.get_attribute("href") for link in page.locator("header nav a").all()]
        assert len(menu) > 3
        for href in menu:
            visit.go(f"{demo}{(href or '').removeprefix('./')}")
            assert page.locator("main a[href]").count() or "search" in page.url
            # What only a script can do is not offered.
            assert page.locator("button:visible").count() == 0, page.url


def test_links_are_filtered_and_sorted_by_keyboard(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(f"{demo}links/")
        rows = page.locator("[data-rows] > li:visible")
        everything = rows.count()
        page.locator(".filters [name=text]").focus()
        page.keyboard.type("arxiv")
        expect(rows).not_to_have_count(everything)
        assert 0 < rows.count() < everything
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.form === document.querySelector('form.filters')")


def test_search_says_that_it_needs_a_script(demo: str, browse: Browse) -> None:
    with browse(javascript=False) as visit:
        expect(visit.go(f"{demo}search/").locator("main noscript")).to_have_count(1)


def test_printed_entry_is_only_its_text(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(f"{demo}{one_entry(visit.go(demo))}")
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible()
        assert not page.locator("header nav").first.is_visible()


def test_policy_allows_no_inline_script(journals: Journals) -> None:
    for site in journals.values():
        for address in addresses(site):
            path = place_of(site, address)
            text = path.read_text(encoding="utf-8")
            policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', text)
            assert policy, path
            rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";") if " " in rule.strip())
            scripts = rules.get("script-src", rules.get("default-src", "*"))
            assert "unsafe" not in scripts, path
            assert "*" not in scripts, path


def test_portable_site_reads_from_a_folder(tmp_path: Path, journals: Journals, browse: Browse) -> None:
    site = build_site(journals["demo"].parent, tmp_path / "portable", "--portable")
    with browse() as visit:
        for address in one_of_each_kind(site):
            if address in {"404.html", "search/"}:
                continue
            page = visit.go(place_of(site, address).as_uri())
            page.locator("header nav a").first.click()
            expect(page.locator("main")).to_be_visible()
            assert page.url == (site / "timeline/index.html").as_uri()
        page = visit.go((site / "search/index.html").as_uri())
        expect(page.locator(".search-says")).to_have_text(
            page.locator("form.search").get_attribute("data-offline") or "-"
        )
        expect(page.locator("[name=q]")).to_be_disabled()


def test_nothing_moves_while_a_page_loads(journals: Journals, demo: str, browse: Browse) -> None:
    """Scripts that show what only they can do must not push the text down."""
    shifts = {}
    for address in one_of_each_kind(journals["demo"]):
        with browse(width=412, strict=False) as visit:
            shifts[address] = visit.go(demo + address).evaluate(SHIFTS)
    assert {address: round(shift, 3) for address, shift in shifts.items() if shift > 0.02} == {}


def test_every_page_describes_itself(journals: Journals) -> None:
    site = journals["demo"]
    silent = [
        address
        for address in addresses(site)
        if '<meta name="description" content="' not in place_of(site, address).read_text(encoding="utf-8")
    ]
    assert set(silent) <= {"404.html"}


def test_weight(journals: Journals) -> None:
    """Raw bytes that every page brings along."""
    site = journals["demo"]
    assert (site / "style.css").stat().st_size <= 30_000
    scripts = [script for script in SCRIPTS if "search" not in script.name]
    assert sum(script.stat().st_size for script in scripts) <= 20_000


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_is_small(script: Path) -> None:
    assert script.stat().st_size <= 5_000


def test_shell_of_an_entry_is_light(journals: Journals, browse: Browse, serve: Serve) -> None:
    """All that an entry's page is beside the entry's own text, links and neighbours."""
    root = serve(journals["demo"], "/journal/")
    with browse(javascript=False) as visit:
        for address in addresses(journals["demo"]):
            if address.startswith("entries/"):
                page = visit.go(root + address)
                assert page.locator(".prose").count() == 1
                assert page.evaluate(SHELL) <= 8_000, address
