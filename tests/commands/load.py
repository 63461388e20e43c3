"""The preview under load: `python -m tests.commands.load 200 10000 1000` (clients, requests, edits)."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ENTRIES = 100
_QUIET_S = 60
"""How long the server has, at most, to let go of what the clients held."""


class State(NamedTuple):
    """What a process holds."""

    memory: float
    """Megabytes."""
    descriptors: int
    threads: int


class Measured(NamedTuple):
    """What came of a load."""

    latencies: list[float]
    """Milliseconds, of each request."""
    failures: list[str]
    before: State
    middle: State
    """After half of the requests and edits."""
    after: State
    seen: bool
    """The last edit is shown."""

    def __str__(self) -> str:
        """Return the figures on a few lines."""
        cuts = statistics.quantiles(self.latencies, n=100)
        spread = ", ".join(f"{name} {cuts[at]:.0f}" for name, at in (("median", 49), ("95th", 94), ("99th", 98)))
        return (
            f"{len(self.latencies)} answers, {len(self.failures)} failures; "
            f"ms: {spread}, most {max(self.latencies):.0f}\n"
            f"before {self.before}\nmiddle {self.middle}\nafter  {self.after}"
        )


def state_of(process: int) -> State:
    """Return what a process holds now."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    values = {key: int(value) for key, value in re.findall(r"^(VmRSS|Threads):\s*(\d+)", status, re.MULTILINE)}
    return State(round(values["VmRSS"] / 1024, 1), len([*Path(f"/proc/{process}/fd").iterdir()]), values["Threads"])


@contextmanager
def serving(root: Path) -> Iterator[tuple[int, int]]:
    """Run `journal serve`; give its process and its port."""
    command = [sys.executable, "-u", "-m", "journal_site", "serve", "--source", str(root), "--port", "0"]
    with subprocess.Popen(
        [*command, "--today", "2026-03-01"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert server.stdout is not None
        try:
            line = ""
            while "ready: " not in line:
                line = server.stdout.readline()
                assert line, "it ended"
            match = re.search(r"127\.0\.0\.1:(\d+)", line)
            assert match is not None
            os.set_blocking(server.stdout.fileno(), False)
            yield server.pid, int(match[1])
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)


def write_entry(root: Path, number: int, word: str) -> None:
    """Write an entry as an editor does."""
    head = f"---\ntitle: Day {number}\nday: {number}\ntags: [tag{number % 7}]\n---\n"
    text = f"{head}\nIt says {word}.\n\n{'So it goes. ' * 60}\n"
    (root / f"entries/day-{number}.md").write_text(text, encoding="utf-8")


class _Load:
    def __init__(self, root: Path, process: int, port: int, *, clients: int, requests: int, edits: int) -> None:
        self.root, self.process, self.port = root, process, port
        self.clients, self.requests, self.edits = clients, requests, edits
        self.latencies: list[float] = []
        self.failures: list[str] = []

    async def ask(self, path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        """Ask for one path on a connection that is kept; return the answer."""
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"(?i)content-length: (\d+)", head)
        body = await reader.readexactly(int(length[1])) if length else b""
        if not head.startswith("HTTP/1.1 200"):
            self.failures.append(f"{path}: {head.splitlines()[0]}")
        return body

    async def client(self, seed: int, count: int) -> None:
        """Ask for pages, one after the other; some come anew each time, some leave in the midst of an answer."""
        picked = random.Random(seed)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        for _ in range(count):
            number = picked.randrange(1, ENTRIES + 1)
            path = picked.choice(
                [f"/entries/day-{number}/", f"/entries/day-{number}/", "/", "/timeline/", "/feed.xml", "/topics/"]
            )
            started = time.perf_counter()
            try:
                await self.ask(path, reader, writer)
            except (OSError, asyncio.IncompleteReadError) as error:
                self.failures.append(f"{path}: {error!r}")
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                continue
            self.latencies.append(1000 * (time.perf_counter() - started))
            if picked.random() < 0.05:
                writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" if picked.random() < 0.5 else b"GET /x HT")
                writer.close()
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.close()

    async def tab(self, ended: asyncio.Event) -> None:
        """Listen to what happens, as an open page does."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"GET /_journal/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        listening = asyncio.create_task(reader.read(-1))
        await ended.wait()
        listening.cancel()
        writer.close()

    async def edit(self, count: int) -> None:
        """Edit entries while pages are asked for, at the pace of the answers."""
        each = max(self.requests // self.edits, 1)
        first = len(self.latencies)
        for number in range(count):
            while len(self.latencies) - first < number * each // 2 and not self._done.is_set():  # noqa: ASYNC110 - a count
                await asyncio.sleep(0.001)
            write_entry(self.root, number % ENTRIES + 1, f"edit {number}")
            await asyncio.sleep(0)

    async def half(self, seed: int) -> None:
        """Let half of it happen."""
        self._done = asyncio.Event()
        ended = asyncio.Event()
        tabs = [asyncio.create_task(self.tab(ended)) for _ in range(self.clients // 10)]
        editing = asyncio.create_task(self.edit(self.edits // 2))
        share = self.requests // 2 // self.clients
        await asyncio.gather(*(self.client(seed + number, share) for number in range(self.clients)))
        self._done.set()
        await editing
        ended.set()
        await asyncio.gather(*tabs)

    async def shown(self, word: str, path: str) -> bool:
        """Wait until a page shows a word."""
        until = time.monotonic() + _QUIET_S
        while time.monotonic() < until:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            body = await self.ask(path, reader, writer)
            writer.close()
            if word.encode() in body:
                return True
            await asyncio.sleep(0.1)
        return False

    async def quiet(self, descriptors: int) -> State:
        """Wait until the server holds no more than it did, at most for a while; return what it holds."""
        until = time.monotonic() + _QUIET_S
        while (state := state_of(self.process)).descriptors > descriptors and time.monotonic() < until:  # noqa: ASYNC110 - of /proc
            await asyncio.sleep(0.1)
        return state

    async def run(self) -> Measured:
        """Warm the server up, then load it twice."""
        for number in range(1, ENTRIES + 1):
            await self.shown("It says", f"/entries/day-{number}/")
        before = state_of(self.process)
        await self.half(1)
        middle = await self.quiet(before.descriptors + 2)
        await self.half(1_000)
        last = f"/entries/day-{ENTRIES}/"
        write_entry(self.root, ENTRIES, "the last word")
        seen = await self.shown("the last word", last) and await self.shown("the last word", "/feed.xml")
        after = await self.quiet(before.descriptors + 2)
        return Measured(self.latencies, self.failures, before, middle, after, seen)


def load(folder: Path, *, clients: int, requests: int, edits: int) -> Measured:
    """Load a preview of a journal of its own."""
    (folder / "entries").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Loaded\nurl: https://example.org/\n", encoding="utf-8")
    for number in range(1, ENTRIES + 1):
        write_entry(folder, number, "first")
    with serving(folder) as (process, port):
        run = _Load(folder, process, port, clients=clients, requests=requests, edits=edits)
        return asyncio.run(run.run())


if __name__ == "__main__":
    told = dict(zip(("clients", "requests", "edits"), map(int, sys.argv[1:]), strict=True))
    with tempfile.TemporaryDirectory(prefix="load-") as scratch:
        print(load(Path(scratch) / "journal", **told))  # noqa: T201 - a script prints its figures
