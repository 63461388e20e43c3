"""Look-ups over all published texts by source, address and name; each is made when it is first needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from journal_site.index.paths.relative import stem_of
from journal_site.index.references.anchors import LogAnchors
from journal_site.index.references.names import EntryNames, FileNames
from journal_site.slugs import composed

if TYPE_CHECKING:
    from journal_site.index.texts.collection import TextCollection
    from journal_site.model.entry import Entry
    from journal_site.model.index import Topic
    from journal_site.model.source import Asset

_FOLDER_FILES = ("README.md", "readme.md", "Readme.md", "index.md", "_index.md", "README.markdown", "README.mdx")
_SUFFIXES = (".md", ".markdown", ".mdx")


def _address_key(address: str) -> str:
    """Return the same key for all spellings of one address."""
    return address.casefold().removesuffix("index.html").removesuffix(".html").strip("/")


class Lookups:
    """All published texts with their addresses, and the sources that are withheld."""

    def __init__(
        self,
        collection: TextCollection,
        *,
        withheld: Sequence[Entry],
        topics: Sequence[Topic],
        assets: Mapping[str, Asset],
        texts: Collection[str] = (),  # the paths of all sources, also of those that could not be read
    ) -> None:
        self.entries = collection.entries
        self.urls = collection.urls
        self._ids = collection.ids
        self._withheld = withheld
        self._topics = topics
        self._assets = assets
        self._texts = texts
        self.site_pages: frozenset[str] = frozenset()
        """The addresses of the site's own pages; which there are may hang on where references lead."""
        self._anchors: dict[str, LogAnchors] = {}

    @cached_property
    def _by_source(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, entry in enumerate(self.entries):
            places.setdefault(composed(entry.source), []).append(place)
        return places

    @cached_property
    def _by_url(self) -> dict[str, int]:
        return {url: place for place, url in enumerate(self.urls)}

    @cached_property
    def _by_address(self) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        for place, entry in enumerate(self.entries):
            for address, anchor in entry.addresses:
                found.setdefault(_address_key(address), (place, anchor))
        return found

    def at_address(self, target: str, entry: Entry) -> tuple[int, str] | None:
        """Return the place of the text that a target in an entry means by a further address, and the anchor there.

        A path is followed as from where another tool would publish the entry.
        """
        if not self._by_address:
            return None
        bases = [address for address, _ in entry.addresses if address.startswith("/")]
        spelt = [target, *(urljoin(base, target) for base in bases if not target.startswith("/"))]
        return next((self._by_address[key] for key in map(_address_key, spelt) if key in self._by_address), None)

    @cached_property
    def _withheld_sources(self) -> frozenset[str]:
        silent = [path for path in map(composed, self._texts) if path not in self._by_source]
        return frozenset([*silent, *(composed(entry.source) for entry in self._withheld)])

    @cached_property
    def _logs(self) -> dict[str, str]:
        """Sources of many texts by their names, in any case; where two have one name, the first."""
        logs: dict[str, str] = {}
        for source, places in self._by_source.items():
            if len(places) > 1:
                logs.setdefault(stem_of(source).casefold(), source)
                logs.setdefault(source.casefold(), source)
        return logs

    @cached_property
    def names(self) -> EntryNames:
        """The names of all published texts."""
        return EntryNames(self.entries, self._ids)

    @cached_property
    def withheld_names(self) -> EntryNames:
        """The names of the texts that are not published."""
        return EntryNames(self._withheld, [entry.id_base for entry in self._withheld])

    @cached_property
    def files(self) -> FileNames:
        """The files that may be named without their path."""
        return FileNames(path for path, asset in self._assets.items() if asset.kind == "file")

    @cached_property
    def _slugs(self) -> frozenset[str]:
        return frozenset(topic.slug for topic in self._topics)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The paths of all published texts, in the index's order."""
        return tuple(dict.fromkeys(entry.source for entry in self.entries))

    def places_of(self, source: str) -> list[int]:
        """Return the places of a source's texts."""
        return self._by_source.get(composed(source), [])

    def source_at(self, path: str) -> str | None:
        """Return the source at a path, or the README of the folder there."""
        path = composed(path)
        if path in self._by_source:
            return path
        prefix = f"{path}/" if path else ""
        return next((prefix + name for name in _FOLDER_FILES if prefix + name in self._by_source), None)

    def source_without_suffix(self, path: str) -> str | None:
        """Return the source that a path names without its suffix."""
        path = composed(path)
        return next((path + suffix for suffix in _SUFFIXES if path + suffix in self._by_source), None)

    def is_withheld(self, path: str) -> bool:
        """Tell whether the source at a path is not published."""
        path = composed(path)
        paths = [path, *(f"{path}/{name}" for name in _FOLDER_FILES)]
        return not self._withheld_sources.isdisjoint(paths)

    def place_of_url(self, url: str) -> int | None:
        """Return the place of the text with this page."""
        return self._by_url.get(composed(url))

    def site_page(self, path: str) -> str:
        """Return the URL of the page at a path that is no text's own; empty where there is none."""
        if path in self.site_pages:
            return path
        folder, _, slug = path.rpartition("/")
        is_page = f"{path}/" in self.site_pages or (folder == "topics" and slug in self._slugs)
        return f"{path}/" if is_page else ""

    def front_of(self, source: str) -> tuple[int | None, str]:
        """Return the place and URL of a log's introduction; the home page where it has none."""
        for place in self.places_of(source):
            if self.entries[place].kind == "introduction":
                return place, self.urls[place]
        return None, ""

    def log_named(self, name: str) -> str | None:
        """Return the log of this name."""
        return self._logs.get(composed(name).casefold())

    def anchors_of(self, source: str) -> LogAnchors:
        """Return the anchors of a whole source."""
        source = composed(source)
        found = self._anchors.get(source)
        if found is None:
            places = sorted(self.places_of(source), key=lambda place: self.entries[place].position)
            found = LogAnchors([(self.entries[place], self.urls[place]) for place in places])
            self._anchors[source] = found
        return found
