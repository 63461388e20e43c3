"""A sign of life while something takes long: on a terminal only, gone when it is done.

A timer's signal draws it and no thread does: where a thread runs, workers cannot be forked.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

_AFTER, _EVERY = 1.0, 0.1
_SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


@contextlib.contextmanager
def spinner(what: str, *, wanted: bool = True) -> Iterator[None]:
    """Show that work goes on, once it has lasted a second; do nothing where nobody watches or there is no timer."""
    if not wanted or not _watched() or signal.getsignal(signal.SIGALRM) not in {signal.SIG_DFL, None}:
        yield
        return
    started = time.monotonic()

    def draw(number: int, frame: FrameType | None) -> None:
        del number, frame
        passed = time.monotonic() - started
        with contextlib.suppress(OSError):
            os.write(
                2, f"\r\x1b[2m{_SIGNS[int(passed / _EVERY) % len(_SIGNS)]} {what} {passed:.0f} s\x1b[0m\x1b[K".encode()
            )

    before = signal.signal(signal.SIGALRM, draw)
    signal.setitimer(signal.ITIMER_REAL, _AFTER, _EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if time.monotonic() - started > _AFTER:
            with contextlib.suppress(OSError):
                os.write(2, b"\r\x1b[K")


def _watched() -> bool:
    encoding = (sys.stderr.encoding or "").lower()
    return (
        hasattr(signal, "setitimer")
        and sys.stderr.isatty()
        and encoding.startswith("utf")
        and os.environ.get("TERM") != "dumb"
        and not os.environ.get("NO_COLOR")
    )
