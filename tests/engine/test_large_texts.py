"""A file too large to be a text is named with its size, and the rest goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal_site.errors import ContentError
from journal_site.reading.scan import sources
from tests.site_test import SiteTest


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST_TEXT", 2_000_000)


def test_in_a_folder_the_others_are_published(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    site.write("entries/2026-03-01.md", "# One\n\nWords.\n")
    site.write("entries/dump.md", "x" * 3_000_000)
    report = site.build()
    assert report.entries == 1
    assert [(one.code, one.location.path) for one in report.diagnostics] == [("source-unreadable", "entries/dump.md")]
    assert "3 MB" in report.diagnostics[0].message
    assert [one.path for one in report.left_out] == ["entries/dump.md"]


def test_a_log_that_is_named_is_an_error(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal", "title: T\nsources: [{path: LOG.md}]\n")
    site.write("LOG.md", "x" * 3_000_000)
    with pytest.raises(ContentError, match="its 3 MB are more"):
        site.build()
