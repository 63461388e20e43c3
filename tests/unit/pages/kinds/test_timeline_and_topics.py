"""Links, notebooks, stats, tasks, gallery: what they show, how they part when they are long, and what they cost."""

from __future__ import annotations

import datetime as dt
import re
import time
from xml.etree import ElementTree as ET

import msgspec
import pytest
from msgspec.structs import replace

from journal_site.model.entry import Notebook, Task
from journal_site.model.index import LinkRecord, NotebookRecord, Run, Streaks, Target
from journal_site.model.link_kinds import KIND_OF
from journal_site.model.page import Copy, Page
from journal_site.pages.charts.svg import Chart
from journal_site.pages.kinds.gallery import plan_gallery
from journal_site.pages.kinds.links import HIGHLIGHTS, ON_ONE_PAGE, LinksView, plan_links
from journal_site.pages.kinds.notebook_list import NotebooksView
from journal_site.pages.kinds.notebooks import NotebookView, plan_notebooks
from journal_site.pages.kinds.stats import StatsView, plan_stats
from journal_site.pages.kinds.tasks import TasksView, plan_tasks
from journal_site.pages.page_kinds import PAGE_KINDS
from journal_site.pages.words.periods import periods_of
from tests.unit.pages.small_journal import (
    made,
    made_all,
    made_anew,
    make_context,
    make_index,
    make_item,
    make_items,
    make_link,
    render_text,
)

KINDS = tuple(KIND_OF)


def links_pages(links: tuple[LinkRecord, ...], entries: int = 12) -> dict[str, LinksView]:
    start = dt.date(2020, 1, 1)
    items = tuple(make_item(n, start + dt.timedelta(days=100 * n)) for n in range(entries))
    context = make_context(replace(make_index(), items=items, links=links, topics=(), notebooks=()))
    views: dict[str, LinksView] = {}
    for page in made(plan_links, context):
        assert isinstance(page.view, LinksView)
        views[page.path] = page.view
    return views


def many_links(count: int, entries: int = 12) -> tuple[LinkRecord, ...]:
    return tuple(
        make_link(f"https://example.org/{n}", [f"day-{n * entries // count}"], KINDS[n % 2], f"Link {n}")
        for n in range(count)
    )


def test_few_links_share_one_page() -> None:
    ((path, view),) = links_pages(many_links(10)).items()
    assert path == "links/index.html"
    assert [group.name for group in view.groups] == ["Papers", "Repositories"]
    assert [part.count for part in view.parts] == ["5", "5"]
    assert [row.text for row in view.groups[0].rows] == ["Link 8", "Link 6", "Link 4", "Link 2", "Link 0"]
    assert view.bibliography == "../links.bib"


def test_every_citing_day_is_there_once() -> None:
    link = make_link("https://example.org/", ["day-1", "day-2", "day-1", "day-9", "gone"])
    (view,) = links_pages((link,)).values()
    (row,) = view.groups[0].rows
    assert [(day.text, day.url) for day in row.days] == [
        ("Day 1", "../entries/day-1/"), ("Day 2", "../entries/day-2/"), ("Day 9", "../entries/day-9/"),
    ]  # fmt: skip
    assert row.first == "2020-04-10"
    assert view.often[0].url == link.url


def test_many_links_part_by_kind_and_year() -> None:
    views = links_pages(many_links(2000))
    assert set(views) >= {"links/index.html", "links/paper/index.html", "links/paper/2020/index.html"}
    front = views["links/index.html"]
    assert len(front.latest) == HIGHLIGHTS
    assert front.groups == ()
    rows = [row.url for path, view in views.items() if path.count("/") == 3 for row in view.groups[0].rows]
    assert sorted(rows) == sorted(link.url for link in many_links(2000)), "every link is on one page"
    assert all(len(view.groups[0].rows) <= ON_ONE_PAGE for view in views.values() if view.groups)
    assert views["links/paper/2020/index.html"].up[1].url == "../../../links/paper/"


def test_links_of_entries_without_dates_part_by_number() -> None:
    items = tuple(make_item(n, None) for n in range(12))
    context = make_context(replace(make_index(), items=items, links=many_links(2000), topics=(), notebooks=()))
    paths = [page.path for page in made(plan_links, context)]
    assert "links/paper/undated-1/index.html" in paths
    assert "links/paper/undated-3/index.html" in paths


def test_one_more_link_changes_few_pages() -> None:
    before = links_pages(many_links(4000))
    new = make_link("https://example.org/new", ["day-11"], "paper", "New")
    after = links_pages((*many_links(4000), new))
    assert before.keys() == after.keys()
    assert len([path for path in before if before[path] != after[path]]) == 3


