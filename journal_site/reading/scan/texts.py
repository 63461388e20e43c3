"""Bring in the text of a source that was found, or say why it cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.model.source import Found, Source, Stamp
from journal_site.regular_files import read_still
from journal_site.system_errors import why

if TYPE_CHECKING:
    import os


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file that was looked at."""
    return Stamp(size=status.st_size, mtime=status.st_mtime_ns, ctime=status.st_ctime_ns, inode=status.st_ino)


def digest_of(data: bytes) -> str:
    """Return the digest by which contents are known: 128 bits of BLAKE2b, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def read_source(root: Path, found: Found, history: tuple[tuple[int, str], ...] = ()) -> Source:
    """Return a source with its text. Raises ContentError where it is not UTF-8 or cannot be read."""
    return decode_source(read_bytes(root, found.path), found, history)


def read_bytes(root: Path, path: str) -> bytes:
    """Return a file's bytes. Raises ContentError where it cannot be read."""
    return read_stamped(root, path)[0]


def read_stamped(root: Path, path: str) -> tuple[bytes, Stamp]:
    """Return a file's bytes with the stamp that it had while they were read. Raises ContentError as above."""
    try:
        raw, status = read_still(root / path)
    except OSError as error:
        hint = "check that the file exists and that you may read it"
        raise ContentError(unreadable(path, why(error), hint)) from None
    return raw, stamp_of(status)


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


def unreadable(path: str, reason: str, hint: str) -> Diagnostic:
    """Return the problem of a file or folder that cannot be read."""
    return Diagnostic(
        severity="error",
        code="source-unreadable",
        message=f"cannot be read: {reason}",
        location=Location(path=path.encode("utf-8", "backslashreplace").decode()),
        hint=hint,
    )


def as_warning(problem: Diagnostic) -> Diagnostic:
    """Return a problem without which all else goes on."""
    return replace(problem, severity="warning", hint=f"{problem.hint}; it is left out until then")


def unreadable_source(found: Found, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return why a source cannot be read, as warnings where all else goes on without it: it was not named itself."""
    return tuple(problems) if found.path == found.folder else tuple(map(as_warning, problems))
