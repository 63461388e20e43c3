"""site.yaml's text → settings, or every problem with its place."""

import datetime as dt
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.config import SiteConfig, SourceSpec, TopicSettings
from journal_site.config.convert import keys_of
from journal_site.config.parse import parse_config
from journal_site.config.settings import CadenceSettings, FreezeSettings, StreakSettings
from journal_site.errors import ConfigError, Diagnostic
from journal_site.model.source import SourceOptions

HOLIDAYS = (dt.date(2024, 12, 24), dt.date(2024, 12, 25))
FULL = """\
title: 100 days of bread
url: https://example.org/bread
author: A. Baker
description: "What rises: what falls"
language: pt_br
timezone: Asia/Kolkata
repo: git@github.com:baker/bread.git
branch: trunk
sources:
  - entries/
  - {path: ./log.md, year: 2020, dates: git, html: sanitised}
challenge: {name: 100Loaves, days: 100, start: 2021-08-25, goals: [Crust, Crumb]}
streak: {rest_days: [Saturday, sun]}
topics:
  Sourdough: {keywords: "starter, levain", aliases: [Levain], parent: Bread}
  Rye: [rye, pumpernickel]
  C++:
accent: "#2F6"
search: off
cards: yes
csp: {script: [https://stats.example.org], img: "*.example.org"}
menu: timeline, about
cname: Bread.example.org
feed_limit: 010
"""


def problems(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    assert all(each.message and each.severity == "error" for each in caught.value.diagnostics)
    return [(each.location.line, each.location.column, each.code) for each in caught.value.diagnostics]


def only(text: str) -> tuple[str, str, str]:
    """Return code, message and hint of the one problem in a text, which a valid title precedes."""
    with pytest.raises(ConfigError) as caught:
        parse_config("title: Bread\n" + text)
    (problem,) = caught.value.diagnostics
    assert problem.location.line >= 2
    assert problem.excerpt == ("title: Bread\n" + text).split("\n")[problem.location.line - 1]
    return problem.code, problem.message, problem.hint


@pytest.mark.parametrize(
    ("said", "streak"),
    [
        ("{cadence: weekdays}", StreakSettings(cadence=CadenceSettings(days="weekdays"))),
        ("{cadence: {weekly: 3}}", StreakSettings(cadence=CadenceSettings(weekly=3))),
        ("{freezes: {every: 7, keep: 2}}", StreakSettings(freezes=FreezeSettings(every=7, keep=2))),
        ("{freezes: [2024-12-24, 2024-12-25]}", StreakSettings(freezes=FreezeSettings(dates=HOLIDAYS))),
        ("{freezes: 2024-12-24}", StreakSettings(freezes=FreezeSettings(dates=HOLIDAYS[:1]))),
        (
            "{freezes: {every: 5, dates: 2024-12-24}}",
            StreakSettings(freezes=FreezeSettings(every=5, dates=HOLIDAYS[:1])),
        ),
    ],
)
def test_a_streaks_rule_is_said_plainly(said: str, streak: StreakSettings) -> None:
    assert parse_config(f"title: x\nstreak: {said}\n").streak == streak


@pytest.mark.parametrize(("said", "time"), [("04:00", "04:00"), ('"4:30"', "04:30"), ("3", "03:00"), ("0:00", "00:00")])
def test_the_end_of_a_day_is_a_time(said: str, time: str) -> None:
    assert parse_config(f"title: x\nday_ends: {said}\n").day_ends == time


def test_every_key_is_converted() -> None:
    config = parse_config(FULL)
    start = dt.date(2021, 8, 25)
    assert config == SiteConfig(
        title="100 days of bread",
        url="https://example.org/bread/",
        author="A. Baker",
        description="What rises: what falls",
        language="pt-BR",
        timezone="Asia/Kolkata",
        repo="https://github.com/baker/bread",
        branch="trunk",
        sources=(
            SourceSpec(path="entries", options=SourceOptions(start=start)),
            SourceSpec(path="log.md", options=SourceOptions(year=2020, dates="git", start=start, html="sanitised")),
        ),
        challenge=config.challenge,
        streak=config.streak,
        topics=(
            TopicSettings(name="Sourdough", keywords=("starter", "levain"), aliases=("Levain",), parent="Bread"),
            TopicSettings(name="Rye", keywords=("rye", "pumpernickel")),
            TopicSettings(name="C++"),
        ),
        accent="#22ff66",
        search=False,
        cards=True,
        csp=config.csp,
        menu=("timeline", "about"),
        cname="bread.example.org",
        feed_limit=10,
    )
    assert config.challenge is not None
    assert (config.challenge.name, config.challenge.days, config.challenge.start) == ("100Loaves", 100, start)
    assert config.challenge.goals == ("Crust", "Crumb")
    assert config.streak.rest_days == ("saturday", "sunday")
    assert (config.csp.script, config.csp.img) == (("https://stats.example.org",), ("*.example.org",))


def test_the_title_is_all_that_a_journal_needs() -> None:
    config = parse_config("title: NO\n")
    assert config == SiteConfig(title="NO")
    assert [spec.path for spec in config.sources] == ["entries"]


def test_keys_without_a_value_are_as_if_left_out() -> None:
    assert parse_config("title: Bread\nurl:\nchallenge:\nsources: ~\n") == SiteConfig(title="Bread")


def test_settings_survive_the_store() -> None:
    config = parse_config(FULL)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(config), type=SiteConfig) == config


