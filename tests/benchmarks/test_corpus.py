"""The measured journal is the same for each program, whatever its length, and of the kind that it says."""

import statistics
from pathlib import Path

import pytest

from benchmarks.corpus import make_entries, write_corpus
from benchmarks.log import make_log, read_log, write_log
from benchmarks.measure import MARK, edit


def test_entry_depends_on_seed_and_day_alone() -> None:
    assert make_entries(30, 1)[:10] == make_entries(10, 1)
    assert make_entries(10, 1) != make_entries(10, 2)


def test_entries_are_about_two_kilobytes() -> None:
    entries = make_entries(200, 1)
    assert 1_500 < statistics.mean(len(entry.text) for entry in entries) < 2_500
    assert 0.4 < sum("```python" in entry.body for entry in entries) / len(entries) < 0.6


@pytest.mark.parametrize(("layout", "folder"), [("journal", "entries"), ("hugo", "content/posts")])
def test_layouts_hold_the_same_text(tmp_path: Path, layout: str, folder: str) -> None:
    paths = write_corpus(5, tmp_path, layout)
    assert [path.parent for path in paths] == [tmp_path / folder] * 5
    assert [path.read_text(encoding="utf-8") for path in paths] == [entry.text for entry in make_entries(5, 1)]


def test_edits_replace_one_another(tmp_path: Path) -> None:
    (path,) = write_corpus(1, tmp_path, "journal-bare")
    before = path.read_text(encoding="utf-8")
    edit(path, 1)
    edit(path, 2)
    assert path.read_text(encoding="utf-8") == f"{before}\n{MARK} 2.\n"


def test_a_log_is_the_same_text_in_one_file_or_in_one_a_day(tmp_path: Path) -> None:
    log = make_log(1)
    assert len(log.days) == 300
    for layout in ("journal-bare", "hugo"):
        (tmp_path / layout).mkdir()
    (one,) = write_log(log, tmp_path / "journal-bare", "journal-bare")
    many = write_log(log, tmp_path / "hugo", "hugo")
    assert 405_000 < one.stat().st_size < 420_000
    assert [path.read_text(encoding="utf-8").partition("---\n\n")[2] for path in many] == log.days
    assert [day.rstrip() for day in read_log(one).days] == [day.rstrip() for day in log.days]
