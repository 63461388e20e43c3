"""Players and pictures that a text or a notebook has in HTML: their files are copied, and what is missing is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.engine.test_unicode_names import PNG
from tests.site_test import SETTINGS, SiteTest


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    (test.root / "static").mkdir()
    for name in ("clip.mp4", "rise.webm", "a.mp3", "words.vtt", "my, film.mp4"):
        (test.root / "entries" / name).write_bytes(b"bytes")
    for name in ("light.png", "dark.png"):
        (test.root / "entries" / name).write_bytes(PNG)
    (test.root / "static/still.png").write_bytes(PNG)
    return test


def _prose(journal: SiteTest, text: str) -> tuple[str, list[str]]:
    journal.write("entries/2026-03-01.md", f"# A\n\n{text}\n")
    report = journal.build()
    html = journal.text("entries/2026-03-01/index.html")
    found = re.search(r'<div class="prose">\n(.*)\n\n</div>\n<footer', html, re.DOTALL)
    assert found
    return found[1], [one.code for one in report.diagnostics]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            """<video controls width="300">
  <source src="clip.mp4" type="video/mp4">
  No video.
</video>""",
            """<video width="300" controls preload="metadata">
  <source src="../../files/entries/clip.mp4" type="video/mp4">
  No video.
</video>""",
        ),
        (
            "<video src=rise.webm poster=/still.png muted></video>",
            (
                '<p><video muted src="../../files/entries/rise.webm" poster="../../still.png" controls'
                ' preload="metadata"></video></p>'
            ),
        ),
        (
            "<video src='my, film.mp4' preload=none><track kind=captions src=words.vtt srclang=en label=W></video>",
            (
                '<p><video preload="none" src="../../files/entries/my%2C%20film.mp4" controls>'
                '<track src="../../files/entries/words.vtt" kind="captions" srclang="en" label="W"></video></p>'
            ),
        ),
        ('<audio src="a.mp3">', '<audio src="../../files/entries/a.mp3" controls preload="none"></audio>'),
        (
            """<picture>
<source media="(prefers-color-scheme: dark)" srcset="light.png, dark.png 2x">
<img src="light.png" alt="Chart">
</picture>""",
            (
                '<picture><source srcset="../../files/entries/dark.png" media="(prefers-color-scheme: dark)">'
                '<img src="../../files/entries/light.png" alt="Chart" width="1" height="1"></picture>'
            ),
        ),
    ],
)
def test_media_lead_to_their_files(journal: SiteTest, written: str, shown: str) -> None:
    assert _prose(journal, written) == (shown, [])
    site = journal.site()
    for address in re.findall(r'(?:src|srcset|poster)="\.\./\.\./([^"]*)"', shown):
        assert address.replace("%2C", ",").replace("%20", " ") in site


def test_what_is_missing_is_told_and_leaves_no_address(journal: SiteTest) -> None:
    shown, codes = _prose(
        journal,
        "<video poster='gone.png'><source src='gone.mp4'><source src='clip.mp4'></video>\n\n<video>Nothing</video>",
    )
    assert sorted(codes) == ["html-left-out", "link-missing", "link-missing"]
    assert shown == (
        '<p><video controls preload="metadata"><source src="../../files/entries/clip.mp4"></video></p>\n<p>Nothing</p>'
    )


def test_what_would_run_and_what_is_private_is_no_medium(journal: SiteTest) -> None:
    journal.write("entries/secret.md", "---\nprivate: true\ndate: 2026-03-02\n---\nCanary\n")
    shown, codes = _prose(
        journal,
        '<video src="javascript:alert(1)"></video> <audio src="secret.md"></audio> <video src=".hidden.mp4"></video>'
        '<picture><source srcset="data:text/html,x"><img src="light.png" alt=""></picture>',
    )
    assert "link-unpublished" in codes
    assert "javascript" not in shown
    assert "data:" not in shown
    assert not any(b"Canary" in raw for raw in journal.site().values())


def test_the_forms_of_a_picture_are_no_pictures_of_the_gallery(journal: SiteTest) -> None:
    _prose(journal, '<picture><source srcset="dark.png"><img src="light.png" alt="L"></picture>')
    assert "dark.png" not in journal.text("gallery/index.html")


def test_others_films_are_played_and_their_drawings_are_not(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal", SETTINGS + "sources: [{path: theirs, html: sanitised}]\n")
    journal.write("theirs/2026-03-01.md", '# T\n\n<video src="v.mp4" poster="p.html" onplay="x()"></video>\n')
    journal.write("theirs/v.mp4", "film")
    journal.write("theirs/p.html", "<script>alert(1)</script>")
    journal.build()
    html = journal.text("entries/2026-03-01/index.html")
    assert '<video src="../../files/theirs/v.mp4" controls preload="metadata"></video>' in html
    assert not any(b"alert(1)" in raw for raw in journal.site().values())


def test_a_notebook_s_players_play(journal: SiteTest) -> None:
    outputs = [
        '<audio controls="controls"><source src="data:audio/wav;base64,UklGRg==" type="audio/wav" />No audio</audio>',
        '<video src="clip.mp4" controls width="300">No <code>video</code></video>',
        '<video width="640px"><source src="rise.webm" type="video/webm"></video>',
    ]
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": '<video src="clip.mp4" poster="dark.png"></video>'},
        *(
            {
                "cell_type": "code", "metadata": {}, "source": "x", "execution_count": 1,
                "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"text/html": html}}],
            }
            for html in outputs
        ),
    ]  # fmt: skip
    journal.write("entries/n.ipynb", json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    journal.write("entries/2026-03-01.md", "# A\n\n[n](n.ipynb)\n")
    journal.build()
    site = journal.site()
    page = site["notebooks/n/index.html"].decode()
    files = "../../files/entries"
    assert f'<video src="{files}/clip.mp4" poster="{files}/dark.png" controls preload="metadata"></video>' in page
    assert '<audio controls preload="none"><source src="media-1.wav" type="audio/wav">No audio</audio>' in page
    assert (
        f'<video src="{files}/clip.mp4" width="300" controls preload="metadata">No <code>video</code></video>' in page
    )
    assert (
        f'<video width="640" controls preload="metadata"><source src="{files}/rise.webm" type="video/webm"></video>'
        in page
    )
    assert {"files/entries/clip.mp4", "files/entries/rise.webm", "notebooks/n/media-1.wav"} <= site.keys()
