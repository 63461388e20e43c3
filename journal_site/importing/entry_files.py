"""From a journal as it is read in place to the files that say the same: entries, notes, introduction, images.

Each file is read back as the build will read it, and of the ways to write it down the one that reads alike is taken.
Decides what is to be written and writes nothing.
"""

from __future__ import annotations

import posixpath
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from journal_site.errors import Diagnostic
from journal_site.importing.definitions import split_definitions
from journal_site.importing.entry_names import below, file_name, name_for_id, unique
from journal_site.importing.entry_writing import EntryText, PlannedText
from journal_site.importing.in_place import Fragments, InPlace
from journal_site.importing.links_kept import ItemKey, Links
from journal_site.importing.target import ImportTarget
from journal_site.model.index import Item


class ImportPlan(NamedTuple):
    """All that an import is to write."""

    files: list[PlannedText]
    assets: dict[str, str]
    """Names below the folder of entries, by the paths that are copied there."""
    diagnostics: list[Diagnostic]


def plan_files(read: InPlace, target: ImportTarget, taken: Mapping[str, str], fragments: Fragments) -> ImportPlan:
    """Return what is to be written. `taken` holds names that are not free, each with the id that may have it."""
    items = [*read.index.introduction, *read.index.items]
    names = _name_items(items, read, taken)
    links = Links(read, target, names)
    definitions = {path: split_definitions(text.outline.definitions) for path, text in read.texts.items()}
    files: list[PlannedText] = []
    said: list[Diagnostic] = []
    for item in items:
        text = read.texts[item.entry.source]
        written = EntryText(item, text, names[item.id, item.entry.source, item.entry.position], target, fragments)
        best = written.best(links, definitions[item.entry.source], _topics(item, read))
        files.append(best)
        said.extend(written.differences())
    notebooks = {path: below(path, _folder(read, path)) for path in read.notebooks}
    return ImportPlan(files, {**notebooks, **links.copied}, said)


def _folder(read: InPlace, path: str) -> str:
    return next((text.found.folder for text in read.texts.values() if path.startswith(f"{text.found.folder}/")), "")


def _name_items(items: Sequence[Item], read: InPlace, taken: Mapping[str, str]) -> dict[ItemKey, str]:
    """Return each item's file name below the folder of entries."""
    names: dict[ItemKey, str] = {}
    used = {name.casefold() for name in taken}
    ordered = sorted(items, key=lambda item: not _is_whole(item, read))
    for item in ordered:
        entry = item.entry
        text = read.texts[entry.source]
        if _is_whole(item, read):
            stem, suffix = posixpath.splitext(file_name(entry.source, text.found.folder))
        elif entry.kind == "introduction":
            stem, suffix = _introduction_stem(entry.source, text.found.folder, used), ".md"
        else:
            stem, suffix = name_for_id(item.id), ".md"
        own = f"{stem}{suffix}"
        name = own if taken.get(own) == entry.source else unique(stem, suffix, used)
        used.add(name.casefold())
        names[item.id, entry.source, entry.position] = name
    return names


def _introduction_stem(source: str, folder: str, used: Container[str]) -> str:
    """Return the name of a log's introduction: its folder's index, else one in a folder of the log's own."""
    inner = posixpath.basename(source) if source == folder else below(source, folder)
    stem = posixpath.join(posixpath.dirname(inner), "index")
    return stem if f"{stem}.md".casefold() not in used else f"{posixpath.splitext(inner)[0]}/index"


def _is_whole(item: Item, read: InPlace) -> bool:
    """Tell whether an item is all of its source, which then keeps its name."""
    source, outline = read.texts[item.entry.source].source, read.texts[item.entry.source].outline
    named = source.path == source.folder
    return len(outline.slices) == 1 and not (named and source.log)


def _topics(item: Item, read: InPlace) -> tuple[str, ...]:
    """Return the topics that a note has by the headings above it, which its own file does not show."""
    if item.entry.kind != "note":
        return item.entry.tags
    known = {topic.slug: topic.name for topic in read.index.topics}
    return tuple(known[slug] for slug in item.topics if slug in known)
