"""The author's editor: which one it is, and how it is told to open a file at a line."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.system_errors import why

_PLUS = frozenset(
    "vi vim nvim gvim view elvis nano pico emacs emacsclient micro kak joe jed ne mg mcedit gedit kate ed ex".split()
)
"""`EDITOR +12 FILE`."""
_GOTO = frozenset("code code-insiders codium vscodium cursor windsurf".split())
"""`EDITOR --goto FILE:12`."""
_COLON = frozenset("hx helix subl zed lapce".split())
"""`EDITOR FILE:12`."""


def find_editor(wanted: str) -> str:
    """Return the command that was asked for, else $VISUAL, else $EDITOR; empty where there is none."""
    return wanted or os.environ.get("VISUAL", "") or os.environ.get("EDITOR", "")


def at_terminal() -> bool:
    """Tell whether somebody sits before a terminal, so that an editor can be opened."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def editor_words(command: str, path: Path, line: int) -> list[str]:
    """Return the words that open a file at a line; at its beginning in an editor that is not known."""
    words = shlex.split(command, posix=os.name != "nt")
    name = Path(words[0]).name.removesuffix(".exe").lower()
    if name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    return [*words, f"{path}:{line}" if name in _COLON else str(path)]


def open_editor(command: str, path: Path, line: int) -> None:
    """Open a file, and wait for the editor to end. Raises UsageError where it cannot be started."""
    try:
        words = editor_words(command, path, line)
        subprocess.run(words, check=False)
    except (OSError, ValueError, IndexError) as error:
        raise UsageError(
            Diagnostic(
                severity="error",
                code="editor-failed",
                message=f"the editor {command!r} could not be started: {_why_not(error)}; '{path}' is written",
                location=Location(path="environment"),
                hint="name another with --editor, $VISUAL or $EDITOR, or use --no-edit",
            )
        ) from None


def _why_not(error: OSError | ValueError | IndexError) -> str:
    if isinstance(error, OSError):
        return why(error)
    return "it is empty" if isinstance(error, IndexError) else "it cannot be split into words"
