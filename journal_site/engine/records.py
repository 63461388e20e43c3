"""Sources to their records: the store gives those that are unchanged, others are read again, in several processes."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec
from msgspec.structs import replace

from journal_site.characters import clean
from journal_site.engine.workers import forks, map_chunks
from journal_site.errors import ContentError, Diagnostic
from journal_site.model.base import Value
from journal_site.model.entry import Content, Entry
from journal_site.model.outline import Outline, Slice
from journal_site.model.source import Found, Source, SourceOptions, Stamp
from journal_site.reading.scan.texts import decode_source, digest_of, read_stamped, unreadable_source
from journal_site.site.store import BodyReader, Store

_LARGEST_CHUNK, _SMALLEST_CHUNK = 600_000, 16_000
"""Bytes of text: a chunk's results are held in memory as one, and each chunk costs a message."""
_PARALLEL_FROM = 400_000
"""Bytes of text to read below which one process is as quick as more, which each load what reads."""

_CHUNKS = 12
"""How many chunks each worker gets, at least."""

_KEPT_AT_ONCE = 200
"""Records that are given to the store together."""


Row = tuple[str, bytes, bytes]
"""A body to keep: digest, content, HTML."""
_READERS: dict[Path, BodyReader] = {}
_encode = msgspec.msgpack.Encoder().encode


class SourceRecord(Value, frozen=True, kw_only=True):
    """What the store keeps of a source."""

    stamp: Stamp
    settled: bool
    digest: str
    """Of the file's bytes."""
    options: str
    """Digest of the options and the history that it was read with."""
    outline: Outline
    """Without its slices."""
    entries: tuple[Entry, ...]
    broken: tuple[Diagnostic, ...] = ()
    """Why it could not be read at all."""


class _Read(msgspec.Struct, frozen=True, array_like=True):
    """What reading one source gave."""

    path: str
    record: bytes
    rows: tuple[Row, ...]
    fragments: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, bytes], ...]
    """Of each body among the rows, where the journal is to be searched."""


class _Cache:
    """Gives contents and fragments from the store, and keeps what is new apart, to be sent to the parent."""

    def __init__(self, store: _Remembered | None) -> None:
        self.store = store
        self.fresh: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        found = self.fresh.get(key)
        return found if found is not None or self.store is None else self.store.get(key)

    def put(self, key: str, fragment: str) -> None:
        self.fresh[key] = fragment

    def content(self, digest: str) -> Content | None:
        raw = self.store.content(digest) if self.store is not None else None
        return _CONTENT.decode(raw) if raw is not None else None


_CONTENT = msgspec.msgpack.Decoder(Content)

_RECORD = msgspec.msgpack.Decoder(SourceRecord)


def slice_digest(part: Slice, path: str, definitions: str, html: str) -> str:
    """Return the digest of all that reading a slice depends on."""
    state = hashlib.blake2b(digest_size=16)
    spoken = ("\0".join(one) for one in (*part.dialects, *part.values))
    for text in (path, html, part.kind, part.front, part.heading, part.title, definitions, part.text, *spoken):
        raw = text.encode("utf-8", "surrogatepass")
        state.update(b"%d\0" % len(raw))
        state.update(raw)
    return state.hexdigest()


def read_one(source: Source, found: Found, raw: bytes, started: int, cache: _Cache) -> tuple[SourceRecord, list[Row]]:
    """Read a source's slices, those apart whose contents are known already."""
    from journal_site.reading.body.read import read_slice  # noqa: PLC0415 - an unchanged journal needs no Markdown
    from journal_site.reading.entry import assemble  # noqa: PLC0415
    from journal_site.reading.outline.read import read_outline  # noqa: PLC0415

    source = legible(source)
    outline = read_outline(source, found.options)
    entries, rows = [], []
    for position, part in enumerate(outline.slices):
        digest = slice_digest(part, source.path, outline.definitions, found.options.html)
        content = cache.content(digest)
        if content is None:
            reading = read_slice(part, source.path, outline.definitions, found.options.html, cache)
            content = reading.content
            rows.append((digest, _encode(content), reading.html.encode("utf-8", "replace")))
        entries.append(assemble(source, outline, position, content, digest, sanitised=found.options.html != "trusted"))
    record = SourceRecord(
        stamp=found.stamp,
        settled=found.stamp.settled(started),
        digest=digest_of(raw),
        options=options_digest(found.options, source.history, outline),
        outline=replace(outline, slices=(), definitions=""),
        entries=tuple(entries),
    )
    return record, rows


