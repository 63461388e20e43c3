# ruff: noqa: E501 - lists of lines
"""What holds of every outline, whatever the text: nothing raises, no line is lost, and growing changes nothing else."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.outline import Outline, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline

OPTIONS = SourceOptions(today=dt.date(2024, 3, 1))
WORD = re.compile(r"[^\W_]+")


def log(text: str, options: SourceOptions = OPTIONS) -> Outline:
    return read_outline(Source(path="log.md", folder="log.md", text=text, log=True), options)


def readme(text: str) -> Outline:
    return read_outline(Source(path="notes/README.md", folder="notes", text=text, log=True), OPTIONS)


def entry(text: str, path: str = "notes/2024-01-02.md") -> Outline:
    return read_outline(Source(path=path, folder="notes", text=text), OPTIONS)


DAYS = ["## Day {n}", "### Day {n}: Trees", "# Topic | Day {n}", "## 2021-03-{n:02}", "### {n} March", "**Day {n}**", "- Day {n}: did this", "Day {n}: plain",
        "## March {n}, 2021", "### R2D{n}", "## {n}", "<summary>Day {n}</summary>", "#Day {n}", "Day {n}\n---", "## Day ?", "## Day {n}: _Topic_", "## Day {n}: skipped"]  # fmt: skip
OTHERS = ["", "text", "```", "~~~python", "<!--", "-->", "# Title", "## Section", "#### Sub", "- item", "    code", "---", "[x]: https://e.org", "| Day | What |",
          "|---|---|", "| 3 | Loops |", "[^1]: note", "> quote", "Tags: a, b", "#tag", "Date: 2021-03-04", "<details>", "</details>", "$$", "* [a](b.md) - 2021-03-01"]  # fmt: skip

LINES = st.one_of(
    st.builds(lambda form, n: form.format(n=n), st.sampled_from(DAYS), st.integers(0, 40)),
    st.sampled_from(OTHERS),
    st.text(max_size=30).filter(lambda text: "\n" not in text),
)
TEXTS = st.lists(LINES, max_size=40).map("\n".join)


def words_of(outline: Outline) -> set[str]:
    texts = [
        text for part in outline.slices for text in (part.front, part.heading, part.title, part.text, *part.parents)
    ]
    return set(WORD.findall(" ".join([*texts, *(one.text for one in outline.omitted)])))


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    assert set(WORD.findall(text)) - words_of(log(text)) - {"details", "summary"} == set()
    assert set(WORD.findall(text)) - words_of(readme(text)) - {"details", "summary"} == set()
    assert set(WORD.findall(text)) - words_of(entry(text)) == set()


@given(TEXTS)
def test_lines_are_where_they_are_said_to_be(text: str) -> None:
    lines = text.split("\n")
    for part in log(text).slices:
        if part.table:
            continue
        if part.heading:
            assert part.heading in lines[part.heading_line - 1].replace("\ufe0f", ""), part
        if part.text and part.line != part.heading_line:
            assert part.text.split("\n")[0].strip() in lines[part.line - 1], part


@given(TEXTS)
def test_slices_are_in_the_order_of_the_source(text: str) -> None:
    places = [part.line for part in log(text).slices if not part.table]
    assert places == sorted(places)


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    log(text)
    readme(text)
    entry(text)
    entry(text, "notes/Day 5.md")


@given(st.text(max_size=40))
def test_no_path_makes_it_raise(name: str) -> None:
    entry("# Day 5\n\ntext", f"notes/{name}.md")
    entry("# Day 5\n\ntext", f"{name}/README.md")


def identity(part: Slice) -> tuple[object, ...]:
    dates = next((one.dates for one in part.candidates if one.dates), ())
    return part.kind, part.days, part.round, dates, part.title, part.text


HEADINGS: dict[str, Callable[[int], str]] = {
    "number": lambda n: f"## Day {n}",
    "number and date": lambda n: f"## Day {n}: {dt.date(2020, 12, 1) + dt.timedelta(days=n)}",
    "date": lambda n: f"### {dt.date(2020, 12, 1) + dt.timedelta(days=n):%d %B %Y}",
    "month first": lambda n: f"### {dt.date(2020, 12, 1) + dt.timedelta(days=n):%B %d, %Y}: Trees",
    "round": lambda n: f"### R{n // 30 + 1}D{n % 30 + 1}",
    "bold": lambda n: f"**Day {n} of 100**",
    "item": lambda n: f"- Day {n}: Trees",
}


@pytest.mark.parametrize("form", HEADINGS)
@given(days=st.integers(3, 60), backwards=st.booleans())
def test_a_day_more_where_the_log_grows_changes_no_other(form: str, days: int, backwards: bool) -> None:  # noqa: FBT001
    heading = HEADINGS[form]
    written = [f"{heading(n)}\n\n  Some text of day {n}." for n in range(1, days + 2)]
    before, after = (written[:-1], written) if not backwards else (written[:-1][::-1], written[::-1])
    old = log("# My log\n\n" + "\n\n".join(before) + "\n")
    new = log("# My log\n\n" + "\n\n".join(after) + "\n")
    assert len(old.slices) == days + 1
    assert {identity(part) for part in old.slices} <= {identity(part) for part in new.slices}
    assert len(new.slices) == days + 2


def growth(read: Callable[[str], object], text: str) -> float:
    """Return how many times as long a text takes to read as an eighth of it: 8 where time is in step with size.

    Reading that grows with the square of the size takes 64 times as long, on whatever machine. What takes less than
    the twentieth of a second counts as that, as chance rules there.
    """
    eighth = text[: len(text) // 8]
    small = min(_seconds(read, eighth) for _ in range(2))
    return max(_seconds(read, text), 0.05) / max(small, 0.05)


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


PARAGRAPH = "We read about attention, and wrote 3 programs that show how it works. "


@pytest.mark.parametrize(
    "heading", ["## Day {n}: Trees", "**Day{n} of 300Days!**", "### {n} words", "- Day {n}: Trees"]
)
def test_a_log_takes_time_in_step_with_its_size(heading: str) -> None:
    text = "\n\n".join(f"{heading.format(n=n)}\n\n{PARAGRAPH * 19}" for n in range(1, 301))
    assert len(text) > 400_000
    assert growth(log, text) < 24


@pytest.mark.parametrize("heading", ["## {date}", "- {date}", "- {date}: trees", "**{date}**", "## {date:%d %B}"])
def test_dates_take_time_in_step_with_their_number(heading: str) -> None:
    first = dt.date(1990, 1, 1)
    lines = [heading.format(date=first + dt.timedelta(days=n)) for n in range(8000)]
    assert growth(log, "\n\nSome words.\n\n".join(lines)) < 16


@pytest.mark.parametrize(
    "line",
    ["a" * 1_000_000, "# " + "Day 5 " * 170_000, "**" * 500_000, "[" * 1_000_000, "- [Day 1](" + "(" * 1_000_000, "|" * 1_000_000, "`" * 1_000_000,
     "#" * 1_000_000, " " * 1_000_000, "1 " * 500_000, "\n" * 1_000_000, "Date: " + "1-" * 500_000, "<!-- " * 200_000, "|-" * 500_000, "{{" * 400_000,
     "title: x\n" * 100_000, "```a\n" * 100_000, "<pre>\n" * 100_000, "- Day 1\n" * 50_000, "## 5\n" * 50_000, "| 1 | a |\n|---|---|\n" * 20_000, "[a]: b\n" * 50_000],
    ids=lambda line: repr(line[:12]),
)  # fmt: skip
def test_a_hostile_megabyte_takes_time_in_step_with_its_size(line: str) -> None:
    assert growth(log, line) < 24
    assert growth(entry, line) < 24
