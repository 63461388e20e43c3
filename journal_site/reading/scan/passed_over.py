"""Which texts below a source are not read, and why: by their names, and in folders that nobody walks for entries.

All are named in the build's report, each with its reason, apart from what no author keeps texts in: the records of git
and its like, packages that git ignores, and sites that journal itself has made.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.file_kinds import NOTEBOOK, OTHER_TEXTS, TEXT_SUFFIXES
from journal_site.model.outline import Omission
from journal_site.reading.dialects.table import SYNC_COPIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from journal_site.reading.dialects.contract import Place

SITE_MARKER: Final = ".journal-site"
"""Stands in every folder that a site was written to: what lies there is no source."""
NO_ENTRIES: Final = frozenset({"license", "licence", "changelog", "contributing", "code_of_conduct", "security"})
SKIPPED_FOLDERS: Final = frozenset({
    "node_modules", "templates", "static", "venv", "env", "__pycache__", "site-packages",
})  # fmt: skip
_RECORDS: Final = frozenset({".git", ".hg", ".svn", ".jj", ".bzr", "__pycache__"})
"""Folders that tools alone write, and nobody reads."""
IGNORED: Final = "git ignores it"
_PACKAGES: Final = frozenset({"node_modules", "site-packages"})
_MOST_FOLDERS: Final = 2000
"""So many are looked through; a folder beyond is named itself, as a build must not take long over what it leaves."""


def is_text(name: str) -> bool:
    """Tell whether a file is a text or a notebook by its name, also of a kind that is not read."""
    suffix = os.path.splitext(name)[1].lower()
    return suffix in TEXT_SUFFIXES or suffix == NOTEBOOK or suffix in OTHER_TEXTS


def is_marked(path: str) -> bool:
    """Tell whether a file is Markdown whose name begins with an underscore."""
    return path.rpartition("/")[2].startswith("_") and os.path.splitext(path)[1].lower() in TEXT_SUFFIXES


def why_no_source(name: str, said: Place | None = None) -> str:
    """Return what of a text's name, or what a tool says of it, keeps it from being read, or nothing."""
    stem, suffix = (part.lower() for part in os.path.splitext(name))
    if said is not None and suffix not in OTHER_TEXTS:
        return said.reason if said.kind == "nothing" else ""
    if name.startswith(("_", ".")) and stem != "_index":
        return f"its name begins with {_FIRST_SIGNS[name[0]]}"
    if stem in NO_ENTRIES:
        return f"a file named '{name}'"
    if "onflict" in name and SYNC_COPIES.search(name):
        return "a sync tool's copy of a conflict"
    return f"not Markdown but {OTHER_TEXTS[suffix]}" if suffix in OTHER_TEXTS else ""


_FIRST_SIGNS: Final = {"_": "an underscore", ".": "a dot"}


_NUMBERED: Final = expression(r"_\d{1,3}(?:[_-]\d{1,3})*")
"""A folder of a day, or of some: `_16`, `_35_36`. Programs give no such name to what they hide."""


def why_closed(folder: os.DirEntry[str], said: Place | None = None) -> str:
    """Return what of a folder, or what a tool says of it, keeps texts in it from being read, or nothing."""
    name = folder.name
    if said is not None and (said.kind != "nothing" or said.reason):
        return said.reason if said.kind == "nothing" else ""
    if name[0] in _FIRST_SIGNS and name != "_posts" and not _NUMBERED.fullmatch(name):
        return f"in a folder whose name begins with {_FIRST_SIGNS[name[0]]}"
    if name in SKIPPED_FOLDERS:
        return f"in a folder named '{name}'"
    return "packages of Python" if os.path.exists(os.path.join(folder.path, "pyvenv.cfg")) else ""


class ClosedFolders:
    """Looks for texts in folders that are not read."""

    def __init__(self, silent: Collection[str]) -> None:
        """`silent` are the real paths of folders of which nothing is told."""
        self._silent = silent
        self._left = _MOST_FOLDERS

    def texts_in(self, folder: os.DirEntry[str], path: str, reason: str) -> Iterator[Omission]:
        """Give each text below a folder, and in its place a folder of packages, or one that cannot be looked through.

        No link is followed: what it leads to is told where it lies.
        """
        pending = [] if folder.is_symlink() else [(folder.path, f"{path}/")]
        while pending:
            here, prefix = pending.pop()
            name = os.path.basename(here)
            if name in _RECORDS or os.path.realpath(here) in self._silent:
                continue
            children = self._children(here)
            names = [child.name for child in children or ()]
            if SITE_MARKER in names:
                continue
            if children is None or name in _PACKAGES or "pyvenv.cfg" in names:
                if children is None or reason != IGNORED:
                    yield omitted(prefix, reason)
                continue
            folders = [child for child in children if child.is_dir(follow_symlinks=False)]
            pending += [(child.path, f"{prefix}{child.name}/") for child in reversed(folders)]
            for child in children:
                if is_text(child.name) and not child.is_dir(follow_symlinks=False):
                    yield omitted(prefix + child.name, reason)

    def _children(self, folder: str) -> list[os.DirEntry[str]] | None:
        """Return what lies in a folder; None where it cannot be read, or too many were."""
        self._left -= 1
        if self._left < 0:
            return None
        try:
            with os.scandir(folder) as listing:
                return sorted(listing, key=lambda child: child.name)
        except OSError:
            return None


def omitted(path: str, reason: str) -> Omission:
    """Return what names a file, or a folder with a slash at its end."""
    return Omission(path=path.encode("utf-8", "backslashreplace").decode(), line=0, text="", reason=reason)
