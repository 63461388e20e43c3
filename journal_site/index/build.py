"""Build the index: from all entries' summaries to everything that is derived from them, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from journal_site.index.atlas import Atlas
from journal_site.index.challenge import build_challenge
from journal_site.index.destinations import Destinations
from journal_site.index.identity import assign_ids
from journal_site.index.links import build_links
from journal_site.index.merging import merge_tables
from journal_site.index.notebooks import Mention, build_notebooks, notebook_pages
from journal_site.index.order import order_entries
from journal_site.index.publishing import select_published
from journal_site.index.redirects import build_redirects
from journal_site.index.references import Resolved, build_backlinks, resolve_references, resolve_slots
from journal_site.index.related import build_related
from journal_site.index.repository import Repository
from journal_site.index.streaks import build_streaks
from journal_site.index.topics import build_topics, name_topics
from journal_site.model import Asset, Entry, Index, Item, Notebook, Outline, Target

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.config import SiteConfig

_FOLDERS = {"entry": "entries", "note": "notes"}
_INTRODUCTION = "introduction/"
"""All parts of the introduction stand on one page."""


def build_index(  # noqa: PLR0913 - one parameter for each thing that the index is a function of
    entries: Sequence[Entry],
    *,
    notebooks: Mapping[str, Notebook],
    assets: Mapping[str, Asset],
    static: frozenset[str],
    config: SiteConfig,
    today: dt.date,
    outlines: Sequence[tuple[str, Outline]] = (),
    pages: Sequence[Entry] = (),
    drafts: bool = False,
    future: bool = False,
) -> Index:
    """Return the index of all published entries as of `today`.

    `entries` come in the scan's order: sources in natural order, slices as they stand. `static` holds what is published
    at the site's root, `outlines` what each source says of the challenge and leaves out, `pages` the author's free
    pages, whose ids are their `id_base`.
    Problems are in the index's diagnostics; those of severity "error" must stop the build.
    """
    merged = merge_tables(entries)
    published = select_published(merged.entries, today=today, drafts=drafts, future=future)
    identities = assign_ids(published.entries)
    order = order_entries(published.entries)
    places = (*order.entries, *order.notes, *order.introduction)
    shelf = (*[published.entries[place] for place in places], *pages)
    ids = (*[identities.ids[place] for place in places], *[page.id_base for page in pages])
    written, listed, told = len(order.entries), len(order.entries) + len(order.notes), len(places)
    urls = (
        *[_url(entry, id_) for entry, id_ in zip(shelf[:told], ids, strict=False)],
        *[f"{page.id_base}/" for page in pages],
    )

    named = name_topics(shelf[:listed], config.topics)
    topics = build_topics(shelf[:listed], ids, named, config.topics)
    related = build_related(named.slugs, [entry.links for entry in shelf[:listed]])

    notebook_urls = notebook_pages(notebooks)
    repository = Repository(url=config.repo, branch=config.branch) if config.repo else None
    atlas = Atlas(
        shelf,
        ids,
        urls,
        withheld=published.withheld,
        topics=[topic.slug for topic in topics],
        files=[path for path, asset in assets.items() if asset.kind == "file"],
    )
    destinations = Destinations(atlas, notebooks=notebook_urls, assets=assets, static=static, repository=repository)
    resolved = resolve_references(shelf, destinations)
    backlinks = build_backlinks([one for one in resolved.references if one.origin < listed], ids)
    in_notebooks = {
        path: list(resolve_slots(notebook.slots, path, destinations))
        for path, notebook in notebooks.items()
        if notebook.slots
    }
    notebook_targets = {path: tuple([one.target for one in found]) for path, found in in_notebooks.items()}
    redirects = build_redirects(shelf, urls)

    items: list[Item] = []
    for place, (entry, id_, url) in enumerate(zip(shelf, ids, urls, strict=True)):
        first, last = _chain(shelf, place, written, listed)
        items.append(
            Item(
                entry=entry,
                id=id_,
                url=url,
                topics=named.slugs[place] if place < listed else (),
                previous=ids[place - 1] if place > first else None,
                next=ids[place + 1] if place < last else None,
                backlinks=backlinks.get(place, ()),
                related=tuple([ids[other] for other in related[place]]) if place < listed else (),
                targets=resolved.targets[place],
                image=resolved.images.get(place),
            )
        )
    return Index(
        items=tuple(items[:listed]),
        introduction=tuple(items[listed:told]),
        pages=tuple(items[told:]),
        topics=topics,
        links=build_links(zip(ids, [entry.links for entry in shelf[:listed]], strict=False)),
        notebooks=build_notebooks(
            _mentions(shelf[:listed], ids, named.slugs, resolved),
            notebooks,
            notebook_urls,
            notebook_targets,
            config.repo,
        ),
        streaks=build_streaks(shelf[:written], today=today, rest_weekdays=config.streak.rest_days),
        challenge=build_challenge(shelf[:written], config, [outline for _, outline in outlines], today),
        left_out=(*[one for _, outline in outlines for one in outline.omitted], *merged.left_out, *published.left_out),
        redirects=redirects.pairs,
        assets=_copied(resolved, notebook_targets.values()),
        diagnostics=(
            *merged.diagnostics,
            *identities.diagnostics,
            *named.diagnostics,
            *resolved.diagnostics,
            *[diagnostic for found in in_notebooks.values() for one in found for diagnostic in one.diagnostics],
            *redirects.diagnostics,
        ),
    )


def _url(entry: Entry, id_: str) -> str:
    folder = _FOLDERS.get(entry.kind)
    return f"{folder}/{id_}/" if folder else _INTRODUCTION


def _chain(shelf: Sequence[Entry], place: int, written: int, listed: int) -> tuple[int, int]:
    """Return the first and last place among which an entry has neighbours: all entries, or a source's notes."""
    if place < written:
        return 0, written - 1
    if place >= listed:
        return place, place
    source = shelf[place].source
    has_before = place > written and shelf[place - 1].source == source
    has_after = place + 1 < listed and shelf[place + 1].source == source
    return place - has_before, place + has_after


def _mentions(
    shelf: Sequence[Entry], ids: Sequence[str], topics: Sequence[tuple[str, ...]], resolved: Resolved
) -> list[Mention]:
    """Return all mentions of notebooks, in the index's order and within an entry by line."""
    local: dict[int, list[Mention]] = {}
    for place, slot, path in resolved.notebooks:
        if place < len(topics):
            mention = Mention(id=ids[place], topics=topics[place], text=slot.text, line=slot.line, path=path)
            local.setdefault(place, []).append(mention)
    mentions: list[Mention] = []
    for place, slugs in enumerate(topics):
        found = local.get(place, [])
        for one in shelf[place].notebooks:
            found.append(Mention(id=ids[place], topics=slugs, text=one.text, line=one.line, url=one.url))
        mentions += sorted(found, key=lambda mention: mention.line) if len(found) > 1 else found
    return mentions


def _copied(resolved: Resolved, more: Iterable[tuple[Target, ...]]) -> tuple[tuple[str, str], ...]:
    """Return (URL, path) of each file that must be copied, each once, sorted."""
    found = {(one.url, one.asset) for targets in resolved.targets for one in targets if one.asset}
    found.update((one.url, one.asset) for one in resolved.images.values() if one.asset)
    found.update((one.url, one.asset) for targets in more for one in targets if one.asset)
    return tuple(sorted(found))
