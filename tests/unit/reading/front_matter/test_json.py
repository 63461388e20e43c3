"""JSON before a text, as Hugo and Hexo read it."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.reading.front_matter.read import read_front_matter
from journal_site.reading.front_matter.split import split_front_matter


@pytest.mark.parametrize(
    ("text", "title", "tags", "body"),
    [
        ('{\n"title": "Rye",\n"date": "2026-03-01",\n"tags": ["bread"]\n}\n\nText\n', "Rye", ("bread",), "\nText\n"),
        (
            '{"tags": "a, b", "date": "2026-03-01", "title": "On {one} line"}\n# T\n',
            "On {one} line",
            ("a", "b"),
            "# T\n",
        ),
        (
            '\n{\n"author": {"name": "Ann", "of": ["x"]},\n"title": "Nested",\n"date": "2026-03-01T10:00:00Z"\n}\nText',
            "Nested",
            (),
            "Text",
        ),
    ],
)
def test_a_json_head_is_read(text: str, title: str, tags: tuple[str, ...], body: str) -> None:
    front, rest, _ = split_front_matter(text)
    values, problems = read_front_matter(front, "x.md")
    assert (values.title, values.tags, values.date, rest) == (title, tags, dt.date(2026, 3, 1), body)
    assert problems == ()


@pytest.mark.parametrize("text", ['{ "weight": 1 }\nText', "{% raw %}\nText", "{one} of many", '{"a"} is a set'])
def test_braces_that_are_no_head_are_text(text: str) -> None:
    assert split_front_matter(text) == ("", text, 1)


@pytest.mark.parametrize(
    "head", ['{\n"title": "T",\n"draft": true\n', '{\n// mine\n"draft": true\n}\n', '{"draft": true,, "title": 1}\n']
)
def test_a_json_head_that_cannot_be_read_is_told_and_no_text(head: str) -> None:
    front, rest, _ = split_front_matter(f"{head}\nSecret\n" if "}" in head else head)
    _, problems = read_front_matter(front, "x.md")
    assert [one.code for one in problems] == ["front-matter-syntax"]
    assert "draft" not in rest
