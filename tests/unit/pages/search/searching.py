"""The search without a browser: a journal's index in memory, asked by the theme's own script."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

import quickjs  # type: ignore[import-untyped]  # ships no types

from journal_site.model.entry import Entry, Link
from journal_site.model.index import Index, Item, Streaks, Topic
from journal_site.model.page import Document, Shard
from journal_site.pages.search.plan import plan_search
from journal_site.site.templates import theme_folder
from journal_site.terms import count_terms
from tests.unit.pages.small_journal import make_context

_BROWSER = """
var asked = [];
class URL { constructor(path) { this.path = path; } }
function fetch(url) {
  const path = url.path.split("?")[0];
  asked.push(path);
  return Promise.resolve({ ok: path in files, text: () => Promise.resolve(files[path]) });
}
"""
_ASK = """
async function ask(text, slug, year) {
  const index = await journalSearch.open("");
  const query = journalSearch.readQuery(text);
  const parts = index.parts.filter((part) => !year || part.year === year);
  const docs = await journalSearch.rank(query, parts, slug);
  return Promise.all(docs.map(async ({ part, number }) => {
    const block = await part.load(`d${Math.floor(number / index.block)}.json`, JSON.parse);
    return block[number % index.block][0];
  }));
}
"""


class Script:
    """The theme's script, in an engine that has no browser around it."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._engine = quickjs.Context()
        self._engine.eval(f"var files = {json.dumps(files)};" + _BROWSER)
        for script in ("terms", "index", "rank"):
            self._engine.eval((theme_folder() / f"static/search_{script}.js").read_text(encoding="utf-8"))
        self._engine.eval(_ASK)

    def run(self, code: str) -> Any:  # noqa: ANN401 - whatever the code gives
        """Return what a promise comes to."""
        self._engine.eval(
            f"var answer; {code}.then((value) => {{ answer = JSON.stringify({{ value }}); }}, "
            "(error) => { answer = JSON.stringify({ error: String(error) + error.stack }); });"
        )
        while self._engine.execute_pending_job():
            pass
        answer = json.loads(str(self._engine.eval("answer")))
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def ask(self, text: str, topic: str = "", year: str = "") -> list[str]:
        """Return the addresses of what is found, best first."""
        found: list[str] = self.run(f"ask({json.dumps(text)}, {json.dumps(topic)}, {json.dumps(year)})")
        return found

    def cut(self, text: str) -> list[str]:
        """Return a text's terms."""
        code = f"journalSearch.open('').then(() => journalSearch.cut({json.dumps(text)}.normalize('NFC')))"
        return [one["term"] for one in self.run(code)]

    def asked(self) -> list[str]:
        """Return the files that were fetched."""
        files: list[str] = json.loads(str(self._engine.eval("JSON.stringify(asked)")))
        return files


def make_entry(
    number: int, title: str, text: str, topics: tuple[str, ...] = (), links: tuple[Link, ...] = (), year: int = 2026
) -> tuple[Item, str]:
    """Return an entry with its text."""
    date = dt.date(year, 1, 1) + dt.timedelta(days=number % 300)
    entry = Entry(
        source="log.md", line=number, position=number, body=f"body-{number}", id_base=f"e{number}", title=title,
        date=date, dates=(date,), links=links, words=len(text.split()),
    )  # fmt: skip
    return Item(entry=entry, id=f"e{number}", url=f"entries/e{number}/", topics=topics), text


def index_files(entries: Iterable[tuple[Item, str]]) -> dict[str, str]:
    """Return the index of a journal of these entries, by path."""
    entries = list(entries)
    slugs = dict.fromkeys(slug for item, _ in entries for slug in item.topics)
    topics = tuple(Topic(slug=slug, name=slug.upper(), entries=()) for slug in slugs)
    index = Index(items=tuple(item for item, _ in entries), topics=topics, streaks=Streaks(today=dt.date(2026, 6, 1)))
    packed = {item.entry.body: count_terms(f"<p>{text}</p>") for item, text in entries}
    context = make_context(index, notebooks=())
    files = {}
    for output in plan_search(context):
        if isinstance(output, Document):
            files[output.path] = output.content.decode()
        elif isinstance(output, Shard):
            files[output.path] = output.make(packed.__getitem__).decode()
    return files


def find_in(*entries: tuple[Item, str]) -> Script:
    """Return the script over a journal of these entries."""
    return Script(index_files(entries))
