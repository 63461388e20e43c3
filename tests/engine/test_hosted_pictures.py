"""Pictures named by the page on which GitHub shows them: the file itself, the journal's own where it is there."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from tests.site_test import SETTINGS, SiteTest, assert_same_tree

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
HUB = "https://github.com"
RAW = "https://raw.githubusercontent.com"
ADDRESSES = {
    f"{HUB}/o/r/blob/main/x.png": f"{RAW}/o/r/main/x.png",
    f"{HUB}/o/r/blob/main/a/x.png?raw=true": f"{RAW}/o/r/main/a/x.png",
    f"{HUB}/o/r/blob/main/a/x.png?raw=1#gh-dark-mode-only": f"{RAW}/o/r/main/a/x.png",
    f"{HUB}/o/r/blob/feature/one/x.png": f"{RAW}/o/r/feature/one/x.png",
    f"{HUB}/o/r/blob/main/a%20b/%C3%BC.png": f"{RAW}/o/r/main/a%20b/%C3%BC.png",
    f"{HUB}/o/r/blob/main/ü.png": f"{RAW}/o/r/main/%C3%BC.png",
    "http://www.GitHub.com/O/R/blob/main/x.png": f"{RAW}/O/R/main/x.png",
    "//github.com/o/blob/blob/main/blob/x.png": f"{RAW}/o/blob/main/blob/x.png",
    "https://gitlab.com/g/s/p/-/blob/main/x.png?ref_type=heads": "https://gitlab.com/g/s/p/-/raw/main/x.png",
}
UNTOUCHED = [
    f"{HUB}/o/r/raw/main/x.png", f"{RAW}/o/r/main/x.png", f"{HUB}/o/r/blob/main", f"{HUB}/o/r/tree/main/x.png",
    "https://example.org/o/r/blob/main/x.png", f"{HUB}/o/blob/main/x.png", "https://notgithub.com/o/r/blob/main/x.png",
]  # fmt: skip


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path / "journal", f"{SETTINGS}repo: https://github.com/Me/Notes\nbranch: main\n")


def sources(journal: SiteTest, page: str = "entries/2026-01-01/index.html") -> list[str]:
    """Return the addresses of the pictures on a page."""
    return re.findall(r'<img[^>]* src="([^"]*)"', journal.text(page).partition("<main")[2])


def put_picture(journal: SiteTest, path: str) -> None:
    place = journal.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(base64.b64decode(PNG))


@pytest.mark.parametrize(("address", "shown"), ADDRESSES.items())
@pytest.mark.parametrize(
    "form", ["![alt]({})\n", '<img src="{}" alt="alt" width="8">\n', "[![alt]({})](https://e.org)\n"]
)
def test_a_picture_is_the_file_and_not_its_page(journal: SiteTest, address: str, shown: str, form: str) -> None:
    journal.write("entries/2026-01-01.md", form.format(address))
    assert journal.build().diagnostics == ()
    assert sources(journal) == [shown]
    assert sources(journal, "gallery/index.html") == [shown]
    entry = json.loads(journal.text("journal.json"))["entries"][0]
    assert entry["images"] == [{"url": shown, "alt": "alt", "line": 1}]


@pytest.mark.parametrize("address", UNTOUCHED)
def test_other_addresses_stay(journal: SiteTest, address: str) -> None:
    journal.write("entries/2026-01-01.md", f"![alt]({address})\n")
    journal.build()
    assert sources(journal) == [address]


def test_links_and_films(journal: SiteTest) -> None:
    page = f"{HUB}/o/r/blob/main/film.mp4"
    journal.write("entries/2026-01-01.md", f'[film]({page})\n\n<video src="{page}" poster="{page}.png"></video>\n')
    journal.build()
    text = journal.text("entries/2026-01-01/index.html")
    assert f'<a href="{page}">film</a>' in text
    assert f'src="{RAW}/o/r/main/film.mp4"' in text
    assert f'poster="{RAW}/o/r/main/film.mp4.png"' in text


OWN = [
    f"{HUB}/me/notes/blob/main/pictures/x%20y.png", f"{HUB}/Me/Notes/blob/feature/one/pictures/x%20y.png?raw=true",
    "http://www.github.com/me/notes/blob/0a1b2c/pictures/x%20y.png",
]  # fmt: skip


@pytest.mark.parametrize("address", OWN)
def test_the_journals_own_is_the_file_that_is_there(journal: SiteTest, address: str, tmp_path: Path) -> None:
    journal.write("entries/2026-01-01.md", f'![alt]({address})\n\n<img src="{address}" alt="">\n')
    journal.build()
    far = address.partition("notes/blob/")[2] or address.partition("Notes/blob/")[2]
    owner = "Me/Notes" if "/Me/" in address else "me/notes"
    assert sources(journal) == [f"{RAW}/{owner}/{far.partition('?')[0]}"] * 2
    put_picture(journal, "pictures/x y.png")
    journal.build()
    assert sources(journal) == ["../../files/pictures/x%20y.png"] * 2
    assert 'width="1"' in journal.text("entries/2026-01-01/index.html")
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    journal.remove("pictures")
    journal.build()
    assert len(set(sources(journal))) == 1
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))


def test_another_repositorys_picture_is_never_taken_from_here(journal: SiteTest) -> None:
    put_picture(journal, "x.png")
    journal.write("entries/2026-01-01.md", f"![alt]({HUB}/you/notes/blob/main/x.png)\n")
    journal.build()
    assert sources(journal) == [f"{RAW}/you/notes/main/x.png"]


def test_in_notebooks_and_covers(journal: SiteTest) -> None:
    put_picture(journal, "x.png")
    own, far = f"{HUB}/me/notes/blob/main/x.png", f"{HUB}/o/r/blob/main/x.png"
    html = f'<p><img src="{own}"><img src="{far}"></p>'
    cells = [
        {"cell_type": "markdown", "source": f"![a]({own}) ![b]({far})"},
        {"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": {"text/html": html}}]},
    ]
    journal.write("entries/n.ipynb", json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}))
    journal.write("entries/2026-01-01.md", f"---\nimage: {own}\n---\n\n[n](n.ipynb)\n")
    journal.write("entries/2026-01-02.md", f"---\nimage: {far}\n---\n\nwords\n")
    journal.build()
    assert sources(journal, "notebooks/n/index.html") == ["../../files/x.png", f"{RAW}/o/r/main/x.png"] * 2
    assert 'property="og:image" content="https://example.org/notes/files/x.png"' in journal.text(
        "entries/2026-01-01/index.html"
    )
    assert f'property="og:image" content="{RAW}/o/r/main/x.png"' in journal.text("entries/2026-01-02/index.html")


def test_a_drawing_of_a_sanitised_text_is_cleaned_here_too(journal: SiteTest) -> None:
    journal.write(
        "site.yaml", f"{SETTINGS}repo: https://github.com/me/notes\nsources: [{{path: guests, html: sanitised}}]\n"
    )
    journal.write("pictures/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    journal.write("guests/2026-01-01.md", f"![alt]({HUB}/me/notes/blob/main/pictures/x.svg)\n")
    journal.build()
    assert b"alert" not in journal.site()["files/pictures/x.svg"]
