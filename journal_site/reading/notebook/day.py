"""The day that a notebook stands for where its file is named after one: `2026-10-10.ipynb`, `Day 12.ipynb`.

The entry is a short text, which names the notebook and tells how it begins: the notebook's own page shows all of it.
"""

from __future__ import annotations

from urllib.parse import quote

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.model.entry import Entry, Notebook
from journal_site.reading.dates.in_paths import read_name

_MARKUP = expression(r"[\\`*_\[\]<>$#~|{}]")
_PUNCTUATION = expression(r"[!-/:-@\[-`{-~]")
_ESCAPED = r"\\\g<0>"


def is_named_after_day(path: str) -> bool:
    """Tell whether the file's own name, and not only its folder's, tells a day or date."""
    name = path.rpartition("/")[2]
    own = read_name(name)
    return bool(own.dates or own.days) or (name[0].isdigit() and bool(read_name(path).dates))


def day_text(notebook: Notebook) -> str:
    """Return the text of a notebook's day, as Markdown."""
    name = notebook.path.rpartition("/")[2]
    excerpt = _PUNCTUATION.sub(_ESCAPED, " ".join(notebook.excerpt.split()))
    return f"# {_MARKUP.sub(_ESCAPED, notebook.title)}\n\n{excerpt}\n\n[{_MARKUP.sub(_ESCAPED, name)}]({quote(name)})\n"


def day_entry(entry: Entry, notebook: Notebook) -> Entry:
    """Return the entry that was read of that text, with what the notebook says of itself."""
    return replace(
        entry,
        draft=entry.draft or notebook.draft,
        withheld=entry.withheld or notebook.withheld,
        publish_from=notebook.publish_from,
        publish_until=notebook.publish_until,
        words=notebook.words,
    )
