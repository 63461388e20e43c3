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

    from journal_site.pages.parts.context import PageContext

_ROOT = "<!>"
"""Stands for the way to the root; no text holds it, since each is escaped."""
_COUNTRY = len("BR")


def build_site_view(context: PageContext) -> SiteView:
    """Return what every page shows of the site."""
    config = context.config
    nav = _in_menu_order(context)
    more = tuple(item for item in _more_items(context) if item.url not in {one.url for one in nav})
    return SiteView(
        title=config.title,
        description=config.description,
        author=config.author,
        language=config.language,
        rtl=is_right_to_left(config.language),
        url=context.urls.base,
        home=context.urls.href("", ""),
        repo=config.repo,
        nav=nav,
        more=more,
        feeds=bool(context.urls.base),
        search=config.search,
        picture=page_picture(context, "", config.title),
        head=_head(context),
        menus=_menus(context, nav),
        footer=_footer(context, more),
        labels=context.labels,
    )


# --- what is in the menu ---------------------------------------------------------------------------------------------


def _in_menu_order(context: PageContext) -> tuple[NavItem, ...]:
    order = {key: place for place, key in enumerate(context.config.menu)}
    own = {item.url: item for item in _own_items(context)}  # which may take the place of a page that is derived
    items = {item.url: own.get(item.url, item) for item in _nav_items(context)}
    return tuple(sorted(items.values(), key=lambda item: order.get(item.key, len(order))))


def _own_items(context: PageContext) -> Iterator[NavItem]:
    for page in context.index.pages:
        yield NavItem(key=page.id, url=context.urls.href("", page.url), label=page.entry.title)


def _nav_items(context: PageContext) -> Iterator[NavItem]:
    index, labels = context.index, context.labels
    if context.entries:
        yield _nav(context, "timeline", labels.timeline)
    elif context.notes:
        yield _nav(context, "notes", labels.notes)
    if index.topics:
        yield _nav(context, "topics", labels.topics)
    if index.links:
        yield _nav(context, "links", labels.links)
    if index.notebooks:
        yield _nav(context, "notebooks", labels.notebooks)
    if context.entries:
        yield _nav(context, "stats", labels.stats)
    yield from _own_items(context)
    if context.config.search:
        yield _nav(context, "search", labels.search)


def _more_items(context: PageContext) -> Iterator[NavItem]:
    index, labels = context.index, context.labels
    if index.introduction:
        yield _nav(context, "introduction", labels.introduction)
    if context.entries and context.notes:
        yield _nav(context, "notes", labels.notes)
    if any(item.entry.tasks or item.entry.questions for item in index.items):
        yield _nav(context, "tasks", labels.tasks)
    if any(map(has_pictures, index.items)):
        yield _nav(context, "gallery", labels.gallery)


def _nav(context: PageContext, key: str, label: str) -> NavItem:
    return NavItem(key=key, url=context.urls.href("", f"{key}/"), label=label)


# --- HTML ------------------------------------------------------------------------------------------------------------


def _head(context: PageContext) -> tuple[str, ...]:
    title = escape(context.config.title)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(context.config.csp)}">'
    lines = [
        *([] if context.urls.portable else [policy]),  # in a folder, browsers differ over what the site itself is
        f'<meta property="og:site_name" content="{title}">',
        *_locale(context.config.language),
        '<meta name="color-scheme" content="light dark">',
        f'<link rel="stylesheet" href="{_ROOT}style.css">',
        f'<link rel="stylesheet" href="{_ROOT}accent.css">',
        f'<script src="{_ROOT}theme.js"></script>',
        f'<link rel="icon" href="{_ROOT}favicon.svg" type="image/svg+xml">',
    ]
    if context.urls.base:
        for kind, name in (("atom+xml", "feed.xml"), ("feed+json", "feed.json")):
            lines.append(f'<link rel="alternate" type="application/{kind}" title="{title}" href="{_ROOT}{name}">')
    return _parted(lines)


def _locale(language: str) -> list[str]:
    """Return the language as readers of OpenGraph want it, which is with a country, where site.yaml names one."""
    main, _, country = language.partition("-")
    return [f'<meta property="og:locale" content="{main}_{country}">'] if len(country) == _COUNTRY else []


def _menus(context: PageContext, nav: Sequence[NavItem]) -> dict[str, tuple[str, ...]]:
    """Return the header for each section of the menu, with its mark, and under an empty key the one without a mark."""
    labels = context.labels
    home = f"{_ROOT}{context.urls.href('', '')}"
    menus: dict[str, tuple[str, ...]] = {}
    for section in ("", *(item.key for item in nav)):
        lines = [
            '<header class="site">',
            f'<a class="brand" href="{home}">{escape(context.config.title)}</a>',
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


def _footer(context: PageContext, more: Sequence[NavItem]) -> tuple[str, ...]:
    config, labels = context.config, context.labels
    lines = ['<footer class="site">']
    items = [_item(item) for item in more]
    if context.urls.base:
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
