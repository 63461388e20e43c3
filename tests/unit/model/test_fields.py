"""The table of front matter: no entry of it is incomplete, and no key of it is known elsewhere by accident."""

from __future__ import annotations

import pkgutil
from typing import get_args

import pytest

from journal_site.config.nodes import Items, Scalar, Table
from journal_site.languages import table
from journal_site.languages.labels import load_labels
from journal_site.model.entry import Entry
from journal_site.model.fields import FIELDS, WANTED, Field, FieldKind, _checked
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.split import _BARE_KEYS, KNOWN_KEYS
from journal_site.reading.front_matter.values import MisfitError, reader_of
from journal_site.reading.front_matter.visibility import _plain, _state_of, _visibility, date_role

DERIVED = {"withheld", "slug_line", "image_place", "fields", "extra", "time"}
"""What front matter holds besides its fields: places, reasons, a date's hour, and what has no attribute."""


@pytest.mark.parametrize("field", FIELDS, ids=[field.key for field in FIELDS])
def test_a_field_is_whole(field: Field) -> None:
    _checked(field)
    for name in field.attributes.split():
        assert name in FrontMatter.__struct_fields__
        assert name in Entry.__struct_fields__, "an entry does not take it along"
    assert not field.on_page or field.key in load_labels("en").fields, "it has no label in languages/en.py"
    assert not field.option or (field.option[0].isupper() and field.option.endswith("."))


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field("x", "text", "What it is."), "three or more letters"),
        (Field("mood", "feeling", "How it felt."), "no kind 'feeling'"),  # type: ignore[arg-type] # as mypy says too
        (Field("mood", "text", ""), "a sentence"),
        (Field("mood", "text", "how it felt"), "a sentence"),
        (Field("mood", "choice", "How it felt."), "choices"),
        (Field("mood", "text", "How it felt.", choices=("good",)), "choices"),
        (Field("mood", "choice", "How it felt.", choices=("Good",)), "choices"),
        (Field("mood", "choice", "How it felt.", choices=("good",), default="bad"), "choices"),
        (Field("mood", "text", "How it felt.", judged="visible"), "judged"),
        (Field("mood", "text", "How it felt.", "topic"), "'topic' is of 'tags' too"),
    ],
)
def test_what_is_not_whole_cannot_be_imported(field: Field, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        _checked(*FIELDS, field)


def test_each_attribute_of_front_matter_is_one_fields() -> None:
    held = [name for field in FIELDS for name in field.attributes.split()]
    assert sorted(held) == sorted(set(FrontMatter.__struct_fields__) - DERIVED)


def test_every_kind_is_described_and_read() -> None:
    assert set(WANTED) == set(get_args(FieldKind))
    for kind in get_args(FieldKind):
        read = reader_of(Field("mood", kind, "How it felt."))
        if kind in {"visibility", "publication"}:
            assert read is None
            continue
        assert read is not None
        with pytest.raises(MisfitError):
            read(Table((), 1, 1) if kind in {"texts", "tags", "dates", "days", "path"} else Items((), 1, 1))


@pytest.mark.parametrize("field", FIELDS, ids=[field.key for field in FIELDS])
def test_no_key_is_in_the_table_of_visibility_by_accident(field: Field) -> None:
    """Nor is one a slip away from a key there."""
    known = {key for key in field.keys if _visibility(_plain(key)) or _state_of(_plain(key)) or date_role(key)}
    assert known == set(field.judged.split())


def test_other_programs_keys_are_not_ours() -> None:
    ours = {key for field in FIELDS for key in field.keys}
    assert ours <= set(KNOWN_KEYS), "a head is not known by them"
    assert ours.isdisjoint(_BARE_KEYS[len(KNOWN_KEYS) :])


@pytest.mark.parametrize("code", [module.name for module in pkgutil.iter_modules(table.__path__)])
def test_labels_are_of_fields_that_pages_show(code: str) -> None:
    shown = {field.key for field in FIELDS if field.on_page}
    assert set(load_labels(code).fields) == shown
    assert all(load_labels(code).fields.values())


def test_a_kind_reads_a_choice_and_a_number() -> None:
    choice = reader_of(Field("mood", "choice", "How it felt.", choices=("good", "bad")))
    number = reader_of(Field("stars", "number", "How good it was."))
    assert choice is not None
    assert number is not None
    assert choice(Scalar("Good", 1, 1)) == "good"
    assert [number(Scalar(text, 1, 1)) for text in ("4", "stars 4", "S4", "012345")] == [4, 4, 4, 12345]
    for read, text in ((choice, "so-so"), (number, "-3"), (number, "many")):
        with pytest.raises(MisfitError):
            read(Scalar(text, 1, 1))
