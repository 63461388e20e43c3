"""The reference of site.yaml's keys, made from the settings' types and the docstrings below them."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import msgspec

from docs.make_schemas import docstrings
from journal_site.config.convert import PLAIN, keys_of
from journal_site.config.settings import SiteConfig, SourceSettings, SourceSpec
from journal_site.model.base import Value

_SHOWN_DEFAULTS: Final = {"sources": "`[entries/]`", "timezone": "the machine's"}


def key_table() -> str:
    """Return the Markdown table of all keys, in the order of the types."""
    rows = ["| key | what it says | value | default |", "| --- | --- | --- | --- |"]
    rows += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in _rows(SiteConfig, "")]
    return "\n".join(rows) + "\n"


def _rows(wanted: type[Value], inside: str) -> list[tuple[str, str, str, str]]:
    said = docstrings()[wanted.__name__]
    fields = {field.name: field for field in msgspec.structs.fields(wanted)}
    rows = []
    for name, hint in keys_of(wanted).items():
        key = f"{inside}{name}"
        rows.append((f"`{key}`", said[name], _words(hint), _default(key, fields[name])))
        inner, step = _inner(hint)
        if inner:
            rows += _rows(inner, f"{key}{step}")
    return rows


def _inner(hint: Any) -> tuple[type[Value] | None, str]:  # noqa: ANN401 - any type that a setting has
    """Return the settings that a key's value holds, and what stands between the key and theirs."""
    if get_origin(hint) in {Union, UnionType}:
        return _inner(next(part for part in get_args(hint) if part is not NoneType))
    if get_origin(hint) is tuple:
        inner, _ = _inner(get_args(hint)[0])
        return inner, "[]." if inner is SourceSettings else ".NAME."
    if hint is SourceSpec:
        return SourceSettings, "."
    return (hint, ".") if isinstance(hint, type) and issubclass(hint, Value) else (None, "")


def _words(hint: Any) -> str:  # noqa: ANN401
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        return _words(next(part for part in get_args(hint) if part is not NoneType))
    if origin is Annotated:
        return str(get_args(hint)[1].wanted)
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in get_args(hint) if word)
    if _inner(hint)[0]:
        return "a list of paths and tables" if _inner(hint)[1].startswith("[]") else "a table"
    if origin is tuple:
        return f"a list: {_words(get_args(hint)[0])}"
    return PLAIN[hint][0]


def _default(key: str, field: msgspec.structs.FieldInfo) -> str:
    if key in _SHOWN_DEFAULTS:
        return _SHOWN_DEFAULTS[key]
    if field.required:
        return "must be given"
    default = field.default
    if default is True or default is False:
        return f"`{str(default).lower()}`"
    return f"`{default}`" if isinstance(default, str | int) and default else ""
