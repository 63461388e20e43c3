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
    seen: list[Path] = []
    monkeypatch.setattr(fingerprint, "_add", lambda _, path: seen.append(path))
    fingerprint.fingerprint()
    assert set(package.rglob("*.py")) <= set(seen)
