"""Topics are suggested with what speaks for them, and nothing that is a word like any other."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from journal_site.config import TopicSettings
from journal_site.index.topics.generic import is_generic
from journal_site.index.topics.suggestions import suggest_topics
from journal_site.model.entry import Entry
from journal_site.model.index import Citation, Index, Item, LinkRecord, Streaks, Topic

ENTRY = Entry(source="log.md", line=1, position=0, body="b", id_base="x", title="Day 1")


def _index(*texts: str, titles: tuple[str, ...] = ()) -> Index:
    items = [
        Item(entry=replace(ENTRY, excerpt=text, title=title), id=f"day-{n}", url=f"entries/day-{n}/")
        for n, (text, title) in enumerate(zip(texts, titles or ("Day",) * len(texts), strict=True), start=1)
    ]
    return Index(items=tuple(items), streaks=Streaks(today=dt.date(2026, 3, 1)))


def _names(index: Index) -> list[str]:
    return [one.name for one in suggest_topics(index)]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("I fed AdapterHub.", "Read of AdapterHub again."), ["AdapterHub"]),
        (("It is GPT-2 that bakes.", "So GPT-2 rises."), ["GPT-2"]),
        (("We fed Lievito Madre today.", "With Lievito Madre it rises."), ["Lievito Madre"]),
        (("Started early.", "Started late."), []),
        (("Bread is good.", "Bread rises."), []),
        (("We like Bread.", "So much bread."), []),
        (("So I went.", "And I slept."), []),
        (("We fed Ada.", "Nothing."), []),
        (("Run in Colab again.", "So in Colab it runs."), []),
        (("Read of Wikipedia and Stack Overflow.", "Read Wikipedia and Stack Overflow."), []),
        (("Our Kaggle Kernels ran.", "The Kaggle Kernels ran."), ["Kaggle Kernels"]),
        (("Read of Git hooks.", "So Git hooks run."), ["Git"]),
        (("Created Pull Requests today", "Created Pull Requests again"), ["Pull Requests"]),
    ],
)
def test_names_that_recur_within_sentences(texts: tuple[str, ...], names: list[str]) -> None:
    assert _names(_index(*texts)) == names


def test_titles_that_recur_without_their_numbers() -> None:
    titles = ("Sourdough #1", "Sourdough 2", "Sourdough - the last part", "Rye")
    (one,) = suggest_topics(_index("", "", "", "", titles=titles))
    assert (one.name, one.evidence, one.ids) == ("Sourdough", "title", ("day-1", "day-2", "day-3"))


def test_repositories_that_several_entries_link() -> None:
    def link(path: str, *ids: str) -> LinkRecord:
        citations = tuple(Citation(id=one, text="", line=1) for one in ids)
        url = f"https://github.com/{path}"
        return LinkRecord(url=url, kind="repository", domain="github.com", text="", citations=citations)

    links = (link("ada/oven.git", "day-1", "day-2"), link("ada/once", "day-1"), link("ada", "day-1", "day-2"))
    (one,) = suggest_topics(replace(_index("", ""), links=links))
    assert (one.name, one.evidence, one.ids) == ("oven", "repository", ("day-1", "day-2"))


def test_nothing_that_is_a_topic_already_or_that_all_is_about() -> None:
    index = _index(*("We fed AdapterHub." for _ in range(3)))
    assert _names(replace(index, topics=(Topic(slug="adapterhub", name="AdapterHub", entries=()),))) == []
    assert suggest_topics(index, (TopicSettings(name="adapterhub"),)) == ()
    assert _names(_index(*("We fed AdapterHub." for _ in range(12)))) == []


@pytest.mark.parametrize("name", ["Top", "Data", "My Notes", "1.2", "Further reading", "Code"])
def test_names_of_no_subject(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Rye", "Notes on rye", "GPT-3", "Attention", "新しいパン"])
def test_names_of_a_subject(name: str) -> None:
    assert not is_generic(name)
