"""What cards show, which picture stands for a page, and what a card must not hang on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from journal_site.model.entry import Entry
from journal_site.model.index import Item, Run, Target
from journal_site.model.page import CardView
from journal_site.pages.kinds.entry import plan_entries
from journal_site.pages.kinds.home import plan_home
from journal_site.pages.kinds.stats import plan_stats
from journal_site.pages.machine.cards import plan_cards
from journal_site.pages.parts.shared import item_picture
from journal_site.pages.parts.steadiness import DayStrip, Steadiness
from tests.unit.pages.small_journal import URL, made, make_context, make_index, make_items, render_text

FIRST = dt.date(2026, 1, 5)
"""A Monday."""


def views() -> dict[str, CardView]:
    return {card.path: card.view for card in plan_cards(make_context(cards=True))}


def entry(days_after: int | None, **fields: object) -> Entry:
    date = FIRST + dt.timedelta(days=days_after) if days_after is not None else None
    plain = Entry(source="a.md", line=1, position=0, body="", id_base="a", title="A", date=date)
    return replace(plain, dates=(date,) if date else (), **fields)


def runs(*lengths: int) -> list[Run]:
    return [Run(days=length) for length in lengths]


def test_cards_of_every_kind() -> None:
    found = views()
    assert sorted(found) == [
        *(f"cards/entries/day-{n}.png" for n in range(1, 7)),
        "cards/home.png",
        "cards/notes/note-tools.png",
        "cards/topics/nlp.png",
    ]
    second = found["cards/entries/day-2.png"]
    assert (second.site, second.title, second.day) == ("A <small> journal", "What I learned, part 2", "Day 2 of 100")
    assert (second.date, second.iso, second.streak) == ("31 December 2021", "2021-12-31", "2-day streak")
    assert (second.numbers, second.topics, second.place) == ("2 / 100", ("NLP",), "example.org/log")
    home = found["cards/home.png"]
    assert (home.site, home.title) == ("A. Learner", "A <small> journal")
    assert found["cards/topics/nlp.png"].day == "6 entries"
    assert found["cards/notes/note-tools.png"].strip == b""


@pytest.mark.parametrize(("cards", "url"), [(False, URL), (True, "")])
def test_no_cards(url: str, *, cards: bool) -> None:
    context = make_context(cards=cards, url=url)
    assert list(plan_cards(context)) == []
    page = next(page for page in made(plan_entries, context) if page.path == "entries/day-2/index.html")
    html = render_text(context, page)
    assert 'name="twitter:card" content="summary"' in html
    assert "og:image" not in html


def test_what_is_written_later_changes_no_older_card() -> None:
    def cards(items: Sequence[Item]) -> dict[str, CardView]:
        index = make_index()
        streaks = replace(index.streaks, runs=(Run(days=len(items)),))
        context = make_context(replace(index, items=tuple(items), topics=(), streaks=streaks), cards=True)
        return {card.path: card.view for card in plan_cards(context) if "home" not in card.path}

    items = make_items()[:4]
    for count in range(1, 4):
        older, newer = cards(items[:count]), cards(items)
        assert {path: newer[path] for path in older} == older


def test_a_card_does_not_hang_on_the_text() -> None:
    context, index = make_context(cards=True), make_index()
    longer = [replace(one, entry=replace(one.entry, words=9999, excerpt="Other", body="other")) for one in index.items]
    assert list(plan_cards(make_context(replace(index, items=tuple(longer)), cards=True))) == list(plan_cards(context))


def test_a_card_says_nothing_twice() -> None:
    index = make_index()
    first = replace(index.items[0], entry=replace(index.items[0].entry, title="Day 1 of 100: NLP begins"))
    second = replace(index.items[1], entry=replace(index.items[1].entry, title="NLP"))
    context = make_context(replace(index, items=(first, second, *index.items[2:])), cards=True)
    found = {card.path: card.view for card in plan_cards(context)}
    assert found["cards/entries/day-1.png"].title == "NLP begins"
    assert found["cards/entries/day-1.png"].topics == ("NLP",)
    assert (found["cards/entries/day-2.png"].day, found["cards/entries/day-2.png"].topics) == ("Day 2 of 100", ())


# --- the strip -------------------------------------------------------------------------------------------------------


def test_a_young_journal_begins_its_strip() -> None:
    entries = [entry(0), entry(1), entry(2), entry(4)]
    strip = Steadiness(entries, runs(3, 1), None).strip(entries[3])
    assert strip == DayStrip(days=bytes([1, 2, 2, 0, 1]).ljust(182, b"\0"), marked=4)


def test_an_old_journal_shows_its_last_weeks() -> None:
    entries = [entry(n) for n in range(300)]
    strip = Steadiness(entries, runs(300), None).strip(entries[298])
    assert len(strip.days) == 182
    assert strip.days[: strip.marked + 1] == bytes([4] * (strip.marked + 1))
    assert strip.marked == 175 + 298 % 7
    assert set(strip.days[strip.marked + 1 :]) <= {0}


def test_rest_is_no_active_day_and_has_no_streak() -> None:
    entries = [entry(0), entry(1, rest=True), entry(2)]
    steadiness = Steadiness(entries, runs(2), None)
    assert [steadiness.streak(one) for one in entries] == [1, 0, 2]
    assert steadiness.strip(entries[1]).days[:3] == bytes([1, 0, 0])


@pytest.mark.parametrize(
    ("day", "total", "length", "rows"), [(7, 100, 100, 5), (7, None, 50, 5), (170, 365, 182, 7), (12, 10, 50, 5)]
)
def test_days_without_dates_are_a_strip_of_numbers(day: int, total: int | None, length: int, rows: int) -> None:
    entries = [entry(None, day=n, days=(n,)) for n in range(1, day + 3)]
    strip = Steadiness(entries, [], total).strip(entries[day - 1])
    assert (len(strip.days), strip.rows) == (length, rows)
    assert strip.days[strip.marked] > 0
    assert set(strip.days[strip.marked + 1 :]) <= {0}


@pytest.mark.parametrize("days", [(), (0,), (20210914,), (-3,)])
def test_what_numbers_no_day_has_no_strip(days: tuple[int, ...]) -> None:
    odd = entry(None, days=days)
    assert Steadiness([odd], [], 100).strip(odd) == DayStrip()


# --- which picture ---------------------------------------------------------------------------------------------------


def with_image(image: str, target: Target | None) -> Item:
    item = make_items()[1]
    return replace(item, entry=replace(item.entry, image=image), image=target)


@pytest.mark.parametrize(
    ("item", "cards", "found"),
    [
        (make_items()[1], True, "cards/entries/day-2.png"),
        (make_items()[1], False, ""),
        (make_items()[0], False, "files/plot.png"),
        (with_image("a.png", Target(kind="image", url="files/a.png", width=10, height=9)), True, "files/a.png"),
        (with_image("a.svg", Target(kind="image", url="files/a.svg")), True, "cards/entries/day-2.png"),
        (with_image("gone.png", Target(kind="missing")), True, "cards/entries/day-2.png"),
    ],
)
def test_which_picture_stands_for_an_entry(item: Item, found: str, *, cards: bool) -> None:
    picture = item_picture(make_context(cards=cards), item)
    assert picture.url == (URL + found if found else "")


def test_a_picture_elsewhere_may_be_named() -> None:
    item = with_image("https://example.net/a.jpg", None)
    assert item_picture(make_context(cards=True), item).url == "https://example.net/a.jpg"


def test_pages_tell_their_picture() -> None:
    context = make_context(cards=True)
    planners = plan_home, plan_entries, plan_stats
    pages = {page.path: page for planner in planners for page in made(planner, context)}

    def told(path: str) -> dict[str, str]:
        html = render_text(context, pages[path])
        return dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', html))

    assert told("entries/day-2/index.html") == {
        "og:image": f"{URL}cards/entries/day-2.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "What I learned, part 2 · Day 2 of 100 · A &lt;small&gt; journal",
        "twitter:card": "summary_large_image",
    }
    assert told("index.html")["og:image"] == told("stats/index.html")["og:image"] == f"{URL}cards/home.png"
