"""Anchors: where `#day-3` leads in one entry's page, or in the whole log as GitHub numbers its headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from journal_site.expressions import expression
from journal_site.slugs import HeadingIds, composed, heading_slug

if TYPE_CHECKING:
    from journal_site.model.entry import Entry

TOP = frozenset({"", "top", "readme"})
_PREFIX = "user-content-"
_SIGNS = expression(r"[\W_]+")


def anchor_in(entry: Entry, fragment: str) -> str | None:
    """Return the id in an entry that a fragment means, by a heading's id or text, in any case; None where none does."""
    wanted = composed(fragment).removeprefix(_PREFIX)
    if wanted.startswith("^"):
        return next((anchor for anchor in entry.anchors if anchor.casefold() == wanted.casefold()), None)
    ids = {heading.id for heading in entry.headings} | {*entry.anchors}
    for spelling in (wanted, unquote(wanted), heading_slug(wanted)):
        if spelling in ids:
            return spelling
    folded = wanted.casefold()
    slug = heading_slug(wanted)
    for heading in entry.headings:
        if heading.id.casefold() == folded or (slug and heading_slug(heading.text) == slug):
            return heading.id
    return only_alike(wanted, [heading.id for heading in entry.headings])


def only_alike(fragment: str, ids: Iterable[str]) -> str | None:
    """Return the only id with the letters and digits of a fragment: other tools have other signs between them."""
    letters = _letters(unquote(fragment))
    alike = [one for one in ids if _letters(one) == letters] if letters else []
    return alike[0] if len(alike) == 1 else None


def _letters(text: str) -> str:
    return _SIGNS.sub("", text.casefold())


def names_text(entry: Entry, fragment: str) -> bool:
    """Tell whether a fragment means the heading of a whole entry, which is its page's title."""
    slug = heading_slug(fragment)
    return slug in (heading_slug(entry.title), heading_slug(entry.heading)) or fragment in entry.heading_ids


class LogAnchors:
    """The anchors of a whole source, as it reads on GitHub, each with the page and the heading that it leads to."""

    def __init__(self, slices: Sequence[tuple[Entry, str]]) -> None:  # (entry, URL), in the order of the source
        self._places: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        ids = HeadingIds()
        above: tuple[str, ...] = ()
        for entry, url in slices:
            shared = 0
            while shared < min(len(above), len(entry.parents)) and above[shared] == entry.parents[shared]:
                shared += 1
            for name in entry.parents[shared:]:
                self._add(ids, name, url)
            above = (*entry.parents, entry.heading) if entry.heading else entry.parents
            if entry.heading:
                self._add(ids, entry.heading, url)
            for own in entry.heading_ids:
                self._places.setdefault(own, url)
            for heading in entry.headings:
                self._add(ids, heading.text, f"{url}#{heading.id}", heading.slug)
            for anchor in entry.anchors:
                self._places.setdefault(anchor, f"{url}#{anchor}")

    def _add(self, ids: HeadingIds, text: str, url: str, slug: str = "") -> None:
        self._places[ids.number(slug or heading_slug(text))] = url
        self._texts.setdefault(heading_slug(text), url)

    def find(self, fragment: str) -> str | None:
        """Return the URL, relative to the site's root, that an anchor of the source leads to."""
        wanted = composed(fragment).removeprefix(_PREFIX)
        for spelling in (wanted, unquote(wanted), wanted.lower()):
            if spelling in self._places:
                return self._places[spelling]
        if wanted.startswith("^"):
            return None
        alike = self._texts.get(heading_slug(wanted)) or only_alike(wanted, self._places)
        return self._places.get(alike, alike) if alike else None

    def names(self) -> list[str]:
        """Return all anchors, in the order of the source."""
        return list(self._places)
