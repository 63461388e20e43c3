"""What others begin from is what the code writes, and a release is refused where something is missing."""

from __future__ import annotations

import subprocess
import sys
from operator import itemgetter
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
import yaml

from docs.make_template import TEMPLATE, write_template
from journal_site import __version__
from journal_site.cli import run
from tests.packaging.conftest import ROOT

UnreadyError, check_tag, notes_of, version_of = itemgetter("UnreadyError", "check_tag", "notes_of", "version_of")(
    run_path(str(ROOT / ".ci/release.py"))
)

CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n- More.\n\n## [1.1] - 2026-01-02\n\n- Bread.\n\n## [1.0]\n\n- Flour.\n"


def files_of(folder: Path) -> dict[str, bytes]:
    kept = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def test_the_template_repository_is_what_init_makes(tmp_path: Path) -> None:
    write_template(tmp_path / "template")
    assert files_of(tmp_path / "template") == files_of(TEMPLATE)
    assert b'JOURNAL: "journal-site==' + __version__.encode() in (TEMPLATE / ".github/workflows/pages.yml").read_bytes()
    (tmp_path / "template/entries/2026-01-31.md").write_text("My first day.\n", encoding="utf-8")
    assert (
        run(["build", "-q", "--strict", "-j", "1", "--today", "2026-02-01", "--source", str(tmp_path / "template")])
        == 0
    )


@pytest.mark.parametrize(("version", "notes"), [("1.1", "- Bread.\n"), ("1.0", "- Flour.\n")])
def test_the_notes_of_a_release_are_its_section(version: str, notes: str) -> None:
    assert notes_of(CHANGELOG, version) == notes


def test_what_is_missing_is_told() -> None:
    with pytest.raises(UnreadyError, match="no section"):
        notes_of(CHANGELOG, "2.0")
    with pytest.raises(UnreadyError, match="says no version"):
        version_of("version = 1")
    with pytest.raises(UnreadyError, match="the tag is"):
        check_tag("v1.0", "1.1")
    check_tag("", "1.1")


def test_this_version_has_its_notes() -> None:
    done = subprocess.run(
        [sys.executable, "-I", ROOT / ".ci/release.py", "notes"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip()


def test_the_action_gives_what_the_report_has() -> None:
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(action["inputs"]) == {"path", "version", "strict"}
    assert set(action["outputs"]) == {"pages", "seconds", "size"}
    assert [step["shell"] for step in action["runs"]["steps"] if "run" in step] == ["bash", "bash"]


@pytest.mark.parametrize("strict", ["true", "false"])
def test_the_action_builds(tmp_path: Path, strict: str) -> None:
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (tmp_path / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries/2026-01-01.md").write_text("Rye, [lost](nowhere.md).\n", encoding="utf-8")
    commands = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-c", action["runs"]["steps"][-1]["run"]],
        env={"PATH": f"{commands}:/usr/bin:/bin", "FOLDER": str(tmp_path), "STRICT": strict,
             "GITHUB_OUTPUT": str(tmp_path / "output")},
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert done.returncode == (1 if strict == "true" else 0), done.stderr
    if strict == "false":
        told = dict(line.split("=") for line in (tmp_path / "output").read_text(encoding="utf-8").splitlines())
        assert (int(told["pages"]) > 1, float(told["seconds"]) > 0, int(told["size"]) > 1000) == (True, True, True)


def test_the_hooks_are_a_strict_build_and_a_check_that_asks_nobody() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"]: hook["entry"] for hook in hooks} == {
        "journal": "journal build --strict --quiet",
        "journal-check": "journal check --quiet",
    }
    assert [hook["pass_filenames"] for hook in hooks] == [False, False]
