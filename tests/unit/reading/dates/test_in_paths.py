# ruff: noqa: E501 - lists of names
"""What paths tell of days and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.reading.dates.in_paths import file_round, name_title, names_order, read_month, read_name


@pytest.mark.parametrize(
    ("path", "days", "round_", "date"),
    [
        ("entries/2024-09-14-trees.md", (), None, "2024-09-14"),
        ("entries/2024_09_14.md", (), None, "2024-09-14"),
        ("entries/20240914.md", (), None, "2024-09-14"),
        ("entries/2024.09.14.md", (), None, "2024-09-14"),
        ("notes on 2024-09-14.md", (), None, "2024-09-14"),
        ("journals/2023_01_05.md", (), None, "2023-01-05"),
        ("_posts/2020-01-01-hello-world.md", (), None, "2020-01-01"),
        ("_posts/2020-01-08-day-8-forms.md", (8,), None, "2020-01-08"),
        ("2021/09/14.md", (), None, "2021-09-14"),
        ("2021/9/4-trees.md", (), None, "2021-09-04"),
        ("2021/09/2021-09-14.md", (), None, "2021-09-14"),
        ("2021-09/14.md", (), None, "2021-09-14"),
        ("2021/September/14.md", (), None, "2021-09-14"),
        ("2021/09/14/README.md", (), None, "2021-09-14"),
        ("2021/Sep 14.md", (), None, "2021-09-14"),
        ("2021/0914.md", (), None, "2021-09-14"),
        ("2021/autumn/09-14 trees.md", (), None, "2021-09-14"),
        ("2021/1399.md", (), None, None),
        ("D007/README.md", (7,), None, None),
        ("D34-D35/saw.md", (34, 35), None, None),
        ("D3.md", (), None, None),
        ("autumn/24_09_14.md", (), None, "2024-09-14"),
        ("24-09-14 trees.md", (), None, "2024-09-14"),
        ("14-09-24.md", (), None, "2024-09-14"),
        ("第十二天 树.md", (12,), None, None),
        ("14 September 2024.md", (), None, "2024-09-14"),
        ("14-09-2024.md", (), None, "2024-09-14"),
        ("240914-trees.md", (), None, "2024-09-14"),
        ("day-00012.md", (12,), None, None),
        ("day1.md", (1,), None, None),
        ("Day 12 - Trees.md", (12,), None, None),
        ("day_12_trees.md", (12,), None, None),
        ("Day01/README.md", (1,), None, None),
        ("day001/index.md", (1,), None, None),
        ("Day42-45/README.md", (42, 43, 44, 45), None, None),
        ("Day001_27-03-23/README.md", (1,), None, "2023-03-27"),
        ("days/_59_60/README.md", (59, 60), None, None),
        ("days/7.md", (7,), None, None),
        ("Day 3/exercise.md", (3,), None, None),
        ("Day 12 - 4th May 2021/two sum/README.md", (12,), None, "2021-05-04"),
        ("Day 12/easy/two-sum/notes.md", (12,), None, None),
        ("2021/09/14/kata/README.md", (), None, "2021-09-14"),
        ("30 days of code/easy/README.md", (), None, None),
        ("week 3/easy/README.md", (), None, None),
        ("R2D5.md", (5,), 2, None),
        ("Tag 5.md", (5,), None, None),
        ("#01/README.md", (1,), None, None),
        ("#12.md", (12,), None, None),
        ("kata/# 7/notes.md", (), None, None),
        ("kata/#7/README.md", (7,), None, None),
        ("issue #12 in python.md", (), None, None),
        ("21-7-4---sourdough.md", (), None, None),
        ("День 5.md", (5,), None, None),
        ("第5天.md", (5,), None, None),
        ("5일차.md", (5,), None, None),
        ("trees.md", (), None, None),
        ("topics/sql.md", (), None, None),
        ("01-introduction.md", (), None, None),
        ("python3.md", (), None, None),
        ("2021/README.md", (), None, None),
        ("2021-13-45.md", (), None, None),
        ("001-007/README.md", (), None, None),
        ("100-days/README.md", (), None, None),
        ("README.md", (), None, None),
    ],
)
def test_what_a_path_tells(path: str, days: tuple[int, ...], round_: int | None, date: str | None) -> None:
    name = read_name(path)
    assert name.days == days
    assert name.round == round_
    assert name.dates == ((dt.date.fromisoformat(date),) if date else ())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("100DaysOfCodeRound2-log.md", 2),
        ("log-r3.md", 3),
        ("r1-log.md", None),
        ("round-2/README.md", 2),
        ("2-081-090/README.md", 2),
        ("081-090/README.md", None),
        ("log.md", None),
    ],
)
def test_the_round_of_a_log(path: str, expected: int | None) -> None:
    assert file_round(path) == expected


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("2026-10-09-seven-it", "Seven it"), ("2026-10-05 Note Three", "Note Three"), ("2026-10-07 - Five it", "Five it"),
        ("Day 16 - Loops", "Loops"), ("day_12_trees", "Trees"), ("202104130900 trees", "Trees"), ("240914-trees", "Trees"),
        ("2026-10-02", ""), ("2024-01-12-to-18", ""), ("DAY12", ""), ("week 3", ""), ("C++ in 2024", ""), ("lstm2", ""),
        ("21-7-4---sourdough", "Sourdough"), ("May 2 - trees", "Trees"), ("23rd August", ""), ("go 1.2.3", ""), ("1.2.3 is out", ""),
    ],
)  # fmt: skip
def test_what_a_name_says_besides_its_day(stem: str, title: str) -> None:
    assert name_title(f"entries/{stem}.md") == title


@pytest.mark.parametrize(
    ("names", "order"),
    [
        (["03-01-21.md", "03-05-21.md", "03-09-21.md"], "month/day/year"), (["01-03-2021.md", "05-03-2021.md"], "day/month/year"),
        (["21.03.01.md", "21.03.05.md", "21.03.09.md"], "year/month/day"), (["day-01-27-10.md", "day-02-28-10.md"], "number/day/month"),
        (["day-27-01-21.md", "day-28-01-21.md"], "day/month/year"), (["01-02-2021.md"], ""), (["trees.md", "heaps.md"], ""),
    ],
)  # fmt: skip
def test_names_show_each_other_their_order(names: list[str], order: str) -> None:
    assert names_order(names) == order


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("2022/01.md", (2022, 1)), ("logs/2024.4.md", (2024, 4)), ("202204.md", (2022, 4)), ("March 2021.md", (2021, 3)),
        ("2018/march.md", (2018, 3)), ("diary-2019.md", (2019, 0)), ("trees.md", (None, 0)), ("2022/13.md", (2022, 0)),
    ],
)  # fmt: skip
def test_which_month_or_year_a_log_is_of(path: str, month: tuple[int | None, int]) -> None:
    assert read_month(path) == month


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("21-7-4---sourdough.md", "2021-07-04"),
        ("22-3-5---Rye_and_oats.md", "2022-03-05"),
        ("kneading-23-11-9.md", "2023-11-09"),
    ],
)
def test_a_day_of_one_figure_stands_third_where_the_names_beside_it_have_the_year_first(path: str, date: str) -> None:
    order = names_order([path, "21-7-26---malt.md", "21-7-29---spelt.md", "21-7-30---ovens.md"])
    assert read_name(path, order).dates == (dt.date.fromisoformat(date),)


def test_a_single_figure_is_no_year() -> None:
    order = names_order(["26-7-21 malt.md", "30-11-21 spelt.md", "1-2-3 go.md"])
    assert read_name("26-7-21 malt.md", order).dates == (dt.date(2021, 7, 26),)
    assert read_name("1-2-3 go.md", order).dates == ()
