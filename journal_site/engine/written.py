"""The site's files as the last build left them: which of them are still so."""

from __future__ import annotations

import time
from collections.abc import Iterable

import msgspec

from journal_site.engine.keys import digest_of
from journal_site.model.base import Value
from journal_site.model.source import Stamp
from journal_site.site.output import SiteFolder


class Written(Value, frozen=True, kw_only=True, gc=False):
    """One file of the site as it was left."""

    path: str
    key: bytes
    """Digest of all that it was made from."""
    digest: bytes
    """Digest of its content."""
    stamp: Stamp
    settled: bool


def intact(files: Iterable[Written], output: SiteFolder) -> dict[str, Written]:
    """Return those files that hold what they were left with, by path, with the stamps that they have now.

    A file with another stamp, as one that a cache brought back has, is read to see it.
    """
    now = time.time_ns()
    found: dict[str, Written] = {}
    for file in files:
        stamp = output.stamp(file.path)
        if stamp is None or stamp.size != file.stamp.size:
            continue
        if file.settled and stamp == file.stamp:
            found[file.path] = file
        elif (content := output.read(file.path)) is not None and digest_of(content) == file.digest:
            found[file.path] = msgspec.structs.replace(file, stamp=stamp, settled=stamp.settled(now))
    return found
