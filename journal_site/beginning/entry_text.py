"""The text of a new entry: front matter that reads back as what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal_site.importing.front_lines import lines_of
from journal_site.model.outline import FrontMatter
from journal_site.slugs import name_slug

if TYPE_CHECKING:
    import datetime as dt

FIRST = """
What do you want to learn, and why? What did you do today?

Write as you would in a README: headings, lists, `code`, [links](https://example.org), pictures, $math$.

- [ ] Something to do tomorrow
"""


def entry_text(front: FrontMatter, constants: Sequence[str] = (), body: str = "\n") -> str:
    """Return a new entry's text; `constants` are further lines of its front matter, as they are to be written."""
    lines = [f"{key}: {value}" for key, value in lines_of(front).items()]
    return "\n".join(["---", *lines, *constants, "---", ""]) + body


def entry_name(date: dt.date, title: str) -> str:
    """Return a new entry's file name: `2026-01-03-what-attention-is.md`."""
    slug = name_slug(title)[:60].strip("-") if title else ""
    return f"{date.isoformat()}-{slug}.md" if slug else f"{date.isoformat()}.md"


def first_entry(today: dt.date) -> tuple[str, str]:
    """Return path and text of a new journal's first entry."""
    front = FrontMatter(title="The first day", date=today, day=1, tags=("beginnings",))
    return f"entries/{today.isoformat()}-first-day.md", entry_text(front, body=FIRST)
