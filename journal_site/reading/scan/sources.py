"""Which files of the sources' folders are sources, and which folders hold none: by names, never by what they hold."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.characters import unfit_name
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.expressions import expression
from journal_site.file_kinds import FOLDER_FILES, NOTEBOOK, TEXT_SUFFIXES
from journal_site.model.source import Found
from journal_site.reading.dialects.shapes import find_shape, shape_by_hand
from journal_site.reading.dialects.table import tools_at, why_no_texts
from journal_site.reading.scan.gitignore import Ignored
from journal_site.reading.scan.ground import ground_of
from journal_site.reading.scan.neighbours import with_names
from journal_site.reading.scan.passed_over import (
    IGNORED,
    SITE_MARKER,
    ClosedFolders,
    is_marked,
    is_text,
    omitted,
    why_closed,
    why_no_source,
)
from journal_site.reading.scan.spellings import spelt_on_disk
from journal_site.reading.scan.texts import as_warning, stamp_of, unreadable
from journal_site.regular_files import LEADS_OUT, leads_out, open_file
from journal_site.system_errors import why

if TYPE_CHECKING:
    from collections.abc import Collection

    from journal_site.config import SourceSpec
    from journal_site.model.outline import Omission
    from journal_site.model.source import SourceOptions
    from journal_site.reading.dialects.table import Tool
    from journal_site.reading.scan.cascade import CascadeRule
    from journal_site.reading.scan.ground import Ground

INDEX_FILES = frozenset({"_index.md", "_index.markdown", "index.md", "index.markdown"})
"""Files that may speak for all in their folder."""
MEGA = 1_000_000
LARGEST_TEXT = 20 * MEGA
"""Bytes beyond which a file is not read: reading takes some forty times its size in memory."""
_LONGEST_HEAD = 16_384
_OUR_FOLDERS = frozenset({"templates", "static"})
"""Of the journal itself: its theme."""
_NUMBERS = expression(r"(\d+)")
_LONGEST_NUMBER = 4000
"""Digits that `int` still takes."""


def natural_key(name: str) -> list[str | int]:
    """Return a key that sorts `day2` before `day10`."""
    parts: list[str | int] = list(_NUMBERS.split(name.casefold()))
    parts[1::2] = [int(number) if len(number) < _LONGEST_NUMBER else 0 for number in parts[1::2]]  # type: ignore[arg-type] # odd parts are the pattern's digits
    return parts


class ScannedFolders(NamedTuple):
    """What the sources' folders hold."""

    found: list[Found]
    left_out: list[Omission]
    """Texts that are not read, and folders of such, each with its reason."""
    diagnostics: list[Diagnostic]
    """What could not be looked at: warnings, as all else goes on without it."""
    cascades: list[tuple[str, CascadeRule]]


def scan_sources(root: Path, specs: Iterable[SourceSpec], excluded: Iterable[Path]) -> ScannedFolders:
    """Return the sources that site.yaml names, in its order and within a folder in natural order.

    `excluded` are folders that never hold sources (the site's output, the store). Raises ContentError where a source
    that is named itself does not exist or is a folder that cannot be read.
    """
    closed = frozenset(os.path.realpath(path) for path in excluded)
    seen: set[str] = set()
    scanned = ScannedFolders([], [], [], [])
    for spec in specs:
        place = root / spelt_on_disk(root, spec.path)
        if place.is_dir():
            walked = _walk(root, place, spec, closed, scanned)
        elif place.is_file():
            path = os.path.relpath(place, root).replace(os.sep, "/")
            options = ground_of(root, path, spec.options).options
            walked = iter([_found(path, path, place.suffix.lower() != NOTEBOOK, place.stat(), options)])
        else:
            scanned.diagnostics.append(_missing(spec.path))
            continue
        for one in walked:
            if one.path in seen:
                continue
            seen.add(one.path)
            if one.stamp.size > LARGEST_TEXT and not one.path.lower().endswith(NOTEBOOK):
                problem = _too_large(one)
                scanned.diagnostics.append(problem if one.path == one.folder else as_warning(problem))
            else:
                scanned.found.append(one)
    if any(one.severity == "error" for one in scanned.diagnostics):
        raise ContentError(*scanned.diagnostics)
    untold = {one.path: one for one in scanned.left_out if one.path not in seen}  # another source may have read it
    return scanned._replace(left_out=list(untold.values()))


