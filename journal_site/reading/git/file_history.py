"""Which commit first had each file, under whatever name: files are followed through all that moved them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journal_site.file_kinds import FOLDER_FILES
from journal_site.reading.git.ask import Commit, Renamed


class TracedFile(NamedTuple):
    """What is known of a file."""

    names: frozenset[str]
    """All names that it ever had."""
    added: Commit | None


def trace_files(changes: Iterable[tuple[Commit, list[Renamed]]], paths: Iterable[str]) -> dict[str, TracedFile]:
    """Follow files back through their names, from the newest commit to the oldest."""
    files = {path: TracedFile(frozenset([path]), None) for path in paths}
    now = {path: path for path in files}
    gone = _Gone()
    for commit, touched in changes:
        for one in _with_moves(touched):
            path = now.get(one.new)
            if path is None:
                continue
            if one.status == "A":
                files[path] = files[path]._replace(added=commit)
                if twin := gone.twin_of(one):
                    now.setdefault(twin, path)
            elif one.status in "RC":
                files[path] = files[path]._replace(names=files[path].names | {one.old})
                known = now.get(one.old)
                if known is None or (known == one.old and files[known].added is not None):
                    now[one.old] = path  # what has that name now was begun after the other had left it
        for one in touched:
            gone.pass_over(one)
    return files


class _Gone:
    """Files that later commits deleted, with what they held at the commit that is looked at.

    Some move a file in two steps: they put a copy elsewhere, and delete the first one in another commit.
    """

    def __init__(self) -> None:
        self._blobs: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}

    def twin_of(self, added: Renamed) -> str:
        """Return the name of a file of the same name and contents, or nothing."""
        return next(
            (
                name
                for name in self._names.get(added.after, ())
                if self._blobs.get(name) == added.after and _basename(name) == _basename(added.new)
            ),
            "",
        )

    def pass_over(self, one: Renamed) -> None:
        """Take in what a commit did, so that what is known is as it was before."""
        if one.status == "D" or one.new in self._blobs:
            self._blobs.pop(one.new, None)
            if one.status != "A":
                self._blobs[one.old] = one.before
                self._names.setdefault(one.before, []).append(one.old)


def _with_moves(touched: Sequence[Renamed]) -> Sequence[Renamed]:
    """Return what a commit did, with files as moved that left one folder and came into another under the same name.

    Git itself sees no move where more than half of a file's lines changed, or where there are very many.
    """
    gone = Counter(_basename(one.old) for one in touched if one.status == "D")
    come = Counter(_basename(one.new) for one in touched if one.status == "A")
    moved = {name for name in gone if gone[name] == come[name] == 1 and _stem(name) not in FOLDER_FILES}
    if not moved:
        return touched
    old = {_basename(one.old): one.old for one in touched if one.status == "D"}
    return [
        one._replace(status="R", old=old[_basename(one.new)])
        if one.status == "A" and _basename(one.new) in moved
        else one
        for one in touched
    ]


def _basename(path: str) -> str:
    return path.rpartition("/")[2]


def _stem(name: str) -> str:
    return name.partition(".")[0].lower()
