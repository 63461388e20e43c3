"""Markdown files, a vault, Hugo's site and one log: what is exported is read as what it was."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.errors import ContentError, JournalError
from journal_site.exporting import files
from journal_site.exporting.collection import Selection
from journal_site.exporting.files import without_html_comments
from journal_site.exporting.run import export_journal
from journal_site.model.source import Found, Source
from journal_site.reading.scan.texts import read_source
from tests.site_test import SiteTest

_SAME = ("day", "days", "round", "date", "dates", "title", "topics", "words", "minutes", "tasks")


def export(journal: SiteTest, key: str, place: Path, choice: Selection | None = None) -> list[str]:
    report = export_journal(journal.request(), key, place, choice or Selection())
    return [one.code for one in report.diagnostics]


def entries(root: Path) -> list[dict[str, Any]]:
    """Return what journal.json says of a journal's entries, oldest first."""
    build(BuildRequest(root=root, today=None, jobs=1))
    told = json.loads((root / "_site/journal.json").read_text(encoding="utf-8"))["entries"]
    kept = [{key: one[key] for key in _SAME} for one in told]
    for one, all_of_it in zip(kept, told, strict=True):
        one["tasks"] = [(task["text"], task["done"]) for task in one["tasks"]]
        one["links"] = [link["url"] for link in all_of_it["links"]]
    return kept


@pytest.mark.parametrize("key", ["files", "log"])
def test_what_is_exported_is_read_as_it_was(journal: SiteTest, tmp_path: Path, key: str) -> None:
    assert export(journal, key, tmp_path / "out") == []
    if key == "log":
        settings = "title: A log\nurl: https://example.org/\nsources: [README.md]\n"
        (tmp_path / "out/site.yaml").write_text(settings, encoding="utf-8")
    unsaid = () if key == "files" else ("topics", "minutes")  # which a log has no words for
    was, now = entries(journal.root), entries(tmp_path / "out")
    assert [{name: one[name] for name in one if name not in unsaid} for one in now] == [
        {name: one[name] for name in one if name not in unsaid} for one in was
    ]
    assert len(now) == 4
    assert list((tmp_path / "out/_site").glob("**/loaf.png"))


def test_links_lead_to_the_files_and_the_picture_comes_along(journal: SiteTest, tmp_path: Path) -> None:
    export(journal, "files", tmp_path / "out")
    text = (tmp_path / "out/entries/rye.md").read_text(encoding="utf-8")
    assert "(wheat.md#oven)" in text
    assert "(img/loaf.png)" in text
    assert (tmp_path / "out/entries/img/loaf.png").read_bytes() == (journal.root / "entries/img/loaf.png").read_bytes()
    assert "`<!-- kept -->`" in text
    assert "not kept" not in text


def test_a_log_keeps_equal_labels_of_two_texts_apart_and_leads_within_itself(journal: SiteTest, tmp_path: Path) -> None:
    export(journal, "log", tmp_path / "out")
    text = (tmp_path / "out/README.md").read_text(encoding="utf-8")
    assert "[^1]: From the first." in text
    assert "[^1-2]: From the second." in text
    assert "[rye](#2026-03-01-rye-flour)[^1-2]" in text
    assert "[the second day](#oven)" in text
    assert "\n### Oven\n" in text
    assert "[1]: https://example.com/first" in text


def test_hugo_gets_its_own_links_braces_and_words(journal: SiteTest, tmp_path: Path) -> None:
    export(journal, "hugo", tmp_path / "out")
    rye = (tmp_path / "out/content/posts/rye.md").read_text(encoding="utf-8")
    wheat = (tmp_path / "out/content/posts/wheat.md").read_text(encoding="utf-8")
    assert '[the second day]({{< relref "/posts/wheat.md#oven" >}})' in rye
    assert "![A loaf](../img/loaf.png)" in rye
    assert "{{</* figure */>}}" in wheat
    assert "lastmod: 2026-03-04" in wheat
    settings = tomllib.loads((tmp_path / "out/hugo.toml").read_text(encoding="utf-8"))
    assert (settings["title"], settings["baseURL"]) == ("Notes on bread & code", "https://example.org/notes/")
    assert (tmp_path / "out/content/posts/_index.md").is_file()


