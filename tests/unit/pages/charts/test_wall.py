"""The wall has a cell for each day of a challenge, with its main topic and how much was written, dates or none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from journal_site.model.index import Index, Item, Streaks, Topic
from journal_site.pages.charts.wall import build_wall, current_round, rounds_of
from journal_site.pages.parts.context import PageContext
from tests.unit.pages.small_journal import START, make_context, make_item


def _context(*items: Item) -> PageContext:
    topics = tuple(
        Topic(slug=slug, name=slug.upper(), entries=tuple(item.id for item in items if slug in item.topics))
        for slug in ("maths", "nlp")
    )
    return make_context(Index(items=items, topics=topics, streaks=Streaks(today=START)))


def test_cells_say_day_title_and_main_topic() -> None:
    items = [make_item(number, None) for number in (1, 3)]
    items[1] = replace(items[1], topics=("unseen", "maths", "nlp"))
    wall = build_wall(_context(*items), "../", current_round(items), 4, "Two days")
    assert [(cell.url, cell.title) for cell in wall.cells] == [
        ("../entries/day-1/", "Day 1 · What I learned, part 1 · NLP"),
        ("", ""),
        ("../entries/day-3/", "Day 3 · What I learned, part 3 · MATHS"),
        ("", ""),
    ]
    assert wall.cells[0].colour != wall.cells[2].colour
    assert 0 not in (wall.cells[0].colour, wall.cells[2].colour)


def test_depth_is_how_much_was_written_on_each_of_its_days() -> None:
    items = [make_item(number, None, words=100 * number) for number in range(1, 8)]
    items.append(make_item(8, None, words=200, days=(8, 9)))
    wall = build_wall(_context(*items), "./", current_round(items), 9, "")
    assert [cell.level for cell in wall.cells] == [1, 2, 2, 3, 3, 4, 4, 1, 1]


@pytest.mark.parametrize(("total", "columns", "rows"), [(30, 10, 3), (100, 10, 10), (101, 25, 5), (300, 25, 12)])
def test_rows_of_ten_then_of_twenty_five(total: int, columns: int, rows: int) -> None:
    wall = build_wall(_context(), "./", {}, total, "")
    assert (wall.columns, len(wall.rows), len(wall.cells)) == (columns, rows, total)


def test_the_table_says_the_same_in_words() -> None:
    items = [make_item(number, None) for number in (1, 2, 12)]
    wall = build_wall(_context(*items), "./", current_round(items), 15, "")
    assert [(row.days, row.written, row.words, row.topics) for row in wall.rows] == [
        ("Days 1–10", "2", "300", "NLP"),
        ("Days 11–15", "1", "1,200", "NLP"),
    ]


def test_only_the_current_round_counts() -> None:
    first = [make_item(n, None, round=1) for n in (1, 2, 3)]
    second = [make_item(n, None, round=2) for n in (1, 2)]
    assert set(current_round([*first, *second])) == {1, 2}
    assert {key: sorted(days) for key, days in rounds_of([*first, *second]).items()} == {1: [1, 2, 3], 2: [1, 2]}


def test_rest_and_what_comes_before_are_no_days_and_of_two_entries_the_first_counts() -> None:
    items = [make_item(0, None), make_item(1, None, rest=True), make_item(2, None), make_item(2, None, title="More")]
    assert [item.entry.title for item in current_round(items).values()] == ["What I learned, part 2"]
