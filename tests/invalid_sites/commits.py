"""A repository from a journal's earlier texts: each `history/DATE.md` is LOG.md as it was committed then."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


@contextmanager
def committed(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Commit the journal's texts at their dates; LOG.md then is as it was committed last."""
    _commit_all(journal, monkeypatch)
    yield []


@contextmanager
def shallow(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let the journal be a clone without its first commits."""
    _commit_all(journal, monkeypatch)
    origin = journal.parent / "origin"
    shutil.copytree(journal / ".git", origin)
    shutil.rmtree(journal / ".git")
    clone = journal.parent / "clone"
    _git(journal, "clone", "-q", "--bare", "--depth", "1", f"file://{origin}", str(clone))
    _git(clone, "config", "core.bare", "false")
    clone.rename(journal / ".git")
    yield []


def _commit_all(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _git(journal, "init", "-q", "-b", "main")
    for text in sorted((journal / "history").iterdir()):
        (journal / "LOG.md").write_bytes(text.read_bytes())
        _git(journal, "add", "LOG.md")
        when = f"{text.stem}T12:00:00+0000"
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_NAME", "A. Baker")
            monkeypatch.setenv(f"GIT_{who}_EMAIL", "baker@example.org")
            monkeypatch.setenv(f"GIT_{who}_DATE", when)
        _git(journal, "commit", "-qm", text.stem)


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)
