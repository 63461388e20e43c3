"""Names that no disk takes: a topic, heading, slug, alias or folder of any length stops no build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_test import SETTINGS, SiteTest

_WORDS = "word " * 60
_SIGNS = "\u9577\u3044" * 50
_NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


@pytest.mark.parametrize(
    ("path", "text", "codes"),
    [
        ("entries/a.md", f"---\ntags: ['{_WORDS}', {_SIGNS}]\n---\nRye.\n", []),
        ("entries/a.md", f"Rye #{'x' * 300} grows.\n", []),
        ("entries/a.md", f"---\nslug: {'x' * 300}\n---\nRye.\n", []),
        ("entries/a.md", f"---\nslug: {'/'.join(['x' * 200] * 25)}\n---\nRye.\n", ["front-matter-type"]),
        ("entries/a.md", f"---\naliases: [/{'x' * 300}/]\n---\nRye.\n", ["alias-unusable"]),
        ("entries/a.md", f"---\naliases: [/{'/'.join(['x' * 200] * 25)}/]\n---\nRye.\n", ["alias-unusable"]),
        ("site.yaml", f"{SETTINGS}topics: {{'{_WORDS}': {{keywords: [rye], parent: {_SIGNS}}}}}\n", []),
        ("log.md", f"# Log\n\n## {_WORDS}\n\nRye.\n\n## {_SIGNS}\n\nWheat.\n", []),
        (f"entries/{'a' * 120}/{'b' * 120}/{'c' * 120}.ipynb", _NOTEBOOK, []),
    ],
)
def test_a_name_that_no_disk_takes_stops_nothing(tmp_path: Path, path: str, text: str, codes: list[str]) -> None:
    journal = SiteTest(tmp_path / "journal", f"{SETTINGS}sources: [entries/, log.md]\n")
    journal.write("log.md", "# Log\n\n## Wheat\n\nGrain.\n")
    journal.write("entries/2026-03-01.md", "Rye.\n")
    journal.write(path, text)
    report = journal.build()
    assert [one.code for one in report.diagnostics] == codes
    assert "Rye" in journal.text("entries/2026-03-01/index.html")


def test_long_topics_that_begin_alike_stay_apart(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write("entries/a.md", f"---\ntags: ['{_WORDS} one', '{_WORDS} two']\n---\nRye.\n")
    journal.build()
    pages = {path.split("/")[1] for path in journal.site() if path.startswith("topics/word")}
    assert len(pages) == 2
    assert all(f"{name}/" in journal.text("topics/index.html") for name in pages)
