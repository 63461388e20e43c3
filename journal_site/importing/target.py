"""Where imported texts go, and what may go there."""

from __future__ import annotations

from typing import NamedTuple

from journal_site.model.source import Spoken


class ImportTarget(NamedTuple):
    """Where the files go, as the build will see it."""

    folder: str
    """Relative to the journal's folder."""
    inside: bool
    """What is imported lies in the journal itself, so that its other files can be linked where they are."""
    repo: str = ""
    """The author's repository on the web."""
    dialects: Spoken = ()
    """Those in which the texts are written, and stay."""
    published: frozenset[str] | None = None
    """Where no more than what a site shows may leave the journal: the files that it holds. Then comments, and keys of
    front matter that are none of ours, stay behind."""
    site: str = ""
    """The address, with a final slash, at which links to what is published and does not come along lead there."""
