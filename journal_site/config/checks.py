"""What each kind of value must look like: text as written → the value, or why it is none.

A kind of `kinds` is checked by the function of its name. Each raises UnfitError.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

from journal_site.config.codes import QUIETABLE
from journal_site.config.languages import language_tag, likely_tag
from journal_site.config.scalars import to_int
from journal_site.expressions import expression
from journal_site.heading_places import PLACE, PLACES


class UnfitError(ValueError):
    """The value is not of its kind; `hint` says what would be."""

    def __init__(self, hint: str = "", why: str = "") -> None:
        super().__init__(why)
        self.hint = hint
        self.why = why
        """Said in place of what is wanted, where that alone would puzzle."""


_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_HOST = expression(rf"(?:{_LABEL}\.)*{_LABEL}|\[[0-9a-fA-F:.]+\]")
_DOMAIN = expression(rf"(?:{_LABEL}\.)+{_LABEL}")
_CHECKSUM = expression(r"sha(?:256|384|512)-[A-Za-z0-9+/_-]{43,88}={0,2}")
_ORIGIN = expression(rf"(?:(?:https?|wss?)://)?(?:\*\.)?(?:{_LABEL}\.)*{_LABEL}(?::(?:[0-9]+|\*))?(?:/[\w./~%-]*)?")
_UNSAFE_IN_URL = expression(r"[\s\x00-\x20\"'<>\\^`{|}]")
_COLOUR = expression(r"#?(?:([0-9a-f]{3})|([0-9a-f]{6}))", re.IGNORECASE)
_COMMON_COLOURS = {
    "red": "#c0392b", "green": "#2f6f4f", "blue": "#2457a6", "orange": "#b85c00", "purple": "#6b3fa0",
    "teal": "#0f766e", "pink": "#b83280", "brown": "#7a4b2a", "black": "#222222", "gray": "#555555",
    "grey": "#555555", "yellow": "#8a6d00",
}  # fmt: skip
_GIT_ADDRESS = expression(r"(?:ssh://)?[\w.-]+@([\w.-]+)(?::[0-9]+/|[:/])([\w./~-]+?)/?")
_OWNER_AND_NAME = expression(r"[\w-]+/[\w.-]+")
_NO_BRANCH = expression(r"[\s~^:?*\[\\\x00-\x1f\x7f]|\.\.|@\{|^[-/]|/$|\.lock$|//")
_TIME = expression(r"([0-9]{1,2})(?::([0-9]{2}))?")
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


def repository(text: str) -> str:
    """Return the address of a repository that may be written as GitHub's `owner/name` or as git has it."""
    match = _GIT_ADDRESS.fullmatch(text)
    if match:
        text = f"https://{match[1]}/{match[2]}"
    elif _OWNER_AND_NAME.fullmatch(text) and "." not in text.partition("/")[0]:
        text = f"https://github.com/{text}"
    address = web_address(text)
    return address.rstrip("/").removesuffix(".git")


def accent(text: str) -> str:
    """Return a colour as `#rrggbb`."""
    match = _COLOUR.fullmatch(text)
    if not match:
        near = _COMMON_COLOURS.get(text.lower())
        raise UnfitError(f'a {text.lower()} that reads well: "{near}"' if near else "")
    digits = match[2] or "".join(digit * 2 for digit in match[1])
    return f"#{digits.lower()}"


def branch(text: str) -> str:
    """Return a name that git allows a branch."""
    if _NO_BRANCH.search(text):
        raise UnfitError
    return text


def count(text: str) -> int:
    """Return a whole number from 1 up."""
    number = to_int(text)
    if number is None or number < 1:
        raise UnfitError
    return number


def days_of_week(text: str) -> int:
    """Return how many days of a week are meant."""
    number = to_int(text)
    if number is None or not 1 <= number <= 7:  # noqa: PLR2004 - a week's days
        raise UnfitError
    return number


def time_of_night(text: str) -> str:
    """Return a time from midnight until before noon, as `04:00`."""
    match = _TIME.fullmatch(text)
    if not match or int(match[2] or 0) > 59:  # noqa: PLR2004 - an hour's minutes
        raise UnfitError
    if int(match[1]) >= 12:  # noqa: PLR2004 - noon
        raise UnfitError("a day can end after midnight, and before noon")
    return f"{int(match[1]):02}:{match[2] or '00'}"


def year(text: str) -> int:
    """Return a year of our time."""
    number = to_int(text)
    if number is None or not FIRST_YEAR <= number <= LAST_YEAR:
        raise UnfitError
    return number


def heading_example(text: str) -> str:
    """Return an example of the lines that head days, with places for at least a day's number or its date."""
    places = [place[1:-1].lower() for place in re.findall(PLACE, text)]
    unknown = next((place for place in places if place not in PLACES), None)
    if unknown is not None:
        near = closest(unknown, frozenset(PLACES))
        hint = f"did you mean {_place(near)}?" if near else f"there are {', '.join(map(_place, PLACES))}"
        raise UnfitError(hint, why=f"has no place called {_place(unknown)}")
    if "n" not in places and not {"m", "d"} <= set(places):
        raise UnfitError("{N} stands for a day's number, {YYYY}, {M} and {D} for its date", why="names no day")
    return text


def _place(name: str) -> str:
    return f"{{{name.upper() if len(set(name)) == 1 else name}}}"


def domain(text: str) -> str:
    """Return the name of a host."""
    if not _DOMAIN.fullmatch(text):
        host = urlsplit(text).hostname if text.startswith(("http://", "https://")) else None
        raise UnfitError(f"write the name alone: {host}" if host and _DOMAIN.fullmatch(host) else "")
    return text.lower()


def language(text: str) -> str:
    """Return a language's tag in its usual case."""
    tag = language_tag(text)
    if tag is None:
        likely = likely_tag(text)
        raise UnfitError(f"did you mean '{likely}'?" if likely else "")
    return tag


def diagnostic_code(text: str) -> str:
    """Return the code of a problem that need not be told."""
    code = text.strip("[]")
    if code not in QUIETABLE:
        likely = closest(code, QUIETABLE, cutoff=0.6)
        known = "a code stands in brackets behind each warning; errors are always told"
        raise UnfitError(f"did you mean '{likely}'?" if likely else known)
    return code


def origin(text: str) -> str:
    """Return an origin that a page's policy may admit, or the checksum of a script or style within its pages."""
    bare = text.strip("'\"")
    if _CHECKSUM.fullmatch(bare):
        return f"'{bare}'"
    if bare.startswith(("unsafe-", "self", "none", "nonce-", "sha256-", "strict-dynamic")):
        raise UnfitError("name origins or checksums only: the site sets the rest of its policy itself")
    if not _ORIGIN.fullmatch(text):
        raise UnfitError
    return text


def path(text: str) -> str:
    """Return a path inside the journal's folder, in its plain form."""
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


def sentence(text: str) -> str:
    """Return any text."""
    return text


def timezone(text: str) -> str:
    """Return the name of a time zone that the system knows."""
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
