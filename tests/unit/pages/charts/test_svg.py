"""Pictures of numbers: in proportion, labelled without overlap, valid whatever the names are."""

from __future__ import annotations

import itertools
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.pages.charts.svg import WIDTH, Bar, Caption, column_chart, grid_chart, row_chart, span_chart

CAPTION = Caption(key="words", title="Words <&>", description='Most: "Monday", 9')


def bars(*amounts: int) -> list[Bar]:
    return [Bar(name=f"Week {n}", amount=amount, text=str(amount), label=f"W{n}") for n, amount in enumerate(amounts)]


def shapes(svg: str) -> list[ET.Element]:
    return [one for one in ET.fromstring(svg) if one.tag == "rect"]  # noqa: S314 - our own


def size(shape: ET.Element, name: str) -> float:
    return float(shape.get(name) or "nan")


def test_columns_are_in_proportion_and_an_empty_week_has_none() -> None:
    found = shapes(column_chart(CAPTION, bars(10, 0, 5)))
    assert len(found) == 2
    assert size(found[0], "height") == pytest.approx(2 * size(found[1], "height"), abs=0.2)
    assert size(found[0], "y") + size(found[0], "height") == size(found[1], "y") + size(found[1], "height")
    assert [one.findtext("title") for one in found] == ["Week 0: 10", "Week 2: 5"]


def test_rows_are_in_proportion() -> None:
    found = shapes(row_chart(CAPTION, bars(8, 2)))
    assert size(found[0], "width") == pytest.approx(4 * size(found[1], "width"), abs=0.2)


def test_the_darkest_cell_is_the_fullest() -> None:
    names, columns = ["NLP", "SQL"], bars(0, 0)
    found = shapes(grid_chart(CAPTION, names, columns, [[8, 0], [1, 4]]))
    assert [one.get("class") for one in found] == ["h4", "h0", "h1", "h2"]


def test_spans_lie_where_they_were() -> None:
    found = shapes(span_chart(CAPTION, [(0, bars(10)[0]), (50, bars(20)[0])], [(0, "Jan"), (50, "Feb")], 100))
    assert [size(one, "x") for one in found] == [0, WIDTH / 2]
    assert size(found[1], "width") == pytest.approx(WIDTH / 5, abs=1)


def test_labels_keep_their_distance() -> None:
    svg = ET.fromstring(column_chart(CAPTION, bars(*range(300))))  # noqa: S314 - our own
    places = [size(one, "x") for one in svg if one.tag == "text" and (one.text or "").startswith("W")]
    assert len(places) > 3
    assert all(later - earlier >= 40 for earlier, later in itertools.pairwise(places))


@given(st.lists(st.tuples(st.text(max_size=60), st.integers(0, 10**9)), min_size=1, max_size=8))
def test_no_name_breaks_a_picture(pairs: list[tuple[str, int]]) -> None:
    allowed = [(name.translate(dict.fromkeys((*range(32), 0xFFFE, 0xFFFF))), amount) for name, amount in pairs]
    made = [Bar(name=name, amount=amount, text=str(amount), label=name) for name, amount in allowed]
    names = [bar.name for bar in made]
    for svg in (
        column_chart(CAPTION, made),
        row_chart(CAPTION, made),
        grid_chart(CAPTION, names, made, [[bar.amount for bar in made] for _ in made]),
        span_chart(CAPTION, [(n, bar) for n, bar in enumerate(made)], [], 10),
    ):
        root = ET.fromstring(svg)  # noqa: S314 - our own
        assert root.findtext("title") == CAPTION.title
        assert root.findtext("desc") == CAPTION.description
