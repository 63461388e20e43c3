"""Bring the planned outputs to the site's folder: render what changed, leave what did not, remove what is gone.

An output is rendered again only where the digest of all that it depends on changed, or where its file is not as it was
left. Nothing is put in place before everything is rendered, so a build with an error changes nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from journal_site.engine.keys import Ingredients, Keys, Ready, SiteOutput, digest_of, made_key
from journal_site.engine.make import Maker
from journal_site.engine.workers import forks, map_chunks
from journal_site.engine.written import Written
from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.model.base import Value
from journal_site.model.page import Card, Deferred, Kept, Page, Scaled, Shard
from journal_site.site.obstacles import find_foreign, first_to_go
from journal_site.site.output import SiteFolder
from journal_site.site.store import SCALED, Store

_PARALLEL_FROM = 150
"""Outputs to make below which one process is quicker than starting more."""
_CHUNK = 80
_FEW = 10
"""Outputs that a worker takes at a time of those that take long: so many cards are like a picture that is scaled."""
_MANY = 100
"""Pages of a kind with fewer may be long."""


class Done(Value, frozen=True, kw_only=True, gc=False):
    """What was made, beside its content, which is staged."""

    digest: bytes
    """Of the content."""
    key: bytes = b""
    """Of a deferred output, whose key is not known before."""
    trace: bytes = b""


class Emitted(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the outputs."""

    files: tuple[Written, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    traces: Mapping[str, bytes]
    """By path what deferred outputs read."""


def _make_chunk(chunk: Sequence[tuple[int, SiteOutput]], *, maker: Maker, output: SiteFolder) -> list[Done]:
    """Make and stage some outputs."""
    done = []
    for number, planned in chunk:
        if isinstance(planned, Ready):
            content, key, trace = planned.content, planned.key, planned.trace
        elif isinstance(planned, Deferred):
            content, key, trace = maker.make_traced(planned)
        else:
            content, key, trace = maker.make(planned), b"", b""
        output.stage(number, planned.path, content)
        done.append(Done(digest=digest_of(content), key=key, trace=trace))
    return done


# --- all of it -------------------------------------------------------------------------------------------------------


def emit(  # noqa: PLR0913 - one parameter for each thing that decides what is written
    outputs: Sequence[SiteOutput],
    made: Ingredients,
    kept: Mapping[str, Written],
    output: SiteFolder,
    store: Store,
    *,
    jobs: int,
    traces: Mapping[str, bytes],
) -> Emitted:
    """Make the site's folder hold the outputs and nothing else of ours.

    `kept` are the files that are intact, `traces` what deferred outputs read when they were last made, by path.
    """
    keys = Keys(made)
    fresh_keys = [keys.of(one, traces.get(one.path)) for one in outputs]
    planned = {one.path for one in outputs}
    listed = output.listed() if output.existed else frozenset()
    todo = [
        (number, one)
        for number, (one, key) in enumerate(zip(outputs, fresh_keys, strict=True))
        if _is_due(one, key, kept.get(one.path))
    ]
    stale = sorted((listed | kept.keys()) - planned)
    if not todo and not stale and listed == planned:
        return Emitted(files=tuple(kept[one.path] for one in outputs), written=(), removed=(), traces=traces)
    _check_conflicts(todo, listed, output)
    try:
        output.begin(listed | planned)
        done = _make(todo, made, output, store, jobs)
        _keep_scaled(todo, made, output, store)
        first = first_to_go(stale, planned)
        for path in first:
            output.remove(path)
        written = _publish(todo, done, kept, output)
        for path in sorted(frozenset(stale).difference(first)):
            output.remove(path)
        output.end(planned)
    except BaseException:
        output.abandon()
        raise
    return _record(
        outputs,
        fresh_keys,
        dict(zip((one.path for _, one in todo), done, strict=True)),
        kept,
        output,
        written,
        stale,
        traces,
    )


def _is_due(output: SiteOutput, key: bytes, old: Written | None) -> bool:
    """Tell whether an output must be made: its file is not as it was left, or would be another, or nobody knows."""
    return old is None or old.key != key or (not key and not isinstance(output, Kept))


def _make(
    todo: Sequence[tuple[int, SiteOutput]], made: Ingredients, output: SiteFolder, store: Store, jobs: int
) -> list[Done]:
    maker = Maker(made, store, store.path)
    pictures = {one.asset for _, one in todo if isinstance(one, Scaled)}
    cards = sum(isinstance(one, Card) for _, one in todo)
    few = len(todo) < _PARALLEL_FROM and len(pictures) + cards // _FEW < 2  # noqa: PLR2004
    if jobs <= 1 or few or store.path is None:
        return _make_chunk(todo, maker=maker, output=output)
    store.flush()
    tasks: Sequence[tuple[int, SiteOutput]] = todo
    if not forks():
        tasks = [(number, _ready(one, maker)) for number, one in todo]
    work = partial(_make_chunk, maker=maker.detached(), output=output)
    chunks = _chunks(tasks, jobs)
    here = partial(_make_chunk, maker=maker, output=output)
    done = [one for made_chunk in map_chunks(work, chunks, jobs, helping=here) for one in made_chunk]
    by_number = dict(zip((number for chunk in chunks for number, _ in chunk), done, strict=True))
    return [by_number[number] for number, _ in todo]


def _ready(output: SiteOutput, maker: Maker) -> SiteOutput:
    if isinstance(output, Deferred):
        content, key, trace = maker.make_traced(output)
        return Ready(path=output.path, content=content, key=key, trace=trace)
    return Ready(path=output.path, content=maker.make(output)) if isinstance(output, Shard) else output


def _keep_scaled(todo: Sequence[tuple[int, SiteOutput]], made: Ingredients, output: SiteFolder, store: Store) -> None:
    """Keep the smaller copies and cards that were made, for a site in another folder, or one that is lost."""
    for number, one in todo:
        if isinstance(one, Scaled | Card) and store.blob(key := made_key(one, made)) is None:
            store.put_blobs([(key, output.staged(number, one.path))])


def _chunks(todo: Sequence[tuple[int, SiteOutput]], jobs: int) -> list[list[tuple[int, SiteOutput]]]:
    """Return what each worker takes at a time, so that all end together: neighbours, and all made from one thing.

    Pages whose kind has few are the long ones (numbers, journal.json), so they come first. Chunks then shrink.
    """
    counts = Counter(_kind(one) for _, one in todo)
    chunks: list[list[tuple[int, SiteOutput]]] = []
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


def _kind(output: SiteOutput) -> str:
    return output.template if isinstance(output, Page | Deferred) else type(output).__name__


def _part(output: SiteOutput) -> str:
    """Return what several outputs are made from: a part of the search's index, or a picture."""
    if isinstance(output, Shard):
        return output.part
    return f"{SCALED}{output.asset}" if isinstance(output, Scaled) else ""


def _publish(
    todo: Sequence[tuple[int, SiteOutput]], done: Sequence[Done], kept: Mapping[str, Written], output: SiteFolder
) -> list[str]:
    """Put the staged files in place, those apart whose content is what is there already."""
    written = []
    for (number, one), made in zip(todo, done, strict=True):
        old = kept.get(one.path)
        if old is None or old.digest != made.digest:
            output.publish(number, one.path)
            written.append(one.path)
    return written


def _check_conflicts(todo: Iterable[tuple[int, SiteOutput]], listed: frozenset[str], output: SiteFolder) -> None:
    if not output.existed:
        return
    foreign = find_foreign([one.path for _, one in todo], listed, output)
    if foreign:
        raise OutputError(*(_conflict(path, output) for path in foreign))


def _conflict(path: str, output: SiteFolder) -> Diagnostic:
    return Diagnostic(
        severity="error",
        code="output-conflict",
        message=f"the site needs the place of '{path}', which journal did not write",
        location=Location(path=str(output.folder / path)),
        hint="move the file away, or put it into static/ so that the site is built with it",
    )


def _record(  # noqa: PLR0913, PLR0917
    outputs: Sequence[SiteOutput],
    fresh_keys: Sequence[bytes],
    done: Mapping[str, Done],
    kept: Mapping[str, Written],
    output: SiteFolder,
    written: list[str],
    stale: list[str],
    traces: Mapping[str, bytes],
) -> Emitted:
    final = SiteFolder(output.folder)
    now = time.time_ns()
    changed = set(written)
    files = []
    for one, known_key in zip(outputs, fresh_keys, strict=True):
        path = one.path
        made = done.get(path)
        if made is None:
            files.append(kept[path])
            continue
        key = made.key or known_key
        if path not in changed:
            files.append(msgspec.structs.replace(kept[path], key=key))
        elif (stamp := final.stamp(path)) is not None:
            files.append(Written(path=path, key=key, digest=made.digest, stamp=stamp, settled=stamp.settled(now)))
    read = {path: one.trace for path, one in done.items() if one.trace}
    left = {one.path: trace for one in outputs if one.path not in read and (trace := traces.get(one.path))}
    return Emitted(files=tuple(files), written=tuple(written), removed=tuple(stale), traces=left | read)
