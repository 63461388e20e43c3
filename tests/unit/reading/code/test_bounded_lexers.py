"""Whatever is in a block of code, highlighting it comes to an end, and no sign of it is lost."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from html import unescape

import pytest

from journal_site.reading.code import time_limit as in_time
from journal_site.reading.code.highlight import HighlightedCode, highlight
from tests.unit.reading.code.test_highlight import Kept, plain

_TRACEBACK = 'Traceback (most recent call last):\n  File "a.py", line 3 in f\n'
_NO_END = [
    ("pytb", _TRACEBACK),
    ("pycon", f">>> f()\n{_TRACEBACK}"),
    ("py3tb", f"{_TRACEBACK}    g()\n"),
]
_BACK_AND_FORTH = [
    ("bash", "x=$'" + r"\1" * 200), ("scala", 'val a = "' + r"\\" * 200), ("batch", "if '" + "%%" * 200),
    ("inform6", "a " + "! " * 200), ("tcsh", "echo '" + r"\1" * 200), ("fish", 'echo "' + r"\\" * 200),
    ("maple", '"' + r"\x" * 200), ("racket", '#rx"' + "\\" * 200), ("smithy", "'" + "\n" * 200),
    ("rego", 'a := "' + r"\\" * 200), ("tads3", "a//" + r"\\" * 200), ("perl6", "tr /" + r"\\" * 200),
]  # fmt: skip


def lexed(code: str, language: str) -> HighlightedCode:
    started = time.process_time()
    html = highlight(code, language, Kept())
    assert time.process_time() - started < 5
    assert plain(html.html) == code
    return html


@pytest.mark.parametrize(("language", "code"), _NO_END)
def test_a_lexer_that_does_not_get_on_leaves_code_plain(language: str, code: str) -> None:
    html, problem = lexed(code, language)
    assert "span" not in html
    assert problem == f"this code is shown plain: it cannot be read as '{language}'"


def test_what_is_left_plain_is_kept_and_told_again() -> None:
    cache = Kept()
    first = highlight(_TRACEBACK, "pytb", cache)
    assert (highlight(_TRACEBACK, "pytb", cache), cache.hits) == (first, 1)
    assert highlight(_TRACEBACK.replace(" in", ", in"), "pytb", cache).problem == ""


@pytest.mark.parametrize(("language", "code"), _BACK_AND_FORTH)
def test_no_expression_tries_all_ways(language: str, code: str) -> None:
    assert lexed(f"{code}\n", language).problem == ""


@pytest.mark.parametrize("language", ["console", "pycon", "ps1con", "doscon", "irc", "python"])
@pytest.mark.parametrize("code", ["$ ls", "ls", "a\n(b", "C:\\>dir", "PS> a", ">>> 1", "* a waves", ">>> (\n... 1\n1"])
def test_a_last_line_without_an_end_is_not_lost(language: str, code: str) -> None:
    assert lexed(code, language).problem == ""


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_time, "SECONDS", 1)


def _in_a_thread(work: Callable[[], object]) -> list[object]:
    done: list[object] = []
    thread = threading.Thread(target=lambda: done.append(work()))
    thread.start()
    thread.join(60)
    return done


_SLOW = "a\n" * 4000
"""The lexer of C# takes a minute for it."""


@pytest.mark.usefixtures("hurried")
def test_what_takes_too_long_is_left_plain() -> None:
    html, problem = highlight(_SLOW, "csharp", Kept())
    assert (unescape(html), problem) == (_SLOW, "this code is shown plain: it cannot be read as 'csharp'")


@pytest.mark.usefixtures("hurried")
def test_in_other_threads_a_process_apart_is_ended_and_the_next_goes_on() -> None:
    try:
        assert _in_a_thread(lambda: in_time.write_in_time("csharp", _SLOW)) == [None]
        code = "x = 1\n" * 1000
        assert _in_a_thread(lambda: in_time.write_in_time("python", code)) == [in_time.write_in_time("python", code)]
    finally:
        in_time._APART.end()


def test_a_lexer_that_fails_leaves_code_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise IndexError

    monkeypatch.setattr(in_time, "write_code", fail)
    assert highlight("x", "python", Kept()) == ("x", "this code is shown plain: it cannot be read as 'python'")


def test_the_clock_is_put_back() -> None:
    import signal

    assert lexed("x = 1\n", "python").problem == ""
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert re.compile("a").match("a")


def test_the_process_apart_runs_this_very_package() -> None:
    assert (in_time._ROOT / in_time.__name__.replace(".", "/")).with_suffix(".py").is_file()
