"""What the search finds, and in which order: the index that is planned, asked by the script that is shipped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.entry import Link
from journal_site.terms import cut
from tests.unit.pages.search.searching import Script, find_in, index_files, make_entry

FILLER = "Nothing of note was done on this day. " * 8
ATTENTION = make_entry(1, "Attention", "How queries meet keys. " + FILLER, ("nlp",))
GRADIENTS = make_entry(2, "Checking gradients", "Each gradient is compared, attention named. " + FILLER, ("nlp",))
PERPLEXITY = make_entry(3, "A day", "Perplexity is a unit. " + FILLER, ("evaluation",), year=2025)
JAPANESE = make_entry(4, "注意機構", "自然言語処理における機械学習を学ぶ。猫", year=2024)
KOREAN = make_entry(5, "어텐션", "어텐션을 배웠다. 한국어 문장.", year=2024)
GERMAN = make_entry(6, "Über Straßen", "Die Größe der Häuser; das naïve Café.", year=2023)
RUSSIAN = make_entry(7, "Градиенты", "Ёлка и её градиентный спуск.", year=2023)


@pytest.fixture(scope="module")
def script() -> Script:
    return find_in(ATTENTION, GRADIENTS, PERPLEXITY, JAPANESE, KOREAN, GERMAN, RUSSIAN)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("perplexity", "e3"),
        ("PERPLEXITY", "e3"),
        ("perpl", "e3"),  # as one types
        ("perplexty", "e3"),  # a letter missing
        ("preplexity", "e3"),  # two swapped, which lie elsewhere in the index
        ("perpelxitty", "e3"),  # two slips in a long word
        ("gradients", "e2"),
        ("機械学習", "e4"),
        ("学習", "e4"),
        ("猫", "e4"),
        ("機", "e4"),
        ("注意", "e4"),
        ("어텐션", "e5"),
        ("한국", "e5"),
        ("strassen", "e6"),
        ("STRASSEN", "e6"),
        ("grosse", "e6"),
        ("größe", "e6"),
        ("NAIVE cafe", "e6"),
        ("елка", "e7"),
        ("градиент", "e7"),
    ],
)
def test_what_is_typed_finds_its_entry_first(script: Script, typed: str, found: str) -> None:
    assert script.ask(typed)[0] == f"entries/{found}/"


def test_a_title_outweighs_a_text(script: Script) -> None:
    assert script.ask("attention") == ["entries/e1/", "entries/e2/"]


@pytest.mark.parametrize("typed", ["xylophone", "qq", "苹果"])
def test_what_is_nowhere_finds_nothing(script: Script, typed: str) -> None:
    assert script.ask(typed) == []


def test_words_that_are_all_there_come_before_some_of_them(script: Script) -> None:
    assert script.ask("gradient attention")[0] == "entries/e2/"
    assert script.ask("perplexity xylophone") == ["entries/e3/"]


def test_a_finished_word_stands_for_itself_and_its_forms(script: Script) -> None:
    assert script.ask("att ") == []
    assert script.ask("att") == ["entries/e1/", "entries/e2/"]
    assert "entries/e2/" in script.ask("gradients ")


def test_topics_and_years_filter(script: Script) -> None:
    assert script.ask("day", topic="evaluation") == ["entries/e3/"]
    assert script.ask("day", year="2025") == ["entries/e3/"]
    assert script.ask("attention", year="2025") == []
    assert script.ask("", topic="nlp") == ["entries/e2/", "entries/e1/"]  # newest first
    assert script.ask("", topic="none") == []


def test_links_are_found_by_text_and_address() -> None:
    paper = Link(url="https://arxiv.org/abs/1706.03762", kind="paper", text="Attention Is All You Need", line=3)
    script = find_in(make_entry(1, "One", "Read.", links=(paper,)), make_entry(2, "Two", "Again.", links=(paper,)))
    assert script.ask("all you need") == [paper.url]
    assert script.ask("1706.03762") == [paper.url]
    assert script.ask("arxiv.org/abs/1706") == [paper.url]


def test_a_word_asks_for_one_small_file_of_each_year() -> None:
    entries = [make_entry(n, f"Title {n}", FILLER * 20, year=2020 + n % 3) for n in range(60)]
    script = Script(index_files(entries))
    assert len(script.ask("nothing")) == 60
    assert len([path for path in script.asked() if "/t" in path]) == 3


def test_a_lone_letter_asks_the_newest_parts_and_the_others_only_where_those_have_none() -> None:
    days = [make_entry(number, f"Zinc {number % 9}", "salt", year=2026) for number in range(1600)]
    script = find_in(*days, make_entry(1601, "Quartz", "zeal", year=2025))
    newest = script.ask("z")
    assert len(newest) == 1600
    assert not [path for path in script.asked() if "2025" in path]
    assert script.ask("q") == ["entries/e1601/"]
    assert script.ask("ze") == ["entries/e1601/"]


def test_thousands_in_one_year_are_divided_and_all_found() -> None:
    files = index_files([make_entry(n, f"Title {n}", f"word{n} common") for n in range(1500)])
    assert len({path.split("/")[1] for path in files if "/t" in path}) == 4
    script = Script(files)
    assert len(script.ask("common")) == 1500
    assert script.ask("word777") == ["entries/e777/"]


ASSIGNED = st.characters(exclude_categories=["Cs", "Cn"])
"""Engines know newer characters than Python does."""


@given(st.text(ASSIGNED, max_size=60))
def test_script_and_program_cut_text_alike(script: Script, text: str) -> None:
    assert script.cut(text) == cut(text)


def test_scripts_of_the_world_are_cut_alike(script: Script) -> None:
    for text in (
        "İstanbul ıssız ŁÓDŹ Øre æble þing ΣΊΣΥΦΟΣ ﬁn ＧＰＴ ½ ² Ⅳ",
        "ประเทศไทย ภาษา မြန်မာ ខ្មែរ ລາວ",
        "हिन्दी العربيّة مـــرحبا עִבְרִית",
        "が ぱ ガ ｶﾞ か\u3099 한글 한글 𠮷野家 々 ー",
        "C++ c# F# i++ x#y a+ node.js snake_case don’t 3.14 " + "x" * 50,
    ):
        assert script.cut(text) == cut(text), text
