"""What front matter says is the same when it was read, written as `import` writes it, and read again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal_site.importing.front_lines import front_of, lines_of, with_lines
from journal_site.importing.in_place import Fragments, read_entries
from journal_site.model.fields import FIELDS, Field, FieldKind, said
from journal_site.model.outline import FrontMatter
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.front_matter.read import read_front_matter
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.outline.read import read_outline

VALUES: dict[FieldKind, tuple[Any, ...]] = {
    "text": ("Day 3: X", "NO", "two words", 'a "quote" and a \\', "null", "3"),
    "texts": (["/a/", "b, c", "yes"], ["x"]),
    "tags": (["b, c", "C++", "no"], ["x"]),
    "dates": ("2026-01-31", ["2026-01-31"]),
    "days": (16, 0, [45, 47]),
    "number": (2, 0),
    "minutes": (90, "1h 30m"),
    "yes-no": (True,),
    "path": ("a b.png", "https://example.org/a.png"),
    "slug": ("rye", "a/b", "010"),
    "visibility": (True,),
    "publication": ("2026-01-31",),
}  # fmt: skip
"""Of each kind what is not so easily written; a choice has its own."""
CASES = [
    (field, value)
    for field in FIELDS
    for value in VALUES.get(field.kind, tuple(word for word in field.choices if word != field.default))
]


def heads(values: dict[str, Any]) -> dict[str, str]:
    lines = {key: json.dumps(value, ensure_ascii=False) for key, value in values.items()}
    return {
        "yaml": "---\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + "---\n",
        "toml": "+++\n" + "".join(f"{key} = {value}\n" for key, value in lines.items()) + "+++\n",
        "json": json.dumps(values, ensure_ascii=False, indent=2) + "\n",
    }


def read(head: str) -> FrontMatter:
    front, body, _ = split_front_matter(f"{head}\nText.\n")
    assert front
    assert body == "\nText.\n"
    known, diagnostics = read_front_matter(front, "entries/x.md")
    assert diagnostics == ()
    return replace(known, slug_line=0, image_place=(0, 0), withheld="")


def ways(head: str, front: FrontMatter) -> list[str]:
    """Return the heads that are written for one: as import does, and of its lines alone."""
    return [with_lines(head, front, {}), front_of(lines_of(front))]


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
@pytest.mark.parametrize(("field", "value"), CASES, ids=[f"{field.key}-{value}" for field, value in CASES])
def test_a_field_is_what_it_was(field: Field, value: object, form: str) -> None:
    for key in field.keys:
        head = heads({key: False if key.startswith("publish") and value is True else value})[form]
        front = read(head)
        assert said(front, field) is not None
        assert [read(written) for written in ways(head, front)] == [front, front]


WHOLE = {field.key: VALUES[field.kind][0] if field.kind != "choice" else field.choices[1] for field in FIELDS}
ENTRY = {key: value for key, value in WHOLE.items() if key not in {"kind", "end_date"}}
"""A note has no date, and an entry tells its last day only where it has many."""


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_front_matter_with_every_field_is_what_it_was(form: str) -> None:
    head = heads(WHOLE)[form]
    front = read(head)
    assert list(lines_of(front)) == [field.key for field in FIELDS]
    assert [read(written) for written in ways(head, front)] == [front, front]


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_an_entry_says_what_its_front_matter_says(form: str) -> None:
    head = heads(ENTRY)[form]
    source = Source(path="entries/x.md", folder="entries", text=f"{head}\nText.\n")
    (entry,) = read_entries(source, read_outline(source, SourceOptions()), "trusted", Fragments())
    assert lines_of(entry) == lines_of(read(head))


def test_values_that_do_not_fit_are_kept() -> None:
    head = '+++\ntitle = "x"\nminutes = "long"\nkind = "article"\ndate = "TBD"\nslug = "{{ slug }}"\n+++\n'
    front = read_front_matter(head, "entries/x.md")[0]
    assert front.extra == {"minutes": "long", "kind": "article", "date": "TBD"}
    assert with_lines(head, front, {"date": "2026-01-31"}) == (
        "---\ntitle: x\ndate: 2026-01-31\nkind: article\nminutes: long\n---\n"
    )


KEYS = st.text(min_size=1, max_size=12) | st.sampled_from(["a b", "og:title", "x.y", "#", "yes", "2nd", "-", "<<", "?"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.floats(-9, 9).map(lambda n: round(n, 3)) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, PLAIN, max_size=4))
@example({"og:title": {"next\x85line": ["\u2028", None, 1.5]}})
def test_what_is_unknown_is_what_it_was(extra: dict[str, Any]) -> None:
    head = json.dumps({"title": "x", **extra}, indent=2) + "\n"
    front, told = read_front_matter(split_front_matter(head)[0], "entries/x.md")
    assume({one.code for one in told} <= {"front-matter-unknown", "front-matter-visibility"})
    written = with_lines(head, front, {})
    again, diagnostics = read_front_matter(split_front_matter(written)[0], "entries/x.md")
    assert {one.code for one in diagnostics} <= {one.code for one in told}
    assert (again.extra, again.title, again.draft) == (front.extra, front.title, front.draft)
