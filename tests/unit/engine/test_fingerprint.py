"""The fingerprint covers the whole program, whichever room a file is in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import journal_site
from journal_site.engine import fingerprint

if TYPE_CHECKING:
    import pytest


def test_a_change_of_any_module_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(journal_site.__file__).parent
    seen: set[tuple[str, int, int]] = set()
    monkeypatch.setattr(
        fingerprint, "_add", lambda _, name, status: seen.add((name, status.st_size, status.st_mtime_ns))
    )
    fingerprint.fingerprint()
    files = [path for path in package.rglob("*") if path.suffix == ".py" or "_vendor" in path.parts]
    for path in filter(Path.is_file, files):
        assert (path.name, path.stat().st_size, path.stat().st_mtime_ns) in seen, path
