"""Kinds of pages that the program does not have: what they read is nobody's business but theirs, and never stale."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from journal_site.model.entry import Entry
from journal_site.model.page import Deferred, Document
from journal_site.pages.page_kinds import PageKind
from journal_site.pages.parts.context import PageContext

_encode = msgspec.json.encode
KINDS = (
    PageKind("excerpts", f"{__name__}:plan_excerpts", (), ("excerpts.json",)),
    PageKind("mirrors", f"{__name__}:plan_mirrors"),
    PageKind("counts", f"{__name__}:plan_counts"),
)


def plan_excerpts(_context: PageContext) -> Iterator[Deferred]:
    """Plan a list of all entries with their excerpts."""
    yield Deferred(path="excerpts.json", make=_excerpts)


def _excerpts(context: PageContext) -> Document:
    cards = [context.entry_card("", item) for item in context.index.items]
    return Document(path="excerpts.json", content=_encode(cards))


def plan_mirrors(context: PageContext) -> Iterator[Deferred]:
    """Plan for each entry a file that shows a field of it, another one for each, and what stands around it."""
    for number, item in enumerate(context.index.items):
        field = Entry.__struct_fields__[number * 7 % len(Entry.__struct_fields__)]
        yield Deferred(path=f"mirrors/{item.id}.json", make=_mirror, args=(item.id, field))


def _mirror(context: PageContext, id_: str, field: str) -> Document:
    item = context.items[id_]
    after = context.items.get(item.next or "")
    topics = [(topic.name, len(topic.entries)) for slug in item.topics if (topic := context.topics.get(slug))]
    shown = getattr(item.entry, field), after.entry.excerpt if after else None, item.backlinks, topics
    return Document(path=f"mirrors/{id_}.json", content=_encode(shown))


def plan_counts(context: PageContext) -> Iterator[Document]:
    """Plan what is made at once, in every build: how long all texts are together."""
    words = sum(item.entry.words for item in context.index.items)
    yield Document(path="counts.txt", content=str(words).encode())
