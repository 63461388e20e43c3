"""The palette over any page, and the keys that lead from day to day."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Browse, Serve
from tests.browser.journals import build_site

Journals = dict[str, Path]
DAY = "entries/2026-10-24-positions/"
DIALOG = "dialog.palette"


@pytest.fixture
def demo(journals: Journals, serve: Serve) -> str:
    return serve(journals["demo"], "/journal/")


def opened(page: Page, key: str = "/") -> None:
    page.keyboard.press(key)
    expect(page.locator(f"{DIALOG} input")).to_be_focused()


def chosen(page: Page) -> str:
    return str(page.locator(f"{DIALOG} [aria-selected=true]").evaluate("one => one.firstChild.data"))


def typed(page: Page, text: str) -> list[str]:
    """Type into the palette, and return what it offers once it answers that."""
    page.locator(f"{DIALOG} input").fill(text)
    expect(page.locator(f"{DIALOG} li").last).to_contain_text(text)  # the search for it comes last
    return [str(one) for one in page.locator(f"{DIALOG} li").all_inner_texts()]


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_it_opens_over_a_page_and_closes_where_one_was(demo: str, browse: Browse, key: str) -> None:
    with browse() as visit:
        page = visit.go(demo + DAY)
        link = page.locator(".pager a").first
        link.focus()
        opened(page, key)
        assert page.locator(f"{DIALOG} li").count() > 10
        page.keyboard.press("Escape")
        expect(page.locator(DIALOG)).to_be_hidden()
        expect(link).to_be_focused()
        opened(page, key)


def test_it_is_walked_by_keyboard_alone(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(demo)
        opened(page)
        first = chosen(page)
        assert first == "Start at Day 1"
        page.keyboard.press("ArrowDown")
        assert chosen(page) == "A random day"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert chosen(page) not in {first, "A random day"}
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/entries/2026-09-28-bytes-before-tokens/")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("day 7", "**/entries/2026-10-05-kneser-ney/"),
        ("vaswani", "**/links/paper/arxiv-abs-1706-03762/"),
        ("numer", "**/topics/numerics/"),
        ("POSITIONS five", f"**/{DAY}"),
        ("zzz", "**/search/?q=zzz"),
    ],
)
def test_what_is_typed_leads_there(demo: str, browse: Browse, text: str, place: str) -> None:
    with browse() as visit:
        page = visit.go(demo + DAY)
        opened(page)
        typed(page, text)
        page.keyboard.press("Enter")
        page.wait_for_url(place)


def test_a_random_day_is_a_day(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(demo)
        opened(page)
        page.get_by_role("option", name="A random day").click()
        page.wait_for_url("**/entries/*/")


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_and_fits(demo: str, browse: Browse, scheme: str, width: int) -> None:
    with browse(width=width, scheme=scheme) as visit:
        page = visit.go(demo)
        opened(page)
        assert visit.axe() == []
        assert visit.overflow() == []


def test_arrows_lead_from_day_to_day_but_not_while_one_types(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(demo + DAY)
        page.keyboard.press("ArrowLeft")
        page.wait_for_url("**/entries/2026-10-23-rest/")
        page.keyboard.press("ArrowRight")
        page.wait_for_url(f"**/{DAY}")
        opened(page)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")
        page.locator("main").evaluate("main => main.insertAdjacentHTML('beforeend', '<input id=typed>')")
        page.locator("#typed").focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("/")
        expect(page.locator("#typed")).to_have_value("/")
        assert page.url.endswith(DAY)


def test_without_it_the_key_leads_to_the_search(browse: Browse, serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries/2026-03-01.md").write_text("# One\n\nText.\n", encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: Plain\npalette: false\n", encoding="utf-8")
    site = build_site(tmp_path, tmp_path / "_site")
    assert not list(site.glob("palette*"))
    with browse() as visit:
        page = visit.go(serve(site, "/journal/"))
        page.keyboard.press("/")
        page.wait_for_url("**/search/*")
        expect(page.locator("[name=q]")).to_be_focused()


def test_a_hit_leads_to_the_passage_and_marks_it(demo: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(f"{demo}search/?q=mountaineer")
        expect(page.locator("[name=q]")).to_be_focused()
        link = page.locator("ol > li > a").first
        expect(link).to_have_attribute("href", f"{demo}entries/2026-11-07-sampling/#:~:text=mountaineer")
        assert page.locator(".search-begin").is_hidden()
        link.click()
        page.wait_for_url("**/entries/2026-11-07-sampling/*")
        page.wait_for_function("scrollY > 200")
