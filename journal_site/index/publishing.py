"""Which entries are published: drafts and those of the future stay out unless they are asked for, and are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from journal_site.index.references.resolve import wanted_paths
from journal_site.model.entry import Entry, Notebook, Slot
from journal_site.model.outline import Blank, Omission, Outline
from journal_site.model.source import ANYWHERE
from journal_site.slugs import composed

if TYPE_CHECKING:
    import datetime as dt


class PublishedEntries(msgspec.Struct, frozen=True, kw_only=True):
    """The entries that every surface shows, and those that none shows."""

    entries: tuple[Entry, ...]
    withheld: tuple[Entry, ...] = ()
    left_out: tuple[Omission, ...] = ()
    """Says why, in the order of `withheld`."""


def select_published(
    entries: Sequence[Entry], *, today: dt.date, drafts: bool, future: bool, blank: Blank = "all"
) -> PublishedEntries:
    """Return what is published on `today`; a draft of the future needs both `drafts` and `future`."""
    shown: list[Entry] = []
    withheld: list[Entry] = []
    left_out: list[Omission] = []
    for entry in entries:
        reason = ", ".join(_reasons(entry, today, drafts=drafts, future=future))
        if entry.blank and not (blank == "all" or (blank == "today" and today in entry.dates)):
            reason = reason or "nothing is written in it"
        if reason:
            withheld.append(entry)
            left_out.append(Omission(path=entry.source, line=entry.line, text=entry.title, reason=reason))
        else:
            shown.append(entry)
    return PublishedEntries(entries=tuple(shown), withheld=tuple(withheld), left_out=tuple(left_out))


def select_notebooks(  # noqa: PLR0913 - all that they hang on
    notebooks: Mapping[str, Notebook],
    *,
    shown: Sequence[Entry],
    withheld: Sequence[Entry],
    repo: str,
    today: dt.date,
    drafts: bool,
    future: bool,
) -> tuple[dict[str, Notebook], tuple[Omission, ...]]:
    """Return the notebooks that are published, by path, and why the others are not.

    One that only texts that stay at home name stays there with them.
    """
    if not notebooks:
        return {}, ()
    why = {path: ", ".join(_reasons(one, today, drafts=drafts, future=future)) for path, one in notebooks.items()}
    why |= {one.source: "its day is not published" for one in withheld if why.get(one.source) == ""}
    secret = _named_at_home(notebooks, [*withheld, *(as_text(notebooks[path]) for path in why if why[path])], repo)
    if secret:
        named = _named(notebooks, shown, repo)
        public = {path: notebooks[path] for path in notebooks if not why[path] and path not in secret - named}
        while more := _named(notebooks, [as_text(one) for one in public.values()], repo) & secret - public.keys():
            public.update((path, notebooks[path]) for path in more if not why[path])
            secret -= more
        why |= {path: "named only by texts that are not published" for path in secret - public.keys() if not why[path]}
    left_out = [Omission(path=path, line=0, text=notebooks[path].title, reason=why[path]) for path in why if why[path]]
    return {path: one for path, one in notebooks.items() if not why[path]}, tuple(left_out)


def _named_at_home(notebooks: Mapping[str, Notebook], texts: Sequence[Entry], repo: str) -> set[str]:
    """Return the paths of the notebooks that texts at home name, and that those name, and so on."""
    found: set[str] = set()
    while texts and (more := _named(notebooks, texts, repo) - found):
        found |= more
        texts = [as_text(notebooks[path]) for path in more]
    return found


def _named(notebooks: Mapping[str, Notebook], texts: Sequence[Entry], repo: str) -> set[str]:
    """Return the paths of the notebooks that texts name."""
    wanted = wanted_paths(texts, repo)
    named = {path: composed(path) for path in notebooks}
    return {path for path, name in named.items() if name in wanted or ANYWHERE + name.rpartition("/")[2] in wanted}


def hidden_texts(outlines: Iterable[tuple[str, Outline]]) -> list[Entry]:
    """Return what stays at home of texts that are published, as texts that name notebooks."""
    return [
        Entry(
            source=path,
            line=1,
            position=0,
            body="",
            id_base="",
            title="",
            slots=tuple(
                Slot(kind="wikilink" if name.startswith("[[") else "link", target=unquote(name.removeprefix("[[")))
                for name in outline.at_home
            ),
        )
        for path, outline in outlines
        if outline.at_home
    ]


def as_text(notebook: Notebook) -> Entry:
    """Return a notebook as a text whose references can be resolved."""
    return Entry(
        source=notebook.path,
        line=1,
        position=0,
        body=notebook.body,
        id_base="",
        title=notebook.title,
        headings=notebook.headings,
        anchors=notebook.anchors,
        slots=notebook.slots,
    )


def _reasons(text: Entry | Notebook, today: dt.date, *, drafts: bool, future: bool) -> Iterator[str]:
    if not drafts:
        if text.draft:
            yield text.withheld or "a draft"
        if text.publish_until is not None and text.publish_until <= today:
            yield f"no longer published since {text.publish_until}"
    if not future:
        date = text.date if isinstance(text, Entry) else None
        if date is not None and date > today:
            yield f"dated in the future ({date})"
        elif text.publish_from is not None and text.publish_from > today:
            yield f"not to be published before {text.publish_from}"
