"""What each kind of value must look like: text as written → the value, or why it is none."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from journal_site.config.languages import language_tag, likely_tag
from journal_site.config.scalars import to_int

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal_site.config.kinds import KindName


class UnfitError(ValueError):
    """The value is not of its kind; `hint` says what would be."""

    def __init__(self, hint: str = "", why: str = "") -> None:
        super().__init__(why)
        self.hint = hint
        self.why = why
        """Said in place of what is wanted, where that alone would puzzle."""


_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)*{_LABEL}|\[[0-9a-fA-F:.]+\]")
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")
_ORIGIN = re.compile(rf"(?:(?:https?|wss?)://)?(?:\*\.)?(?:{_LABEL}\.)*{_LABEL}(?::(?:[0-9]+|\*))?(?:/[\w./~%-]*)?")
_UNSAFE_IN_URL = re.compile(r"[\s\x00-\x20\"'<>\\^`{|}]")
_COLOUR = re.compile(r"#?(?:([0-9a-f]{3})|([0-9a-f]{6}))", re.IGNORECASE)
_COMMON_COLOURS = {
    "red": "#c0392b", "green": "#2f6f4f", "blue": "#2457a6", "orange": "#b85c00", "purple": "#6b3fa0",
    "teal": "#0f766e", "pink": "#b83280", "brown": "#7a4b2a", "black": "#222222", "gray": "#555555",
    "grey": "#555555", "yellow": "#8a6d00",
}  # fmt: skip
_GIT_ADDRESS = re.compile(r"(?:ssh://)?[\w.-]+@([\w.-]+)(?::[0-9]+/|[:/])([\w./~-]+?)/?")
_OWNER_AND_NAME = re.compile(r"[\w-]+/[\w.-]+")
_NO_BRANCH = re.compile(r"[\s~^:?*\[\\\x00-\x1f\x7f]|\.\.|@\{|^[-/]|/$|\.lock$|//")
FIRST_YEAR, LAST_YEAR = 1900, 2999


def web_address(text: str) -> str:
    """Return an absolute http address that can stand in a page."""
    if "://" not in text and not text.startswith(("mailto:", "javascript:", "data:")):
        bare = text.lstrip("/")
        raise UnfitError(
            f"did you mean 'https://{bare}'?" if "." in bare and " " not in bare else "begin with https://"
        )
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise UnfitError from error
    if parts.scheme not in {"http", "https"}:
        raise UnfitError("begin with https://")
    if not _HOST.fullmatch(host if ":" not in host else f"[{host}]") or _UNSAFE_IN_URL.search(text):
        raise UnfitError
    return text


def site_url(text: str) -> str:
    """Return the address that a site lives at, with a slash at its end. Raises UnfitError with a hint."""
    address = web_address(text)
    if "?" in address or "#" in address:
        raise UnfitError("leave out what follows '?' or '#'")
    return address if address.endswith("/") else address + "/"


def _repository(text: str) -> str:
    match = _GIT_ADDRESS.fullmatch(text)
    if match:
        text = f"https://{match[1]}/{match[2]}"
    elif _OWNER_AND_NAME.fullmatch(text) and "." not in text.partition("/")[0]:
        text = f"https://github.com/{text}"
    address = web_address(text)
    return address.rstrip("/").removesuffix(".git")


def _accent(text: str) -> str:
    match = _COLOUR.fullmatch(text)
    if not match:
        near = _COMMON_COLOURS.get(text.lower())
        raise UnfitError(f'a {text.lower()} that reads well: "{near}"' if near else "")
    digits = match[2] or "".join(digit * 2 for digit in match[1])
    return f"#{digits.lower()}"


def _branch(text: str) -> str:
    if _NO_BRANCH.search(text):
        raise UnfitError
    return text


def _count(text: str) -> int:
    number = to_int(text)
    if number is None or number < 1:
        raise UnfitError
    return number


def _year(text: str) -> int:
    number = to_int(text)
    if number is None or not FIRST_YEAR <= number <= LAST_YEAR:
        raise UnfitError
    return number


def _domain(text: str) -> str:
    if not _DOMAIN.fullmatch(text):
        host = urlsplit(text).hostname if text.startswith(("http://", "https://")) else None
        raise UnfitError(f"write the name alone: {host}" if host and _DOMAIN.fullmatch(host) else "")
    return text.lower()


def _language(text: str) -> str:
    tag = language_tag(text)
    if tag is None:
        likely = likely_tag(text)
        raise UnfitError(f"did you mean '{likely}'?" if likely else "")
    return tag


def _origin(text: str) -> str:
    if text.strip("'\"").startswith(("unsafe-", "self", "none", "nonce-", "sha256-", "strict-dynamic")):
        raise UnfitError("name origins only: the site sets the rest of its policy itself")
    if not _ORIGIN.fullmatch(text):
        raise UnfitError
    return text


def _path(text: str) -> str:
    if "\\" in text:
        raise UnfitError(f"write it with forward slashes: {text.replace(chr(92), '/')}")
    if text.startswith(("/", "~")) or re.match(r"[A-Za-z]:", text):
        raise UnfitError("write it relative to site.yaml")
    if "://" in text or "\x00" in text:
        raise UnfitError
    normal = posixpath.normpath(text)
    if normal == ".." or normal.startswith("../"):
        raise UnfitError(why="leads out of the journal's folder")
    return normal


def _timezone(text: str) -> str:
    import zoneinfo  # noqa: PLC0415 - 2 ms that only a journal with a time zone pays

    try:
        zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        names = zoneinfo.available_timezones()
        city = text.strip().replace(" ", "_").lower()
        ends = sorted(name for name in names if name.lower() == city or name.lower().endswith("/" + city))
        likely = ends[0] if ends else closest(text, names)
        raise UnfitError(f"did you mean '{likely}'?" if likely else "") from error
    return text


def closest(word: str, words: frozenset[str] | set[str] | tuple[str, ...], cutoff: float = 0.7) -> str | None:
    """Return the one of `words` that somebody who wrote `word` is likely to mean."""
    import difflib  # noqa: PLC0415 - 3 ms that only an error pays

    lower = {known.lower(): known for known in sorted(words)}
    near = difflib.get_close_matches(word.lower()[:100], lower, n=1, cutoff=cutoff)
    return lower[near[0]] if near else None


CHECKS: dict[KindName, Callable[[str], str | int]] = {
    "accent": _accent,
    "branch": _branch,
    "count": _count,
    "domain": _domain,
    "language": _language,
    "origin": _origin,
    "path": _path,
    "repository": _repository,
    "sentence": str,
    "site-url": site_url,
    "timezone": _timezone,
    "year": _year,
}
