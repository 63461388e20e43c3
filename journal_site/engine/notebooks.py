"""Local notebooks: read where they changed, kept by their file's digest; and those that are the entry of their day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from journal_site.engine.assets import AssetRecord
from journal_site.engine.records import SourceRecord, read_instead, terms_of
from journal_site.engine.still import read_same
from journal_site.file_kinds import NOTEBOOK
from journal_site.model.base import Value
from journal_site.model.entry import Entry, Notebook
from journal_site.model.source import ANYWHERE, Found, Source
from journal_site.reading.scan.texts import digest_of
from journal_site.site.store import Store

_encode = msgspec.msgpack.Encoder().encode


class KeptNotebook(Value, frozen=True, kw_only=True):
    """What the store keeps of a notebook."""

    digest: str
    notebook: Notebook


_NOTEBOOK = msgspec.msgpack.Decoder(KeptNotebook)


def read_notebooks(
    root: Path, assets: Mapping[str, AssetRecord | None], store: Store, *, search: bool
) -> dict[str, Notebook]:
    """Return every local notebook that lies in the sources or that a text refers to."""
    notebooks: dict[str, Notebook] = {}
    for path, record in assets.items():
        if record is None or record.asset.kind != "file" or not path.lower().endswith(NOTEBOOK):
            continue
        if record.asset.problem and not record.asset.digest:
            continue
        raw = store.meta(f"notebook:{path}")
        kept = _NOTEBOOK.decode(raw) if raw is not None else None
        if kept is None or kept.digest != record.asset.digest:
            kept = _read_notebook(root, path, record.asset.digest, store, search=search)
            store.put_meta(f"notebook:{path}", _encode(kept))
        notebooks[path] = kept.notebook
    return notebooks


def read_days(  # noqa: PLR0913 - all that they hang on
    found: Iterable[Found],
    notebooks: Mapping[str, Notebook],
    entries: Iterable[Entry],
    store: Store,
    *,
    assets: Mapping[str, AssetRecord | None],
    histories: Mapping[str, tuple[tuple[int, str], ...]],
    repo: str,
    search: bool,
) -> list[SourceRecord]:
    """Return a record for each notebook that is the entry of its day.

    It is none where a day's text names it, which it then belongs to, or where its day has an entry already.
    """
    if not any(one.path in notebooks for one in found):
        return []
    from journal_site.index.references.resolve import wanted_paths  # noqa: PLC0415 - few journals have notebooks
    from journal_site.reading.notebook.day import day_entry, day_text, is_named_after_day  # noqa: PLC0415 - as above

    records: list[SourceRecord] = []
    days = [entry for entry in entries if entry.kind == "entry" and (entry.dates or entry.days)]
    taken = {day for entry in days for day in _days_of(entry)}
    named = wanted_paths(days, repo)
    for one in found:
        notebook, asset = notebooks.get(one.path), assets.get(one.path)
        is_named = one.path in named or ANYWHERE + one.path.rpartition("/")[2] in named
        if notebook is None or asset is None or notebook.broken or is_named or not is_named_after_day(one.path):
            continue
        history = histories.get(one.path, ())
        source = Source(path=one.path, folder=one.folder, text=day_text(notebook), history=history)
        record = read_instead(source, one, asset.asset.digest, store, search=search)
        told = {day for entry in record.entries for day in _days_of(entry)}
        if told and not told & taken:
            taken |= told
            records.append(replace(record, entries=tuple(day_entry(entry, notebook) for entry in record.entries)))
    return records


def _days_of(entry: Entry) -> Iterator[object]:
    yield from entry.dates
    yield from ((entry.round, day) for day in entry.days)


def _read_notebook(root: Path, path: str, digest: str, store: Store, *, search: bool) -> KeptNotebook:
    from journal_site.reading.notebook.read import read_notebook  # noqa: PLC0415 - nbformat takes 150 ms

    notebook, html, pictures = read_notebook(path, read_same(root, path, digest), store)
    body = digest_of(b"notebook\0" + path.encode() + digest.encode())
    blobs = {name: (digest_of(raw), raw) for name, raw in pictures.items()}
    raw_html = html.encode("utf-8", "replace")
    store.put_bodies([(body, b"", raw_html)])
    if search:
        store.put_terms(terms_of([(body, raw_html)]))
    store.put_blobs(blobs.values())
    named = tuple((name, blobs[name][0]) for name, _ in notebook.pictures) or tuple(
        (name, blob) for name, (blob, _) in blobs.items()
    )
    return KeptNotebook(digest=digest, notebook=replace(notebook, body=body, pictures=named))
