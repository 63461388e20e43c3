"""Which files of the sources' folders are sources, and which folders hold none: by names, never by what they hold."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.characters import unfit_name
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.file_kinds import FOLDER_FILES, NOTEBOOK, TEXT_SUFFIXES
from journal_site.model.outline import Omission
from journal_site.model.source import Found
from journal_site.reading.dialects.table import SYNC_COPIES, tools_at, why_no_texts
from journal_site.reading.dialects.topics import find_tree, trunk
from journal_site.reading.scan.gitignore import Ignored
from journal_site.reading.scan.ground import ground_of
from journal_site.reading.scan.texts import as_warning, stamp_of, unreadable
from journal_site.regular_files import LEADS_OUT, leads_out, open_file
from journal_site.system_errors import why

if TYPE_CHECKING:
    from collections.abc import Collection

    from journal_site.config import SourceSpec
    from journal_site.model.source import SourceOptions
    from journal_site.reading.dialects.contract import Place
    from journal_site.reading.dialects.table import Tool
    from journal_site.reading.scan.cascade import CascadeRule
    from journal_site.reading.scan.ground import Ground

SITE_MARKER = ".journal-site"
"""Stands in every folder that a site was written to: what lies there is no source."""
NO_ENTRIES = frozenset({"license", "licence", "changelog", "contributing", "code_of_conduct", "security"})
SKIPPED_FOLDERS = frozenset({"node_modules", "templates", "static", "venv", "env", "__pycache__", "site-packages"})
INDEX_FILES = frozenset({"_index.md", "_index.markdown", "index.md", "index.markdown"})
"""Files that may speak for all in their folder."""
_LONGEST_HEAD = 16_384
_OUR_FOLDERS = frozenset({"templates", "static"})
"""Of the journal itself: its theme."""
_NUMBERS = re.compile(r"(\d+)")
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
    """What is nobody's text, with its reason."""
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
        place = root / spec.path
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
            if one.path not in seen:
                seen.add(one.path)
                scanned.found.append(one)
    if any(one.severity == "error" for one in scanned.diagnostics):
        raise ContentError(*scanned.diagnostics)
    return scanned


