"""Bring in what the disk says: which files are sources, their texts, and the files that texts refer to.

The only module of this wing that reads the disk (git history apart, which is `history`'s). It decides which files count
(design.md §4, "What is an entry") and never what they say.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.model import Asset, Found, Source, Stamp
from journal_site.pictures.kinds import Measure
from journal_site.reasons import why

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from journal_site.config import SourceSpec

TEXTS = frozenset({".md", ".markdown", ".mdx"})
NOTEBOOK = ".ipynb"
SITE_MARKER = ".journal-site"
"""Stands in every folder that a site was written to: what lies there is no source."""
ANYWHERE = "**/"
"""Begins a path that stands for every file of a name."""
FOLDER_FILES = frozenset({"readme", "index", "_index"})
NO_ENTRIES = frozenset({"license", "licence", "changelog", "contributing", "code_of_conduct", "security"})
SKIPPED_FOLDERS = frozenset({"node_modules", "templates", "static", "venv", "env", "__pycache__", "site-packages"})
LEADS_OUT = "it is a link that leads out of the journal's folder"
_NUMBERS = re.compile(r"(\d+)")
_LONGEST_NUMBER = 4000
"""Digits that `int` still takes."""
_MOST_FOLDERS = 50
_MOST_BESIDE = 1000


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file that was looked at."""
    return Stamp(size=status.st_size, mtime=status.st_mtime_ns, ctime=status.st_ctime_ns, inode=status.st_ino)


def natural_key(name: str) -> list[str | int]:
    """Return a key that sorts `day2` before `day10`."""
    parts: list[str | int] = list(_NUMBERS.split(name.casefold()))
    parts[1::2] = [int(number) if len(number) < _LONGEST_NUMBER else 0 for number in parts[1::2]]  # type: ignore[arg-type] # odd parts are the pattern's digits
    return parts


def scan_sources(root: Path, specs: Iterable[SourceSpec], excluded: Iterable[Path]) -> list[Found]:
    """Return the sources that site.yaml names, in its order and within a folder in natural order.

    `excluded` are folders that never hold sources (the site's output, the store). Raises ContentError where a named
    source does not exist, and where a folder or a file's name cannot be read.
    """
    closed = frozenset(os.path.realpath(path) for path in excluded)
    seen: set[str] = set()
    found: list[Found] = []
    problems: list[Diagnostic] = []
    for spec in specs:
        place = root / spec.path
        if place.is_dir():
            walked = _walk(root, place, spec, closed, problems)
        elif place.is_file():
            path = os.path.relpath(place, root).replace(os.sep, "/")
            walked = iter([_found(path, path, place.suffix.lower() != NOTEBOOK, place.stat(), spec)])
        else:
            problems.append(_missing(spec.path))
            continue
        for one in walked:
            if one.path not in seen:
                seen.add(one.path)
                found.append(one)
    if problems:
        raise ContentError(*problems)
    return found


def _leads_out(place: str, folders: Iterable[str | Path]) -> bool:
    """Tell whether links lead from a place out of all the folders: what lies there was not given to be published."""
    real = os.path.realpath(place)
    return not any(real.startswith(os.path.join(os.path.realpath(folder), "")) for folder in folders)


def _found(path: str, folder: str, log: bool, status: os.stat_result, spec: SourceSpec) -> Found:  # noqa: FBT001
    return Found(path=path, folder=folder, log=log, stamp=stamp_of(status), options=spec.options)


def find_named(root: Path, names: Iterable[str]) -> Iterator[str]:
    """Return every file below the journal's folder that has one of the names, as its path relative to the folder."""
    wanted = frozenset(names)
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
                if not child.name.startswith(".") and child.name not in SKIPPED_FOLDERS - {"static"}:
                    pending.append((child.path, f"{prefix}{child.name}/"))
            elif child.name in wanted and _is_file(child):
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
            names = sorted(child.name for child in listing if child.name[0] != "." and _is_file(child))
            found.update(f"{folder}/{name}" if folder else name for name in names[:_MOST_BESIDE] if _is_text(name))
    return found


def _missing(path: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="source-missing",
        message=f"the source '{path}' does not exist",
        location=Location(path="site.yaml"),
        hint="name a folder of entries or a log under 'sources', relative to site.yaml",
    )


def _unreadable(path: str, reason: str, hint: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="source-unreadable",
        message=f"cannot be read: {reason}",
        location=Location(path=path.encode("utf-8", "backslashreplace").decode()),
        hint=hint,
    )


