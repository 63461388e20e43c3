"""The real journals, where they lie beside the checkout: imported they read as they do in place."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.importing.import_test import ImportTest, actions, assert_same, built, codes

SHARED = Path(__file__).resolve().parents[3] / "shared"
JOURNALS, SEEDS = SHARED / "journals", SHARED / "seeds"
CATALOGUE = JOURNALS / "catalogue.json"
RECORDS: list[dict[str, Any]] = json.loads(CATALOGUE.read_text(encoding="utf-8")) if CATALOGUE.is_file() else []

pytestmark = pytest.mark.skipif(not RECORDS, reason="the real journals are not here")


def sources(record: dict[str, Any]) -> tuple[Path, list[str | dict[str, Any]]]:
    """Return a journal's folder, and the sources that its site.yaml would name."""
    spec = importlib.util.spec_from_file_location("score", JOURNALS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(score)
    sys.dont_write_bytecode = writes
    folder, named = score.sources(record, JOURNALS)
    return folder, named


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["repo"].replace("/", "+"))
def test_in_place_and_imported_are_the_same(record: dict[str, Any], journal: ImportTest) -> None:
    folder, named = sources(record)
    if record["repo"].startswith("seed:"):
        shutil.copy(folder / str(named[0]), journal.there / "README.md")
        named = record.get("sources", ["README.md"])
    else:
        shutil.copytree(folder, journal.there, dirs_exist_ok=True)
    for name in named:
        told: dict[str, Any] = {"path": name} if isinstance(name, str) else dict(name)
        journal.run(told.pop("path"), **told)
    settings = json.dumps({"title": "x", "url": "https://example.org/", "sources": named})
    assert_same(built(journal.there, settings), journal.site())


def test_a_seed_that_grew(journal: ImportTest) -> None:
    younger, older = next(SEEDS.glob("001_*")), next(SEEDS.glob("000_*"))
    for path in (younger, older):
        shutil.copy(path, journal.there)
    assert len(actions(journal.run(younger.name))) == 4
    journal.edit("day-2.md", journal.text("day-2.md") + "\nMine.\n")
    report = journal.run(older.name)
    assert actions(report)["day-2.md"] == "conflict"
    assert codes(report) == ["mojibake", "import-conflict"]
    assert journal.text("day-2.md").endswith("Mine.\n")
    entries = journal.site()["entries"]
    assert sorted(entry["day"] for entry in entries) == list(range(1, 17))
