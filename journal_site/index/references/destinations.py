"""Where a reference leads: to a page of the site, a file that is copied, the repository, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import msgspec

from journal_site.errors import Diagnostic
from journal_site.file_kinds import LINKED_TEXT_SUFFIXES, MEDIA, NOTEBOOK, PICTURES, PUBLISHED
from journal_site.index.paths.relative import (
    ByPath,
    is_hidden,
    published_paths,
    resolve_path,
    site_file,
    suffix_of,
    without_query,
)
from journal_site.index.paths.repository import HostedFile, hosted_picture, local_path
from journal_site.index.references.anchors import TOP, anchor_in, names_text
from journal_site.index.references.copies import scaled_widths, shown_as
from journal_site.index.references.missing import Reporter
from journal_site.index.references.opening import may_be_opened
from journal_site.model.entry import Entry, Slot
from journal_site.model.index import Target
from journal_site.model.source import Asset
from journal_site.slugs import topic_slug

if TYPE_CHECKING:
    from journal_site.index.paths.repository import Repository
    from journal_site.index.references.lookups import Lookups
    from journal_site.index.references.names import NameMatch

_STATIC = "static/"
_MISSING = Target(kind="missing")
_NO_THINGS: Mapping[str, str] = MappingProxyType({})
_AS_FILES = ("link", "media")
"""Slots that lead to a picture's file as it is."""


class ResolvedSlot(msgspec.Struct, frozen=True, kw_only=True):
    """What one slot leads to."""

    target: Target
    place: int | None = None
    """Of the entry whose page it is."""
    notebook: str = ""
    """The path of the local notebook that is meant, also where it is missing."""
    diagnostics: tuple[Diagnostic, ...] = ()


_LABEL = ResolvedSlot(target=Target(kind="label"))


def spellings(target: str) -> Iterator[tuple[str, str]]:
    """Give the (path, fragment) that a target may mean: with its fragment cut off, its query too, and as written."""
    path, mark, fragment = target.replace("\\", "/").partition("#")
    if path:
        yield path, fragment
        bare = without_query(path)
        if bare != path:
            yield bare, fragment
    if mark and path:
        yield target, ""


def further_paths(slot: Slot, entry: Entry) -> list[str]:
    """Return where files lie that a slot may mean on the site that another tool makes of its text."""
    if not entry.roots:
        return []
    addresses = [address for address, _ in entry.addresses]
    targets = [path for path, _ in spellings(slot.target)]
    return [path for target in targets for path in published_paths(target, entry.roots, addresses)]


def _as_notebook(path: str) -> str:
    return path if suffix_of(path) == NOTEBOOK else ""


def _is_unread(slot: Slot, fragment: str) -> bool:
    """Tell whether a fragment is the id of a block in a text whose dialect has none: then its page is meant."""
    return fragment.startswith("^") and not slot.anywhere


