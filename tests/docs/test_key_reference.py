"""The reference of keys: every key, with words of its own."""

from typing import Annotated, get_args, get_origin

import pytest

from docs.key_reference import key_table
from docs.make_schemas import docstrings
from journal_site.config import SiteConfig, SourceSpec, checks, kinds, settings
from journal_site.config.convert import _OTHER_NAMES, keys_of
from journal_site.model.base import Value
from journal_site.model.source import SourceOptions


def rows() -> dict[str, list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in key_table().splitlines()[2:]]
    return {row[0].strip("`"): row for row in cells}


def test_every_key_is_explained() -> None:
    table = rows()
    assert set(keys_of(SiteConfig)) <= set(table)
    assert all(len(row) == 4 and len(row[1]) > 8 and row[2] for row in table.values())


@pytest.mark.parametrize("kind", [get_args(one)[1] for one in vars(kinds).values() if get_origin(one) is Annotated])
def test_every_kind_of_value_has_its_check(kind: kinds.ValueKind) -> None:
    assert callable(getattr(checks, kind.name))
    assert kind.wanted


@pytest.mark.parametrize("wanted", [one for one in vars(settings).values() if isinstance(one, type)])
def test_every_key_has_a_line_of_its_own(wanted: type) -> None:
    if issubclass(wanted, Value) and wanted not in {Value, SourceSpec, SourceOptions}:
        assert set(keys_of(wanted)) <= set(docstrings()[wanted.__name__])


def test_names_from_elsewhere_lead_to_keys() -> None:
    known = {name for key in rows() for name in key.replace("[]", "").split(".")}
    assert set(_OTHER_NAMES) <= known


def test_inner_keys_stand_below_theirs() -> None:
    names = list(rows())
    assert names[names.index("sources") + 1] == "sources[].path"
    assert names[names.index("topics") + 1] == "topics.NAME.keywords"
    assert "topics.NAME.name" not in names


def test_defaults_come_from_the_types() -> None:
    table = rows()
    assert table["language"][3] == "`en`"
    assert table["search"][3] == "`true`"
    assert table["sources"][3] == "`[entries/]`"