def test_one_source_needs_no_list() -> None:
    assert parse_config("title: x\nsources: README.md\n").sources == (SourceSpec(path="README.md"),)
    table = parse_config("title: x\nsources: {path: log, year: 2020}\n").sources
    assert table == (SourceSpec(path="log", options=SourceOptions(year=2020)),)
    assert parse_config("title: x\nsources: .\n").sources == (SourceSpec(path="."),)


def test_goals_keep_their_commas_and_colons() -> None:
    text = "title: x\nchallenge:\n  goals:\n    - Read, daily\n    - Goal 2: bake: twice\n"
    challenge = parse_config(text).challenge
    assert challenge is not None
    assert challenge.goals == ("Read, daily", "Goal 2: bake: twice")
    alone = parse_config("title: x\nchallenge: {goals: 'Read, daily'}\n").challenge
    assert alone is not None
    assert alone.goals == ("Read, daily",)


def test_a_plain_list_of_origins_is_for_all_that_is_loaded() -> None:
    csp = parse_config("title: x\ncsp: [https://stats.example.org]\n").csp
    assert csp.script == csp.connect == csp.frame == csp.media == ("https://stats.example.org",)


def test_all_problems_are_told_at_once() -> None:
    text = (
        "titel: Bread\nurl: example.org\nsources: []\nstreak: {rest_day: [sunday]}\n"
        "topics:\n  A: {parent: B}\n  B: {parent: A}\nsearch: maybe\nauthor: [a]\nauthor: b\n"
    )
    assert problems(text) == [
        (1, 1, "config-required"),
        (1, 1, "config-unknown"),
        (2, 6, "config-value"),
        (3, 10, "config-value"),
        (4, 10, "config-unknown"),
        (6, 15, "config-value"),
        (8, 9, "config-type"),
        (9, 9, "config-type"),
        (10, 1, "config-duplicate"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("titel: x", "config-unknown", "did you mean 'title'?"),
        ("base_url: x", "config-unknown", "did you mean 'url'?"),
        ("url: example.org", "config-value", "did you mean 'https://example.org'?"),
        ("url: ftp://example.org", "config-value", "begin with https://"),
        ("url: https://example.org/?a=b", "config-value", "leave out what follows '?' or '#'"),
        ("url: 'https://exa mple.org'", "config-value", ""),
        ("url: https://[::1", "config-value", ""),
        ("url: 'https://example.org/\"><script>'", "config-value", ""),
        ("language: xx", "config-value", ""),
        ("language: German", "config-value", "did you mean 'de'?"),
        ("timezone: Kolkata", "config-value", "did you mean 'Asia/Kolkata'?"),
        ("timezone: Europe/Berlim", "config-value", "did you mean 'Europe/Berlin'?"),
        ("timezone: ../../etc/passwd", "config-value", ""),
        ("repo: javascript:alert(1)", "config-value", "begin with https://"),
        ("branch: a b", "config-value", ""),
        ("accent: green", "config-value", 'a green that reads well: "#2f6f4f"'),
        ("accent: #2f6f4f", "config-comment", 'put it into quotes: "#2f6f4f"'),
        ("title2: x", "config-unknown", "did you mean 'title'?"),
        ("author: 3", "config-type", 'put it into quotes: "3"'),
        ("author: {a: b}", "config-type", "put it into quotes"),
        ("search: 2", "config-type", ""),
        ("cards: [yes]", "config-type", ""),
        ("feed_limit: 0", "config-value", ""),
        ("feed_limit: many", "config-type", ""),
        ("feed_limit: 0x10", "config-type", ""),
        ("cname: https://example.org/", "config-value", "write the name alone: example.org"),
        ("cname: localhost", "config-value", ""),
        ("sources: [{year: 2020}]", "config-required", "add a line 'path: …'"),
        ("sources: [../other]", "config-value", ""),
        ("sources: [/home/me]", "config-value", "write it relative to site.yaml"),
        (r"sources: [a\b]", "config-value", "write it with forward slashes: a/b"),
        ("sources: [a, a/]", "config-value", "remove one of them"),
        ("sources: [[a]]", "config-type", ""),
        ("sources: [{path: a, dates: guess}]", "config-value", ""),
        ("sources: [{path: a, html: sanitized}]", "config-value", "did you mean 'sanitised'?"),
        ("sources: [{path: a, year: 99999}]", "config-value", ""),
        ("challenge: bread", "config-type", ""),
        ("challenge: {days: -1}", "config-value", ""),
        ("challenge: {start: soon}", "config-type", ""),
        ("challenge: {start: 2021-02-30}", "config-value", ""),
        ("challenge: {begin: 2021-02-03}", "config-unknown", "did you mean 'start'?"),
        ("streak: {rest_days: [satruday]}", "config-value", "did you mean 'saturday'?"),
        ("streak: {cadence: weekly}", "config-type", "{weekly: …}"),
        ("streak: {cadence: {weekly: 8}}", "config-value", ""),
        ("streak: {cadence: {weakly: 3}}", "config-unknown", "did you mean 'weekly'?"),
        ("streak: {freezes: {every: 0}}", "config-value", ""),
        ("streak: {freezes: [2024-02-30]}", "config-value", ""),
        ("streak: {freezes: soon}", "config-type", ""),
        ("day_ends: 25:00", "config-value", "a day can end after midnight, and before noon"),
        ("day_ends: 4am", "config-value", ""),
        ("day_ends: 04:75", "config-value", ""),
        ("day_ends: [4]", "config-type", ""),
        ("csp: {script: [\"'unsafe-inline'\"]}", "config-value",
         "name origins or checksums only: the site sets the rest of its policy itself"),
        ("csp: {script: ['https://a.b; script-src *']}", "config-value", ""),
        ("menu: {a: b}", "config-type", ""),
        ("author: 'A. Baker' (retired)", "config-syntax", "put the whole value into quotes"),
        ("author: [a", "config-syntax", "close it with ']', or quote the value"),
        ("author: x\n\tlanguage: en", "config-syntax", "indent with spaces"),
        ("author: x\n---\nlanguage: en", "config-syntax", "remove the '---'"),
    ],
)  # fmt: skip
def test_each_misuse_is_told_with_what_to_do(line: str, code: str, hint: str) -> None:
    told = only(line + "\n")
    assert (told[0], told[2]) == (code, hint)


