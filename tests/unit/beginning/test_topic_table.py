"""Topics are put into site.yaml, and every other byte stays."""

from __future__ import annotations

import pytest

from journal_site.beginning.topic_table import with_topics

RYE = "  Rye bread: {keywords: [rye bread]}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: B\n", "title: B\ntopics:\n" + RYE),
        ("title: B", "title: B\ntopics:\n" + RYE),
        ("topics:\n  Oats: {}\n\n# end\nurl: x\n", "topics:\n  Oats: {}\n" + RYE + "\n# end\nurl: x\n"),
        (
            "topics: # mine\n    Oats:\n        keywords: [oats]  # sweet\n    # more\nurl: x\n",
            "topics: # mine\n    Oats:\n        keywords: [oats]  # sweet\n    # more\n  " + RYE + "url: x\n",
        ),
        ("topics:\nurl: x\n", "topics:\n" + RYE + "url: x\n"),
        ("title: B\r\ntopics:\r\n  Oats: {}\r\n", "title: B\r\ntopics:\r\n  Oats: {}\r\n" + RYE.replace("\n", "\r\n")),
        ("topics:\n  Oats: {}", "topics:\n  Oats: {}\n" + RYE),
        ("# topics:\n#   Oats: {}\n", "# topics:\n#   Oats: {}\ntopics:\n" + RYE),
    ],
)
def test_lines_are_added_below_those_that_are_there(before: str, after: str) -> None:
    assert with_topics(before, ["Rye bread"]) == after


@pytest.mark.parametrize("text", ["topics: {Oats: {}}\n", "'topics': {}\n", "topics: null\n"])
def test_a_table_on_one_line_stays(text: str) -> None:
    assert with_topics(text, ["Rye bread"]) is None


def test_names_are_written_as_texts() -> None:
    assert with_topics("", ["#1", "No"]) == 'topics:\n  "#1": {keywords: ["#1"]}\n  "No": {keywords: ["no"]}\n'
