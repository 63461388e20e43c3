"""The files that texts refer to, as the disk has them: pictures measured, each looked at once."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from journal_site.model.base import Value
from journal_site.model.source import ANYWHERE, Asset, Stamp
from journal_site.reading.scan.assets import find_named, scan_asset, spelt_on_disk
from journal_site.reading.scan.texts import stamp_of

if TYPE_CHECKING:
    from journal_site.index.references.foreign_files import ForeignFiles


class AssetRecord(Value, frozen=True, kw_only=True):
    """A file that texts refer to, as it was looked at."""

    stamp: Stamp
    settled: bool
    asset: Asset


def look_at(
    root: Path,
    paths: Iterable[str],
    known: Mapping[str, AssetRecord | None],
    folders: Iterable[str] = (),
    guard: ForeignFiles | None = None,
) -> dict[str, AssetRecord | None]:
    """Return what the disk has at each path; a picture that did not change is not measured again.

    `**/plot.png` stands for every file of that name: it is kept as a question, beside the files that answer it. Without
    a `guard`, files are guarded that were.
    """
    now = time.time_ns()
    asked = {spelt_on_disk(root, path) for path in paths}
    names = {path.removeprefix(ANYWHERE) for path in asked if path.startswith(ANYWHERE)}
    seen: dict[str, AssetRecord | None] = {ANYWHERE + name: None for name in sorted(names)}
    if names:
        asked.update(find_named(root, names))
    for path in sorted(asked - seen.keys()):
        old = known.get(path)
        was = old is not None and old.asset.guarded
        guarded = was if guard is None else guard.holds(path)
        if old is not None and old.settled and was == guarded and _stamp(root / path, old) == old.stamp:
            seen[path] = old
            continue
        looked = scan_asset(root, path, folders=folders, guarded=guarded)
        seen[path] = (
            None if looked is None else AssetRecord(stamp=looked[1], settled=looked[1].settled(now), asset=looked[0])
        )
    return seen


def _stamp(place: Path, record: AssetRecord) -> Stamp | None:
    try:
        status = place.stat()
    except (OSError, ValueError):
        return None
    if record.asset.kind == "folder":
        return Stamp(size=0, mtime=0, ctime=0, inode=status.st_ino)
    return stamp_of(status)