def test_planning_links_takes_time_in_step_with_their_number() -> None:
    start = dt.date(2000, 1, 1)
    items = tuple(make_item(n, start + dt.timedelta(days=n)) for n in range(10_000))

    def seconds(count: int) -> float:
        links = tuple(
            make_link(f"https://example.org/{n}", [f"day-{n // 6}"], KINDS[n % len(KINDS)]) for n in range(count)
        )
        context = make_context(replace(make_index(), items=items, links=links, topics=(), notebooks=()))
        assert context.items
        began = time.process_time()
        assert len(made(plan_links, context)) > count // 600
        return time.process_time() - began

    assert seconds(60_000) < 24 * max(0.02, min(seconds(7_500) for _ in range(2)))


def test_rows_can_be_read_without_script() -> None:
    context = make_context()
    (page,) = made(plan_links, context)
    html = render_text(context, page)
    assert '<form class="filters" data-filters hidden>' in html
    assert 'href="https://example.org/guide?a=1&amp;b=2">A guide to &lt;tags&gt;</a>' in html
    assert 'href="../entries/day-3/">Day 3</a>' in html


def test_local_notebooks_have_pages_and_files() -> None:
    outputs = made_all(plan_notebooks, make_context())
    assert [output.path for output in outputs] == [
        "notebooks/index.html", "notebooks/lstm/index.html", "notebooks/lstm/lstm.ipynb",
    ]  # fmt: skip
    front, page, file = outputs
    assert isinstance(file, Copy)
    assert file.asset == "lstm.ipynb"
    assert isinstance(front, Page)
    assert isinstance(front.view, NotebooksView)
    assert [row.domain for row in front.view.rows] == ["colab.research.google.com"]
    assert isinstance(page, Page)
    assert isinstance(page.view, NotebookView)
    assert page.view.facts == ("Python", "3 cells")
    assert [ref.url for ref in page.view.entries] == ["../../entries/day-1/"]


def test_many_notebooks_are_on_pages_by_year_that_an_edit_touches_alone() -> None:
    items = tuple(make_item(n, dt.date(2020, 9, 1) + dt.timedelta(days=n)) for n in range(240))
    records = tuple(
        NotebookRecord(url=f"https://example.org/{n}", title=f"Lab {n}", entries=(f"day-{n}",)) for n in range(240)
    )
    index = replace(make_index(), items=items, notebooks=records, topics=())
    before = make_context(index)
    assert [page.path for page in made(plan_notebooks, before)] == [
        f"notebooks/{part}index.html" for part in ("", "years/2020/", "years/2021/")
    ]
    views = [page.view for page in made(plan_notebooks, before)]
    front, old, _ = (view for view in views if isinstance(view, NotebooksView))
    assert [row.title for row in front.rows[:2]] == ["Lab 239", "Lab 238"]
    assert [(part.url, part.count) for part in front.parts] == [
        ("../notebooks/years/2021/", "118"),
        ("../notebooks/years/2020/", "122"),
    ]
    assert len(old.rows) == 122
    assert old.up[0].url == "../../../notebooks/"
    edited = replace(index, notebooks=(replace(records[0], title="Renamed"), *records[1:]))
    assert made_anew(plan_notebooks, before, make_context(edited)) == ["notebooks/years/2020/index.html"]


@pytest.mark.parametrize(
    ("repo", "viewers"),
    [
        ("", []),
        ("https://github.com/a/b", [
            "https://colab.research.google.com/github/a/b/blob/main/lstm.ipynb",
            "https://nbviewer.org/github/a/b/blob/main/lstm.ipynb",
            "https://github.com/a/b/blob/main/lstm.ipynb",
        ]),
        ("https://gitlab.com/a/b", [
            "https://nbviewer.org/urls/gitlab.com/a/b/-/raw/main/lstm.ipynb",
            "https://gitlab.com/a/b/-/blob/main/lstm.ipynb",
        ]),
    ],
)  # fmt: skip
def test_a_notebook_can_be_opened_where_it_lives(repo: str, viewers: list[str]) -> None:
    page = made(plan_notebooks, make_context(repo=repo))[1]
    assert isinstance(page, Page)
    assert isinstance(page.view, NotebookView)
    assert [viewer.url for viewer in page.view.viewers] == viewers


