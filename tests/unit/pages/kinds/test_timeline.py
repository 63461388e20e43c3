"""The timeline: rows that can be found again, walls where there are no dates, the year that has something first."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from journal_site.pages.kinds.timeline import TimelineView, plan_timeline
from journal_site.pages.parts.views import Thumbnail
from tests.unit.pages.small_journal import made, make_context, make_index, make_item


def test_a_row_shows_a_picture_or_a_line_of_what_it_says() -> None:
    index = make_index()
    (page,) = made(plan_timeline, make_context(index))
    assert isinstance(page.view, TimelineView)
    rows = {row.url.split("/")[-2]: row for section in page.view.sections for row in section.entries}
    assert (rows["day-1"].excerpt, rows["day-1"].picture) == (
        "",
        Thumbnail(url="../files/plot.png", width=640, height=480),
    )
    assert (rows["day-2"].excerpt, rows["day-2"].picture) == ("Excerpt 2", None)


def test_days_without_dates_have_their_walls() -> None:
    items = [make_item(n, None, round=1 + n // 4) for n in range(1, 7)]
    (page,) = made(plan_timeline, make_context(replace(make_index(), items=tuple(items), challenge=None)))
    assert isinstance(page.view, TimelineView)
    assert [(one.name, len(one.wall.cells)) for one in page.view.walls] == [("Round 2", 6), ("Round 1", 3)]
    (dated,) = made(plan_timeline, make_context())
    assert isinstance(dated.view, TimelineView)
    assert dated.view.walls == ()


@pytest.mark.parametrize(("newest", "lead"), [(4, "2021"), (40, "2022")])
def test_a_long_timeline_shows_its_newest_year_unless_that_has_hardly_any(newest: int, lead: str) -> None:
    dates = [dt.date(2021, 1, 1) + dt.timedelta(days=n) for n in range(260)]
    dates += [dt.date(2022, 1, 1) + dt.timedelta(days=n) for n in range(newest)]
    items = tuple(make_item(n, date) for n, date in enumerate(dates, start=1))
    pages = made(plan_timeline, make_context(replace(make_index(), items=items)))
    front = next(page.view for page in pages if page.path == "timeline/index.html")
    assert isinstance(front, TimelineView)
    assert front.parts[0].name == lead
    assert front.sections[0].entries[0].iso.startswith(lead)
    assert sum(len(section.entries) for section in front.sections) == min(50, newest if lead == "2022" else 260)
