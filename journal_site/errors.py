"""Problems with a place: locations, diagnostics and the exceptions that carry them.

The exception tree::

    JournalError            one or more diagnostics; the command line prints them and exits 1
    ├── UsageError          the command's words are off, or no journal was found (exit 2)
    ├── ConfigError         site.yaml cannot be used (exit 2)
    ├── ContentError        a text cannot be read as what it claims to be
    ├── TemplateError       a template failed, with the page that it was for
    ├── OutputError         the site's folder cannot be written, or is not ours to write
    └── ChangedError        a file is no longer what it was when the work began, which is to be done again

Only `journal_site.cli` catches them; every other module lets them pass. `engine/still.py` catches ChangedError, a few
times.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "notice"]


class Location(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in a file: `path` as the user would type it from the journal's folder."""

    path: str
    line: int = 0
    """1-based; 0 where the whole file is meant."""
    column: int = 0
    """1-based, in characters; 0 where the whole line is meant."""

    def __str__(self) -> str:
        """Return `path`, `path:line` or `path:line:column`, as far as it is known."""
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One located problem."""

    severity: Severity
    code: str
    """Kebab-case and stable: `front-matter-unknown`."""
    message: str
    location: Location
    hint: str = ""
    """What to do about it, starting in lower case: `did you mean 'tags'?`."""
    excerpt: str = ""
    """The line that it is about, as written, where the reporter is to show it with a caret."""

    def __str__(self) -> str:
        """Return the first line of the report: `path:line:column: error: message [code]`."""
        return f"{self.location}: {self.severity}: {self.message} [{self.code}]"


class JournalError(Exception):
    """Something that keeps the program from doing what was asked, with all its diagnostics."""

    exit_code = 1

    def __init__(self, *diagnostics: Diagnostic) -> None:
        """Carry the diagnostics, of which there is at least one."""
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[JournalError], tuple[Diagnostic, ...]]:
        """Let the exception cross from one process to another whole."""
        return type(self), self.diagnostics


class UsageError(JournalError):
    """The command's words are off, or there is no journal here."""

    exit_code = 2


class ConfigError(JournalError):
    """site.yaml cannot be used."""

    exit_code = 2


class ContentError(JournalError):
    """A text cannot be read as what it claims to be."""


class TemplateError(JournalError):
    """A template failed."""


class OutputError(JournalError):
    """The site's folder cannot be written, or is not ours to write."""


class ChangedError(JournalError):
    """A file is no longer what it was when the work began: what was made of it so far belongs to another state."""


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Return the key that sorts diagnostics by place, then code."""
    place = diagnostic.location
    return place.path, place.line, place.column, diagnostic.code, diagnostic.message
