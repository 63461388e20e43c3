"""The preview under load: all answers are right, and it lets go of what its clients and readings held."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.load import Measured, load

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc what a process holds")


def assert_sound(measured: Measured) -> None:
    assert measured.failures == []
    assert measured.seen, "the last edit is not shown"
    assert measured.after.descriptors <= measured.before.descriptors + 2, str(measured)
    assert measured.after.descriptors <= measured.middle.descriptors + 2, str(measured)


def test_a_small_load(tmp_path: Path) -> None:
    assert_sound(load(tmp_path / "journal", clients=10, requests=200, edits=20))


@pytest.mark.slow
def test_two_hundred_clients_ten_thousand_requests_and_a_thousand_edits(tmp_path: Path) -> None:
    measured = load(tmp_path / "journal", clients=200, requests=10_000, edits=1_000)
    print(measured)  # noqa: T201 - figures
    assert_sound(measured)
    assert len(measured.latencies) >= 9_000
    assert measured.after.memory <= 1.5 * measured.middle.memory, str(measured)
