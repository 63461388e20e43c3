"""Posts: what they say, that they fit, and how long they are as X and Mastodon count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journal_site.model.index import Item, Topic
from journal_site.publishing.post_length import count_for_bluesky, count_for_mastodon, count_for_x
from journal_site.publishing.posts import SITES, hashtags, write_posts
from tests.unit.pages.small_journal import URL, make_context, make_index, make_items

LINK = f"{URL}entries/day-2/"
ITEM = make_items()[1]


def post(item: Item, site: str) -> str:
    (written,) = write_posts(make_context(), item, [site])
    return written.text


def titled(title: str) -> Item:
    return replace(ITEM, entry=replace(ITEM.entry, title=title))


def test_a_post_says_day_title_topics_and_link() -> None:
    said = "Day 2 of 100: What I learned, part 2"
    tags = "#100DaysOfNLP #NLP"
    assert post(ITEM, "x") == f"{said}\n\n{tags}\n{LINK}"
    assert post(ITEM, "mastodon") == f"{said}\n\nExcerpt 2\n\n{tags}\n{LINK}"
    assert post(ITEM, "linkedin") == f"{said}\n\nExcerpt 2\n\n{tags}\n{LINK}"
    assert post(ITEM, "bluesky") == f"{said}\n\nExcerpt 2\n\n{tags}\n{LINK}"
    assert post(titled("Day 2"), "x") == f"Day 2 of 100: Excerpt 2\n\n{tags}\n{LINK}"


def test_forms_are_those_of_the_entrys_page() -> None:
    x, linkedin, mastodon = write_posts(make_context(), ITEM, ["x", "linkedin", "mastodon"])
    address = "https%3A%2F%2Fexample.org%2Flog%2Fentries%2Fday-2%2F"
    assert x.compose.startswith("https://x.com/intent/post?text=Day%202%20of%20100%3A%20What")
    assert x.compose.endswith(f"&url={address}")
    assert linkedin.compose == f"https://www.linkedin.com/sharing/share-offsite/?url={address}"
    assert mastodon.compose.startswith("https://share.joinmastodon.org/#text=Day%202")
    assert mastodon.compose.endswith(f"%20{address}")


@given(st.text(max_size=900), st.text(max_size=900), st.sampled_from(sorted(SITES)))
@settings(max_examples=150)
def test_a_post_fits_and_has_its_link(title: str, excerpt: str, site: str) -> None:
    item = replace(ITEM, entry=replace(ITEM.entry, title=title, excerpt=excerpt))
    (written,) = write_posts(make_context(), item, [site])
    assert written.length == SITES[site].count(written.text) <= written.limit
    assert written.text.endswith(LINK)


def test_what_does_not_fit_is_left_out_from_behind() -> None:
    long = post(titled("word " * 70), "x")
    assert long.startswith("Day 2 of 100: word word")
    assert "#" not in long
    assert "…\n" in long
    assert "#100DaysOfNLP" in post(titled("w" * 200), "x")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Hello", 5),
        ("https://example.org/a/very/long/address/indeed?with=much", 23),
        ("See https://a.io and http://b.io", 4 + 23 + 5 + 23),
        ("自然言語", 8),
        ("Градиент", 8),
        ("한국어", 6),
        ("🎉", 2),
        ("👩‍👩‍👧‍👦 👍🏽 🇩🇪", 2 + 1 + 2 + 1 + 2),
        ("“quoted” – it’s…", 17),
        ("e\u0301", 1),
        ("read numpy.org now", 5 + 23 + 4),
    ],
)
def test_length_as_x_counts(text: str, length: int) -> None:
    assert count_for_x(text) == length


def test_length_as_mastodon_counts() -> None:
    assert count_for_mastodon("自然 https://example.org/a/very/long/address/indeed") == 3 + 23


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("word embeddings", "#WordEmbeddings"),
        ("N-grams", "#NGrams"),
        ("C++", "#CPlusPlus"),
        ("C#", "#CSharp"),
        ("C", "#C"),
        ("#nlp", "#nlp"),
        ("sql", "#sql"),
        ("Kneser–Ney", "#KneserNey"),
        ("机器学习", "#机器学习"),
        ("हिन्दी", "#हिन्दी"),
        ("2021", None),
        ("100DaysOfNLP", "#100DaysOfNLP"),
    ],
)
def test_hashtags(name: str, tag: str | None) -> None:
    index = replace(make_index(), topics=(Topic(slug="nlp", name=name, entries=(ITEM.id,)),), challenge=None)
    assert hashtags(make_context(index), ITEM) == ([tag] if tag else [])


def test_a_hashtag_stands_once() -> None:
    index = replace(make_index(), topics=(Topic(slug="nlp", name="100daysofnlp", entries=(ITEM.id,)),))
    assert hashtags(make_context(index), ITEM) == ["#100DaysOfNLP"]


@pytest.mark.parametrize(
    ("text", "length"),
    [("See https://example.org", 23), ("👩‍👩‍👧‍👦 👍🏽", 3), ("e\u0301", 1), ("नमस्ते", 4), ("自然言語", 4)],
)
def test_length_as_bluesky_counts_at_most(text: str, length: int) -> None:
    assert count_for_bluesky(text) == length
