# ruff: noqa: E501 - lines of logs
"""Tables of days, and lists that know the dates of files."""

from __future__ import annotations

import datetime as dt

from journal_site.model.outline import Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline

OPTIONS = SourceOptions(today=dt.date(2026, 3, 1))


def rows(text: str, *, named: bool = True) -> list[Slice]:
    source = Source(path="README.md", folder="README.md" if named else ".", text=text, log=True)
    return [part for part in read_outline(source, OPTIONS).slices if part.table]


def test_rows_have_day_date_title_target_and_the_rest() -> None:
    first, second = rows(
        "| Day | Date | Description | Code | Mood |\n|---|:---|---|---|---|\n"
        "| 1 | 2025-03-10 | Vector addition | [Link](./day001/) | 🙂 |\n| 2-3 | 2025-03-11 | Matrix \\| tensor | [Link](./day002/) | tired |\n",
    )
    assert (first.days, first.title, first.target, first.text) == ((1,), "Vector addition", "./day001/", "**Mood:** 🙂")
    assert first.candidates[0].source == "table"
    assert first.candidates[0].dates == (dt.date(2025, 3, 10),)
    assert (second.days, second.title, second.line) == ((2, 3), "Matrix | tensor", 4)


def test_a_row_whose_day_is_a_link() -> None:
    (first, _) = rows(
        "Day | Task\n--- | ---\n[Day 88-90](https://github.com/a/b/tree/master/Day88-90) | Classes<br>More\nDay 91 | x\n"
    )
    assert first.days == (88, 89, 90)
    assert first.target == "https://github.com/a/b/tree/master/Day88-90"
    assert first.title == "Classes More"


def test_rows_that_name_their_days_need_no_head() -> None:
    assert [row.days for row in rows("| | |\n|---|---|\n| Day 1 | a |\n| Day 2 | b |\n")] == [(1,), (2,)]


def test_other_tables_are_no_days() -> None:
    assert rows("| Book | Status |\n|---|---|\n| 1. [A](a) | done |\n| 2. [B](b) | |\n") == []
    assert rows("| x | y |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n") == []
    assert rows("```\n| Day | x |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n```\n") == []


def test_lists_lend_their_dates() -> None:
    text = "# TIL\n\n## sqlite\n* [Rows](https://github.com/a/til/blob/main/sqlite/rows.md) - 2020-04-19\n* [Cells](sqlite/cells.md) - 2020-05-01\n* [Elsewhere](https://e.org/x) - 2020-05-02\n"
    found = rows(text, named=False)
    assert [(row.target, row.title, row.text) for row in found] == [
        ("https://github.com/a/til/blob/main/sqlite/rows.md", "", ""),
        ("sqlite/cells.md", "", ""),
    ]
    assert [str(row.candidates[0].dates[0]) for row in found] == ["2020-04-19", "2020-05-01"]


def test_chinese_and_german_tables() -> None:
    assert [row.days for row in rows("| 天数 | 内容 |\n|---|---|\n| 第1天 | a |\n| 第2天 | b |\n")] == [(1,), (2,)]
    assert [
        str(row.candidates[0].dates[0])
        for row in rows("| Datum | Was |\n|---|---|\n| 13.3.2021 | a |\n| 14.3.2021 | b |\n")
    ] == ["2021-03-13", "2021-03-14"]
