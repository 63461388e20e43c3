"""Destinations that are put into texts, and nothing else of these texts."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.importing.relink import relative, relink
from tests.importing.import_test import ImportTest, codes


def moved(meant: str) -> str | None:
    return "new/" + meant if meant.startswith("old") else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](old.md)", "[a](new/old.md)"),
        ("[a]( old.md 'title' )", "[a]( new/old.md 'title' )"),
        ("![a](<old b.png>)", "![a](new/old b.png)"),
        ("![a](old%20b.png)", "![a](new/old b.png)"),
        ("[a](old_(1).png) (old.md)", "[a](new/old_(1).png) (old.md)"),
        ("[a]: old.md 'title'", "[a]: new/old.md 'title'"),
        ("<img src='old.png' alt=\"old.png\">", "<img src='new/old.png' alt=\"old.png\">"),
        ('<a HREF="old.md">', '<a HREF="new/old.md">'),
        ("<source srcset='old.png, old2.png 2x'>", "<source srcset='new/old.png, new/old2.png 2x'>"),
        ("`[a](old.md)` [a](old.md)", "`[a](old.md)` [a](new/old.md)"),
        ("```\n[a](old.md)\n```\n", "```\n[a](old.md)\n```\n"),
        ("<!-- [a](old.md) -->", "<!-- [a](old.md) -->"),
        ("[a](other.md) [b][old] old.md", "[a](other.md) [b][old] old.md"),
    ],
)  # fmt: skip
def test_only_destinations_change(text: str, expected: str) -> None:
    assert relink(text, moved) == expected


@given(st.text(alphabet="[]()<>`!:=\"' \n\\oldabc.{}%#|", max_size=80))
def test_no_text_makes_it_fail_or_changes_without_need(text: str) -> None:
    assert relink(text, lambda _: None) == text


def test_paths_are_written_so_that_markdown_reads_them() -> None:
    assert relative("entries/my (best) #1.png", "entries/day-1.md") == "my%20%28best%29%20%231.png"
    assert relative("README.md", "entries/a/day-1.md") == "../../README.md"
    assert relative("entries/\u00f6fen/x.png", "entries/\u00f6fen/day.md") == "x.png"


OWN = "https://github.com/ada/Bread"


def test_addresses_in_the_authors_own_repository_become_local(journal: ImportTest) -> None:
    journal.write("pictures/loaf.png", b"PNG")
    journal.write("sums.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    journal.write("tool.py", "x = 1\n")
    raw = "https://raw.githubusercontent.com/Ada/bread"
    journal.write(
        "LOG.md",
        f"## Day 1\n\n![a]({OWN}/blob/main/pictures/loaf.png?raw=true) ![b]({raw}/main/pictures/loaf.png)\n"
        f"[c]({OWN}/blob/main/sums.ipynb) [d]({OWN}/blob/main/tool.py) [e]({OWN}/issues/1)\n"
        f"![f]({OWN}/blob/main/pictures/none.png) ![g](https://github.com/bob/cake/blob/main/pictures/loaf.png)\n\n"
        "## Day 2\n\nRye.\n",
    )
    assert codes(journal.run(repo="https://github.com/ada/bread")) == []
    assert journal.text("day-1.md").partition("---\n\n")[2] == (
        "![a](pictures/loaf.png) ![b](pictures/loaf.png)\n"
        f"[c](sums.ipynb) [d]({OWN}/blob/main/tool.py) [e]({OWN}/issues/1)\n"
        f"![f]({OWN}/blob/main/pictures/none.png) ![g](https://github.com/bob/cake/blob/main/pictures/loaf.png)\n"
    )
    assert journal.files() == ["day-1.md", "day-2.md", "pictures/loaf.png", "sums.ipynb"]


def test_without_git_the_folders_name_tells_the_repository(journal: ImportTest) -> None:
    journal.write("loaf.png", b"PNG")
    journal.write("LOG.md", "## Day 1\n\n![a](https://github.com/ada/there/blob/main/loaf.png)\n\n## Day 2\n\nRye.\n")
    journal.run()
    assert "![a](loaf.png)" in journal.text("day-1.md")


def test_files_that_lie_above_a_log_come_along(journal: ImportTest) -> None:
    journal.write("deep/er/LOG.md", "## Day 1\n\n![a](../../loaf.png)\n\n## Day 2\n\nRye.\n")
    journal.write("deep/er/site.yaml", "title: x\nsources: [LOG.md]\n")
    journal.write("loaf.png", b"PNG")
    journal.run("deep/er/LOG.md")
    assert "![a](../../loaf.png)" in journal.text("day-1.md"), "nothing outside the log's own folder is read"


def test_files_are_found_in_any_unicode_form_and_media_come_along(journal: ImportTest) -> None:
    forms: tuple[Literal["NFD", "NFC"], ...] = ("NFD", "NFC")
    there, said = (unicodedata.normalize(form, "\u00e9") for form in forms)
    for name in (f"{there}.png", "dark.png", "clip.mp4"):
        journal.write(f"files/{name}", b"bytes")
    media = '<video src="files/clip.mp4"></video> <picture><source srcset="files/dark.png"><img src="{}"></picture>'
    journal.write(
        "LOG.md", f"## Day 1\n\n![a](files/{said}.png) {media.format(f'files/{said}.png')}\n\n## Day 2\n\nRye.\n"
    )
    journal.run()
    assert [unicodedata.normalize("NFC", name) for name in journal.files()] == [
        "day-1.md", "day-2.md", "files/clip.mp4", "files/dark.png", f"files/{said}.png",
    ]  # fmt: skip
