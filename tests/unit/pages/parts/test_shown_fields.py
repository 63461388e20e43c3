"""What a page shows of an entry's fields: those that the table says, with labels and values in the site's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.languages.labels import load_labels
from journal_site.model.fields import Field
from journal_site.pages.parts import shown_fields as module
from journal_site.pages.parts.shown_fields import shown_fields
from journal_site.pages.words.wording import Wording
from tests.unit.pages.small_journal import make_items

if TYPE_CHECKING:
    import pytest

TABLE = (
    Field("mood", "text", "How it felt.", on_page=True),
    Field("hidden", "text", "What only templates show."),
    Field("slept", "minutes", "How long.", on_page=True),
    Field("read_on", "dates", "When it was read again.", on_page=True),
    Field("outdoors", "yes-no", "Whether it was written outside.", on_page=True),
    Field("indoors", "yes-no", "Whether it was written inside.", on_page=True),
    Field("stars", "number", "How good it was.", on_page=True),
    Field("round", "number", "The round.", attributes="round", on_page=True),
)


def test_values_are_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIELDS", TABLE)
    labels = load_labels("de")
    wording = Wording(replace(labels, fields={"mood": "Stimmung", "round": "Runde"}))
    entry = replace(
        make_items()[0].entry,
        round=2,
        fields={
            "stars": 0, "mood": "gut", "hidden": "x", "slept": 90, "read_on": ("2026-01-03", "2026-02-03"),
            "outdoors": True, "indoors": False,
        },
    )  # fmt: skip
    assert [(one.label, one.value) for one in shown_fields(wording, entry)] == [
        ("Stimmung", "gut"),
        ("Slept", "90 Minuten"),
        ("Read on", "3. Januar 2026, 3. Februar 2026"),
        ("Outdoors", ""),
        ("Stars", "0"),
        ("Runde", "2"),
    ]


def test_nothing_is_shown_of_what_is_not_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIELDS", TABLE)
    assert shown_fields(Wording(load_labels("en")), make_items()[0].entry) == ()
