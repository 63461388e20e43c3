"""The files that others wrote: those that sanitised texts keep beside them or name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from journal_site.index.paths.relative import folder_of
from journal_site.index.references.resolve import wanted_paths
from journal_site.model.entry import Entry
from journal_site.model.source import ANYWHERE
from journal_site.slugs import composed

_STATIC = "static/"


class ForeignFiles(msgspec.Struct, frozen=True, kw_only=True):
    """Which files they are, also where a trusted text names them too.

    What lies in `static/` is published by who owns the site, whoever names it.
    """

    folders: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()

    def holds(self, path: str) -> bool:
        """Tell whether a file is among them."""
        if not (self.folders or self.wanted) or path.startswith(_STATIC):
            return False
        named = composed(path)
        if named in self.wanted or ANYWHERE + named.rpartition("/")[2] in self.wanted or "." in self.folders:
            return True
        folder = folder_of(path)
        while folder and folder not in self.folders:
            folder = folder_of(folder)
        return bool(folder)

    def over(self, texts: Iterable[Entry], repo: str) -> ForeignFiles:
        """Return one that holds also what further texts name."""
        return ForeignFiles(folders=self.folders, wanted=self.wanted | wanted_paths(list(texts), repo))
