"""Build the index: from all entries' summaries to everything that is derived from them, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.index.challenge import build_challenge
from journal_site.index.items import build_items
from journal_site.index.links import build_links
from journal_site.index.menu import check_menu
from journal_site.index.notebooks import build_notebooks, find_mentions, notebook_pages
from journal_site.index.paths.repository import Repository
from journal_site.index.publishing import as_text, hidden_texts, select_notebooks, select_published
from journal_site.index.references.copies import scaled_files
from journal_site.index.references.destinations import Destinations
from journal_site.index.references.lookups import Lookups
from journal_site.index.references.opening import may_be_opened
from journal_site.index.references.redirects import build_redirects
from journal_site.index.references.resolve import ResolvedReferences, build_backlinks, resolve_references
from journal_site.index.streaks import build_streaks
from journal_site.index.texts.asides import settle_asides
from journal_site.index.texts.collection import TextCollection, collect_texts
from journal_site.index.texts.copies import find_copies
from journal_site.index.texts.identity import assign_ids
from journal_site.index.texts.merging import merge_tables
from journal_site.index.texts.nested import as_note, settle_nested
from journal_site.index.texts.order import order_entries
from journal_site.index.texts.repeated import repeated_days
from journal_site.index.things import settle_things
from journal_site.index.topics.related import build_related
from journal_site.index.topics.topics import build_topics, name_topics
from journal_site.model.entry import Entry, Notebook
from journal_site.model.index import Holdings, Index, LinkRecord, Publication, SitePages, Target
from journal_site.model.outline import Blank, Outline
from journal_site.model.source import Asset

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.config import SiteConfig


NO_PAGES = SitePages()


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
    texts: Collection[str] = (),
    references: Sequence[Publication] = (),
    drafts: bool = False,
    future: bool = False,
    beside: Callable[[], Iterable[str]] = tuple,
    blank: Blank = "",
    base_url: str = "",
    site_pages: SitePages = NO_PAGES,
) -> Index:
    """Return the index of all published entries as of `today`.

    `entries` come in the scan's order: sources in natural order, slices as they stand. `static` holds what is published
    at the site's root, `outlines` what each source says of the challenge and leaves out, `pages` the author's free
    pages, whose ids are their `id_base`, `texts` the paths of all sources, whatever became of them,
    `references` what references.bib says. `beside` gives
    files that lie where others were looked for and not found: it is asked for hints only, where there is something to
    warn of.
    Problems are in the index's diagnostics; those of severity "error" must stop the build.
    """
    copies = find_copies(entries)
    told_once = [
        as_note(one) if place in copies.planned else one
        for place, one in enumerate(entries)
        if place not in copies.copies
    ]
    merged = merge_tables(settle_asides(settle_nested(told_once)))
    published = select_published(merged.entries, today=today, drafts=drafts, future=future, blank=blank)
    own = select_published(pages, today=today, drafts=drafts, future=future)
    notebooks, notebooks_left = select_notebooks(
        notebooks,
        shown=(*published.entries, *own.entries),
        withheld=(*published.withheld, *own.withheld, *hidden_texts(outlines)),
        repo=config.repo,
        today=today,
        drafts=drafts,
        future=future,
    )
    identities = assign_ids(published.entries)
    collection = collect_texts(published.entries, identities.ids, order_entries(published.entries), own.entries)
    written, listed = collection.entries[: collection.first_note], collection.entries[: collection.first_introduction]
    counted = [entry for entry in written if not entry.blank]

    named = name_topics(listed, config.topics)
    topics = build_topics(listed, collection.ids, named, config.topics)
    links, cited = settle_things(
        build_links(zip(collection.ids, [entry.links for entry in listed], strict=False)),
        references,
        pages=config.things,
    )
    related = build_related(named, _places_of_links(links, collection))

    notebook_urls = notebook_pages(notebooks)
    silent = (*texts, *(one.path for one in notebooks_left))
    lookups = Lookups(collection, withheld=published.withheld, topics=topics, assets=assets, texts=silent)
    repository = Repository(url=config.repo, branch=config.branch, inside=config.repo_folder) if config.repo else None
    destinations = Destinations(
        lookups, notebooks=notebook_urls, assets=assets, static=static, repository=repository, beside=beside,
        things={link.url: link.page for link in links if link.page},
    )  # fmt: skip
    texts_of_notebooks = [as_text(notebook) for notebook in notebooks.values()]
    held = Holdings(
        entries=collection.first_note > 0,
        notes=collection.first_note < collection.first_introduction,
        introduction=collection.first_introduction < collection.first_page,
        topics=bool(topics),
        links=bool(links),
        notebooks=True,
        tasks=any(entry.tasks or entry.questions for entry in listed),
        pictures=True,
        search=config.search,
        address=bool(base_url or config.url),
    )
    lookups.site_pages = site_pages.addresses(held)
    resolved = resolve_references(collection.entries, destinations)
    in_notebooks = resolve_references(texts_of_notebooks, destinations)
    mentions = find_mentions(listed, collection.ids, named.slugs, resolved.notebooks)
    shown = any(entry.images for entry in listed) or any(
        target.is_picture for targets in resolved.targets[: len(listed)] for target in targets
    )
    lookups.site_pages = site_pages.addresses(replace(held, notebooks=bool(mentions or notebooks), pictures=shown))
    if any(
        target.url in site_pages.addresses(held) - lookups.site_pages for target in _targets(resolved, in_notebooks)
    ):
        resolved = resolve_references(collection.entries, destinations)
        in_notebooks = resolve_references(texts_of_notebooks, destinations)
    notebook_targets = dict(zip(notebooks, in_notebooks.targets, strict=True))
    redirects = build_redirects(collection.entries, collection.urls)

    items = build_items(
        collection,
        resolved,
        topics=named.slugs,
        related=related,
        backlinks=build_backlinks(
            [one for one in resolved.references if one.origin < collection.first_introduction], collection.ids
        ),
    )
    omitted = [one for _, outline in outlines for one in outline.omitted]
    whole = {one.path for one in omitted if not one.line}
    return Index(
        items=tuple(items[: collection.first_introduction]),
        introduction=tuple(items[collection.first_introduction : collection.first_page]),
        pages=tuple(items[collection.first_page :]),
        topics=topics,
        links=links,
        references=cited,
        notebooks=build_notebooks(
            mentions,
            notebooks,
            notebook_urls,
            notebook_targets,
            config.repo,
            withheld=[path for path in notebooks if path in assets and not may_be_opened(assets[path])],
        ),
        streaks=build_streaks(counted, today=today, settings=config.streak),
        challenge=build_challenge(counted, config, [outline for _, outline in outlines], today),
        left_out=(
            *omitted,
            *(one for one in merged.left_out if one.path not in whole),
            *copies.omissions(entries),
            *published.left_out,
            *own.left_out,
            *[one for one in notebooks_left if one.path not in {text.path for text in published.left_out}],
        ),
        redirects=redirects.pairs,
        assets=_copied(resolved, in_notebooks),
        scaled=_scaled(resolved, in_notebooks),
        diagnostics=(
            *merged.diagnostics,
            *identities.diagnostics,
            *repeated_days(written),
            *named.diagnostics,
            *resolved.diagnostics,
            *in_notebooks.diagnostics,
            *redirects.diagnostics,
            *check_menu(config.menu, site_pages.sections, [page.id_base for page in own.entries]),
        ),
    )


def _places_of_links(links: Iterable[LinkRecord], collection: TextCollection) -> Iterator[list[int]]:
    """Give the places that name each link of several citations."""
    place_of = {id_: place for place, id_ in enumerate(collection.ids)}
    for link in links:
        if len(link.citations) > 1:
            yield [place_of[citation.id] for citation in link.citations]


def _copied(*resolved: ResolvedReferences) -> tuple[tuple[str, str], ...]:
    """Return (URL, path) of each file that must be copied, each once, sorted."""
    files = {(one.url, one.asset) for one in _targets(*resolved) if one.asset and not one.shown_as}
    return tuple(sorted(files))


def _scaled(*resolved: ResolvedReferences) -> tuple[tuple[str, str, int], ...]:
    """Return (URL, path, width) of each smaller copy, each once, sorted."""
    return tuple(sorted(scaled_files(target for target in _targets(*resolved) if target.widths)))


def _targets(*resolved: ResolvedReferences) -> Iterator[Target]:
    for one in resolved:
        for group in one.targets:
            yield from group
        yield from one.images.values()
