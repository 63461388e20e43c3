"""Dates, days and counts in words."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from journal_site.languages.labels import is_right_to_left, load_labels
from journal_site.model.entry import Entry
from journal_site.model.index import Openings
from journal_site.pages.words.naming import Naming, says_same
from journal_site.pages.words.wording import Wording

ENGLISH = Wording(load_labels("en"))
HABITS = Openings(
    labels=("today's progress", "thoughts"),
    starts=("on my way to good bread, i have baked", "here i have learned about"),
)
ENTRY = Entry(source="log.md", line=1, position=0, body="b", id_base="x", title="Day 16")
SEPTEMBER = dt.date(2021, 9, 14)


def _on(*dates: dt.date) -> Entry:
    return replace(ENTRY, date=dates[0], dates=dates, end_date=dates[-1] if len(dates) > 1 else None)


def test_dates() -> None:
    assert ENGLISH.date(SEPTEMBER) == "14 September 2021"
    assert ENGLISH.full_date(SEPTEMBER) == "Tuesday, 14 September 2021"
    assert ENGLISH.short_date(SEPTEMBER) == "14 Sep"
    assert ENGLISH.month(SEPTEMBER) == "September 2021"


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        ((SEPTEMBER,), "14 Sep 2021"),
        ((dt.date(2020, 9, 8), dt.date(2020, 9, 9)), "8–9 Sep 2020"),
        ((dt.date(2020, 12, 31), dt.date(2021, 1, 1)), "31 Dec 2020 – 1 Jan 2021"),
        ((dt.date(2020, 2, 2), dt.date(2020, 2, 4), dt.date(2020, 2, 7)), "2 Feb, 4 Feb, 7 Feb 2020"),
    ],
)
def test_an_entrys_dates(dates: tuple[dt.date, ...], text: str) -> None:
    assert ENGLISH.dates(_on(*dates)) == text


@pytest.mark.parametrize(
    ("days", "round_", "text"),
    [
        ((), None, ""),
        ((16,), None, "Day 16 of 100"),
        ((116,), None, "Day 116"),
        ((5,), 2, "Round 2 · Day 5 of 100"),
        ((45, 46, 47, 48, 49, 50), None, "Days 45–50"),
        ((46, 48), None, "Days 46, 48"),
    ],
)
def test_an_entrys_days(days: tuple[int, ...], round_: int | None, text: str) -> None:
    entry = replace(ENTRY, day=days[0] if days else None, days=days, round=round_)
    assert ENGLISH.days(entry, 100) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 entries"), (1, "1 entry"), (1234, "1,234 entries")])
def test_counts(count: int, text: str) -> None:
    assert ENGLISH.counted(ENGLISH.labels.entries, count) == text


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("zh", "aaaaaaaaa"),
        ("fr", "aabbbbbbb"),
        ("de", "babbbbbbb"),
        ("ru", "cabbcccca"),
    ],
)
def test_plural_rules(language: str, forms: str) -> None:
    wording = Wording(replace(ENGLISH.labels, plural=load_labels(language).plural))
    counts = (0, 1, 2, 4, 5, 11, 12, 25, 21)
    assert "".join(wording.counted(("a", "b", "c"), count) for count in counts) == forms


def test_every_text_takes_a_minute_to_read() -> None:
    assert ENGLISH.reading(3) == "1 min read"
    assert ENGLISH.reading(2200) == "10 min read"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Day16", True),
        ("14 September", True),
        ("Sept. 14th, 2021", False),
        ("2020-09-14", True),
        ("R2D5", True),
        ("8-9 September", True),
        ("Monday, Sep 3rd", True),
        ("Day 3: Attention", False),
        ("Marching on", False),
        ("🥳", True),
        ("Day300 of 300DaysOfData!", True),
        ("and recent", True),
        ("Day 1 of many", False),
    ],
)
def test_bare_titles(title: str, *, bare: bool) -> None:
    assert Naming(ENGLISH.labels, ENGLISH.labels, HABITS).is_bare(title) is bare


@pytest.mark.parametrize(
    ("title", "excerpt", "headline"),
    [
        ("Attention", "I read it. Twice.", ("Attention", "I read it. Twice.")),
        ("Day 16", "", ("Day 16", "")),
        ("Day 16", "Fixed the tests.", ("Fixed the tests", "")),
        ("Day 16", "Fixed v1.2 of it! Then slept.", ("Fixed v1.2 of it", "Then slept.")),
        ("Day 16", "今日は休み。明日も。", ("今日は休み", "明日も。")),
        ("Day 16", "Solved it (59? Not sure) today! Then slept.", ("Solved it (59? Not sure) today", "Then slept.")),
        ("Day 16", "-Baked rye. -Slept.", ("Baked rye", "-Slept.")),
        ("Day 16", "-5 degrees outside.", ("-5 degrees outside", "")),
        ("Day 16", "word " * 30, ("word " * 17 + "word…", "…" + "word " * 12)),
    ],
)
def test_a_bare_title_gives_way_to_how_the_text_begins(title: str, excerpt: str, headline: tuple[str, str]) -> None:
    naming = Naming(ENGLISH.labels, ENGLISH.labels, HABITS)
    assert naming.headline(replace(ENTRY, title=title, excerpt=excerpt)) == headline


@pytest.mark.parametrize(
    ("title", "days", "shown"),
    [
        ("Day 499 Day 499: A first look", (499,), "A first look"),
        ("Day 31: Windows PowerShell", (31,), "Windows PowerShell"),
        ("[✅] Day 007/100 - Lists", (7,), "Lists"),
        ("Loops ✅", (1,), "Loops"),
        ("Date: lists of dates", (1,), "lists of dates"),
        ("Day 2 of Pandas", (1,), "Day 2 of Pandas"),
        ("Day 16", (16,), "Day 16"),
        ("Day 1 <em>of</em> bread", (1,), "<em>of</em> bread"),
        ("Days without end", (1,), "Days without end"),
    ],
)
def test_a_title_says_neither_its_day_nor_a_tick(title: str, days: tuple[int, ...], shown: str) -> None:
    naming = Naming(ENGLISH.labels, ENGLISH.labels, HABITS)
    assert naming.without_day(replace(ENTRY, days=days), title) == shown


def test_a_heading_that_is_known_to_say_only_the_day_gives_way_in_any_language() -> None:
    naming = Naming(ENGLISH.labels, ENGLISH.labels, HABITS)
    entry = replace(ENTRY, title="Tag 53: 16. April 2021", excerpt="Brot gebacken. Gut.")
    assert naming.headline(replace(entry, heading=entry.title)) == ("Brot gebacken", "Gut.")
    assert naming.headline(entry) == (entry.title, "Brot gebacken. Gut.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Today's Progress: baked rye. Thoughts: too dense", "Baked rye."),
        ("⏱ 9h Thoughts: dense", "Dense"),
        ("On my way to good bread, I have baked rye.", "Rye."),
        ("On my way to good bread, I have baked with Ann. Here I have learned about starters.", "Starters."),
        ("On my way home I slept", "On my way home I slept"),
        ("My thoughts: none", "None"),
        ("Nothing else", "Nothing else"),
    ],
)
def test_what_many_begin_with_alike_is_left_out(text: str, shown: str) -> None:
    naming = Naming(ENGLISH.labels, ENGLISH.labels, HABITS)
    assert naming.excerpt(replace(ENTRY, excerpt=text)) == shown
    assert naming.excerpt(replace(ENTRY, excerpt=text, description="As told.")) == "As told."


@pytest.mark.parametrize(
    ("day", "title", "same"),
    [("Day 16 of 100", "Day16", True), ("Day 16", "Day 16:", True), ("Day 16", "Attention", False), ("", "", False)],
)
def test_a_day_need_not_be_said_twice(day: str, title: str, *, same: bool) -> None:
    assert says_same(day, title) is same


def test_languages_fall_back_to_their_first_part_and_to_english() -> None:
    assert load_labels("en-GB").language == "en"
    assert load_labels("tlh").language == "en"
    assert load_labels("../x").language == "en"
    assert is_right_to_left("ar-EG")
    assert not is_right_to_left("de")
