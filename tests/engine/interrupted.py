"""Kill builds at random moments and see what is left: `python -m tests.engine.interrupted 200`."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.site_test import SiteTest, assert_same_tree, read_tree


def fill(test: SiteTest, count: int, word: str, tag: str = "") -> None:
    """Write entries that all name `word`, so that old and new pages can be told apart.

    While their `tag`, which is the word if it is left out, stays the same, they are only reworded.
    """
    for number in range(count):
        test.write(
            f"entries/day-{number}.md",
            f"---\nday: {number}\ndate: 2025-0{number % 9 + 1}-1{number % 9}\ntags: [{tag or word}]\n---\n\n"
            f"It says {word}. " * 40 + "\n\n```python\nprint(1)\n```\n",
        )


def command(root: Path) -> list[str]:
    """Return the command that builds the journal."""
    return [
        sys.executable,
        "-m",
        "journal_site",
        "build",
        "-q",
        "--source",
        str(root),
        "--today",
        "2026-03-10",
        "-j",
        "2",
    ]


def run_cases(cases: int, seed: int, folder: Path) -> int:
    """Kill `cases` builds; return how many of them had begun to change the site."""
    random_ = random.Random(seed)
    test = SiteTest(folder / "journal")
    fill(test, 300, "before")
    seconds = _timed(test.root)
    touched = 0
    for case in range(cases):
        if case % 4 == 0:  # a cold build
            shutil.rmtree(test.root / "_site", ignore_errors=True)
            shutil.rmtree(test.root / ".journal", ignore_errors=True)
        old = read_tree(test.root / "_site") if (test.root / "_site").exists() else {}
        fill(test, 300, f"word{case}", f"tag{case // 2}")
        _kill(test.root, random_.uniform(0.02, seconds * 1.1))
        left = read_tree(test.root / "_site") if (test.root / "_site").exists() else {}
        subprocess.run(command(test.root), check=True)
        new = read_tree(test.root / "_site")
        torn = [
            path
            for path, content in left.items()
            if not path.startswith(".") and content not in (old.get(path), new.get(path))
        ]
        assert torn == [], torn
        touched += left != old
        if case % 10 == 0:
            assert_same_tree(new, test.clean_site(folder / "clean"))
    return touched


def _timed(root: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command(root), check=True)
    return time.perf_counter() - started


def _kill(root: Path, after: float) -> None:
    process = subprocess.Popen(command(root), stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
        print(  # noqa: T201 - a script prints its figures
            f"{number} builds killed, {run_cases(number, 1, Path(scratch))} of them while the site changed: none torn"
        )
