"""Write the JSON Schemas that editors go by, of site.yaml and of front matter: `python -m docs.make_schemas`."""

from __future__ import annotations

import ast
import datetime as dt
import json
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import msgspec

from journal_site.config import settings
from journal_site.config.convert import PLAINLY, keys_of
from journal_site.config.settings import CspSettings, SiteConfig, SourceSettings, SourceSpec, TopicSettings
from journal_site.model.base import Value
from journal_site.model.fields import FIELDS, Field, FieldKind
from journal_site.schemas import SCHEMAS

Schema = dict[str, Any]
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Schema] = {"type": "string"}
_DATE: Final[Schema] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}
_SIMPLE: Final[dict[type, Schema]] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    dt.date: _DATE,
}
_WORD: Final[Schema] = {"type": ["string", "number"]}  # a title or tag may be a year
_NUMBERS: Final[Schema] = {"type": ["integer", "string"]}
_FIELDS: Final[dict[FieldKind, Schema]] = {
    "text": _WORD,
    "texts": {"type": ["array", "string"], "items": _WORD},
    "tags": {"type": ["array", "string"], "items": _WORD},
    "dates": {"type": ["string", "array", "object"]},
    "days": {"type": ["integer", "string", "array"], "items": _NUMBERS},
    "number": {"type": "integer"},
    "minutes": _NUMBERS,
    "yes-no": {"type": "boolean"},
    "choice": _TEXT,
    "path": {"type": ["string", "array"], "items": _TEXT},
    "slug": _TEXT,
    "visibility": {"type": ["boolean", "string"]},
    "publication": _TEXT,
}
"""What a value of each kind may be: as reading takes it, and an editor should not complain of it."""


def site_schema() -> Schema:
    """Return the schema of site.yaml."""
    return {"$schema": _DIALECT, "title": "site.yaml of a journal", **_table(SiteConfig)}


def entry_schema() -> Schema:
    """Return the schema of an entry's front matter, in which other keys may stand."""
    properties = {key: _field(field, key) for field in FIELDS for key in field.keys}
    return {
        "$schema": _DIALECT,
        "title": "front matter of a journal's entry",
        "type": "object",
        "properties": properties,
    }


def _field(field: Field, key: str) -> Schema:
    told = field.meaning if key == field.key else f"{field.meaning} The same as `{field.key}`."
    choices = {"enum": list(field.choices)} if field.choices else {}
    return {"description": told, **_FIELDS[field.kind], **choices}


def _table(wanted: type[Value]) -> Schema:
    said = docstrings()[wanted.__name__]
    required = [field.name for field in msgspec.structs.fields(wanted) if field.required and field.name in said]
    return {
        "type": "object",
        "properties": {key: {"description": said[key], **_value(hint)} for key, hint in keys_of(wanted).items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _value(hint: Any) -> Schema:  # noqa: ANN401, PLR0911 - as many types as settings have
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        return _value(next(part for part in get_args(hint) if part is not NoneType))
    if origin is Annotated:
        base, kind = get_args(hint)
        return {**_SIMPLE[base], "markdownDescription": f"Here: {kind.wanted}."}
    if origin is Literal:
        return {"enum": [word for word in get_args(hint) if word]}
    if origin is tuple:
        return _many(get_args(hint)[0])
    if hint is SourceSpec:
        return {"anyOf": [_TEXT, _table(SourceSettings)]}
    if hint is CspSettings:
        return {"anyOf": [_table(CspSettings), _many(str)]}
    if hint in PLAINLY:
        return {"anyOf": [_table(hint), _value(keys_of(hint)[PLAINLY[hint]])]}
    return _table(hint) if isinstance(hint, type) and issubclass(hint, Value) else dict(_SIMPLE[hint])


def _many(item: Any) -> Schema:  # noqa: ANN401
    if item is TopicSettings:
        words = _many(str)["anyOf"]
        rules = {"anyOf": [_table(TopicSettings), *words, {"type": "null"}]}
        return {"anyOf": [{"type": "object", "additionalProperties": rules}, *words]}
    one = _value(item)
    return {"anyOf": [{"type": "array", "items": one}, one]}


def docstrings() -> dict[str, dict[str, str]]:
    """Return each class of settings with its fields and the text below each."""
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {cls.name: dict(_documented(cls)) for cls in classes}


def _documented(cls: ast.ClassDef) -> list[tuple[str, str]]:
    return [
        (field.target.id, str(below.value.value))
        for field, below in zip(cls.body, cls.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    ]


def schema_texts() -> dict[str, str]:
    """Return each schema's file by its name, as it is to be."""
    made = {"site.schema.json": site_schema(), "entry.schema.json": entry_schema()}
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in made.items()}


if __name__ == "__main__":
    for name, text in schema_texts().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")
        print(SCHEMAS / name)  # noqa: T201 - a script says what it wrote
