"""Paths as texts write them: relative to their source, or to the journal's folder with a leading slash."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar
from urllib.parse import urljoin

from journal_site.expressions import expression
from journal_site.slugs import composed

_SITE_UNSAFE = expression(r'[%?#\\:*"<>|\x00-\x1f\x7f]')


_Value = TypeVar("_Value")


class ByPath(Generic[_Value]):
    """Values by their paths, which may be asked for in any Unicode form."""

    def __init__(self, values: Iterable[tuple[str, _Value]]) -> None:
        self._values = {composed(path): value for path, value in values}

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and composed(path) in self._values

    def __getitem__(self, path: str) -> _Value:
        return self._values[composed(path)]

    def get(self, path: str) -> _Value | None:
        """Return the value at a path, or None."""
        return self._values.get(composed(path))


def folder_of(path: str) -> str:
    """Return the folder of a path; empty for the journal's own."""
    return path.rpartition("/")[0]


def stem_of(path: str) -> str:
    """Return a path's last part without its suffix."""
    name = path.rpartition("/")[2]
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name


def suffix_of(path: str) -> str:
    """Return a path's suffix in lower case with its dot; empty where it has none."""
    stem, dot, suffix = path.rpartition("/")[2].rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


def without_query(path: str) -> str:
    """Return the path without a query such as GitHub's `?raw=true`."""
    return path.partition("?")[0]


def resolve_path(source: str, target: str) -> str | None:
    """Return the journal-relative path that `target` means in `source`; None where it leads out of the journal.

    The journal's own folder is the empty path. A leading slash means that folder, as on GitHub.
    """
    parts = [] if target.startswith("/") else [part for part in folder_of(source).split("/") if part]
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def published_paths(target: str, roots: Sequence[str], addresses: Iterable[str]) -> list[str]:
    """Return the journal-relative paths of the files that a target means on the site that another tool makes.

    `roots` are the folders whose files lie at that site's root, `addresses` those of the page where the target stands.
    """
    if not roots or "://" in target or not target.startswith(("/", "../")):
        return []
    spelt = [target] if target[0] == "/" else [urljoin(one, target) for one in addresses if one.startswith("/")]
    found = dict.fromkeys(resolve_path("", f"/{root}/{one}") for one in dict.fromkeys(spelt) for root in roots)
    return [path for path in found if path]


def is_hidden(path: str) -> bool:
    """Tell whether a part of the path begins with a dot: such files are never published."""
    return path.startswith(".") or "/." in path


def site_file(path: str) -> str:
    """Return where a file of the journal is published, relative to the site's root.

    Signs that mean something in a URL, or that no disk of another system takes, are replaced, and then a checksum of
    the path keeps two files apart.
    """
    clean = _SITE_UNSAFE.sub("-", composed(path))
    if clean == composed(path):
        return f"files/{clean}"
    stem, dot, suffix = clean.rpartition(".")
    mark = f"{zlib.crc32(path.encode('utf-8', 'surrogatepass')):08x}"
    return f"files/{stem}-{mark}.{suffix}" if dot else f"files/{clean}-{mark}"


def nearness(source: str, other: str) -> tuple[int, int]:
    """Return a key that is smaller the nearer two paths are: steps between their folders, then the other's depth."""
    mine, theirs = folder_of(source).split("/"), folder_of(other).split("/")
    mine, theirs = [part for part in mine if part], [part for part in theirs if part]
    shared = 0
    for one, two in zip(mine, theirs, strict=False):
        if one != two:
            break
        shared += 1
    return len(mine) + len(theirs) - 2 * shared, len(theirs)
