"""Timeline, topics, notes and the odd pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from journal_site.model.index import Index, Item, Streaks, Topic
from journal_site.model.page import Page
from journal_site.pages.charts.strips import Axis, build_strip
from journal_site.pages.kinds.introduction import plan_introduction
from journal_site.pages.kinds.notes import plan_notes
from journal_site.pages.kinds.odd_pages import plan_not_found, plan_redirects
from journal_site.pages.kinds.timeline import TimelineView, plan_timeline
from journal_site.pages.kinds.topic import TopicView, plan_topic_pages
from journal_site.pages.kinds.topics import TopicsView, plan_topics
from journal_site.pages.parts.grouping import build_parts, build_sections
from journal_site.pages.parts.month import build_calendar
from tests.unit.pages.small_journal import START, made, make_context, make_index, make_item, render_text


def _index(items: Iterable[Item], *topics: Topic) -> Index:
    return Index(items=tuple(items), topics=topics, streaks=Streaks(today=dt.date(2022, 1, 8)))


def _days(count: int, step: int = 1) -> list[Item]:
    return [make_item(n, START + dt.timedelta(days=step * n)) for n in range(1, count + 1)]


def _paths(pages: Iterable[Page]) -> list[str]:
    return [page.path for page in pages]


def test_a_short_timeline_is_one_page_newest_month_first() -> None:
    context = make_context()
    (page,) = made(plan_timeline, context)
    assert isinstance(page.view, TimelineView)
    assert [section.anchor for section in page.view.sections] == ["2022-01", "2021-12", "undated-1"]
    html = render_text(context, page)
    assert 'id="2021-12"' in html
    assert '<td><a href="../entries/day-3/">1</a></td>' in html
    assert html.count('class="calendar"') == 1  # a month of two days needs none


def test_a_topic_shows_some_of_many_notebooks_and_the_way_to_all() -> None:
    record = make_index().notebooks[0]
    many = tuple(replace(record, url=f"notebooks/n{n}/", title=f"N{n}") for n in range(40))
    for count in (12, 40):
        context = make_context(replace(make_index(), notebooks=many[:count]))
        html = render_text(context, next(page for page in made(plan_topic_pages, context) if "nlp" in page.path))
        rail = html.partition('id="page:notebooks"')[2].partition("</section>")[0]
        assert f'<span class="count">{count}</span>' in rail
        assert rail.count("<li>") == 12
        assert f">N{count - 1}<" in rail
        assert ('href="../../notebooks/"' in rail) is (count > 12)


def test_a_topic_of_few_entries_a_month_is_listed_by_year() -> None:
    for step, names in ((40, ["2023", "2022"]), (9, ["March 2022", "February 2022", "January 2022"])):
        items = _days(10, step)
        context = make_context(_index(items, Topic(slug="nlp", name="NLP", entries=tuple(item.id for item in items))))
        (page,) = made(plan_topic_pages, context)
        assert isinstance(page.view, TopicView)
        assert [section.name for section in page.view.sections] == names
        assert page.view.sections[0].entries[0].date.split()[-1].isalpha()


def test_a_long_timeline_is_parted_by_year() -> None:
    context = make_context(_index(_days(300, step=3)))
    pages = made(plan_timeline, context)
    assert _paths(pages) == [
        "timeline/index.html",
        "timeline/2024/index.html",
        "timeline/2023/index.html",
        "timeline/2022/index.html",
    ]
    assert context.month_url(dt.date(2022, 3, 1)) == "timeline/2022/#2022-03"
    assert 'href="../timeline/2022/#2022-03"' in render_text(context, pages[0])
    middle = pages[2].view
    assert isinstance(middle, TimelineView)
    assert middle.pager.earlier
    assert middle.pager.later
    assert (middle.pager.earlier.text, middle.pager.later.text) == ("2022", "2024")


def test_what_has_no_date_is_counted_off_from_the_oldest() -> None:
    items = [make_item(n, None) for n in range(1, 451)]
    context = make_context(_index(items))
    parts = build_parts(context, items)
    assert [(part.key, part.name) for part in parts] == [
        ("part-3", "Days 401–450"),
        ("part-2", "Days 201–400"),
        ("part-1", "Days 1–200"),
    ]
    grown = build_parts(context, [*items, make_item(451, None)])
    assert grown[1:] == parts[1:]


def test_entries_without_date_and_day_are_numbered() -> None:
    items = [make_item(n, None, day=None, days=()) for n in range(1, 31)]
    names = [section.name for section in build_sections(make_context(_index(items)), "../", items)]
    assert names == ["Undated · 26–30", "Undated · 1–25"]


def test_a_calendar_begins_on_monday() -> None:
    context = make_context()
    calendar = build_calendar(context, "../", dt.date(2022, 1, 1), {dt.date(2022, 1, 8): context.entries[:1]})
    assert [day.number for day in calendar.weeks[0]] == [0, 0, 0, 0, 0, 1, 2]
    assert [day.number for week in calendar.weeks for day in week if day.url] == [8]


def test_a_topics_page_shows_its_links_notebooks_and_ends() -> None:
    context = make_context()
    (page,) = made(plan_topic_pages, context)
    view = page.view
    assert isinstance(view, TopicView)
    assert (view.first and view.first.text, view.last and view.last.text) == ("30 Dec 2021", "8 Jan 2022")
    assert [link.text for link in view.links] == ["Attention by alignment", "A guide to <tags>"]
    assert [notebook.text for notebook in view.notebooks] == ["LSTM by hand"]
    html = render_text(context, page)
    assert 'href="../../topics/nlp/feed.xml"' in html
    assert 'aria-label="Activity: NLP"' in html


def test_a_long_topic_is_parted_by_year_and_shows_its_newest() -> None:
    items = _days(300, step=3)
    topic = Topic(slug="nlp", name="NLP", entries=tuple(item.id for item in items))
    context = make_context(_index(items, topic))
    pages = made(plan_topic_pages, context)
    assert _paths(pages) == [f"topics/nlp/{year}index.html" for year in ("", "2024/", "2023/", "2022/")]
    whole = pages[0].view
    assert isinstance(whole, TopicView)
    assert sum(len(section.entries) for section in whole.sections) == 50
    shown = [page.view for page in pages[1:]]
    assert (
        sum(len(section.entries) for view in shown if isinstance(view, TopicView) for section in view.sections) == 300
    )
    assert '<a href="../../../topics/nlp/">NLP</a> · 2023' in render_text(context, pages[2])


def test_parents_stand_above_their_children_and_a_ring_is_shown_once() -> None:
    topics = (
        Topic(slug="a", name="A", entries=("day-1",), children=("b",)),
        Topic(slug="b", name="B", entries=("day-1", "day-2"), parent="a"),
        Topic(slug="c", name="C", entries=(), parent="d", children=("d",)),
        Topic(slug="d", name="D", entries=(), parent="c", children=("c",)),
    )
    context = make_context(replace(make_index(), topics=topics))
    (page,) = made(plan_topics, context)
    assert isinstance(page.view, TopicsView)
    assert [(row.ref.name, row.depth) for row in page.view.rows] == [("A", 0), ("B", 1), ("C", 0), ("D", 1)]
    assert 'class="depth-1"' in render_text(context, page)


def test_strips_share_one_axis() -> None:
    items = _days(30)
    axis = Axis([item.entry.date for item in items if item.entry.date])
    early, late = build_strip(axis, items[:5], "early"), build_strip(axis, items[-5:], "late")
    assert early
    assert late
    assert early.width == late.width
    assert early.path.startswith("M")
    assert build_strip(axis, [make_item(1, None)], "undated") is None


def test_without_dates_strips_follow_the_order() -> None:
    items = [make_item(n, None) for n in range(1, 200)]
    axis = Axis((), [item.id for item in items])
    assert axis.bucket(items[0]) == 0
    assert axis.bucket(items[-1]) == axis.buckets - 1
    assert axis.buckets <= 60


def test_notes_stand_under_their_sources_where_there_are_several() -> None:
    index = make_index()
    (page,) = made(plan_notes, context := make_context(index))
    html = render_text(context, page)
    assert "log.md" not in html
    assert 'href="../notes/note-tools/"' in html
    (note,) = [item for item in index.items if item.entry.kind == "note"]
    other = replace(note, entry=replace(note.entry, source="other.md"), id="note-other", url="notes/note-other/")
    (page,) = made(plan_notes, context := make_context(replace(index, items=(*index.items, other))))
    html = render_text(context, page)
    assert html.index("log.md") < html.index("other.md") < html.index('href="../notes/note-other/"')


def test_the_introduction_is_shown_whole() -> None:
    context = make_context()
    (page,) = made(plan_introduction, context)
    html = render_text(context, page)
    assert "A body &amp; its <em>words</em>." in html
    assert "<h1>About</h1>" in html


def test_an_alias_leads_to_its_page() -> None:
    index = replace(make_index(), redirects=(("old/way/", "entries/day-1/"), ("old.html", "entries/day-2/")))
    context = make_context(index)
    pages = made(plan_redirects, context)
    assert _paths(pages) == ["old/way/index.html", "old.html"]
    assert 'content="0; url=../../entries/day-1/"' in render_text(context, pages[0])
    assert 'href="./entries/day-2/"' in render_text(context, pages[1])


def test_the_missing_page_stands_at_any_depth() -> None:
    context = make_context()
    (page,) = made(plan_not_found, context)
    html = render_text(context, page)
    assert 'href="/log/style.css"' in html
    assert 'content="noindex"' in html
