"""Run tests against one mutant, in a child of a process that has loaded what tests need besides the program."""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

Outcome = Literal["killed", "survived", "timeout"]
_LOADED = (
    "hypothesis", "jinja2", "markdown_it", "mdit_py_plugins.footnote", "msgspec", "nbformat", "nh3", "pygments.lexers",
    "PIL.Image", "yaml", "starlette.applications", "uvicorn", "watchdog.observers", "click", "ftfy", "time_machine",
)  # fmt: skip
_LOADED_BEFORE = "ignore::pytest.PytestAssertRewriteWarning"
_MEMORY = 3 << 30
_BASE_S = 15
_IDLE_S = 60
"""A process that has not run for so long waits for what will not come."""


def load(tree: Path) -> None:
    """Load what tests need once, and none of the program."""
    sys.path.insert(0, str(tree))
    for name in _LOADED:
        importlib.import_module(name)


class _Chosen:
    """A plugin that runs some tests alone, in their order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.places = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self.places), key=lambda one: self.places[one.nodeid])


def attempt(tree: Path, tests: Sequence[str], expected_s: float) -> Outcome:
    """Run tests until one fails; they are known to pass in so many seconds where nothing is wrong."""
    seconds = int(_BASE_S + 5 * expected_s)
    child = os.fork()
    if not child:
        os._exit(_run(tree, tests, seconds))
    used, idle_since = 0, time.monotonic()
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        if (now_used := _used(child)) != used:
            used, idle_since = now_used, time.monotonic()
        if time.monotonic() - idle_since > _IDLE_S:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return "timeout"
        time.sleep(0.05)
    code = os.waitstatus_to_exitcode(ended[1])
    _end_group(child)
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "timeout"
    return "survived" if code in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED} else "killed"


def _used(child: int) -> int:
    """Return how long a process and those that it has waited for have run, in the system's ticks (Linux)."""
    told = Path(f"/proc/{child}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, told[11:15]))


def _end_group(child: int) -> None:
    """End what tests started and left."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        return


def _run(tree: Path, tests: Sequence[str], seconds: int) -> int:
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silent, stream)
    os.chdir(tree)
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    words = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-W", _LOADED_BEFORE, *files]
    try:
        return int(pytest.main(words, plugins=[_Chosen(tests)]))
    except BaseException:  # noqa: BLE001 - whatever ends it, the mutant is not unnoticed
        return 1
