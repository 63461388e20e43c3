"""The Content-Security-Policy of every page: scripts only from the site itself and from whom site.yaml admits.

Bodies may hold style attributes (math has them), pictures and frames from anywhere, so those are admitted; inline
scripts never are, whoever wrote them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.config import CspSettings


def content_policy(admitted: CspSettings) -> str:
    """Return the policy as the meta element says it."""
    rules = (
        ("default-src", "'self'", ()),
        ("script-src", "'self'", admitted.script),
        ("style-src", "'self' 'unsafe-inline'", admitted.style),
        ("img-src", "* data:", admitted.img),
        ("font-src", "'self' data:", admitted.font),
        ("connect-src", "'self'", admitted.connect),
        ("frame-src", "'self' https:", admitted.frame),
        ("media-src", "* data:", admitted.media),
        ("object-src", "'none'", ()),
        ("base-uri", "'self'", ()),
    )
    return "; ".join(" ".join((name, default, *origins)) for name, default, origins in rules)
