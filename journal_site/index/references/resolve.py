"""References: each slot of a text → what it leads to, and the backlinks that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from journal_site.errors import Diagnostic
from journal_site.file_kinds import LINKED_TEXT_SUFFIXES
from journal_site.index.paths.relative import resolve_path, suffix_of
from journal_site.index.paths.repository import hosted_file, hosted_picture, own_paths
from journal_site.index.references.destinations import Destinations, further_paths, spellings
from journal_site.model.entry import Entry, Slot
from journal_site.model.index import Backlink, Target
from journal_site.model.source import ANYWHERE
from journal_site.slugs import composed


def wanted_paths(entries: Sequence[Entry], repo: str = "") -> frozenset[str]:
    """Return the journal-relative paths that texts may refer to, so that scan can look at them.

    Paths are composed (NFC), whatever the disk has.
    One such as `**/plot.png` asks for every file of that name, for wikilinks and embeds. Paths of the entries' own
    sources are left out; what leads out of the journal's folder is never among them.
    """
    wanted: set[str] = set()
    for entry in entries:
        source = entry.source
        for slot in entry.slots:
            if slot.kind in ("label", "thing"):
                continue
            if slot.kind in ("wikilink", "embed") or slot.anywhere:
                _want_name(wanted, source, slot.target)
            elif hosted := hosted_picture(slot.kind, slot.target):
                wanted.update(own_paths(hosted, repo))
            else:
                _want_path(wanted, source, slot.target)
                wanted.update(further_paths(slot, entry))
        if hosted := hosted_picture("image", entry.image):
            wanted.update(own_paths(hosted, repo))
        elif entry.image:
            _want_path(wanted, source, entry.image)
        if repo:
            for notebook in entry.notebooks:
                file = hosted_file(notebook.url)
                wanted.update(file.paths if file else ())
    return frozenset(map(composed, wanted)) - {"", *(composed(entry.source) for entry in entries)}


def _want_path(wanted: set[str], source: str, target: str) -> None:
    if "://" in target:
        return
    for spelling, _ in spellings(target):
        path = resolve_path(source, spelling)
        if path:
            wanted.add(path)
            if spelling.startswith("/"):
                wanted.add(f"static/{path}")


def _want_name(wanted: set[str], source: str, target: str) -> None:
    name = target.partition("#")[0].strip()
    if suffix_of(name) in LINKED_TEXT_SUFFIXES or name.startswith("(("):
        return
    _want_path(wanted, source, name)
    path = resolve_path("", name.replace("\\", "/").lstrip("./")) or ""
    if path:
        wanted.add(ANYWHERE + path.rpartition("/")[2])


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """One entry's reference to another, by their places."""

    origin: int
    target: int
    slot: Slot


class ResolvedReferences(msgspec.Struct, frozen=True, kw_only=True):
    """All references of some texts."""

    targets: tuple[tuple[Target, ...], ...]
    """For each entry one target for each of its slots."""
    images: dict[int, Target]
    """The target of `image` in the front matter, by place."""
    references: tuple[Reference, ...]
    notebooks: tuple[tuple[int, Slot, str], ...]
    """Each mention of a local notebook: the entry's place, the slot, the notebook's path."""
    diagnostics: tuple[Diagnostic, ...]


def resolve_references(entries: Sequence[Entry], destinations: Destinations) -> ResolvedReferences:
    """Find what each slot of each entry leads to."""
    targets: list[tuple[Target, ...]] = []
    images: dict[int, Target] = {}
    references: list[Reference] = []
    notebooks: list[tuple[int, Slot, str]] = []
    diagnostics: list[Diagnostic] = []
    for place, entry in enumerate(entries):
        if entry.image and ("://" not in entry.image or hosted_picture("image", entry.image)):
            line, column = entry.image_place
            cover = Slot(kind="image", target=entry.image, line=line or 1, column=column)
            finding = destinations.find(cover, entry)
            if finding.target.kind != "remote":
                images[place] = finding.target
            diagnostics += finding.diagnostics
        if not entry.slots:
            targets.append(())
            continue
        found = [destinations.find(slot, entry) for slot in entry.slots]
        targets.append(tuple([finding.target for finding in found]))
        for slot, finding in zip(entry.slots, found, strict=True):
            diagnostics += finding.diagnostics
            if finding.place is not None and finding.place != place:
                references.append(Reference(origin=place, target=finding.place, slot=slot))
            if finding.notebook:
                notebooks.append((place, slot, finding.notebook))
    return ResolvedReferences(
        targets=tuple(targets),
        images=images,
        references=tuple(references),
        notebooks=tuple(notebooks),
        diagnostics=tuple(diagnostics),
    )


def build_backlinks(references: Iterable[Reference], ids: Sequence[str]) -> Mapping[int, tuple[Backlink, ...]]:
    """Return by place the entries that refer to each entry, each once, in the index's order.

    Of several references the first that stands in a sentence is shown, else the first that has a text.
    """
    best: dict[int, dict[int, Slot]] = {}
    for reference in references:
        origins = best.setdefault(reference.target, {})
        known = origins.get(reference.origin)
        if known is None or _says(reference.slot) > _says(known):
            origins[reference.origin] = reference.slot
    return {
        place: tuple([_backlink(ids[origin], origins[origin]) for origin in sorted(origins)])
        for place, origins in best.items()
    }


def _says(slot: Slot) -> int:
    return 2 if slot.before.strip() or slot.after.strip(" .,;:!?。、") else int(bool(slot.text))


def _backlink(id_: str, slot: Slot) -> Backlink:
    return Backlink(id=id_, text="" if slot.form == "words" else slot.text, before=slot.before, after=slot.after)