def read_instead(source: Source, found: Found, digest: str, store: Store, *, search: bool) -> SourceRecord:
    """Read a text that stands for a file which is no text itself, whose bytes have that digest; keep its bodies."""
    cache = _Cache(store)
    record, rows = read_one(source, found, b"", 0, cache)
    store.put_bodies(rows)
    store.put_fragments(cache.fresh.items())
    if search:
        store.put_terms(terms_of((body, html) for body, _, html in rows))
    return replace(record, digest=digest, settled=True)


def legible(source: Source) -> Source:
    """Return a source whose text is clean but for its front matter: what that holds of the kind is an error there."""
    text = clean(source.text)
    if text is source.text:
        return source
    from journal_site.reading.front_matter.split import split_front_matter  # noqa: PLC0415 - seldom

    front, rest, _ = split_front_matter(source.text)
    return replace(source, text=front + clean(rest))


def options_digest(options: SourceOptions, history: tuple[tuple[int, str], ...], outline: Outline | None = None) -> str:
    """Return the digest of what a source is read with. `today` counts only where the text is read by it."""
    if (
        outline is not None
        and not outline.today
        and not any(one.code == "date-guessed-year" for part in outline.slices for one in part.diagnostics)
        and not any(one.code == "date-guessed-year" for one in outline.diagnostics)
    ):
        options = replace(options, today=SourceOptions().today)
    return digest_of(_encode((options, history)))


def _read_chunk(
    chunk: Sequence[tuple[Found, tuple[tuple[int, str], ...]]],
    *,
    root: Path,
    started: int,
    store: Path | None,
    search: bool,
) -> list[_Read]:
    """Read some sources in a worker process."""
    reader = _reader(store)
    return [_read_found(root, found, history, started, _Cache(reader), search=search) for found, history in chunk]


def _read_found(  # noqa: PLR0913
    root: Path, found: Found, history: tuple[tuple[int, str], ...], started: int, cache: _Cache, *, search: bool
) -> _Read:
    try:
        raw, stamp = read_stamped(root, found.path)
        found = _as_read(found, stamp)
        record, rows = read_one(decode_source(raw, found, history), found, raw, started, cache)
    except ContentError as error:
        record, rows = _broken(found, started, error), []
    terms = terms_of((digest, html) for digest, _, html in rows) if search else ()
    return _Read(found.path, _encode(record), tuple(rows), tuple(cache.fresh.items()), terms)


def _as_read(found: Found, stamp: Stamp) -> Found:
    """Return a source with the stamp that it was read with: it may have changed since it was found."""
    return found if stamp == found.stamp else replace(found, stamp=stamp)


