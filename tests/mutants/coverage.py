"""Which tests run which lines, and how long each takes: from one run with coverage's contexts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from coverage import CoverageData

from tests.mutants.rooms import PASSED_OVER, ROOMS


class Covered(NamedTuple):
    """What a room's tests run."""

    lines: dict[str, dict[int, list[str]]]
    """By file and line, the tests that run it."""
    seconds: dict[str, float]
    """Of each test."""

    def of_line(self, path: str, line: int) -> list[str]:
        """Return the tests that run a line, the shortest first."""
        return sorted(self.lines.get(path, {}).get(line, ()), key=self.seconds.__getitem__)

    def of_file(self, path: str) -> list[str]:
        """Return the tests that run any line of a file, the shortest first; all where none does."""
        found = {test for tests in self.lines.get(path, {}).values() for test in tests}
        return sorted(found or self.seconds, key=self.seconds.__getitem__)


def environment(tree: Path) -> dict[str, str]:
    """Return what tests in a copy of the tree are to see."""
    return {**os.environ, "PYTHONPATH": str(tree), "HYPOTHESIS_PROFILE": "same", "PYTHONHASHSEED": "0"}


def cover(room: str, tree: Path) -> Covered:
    """Run a room's tests in a copy of the tree. Raises SystemExit where one fails."""
    told, data = tree / "seconds.json", tree / ".coverage-mutants"
    data.unlink(missing_ok=True)
    (tree / "coveragerc").write_text(
        f"[run]\nsource = journal_site/{room}\nrelative_files = true\ndata_file = {data}\n", encoding="utf-8"
    )
    ran = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "tests.mutants.timing",
            "--cov", "--cov-config=coveragerc", "--cov-context=test", "--cov-report=", *ROOMS[room],
        ],
        cwd=tree, env={**environment(tree), "MUTANTS_SECONDS": str(told)}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(f"the tests of {room} fail as they are:\n{ran.stdout[-3000:]}{ran.stderr[-500:]}")
    seconds: dict[str, float] = json.loads(told.read_text(encoding="utf-8"))
    covered = CoverageData(str(data))
    covered.read()
    lines: dict[str, dict[int, list[str]]] = {}
    for path in covered.measured_files():
        by_line = covered.contexts_by_lineno(path)
        lines[path] = {
            line: sorted({test for context in each if (test := context.rpartition("|")[0]) in seconds})
            for line, each in by_line.items()
        }
    return Covered(lines, seconds)


def passed_over(test: str) -> bool:
    """Tell whether a test is not asked."""
    return any(part in test for part in PASSED_OVER)
