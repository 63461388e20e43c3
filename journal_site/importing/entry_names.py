"""Where imported texts and files go: names that keep each entry's id, and each file beside the texts that use it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from pathlib import PurePosixPath

from journal_site.expressions import expression
from journal_site.file_kinds import FOLDER_FILES, TEXT_SUFFIXES
from journal_site.reading.scan.passed_over import NO_ENTRIES

_WINDOWS = expression(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def name_for_id(id_: str) -> str:
    """Return the name, without a suffix, of the file whose id is this; where none can be, of one that needs a slug."""
    stem = id_.rpartition("/")[2]
    if stem.casefold() in NO_ENTRIES | FOLDER_FILES or stem.startswith(("_", ".")) or _WINDOWS.fullmatch(stem):
        return f"{id_.removesuffix(stem)}entry-{stem.lstrip('_.')}"
    return id_


def file_name(path: str, folder: str) -> str:
    """Return the name of a file that is imported whole: its path below its folder of sources."""
    inner = below(path, folder).removeprefix("_posts/")
    stem, suffix = posixpath.splitext(inner)
    return inner if suffix.lower() in TEXT_SUFFIXES or suffix.lower() == ".ipynb" else f"{stem}.md"


def asset_name(path: str, folder: str) -> str:
    """Return the name of a file that texts use: its path below the folder, or what leads to it from outside."""
    inner = below(path, folder)
    return inner if inner != path or folder in {"", "."} else f"files/{PurePosixPath(path).as_posix()}"


def below(path: str, folder: str) -> str:
    """Return a path relative to a folder that holds it; other paths as they are."""
    return path if folder in {"", "."} else path.removeprefix(f"{folder}/")


def unique(name: str, suffix: str, taken: Container[str]) -> str:
    """Return the name with its suffix, numbered where it is taken already, whatever its case."""
    candidate, number = f"{name}{suffix}", 2
    while candidate.casefold() in taken:
        candidate, number = f"{name}-{number}{suffix}", number + 1
    return candidate
