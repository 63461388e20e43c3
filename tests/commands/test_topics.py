"""`journal topics` shows topics, suggests others with what speaks for them, and writes those into site.yaml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal_site.cli import run

SETTINGS = "title: Bread # mine\n\n# kept\ntopics:\n  Rye: {keywords: [rye]} # dark\nurl: https://example.org/\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for day, text in enumerate(("Fed the Lievito Madre, and some rye.", "So the Lievito Madre rises."), start=1):
        (tmp_path / "entries" / f"2026-03-0{day}.md").write_text(f"{text}\n", encoding="utf-8")
    return tmp_path


def topics(root: Path, *words: str) -> int:
    return run(["topics", *words, "--source", str(root)])


def test_topics_are_shown_with_their_entries(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert topics(root) == 0
    assert capsys.readouterr().out == "    1  Rye\n"
    assert topics(root, "--json") == 0
    assert json.loads(capsys.readouterr().out) == [{"name": "Rye", "slug": "rye", "entries": ["2026-03-01"]}]


def test_suggestions_come_with_what_speaks_for_them_and_change_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert topics(root, "--suggest") == 0
    assert capsys.readouterr().out == "    2  Lievito Madre (term: 2026-03-01, 2026-03-02)\n"
    assert topics(root, "--suggest", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["evidence"] == "term"
    assert (root / "site.yaml").read_text(encoding="utf-8") == SETTINGS


def test_what_is_accepted_is_a_topic_and_all_else_of_site_yaml_stays(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert topics(root, "--accept", "lievito madre") == 0
    new = "  Lievito Madre: {keywords: [lievito madre]}\nurl:"
    assert (root / "site.yaml").read_text(encoding="utf-8") == SETTINGS.replace("url:", new)
    capsys.readouterr()
    assert topics(root) == 0
    assert capsys.readouterr().out == "    2  Lievito Madre\n    1  Rye\n"
    assert topics(root, "--accept") == 0
    assert capsys.readouterr().out == "nothing is suggested: no name recurs that is no topic yet\n"


def test_a_journal_without_topics_says_what_may_help(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    assert topics(root) == 0
    assert "journal topics --suggest" in capsys.readouterr().out
