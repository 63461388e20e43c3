"""The files that texts refer to: found by their names, and looked at where they lie."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.errors import Diagnostic
from journal_site.file_kinds import TEXT_SUFFIXES, is_picture
from journal_site.model.source import Asset, Found, Stamp
from journal_site.pictures.kinds import Measure
from journal_site.reading.scan.passed_over import SITE_MARKER, SKIPPED_FOLDERS
from journal_site.reading.scan.sources import is_file, is_fit_name
from journal_site.reading.scan.texts import digest_of, stamp_of, unreadable, unreadable_source
from journal_site.regular_files import LEADS_OUT, leads_out, read_still
from journal_site.slugs import composed
from journal_site.system_errors import why

if TYPE_CHECKING:
    from journal_site.model.source import Markup

_MOST_FOLDERS = 50
_MOST_BESIDE = 1000


def find_named(root: Path, names: Iterable[str]) -> Iterator[str]:
    """Return every file below the journal's folder that has one of the names, as its path relative to the folder."""
    wanted = frozenset(map(composed, names))
    return find_files(root, lambda name: composed(name) in wanted)


def find_files(root: Path, fits: Callable[[str], bool]) -> Iterator[str]:
    """Return every file below the journal's folder whose name fits, as its path relative to the folder."""
    pending = [(str(root), "")]
    while pending:
        here, prefix = pending.pop()
        try:
            children = list(os.scandir(here))
        except OSError:
            continue
        if any(child.name == SITE_MARKER for child in children):
            continue
        for child in children:
            if child.is_dir(follow_symlinks=False):
                if child.name[0] != "." and child.name not in SKIPPED_FOLDERS - {"static"} and is_fit_name(child.name):
                    pending.append((child.path, f"{prefix}{child.name}/"))
            elif fits(child.name) and is_file(child):
                yield prefix + child.name


def list_beside(root: Path, missing: Iterable[str]) -> set[str]:
    """Return the files that lie where files were looked for and not found, for hints: a bounded number of them."""
    folders: set[str] = set()
    for path in missing:
        folder = path.rpartition("/")[0]
        while folder and not os.path.isdir(os.path.join(root, folder)):
            folder = folder.rpartition("/")[0]
        folders.add(folder)
    found: set[str] = set()
    for folder in sorted(folders)[:_MOST_FOLDERS]:
        with contextlib.suppress(OSError), os.scandir(os.path.join(root, folder)) as listing:
            names = sorted(child.name for child in listing if child.name[0] != "." and is_file(child))
            found.update(f"{folder}/{name}" if folder else name for name in names[:_MOST_BESIDE] if is_fit_name(name))
    return found


def scan_asset(
    root: Path, path: str, *, folders: Iterable[str] = (), measured: bool = True, guarded: bool = False
) -> tuple[Asset, Stamp] | None:
    """Return what the disk has at a path that a text refers to, or None; pictures are measured unless told not to.

    A link may lead into the journal's folder and into the sources' `folders`, which may be links themselves. Of a
    `guarded` file it is told what of it a browser could run.
    """
    place = os.path.join(root, path)
    try:
        status = os.stat(place)
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(status.st_mode):
        return Asset(path=path, kind="folder", guarded=guarded), Stamp(size=0, mtime=0, ctime=0, inode=status.st_ino)
    if not stat.S_ISREG(status.st_mode):  # a pipe or a device: reading it may never end
        return None
    if leads_out(place, (root, *(os.path.join(root, folder) for folder in folders))):
        return Asset(path=path, problem=LEADS_OUT, guarded=guarded), stamp_of(status)
    try:
        raw, status = read_still(place)
    except OSError as error:
        problem = f"it cannot be read ({why(error)})"
        return Asset(path=path, problem=problem, guarded=guarded), stamp_of(status)
    found = _measure(raw) if measured and is_picture(path) else Measure()
    asset = Asset(
        path=path,
        size=len(raw),
        digest=digest_of(raw),
        width=found.width,
        height=found.height,
        format=found.format,
        problem=found.problem,
        guarded=guarded,
        markup=_markup_of(path, raw) if guarded else "",
        private=os.path.splitext(path)[1].lower() in TEXT_SUFFIXES and _is_private(path, raw),
    )
    return asset, stamp_of(status)


def _measure(raw: bytes) -> Measure:
    from journal_site.pictures.measure import measure  # noqa: PLC0415 - an unchanged journal measures nothing

    return measure(raw)


def _is_private(path: str, raw: bytes) -> bool:
    from journal_site.reading.privacy.withhold import is_private  # noqa: PLC0415 - few journals refer to texts that are no sources

    return is_private(path, raw.decode("utf-8-sig", "replace").replace("\r\n", "\n"))


def _markup_of(path: str, raw: bytes) -> Markup:
    from journal_site.reading.scan.active_content import markup_of  # noqa: PLC0415 - few journals have texts of others

    return markup_of(path, raw)


def unreadable_files(found: Iterable[Found], assets: Iterable[Asset]) -> list[Diagnostic]:
    """Return which of the sources that are no texts could not be read when they were looked at as files."""
    problems = {asset.path: asset.problem for asset in assets if not asset.digest}
    hint = "check that the file exists and that you may read it"
    return [
        problem
        for one in found
        if problems and one.path in problems
        for problem in unreadable_source(one, [replace(unreadable(one.path, "", hint), message=problems[one.path])])
    ]
