"""Where a page's text stands: its place in the journal, and in the repository on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.urls import encode_path
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from journal_site.pages.parts.context import PageContext


class Provenance(View, frozen=True, kw_only=True):
    """Where a text comes from."""

    place: str
    """`README.md:130`"""
    url: str = ""
    """That place in the repository; empty where no repository is named."""
    edit: str = ""
    """Where the repository's host lets one edit it."""


def provenance(context: PageContext, path: str, line: int) -> Provenance:
    """Return where a text stands; the whole file is meant by line 0 or 1."""
    place, anchor = (f"{path}:{line}", f"#L{line}") if line > 1 else (path, "")
    prefixes = context.repository
    if prefixes is None:
        return Provenance(place=place)
    tail = encode_path(path) + anchor
    return Provenance(place=place, url=prefixes.view + tail, edit=prefixes.edit + tail)
