"""Code that keeps a lexer for ever stops neither build nor preview, and is highlighted once it is mended."""

from __future__ import annotations

from pathlib import Path

import msgspec

from journal_site.serve.preview import Preview
from tests.site_test import SiteTest, assert_same_tree

_STUCK = '```pytb\nTraceback (most recent call last):\n  File "a.py", line 3 in f\n```\n'
_ENTRY = "entries/2026-03-01.md"
_PAGE = "entries/2026-03-01/index.html"


def _notebook(source: str, language: str) -> str:
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": 1}
    written = {"cells": [cell], "metadata": {"language_info": {"name": language}}, "nbformat": 4, "nbformat_minor": 5}
    return msgspec.json.encode(written).decode()


def test_the_build_goes_on_and_says_so_each_time(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write(_ENTRY, f"# Rye\n\n{_STUCK}")
    journal.write("entries/2026-03-02.md", f"# Wheat\n\n> {_STUCK.replace(chr(10), chr(10) + '> ')}\n")
    journal.write("entries/b.ipynb", _notebook("\n".join(_STUCK.splitlines()[1:3]), "pytb"))
    for _ in range(2):
        said = [one for one in journal.build().diagnostics if one.code == "code-plain"]
        assert [(one.severity, str(one.location)) for one in said] == [
            ("notice", f"{_ENTRY}:3:1"), ("notice", "entries/2026-03-02.md:3:1"), ("notice", "entries/b.ipynb")
        ]  # fmt: skip
        assert all("line 3 in f" in journal.text(page) for page in (_PAGE, "entries/2026-03-02/index.html"))
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    journal.write(_ENTRY, f"# Rye\n\n{_STUCK.replace(' in', ', in')}")
    journal.build()
    assert '<span class="e">Traceback' in journal.text(_PAGE)
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))


def test_the_previews_page_answers_and_again_once_the_text_is_mended(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write(_ENTRY, "# Rye\n")
    preview = Preview(journal.request())
    preview.reload()
    journal.write(_ENTRY, f"# Rye\n\n{_STUCK}")
    assert b"line 3 in f" in preview.answer(f"/notes/{_PAGE}").content
    preview.reload()
    assert [one.code for one in preview.warnings if one.severity == "notice"] == ["code-plain"]
    journal.write(_ENTRY, "# Rye\n\nMended.\n")
    assert b"Mended." in preview.answer(f"/notes/{_PAGE}").content