def test_what_was_found_and_what_is_wanted_are_both_said() -> None:
    assert only("search: maybe\n")[1] == "'search' must be true or false, and is the text 'maybe'"
    assert only("author: 3\n")[1] == "'author' must be a text, and is the number 3"
    assert only("cards: [yes]\n")[1] == "'cards' must be true or false, and is a list"


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\n\n"])
def test_an_empty_file_lacks_a_title(text: str) -> None:
    assert problems(text) == [(1, 1, "config-required")]


@pytest.mark.parametrize("text", ["title: ''\n", "title: ' '\n"])
def test_a_blank_title_is_none(text: str) -> None:
    assert problems(text) == [(1, 8, "config-value")]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n"])
def test_a_file_that_is_no_table_is_told(text: str) -> None:
    assert problems(text) == [(1, 1, "config-type")]


@pytest.mark.parametrize(
    ("topics", "line"),
    [
        ("  A: {parent: A}\n", 3),
        ("  A: {parent: B}\n  B: {parent: C}\n  C: {parent: a}\n", 3),
        ("  Top: {}\n  A: {parent: B}\n  B: {parent: A}\n", 4),
        ("  NLP: {}\n  nlp: {}\n", 4),
        ("  A: {aliases: [x]}\n  B: {aliases: [X]}\n", 4),
        ("  Transformers: {}\n  BERT: {parent: Transformer}\n", 4),
    ],
)
def test_topics_that_do_not_hold_together_are_told_once(topics: str, line: int) -> None:
    assert [(found[0], found[2]) for found in problems("title: x\ntopics:\n" + topics)] == [(line, "config-value")]


def test_a_parent_may_be_a_mere_tag() -> None:
    config = parse_config("title: x\ntopics: {Transformers: {parent: NLP}, C: {parent: C++}}\n")
    assert [topic.parent for topic in config.topics] == ["NLP", "C++"]


def test_line_ends_and_quotes_do_not_shift_places() -> None:
    assert problems('title: "x"\n\n# note\nurl:   nowhere\n') == [(4, 8, "config-value")]


YAML_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
KEYS = st.sampled_from([*keys_of(SiteConfig), "titel", "sources2"])
VALUES = st.text(max_size=12) | st.sampled_from(
    ["", "3", "yes", "[[a]]", "{a: b}", "{path: a}", "[{path: a, year: x}]", "2021-02-30", "{start: 2021-01-01}",
     "{A: {parent: A}}", "{A: [x], B: }", "https://a.b", "en", "&a [*a]", "#x", "'", "a: b", "\n  - x\n  - {a: b}"]
)  # fmt: skip
FILES = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(lambda pairs: "".join(f"{k}: {v}\n" for k, v in pairs))


@given(st.text() | FILES)
def test_any_text_is_settings_or_problems_with_places(text: str) -> None:
    told: tuple[Diagnostic, ...] = ()
    try:
        assert parse_config(text).title.strip()
    except ConfigError as error:
        told = error.diagnostics
    lines = len(YAML_BREAKS.findall(text)) + 1
    assert all(0 < each.location.line <= lines for each in told)
