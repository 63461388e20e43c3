"""README's references are those that the code gives; `--update-golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journal_site.cli import COMMANDS, main
from journal_site.languages.labels import all_labels
from tests.readme.commands import command_reference, field_reference
from tests.readme.keys import key_table

README = Path(__file__).resolve().parents[2] / "README.md"


def _languages() -> str:
    names = sorted(labels.name for labels in all_labels())
    return f"{', '.join(names[:-1])} and {names[-1]}"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("keys", lambda: "\n" + key_table()),
        ("fields", lambda: "\n" + field_reference()),
        ("commands", lambda: "\n" + command_reference(main)),
        ("languages", _languages),
    ],
)
def test_references_are_current(name: str, made: Callable[[], str], request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: made from the code, as the tests see to -->", f"<!-- /{name} -->"
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
