"""`journal init` makes a journal of an empty folder, or of one with a log, and touches nothing that is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from journal_site.cli import run
from journal_site.config import read_config

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

UNDATED = "# Thirty loaves :bread:\n\nOne a day.\n\n## Day1:\nRye.\n\n## Day2:\nWheat.\n"
YEARLESS = "# Loaves\n\nOne a day.\n\n### 2 January\nRye.\n\n### 1 January\nWheat.\n"
DATED = "# [Loaves](https://example.org)\n\n## Day 1: 2026-01-01\nRye.\n\n## Day 2: 2026-01-02\nWheat.\n"
NOTES = "# What I *know*\n\n## Rye\n\nDark.\n\n## Wheat\n\nLight.\n"


def built(root: Path) -> dict[str, Any]:
    assert run(["build", "-q", "-j", "1", "--source", str(root)]) == 0
    record: dict[str, Any] = json.loads((root / "_site/journal.json").read_text(encoding="utf-8"))
    return record


@pytest.mark.parametrize(
    ("log", "title", "entries", "advice"),
    [
        (UNDATED, "Thirty loaves", 2, "dates: git"),
        (YEARLESS, "Loaves", 2, "year: "),
        (DATED, "Loaves", 2, ""),
        (NOTES, "What I know", 0, ""),
        ("No title at all.\n", "My log", 0, ""),
    ],
)
def test_a_journal_around_a_log(tmp_path: Path, log: str, title: str, entries: int, advice: str) -> None:
    root = tmp_path / "my-log"
    root.mkdir()
    (root / "README.md").write_text(log, encoding="utf-8")
    assert run(["init", "-q", "--from", "README.md", str(root)]) == 0
    assert (root / "README.md").read_text(encoding="utf-8") == log
    assert not (root / "entries").exists()
    assert [spec.path for spec in read_config(root).sources] == ["README.md"]
    record = built(root)
    assert (record["site"]["title"], sum(one["kind"] == "entry" for one in record["entries"])) == (title, entries)
    shown = [line for line in (root / "site.yaml").read_text(encoding="utf-8").split("\n") if "# sources:" in line]
    assert [advice in line for line in shown] == [True] * bool(advice)


@pytest.mark.parametrize("log", [UNDATED, YEARLESS])
def test_what_site_yaml_suggests_is_valid(tmp_path: Path, log: str) -> None:
    (tmp_path / "README.md").write_text(log, encoding="utf-8")
    assert run(["init", "-q", "--from", "README.md", str(tmp_path)]) == 0
    lines = (tmp_path / "site.yaml").read_text(encoding="utf-8").split("\n")
    wanted = [line.removeprefix("# ") for line in lines if not line.startswith("sources:")]
    (tmp_path / "site.yaml").write_text("\n".join(wanted), encoding="utf-8")
    (spec,) = read_config(tmp_path).sources
    assert (spec.options.dates, spec.options.year is None) in {("git", True), ("", False)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real logs are not here")
@pytest.mark.parametrize(
    ("seed", "title", "entries"),
    [
        ("000", "100daysofNLP", 16),
        ("001", "100daysofNLP", 3),
        ("002", "Deep Learning Experiments", 0),
        ("003", "100 Days of ML", 17),
        ("004", "Learning language models", 0),
    ],
)
def test_the_real_logs(tmp_path: Path, seed: str, title: str, entries: int) -> None:
    (path,) = SEEDS.glob(f"{seed}_*")
    (tmp_path / "README.md").write_bytes(path.read_bytes())
    assert run(["init", "-q", "--from", "README.md", str(tmp_path)]) == 0
    assert ("year: " in (tmp_path / "site.yaml").read_text(encoding="utf-8")) == (seed == "003")
    record = built(tmp_path)
    assert record["site"]["title"] == title
    assert sum(one["kind"] == "entry" for one in record["entries"]) == entries


def test_what_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("title: Mine\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_bytes(b"*.log\n_site/")
    assert run(["init", str(tmp_path)]) == 0
    assert (tmp_path / "site.yaml").read_text(encoding="utf-8") == "title: Mine\n"
    assert (tmp_path / ".gitignore").read_bytes() == b"*.log\n_site/\n.journal/\n"
    told = capsys.readouterr().out
    assert "kept     site.yaml" in told
    assert "changed  .gitignore" in told
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert (tmp_path / ".gitignore").read_bytes() == b"*.log\n_site/\n.journal/\n"


def test_a_title_that_yaml_would_misread_is_quoted(tmp_path: Path) -> None:
    assert run(["init", "-q", "--title", "No: 2026 # a year\tof bread", str(tmp_path / "j")]) == 0
    assert read_config(tmp_path / "j").title == "No: 2026 # a year\tof bread"


def test_the_folder_is_named_so_that_a_shell_understands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "my bread")]) == 0
    assert f"cd '{tmp_path / 'my bread'}' && journal serve" in capsys.readouterr().out


def test_a_log_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "LOG.md").write_bytes(b"# Brot\n\n## Tag 1\nGew\xfcrz.\n")
    assert run(["init", "--from", "LOG.md", str(tmp_path)]) == 1
    assert "LOG.md:4:4: error: not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("sources", ["README.md", "{path: log.md, year: 2026}"])
def test_no_entry_is_begun_that_no_source_names(tmp_path: Path, sources: str) -> None:
    (tmp_path / "site.yaml").write_text(f"title: Mine\nsources: [{sources}]\n", encoding="utf-8")
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert not (tmp_path / "entries").exists()


def test_no_first_entry_is_begun_beside_others(tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries/mine.md").write_text("Rye.\n", encoding="utf-8")
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert [path.name for path in (tmp_path / "entries").iterdir()] == ["mine.md"]
