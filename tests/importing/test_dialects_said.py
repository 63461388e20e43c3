"""Which dialect imported texts have: asked for, and said in the journal's site.yaml, new or there already."""

from __future__ import annotations

import pytest

from journal_site.beginning.entry_text import FIRST
from journal_site.importing.run import ImportRequest, import_journal
from journal_site.importing.said_dialects import with_dialects
from journal_site.model.source import SourceOptions
from tests.importing.import_test import TODAY, ImportTest, codes


def graph(journal: ImportTest) -> None:
    journal.write("logseq/config.edn", "{}")
    journal.write("journals/2021_03_01.md", "- TODO a thing\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: T\n", "title: T\nsources: [{path: entries/, dialect: logseq}]\n"),
        ("title: T\n# why\n\n\n", "title: T\n# why\nsources: [{path: entries/, dialect: logseq}]\n"),
        ("title: T\nsources: [entries/] # mine\n", "title: T\nsources: [{path: entries/, dialect: logseq}] # mine\n"),
        ("title: T\nsources: entries\n", "title: T\nsources: [{path: entries, dialect: logseq}]\n"),
        ("title: T\nsources:\n  - 'entries/'\n  - LOG.md\n",
         "title: T\nsources:\n  - {path: 'entries/', dialect: logseq}\n  - LOG.md\n"),
        ("title: T\nsources: [{path: entries, year: 2020}]\n",
         "title: T\nsources: [{path: entries, dialect: logseq, year: 2020}]\n"),
        ("title: T\nsources:\n- path: entries\n  year: 2020\n",
         "title: T\nsources:\n- path: entries\n  dialect: logseq\n  year: 2020\n"),
        ('title: T\nsources:\n  - year: 2020\n    path: "entries"\n',
         'title: T\nsources:\n  - year: 2020\n    path: "entries"\n    dialect: logseq\n'),
    ],
)  # fmt: skip
def test_settings_say_it(old: str, new: str) -> None:
    assert with_dialects(old, "entries", ["logseq"]) == new
    assert not with_dialects(new, "entries", ["logseq"])


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nsources: [other/]\n",
        "title: T\nsources: [entries/\n",
        "title: T\nsources: [{path: entries, dialect: hugo}]\n",
        "title: T\n...\n",
        "sources: &x [entries/]\ntitle: T\nunknown: *x\n",
        "",
    ],
)
def test_settings_that_are_not_sure_stay(text: str) -> None:
    assert not with_dialects(text, "entries", ["logseq"])


def test_a_new_journal_says_the_dialect_itself(journal: ImportTest) -> None:
    graph(journal)
    (journal.here / "site.yaml").write_text("title: T\nsources: [entries/]\n", encoding="utf-8")
    journal.edit("2021-01-01-first-day.md", "---\ntitle: First\n---\n" + FIRST)
    request = ImportRequest(
        place=journal.there, root=journal.here, options=SourceOptions(today=TODAY), begun=FIRST, dry_run=True
    )
    assert import_journal(request).settings == "changed"
    assert "dialect" not in (journal.here / "site.yaml").read_text(encoding="utf-8")
    report = import_journal(ImportRequest(place=journal.there, root=journal.here, options=request.options, begun=FIRST))
    assert (report.settings, codes(report)) == ("changed", [])
    expected = "title: T\nsources: [{path: entries/, dialect: logseq}]\n"
    assert (journal.here / "site.yaml").read_text(encoding="utf-8") == expected
    assert journal.site()["entries"][0]["tasks"]
    again = import_journal(ImportRequest(place=journal.there, root=journal.here, options=request.options, begun=FIRST))
    assert (again.settings, codes(again)) == ("", [])


def test_a_folder_with_texts_of_the_authors_own_is_only_told(journal: ImportTest) -> None:
    graph(journal)
    settings = "title: T\nsources: [entries/]\n"
    (journal.here / "site.yaml").write_text(settings, encoding="utf-8")
    journal.edit("2021-01-01.md", "Mine.\n")
    report = journal.run(".")
    assert (report.settings, codes(report)) == ("", ["import-sources"])
    assert (journal.here / "site.yaml").read_text(encoding="utf-8") == settings


def test_a_dialect_is_asked_for(journal: ImportTest) -> None:
    journal.write("2021-03-01.md", "# A\n\n{{< figure src=x.png >}} - TODO\n")
    journal.run(".", dialect=("hugo",))
    assert "sources: [{path: entries/, dialect: hugo}]" in (journal.here / "site.yaml").read_text(encoding="utf-8")


def test_a_recognised_dialect_is_overruled(journal: ImportTest) -> None:
    graph(journal)
    journal.run(".", dialect=("plain",))
    assert "sources: [entries/]" in (journal.here / "site.yaml").read_text(encoding="utf-8")
    assert "tasks" in journal.site()["entries"][0]
    assert not journal.site()["entries"][0]["tasks"]


def test_a_new_journal_is_called_as_its_tool_calls_it(journal: ImportTest) -> None:
    journal.write("_config.yml", "title: Breads of mine\n")
    journal.write("README.md", "# How to build this\n\nRun it.\n")
    journal.write("_posts/2021-03-01-a.md", "---\ntitle: A\n---\nx\n")
    journal.run(".")
    assert (journal.here / "site.yaml").read_text(encoding="utf-8").startswith("title: Breads of mine\n")


def test_paths_of_what_is_left_out_begin_at_the_journal(journal: ImportTest) -> None:
    graph(journal)
    journal.write("notes.org", "* x\n")
    journal.write("logseq/bak/old.md", "x\n")
    paths = {one.path for one in journal.run(".").left_out}
    assert paths == {"../there/notes.org", "../there/logseq/bak/old.md"}
