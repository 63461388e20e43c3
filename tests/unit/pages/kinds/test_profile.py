"""Pictures for profiles: small, still, readable in both schemes, and with the numbers that journal.json says."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace

from journal_site.model.index import Challenge, Index, Run, Streaks
from journal_site.pages.kinds.profile import plan_profile
from journal_site.pages.machine.journal_json import _build
from journal_site.pages.parts.colour import contrast
from journal_site.reading.html.svg import clean_tree
from tests.unit.pages.small_journal import START, made_anew, made_files, make_context, make_index, make_item

LIMIT = 15_000
ELEMENTS = {"svg", "title", "style", "rect", "path", "text"}
TODAY = dt.date(2022, 1, 8)
YEARS = Index(
    items=tuple(
        make_item(number, START + dt.timedelta(days=number), words=number % 97) for number in range(1, 1200)
    ),
    streaks=Streaks(today=START + dt.timedelta(days=1200), active_days=1199, current=Run(days=1199)),
    challenge=Challenge(name="Long", days=1100, start=START, done=1100, calendar=None),
)  # fmt: skip


def pictures(index: Index, **settings: object) -> dict[str, str]:
    context = make_context(index, **settings)  # type: ignore[arg-type] # settings of site.yaml only
    return {one.path: one.content.decode() for one in made_files(plan_profile, context)}


@pytest.mark.parametrize("index", [make_index(), YEARS], ids=["young", "years"])
def test_they_are_small_and_nothing_in_them_runs_or_is_fetched(index: Index) -> None:
    made = pictures(index, title='Bread & <script>alert("1")</script>')
    assert sorted(made) == ["badge.svg", "heatmap.svg", "wall.svg"]
    for text in made.values():
        assert len(text.encode()) <= LIMIT
        tree = ET.fromstring(text)  # noqa: S314 - our own
        assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= ELEMENTS
        assert not re.search(r"url\(|@import|href|\son\w+=", text)
        assert tree.get("aria-label", "").startswith("Bread & <script>")


@pytest.mark.parametrize("accent", ["#2f6f4f", "#ffff00", "#000000", "#ff00ff", "#ffffff"])
def test_words_can_be_read_in_both_schemes(accent: str) -> None:
    style = pictures(make_index(), accent=accent)["badge.svg"].partition("<style>")[2].partition("</style>")[0]
    light, _, dark = style.partition("@media(prefers-color-scheme:dark){")
    for scheme in (light, dark):
        colours = dict(re.findall(r"\.(\w+)\{(?:fill|stroke):(#\w{6})\}", scheme))
        assert contrast(colours["ink"], colours["paper"]) >= 4.5
        assert contrast(colours["muted"], colours["paper"]) >= 4.5
        assert contrast(colours["on"], colours["h4"]) >= 4.5
        assert contrast(colours["s4"], colours["paper"]) >= 3


def test_a_sanitiser_leaves_them_as_they_are() -> None:
    for text in pictures(make_index()).values():
        before = [(one.tag, one.attrib, one.text) for one in ET.fromstring(text).iter()]  # noqa: S314 - our own
        cleaned = clean_tree(text.encode())
        assert cleaned is not None
        assert [(one.tag, one.attrib, one.text) for one in cleaned.iter()] == before


def test_their_numbers_are_those_of_journal_json() -> None:
    index = make_index()
    index = replace(index, streaks=replace(index.streaks, current=Run(days=4, start=START, end=TODAY)))
    said = _build(make_context(index))
    assert said.challenge
    for text in pictures(index).values():
        assert f"Day {said.challenge.done} of {said.challenge.days} · {said.streaks.current.days}-day streak" in text
    active = pictures(replace(index, challenge=None))["badge.svg"]
    assert f"{said.streaks.active_days} active days · {said.streaks.current.days}-day streak" in active


def test_each_day_is_one_square() -> None:
    written = {"heatmap.svg": 5, "wall.svg": 6}
    squares = {
        name: {level: path.count("h0") for level, path in re.findall(r'class="cell s(\d)" d="([^"]+)"', text)}
        for name, text in pictures(make_index()).items()
    }
    for name, days in written.items():
        assert sum(count for level, count in squares[name].items() if level != "0") == days
    assert sum(squares["wall.svg"].values()) == 100


def test_what_there_is_nothing_to_show_of_is_not_there() -> None:
    assert pictures(Index(items=(), streaks=Streaks(today=TODAY))) == {}
    undated = Index(items=(make_item(3, None),), streaks=Streaks(today=TODAY))
    assert sorted(pictures(undated)) == ["badge.svg", "wall.svg"]
    unnumbered = replace(undated, items=(replace(undated.items[0], entry=replace(make_item(1, TODAY).entry, days=())),))
    assert sorted(pictures(unnumbered)) == ["badge.svg", "heatmap.svg"]


def test_what_was_written_shows_in_what_draws_days_alone() -> None:
    index = make_index()
    longer = replace(index.items[0], entry=replace(index.items[0].entry, words=9_000))
    later = replace(index, items=(longer, *index.items[1:]))
    assert made_anew(plan_profile, make_context(index), make_context(later)) == ["heatmap.svg", "wall.svg"]
    assert made_anew(plan_profile, make_context(index), make_context(index)) == []
