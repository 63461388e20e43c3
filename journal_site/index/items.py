"""Items: each text in its place, with what the index adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from journal_site.model.index import Backlink, Item

if TYPE_CHECKING:
    from journal_site.index.references.resolve import ResolvedReferences
    from journal_site.index.texts.collection import TextCollection


def build_items(
    collection: TextCollection,
    resolved: ResolvedReferences,
    *,
    topics: Sequence[tuple[str, ...]],
    related: Sequence[tuple[int, ...]],
    backlinks: Mapping[int, tuple[Backlink, ...]],
) -> list[Item]:
    """Return an item for each place; `topics` and `related` reach to the last note."""
    ids = collection.ids
    rest = len(ids) - collection.first_introduction
    previous, following = _neighbours(collection)
    return [
        Item(
            entry=entry,
            id=ids[place],
            url=collection.urls[place],
            topics=slugs,
            previous=before,
            next=after,
            backlinks=backlinks.get(place, ()),
            related=tuple([ids[other] for other in others]),
            targets=targets,
            image=resolved.images.get(place),
        )
        for place, (entry, slugs, before, after, others, targets) in enumerate(
            zip(
                collection.entries,
                (*topics, *[()] * rest),
                previous,
                following,
                (*related, *[()] * rest),
                resolved.targets,
                strict=True,
            )
        )
    ]


def _neighbours(collection: TextCollection) -> tuple[list[str | None], list[str | None]]:
    """Return for each place the ids before and after it: of entries among all, of notes among those of their source."""
    written, ids = collection.first_note, collection.ids
    outside = [None] * (len(ids) - written)
    previous: list[str | None] = [*([None, *ids[: written - 1]] if written else []), *outside]
    following: list[str | None] = [*([*ids[1:written], None] if written else []), *outside]
    for place in range(written + 1, collection.first_introduction):
        if collection.entries[place].source == collection.entries[place - 1].source:
            previous[place], following[place - 1] = ids[place - 1], ids[place]
    return previous, following
