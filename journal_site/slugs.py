"""Slugs: GitHub's ids for headings, topics' and entries' names in URLs."""

from __future__ import annotations

import re
import unicodedata

_NOT_IN_HEADING = re.compile(r"[^\w\- ]+")
_NOT_IN_NAME = re.compile(r"[^\w]+")
_SPOKEN = {"+": " plus ", "#": " sharp ", "&": " and "}


def heading_slug(text: str) -> str:
    """Return the id that GitHub gives a heading of this plain text, before duplicates are numbered.

    The rule is that of github-slugger: lower case, only letters, marks, digits, `_`, `-` and spaces stay, and each
    space becomes a hyphen.
    """
    return _NOT_IN_HEADING.sub("", text.strip().lower()).replace(" ", "-")


class HeadingIds:
    """Numbers equal slugs as GitHub does: `notes`, `notes-1`, `notes-2`."""

    def __init__(self) -> None:
        """Start with no heading seen."""
        self._seen: dict[str, int] = {}

    def add(self, text: str) -> str:
        """Return the id of the next heading."""
        slug = heading_slug(text)
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
    spoken = normal
    for sign, word in _SPOKEN.items():
        if sign in spoken:
            spoken = spoken.replace(sign, word)
    slug = _NOT_IN_NAME.sub("-", spoken).replace("_", "-").strip("-")
    while "--" in slug:
        slug = slug.replace("--", "-")
    return slug or "-".join(f"{ord(sign):x}" for sign in normal) or "untitled"
