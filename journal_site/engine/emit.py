"""Bring the planned outputs to the site's folder: render what changed, leave what did not, remove what is gone.

An output is rendered again only where the digest of all that it depends on changed, or where its file is not as it was
left. Nothing is put in place before everything is rendered, so a build with an error changes nothing.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from journal_site.engine.workers import forks, map_chunks
from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.model.base import Value
from journal_site.model.page import Card, Copy, Deferred, Document, Kept, Page, Scaled, Shard, Stored
from journal_site.model.source import Stamp
from journal_site.regular_files import read_file
from journal_site.site.obstacles import find_foreign, first_to_go
from journal_site.site.output import OutputFolder
from journal_site.site.store import SCALED, BodyReader, Store
from journal_site.system_errors import why

Planned = Page | Deferred | Document | Shard | Card | Copy | Scaled | Stored | Kept

_PARALLEL_FROM = 150
"""Outputs to make below which one process is quicker than starting more."""
_CHUNK = 80
_FEW = 10
"""Outputs that a worker takes at a time of those that take long: so many cards are like a picture that is scaled."""
_MANY = 100
"""Pages of a kind with fewer may be long."""

_encode = msgspec.msgpack.Encoder().encode


class Written(Value, frozen=True, kw_only=True, gc=False):
    """One file of the site as it was left."""

    path: str
    key: bytes
    """Digest of all that it was made from."""
    digest: bytes
    """Digest of its content."""
    stamp: Stamp
    settled: bool


class Emitted(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the outputs."""

    files: tuple[Written, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]


class Ingredients(msgspec.Struct, frozen=True, kw_only=True):
    """What outputs are made from, beside their own plan."""

    root: Path
    theme_static: Path
    site: msgspec.Struct
    templates: Mapping[str, tuple[str, str]]
    closures: Mapping[str, bytes]
    """Digest of all texts that a template can come to use, by its name."""
    files: Mapping[str, str]
    """Digest of each file to copy, by the place that `Copy` names (the theme's as `theme:NAME`)."""
    version: str


# --- deciding --------------------------------------------------------------------------------------------------------


def intact(files: Iterable[Written], output: OutputFolder) -> dict[str, Written]:
    """Return those files that are still as they were left, by path, with stamps that have settled since marked so."""
    now = time.time_ns()
    found: dict[str, Written] = {}
    for file in files:
        if output.stamp(file.path) != file.stamp:
            continue
        if file.settled:
            found[file.path] = file
        elif (content := output.read(file.path)) is not None and _digest(content) == file.digest:
            found[file.path] = msgspec.structs.replace(file, settled=file.stamp.settled(now))
    return found


def keys(outputs: Sequence[Planned], made: Ingredients) -> list[bytes]:
    """Return for each output the digest of all that its content depends on."""
    base = _digest(made.version.encode() + _encode(made.site))
    bases: dict[str, Callable[[], hashlib.blake2b]] = {}
    found: list[bytes] = []
    for output in outputs:
        if isinstance(output, Kept):
            found.append(output.key)
        elif isinstance(output, Page | Deferred):
            copy = bases.get(output.template)
            if copy is None:
                closure = made.closures.get(output.template, b"")
                copy = bases[output.template] = hashlib.blake2b(base + closure, digest_size=16).copy
            state = copy()
            state.update(output.inputs if isinstance(output, Deferred) else _encode(output.view))
            found.append(state.digest())
        elif isinstance(output, Document):
            found.append(_digest(output.content))
        elif isinstance(output, Shard):
            found.append(_digest(base + output.inputs))
        elif isinstance(output, Stored):
            found.append(b"stored" + output.digest.encode())
        elif isinstance(output, Scaled | Card):
            found.append(made_key(output, made).encode())
        else:
            found.append((b"drawing" if output.drawing else b"copy") + made.files[_place(output)].encode())
    return found


def frame(made: Ingredients) -> bytes:
    """Return the digest of all that keys hang on beside what is planned."""
    return _digest(_encode((made.version, made.site, sorted(made.closures.items()), sorted(made.files.items()))))


