"""What frames every page: the menu and the rest of the site's view.

The frame's HTML is made here, once for the site: made by a template, anew for each of thousands of pages, it would take
a third of their time. Only the way to the root differs, and the mark in the menu.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from journal_site.languages.labels import is_right_to_left
from journal_site.model.index import Holdings
from journal_site.pages.page_kinds import PAGE_KINDS, Named, PageKind
from journal_site.pages.parts.accent import dark_palette, light_palette
from journal_site.pages.parts.csp import content_policy
from journal_site.pages.parts.shared import page_picture
from journal_site.pages.parts.slots import has_pictures
from journal_site.pages.parts.views import NavItem, SiteView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.pages.parts.context import PageContext

_ROOT = "<!>"
"""Stands for the way to the root; no text holds it, since each is escaped."""
_COUNTRY = len("BR")


def build_site_view(context: PageContext) -> SiteView:
    """Return what every page shows of the site."""
    config = context.config
    held = holdings_of(context)
    nav = _menu(context, held)
    named = [_item_of(context, kind) for kind in PAGE_KINDS if _place(context, kind, held) == "footer"]
    more = tuple(item for item in named if item.url not in {one.url for one in nav})
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


def holdings_of(context: PageContext) -> Holdings:
    """Return what the journal has to show."""
    index = context.index
    return Holdings(
        entries=bool(context.entries),
        notes=bool(context.notes),
        introduction=bool(index.introduction),
        topics=bool(index.topics),
        links=bool(index.links),
        notebooks=bool(index.notebooks),
        tasks=any(item.entry.tasks or item.entry.questions for item in index.items),
        pictures=any(map(has_pictures, index.items)),
        search=context.config.search,
        address=bool(context.urls.base),
    )


def _menu(context: PageContext, held: Holdings) -> tuple[NavItem, ...]:
    """Return the menu in the order that site.yaml sets, else in that of the kinds; a page is in it once."""
    own = [
        NavItem(key=page.id, url=context.urls.href("", page.url), label=page.entry.title)
        for page in context.index.pages
    ]
    kinds = [kind for kind in PAGE_KINDS if _place(context, kind, held) == "menu"]
    found = [_item_of(context, kind) for kind in kinds if not kind.ends_menu]
    found += [*own, *(_item_of(context, kind) for kind in kinds if kind.ends_menu)]
    replacing = {item.url: item for item in own}  # which may take the place of a page that is derived
    items = {item.url: replacing.get(item.url, item) for item in found}
    order = {key: place for place, key in enumerate(context.config.menu)}
    return tuple(sorted(items.values(), key=lambda item: order.get(item.key, len(order))))


def _place(context: PageContext, kind: PageKind, held: Holdings) -> Named:
    """Return where a kind's front page is named; what site.yaml's `menu` names is in the menu."""
    place = kind.named_in(held)
    return "menu" if place and kind.key in context.config.menu else place


def _item_of(context: PageContext, kind: PageKind) -> NavItem:
    return NavItem(key=kind.key, url=context.urls.href("", kind.addresses[0]), label=context.labels.page(kind.key))


# --- HTML ------------------------------------------------------------------------------------------------------------


def _head(context: PageContext) -> tuple[str, ...]:
    config = context.config
    title = escape(config.title)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(context.config.csp)}">'
    lines = [
        *([] if context.urls.portable else [policy]),  # in a folder, browsers differ over what the site itself is
        f'<meta property="og:site_name" content="{title}">',
        *_locale(context.config.language),
        '<meta name="color-scheme" content="light dark">',
        *_bar_colours(context.config.accent),
        f'<link rel="stylesheet" href="{_ROOT}style.css">',
        f'<link rel="stylesheet" href="{_ROOT}accent.css">',
        f'<script src="{_ROOT}theme.js"{" data-palette" if config.palette else ""}></script>',
        f'<link rel="icon" href="{_ROOT}favicon.svg" type="image/svg+xml">',
    ]
    if context.urls.base:
        for kind, name in (("atom+xml", "feed.xml"), ("feed+json", "feed.json")):
            lines.append(f'<link rel="alternate" type="application/{kind}" title="{title}" href="{_ROOT}{name}">')
    return _parted(lines)


def _bar_colours(accent: str) -> Iterator[str]:
    """Give the colour of the browser's own bars in both schemes."""
    for scheme, palette in (("light", light_palette(accent)), ("dark", dark_palette(accent))):
        yield f'<meta name="theme-color" media="(prefers-color-scheme: {scheme})" content="{palette.paper}">'


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
            '<header class="site"><div>',
            f'<a class="brand" href="{home}">{escape(context.config.title)}</a>',
            f'<nav aria-label="{escape(labels.menu)}">',
            "<ul>",
            *(_item(item, _marks(item, section)) for item in nav),
            "</ul>",
            "</nav>",
            f'<button class="theme" type="button" aria-label="{escape(labels.theme)}" hidden></button>',
            "</div></header>",
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
