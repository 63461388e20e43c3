"""`SiteTest`: build a journal, change it, build again, and say what was written."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import msgspec

from journal_site.engine.build import build
from journal_site.engine.inputs import OUTPUT, STORE, BuildRequest
from journal_site.model.page import BuildReport
from journal_site.site.output import MARKER

TODAY = dt.date(2026, 3, 10)
SETTINGS = "title: Notes on learning\nurl: https://example.org/notes/\n"


class SiteTest:
    """A journal in a folder of its own, with the site that is built from it."""

    def __init__(self, root: Path, settings: str = SETTINGS) -> None:
        """Begin a journal with these settings and no entries."""
        self.root = root
        self.today = TODAY
        self.drafts = False
        (root / "entries").mkdir(parents=True)
        self.write("site.yaml", settings)
        self._tick = 0

    def write(self, path: str, text: str) -> None:
        """Write one file of the journal."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def remove(self, path: str) -> None:
        """Remove a file or folder of the journal."""
        place = self.root / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()

    def move(self, old: str, new: str) -> None:
        """Move a file within the journal."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)

    def age(self) -> None:
        """Let every file look as if it had been left alone for a while, so that stamps count as settled.

        Only the modification time can be set back, so this is for tests that show that something is *not* read; whether
        the result is right must never hang on it.
        """
        past = 1_700_000_000
        for path in self.root.rglob("*"):
            if path.is_file():
                os.utime(path, (past, past))

    def build(self, *, output: Path | None = None, jobs: int = 1, clean: bool = False) -> BuildReport:
        """Build the site."""
        return build(msgspec.structs.replace(self.request(), output=output, jobs=jobs, clean=clean))

    def request(self) -> BuildRequest:
        """Return what is asked of a build or a preview."""
        return BuildRequest(root=self.root, today=self.today, drafts=self.drafts, jobs=1)

    def site(self) -> dict[str, bytes]:
        """Return the site's files by path."""
        return read_tree(self.root / OUTPUT)

    def clean_site(self, scratch: Path) -> dict[str, bytes]:
        """Return the files of a site that is built from the same journal with nothing kept."""
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.copytree(self.root, scratch, ignore=shutil.ignore_patterns(OUTPUT, STORE))
        build(msgspec.structs.replace(self.request(), root=scratch))
        return read_tree(scratch / OUTPUT)

    def text(self, path: str) -> str:
        """Return one file of the site as text."""
        return (self.root / OUTPUT / path).read_text(encoding="utf-8")


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def assert_same_tree(incremental: dict[str, bytes], clean: dict[str, bytes]) -> None:
    """Fail with the names of the files that differ."""
    assert sorted(incremental.keys() - clean.keys()) == []
    assert sorted(clean.keys() - incremental.keys()) == []
    assert [path for path in clean if incremental[path] != clean[path]] == []