def test_a_broken_notebook_is_listed_and_says_why() -> None:
    broken = Notebook(path="lstm.ipynb", title="lstm", body="", broken="the file is empty")
    context = make_context(notebooks=[broken])
    front, page = made(plan_notebooks, context)
    assert isinstance(front, Page)
    assert isinstance(page, Page)
    assert "the file is empty" in render_text(context, front)
    assert "This notebook could not be read: the file is empty" in render_text(context, page)


def test_numbers_of_many_years_show_the_last_and_lead_to_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    index = make_index()
    first = index.items[0]
    years = [
        replace(first, id=f"day-{year}", entry=replace(first.entry, date=dt.date(year, 5, 1), dates=()))
        for year in range(2010, 2022)
    ]
    assert [one.year for one in stats_view(items=tuple(years), topics=(), links=(), notebooks=()).years][::11] == [
        "2021",
        "2010",
    ]
    monkeypatch.setattr("journal_site.pages.parts.facts.TIMELINE_LIMIT", 2)
    view = stats_view(items=tuple(years), topics=(), links=(), notebooks=())
    assert [one.year for one in view.years] == ["2021", "2020", "2019", "2018", "2017"]
    assert [(one.text, one.url) for one in view.earlier][::6] == [
        ("2016", "../timeline/2016/"),
        ("2010", "../timeline/2010/"),
    ]


def stats_view(**changes: object) -> StatsView:
    (page,) = made(plan_stats, make_context(replace(make_index(), **changes)))
    assert isinstance(page.view, StatsView)
    return page.view


def charts_of(view: StatsView) -> dict[str, Chart]:
    """Return the charts by what their pictures are called on the page."""
    return {one.svg.partition("chart:")[2].partition(":")[0]: one for one in view.charts}


def test_each_chart_has_title_description_and_table() -> None:
    charts = charts_of(stats_view())
    assert list(charts) == ["streaks", "words", "minutes", "weekdays", "topics", "kinds"]
    for chart in charts.values():
        svg = ET.fromstring(chart.svg)  # noqa: S314 - our own
        names = (svg.get("aria-labelledby") or "").split()
        assert [one.get("id") for one in svg if one.tag in {"title", "desc"}] == names
        assert all(one.text for one in svg if one.tag in {"title", "desc"})
        assert all(len(row) == len(chart.head) for row in chart.rows)
        assert chart.rows


def test_tables_say_what_the_entries_say() -> None:
    charts = {key: dict((row[0], row[1:]) for row in one.rows) for key, one in charts_of(stats_view()).items()}  # noqa: C402
    assert charts["words"] == {"Week of 27 December 2021": ("1,000",), "Week of 3 January 2022": ("500",)}
    assert charts["minutes"] == {"Week of 27 December 2021": ("45",), "Week of 3 January 2022": ("30",)}
    assert charts["weekdays"]["Thursday"] == ("1",)
    assert charts["weekdays"]["Tuesday"] == ("0",)
    assert charts["topics"]["NLP"] == ("2", "3")
    assert charts["kinds"] == {"Papers": ("1",), "Articles": ("1",)}


def test_one_bar_alone_is_no_chart() -> None:
    assert list(charts_of(stats_view(items=make_items()[:2], topics=()))) == ["streaks", "kinds"]


def test_a_journal_without_dates_shows_its_days() -> None:
    items = tuple(make_item(n, None) for n in range(1, 300))
    view = stats_view(items=items, topics=(), links=(), streaks=Streaks(today=dt.date(2022, 1, 1), day_run=299))
    (chart,) = view.charts
    assert chart.rows[0] == ("Day 1 – Day 3", "600")
    assert len(chart.rows) == 100
    assert view.years == ()
    assert [figure.name for figure in view.figures][:2] == ["Entries", "Days"]


def test_only_today_and_streaks_change_with_the_clock() -> None:
    streaks = make_index().streaks
    later = stats_view(streaks=replace(streaks, today=dt.date(2023, 1, 1), current=Run()))
    assert later.charts == stats_view().charts
    assert later.years == stats_view().years


def test_long_times_are_told_in_larger_steps() -> None:
    wording = make_context().wording
    day = dt.date(2020, 2, 29)
    assert periods_of(wording, [day])[0] == "week"
    assert periods_of(wording, [day, dt.date(2023, 1, 1)])[0] == "month"
    unit, years = periods_of(wording, [day, dt.date(9999, 12, 31)])
    assert (unit, len(years)) == ("year", 7980)


