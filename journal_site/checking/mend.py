"""Mend what is safe to mend: where there is one way to do it, and nothing else of the text changes.

A line that was decoded wrongly is decoded rightly, a link to a file that now lies elsewhere names it there (if one file
alone has its name), an address that has moved for good is the new one. What is not as the check saw it stays as it is.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from journal_site.checking.web_links import mentions
from journal_site.file_kinds import NOTEBOOK
from journal_site.importing.mojibake import repair
from journal_site.reading.scan.assets import find_named
from journal_site.regular_files import leads_out, read_file

if TYPE_CHECKING:
    from journal_site.checking.web import WebAnswer
    from journal_site.errors import Diagnostic
    from journal_site.model.index import Index

_ELSEWHERE: Final = frozenset({"link-missing", "image-missing", "notebook-missing"})
_CODE: Final = "`"


class MendedPlace(NamedTuple):
    """One place that was mended."""

    path: str
    line: int
    what: str


class _Change(NamedTuple):
    line: int
    old: str
    new: str


def mend(
    root: Path, index: Index, problems: Iterable[Diagnostic], answers: Mapping[str, WebAnswer]
) -> Iterator[MendedPlace]:
    """Mend what is safe of the problems that were found; give each place that was."""
    problems = list(problems)
    garbled = {one.location.path for one in problems if one.code == "text-garbled"}
    changes: defaultdict[str, list[_Change]] = defaultdict(list)
    missing = [one for one in problems if one.code in _ELSEWHERE]
    for path, change in (*_new_places(root, index, missing), *_addresses(index, answers)):
        changes[path].append(change)
    for path in sorted(garbled | changes.keys()):
        if not (path.lower().endswith(NOTEBOOK) or leads_out(root / path, (root,))):
            yield from _mend_file(root / path, path, changes[path], garbled=path in garbled)


def _new_places(root: Path, index: Index, missing: Iterable[Diagnostic]) -> Iterator[tuple[str, _Change]]:
    """Give for each missing file whose name one file alone has how its link reads, and how it should."""
    places = {(one.location.path, one.location.line, one.location.column) for one in missing}
    wanted = {}
    for item in (*index.introduction, *index.items, *index.pages):
        for slot in item.entry.slots:
            place = (item.entry.source, slot.line, slot.column)
            if place in places and slot.kind in {"link", "image"}:
                wanted[place] = slot.target.partition("#")[0]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in find_named(root, {posixpath.basename(target) for target in wanted.values()} - {""}):
        found[posixpath.basename(path)].append(path)
    for (path, line, _), target in wanted.items():
        candidates = found[posixpath.basename(target)]
        if len(candidates) == 1:
            yield path, _Change(line, target, posixpath.relpath(candidates[0], posixpath.dirname(path) or "."))


def _addresses(index: Index, answers: Mapping[str, WebAnswer]) -> Iterator[tuple[str, _Change]]:
    for one in mentions(index):
        answer = answers.get(one.url)
        if answer is not None and answer.verdict == "moved":
            yield one.path, _Change(one.line, one.url, answer.location)


def _mend_file(place: Path, path: str, changes: Collection[_Change], *, garbled: bool) -> Iterator[MendedPlace]:
    raw = read_file(place)
    text = raw.decode("utf-8")
    lines = text.split("\n")
    done: list[MendedPlace] = []
    for change in changes:
        line = lines[change.line - 1] if change.line <= len(lines) else ""
        for old, new in _spellings(change):
            at = re.compile(rf"(?<![\w/.%-]){re.escape(old)}(?=$|[\s)>\"'#\]|])")
            if len(at.findall(line)) == 1 and _CODE not in line:
                lines[change.line - 1] = at.sub(new.replace("\\", r"\\"), line)
                done.append(MendedPlace(path, change.line, f"{old} is {new}"))
                break
    text = "\n".join(lines)
    if garbled:
        text, said = repair(text, path)
        done += [MendedPlace(path, one.location.line, "decoded rightly") for one in said]
    if done and text.encode("utf-8") != raw:
        _write(place, text.encode("utf-8"))
        yield from done


def _spellings(change: _Change) -> Iterator[tuple[str, str]]:
    """Give how a target may be written, with what then takes its place; an address may begin with `http`."""
    yield change.old, change.new
    if change.old.startswith("https://"):
        yield f"http{change.old.removeprefix('https')}", change.new
    else:
        yield quote(change.old), quote(change.new)


def _write(place: Path, raw: bytes) -> None:
    """Write a file in one step, with the rights that it had."""
    place = place.resolve()
    scratch = place.with_name(f".{place.name}.new")
    scratch.write_bytes(raw)
    scratch.chmod(place.stat().st_mode)
    scratch.replace(place)
