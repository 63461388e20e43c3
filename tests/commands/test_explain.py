"""`journal build --explain` tells of each entry where it came from and why it has its date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from journal_site.cli import run

LOG = """# Bread

My thirty days.

## Day 1: March 1, 2026

Rye.

## Day 2: March 2, 2025

Wheat.

## Day 3: March 3, 2026

Oats.

## Day 4
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text("title: Bread\nsources: [LOG.md, entries/]\n", encoding="utf-8")
    (tmp_path / "LOG.md").write_text(LOG, encoding="utf-8")
    entry = "---\ndate: 2026-03-05\n---\n# Day 5: 4 March 2026\n\nBarley.\n"
    (tmp_path / "entries/2026-03-06-barley.md").write_text(entry, encoding="utf-8")
    (tmp_path / "entries/2026-03-07-draft.md").write_text("---\ndraft: true\n---\nSpelt.\n", encoding="utf-8")
    return tmp_path


def explained(journal: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run(["build", "--explain", "--json", "--today", "2026-03-10", "--source", str(journal)]) == 0
    record: dict[str, Any] = json.loads(capsys.readouterr().out)
    return record


def test_every_candidate_is_listed_with_its_place(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = {one["id"]: one for one in explained(journal, capsys)["explained"]}
    barley = entries["2026-03-06-barley"]
    assert (barley["path"], barley["line"], barley["day"], barley["date"]) == (
        "entries/2026-03-06-barley.md", 1, 5, "2026-03-05",
    )  # fmt: skip
    assert [(one["source"], one["date"], one["taken"], one["line"]) for one in barley["candidates"]] == [
        ("front-matter", "2026-03-05", True, 1),
        ("file-name", "2026-03-06", False, None),
        ("heading", "2026-03-04", False, 4),
    ]


def test_what_was_mended_is_said(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = {one["id"]: one for one in explained(journal, capsys)["explained"]}
    (candidate,) = entries["day-2"]["candidates"]
    assert (candidate["text"], candidate["date"], candidate["path"]) == ("March 2, 2025", "2026-03-02", "LOG.md")
    assert "2025" in candidate["repair"]
    assert entries["day-1"]["candidates"][0]["repair"] is None


def test_what_was_left_out_is_listed_with_its_reason(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left_out = explained(journal, capsys)["left_out"]
    assert {(one["path"], one["line"]) for one in left_out} == {("LOG.md", 17), ("entries/2026-03-07-draft.md", 1)}
    assert all(one["reason"] for one in left_out)


def test_the_text_form_names_place_and_candidates(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--explain", "--today", "2026-03-10", "--source", str(journal)]) == 0
    told = capsys.readouterr().out
    assert "entries/2026-03-06-barley.md:1: entry 2026-03-06-barley, day 5\n  * 2026-03-05 front-matter" in told
    assert "    2026-03-04 heading '4 March 2026' entries/2026-03-06-barley.md:4\n" in told
    assert "left out: LOG.md:17: '## Day 4' a day with nothing written below its heading" in told


def test_errors_do_not_keep_it_from_telling(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (journal / "entries/broken.md").write_text("---\ndate: 2026-02-30\n---\nText.\n", encoding="utf-8")
    assert run(["build", "--explain", "--source", str(journal)]) == 1
    told = capsys.readouterr()
    assert "LOG.md:5: entry day-1, day 1" in told.out
    assert "[front-matter-date]" in told.err


def test_it_changes_nothing_of_what_is_built(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = explained(journal, capsys)
    assert first["written"]
    assert explained(journal, capsys)["written"] == []


def test_what_nearly_was_a_day_is_named(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (journal / "LOG.md").write_text(LOG + "\n- Day 5: barley\n- Day 6: spelt\n", encoding="utf-8")
    (near,) = explained(journal, capsys)["near"]
    assert (near["path"], near["line"], near["text"], near["more"]) == ("LOG.md", 19, "- Day 5: barley", 1)
    assert near["settles"] == "- Day {N}: {title}"
    assert run(["build", "--explain", "--today", "2026-03-10", "--source", str(journal)]) == 0
    told = capsys.readouterr().out
    assert "LOG.md:19: no day: '- Day 5: barley', and 1 more of its kind\n  it is a list item" in told
    assert '  heading: "- Day {N}: {title}" makes days of them' in told


def test_what_nearly_was_a_day_in_a_draft_is_not_named(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (journal / "entries/2026-03-07-draft.md").write_text("---\ndraft: true\n---\n# Trees\n\n## Day 9\n\nWords.\n")
    assert explained(journal, capsys)["near"] == []
