"""Whether time or memory grows in step with an input's size: a ratio of two measurements, never a number of seconds."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

LIMIT = 2.6
"""What twice the input may take of what once takes: 2 and some noise, where quadratic growth takes 4."""
_TRIES = 8
_SHORTEST_S = 0.002
"""Below this a clock's steps are most of what is measured."""


def grows_in_step(work: Callable[[int], object], size: int) -> bool:
    """Tell whether work on `2 * size` takes at most `LIMIT` times the processor's time of work on `size`.

    Other programs can only make a measurement longer, so of several one that holds is enough.
    """
    return any(_seconds(work, 2 * size) <= LIMIT * max(_SHORTEST_S, _seconds(work, size)) for _ in range(_TRIES))


def _seconds(work: Callable[[int], object], size: int) -> float:
    started = time.process_time()
    work(size)
    return time.process_time() - started


def peak_bytes(work: Callable[[], object]) -> int:
    """Return how many bytes of memory Python held at once, beyond what it held before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
