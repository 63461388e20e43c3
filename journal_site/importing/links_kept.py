"""Which destination each link of an imported text gets: the new file of what it led to, or a copy beside the texts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from journal_site.expressions import expression
from journal_site.file_kinds import NOTEBOOK, PICTURES, TEXT_SUFFIXES
from journal_site.importing.entry_names import asset_name
from journal_site.importing.in_place import InPlace
from journal_site.importing.relink import Chooser, relative
from journal_site.importing.target import ImportTarget
from journal_site.index.paths.relative import folder_of, resolve_path, suffix_of
from journal_site.index.paths.repository import HostedFile, hosted_file
from journal_site.index.references.destinations import spellings
from journal_site.model.index import Item
from journal_site.reading.scan.spellings import spelt_on_disk

_ROOTS = ("", "static", "content", "public", "assets")
"""Where other programs look for what a path from the root names, below the site's folder."""
_ROOT_SIGNS = expression(
    r"(?:\{\{[ ]*site\.(?:baseurl|url)[ ]*\}\})+|\{(?:static|filename|attach)\}|\|(?:static|filename|attach)\||"
    r"@site/static"
)
"""How Jekyll, Pelican and Docusaurus write the root of what they publish."""
_FILTERED = expression(r"""\{\{[ ]*["']([^"'{}]+)["'][ ]*\|[ ]*(?:relative_url|absolute_url|prepend:[^{}]*?)[ ]*\}\}""")
_LINK_TAG = expression(r"\{%-?[ ]*link[ ]+([^%]+?)[ ]*-?%\}")
_POST_TAG = expression(r"\{%-?[ ]*post_url[ ]+([^%]+?)[ ]*-?%\}")
ItemKey = tuple[str, str, int]
"""An item's id, its source, and its position there."""


class Links:
    """Chooses destinations, and remembers what must be copied for them."""

    def __init__(self, read: InPlace, target: ImportTarget, names: Mapping[ItemKey, str]) -> None:
        self._read = read
        self._folder = target.folder
        self._names = names
        self._inside = target.inside
        self._published = target.published
        self._site = target.site
        self._repo = target.repo.partition("://")[2].removeprefix("www.").lower()
        self._pages: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        """Names of texts that are imported whole, by their paths."""
        for item in (*read.index.introduction, *read.index.items):
            name = names[item.id, item.entry.source, item.entry.position]
            self._pages.setdefault(item.url, name)
            if len(read.texts[item.entry.source].outline.slices) == 1:
                self._texts[item.entry.source] = name
        self.copied: dict[str, str] = {}
        """Names below the folder, by the paths that are copied there."""

    def chooser(self, item: Item, path: str) -> Chooser:
        """Return what chooses for the text of an item that will be at `path`, relative to the journal's folder."""
        entry = item.entry
        for slot, target in zip(entry.slots, item.targets, strict=True):
            if slot.kind in {"embed", "wikilink"} and target.asset:
                self._placed(target.asset, entry.source, path, "")
        pages = {
            slot.target: target.url
            for slot, target in zip(entry.slots, item.targets, strict=True)
            if target.kind == "page" and slot.kind == "link"
        }

        def choose(meant: str) -> str | None:
            if "://" in meant or meant.startswith(("mailto:", "//", "data:")):
                return self._own_file(meant, path)
            new = self._page(pages[meant], path) if meant in pages else self._file(meant, entry.source, path)
            return None if new is None or _same(new, meant) else new

        return choose

    def cover(self, item: Item, path: str) -> str:
        """Return what `image` in an item's front matter is to be; empty where it stays as it is."""
        image = item.entry.image
        if not image or "://" in image:
            return ""
        new = self._file(image, item.entry.source, path)
        return "" if new is None or _same(new, image) else new

    def _page(self, url: str, path: str) -> str | None:
        page, mark, fragment = url.partition("#")
        name = self._pages.get(page)
        if name is None:
            return f"{self._site}{url}" if self._site else None
        return relative(posixpath.join(self._folder, name), path) + mark + fragment

    def _file(self, meant: str, source: str, path: str) -> str | None:
        if not meant or meant.startswith("#"):
            return None
        for spelling, fragment in spellings(meant):
            found = self._find(spelling, source)
            if found is not None:
                mark = f"#{fragment}" if fragment else ""
                return self._placed(found, source, path, mark)
        return None

    def _find(self, meant: str, source: str) -> str | None:
        """Return the path of the file that is meant, where it is there."""
        meant = _plain(meant)
        resolved = spelt_on_disk(self._read.base, resolve_path(source, meant) or "")
        if resolved and self._is_file(resolved):
            return resolved
        if not meant.startswith("/"):
            return None
        folder = folder_of(source)
        while True:
            for root in _ROOTS:
                path = "/".join(part for part in (folder, root, meant.lstrip("/")) if part)
                if self._is_file(path):
                    return path
            if not folder:
                return None
            folder = folder_of(folder)

    def _is_file(self, path: str) -> bool:
        if path in self._texts:
            return True
        if path in self._read.texts or resolve_path("", path) != path:
            return False
        if self._published is not None:
            return path in self._published
        asset = self._read.assets.get(path)
        return asset.kind == "file" if asset is not None else (self._read.base / path).is_file()

    def _placed(self, found: str, source: str, path: str, mark: str) -> str | None:
        """Return the destination of a file: of its copy, or where it is, if that is in the journal."""
        if found in self._texts:
            return relative(posixpath.join(self._folder, self._texts[found]), path) + mark
        suffix = suffix_of(found)
        if suffix in TEXT_SUFFIXES or (self._inside and suffix not in PICTURES and suffix != NOTEBOOK):
            return relative(found, path) + mark if self._inside else None
        return relative(posixpath.join(self._folder, self._copy(found, source)), path) + mark

    def _copy(self, found: str, source: str) -> str:
        folder = self._read.texts[source].found.folder
        folder = folder_of(source) if folder == source else folder
        return self.copied.setdefault(found, asset_name(found, folder))

    def _own_file(self, url: str, path: str) -> str | None:
        """Return the destination of an image or notebook that lies in the author's own repository on the web."""
        hosted = hosted_file(url.partition("?")[0] if "mybinder" not in url else url)
        if hosted is None or not self._is_own(hosted):
            return None
        found = next(
            (one for one in hosted.paths if suffix_of(one) in PICTURES | {NOTEBOOK} and self._is_file(one)), None
        )
        if found is None:
            return None
        source = next(iter(self._read.texts))
        return self._placed(found, source, path, "")

    def _is_own(self, hosted: HostedFile) -> bool:
        """Tell whether a repository is the author's: git's origin says it, else the folder's name."""
        if self._repo:
            return hosted.repository == self._repo
        return hosted.repository.rpartition("/")[2] == self._read.base.resolve().name.lower()


def _plain(meant: str) -> str:
    """Return a path without the words of other programs in it: `{{ site.baseurl }}/a.png` is `/a.png`."""
    if "{" not in meant and "|" not in meant and "@" not in meant:
        return meant
    if match := _POST_TAG.search(meant):
        return f"/_posts/{match[1]}.md"
    meant = _LINK_TAG.sub(lambda match: "/" + match[1].lstrip("/"), meant)
    meant = _FILTERED.sub(lambda match: "/" + match[1].lstrip("/"), meant)
    found = _ROOT_SIGNS.match(meant)
    return "/" + meant[found.end() :].lstrip("/") if found else meant


def _same(new: str, meant: str) -> bool:
    return posixpath.normpath(new) == posixpath.normpath(meant) and not meant.startswith("/")
