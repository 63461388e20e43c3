"""Where cards lack letters, the hint names the font of the journal's own language."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from journal_site.pages.machine.card_letters import card_notices
from tests.unit.pages.small_journal import make_context, make_index, make_item

NAMED = "name a font that has them: 'card_font: fonts/NotoSans{}-Bold.ttf'"


def _hints(*titles: str, language: str = "en") -> list[str]:
    items = tuple(make_item(n, None, title=title) for n, title in enumerate(titles, 1))
    context = make_context(replace(make_index(), items=items))
    config = replace(context.config, cards=True, language=language)
    return [one.hint for one in card_notices(replace(context.facts, config=config))]


@pytest.mark.parametrize(
    ("title", "language", "font"),
    [
        ("오늘은 반복문", "en", "KR"),
        ("初めてのパン", "en", "JP"),
        ("深度学习", "zh", "SC"),
        ("深度學習", "zh-TW", "TC"),
        ("深度学習", "ja", "JP"),
        ("深度学习", "en", "SC"),
        ("文 三國", "ko", "KR"),
    ],
)
def test_the_font_of_the_language_is_named(title: str, language: str, font: str) -> None:
    assert _hints(title, language=language) == [NAMED.format(font)]


def test_most_titles_choose() -> None:
    assert _hints("初めてのパン", "오늘은", "내일은", "Bread") == [NAMED.format("KR")]


def test_scripts_that_cannot_be_drawn_get_no_font() -> None:
    (hint,) = _hints("مرحبا بالعالم")
    assert "card_font" not in hint
    assert _hints("Bread") == []
