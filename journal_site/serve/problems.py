"""Which problems the author was told of in the terminal: each once, and when it is mended."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence

from journal_site.errors import Diagnostic, sort_key

Show = Callable[[Sequence[Diagnostic]], None]
_Key = tuple[str, str, str, str]


class ReportedProblems:
    """What was told since the preview began."""

    def __init__(self, show: Show, say: Callable[[str], None]) -> None:
        """`show` prints problems, `say` a line."""
        self._show = show
        self._say = say
        self._known: Counter[_Key] = Counter()
        self._met: set[tuple[str, str, int]] = set()
        self._lock = threading.Lock()

    def read(self, problems: Sequence[Diagnostic], *, whole: bool) -> None:
        """Tell what a reading found and the last one did not; and what is mended, where the whole journal was read."""
        with self._lock:
            fresh, found = _compare(problems, self._known)
            gone = sorted((self._known - found).keys()) if whole else []
            self._known = found if whole else self._known | found
            self._met.clear()
        if fresh:
            self._show(sorted(fresh, key=sort_key))
        for path, severity, code, message in gone:
            self._say(f"mended: {path}: {severity}: {message} [{code}]")

    def meet(self, problems: Sequence[Diagnostic]) -> None:
        """Tell what kept a page from being made; a template's mistake is met on many pages."""
        with self._lock:
            fresh = [one for one in problems if _place(one) not in self._met and not self._known[_key(one)]]
            self._met.update(map(_place, fresh))
        if fresh:
            self._show(fresh)


def _compare(problems: Sequence[Diagnostic], known: Counter[_Key]) -> tuple[list[Diagnostic], Counter[_Key]]:
    """Return those that are not known yet, and how often each was found. A problem that only moved is known."""
    found: Counter[_Key] = Counter()
    fresh = []
    for one in problems:
        key = _key(one)
        found[key] += 1
        if found[key] > known[key]:
            fresh.append(one)
    return fresh, found


def _key(problem: Diagnostic) -> _Key:
    return problem.location.path, problem.severity, problem.code, problem.message


def _place(problem: Diagnostic) -> tuple[str, str, int]:
    return problem.location.path, problem.code, problem.location.line
