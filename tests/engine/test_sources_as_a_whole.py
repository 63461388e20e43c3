# ruff: noqa: E501 - each journal is a line
"""Journals whose files must be read together, each with what a person counts: entries, the first day, the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from journal_site.engine.explain import explain
from tests.site_test import SETTINGS, SiteTest, assert_same_tree

Files = dict[str, str]
WORDS = ("Read of loops and wrote a program.", "Fixed the parser; all tests pass.", "Watched a talk on graphs.")
TOPICS = ("loops", "trees", "graphs", "heaps", "tries", "sorting", "hashing", "search")


def text(number: int) -> str:
    return f"{WORDS[number % 3]} That was part {number} of it.\n"


def dates(first: str, count: int, step: int = 1) -> list[dt.date]:
    return [dt.date.fromisoformat(first) + dt.timedelta(days=step * number) for number in range(count)]


def named(form: str, first: str, count: int = 6, step: int = 1) -> Files:
    """Return a file for each of some dates, whose name is `form` with the date and the number `{n}`."""
    return {
        f"{day.strftime(form).format(n=number, topic=TOPICS[number % 8])}.md": text(number)
        for number, day in enumerate(dates(first, count, step), start=1)
    }


def log(form: str, first: str, count: int = 6, step: int = 1, title: str = "# Log") -> str:
    lines = [
        f"{day.strftime(form).format(n=n, words=text(n))}\n{text(n)}"
        for n, day in enumerate(dates(first, count, step), 1)
    ]
    return f"{title}\n\n" + "\n\n".join(lines)


def numbered(form: str, count: int = 8, body: str = "# Day {n}\n{words}") -> Files:
    return {form.format(n=n, topic=TOPICS[n % 8]): body.format(n=n, words=text(n)) for n in range(1, count + 1)}


JOURNALS: dict[str, tuple[Files, tuple[int, str, str]]] = {
    # names with several readings
    "day, month, year in names": (named("diary_%d_%m_%Y", "2020-02-06", step=7), (6, "2020-02-06", "2020-03-12")),
    "month, day, year in names": (named("%m-%d-%Y", "2021-03-02", 8, 4), (8, "2021-03-02", "2021-03-30")),
    "two figures, the month first": (named("log %m.%d.%y", "2023-12-09", 6, 5), (6, "2023-12-09", "2024-01-03")),
    "a day's number, then day and month": (named("2021/day-{n:02}-%d-%m", "2021-10-27"), (6, "2021-10-27", "2021-11-01")),
    "a day's date behind the word": (named("day-%d-%m-%y", "2021-01-27"), (6, "2021-01-27", "2021-02-01")),
    "ids with the time": (named("%Y%m%d0915 {topic}", "2021-04-13", 5, 2), (5, "2021-04-13", "2021-04-21")),
    "ids with seconds": (named("%Y%m%d091530", "2022-06-01", 5), (5, "2022-06-01", "2022-06-05")),
    "one figure for the day": ({f"2025-08-{n}-dog_day{n - 2}.md": text(n) for n in range(3, 9)}, (6, "2025-08-03", "2025-08-08")),
    "ranges in names": (named("%Y-%m-%d-to-{n:02}", "2024-01-01", 1) | {"2024-01-12-to-18.md": text(1), "2024-01-29_2024-02-02.md": text(2)}, (3, "2024-01-01", "2024-02-02")),
    "a number behind the date in a year's folder": ({"2023/12_10_19.md": text(1), "2023/12_11_08.md": text(2)}, (2, "2023-12-10", "2023-12-11")),
    "folders of a month and a day": ({f"{m:02}{d:02}/report.md": text(d) for m, d in ((10, 29), (10, 30), (10, 31), (11, 4), (11, 5))}, (5, "2025-10-29", "2025-11-05")),
    "files of a month and a day": ({f"log/{m:02}{d:02}.md": text(d) for m, d in ((2, 9), (2, 10), (2, 12), (2, 13))}, (4, "2026-02-09", "2026-02-13")),
    "folders of a year with files of a month and a day": ({f"2024/{m:02}{d:02}.md": text(d) for m, d in ((2, 9), (2, 10), (2, 12), (2, 13))}, (4, "2024-02-09", "2024-02-13")),
    "numbers of problems are no dates": ({f"{n:04}.md": text(n) for n in (101, 112, 206, 543, 1001, 1104)}, (6, "", "")),
    "numbers far apart are no dates": ({f"{n:04}.md": text(n) for n in (101, 206, 519, 1001, 1104)}, (5, "", "")),
    "days spelled out": ({f"day-{word}.md": text(n) for n, word in enumerate(("one", "two", "three", "four"))}, (4, "", "")),
    "days in words behind the place": ({f"{word}-day.md": text(n) for n, word in enumerate(("first", "second", "third"))}, (3, "", "")),
    "thai years of two figures": ({f"{n}-2-67.md": text(n) for n in (13, 14, 15)}, (3, "2024-02-13", "2024-02-15")),
    # which files are logs
    "a file a month": ({f"2023-{m:02}.md": log("## %Y-%m-%d", f"2023-{m:02}-03", 5, 3, "# Month") for m in (3, 4, 5)}, (15, "2023-03-03", "2023-05-15")),
    "a month of bare numbers": ({"2022/01.md": log("## %d", "2022-01-02", 6, 2), "2022.2.md": log("## %d", "2022-02-02", 6, 2)}, (12, "2022-01-02", "2022-02-12")),
    "a file for ten days": ({f"days-{a:03}-{a + 9:03}.md": "\n".join(f"## Day {n}\n{text(n)}" for n in range(a, a + 10)) for a in (1, 11)}, (20, "", "")),
    "a file a week, called by its first day": ({f"{day}.md": log("## %Y-%m-%d", f"{day}", 5) for day in dates("2022-02-07", 2, 7)}, (10, "2022-02-07", "2022-02-18")),
    "a log of bold dates among others": ({"diary.md": log("**%d %b %Y**\n", "2022-03-01")}, (6, "2022-03-01", "2022-03-06")),
    "a log of dated items among others": ({"log.md": log("- %d/%m/%Y (2h): {words}", "2021-02-11")}, (6, "2021-02-11", "2021-02-16")),
    "a guide with steps is none": ({"guide.md": "# Guide\n" + "".join(f"\n2. Step {n}\n\n{text(n)}" for n in range(9)), "2021-01-02.md": text(1)}, (2, "2021-01-02", "2021-01-02")),
    # folders
    "folders that hold one README": ({"README.md": "# Code\n"} | numbered("{n:02}-{topic}/README.md", body="# About it\n{words}"), (8, "", "")),
    "plans and rules beside days": (numbered("days/day{n}.md") | {"AGENTS.md": "# Agents\nUse tabs.", "docs/setup.md": "# Setup\nInstall it."}, (8, "", "")),
    "a plan of the days": (numbered("days/day{n}.md", body="# Day {n}\n{words}{words}") | {"PLAN.md": "# Plan\n" + "".join(f"\n## Day {n}\nTopic\n" for n in range(1, 31))}, (8, "", "")),
    "an example beside days": (numbered("days/day{n}.md") | {"days/EXAMPLE.md": "# Day 1\n\nHere I write what I did.", "days/00-example.md": "# Day 2\n\nAnd here."}, (8, "", "")),
    "a sample beside dated texts": (named("%Y-%m-%d", "2022-05-01") | {"sample-entry.md": "# 2022-05-09\n\nWhat I did.", "beispiel.md": text(1)}, (6, "2022-05-01", "2022-05-06")),
    "a text about examples is read": (named("%Y-%m-%d", "2022-05-01", 3) | {"2022-05-09-example.md": text(1), "regex-examples-day-12.md": text(2)}, (5, "2022-05-01", "2022-05-09")),
    "an example among topics is read": ({"docker/example.md": text(1), "docker/volumes.md": text(2), "go/maps.md": text(3)}, (3, "", "")),
    "a list of links to dated texts": (named("%Y-%m-%d-{topic}", "2022-05-01") | {"TOC.md": "# Contents\n\n" + "".join(f"- [{n}](2022-05-0{n}-x.md)\n" for n in range(1, 7))}, (6, "2022-05-01", "2022-05-06")),
    "a table of links to dated texts": (named("%Y-%m-%d", "2022-05-01") | {"overview.md": "<!-- made by a program -->\n\n| Day | Text |\n| --- | --- |\n" + "".join(f"| {n} | [Text](./2022-05-0{n}.md) |\n" for n in range(1, 7))}, (6, "2022-05-01", "2022-05-06")),
    "wikilinks to numbered days": (numbered("days/day{n}.md") | {"days/all.md": "".join(f"* [[day{n}]]\n" for n in range(1, 9))}, (8, "", "")),
    "links amid prose are an entry's": (named("%Y-%m-%d", "2022-05-01", 4) | {"2022-05-07.md": "".join(f"- We went on with what [that day](2022-05-0{n}.md) had left open.\n" for n in range(1, 5))}, (5, "2022-05-01", "2022-05-07")),
    "a graph's pages beside its days": (named("journals/%Y_%m_%d", "2023-07-25") | {"logseq/config.edn": "{}"} | {f"pages/{topic}.md": f"- {topic}\n" for topic in TOPICS}, (6, "2023-07-25", "2023-07-30")),
    "a graph's pages without days": ({"logseq/config.edn": "{}"} | {f"pages/{topic}.md": f"- {topic}\n" for topic in TOPICS}, (8, "", "")),
    "a graph's blank forms": (named("journals/%Y_%m_%d", "2023-07-25") | {"logseq/config.edn": "{}", "journals/2023_08_02.md": "- ## Tasks\n\t-\n- ## Reminders\n\t-\n"}, (6, "2023-07-25", "2023-07-30")),
    # kept twice
    "files and a collected log": (numbered("days/day{n}.md") | {"ALL.md": "# All\n" + "".join(f"\n## Day {n}\n{text(n)}" for n in range(1, 9))}, (8, "", "")),
    "a log and its copy": ({"log.md": log("## Day {n}: %Y-%m-%d", "2021-02-11"), "old/log.md": log("## Day {n}: %Y-%m-%d", "2021-02-11")}, (6, "2021-02-11", "2021-02-16")),
    "a copy beside a day": (named("%Y-%m-%d", "2022-05-01", 5) | {"2022-05-03 (1).md": text(3), "2022-05-04 copy.md": text(4)}, (5, "2022-05-01", "2022-05-05")),
    "two texts on one day are both kept": (named("%Y-%m-%d", "2022-05-01", 5) | {"2022-05-03-evening.md": text(7)}, (6, "2022-05-01", "2022-05-05")),
    # years
    "the year in a log's name": ({"diary-2019.md": log("## %d %B", "2019-03-01")}, (6, "2019-03-01", "2019-03-06")),
    "the year in the sentence of the start": ({"README.md": log("## %m月%d日", "2024-03-01", title="# 日志\n\n学习开始于2024年。")}, (6, "2024-03-01", "2024-03-06")),
    "the year in a folder": ({"2018/march.md": log("## %d %B", "2018-03-01")}, (6, "2018-03-01", "2018-03-06")),
}  # fmt: skip


def journal(folder: Path, files: Files) -> SiteTest:
    test = SiteTest(folder / "journal", SETTINGS + 'sources: ["."]\n')
    for path, words in files.items():
        test.write(path, words)
    return test


def counted(test: SiteTest) -> tuple[int, str, str]:
    entries = [one for one in explain(test.request()).entries if one.kind == "entry"]
    told = sorted(str(date) for one in entries for date in one.dates) or [""]
    return len(entries), told[0], told[-1]


@pytest.mark.parametrize("name", JOURNALS)
def test_what_a_person_counts(tmp_path: Path, name: str) -> None:
    files, expected = JOURNALS[name]
    assert counted(journal(tmp_path, files)) == expected


def test_what_is_kept_twice_is_named(tmp_path: Path) -> None:
    test = journal(tmp_path, JOURNALS["files and a collected log"][0])
    left_out = explain(test.request()).left_out
    assert {one.reason for one in left_out} == {f"the same day is kept in days/day{n}.md as well" for n in range(1, 9)}


@pytest.mark.parametrize(
    ("name", "path", "words"),
    [
        ("month, day, year in names", "03-31-2021.md", text(9)),
        ("day, month, year in names", "diary_01_04_2020.md", text(9)),
        ("files and a collected log", "days/day3.md", "# Day 3\nSomething else is written there now.\n"),
        ("folders that hold one README", "03-heaps/notes.md", text(9)),
        ("plans and rules beside days", "docs/use.md", text(9)),
        ("folders of a month and a day", "0000/report.md", text(9)),
        ("an example beside days", "days/a.md", text(9)),
    ],
)
def test_a_name_or_text_that_changes_how_others_are_read(tmp_path: Path, name: str, path: str, words: str) -> None:
    test = journal(tmp_path, JOURNALS[name][0])
    changes: list[Callable[[], None]] = [lambda: test.write(path, words), lambda: test.remove(path)]
    test.build()
    for number, change in enumerate(changes):
        change()
        test.build()
        assert_same_tree(test.site(), test.clean_site(tmp_path / f"clean{number}"))


@pytest.mark.parametrize(("place", "head"), [
    ("2026-03-02.md", "draft: true"), ("2026-03-02.md", "private: true"), ("private/a.md", "date: 2026-03-02"),
])  # fmt: skip
def test_a_text_that_stays_at_home_keeps_no_other_there(tmp_path: Path, place: str, head: str) -> None:
    site = SiteTest(tmp_path / "journal", SETTINGS)
    words = "# Rye\n\nWords of a day, written out in full.\n"
    site.write("entries/2026-03-02-a.md", words)
    site.write(f"entries/{place}", f"---\n{head}\n---\n{words}")
    report = site.build()
    assert report.entries == 1
    assert [one.path for one in report.left_out] == [f"entries/{place}"]
    assert "written out in full" in site.text("entries/2026-03-02-a/index.html")


def test_why_examples_and_indexes_are_left_out_is_told(tmp_path: Path) -> None:
    files = JOURNALS["an example beside days"][0] | JOURNALS["wikilinks to numbered days"][0]
    told = {one.path: one.reason for one in explain(journal(tmp_path, files).request()).left_out}
    assert told["days/EXAMPLE.md"] == told["days/00-example.md"] == "an example of a day, beside the days"
    assert told["days/all.md"] == "an index of texts that are read themselves"


def test_a_year_that_is_guessed_is_told_once_a_folder(tmp_path: Path) -> None:
    names = [f"{folder}/{n} March.md" for folder in ("a", "b") for n in (3, 4, 5)]
    report = journal(tmp_path, {name: text(1) for name in names}).build()
    told = [(one.location.path, one.message) for one in report.diagnostics if one.code == "date-guessed-year"]
    assert [path for path, _ in told] == ["a/3 March.md", "b/3 March.md"]
    assert all(message.endswith("(and so in 2 more files of the folder)") for _, message in told)
