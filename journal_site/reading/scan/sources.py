"""Bring in what the disk says: which files are sources, their texts, and the files that texts refer to.

The only module of this wing that reads the disk (git history apart, which is `git`'s). It decides which files count,
and never what they say.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.characters import unfit_name
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.model.outline import Omission
from journal_site.model.source import Asset, Found, Source, Stamp
from journal_site.pictures.kinds import Measure
from journal_site.reading.scan.gitignore import Ignored
from journal_site.reading.scan.tool_folders import OTHERS, why_no_texts
from journal_site.regular_files import LEADS_OUT, leads_out, open_file, read_file
from journal_site.system_errors import why

if TYPE_CHECKING:
    from journal_site.config import SourceSpec
    from journal_site.model.source import Markup
    from journal_site.reading.scan.cascade import Passed

TEXTS = frozenset({".md", ".markdown", ".mdx"})
NOTEBOOK = ".ipynb"
SITE_MARKER = ".journal-site"
"""Stands in every folder that a site was written to: what lies there is no source."""
ANYWHERE = "**/"
"""Begins a path that stands for every file of a name."""
FOLDER_FILES = frozenset({"readme", "index", "_index"})
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


class Scanned(NamedTuple):
    """What the sources' folders hold."""

    found: list[Found]
    left_out: list[Omission]
    """What is nobody's text, with its reason."""
    diagnostics: list[Diagnostic]
    """What could not be looked at: warnings, as all else goes on without it."""
    passed: list[tuple[str, Passed]]
    """What files say for all in their folder, with its path."""


def scan_sources(root: Path, specs: Iterable[SourceSpec], excluded: Iterable[Path]) -> Scanned:
    """Return the sources that site.yaml names, in its order and within a folder in natural order.

    `excluded` are folders that never hold sources (the site's output, the store). Raises ContentError where a source
    that is named itself does not exist or is a folder that cannot be read.
    """
    closed = frozenset(os.path.realpath(path) for path in excluded)
    seen: set[str] = set()
    scanned = Scanned([], [], [], [])
    for spec in specs:
        place = root / spec.path
        if place.is_dir():
            walked = _walk(root, place, spec, closed, scanned)
        elif place.is_file():
            path = os.path.relpath(place, root).replace(os.sep, "/")
            walked = iter([_found(path, path, place.suffix.lower() != NOTEBOOK, place.stat(), spec)])
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
                if child.name[0] != "." and child.name not in SKIPPED_FOLDERS - {"static"} and _is_text(child.name):
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


def unreadable_files(found: Iterable[Found], assets: Iterable[Asset]) -> list[Diagnostic]:
    """Return which of the sources that are no texts could not be read when they were looked at as files."""
    problems = {asset.path: asset.problem for asset in assets if not asset.digest}
    hint = "check that the file exists and that you may read it"
    return [
        told
        for one in found
        if problems and one.path in problems
        for told in without(one, [replace(_unreadable(one.path, "", hint), message=problems[one.path])])
    ]


def _missing(path: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="source-missing",
        message=f"the source '{path}' does not exist",
        location=Location(path=CONFIG_FILE),
        hint="name a folder of entries or a log under 'sources', relative to site.yaml",
    )