def terms_of(bodies: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """Return the terms of bodies, as the search asks for them: each with its digest."""
    from journal_site.terms import count_terms  # noqa: PLC0415 - an unchanged journal does not need it

    return tuple((digest, count_terms(html.decode())) for digest, html in bodies)


def _broken(found: Found, started: int, error: ContentError) -> SourceRecord:
    return SourceRecord(
        stamp=found.stamp,
        settled=found.stamp.settled(started),
        digest="",
        options="",
        outline=Outline(slices=()),
        entries=(),
        broken=unreadable_source(found, error.diagnostics),
    )


def _reader(store: Path | None) -> BodyReader | None:
    """Return this process's connection to the store; it is opened once in each."""
    if store is None:
        return None
    if store not in _READERS:
        _READERS[store] = BodyReader(store)
    return _READERS[store]


def read_sources(  # noqa: PLR0913
    root: Path,
    found: Sequence[Found],
    store: Store,
    *,
    jobs: int,
    histories: Mapping[str, tuple[tuple[int, str], ...]],
    search: bool = False,
) -> tuple[tuple[SourceRecord, ...], dict[str, SourceRecord]]:
    """Return the record of each source, in order, and of those that were read again what it was, by path.

    The store gives those that are unchanged.
    """
    started = time.time_ns()
    known = {path: _RECORD.decode(raw) for path, raw in store.sources()}
    fresh: dict[str, SourceRecord] = {}
    blobs: list[tuple[str, bytes]] = []
    changed: list[Found] = []
    digests = _OptionDigests()
    for one in found:
        record = known.get(one.path)
        if record is None or not digests.accept(record, one.options, histories.get(one.path, ())):
            changed.append(one)
        elif not record.settled or record.stamp != one.stamp:
            same = _with_new_stamp(root, record, one, started)
            if same is None:
                changed.append(one)
            else:
                fresh[one.path] = same
                blobs.append((one.path, _encode(same)))
    for result in _read_changed(root, changed, store, jobs, started, histories, search=search):
        fresh[result.path] = _RECORD.decode(result.record)
        blobs.append((result.path, result.record))
        if len(blobs) >= _KEPT_AT_ONCE:
            store.put_sources(blobs, ())
            blobs.clear()
        store.put_bodies(result.rows)
        store.put_fragments(result.fragments)
        store.put_terms(result.terms)
    present = {one.path for one in found}
    store.put_sources(blobs, [path for path in known if path not in present])
    replaced = {one.path: known[one.path] for one in changed if one.path in known}
    return tuple([fresh.get(one.path) or known[one.path] for one in found]), replaced


class _Remembered(Protocol):
    """Contents and fragments of earlier readings."""

    def content(self, digest: str) -> bytes | None: ...
    def get(self, key: str) -> str | None: ...


def read_again(root: Path, found: Found, store: _Remembered | None) -> tuple[SourceRecord, list[tuple[str, bytes]]]:
    """Read one source as it is now; return its record and the bodies that are new. Raises ContentError."""
    raw, stamp = read_stamped(root, found.path)
    record, rows = read_one(decode_source(raw, found), _as_read(found, stamp), raw, time.time_ns(), _Cache(store))
    return record, [(digest, html) for digest, _, html in rows]


class _OptionDigests:
    """The digests that mean "read with these options"; many sources share one value, so each is made once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, tuple[tuple[int, str], ...]], tuple[str, str]] = {}

    def accept(self, record: SourceRecord, options: SourceOptions, history: tuple[tuple[int, str], ...]) -> bool:
        key = id(options), history
        if key not in self._known:
            exact, undated = options_digest(options, history), options_digest(options, history, Outline(slices=()))
            self._known[key] = exact, undated
        return record.options in self._known[key]


def _with_new_stamp(root: Path, record: SourceRecord, found: Found, started: int) -> SourceRecord | None:
    """Return the record of a file that was touched and not changed, or None where it was changed."""
    try:
        raw, stamp = read_stamped(root, found.path)
    except ContentError:
        return None
    return replace(record, stamp=stamp, settled=stamp.settled(started)) if digest_of(raw) == record.digest else None


def _read_changed(  # noqa: PLR0913, PLR0917
    root: Path,
    changed: Sequence[Found],
    store: Store,
    jobs: int,
    started: int,
    histories: Mapping[str, tuple[tuple[int, str], ...]],
    *,
    search: bool,
) -> Iterator[_Read]:
    tasks = [(one, histories.get(one.path, ())) for one in changed]
    weight = sum(one.stamp.size for one in changed)
    few = weight < _PARALLEL_FROM
    if not tasks or jobs <= 1 or store.path is None or (few and not forks()):
        for one, history in tasks:
            yield _read_found(root, one, history, started, _Cache(store), search=search)
        return
    work = partial(_read_chunk, root=root, started=started, store=None if store.is_new else store.path, search=search)
    chunks = [tasks] if few else _chunks(tasks, weight, jobs)
    if not few and forks():
        _load_what_reads()
    for results in map_chunks(work, chunks, jobs, meanwhile=partial(_load_what_follows, index=not few)):
        yield from results


def _load_what_reads() -> None:
    """Load what reads once, for all workers that are forked from here: to load it takes as long as sixty texts."""
    import journal_site.reading.body.read  # noqa: PLC0415
    import journal_site.reading.entry  # noqa: PLC0415
    import journal_site.reading.outline.read  # noqa: F401, PLC0415


def _load_what_follows(*, index: bool) -> None:
    """Load what plans and renders while others read: the workers who render then need not load it each.

    Where few texts changed, the last index may still hold.
    """
    if index:
        import journal_site.index.build  # noqa: PLC0415
        from journal_site.pages.page_kinds import load_planners  # noqa: PLC0415

        load_planners()
    import journal_site.pages.plan  # noqa: PLC0415
    import journal_site.site.theme  # noqa: F401, PLC0415


def _chunks(
    tasks: Sequence[tuple[Found, tuple[tuple[int, str], ...]]], left: int, jobs: int
) -> list[list[tuple[Found, tuple[tuple[int, str], ...]]]]:
    """Return what each worker takes at a time: less and less, so that all end together."""
    largest = min(left // (jobs * _CHUNKS) + 1, _LARGEST_CHUNK)
    chunks: list[list[tuple[Found, tuple[tuple[int, str], ...]]]] = [[]]
    full, weight = 0, largest
    for task in tasks:
        if full >= weight:
            chunks.append([])
            left -= full
            full, weight = 0, max(_SMALLEST_CHUNK, min(largest, left // (4 * jobs)))
        chunks[-1].append(task)
        full += task[0].stamp.size
    return chunks
