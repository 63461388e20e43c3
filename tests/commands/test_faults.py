"""Commands that are killed, or whose calls fail, at any moment: a sample in every run, hundreds under `make slow`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = 8
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and limits of files")


def disturb(kills: int, faults: int, seed: int) -> dict[str, int]:
    """Disturb commands in a process of their own; return how often each came to what."""
    words = [sys.executable, "-m", "tests.commands.faults", str(kills), str(faults), str(seed)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    lines = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    return {name: int(number) for number, name in lines}


def test_a_sample(tmp_path: Path) -> None:
    del tmp_path
    found = disturb(2 * KINDS, KINDS, 5)
    assert sum(found.values()) == 3 * KINDS
    assert sum(number for name, number in found.items() if name.endswith("killed")) > KINDS


@pytest.mark.slow
def test_five_hundred_kills_and_a_hundred_faults() -> None:
    found = disturb(504, 104, 11)
    print("\n".join(f"{number:4} {name}" for name, number in sorted(found.items())))  # noqa: T201 - figures
    assert sum(found.values()) == 608