def without(found: Found, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return why a source cannot be read, as warnings where all else goes on without it: it was not named itself."""
    return tuple(problems) if found.path == found.folder else tuple(map(_left_out, problems))


def _left_out(problem: Diagnostic) -> Diagnostic:
    return replace(problem, severity="warning", hint=f"{problem.hint}; it is left out until then")


def _unreadable(path: str, reason: str, hint: str) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="source-unreadable",
        message=f"cannot be read: {reason}",
        location=Location(path=path.encode("utf-8", "backslashreplace").decode()),
        hint=hint,
    )


def _walk(root: Path, place: Path, spec: SourceSpec, closed: frozenset[str], scanned: Scanned) -> Iterator[Found]:
    for one in _walk_all(root, place, spec, closed, scanned):
        reason = next((said.reason for prefix, said in scanned.passed if _is_below(one.path, prefix, said)), "")
        yield replace(one, options=replace(one.options, withheld=reason)) if reason else one


def _is_below(path: str, prefix: str, said: Passed) -> bool:
    return path.startswith(prefix) and said.holds(path)


def _passed_on(children: Iterable[os.DirEntry[str]], prefix: str) -> Iterator[tuple[str, Passed]]:
    """Give what files say for all in their folder."""
    for child in children:
        if child.name.lower() in INDEX_FILES and _is_file(child):
            with contextlib.suppress(OSError), open_file(child.path) as file:
                head = file.read(_LONGEST_HEAD).decode("utf-8-sig", "replace").replace("\r\n", "\n")
                if "cascade" in head or "headless" in head:
                    from journal_site.reading.scan.cascade import passed_on  # noqa: PLC0415 - only Hugo's say such things

                    yield from ((prefix, one) for one in passed_on(child.name, head))


def _walk_all(root: Path, place: Path, spec: SourceSpec, closed: frozenset[str], scanned: Scanned) -> Iterator[Found]:
    folder = os.path.relpath(place, root).replace(os.sep, "/")
    ignored = Ignored(root, folder)
    first = "" if folder == "." else f"{folder}/"
    pending = [(str(place), first)]
    while pending:
        here, prefix = pending.pop()
        if os.path.realpath(here) in closed:
            continue
        ignored.enter(here, prefix)
        try:
            with os.scandir(here) as listing:
                children = sorted(listing, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            problem = _unreadable(prefix or ".", why(error), "check that you may read the folder")
            scanned.diagnostics.append(problem if prefix == first else _left_out(problem))
            continue
        folders = []
        scanned.passed.extend(_passed_on(children, prefix))
        for child in children:
            path = prefix + child.name
            if not _is_folder(child):
                if (
                    _is_source(child.name)
                    and not ignored(path)
                    and (status := _status(child, path, root, place, scanned))
                ):
                    yield _found(path, folder, _may_be_log(child.name), status, spec)
            elif reason := _why_closed(child, path, here, children):
                if not ignored(path + "/") and os.path.realpath(child.path) not in closed:
                    scanned.left_out.append(_omitted(path, reason))
            elif _open_folder(child) and not ignored(path + "/") and _may_be_entered(child, path, root, place, scanned):
                folders.append((child.path, path + "/"))
        pending.extend(reversed(folders))


def _status(child: os.DirEntry[str], path: str, root: Path, place: Path, scanned: Scanned) -> os.stat_result | None:
    """Return what the disk says of a file that is to be read; where it cannot be, that is told, and None."""
    problem = _unusable(child, path, root, place)
    if problem is None and not _is_file(child):
        problem = _unreadable(path, "it is a pipe, a device, or a link that leads nowhere", "put a file there")
    if problem is None:
        try:
            return child.stat()
        except OSError as error:
            problem = _unreadable(path, why(error), "check that you may read the folder around it")
    scanned.diagnostics.append(_left_out(problem))
    return None


def _may_be_entered(child: os.DirEntry[str], path: str, root: Path, place: Path, scanned: Scanned) -> bool:
    """Tell whether a folder is to be walked; where it would be and cannot, that is told. No link to one is followed."""
    problem = _unusable(child, path, root, place)
    if problem is not None:
        scanned.diagnostics.append(_left_out(problem))
        return False
    if not child.is_symlink():
        return True
    if not _is_walked(child.path, place):
        scanned.left_out.append(_omitted(path, "a link to a folder: name the folder itself under 'sources'"))
    return False


def _unusable(child: os.DirEntry[str], path: str, root: Path, place: Path) -> Diagnostic | None:
    if not _is_text(child.name):
        return _unreadable(path, unfit_name(child.name), "rename it")
    if child.is_symlink() and leads_out(child.path, (root, place)):
        return _unreadable(path, LEADS_OUT, "put the file itself there")
    return None


def _omitted(path: str, reason: str) -> Omission:
    return Omission(path=f"{path}/", line=0, text="", reason=reason)


def _why_closed(child: os.DirEntry[str], path: str, here: str, children: Iterable[os.DirEntry[str]]) -> str:
    """Return whose folder it is, or what of its name keeps texts in it from being read; never of a site of ours."""
    why = why_no_texts(here, child.name, [other.name for other in children]) if child.name in OTHERS else ""
    if why:
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


def _is_file(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_file()
    except OSError:  # as above
        return False


def _is_text(name: str) -> bool:
    """Tell whether a name can stand in messages, pages and lists of files."""
    return name.isprintable() or not unfit_name(name)


def _open_folder(child: os.DirEntry[str]) -> bool:
    return not _is_passed_over(child.name) and not os.path.exists(os.path.join(child.path, "pyvenv.cfg"))


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or (name.startswith("_") and name != "_posts") or name in SKIPPED_FOLDERS


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


def read_source(root: Path, found: Found, history: tuple[tuple[int, str], ...] = ()) -> Source:
    """Return a source with its text. Raises ContentError where it is not UTF-8 or cannot be read."""
    return decode_source(read_bytes(root, found.path), found, history)


def read_bytes(root: Path, path: str) -> bytes:
    """Return a file's bytes. Raises ContentError where it cannot be read."""
    try:
        return read_file(root / path)
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
        raw = read_file(place)
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
        private=os.path.splitext(path)[1].lower() in TEXTS and _is_private(path, raw),
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


PICTURES = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico", ".tif", ".tiff",
})  # fmt: skip


def is_picture(path: str) -> bool:
    """Tell by its name whether a file is a picture that browsers show."""
    return os.path.splitext(path)[1].lower() in PICTURES
