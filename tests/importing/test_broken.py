"""Nothing is imported without what could not be read of its head, and the command fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal_site.cli import run
from journal_site.errors import ContentError, OutputError
from journal_site.regular_files import read_file
from tests.importing.import_test import ImportTest

BROKEN_HEADS = (
    'title: "Bread\ndate: [2026\n',
    "title: Bread\ntags: [flour\n",
    "title: Bread\n\tday: 3\n",
    "date: 2026-02-30\n",
)


@pytest.fixture
def journal(tmp_path: Path) -> ImportTest:
    return ImportTest(tmp_path)


@pytest.mark.parametrize("head", BROKEN_HEADS)
def test_nothing_is_made_of_a_log_with_a_broken_head(journal: ImportTest, head: str) -> None:
    journal.write("LOG.md", f"---\n{head}---\n# Bread\n\n## Day 1\n\nWhite.\n\n## Day 2\n\nRye.\n")
    with pytest.raises(ContentError):
        journal.run()
    assert not (journal.here / "entries").exists()


@pytest.mark.parametrize("head", BROKEN_HEADS)
def test_a_file_keeps_its_head_as_it_stands_and_the_others_are_imported(
    journal: ImportTest, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    journal.write("days/2026-03-01.md", "# Good\n\nWhite.\n")
    journal.write("days/2026-03-02.md", f"---\n{head}---\n# Broken\n\nRye.\n")
    assert run(["import", "--source", str(journal.here), str(journal.there / "days")]) == 1
    assert journal.files() == ["2026-03-01.md", "2026-03-02.md"]
    assert head in journal.text("2026-03-02.md")
    assert "2026-03-02.md:" in capsys.readouterr().err
    journal.write("days/2026-03-02.md", "---\ntitle: Mended\n---\n\nRye.\n")
    assert run(["import", "--source", str(journal.here), str(journal.there / "days")]) == 0
    assert journal.text("2026-03-02.md").startswith("---\ntitle: Mended\n")


def test_an_imported_file_that_cannot_be_read_is_not_taken_for_deleted(
    journal: ImportTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write("LOG.md", "# Bread\n\n## Day 1\n\nWhite.\n\n## Day 2\n\nRye.\n")
    journal.run()
    record = (journal.here / "entries/.journal-import.json").read_bytes()

    def failing(place: Path) -> bytes:
        if place.name == "day-2.md":
            raise OSError(5, "Input/output error", str(place))
        return read_file(place)

    monkeypatch.setattr("journal_site.importing.files.read_file", failing)
    with pytest.raises(OutputError, match=r"day-2\.md: error: cannot be read: the disk failed \[import-unwritable\]"):
        journal.run()
    assert (journal.here / "entries/.journal-import.json").read_bytes() == record
