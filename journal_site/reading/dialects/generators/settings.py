"""What a generator's own settings say, in YAML, TOML or JSON; nothing where they cannot be read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from journal_site.config.nodes import Table
from journal_site.regular_files import read_file

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 262_144
_DEEPEST, _LONGEST_VALUE = 3, 500


def read_settings(folder: Path, names: Iterable[str]) -> Mapping[str, Any]:
    """Return the first of these files in a folder that says anything."""
    for name in names:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            raw = read_file(folder / name)
            if len(raw) <= _LONGEST and (found := _parse(raw.decode("utf-8-sig"), name)):
                return found
    return {}


def _parse(text: str, name: str) -> Mapping[str, Any]:
    from journal_site.reading.front_matter.nodes import load_front  # noqa: PLC0415 - only where there are settings
    from journal_site.reading.front_matter.values import as_plain  # noqa: PLC0415

    text = text.replace("\r\n", "\n").strip().removeprefix("---\n").removesuffix("\n---")
    mark = "+++" if name.endswith(".toml") else "---"
    root = load_front(text if name.endswith(".json") else f"{mark}\n{text}\n{mark}\n").root
    return as_plain(root) if isinstance(root, Table) else {}


def texts_of(settings: Mapping[str, Any], prefix: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Give what settings say in texts and numbers, each under its path with a prefix."""
    for key, value in settings.items():
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from texts_of(value, f"{prefix}{key}.", depth + 1)
        elif isinstance(value, str | int | float) and not isinstance(value, bool) and len(str(value)) < _LONGEST_VALUE:
            yield f"{prefix}{key}", str(value)
