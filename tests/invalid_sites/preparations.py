"""What must be so around a case's command and cannot lie in its folder: a port in use, a file that is refused.

Each prepares the world and gives the words that the command needs besides its own.
"""

from __future__ import annotations

import errno
import os
import socket
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PIL import Image

from journal_site.cli import run
from journal_site.engine import build, records, still, workers
from journal_site.reading.code import script
from journal_site.regular_files import read_file
from journal_site.site.store import FILE
from tests.invalid_sites.commits import committed, shallow

Preparation = Callable[[Path, pytest.MonkeyPatch], AbstractContextManager[list[str]]]


@contextmanager
def _nothing(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    del journal, monkeypatch
    yield []


@contextmanager
def _refused_file(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Refuse every reader of `refused.*` once it has been seen: a test that runs as root cannot take rights away."""
    del journal
    opened = os.open

    def refuse(file: Any, *arguments: Any, **options: Any) -> int:  # noqa: ANN401 - as `open` has it
        if "refused." in str(file):
            raise PermissionError(errno.EACCES, "in the system's words")
        return opened(file, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    yield []


@contextmanager
def _light_limit(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let a small site be heavy."""
    del journal
    monkeypatch.setattr(build, "HEAVY_SITE", 1000)
    yield []


@contextmanager
def _heavy_files(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let a picture and a notebook weigh what no repository should."""
    del monkeypatch
    notebook = journal / "entries" / "lab.ipynb"
    notebook.write_text(notebook.read_text(encoding="utf-8") + " " * 12_000_000, encoding="utf-8")
    image = Image.new("RGB", (1, 1))
    image.save(journal / "entries" / "oven.png")
    with (journal / "entries" / "oven.png").open("ab") as file:
        file.write(b"\0" * 23_400_000)
    yield []


@contextmanager
def _gone_while_copying(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let an image vanish between the look at it and its copy."""
    del journal

    def gone(path: Path) -> bytes:
        if path.name == "loaf.gif":
            raise FileNotFoundError(errno.ENOENT, "in the system's words")
        return read_file(path)

    monkeypatch.setattr(still, "read_file", gone)
    yield []


@contextmanager
def _odd_epoch(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    del journal
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    yield []


@contextmanager
def _log_elsewhere(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    del monkeypatch
    (journal.parent / "LOG.md").write_text("# Bread\n", encoding="utf-8")
    yield []


@contextmanager
def _links_that_lead_out(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Link to a file and a folder beside the journal's: a repository cannot hold such links everywhere."""
    del monkeypatch
    (journal.parent / "private").mkdir()
    (journal.parent / "private/notes.txt").write_text("Nobody's business.\n", encoding="utf-8")
    for place, target in (("static/notes.txt", "notes.txt"), ("static/more", ""), ("templates/home.html", "notes.txt")):
        (journal / place).parent.mkdir(exist_ok=True)
        (journal / place).symlink_to(f"../../private/{target}")
    yield []


@contextmanager
def _no_temml(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Look for what npm brings where nothing is."""
    monkeypatch.setattr("importlib.resources.files", lambda _: journal)
    script._load.cache_clear()
    yield []
    script._load.cache_clear()


@contextmanager
def _foreign_page(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Build, put a file of one's own where the next entry's page will be, and write that entry."""
    del monkeypatch
    assert run(["build", "-q", "-j", "1", "--today", "2026-03-10"]) == 0
    page = journal / "_site" / "entries" / "2026-03-02" / "index.html"
    page.parent.mkdir()
    page.write_text("Mine.\n", encoding="utf-8")
    (journal / "entries" / "2026-03-02.md").write_text("# Wheat\n", encoding="utf-8")
    yield []


@contextmanager
def _damaged_store(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    del monkeypatch
    (journal / ".journal").mkdir()
    (journal / ".journal" / FILE).write_bytes(b"no database" * 100)
    yield []


@contextmanager
def _dying_workers(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Read in two processes, however little there is to read, and end each at its first chunk."""
    del journal
    monkeypatch.setattr(records, "_PARALLEL_FROM", 0)
    monkeypatch.setattr(records, "map_chunks", lambda _, chunks, jobs, **__: workers.map_chunks(_die, chunks, jobs))
    yield []


def _die(chunk: object) -> NoReturn:
    del chunk
    os._exit(1)


@contextmanager
def _port_in_use(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    del journal, monkeypatch
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield ["--port", str(taken.getsockname()[1])]


PREPARATIONS: dict[str, Preparation] = defaultdict(
    lambda: _nothing,
    {
        "copy-unreadable": _gone_while_copying,
        "epoch-invalid": _odd_epoch,
        "file-heavy": _heavy_files,
        "git-batch": committed,
        "git-inherited": committed,
        "git-shallow": shallow,
        "git-uncommitted": committed,
        "link-outside": _links_that_lead_out,
        "log-outside": _log_elsewhere,
        "math-engine-missing": _no_temml,
        "output-conflict": _foreign_page,
        "port-in-use": _port_in_use,
        "site-heavy": _light_limit,
        "source-unreadable": _refused_file,
        "source-unreadable.named": _refused_file,
        "store": _damaged_store,
        "worker-ended": _dying_workers,
    },
)
