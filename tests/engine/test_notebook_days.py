"""A notebook that is named after a day is that day's entry, and has a page of its own that shows all of it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from journal_site.engine.build import build
from journal_site.serve.preview import Preview
from tests.site_test import SiteTest, assert_same_tree


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal", "title: Bread\nurl: https://example.org/bread/\n")
    test.write("entries/2026-03-08.md", "Rye.\n")
    return test


def _notebook(*cells: str, **metadata: object) -> str:
    written = [{"cell_type": "markdown", "metadata": {}, "source": cell} for cell in cells]
    return json.dumps({"cells": written, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _entries(journal: SiteTest) -> dict[str, dict[str, object]]:
    journal.build()
    return {one["id"]: one for one in json.loads(journal.text("journal.json"))["entries"]}


def test_a_dated_notebook_is_its_days_entry(journal: SiteTest) -> None:
    journal.write("entries/2026-03-09.ipynb", _notebook("# Malt & *heat*", "It was [hot] at 5 * 4 < 30.\n\n# Later"))
    entry = _entries(journal)["2026-03-09"]
    assert (entry["title"], entry["date"], entry["words"]) == ("Malt & heat", "2026-03-09", 10)
    assert json.loads(journal.text("journal.json"))["streaks"]["current"]["days"] == 2
    page = journal.text("entries/2026-03-09/index.html")
    assert "<p>It was [hot] at 5 * 4 &lt; 30." in page
    assert '<a href="../../notebooks/2026-03-09/">2026-03-09.ipynb</a>' in page
    assert "../../entries/2026-03-09/" in journal.text("notebooks/2026-03-09/index.html")


@pytest.mark.parametrize(
    ("path", "id_", "date", "day"),
    [
        ("entries/Day 12.ipynb", "Day-12", None, 12),
        ("entries/2026/03/07.ipynb", "2026/03/07", "2026-03-07", None),
        ("entries/nb/20260306_malt.ipynb", "nb/20260306_malt", "2026-03-06", None),
    ],
)
def test_the_forms_of_names(journal: SiteTest, path: str, id_: str, date: str | None, day: int | None) -> None:
    journal.write(path, _notebook("Malt."))
    entry = _entries(journal)[id_]
    assert (entry["date"], entry["day"]) == (date, day)


@pytest.mark.parametrize("name", ["lab", "01-intro", "Day 3/lab", "2026-03-08", "2026-03-09-broken"])
def test_others_are_none(journal: SiteTest, name: str) -> None:
    journal.write(f"entries/{name}.ipynb", "no notebook" if "broken" in name else _notebook("Malt."))
    assert [*_entries(journal)] == ["2026-03-08"]
    assert len(json.loads(journal.text("journal.json"))["notebooks"]) == 1


def test_one_that_its_days_text_names_belongs_to_it_and_one_in_a_list_does_not(journal: SiteTest) -> None:
    journal.write("entries/2026-03-05.ipynb", _notebook("Malt."))
    journal.write("entries/list.md", "[Malt](2026-03-05.ipynb)\n")
    assert [*_entries(journal)] == ["2026-03-05", "2026-03-08", "list"]
    journal.write("entries/2026-03-08.md", "Rye, and [malt](2026-03-05.ipynb).\n")
    assert [*_entries(journal)] == ["2026-03-08", "list"]


@pytest.mark.parametrize(
    ("name", "cell", "reason"),
    [
        ("2026-03-09", "---\ndraft: true\n---\nMalt.", "a draft"),
        ("2026-03-19", "Malt.", "dated in the future (2026-03-19)"),
        ("private/2026-03-09", "Malt.", "in the folder 'private'"),
    ],
)
def test_what_stays_at_home_does_so_whole_and_is_named_once(
    journal: SiteTest, name: str, cell: str, reason: str
) -> None:
    journal.write(f"entries/{name}.ipynb", _notebook(cell))
    report = journal.build()
    assert [(one.path, one.reason) for one in report.left_out] == [(f"entries/{name}.ipynb", reason)]
    assert not any(b"Malt" in content or b"ipynb" in content for content in journal.site().values())
    both = msgspec.structs.replace(journal.request(), drafts=True, future=True)
    assert (build(both).entries, build(both).left_out) == (2, ())


def test_an_edit_is_seen_by_the_next_build_and_the_preview(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("entries/2026-03-09.ipynb", _notebook("# Malt"))
    preview = Preview(journal.request())
    preview.reload()
    journal.build()
    journal.write("entries/2026-03-09.ipynb", _notebook("# Heat", "Anew."))
    assert b'"cell_type"' not in preview.answer("/entries/2026-03-09/").content
    preview.reload()
    assert b"Anew." in preview.answer("/entries/2026-03-09/").content
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    journal.write("entries/2026-03-09.md", "A text.\n")
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    journal.remove("entries/2026-03-09.md")
    journal.remove("entries/2026-03-09.ipynb")
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
