"""Home says who, how far, how steady and what is new, with as much as a journal has."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from journal_site.config.settings import CadenceSettings, FreezeSettings, StreakSettings
from journal_site.model.index import Challenge, Index, Item, Run, Streaks, Topic
from journal_site.model.page import Page
from journal_site.pages.charts.heatmap import build_heatmap
from journal_site.pages.kinds.goals import build_goals
from journal_site.pages.kinds.home import HomeView, home_view, plan_home
from journal_site.pages.parts.facts import entries_by_date
from journal_site.pages.parts.views import Thumbnail
from tests.unit.pages.small_journal import START, made, make_context, make_index, make_item, render_text

TODAY = dt.date(2022, 1, 8)


def _home(index: Index, **settings: object) -> tuple[HomeView, str]:
    context = make_context(index, **settings)  # type: ignore[arg-type] # settings of site.yaml only
    (page,) = made(plan_home, context)
    assert isinstance(page.view, HomeView)
    return page.view, render_text(context, page)


def _journal(*items: Item, today: dt.date = TODAY) -> Index:
    return Index(items=items, streaks=Streaks(today=today))


def _streak(days: int, last: dt.date) -> Run:
    return Run(days=days, start=last - dt.timedelta(days=days - 1), end=last)


def test_how_far_and_how_steady() -> None:
    index = make_index()
    running = replace(index.streaks, current=_streak(3, TODAY), until=TODAY)
    view, html = _home(replace(index, streaks=running))
    assert view.progress
    assert (view.progress.number, view.progress.of, view.progress.says) == ("6", "of 100", "Day 10 by the calendar")
    assert view.streak
    assert (view.streak.figure.number, view.streak.figure.name) == ("3", "Current streak")
    assert [(figure.number, figure.name) for figure in view.figures] == [("4", "Longest streak"), ("2,100", "Words")]
    assert 'data-until="2022-01-08" data-day-ends="00:00"' in html
    assert 'class="rule"' not in html
    assert 'aria-label="Day 6 of 100"' in html


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (StreakSettings(cadence=CadenceSettings(days="weekdays")), "Monday – Friday"),
        (StreakSettings(rest_days=("sunday", "saturday")), "Monday – Friday"),
        (StreakSettings(rest_days=("sunday",)), "Rest day: Sunday"),
        (
            StreakSettings(cadence=CadenceSettings(weekly=3), freezes=FreezeSettings(every=7, keep=2)),
            "3 days a week · To spare: 2 days",
        ),
    ],
)
def test_the_rule_of_a_streak_stands_beside_it(said: StreakSettings, rule: str) -> None:
    index = make_index()
    view, html = _home(replace(index, streaks=replace(index.streaks, current=_streak(3, TODAY))), streak=said)
    assert view.streak
    assert view.streak.figure.rule == rule
    assert f'<small class="rule">{rule}</small>' in html


def test_short_streaks_and_figures_that_stand_there_already_are_not_shown() -> None:
    index = make_index()
    streaks = replace(index.streaks, current=_streak(2, TODAY), longest=_streak(6, TODAY))
    view, _ = _home(replace(index, streaks=streaks))
    assert view.streak is None
    assert [figure.name for figure in view.figures] == ["Words"]  # six days are done


def test_the_first_day_is_a_beginning() -> None:
    challenge = Challenge(name="100DaysOfBread", days=100, start=START, done=1, calendar=1)
    first = make_item(1, START, minutes=600)
    index = Index(items=(first,), streaks=Streaks(today=START, current=_streak(1, START)), challenge=challenge)
    view, html = _home(index)
    assert (view.streak, view.figures) == (None, ())
    assert html.count("<b>1</b>") == 1


@pytest.mark.parametrize(
    ("done", "calendar", "today", "says"),
    [
        (6, 10, TODAY, "Day 10 by the calendar"),
        (100, 60, TODAY, "30 Dec 2021 – 8 Jan 2022"),  # done before its time
        (6, 300, dt.date(2022, 1, 20), "30 Dec 2021 – 8 Jan 2022"),  # the calendar has run out
        (6, 90, dt.date(2022, 3, 29), "30 Dec 2021 – 8 Jan 2022"),  # nothing was written for long
    ],
)
def test_a_challenge_that_is_over_or_rests_is_told_as_it_was(
    done: int, calendar: int, today: dt.date, says: str
) -> None:
    index = make_index()
    challenge = Challenge(name="", days=100, start=START, done=done, calendar=calendar)
    view, _ = _home(replace(index, challenge=challenge, streaks=replace(index.streaks, today=today)))
    assert view.progress
    assert view.progress.says == says


def test_the_sites_name_is_no_unit() -> None:
    challenge = Challenge(name="A <small> journal", days=100, start=START, done=6, calendar=None)
    view, _ = _home(replace(make_index(), challenge=challenge))
    assert view.progress
    assert view.progress.name == "Progress"


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
    assert [bool(cell.url) for cell in view.progress.wall.cells] == [True, True, False, True]
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


@pytest.mark.parametrize(
    ("told", "lead"),
    [
        ("How it began.", "How it began."),
        ("Long ago I baked. " * 9 + "Then not.", "Long ago I baked. " * 5),
        ("I learn to bake " * 8 + "and it rises. Then I eat it. " * 3, "I learn to bake " * 8 + "and it rises."),
        ("bread " * 60, "bread " * 53 + "…"),
    ],
)
def test_the_introduction_gives_a_sentence_or_two(told: str, lead: str) -> None:
    index = make_index()
    (item,) = index.introduction
    view, html = _home(replace(index, introduction=(replace(item, entry=replace(item.entry, excerpt=told)),)))
    assert view.lead.replace(" …", "…") == lead.strip().replace(" …", "…")
    assert 'href="./introduction/"' in html


def test_what_the_author_says_in_site_yaml_comes_before_the_introduction() -> None:
    view, html = _home(make_index(), description="Bread, day by day.", avatar="me & you.jpg")
    assert view.lead == "Bread, day by day."
    assert 'src="./me%20&amp;%20you.jpg"' in html


def test_an_entry_has_its_picture_beside_it_and_an_icon_is_none() -> None:
    index = make_index()
    view, _ = _home(index)
    picture = view.latest[-1].picture
    assert picture
    assert (picture.url, picture.width, picture.height) == ("./files/plot.png", 640, 480)
    first = index.items[0]
    small = replace(first.targets[0], width=90)
    copied = replace(first.targets[0], width=1600, height=1200, widths=(200, 400, 800))
    views = [
        _home(replace(index, items=(replace(first, targets=(one, *first.targets[1:])), *index.items[1:])))[0]
        for one in (small, copied)
    ]
    assert views[0].latest[-1].picture is None
    assert views[1].latest[-1].picture == Thumbnail(url="./scaled/400/files/plot.png", width=400, height=300)


def test_topics_have_bars() -> None:
    index = make_index()
    other = Topic(slug="maths", name="Maths", entries=("day-2", "day-3"))
    view, html = _home(replace(index, topics=(*index.topics, other)))
    assert [(bar.ref.name, bar.ref.colour, bar.count, bar.part) for bar in view.topics] == [
        ("NLP", 1, "6", 100),
        ("Maths", 2, "2", 33),
    ]
    assert '<li class="k2"><a href="./topics/maths/">' in html


def test_a_heatmap_of_the_last_year_has_a_table_beside_it() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(400)]
    view, html = _home(_journal(*items, today=START + dt.timedelta(days=399)))
    assert view.heatmap
    assert len(view.heatmap.weeks) == 53
    assert sum(bool(day.url) for week in view.heatmap.weeks for day in week.days) > 360
    assert len(view.heatmap.months) in (13, 14)
    assert '<table class="plain">' in html
    assert html.count('tabindex="-1"') > 360


def _dated() -> Index:
    return replace(make_index(), challenge=None)


def test_a_young_journals_heatmap_begins_with_it() -> None:
    view, html = _home(_dated())
    assert view.heatmap
    assert view.heatmap.first == "2021-12-27"
    assert len(view.heatmap.weeks) == 2
    assert view.heatmap.weeks[0].days[START.weekday()].title.startswith("30 Dec: ")
    assert 'data-none="0 entries"' in html


def test_a_year_that_begins_is_named_by_its_number() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(90)]
    view, _ = _home(_journal(*items, today=START + dt.timedelta(days=90)))
    assert view.heatmap
    assert [week.month for week in view.heatmap.weeks if week.month] == ["2022", "Feb", "Mar"]


def test_a_journal_that_ended_shows_its_own_last_year() -> None:
    index = _dated()
    view, _ = _home(replace(index, streaks=replace(index.streaks, today=dt.date(2030, 1, 1))))
    assert view.heatmap
    assert view.heatmap.label.endswith("2022")


def test_the_year_with_most_days_is_shown_where_the_last_has_hardly_any() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(60)]
    view, _ = _home(_journal(*items, make_item(60, dt.date(2024, 5, 1)), today=dt.date(2024, 5, 2)))
    assert view.heatmap
    assert view.heatmap.label == "27 Dec 2021 – 27 Feb 2022"


def test_levels_follow_the_words() -> None:
    items = [make_item(n, START + dt.timedelta(days=n)) for n in range(1, 9)]
    context = make_context(_journal(*items))
    days = entries_by_date(items)
    heat = build_heatmap(context, "./", days, min(days), max(days))
    levels = [day.level for week in heat.weeks for day in week.days if day.url]
    assert levels == sorted(levels)
    assert set(levels) == {1, 2, 3, 4}


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
