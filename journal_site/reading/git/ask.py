"""Ask git about the journal's repository: commits, and what each changed. Reads only, and starts nothing but git.

A repository may come from anywhere, so nothing that its configuration names (pagers, filters, signature checks, file
system monitors, promised objects) is started or fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.regular_files import read_text
from journal_site.system_errors import why

if TYPE_CHECKING:
    import re

_SETTINGS = {
    "core.quotePath": "false",
    "core.fsmonitor": "false",
    "diff.noprefix": "false",
    "diff.mnemonicPrefix": "false",
    "diff.relative": "false",
    "diff.interHunkContext": "0",
    "diff.suppressBlankEmpty": "false",
    "diff.orderFile": os.devnull,
    "log.showSignature": "false",
    "log.follow": "false",
    "log.mailmap": "false",
    "i18n.logOutputEncoding": "utf-8",
}
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_HEADER = b"\x01"
_FORMAT = "--format=%x01%H%x00%P%x00%aI%x00%an%x00%ae"
_HUNK = expression(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = expression(rb"\\([0-7]{3}|.)")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_LONGEST_COMMAND = 60_000
"""Characters of paths, beyond which git is asked about all files: command lines are limited."""
_TIMEOUT = 10
"""Seconds for questions that git answers at once, unless something else than a file stands in its folder."""


class GitFailedError(Exception):
    """Git cannot say what it was asked; the text says why."""


class _NoAnswerError(GitFailedError):
    """Git was asked something small and waits for what may never come."""


class GitRepository(NamedTuple):
    """The repository that holds the journal."""

    prefix: str
    """The journal's folder below the repository's top, empty or with a final slash."""
    head: str
    """The id of the commit that is checked out; empty where nothing was committed yet."""
    shallow: bool


class Commit(NamedTuple):
    """One commit."""

    id: str
    parents: tuple[str, ...]
    date: str
    """The author's: the calendar date in the author's own zone."""
    author: tuple[str, str]
    """Name and address."""


class Renamed(NamedTuple):
    """What a commit did with a file: status `A`, `M`, `D` or `R`, and its names before and after."""

    status: str
    old: str
    new: str
    before: str = ""
    """What it held, as git calls that: equal ids are equal contents."""
    after: str = ""


class Hunk(NamedTuple):
    """Lines that a commit put in the place of others."""

    start: int
    """How many lines of the old text stand before it."""
    removed: int
    added: list[str]


class Change(NamedTuple):
    """What a commit changed in one file."""

    old: str
    """The file's name before; empty for a new one."""
    new: str
    """The file's name after; empty for one that was removed."""
    hunks: list[Hunk]


def find_repository(root: Path) -> GitRepository:
    """Return the repository that holds a folder. Raises GitFailedError where there is none."""
    try:
        answer = _run(root, ["rev-parse", "--is-shallow-repository", "--show-prefix"])
    except GitFailedError:
        folder = root.resolve()
        if any((above / ".git").exists() for above in (folder, *folder.parents)):
            raise
        raise GitFailedError("the journal lies in no git repository") from None
    shallow, prefix = (*answer.decode("utf-8", "replace").split("\n"), "")[:2]
    return GitRepository(prefix, _head(root), shallow == "true")


def history_of(root: Path) -> str:
    """Return what tells the history from any other: the commit that is checked out, and those where it is cut off.

    Empty where nothing is committed, or there is no repository, or no git.
    """
    try:
        head = _head(root)
        return " ".join((head, *sorted(boundary(root)))) if head else ""
    except GitFailedError:
        return ""


def _head(root: Path) -> str:
    try:  # a commit, as git then looks at all that its history is read by
        return _run(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).decode("ascii", "replace").strip()
    except _NoAnswerError:
        raise
    except GitFailedError:
        return ""


def boundary(root: Path) -> frozenset[str]:
    """Return the ids of the commits at which a shallow clone's history is cut off."""
    name = _run(root, ["rev-parse", "--git-path", "shallow"]).decode("utf-8", "surrogateescape").rstrip("\n")
    try:
        return frozenset(read_text(root / name).split())
    except OSError:
        return frozenset()


