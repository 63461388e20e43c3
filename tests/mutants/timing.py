"""A plugin of pytest that writes down how long each test takes, and passes over those that are not asked."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutants.rooms import PASSED_OVER

if TYPE_CHECKING:
    import pytest

_seconds: dict[str, float] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is not asked, and measure the lines of all others."""
    items[:] = [item for item in items if not any(part in item.nodeid for part in PASSED_OVER)]
    for item in items:
        item.own_markers = [mark for mark in item.own_markers if mark.name != "no_cover"]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add what a phase of a test took."""
    if report.outcome != "skipped":
        _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish() -> None:
    """Write it down."""
    if place := os.environ.get("MUTANTS_SECONDS"):
        Path(place).write_text(json.dumps(_seconds), encoding="utf-8")
