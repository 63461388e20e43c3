"""The references, and the languages that README lists, are what the code gives; `--update-golden` writes README."""

from __future__ import annotations

import pytest

from docs.make_reference import DOCS, reference_texts
from journal_site.cli import COMMANDS
from journal_site.languages.labels import all_labels

README = DOCS.parent / "README.md"


@pytest.mark.parametrize("path", ["reference/commands.md", "reference/site-yaml.md", "reference/front-matter.md"])
def test_references_are_current(path: str) -> None:
    assert (DOCS / path).read_text(encoding="utf-8") == reference_texts()[path], "run `make docs`"


def test_nothing_else_lies_there() -> None:
    assert {f"reference/{one.name}" for one in (DOCS / "reference").iterdir()} == set(reference_texts())


def test_readme_lists_the_languages(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    begin, end = "<!-- languages: made from the code, as the tests see to -->", "<!-- /languages -->"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    assert after, "README has lost the marks of its languages"
    names = sorted(labels.name for labels in all_labels())
    expected = f"{before}{begin}{', '.join(names[:-1])} and {names[-1]}{end}{after}"
    if request.config.getoption("--update-golden"):
        README.write_text(expected, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == expected


def test_every_command_is_there() -> None:
    text = (DOCS / "reference/commands.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"## `journal {name}" not in text] == []
