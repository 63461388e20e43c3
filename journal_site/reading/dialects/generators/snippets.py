"""Snippets as Python-Markdown has them: files that a text includes, whole, some of their lines, or a named section."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final

from journal_site.expressions import expression
from journal_site.file_kinds import TEXT_SUFFIXES
from journal_site.reading.dialects.contract import APPENDED, FILE
from journal_site.reading.dialects.generators.settings import read_settings
from journal_site.regular_files import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SNIPPET: Final = (
    r"^(?P<indent>[ \t]*)(?P<escaped>;?)-+8<-+"
    r"(?:[ \t]+(?P<file>[\"'][^\"'\n]+[\"'])[ \t]*|[ \t]*\n(?P<files>.{0,2000}?)^[ \t]*-+8<-+[ \t]*)$"
)
"""A line that includes a file, or lines between two signs that name some."""
_SNIPPET: Final = expression(SNIPPET, re.MULTILINE | re.DOTALL)
_SETTINGS: Final = ("mkdocs.yml", "mkdocs.yaml", "zensical.toml")
_MARK: Final = expression(r"^.*-+8<-+[ \t]*\[[ \t]*(start|end)(?:[ \t]*:[ \t]*([\w-]+))?[ \t]*\].*$", re.MULTILINE)
_LINES: Final = expression(r"(.*?)((?::(?:-?\d*)){1,2}(?:,-?\d*:-?\d*)*)")
_SECTION: Final = expression(r"(.*?):([a-zA-Z_][\w-]*)")
_ABBREVIATION: Final = expression(r"^\*\[([^\]\n]+)\]:.*$", re.MULTILINE)
_MOST_TEXTS, _MOST_FILES, _LONGEST, _DEEPEST = 5000, 200, 1_048_576, 8


def find_included(folder: Path) -> dict[str, str]:
    """Return where the files lie that texts include, below the folder of the settings, by how they are named."""
    options = _options(read_settings(folder, _SETTINGS))
    if options is None:
        return {}
    bases = [base for base in _listed(options.get("base_path")) if isinstance(base, str)] or ["."]
    pending = [name for name in _listed(options.get("auto_append")) if isinstance(name, str)]
    found: dict[str, str] = {}
    for text in _texts(folder):
        pending.extend(_named_in(text))
    while pending and len(found) < _MOST_FILES:
        name = _file_of(pending.pop(0))
        path = next((path for base in bases if (folder / (path := os.path.normpath(f"{base}/{name}"))).is_file()), None)
        if name not in found and path is not None and not path.startswith((os.pardir, os.sep)):
            found[name] = path
            pending.extend(_named_in(_text(folder / path)))
    ends = [name for name in _listed(options.get("auto_append")) if name in found]
    return found | {f"{APPENDED.removeprefix(FILE)}{name}": found[name] for name in ends}


def appended(text: str, values: Mapping[str, str]) -> str:
    """Return the abbreviations of a text that its settings define for all."""
    ends = [value for name, value in values.items() if name.startswith(APPENDED)]
    lines = dict.fromkeys(match for end in ends for match in _ABBREVIATION.finditer(end))
    return "\n".join(match[0] for match in lines if match[1] in text)


def expand(named: str, values: Mapping[str, str], above: tuple[str, ...] = ()) -> str | None:
    """Return what a snippet's name stands for, with what it includes itself; None where it is not to be had."""
    name = _file_of(named.strip())
    text = values.get(f"{FILE}{name}")
    if text is None or name in above or len(above) > _DEEPEST:
        return None
    text = _part(text, named.strip()[len(name) :])
    return _SNIPPET.sub(lambda match: _write(match, values, (*above, name)), text)


def written(match: re.Match[str], values: Mapping[str, str]) -> str | None:
    """Return what a line of snippets stands for, at its indent; None where one is not to be had."""
    parts = [expand(name, values) for name in _names(match)]
    if any(part is None for part in parts):
        return None
    lines = "\n".join(part.strip("\n") for part in parts if part).split("\n")
    return "\n".join(f"{match['indent']}{line}" if line else "" for line in lines)


def settle_snippets(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its snippets in their places."""

    def put(match: re.Match[str]) -> str:
        shown = None if match["escaped"] else written(match, values)
        return match[0] if shown is None else shown

    ends = appended(text, values)
    text = _SNIPPET.sub(put, text) if "8<" in text else text
    return f"{text.rstrip()}\n\n{ends}\n" if ends else text


def _write(match: re.Match[str], values: Mapping[str, str], above: tuple[str, ...]) -> str:
    parts = (expand(name, values, above) for name in _names(match))
    return "\n".join(part.strip("\n") for part in parts if part)


def _names(match: re.Match[str]) -> list[str]:
    names = [match["file"][1:-1]] if match["file"] else match["files"].split("\n")
    return [name.strip() for name in names if name.strip() and not name.strip().startswith(";")]


def _named_in(text: str) -> Iterator[str]:
    for match in _SNIPPET.finditer(text) if "8<" in text else ():
        yield from _names(match)


def _file_of(named: str) -> str:
    match = _LINES.fullmatch(named) or _SECTION.fullmatch(named)
    return match[1] if match else named


def _part(text: str, part: str) -> str:
    """Return the lines or the section of a file that is asked for, without the marks of sections."""
    if section := _SECTION.fullmatch(part):
        marks = [match for match in _MARK.finditer(text) if match[2] == section[2]]
        start = next((match.end() for match in marks if match[1] == "start"), len(text))
        text = text[start : next((match.start() for match in marks if match[1] == "end"), len(text))]
    elif part:
        lines = text.split("\n")
        ranges = [one.strip(":").split(":") for one in part.lstrip(":").split(",")]
        text = "\n".join("\n".join(lines[_at(one[0], 1) - 1 : _at(one[-1], len(lines))]) for one in ranges)
    return _MARK.sub("", text)


def _at(number: str, otherwise: int) -> int:
    return max(int(number), 1) if number.isdecimal() else otherwise


def _options(settings: object) -> Mapping[str, Any] | None:
    """Return the extension's options, wherever the settings have it; None where they do not."""
    if isinstance(settings, dict):
        for key, value in settings.items():
            if key == "pymdownx.snippets" or (key == "snippets" and isinstance(value, dict)):
                return value if isinstance(value, dict) else {}
            if (found := _options(value)) is not None:
                return found
    if isinstance(settings, list):
        if "pymdownx.snippets" in settings:
            return {}
        return next((found for one in settings if (found := _options(one)) is not None), None)
    return None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _texts(folder: Path) -> Iterator[str]:
    """Give the texts below the folder of documents that hold a snippet's sign."""
    looked = 0
    for here, folders, names in os.walk(folder / "docs"):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name[name.rfind(".") :].lower() in TEXT_SUFFIXES and looked < _MOST_TEXTS:
                looked += 1
                if "8<" in (text := _text(f"{here}/{name}")):
                    yield text


def _text(place: str | Path) -> str:
    try:
        return read_file(place)[:_LONGEST].decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""