def test_only_open_tasks_stand_open() -> None:
    (page,) = made(plan_tasks, make_context())
    assert isinstance(page.view, TasksView)
    assert [one.open for one in page.view.open] == [("Read <the> paper",)]
    assert [one.questions for one in page.view.questions] == [("Why does it converge?",)]
    assert [one.done for one in page.view.done] == [("Draw it",)]
    html = render_text(make_context(), page)
    assert html.index("Draw it") > html.index("<details>")
    assert "Read &lt;the&gt; paper" in html


def test_many_tasks_part_by_year_with_the_newest_in_front() -> None:
    start = dt.date(2020, 12, 1)
    task = (Task(text="x", done=False, line=1),)
    items = tuple(make_item(n, start + dt.timedelta(days=n), tasks=task) for n in range(200))
    pages = {page.path: page.view for page in made(plan_tasks, make_context(replace(make_index(), items=items)))}
    assert list(pages) == ["tasks/index.html", "tasks/2021-1/index.html", "tasks/2020/index.html"]
    front = pages["tasks/index.html"]
    assert isinstance(front, TasksView)
    assert [part.text for part in front.parts] == ["31 May – 18 Jun 2021", "1 Jan – 30 May 2021", "2020"]
    assert [part.url for part in front.parts] == ["../tasks/", "../tasks/2021-1/", "../tasks/2020/"]


def test_parts_without_dates_are_called_by_what_they_hold_and_come_last() -> None:
    start = dt.date(2020, 12, 1)
    task = (Task(text="x", done=False, line=1),)
    items = [make_item(n, None, tasks=task, days=(n,)) for n in range(1, 161)]
    items += [make_item(n, start, tasks=task) for n in range(161, 170)]
    pages = made(plan_tasks, make_context(replace(make_index(), items=tuple(items))))
    view = pages[0].view
    assert isinstance(view, TasksView)
    assert [part.text for part in view.parts] == ["2020", "Days 151–160", "Days 1–150"]
    assert view.open[0].ref.date


def test_tasks_say_when_they_were_written_and_what_of() -> None:
    items = (make_item(1, dt.date(2021, 3, 4), tasks=(Task(text="x", done=False, line=1),)),)
    (page,) = made(plan_tasks, context := make_context(replace(make_index(), items=items)))
    html = render_text(context, page)
    assert '<time datetime="2021-03-04">4 Mar 2021</time>' in html
    assert re.search('href="../topics/nlp/">[^<]+</a>', html)


def test_a_site_where_most_links_of_a_kind_lie_is_named_once() -> None:
    links = [make_link(f"https://arxiv.org/abs/{n}", ["day-1"], "paper", f"Paper {n}") for n in range(3)]
    links.append(make_link("https://openreview.net/x", ["day-1"], "paper", "Another"))
    links.append(make_link("https://example.org/y", ["day-1"], "article", "Alone"))
    (page,) = made(plan_links, context := make_context(replace(make_index(), links=tuple(links))))
    html = render_text(context, page)
    shown = re.sub("<[^>]*>", " ", html.partition("<h2>Papers")[2])
    assert shown.count("arxiv.org") == 1
    assert shown.count("openreview.net") == 1
    assert shown.count("example.org") == 1
    assert html.count("<select") == 1


def test_the_gallery_shows_each_picture_with_its_day() -> None:
    context = make_context()
    (page,) = made(plan_gallery, context)
    html = render_text(context, page)
    assert '<img src="../files/plot.png" alt="A loss that falls" width="640" height="480">' in html
    assert 'href="../entries/day-1/"' in html


def test_a_journal_without_anything_has_none_of_these_pages() -> None:
    index = replace(make_index(), items=(), links=(), notebooks=(), topics=())
    context = make_context(index)
    pages = [
        page
        for planner in (plan_links, plan_notebooks, plan_stats, plan_tasks, plan_gallery)
        for page in planner(context)
    ]
    assert pages == []


def test_views_are_the_same_each_time() -> None:
    encoder = msgspec.msgpack.Encoder()
    first, second = (
        [encoder.encode(made_all(planner, make_context())) for planner in (kind.plan for kind in PAGE_KINDS)]
        for _ in range(2)
    )
    assert first == second


def test_portable_links_name_files() -> None:
    context = make_context(portable=True)
    targets = (Target(kind="image", url="files/plot.png"), Target(kind="notebook", url="notebooks/lstm/"))
    assert make_items()[0].targets[1].url == targets[1].url
    for planner in (plan_links, plan_notebooks, plan_tasks, plan_gallery, plan_stats):
        for page in planner(context):
            if isinstance(page, Page):
                assert re.findall(r'href="(?!https?:)[^"#]*/"', render_text(context, page)) == []
