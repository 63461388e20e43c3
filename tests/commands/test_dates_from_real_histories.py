"""Dates from the histories of logs that people really keep: git's candidates, against those that were looked up."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from journal_site.cli import run
from tests.real_journals import JOURNALS

HISTORIES = JOURNALS / "githistory"
NEAR = dt.timedelta(days=7)

pytestmark = pytest.mark.skipif(not HISTORIES.is_dir(), reason="the real journals are not here")


def explained(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Check a history out, build its log by `dates: git`, and return what is explained of each entry."""
    stream = gzip.decompress((HISTORIES / f"{name}.fast-import.gz").read_bytes())
    git = ["git", "-C", str(root)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "fast-import", "--quiet"], input=stream, check=True)
    branches = subprocess.run([*git, "branch", "--format=%(refname:short)"], check=True, capture_output=True, text=True)
    subprocess.run([*git, "checkout", "-q", branches.stdout.split()[0]], check=True)
    (log,) = root.glob("*.md")
    settings = {"title": "x", "sources": [{"path": log.name, "dates": "git"}]}
    (root / "site.yaml").write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
    capsys.readouterr()
    assert run(["build", "-q", "-j", "1", "--future", "--explain", "--json", "--source", str(root)]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["explained"]
    return found


def dates_of(entry: dict[str, Any], *, by_git: bool) -> list[dt.date]:
    candidates = [one for one in entry["candidates"] if (one["source"] == "git") == by_git]
    return [dt.date.fromisoformat(date) for one in candidates for date in one["dates"]]


@pytest.mark.parametrize("name", ["bhadreshpsavani+100daysofNLP", "lgomez9+100-days-of-code", "mapmeld+ml"])
def test_headings_have_the_date_of_their_first_commit(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = json.loads((JOURNALS / "gitdates" / f"{name}.json").read_text(encoding="utf-8"))
    entries = explained(name, tmp_path, capsys)
    agreeing = {
        start
        for start, commit in known.items()
        for entry in entries
        if re.match(rf"{re.escape(start)}(?!\d)", entry["heading"])
        and dt.date.fromisoformat(commit["author_date"]) in dates_of(entry, by_git=True)
    }
    assert len(agreeing) >= 0.95 * len(known), sorted(known.keys() - agreeing)


def test_days_that_came_in_one_commit_have_the_date_of_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = [
        (by_git[0], own[0])
        for entry in explained("marvokdolor+learning", tmp_path, capsys)
        if (by_git := dates_of(entry, by_git=True)) and (own := dates_of(entry, by_git=False))
    ]
    assert len(pairs) == 100
    assert sum(abs(by_git - own) <= NEAR for by_git, own in pairs) >= 0.7 * len(pairs)


def test_a_log_of_topics_has_a_timeline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = explained("manishiitg+ML_Experiments", tmp_path, capsys)
    assert len({date for entry in entries for date in dates_of(entry, by_git=True)}) >= 10
