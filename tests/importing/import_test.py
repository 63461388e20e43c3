"""`ImportTest`: a log or folder outside a journal, the journal that it is imported into, and what is there then."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.importing.run import ImportReport, ImportRequest, import_journal
from journal_site.model.source import SourceOptions

TODAY = dt.date(2026, 3, 10)


class ImportTest:
    """Two folders: `there`, which is imported, and `here`, the journal."""

    def __init__(self, place: Path) -> None:
        self.there = place / "there"
        self.here = place / "here"
        self.there.mkdir()
        self.here.mkdir()

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file that is to be imported."""
        write(self.there / path, text)

    def run(self, source: str = "LOG.md", *, root: Path | None = None, dry_run: bool = False, repo: str = "",
            **options: Any) -> ImportReport:  # fmt: skip # noqa: ANN401 - SourceOptions has their types
        """Import."""
        place = root or self.here
        options.setdefault("today", TODAY)
        return import_journal(
            ImportRequest(
                place=(root or self.there) / source,
                root=place,
                options=SourceOptions(**options),
                repo=repo,
                dry_run=dry_run,
            )
        )

    def text(self, name: str) -> str:
        """Return the text of an imported file."""
        return (self.here / "entries" / name).read_text(encoding="utf-8")

    def edit(self, name: str, text: str) -> None:
        """Do as the author does."""
        write(self.here / "entries" / name, text)

    def files(self) -> list[str]:
        """Return the names of all imported files."""
        return sorted(
            path.relative_to(self.here / "entries").as_posix()
            for path in (self.here / "entries").rglob("*")
            if path.is_file() and path.name != ".journal-import.json"
        )

    def site(self) -> dict[str, Any]:
        """Return what the site built of the imported files says."""
        return built(self.here)


def write(path: Path, text: str | bytes) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def built(root: Path, settings: str | None = None) -> dict[str, Any]:
    """Build a journal and return its journal.json."""
    if settings is not None:
        write(root / "site.yaml", settings)
    build(BuildRequest(root=root, today=TODAY, drafts=True, future=True, jobs=1))
    found: dict[str, Any] = json.loads((root / "_site" / "journal.json").read_text(encoding="utf-8"))
    return found


def actions(report: ImportReport) -> dict[str, str]:
    """Return what was done with each file."""
    return {step.wanted.name: step.action for step in report.steps}


def codes(report: ImportReport) -> list[str]:
    """Return the codes of what was said."""
    return [one.code for one in report.diagnostics]


def traits(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what of an entry is the same in place and imported."""
    kept = ("kind", "title", "day", "days", "round", "date", "dates", "words", "topics")
    return {
        **{name: entry[name] for name in kept},
        "links": [(link["url"], link["kind"], link["text"]) for link in entry["links"]],
        "tasks": [(task["text"], task["done"]) for task in entry["tasks"]],
        "notebooks": len(entry["notebooks"]),
        "images": len(entry["images"]),
    }


def assert_same(in_place: dict[str, Any], imported: dict[str, Any]) -> None:
    """Fail with what differs."""
    before = {entry["id"]: traits(entry) for entry in in_place["entries"]}
    after = {entry["id"]: traits(entry) for entry in imported["entries"]}
    assert sorted(after) == sorted(before)
    differing = {
        id_: {name: (value, after[id_][name]) for name, value in known.items() if after[id_][name] != value}
        for id_, known in before.items()
        if after[id_] != known
    }
    assert differing == {}
    assert imported["introduction"] == in_place["introduction"]
    assert {**(imported["challenge"] or {}), "name": ""} == {**(in_place["challenge"] or {}), "name": ""}
