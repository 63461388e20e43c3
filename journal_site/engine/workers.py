"""Do work in several processes, and give its results in the order of the work, whoever did it.

Each worker takes the next chunk when it is done with the last. Where the platform forks, workers inherit what the
parent has loaded, and nothing is copied to them; elsewhere it is pickled.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from journal_site.errors import Diagnostic, JournalError, Location

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Chunk = TypeVar("_Chunk")
_Result = TypeVar("_Result")

_DONE = -1
"""What a worker that has no more to do sends in place of a chunk's number."""


def count_jobs(wanted: int | None) -> int:
    """Return how many processes to use: what the user asked for, else the processors that this process may use."""
    if wanted is not None:
        return max(1, wanted)
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def forks() -> bool:
    """Tell whether workers are forked; with other threads they are not, as a forked lock may never be released."""
    return sys.platform == "linux" and threading.active_count() == 1


def map_chunks(
    work: Callable[[_Chunk], _Result],
    chunks: Sequence[_Chunk],
    jobs: int,
    *,
    meanwhile: Callable[[], None] | None = None,
    helping: Callable[[_Chunk], _Result] | None = None,
) -> Iterator[_Result]:
    """Yield `work(chunk)` for each chunk, in the order of the chunks. Raises what `work` raises.

    `work` must be picklable; with one job it runs here, and so does a single chunk, unless there is something to do
    `meanwhile`: that is done here once others are at work. With `helping`, which gives the same as `work`, this process
    is one of the `jobs`: then one process less needs a copy of what it has loaded.
    """
    if jobs <= 1 or not chunks or (len(chunks) == 1 and meanwhile is None):
        yield from map(work, chunks)
        return
    import multiprocessing  # noqa: PLC0415 - one process needs it not

    forking = forks()
    context = multiprocessing.get_context("fork") if forking else multiprocessing.get_context("spawn")
    taken = context.Value("i", 0)
    links: list[Connection] = []
    workers = []
    for _ in range(min(jobs, len(chunks)) - (helping is not None)):
        here, there = context.Pipe(duplex=False)
        worker = context.Process(
            target=_serve, args=(work, chunks, taken, there, [*links, here] if forking else []), daemon=True
        )
        worker.start()
        there.close()
        links.append(here)
        workers.append(worker)
    try:
        if meanwhile is not None:
            meanwhile()
        yield from _in_order(links, len(chunks), _help(helping, chunks, taken, links) if helping else {})
    except BaseException:
        for worker in workers:
            worker.terminate()
        raise
    finally:
        for link in links:
            link.close()
        for worker in workers:
            worker.join()


def _help(
    work: Callable[[_Chunk], _Result],
    chunks: Sequence[_Chunk],
    taken: Any,  # noqa: ANN401 - a synchronised integer, whose type is private
    links: list[Connection],
) -> dict[int, _Result]:
    """Take chunks beside the workers until none is left; return all results so far, by the chunk's number.

    Workers are heard in between: one whose link is full would wait.
    """
    results: dict[int, _Result] = {}
    while (number := _take(taken)) < len(chunks):
        results[number] = work(chunks[number])
        _hear(links, results, timeout=0)
    return results


def _take(taken: Any) -> int:  # noqa: ANN401 - as above
    with taken.get_lock():
        number: int = taken.value
        taken.value += 1
    return number


def _in_order(links: list[Connection], count: int, waiting: dict[int, _Result]) -> Iterator[_Result]:
    following = 0
    while following < count:
        while following in waiting:
            yield waiting.pop(following)
            following += 1
        if following < count:
            _hear(links, waiting, timeout=None)


def _hear(links: list[Connection], results: dict[int, _Result], *, timeout: float | None) -> None:
    """Take what workers have sent, waiting for it at most so many seconds; let go of those that are done."""
    from multiprocessing.connection import Connection, wait  # noqa: PLC0415 - one process needs it not

    for link in wait(links, timeout):
        assert isinstance(link, Connection)  # noqa: S101 - only connections are waited for
        try:
            number, result, error = link.recv()
        except EOFError:  # it did not say that it was done
            raise _died() from None
        if number == _DONE:
            links.remove(link)
            link.close()
        elif error is not None:
            raise error
        else:
            results[number] = result


def _died() -> JournalError:
    return JournalError(
        Diagnostic(
            severity="error",
            code="worker-ended",
            message="a worker process was ended from outside",
            location=Location(path="journal"),
            hint="the machine may be short of memory: try again with `-j 1`",
        )
    )


def _serve(
    work: Callable[[_Chunk], _Result],
    chunks: Sequence[_Chunk],
    taken: Any,  # noqa: ANN401 - a synchronised integer, whose type is private
    link: Connection,
    inherited: list[Connection],
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    for other in inherited:  # while a sibling holds its end open, a worker whose parent was killed would wait for ever
        other.close()
    while (number := _take(taken)) < len(chunks):
        try:
            link.send((number, work(chunks[number]), None))
        except BrokenPipeError:  # the parent has given up
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
            link.send((number, None, error))
    with contextlib.suppress(BrokenPipeError):
        link.send((_DONE, None, None))
    link.close()
