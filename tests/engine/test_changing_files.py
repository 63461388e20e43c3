"""Files that change while a build reads them: each is published in one state, and the next build is right."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path

import pytest
from PIL import Image

from journal_site import regular_files
from journal_site.engine import records, still
from journal_site.errors import ChangedError, JournalError
from journal_site.model.page import Copy
from journal_site.reading.scan.texts import read_stamped
from journal_site.serve.preview import Preview
from tests.site_test import SiteTest, assert_same_tree

PICTURE, NOTEBOOK, TEXT = "entries/loaf.png", "entries/plot.ipynb", "entries/2026-03-01.md"


def picture(place: Path, colour: str) -> None:
    Image.new("RGB", (1800, 900), colour).save(place)


def notebook(place: Path, word: str) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": f"It says {word}."}
    place.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal", "title: Bread\nurl: https://example.org/\ncards: false\n")
    test.write(TEXT, "# Rye\n\nIt says first.\n\n![Loaf](loaf.png)\n\n[Plot](plot.ipynb)\n")
    picture(test.root / PICTURE, "red")
    notebook(test.root / NOTEBOOK, "first")
    return test


def assert_right(journal: SiteTest, tmp_path: Path) -> None:
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))


def once(change: Callable[[], object]) -> Callable[[], None]:
    left = [change]

    def run() -> None:
        if left:
            left.pop()()

    return run


CHANGES: dict[str, Callable[[Path], object]] = {
    PICTURE: lambda place: picture(place, "blue"),
    NOTEBOOK: lambda place: notebook(place, "second"),
    TEXT: lambda place: place.write_text("# Rye\n\nIt says second, and more than it did.\n"),
}


@pytest.mark.parametrize("path", CHANGES)
@pytest.mark.parametrize("how", ["changed", "replaced", "deleted", "emptied"])
def test_a_file_that_changes_after_it_was_looked_at(
    journal: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, how: str
) -> None:
    place, aside = journal.root / path, tmp_path / f"aside{Path(path).suffix}"
    ways: dict[str, Callable[[], object]] = {
        "changed": lambda: CHANGES[path](place),
        "replaced": lambda: (CHANGES[path](aside), aside.replace(place)),
        "deleted": place.unlink,
        "emptied": lambda: os.truncate(place, 0),
    }
    first = place.read_bytes(), place.stat()
    change = once(ways[how])

    def later(read: Callable[..., object]) -> Callable[..., object]:
        def reading(root: Path, name: str, *more: str) -> object:
            if name == path:
                change()
            return read(root, name, *more)

        return reading

    for module, name in (
        (records, "read_stamped"),
        ("journal_site.engine.make", "read_same"),
        ("journal_site.engine.notebooks", "read_same"),
    ):
        target = module if isinstance(module, str) else module.__name__
        monkeypatch.setattr(f"{target}.{name}", later(still.read_same if name == "read_same" else read_stamped))
    journal.build()
    assert_right(journal, tmp_path)
    place.write_bytes(first[0])  # what is kept under the digest of its first state must be of that state
    os.utime(place, ns=(first[1].st_mtime_ns, first[1].st_mtime_ns))
    journal.build()
    assert_right(journal, tmp_path)


class _Torn(FileIO):
    """A file that is written after its first half was read."""

    between: Callable[[], None]

    def readall(self) -> bytes:
        half = self.read(os.fstat(self.fileno()).st_size // 2)
        self.between()
        return half + super().readall()


def test_a_file_is_never_read_half_old_and_half_new(
    journal: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = journal.root / TEXT
    place.write_text("# Rye\n\n" + "old " * 500)
    change = once(lambda: place.write_text("# Rye\n\n" + "new " * 500))

    def torn(path: str | Path) -> FileIO:
        file = _Torn(path)
        file.between = change if str(path) == str(place) else lambda: None
        return file

    monkeypatch.setattr(regular_files, "open_file", torn)
    journal.build()
    text = journal.text("entries/2026-03-01/index.html")
    assert "new new" in text
    assert "old" not in text
    assert_right(journal, tmp_path)


def test_a_file_that_goes_on_changing_is_told_and_nothing_is_published(
    journal: SiteTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(still, "_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(still, "digest_of", lambda _: "another each time")
    with pytest.raises(ChangedError, match=r"goes on changing while the journal is read \[copy-unreadable\]"):
        journal.build()
    assert not (journal.root / "_site").exists()
    assert [path.name for path in journal.root.iterdir() if "partial" in path.name] == []


def test_a_text_that_goes_on_changing_is_left_out_and_told(journal: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.write("entries/2026-03-02.md", "# Wheat\n")
    number = iter(range(10_000))

    def torn(path: str | Path) -> FileIO:
        file = _Torn(path)
        busy = str(path).endswith("02.md")
        file.between = (lambda: os.utime(path, (next(number), 0))) if busy else (lambda: None)
        return file

    monkeypatch.setattr(regular_files, "_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(regular_files, "open_file", torn)
    report = journal.build()
    told = [str(one) for one in report.diagnostics]
    assert told == [
        "entries/2026-03-02.md: warning: cannot be read: it goes on changing while it is read [source-unreadable]"
    ]
    assert "entries/2026-03-02/index.html" not in journal.site()


def test_the_preview_shows_a_picture_as_it_is_now(journal: SiteTest) -> None:
    preview = Preview(journal.request())
    snapshot = preview.reload()
    assert snapshot is not None
    shown = next(f"/{path}" for path, one in snapshot.outputs.items() if isinstance(one, Copy) and one.asset == PICTURE)
    picture(journal.root / PICTURE, "blue")
    assert preview.answer(shown).content == (journal.root / PICTURE).read_bytes()
    (journal.root / PICTURE).unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(still, "_PAUSES", ())
        assert preview.answer(shown).status == 404


def test_a_folder_of_entries_that_vanishes_stops_nothing_but_itself(
    journal: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = once(lambda: (journal.root / "entries").rename(tmp_path / "away"))

    def later(root: Path, name: str) -> object:
        move()
        return read_stamped(root, name)

    monkeypatch.setattr(records, "read_stamped", later)
    try:
        journal.build()
    except JournalError as error:
        assert error.diagnostics[0].location.path  # noqa: PT017 - either is right: nothing, or what is told
    monkeypatch.undo()
    (tmp_path / "away").rename(journal.root / "entries")
    journal.build()
    assert_right(journal, tmp_path)
