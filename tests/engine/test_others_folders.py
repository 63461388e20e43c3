"""Folders that other programs keep beside the texts are left out and named; those of the author's are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site_test import SiteTest

_SETTINGS = 'title: Bread\nsources: ["."]\n'
_TOML = '+++\ntitle = "A"\ndate = 2026-01-02\n+++\nRye.\n'
_ARCHETYPE = "+++\ndate = '{{ .Date }}'\ndraft = true\ntitle = '{{ replace .Name \"-\" \" \" | title }}'\n+++\n"


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path / "journal", _SETTINGS)


def _left_out(journal: SiteTest) -> dict[str, str]:
    report = journal.build()
    assert report.entries == 1
    assert report.diagnostics == ()
    assert {one.line for one in report.left_out} <= {0}
    return {one.path: one.reason for one in report.left_out}


@pytest.mark.parametrize("sign", ["", "hugo.toml", "config.toml", "config/_default/hugo.toml"])
def test_a_hugo_site_is_read_as_its_content(journal: SiteTest, sign: str) -> None:
    journal.write("content/posts/a.md", _TOML)
    journal.write("archetypes/default.md", _ARCHETYPE)
    journal.write("themes/plain/README.md", "# The theme\n")
    journal.write("themes/plain/exampleSite/content/post/x.md", "---\ntitle: X\ndate: 2020-01-01\n---\nx\n")
    journal.write("vendor/bundle/g/README.md", "# A gem\n")
    journal.write("public/2020-01-01.md", "# Made\n")
    if sign:
        journal.write(sign, "title = 'Bread'\n")
    assert _left_out(journal) == {
        "archetypes/default.md": "templates of Hugo",
        "public/2020-01-01.md": "what Hugo has made",
        "themes/plain/README.md": "a theme of Hugo",
        "themes/plain/exampleSite/content/post/x.md": "a theme of Hugo",
        "vendor/bundle/g/README.md": "packages of Hugo",
    }


def test_a_jekyll_site_is_read_as_its_posts(journal: SiteTest) -> None:
    journal.write("_config.yml", "title: Bread\n")
    journal.write("_posts/2026-01-02-rye.md", "Rye.\n")
    journal.write("node_modules/a/README.md", "# A package\n")
    journal.write("vendor/bundle/g/README.md", "# A gem\n")
    journal.write("other/_site/2026-01-03.md", "# Hidden\n")
    assert _left_out(journal) == {
        "node_modules/": "packages of npm",
        "vendor/bundle/g/README.md": "packages of Jekyll",
        "other/_site/2026-01-03.md": "in a folder whose name begins with an underscore",
    }


def test_a_site_below_the_journals_folder_is_told_by_what_lies_beside(journal: SiteTest) -> None:
    journal.write("blog/_config.yml", "title: Bread\n")
    journal.write("blog/scaffolds/post.md", "---\ntitle: {{ title }}\n---\nSay hello.\n")
    journal.write("blog/source/_posts/2026-01-02-rye.md", "Rye.\n")
    journal.write("blog/themes/plain/README.md", "# The theme\n")
    assert _left_out(journal) == {
        "blog/scaffolds/post.md": "templates of Hexo",
        "blog/themes/plain/README.md": "a theme of Hexo",
    }


@pytest.mark.parametrize("folder", ["themes", "public", "resources", "vendor", "archetypes", "site", "docs", "output"])
@pytest.mark.parametrize("beside", ["notes/a.csv", "config.yaml"])
def test_folders_of_these_names_are_the_authors_where_no_other_program_is(
    journal: SiteTest, folder: str, beside: str
) -> None:
    journal.write(beside, "x: y\n")
    journal.write(f"{folder}/2026-01-02.md", "Rye.\n")
    assert _left_out(journal) == {}


def test_packages_that_git_ignores_and_our_own_sites_are_not_named(journal: SiteTest) -> None:
    journal.write(".gitignore", "node_modules/\n")
    journal.write("node_modules/a/README.md", "# A package\n")
    journal.write("_config.yml", "title: Bread\n")
    journal.write("entries/2026-01-02.md", "Rye.\n")
    journal.build(output=journal.root / "public")
    assert _left_out(journal) == {}


def test_such_a_folder_that_is_named_itself_is_read(journal: SiteTest) -> None:
    journal.write("site.yaml", "title: Bread\nsources: [public/]\n")
    journal.write("hugo.toml", "title = 'Bread'\n")
    journal.write("public/2026-01-02.md", "Rye.\n")
    assert _left_out(journal) == {}


def test_a_second_build_tells_the_same(journal: SiteTest) -> None:
    journal.write("content/posts/a.md", _TOML)
    journal.write("archetypes/default.md", _ARCHETYPE)
    first = _left_out(journal)
    journal.age()
    journal.build()
    assert _left_out(journal) == first
    assert journal.build().written == ()


@pytest.mark.parametrize("folder", ["templates", "deep/templates", "static", "_drafts", "_notes", "venv", "env"])
def test_a_folder_of_texts_that_its_name_keeps_from_being_read_is_named(tmp_path: Path, folder: str) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write(f"entries/{folder}/rye.md", "# Rye\n\nWords.\n")
    journal.write("entries/_parts/made.html", "No text.\n")
    name = folder.rpartition("/")[2]
    why = "whose name begins with an underscore" if name[0] == "_" else f"named '{name}'"
    told = [(one.path, one.reason) for one in journal.build().left_out]
    assert told == [(f"entries/{folder}/rye.md", f"in a folder {why}")]


def test_the_journals_own_theme_is_not_named(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal", "title: Bread\nsources: ['.']\n")
    journal.write("templates/README.md", "# My theme\n")
    journal.write("static/notes.md", "# Notes\n")
    assert journal.build().left_out == ()


def test_a_folder_of_an_underscore_and_a_number_is_that_of_a_day(tmp_path: Path) -> None:
    """No program hides what it calls so; each day's text lies there beside its code."""
    journal = SiteTest(tmp_path / "journal", "title: Bread\nsources: ['.']\n")
    days = {"_0": "4/17/2021", "_1": "4/18/2021", "_2": "4/19/2021", "_3": "4/20/2021", "_4": "4/21/2021"}
    for folder, date in days.items():
        journal.write(f"days/{folder}/README.md", f"# Day {folder[1:]}: {date}\n\nRye.\n")
    journal.write("days/_35_36/README.md", "# Days 35 & 36: 6/1/2021-6/2/2021\n\nMalt.\n")
    journal.write("days/_notes/README.md", "# Secrets\n\nNo.\n")
    report = journal.build()
    assert (report.entries, report.dialects) == (6, ())
    assert [one.path for one in report.left_out] == ["days/_notes/README.md"]
    record = json.loads(journal.text("journal.json"))
    assert record["entries"][-1]["days"] == [35, 36]
