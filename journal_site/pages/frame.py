"""What frames every page: the menu and the rest of the site's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.labels import is_right_to_left
from journal_site.pages.views import NavItem, SiteView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.pages.material import Material


def build_site_view(material: Material) -> SiteView:
    """Return what every page shows of the site."""
    config, options = material.config, material.options
    return SiteView(
        title=config.title,
        description=config.description,
        author=config.author,
        language=config.language,
        rtl=is_right_to_left(config.language),
        url=material.urls.base,
        home=material.urls.href("", ""),
        repo=config.repo,
        repo_name=config.repo.partition("://")[2].rstrip("/"),
        nav=tuple(_in_menu_order(material)),
        more=tuple(_more_items(material)),
        feeds=bool(material.urls.base),
        search=config.search,
        search_url=material.urls.href("", "search/"),
        made=material.labels.footer_made.format(name=f"journal {options.version}".strip()),
        labels=material.labels,
    )


def _in_menu_order(material: Material) -> list[NavItem]:
    order = {key: place for place, key in enumerate(material.config.menu)}
    items = list(_nav_items(material))
    return sorted(items, key=lambda item: order.get(item.key, len(order)))


def _nav_items(material: Material) -> Iterator[NavItem]:
    index, labels = material.index, material.labels
    if material.entries:
        yield _nav(material, "timeline", labels.timeline)
    elif material.notes:
        yield _nav(material, "notes", labels.notes)
    if index.topics:
        yield _nav(material, "topics", labels.topics)
    if index.links:
        yield _nav(material, "links", labels.links)
    if index.notebooks:
        yield _nav(material, "notebooks", labels.notebooks)
    if material.entries:
        yield _nav(material, "stats", labels.stats)
    for page in index.pages:
        yield NavItem(key=page.id, url=material.urls.href("", page.url), label=page.entry.title)


def _more_items(material: Material) -> Iterator[NavItem]:
    index, labels = material.index, material.labels
    if index.introduction:
        yield _nav(material, "introduction", labels.introduction)
    if material.entries and material.notes:
        yield _nav(material, "notes", labels.notes)
    if any(item.entry.tasks or item.entry.questions for item in index.items):
        yield _nav(material, "tasks", labels.tasks)
    if any(target.kind == "image" for item in index.items for target in item.targets):
        yield _nav(material, "gallery", labels.gallery)


def _nav(material: Material, key: str, label: str) -> NavItem:
    return NavItem(key=key, url=material.urls.href("", f"{key}/"), label=label)
