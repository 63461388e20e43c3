"""Names as a Mac archives them (decomposed) and as people type them (composed) are the same names."""

from __future__ import annotations

import base64
import re
import unicodedata
from pathlib import Path

import pytest

from tests.site_test import SETTINGS, SiteTest

FORMS = ("NFC", "NFD")
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")


def _write(journal: SiteTest, path: str, raw: bytes) -> None:
    (journal.root / path).parent.mkdir(parents=True, exist_ok=True)
    (journal.root / path).write_bytes(raw)


@pytest.mark.parametrize("disk", FORMS)
@pytest.mark.parametrize("typed", FORMS)
@pytest.mark.parametrize("name", ["Résumé", "Übung für Ångström", "がくしゅう", "하루"])
def test_links_find_names_in_any_form(tmp_path: Path, disk: str, typed: str, name: str) -> None:
    there, said = unicodedata.normalize(disk, name), unicodedata.normalize(typed, name)
    journal = SiteTest(tmp_path / "journal")
    journal.write(f"entries/{there}.md", f"---\ndate: 2026-03-01\n---\n# {there} x\n\n## {there}\n")
    _write(journal, f"entries/{there}/{there}.png", PNG)
    _write(journal, f"static/{there}.pdf", b"%PDF")
    journal.write(
        "entries/2026-03-02.md",
        f"# B\n\n[a](<{said}.md>) [b](<{said}.md#{said.replace(' ', '-')}>) [[{said}]] [[{said} x]] "
        f"![p](<{said}/{said}.png>) ![[{said}.png|p]] [f](</{said}.pdf>)\n",
    )
    report = journal.build()
    assert [str(one) for one in report.diagnostics] == []
    html = journal.text("entries/2026-03-02/index.html")
    assert html.count('class="missing"') == 0
    assert len(re.findall(r'<img src="\.\./\.\./files/', html)) == 2
    composed = unicodedata.normalize("NFC", name)
    pages = {path for path in journal.site() if path.startswith(("entries/", "files/"))}
    assert all(path == unicodedata.normalize("NFC", path) for path in pages)
    heading = re.search(r'<h2 id="([^"]+)">', journal.text(f"entries/{composed.replace(' ', '-')}/index.html"))
    assert heading
    assert heading[1] == composed.lower().replace(" ", "-")
    assert journal.build().written == ()


def test_a_name_that_stays_at_home_stays_there_in_any_form(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    there, said = (unicodedata.normalize(form, "Tagebücher") for form in ("NFD", "NFC"))
    journal.write(f"entries/{there}.md", "---\ndate: 2026-03-01\nprivate: true\n---\n# Canary\n")
    journal.write("entries/2026-03-02.md", f"# B\n\n[a]({said}.md) [[{said}]] ![[{said}]] ![p]({said}.md)\n")
    report = journal.build()
    assert {one.code for one in report.diagnostics} == {"link-unpublished"}
    assert not any(b"Canary" in raw for raw in journal.site().values())


def test_a_file_of_others_is_guarded_in_any_form(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal", SETTINGS + "sources: [{path: theirs, html: sanitised}, entries/]\n")
    there, said = (unicodedata.normalize(form, "é.html") for form in ("NFD", "NFC"))
    journal.write("theirs/2026-03-01.md", f"# Theirs\n\n[x](../shared/{said})\n")
    journal.write("entries/2026-03-02.md", f"# Ours\n\n[x](../shared/{said})\n")
    journal.write(f"shared/{there}", "<script>alert(1)</script>")
    report = journal.build()
    assert {one.code for one in report.diagnostics} == {"file-left-out"}
    assert not any(b"alert(1)" in raw for raw in journal.site().values())