def list_changes(root: Path, folder: str) -> Iterator[tuple[Commit, list[Renamed]]]:
    """Yield the commits that touched a folder (empty: the repository), newest first, with the files touched."""
    where = ["--", f":(top,literal){folder}"] if folder else ["--"]
    words = ["log", "--topo-order", "-z", "-c", "-M", "--raw", "--no-abbrev", "--no-ext-diff", _FORMAT, "HEAD", *where]
    fields = iter(_run(root, words, timeout=None).split(b"\0"))
    commit: Commit | None = None
    touched: list[Renamed] = []
    for field in fields:
        word = field.lstrip(b"\n")
        if word.startswith(_HEADER):
            if commit is not None:
                yield commit, touched
            commit, touched = _commit([word, *(next(fields, b"") for _ in range(4))]), []
        elif word:
            *ids, said = word.decode("ascii", "replace").split(" ")
            status = said[-1:] if said.isalpha() else said[:1]
            name = _name(next(fields, b""))
            new = _name(next(fields, b"")) if status in "RC" else name
            touched.append(Renamed(status, name, new, ids[len(ids) // 2], ids[-1]))
    if commit is not None:
        yield commit, touched


def list_patches(root: Path, names: Sequence[str], *, chain: bool) -> Iterator[tuple[Commit, list[Change]]]:
    """Yield the commits that changed one of the files, oldest first, with what they changed.

    With `chain` along first parents, merges as one change; else all commits but merges, wherever they stand.
    """
    words = ["log", "--reverse", "--topo-order", "-p", "-U0", "-M", "-a"]
    words += ["--no-ext-diff", "--no-textconv", "--no-color"]
    words += ["--first-parent", "-m"] if chain else ["--no-merges", "--full-history"]
    few = sum(map(len, names)) < _LONGEST_COMMAND
    words += ["--src-prefix=a/", "--dst-prefix=b/", _FORMAT, "HEAD", "--"]
    words += [f":(top,literal){name}" for name in names] if few else []
    commit: Commit | None = None
    patch: list[bytes] = []
    for line in _lines(root, words):
        if line.startswith(_HEADER):
            if commit is not None:
                yield commit, read_patch(patch)
            commit, patch = _commit(line.split(b"\0")), []
        else:
            patch.append(line)
    if commit is not None:
        yield commit, read_patch(patch)


def read_patch(lines: Sequence[bytes]) -> list[Change]:
    """Return what a patch without context says of each file."""
    changes: list[Change] = []
    rest = iter(lines)
    for line in rest:
        if line.startswith(b"diff --git "):
            changes.append(Change("", "", []))
        elif changes and line.startswith((b"--- ", b"rename from ")):
            changes[-1] = changes[-1]._replace(old=_patch_name(line, b"a/"))
        elif changes and line.startswith((b"+++ ", b"rename to ")):
            changes[-1] = changes[-1]._replace(new=_patch_name(line, b"b/"))
        elif changes and (match := _HUNK.match(line)):
            changes[-1].hunks.append(_hunk(match, rest))
    return changes


def _hunk(match: re.Match[bytes], rest: Iterator[bytes]) -> Hunk:
    removed, added = (1 if group is None else int(group) for group in match.group(2, 4))
    found: list[str] = []
    left = removed
    while left or len(found) < added:
        line = next(rest, b"")
        if line[:1] == b"-":
            left -= 1
        elif line[:1] == b"+":
            found.append(line[1:].decode("utf-8", "replace").rstrip("\r"))
        elif not line.startswith(b"\\"):  # "\ No newline at end of file" counts as no line
            break
    return Hunk(int(match[1]) - (removed > 0), removed, found)


def _patch_name(line: bytes, prefix: bytes) -> str:
    """Return the name in a header line of a patch; empty for /dev/null."""
    name = line.split(b" ", 2)[2] if line.startswith(b"rename ") else line[4:].removesuffix(b"\t")
    if name.startswith(b'"') and name.endswith(b'"'):
        name = _ESCAPE.sub(_unescape, name[1:-1])
    if line.startswith(b"rename "):
        return _name(name)
    return "" if name == b"/dev/null" else _name(name.removeprefix(prefix))


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 0xFF]) if len(code) == 3 else _ESCAPES.get(code, code)  # noqa: PLR2004 - octal digits


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _commit(fields: Sequence[bytes]) -> Commit:
    texts = [field.decode("utf-8", "replace") for field in fields]
    return Commit(texts[0].lstrip("\x01"), tuple(texts[1].split()), texts[2][:10], (texts[3], texts[4]))


def _command(root: Path, words: Sequence[str]) -> list[str]:
    settings = [word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}")]
    return ["git", "-C", str(root), "--no-pager", *settings, *words]


def _run(root: Path, words: Sequence[str], *, timeout: float | None = _TIMEOUT) -> bytes:
    """Return what git prints. Raises GitFailedError with what it says against it; a whole history takes its time."""
    try:
        done = subprocess.run(
            _command(root, words),
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | _ENVIRONMENT,
            timeout=timeout,
        )
    except OSError as error:
        raise GitFailedError(f"git cannot be started: {why(error)}") from None
    except subprocess.TimeoutExpired:
        raise _NoAnswerError("git does not answer: something in its folder may be a pipe") from None
    if done.returncode:
        raise GitFailedError(_complaint(done.stderr))
    return done.stdout


def _lines(root: Path, words: Sequence[str]) -> Iterator[bytes]:
    """Yield the lines that git prints, as it prints them. Raises GitFailedError like `_run`."""
    try:
        process = subprocess.Popen(
            _command(root, words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ENVIRONMENT,
        )
    except OSError as error:
        raise GitFailedError(f"git cannot be started: {why(error)}") from None
    with process:
        assert process.stdout is not None  # noqa: S101 - it is piped
        for line in process.stdout:
            yield line[:-1] if line.endswith(b"\n") else line
    if process.returncode:
        raise GitFailedError(f"git log ended with status {process.returncode}")


def _complaint(stderr: bytes) -> str:
    """Return the first line of what git complains of, in its own words: they name the command that helps."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return f"git says: {lines[0].removeprefix('fatal: ')}" if lines else "git ended without a word"
