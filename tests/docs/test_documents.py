"""What the documents name is there: files, folders, functions, commands of make, and what their example shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from docs.rooms import ROOT
from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.model.entry import SLOT
from tests.site_test import TODAY

PACKAGE = ROOT / "journal_site"
DOCUMENTS = ("CONTRIBUTING.md", "docs/architecture.md")
MADE = ("journal_site/_vendor/", "journal_site/_theme/", ".venv", "_site", "node_modules")
"""Named, and there only once something was built."""
PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/(?:[\w.-]+\.(?:py|md|toml|html))?")
OF_JOURNALS = re.compile(r"entries/|notes/|.*\d{4}")
"""Begins what stands in a journal, or in its site."""


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def prose_of(document: str) -> str:
    return re.sub(r"```.*?```", "", text_of(document), flags=re.DOTALL)


def quoted(document: str) -> list[str]:
    """Return what stands between backticks, outside blocks of code."""
    return re.findall(r"`([^`\n]+)`", prose_of(document))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_paths_that_it_names_are_there(document: str) -> None:
    paths = [
        one
        for one in quoted(document)
        if PATH.fullmatch(one) and not OF_JOURNALS.match(one) and one not in MADE and "NAME" not in one
    ]
    assert len(paths) > 8
    assert [one for one in paths if not any((base / one).exists() for base in (ROOT, PACKAGE))] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, "README.md"])
def test_the_links_that_it_has_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", prose_of(document))
    assert len(links) > 1
    assert [one for one in links if not ((ROOT / document).parent / one).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_commands_of_make_are_there(document: str) -> None:
    makefile = text_of("Makefile")
    targets = set(re.findall(r"^([a-z][a-z -]*):", makefile, re.MULTILINE))
    known = {one for line in targets for one in line.split()}
    asked = [
        word for one in quoted(document) if one.startswith("make ") for word in one.partition(" ARGS=")[0].split()[1:]
    ]
    assert asked
    assert [word for word in asked if word not in known] == []


def test_every_folder_of_tests_is_told_of() -> None:
    folders = {f"tests/{path.name}/" for path in (ROOT / "tests").iterdir() if any(path.glob("*.*"))}
    units = {
        path.name for path in (ROOT / "tests" / "unit").iterdir() if path.is_dir() and any(path.rglob("test_*.py"))
    }
    assert sorted(folders - set(quoted("CONTRIBUTING.md")) - {"tests/__pycache__/"}) == []
    assert [room for room in units if not (PACKAGE / room).is_dir()] == []


def test_the_functions_on_an_entrys_way_are_where_it_says() -> None:
    named = re.findall(r"`(journal_site/[\w/]+\.py)` ((?:`\w+`(?:, then )?)+)", text_of("docs/architecture.md"))
    assert len(named) > 20
    for path, names in named:
        tree = ast.walk(ast.parse(text_of(path)))
        defined = {node.name for node in tree if isinstance(node, ast.FunctionDef)}
        assert set(re.findall(r"`(\w+)`", names)) <= defined, path


def test_the_example_of_an_entry_is_what_a_build_gives(tmp_path: Path) -> None:
    (text,) = re.findall(r"```markdown\n(.*?)```", text_of("docs/architecture.md"), re.DOTALL)
    kept, shown = re.findall(r"```html\n(.*?)```", text_of("docs/architecture.md"), re.DOTALL)
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    (tmp_path / "entries" / "2026-03-01-malt.md").write_text("# Malt\n\nSweet.\n", encoding="utf-8")
    (tmp_path / "entries" / "2026-03-02-rye.md").write_text(text, encoding="utf-8")
    build(BuildRequest(root=tmp_path, today=TODAY, jobs=1))
    page = (tmp_path / "_site" / "entries" / "2026-03-02-rye" / "index.html").read_text(encoding="utf-8")
    assert f'<div class="prose">\n{shown}' in page
    assert kept == re.sub(r"<a [^>]*>", f"{SLOT}0{SLOT}", shown)
    assert kept.encode() in (tmp_path / ".journal" / "store.db").read_bytes()


def test_no_docstring_cites_what_is_not_here() -> None:
    cited = re.compile(r"\b(?:design|style)\.md\b|§")
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "docs").rglob("*.py"), *(ROOT / "templates").glob("*.html")]
    assert [path.name for path in files if cited.search(path.read_text(encoding="utf-8"))] == []
