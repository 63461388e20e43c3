"""What a command tells, in text and as JSON."""

import datetime as dt
import io
import json

import pytest

from journal_site.commands.report import print_diagnostics, print_report
from journal_site.errors import Diagnostic, Location, Severity
from journal_site.model.outline import Omission
from journal_site.model.page import BuildReport


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def problem(
    severity: Severity, path: str, line: int = 0, column: int = 0, excerpt: str = "", hint: str = ""
) -> Diagnostic:
    place = Location(path=path, line=line, column=column)
    return Diagnostic(
        severity=severity, code="some-code", message="a thing", location=place, excerpt=excerpt, hint=hint
    )


def printed(*problems: Diagnostic) -> str:
    stream = io.StringIO()
    print_diagnostics(problems, stream=stream)
    return stream.getvalue()


def test_problems_are_sorted_with_line_caret_and_hint() -> None:
    text = printed(
        problem("warning", "b.md"),
        problem("error", "a.md", 12, 1, "tgas: [a]", "did you mean 'tags'?"),
        problem("error", "a.md", 2, 8, "title: [x"),
    )
    assert text == (
        "a.md:2:8: error: a thing [some-code]\n"
        "  2 | title: [x\n"
        "    |        ^\n"
        "a.md:12:1: error: a thing [some-code]\n"
        "  12 | tgas: [a]\n"
        "     | ^\n"
        "  hint: did you mean 'tags'?\n"
        "b.md: warning: a thing [some-code]\n"
        "2 errors, 1 warning\n"
    )


def test_no_problem_prints_nothing() -> None:
    assert printed() == ""


def caret_below(line: str, column: int) -> str:
    """Return what stands above the caret, to the end of the line."""
    _, shown, caret, _ = printed(problem("error", "a", 1, column, line)).splitlines()
    at = caret.index("^")
    cells = "".join(sign * (2 if ord(sign) > 0x2FFF else 1) for sign in shown)
    return cells[at : at + 4]


def test_the_caret_stands_below_its_character() -> None:
    assert caret_below("abcdefgh", 3) == "cdef"
    assert caret_below("\tab\tcdef", 5) == "cdef"
    assert caret_below("日本語cdef", 4) == "cdef"
    assert caret_below("x" * 300 + "cdef" + "y" * 300, 301) == "cdef"
    assert caret_below("x" * 300 + "cdef", 301) == "cdef"


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown = printed(problem("error", "a", 1, 300, "x" * 600)).splitlines()[1]
    assert len(shown) < 120
    assert shown.count("…") == 2


def test_texts_cannot_steer_the_terminal() -> None:
    text = printed(problem("error", "a\x1b[2J.md", 1, 1, "\x1b]0;owned\x07 \u202eabc", "\x1b[31m"))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, no_color: str, *, coloured: bool) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    print_diagnostics([problem("error", "a.md", 1, 1, "x", "y")], stream=stream)
    assert ("\x1b[" in stream.getvalue()) is coloured
    assert "\x1b[" not in printed(problem("error", "a.md"))


def test_json_says_the_same() -> None:
    stream = io.StringIO()
    print_diagnostics(
        [problem("error", "a.md", 2, 8, "x", "do y"), problem("notice", "a.md")], as_json=True, stream=stream
    )
    first, second = json.loads(stream.getvalue())["diagnostics"]
    assert second == {
        "severity": "error", "code": "some-code", "message": "a thing", "path": "a.md", "line": 2, "column": 8,
        "hint": "do y",
    }  # fmt: skip
    assert first["line"] is None


REPORT = BuildReport(
    output="_site",
    entries=1,
    notes=2,
    pages=12,
    written=("index.html", "feed.xml"),
    removed=("old.html",),
    unchanged=9,
    left_out=(Omission(path="a.md", line=3, text="Day 4", reason="a draft"),),
    diagnostics=(problem("warning", "a.md"),),
    seconds=1.234,
    size=1_240_000,
    today=dt.date(2026, 3, 10),
    sources=(("entries", 12), ("README.md", 1)),
    largest=(("style.css", 26_000),),
)


def test_a_build_is_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(REPORT)
    out, err = capsys.readouterr()
    assert out == (
        "left out: a.md:3: 'Day 4' a draft\n"
        "_site: 1 entry, 2 notes, 12 pages, 1.2 MB (2 written, 9 unchanged, 1 removed) in 1.23 s\n"
    )
    assert err.endswith("1 warning\n")


def test_verbose_names_the_files_and_quiet_only_errors(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(REPORT, verbose=True)
    out = capsys.readouterr().out
    assert "written: feed.xml\nremoved: old.html\n" in out
    assert "source: entries (12 texts)\nsource: README.md (1 text)\n" in out
    assert "today: 2026-03-10, address: not known (url in site.yaml)\n" in out
    print_report(REPORT, quiet=True)
    assert capsys.readouterr() == ("", "")


def test_the_report_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(REPORT, as_json=True)
    record = json.loads(capsys.readouterr().out)
    assert record["left_out"] == [{"path": "a.md", "line": 3, "text": "Day 4", "reason": "a draft"}]
    assert (record["written"], record["pages"], record["diagnostics"][0]["severity"]) == (
        ["index.html", "feed.xml"],
        12,
        "warning",
    )


def test_an_encoding_that_lacks_a_letter_is_no_error() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    print_diagnostics([problem("error", "é.md")], stream=stream)
    assert raw.getvalue().startswith(b"\\xe9.md: error")
