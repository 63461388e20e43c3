"""`DialectTest`: a folder as some tool keeps it, what is built of it in place, and what of it after an import."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any, NamedTuple

from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.importing.run import ImportRequest, import_journal
from journal_site.model.page import BuildReport
from journal_site.model.source import SourceOptions

TODAY = dt.date(2026, 3, 10)


class Built(NamedTuple):
    """A site with its report."""

    report: BuildReport
    root: Path
    entries: dict[str, dict[str, Any]]
    """What journal.json says of each entry and note, by its title."""
    topics: dict[str, dict[str, Any]]
    """What it says of each topic, by its name."""

    def topics_of(self, title: str) -> list[str]:
        """Return the names of an entry's topics, sorted."""
        names = {topic["slug"]: name for name, topic in self.topics.items()}
        return sorted(names[slug] for slug in self.entries[title]["topics"])

    def page(self, title: str) -> str:
        """Return the HTML of an entry's page."""
        entry = self.entries[title]
        folder = "notes" if entry["kind"] == "note" else "entries"
        place = self.root / "_site" / folder / str(entry["id"]) / "index.html"
        return place.read_text(encoding="utf-8")

    def body(self, title: str) -> str:
        """Return the HTML of an entry's text."""
        page = self.page(title)
        return page[page.index("<article") : page.index("</article>")]

    def text(self, title: str) -> str:
        """Return the HTML of an entry's text, without what its page says of its neighbours."""
        return self.body(title).partition("<footer")[0].partition('<nav class="pager"')[0]

    def codes(self) -> list[str]:
        """Return the codes of what was told."""
        return [one.code for one in self.report.diagnostics]

    def left_out(self) -> dict[str, str]:
        """Return the reasons for what was left out, by path."""
        return {one.path: one.reason for one in self.report.left_out}


class DialectTest:
    """A folder of somebody's texts, and a journal into which it is imported."""

    def __init__(self, place: Path) -> None:
        """Begin with both empty."""
        self.root = place / "there"
        self.here = place / "here"
        self.root.mkdir()
        self.here.mkdir()

    def write(self, files: dict[str, str]) -> None:
        """Write files by their paths."""
        for path, text in files.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def in_place(self, source: str = ".", *, drafts: bool = False, more: str = "") -> Built:
        """Build a journal of the folder where it lies; `more` stands among the options of its source."""
        settings = f"title: T\nurl: https://example.org/t/\nsources: [{{path: {source}{more}}}]\n"
        (self.root / "site.yaml").write_text(settings, encoding="utf-8")
        return built(self.root, drafts=drafts)

    def imported(self, source: str = ".", *, drafts: bool = False) -> Built:
        """Import the folder as it was found, and build the journal that it becomes."""
        (self.root / "site.yaml").unlink(missing_ok=True)
        options = SourceOptions(today=TODAY)
        import_journal(ImportRequest(place=self.root / source, root=self.here, options=options))
        return built(self.here, drafts=drafts)


def built(root: Path, *, drafts: bool = False) -> Built:
    """Build a journal, and return what it became."""
    report = build(BuildRequest(root=root, today=TODAY, drafts=drafts, jobs=1))
    said = json.loads((root / "_site" / "journal.json").read_text(encoding="utf-8"))
    return Built(
        report,
        root,
        {entry["title"]: entry for entry in said["entries"]},
        {topic["name"]: topic for topic in said["topics"]},
    )
