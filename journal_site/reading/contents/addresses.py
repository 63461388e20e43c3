"""Addresses as they may stand in HTML: which are absolute, and which cannot be ones."""

from __future__ import annotations

import re
from urllib.parse import quote

from journal_site.expressions import expression

SLOT_URL = "x-slot:"
"""Stands for a slot while HTML that an author wrote has yet to be put in order."""

_ABSOLUTE = expression(r"(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_WEB = expression(r"(?:https?:)?//", re.IGNORECASE)
_VALID_WEB = expression(
    r"https?://(?:[\w.~%!$&'()*+,;=:-]*@)?(?:[\w.~%-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)", re.IGNORECASE
)
_PLAIN = expression(r"(?:[\w;/?:@&=+$,.!~*'()-]|%[0-9A-Fa-f]{2})+(?:#[\w;/?:@&=+$,.!~*'()%-]*)?", re.ASCII)
_LONE_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "%;/?:@&=+$,-_.!~*'()"
_DANGEROUS = expression(rf"(?:javascript|vbscript|file|data|{SLOT_URL[:-1]}):", re.IGNORECASE)
_IMAGE_DATA = expression(r"data:image/(?:gif|png|jpe?g|webp|avif);base64,[A-Za-z0-9+/=]+")


def is_absolute(url: str) -> bool:
    """Tell whether an address leads out of the journal."""
    return _ABSOLUTE.match(url) is not None


def is_web(url: str) -> bool:
    """Tell whether an address is one of the web."""
    return _WEB.match(url) is not None


def web_address(url: str) -> str:
    """Return an absolute address as it may stand in a link, or nothing where it may not."""
    if url.startswith("//"):
        url = f"https:{url}"
    if not _WEB.match(url):
        return "" if _DANGEROUS.match(url.strip()) else url
    if not _VALID_WEB.match(url):
        return ""
    return url if _PLAIN.fullmatch(url) else _encode(url)


def _encode(url: str) -> str:
    """Percent-encode what may not stand in an address as it is."""
    before, sign, fragment = _LONE_PERCENT.sub("%25", url).partition("#")
    host = re.match(r"\w+://[^/?#]*", before)
    at = host.end() if host else 0
    return before[:at] + quote(before[at:], safe=_SAFE) + sign + quote(fragment, safe=_SAFE)


def file_itself(url: str) -> str:
    """Return the address of a file where the given one is that of the page on which GitHub or GitLab shows it.

    Empty where it is not: such a page is no picture, though authors copy its address for one.
    """
    web = _WEB.match(url)
    if web is None or "/blob/" not in url:
        return ""
    host, _, path = url[web.end() :].partition("#")[0].partition("?")[0].partition("/")
    host = host.lower().removeprefix("www.")
    if "gitlab" in host:
        project, shown, place = path.partition("/-/blob/")
        return f"https://{host}/{project}/-/raw/{place}" if shown and place else ""
    owner, _, rest = path.partition("/")
    name, _, rest = rest.partition("/")
    word, _, place = rest.partition("/")
    is_shown = host == "github.com" and word == "blob" and "/" in place
    return f"https://raw.githubusercontent.com/{owner}/{name}/{place}" if is_shown else ""


def image_address(url: str) -> str:
    """Return an absolute address as it may stand in an image, or nothing where it may not."""
    if _IMAGE_DATA.fullmatch(url):
        return url
    return web_address(url) if is_web(url) else ""
