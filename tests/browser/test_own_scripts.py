"""A script of the author's own runs where site.yaml admits it by the checksum that a build tells, and only there."""

import re
from pathlib import Path

import pytest

from journal_site.cli import run
from tests.browser.conftest import Browse, Serve

SCRIPT = '<script>document.documentElement.dataset.counted = "yes";</script>\n'


def built(folder: Path, settings: str, capsys: pytest.CaptureFixture[str]) -> tuple[Path, str]:
    """Build a journal with the script in each page's head; return its site, and what the build says."""
    for path, text in {
        "entries/2026-03-01.md": "Rye.\n",
        "templates/head_extra.html": SCRIPT,
        "site.yaml": f"title: Bread\n{settings}",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    assert run(["build", "--source", str(folder), "--today", "2026-03-10", "-j", "1"]) == 0
    return folder / "_site", capsys.readouterr().err


def test_a_script_that_is_admitted_by_its_checksum_runs(
    tmp_path: Path, browse: Browse, serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    site, told = built(tmp_path, "", capsys)
    asked = re.search(r"hint: admit it in site\.yaml: (csp: .+)", told)
    assert asked
    with browse(strict=False) as visit:
        page = visit.go(serve(site, "/before/"))
        assert page.evaluate("document.documentElement.dataset.counted") is None
    site, told = built(tmp_path, asked[1] + "\n", capsys)
    assert "script-kept-out" not in told
    with browse() as visit:
        page = visit.go(serve(site, "/after/"))
        assert page.evaluate("document.documentElement.dataset.counted") == "yes"
