"""What lies below a source and is not read is named, file by file, with its reason; and what has no effect is told."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from journal_site.commands.report import report_record
from journal_site.config.codes import CHECKS
from journal_site.engine.build import build
from journal_site.errors import ConfigError, ContentError
from tests.site_test import SiteTest

_REPORTS = Path(__file__).resolve().parents[1] / "invalid_sites"


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal", "title: Bread\n")
    test.write("entries/2026-03-01.md", "Rye.\n")
    return test


def _told(journal: SiteTest) -> dict[str, str]:
    return {one.path: one.reason for one in journal.build().left_out}


def test_texts_of_other_kinds_are_named(journal: SiteTest) -> None:
    kinds = {
        "2026-03-02.qmd": "Quarto", "2026-03-03.Rmd": "R Markdown", "2026-03-04.org": "Org",
        "2026/03/05.txt": "plain text", "log.rst": "reStructuredText", "deep/er/2026-03-06.ADOC": "AsciiDoc",
    }  # fmt: skip
    for name in kinds:
        journal.write(f"entries/{name}", "Wheat.\n")
    assert _told(journal) == {f"entries/{name}": f"not Markdown but {kind}" for name, kind in kinds.items()}
    assert journal.build().written == ()
    assert len(report_record(journal.build())["left_out"]) == len(kinds)  # type: ignore[arg-type] # a list


def test_a_text_that_an_entry_gives_to_its_readers_is_not_left_out(journal: SiteTest) -> None:
    journal.write("entries/2026-03-02.md", "My [list](data/list.txt).\n")
    journal.write("entries/data/list.txt", "Flour.\n")
    journal.write("entries/data/other.txt", "Water.\n")
    assert _told(journal) == {"entries/data/other.txt": "not Markdown but plain text"}


def test_what_its_name_or_git_hides_is_named(journal: SiteTest) -> None:
    journal.write(".gitignore", "secret/\n*.bak.md\n")
    reasons = {
        "_plan.md": "its name begins with an underscore",
        ".plan.md": "its name begins with a dot",
        "LICENSE.md": "a file named 'LICENSE.md'",
        ".notes/deep/a.md": "in a folder whose name begins with a dot",
        "secret/deep/a.md": "git ignores it",
        "a.bak.md": "git ignores it",
        "empty/README.md": "nothing is written in it",
    }
    for name in reasons:
        journal.write(f"entries/{name}", "" if "empty" in name else "Rye.\n")
    assert _told(journal) == {f"entries/{name}": reason for name, reason in reasons.items()}


def test_records_of_git_packages_and_sites_are_not_looked_through(journal: SiteTest) -> None:
    journal.write("site.yaml", "title: Bread\nsources: ['.']\n")
    for name in (
        ".git/x.md",
        ".venv/pyvenv.cfg",
        ".venv/lib/a.txt",
        "old/.journal-site",
        "old/a.md",
        "node_modules/x.md",
    ):
        journal.write(name, "x\n")
    assert _told(journal) == {
        ".venv/": "in a folder whose name begins with a dot",
        "node_modules/": "packages of npm",
    }


def test_a_file_that_cannot_be_read_is_among_them(journal: SiteTest) -> None:
    (journal.root / "entries" / "latin.md").write_bytes(b"caf\xe9\n")
    (journal.root / "entries" / "gone.md").symlink_to("nowhere.md")
    assert _told(journal) == dict.fromkeys(("entries/gone.md", "entries/latin.md"), "it cannot be read")


def test_what_another_source_reads_is_not_left_out(journal: SiteTest) -> None:
    journal.write("site.yaml", "title: Bread\nsources: [entries, entries/_more]\n")
    journal.write("entries/_more/2026-03-02.md", "Wheat.\n")
    assert _told(journal) == {}


def test_so_many_folders_are_not_all_looked_through(journal: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal_site.reading.scan.passed_over._MOST_FOLDERS", 2)
    for name in "abc":
        journal.write(f"entries/_{name}/x.md", "Rye.\n")
    assert [*_told(journal)] == ["entries/_a/x.md", "entries/_b/x.md", "entries/_c/"]


# --- quiet -----------------------------------------------------------------------------------------------------------


def test_quiet_silences_a_code_also_for_strict(journal: SiteTest) -> None:
    journal.write("entries/2026-03-02.md", "![](a.png) and [that](gone.md)\n")
    strict = msgspec.structs.replace(journal.request(), strict=True)
    with pytest.raises(ContentError, match="image-alt"):
        build(strict)
    journal.write("site.yaml", "title: Bread\nquiet: image-alt, image-missing\n")
    assert {one.code for one in journal.build().diagnostics} == {"link-missing"}
    journal.write("site.yaml", "title: Bread\nquiet: [image-alt, image-missing, '[link-missing]']\n")
    assert build(strict).diagnostics == ()


def test_errors_are_never_quiet(journal: SiteTest) -> None:
    journal.write("entries/2026-03-02.md", "---\ntags: [a\ndraft: true\n---\nRye.\n")
    journal.write("site.yaml", "title: Bread\nquiet: front-matter-syntax\n")
    with pytest.raises(ContentError, match="front-matter-syntax"):
        journal.build()
    journal.write("site.yaml", "title: Bread\nquiet: [front-matter-date]\n")
    with pytest.raises(ConfigError, match=r"quiet\[1\]"):
        journal.build()


def test_what_quiet_may_name_is_what_builds_warn_of() -> None:
    built = {code for check in CHECKS for code in check.built.split()}
    told = re.compile(r": (?:warning|notice): .* \[([a-z0-9-]+)\]$", re.MULTILINE)
    builds = [case for case in _REPORTS.glob("*/expected.txt") if _is_build(case.parent / "command.txt")]
    assert {code for case in builds for code in told.findall(case.read_text(encoding="utf-8"))} == built


def _is_build(command: Path) -> bool:
    return not command.is_file() or command.read_text(encoding="utf-8").startswith("build")
