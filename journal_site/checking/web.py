"""Ask the web whether addresses still lead somewhere: each host slowly, many hosts at once, answers kept for a while.

An answer that says nothing of the page (refused to programs, too many requests, none in time) is "unknown", never dead.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Final, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import BaseHandler, HTTPRedirectHandler, Request, build_opener

import msgspec

from journal_site import __version__

WebVerdict = Literal["alive", "moved", "dead", "unknown"]
_HOSTS = 8
"""How many hosts are asked at once."""
_MOST_HOPS = 10
_PERMANENT: Final = frozenset({301, 308})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
_ASK_WHOLE: Final = frozenset({400, 403, 404, 405, 410, 501})
"""Servers that know no HEAD answer so to it: they are asked for the page itself."""
_BUSY: Final = 429
_FINE: Final = range(200, 300)
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
_HEADERS: Final = {"User-Agent": f"journal/{__version__} (checks the links of a journal)", "Accept": "*/*"}


class WebAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one address."""

    verdict: WebVerdict
    said: str
    """Why: `404`, `no answer in 10 s`, `the host is not known`."""
    location: str = ""
    """Where it has moved to for good."""
    at: float = 0.0
    """When it was asked, in seconds since 1970."""


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How the web is asked."""

    timeout: float = 10.0
    """Seconds for one answer."""
    pause: float = 1.0
    """Seconds between two requests to one host."""
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time


class _Stay(HTTPRedirectHandler):
    """Leaves redirects to us: which of them are for good has to be known."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> None:
        """Follow none."""
        del req, fp, code, msg, headers, newurl


def ask_web(urls: Iterable[str], known: Mapping[str, WebAnswer], manners: Manners) -> dict[str, WebAnswer]:
    """Return what became of each address; what is known is not asked again."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        if url not in known:
            by_host[_host(url)].append(url)
    answers = dict(known)
    with ThreadPoolExecutor(max_workers=_HOSTS) as pool:
        for found in pool.map(lambda group: _ask_host(group, manners), by_host.values()):
            answers |= found
    return answers


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.casefold()
    except ValueError:
        return ""


def _ask_host(urls: Iterable[str], manners: Manners) -> dict[str, WebAnswer]:
    """Ask for a host's addresses one after another, and for none once it says that it is too much."""
    answers: dict[str, WebAnswer] = {}
    busy = False
    for number, url in enumerate(urls):
        if busy:
            answers[url] = WebAnswer(verdict="unknown", said="the host asks for fewer requests", at=manners.clock())
            continue
        if number:
            manners.sleep(manners.pause)
        answer = msgspec.structs.replace(_either_way(url, manners), at=manners.clock())
        busy = answer.said == str(_BUSY)
        answers[url] = answer
    return answers


def _either_way(url: str, manners: Manners) -> WebAnswer:
    """Ask for an address, and without encryption where that gives no page: one that is kept names `https` alone."""
    answer = _follow(url, manners)
    if answer.verdict != "dead" or answer.said.isdecimal() or not url.startswith("https://"):
        return answer
    other = _follow(f"http{url.removeprefix('https')}", manners)
    return answer if other.verdict == "dead" and not other.said.isdecimal() else other


def _follow(url: str, manners: Manners) -> WebAnswer:
    """Ask for an address and for those that it leads on to."""
    seen, here, for_good = {url}, url, True
    for _ in range(_MOST_HOPS):
        try:
            status, location = _ask(here, manners.timeout)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _failed(error, manners.timeout)
        if status not in _REDIRECTS or not location:
            return _judged(status, here if here != url and for_good else "")
        for_good = for_good and status in _PERMANENT
        here = urljoin(here, location)
        if not here.startswith(("http://", "https://")):
            return WebAnswer(verdict="dead", said=f"leads to {here.partition(':')[0]}:")
        if here in seen:
            return WebAnswer(verdict="dead", said="leads round in a circle")
        seen.add(here)
    return WebAnswer(verdict="dead", said=f"leads on more than {_MOST_HOPS} times")


def _judged(status: int, moved: str) -> WebAnswer:
    if status in _GONE:
        return WebAnswer(verdict="dead", said=str(status))
    if status not in _FINE:
        return WebAnswer(verdict="unknown", said=str(status))
    return WebAnswer(verdict="moved" if moved else "alive", said=str(status), location=moved)


def _ask(url: str, timeout: float) -> tuple[int, str]:
    """Return the status of one address, and where it leads on to; nothing of the page itself is read."""
    status, location = _request(url, "HEAD", timeout)
    return _request(url, "GET", timeout) if status in _ASK_WHOLE else (status, location)


def _request(url: str, method: str, timeout: float) -> tuple[int, str]:
    handlers: list[BaseHandler] = [_Stay()]
    request = Request(quote(url, safe=_SAFE), headers=_HEADERS, method=method)  # noqa: S310 - `_follow` lets http pass alone
    try:
        with build_opener(*handlers).open(request, timeout=timeout) as answer:
            return answer.status, ""
    except HTTPError as error:
        with error:
            return error.code, error.headers.get("Location", "")


def _failed(error: Exception, timeout: float) -> WebAnswer:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return WebAnswer(verdict="unknown", said=f"no answer in {timeout:g} s")
    if isinstance(cause, socket.gaierror):
        return WebAnswer(verdict="dead", said="the host is not known")
    if isinstance(cause, ssl.SSLCertVerificationError):
        return WebAnswer(verdict="dead", said="its certificate is not valid")
    if isinstance(cause, ConnectionRefusedError):
        return WebAnswer(verdict="dead", said="the host takes no connections")
    return WebAnswer(verdict="dead", said="the answer cannot be understood")
