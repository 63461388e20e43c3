"""Obsidian's dialect: vaults, with what its help, and the plugins that most vaults have, say of them.

Comments stay at home in every source; wikilinks, embeds, callouts and highlights are read everywhere.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from journal_site.reading.dialects.contract import Dialect, Place
from journal_site.reading.dialects.obsidian.writing import write_field, write_query

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journal_site.reading.markdown.parser import Markdown

_TEMPLATES: Final = "a template of Obsidian"
_SETTINGS: Final = (
    (".obsidian/templates.json", "folder", "{}/"),
    (".obsidian/plugins/templater-obsidian/data.json", "templates_folder", "{}/"),
    (".obsidian/daily-notes.json", "template", "{}.md"),
    (".obsidian/zk-prefixer.json", "template", "{}.md"),
)
"""Files of settings, the key in each that says where templates lie, and the pattern of a place that this makes."""
_PERIODIC: Final = ".obsidian/plugins/periodic-notes/data.json"
_ALWAYS: Final = {
    ".trash/": Place("nothing", "what Obsidian has thrown away"),
    "*.excalidraw.md": Place("nothing", "a drawing of Excalidraw"),
}
_SIGNS: Final = ("^", "[", "::", "```", "~~~")


def _extend(markdown: Markdown) -> None:
    from journal_site.reading.dialects.obsidian.syntax import extend  # noqa: PLC0415 - a scan needs no Markdown

    extend(markdown)


def find_places(folder: Path) -> Mapping[str, Place]:
    """Return where the vault's settings say that templates lie, and what never is a text."""
    named = [form.format(name) for file, key, form in _SETTINGS if (name := _said(_read(folder / file), key))]
    periods = _read(folder / _PERIODIC)
    named += [f"{name}.md" for period in periods.values() if (name := _said(period, "template"))]
    return {_from_root(name): Place("nothing", _TEMPLATES) for name in named} | _ALWAYS


def _from_root(pattern: str) -> str:
    """Return the pattern of a path from the vault's folder, never of that name deeper in it."""
    return "/" + pattern.replace("[", "[[]")


def _said(settings: object, key: str) -> str:
    value = settings.get(key) if isinstance(settings, dict) else None
    return value.strip().strip("/").removesuffix(".md") if isinstance(value, str) else ""


def _read(file: Path) -> dict[str, Any]:
    """Return a file of settings; an empty one where it is not there, or cannot be read."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


DIALECT = Dialect(
    extend=_extend,
    signs=_SIGNS,
    blocks={"query": write_query},
    inlines={"field": write_field},
    inline_tags=True,
    nested_topics=True,
    bare_paths=True,
    places=find_places,
)
