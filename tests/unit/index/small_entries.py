"""Small entries for the index's tests: only what a test is about is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from journal_site.config import SiteConfig
from journal_site.index.build import build_index
from journal_site.model.entry import Entry, Link, Notebook, Slot
from journal_site.model.index import Index
from journal_site.model.outline import Outline
from journal_site.model.source import Asset
from journal_site.pages.page_kinds import SITE_PAGES

TODAY = dt.date(2024, 3, 10)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def entry(source: str = "entries/a.md", **fields: Any) -> Entry:  # noqa: ANN401 - any field of an entry
    """Return an entry of a file; `dates` may be one ISO date or more, and `days` numbers."""
    stem = source.rpartition("/")[2].partition(".")[0]
    values: dict[str, Any] = {"source": source, "line": 1, "position": 0, "body": "", "id_base": stem, "title": stem}
    if "dates" in fields:
        dates = tuple(day(text) for text in fields.pop("dates"))
        values |= {"dates": dates, "date": dates[0], "end_date": dates[-1] if len(dates) > 1 else None}
        values["date_source"] = "front-matter"
    if "days" in fields:
        values["day"] = fields["days"][0]
    return Entry(**(values | fields))


def log(source: str, *days: int, **fields: Any) -> list[Entry]:  # noqa: ANN401
    """Return the entries of a log of day headings."""
    return [
        entry(source, position=place, line=place * 10 + 1, days=(number,), id_base=f"day-{number}",
              title=f"Day {number}", heading=f"Day {number}", **fields)
        for place, number in enumerate(days)
    ]  # fmt: skip


def link(target: str, text: str = "", line: int = 1) -> Slot:
    return Slot(kind="link", target=target, text=text, line=line, column=1)


def wikilink(target: str, text: str = "", line: int = 1) -> Slot:
    return Slot(kind="wikilink", target=target, text=text, line=line, column=1)


def external(url: str, text: str = "text", line: int = 1) -> Link:
    return Link(url=url, kind="article", text=text, line=line)


def index(
    entries: Sequence[Entry],
    *,
    notebooks: Mapping[str, Notebook] | None = None,
    assets: Sequence[Asset | str] = (),
    static: Sequence[str] = (),
    config: SiteConfig | None = None,
    today: dt.date = TODAY,
    outlines: Sequence[tuple[str, Outline]] = (),
    pages: Sequence[Entry] = (),
    drafts: bool = False,
    future: bool = False,
) -> Index:
    """Build the index of some entries; an asset may be given as its path."""
    files = [Asset(path=one, digest=one) if isinstance(one, str) else one for one in assets]
    return build_index(
        entries,
        notebooks=notebooks or {},
        assets={file.path: file for file in files},
        static=frozenset(static),
        config=config or SiteConfig(title="A journal"),
        today=today,
        outlines=outlines,
        pages=pages,
        drafts=drafts,
        future=future,
        site_pages=SITE_PAGES,
    )


def codes(built: Index) -> list[str]:
    return [one.code for one in built.diagnostics]


def ids(built: Index) -> list[str]:
    return [item.id for item in built.items]
