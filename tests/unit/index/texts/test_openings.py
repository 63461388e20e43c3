"""What many texts begin alike is found in a sample of them, and what few have is none of it."""

from __future__ import annotations

import pytest

from journal_site.index.texts.openings import find_openings
from journal_site.model.index import Openings


def test_labels_that_recur() -> None:
    texts = [f"Today's Progress: step {n}. Thoughts: none of {n}" for n in range(6)]
    assert find_openings(texts).labels == ("today's progress", "thoughts")


def test_of_words_before_a_colon_those_are_the_label_that_recur() -> None:
    texts = [f"Learnt {what} Thoughts: fine" for what in ("lists", "sets", "maps", "trees")]
    assert find_openings(texts).labels == ("thoughts",)


def test_sentences_that_begin_alike() -> None:
    texts = [f"On my journey of bread, I have read {what}. Here I have learned about {what} too." for what in "abcde"]
    assert find_openings(texts).starts == ("on my journey of bread, i have read", "here i have learned about")


def test_a_start_that_forks_is_shared_up_to_the_fork_and_beyond_it() -> None:
    texts = [f"On my journey of bread, I have read the book of crumbs, page {n}" for n in "abcdef"]
    texts += [f"On my journey of bread, I have read {what}" for what in ("Baker's", "Sourdough", "Miller's")]
    assert find_openings(texts).starts == (
        "on my journey of bread, i have read the book of crumbs, page",
        "on my journey of bread, i have read",
    )


def test_a_start_may_stand_behind_a_label() -> None:
    texts = [f"Progress: I have read much about {what} today" for what in "abc"]
    assert find_openings(texts) == Openings(labels=("progress",), starts=("i have read much about",))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Progress: one", "Progress: two"],
        ["Progress: one", "Progress: two", "Progress: three", *(f"Nothing alike {n}" for n in range(20))],
        [f"I have {what} here" for what in ("baked", "slept", "read", "run")],
    ],
)
def test_few_are_chance(texts: list[str]) -> None:
    assert find_openings(texts) == Openings()


def test_a_long_journal_is_sampled() -> None:
    texts = [f"Today I have learned about {n}" for n in range(5000)]
    assert find_openings(texts).starts == ("today i have learned about",)