def _place(copy: Copy) -> str:
    return f"theme:{copy.asset}" if copy.theme else copy.asset


def made_key(output: Scaled | Card, made: Ingredients) -> str:
    """Return the key under which the store keeps a picture: a store is of one version of what makes them."""
    if isinstance(output, Card):
        return f"{SCALED}card:{_digest(_encode(output.view)).hex()}"
    return f"{SCALED}{output.width}:{made.files[output.asset]}"


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


# --- making ----------------------------------------------------------------------------------------------------------


class BodySource(Protocol):
    """Where bodies and blobs are had from."""

    def body(self, digest: str) -> bytes | None:
        """Return a body's HTML."""

    def terms(self, digest: str) -> bytes | None:
        """Return a body's terms, where the search has asked for them."""

    def blob(self, digest: str) -> bytes | None:
        """Return the bytes kept under their digest."""


class Maker:
    """Makes outputs' contents. Each process opens the store and compiles templates for itself, once."""

    def __init__(self, made: Ingredients, store: BodySource | None, path: Path | None) -> None:
        """Take bodies from the store, or from a connection of its own to the store at `path`."""
        self._made = made
        self._store = store
        self._path = path
        self._theme: object = None
        self._scaler: object = None

    def __reduce__(self) -> tuple[type[Maker], tuple[Ingredients, None, Path | None]]:
        """Leave behind what cannot cross to another process."""
        return type(self), (self._made, None, self._path)

    def detached(self) -> Maker:
        """Return one that opens the store for itself."""
        return Maker(self._made, None, self._path)

    def make(self, output: Planned) -> bytes:
        """Return the output's content. Raises errors.TemplateError, and OutputError where a file to copy is gone."""
        if isinstance(output, Deferred):
            return self.make(output.make())
        if isinstance(output, Page):
            return self._render(output)
        if isinstance(output, Document):
            return output.content
        if isinstance(output, Shard):
            return output.make(self._terms)
        if isinstance(output, Card):
            return self._bodies().blob(made_key(output, self._made)) or self._draw(output)
        if isinstance(output, Kept):
            raise LookupError(output.path)  # noqa: TRY004 - it is what it was, so nothing asks for it
        return self._copy(output)

    def _copy(self, output: Copy | Scaled | Stored) -> bytes:
        from journal_site.pictures.private import without_private_data  # noqa: PLC0415 - few builds copy

        if isinstance(output, Stored):
            return without_private_data(self._bodies().blob(output.digest) or b"")
        if isinstance(output, Scaled):
            return self._bodies().blob(made_key(output, self._made)) or self._scale(output)
        content = self._read(output)
        if output.drawing:
            from journal_site.reading.html.svg import clean_svg  # noqa: PLC0415 - as above

            return clean_svg(content)
        return content if output.theme else without_private_data(content)

    def _scale(self, output: Scaled) -> bytes:
        from journal_site.pictures.scale import Scaler  # noqa: PLC0415 - Pillow is slow to load

        if not isinstance(self._scaler, Scaler):
            self._scaler = Scaler()
        return self._scaler.scale(self._read(output), self._made.files[output.asset], output.width)

    def _read(self, output: Copy | Scaled) -> bytes:
        theme = isinstance(output, Copy) and output.theme
        folder = self._made.theme_static if theme else self._made.root
        try:
            return read_file(folder / output.asset)
        except OSError as error:
            raise OutputError(_unreadable(output, error)) from error

    def _draw(self, card: Card) -> bytes:
        from journal_site.site.card import draw_card  # noqa: PLC0415 - Pillow is slow to load

        return draw_card(card.view, self._made.root)

    def _bodies(self) -> BodySource:
        if self._store is None:
            assert self._path is not None  # noqa: S101 - without a store all is made in one process
            self._store = BodyReader(self._path)
        return self._store

    def _body(self, digest: str) -> bytes:
        body = self._bodies().body(digest)
        if body is None:
            raise LookupError(f"no body {digest}")
        return body

    def _terms(self, digest: str) -> bytes:
        terms = self._bodies().terms(digest)
        if terms is None:  # the body was read before the search was asked for
            from journal_site.terms import count_terms  # noqa: PLC0415 - seldom

            terms = count_terms(self._body(digest).decode())
        return terms

    def _render(self, page: Page) -> bytes:
        from journal_site.site.theme import Theme  # noqa: PLC0415 - an unchanged site needs no Jinja

        if not isinstance(self._theme, Theme):
            self._theme = Theme(self._made.templates, self._made.site)
        return self._theme.render(page, self._body)


