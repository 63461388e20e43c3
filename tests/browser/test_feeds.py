"""The feeds' rules find what breaks them."""

import json
from pathlib import Path

import pytest

from tests.browser.feeds import check_atom, check_json_feed

ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<id>https://a.example/</id><title>A feed</title><updated>2026-01-03T00:00:00Z</updated>
<link rel="self" href="https://a.example/feed.xml"/><author><name>A</name></author>
<entry><id>https://a.example/1/</id><title>One</title><updated>2026-01-03T00:00:00+01:00</updated>
<link href="https://a.example/1/"/><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "A feed",
    "home_page_url": "https://a.example/",
    "feed_url": "https://a.example/feed.json",
    "items": [{"id": "https://a.example/1/", "url": "https://a.example/1/", "content_html": "<p>x</p>", "tags": ["a"]}],
}


def test_good_feeds_pass(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(ATOM, encoding="utf-8")
    (tmp_path / "feed.json").write_text(json.dumps(JSON_FEED), encoding="utf-8")
    assert check_atom(tmp_path / "feed.xml") == []
    assert check_json_feed(tmp_path / "feed.json") == []


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ("<title>One</title>", "", "entry 1: title occurs 0 times"),
        ("2026-01-03T00:00:00+01:00", "2026-01-03", "entry 1: updated 2026-01-03 is no date"),
        ('rel="self"', 'rel="alternate"', "feed: no link rel=self"),
        ("<author><name>A</name></author>", "", "entry 1: no author, nor has the feed one"),
        ('type="html"', 'type="markdown"', "entry 1: content of type markdown"),
        ("<id>https://a.example/1/</id>", "<id>one</id>", "entry 1: id one is no IRI"),
    ],
)
def test_broken_atom_is_found(tmp_path: Path, good: str, bad: str, problem: str) -> None:
    assert good in ATOM
    (tmp_path / "feed.xml").write_text(ATOM.replace(good, bad), encoding="utf-8")
    assert check_atom(tmp_path / "feed.xml") == [problem]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"version": "1"}, "the version is 1"),
        ({"feed_url": "feed.json"}, "feed_url is no address"),
        ({"items": [{"id": "a"}]}, "item 1: no content"),
        ({"items": [{"id": 1, "content_text": ""}]}, "item 1: its id is no text"),
        ({"items": [{"id": "a", "content_text": ""}] * 2}, "two items have one id"),
    ],
)
def test_broken_json_feed_is_found(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    (tmp_path / "feed.json").write_text(json.dumps({**JSON_FEED, **change}), encoding="utf-8")
    assert check_json_feed(tmp_path / "feed.json") == [problem]
