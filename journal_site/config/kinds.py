"""The kinds of values that settings have, as types that mypy sees as plain `str` or `int`.

A kind says in words what is wanted; how a text becomes one is in `checks`.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

KindName = Literal[
    "accent",
    "branch",
    "count",
    "domain",
    "language",
    "origin",
    "path",
    "repository",
    "sentence",
    "site-url",
    "timezone",
    "year",
]


class Kind(msgspec.Struct, frozen=True):
    """What a value must be, beyond its type."""

    name: KindName
    wanted: str
    """For messages and the reference: `an address such as https://example.org/journal/`."""


Accent = Annotated[str, Kind("accent", 'a colour such as "#2f6f4f"')]
Branch = Annotated[str, Kind("branch", "a branch name")]
WholeNumber = Annotated[int, Kind("count", "a whole number from 1 up")]
Domain = Annotated[str, Kind("domain", "a domain name such as journal.example.org")]
LanguageTag = Annotated[str, Kind("language", "a language tag such as en or pt-BR")]
Origin = Annotated[str, Kind("origin", "an origin such as https://stats.example.org")]
RelativePath = Annotated[str, Kind("path", "a path inside the journal's folder")]
RepositoryUrl = Annotated[str, Kind("repository", "an address such as https://github.com/name/journal")]
Sentence = Annotated[str, Kind("sentence", "a text")]
SiteUrl = Annotated[str, Kind("site-url", "an address such as https://example.org/journal/")]
TimeZone = Annotated[str, Kind("timezone", "a time zone such as Europe/Berlin")]
Year = Annotated[int, Kind("year", "a year such as 2026")]

Words = tuple[str, ...]
"""Also written as one text with commas between."""
Sentences = tuple[Sentence, ...]
"""Commas belong to the text."""
Origins = tuple[Origin, ...]