def _unreadable(output: Copy | Scaled, error: OSError) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="copy-unreadable",
        message=f"cannot be read: {why(error)}",
        location=Location(path=output.asset),
        hint="it was there when the build began; build again",
    )


def _make_chunk(chunk: Sequence[tuple[int, Planned]], *, maker: Maker, output: OutputFolder) -> list[bytes]:
    """Make and stage some outputs; return their contents' digests."""
    digests = []
    for number, planned in chunk:
        content = maker.make(planned)
        output.stage(number, planned.path, content)
        digests.append(_digest(content))
    return digests


# --- all of it -------------------------------------------------------------------------------------------------------


def emit(  # noqa: PLR0913 - one parameter for each thing that decides what is written
    outputs: Sequence[Planned],
    made: Ingredients,
    kept: Mapping[str, Written],
    output: OutputFolder,
    store: Store,
    *,
    jobs: int,
) -> Emitted:
    """Make the site's folder hold the outputs and nothing else of ours. `kept` are the files that are intact."""
    fresh_keys = keys(outputs, made)
    planned = {one.path for one in outputs}
    listed = output.listed() if output.existed else frozenset()
    todo = [
        (number, one)
        for number, (one, key) in enumerate(zip(outputs, fresh_keys, strict=True))
        if (old := kept.get(one.path)) is None or old.key != key
    ]
    stale = sorted((listed | kept.keys()) - planned)
    if not todo and not stale and listed == planned:
        return Emitted(files=tuple(kept[one.path] for one in outputs), written=(), removed=())
    _check_conflicts(todo, listed, output)
    try:
        output.begin(listed | planned)
        digests = _make(todo, made, output, store, jobs)
        _keep_scaled(todo, made, output, store)
        first = first_to_go(stale, planned)
        for path in first:
            output.remove(path)
        written = _publish(todo, digests, kept, output)
        for path in sorted(frozenset(stale).difference(first)):
            output.remove(path)
        output.end(planned)
    except BaseException:
        output.abandon()
        raise
    return _record(
        outputs,
        fresh_keys,
        dict(zip((one.path for _, one in todo), digests, strict=True)),
        kept,
        output,
        written,
        stale,
    )


def _make(
    todo: Sequence[tuple[int, Planned]], made: Ingredients, output: OutputFolder, store: Store, jobs: int
) -> list[bytes]:
    maker = Maker(made, store, store.path)
    pictures = {one.asset for _, one in todo if isinstance(one, Scaled)}
    cards = sum(isinstance(one, Card) for _, one in todo)
    few = len(todo) < _PARALLEL_FROM and len(pictures) + cards // _FEW < 2  # noqa: PLR2004
    if jobs <= 1 or few or store.path is None:
        return _make_chunk(todo, maker=maker, output=output)
    store.flush()
    if not forks():  # a page that is not made yet cannot cross to another process
        todo = [(number, _whole(one, maker)) for number, one in todo]
    work = partial(_make_chunk, maker=maker.detached(), output=output)
    chunks = _chunks(todo, jobs)
    here = partial(_make_chunk, maker=maker, output=output)
    digests = [digest for made_chunk in map_chunks(work, chunks, jobs, helping=here) for digest in made_chunk]
    by_number = dict(zip((number for chunk in chunks for number, _ in chunk), digests, strict=True))
    return [by_number[number] for number, _ in todo]


