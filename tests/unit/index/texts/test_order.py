"""The order of entries and their neighbours."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal_site.index.texts.order import order_entries
from journal_site.model.entry import Entry
from tests.unit.index.small_entries import entry, ids, index, log


def order(*entries: Entry) -> list[str]:
    return [entries[place].title for place in order_entries(entries).entries]


def test_date_comes_before_round_day_and_position() -> None:
    found = order(
        entry(title="d", dates=("2024-01-02",), days=(1,), round=1),
        entry(title="c", dates=("2024-01-01",), days=(1,), round=2),
        entry(title="b", dates=("2024-01-01",), days=(2,), position=1),
        entry(title="a", dates=("2024-01-01",), days=(2,), position=0),
    )
    assert found == ["a", "b", "c", "d"]


def test_an_undated_entry_follows_its_predecessor_in_its_log() -> None:
    found = order(
        entry("log.md", title="a", position=0, dates=("2024-01-01",)),
        entry("log.md", title="b", position=1),
        entry("log.md", title="c", position=2),
        entry("log.md", title="d", position=3, dates=("2024-01-03",)),
        entry("other.md", title="between", dates=("2024-01-02",)),
    )
    assert found == ["a", "b", "c", "between", "d"]


def test_a_log_that_grows_at_its_top_is_read_from_its_end() -> None:
    found = order(
        entry("log.md", title="c", position=0, newest_first=True, dates=("2024-01-03",)),
        entry("log.md", title="b", position=1, newest_first=True),
        entry("log.md", title="a", position=2, newest_first=True, dates=("2024-01-01",)),
    )
    assert found == ["a", "b", "c"]


def test_what_stands_before_the_first_date_of_its_log_comes_right_before_it() -> None:
    found = order(
        entry("other.md", title="early", dates=("2020-01-01",)),
        entry("log.md", title="prologue", position=0),
        entry("log.md", title="a", position=1, dates=("2024-01-01",)),
    )
    assert found == ["early", "prologue", "a"]


def test_a_file_without_date_follows_the_file_of_the_day_before() -> None:
    found = order(
        entry("day1.md", title="1", days=(1,), dates=("2024-01-01",)),
        entry("day3.md", title="3", days=(3,), dates=("2024-01-03",)),
        entry("second.md", title="2", days=(2,)),
    )
    assert found == ["1", "2", "3"]


def test_a_journal_without_dates_goes_by_round_day_and_position() -> None:
    found = order(
        entry("r2.md", title="r2d1", days=(1,), round=2),
        *log("log.md", 3, 1, 2),
        entry("log.md", title="aside", position=3),
    )
    assert found == ["Day 1", "Day 2", "aside", "Day 3", "r2d1"]


def test_files_without_date_and_day_keep_their_order() -> None:
    assert order(*[entry(f"{name}.md") for name in "cab"]) == ["c", "a", "b"]


def test_neighbours_are_those_in_time_and_of_a_note_those_of_its_source() -> None:
    built = index([
        entry("b.md", dates=("2024-01-02",)), entry("a.md", dates=("2024-01-01",)),
        entry("log.md", kind="note", id_base="x"), entry("log.md", kind="note", id_base="y", position=1),
        entry("log2.md", kind="note", id_base="z"),
    ])  # fmt: skip
    chain = [(item.id, item.previous, item.next) for item in built.items]
    assert chain == [("a", None, "b"), ("b", "a", None), ("x", None, "y"), ("y", "x", None), ("z", None, None)]


def test_notes_follow_the_entries_in_the_order_of_their_sources() -> None:
    built = index([entry("n.md", kind="note", id_base="n"), entry("a.md"), entry("m.md", kind="note", id_base="m")])
    assert ids(built) == ["a", "n", "m"]


DATES = st.one_of(st.none(), st.integers(0, 5).map(lambda offset: dt.date(2024, 1, 1) + dt.timedelta(days=offset)))


@given(st.lists(st.tuples(st.sampled_from("abc"), DATES, st.one_of(st.none(), st.integers(0, 4))), max_size=12))
def test_the_order_keeps_every_entry_and_the_dates_ascend(texts: list[tuple[str, dt.date | None, int | None]]) -> None:
    texts.sort(key=lambda text: text[0])
    entries = []
    for place, (source, date, number) in enumerate(texts):
        fields: dict[str, object] = {}
        if date is not None:
            fields["dates"] = (date.isoformat(),)
        if number is not None:
            fields["days"] = (number,)
        entries.append(entry(source, position=place, **fields))
    found = order_entries(entries).entries
    assert sorted(found) == list(range(len(entries)))
    dates = [date for place in found if (date := entries[place].date) is not None]
    assert dates == sorted(dates)
