"""Reading a slice: its title, and all that its text holds, with lines counted from its first."""

from __future__ import annotations

from typing import Any

import pytest

from journal_site.model.entry import SLOT, Reading
from journal_site.model.outline import FrontMatter, Slice
from journal_site.reading.body.read import read_slice
from journal_site.reading.code import script


class Memory:
    """A cache of fragments."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def put(self, key: str, fragment: str) -> None:
        self.kept[key] = fragment


def read(text: str, *, definitions: str = "", html: str = "trusted", **fields: Any) -> Reading:  # noqa: ANN401
    return read_slice(Slice(kind="entry", text=text, line=1, **fields), "a.md", definitions, html, Memory())


# --- titles ---


def test_the_heading_that_a_file_begins_with_is_its_title_and_leaves_the_body() -> None:
    reading = read("\n# A *big* `day` & [more](https://example.org)\n\ntext\n\n## Next\n")
    content = reading.content
    assert content.title == "A big day & more"
    assert content.title_html == "A <em>big</em> <code>day</code> &amp; more"
    assert reading.html == '<p>text</p>\n<h2 id="next">Next</h2>\n'
    assert [(link.url, link.line) for link in content.links] == [("https://example.org/", 1)]


@pytest.mark.parametrize(
    "text", ["text\n\n# Later\n", "## One\n\n## Two\n", "## One\n\n# Higher\n", "# ![only a picture](a.png)\n"]
)
def test_other_headings_stay(text: str) -> None:
    reading = read(text)
    assert reading.content.title == ""
    assert "<h2" in reading.html


def test_a_lower_heading_is_the_title_where_none_is_as_high() -> None:
    assert read("### One\n\n#### Two\n").content.title == "One"


def test_a_heading_keeps_its_place_beside_another_title_in_front_matter() -> None:
    assert "<h2" in read("# Heading\n", front="---\ntitle: Other\n---\n").html
    same = read("# The same\n\ntext\n", front="---\ntitle: the same\n---\n")
    assert same.html == "<p>text</p>\n"
    assert isinstance(same.content.front, FrontMatter)


def test_front_matter_problems_keep_their_own_lines() -> None:
    content = read("$\\x$\n", front="---\ntitel: x\n---\n").content
    assert [problem.location.line for problem in content.front_diagnostics] == [2]
    assert [problem.location.line for problem in content.diagnostics] == [1]


def test_a_days_heading_gives_text_title_and_links_once() -> None:
    content = read(
        "text\n",
        heading="Day 7: [Paper](https://example.org/p)",
        heading_line=1,
        title="[Paper](https://example.org/p)",
    ).content
    assert (content.heading_text, content.title, content.title_html) == ("Day 7: Paper", "Paper", "Paper")
    assert len(content.links) == 1
    assert content.words == 1


def test_pictures_of_a_heading_go_into_the_body() -> None:
    reading = read("text\n", heading="Day 7 ![plot](p.png) <img src='q.png'>", title="![plot](p.png)")
    assert [slot.target for slot in reading.content.slots] == ["p.png", "q.png"]
    assert reading.html.count(SLOT) == 4
    assert SLOT not in reading.content.title_html


# --- links, slots, notebooks ---


def test_links_know_their_text_line_and_section() -> None:
    content = read(
        "[a *b*](https://example.org/1)\n\n## Part\n\nx\n<https://example.org/2>\n- https://example.org/3\n"
    ).content
    found = [(link.url[-1], link.text, link.line, link.section) for link in content.links]
    assert found == [
        ("1", "a b", 0, ""),
        ("2", "https://example.org/2", 5, "Part"),
        ("3", "https://example.org/3", 6, "Part"),
    ]


def test_slots_are_numbered_and_placed() -> None:
    content = read(
        '> see [the *file*](docs/a%20b.md#part "T")\n> and ![alt](/img/x.png) [[Note|n]] ![[p.png|9]]\n'
    ).content
    link, image, wiki, embed = content.slots
    assert (link.kind, link.target, link.text, link.title, link.line, link.column) == (
        "link",
        "docs/a b.md#part",
        "the file",
        "T",
        0,
        8,
    )
    assert (image.kind, image.target, image.text, image.line, image.column) == ("image", "/img/x.png", "alt", 1, 7)
    assert (wiki.kind, wiki.target, wiki.text) == ("wikilink", "Note", "n")
    assert (embed.kind, embed.target, embed.attributes) == ("embed", "p.png", (("width", "9"),))


def test_remote_notebooks_are_listed_and_local_ones_are_slots() -> None:
    content = read(
        "[c](https://colab.research.google.com/drive/1) [k](https://www.kaggle.com/a/b) [l](n/x.ipynb)\n"
    ).content
    assert [notebook.text for notebook in content.notebooks] == ["c", "k"]
    assert [slot.target for slot in content.slots] == ["n/x.ipynb"]


def test_a_picture_in_a_link_names_it() -> None:
    content = read("[![a badge](https://example.org/b.svg)](https://example.org) [![](b.png)](c.md)\n").content
    assert content.links[0].text == "a badge"
    assert [slot.text for slot in content.slots] == ["b.png", "b.png"]


def test_links_in_html_are_collected_in_the_order_of_lines() -> None:
    content = read(
        "x\n\n## S\n\n<a href='https://example.org/1'>one</a>\n\n[two](https://example.org/2)\n\n"
        "<p>\n<a href='x.md'>x</a></p>\n"
    ).content
    assert [(link.text, link.line, link.section) for link in content.links] == [("one", 4, "S"), ("two", 6, "S")]
    assert [(slot.target, slot.line) for slot in content.slots] == [("x.md", 9)]


def test_definitions_of_a_log_hold_in_each_slice_and_a_note_of_its_own_goes_before() -> None:
    definitions = "[a]: https://example.org/a\n[^n]: shared\n[^o]: other\n"
    reading = read("[a] x[^n] y[^o]\n\n[^n]: own\n", definitions=definitions)
    assert [link.url for link in reading.content.links] == ["https://example.org/a"]
    assert "own" in reading.html
    assert "other" in reading.html
    assert "shared" not in reading.html


# --- what an author asks and does ---


def test_tasks_questions_and_hashtags() -> None:
    content = read(
        "- [ ] read [this](a.md)\n- [x] done\n\nWhat is\nattention? Not this. Why `x`?\n"
        "[Is it?](https://example.org) `#no` "
        "#find_or_create_by, #123 #ffaa00 a#b https://example.org/?a=b#c\n\n```\n# no? #not\n```\n\n### How?\n\n"
        "#deep_learning, #nlp #123 #ffaa00\n"
    ).content
    assert [(task.text, task.done, task.line) for task in content.tasks] == [("read this", False, 0), ("done", True, 1)]
    assert [(asked.text, asked.line) for asked in content.questions] == [
        ("Why x?", 4),
    ]
    assert content.hashtags == ("deep_learning", "nlp")


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("It converges. Why so slowly?", ["Why so slowly?"]),
        ("Why is it slow? Each step reads the whole file.", []),
        ("Why? How long? It took me a day to see.", []),
        ("Each step reads the file. Why? Would a cache do?", ["Why?", "Would a cache do?"]),
        ("Question: does it scale? I have only one machine.", ["Question: does it scale?"]),
        ("Why is it slow? #io #python", ["Why is it slow?"]),
        ("Why is it slow?\n\nEach step reads the whole file.", ["Why is it slow?"]),
        ("- Why is it slow?\n- Each step reads the whole file.", ["Why is it slow?"]),
        ("## Why is it slow?\n\nIs it the file?", ["Is it the file?"]),
        ("It took five days (or was it six?)", ["It took five days (or was it six?)"]),
        ("I solved two problems (59?)", []),
        ("It has no memory (?)", []),
        ("なぜ遅いのか？ ファイルを読むからだ。", []),
        ("ファイルを読む。なぜ遅いのか？", ["なぜ遅いのか？"]),
    ],
)
def test_a_question_that_its_author_answers_is_none(text: str, open_: list[str]) -> None:
    assert [asked.text for asked in read(text).content.questions] == open_


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Created [Pull request](https://example.org) with typo fixes - done.", 7),
        ("深度学习 with 2 GPUs", 7),
        ("## Head\n\n`code span` and\n\n```\nnot these\n```\n", 4),
        ("a<br>b <b>c</b>d", 3),
        ("", 0),
    ],
)
def test_words(text: str, words: int) -> None:
    assert read("start\n\n" + text).content.words - 1 == words


def test_the_excerpt_is_the_beginning_of_the_prose() -> None:
    assert read("## Head\n\nOne *two*\nthree.\n\n- four\n\n```\ncode\n```\n").content.excerpt == "One two three. four"
    long = read("word " * 100).content.excerpt
    assert len(long) <= 280
    assert long.endswith("word…")


def test_headings_have_the_levels_of_the_page_and_their_lines() -> None:
    content = read("x\n\n### A\n\n##### B\n\n<h1>C</h1>\n").content
    assert [(one.level, one.text, one.id, one.line) for one in content.headings] == [
        (2, "A", "a", 2),
        (3, "B", "b", 4),
        (2, "C", "c", 6),
    ]


def test_anchors_of_html_are_known() -> None:
    assert read('<a name="x"></a> <p id="y">z</p>\n').content.anchors == ("x", "y")


# --- math ---


def test_a_bad_formula_is_told_with_its_place() -> None:
    (problem,) = read("a\n\nb $\\nosuch$\n").content.diagnostics
    assert (problem.code, problem.severity, problem.location.line, problem.location.column) == (
        "math-invalid",
        "warning",
        3,
        3,
    )
    assert "\\nosuch" in problem.message


def test_without_the_engine_formulas_are_shown_and_it_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise script.EngineMissingError

    monkeypatch.setattr(script, "_load", missing)
    reading = read("$x_1$ and $y$\n")
    assert [problem.code for problem in reading.content.diagnostics] == ["math-engine-missing"]
    assert "x_1" in reading.html


def test_formulas_are_kept_by_content(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Memory()
    part = Slice(kind="entry", text="$x$ and $$x$$", line=1)
    first = read_slice(part, "a.md", "", "trusted", cache)
    monkeypatch.setattr(script, "_load", lambda _: pytest.fail("it was known"))
    assert read_slice(part, "a.md", "", "trusted", cache) == first
    assert len(cache.kept) == 2


@pytest.mark.parametrize("tex", ["{" * 3000, "\\sqrt{" * 3000 + "}" * 3000, "\\def\\a{\\a\\a}\\a"])
def test_formulas_that_never_end_are_bad_ones(tex: str) -> None:
    assert [problem.code for problem in read(f"$$\n{tex}\n$$\n").content.diagnostics] == ["math-invalid"]
