"""Time a live preview: from an entry's file being written to its new text being served."""

import http.client
import os
import random
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.measure import MARK, Subject, edit
from benchmarks.programs import ENVIRONMENT

POLL = 0.002
SETTLE = 1.5
START_LIMIT, EDIT_LIMIT = 120.0, 30.0


@contextmanager
def serving(subject: Subject) -> Iterator[int]:
    """Run the program's preview of the journal, wait until it serves an entry, and give its port."""
    port = _free_port()
    with subprocess.Popen(
        [*subject.program.serve, str(port)],
        cwd=subject.folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as server:
        try:
            _wait(port, subject.program.entry_url.format(subject.entries[0].stem), "<html", START_LIMIT)
            yield port
        finally:
            os.killpg(server.pid, signal.SIGINT)


def measure_live(subject: Subject, edits: int) -> float:
    """Return the median milliseconds over some edits of entries all over the journal."""
    with serving(subject) as port:
        return statistics.median(_latencies(subject, port, edits)) * 1000


def _latencies(subject: Subject, port: int, edits: int) -> list[float]:
    chosen = random.Random(1).choices(subject.entries, k=edits)
    seconds = []
    for number, path in enumerate(chosen):
        time.sleep(SETTLE)
        url = subject.program.entry_url.format(path.stem)
        _wait(port, url, "<html", EDIT_LIMIT)
        edit(path, 10_000 + number)
        seconds.append(_wait(port, url, f"{MARK} {10_000 + number}.", EDIT_LIMIT))
    return seconds


def _wait(port: int, url: str, wanted: str, limit: float) -> float:
    """Ask for the page until it holds what is wanted, and return the seconds that took."""
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < limit:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=limit)
        try:
            connection.request("GET", url)
            if wanted.encode() in connection.getresponse().read():
                return time.perf_counter() - start
        except (OSError, http.client.HTTPException):
            pass  # not listening yet, or restarting
        finally:
            connection.close()
        time.sleep(POLL)
    raise TimeoutError(f"{url} did not show {wanted!r} within {passed:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
