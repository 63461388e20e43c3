"""Dates settled by the whole file: order of numbers, years, slips."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.model.outline import Outline
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline

TODAY = dt.date(2024, 3, 1)


def log(
    headings: list[str], options: SourceOptions | None = None, history: tuple[tuple[int, str], ...] = ()
) -> Outline:
    text = "# L\n" + "".join(f"## {heading}\ntext\n" for heading in headings)
    source = Source(path="log.md", folder="log.md", text=text, log=True, history=history)
    return read_outline(source, options or SourceOptions(today=TODAY))


def dates(outline: Outline) -> list[str]:
    found = [
        next((one.dates for one in part.candidates if one.dates), ()) for part in outline.slices if part.kind == "entry"
    ]
    return [str(one[0])[2:] if one else "" for one in found]


def repairs(outline: Outline) -> int:
    return sum(": read as" in one.message for one in outline.diagnostics)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["3/4/20", "4/4/20", "13/4/20"], ["20-04-03", "20-04-04", "20-04-13"]),
        (["4/3/20", "4/4/20", "4/13/20"], ["20-04-03", "20-04-04", "20-04-13"]),
        (["20-04-03", "20-04-04", "20-04-13"], ["20-04-03", "20-04-04", "20-04-13"]),
        (["01.02.2020", "02.02.2020", "03.02.2020"], ["20-02-01", "20-02-02", "20-02-03"]),
        (["1/2/2020", "2/2/2020", "3/2/2020"], ["20-02-01", "20-02-02", "20-02-03"]),
        (["1/30/20 - 2/1/20", "2/2/20"], ["20-01-30", "20-02-02"]),
        (["21.03.05"], ["21-03-05"]),
        (["12/31/2019", "1/1/2020"], ["19-12-31", "20-01-01"]),
        (["5 March 2020", "6/3/2020", "7/3/2020"], ["20-03-05", "20-03-06", "20-03-07"]),
    ],
)
def test_the_order_of_numbers(headings: list[str], expected: list[str]) -> None:
    assert dates(log(headings)) == expected


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["30 December", "31 December", "1 January 2021"], ["20-12-30", "20-12-31", "21-01-01"]),
        (["30 December 2020", "31 December", "1 January"], ["20-12-30", "20-12-31", "21-01-01"]),
        (["2 January", "1 January 2021", "31 December"], ["21-01-02", "21-01-01", "20-12-31"]),
        (["Monday, July 6", "Tuesday, July 7"], ["20-07-06", "20-07-07"]),
        (["1 January 2021", "31 December", "2 January"], ["21-01-01", "20-12-31", "21-01-02"]),
        (
            ["31 December", "2 January", "30 December", "3 January 2021"],
            ["20-12-31", "21-01-02", "20-12-30", "21-01-03"],
        ),
        (["29 February", "1 March"], ["24-02-29", "24-03-01"]),
        (["1 March", "2 March", "3 March"], ["23-03-01", "23-03-02", "23-03-03"]),
    ],
)
def test_missing_years(headings: list[str], expected: list[str]) -> None:
    assert dates(log(headings)) == expected


def test_the_year_that_the_author_gives_is_of_the_newest() -> None:
    options = SourceOptions(today=TODAY, year=2020)
    assert dates(log(["2 January", "1 January", "31 December"], options)) == ["20-01-02", "20-01-01", "19-12-31"]
    assert log(["2 January", "1 January"], options).diagnostics == ()


def test_git_tells_the_year_where_nothing_else_does() -> None:
    outline = log(["1 March", "2 March"], history=((2, "2019-03-01"), (4, "2019-03-02")))
    assert dates(outline) == ["19-03-01", "19-03-02"]
    assert outline.diagnostics == ()


def test_dates_from_git_where_the_author_asks_for_them() -> None:
    options = SourceOptions(today=TODAY, dates="git")
    outline = log(["Day 1", "Day 2: 5 May 2020"], options, ((2, "2020-05-01"), (4, "2020-05-06")))
    assert [[one.source for one in part.candidates] for part in outline.slices[1:]] == [["git"], ["heading", "git"]]


def test_consecutive_dates_count_from_the_start() -> None:
    options = SourceOptions(today=TODAY, dates="consecutive", start=dt.date(2021, 1, 1))
    assert dates(log(["Day 1", "Day 3", "Day 4-5"], options)) == ["21-01-01", "21-01-03", "21-01-04"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            ["Day 1: Dec 30, 2021", "Day 2: Dec 31, 2021", "Day 3: Jan 1, 2021", "Day 4: Jan 3, 2022"],
            ["21-12-30", "21-12-31", "22-01-01", "22-01-03"],
        ),
        (
            ["Day 0: June 7, 2022", "Day 1: June 7, 2012", "Day 2: June 7, 2022", "Day 3: June 8, 2022"],
            ["22-06-07"] * 3 + ["22-06-08"],
        ),
        (
            ["Day 40: Sep 7, 2018", "Day 41: Sep 8, 2018", "Day 42: Sep 5, 2018", "Day 43: Sep 10, 2018"],
            ["18-09-07", "18-09-08", "18-09-09", "18-09-10"],
        ),
        (
            ["Day 31 (09-10-18)", "Day 32 (10-09-18)", "Day 33 (11-10-18)", "Day 34 (13-10-18)"],
            ["18-10-09", "18-10-10", "18-10-11", "18-10-13"],
        ),
        (["9/3/2021", "9/4/2921", "9/13/2021"], ["21-09-03", "21-09-04", "21-09-13"]),
        (["2020-02-28", "2020-02-30", "2020-03-01"], ["20-02-28", "20-02-29", "20-03-01"]),
    ],
)
def test_slips_are_mended_where_one_reading_is_left(headings: list[str], expected: list[str]) -> None:
    outline = log(headings)
    assert dates(outline) == expected
    assert repairs(outline) == 1
    assert all(one.location.line and one.hint for one in outline.diagnostics)


@pytest.mark.parametrize(
    "headings",
    [
        ["2020-03-01", "2020-03-05", "2020-03-03", "2020-03-20"],
        ["Day 1: 2020-03-01", "Day 2: 2020-03-03", "Day 3: 2020-03-02", "Day 4: 2020-03-04"],
    ],
)
def test_what_has_several_readings_is_told_and_kept(headings: list[str]) -> None:
    outline = log(headings)
    assert dates(outline) == [heading[-8:] for heading in headings]
    assert [one.code for one in outline.diagnostics] == ["date-order"]
    assert repairs(outline) == 0


def test_a_restart_is_no_disorder() -> None:
    outline = log(
        ["Day 1: 2020-05-01", "Day 2: 2020-05-02", "Day 3: 2020-05-03", "Day 1: 2020-03-01", "Day 2: 2020-03-02"]
    )
    assert outline.diagnostics == ()


def test_an_impossible_date_that_cannot_be_mended_is_none() -> None:
    outline = log(["Day 1: February 30, 2020", "Day 2: May 1, 2020"])
    assert dates(outline) == ["", "20-05-01"]
    assert [one.code for one in outline.diagnostics] == ["date-impossible"]


def test_a_day_twice_is_told_with_both_places() -> None:
    outline = log(["Day 43", "Day 44", "Day 44"])
    assert [part.days for part in outline.slices[1:]] == [(43,), (44,), (44,)]
    (told,) = outline.diagnostics
    assert (told.code, told.location.line, told.message) == ("day-repeated", 6, "day 44 is also on line 4")


def test_ranges_keep_all_their_days_when_they_are_moved() -> None:
    outline = log(["Day 1: Dec 28, 2021", "Day 2-4: Jan 1-3, 2021", "Day 5: Jan 5, 2022"])
    moved = outline.slices[2].candidates[0]
    assert [str(date) for date in moved.dates] == ["2022-01-01", "2022-01-02", "2022-01-03"]


@pytest.mark.parametrize(
    ("last", "date", "mended"),
    [
        ("Day 3: 4 March 2002", "20-03-04", 1),
        ("Day 3: 1 March 2002", "02-03-01", 0),
        ("Day 3: 30 August 2002", "02-08-30", 0),
    ],
)
def test_a_year_is_mended_where_the_day_then_follows_the_one_before_it(last: str, date: str, mended: int) -> None:
    outline = log(["Day 1: 2 March 2020", "Day 2: 3 March 2020", last])
    assert dates(outline) == ["20-03-02", "20-03-03", date]
    assert repairs(outline) == mended


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Day 3 of 100 days of code: Trees", "Trees"),
        ("Day 3 of 100 days: Trees", "Trees"),
        ("Day 3 of 100: Trees", "Trees"),
        ("Day 3/100: Trees", "Trees"),
        ("Day 3 of 100DaysOfCode! Trees", "Trees"),
        ("Day 3 of 100 days of 7 trees", "of 7 trees"),
        ("Day 3 of 2 trees", "of 2 trees"),
    ],
)
def test_how_many_days_there_are_to_be_is_no_part_of_a_title(heading: str, title: str) -> None:
    outline = log([heading, "Day 4"])
    assert [part.title for part in outline.slices if part.days == (3,)] == [title]


def test_numbers_in_two_words_are_one() -> None:
    outline = log(["Day twenty", "Day twenty-one: Trees", "Day twenty two", "Day twenty-nine", "Day thirty"])
    assert [part.days for part in outline.slices[1:]] == [(20,), (21,), (22,), (29,), (30,)]
    assert outline.slices[2].title == "Trees"