def _found(path: str, folder: str, log: bool, status: os.stat_result, options: SourceOptions) -> Found:  # noqa: FBT001
    return Found(path=path, folder=folder, log=log, stamp=stamp_of(status), options=options)


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
    ground = ground_of(root, folder, spec.options)
    found, told = _walk_all(root, place, folder, ground, closed)
    by_hand = spec.options.dialect
    if "topics" in by_hand or not (by_hand or any(one.options.dialects for one in found)):
        marked = [one.path for one in told.left_out if _is_text(one.path) and _is_marked(one.path)]
        all_marked = len(marked) > len(found)
        texts = [*(one.path for one in found), *(marked if all_marked else ())]
        tree = trunk(texts, folder) if by_hand else find_tree(texts, folder)
        if tree is not None:
            ground = ground_of(root, folder, spec.options, tree)
            found, told = _walk_all(root, place, folder, ground.with_marked() if all_marked else ground, closed)
    scanned.left_out.extend(told.left_out)
    scanned.diagnostics.extend(told.diagnostics)
    scanned.cascades.extend(told.cascades)
    for one in found:
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
    first = "" if folder == "." else f"{folder}/"
    walk = _Walk(root, place, folder, closed, Ignored(root, folder), told)
    pending = [(str(place), first, ground)]
    found: list[Found] = []
    while pending:
        here, prefix, ground = pending.pop()
        if os.path.realpath(here) in closed:
            continue
        walk.ignored.enter(here, prefix)
        try:
            with os.scandir(here) as listing:
                children = sorted(listing, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            problem = unreadable(prefix or ".", why(error), "check that you may read the folder")
            told.diagnostics.append(problem if prefix == first else as_warning(problem))
            continue
        folders = []
        names = frozenset(child.name for child in children)
        tools, ground = tools_at(here, names), ground.entered(here, prefix, names)
        told.cascades.extend(_cascades_of(children, prefix))
        for child in children:
            if not _is_folder(child):
                found.extend(_sources_at(walk, child, prefix + child.name, ground))
            elif inner := _entered_at(walk, child, prefix + child.name, ground, tools):
                folders.append((child.path, f"{prefix}{child.name}/", inner))
        pending.extend(reversed(folders))
    return found, told


class _Walk(NamedTuple):
    """What stays the same while a source's folder is walked."""

    root: Path
    place: Path
    folder: str
    closed: frozenset[str]
    ignored: Ignored
    told: ScannedFolders


def _sources_at(walk: _Walk, child: os.DirEntry[str], path: str, ground: Ground) -> Iterator[Found]:
    """Give the source that a file is, if it is one."""
    if not _is_text(child.name) or walk.ignored(path):
        return
    said = ground.place_of(path)
    if reason := _why_no_source(child.name, said):
        walk.told.left_out.append(Omission(path=path, line=0, text="", reason=reason))
    elif status := _status(child, path, walk.root, walk.place, walk.told):
        yield _found(path, walk.folder, _may_be_log(child.name), status, ground.within(said).options)


def _entered_at(
    walk: _Walk, child: os.DirEntry[str], path: str, ground: Ground, tools: Collection[Tool]
) -> Ground | None:
    """Return what holds in a folder, or None where it is not walked."""
    said = ground.place_of(f"{path}/")
    if reason := _why_closed(child, path, tools, said):
        if not walk.ignored(f"{path}/") and os.path.realpath(child.path) not in walk.closed:
            walk.told.left_out.append(_omitted(path, reason))
        return None
    is_walked = (
        _open_folder(child, said)
        and not walk.ignored(f"{path}/")
        and _may_be_entered(child, path, walk.root, walk.place, walk.told)
    )
    return ground.within(said) if is_walked else None


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
        scanned.left_out.append(_omitted(path, "a link to a folder: name the folder itself under 'sources'"))
    return False


def _unusable(child: os.DirEntry[str], path: str, root: Path, place: Path) -> Diagnostic | None:
    if not is_fit_name(child.name):
        return unreadable(path, unfit_name(child.name), "rename it")
    if child.is_symlink() and leads_out(child.path, (root, place)):
        return unreadable(path, LEADS_OUT, "put the file itself there")
    return None


def _omitted(path: str, reason: str) -> Omission:
    return Omission(path=f"{path}/", line=0, text="", reason=reason)


def _why_closed(child: os.DirEntry[str], path: str, tools: Collection[Tool], said: Place | None) -> str:
    """Return whose folder it is, or what of its name keeps texts in it from being read; never of a site of ours."""
    if said is not None:
        return said.reason if said.kind == "nothing" else ""
    if why := why_no_texts(tools, child.name):
        return "" if os.path.exists(os.path.join(child.path, SITE_MARKER)) else why
    if path in _OUR_FOLDERS or child.name[0] == "." or not _is_passed_over(child.name) or not _holds_texts(child):
        return ""
    return "its name begins with an underscore" if child.name[0] == "_" else f"a folder named '{child.name}'"


def _holds_texts(folder: os.DirEntry[str]) -> bool:
    """Tell whether texts lie in a folder that is passed over; nobody looks deeper, or where links lead."""
    if folder.is_symlink():
        return False
    try:
        with os.scandir(folder.path) as listing:
            files = [child.name for child in listing if not _is_folder(child)]
    except OSError:
        return False
    return SITE_MARKER not in files and any(map(_is_source, files))


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


def _open_folder(child: os.DirEntry[str], said: Place | None) -> bool:
    is_closed = _is_passed_over(child.name) if said is None else said.kind == "nothing"
    return not is_closed and not os.path.exists(os.path.join(child.path, "pyvenv.cfg"))


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or (name.startswith("_") and name != "_posts") or name in SKIPPED_FOLDERS


def _is_text(name: str) -> bool:
    suffix = os.path.splitext(name)[1]
    return suffix.lower() in TEXT_SUFFIXES or suffix == NOTEBOOK


def _is_marked(path: str) -> bool:
    return path.rpartition("/")[2].startswith("_")


def _is_source(name: str) -> bool:
    return _is_text(name) and not _why_no_source(name, None)


def _why_no_source(name: str, said: Place | None) -> str:
    """Return what of its name, or what a tool says of it, keeps a text from being read."""
    if said is not None:
        return said.reason if said.kind == "nothing" else ""
    stem = os.path.splitext(name)[0].lower()
    if name.startswith(("_", ".")) and stem != "_index":
        return "its name begins with an underscore" if name[0] == "_" else "its name begins with a dot"
    if stem in NO_ENTRIES:
        return f"a file named '{name}'"
    return "a sync tool's copy of a conflict" if SYNC_COPIES.search(name) else ""


def _may_be_log(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    return stem.lower() in FOLDER_FILES and suffix.lower() in TEXT_SUFFIXES
