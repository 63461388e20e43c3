"""The site's folder: whole files, nothing of others touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journal_site.errors import OutputError
from journal_site.site.output import MARKER, OutputFolder


def publish(folder: Path, files: dict[str, bytes]) -> None:
    output = OutputFolder(folder)
    old = output.listed()
    output.begin(old | files.keys())
    for number, (path, content) in enumerate(files.items()):
        output.stage(number, path, content)
    for number, path in enumerate(files):
        output.publish(number, path)
    for path in sorted(old - files.keys()):
        output.remove(path)
    output.end(files)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def test_a_new_site_appears_in_one_step(tmp_path: Path) -> None:
    folder = tmp_path / "_site"
    output = OutputFolder(folder)
    output.begin({"a/index.html"})
    output.stage(0, "a/index.html", b"one")
    output.publish(0, "a/index.html")
    assert not folder.exists()
    output.end({"a/index.html"})
    assert tree(folder) == {"a/index.html": b"one"}
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_files_are_replaced_added_and_removed_with_their_folders(tmp_path: Path) -> None:
    folder = tmp_path / "_site"
    publish(folder, {"a/index.html": b"1", "b/c/index.html": b"2", "d": b"3"})
    publish(folder, {"a/index.html": b"4", "e/index.html": b"5"})
    assert tree(folder) == {"a/index.html": b"4", "e/index.html": b"5"}
    assert not (folder / "b").exists()


def test_a_page_takes_the_place_of_a_folder_and_back(tmp_path: Path) -> None:
    folder = tmp_path / "_site"
    publish(folder, {"x": b"file"})
    publish(folder, {"x/index.html": b"folder"})
    assert tree(folder) == {"x/index.html": b"folder"}
    publish(folder, {"x": b"file"})
    assert tree(folder) == {"x": b"file"}


def test_files_of_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "_site"
    publish(folder, {"a/index.html": b"1"})
    (folder / "a" / "mine.txt").write_text("mine")
    publish(folder, {"b/index.html": b"2"})
    assert tree(folder) == {"a/mine.txt": b"mine", "b/index.html": b"2"}


def test_a_folder_with_files_of_others_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputError) as caught:
        OutputFolder(folder).check(tmp_path / "journal", ["entries"])
    assert caught.value.diagnostics[0].code == "output-foreign"


@pytest.mark.parametrize("place", [".", "..", "entries", "entries/site"])
def test_the_journal_itself_is_no_place_for_the_site(tmp_path: Path, place: str) -> None:
    root = tmp_path / "journal"
    (root / "entries").mkdir(parents=True)
    with pytest.raises(OutputError) as caught:
        OutputFolder(root / place).check(root, ["entries"])
    assert caught.value.diagnostics[0].code == "output-is-source"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    folder = tmp_path / "_site"
    folder.mkdir()
    publish(folder, {"index.html": b"1"})
    assert tree(folder) == {"index.html": b"1"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_an_error_with_a_place(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(OutputError) as caught:
        publish(tmp_path / "closed" / "_site", {"index.html": b"1"})
    assert caught.value.diagnostics[0].code == "output-unwritable"


def test_what_was_abandoned_leaves_no_trace(tmp_path: Path) -> None:
    folder = tmp_path / "_site"
    publish(folder, {"index.html": b"1"})
    output = OutputFolder(folder)
    output.begin({"index.html", "new.html"})
    output.stage(0, "index.html", b"2")
    output.abandon()
    assert tree(folder) == {"index.html": b"1"}
