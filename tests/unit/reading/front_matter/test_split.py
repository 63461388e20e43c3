"""Where front matter ends, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.front_matter.read import split_front_matter

HEADS = [
    "---\ntitle: x\n---\n",
    "---\n---\n",
    "---  \ntags:\n  - a\n...\n",
    "---\n# about\nunknown: 1\nother:\n- a\n---\n",
    "---\n\ntitle: x\n\nday: 3\n---\n",
    "---\ntitle x\ndate: 2020-01-01\n---\n",
    '+++\ntitle = "x"\n+++\n',
    "\n\n---\ntitle: x\n---\n",
    "Title: x\nDate: 2020-01-01\nTags: a,\n  b\n",
    "Date: 2020-01-01\n",
    "title:: x\ntags:: [[a]]\n",
    "<!--\n.. title: x\n.. slug: y\n-->\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_ends_where_the_text_begins(head: str) -> None:
    front, rest, line = split_front_matter(f"{head}\nbody\n")
    assert (front, rest) == (head, "\nbody\n")
    assert line == head.count("\n") + 1


@pytest.mark.parametrize("head", HEADS)
def test_a_head_may_be_all_there_is(head: str) -> None:
    assert split_front_matter(head.rstrip("\n")) == (head.rstrip("\n"), "", head.rstrip("\n").count("\n") + 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# Day 1\n\ntext",
        "---\n\nA paragraph between rules.\n\n---\n\nmore",
        "---\n# A heading between rules\n---\n",
        "---\n- a\n- list\n---\n",
        "----\ntitle: x\n---\n",
        "--- title: x\n---\n",
        "+++ more +++\n",
        "Note: this is a sentence.\n\nMore.",
        "Today: I learned\nDate: 2020-01-01\n\nmore",
        "Title: x\nand on it goes\n",
        "Tags: a\n\ntext",
        "<!-- a comment -->\n",
        "<!--\ntitle: x\n-->\n",
        "std::vector is a class\n",
        "https://example.org\n",
    ],
)
def test_what_claims_no_head_stays_text(text: str) -> None:
    assert split_front_matter(text) == ("", text, 1)


@pytest.mark.parametrize("text", ["---\ntitle: x\n\nA paragraph.\n\n---\n\nmore\n", "---\ntitle: x\n\nmore\n"])
def test_a_head_that_is_never_closed_ends_before_the_text(text: str) -> None:
    front, rest, line = split_front_matter(text)
    assert front == "---\ntitle: x\n"
    assert rest == text.removeprefix(front)
    assert line == 3


PIECES = st.sampled_from(
    [
        "---\n",
        "+++\n",
        "title: x\n",
        "\n",
        "text\n",
        "a = 1\n",
        "<!--\n",
        ".. a: b\n",
        "-->\n",
        "k:: v\n",
        " ",
        "Date: ",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=9).map("".join))
def test_nothing_is_lost_and_lines_add_up(text: str) -> None:
    front, rest, line = split_front_matter(text)
    assert front + rest == text
    assert not front or line == front.count("\n") + (1 if front.endswith("\n") else 2)
    assert front or line == 1


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (';;;\n"title": "Rye",\n"day": 3\n;;;\n\nWords.\n', ';;;\n"title": "Rye",\n"day": 3\n;;;\n'),
        ('"title": "Rye"\n;;;\nWords.\n', '"title": "Rye"\n;;;\n'),
        ('"Bread", she said.\n;;;\nWords.\n', ""),
        (';;;\n"Bread": is good\n;;;\nWords.\n', ""),
        ('"title": "Rye"\n\nWords.\n', ""),
    ],
)
def test_the_inside_of_a_table_that_hexo_reads_is_a_head_where_a_key_of_ours_is_in_it(text: str, head: str) -> None:
    front, rest, _ = split_front_matter(text)
    assert front == head
    assert front + rest == text


@pytest.mark.parametrize(
    "head",
    [
        '+++\ntitle = "Rye"\n\n[extra]\nflour = "rye"\n+++\n',
        '+++\ntitle = "Rye"\ndescription = """\nDense.\n\nAnd dark.\n"""\n+++\n',
        "---\ntitle: Rye\n\ntags:\n- bread\n---\n",
    ],
)
def test_blank_lines_within_a_head_do_not_end_it(head: str) -> None:
    front, rest, line = split_front_matter(f"{head}\nWords.\n")
    assert (front, rest, line) == (head, "\nWords.\n", head.count("\n") + 1)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (".. title: Rye\n.. date: 2026-01-02\n\nWords.\n", ".. title: Rye\n.. date: 2026-01-02\n"),
        ("..\ttitle: Rye\n\nWords.\n", "..\ttitle: Rye\n"),
        (".. title: Rye\n.. image:: a.png\n", ".. title: Rye\n"),
        (".. flour: rye\n\nWords.\n", ""),
        (".. image:: a.png\n\nWords.\n", ""),
        ("... title: Rye\n\nWords.\n", ""),
    ],
)
def test_lines_behind_two_dots_are_a_head_where_a_key_of_ours_is_among_them(text: str, head: str) -> None:
    front, rest, _ = split_front_matter(text)
    assert front == head
    assert front + rest == text