def _found(path: str, folder: str, log: bool, status: os.stat_result, options: SourceOptions) -> Found:  # noqa: FBT001
    return Found(path=path, folder=folder, log=log, stamp=stamp_of(status), options=options)


def _too_large(found: Found) -> Diagnostic:
    reason = f"its {found.stamp.size / MEGA:.0f} MB are more than the {LARGEST_TEXT // MEGA} that a text may have"
    return unreadable(found.path, reason, "split it, by month or by year; what is no text belongs elsewhere")


def _missing(path: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="source-missing",
        message=f"the source '{path}' does not exist",
        location=Location(path=CONFIG_FILE),
        hint="name a folder of entries or a log under 'sources', relative to site.yaml",
    )


def _walk(
    root: Path, place: Path, spec: SourceSpec, closed: frozenset[str], scanned: ScannedFolders
) -> Iterator[Found]:
    folder = os.path.relpath(place, root).replace(os.sep, "/")
    found, told = _walk_all(root, place, folder, ground_of(root, folder, spec.options), closed)
    by_hand = spec.options.dialect
    if "topics" in by_hand or not (by_hand or any(one.options.dialects for one in found)):
        marked = [one.path for one in told.left_out if is_marked(one.path)]
        all_marked = len(marked) > len(found)
        texts = [*(one.path for one in found), *(marked if all_marked else ())]
        shape = shape_by_hand(by_hand, texts, folder) if by_hand else find_shape(texts, folder)
        if shape is not None:
            ground = ground_of(root, folder, spec.options, shape)
            found, told = _walk_all(root, place, folder, ground.with_marked() if all_marked else ground, closed)
    scanned.left_out.extend(told.left_out)
    scanned.diagnostics.extend(told.diagnostics)
    scanned.cascades.extend(told.cascades)
    for one in with_names(found):
        reason = next((said.reason for prefix, said in scanned.cascades if _is_below(one.path, prefix, said)), "")
        yield replace(one, options=replace(one.options, withheld=reason)) if reason else one


def _is_below(path: str, prefix: str, said: CascadeRule) -> bool:
    return path.startswith(prefix) and said.holds(path)


def _cascades_of(children: Iterable[os.DirEntry[str]], prefix: str) -> Iterator[tuple[str, CascadeRule]]:
    """Give what files say for all in their folder, with its path."""
    for child in children:
        if child.name.lower() in INDEX_FILES and is_file(child):
            with contextlib.suppress(OSError), open_file(child.path) as file:
                head = file.read(_LONGEST_HEAD).decode("utf-8-sig", "replace").replace("\r\n", "\n")
                if "cascade" in head or "headless" in head:
                    from journal_site.reading.scan.cascade import read_cascade  # noqa: PLC0415 - only Hugo's say such things

                    yield from ((prefix, one) for one in read_cascade(child.name, head))


def _walk_all(
    root: Path, place: Path, folder: str, ground: Ground, closed: frozenset[str]
) -> tuple[list[Found], ScannedFolders]:
    """Return the sources of a folder, and all else that there is to tell of it."""
    told = ScannedFolders([], [], [], [])
    unread = ClosedFolders(closed | {os.path.realpath(root / name) for name in _OUR_FOLDERS})
    walk = _Walk(root, place, folder, Ignored(root, folder), unread, told)
    first = "" if folder == "." else f"{folder}/"
    pending = [(str(place), first, ground)]
    found: list[Found] = []
    while pending:
        here, prefix, ground = pending.pop()
        if os.path.realpath(here) in closed:
            continue
        walk.ignored.enter(here, prefix)
        children = _children(here, prefix, first, told)
        folders = []
        names = frozenset(child.name for child in children)
        tools, ground = tools_at(here, names), ground.entered(here, prefix, names)
        told.cascades.extend(_cascades_of(children, prefix))
        for child in children:
            path = prefix + child.name
            if not _is_folder(child):
                found.extend(_sources_at(walk, child, path, ground))
            elif inner := _entered_at(walk, child, path, ground, tools):
                folders.append((child.path, f"{path}/", inner))
        pending.extend(reversed(folders))
    return found, told


class _Walk(NamedTuple):
    """What stays the same while a source's folder is walked."""

    root: Path
    place: Path
    folder: str
    ignored: Ignored
    unread: ClosedFolders
    told: ScannedFolders


