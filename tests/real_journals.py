"""The real journals, where they lie beside the checkout: each can be laid out as its own comparison does it."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

JOURNALS = Path(__file__).resolve().parents[2] / "shared" / "journals"
SEEDS = JOURNALS.parent / "seeds"


def records() -> list[dict[str, Any]]:
    """Return the catalogue's records; none where the journals are not there."""
    catalogue = JOURNALS / "catalogue.json"
    return json.loads(catalogue.read_text(encoding="utf-8")) if catalogue.is_file() else []


def lay_out(record: dict[str, Any], root: Path) -> Path:
    """Copy a journal to `root` and give it a site.yaml."""
    spec = importlib.util.spec_from_file_location("score", JOURNALS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    folder, named = score.sources(record, JOURNALS)
    if record["repo"].startswith("seed:"):
        root.mkdir()
        shutil.copy(folder / named[0], root / "README.md")
        named = record.get("sources", ["README.md"])
    else:
        shutil.copytree(folder, root)
    settings = {"title": record["repo"], "url": "https://example.org/", "sources": named}
    (root / "site.yaml").write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
    return root
