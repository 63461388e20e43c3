"""The kinds of values that settings have, as types that mypy sees as plain `str` or `int`.

A kind says in words what is wanted; how a text becomes one says the function of its name in `checks`.
"""

from __future__ import annotations

from typing import Annotated

import msgspec


class ValueKind(msgspec.Struct, frozen=True):
    """What a value must be, beyond its type."""

    name: str
    wanted: str
    """For messages and the reference: `an address such as https://example.org/journal/`."""
    commas: bool = False
    """They belong to the text where a list is wanted, and part no items."""


Accent = Annotated[str, ValueKind("accent", 'a colour such as "#2f6f4f"')]
Branch = Annotated[str, ValueKind("branch", "a branch name")]
WholeNumber = Annotated[int, ValueKind("count", "a whole number from 1 up")]
DaysOfWeek = Annotated[int, ValueKind("days_of_week", "a whole number from 1 to 7")]
DiagnosticCode = Annotated[str, ValueKind("diagnostic_code", "the code of a warning or notice such as image-alt")]
Domain = Annotated[str, ValueKind("domain", "a domain name such as journal.example.org")]
LanguageTag = Annotated[str, ValueKind("language", "a language tag such as en or pt-BR")]
HeadingExample = Annotated[str, ValueKind("heading_example", 'an example such as "## Day {N}: {title}"', commas=True)]
Origin = Annotated[str, ValueKind("origin", "an origin such as https://stats.example.org")]
RelativePath = Annotated[str, ValueKind("path", "a path inside the journal's folder", commas=True)]
RepositoryFolder = Annotated[str, ValueKind("path", "a folder of the repository, such as docs", commas=True)]
RepositoryUrl = Annotated[str, ValueKind("repository", "an address such as https://github.com/name/journal")]
Sentence = Annotated[str, ValueKind("sentence", "a text", commas=True)]
SiteUrl = Annotated[str, ValueKind("site_url", "an address such as https://example.org/journal/")]
TimeOfNight = Annotated[str, ValueKind("time_of_night", 'a time before noon such as "04:00"')]
TimeZone = Annotated[str, ValueKind("timezone", "a time zone such as Europe/Berlin")]
Year = Annotated[int, ValueKind("year", "a year such as 2026")]

Words = tuple[str, ...]
"""Also written as one text with commas between."""
Sentences = tuple[Sentence, ...]
Headings = tuple[HeadingExample, ...]
"""Also written as one text."""
Origins = tuple[Origin, ...]
