"""What an entry file is called that has no title and no heading."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.model.entry import Content
from journal_site.model.outline import FrontMatter
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.entry import assemble
from journal_site.reading.outline.read import read_outline

TODAY = dt.date(2026, 3, 1)


def called(path: str, content: Content | None = None) -> tuple[str, str]:
    log = path.lower().endswith("readme.md")
    source = Source(path=path, folder="entries", text="Only words.\n", log=log)
    entry = assemble(source, read_outline(source, SourceOptions(today=TODAY)), 0, content or Content(), "")
    return entry.title, entry.heading


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("entries/2024-05-06.md", "2024-05-06"),
        ("entries/2024_05_06.md", "2024-05-06"),
        ("entries/2024/05/06.md", "2024-05-06"),
        ("entries/2024/05/06/README.md", "2024-05-06"),
        ("entries/2024-05-06-rye_bread.md", "Rye bread"),
        ("entries/Day 3/README.md", "Day 3"),
        ("entries/Day_3/readme.md", "Day 3"),
        ("entries/rye-bread.md", "rye bread"),
        ("README.md", "README"),
    ],
)
def test_it_is_called_by_its_date_or_its_name(path: str, title: str) -> None:
    assert called(path)[0] == title


def test_a_file_that_says_it_is_a_note_has_no_heading_of_a_log() -> None:
    note = Content(front=FrontMatter(kind="note"), heading_text="Day 3")
    assert called("entries/note.md", note) == ("Day 3", "")
