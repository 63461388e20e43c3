"""Read the journal again when it changed: once for many changes at a time, in a thread of its own."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker

from journal_site.serve.preview import Preview

_TURN_S = 0.0005
"""How long the thread that reads may keep Python's lock while another waits for it: a page takes some ten turns."""
_COLLECT_EVERY = 50
"""Readings after which the collector looks at everything; what it finds after one is small."""


class Reloader:
    """Reads the journal, and again when it is told that something changed."""

    QUIET_S = 0.08
    """How long nothing may happen before a reload."""
    LONGEST_S = 0.6
    """How long a reload may be put off while things go on happening."""

    ENDING_S = 1.2
    """How long a reload that is going on may take to end."""

    def __init__(self, preview: Preview, send: Callable[[str], None], done: Callable[[], None]) -> None:
        """Call `done` after each reading; tell clients `touched` at once, `reloaded`, `styles` or `broken` then."""
        self._preview = preview
        self._done = done
        self._send = send
        self._changed = threading.Event()
        self._styles_only = True
        self._last = 0.0
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="reload", daemon=True)

    def start(self) -> None:
        """Begin to read, and then to wait for changes."""
        self._thread.start()

    def stop(self) -> None:
        """End, and what a reload that is going on has started."""
        self._stopped = True
        self._changed.set()
        until = time.monotonic() + self.ENDING_S
        while self._thread.is_alive() and time.monotonic() < until:
            for worker in multiprocessing.active_children():
                worker.terminate()
            self._thread.join(timeout=0.05)

    def changed(self, path: str) -> None:
        """Take note of a change to a file."""
        self._last = time.monotonic()
        if not path.endswith(".css"):
            self._styles_only = False
            self._send("touched")
        self._changed.set()

    def _run(self) -> None:
        _keep_interruptions_from_workers()
        self._read("reloaded")
        while True:
            self._changed.wait()
            if self._stopped:
                return
            self._settle()
            # In this order: a change that comes between the two causes one reload more, and is not lost.
            self._changed.clear()
            styles, self._styles_only = self._styles_only, True
            self._read("styles" if styles else "reloaded")

    def _read(self, news: str) -> None:
        with _pages_first(collect=self._preview.reloads % _COLLECT_EVERY == _COLLECT_EVERY - 1):
            good = self._preview.reload() is not None
        if not self._stopped:
            self._done()
            self._send(news if good else "broken")

    def _settle(self) -> None:
        began = time.monotonic()
        while (now := time.monotonic()) - self._last < self.QUIET_S and now - began < self.LONGEST_S:
            time.sleep(0.01)


@contextlib.contextmanager
def _pages_first(*, collect: bool) -> Iterator[None]:
    """Let pages be answered quickly while the journal is read.

    The collector would stop everything to look at all that is read, where there is next to nothing to collect: it is
    off meanwhile, and leaves what there is then alone, apart from the few times that it is to `collect`.
    """
    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_S)
    gc.disable()
    try:
        yield
    finally:
        if collect:
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(turn)


def _keep_interruptions_from_workers() -> None:
    """Have the processes that this thread starts inherit that Ctrl-C is not for them: a terminal sends it to all."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # what starts it unblocks SIGINT
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
