"""Hashtags: where a `#word` stands as a tag; and how a text begins without them."""

from __future__ import annotations

import pytest

from journal_site.reading.contents.plain_text import excerpt_of, find_hashtags, tellings


@pytest.mark.parametrize(
    ("text", "tags", "anywhere"),
    [
        ("Rails has #find_or_create_by for it.", [], ["find_or_create_by"]),
        ("#python #sql/joins, #c\n#go", ["python", "sql/joins", "c", "go"], ["python", "sql/joins", "c", "go"]),
        ("Day 1 #100DaysOfCode #cpp: #map, #each", ["100DaysOfCode", "cpp"], ["100DaysOfCode", "cpp", "map", "each"]),
        ("C #은 좋다 #content를 본다", [], ["content를"]),
        ("#은", [], []),
        ("See #12 #ffaa00 a#b https://example.org/#c", [], []),
        ("  #alone.  ", ["alone"], ["alone"]),
        ("#weighted = [batch size]", [], ["weighted"]),
        ("", [], []),
    ],
)  # fmt: skip
def test_hashtags(text: str, tags: list[str], anywhere: list[str]) -> None:
    assert find_hashtags(text) == tags
    assert find_hashtags(text, anywhere=True) == anywhere


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I bake a loaf a day.", True),
        ("Goal: a loaf a day, and to like it.", True),
        ("Legend: ✅ done ⏳ in the oven", False),
        ("Bread", False),
        ("Status key : grey is cold", False),
    ],
)
def test_what_tells_something_in_an_introduction(text: str, *, told: bool) -> None:
    assert tellings([text]) == ([text] if told else [])


@pytest.mark.parametrize(
    ("blocks", "excerpt"),
    [
        (["#sql #learning/databases", "Read about windows."], "Read about windows."),
        (["#sql", "#rust, #go."], ""),
        (["#sql is what I read about.", "More."], "#sql is what I read about. More."),
    ],
)
def test_an_excerpt_passes_over_blocks_of_hashtags(blocks: list[str], excerpt: str) -> None:
    assert excerpt_of(blocks) == excerpt
