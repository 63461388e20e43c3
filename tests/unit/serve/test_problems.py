"""Each problem is told once in the terminal, and when it is mended."""

import pytest

from journal_site.errors import Diagnostic, Location
from journal_site.serve.problems import ReportedProblems


class Terminal:
    """What a terminal shows."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.told = ReportedProblems(lambda problems: self.lines.extend(map(str, problems)), self.lines.append)

    def new_lines(self) -> list[str]:
        lines = list(self.lines)
        self.lines.clear()
        return lines


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def problem(path: str = "a.md", line: int = 3, message: str = "no such day") -> Diagnostic:
    return Diagnostic(severity="warning", code="odd", message=message, location=Location(path=path, line=line))


def test_a_problem_is_told_once_wherever_it_moves(terminal: Terminal) -> None:
    terminal.told.read([problem()], whole=True)
    assert terminal.new_lines() == ["a.md:3:1: warning: no such day [odd]"]
    terminal.told.read([problem(line=9)], whole=True)
    assert terminal.new_lines() == []


def test_a_second_one_of_a_kind_is_told(terminal: Terminal) -> None:
    terminal.told.read([problem()], whole=True)
    terminal.new_lines()
    terminal.told.read([problem(line=2), problem(line=5)], whole=True)
    assert terminal.new_lines() == ["a.md:5:1: warning: no such day [odd]"]


def test_what_is_mended_is_said_and_told_again_when_it_is_back(terminal: Terminal) -> None:
    terminal.told.read([problem()], whole=True)
    terminal.told.read([], whole=True)
    assert terminal.new_lines()[1:] == ["mended: a.md: warning: no such day [odd]"]
    terminal.told.read([problem()], whole=True)
    assert len(terminal.new_lines()) == 1


def test_a_reading_that_failed_mends_nothing(terminal: Terminal) -> None:
    terminal.told.read([problem()], whole=True)
    terminal.told.read([problem("site.yaml")], whole=False)
    terminal.new_lines()
    terminal.told.read([problem()], whole=True)
    assert terminal.new_lines() == ["mended: site.yaml: warning: no such day [odd]"]


def test_a_template_that_fails_on_many_pages_is_told_once_a_reading(terminal: Terminal) -> None:
    for page in ("one", "two"):
        terminal.told.meet([problem("templates/entry.html", message=f"no field (for the page {page})")])
    assert len(terminal.new_lines()) == 1
    terminal.told.read([], whole=True)
    terminal.told.meet([problem("templates/entry.html")])
    assert len(terminal.new_lines()) == 1
