"""Links' targets: the one form of each, and the host it lives on. What kind of thing it is, `link_kinds` says."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from journal_site.expressions import expression

_PARTS = expression(r"(?:(https?|ftp):)?//([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
_TRACKING = expression(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|ref_src|ref_url|spm|share_token"
    r"|mkt_tok|trk|trackingid|lipi|feature|si|_ga|_gl|at_medium|at_campaign|cmpid|campaign_id",
    re.IGNORECASE,
)
_ARXIV_PATH = expression(
    r"/(?:abs|pdf|html|format|ps|e-print)/((?:[a-z-]+(?:\.[a-z]{2})?/)?\d[\d.]*)(?:v\d+)?(?:\.pdf)?/?", re.IGNORECASE
)
_ARXIV = frozenset({"arxiv.org", "www.arxiv.org", "export.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org"})
_ONE_HOST = {
    "youtube.com": "www.youtube.com",
    "m.youtube.com": "www.youtube.com",
    "www.github.com": "github.com",
    "kaggle.com": "www.kaggle.com",
    "mobile.twitter.com": "twitter.com",
    "www.twitter.com": "twitter.com",
}
_NO_FINAL_SLASH = frozenset({"github.com", "gitlab.com", "huggingface.co", "www.kaggle.com", "twitter.com", "x.com"})
_ROUTES = ("#/", "#!")


@lru_cache(maxsize=4096)
def normalise_url(url: str) -> str:
    """Return the one form of an external link's target under which it is indexed.

    `http` is `https`, the host is in lower case, tracking parameters and fragments go (but not the routes of one-page
    sites), and all addresses of one arXiv paper are its abstract's. What is no web address stays as it is.
    """
    match = _PARTS.fullmatch(url.strip())
    if match is None or not match[2]:
        return url.strip()
    scheme, host, path, query, fragment = match.groups(default="")
    scheme = "ftp" if scheme.lower() == "ftp" else "https"
    host = _plain_host(host)
    if host in _ARXIV and (paper := _ARXIV_PATH.fullmatch(path)):
        return f"https://arxiv.org/abs/{paper[1].rstrip('.')}"
    if host == "youtu.be" and len(path) > 1:
        host, query, path = "www.youtube.com", f"?v={path[1:]}&{query[1:]}", "/watch"
    elif host in _NO_FINAL_SLASH:
        path = path.rstrip("/").removesuffix(".git")
    if not fragment.startswith(_ROUTES):
        fragment = ""
    return f"{scheme}://{host}{_plain_path(path)}{_plain_query(query)}{fragment}"


def domain(url: str) -> str:
    """Return the host of a normalised link, without `www.`: empty where it has none."""
    _, slashes, rest = url.partition("://")
    return rest.partition("/")[0].rpartition("@")[2].partition(":")[0].removeprefix("www.") if slashes else ""


def _plain_host(host: str) -> str:
    host = host.lower().removesuffix(":80").removesuffix(":443").rstrip(".")
    if not host.isascii():
        host = quote(host, safe="@:[]%")
    return _ONE_HOST.get(host, host)


def _plain_path(path: str) -> str:
    if not path:
        return "/"
    return path if path.isascii() else quote(path, safe="/%:@!$&'()*+,;=~-._")


def _plain_query(query: str) -> str:
    if len(query) < 2:  # noqa: PLR2004 - a lone question mark
        return ""
    if not _TRACKING.search(query):
        return query.rstrip("&")
    kept = [pair for pair in query[1:].split("&") if pair and not _TRACKING.fullmatch(pair.partition("=")[0])]
    return "?" + "&".join(kept) if kept else ""
