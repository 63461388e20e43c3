"""Every diagnostic code has a folder that provokes it, and what is then printed is what `expected.txt` holds.

A folder is named after its code, with `.variant` behind it where a code has many. `input/` is the journal;
`command.txt` holds the command's words where they are not those of a plain build. What a folder cannot hold is in
`preparations`. `--update-golden` writes `expected.txt` anew.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from journal_site.cli import run
from tests.invalid_sites.codes import used_codes
from tests.invalid_sites.preparations import PREPARATIONS

HERE = Path(__file__).resolve().parent
CASES = sorted(folder.parent.name for folder in HERE.glob("*/expected.txt"))
BUILD = "build --today 2026-03-10 -j 1"
PASSED_ON = re.compile(
    r"(?<=: error: ).+(?= \(for the page \S+\) \[template-error\])"
    r"|(?<=the formula cannot be read: ).+(?= \[math-invalid\])"
)
"""What Jinja and Temml say of a template and a formula: it is passed on in their words, which are theirs to change."""


@pytest.mark.parametrize("case", CASES)
def test_what_is_printed(
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    journal = tmp_path / "journal"
    if (HERE / case / "input").is_dir():
        shutil.copytree(HERE / case / "input", journal)
    journal.mkdir(exist_ok=True)
    monkeypatch.chdir(journal)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    command = HERE / case / "command.txt"
    words = command.read_text(encoding="utf-8").split() if command.is_file() else BUILD.split()
    with PREPARATIONS[case](journal, monkeypatch) as more:
        before = _sites_files(journal)
        status = run([*words, *more])
    told = capsys.readouterr().err.replace(str(tmp_path), "/home/me")
    printed = PASSED_ON.sub("…", re.sub(r"(port )\d+", r"\1N", told)) + f"exit {status}\n"
    if status and words[0] == "build":
        assert _sites_files(journal) == before, "a build with an error changes nothing in the site"
    expected = HERE / case / "expected.txt"
    if request.config.getoption("--update-golden"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert f"[{case.partition('.')[0]}]" in printed


def _sites_files(journal: Path) -> dict[str, bytes]:
    files = (path for path in sorted(journal.glob("_site/**/*")) if path.is_file())
    return {path.relative_to(journal).as_posix(): path.read_bytes() for path in files}


def test_no_code_lacks_a_folder() -> None:
    provoked = {case.partition(".")[0] for case in CASES}
    # What these tell hangs on what happens between two looks, or on a remote: their own tests provoke it.
    for pattern in (
        "importing/test_*.py",
        "exporting/test_*.py",
        "unit/serve/test_*.py",
        "commands/test_publish.py",
        "commands/test_check.py",
        "commands/test_readme.py",
        "unit/publishing/test_readme_marks.py",
        "unit/checking/*.py",
    ):
        for test in HERE.parent.glob(pattern):
            provoked |= set(re.findall(r'["[]([a-z]+(?:-[a-z]+)*)["\]]', test.read_text(encoding="utf-8")))
    used = used_codes()
    assert {code: used[code] for code in sorted(used.keys() - provoked)} == {}


def test_no_folder_is_left_of_a_code_that_is_gone() -> None:
    folders = {folder.name for folder in HERE.iterdir() if folder.is_dir() and folder.name != "__pycache__"}
    assert sorted(folders) == CASES
    assert {case.partition(".")[0] for case in CASES} - used_codes().keys() == set()
