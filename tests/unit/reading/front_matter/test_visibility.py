"""Who may see a text: what each word of front matter says, why, and what is told of a word that nobody knows."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.read import read_front_matter
from journal_site.reading.front_matter.visibility import date_role, judge_property, one_edit, private_tag

KEPT = [
    ("status: [done, draft]", "a draft (status: done draft)"),
    ("status: 'Draft (v2)'", "a draft (status: draft (v2))"),
    ("status: not yet public", "not public (status: not yet public)"),
    ("type: future", "not public (type: future)"),
    ("tags: [a, private/home]", "not public (tag: private/home)"),
    ("tags: 'a, Private'", "not public (tag: Private)"),
    ("params: {draft: true}", "a draft"),
    ("params: [{a: 1}, {draft: true}]", "a draft"),
    ("base: &b {draft: true}\n<<: *b", "a draft"),
    ("build: {list: never}", "not public (build.list: never)"),
    ("build: {list: always, render: never}", "not public (build.render: never)"),
    ("_build: {list: local}", "not public (build.list: local)"),
    ("password: hunter2", "not public (it has a password)"),
    ("password:", "not public (it has a password)"),
    ("donotpublish: true", "not public (donotpublish: true)"),
    ("hide: true", "not public (hide: true)"),
    ("hide_post: true", "not public (hide_post: true)"),
    ("exclude_from_site: yes", "not public (exclude_from_site: yes)"),
    ("is_private: yes", "not public (is_private: yes)"),
    ("workflow_state: draft", "a draft (workflow_state: draft)"),
    ("eleventyExcludeFromCollections: true", "not public (eleventyExcludeFromCollections: true)"),
    ("permalink: false", "not public (permalink: false)"),
    ("visibility: friends", "not public (visibility: friends)"),
    ("readers: only me", "not public (readers: only me)"),
    ("published: false", "a draft"),
    ("draft: 'y'", "a draft"),
]
SHOWN = [
    "status: [done]", "status: public", "type: future-work", "tags: privacy", "params: {a: 1}", "params: [{a: 1}, b]",
    "build: {list: always, render: always}", "publish: 2026-01-02", "shade: no", "donotpublish: no", "no_draft: yes",
    "nopublish: never", "hide: title", "hideable: true", "permalink: /a/", "state: TX", "access: anonymous",
    "published: 1965", "published: 1965-03", "private: none", "expires: never", "pubilc: true",
    "status: {draft: false}",
]  # fmt: skip
DOUBTED = [
    ("publishDate: soon", "'publishDate' is no date", "2026-01-31"),
    ("expires: [a, b]", "'expires' is no date", "2026-01-31"),
    ("draft: maybe", "'draft' says who may see the text, and is 'maybe'", "'draft: false'"),
    ("draft:", "'draft' says who may see the text, and says nothing", "'draft: false'"),
    ("draft: ~", "'draft' says who may see the text, and says nothing", "'draft: false'"),
    ("draft: '~'", "'draft' says who may see the text, and is '~'", "'draft: false'"),
    ("draft: []", "'draft' says who may see the text, and says nothing", "'draft: false'"),
    ("publish: [yes, no]", "'publish' says who may see the text, and is 'yes', 'no'", "'publish: true'"),
    ("publish: {a: 1}", "'publish' says who may see the text, and is 'a table'", "'publish: true'"),
    ("privacy: some", "'privacy' says who may see the text, and is 'some'", "'privacy: public'"),
    (
        "pubilc: no",
        "'pubilc' is no key that is known, and says who may see the text if 'public' is meant",
        "'public: true'",
    ),
]


def read(head: str) -> tuple[FrontMatter, list[str], list[str]]:
    front, told = read_front_matter(f"---\ntitle: Rye\n{head}\n---\n", "a.md")
    return front, [one.message for one in told], [one.hint for one in told]


@pytest.mark.parametrize(("head", "reason"), KEPT)
def test_a_text_that_is_not_for_everybody_stays_at_home(head: str, reason: str) -> None:
    front, told, _ = read(head)
    assert (front.draft, front.withheld, told) == (True, reason, [])


@pytest.mark.parametrize("head", SHOWN)
def test_a_text_of_which_nobody_says_so_is_shown(head: str) -> None:
    front, told, _ = read(head)
    assert (front.draft, front.withheld, told) == (False, "", [])


@pytest.mark.parametrize(("head", "message", "hint"), DOUBTED)
def test_a_word_that_is_not_understood_keeps_the_text_at_home_and_is_told(head: str, message: str, hint: str) -> None:
    front, told, hints = read(head)
    assert front.draft
    assert len(told) == 1
    assert told[0].startswith(message)
    assert told[0].endswith(": the text stays at home")
    assert hint in hints[0]


def test_a_password_is_never_told() -> None:
    front, told, hints = read("password: [hunter2, hunter3]")
    assert "hunter" not in " ".join((front.withheld, *told, *hints))


def test_a_long_value_is_told_by_its_beginning() -> None:
    long = "paid members of the first hour who came to see us all the way"
    front, told, _ = read(f"visibility: {long}")
    assert front.withheld == "not public (visibility: paid members of the first hour who came…)"
    assert "'paid members of the first hour who came…'" in told[0]


@pytest.mark.parametrize(
    ("key", "word", "kept"),
    [
        ("public", "no", True),
        ("public", "yes", False),
        ("status", "private", True),
        ("state", "unlisted", True),
        ("status", "done", False),
        ("stage", "secret", False),
        ("type", "private", False),
    ],
)
def test_a_property_below_the_head_speaks_of_who_may_see_its_block(key: str, word: str, *, kept: bool) -> None:
    assert (judge_property(key, word) is not None) is kept


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("publish-date", "from"),
        ("Embargo_Until", "from"),
        ("expires", "until"),
        ("unpublish at", "until"),
        ("date", ""),
    ],
)
def test_a_key_of_a_day_says_which_end_it_is(key: str, role: str) -> None:
    assert date_role(key) == role


def test_a_year_that_a_book_came_out_is_no_day_of_ours() -> None:
    front, _, _ = read("published: 1965-03")
    assert front.publish_from in {None, dt.date(1965, 3, 1)}


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("draft", "draft", False), ("drafts", "draft", True), ("draf", "draft", True), ("drift", "draft", True),
        ("darft", "draft", True), ("dratf", "draft", True), ("rdaft", "draft", True), ("adrft", "draft", False),
        ("dra", "draft", False), ("craf", "draft", False), ("xdraft", "draft", True), ("xraft", "draft", True),
        ("drafxx", "draft", False), ("tfard", "draft", False), ("draxtf", "draft", False),
    ],
)  # fmt: skip
def test_one_slip_parts_two_words(word: str, other: str, *, near: bool) -> None:
    assert one_edit(word, other) is one_edit(other, word) is near


def test_the_first_part_of_a_nested_tag_counts() -> None:
    assert private_tag(["home/private", "Drafts/x", "private"]) == "Drafts/x"
    assert private_tag(["home/private", "drafty"]) == ""
