"""A store and a site that a cache brought back, as it does on each push, serve as if they had never been away."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site_test import SiteTest, assert_same_tree


def brought_back(site: SiteTest, aside: Path) -> None:
    """Put all files where they were, as other files with other times."""
    shutil.copytree(site.root, aside, copy_function=shutil.copyfile)
    shutil.rmtree(site.root)
    shutil.copytree(aside, site.root, copy_function=shutil.copyfile)


def test_nothing_is_made_again_where_nothing_changed(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    for day in range(1, 6):
        site.write(f"entries/2026-03-0{day}.md", f"Loaf {day}.\n")
    site.build()
    before = site.site()
    brought_back(site, tmp_path / "aside")
    report = site.build()
    assert (report.written, report.removed) == ((), ())
    assert_same_tree(site.site(), before)
    assert report.size == sum(map(len, before.values())) - len(before.get(".journal-site", b""))
    assert [size for _, size in report.largest] == sorted((size for _, size in report.largest), reverse=True)


def test_what_changed_on_the_way_is_made_again(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    for day in range(1, 4):
        site.write(f"entries/2026-03-0{day}.md", f"Loaf {day}.\n")
    site.build()
    brought_back(site, tmp_path / "aside")
    page = site.root / "_site/entries/2026-03-02/index.html"
    page.write_bytes(page.read_bytes().replace(b"Loaf 2", b"Loot 2"))  # as long as it was
    site.write("entries/2026-03-03.md", "Loaf three.\n")
    report = site.build()
    assert {"entries/2026-03-02/index.html", "entries/2026-03-03/index.html"} <= set(report.written)
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
