"""Home says who, how far, how steady and what is new, with as much as a journal has."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from journal_site.model.index import Challenge, Index, Item, Streaks
from journal_site.model.page import Page
from journal_site.pages.charts.heatmap import Span, build_heatmap
from journal_site.pages.charts.ruler import build_ruler, round_days
from journal_site.pages.kinds.goals import build_goals
from journal_site.pages.kinds.home import HomeView, home_view, plan_home
from journal_site.pages.parts.facts import entries_by_date
from tests.unit.pages.small_journal import START, made, make_context, make_index, make_item, render_text

TODAY = dt.date(2022, 1, 8)


def _home(index: Index, **settings: object) -> tuple[HomeView, str]:
    context = make_context(index, **settings)  # type: ignore[arg-type] # settings of site.yaml only
    (page,) = made(plan_home, context)
    assert isinstance(page.view, HomeView)
    return page.view, render_text(context, page)


def _journal(*items: Item, today: dt.date = TODAY) -> Index:
    return Index(items=items, streaks=Streaks(today=today))


def test_how_far_and_how_steady() -> None:
    view, html = _home(make_index())
    assert view.progress
    assert (view.progress.number, view.progress.of, view.progress.calendar) == ("6", "of 100", "Day 10 by the calendar")
    assert view.streak
    assert (view.streak.current, view.streak.longest, view.streak.active) == ("1", "4", "5")
    assert 'data-end="2022-01-08"' in html
    assert 'aria-label="Day 6 of 100"' in html


def test_what_is_new_comes_first() -> None:
    view, _ = _home(make_index())
    assert [card.ref.day for card in view.latest] == ["Day 6", "Day 5", "Day 4", "Day 3", "Day 2", "Day 1"]
    assert view.latest[0].topics[0].url == "./topics/nlp/"


def test_papers_and_notebooks_name_their_newest_entry() -> None:
    view, _ = _home(make_index())
    assert [(paper.ref.text, paper.entry and paper.entry.day) for paper in view.papers] == [
        ("Attention by alignment", "Day 2")
    ]
    assert view.notebooks[0].ref.url == "./notebooks/lstm/"


@pytest.mark.parametrize(
    ("today", "ago"), [(dt.date(2023, 1, 8), "1 year ago"), (dt.date(2025, 1, 8), "3 years ago"), (TODAY, None)]
)
def test_on_this_day(today: dt.date, ago: str | None) -> None:
    index = make_index()
    view, _ = _home(replace(index, streaks=replace(index.streaks, today=today)))
    assert [memory.ago for memory in view.memories] == ([ago] if ago else [])


def test_an_empty_journal_says_so() -> None:
    _, html = _home(_journal())
    assert "Nothing is written here yet." in html
    assert 'class="heat' not in html


def test_three_undated_days() -> None:
    view, html = _home(_journal(*(make_item(number, None) for number in (1, 2, 4))))
    assert view.heatmap is None
    assert view.progress
    assert view.progress.ruler
    assert (view.progress.number, view.progress.ruler.done) == ("3", "M0 5h2M3 5h1")
    assert '<p class="figure big"><b>3</b>' in html


def test_notes_alone_are_listed() -> None:
    notes = [
        replace(item, entry=replace(item.entry, kind="note"), url=f"notes/{item.id}/")
        for item in (make_item(number, None) for number in range(1, 20))
    ]
    view, html = _home(_journal(*notes))
    assert len(view.notes) == 19
    assert view.latest == ()
    assert 'href="./notes/"' in html


def test_a_short_introduction_stands_on_home_and_a_long_one_has_its_page() -> None:
    index = make_index()
    short, _ = _home(index)
    assert short.introduction
    assert short.introduction.bodies[0].digest == "intro"
    (item,) = index.introduction
    long = replace(item, entry=replace(item.entry, words=500, excerpt="How it began"))
    view, html = _home(replace(index, introduction=(long,)))
    assert view.introduction
    assert view.introduction.bodies == ()
    assert "How it began" in html
    assert 'href="./introduction/"' in html


def test_a_heatmap_of_the_last_year_has_a_table_beside_it() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(400)]
    view, html = _home(_journal(*items, today=START + dt.timedelta(days=399)))
    assert view.heatmap
    assert len(view.heatmap.weeks) == 53
    assert not view.heatmap.young
    assert sum(bool(day.url) for week in view.heatmap.weeks for day in week.days) > 360
    assert len(view.heatmap.months) in (13, 14)
    assert '<table class="plain">' in html
    assert html.count('tabindex="-1"') > 360


def test_a_young_journals_heatmap_begins_with_it() -> None:
    view, _ = _home(make_index())
    assert view.heatmap
    assert view.heatmap.young
    assert view.heatmap.weeks[0].days[START.weekday()].title.startswith("30 Dec: ")
    assert view.heatmap.weeks[-1].ahead


def test_a_journal_that_ended_shows_its_own_last_year() -> None:
    index = make_index()
    view, _ = _home(replace(index, streaks=replace(index.streaks, today=dt.date(2030, 1, 1))))
    assert view.heatmap
    assert view.heatmap.label.endswith("2022")


def test_levels_follow_the_words() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(1, 9)]
    context = make_context(_journal(*items))
    days = entries_by_date(items)
    heat = build_heatmap(context, "./", days, Span(min(days), max(days), max(days)))
    levels = [day.level for week in heat.weeks for day in week.days if day.url]
    assert levels == sorted(levels)
    assert set(levels) == {1, 2, 3, 4}


def test_the_ruler_joins_runs_and_leaves_out_what_is_beyond_it() -> None:
    ruler = build_ruler({1, 2, 3, 7, 101}, 100, now=9)
    assert (ruler.done, ruler.now) == ("M0 5h3M6 5h1", 8)
    assert build_ruler({1}, 10, now=11).now is None


def test_only_the_current_round_counts() -> None:
    first = [make_item(n, None, round=1) for n in (1, 2, 3)]
    second = [make_item(n, None, round=2) for n in (1, 2)]
    assert round_days([*first, *second]) == {1, 2}


def test_a_goal_knows_the_topics_that_it_names() -> None:
    challenge = Challenge(name="", days=None, start=None, done=0, calendar=None, goals=("Learn NLP, at last", "Nlpx"))
    goals = build_goals(make_context(replace(make_index(), challenge=challenge)), "./")
    assert [topic.name for topic in goals[0].topics] == ["NLP"]
    assert goals[0].entries == "6 entries"
    assert goals[1].topics == ()


def test_home_stays_light_at_a_thousand_entries() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(1, 1001)]
    index = replace(make_index(), items=tuple(items), topics=(), links=(), notebooks=())
    index = replace(index, streaks=replace(index.streaks, today=START + dt.timedelta(days=1000)))
    context = make_context(index)
    page = Page(path="index.html", template="home.html", view=home_view(context))
    assert len(render_text(context, page).encode()) <= 50_000


@pytest.mark.parametrize(
    ("calendar", "language", "labels"),
    [
        (55, "en", [("Day 1", "0", ""), ("Day 55 by the calendar", "54.5", "middle"), ("Day 100", "100", "end")]),
        (55, "he", [("Day 1", "100", "end"), ("Day 55 by the calendar", "45.5", "middle"), ("Day 100", "0", "")]),
        (5, "en", [("Day 5 by the calendar", "4.5", ""), ("Day 100", "100", "end")]),
        (98, "en", [("Day 1", "0", ""), ("Day 98 by the calendar", "97.5", "end")]),
        (130, "en", [("Day 1", "0", ""), ("The calendar has run out", "50.0", "middle"), ("Day 100", "100", "end")]),
    ],
)
def test_below_the_ruler_stands_where_the_calendar_is(
    calendar: int, language: str, labels: list[tuple[str, str, str]]
) -> None:
    challenge = Challenge(name="", days=100, start=START, done=6, calendar=calendar)
    view, _ = _home(replace(make_index(), challenge=challenge), language=language)
    assert view.progress
    assert [(label.text, label.place, label.anchor) for label in view.progress.labels] == labels
