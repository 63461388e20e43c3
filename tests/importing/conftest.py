from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.import_test import ImportTest


@pytest.fixture
def journal(tmp_path: Path) -> ImportTest:
    return ImportTest(tmp_path)
