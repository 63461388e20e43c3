"""The next day of a log is written in the log's own pattern, and nothing else of the log changes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.source import Found, SourceOptions, Stamp
from journal_site.reading.outline.read import read_outline
from journal_site.reading.scan.texts import decode_source
from journal_site.writing.log_day import Addition, add_day
from journal_site.writing.log_drafts import NewDay

TODAY = dt.date(2026, 1, 5)
FOUND = Found(
    path="log.md",
    folder="log.md",
    log=True,
    stamp=Stamp(size=0, mtime=0, ctime=0, inode=0),
    options=SourceOptions(today=TODAY),
)


def added(text: str, day: int | None = None, title: str = "", tags: tuple[str, ...] = ()) -> str:
    """Return the log with the next day."""
    new = add_day(text.encode(), FOUND, NewDay(TODAY, day, title, tags))
    assert new is not None
    return new.raw.decode()


def addition(text: str, day: int | None = None, title: str = "") -> str:
    """Return what was added, having seen that all else is as it was."""
    new = added(text, day, title)
    start = next((at for at, (a, b) in enumerate(zip(text, new, strict=False)) if a != b), len(text))
    length = len(new) - len(text)
    fits = [at for at in range(start + 1) if new[:at] + new[at + length :] == text]
    assert fits, "something besides the new day changed"
    return new[fits[-1] : fits[-1] + length]


def days(*headings: str, gap: str = "\n\n") -> str:
    return "# My log\n\nWhy I do this.\n\n" + "".join(f"{heading}\nLearned a thing.{gap}" for heading in headings)


@pytest.mark.parametrize(
    ("headings", "day", "expected"),
    [
        (["## Day 1: December 30, 2025", "## Day 2: January 2, 2026"], 3, "## Day 3: January 5, 2026"),
        (["### R2D8 - 12/30/25", "### R2D9 - 01/02/26"], 10, "### R2D10 - 01/05/26"),
        (["## Round 2 Day 8 (2025-12-30)", "## Round 2 Day 9 (2026-01-02)"], 10, "## Round 2 Day 10 (2026-01-05)"),
        (["## Trees | Day 8 : Dec 30, 2025", "## Heaps | Day 9 : Jan 2, 2026"], 10, "## Day 10 : Jan 5, 2026"),
        (["# **Day 8: Trees**", "# **Day 9: Heaps**"], 10, "# **Day 10**"),
        (["## Day 008", "## Day 009"], 10, "## Day 010"),
        (["## Day 8 of 100", "## Day 9 of 100"], 10, "## Day 10 of 100"),
        (["## Day 8/100 - Trees", "## Day 9/100 - Heaps"], 10, "## Day 10/100"),
        (["## Day eight", "## Day nine"], 10, "## Day ten"),
        (["## Day Eight", "## Day Nine"], 10, "## Day Ten"),
        (["## 1st day", "## 2nd day"], 3, "## 3rd day"),
        (["## Tag 8: 30. Dezember 2025", "## Tag 9: 2. Januar 2026"], 10, "## Tag 10: 5. Januar 2026"),
        (["## Día 8 - 30 de diciembre", "## Día 9 - 31 de diciembre"], 10, "## Día 10 - 5 de enero"),
        (["## День 8 (30.12.2025)", "## День 9 (02.01.2026)"], 10, "## День 10 (05.01.2026)"),
        (["## 树 | 第8天", "## 堆 | 第9天"], 10, "## 第10天"),
        (["## 第八天", "## 第九天"], 10, "## 第十天"),
        (["## 8일차", "## 9일차"], 10, "## 10일차"),
        (["## 8日目 12月30日", "## 9日目 12月31日"], 10, "## 10日目 1月5日"),
        (["## Days 7-8: Trees", "## Days 9-10: Heaps"], 11, "## Day 11"),
        (["<h3>Day 8</h3>", "<h3>Day 9</h3>"], 10, "<h3>Day 10</h3>"),
        (["**Day 7**", "**Day 8**", "**Day 9**"], 10, "**Day 10**"),
        (["## 2025-12-30 ##", "## 2026-01-02 ##"], None, "## 2026-01-05 ##"),
        (["## Tuesday, December 30", "## Friday, January 2"], None, "## Monday, January 5"),
        (["## Day 8 - [date]", "## Day 9 - [date]"], 10, "## Day 10 - 2026-01-05"),
    ],
)
def test_the_heading_is_like_the_others(headings: list[str], day: int | None, expected: str) -> None:
    assert expected in addition(days(*headings), day).split("\n")


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["## Day 8: Trees", "## Day 9: Heaps"], "## Day 10: Graphs"),
        (["## Trees | Day 8", "## Heaps | Day 9"], "## Graphs | Day 10"),
        (["## Day 8 (2026-01-01) - Trees", "## Day 9 (2026-01-02) - Heaps"], "## Day 10 (2026-01-05) - Graphs"),
        (["# **Day 8: Trees**", "# **Day 9: Heaps**"], "# **Day 10: Graphs**"),
        (["## Day8:", "## Day9:"], "## Day10: Graphs"),
        (["## Day 8: 2026-01-01", "## Day 9: 2026-01-02"], "## Day 10: 2026-01-05 - Graphs"),
        (["**Day 7**", "**Day 8**", "**Day 9**"], "**Day 10: Graphs**"),
    ],
)
def test_a_title_goes_where_titles_are(headings: list[str], expected: str) -> None:
    assert expected in addition(days(*headings), 10, "Graphs").split("\n")


def test_a_log_grows_at_its_top_where_it_did() -> None:
    log = "# Log\n\nHello.\n\n## Day 2: 2026-01-02\nB.\n\n## Day 1: 2026-01-01\nA.\n"
    assert added(log, 3) == log.replace("## Day 2", "## Day 3: 2026-01-05\n\n## Day 2")


def test_a_log_grows_before_what_follows_its_last_day() -> None:
    log = days("## Day 1: 2026-01-01", "## Day 2: 2026-01-02") + "# Licence\n\nMIT.\n"
    new = added(log, 3)
    assert new.index("Day 2") < new.index("Day 3: 2026-01-05") < new.index("# Licence")
    assert new.endswith("# Licence\n\nMIT.\n")


def test_days_that_were_prepared_stay_behind_the_new_one() -> None:
    log = days("## Day 1: 2026-01-01", "## Day 2: 2026-01-02") + "## Day 3: \n\n## Day 4: \n"
    assert added(log, 3) == log.replace("## Day 3: \n", "## Day 3: 2026-01-05\n\n## Day 3: \n")


def test_rules_between_days_stay_between_them() -> None:
    log = days("## Day 1: 2026-01-01", "## Day 2: 2026-01-02", gap="\n\n---\n\n")
    assert addition(log, 3).strip() in {"---\n\n## Day 3: 2026-01-05", "## Day 3: 2026-01-05\n\n---"}


def test_a_folded_day_is_closed() -> None:
    fold = "<details><summary>Day {}</summary>\n\nLearned.\n\n</details>\n\n"
    log = "# Log\n\nHello.\n\n" + "".join(fold.format(day) for day in (1, 2, 3))
    new = added(log, 4)
    assert new.count("<details>") == new.count("</details>") == 4
    assert "<summary>Day 4</summary>" in new


def test_an_undated_log_says_the_date_below_the_heading() -> None:
    assert addition(days("## Day8:", "## Day9:"), 10) == "## Day10:\n2026-01-05\n\n"


def test_dates_and_numbers_below_headings_are_mirrored() -> None:
    dated = days("## Day 8\n**Date:** 1 January 2026\n", "## Day 9\n**Date:** 2 January 2026\n")
    assert "## Day 10\n**Date:** 5 January 2026" in addition(dated, 10)
    numbered = days("## 2026-01-01\nDay 8 of my journey: read.\n", "## 2026-01-02\nDay 9 of my journey: wrote.\n")
    assert addition(numbered, 10).startswith("## 2026-01-05\nDay 10 of my journey")


def test_a_year_that_would_be_misread_is_written() -> None:
    log = "# Log\n\nHello.\n\n## 30 December\nA.\n\n## 31 December\nB.\n"
    options = SourceOptions(today=TODAY, year=2020)
    new = add_day(
        log.encode(),
        Found(**{f: getattr(FOUND, f) for f in FOUND.__struct_fields__} | {"options": options}),
        NewDay(TODAY, None),
    )
    assert new is not None
    assert "## 5 January 2026" in new.raw.decode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_and_marks_stay(end: str, mark: str, *, last: bool) -> None:
    text = (mark + days("## Day 1: 2026-01-01", "## Day 2: 2026-01-02").rstrip("\n") + "\n" * last).replace("\n", end)
    new = added(text, 3)
    assert new.startswith(text.rstrip("\r\n"))
    assert new.count("\n") == (new.count(end) if "\n" in end else 0)
    assert new.endswith(end) == last


def test_the_line_to_write_on_is_told() -> None:
    log = days("## Day 1: 2026-01-01\n", "## Day 2: 2026-01-02\n")
    new = add_day(log.encode(), FOUND, NewDay(TODAY, 3, room=True))
    assert new is not None
    lines = new.raw.decode().split("\n")
    assert lines[new.line - 1] == ""
    assert lines[new.line - 3] == "## Day 3: 2026-01-05"


def test_days_below_months_get_their_month() -> None:
    log = "# L\n\n## November 2025\n\n### 30\nB.\n\n## December 2025\n\n### 1\nC.\n\n### 2\nD.\n\n### 3\nE.\n"
    assert added(log) == log + "\n## January 2026\n\n### 5\n"
    assert added(log.replace("December 2025", "January 2026")).endswith("### 3\nE.\n\n### 5\n")


def test_days_below_years_get_their_year_also_at_the_top() -> None:
    log = (
        "# Log\n\n## 2025\n\n### December 3\nA.\n\n### December 2\nB.\n\n## 2024\n\n### June 3\nC.\n\n### June 2\nD.\n"
    )
    assert added(log) == log.replace("## 2025", "## 2026\n\n### January 5\n\n## 2025")


@pytest.mark.parametrize(
    ("items", "day", "title", "expected"),
    [
        ("- 2026-01-0{}: read a thing\n", None, "", "- 2026-01-05: \n"),
        ("- 2026-01-0{}: read a thing\n", None, "wrote", "- 2026-01-05: wrote\n"),
        ("{}. Day {}: read a thing\n", 4, "wrote", "4. Day 4: wrote\n   2026-01-05\n"),
    ],
)
def test_a_list_of_days_gets_an_item(items: str, day: int | None, title: str, expected: str) -> None:
    log = "# Log\n\nHello.\n\n" + "".join(items.format(n, n) for n in (1, 2, 3))
    assert added(log, day, title) == log + expected


def test_a_table_gets_a_row() -> None:
    log = (
        "# Log\n\n| Day | Date | Topic |\n| --- | --- | --- |\n| 1 | 2026-01-01 | Trees |\n| 2 | 2026-01-02 | Heaps |\n"
    )
    assert addition(log, 3, "Graphs") == "| 3 | 2026-01-05 | Graphs |\n"
    upwards = "# Log\n\n| Date | Topic |\n| --- | --- |\n| 2026-01-02 | Heaps |\n| 2026-01-01 | Trees |\n"
    assert added(upwards, None, "Graphs") == upwards.replace("| 2026-01-02", "| 2026-01-05 | Graphs |\n| 2026-01-02")
    undated = "# Log\n\n| Day | Topic |\n| --- | --- |\n| 1 | Trees |\n| 2 | Heaps |\n"
    assert addition(undated, 3) == "| 3 | 2026-01-05 |\n"


def test_tags_get_a_line() -> None:
    new = added(days("## Day 1: 2026-01-01", "## Day 2: 2026-01-02"), 3, tags=("nlp", "reading papers"))
    part = read_outline(decode_source(new.encode(), FOUND), FOUND.options).slices[-1]
    assert (part.days, part.tags) == ((3,), ("nlp", "reading papers"))


def test_an_empty_log_gets_its_first_day() -> None:
    assert (
        added("# 100 days of code\n\nHere I go.\n", 1) == "# 100 days of code\n\nHere I go.\n\n## Day 1: 2026-01-05\n"
    )


def test_a_document_without_days_stays_one() -> None:
    document = "# Notes\n\nAll I know.\n\n## Trees\n\nThey branch.\n\n## Heaps\n\nThey pile.\n"
    assert add_day(document.encode(), FOUND, NewDay(TODAY, 1)) is None


def test_a_day_that_is_today_has_begun_and_is_no_blank_one() -> None:
    new = added(days("## Day 1: 2026-01-01", "## Day 2: 2026-01-02"), 3).encode()
    outline = read_outline(decode_source(new, FOUND), FOUND.options)
    assert [part.days for part in outline.slices if part.kind == "entry"] == [(1,), (2,), (3,)]
    tomorrow = SourceOptions(today=TODAY + dt.timedelta(days=1))
    later = read_outline(decode_source(new, FOUND), tomorrow)
    assert [part.days for part in later.slices if part.kind == "entry"] == [(1,), (2,)]
    assert later.today


titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=40).map(
    lambda text: " ".join(text.split())
)


@given(title=titles, count=st.integers(2, 5), dated=st.booleans())
def test_what_new_writes_in_a_log_reads_back(title: str, count: int, *, dated: bool) -> None:
    first = TODAY - dt.timedelta(days=count)
    headings = [
        f"## Day {n}: {first + dt.timedelta(days=n - 1)}" if dated else f"## Day {n}" for n in range(1, count + 1)
    ]
    log = days(*headings).encode()
    new = add_day(log, FOUND, NewDay(TODAY, count + 1, title))
    if new is None:
        return  # a title that cannot stand in a heading of days is refused, with what to do
    assert isinstance(new, Addition)
    outline = read_outline(decode_source(new.raw, FOUND), FOUND.options)
    entries = [part for part in outline.slices if part.kind == "entry"]
    assert [part.days for part in entries] == [(n,) for n in range(1, count + 2)]
    assert entries[-1].candidates[0].dates == (TODAY,)
    assert len(new.raw) > len(log)
