"""Markdown in, HTML out: each file in `cases/` holds titles, inputs and outputs, parted by lines of one dot.

`{0}` stands for slot 0. `--update-golden` writes the outputs anew, to be looked at.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from journal_site.model.entry import SLOT
from journal_site.model.outline import Slice
from journal_site.reading.body.read import read_slice

CASES = Path(__file__).parent / "cases"
_SLOT = re.compile(f"{SLOT}(\\d+){SLOT}")


class Case(NamedTuple):
    """One case of a file."""

    file: str
    title: str
    text: str
    html: str


class NoCache:
    """A cache that keeps nothing."""

    def get(self, key: str) -> str | None:
        del key
        return None

    def put(self, key: str, fragment: str) -> None:
        """Forget it."""


def read_cases(path: Path) -> list[Case]:
    parts = re.split(r"^\.\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [Case(path.stem, title.strip(), text, html) for title, text, html in triples]


def write_cases(path: Path, cases: list[Case]) -> None:
    parts = [f"{case.title}\n.\n{case.text}.\n{html_of(case)}.\n" for case in cases]
    path.write_text("\n".join(parts), encoding="utf-8")


def html_of(case: Case) -> str:
    mode = "sanitised" if case.file == "html-sanitised" else "trusted"
    body = read_slice(Slice(kind="entry", text=case.text, line=1), "x.md", "", mode, NoCache()).html
    return _SLOT.sub(r"{\1}", body).rstrip("\n") + "\n"


FILES = sorted(CASES.glob("*.txt"))
ALL = [case for path in FILES for case in read_cases(path)]


@pytest.mark.parametrize(
    "case", [case for path in FILES for case in read_cases(path)], ids=lambda case: f"{case.file}: {case.title}"
)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        pytest.skip("outputs are written anew")
    assert html_of(case) == case.html


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_update(path: Path, request: pytest.FixtureRequest) -> None:
    cases = read_cases(path)
    assert cases
    if request.config.getoption("--update-golden"):
        write_cases(path, cases)
