"""Lines that nearly head a day: each is told with its reason, and with what would make a day of it."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.model.outline import NearDay
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.dates.days import read_mark
from journal_site.reading.dates.heading_example import example_of, read_by_example, read_example
from journal_site.reading.outline.near_days import near_days
from journal_site.reading.outline.read import read_outline

OPTIONS = SourceOptions(today=dt.date(2024, 3, 1))
DAYS = "# Log\n\n" + "".join(f"## Day {n}\n\nPart {n}.\n\n" for n in (1, 2, 3))


def near(text: str, path: str = "log.md", options: SourceOptions = OPTIONS) -> list[NearDay]:
    folder = path if path == "log.md" else "entries"
    return near_days(Source(path=path, folder=folder, text=text, log=path == folder), options)


@pytest.mark.parametrize(("line", "reason", "settles"), [
    ("#### Day 9: Heaps", "it is a heading of level 4, and here a heading of level 2 heads a day",
     "#### Day {N}: {title}"),
    ("- Day 9: heaps", "it is a list item, and here a heading of level 2 heads a day", "- Day {N}: {title}"),
    ("**Day 9** heaps", "it is a bold line, and here a heading of level 2 heads a day", "**Day {N}** {title}"),
    ("#### Looking back on Day 2", "other words stand before its day", "#### {title} Day {N}"),
    ("#### What we did on 2024-01-03 and why", "its date stands amid other words",
     "#### What we did on {YYYY}-{M}-{D} and why"),
    ("```\n## Day 9\n```", "it stands in code, in a comment or in HTML", ""),
    ("<!--\n## 2024-01-03\n-->", "it stands in code, in a comment or in HTML", ""),
    ("#### Day X", "its number is left to be filled in", ""),
])  # fmt: skip
def test_why_a_line_beside_days_heads_none(line: str, reason: str, settles: str) -> None:
    (told,) = near(f"{DAYS}{line}\n\nWords.\n")
    assert (told.reason, told.settles) == (reason, settles)
    assert told.line == DAYS.count("\n") + 1 + line.count("\n") // 2
    assert told.text in line.splitlines()


@pytest.mark.parametrize(("path", "text", "reason"), [
    ("entries/trees.md", "# Trees\n\n## Day 1\n\na\n\n## Day 2\n\nb\n",
     "the file is one entry: 2 of the 3 such headings that make it a log"),
    ("entries/2024-01-03.md", "# Trees\n\n## Day 1\n\na\n", "the file is one entry, whose day its name tells"),
    ("log.md", "# Log\n\n- 2024-01-03 heaps\n", "1 of the 3 such lines, one after the other, that make days"),
])  # fmt: skip
def test_why_a_file_is_no_log(path: str, text: str, reason: str) -> None:
    assert [one.reason for one in near(text, path)] == [reason]


def test_what_heads_days_is_not_told() -> None:
    dated = "# Log\n\n## Day 1\n\nDate: 2024-01-03\n\nPart 1.\n\n## Day 2\n\nDate: 2024-01-04\n\nPart 2.\n"
    assert near(DAYS) == near(dated) == near(DAYS + "## Day 4\n") == []


def test_the_first_line_below_a_days_heading_belongs_to_the_day() -> None:
    days = (f"## 2026-01-0{at}\nDay {at + 7} of my journey.\n\nMore.\n" for at in range(1, 5))
    source = Source(path="LOG.md", folder="LOG.md", text="\n".join(days), log=True)
    outline = read_outline(source, SourceOptions(today=dt.date(2026, 2, 1)))
    assert [part.days for part in outline.slices] == [(8,), (9,), (10,), (11,)]
    assert outline.diagnostics == ()


def test_lines_of_one_kind_are_told_once() -> None:
    (told,) = near(DAYS + "- Day 7: heaps\n- Day 8: tries\n- Day 9: sets\n")
    assert (told.text, told.more) == ("- Day 7: heaps", 2)


def test_words_that_stay_at_home_are_not_told() -> None:
    assert near(DAYS + "#### Day 9: Secret\n\n#private\n") == []


@pytest.mark.parametrize("line", [
    "## 2024-01-03: Heaps", "## 3 January 2024", "**Jan 3rd, 2024** Heaps", "- 3/1/2024 - Heaps", "### R2D7",
    "## Week 1, Day 3", "## Days 3-5 - Heaps", "> Wednesday, 2024.01.03 Heaps",
])  # fmt: skip
def test_what_settles_it_does(line: str) -> None:
    mark = read_mark(line.lstrip("#->* "))
    assert mark is not None
    example = example_of(line, mark)
    told = read_by_example(line, read_example(example))
    assert told is not None
    assert told.days == mark.days
    log = f"# Log\n\n{line}\n\nWords.\n"
    outline = read_outline(
        Source(path="log.md", folder="log.md", text=log, log=True),
        SourceOptions(today=OPTIONS.today, heading=(example,)),
    )
    assert [one.kind for one in outline.slices] == ["introduction", "entry"]
