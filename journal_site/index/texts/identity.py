"""Ids: each entry's name in URLs, unique over entries and notes, and stable when a log grows."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.slugs import LONGEST_PART, short_part

if TYPE_CHECKING:
    from journal_site.model.entry import Entry

_SAFE = expression(r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*").fullmatch
_UNSAFE_SIGNS = expression(r"[^\w.~-]+")
_PAGE_SUFFIX = expression(r"(?:/index)?\.html?$", re.IGNORECASE)
_PAGE_FILE = "index.html"


class Identities(msgspec.Struct, frozen=True, kw_only=True):
    """The id of each entry, in the order in which they were given."""

    ids: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def safe_id(text: str) -> str:
    """Return the text as a path that is safe in URLs and on every disk; empty where nothing of it can be used.

    The same text in composed and decomposed form (as macOS spells file names) gives the same id.
    """
    if len(text) <= LONGEST_PART and _SAFE(text):
        return text
    parts = (_UNSAFE_SIGNS.sub("-", part).strip("-.~") for part in unicodedata.normalize("NFC", text).split("/"))
    return "/".join("index-html" if part.lower() == _PAGE_FILE else short_part(part) for part in parts if part)


def assign_ids(entries: Sequence[Entry]) -> Identities:
    """Give each entry its id: explicit slugs first, then the bases, of equal ones the oldest keeping the plain id.

    Within a source "oldest" is its oldest-first order, so that a day added where the log grows changes no other id.
    """
    bases = [safe_id(entry.id_base) or "untitled" for entry in entries]
    slugged = [place for place, entry in enumerate(entries) if entry.slug]
    if not slugged and len({base.casefold() for base in bases}) == len(bases):
        return Identities(ids=tuple(bases))
    ids: list[str] = [""] * len(entries)
    taken: dict[str, int] = {}
    diagnostics = _claim_slugs(entries, slugged, ids, taken)
    files = {bases[place].casefold() for place, entry in enumerate(entries) if not entry.heading}
    numbers: dict[str, int] = {}
    for place in _by_age(entries):
        if not ids[place]:
            ids[place] = _first_free(bases[place], taken, files, numbers)
            taken[ids[place].casefold()] = place
    return Identities(ids=tuple(ids), diagnostics=tuple(diagnostics))


def _claim_slugs(
    entries: Sequence[Entry], slugged: Sequence[int], ids: list[str], taken: dict[str, int]
) -> list[Diagnostic]:
    diagnostics: list[Diagnostic] = []
    for place in slugged:
        slug = safe_id(_PAGE_SUFFIX.sub("", entries[place].slug))
        if not slug:
            continue
        other = taken.setdefault(slug.casefold(), place)
        if other == place:
            ids[place] = slug
        else:
            diagnostics.append(_duplicate(entries[place], entries[other]))
    return diagnostics


def _duplicate(entry: Entry, other: Entry) -> Diagnostic:
    """Tell of two texts with one slug: a mistake, but where another tool reads the word, which may allow it."""
    return Diagnostic(
        severity="warning" if entry.foreign and other.foreign else "error",
        code="slug-duplicate",
        message=f"the slug '{entry.slug}' is also that of {Location(path=other.source, line=other.slug_line)}",
        location=Location(path=entry.source, line=entry.slug_line),
        hint="give one of the two another slug",
    )


def _first_free(base: str, taken: dict[str, int], files: set[str], numbers: dict[str, int]) -> str:
    """Return the base, else the first of base-2, base-3, … that neither an id nor a file's own name is.

    `numbers` remembers where each base's search ended.
    """
    plain = base.casefold()
    if plain not in taken:
        return base
    number = numbers.get(plain, 2)
    while (name := f"{base}-{number}".casefold()) in taken or name in files:
        number += 1
    numbers[plain] = number + 1
    return f"{base}-{number}"


def _by_age(entries: Sequence[Entry]) -> list[int]:
    """Return the places, oldest first: by date between sources, by position within one.

    The latest date so far stands for an entry that has none, or a slip of the pen.
    """
    sources: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        sources.setdefault(entry.source, []).append(place)
    keys: list[tuple[dt.date, int, int]] = [(dt.date.min, 0, 0)] * len(entries)
    for number, places in enumerate(sources.values()):
        grows_up = entries[places[0]].newest_first
        places.sort(key=lambda place: entries[place].position, reverse=grows_up)
        latest = dt.date.min
        for rank, place in enumerate(places):
            latest = max(latest, entries[place].date or latest)
            keys[place] = latest, number, rank
    return sorted(range(len(entries)), key=keys.__getitem__)
