"""Texts without day or date among days: notes where they are few, or lie in folders of their own."""

from __future__ import annotations

import pytest

from journal_site.index.texts.asides import settle_asides
from journal_site.model.entry import Entry
from tests.unit.index.small_entries import entry

DAYS = [entry(f"days/day{number}.md", days=(number,)) for number in range(1, 7)]


def notes(*sources: str, days: list[Entry] = DAYS) -> list[str]:
    return [one.source for one in settle_asides([*days, *map(entry, sources)]) if one.kind == "note"]


@pytest.mark.parametrize(
    "sources",
    [
        ("api/1.md", "api/2.md", "api/3.md", "api/4.md"),
        ("plan.md", "books.md", "rules.md", "tools.md", "links.md"),
        ("a/1.md", "b/2.md", "b/c/3.md"),
    ],
)
def test_texts_in_folders_without_days_are_notes(sources: tuple[str, ...]) -> None:
    assert notes(*sources) == list(sources)


def test_many_texts_beside_days_are_entries() -> None:
    assert notes("days/a.md", "days/b.md", "days/c.md") == []
    assert notes("days/a.md", "days/b.md") == ["days/a.md", "days/b.md"]


def test_few_days_make_no_text_a_note() -> None:
    assert notes("plan.md", days=DAYS[:4]) == []
