"""What lies in static/ under a name of the site's own, and what turns from file to folder between builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal_site.errors import JournalError
from journal_site.site.output import OutputFolder
from tests.site_test import SiteTest, assert_same_tree


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/2026-03-01.md", "---\ntags: [rye]\n---\n\nOne [table](table.csv).\n")
    test.write("entries/2026-03-02.md", "---\naliases: [/old/way]\n---\n\nTwo.\n")
    test.write("entries/table.csv", "1,2\n")
    return test


def _reported(site: SiteTest) -> list[str]:
    return [one.location.path for one in site.build().diagnostics if one.code == "place-taken"]


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("entries", "entries"), ("topics", "topics"), ("entries/2026-03-01", "entries/2026-03-01"), ("files", "files"),
        ("index.html/x/y.txt", "index.html"), ("feed.xml/x.txt", "feed.xml"), ("style.css/x.css", "style.css"),
        ("stats/index.html/x", "stats/index.html"), ("index.html", "index.html"), ("feed.xml", "feed.xml"),
        ("files/entries/table.csv", "files/entries/table.csv"), ("old", ""), ("old/way/x.txt", ""),
        ("Entries", "Entries"), ("Index.html", "Index.html"), ("Style.css", "Style.css"), ("Stats/x.txt", ""),
        ("style.css", ""), ("entries/2026-03-01/x.txt", ""), ("mine.txt", ""), ("old/way/index.html", ""),
    ],
)  # fmt: skip
def test_a_name_of_the_sites_own_is_left_to_it_and_said(site: SiteTest, tmp_path: Path, path: str, named: str) -> None:
    site.build()
    published = site.site()
    site.write(f"static/{path}", "mine")
    for _ in range(2):
        assert _reported(site) == [f"static/{named}"] * bool(named)
    if named:
        assert site.site() == published
    elif not path.startswith("old"):
        assert site.site() == {**published, path: b"mine"}
    site.write("entries/2026-03-02.md", "---\naliases: [/old/way]\n---\n\nOther words.\n")
    assert _reported(site) == [f"static/{named}"] * bool(named)
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    site.remove("static")
    site.build()
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    assert site.site().keys() == published.keys()


@pytest.mark.parametrize(
    "paths", [("a", "a/b", "a/b/c", "a"), ("A/b", "a", "a/B"), ("A.txt", "a.txt"), ("é", "E\u0301")]
)
def test_a_file_of_static_may_turn_into_a_folder(site: SiteTest, tmp_path: Path, paths: tuple[str, ...]) -> None:
    for path in paths:
        site.write(f"static/{path}", path)
        assert _reported(site) == []
        assert site.text(path) == path
        assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
        site.remove("static")


def test_files_of_static_may_differ_in_case_where_the_disk_lets_them(site: SiteTest) -> None:
    site.write("static/a.txt", "one")
    site.write("static/A.txt", "two")
    if len(list((site.root / "static").iterdir())) == 1:
        pytest.skip("this disk knows no case")
    assert _reported(site) == []
    assert (site.text("a.txt"), site.text("A.txt")) == ("one", "two")


def test_a_name_that_changes_its_case_goes_before_it_comes(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("static/A.txt", "one")
    site.build()
    site.move("static/A.txt", "static/a.txt")
    (site.root / "_site/a.txt").hardlink_to(site.root / "_site/A.txt")  # as if the disk knew no case
    done: list[str] = []
    for name, place in (("remove", 1), ("publish", 2)):
        monkeypatch.setattr(OutputFolder, name, _noted(getattr(OutputFolder, name), place, done))
    site.build()
    assert [path for path in done if path in {"A.txt", "a.txt"}] == ["A.txt", "a.txt"]
    assert site.text("a.txt") == "one"


def _noted(act: Callable[..., None], place: int, done: list[str]) -> Callable[..., None]:
    def noting(*given: Any) -> None:  # noqa: ANN401 - whatever it takes
        done.append(given[place])
        act(*given)

    return noting


@pytest.mark.parametrize("alias", ["/feed.xml", "/style.css/", "/entries", "/stats/index.html", "/a.html, /a.html/b"])
def test_an_alias_gives_way_to_all_that_is_published(site: SiteTest, tmp_path: Path, alias: str) -> None:
    site.build()
    published = site.site()
    site.write("entries/2026-03-02.md", f"---\naliases: [{alias}]\n---\n\nTwo.\n")
    taken = [str(one.location) for one in site.build().diagnostics if one.code == "alias-taken"]
    assert taken == ["entries/2026-03-02.md:1:1"] * (alias != "/entries")
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    assert published.keys() - {"old/way/index.html"} <= site.site().keys()


@pytest.mark.parametrize("path", ["stats/index.html/mine.txt", "stats", "topics/rye/index.html/a/mine.txt"])
def test_what_others_put_in_the_way_is_named_before_anything_is_written(site: SiteTest, path: str) -> None:
    site.build()
    way = site.root / "_site" / path
    for place in (way, *way.parents):
        if place.is_file():
            place.unlink()
    if way.is_dir():
        for old in way.iterdir():
            old.unlink()
        way.rmdir()
    way.parent.mkdir(parents=True, exist_ok=True)
    way.write_text("mine")
    site.write("entries/2026-03-02.md", "Other words.\n")
    before = site.site()
    with pytest.raises(JournalError) as caught:
        site.build()
    assert [one.code for one in caught.value.diagnostics] == ["output-conflict"]
    assert f"'{path}'" in caught.value.diagnostics[0].message
    assert site.site() == before
