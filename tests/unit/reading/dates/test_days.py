# ruff: noqa: E501 - lists of headings
"""Headings of days as people write them, in a table: what each says of days and dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.make_languages import read_rows
from journal_site.languages.labels import label_names
from journal_site.reading.dates.days import Mark, read_mark, read_misspelt, read_number
from journal_site.reading.dates.heading_titles import is_placeholder
from journal_site.reading.dates.parts import DateExpression, DateParts
from journal_site.reading.dates.periods import read_period, read_round
from journal_site.reading.dates.words import MONTH_NAMES

TABLE = Path(__file__).parents[3] / "markdown" / "headings.txt"
ARROW = " => "
ROWS = read_rows()


def rows() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(heading, said) for line in lines if ARROW in line for heading, said in [line.rsplit(ARROW, 1)]]


def in_runs(numbers: tuple[int, ...]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def written(parts: DateParts) -> str:
    if parts.raw:
        return parts.sign.join(str(number) for number in parts.raw if number >= 0)
    return f"{parts.year or '?'}-{parts.month:02}-{parts.day:02}"


def dates(found: DateExpression) -> str:
    spans = (written(a) if a == b else f"{written(a)}..{written(b)}" for a, b in found.spans)
    return f"{'maybe' if found.weak else 'date'} {', '.join(spans)}"


def said(mark: Mark | None) -> str:
    if mark is None:
        return "-"
    facts = [
        f"{'number' if mark.bare else 'day'} {in_runs(mark.days)}" if mark.days else "",
        f"round {mark.round}" if mark.round is not None else "",
        f"of {mark.total}" if mark.total else "",
        dates(mark.dates) if mark.dates else "",
        f"weekday {mark.dates.weekday}" if mark.dates and mark.dates.weekday >= 0 else "",
        *(name for name in ("loose", "short", "template", "skipped") if getattr(mark, name)),
        "" if mark.leads else "behind",
        repr(mark.title) if mark.title else "",
    ]
    return "; ".join(filter(None, facts))


@pytest.mark.parametrize(("heading", "expected"), rows())
def test_what_a_heading_says(heading: str, expected: str) -> None:
    assert said(read_mark(heading)) == expected


def test_the_table_is_large_and_has_all_ten_languages() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert len(rows()) >= 150
    names = [
        "English",
        "German",
        "French",
        "Spanish",
        "Portuguese",
        "Italian",
        "Russian",
        "Chinese",
        "Japanese",
        "Korean",
    ]
    assert [name for name in names if f"# {name}\n" not in text] == []


@pytest.mark.parametrize("code", MONTH_NAMES)
def test_every_month_of_every_language_is_read(code: str) -> None:
    for number, names in enumerate(MONTH_NAMES[code], start=1):
        for name in names:
            mark = read_mark(f"5 {name} 2021")
            assert mark is not None, name
            assert mark.dates is not None, name
            assert mark.dates.spans[0].first[:3] == (2021, number, 5), name


@pytest.mark.parametrize("code", label_names())
def test_every_day_word_of_every_language_is_read(code: str) -> None:
    for word in f"{ROWS[code].day} {ROWS[code].days}".split():
        heading = f"{word}5天" if code in {"zh", "ja"} else f"{word}5일" if code == "ko" else f"{word} 5"
        mark = read_mark(heading)
        assert mark is not None, heading
        assert mark.days == (5,), heading


def test_the_day_word_leads_whatever_its_case() -> None:
    assert said(read_mark("DAY 5")) == said(read_mark("day 5")) == said(read_mark("Day 5"))


def test_mathematical_letters_are_letters() -> None:
    assert said(read_mark("𝗗𝗮𝘆 𝟭𝟮: Trees")) == "day 12; 'Trees'"


def test_decomposed_accents_are_accents() -> None:
    assert said(read_mark("Di\u0301a 5: 3 de marzo")) == "day 5; date ?-03-03"


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("11", (11,)),
        ("#11", (11,)),
        ("11. Trees", (11,)),
        ("Monday 14th", (14,)),
        ("1.1: Trees", None),
        ("Trees", None),
    ],
)
def test_bare_numbers(heading: str, days: tuple[int, ...] | None) -> None:
    mark = read_number(heading)
    assert (mark.days if mark else None) == days


def test_a_misspelt_day_word() -> None:
    mark = read_misspelt("Dya 12: Trees")
    assert mark is not None
    assert mark.days == (12,)
    assert mark.title == "Trees"
    assert read_misspelt("Step 12") is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Log - Round 2", 2),
        ("r2-log", 2),
        ("100 Days Of Code (Round 1)", 1),
        ("Runde drei", 3),
        ("A round table", None),
    ],
)
def test_rounds_of_titles(title: str, expected: int | None) -> None:
    assert read_round(title) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2021", (2021, 0)),
        ("March", (None, 3)),
        ("March 2021", (2021, 3)),
        ("2021 - März", (2021, 3)),
        ("2021年3月", (2021, 3)),
        ("3월", (None, 3)),
        ("marzo de 2021", (2021, 3)),
        ("Goals of 2021", (None, 0)),
        ("5 March", (None, 0)),
        ("", (None, 0)),
    ],
)
def test_headings_of_years_and_months(heading: str, expected: tuple[int | None, int]) -> None:
    assert read_period(heading) == expected


def test_placeholders() -> None:
    assert is_placeholder("Topic")
    assert is_placeholder("Your title here")
    assert is_placeholder("???")
    assert not is_placeholder("Topic models")
    assert not is_placeholder("")


@given(st.text(max_size=120))
def test_no_heading_makes_the_grammar_raise(text: str) -> None:
    mark = read_mark(text)
    assert mark is None or isinstance(mark.title, str)
    read_number(text)
    read_misspelt(text)
    read_round(text)
    read_period(text)


SCRAPS = st.sampled_from(
    ["Day", "day ", "5", "2021", "-", "/", ".", " ", "March", "Sept", "第", "天", "日目", "일차", ":", ",", "(", ")", "|", "R2", "D", "#", "*", "of",
     "to", "100", "'21", "st", "[", "](x)", "&", "~", "~~", "Mon", "火", "年", "月", "日", "?", "_", "１", "²", "É"]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=24).map("".join))
def test_no_mixture_of_what_headings_are_made_of_makes_the_grammar_raise(text: str) -> None:
    mark = read_mark(text)
    if mark and mark.days:
        assert all(0 <= day < 10_000 for day in mark.days)
        assert list(mark.days) == sorted(set(mark.days))
