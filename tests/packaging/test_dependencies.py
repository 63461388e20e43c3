"""The package imports what it declares, and declares what it imports."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOADED_OTHERWISE = {"tzdata"}  # zoneinfo finds it by itself, where the system has no zones


def imported() -> set[str]:
    """Return the distributions whose modules the package's files import."""
    modules = set()
    for path in (ROOT / "journal_site").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    outside = modules - sys.stdlib_module_names - {"journal_site"}
    known = packages_distributions()
    return {normal(known[module][0]) for module in outside}


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal(re.split(r"[<>=;~! ]", requirement)[0]) for requirement in project["dependencies"]}


def normal(name: str) -> str:
    return name.lower().replace("_", "-")


def test_what_is_imported_is_declared() -> None:
    assert imported() - declared() == set()


def test_what_is_declared_is_imported() -> None:
    assert declared() - imported() - LOADED_OTHERWISE == set()
