"""Which files of others no site may hold: those that a browser would run where it opens them.

A page, a drawing or XML runs its scripts in the name of the site that it lies on, and there they may do whatever the
site's own may. A PDF's scripts, a text's or a program's do not run so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.file_kinds import PUBLISHED
from journal_site.index.paths.relative import suffix_of

if TYPE_CHECKING:
    from journal_site.model.source import Asset

_RUN = frozenset(
    """html htm shtml shtm xhtml xht mht mhtml xml xsl xslt xbl xul rdf rss atom opml kml gpx mathml mml svg svgz swf
    hta php php3 php4 php5 php7 phtml phar asp aspx jsp jspx cgi""".split()
)
"""Suffixes, without their dot, of what a browser runs when it opens it, or the server before that."""
_TYPED = PUBLISHED - {".html", ".htm", ".gz", ".svg"}
"""Suffixes by which every server tells a browser a type that it runs nothing of."""


def may_be_opened(asset: Asset) -> bool:
    """Tell whether a site may hold a file: a browser that opens it must not run what others wrote."""
    if not asset.guarded or asset.kind == "folder":
        return True
    return asset.markup != "page" and not _runs(asset.path)


def _runs(path: str) -> bool:
    """Tell by a file's name whether it may run.

    A server that takes the last suffix for an encoding, or does not know it, goes by the one before (`x.html.gz`).
    """
    if suffix_of(path) == ".svg":  # what it holds was looked at
        return False
    for part in reversed(path.rpartition("/")[2].lower().split(".")[1:]):
        if part in _RUN:
            return True
        if f".{part}" in _TYPED:
            return False
    return False
