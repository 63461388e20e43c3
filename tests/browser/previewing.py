"""A real `journal serve` on a free port, with a small journal of its own."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
TODAY = "2026-01-20"


def write_journal(folder: Path, days: int = 12) -> Path:
    """Write a journal of entries that are longer than a screen."""
    (folder / "entries").mkdir(parents=True)
    settings = "title: A previewed journal\nurl: https://learner.example/journal/\n"
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    for day in range(1, days + 1):
        write_entry(folder, day, "as first written")
    return folder


def entry_file(folder: Path, day: int) -> Path:
    """Return where a day's entry lies."""
    return folder / f"entries/day-{day}.md"


def write_entry(folder: Path, day: int, text: str) -> None:
    """Write or change a day's entry; the text stands at its end."""
    date = f"2026-01-{day:02d}" if day < 20 else "2026-01-19"
    rest = "\n\n".join(f"Paragraph {number} of day {day} says something." for number in range(40))
    details = "<details><summary>More</summary>\n\nHidden at first.\n\n</details>"
    head = f"---\ntitle: Day {day}\ndate: {date}\nday: {day}\ntags: [reading]\n---\n"
    entry_file(folder, day).write_text(f"{head}\n{details}\n\n{rest}\n\nThe end is {text}.\n", encoding="utf-8")


@contextmanager
def previewing(folder: Path, *, port: int = 0) -> Iterator[str]:
    """Run `journal serve` and give its address once it says that it is ready; end it with Ctrl-C."""
    command = [sys.executable, "-u", "-m", "journal_site", "serve", "--source", str(folder), "--port", str(port)]
    with subprocess.Popen(
        [*command, "--today", TODAY],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        said: queue.Queue[str] = queue.Queue()
        reader = threading.Thread(target=_read, args=(server.stdout, said), daemon=True)
        reader.start()
        try:
            yield _ready_address(said)
        finally:
            server.send_signal(signal.SIGINT)
            code = server.wait(timeout=60)
            reader.join()
    if code:
        raise AssertionError(f"journal serve ended with {code}")


def _read(output: IO[str], said: queue.Queue[str]) -> None:
    for line in output:
        said.put(line)


def _ready_address(said: queue.Queue[str]) -> str:
    while True:
        line = said.get(timeout=60)
        if line.startswith("ready: "):
            return line.split()[1]
