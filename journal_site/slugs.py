"""Slugs: GitHub's ids for headings, topics' and entries' names in URLs."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Sequence

from journal_site.expressions import expression

_NOT_IN_HEADING = expression(r"[^\w\- ]+")
_NOT_IN_NAME = expression(r"[^\w]+")
LONGEST_PART = 180
"""Bytes of one part of an address: disks take 255, and a number or a suffix may follow."""
_MOST_OF_A_NAME = 255
_MOST_OF_A_PATH = 1024
"""Bytes that disks and hosts take."""
_SIGN_WORDS = {"+": " plus ", "#": " sharp ", "&": " and "}


def heading_slug(text: str) -> str:
    """Return the id that GitHub gives a heading of this plain text, before duplicates are numbered.

    The rule is that of github-slugger: lower case, only letters, marks, digits, `_`, `-` and spaces stay, and each
    space becomes a hyphen. Letters are composed (NFC), however they were typed.
    """
    return _NOT_IN_HEADING.sub("", composed(text).strip().lower()).replace(" ", "-")


def composed(name: str) -> str:
    """Return a name in the one form (NFC) in which names are compared: macOS archives `é` as two characters."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


class HeadingIds:
    """Numbers equal slugs as GitHub does: `notes`, `notes-1`, `notes-2`."""

    def __init__(self) -> None:
        """Start with no heading seen."""
        self._seen: dict[str, int] = {}

    def add(self, text: str) -> str:
        """Return the id of the next heading."""
        return self.number(heading_slug(text))

    def take(self, own: str) -> str:
        """Return the id that a heading was given by hand; nothing where it is another's already."""
        return "" if not own or own in self._seen else self.number(own)

    def number(self, slug: str) -> str:
        """Return the id of the next heading with a slug."""
        unique = slug
        while unique in self._seen:
            self._seen[slug] += 1
            unique = f"{slug}-{self._seen[slug]}"
        self._seen[unique] = 0
        return unique


def name_slug(text: str) -> str:
    """Return the URL's form of a name: lower case, words joined by hyphens, letters of every script kept.

    `C++`, `C#` and `C` stay apart (`c-plus-plus`, `c-sharp`, `c`). The slug of a slug is itself; a text with no letter
    or digit gives its characters' code points.
    """
    normal = unicodedata.normalize("NFKC", text).strip().casefold()
    worded = normal
    for sign, word in _SIGN_WORDS.items():
        if sign in worded:
            worded = worded.replace(sign, word)
    slug = _NOT_IN_NAME.sub("-", worded).replace("_", "-").strip("-")
    while "--" in slug:
        slug = slug.replace("--", "-")
    return slug or "-".join(f"{ord(sign):x}" for sign in normal) or "untitled"


def topic_slug(name: str) -> str:
    """Return a topic's slug: its name's, short enough for every disk."""
    return short_part(name_slug(name))


def short_part(part: str) -> str:
    """Return a part that no disk finds too long: of a longer one its beginning, and a checksum that tells it apart."""
    if len(part) * 4 <= LONGEST_PART:
        return part
    raw = part.encode("utf-8", "surrogatepass")
    if len(raw) <= LONGEST_PART:
        return part
    return f"{raw[: LONGEST_PART - 9].decode('utf-8', 'ignore').rstrip('-.~')}-{zlib.crc32(raw):08x}"


def is_too_long(parts: Sequence[str]) -> bool:
    """Tell whether an address of these parts, as an author wrote it, could be no file's on any disk."""
    sizes = [len(part.encode("utf-8", "surrogatepass")) for part in parts]
    return max(sizes) > _MOST_OF_A_NAME or sum(sizes) + len(sizes) > _MOST_OF_A_PATH
