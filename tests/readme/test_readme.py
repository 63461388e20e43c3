"""README's references are those that the code gives; `--update-golden` writes them anew."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from journal_site.cli import COMMANDS, main
from tests.readme.commands import command_reference
from tests.readme.keys import key_table

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.mark.parametrize(("name", "made"), [("keys", key_table), ("commands", partial(command_reference, main))])
def test_references_are_current(name: str, made: object, request: pytest.FixtureRequest) -> None:
    assert callable(made)
    text = README.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: made from the code, as the tests see to -->\n", f"<!-- /{name} -->\n"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    assert after, f"README has lost the marks of its {name}"
    expected = f"{before}{begin}{made()}{end}{after}"
    if request.config.getoption("--update-golden"):
        README.write_text(expected, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == expected


def test_every_command_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"### `journal {name}" not in text] == []