class Destinations:
    """Finds what slots lead to, in one journal."""

    def __init__(  # noqa: PLR0913 - all that references can lead to
        self,
        lookups: Lookups,
        *,
        notebooks: Mapping[str, str],  # path → URL of its page
        assets: Mapping[str, Asset],
        static: frozenset[str],  # paths relative to the site's root
        repository: Repository | None,
        things: Mapping[str, str] = _NO_THINGS,  # address → URL of its page
        beside: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._lookups = lookups
        self._things = things
        self._notebooks = ByPath((path, (path, url)) for path, url in notebooks.items())
        self._assets = ByPath(assets.items())
        self._static = ByPath((path, path) for path in static)
        self._repository = repository
        self._report = Reporter(lookups, (*assets, *notebooks, *(_STATIC + path for path in sorted(static))), beside)

    def find(self, slot: Slot, entry: Entry) -> ResolvedSlot:
        """Return what a slot of an entry leads to, with a warning where that is nothing."""
        if slot.kind in ("label", "thing"):
            page = self._things.get(slot.target)
            return ResolvedSlot(target=Target(kind="page", url=page)) if page and slot.kind == "thing" else _LABEL
        if slot.kind in ("wikilink", "embed"):
            return self._find_name(slot, entry)
        if slot.target.startswith("#") or not slot.target:
            return self._find_anchor(slot, entry, slot.target[1:])
        if hosted := hosted_picture(slot.kind, slot.target):
            return self._find_hosted(slot, entry, hosted)
        for path, fragment in spellings(slot.target):
            found = self._find_path(slot, entry, path, fragment)
            if found is not None:
                return found
        finders = (self._find_address, self._find_published, self._find_anywhere, self._find_beyond)
        return next(filter(None, (find(slot, entry) for find in finders)), None) or self._miss(slot, entry)

    def _miss(self, slot: Slot, entry: Entry) -> ResolvedSlot:
        written = slot.target.partition("#")[0]
        return ResolvedSlot(
            target=_MISSING,
            notebook=_as_notebook(resolve_path(entry.source, without_query(written)) or written),
            diagnostics=(self._report.missing_path(slot, entry),),
        )

    def _find_hosted(self, slot: Slot, entry: Entry, hosted: HostedFile) -> ResolvedSlot:
        """Show a picture that is named by its address in a repository: the journal's own file, where that is there."""
        path = local_path(hosted, self._repository.url, self._assets) if self._repository is not None else None
        own = self._find_on_disk(slot, entry, path, "") if path is not None else None
        is_shown = own is not None and own.target.kind == "image"
        return own if own is not None and is_shown else ResolvedSlot(target=Target(kind="remote", url=slot.target))

    def _find_path(self, slot: Slot, entry: Entry, written: str, fragment: str) -> ResolvedSlot | None:
        path = resolve_path(entry.source, written)
        if path is None:
            return None
        is_image = slot.kind == "image"
        if written.startswith("/") and path in self._static:
            return self._find_static(slot, entry, self._static[path])
        if not is_image or suffix_of(path) in LINKED_TEXT_SUFFIXES:  # a text is never copied as it is
            page = self._find_page(slot, entry, path, fragment)
            if page is not None:
                return page
        found = self._find_on_disk(slot, entry, path, fragment)
        return found if found is not None or is_image else self._find_by_url(slot, entry, path, fragment)

    def _find_page(self, slot: Slot, entry: Entry, path: str, fragment: str) -> ResolvedSlot | None:
        if path in self._notebooks:  # its own page shows all of it, also where it is the entry of its day
            mark = f"#{fragment}" if fragment else ""
            known, url = self._notebooks[path]
            return ResolvedSlot(target=Target(kind="notebook", url=url + mark), notebook=known)
        source = self._lookups.source_at(path)
        if source is not None:
            return self._open(slot, entry, source, fragment)
        if self._lookups.is_withheld(path):
            return ResolvedSlot(target=_MISSING, diagnostics=(self._report.unpublished(slot, entry),))
        return None

    def _find_by_url(self, slot: Slot, entry: Entry, path: str, fragment: str) -> ResolvedSlot | None:
        """Find a page by its own address in the site, or an entry's file that was named without its suffix."""
        place = self._lookups.place_of_url(f"{path}/")
        if place is not None:
            return self._on_page(slot, entry, place, fragment)
        if site_page := self._lookups.site_page(path):
            return ResolvedSlot(target=Target(kind="page", url=site_page))
        source = self._lookups.source_without_suffix(path)
        return self._open(slot, entry, source, fragment) if source is not None else None

    def _find_anywhere(self, slot: Slot, entry: Entry) -> ResolvedSlot | None:
        """Find a text or a file by its name, or by the end of its path, where the text's tool looks for it so."""
        if not slot.anywhere:
            return None
        name, _, fragment = slot.target.partition("#")
        found = self._find_named(slot, entry, name := name.lstrip("./"), fragment)
        if found is None and self._lookups.withheld_names.find(name, entry.source) is not None:
            return ResolvedSlot(target=_MISSING, diagnostics=(self._report.unpublished(slot, entry),))
        return found

    def _find_address(self, slot: Slot, entry: Entry) -> ResolvedSlot | None:
        """Find what another tool would publish at an address, or a block that the target names by its id."""
        for path, fragment in spellings(slot.target):
            if known := self._lookups.at_address(path, entry):
                place, anchor = known
                return self._on_page(slot, entry, place, fragment or anchor)
        return None

    def _find_beyond(self, slot: Slot, entry: Entry) -> ResolvedSlot | None:
        """Lead to a file of the repository that lies outside the journal's folder."""
        if self._repository is None or slot.kind != "link":
            return None
        path, mark, fragment = slot.target.partition("#")
        url = self._repository.beyond(entry.source, path)
        return ResolvedSlot(target=Target(kind="repository", url=url + mark + fragment)) if url else None

    def _find_published(self, slot: Slot, entry: Entry) -> ResolvedSlot | None:
        """Find a file where another tool's site would have it."""
        fragment = slot.target.partition("#")[2]
        found = (self._find_on_disk(slot, entry, path, fragment) for path in further_paths(slot, entry))
        return next(filter(None, found), None)

    def _find_on_disk(self, slot: Slot, entry: Entry, path: str, fragment: str) -> ResolvedSlot | None:
        if path.startswith(_STATIC) and path.removeprefix(_STATIC) in self._static:
            return self._find_static(slot, entry, self._static[path.removeprefix(_STATIC)])
        asset = self._assets.get(path)
        if asset is not None and not may_be_opened(asset):
            return self._leave_out(slot, entry, path, fragment)
        return self._find_asset(slot, entry, asset, fragment) if asset is not None else None

    def _find_asset(self, slot: Slot, entry: Entry, asset: Asset, fragment: str) -> ResolvedSlot:
        repository, path = self._repository, asset.path
        if asset.kind == "folder":
            return self._find_folder(slot, entry, path)
        suffix = suffix_of(path)
        is_shown = slot.kind != "link" or suffix in PUBLISHED
        if repository is not None and not is_shown:
            mark = f"#{fragment}" if fragment else ""
            return ResolvedSlot(target=Target(kind="repository", url=repository.file(path) + mark))
        if asset.private or is_hidden(path):
            warn = self._report.unpublished if asset.private else self._report.hidden
            return ResolvedSlot(target=_MISSING, diagnostics=(warn(slot, entry),))
        if slot.kind not in _AS_FILES and suffix in PICTURES:
            return self._as_picture(slot, entry, asset, site_file(path), asset=path)
        if asset.problem and not asset.digest:
            return ResolvedSlot(target=_MISSING, diagnostics=(self._report.unreadable(slot, entry, asset),))
        return ResolvedSlot(target=Target(kind="file", url=site_file(path), asset=path))

    def _leave_out(self, slot: Slot, entry: Entry, path: str, fragment: str) -> ResolvedSlot:
        """Lead to a file that the site must not hold where the repository shows it; in place it cannot be shown."""
        if self._repository is not None and slot.kind not in ("image", "media"):
            mark = f"#{fragment}" if fragment else ""
            return ResolvedSlot(target=Target(kind="repository", url=self._repository.file(path) + mark))
        kind: Literal["missing", "unreadable"] = "missing" if slot.kind == "link" else "unreadable"
        return ResolvedSlot(target=Target(kind=kind), diagnostics=(self._report.left_out(slot, entry),))

    def _find_folder(self, slot: Slot, entry: Entry, path: str) -> ResolvedSlot:
        if self._repository is not None:
            return ResolvedSlot(target=Target(kind="repository", url=self._repository.folder(path)))
        return ResolvedSlot(target=_MISSING, diagnostics=(self._report.folder(slot, entry),))

    def _as_picture(self, slot: Slot, entry: Entry, picture: Asset, url: str, *, asset: str = "") -> ResolvedSlot:
        """Show a picture, in part where it is damaged, and say so where it cannot be shown at all."""
        problems = (self._report.unreadable(slot, entry, picture),) if picture.problem else ()
        if picture.problem and not picture.width:
            return ResolvedSlot(target=Target(kind="unreadable"), diagnostics=problems)
        target = Target(
            kind="image",
            url=url,
            asset=asset,
            width=picture.width,
            height=picture.height,
            widths=scaled_widths(picture),
            shown_as=shown_as(picture),
        )
        return ResolvedSlot(target=target, diagnostics=problems)

    def _find_static(self, slot: Slot, entry: Entry, path: str) -> ResolvedSlot:
        if slot.kind in _AS_FILES or suffix_of(path) not in PICTURES:
            return ResolvedSlot(target=Target(kind="static", url=path))
        asset = self._assets.get(_STATIC + path) or Asset(path=_STATIC + path)
        return self._as_picture(slot, entry, asset, path)

    def _open(self, slot: Slot, entry: Entry, source: str, fragment: str) -> ResolvedSlot:
        """Lead to a source: to its entry's page, in a log to that of the heading, else to the log's introduction."""
        places = self._lookups.places_of(source)
        if len(places) == 1:
            return self._on_page(slot, entry, places[0], fragment)
        if fragment and fragment not in TOP:
            return self._in_log(slot, entry, source, fragment)
        place, url = self._lookups.front_of(source)
        return ResolvedSlot(target=Target(kind="page", url=url), place=place)

    def _on_page(self, slot: Slot, entry: Entry, place: int, fragment: str) -> ResolvedSlot:
        other = self._lookups.entries[place]
        url = self._lookups.urls[place]
        fragment = fragment.rpartition("#")[2]
        if not fragment or fragment in TOP:
            return ResolvedSlot(target=Target(kind="page", url=url), place=place)
        anchor = anchor_in(other, fragment)
        if anchor is not None:
            return ResolvedSlot(target=Target(kind="page", url=f"{url}#{anchor}"), place=place)
        target = Target(kind="page", url=url)
        if _is_unread(slot, fragment) or names_text(other, fragment):
            return ResolvedSlot(target=target, place=place)
        warning = self._report.missing_anchor(slot, entry, fragment, [heading.id for heading in other.headings])
        return ResolvedSlot(target=target, place=place, diagnostics=(warning,))

    def _in_log(self, slot: Slot, entry: Entry, source: str, fragment: str) -> ResolvedSlot:
        anchors = self._lookups.anchors_of(source)
        url = anchors.find(fragment)
        if url is not None:
            return ResolvedSlot(
                target=Target(kind="page", url=url), place=self._lookups.place_of_url(url.partition("#")[0])
            )
        place, front = self._lookups.front_of(source)
        warning = self._report.missing_anchor(slot, entry, fragment, anchors.names())
        return ResolvedSlot(target=Target(kind="page", url=front), place=place, diagnostics=(warning,))

    def _find_anchor(self, slot: Slot, entry: Entry, fragment: str) -> ResolvedSlot:
        """Find an anchor in the entry itself, else in its log."""
        fragment = fragment.rpartition("#")[2]
        if fragment in TOP:
            return ResolvedSlot(target=Target(kind="anchor", url="#"))
        anchor = anchor_in(entry, fragment)
        if anchor is not None:
            return ResolvedSlot(target=Target(kind="anchor", url=f"#{anchor}"))
        if _is_unread(slot, fragment) or names_text(entry, fragment):
            return ResolvedSlot(target=Target(kind="anchor", url="#"))
        names = [heading.id for heading in entry.headings]
        if len(self._lookups.places_of(entry.source)) > 1:
            anchors = self._lookups.anchors_of(entry.source)
            url = anchors.find(fragment)
            if url is not None:
                place = self._lookups.place_of_url(url.partition("#")[0])
                return ResolvedSlot(target=Target(kind="page", url=url), place=place)
            names += anchors.names()
        return ResolvedSlot(target=_MISSING, diagnostics=(self._report.missing_anchor(slot, entry, fragment, names),))

    def _find_name(self, slot: Slot, entry: Entry) -> ResolvedSlot:
        name, _, fragment = slot.target.partition("#")
        name = name.partition("^")[0].strip()
        fragment = fragment.strip()
        if not name:
            return self._find_anchor(slot, entry, fragment)
        if found := self._find_named(slot, entry, name, fragment) or self._find_address(slot, entry):
            return found
        if self._lookups.withheld_names.find(name, entry.source) is not None:
            return ResolvedSlot(target=_MISSING, diagnostics=(self._report.unpublished(slot, entry),))
        if slot.form == "topic" and suffix_of(name) not in {*MEDIA, NOTEBOOK}:
            page = self._lookups.site_page(f"topics/{topic_slug(name)}")
            return ResolvedSlot(target=Target(kind="page", url=page) if page else _MISSING)
        warning = self._report.missing_name(slot, entry, name)
        return ResolvedSlot(target=_MISSING, notebook=_as_notebook(name), diagnostics=(warning,))

    def _find_named(self, slot: Slot, entry: Entry, name: str, fragment: str) -> ResolvedSlot | None:
        is_text = suffix_of(name) in LINKED_TEXT_SUFFIXES
        finders = (self._find_entry, self._find_file) if is_text else (self._find_file, self._find_entry)
        for finder in finders:
            found = finder(slot, entry, name, fragment)
            if found is not None:
                return found
        return None

    def _find_entry(self, slot: Slot, entry: Entry, name: str, fragment: str) -> ResolvedSlot | None:
        match = self._lookups.names.find(name, entry.source, entry.round)
        if match is None:
            log = self._lookups.log_named(name)
            return self._open(slot, entry, log, fragment) if log is not None else None
        finding = self._on_page(slot, entry, match.place, fragment)
        if match.others:
            doubt = self._report.ambiguous(slot, entry, self._sources_of(match))
            finding = msgspec.structs.replace(finding, diagnostics=(*finding.diagnostics, doubt))
        return finding

    def _sources_of(self, match: NameMatch) -> Sequence[Entry]:
        return [self._lookups.entries[place] for place in (match.place, *match.others)]

    def _find_file(self, slot: Slot, entry: Entry, name: str, fragment: str) -> ResolvedSlot | None:
        for path, _ in spellings(name):
            beside = resolve_path(entry.source, path)
            for known in (beside, resolve_path("", path.lstrip("/"))):
                if known and known in self._assets and self._assets[known].kind == "file":
                    return self._file(slot, entry, known, fragment)
        anywhere = self._lookups.files.find(name.replace("\\", "/"), entry.source)
        return self._file(slot, entry, anywhere, fragment) if anywhere is not None else None

    def _file(self, slot: Slot, entry: Entry, path: str, fragment: str) -> ResolvedSlot | None:
        return self._find_page(slot, entry, path, fragment) or self._find_on_disk(slot, entry, path, fragment)