def _whole(output: Planned, maker: Maker) -> Planned:
    if isinstance(output, Deferred):
        return output.make()
    return Document(path=output.path, content=maker.make(output)) if isinstance(output, Shard) else output


def _keep_scaled(todo: Sequence[tuple[int, Planned]], made: Ingredients, output: OutputFolder, store: Store) -> None:
    """Keep the smaller copies and cards that were made, for a site in another folder, or one that is lost."""
    for number, one in todo:
        if isinstance(one, Scaled | Card) and store.blob(key := made_key(one, made)) is None:
            store.put_blobs([(key, output.staged(number, one.path))])


def _chunks(todo: Sequence[tuple[int, Planned]], jobs: int) -> list[list[tuple[int, Planned]]]:
    """Return what each worker takes at a time, so that all end together: neighbours, and all made from one thing.

    Pages whose kind has few are the long ones (numbers, journal.json), so they come first. Chunks then shrink.
    """
    counts = Counter(_kind(one) for _, one in todo)
    chunks: list[list[tuple[int, Planned]]] = []
    part = ""
    most = 0
    for place, task in enumerate(sorted(todo, key=lambda task: counts[_kind(task[1])])):
        found = _part(task[1])
        if not chunks or found != part or (not part and len(chunks[-1]) >= most):
            chunks.append([])
            is_slow = isinstance(task[1], Card) or counts[_kind(task[1])] < _MANY
            most = _FEW if is_slow else max(_FEW, min(_CHUNK, (len(todo) - place) // (4 * jobs)))
        chunks[-1].append(task)
        part = found
    return chunks


def _kind(output: Planned) -> str:
    return output.template if isinstance(output, Page | Deferred) else type(output).__name__


def _part(output: Planned) -> str:
    """Return what several outputs are made from: a part of the search's index, or a picture."""
    if isinstance(output, Shard):
        return output.part
    return f"{SCALED}{output.asset}" if isinstance(output, Scaled) else ""


def _publish(
    todo: Sequence[tuple[int, Planned]], digests: Sequence[bytes], kept: Mapping[str, Written], output: OutputFolder
) -> list[str]:
    """Put the staged files in place, those apart whose content is what is there already."""
    written = []
    for (number, one), digest in zip(todo, digests, strict=True):
        old = kept.get(one.path)
        if old is None or old.digest != digest:
            output.publish(number, one.path)
            written.append(one.path)
    return written


def _check_conflicts(todo: Iterable[tuple[int, Planned]], listed: frozenset[str], output: OutputFolder) -> None:
    if not output.existed:
        return
    foreign = find_foreign([one.path for _, one in todo], listed, output)
    if foreign:
        raise OutputError(*(_conflict(path, output) for path in foreign))


def _conflict(path: str, output: OutputFolder) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="output-conflict",
        message=f"the site needs the place of '{path}', which journal did not write",
        location=Location(path=str(output.folder / path)),
        hint="move the file away, or put it into static/ so that the site is built with it",
    )


def _record(  # noqa: PLR0913, PLR0917
    outputs: Sequence[Planned],
    fresh_keys: Sequence[bytes],
    digests: Mapping[str, bytes],
    kept: Mapping[str, Written],
    output: OutputFolder,
    written: list[str],
    stale: list[str],
) -> Emitted:
    final = OutputFolder(output.folder)
    now = time.time_ns()
    changed = set(written)
    files = []
    for one, key in zip(outputs, fresh_keys, strict=True):
        path = one.path
        if path not in digests:
            files.append(kept[path])
        elif path not in changed:
            files.append(msgspec.structs.replace(kept[path], key=key))
        elif (stamp := final.stamp(path)) is not None:
            files.append(Written(path=path, key=key, digest=digests[path], stamp=stamp, settled=stamp.settled(now)))
    return Emitted(files=tuple(files), written=tuple(written), removed=tuple(stale))
