"""What stands where the site's files are to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal_site.site.obstacles import find_foreign, first_to_go, fold
from journal_site.site.output import OutputFolder


@pytest.mark.parametrize(
    ("stale", "planned", "first"),
    [
        (["a/b"], ["c"], []),
        (["a"], ["a/b/c"], ["a"]),
        (["a/b/c", "a/d", "ab"], ["a"], ["a/b/c", "a/d"]),
        (["A.txt", "b.txt"], ["a.txt"], ["A.txt"]),
        (["Entries/a/index.html"], ["entries/a/index.html"], ["Entries/a/index.html"]),
        (["Straße"], ["STRASSE/x"], ["Straße"]),
        (["e\u0301"], ["É"], ["e\u0301"]),
    ],
)
def test_what_is_in_the_way_goes_first(stale: list[str], planned: list[str], first: list[str]) -> None:
    assert list(first_to_go(stale, planned)) == first


def test_all_spellings_of_a_name_are_one() -> None:
    assert {fold(name) for name in ("Été/A", "e\u0301te\u0301/a", "ÉTÉ/a")} == {"été/a"}


@pytest.fixture
def output(tmp_path: Path) -> OutputFolder:
    for path in ("ours/index.html", "theirs.txt", "ours/theirs.txt", "deep/er/theirs.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return OutputFolder(tmp_path)


@pytest.mark.parametrize(
    ("paths", "foreign"),
    [
        (["ours/index.html", "new/index.html", "deep/index.html"], []),
        (["ours/index.html/x"], []),
        (["theirs.txt"], ["theirs.txt"]),
        (["theirs.txt/a/b", "theirs.txt/c"], ["theirs.txt"]),
        (["ours"], ["ours/theirs.txt"]),
        (["deep"], ["deep/er/theirs.txt"]),
    ],
)
def test_files_of_others_are_found_at_a_place_in_it_and_on_the_way_to_it(
    output: OutputFolder, paths: list[str], foreign: list[str]
) -> None:
    assert find_foreign(paths, {"ours/index.html"}, output) == foreign


def test_our_own_file_in_another_case_is_no_other_where_the_disk_takes_them_for_one(output: OutputFolder) -> None:
    (output.folder / "OURS.txt").write_text("ours")
    (output.folder / "Theirs.txt").write_text("ours")
    (output.folder / "ours.txt").hardlink_to(output.folder / "OURS.txt")  # as if this disk knew no case
    listed = {"OURS.txt", "Theirs.txt"}
    assert find_foreign(["ours.txt", "theirs.txt"], listed, output) == ["theirs.txt"]
