"""The store: what it keeps, and what it does when it cannot."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from journal_site.site.rows import StoreFailedError
from journal_site.site.store import FILE, BodyReader, Store


def filled(folder: Path, version: str = "1") -> None:
    store = Store(folder, version)
    store.put_sources([("a.md", b"A"), ("b.md", b"B")], [])
    store.put_bodies([("d1", b"content", b"<p>one")])
    store.put_blobs([("b1", b"picture")])
    store.put("code:1", "<span>")
    store.put_meta("state", b"s")
    store.commit(frozenset({"d1"}))


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    filled(tmp_path / "kept")
    store = Store(tmp_path / "kept", "1")
    assert dict(store.sources()) == {"a.md": b"A", "b.md": b"B"}
    assert (store.content("d1"), store.body("d1"), store.blob("b1")) == (b"content", b"<p>one", b"picture")
    assert (store.get("code:1"), store.get("code:2"), store.meta("state")) == ("<span>", None, b"s")
    assert store.note == ""
    store.close()


def test_what_was_not_committed_is_lost(tmp_path: Path) -> None:
    filled(tmp_path / "kept")
    store = Store(tmp_path / "kept", "1")
    store.put_sources([("a.md", b"changed")], ["b.md"])
    store.close()
    again = Store(tmp_path / "kept", "1")
    assert dict(again.sources()) == {"a.md": b"A", "b.md": b"B"}
    again.close()


def test_another_version_begins_anew_and_says_so(tmp_path: Path) -> None:
    filled(tmp_path / "kept")
    store = Store(tmp_path / "kept", "2")
    assert dict(store.sources()) == {}
    assert "another version" in store.note
    store.commit(frozenset())
    again = Store(tmp_path / "kept", "2")
    assert again.note == ""
    again.close()


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\x00" + b"\x00" * 4000])
def test_a_damaged_store_begins_anew(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / FILE).write_bytes(damage)
    store = Store(folder, "1")
    store.put_meta("state", b"s")
    store.commit(frozenset())
    again = Store(folder, "1")
    assert again.meta("state") == b"s"
    again.close()


def test_a_locked_store_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept"
    filled(folder)
    holder = sqlite3.connect(folder / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *words, **named: real(*words, **{**named, "timeout": 0}))
    store = Store(folder, "1")
    assert "cannot be used" in store.note
    store.put_bodies([("d9", b"", b"kept in memory")])
    assert store.body("d9") == b"kept in memory"
    store.commit(frozenset())
    holder.close()
    monkeypatch.undo()
    again = Store(folder, "1")
    assert again.body("d1") == b"<p>one"
    again.close()


def test_readers_see_what_was_flushed(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept", "1")
    store.put_bodies([("d1", b"content", b"<p>")])
    store.flush()
    assert store.path is not None
    reader = BodyReader(store.path)
    assert (reader.body("d1"), reader.content("d1"), reader.body("d2")) == (b"<p>", b"content", None)
    reader.close()
    store.close()


def test_unused_bodies_are_swept_when_there_are_many(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    filled(folder)
    store = Store(folder, "1")
    store.put_bodies([(f"x{number}", b"", b"old") for number in range(500)])
    store.commit(frozenset({"d1"}))
    again = Store(folder, "1")
    assert again.body("d1") == b"<p>one"
    assert again.body("x3") is None
    again.close()


def _fill(store: Store) -> None:
    store.put_blobs([(f"picture-{number}", b"x" * 100_000) for number in range(20)])
    store.put_bodies([(f"body-{number}", b"x" * 100_000, b"x") for number in range(20)])
    store.commit(frozenset())


def test_a_full_disk_says_nothing_against_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    filled(folder)
    store = Store(folder, "1")
    assert store._database is not None
    (pages,) = store._database.execute("PRAGMA page_count").fetchone()
    store._database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFailedError, match="the disk is full") as told:
        _fill(store)
    assert not told.value.damaged
    store.close()
    again = Store(folder, "1")
    assert again.body("d1") == b"<p>one"
    again.close()
