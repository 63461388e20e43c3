"""Entry files: one slice each, with its day, dates, tags and front matter."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from journal_site.model.outline import DateCandidate, Outline, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline

TODAY = dt.date(2026, 3, 1)


def outline(path: str, text: str, options: SourceOptions | None = None, **more: object) -> Outline:
    source = Source(path=path, folder="entries", text=text, **more)  # type: ignore[arg-type]
    return read_outline(source, options or SourceOptions(today=TODAY))


def only(path: str, text: str) -> Slice:
    (part,) = outline(path, text).slices
    return part


def dated(part: Slice) -> list[tuple[str, str]]:
    return [(one.source, str(one.dates[0])) for one in part.candidates if one.dates]


def test_the_day_and_date_of_a_heading_leave_the_text() -> None:
    part = only("entries/a.md", "\n# Day 12: Trees — 2024-05-06\n\ntext\n")
    assert (part.days, part.title, part.heading, part.heading_line) == ((12,), "Trees", "Day 12: Trees — 2024-05-06", 2)
    assert dated(part) == [("heading", "2024-05-06")]
    assert part.text == "\ntext\n"
    assert part.line == 3


def test_another_first_heading_stays_in_the_text() -> None:
    part = only("entries/2024-05-06.md", "# Trees\n\ntext\n")
    assert part.text.startswith("# Trees")
    assert (part.heading, part.title, part.days) == ("", "", ())
    assert dated(part) == [("file-name", "2024-05-06")]


def test_a_file_name_is_preferred_to_a_heading_that_lags() -> None:
    part = only("entries/2021-09-14.md", "## 2021. 09. 13.\n\ntext")
    assert dated(part) == [("file-name", "2021-09-14"), ("heading", "2021-09-13")]


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("entries/23rd August.md", "2025-08-23"),
        ("entries/May 2 - trees.md", "2025-05-02"),
        ("entries/5. März.md", "2025-03-05"),
    ],
)
def test_a_name_without_year_is_settled_as_a_text_is(path: str, date: str) -> None:
    (part,) = outline(path, "text", SourceOptions(today=TODAY, year=2025)).slices
    assert dated(part) == [("file-name", date)]


def test_a_date_in_the_text_is_told_in_place_of_a_name_without_year() -> None:
    assert dated(only("entries/24 August.md", "# August 24, 2024\n\ntext")) == [("heading", "2024-08-24")]


@pytest.mark.parametrize("path", ["entries/March plan.md", "entries/Version 3 May.md", "entries/May 2020.md"])
def test_a_name_with_a_month_amid_words_tells_no_date(path: str) -> None:
    assert dated(only(path, "text")) == []


@pytest.mark.parametrize(
    "text",
    [
        "# 2022\n## 01 January\nx\n## 02 February\nx\n## 03 March\nx",
        "## 04 April\n\nx\n\n## 05 May\n\nx\n\n## 06 June\n\nx",
        "x\n# 10. Oktober\nx\n# 11. November\nx\n# 12. Dezember\nx",
    ],
)
def test_a_calendar_of_months_is_no_day(text: str) -> None:
    part = only("entries/calendar.md", text)
    assert (dated(part), part.text) == ([], text)


def test_in_january_a_file_name_of_last_year_is_a_slip() -> None:
    part = only("entries/2025-01-11.md", "# Day 19/420 — Teams\n\n**Date:** 2026-01-11  \n**Topics:** Teams, AI\n")
    assert dated(part) == [("body", "2026-01-11"), ("file-name", "2025-01-11")]
    assert "year before" in part.candidates[0].repair
    assert part.days == (19,)
    assert part.tags == ("Teams", "AI")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("# Notes\n\n```markdown\n#bread\n2026-01-03\n```\n", ()),
        ("# Notes\n\n````\n```\n#bread\n```\nTags: rye\n````\n#malt\n", ("malt",)),
        ("# Notes\n\n``` and `code`\n#bread\n", ("bread",)),
    ],
)
def test_what_stands_in_a_fence_is_code_and_tells_nothing(text: str, tags: tuple[str, ...]) -> None:
    part = only("entries/notes.md", text)
    assert (part.tags, dated(part)) == (tags, [])


def test_front_matter_is_cut_off_and_its_title_tells_the_day() -> None:
    part = only("entries/forms.md", '---\ntitle: "Day 8: Forms"\n---\ntext\n')
    assert part.front == '---\ntitle: "Day 8: Forms"\n---\n'
    assert (part.days, part.line, part.text) == ((8,), 4, "text\n")


def test_a_bold_first_line_is_a_heading_where_it_tells_the_day() -> None:
    part = only("entries/Day2/README.md", "**Day 2 - 8th July, 2018:**  Detection on Ubuntu   \n* Set up\n")
    assert (part.days, part.title, part.text) == ((2,), "Detection on Ubuntu", "* Set up\n")
    assert dated(part) == [("heading", "2018-07-08")]
    assert only("entries/a.md", "**Note** 5 things\n").text == "**Note** 5 things\n"


def test_an_underlined_heading() -> None:
    part = only("entries/a.md", "Day 5: Trees\n============\n\ntext")
    assert (part.days, part.title, part.text, part.line) == ((5,), "Trees", "\ntext", 3)


def test_only_the_first_heading_counts() -> None:
    part = only("entries/day025/README.md", "# Day 25: Convolution\n\n# Day 25: Convolution\n\n### Day 1 Status\n")
    assert part.days == (25,)
    assert part.text.count("Day 25") == 1


def test_a_heading_below_a_picture_tells_the_day_and_stays() -> None:
    part = only("entries/a.md", "![logo](x.png)\n\n# Day 3: Trees\n\ntext")
    assert part.days == (3,)
    assert "# Day 3" in part.text


def test_a_heading_in_code_tells_nothing() -> None:
    assert only("entries/a.md", "```\n# Day 3\n```\n").days == ()


def test_a_file_in_a_fence_is_unwrapped() -> None:
    part = only("entries/2025-12-24.md", "```markdown\n# Day 2/420 — Functions\n\n```python\nx = 1\n```\n\nend\n```\n")
    assert (part.days, part.title, part.heading_line) == ((2,), "Functions", 2)
    assert part.text.rstrip().endswith("end")
    assert "```python" in part.text


def test_an_ambiguous_date_is_read_as_the_rest_of_the_file_writes_them() -> None:
    part = only("entries/a.md", "# Day 25: 9/2/2021\n\n### 9/13/21\n\ntext")
    assert dated(part) == [("heading", "2021-09-02")]
    day_first = only("entries/a.md", "# Day 25: 9/2/2021\n\n### 13/9/21\n\ntext")
    assert dated(day_first) == [("heading", "2021-02-09")]


def test_a_heading_without_a_year_takes_that_of_its_folder() -> None:
    part = only("entries/2021/notes.md", "# 5 May: Trees\n")
    assert dated(part) == [("heading", "2021-05-05")]


def test_a_guessed_year_is_told() -> None:
    told = outline("entries/notes.md", "# 5 May: Trees\n")
    assert dated(told.slices[0]) == [("heading", "2025-05-05")]
    assert [one.code for one in told.diagnostics] == ["date-guessed-year"]


def test_dates_from_git_and_by_counting_come_last() -> None:
    options = SourceOptions(dates="consecutive", start=dt.date(2021, 1, 1), today=TODAY)
    counted = outline("entries/day-5.md", "text", options).slices[0]
    assert dated(counted) == [("consecutive", "2021-01-05")]
    known = outline("entries/day-5.md", "text", SourceOptions(dates="git", today=TODAY), history=((0, "2021-02-03"),))
    assert dated(known.slices[0]) == [("git", "2021-02-03")]


def test_the_readme_of_a_day_is_that_day() -> None:
    source = Source(path="entries/day036/README.md", folder="entries", text="# Trees\n\ntext", log=True)
    (part,) = read_outline(source, SourceOptions(today=TODAY)).slices
    assert (part.kind, part.days) == ("entry", (36,))


def test_the_readme_of_a_week_is_a_log() -> None:
    text = "# Days 001-007\n\n## Day 1 (03.11.2019)\na\n## Day 2 (04.11.2019)\nb\n"
    source = Source(path="2-001-007/README.md", folder=".", text=text, log=True)
    found = read_outline(source, SourceOptions(today=TODAY))
    assert [(part.kind, part.days, part.round) for part in found.slices] == [
        ("introduction", (), None),
        ("entry", (1,), 2),
        ("entry", (2,), 2),
    ]


@pytest.mark.parametrize("path", ["README.md", "topics/README.md", "posts/_index.md"])
def test_another_readme_is_an_introduction(path: str) -> None:
    source = Source(path=path, folder=".", text="# 100 days\n\nOn May 25, 2019, I started.\n\n## Rules\nx", log=True)
    found = read_outline(source, SourceOptions(today=TODAY))
    assert [part.kind for part in found.slices] == ["introduction"]
    assert found.start == dt.date(2019, 5, 25)
    assert found.challenge_days == 100


def test_a_readme_whose_first_heading_is_a_day_is_that_day() -> None:
    source = Source(path="sorting/README.md", folder=".", text="# Day 3: Sorting\n\n## Notes\nx", log=True)
    (part,) = read_outline(source, SourceOptions(today=TODAY)).slices
    assert (part.kind, part.days, part.title) == ("entry", (3,), "Sorting")


def test_a_readme_that_lists_its_days_is_no_log() -> None:
    text = "# Blog\n\n" + "".join(f"Day {n}: [Title {n}](/docs/day{n}.md)  \n" for n in range(1, 30))
    found = read_outline(Source(path="README.md", folder=".", text=text, log=True), SourceOptions(today=TODAY))
    assert [part.kind for part in found.slices] == ["introduction"]


def test_candidates_are_complete() -> None:
    part = only("entries/2021-09-14-x.md", "# Day 5\n\nDate: September 14, 2021\n\ntext")
    assert part.candidates == (
        DateCandidate(
            source="file-name", dates=(dt.date(2021, 9, 14),), text="2021-09-14-x", path="entries/2021-09-14-x.md"
        ),
        DateCandidate(
            source="body",
            dates=(dt.date(2021, 9, 14),),
            text="September 14, 2021",
            path="entries/2021-09-14-x.md",
            line=3,
        ),
    )


def test_of_an_entry_file_only_the_beginning_is_looked_at() -> None:
    def seconds(lines: int) -> float:
        text = "# Attention\n\n" + "Some prose about it, with words and 3 numbers.\n" * lines
        source = Source(path="entries/2024-05-06.md", folder="entries", text=text)
        started = time.process_time()
        for _ in range(100):
            read_outline(source, SourceOptions(today=TODAY))
        return time.process_time() - started

    assert min(seconds(1000) for _ in range(3)) < 10 * max(0.001, min(seconds(10) for _ in range(3)))


@pytest.mark.parametrize("text", ["", "-\n", "- \n\n---\n", "**What I did:**\n\n**Why:**\n"])
def test_a_dated_file_in_which_nothing_was_written_is_left_out_unless_it_is_today(text: str) -> None:
    found = outline("journals/2026_02_03.md", text)
    assert [one.reason for one in found.omitted] == ["a day with nothing written in its file"]
    assert found.slices == ()
    begun = outline(f"journals/{TODAY}.md", text)
    assert (len(begun.slices), begun.omitted, begun.today) == (1, (), True)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("journals/2026_02_03.md", "Rye.\n"),
        ("journals/2026_02_03.md", "# Rye\n"),
        ("journals/2026_02_03.md", "![rye](rye.png)\n"),
        ("journals/2026_02_03.md", "---\ntitle: Rye\n---\n"),
        ("days/day-3.md", ""),
    ],
)
def test_a_file_that_says_anything_is_read(path: str, text: str) -> None:
    assert outline(path, text).omitted == ()


def test_a_file_among_others_is_a_log_where_its_headings_are_days() -> None:
    text = "# March\n\nOf my apprenticeship.\n\n" + "".join(
        f"## March {n}, 2022\n\nPlaned {n} boards.\n\n" for n in (1, 2, 4)
    )
    found = outline("diary/spring.md", text)
    assert [part.kind for part in found.slices] == ["introduction", "entry", "entry", "entry"]
    assert [dated(part)[0][1] for part in found.slices[1:]] == ["2022-03-01", "2022-03-02", "2022-03-04"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("diary/2022-03-01.md", "".join(f"## Day {n}\n\nx\n\n" for n in (1, 2, 3))),
        ("notes/lathe.md", "".join(f"## {n}. Step\n\nx\n\n" for n in (1, 2, 3))),
        ("notes/oven.md", "# Oven\n\n## Day 1\n\nx\n\n## Day 2\n\nx\n\n## 3 rules\n\nx\n"),
    ],
)
def test_a_file_that_names_its_day_or_few_is_one_entry(path: str, text: str) -> None:
    assert only(path, text).kind == "entry"


def test_files_that_only_accompany_a_journal_are_notes() -> None:
    assert only("rules.md", "# Rules\n\nAn hour a day.\n").kind == "note"
    assert only("whoami.md", "---\nlayout: page\ntitle: I\n---\nHello.\n").kind == "note"
    assert only("chess/rules.md", "# Castling\n\nOnce.\n").kind == "entry"


def test_a_log_that_nobody_began_is_a_template() -> None:
    text = "# My log\n\n### R1D1\nStarted a Weather App. Worked on the draft, struggled with OpenWeather API http://www.example.com\n"
    assert outline("r1-log.md", text).omitted[0].reason == "a template's day"


def test_a_readme_of_dated_headings_is_a_log() -> None:
    text = "# 2022/03/01\n\nPlaned.\n\n# 2022/03/02\n\nGlued.\n"
    found = read_outline(Source(path="shed/README.md", folder=".", text=text, log=True), SourceOptions(today=TODAY))
    assert [dated(part)[0][1] for part in found.slices] == ["2022-03-01", "2022-03-02"]


def test_a_readme_whose_list_leads_to_its_days_is_no_log() -> None:
    links = "- [Day 1](a.md)\n- [Day 2](b.md)\n\nMore:\n\n- [Day 3](c.md)\n\nBye.\n"
    found = read_outline(Source(path="README.md", folder=".", text=f"# Shed\n\n{links}", log=True), SourceOptions())
    assert [part.kind for part in found.slices] == ["introduction"]


def test_a_file_that_is_named_as_a_log_and_for_its_day_is_that_day() -> None:
    source = Source(
        path="shed/day-04.md", folder="shed/day-04.md", text="# Planing\n\n## With the grain\n\nx", log=True
    )
    (part,) = read_outline(source, SourceOptions(today=TODAY)).slices
    assert (part.kind, part.days) == ("entry", (4,))


def test_the_first_day_of_something_is_no_day_of_the_journal() -> None:
    assert only("school.md", "# First day at school\n\nWe sang.\n").days == ()
    text = "# Day [X] - [Date]\n\n## Goal\n"
    found = read_outline(Source(path="diary/README.md", folder=".", text=text, log=True), SourceOptions(today=TODAY))
    assert [part.kind for part in found.slices] == ["introduction"]