def test_a_vault_has_tags_that_obsidian_takes(journal: SiteTest, tmp_path: Path) -> None:
    export(journal, "obsidian", tmp_path / "out")
    assert "tags: [Rye-flour, baking]" in (tmp_path / "out/rye.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "out/.obsidian/app.json").read_text(encoding="utf-8"))["newLinkFormat"] == "relative"


def test_only_what_is_chosen_leaves_and_the_rest_is_linked_on_the_web(journal: SiteTest, tmp_path: Path) -> None:
    export(journal, "files", tmp_path / "out", Selection(topics=("rye FLOUR",), year=2026))
    assert [path.name for path in (tmp_path / "out/entries").glob("*.md")] == ["rye.md"]
    text = (tmp_path / "out/entries/rye.md").read_text(encoding="utf-8")
    assert "(https://example.org/notes/entries/wheat/#oven)" in text


def test_a_file_that_only_a_private_text_shows_stays_at_home(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("entries/secret.md", "---\ndate: 2026-03-03\ndraft: true\n---\n![](img/secret.png) [it](rye.md)\n")
    journal.write("entries/img/secret.png", "not shown")
    journal.write("entries/wheat.md", "---\ndate: 2026-03-02\n---\n[Gone](secret.md) and [raw](notes.csv)\n")
    journal.write("entries/notes.csv", "1,2\n")
    export(journal, "files", tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").rglob("*")}
    assert {"secret.md", "secret.png"}.isdisjoint(names)
    assert "notes.csv" in names


def test_a_text_without_a_day_is_a_note_of_a_log_and_a_notebook_is_told(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("entries/loose.md", "# Loose\n\nNo day.\n")
    cell = {"cell_type": "markdown", "metadata": {}, "source": "# Day 9"}
    journal.write(
        "entries/day-9.ipynb", json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    )
    assert export(journal, "log", tmp_path / "out") == ["export-notebook"]
    assert "\n# Notes\n\n## Loose\n\nNo day.\n" in (tmp_path / "out/README.md").read_text(encoding="utf-8")


def test_an_entry_without_a_day_is_told_to_be_a_note_of_a_log(journal: SiteTest, tmp_path: Path) -> None:
    for path in ("entries/rye.md", "entries/wheat.md", "log.md"):
        journal.remove(path)
    journal.write("site.yaml", "title: A\n")
    journal.write("entries/loose.md", "# Loose\n\nNo day.\n")
    assert export(journal, "log", tmp_path / "out") == ["export-undated"]
    assert "\n## Loose\n\nNo day.\n" in (tmp_path / "out/README.md").read_text(encoding="utf-8")


def test_a_text_that_changes_meanwhile_is_not_exported(
    journal: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(root: Path, found: Found, history: tuple[tuple[int, str], ...]) -> Source:
        journal.write("entries/rye.md", "---\ndate: 2026-03-01\ndraft: true\n---\nOnly for me.\n")
        return read_source(root, found, history)

    monkeypatch.setattr(files, "read_source", late)
    with pytest.raises(ContentError) as told:
        export(journal, "files", tmp_path / "out")
    assert [one.code for one in told.value.diagnostics] == ["export-changed"]
    assert not (tmp_path / "out").exists()


def test_what_a_log_would_be_read_as_otherwise_is_told(journal: SiteTest, tmp_path: Path) -> None:
    journal.remove("entries/wheat.md")
    plans = "Plans.\n\n## Day 9: more\n\nMore.\n\n## Day 10: again\n\nAgain.\n"
    journal.write("entries/rye.md", f"---\ndate: 2026-03-01\n---\n{plans}")
    assert export(journal, "log", tmp_path / "out") == ["export-differs"]


@pytest.mark.parametrize(
    ("key", "place", "choice", "code"),
    [
        ("files", "journal/entries/out", Selection(), "export-inside"),
        ("files", "journal/site.yaml", Selection(), "export-exists"),
        ("epub", "journal/log.md", Selection(), "export-exists"),
        ("sqlite", "out", Selection(topics=("bakin",)), "export-topic"),
        ("epub", "out", Selection(year=1999), "export-nothing"),
    ],
)
def test_wrong_uses_are_told(
    journal: SiteTest, tmp_path: Path, key: str, place: str, choice: Selection, code: str
) -> None:
    with pytest.raises(JournalError) as told:
        export(journal, key, tmp_path / place, choice)
    assert [one.code for one in told.value.diagnostics] == [code]
    assert all(one.hint for one in told.value.diagnostics)


def test_a_journal_with_an_error_is_not_exported(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("entries/broken.md", "---\ndate: [\n---\n")
    with pytest.raises(ContentError):
        export(journal, "files", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c", "a  c"),
        ("`<!-- b -->` c", "`<!-- b -->` c"),
        ("```\n<!-- b -->\n```\n<!-- c -->", "```\n<!-- b -->\n```\n"),
        ("<!--\nb\n\nc\n-->\nd", "\nd"),
        ("a <?b c?> d <!DOCTYPE e> f <![CDATA[ g ]]> h", "a  d  f  h"),
        ("<!-- never closed", "<!-- never closed"),
        ("1 <!2 and <! 3", "1 <!2 and <! 3"),
    ],
)
def test_comments_of_html(text: str, left: str) -> None:
    assert without_html_comments(text) == left
