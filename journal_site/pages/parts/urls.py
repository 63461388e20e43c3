"""Addresses: from URLs relative to the site's root to what a page writes into its `href`."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

import msgspec

from journal_site.expressions import expression

INDEX = "index.html"
_PLAIN = expression(r"[A-Za-z0-9_.~/-]*").fullmatch
_PATH_SAFE = "/~!$&'()*+,;=:@"
_FRAGMENT_SAFE = _PATH_SAFE + "?%"


def root_of(path: str) -> str:
    """Return the prefix from the page at this path to the site's root: `../../`, or `./` at the root itself."""
    return "../" * path.count("/") or "./"


def page_path(url: str) -> str:
    """Return the path of the file that is served at a page's URL: `topics/nlp/` is `topics/nlp/index.html`."""
    return url + INDEX if not url or url.endswith("/") else url


def site_base(url: str) -> str:
    """Return a site's address with exactly one final slash; empty stays empty."""
    return url.rstrip("/") + "/" if url else ""


@lru_cache(maxsize=8192)
def encode_path(path: str) -> str:
    """Return the path as it may stand in a URL after a root (which keeps a colon from looking like a scheme's)."""
    return path if _PLAIN(path) else quote(path, safe=_PATH_SAFE)


def encode_url(url: str, *, portable: bool = False) -> str:
    """Return a site-relative URL percent-encoded; in a portable site a folder's URL names its file."""
    path, mark, fragment = url.partition("#")
    if portable and (not path or path.endswith("/")):
        path += INDEX
    encoded = encode_path(path)
    return f"{encoded}#{quote(fragment, safe=_FRAGMENT_SAFE)}" if mark else encoded


class Urls(msgspec.Struct, frozen=True, kw_only=True):
    """How this build writes addresses."""

    portable: bool = False
    """Links name their files, so that the site reads from a folder."""
    base: str = ""
    """The absolute address of the site's root with a final slash, or empty where it is not known."""

    def href(self, root: str, url: str) -> str:
        """Return a site-relative URL as seen from a page with this root."""
        if not self.portable and _PLAIN(url):
            return root + url
        return root + encode_url(url, portable=self.portable)

    def absolute(self, url: str) -> str:
        """Return the full address of a site-relative URL, or nothing where the site's own is not known."""
        return self.base + encode_url(url) if self.base else ""

    @property
    def base_path(self) -> str:
        """The path under which the site is served: `/repo/`, or `/`."""
        host = self.base.partition("://")[2]
        return "/" + host.partition("/")[2] if host else "/"