def _walk(
    root: Path, place: Path, spec: SourceSpec, closed: frozenset[str], problems: list[Diagnostic]
) -> Iterator[Found]:
    folder = os.path.relpath(place, root).replace(os.sep, "/")
    ignored = _Ignored(root)
    pending = [(str(place), "" if folder == "." else f"{folder}/")]
    while pending:
        here, prefix = pending.pop()
        if os.path.realpath(here) in closed:
            continue
        ignored.enter(here, prefix)
        try:
            with os.scandir(here) as listing:
                children = sorted(listing, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            problems.append(_unreadable(prefix or ".", why(error), "check that you may read the folder"))
            continue
        folders = []
        for child in children:
            path = prefix + child.name
            is_folder = _is_folder(child)
            if is_folder:
                wanted = _open_folder(child) and not ignored(path + "/")
            else:
                wanted = _is_source(child.name) and _is_file(child) and not ignored(path)
            if not wanted:
                continue
            if not _is_text(child.name):
                problems.append(_unreadable(path, "its name is not UTF-8", "rename it"))
            elif child.is_symlink() and _leads_out(child.path, (root, place)):
                problems.append(_unreadable(path, LEADS_OUT, "put the file itself there"))
            elif is_folder:
                folders.append((child.path, path + "/"))
            else:
                yield _found(path, folder, _may_be_log(child.name), child.stat(), spec)
        pending.extend(reversed(folders))


def _is_folder(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_file(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_file()
    except OSError:  # as above
        return False


def _is_text(name: str) -> bool:
    """Tell whether a name's bytes are UTF-8; Python stands surrogates for those that are not."""
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _open_folder(child: os.DirEntry[str]) -> bool:
    name = child.name
    if name.startswith(".") or (name.startswith("_") and name != "_posts"):
        return False
    if name in SKIPPED_FOLDERS or child.is_symlink():
        return False
    return not os.path.exists(os.path.join(child.path, "pyvenv.cfg"))


def _is_source(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    if suffix.lower() not in TEXTS and suffix != NOTEBOOK:
        return False
    if name.startswith(("_", ".")):
        return stem.lower() == "_index"
    return stem.lower() not in NO_ENTRIES


def _may_be_log(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    return stem.lower() in FOLDER_FILES and suffix.lower() in TEXTS


class _Ignored:
    """What git ignores, by the .gitignore files from the journal's folder down."""

    def __init__(self, root: Path) -> None:
        self._specs: list[tuple[str, GitIgnoreSpec]] = []
        self._seen: set[str] = set()
        self.enter(str(root), "")

    def enter(self, folder: str, prefix: str) -> None:
        """Take in a folder's own .gitignore."""
        if prefix in self._seen:
            return
        self._seen.add(prefix)
        try:
            with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
        except OSError:
            return
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only for journals that ignore something

        self._specs.append((prefix, GitIgnoreSpec.from_lines(lines)))

    def __call__(self, path: str) -> bool:
        return any(spec.match_file(path[len(prefix) :]) for prefix, spec in self._specs if path.startswith(prefix))


def read_source(root: Path, found: Found, history: tuple[tuple[int, str], ...] = ()) -> Source:
    """Return a source with its text. Raises ContentError where it is not UTF-8 or cannot be read."""
    return decode_source(read_bytes(root, found.path), found, history)


def read_bytes(root: Path, path: str) -> bytes:
    """Return a file's bytes. Raises ContentError where it cannot be read."""
    try:
        with open(root / path, "rb") as file:
            return file.read()
    except OSError as error:
        hint = "check that the file exists and that you may read it"
        raise ContentError(_unreadable(path, why(error), hint)) from None


def decode_source(raw: bytes, found: Found, history: tuple[tuple[int, str], ...] = ()) -> Source:
    """Return a source from its bytes. Raises ContentError, with the byte's place, where they are not UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(_not_utf8(raw, error, found.path)) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(path=found.path, folder=found.folder, text=text, log=found.log, history=history)


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Diagnostic:
    before = raw[: error.start]
    line_start = before.rfind(b"\n") + 1
    line_end = raw.find(b"\n", error.start)
    line = raw[line_start : line_end if line_end >= 0 else len(raw)]
    hint = "save the file as UTF-8"
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint = "it begins like UTF-16: save it as UTF-8"
    return Diagnostic(
        severity="error",
        code="not-utf-8",
        message=f"not UTF-8: byte 0x{raw[error.start]:02x} at offset {error.start}",
        location=Location(
            path=path,
            line=before.count(b"\n") + 1,
            column=len(raw[line_start : error.start].decode("utf-8", "replace")) + 1,
        ),
        hint=hint,
        excerpt=line.decode("utf-8", "replace").rstrip("\r"),
    )


def digest_of(data: bytes) -> str:
    """Return the digest by which contents are known: 128 bits of BLAKE2b, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def scan_asset(
    root: Path, path: str, *, folders: Iterable[str] = (), measured: bool = True
) -> tuple[Asset, Stamp] | None:
    """Return what the disk has at a path that a text refers to, or None; pictures are measured unless told not to.

    A link may lead into the journal's folder and into the sources' `folders`, which may be links themselves.
    """
    place = os.path.join(root, path)
    try:
        status = os.stat(place)
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(status.st_mode):
        return Asset(path=path, kind="folder"), Stamp(size=0, mtime=0, ctime=0, inode=status.st_ino)
    if not stat.S_ISREG(status.st_mode):  # a pipe or a device: reading it may never end
        return None
    if _leads_out(place, (root, *(os.path.join(root, folder) for folder in folders))):
        return Asset(path=path, problem=LEADS_OUT), stamp_of(status)
    try:
        with open(place, "rb") as file:
            raw = file.read()
    except OSError as error:
        return Asset(path=path, problem=f"it cannot be read ({why(error)})"), stamp_of(status)
    found = _measure(raw) if measured and is_picture(path) else Measure()
    asset = Asset(
        path=path,
        size=len(raw),
        digest=digest_of(raw),
        width=found.width,
        height=found.height,
        format=found.format,
        problem=found.problem,
    )
    return asset, stamp_of(status)


def _measure(raw: bytes) -> Measure:
    from journal_site.pictures.measure import measure  # noqa: PLC0415 - an unchanged journal measures nothing

    return measure(raw)


PICTURES = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico", ".tif", ".tiff",
})  # fmt: skip


def is_picture(path: str) -> bool:
    """Tell by its name whether a file is a picture that browsers show."""
    return os.path.splitext(path)[1].lower() in PICTURES