def _sources_at(walk: _Walk, child: os.DirEntry[str], path: str, ground: Ground) -> Iterator[Found]:
    """Give the source that a file is, if it is one."""
    if not is_text(child.name) and not (ground.places and child.name.endswith(".html")):
        return
    said = ground.place_of(path) if ground.places else None
    if not is_text(child.name):
        if said is not None and said.kind == "nothing" and not walk.ignored(path):
            walk.told.left_out.append(omitted(path, said.reason))
        return
    if reason := IGNORED if walk.ignored(path) else why_no_source(child.name, said):
        walk.told.left_out.append(omitted(path, reason))
    elif status := _status(child, path, walk.root, walk.place, walk.told):
        yield _found(path, walk.folder, _may_be_log(child.name), status, ground.within(said).options)


def _entered_at(
    walk: _Walk, child: os.DirEntry[str], path: str, ground: Ground, tools: Collection[Tool]
) -> Ground | None:
    """Return what holds in a folder, or None where it is not walked."""
    said = ground.place_of(f"{path}/") if ground.places else None
    of_tools = why_no_texts(tools, child.name) if said is None else ""
    if reason := IGNORED if walk.ignored(f"{path}/") else of_tools or why_closed(child, said):
        walk.told.left_out.extend(walk.unread.texts_in(child, path, reason))
        return None
    return ground.within(said) if _may_be_entered(child, path, walk.root, walk.place, walk.told) else None


def _children(here: str, prefix: str, first: str, scanned: ScannedFolders) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, in natural order: nothing where it cannot be read, which is told, or is a site."""
    try:
        with os.scandir(here) as listing:
            children = sorted(listing, key=lambda entry: natural_key(entry.name))
    except OSError as error:
        problem = unreadable(prefix or ".", why(error), "check that you may read the folder")
        scanned.diagnostics.append(problem if prefix == first else as_warning(problem))
        return []
    return [] if prefix != first and any(child.name == SITE_MARKER for child in children) else children


def _status(
    child: os.DirEntry[str], path: str, root: Path, place: Path, scanned: ScannedFolders
) -> os.stat_result | None:
    """Return what the disk says of a file that is to be read; where it cannot be, that is told, and None."""
    problem = _unusable(child, path, root, place)
    if problem is None and not is_file(child):
        problem = unreadable(path, "it is a pipe, a device, or a link that leads nowhere", "put a file there")
    if problem is None:
        try:
            return child.stat()
        except OSError as error:
            problem = unreadable(path, why(error), "check that you may read the folder around it")
    scanned.diagnostics.append(as_warning(problem))
    return None


def _may_be_entered(child: os.DirEntry[str], path: str, root: Path, place: Path, scanned: ScannedFolders) -> bool:
    """Tell whether a folder is to be walked; where it would be and cannot, that is told. No link to one is followed."""
    problem = _unusable(child, path, root, place)
    if problem is not None:
        scanned.diagnostics.append(as_warning(problem))
        return False
    if not child.is_symlink():
        return True
    if not _is_walked(child.path, place):
        scanned.left_out.append(omitted(f"{path}/", "a link to a folder: name the folder itself under 'sources'"))
    return False


def _unusable(child: os.DirEntry[str], path: str, root: Path, place: Path) -> Diagnostic | None:
    if not is_fit_name(child.name):
        return unreadable(path, unfit_name(child.name), "rename it")
    if child.is_symlink() and leads_out(child.path, (root, place)):
        return unreadable(path, LEADS_OUT, "put the file itself there")
    return None


def _is_walked(link: str, place: Path) -> bool:
    """Tell whether what a link leads to is read where it lies: within the source's folder, or around it."""
    real, own = os.path.join(os.path.realpath(link), ""), os.path.join(os.path.realpath(place), "")
    return real.startswith(own) or own.startswith(real)


def _is_folder(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_dir()
    except OSError:  # a link that leads to itself
        return False


def is_file(child: os.DirEntry[str]) -> bool:
    """Tell whether a file lies there, or a link that leads to one."""
    try:
        return child.is_file()
    except OSError:  # as above
        return False


def is_fit_name(name: str) -> bool:
    """Tell whether a name can stand in messages, pages and lists of files."""
    return name.isprintable() or not unfit_name(name)


def _may_be_log(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    return stem.lower() in FOLDER_FILES and suffix.lower() in TEXT_SUFFIXES
