"""What introductions tell of their challenge."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.reading.outline.introduction import challenge_of, read_challenge
from journal_site.reading.outline.lines import scan_lines


@pytest.mark.parametrize(
    ("title", "name", "days"),
    [
        ("100daysofNLP", "100daysofNLP", 100),
        ("100 Days Of Code - Log (Round 1)", "100 Days Of Code", 100),
        ("#100DaysOfCode Log - Round 2", "100DaysOfCode", 100),
        ("**Journey of 300DaysOfData in Machine Learning**", "300DaysOfData", 300),
        ("My 30 days of SQL", "30 days of SQL", 30),
        ("100 días de código", "100 días de código", 100),
        ("100 дней кода", "100 дней кода", 100),
        ("机器学习100天", "100天", 100),
        ("Today I learned", "", None),
        ("The first 5 days", "", None),
        ("Python 3", "", None),
    ],
)
def test_the_name_of_a_challenge(title: str, name: str, days: int | None) -> None:
    assert challenge_of(title) == (name, days)


def told(text: str) -> tuple[tuple[str, ...], dt.date | None]:
    lines = scan_lines(text)
    found = read_challenge(lines, len(lines.lines))
    return found.goals, found.start


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("During these days the goal is to,\n* Learn\n* Read papers,\n* Write.\n", ("Learn", "Read papers", "Write.")),
        ("## Goals\n\n1. Learn [Rust](https://e.org)\n2. **Ship**\n\ntext", ("Learn Rust", "Ship")),
        ("## Objetivos\n- Aprender\n", ("Aprender",)),
        ("Ziele:\n- Lernen\n- Bauen\n", ("Lernen", "Bauen")),
        ("Goal: understand transformers.\n\nPlan: read.", ("understand transformers.",)),
        ("I want no goals here.\n\n- a\n", ()),
        ("# The goalkeeper\n- a\n", ()),
        ("```\nGoals:\n- a\n```\n", ()),
        ("", ()),
    ],
)
def test_goals(text: str, goals: tuple[str, ...]) -> None:
    assert told(text)[0] == goals


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The log of my challenge. Started on November 22, 2018.", dt.date(2018, 11, 22)),
        ("Started on [Monday, February 4, 2019].", dt.date(2019, 2, 4)),
        ("On May 25, 2019, I committed to the challenge.", dt.date(2019, 5, 25)),
        ("**Start date:** 2021-09-01", dt.date(2021, 9, 1)),
        ("Comencé el 5 de mayo de 2021.", dt.date(2021, 5, 5)),
        ("Published May 25, 2019. I started later.", None),
        ("Started on February 30, 2019.", None),
        ("Started with 3 friends.", None),
    ],
)
def test_the_start(text: str, start: dt.date | None) -> None:
    assert told(text)[1] == start
