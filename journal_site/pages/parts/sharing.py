"""Where entries are shared: the addresses of the sites' forms, with texts and addresses percent-encoded for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from journal_site.expressions import expression

if TYPE_CHECKING:
    import re

_NOT_KEPT = expression(r"[^A-Za-z0-9_.~-]")
_SIGNS = {chr(code): f"%{code:02X}" for code in range(128)}

FORMS = {
    "X": "https://x.com/intent/post?text={text}&url={url}",
    "Bluesky": "https://bsky.app/intent/compose?text={text}%20{url}",
    "Mastodon": "https://share.joinmastodon.org/#text={text}%20{url}",
    "LinkedIn": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
}
"""Forms in which a reader writes a post, by the sites' names. None of them loads anything into our pages."""
MAIL = "mailto:?subject={text}&body={url}"


def form_address(form: str, text: str, url: str) -> str:
    """Return the address of a form with a text and an address, both percent-encoded already."""
    return form.replace("{text}", text).replace("{url}", url)


def encode_query(text: str) -> str:
    """Return a text as a value in a query: what `quote` gives, but sooner, since every entry's page needs two."""
    return _NOT_KEPT.sub(_encode, text) if text.isascii() else quote(text, safe="")


def _encode(match: re.Match[str]) -> str:
    return _SIGNS[match[0]]
