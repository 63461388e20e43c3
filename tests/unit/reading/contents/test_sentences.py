"""The sentence around a link, whatever the script, and cut where it is long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.contents.sentences import sentence_around


def _around(text: str) -> tuple[str, str]:
    """Return what stands around the text between bars."""
    before, link, after = text.split("|")
    return sentence_around(before + link + after, len(before), len(before) + len(link))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("It rained. I read |the note| again! Then tea.", "I read ", " again!"),
        ("See |it|.", "See ", "."),
        ("|Alone|", "", ""),
        ("As Dr. Rye wrote, e.g. in |part 2|, it (cf. p. 3). Yes.", "As Dr. Rye wrote, e.g. in ", ", it (cf. p. 3)."),
        ("He said “Stop.” I went to |the mill| … and back. Home.", "I went to ", " … and back."),
        ("昨日は雨だった。今日は|メモ|を読んだ。明日は休む。", "今日は", "を読んだ。"),
        ("Version 3.5 is in |the list|, not 4.0 yet", "Version 3.5 is in ", ", not 4.0 yet"),
        ("Flour\nWater and |salt|\nYeast", "Water and ", ""),
        ("a line that goes\non to |there| and\nfurther", "a line that goes on to ", " and further"),
        ("Почему? См. |запись| о тесте. Дальше.", "См. ", " о тесте."),
    ],
)  # fmt: skip
def test_it_begins_and_ends_where_the_author_meant(text: str, before: str, after: str) -> None:
    assert _around(text) == (before, after)


@pytest.mark.parametrize("word", ["word ", "字", "e\u0301e\u0301 ", "👩‍🍳"])
def test_a_long_one_is_cut_to_what_there_is_room_for(word: str) -> None:
    before, after = _around(f"{word * 300}|it|{word * 300}")
    assert before.startswith("…")
    assert after.endswith("…")
    assert 40 < len(before) <= 112
    assert 40 < len(after) <= 112
    assert set(f"{before}{after}".strip("…").split()) <= {word.strip() * n for n in range(1, 112)}


@given(st.text(), st.text(), st.text())
def test_it_is_a_part_of_the_text_on_one_line(before: str, link: str, after: str) -> None:
    start, end = len(before), len(before) + len(link)
    found = sentence_around(before + link + after, start, end)
    assert "\n" not in found.before + found.after
    assert " ".join(found.before.lstrip("…").split()) in " ".join(before.split())
