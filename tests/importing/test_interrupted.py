"""An import that is killed leaves each file as it was or as it is to be."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.importing.import_test import ImportTest

KILLS = 50 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 10
DAYS = 40
WRITES_S = 0.03
"""About how long the files take to be written."""


def log(word: str) -> str:
    days = (
        f"## Day {n}\n\n" + f"Loaf {n} was {word}, which nobody had thought of it. " * 200 for n in range(1, DAYS + 1)
    )
    return "# Bread\n\n" + "\n\n".join(days) + "\n"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_killed_at_random_moments(journal: ImportTest) -> None:
    random_ = random.Random(7)
    journal.write("LOG.md", log("white"))
    journal.run()
    touched = 0
    for case in range(KILLS):
        old = contents(journal)
        journal.write("LOG.md", log(f"number {case}"))
        kill(journal, random_.uniform(0.0, WRITES_S))
        left = contents(journal)
        journal.run()
        new = contents(journal)
        assert sorted(new) == sorted(old), "nothing half-written stays behind"
        torn = [name for name, text in left.items() if name in new and text not in (old[name], new[name])]
        assert torn == []
        assert all(f"number {case}," in new[f"day-{day}.md"] for day in range(1, DAYS + 1)), "ours is no edit of theirs"
        touched += left != old
    assert touched


def contents(journal: ImportTest) -> dict[str, str]:
    folder = journal.here / "entries"
    return {
        path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name != ".journal-import.json"
    }


def kill(journal: ImportTest, after: float) -> None:
    """Import in a process of its own, and end it by force some time after it has begun to write."""
    code = (
        "import sys; from pathlib import Path; from tests.importing.import_test import ImportTest\n"
        "journal = ImportTest.__new__(ImportTest)\n"
        "journal.there, journal.here = map(Path, sys.argv[1:])\n"
        "journal.run()\n"
    )
    words = [sys.executable, "-c", code, str(journal.there), str(journal.here)]
    record = journal.here / "entries" / ".journal-import.json"
    before = record.stat().st_ino
    with subprocess.Popen(words, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}) as process:
        while record.stat().st_ino == before and process.poll() is None:
            time.sleep(0.0005)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
