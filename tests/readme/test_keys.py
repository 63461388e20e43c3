"""The reference of keys: every key, with words of its own."""

from journal_site.config import SiteConfig
from journal_site.config.convert import keys_of
from tests.readme.keys import key_table


def rows() -> dict[str, list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in key_table().splitlines()[2:]]
    return {row[0].strip("`"): row for row in cells}


def test_every_key_is_explained() -> None:
    table = rows()
    assert set(keys_of(SiteConfig)) <= set(table)
    assert all(len(row) == 4 and len(row[1]) > 8 and row[2] for row in table.values())


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
