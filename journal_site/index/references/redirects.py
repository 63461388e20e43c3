"""Aliases with a slash become redirects: old addresses that lead to an entry's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journal_site.errors import Diagnostic, Location
from journal_site.slugs import is_too_long

if TYPE_CHECKING:
    from journal_site.model.entry import Entry


class Redirects(msgspec.Struct, frozen=True, kw_only=True):
    """(alias path, URL) of each redirect, both relative to the site's root."""

    pairs: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def build_redirects(entries: Sequence[Entry], urls: Sequence[str]) -> Redirects:
    """Return the redirects of all entries; an alias that is another page's address is left out with a warning."""
    taken: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    diagnostics: list[Diagnostic] = []
    for entry, url in zip(entries, urls, strict=True):
        for alias in entry.aliases:
            if "/" not in alias:
                continue
            if not taken:
                taken = {_key(page): "the page of that address" for page in ("", *urls)}
            path = _clean(alias)
            if path is None:
                diagnostics.append(_warning(entry, alias, "cannot be an address in the site"))
            elif _key(path) == _key(url):
                continue
            elif _key(path) in taken:
                diagnostics.append(_warning(entry, alias, f"is taken by {taken[_key(path)]}"))
            else:
                taken[_key(path)] = str(Location(path=entry.source))
                pairs.append((path, url))
    return Redirects(pairs=tuple(pairs), diagnostics=tuple(diagnostics))


def _clean(alias: str) -> str | None:
    """Return an alias as a URL relative to the site's root, of a folder if it names no HTML; None where it is none."""
    path = alias.partition("://")[2].partition("/")[2] if "://" in alias else alias
    path = path.partition("?")[0].partition("#")[0]
    parts = [part for part in path.split("/") if part not in {"", "."}]
    if not parts or ".." in parts or "\\" in path or any(ord(sign) < ord(" ") for sign in path) or is_too_long(parts):
        return None
    named = not path.endswith("/") and parts[-1].lower().endswith((".html", ".htm"))
    return "/".join(parts) + ("" if named else "/")


def _key(path: str) -> str:
    """Return the same key for all spellings of one page's address."""
    return path.casefold().removesuffix("index.html").rstrip("/")


def _warning(entry: Entry, alias: str, why: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="alias-taken" if why.startswith("is") else "alias-unusable",
        message=f"the alias '{alias}' {why}",
        location=Location(path=entry.source, line=entry.line),
        hint="an alias with a slash becomes a redirect: name an old address that no other page has",
    )
