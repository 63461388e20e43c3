"""git's plumbing, by which a site becomes a commit: no branch, index or file of the user's is touched.

What is written are objects that nothing refers to until they are pushed. Whoever ends between two steps leaves the
repository as it was.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from journal_site.system_errors import why

_ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
_SOMEBODY = "journal"
_FILE = "100644"


class GitRefusedError(Exception):
    """git did not do what it was asked to; the text is its last words."""


class Changes(NamedTuple):
    """How many files differ between two trees."""

    added: int
    changed: int
    removed: int


class Plumbing:
    """git, in one repository."""

    def __init__(self, folder: Path, more: Mapping[str, str]) -> None:
        """Use the repository that holds a folder, with more variables of the environment."""
        self._folder = folder
        self._environment = {**os.environ, **_ENVIRONMENT, **more}

    def run(self, *words: str, given: str | bytes = b"", **variables: str) -> str:
        """Return what git prints, without its last line end. Raises GitRefusedError."""
        raw = given if isinstance(given, bytes) else given.encode("utf-8", "surrogateescape")
        try:
            done = subprocess.run(
                ["git", "-C", str(self._folder), *words],
                input=raw,
                capture_output=True,
                check=False,
                env={**self._environment, **variables},
            )
        except OSError as error:
            raise GitRefusedError(f"git cannot be started: {why(error)}") from None
        if done.returncode:
            raise GitRefusedError(_last_words(done.stderr or done.stdout))
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")

    def ask(self, *words: str) -> str:
        """Return what git prints, or nothing where it refuses."""
        try:
            return self.run(*words)
        except GitRefusedError:
            return ""

    def remote_commit(self, remote: str, branch: str) -> str:
        """Return the commit that a remote's branch is at, whose objects are then here; nothing where it has none."""
        told = self.run("ls-remote", "--heads", remote, f"refs/heads/{branch}")
        commit = told.partition("\t")[0]
        if commit and not self.ask("rev-parse", "--verify", "--quiet", f"{commit}^{{tree}}"):
            self.run(
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", remote, f"refs/heads/{branch}"
            )
        return commit

    def write_tree(self, folder: Path, paths: Sequence[str], kept: Iterable[tuple[str, str]]) -> str:
        """Return the tree of files below a folder, as their bytes are, and of `kept` blobs (path, object)."""
        named = "".join(f"{folder.resolve() / path}\n" for path in paths)
        blobs = self.run("hash-object", "-w", "--no-filters", "--stdin-paths", given=named).split()
        rows = [*zip(paths, blobs, strict=True), *kept]
        given = "".join(f"{_FILE} {blob}\t{path}\0" for path, blob in rows)
        with tempfile.TemporaryDirectory(prefix="journal-") as aside:
            index = {"GIT_INDEX_FILE": os.path.join(aside, "index")}  # noqa: PTH118 - a text
            self.run("update-index", "-z", "--index-info", given=given, **index)
            return self.run("write-tree", **index)

    def commit(self, tree: str, parents: Sequence[str], message: str) -> str:
        """Return a new commit of a tree; where git does not know its user, it is journal's."""
        named = [word for parent in parents for word in ("-p", parent)]
        identity = {} if self.ask("var", "GIT_COMMITTER_IDENT") and self.ask("var", "GIT_AUTHOR_IDENT") else _nobody()
        return self.run("commit-tree", tree, *named, given=message, **identity)

    def changes(self, old: str, new: str) -> Changes:
        """Return how the files of two trees differ; `old` may be empty."""
        first = old or self.run("mktree")
        told = self.run("diff-tree", "-r", "--no-renames", "--name-status", first, new).splitlines()
        signs = [line[:1] for line in told]
        return Changes(signs.count("A"), sum(sign not in {"A", "D"} for sign in signs), signs.count("D"))


@contextmanager
def plumbing(folder: Path, *, dry: bool) -> Iterator[Plumbing]:
    """Give git in the repository that holds a folder; `dry` keeps what it writes out of it."""
    git = Plumbing(folder, {})
    if not dry:
        yield git
        return
    objects = git.run("rev-parse", "--path-format=absolute", "--git-path", "objects")
    with tempfile.TemporaryDirectory(prefix="journal-") as aside:
        yield Plumbing(folder, {"GIT_OBJECT_DIRECTORY": aside, "GIT_ALTERNATE_OBJECT_DIRECTORIES": objects})


def _nobody() -> dict[str, str]:
    return {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", _SOMEBODY), ("EMAIL", f"{_SOMEBODY}@localhost"))
    }


def _last_words(said: bytes) -> str:
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "!", "remote:"))]
    return (telling or lines or ["it gave no reason"])[0].removeprefix("fatal: ").removeprefix("error: ")
