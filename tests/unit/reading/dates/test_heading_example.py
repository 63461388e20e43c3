# ruff: noqa: E501 - each example is a line
"""Days by the example that their author gives."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.model.outline import Outline
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline


def outlined(example: str, text: str) -> Outline:
    source = Source(path="log.md", folder="log.md", text=text, log=True)
    return read_outline(source, SourceOptions(heading=tuple(example.split("\n")), today=dt.date(2024, 6, 1), year=2024))


@pytest.mark.parametrize(
    ("example", "text", "expected"),
    [
        (
            "- > {emoji} {M} 月 {D} 日（Day {N}）",
            "- > 🌞 3 月 1 日（Day 1）\n  did a\n- > ☁️ 3 月 2 日（Day 2）\n  did b\n",
            [((1,), "2024-03-01", ""), ((2,), "2024-03-02", "")],
        ),
        (
            "== {weekday} {M} {D}, {YYYY} == {title}",
            "== Fri March 1, 2024 == Trees\na\n\n== Sat April 3rd, 2024 ==\nb\n\n== nothing ==\n",
            [((), "2024-03-01", "Trees")],
        ),
        ("Day {N}: {D} {M}{any}", "Day 1-2: 2nd March: Rye\nDay 3: 4 Mar\na\n", [((1, 2), "2024-03-02", "Rye"), ((3,), "2024-03-04", "")]),
        ("### D{N} - {M}/{D}/{YY}", "### D1 - 3/1/24\na\n### D2 - 03/02/2024\nb\n", [((1,), "2024-03-01", ""), ((2,), "2024-03-02", "")]),
        ("## Day {N}: {D} {M}\n### Day {N}: {M} {D}\nDate: {D} {M}", "## Day 1: 1 March\na\n### Day 2: March 2\nb\n\nDate: 3 Mar\nc\n\nDate: once\n", [((1,), "2024-03-01", ""), ((2,), "2024-03-02", ""), ((), "2024-03-03", "")]),
        ("{M}/{D}\n> {D} {M}", "3/1\na\n> 2 March\nb\n", [((), "2024-03-01", ""), ((), "2024-03-02", "")]),
        ("Sprint {N}.", "Sprint 1.\na\nSprint 2 is long.\nSprint 2.\nb\n", [((1,), "", ""), ((2,), "", "")]),
        ("#### R{R}/{N} {title}", "## Day 1\n#### R2/1 Rye\na\n#### R2/2 Oats\nb\n", [((1,), "", "Rye"), ((2,), "", "Oats")]),
        ("[{any}] {YY}{any}{M}{any}{D}", "[x] 24-3-1\na\n[y] 24/3/2\nb\n", [((), "2024-03-01", ""), ((), "2024-03-02", "")]),
    ],
)  # fmt: skip
def test_the_lines_that_are_as_the_example_head_days(
    example: str, text: str, expected: list[tuple[tuple[int, ...], str, str]]
) -> None:
    days = [part for part in outlined(example, text).slices if part.kind == "entry"]
    dates = [next((str(one.dates[0]) for one in part.candidates if one.dates), "") for part in days]
    assert [(part.days, date, part.title) for part, date in zip(days, dates, strict=True)] == expected


def test_one_that_no_line_is_like_shows_the_nearest() -> None:
    outline = outlined("### Dya {N}: {title}", "# Log\n\nWords.\n\n### Day 1: Rye\n\nMore.\n")
    assert [(one.code, one.location.line, one.excerpt) for one in outline.diagnostics] == [
        ("heading-unlike", 5, "### Day 1: Rye")
    ]
