"""`journal new` in journals that people really keep: one entry more, and everything else as it was."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from journal_site.cli import run
from tests.real_journals import lay_out, records

TODAY = "2026-11-21"


@pytest.mark.parametrize("record", records(), ids=lambda record: str(record["repo"]))
def test_one_entry_more(record: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = dt.datetime.combine(dt.date.fromisoformat(TODAY), dt.time(12), dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    root = lay_out(record, tmp_path / "journal")
    texts = _texts(root)
    before = _entries(root)
    assert run(["new", "-q", "--no-edit", "--source", str(root)]) == 0
    changed = [path for path, raw in _texts(root).items() if texts.get(path) != raw and path.name != "site.yaml"]
    assert len(changed) == 1
    if changed[0] in texts:
        assert _without_insertion(texts[changed[0]], changed[0].read_bytes())
    after = _entries(root)
    if after == before:  # as nothing is written in it yet
        _write_words(changed[0], texts.get(changed[0], b""))
        after = _entries(root)

    (new,) = after.keys() - before.keys()
    assert {key: after[key] for key in before} == before
    numbers = [day for one in before.values() if one["round"] == after[new]["round"] for day in one["days"] or ()]
    assert after[new]["day"] in {None, max(numbers, default=0) + 1}
    assert after[new]["date"] == TODAY or _is_table_without_dates(before, after[new])


def _write_words(place: Path, old: bytes) -> None:
    """Write a word below what is new in a file."""
    was, lines = old.decode().splitlines(), place.read_text(encoding="utf-8").splitlines()
    matcher = difflib.SequenceMatcher(None, was, lines, autojunk=False)
    new = [last for kind, _, _, _, last in matcher.get_opcodes() if kind in {"insert", "replace"}]
    end = max(new, default=0)
    while end and not lines[end - 1].strip():
        end -= 1
    place.write_text("\n".join([*lines[:end], "", "Written.", "", *lines[end:]]), encoding="utf-8")


def _texts(root: Path) -> dict[Path, bytes]:
    hidden = {"_site", ".journal"}
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and not hidden & set(path.parts)}


def _entries(root: Path) -> dict[str, dict[str, Any]]:
    """Return what a build says of each entry and note by its id, without the lines, which move."""
    assert run(["build", "-q", "-j", "1", "--future", "--source", str(root)]) == 0
    built = json.loads((root / "_site/journal.json").read_text(encoding="utf-8"))
    return {one["id"]: _without_lines(one) for one in built["entries"]}


def _without_lines(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return {key: _without_lines(one) for key, one in value.items() if key != "line"}
    return [_without_lines(one) for one in value] if isinstance(value, list) else value


def _without_insertion(old: bytes, new: bytes) -> bool:
    """Tell whether the new bytes are the old ones with some put in at one place."""
    start = len(os.path.commonprefix([old, new]))  # noqa: RUF071 - bytes, not paths
    return new[start + len(new) - len(old) :] == old[start:]


def _is_table_without_dates(before: dict[str, dict[str, Any]], new: dict[str, Any]) -> bool:
    """Tell whether the journal is a table of days that has no column for dates: its rows cannot tell one."""
    return all(one["date"] is None for one in before.values()) and TODAY in new["title"]
