"""Highlight code that may keep a lexer for very long: after some seconds it is left plain.

What lexers cannot do for ever is seen to by `bounded_lexers`; but some take a hundred times as long for a text ten
times as long, if it is odd enough (thousands of line ends in C). Honest code is done in a hundredth of the time given,
and what is odd would need many times as much, so that it hangs on no machine's speed which of the two it is.

A thread that matches an expression can be stopped by a signal, if it is the process's main one. Others, which are the
preview's, have long code highlighted by a process apart, which can be ended.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import NoReturn

import journal_site
from journal_site.reading.code.bounded_lexers import NoEndError
from journal_site.reading.code.html import lexer_of, write_code

SECONDS = 10
"""Of the processor's time."""
_SHORT = 400
"""Code up to this length takes no lexer longer than a moment."""
_ROOT = Path(journal_site.__file__).resolve().parent.parent
"""Where another Python finds the package."""


def write_in_time(language: str, code: str) -> str | None:
    """Return code as HTML, or None where its lexer does not get through it. A language without a lexer is an error."""
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        return _write_by_the_clock(language, code)
    return _write(language, code) if len(code) <= _SHORT else _APART.write(language, code)


def _write(language: str, code: str) -> str | None:
    lexer = lexer_of(language)
    if lexer is None:
        raise LookupError(language)
    try:
        return write_code(lexer, code)
    except NoEndError:
        return None
    except Exception:  # noqa: BLE001 - among five hundred lexers some fail at odd texts, each in its own way
        return None


class _TooLongError(BaseException):
    """The time is over; no lexer catches it."""


def _stop(*_: object) -> NoReturn:
    raise _TooLongError


def _write_by_the_clock(language: str, code: str) -> str | None:
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            return _write(language, code)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _TooLongError:
        return None
    finally:
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)


class _Apart:
    """A process that highlights for threads, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def write(self, language: str, code: str) -> str | None:
        """Return code as HTML, or None where that takes too long."""
        with self._lock:
            process = self._running()
            end = threading.Timer(2 * SECONDS, process.kill)  # it ends by itself before, where it can
            end.start()
            try:
                return self._ask(process, language, code)
            except (OSError, ValueError):  # it was ended
                self.end()
                return None
            finally:
                end.cancel()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            atexit.register(self.end)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="ascii",
                env={**os.environ, "PYTHONPATH": str(_ROOT)},
                start_new_session=True,  # Ctrl-C is not for it
            )
        return self._process

    @staticmethod
    def _ask(process: subprocess.Popen[str], language: str, code: str) -> str | None:
        assert process.stdin is not None  # noqa: S101 - as it was started
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(json.dumps([language, code]) + "\n")
        process.stdin.flush()
        answer: str | None = json.loads(process.stdout.readline())
        return answer

    def end(self) -> None:
        """Let the process go."""
        process, self._process = self._process, None
        if process is not None:
            atexit.unregister(self.end)
            process.kill()
            process.communicate()


_APART = _Apart()


def _serve() -> None:
    for line in sys.stdin:
        language, code = json.loads(line)
        sys.stdout.write(json.dumps(write_in_time(language, code)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
