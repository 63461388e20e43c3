"""The schemas are what the code gives; they take what reading takes, and tell a slip as it does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from docs.make_schemas import entry_schema, schema_texts, site_schema
from journal_site.config.parse import parse_config
from journal_site.schemas import SCHEMAS, lay_out

ROOT = Path(__file__).parents[2]


def plain(text: str) -> Any:  # noqa: ANN401 - what YAML holds
    """Return YAML as an editor has it: a date is a text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_the_files_are_current(tmp_path: Path) -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")} == schema_texts()
    lay_out(tmp_path / ".journal")
    assert json.loads((tmp_path / ".journal/site.schema.json").read_text(encoding="utf-8")) == site_schema()


@pytest.mark.parametrize("schema", [site_schema(), entry_schema()])
def test_they_are_schemas(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "text",
    [
        (ROOT / "site.yaml").read_text(encoding="utf-8"),
        "title: A\nsources: entries/\nmenu: timeline, topics\n",
        "title: A\nsources: [{path: ., dialect: obsidian}, {path: log.md, year: 2026, dates: git}]\n",
        "title: A\nsources:\n- path: log.md\n  dates: consecutive\n  start: 2026-01-01\ntopics: [Rye, Oats]\n",
        "title: A\ntopics: {Rye: [dark], Oats: {parent: Rye}, Wheat: }\ncsp: [https://example.org]\n",
        "title: A\ncsp: {script: sha256-hFKBoz5rtjV0S1zbP7pJ/+l60Aw+I+y3bIaQ4KfqtPs=}\nquiet: image-alt\n",
    ],
)
def test_what_reading_takes_is_taken(text: str) -> None:
    parse_config(text)
    jsonschema.validate(plain(text), site_schema())


@pytest.mark.parametrize(
    "text", ["title: A\nsearch: maybe\n", "title: A\naccnt: red\n", "author: A\n", "title: A\nsources: [{paht: a}]\n"]
)
def test_a_slip_is_told(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain(text), site_schema())


@pytest.mark.parametrize("path", sorted((ROOT / "entries").glob("*.md")), ids=lambda path: str(path.stem))
def test_the_demos_front_matter_is_taken(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("---\n")[1]
    jsonschema.validate(plain(head), entry_schema())


def test_each_key_is_completed_with_what_it_says() -> None:
    properties = entry_schema()["properties"]
    assert all(one["description"] for one in properties.values())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"kind": "essay"}, entry_schema())
