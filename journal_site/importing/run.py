"""Import a log or folder: read it where it lies, plan the files, see what is there already, and write the rest."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location, UsageError
from journal_site.importing.decide import (
    NEW,
    ImportStep,
    WantedFile,
    after_writing,
    before_writing,
    decide,
    orphaned_files,
)
from journal_site.importing.entry_files import ImportPlan, plan_files
from journal_site.importing.files import digest_there, remove_leftovers, write_whole
from journal_site.importing.in_place import Fragments, InPlace, dialects_in, read_in_place
from journal_site.importing.manifest import NAME, Manifest, encode, read_manifest
from journal_site.importing.new_settings import check_sources, settings_text
from journal_site.importing.said_dialects import with_dialects
from journal_site.importing.same_log import is_same
from journal_site.importing.target import ImportTarget
from journal_site.model.outline import Omission
from journal_site.model.source import SourceOptions
from journal_site.reading.dialects.proposals import propose_settings
from journal_site.reading.scan.passed_over import is_text
from journal_site.reading.scan.texts import digest_of
from journal_site.regular_files import read_file, read_text


class ImportRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    place: Path
    """The log or folder that is imported."""
    root: Path
    """The folder of the journal that it becomes, or becomes part of."""
    into: str = "entries"
    """The folder of entries, relative to the root."""
    options: SourceOptions
    repo: str = ""
    """The author's repository on the web, where it is known."""
    author: str = ""
    url: str = ""
    begun: str = ""
    """How the entry ends that a new journal begins with; where it stands it is no text of the author's yet."""
    dry_run: bool = False


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did, or would do."""

    into: str
    steps: tuple[ImportStep, ...]
    settings: Literal["", "created", "changed"]
    """What was done with site.yaml."""
    left_out: tuple[Omission, ...]
    orphaned: tuple[str, ...]
    """Files of earlier imports whose text the source has no longer."""
    diagnostics: tuple[Diagnostic, ...]


def import_journal(request: ImportRequest) -> ImportReport:
    """Import. Raises JournalError where nothing can be read; what was written before stays as it was."""
    folder = request.root / request.into
    fragments = Fragments()
    read = read_in_place(
        request.place,
        request.root,
        options=request.options,
        excluded=[folder, request.root / ".journal", request.root / "_site"],
        fragments=fragments,
        repo=request.repo,
    )
    if not read.index.items and not read.index.introduction and not read.notebooks:
        broken = [one for one in read.diagnostics if one.severity == "error"]
        raise ContentError(*broken) if broken else UsageError(_nothing(request.place))
    manifest = read_manifest(folder)
    keys = dialects_in(read)
    target = ImportTarget(
        request.into,
        read.base.resolve() == request.root.resolve(),
        request.repo,
        tuple((key, request.into) for key in keys),
    )
    plan, manifest = _plan(read, target, manifest, folder, fragments, request.root)
    wanted = {one.name: one for one in _wanted(plan, read, request.root)}
    steps = [decide(one, manifest.files.get(one.name), digest_there(folder / one.name)) for one in wanted.values()]
    has_settings = (request.root / CONFIG_FILE).is_file()
    said = [*read.diagnostics, *plan.diagnostics, *_conflicts(steps, request.into, wanted)]
    settings = _adopted(request, keys, {*wanted, *manifest.files}) if has_settings and keys else ""
    if has_settings:
        unsaid = () if settings else keys
        said.extend(check_sources(request.root, request.into, _key(request.place, request.root), unsaid))
    left = tuple(
        name
        for key in sorted({one.source for one in wanted.values()})
        for name in orphaned_files(manifest, wanted, key)
    )
    paths = {path: _key(read.base / path, request.root) for path in read.texts}
    if not request.dry_run:
        _write(request, plan, read, manifest, steps)
        if settings:
            write_whole(request.root / CONFIG_FILE, settings.encode())
    return ImportReport(
        into=request.into,
        steps=tuple(steps),
        settings="changed" if settings else "" if has_settings else "created",
        left_out=tuple(
            msgspec.structs.replace(one, path=_from_here(read.base, one.path, request.root)) for one in read.left_out
        ),
        orphaned=left,
        diagnostics=tuple(dict.fromkeys(_from_root(one, paths) for one in said)),
    )


def _adopted(request: ImportRequest, dialects: Sequence[str], own: Collection[str]) -> str:
    """Return a site.yaml that says the dialects of the folder of entries; nothing where it holds other texts too."""
    folder = request.root / request.into
    texts = [place for place in folder.rglob("*") if is_text(place.name)] if folder.is_dir() else []
    others = [place for place in texts if place.relative_to(folder).as_posix() not in own]
    if not all(request.begun and _text(place).endswith(request.begun) for place in others):
        return ""
    text = _text(request.root / CONFIG_FILE)
    return with_dialects(text, request.into, dialects) if "\r" not in text else ""


def _plan(  # noqa: PLR0913, PLR0917 - all that a plan hangs on
    read: InPlace, target: ImportTarget, manifest: Manifest, folder: Path, fragments: Fragments, root: Path
) -> tuple[ImportPlan, Manifest]:
    """Return the plan, and the record in which a log that was imported under another name has its new one."""
    own = {path: _key(read.base / path, root) for path in read.texts}
    here = set(own.values())
    others = {name: one.source for name, one in manifest.files.items() if one.source not in here}
    plan = plan_files(read, target, {}, fragments)
    new = {planned.name: planned.text for planned in plan.files}
    sources = {planned.name: own[planned.item.entry.source] for planned in plan.files}
    same: set[str] = set()
    for source in sorted({others[name] for name in new if name in others}):
        old = {name: _text(folder / name) for name in new if others.get(name) == source}
        if is_same(new, old):
            same.add(source)
    files = {
        name: msgspec.structs.replace(one, source=sources[name]) if one.source in same and name in sources else one
        for name, one in manifest.files.items()
    }
    taken = {name: source for name, source in others.items() if source not in same}
    if any(name in taken for name in new):
        plan = plan_files(read, target, taken, fragments)
    return plan, Manifest(files=files)


def _from_here(base: Path, path: str, root: Path) -> str:
    """Return a path as the user would type it from the journal's folder; a folder's ends with a slash."""
    return Path(os.path.relpath(base / path, root)).as_posix() + "/" * path.endswith("/")


def _from_root(one: Diagnostic, paths: Mapping[str, str]) -> Diagnostic:
    """Return a diagnostic with its path as the user would type it from the journal's folder."""
    place = one.location
    location = msgspec.structs.replace(place, path=paths.get(place.path, place.path))
    return msgspec.structs.replace(one, location=location)


