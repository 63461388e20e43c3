"""Pages of things that several entries name, from the text to the site, and what later builds make of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site_test import SETTINGS, SiteTest, assert_same_tree

PAGE = "links/paper/arxiv-abs-1409-0473/index.html"
PAPER = "https://arxiv.org/pdf/1409.0473v2.pdf"
BIB = "@misc{b14, title = {Jointly Learning}, author = {Dzmitry Bahdanau}, year = 2014, eprint = {1409.0473}}\n"


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/2026-03-01.md", f"# One\n\nThe bottleneck, says [Bahdanau et al.]({PAPER}), is a vector.\n")
    test.write("entries/2026-03-02.md", f'# Two\n\n<p>Again <a href="{PAPER}">this</a>.</p>\n')
    test.write("entries/2026-03-03.md", "# Three\n\nAnd [a talk](https://youtu.be/abc).\n")
    return test


def test_a_thing_has_a_page_with_its_days_and_marks_that_lead_there(site: SiteTest) -> None:
    site.build()
    page = site.text(PAGE)
    assert "The bottleneck, says <mark>Bahdanau et al.</mark>, is a vector." in page
    assert page.count('<a href="../../../entries/') == 2
    assert "eprint = {1409.0473}" in page
    for day in ("2026-03-01", "2026-03-02"):
        assert f'</a><a class="thing" href="../../{PAGE.removesuffix("index.html")}"' in site.text(
            f"entries/{day}/index.html"
        )
    assert 'class="thing"' not in site.text("entries/2026-03-03/index.html")


def test_references_name_it_on_every_page_and_the_search_finds_its_author(site: SiteTest) -> None:
    unread = "@misc{s, title = {Unread}, url = {https://example.org/paper.pdf}}\n"
    site.write("references.bib", BIB + unread)
    report = site.build()
    assert report.diagnostics == ()
    assert "<h1" in site.text(PAGE)
    for path in (PAGE, "links/index.html", "index.html"):
        assert "Jointly Learning" in site.text(path)
        assert "Bahdanau" in site.text(path)
    assert "@misc{b14," in site.text("links.bib")
    terms = "".join(site.text(path) for path in site.site() if path.startswith("search/2026/t"))
    assert "\nbahdanau " in f"\n{terms}"
    assert all(b"Unread" not in content for content in site.site().values())


def test_a_second_day_makes_the_page_and_its_loss_takes_it_away(site: SiteTest, tmp_path: Path) -> None:
    site.build()
    site.write("references.bib", BIB)
    assert "Jointly Learning" in _rebuilt(site, tmp_path)[PAGE].decode()
    site.write("references.bib", BIB.replace("Jointly", "Slowly"))
    assert "Slowly Learning" in _rebuilt(site, tmp_path)[PAGE].decode()
    site.remove("references.bib")
    assert "Slowly" not in _rebuilt(site, tmp_path)[PAGE].decode()
    site.write("entries/2026-03-03.md", f"# Three\n\nOnce more [it]({PAPER}) is.\n")
    assert "Once more" in _rebuilt(site, tmp_path)[PAGE].decode()
    site.remove("entries/2026-03-02.md")
    site.remove("entries/2026-03-03.md")
    assert PAGE not in _rebuilt(site, tmp_path)
    assert 'class="thing"' not in site.text("entries/2026-03-01/index.html")


def test_a_text_that_stays_at_home_names_nothing(site: SiteTest) -> None:
    site.write("references.bib", BIB)
    for day in ("01", "02"):
        site.write(f"entries/2026-03-{day}.md", f"---\ndraft: true\n---\n\n[It]({PAPER}) is.\n")
    site.build()
    assert PAGE not in site.site()
    assert all(b"Jointly" not in content for content in site.site().values())


def test_the_setting_leaves_all_of_it_out(site: SiteTest) -> None:
    site.write("site.yaml", SETTINGS + "things: false\n")
    site.build()
    assert PAGE not in site.site()
    assert 'class="thing"' not in site.text("entries/2026-03-01/index.html")
    assert json.loads(site.text("journal.json"))["links"][0]["entries"] == ["2026-03-01", "2026-03-02"]


def _rebuilt(site: SiteTest, tmp_path: Path) -> dict[str, bytes]:
    site.build()
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    return site.site()
