"""The database: every text found by its words, by day, topic and link."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal_site.cli import run
from journal_site.exporting.collection import Selection
from journal_site.exporting.run import export_journal
from tests.site_test import SiteTest


@contextlib.contextmanager
def exported(journal: SiteTest, place: Path, choice: Selection | None = None) -> Iterator[sqlite3.Connection]:
    export_journal(journal.request(), "sqlite", place, choice or Selection(), force=True)
    with contextlib.closing(sqlite3.connect(place)) as database:
        yield database


def test_texts_are_found_by_their_words(journal: SiteTest, tmp_path: Path) -> None:
    query = "SELECT id FROM entries JOIN entries_fts ON entries.rowid = entries_fts.rowid WHERE entries_fts MATCH ?"
    with exported(journal, tmp_path / "a.db") as database:
        assert database.execute(query, ("hot",)).fetchall() == [("wheat",)]
        assert database.execute(query, ("title:rye",)).fetchall() == [("rye",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_languages_without_blanks_are_found_by_three_signs(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("site.yaml", "title: 学習\nlanguage: ja\n")
    journal.write("entries/a.md", "---\ndate: 2026-03-09\n---\n今日は機械学習を勉強した。\n")
    with exported(journal, tmp_path / "a.db") as database:
        found = database.execute("SELECT rowid FROM entries_fts WHERE entries_fts MATCH '機械学習'").fetchall()
        assert len(found) == 1


def test_days_topics_links_and_tasks(journal: SiteTest, tmp_path: Path) -> None:
    with exported(journal, tmp_path / "a.db") as database:
        rows = database.execute(
            "SELECT id, day, date, end_date, minutes FROM entries WHERE kind = 'entry' ORDER BY date"
        )
        assert rows.fetchall() == [
            ("day-1", 1, "2026-02-01", None, None),
            ("day-2", 2, "2026-02-02", "2026-02-03", None),
            ("rye", None, "2026-03-01", None, 40),
            ("wheat", None, "2026-03-02", None, None),
        ]
        assert database.execute("SELECT count(*) FROM entry_dates").fetchone() == (5,)
        of_topic = "SELECT entry FROM entry_topics JOIN topics ON slug = topic WHERE name = 'baking' ORDER BY entry"
        assert database.execute(of_topic).fetchall() == [("rye",), ("wheat",)]
        cited = "SELECT entry FROM citations WHERE link = 'https://example.com/first' ORDER BY entry"
        assert database.execute(cited).fetchall() == [("day-1",), ("day-2",)]
        assert database.execute("SELECT text, done FROM tasks ORDER BY line").fetchall() == [
            ("Bake it", 0),
            ("Buy it", 1),
        ]


def test_a_choice_takes_its_topics_and_the_topics_above_them(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("site.yaml", "title: A\ntopics: {Food: {}, Baking: {parent: Food}, Rye flour: {parent: Baking}}\n")
    with exported(journal, tmp_path / "a.db", Selection(topics=("Baking",))) as database:
        assert database.execute("SELECT id FROM entries ORDER BY id").fetchall() == [("rye",), ("wheat",)]
        known = database.execute("SELECT slug, parent FROM topics ORDER BY slug").fetchall()
        assert known == [("baking", "food"), ("food", None), ("rye-flour", "baking")]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_same_journal_gives_the_same_bytes(journal: SiteTest, tmp_path: Path) -> None:
    with exported(journal, tmp_path / "a.db"), exported(journal, tmp_path / "b.db"):
        assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


@pytest.mark.usefixtures("journal")
def test_the_command_names_the_file_after_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["export", "--to", "sqlite", "--json", "--source", "journal"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["path"], told["texts"], told["format"]) == ("notes-on-bread-and-code.db", 5, "sqlite")
    assert (tmp_path / told["path"]).stat().st_size == told["bytes"]
    assert run(["export", "--to", "sqlite", "--source", "journal"]) == 1
    assert "notes-on-bread-and-code.db: error: it is there already [export-exists]" in capsys.readouterr().err
    assert run(["export", "--to", "sqlite", "-f", "--source", "journal"]) == 0
    assert capsys.readouterr().out.startswith("notes-on-bread-and-code.db: 5 texts, ")