def _wanted(plan: ImportPlan, read: InPlace, root: Path) -> Iterator[WantedFile]:
    for planned in plan.files:
        source = _key(read.base / planned.item.entry.source, root)
        digest = digest_of(planned.text.encode("utf-8", "surrogatepass"))
        yield WantedFile(name=planned.name, digest=digest, source=source, id=planned.item.id)
    for path, name in plan.assets.items():
        raw = _digest(read.base / path)
        if raw is not None:
            yield WantedFile(name=name, digest=raw, source=_key(read.base / path, root))


def _key(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()


def _digest(path: Path) -> str | None:
    try:
        return digest_of(read_file(path))
    except OSError:
        return None


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except OSError:
        return ""


def _write(
    request: ImportRequest, plan: ImportPlan, read: InPlace, manifest: Manifest, steps: list[ImportStep]
) -> None:
    """Write all that is to be written; the record before and after makes an interrupted import go on later."""
    folder = request.root / request.into
    if folder.is_dir():
        remove_leftovers(folder)
    content: Mapping[str, str] = {planned.name: planned.text for planned in plan.files}
    copies = {name: path for path, name in plan.assets.items()}
    if after_writing(manifest, steps) != read_manifest(folder):
        write_whole(folder / NAME, encode(before_writing(manifest, steps)))
    for step in steps:
        if step.writes:
            name = step.wanted.name
            raw = content[name].encode("utf-8", "surrogatepass") if name in content else _copied(read, copies[name])
            write_whole(folder / step.writes, raw)
    if not (request.root / CONFIG_FILE).is_file():
        proposed = propose_settings(read.base)
        text = settings_text(
            read.index,
            request.into,
            title=proposed.get("title", ""),
            name=request.root.resolve().name,
            author=request.author or proposed.get("author", ""),
            repo=request.repo,
            url=request.url,
            dialects=dialects_in(read),
        )
        write_whole(request.root / CONFIG_FILE, text.encode())
    if after_writing(manifest, steps) != read_manifest(folder):
        write_whole(folder / NAME, encode(after_writing(manifest, steps)))


def _copied(read: InPlace, path: str) -> bytes:
    return read_file(read.base / path)


def _conflicts(steps: list[ImportStep], into: str, wanted: Mapping[str, WantedFile]) -> Iterator[Diagnostic]:
    for step in steps:
        path = f"{into}/{step.wanted.name}"
        if step.action == "conflict":
            message = f"it is not as an import wrote it, and stays so; the new text is in {path}{NEW}"
            hint = f"take over what you want of it, and remove '{step.wanted.name}{NEW}'"
            yield _said("import-conflict", message, path, hint)
        elif step.action == "kept":
            yield _said("import-kept", "it was edited since it was imported, and stays as it is", path)
        elif step.action == "left deleted":
            hint = f"to have it again, take '{step.wanted.name}' out of {into}/{NAME}"
            yield _said("import-deleted", "it was deleted since it was imported, and stays away", path, hint)
    del wanted


def _said(code: str, message: str, path: str, hint: str = "") -> Diagnostic:
    severity = "warning" if code == "import-conflict" else "notice"
    return Diagnostic(severity=severity, code=code, message=message, location=Location(path=path), hint=hint)  # type: ignore[arg-type] # one of two


def _nothing(place: Path) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="import-nothing",
        message="there is nothing to import: no text that is an entry, a note or an introduction",
        location=Location(path=str(place)),
        hint="name a log (README.md) or a folder of Markdown files",
    )
