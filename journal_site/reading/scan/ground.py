"""What holds in a folder that is walked: which dialects, and what their tools say of files there."""

from __future__ import annotations

import contextlib
import os
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.reading.dialects.contract import Place
from journal_site.reading.dialects.load import load
from journal_site.reading.dialects.table import TOOL_OF, dialects_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from journal_site.model.source import Found, SourceOptions

_TEXTS_BELOW = frozenset(("content", "docs", "_posts"))
"""Where generators have their texts: what says so lies above, also where such a folder is a journal's own."""


class Ground(NamedTuple):
    """What holds in a folder, and below it unless more is found there."""

    options: SourceOptions
    """With which texts there are read."""
    places: tuple[tuple[str, Mapping[str, Place]], ...] = ()
    """What each dialect says of files, below the folder whose path with its slash is the first."""

    def entered(self, place: str, prefix: str, names: Collection[str]) -> Ground:
        """Return what holds in a folder that holds these names: `place` on the disk, `prefix` its path and a slash."""
        if self.options.dialect:
            return self
        known = {key for key, _ in self.options.dialects}
        ground = self
        for key in dialects_at(place, names):
            if key not in known:
                ground = ground.with_dialect(key, place, prefix)
        return ground

    def with_dialect(self, key: str, place: str, prefix: str) -> Ground:
        """Return what holds in a folder where a dialect does."""
        if key == "plain":
            return self
        spoken = (*self.options.dialects, (key, prefix.rstrip("/")))
        dialect = load(key)
        places = (*self.places, (prefix, dialect.places(Path(place)))) if dialect.places else self.places
        values = (*self.options.values, *dialect.values(Path(place)).items()) if dialect.values else self.options.values
        if dialect.included and (named := dialect.included(Path(place))):
            from journal_site.reading.scan.included import read_included  # noqa: PLC0415 - seldom

            values = (*values, *read_included(Path(place), named, self.options.today))
        return Ground(replace(self.options, dialects=spoken, values=values), places)

    def place_of(self, path: str) -> Place | None:
        """Return what the tools say of a file, or of a folder, whose path ends with a slash; the innermost first."""
        for prefix, places in reversed(self.places):
            own = path.removeprefix(prefix)
            name = own[own.rfind("/", 0, -1) + 1 :]
            for pattern, place in places.items():
                if fnmatchcase(own if "/" in pattern[:-1] else name, pattern.lstrip("/")):
                    return place
        return None

    def with_marked(self) -> Ground:
        """Return what holds where nearly all names begin with an underscore, which then says nothing."""
        return self._replace(places=(("", {"_*.*": Place("texts")}), *self.places))

    def within(self, said: Place | None) -> Ground:
        """Return what holds where a tool says this."""
        if said is not None and said.kind == "closed":
            return self._replace(options=replace(self.options, closed=said.reason))
        if said is None or said.kind != "drafts":
            return self
        return self._replace(options=replace(self.options, withheld=self.options.withheld or said.reason))


def told_dialects(sources: Iterable[Found]) -> tuple[tuple[str, str], ...]:
    """Return (folder, what its texts are read as) of each dialect that holds for some of the sources."""
    each = {id(one.options): one.options.dialects for one in sources}
    told = dict.fromkeys((folder or ".", TOOL_OF[key].name) for spoken in each.values() for key, folder in spoken)
    return tuple(sorted(told))


def ground_of(root: Path, folder: str, options: SourceOptions, shape: tuple[str, str] | None = None) -> Ground:
    """Return what holds around a source's folder: by the folders above it, or as site.yaml says.

    `shape` is a dialect that its texts show together, and the folder below which it holds.
    """
    ground = Ground(options)
    for key in options.dialect or (shape[:1] if shape else ()):
        place = shape[1] if shape and key == shape[0] else folder
        ground = ground.with_dialect(key, str(root / place), "" if place in {"", "."} else f"{place}/")
    if options.dialect or shape:
        return ground
    parts = [] if folder == "." else folder.split("/")
    if ".." in parts:
        return ground
    if not parts and (own := root.resolve()).name in _TEXTS_BELOW:
        with contextlib.suppress(OSError):
            ground = ground.entered(str(own.parent), "", frozenset(os.listdir(own.parent)))
    for depth in range(len(parts)):
        above = "/".join(parts[:depth])
        with contextlib.suppress(OSError):
            names = frozenset(os.listdir(root / above))
            ground = ground.entered(str(root / above), f"{above}/" if above else "", names)
    return ground
