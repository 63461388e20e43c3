"""The fingerprint covers the whole program, whichever room a file is in."""

from __future__ import annotations

import os
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
        fingerprint, "_add", lambda _, name, status, **__: seen.add((name, status.st_size, status.st_mtime_ns))
    )
    fingerprint.fingerprint()
    files = [path for path in package.rglob("*") if path.suffix == ".py" or "_vendor" in path.parts]
    for path in filter(Path.is_file, files):
        assert (path.name, path.stat().st_size, path.stat().st_mtime_ns) in seen, path


def test_the_same_release_installed_anew_is_the_same_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def installed(folder: str, record: str, text: str = "a = 1\n") -> str:
        package = tmp_path / folder / "journal_site"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(text, encoding="utf-8")
        if record:
            about = package.parent / f"journal_site-{journal_site.__version__}.dist-info"
            about.mkdir()
            (about / "RECORD").write_text(f"journal_site/__init__.py,sha256={record},9\n", encoding="utf-8")
        os.utime(package / "__init__.py", ns=(0, len(folder) * 10**9))
        monkeypatch.setattr(journal_site, "__file__", str(package / "__init__.py"))
        return fingerprint.fingerprint()

    once = installed("one", "abc")
    assert installed("again", "abc") == once
    assert installed("newer", "abd") != once
    assert installed("edited there", "abc", "a = 10\n") != once
    assert installed("a checkout", "") != installed("of another time", "")
