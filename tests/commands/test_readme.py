"""`journal readme` writes what is published between the marks of a file, and nothing anywhere else."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest

from journal_site.cli import run
from journal_site.regular_files import read_file

TODAY = ["--today", "2026-03-10"]
README = """# Bread

<!-- journal: newest 2 -->
old
<!-- /journal -->

<!-- journal: days --><!-- /journal -->
<!-- journal: topics --><!-- /journal -->
<!-- journal: counts --><!-- /journal -->
<!-- journal: streak --><!-- /journal -->
<!-- journal: begin --><!-- /journal -->
<!-- journal: pictures --><!-- /journal -->
The end.
"""
WRITTEN = """# Bread

<!-- journal: newest 2 -->
- Day 3: [\\[Rye\\] &lt;!-- /journal --&gt; \\*now\\*](entries/2026-03-10.md) (10 Mar 2026)
- Day 2: [Wheat](entries/2026-03-09%20%C3%BC.md) (9 Mar 2026)
<!-- /journal -->

<!-- journal: days -->
- Day 1: [Oat](log.md#day-1-oat) (8 Mar 2026)
- Day 2: [Wheat](entries/2026-03-09%20%C3%BC.md) (9 Mar 2026)
- Day 3: [\\[Rye\\] &lt;!-- /journal --&gt; \\*now\\*](entries/2026-03-10.md) (10 Mar 2026)
<!-- /journal -->
<!-- journal: topics -->
### C\\# (2)

- Day 2: [Wheat](entries/2026-03-09%20%C3%BC.md) (9 Mar 2026)
- Day 3: [\\[Rye\\] &lt;!-- /journal --&gt; \\*now\\*](entries/2026-03-10.md) (10 Mar 2026)
<!-- /journal -->
<!-- journal: counts -->
3 entries · 3 active days · 1 topic · 10 words
<!-- /journal -->
<!-- journal: streak -->
**Current streak**: 3 days (Monday – Friday) · **Longest streak**: 3 days
<!-- /journal -->
<!-- journal: begin -->
[10 March 2026: +](https://github.com/me/bread/new/main/entries?filename=2026-03-10.md)
<!-- /journal -->
<!-- journal: pictures -->
[![Bread](https://example.org/badge.svg)](https://example.org/)

[![Bread](https://example.org/heatmap.svg)](https://example.org/)

[![Bread](https://example.org/wall.svg)](https://example.org/)
<!-- /journal -->
The end.
"""
SETTINGS = (
    "title: Bread\nurl: https://example.org/\nrepo: me/bread\nsources: [entries, log.md]\nstreak: {cadence: weekdays}\n"
)
ENTRIES = {
    "2026-03-09 ü": "---\nday: 2\ntags: ['C#']\n---\n# Wheat\n\nIt rises well.\n",
    "2026-03-10": "---\nday: 3\ntags: ['C#']\ntitle: '[Rye] <!-- /journal --> *now*'\n---\nIt rises well.\n",
    "2026-03-11": "---\ndraft: true\nday: 4\n---\n# Secret crumb\n\nNo.\n",
    "2026-03-12": "---\nday: 5\n---\n# Secret crust\n\nNot yet.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "log.md").write_text("# Log\n\n## Day 1: Oat\n2026-03-08\n\nIt rises well.\n", encoding="utf-8")
    for name, text in ENTRIES.items():
        (tmp_path / "entries" / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    return tmp_path


def readme(root: Path, *words: str) -> int:
    return run(["readme", *words, *TODAY, "--source", str(root)])


def test_each_block_says_what_is_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert readme(root) == 0
    assert capsys.readouterr().out == "README.md: written\n"
    assert (root / "README.md").read_text(encoding="utf-8") == WRITTEN
    assert "Secret" not in WRITTEN


def test_a_second_run_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme(root)
    os.utime(root / "README.md", ns=(1, 1))
    capsys.readouterr()
    assert readme(root, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["path"], told["changed"], [one["name"] for one in told["blocks"]][:2]) == (
        "README.md",
        False,
        ["newest", "days"],
    )
    assert (root / "README.md").stat().st_mtime_ns == 1


def test_the_numbers_are_those_of_journal_json(root: Path) -> None:
    readme(root)
    assert run(["build", "-q", *TODAY, "--source", str(root)]) == 0
    said = json.loads((root / "_site" / "journal.json").read_text(encoding="utf-8"))
    text = (root / "README.md").read_text(encoding="utf-8")
    assert f"**Current streak**: {said['streaks']['current']['days']} days" in text
    assert f"{said['streaks']['active_days']} active days · {len(said['topics'])} topic" in text
    assert re.findall(r"^- Day (\d)", text.partition("journal: days")[2].partition("/journal")[0], re.MULTILINE) == [
        str(one["day"]) for one in said["entries"]
    ]
    assert all((root / "_site" / name).is_file() for name in re.findall(r"example\.org/(\w+\.svg)", text))


def test_links_may_lead_to_the_site_and_from_a_folder_to_the_texts(root: Path) -> None:
    (root / "docs").mkdir()
    for words, wanted in (
        ((), "](../entries/2026-03-10.md)"),
        (("--links", "site"), "](https://example.org/entries/2026-03-10/)"),
    ):
        (root / "docs" / "index.md").write_text("<!-- journal: newest 1 --><!-- /journal -->", encoding="utf-8")
        assert readme(root, str(root / "docs" / "index.md"), *words) == 0
        assert wanted in (root / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        (
            "repo: me/bread\nrepo_folder: logs\n",
            "https://github.com/me/bread/new/main/logs/entries?filename=2026-03-10.md",
        ),
        (
            "repo: https://gitlab.com/me/bread\n",
            "https://gitlab.com/me/bread/-/new/main/entries?file_name=2026-03-10.md",
        ),
        ("repo: me/bread\nbranch: trunk\nsources: [log.md]\n", "https://github.com/me/bread/edit/trunk/log.md"),
        ("repo: me/bread\nsources: ['.']\n", "https://github.com/me/bread/new/main?filename=2026-03-10.md"),
        ("author: me\n", ""),
    ],
)
def test_todays_entry_is_begun_where_entries_lie(root: Path, settings: str, address: str) -> None:
    (root / "site.yaml").write_text(f"title: Bread\n{settings}", encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "index.rst").write_text("<!-- journal: begin --><!-- /journal -->", encoding="utf-8")
    assert readme(root, str(root / "docs" / "index.rst")) == 0
    written = (root / "docs" / "index.rst").read_text(encoding="utf-8")
    assert re.findall(r"\]\((.*)\)", written) == ([address] if address else [])


def test_a_check_writes_nothing_and_ends_with_one_where_something_would_change(root: Path) -> None:
    assert readme(root, "--check") == 1
    assert (root / "README.md").read_text(encoding="utf-8") == README
    assert readme(root) == 0
    assert readme(root, "--check") == 0


def test_rights_and_links_of_the_file_stay(root: Path) -> None:
    (root / "real.md").write_text(README, encoding="utf-8")
    (root / "real.md").chmod(0o640)
    (root / "README.md").unlink()
    (root / "README.md").symlink_to("real.md")
    assert readme(root) == 0
    assert (root / "README.md").is_symlink()
    assert (root / "real.md").read_text(encoding="utf-8") == WRITTEN
    assert stat.S_IMODE((root / "real.md").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone.md"], "gone.md: error: there is no such file [readme-missing]"),
        (["entries"], "entries: error: cannot be read: "),
        (["bytes.md"], "bytes.md:2:1: error: this is no UTF-8 [readme-encoding]"),
        (["log.md"], "log.md: error: this is a text of the journal itself [readme-source]"),
        (["plain.md"], "plain.md: error: nothing shows where to write [readme-unmarked]"),
        (["slip.md"], "slip.md:3:1: error: nothing is called 'newst' [readme-mark]"),
        (["--links", "elsewhere"], "Invalid value for '--links'"),
        (["--today", "soon"], "'soon' is not a date"),
    ],
)
def test_each_wrong_use_is_told_and_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    monkeypatch.chdir(root)
    (root / "bytes.md").write_bytes(b"a\n\xff")
    (root / "plain.md").write_text("# Plain\n", encoding="utf-8")
    (root / "slip.md").write_text("# Slip\n\n<!-- journal: newst --><!-- /journal -->\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in root.glob("*.md")}
    assert run(["readme", *words]) == 2
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.glob("*.md")} == before


def test_what_changes_meanwhile_is_not_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[Path] = []

    def read_later(place: Path) -> bytes:
        seen.append(place)
        return read_file(place) + (b"more\n" if len(seen) > 1 else b"")

    monkeypatch.setattr("journal_site.publishing.readme_file.read_file", read_later)
    assert readme(root) == 1
    assert "README.md: error: it was changed just now [readme-changed]" in capsys.readouterr().err
    assert (root / "README.md").read_text(encoding="utf-8") == README


def test_a_file_that_cannot_be_written_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "in the system's words")

    monkeypatch.setattr(Path, "replace", refuse)
    assert readme(root) == 1
    said = capsys.readouterr().err
    assert "README.md: error: cannot be written: " in said
    assert "[readme-unwritable]" in said
    assert sorted(path.name for path in root.glob(".*new")) == []
