"""What a page's frame and long parts do where there is little room, large letters, or much to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Browse, Serve
from tests.browser.journals import build_site, one_of_each_kind
from tests.site_test import SiteTest

LONG = "title: A long journal about everything that I learn, day by day, in a hundred and one days\nlanguage: de\n"
LINES = """() => {
  const brand = document.querySelector('.brand');
  return Math.round(brand.getBoundingClientRect().height / parseFloat(getComputedStyle(brand).lineHeight));
}"""
BEYOND = """width => [...document.querySelectorAll('header.site :is(a, button)')]
  .map(element => element.getBoundingClientRect()).filter(box => box.left < 0 || box.right > width)"""
SMALL = """() => {
  const small = new Set(), texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('math, svg, .unseen')) continue;
    if (parseFloat(getComputedStyle(element).fontSize) < 14) small.add(element.outerHTML.slice(0, 80));
  }
  return [...small];
}"""
AT_END = "element => element.scrollLeft + element.clientWidth >= element.scrollWidth - 1"
WIDE = (
    "| " + " | ".join(f"column number {n}" for n in range(14)) + " |\n" + "|---" * 14 + "|\n" + "| value " * 14 + "|\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layout")
    journal = SiteTest(folder / "journal", LONG)
    parts = "\n\n".join(f"## Part {n}\n\n" + "Words that fill a line. " * 60 for n in range(12))
    journal.write("entries/2026-01-01.md", "# Before\n\nText with [a link](https://arxiv.org/abs/1706.03762).\n")
    journal.write("entries/2026-01-02.md", f"---\ntags: [one]\n---\n# Long\n\n{WIDE}\n\n{parts}\n\n- [ ] task\n")
    journal.write("entries/2026-01-03.md", "# After\n\nText.\n")
    for n in range(1, 80):
        journal.write(f"entries/more/2025-{n % 12 + 1:02}-{n % 28 + 1:02}.md", f"# More {n}\n\nText.\n")
    return build_site(journal.root, folder / "site")


@pytest.mark.parametrize(("width", "letters"), [(390, 100), (768, 100), (768, 200), (1280, 100), (1280, 200)])
def test_the_brand_never_takes_three_lines(site: Path, browse: Browse, serve: Serve, width: int, letters: int) -> None:
    with browse(width=width) as visit:
        page = visit.go(serve(site, "/journal/") + "timeline/")
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        assert page.evaluate(LINES) <= 2
        assert page.evaluate(BEYOND, width) == []


def test_contents_stay_in_sight(site: Path, browse: Browse, serve: Serve) -> None:
    with browse(width=1280) as visit:
        page = visit.go(serve(site, "/journal/") + "entries/2026-01-02/")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
        box = page.locator(".contents").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= page.evaluate("innerHeight")


def test_a_wide_table_shades_the_side_that_has_more(site: Path, browse: Browse, serve: Serve) -> None:
    with browse(width=1280) as visit:
        page = visit.go(serve(site, "/journal/") + "entries/2026-01-02/")
        table = page.locator(".table").first
        assert not table.evaluate(AT_END)
        before = table.screenshot()
        table.evaluate("element => element.scrollTo(element.scrollWidth, 0)")
        assert table.evaluate(AT_END)
        assert table.evaluate("e => getComputedStyle(e).backgroundAttachment") == "local, local, scroll, scroll"
        assert table.screenshot() != before


def test_a_year_in_the_card_is_shown_whole(site: Path, browse: Browse, serve: Serve) -> None:
    for width in (390, 1280):
        with browse(width=width) as visit:
            page = visit.go(serve(site, "/journal/"))
            weeks = page.locator(".panel .heat > div")
            assert weeks.count() > 50
            boxes = [weeks.nth(place).bounding_box() for place in (0, 26, weeks.count() - 1)]
            assert all(box and box["width"] >= 6 for box in boxes)
            tops = [box["y"] for box in boxes if box]
            assert tops[0] == tops[1] < tops[2]


def test_no_text_is_smaller_than_14_pixels(journals: dict[str, Path], browse: Browse, serve: Serve) -> None:
    root = serve(journals["demo"], "/journal/")
    with browse(width=390, strict=False) as visit:
        small = {address: visit.go(root + address).evaluate(SMALL) for address in one_of_each_kind(journals["demo"])}
    assert {address: found for address, found in small.items() if found} == {}
