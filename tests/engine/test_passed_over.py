"""One text never stops the rest: what another program means otherwise is told, and everything is published."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from journal_site.engine.build import build
from journal_site.errors import ContentError
from tests.site_test import SiteTest

_HEADS = {
    "article": "kind: article",
    "undated": "date: TBD",
    "dates": "date:\n  created: 2026-01-02\n  updated: 2026-01-05\ncategories:\n  - A",
    "nested": "categories: [[bread, rye], [wheat]]",
    "tabs": "tags:\n\t- rye\n\t- wheat",
    "seconds": "updated: 1696118400",
    "templater": "date: <% tp.date.now() %>",
    "placeholder": "title: {{title}}\ndate: {{date}}",
    "lists": "title: [WIP]\nday: [one]\nslug: [a]\nminutes: {a: b}\nimage: {a: b}\nrest: maybe\nround: many",
}


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    for name, head in _HEADS.items():
        test.write(f"entries/{name}.md", f"---\n{head}\n---\nWords of {name}.\n")
    return test


def test_every_text_is_published_and_each_misfit_told(journal: SiteTest) -> None:
    report = journal.build()
    assert (report.entries, report.left_out) == (len(_HEADS), ())
    assert {one.severity for one in report.diagnostics} == {"warning"}
    told = {one.location.path.removeprefix("entries/").removesuffix(".md") for one in report.diagnostics}
    assert told == _HEADS.keys() - {"dates", "nested"}
    assert all(one.location.line > 1 and one.hint for one in report.diagnostics)
    for name in _HEADS:
        assert f"Words of {name}." in journal.text(f"entries/{name}/index.html")
    entries = {one["id"]: one for one in json.loads(journal.text("journal.json"))["entries"]}
    assert (entries["dates"]["date"], entries["dates"]["topics"]) == ("2026-01-02", ["a"])
    assert entries["nested"]["topics"] == ["bread", "rye", "wheat"]
    assert "2026-01-05" in journal.text("entries/dates/index.html")


@pytest.mark.parametrize("key", ["day", "round", "minutes", "title", "tags", "draft", "mine"])
@pytest.mark.parametrize("form", ['{{"description": "Rye", "{0}": {1}}}\n\n', "---\n{0}: {1}\n---\n"])
def test_a_number_of_thousands_of_digits_is_no_internal_error(journal: SiteTest, form: str, key: str) -> None:
    journal.write("entries/x.md", form.format(key, "9" * 5000) + "Words of x.\n")
    report = journal.build()
    assert report.entries + len(report.left_out) == len(_HEADS) + 1
    assert (key == "draft") == bool(report.left_out)


def test_strict_lets_them_stop_the_build(journal: SiteTest) -> None:
    with pytest.raises(ContentError, match="front-matter-type"):
        build(msgspec.structs.replace(journal.request(), strict=True))


@pytest.mark.parametrize(
    "head", ["date: 2026-02-30", "date: {created: 2026-02-30}", "tags: [a\ndraft: true", "title: x\n\tdraft: true"]
)
def test_what_may_hide_a_draft_and_impossible_dates_still_stop_it(journal: SiteTest, head: str) -> None:
    journal.write("entries/x.md", f"---\n{head}\n---\nNobody's business.\n")
    with pytest.raises(ContentError, match=r"entries/x\.md:\d+:\d+: error"):
        journal.build()
