"""What frames every page: the menu and the rest of the site's view.

The frame's HTML is made here, once for the site: made by a template, anew for each of thousands of pages, it would take
a third of their time. Only the way to the root differs, and the mark in the menu.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from journal_site.pages.parts.csp import content_policy
from journal_site.pages.parts.shared import page_picture
from journal_site.pages.parts.slots import has_pictures
from journal_site.pages.parts.views import NavItem, SiteView
from journal_site.pages.words.labels import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.pages.parts.context import Material

_ROOT = "<!>"
"""Stands for the way to the root; no text holds it, since each is escaped."""
_COUNTRY = len("BR")


def build_site_view(material: Material) -> SiteView:
    """Return what every page shows of the site."""
    config = material.config
    nav = _in_menu_order(material)
    more = tuple(item for item in _more_items(material) if item.url not in {one.url for one in nav})
    return SiteView(
        title=config.title,
        description=config.description,
        author=config.author,
        language=config.language,
        rtl=is_right_to_left(config.language),
        url=material.urls.base,
        home=material.urls.href("", ""),
        repo=config.repo,
        nav=nav,
        more=more,
        feeds=bool(material.urls.base),
        search=config.search,
        picture=page_picture(material, "", config.title),
        head=_head(material),
        menus=_menus(material, nav),
        footer=_footer(material, more),
        labels=material.labels,
    )


# --- what is in the menu ---------------------------------------------------------------------------------------------


def _in_menu_order(material: Material) -> tuple[NavItem, ...]:
    order = {key: place for place, key in enumerate(material.config.menu)}
    own = {item.url: item for item in _own_items(material)}  # which may take the place of a page that is derived
    items = {item.url: own.get(item.url, item) for item in _nav_items(material)}
    return tuple(sorted(items.values(), key=lambda item: order.get(item.key, len(order))))


def _own_items(material: Material) -> Iterator[NavItem]:
    for page in material.index.pages:
        yield NavItem(key=page.id, url=material.urls.href("", page.url), label=page.entry.title)


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
    yield from _own_items(material)
    if material.config.search:
        yield _nav(material, "search", labels.search)


def _more_items(material: Material) -> Iterator[NavItem]:
    index, labels = material.index, material.labels
    if index.introduction:
        yield _nav(material, "introduction", labels.introduction)
    if material.entries and material.notes:
        yield _nav(material, "notes", labels.notes)
    if any(item.entry.tasks or item.entry.questions for item in index.items):
        yield _nav(material, "tasks", labels.tasks)
    if any(map(has_pictures, index.items)):
        yield _nav(material, "gallery", labels.gallery)


def _nav(material: Material, key: str, label: str) -> NavItem:
    return NavItem(key=key, url=material.urls.href("", f"{key}/"), label=label)


# --- HTML ------------------------------------------------------------------------------------------------------------


def _head(material: Material) -> tuple[str, ...]:
    title = escape(material.config.title)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(material.config.csp)}">'
    lines = [
        *([] if material.urls.portable else [policy]),  # in a folder, browsers differ over what the site itself is
        f'<meta property="og:site_name" content="{title}">',
        *_locale(material.config.language),
        '<meta name="color-scheme" content="light dark">',
        f'<link rel="stylesheet" href="{_ROOT}style.css">',
        f'<link rel="stylesheet" href="{_ROOT}accent.css">',
        f'<script src="{_ROOT}theme.js"></script>',
        f'<link rel="icon" href="{_ROOT}favicon.svg" type="image/svg+xml">',
    ]
    if material.urls.base:
        for kind, name in (("atom+xml", "feed.xml"), ("feed+json", "feed.json")):
            lines.append(f'<link rel="alternate" type="application/{kind}" title="{title}" href="{_ROOT}{name}">')
    return _parted(lines)


def _locale(language: str) -> list[str]:
    """Return the language as readers of OpenGraph want it, which is with a country, where site.yaml names one."""
    main, _, country = language.partition("-")
    return [f'<meta property="og:locale" content="{main}_{country}">'] if len(country) == _COUNTRY else []


def _menus(material: Material, nav: Sequence[NavItem]) -> dict[str, tuple[str, ...]]:
    """Return the header for each section of the menu, with its mark, and under an empty key the one without a mark."""
    labels = material.labels
    home = f"{_ROOT}{material.urls.href('', '')}"
    menus: dict[str, tuple[str, ...]] = {}
    for section in ("", *(item.key for item in nav)):
        lines = [
            '<header class="site">',
            f'<a class="brand" href="{home}">{escape(material.config.title)}</a>',
            f'<nav aria-label="{escape(labels.menu)}">',
            "<ul>",
            *(_item(item, _marks(item, section)) for item in nav),
            "</ul>",
            "</nav>",
            f'<button class="theme" type="button" aria-label="{escape(labels.theme)}" hidden></button>',
            "</header>",
        ]
        menus[section] = _parted(lines)
    return menus


def _marks(item: NavItem, section: str) -> str:
    shortcut = ' aria-keyshortcuts="/"' if item.key == "search" else ""
    return shortcut + (' aria-current="true"' if item.key == section else "")


def _item(item: NavItem, mark: str = "") -> str:
    return f'<li><a href="{_ROOT}{escape(item.url)}"{mark}>{escape(item.label)}</a></li>'


def _footer(material: Material, more: Sequence[NavItem]) -> tuple[str, ...]:
    config, labels = material.config, material.labels
    lines = ['<footer class="site">']
    items = [_item(item) for item in more]
    if material.urls.base:
        items.append(f'<li><a href="{_ROOT}feed.xml">{escape(labels.feed)}</a></li>')
    if config.repo:
        name = config.repo.partition("://")[2].rstrip("/")
        items.append(f'<li><a href="{escape(config.repo)}">{escape(name)}</a></li>')
    if items:
        lines += ["<ul>", *items, "</ul>"]
    made = labels.footer_made.format(name="journal")
    lines += [f"<p>{escape(' · '.join(filter(None, (config.author, made))))}</p>", "</footer>"]
    return _parted(lines)


def _parted(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple("\n".join(lines).split(_ROOT))
