"""Linked data (schema.org) about home, texts and topics, for search engines; only where the site's address is known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from journal_site.model.link_kinds import KIND_OF

if TYPE_CHECKING:
    from journal_site.model.entry import Entry
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext
    from journal_site.pages.parts.views import SharedPicture

_CONTEXT = "https://schema.org"
_MOST_CITED = 24
_encode = msgspec.json.Encoder().encode


class _Thing(
    msgspec.Struct,
    kw_only=True,
    omit_defaults=True,
    rename={"context": "@context", "type": "@type", "graph": "@graph"},
):
    """Something that linked data tells of; its fields have schema.org's names."""


class _Graph(_Thing, kw_only=True):
    context: str
    graph: tuple[_Thing, ...]


class _Named(_Thing, kw_only=True):
    type: str
    url: str = ""
    name: str = ""


class _Site(_Named, kw_only=True):
    description: str = ""
    inLanguage: str = ""  # noqa: N815
    image: str = ""
    author: _Named | None = None


class _Posting(_Thing, kw_only=True):
    type: str
    url: str
    mainEntityOfPage: str  # noqa: N815
    headline: str
    description: str = ""
    image: str = ""
    datePublished: dt.date | None = None  # noqa: N815
    dateModified: dt.date | None = None  # noqa: N815
    keywords: tuple[str, ...] = ()
    wordCount: int = 0  # noqa: N815
    inLanguage: str  # noqa: N815
    author: _Named | None = None
    isPartOf: _Named  # noqa: N815
    citation: tuple[_Named, ...] = ()


class _Step(_Thing, kw_only=True):
    type: str
    position: int
    name: str
    item: str


class _Trail(_Thing, kw_only=True):
    type: str
    itemListElement: tuple[_Step, ...]  # noqa: N815


def site_json_ld(context: PageContext, picture: SharedPicture) -> str:
    """Return the journal itself as linked data: the site, and the blog that it is."""
    config, base = context.config, context.urls.base
    if not base:
        return ""
    site, blog = (
        _Site(
            type=type_,
            url=base,
            name=config.title,
            description=config.description,
            inLanguage=config.language,
            image=picture.url,
            author=_author(context),
        )
        for type_ in ("WebSite", "Blog")
    )
    return _script(site, blog)


def entry_json_ld(context: PageContext, item: Item, keywords: tuple[str, ...], picture: SharedPicture) -> str:
    """Return an entry or note as linked data, with the way to it."""
    entry, labels, url = item.entry, context.labels, context.urls.absolute(item.url)
    title = context.headline(item)[0]
    posting = _Posting(
        type="BlogPosting",
        url=url,
        mainEntityOfPage=url,
        headline=title,
        description=entry.description,
        image=picture.url,
        datePublished=entry.date,
        dateModified=entry.updated,
        keywords=keywords,
        wordCount=entry.words,
        inLanguage=context.config.language,
        author=_author(context),
        isPartOf=_Named(type="Blog", url=context.urls.base, name=context.config.title),
        citation=_cited(entry),
    )
    above = ("notes/", labels.notes) if entry.kind == "note" else ("timeline/", labels.timeline)
    return _script(posting, _trail(context, above, (item.url, title)))


def _cited(entry: Entry) -> tuple[_Named, ...]:
    """Return the works that an entry's links lead to, each once."""
    works: dict[str, _Named] = {}
    for link in entry.links:
        type_ = KIND_OF[link.kind].schema
        if type_:
            works.setdefault(link.url, _Named(type=type_, url=link.url, name="" if "://" in link.text else link.text))
    return tuple(works.values())[:_MOST_CITED]


def trail_json_ld(context: PageContext, *steps: tuple[str, str]) -> str:
    """Return the way from home to a page as linked data: the URL and name of each page on it."""
    return _script(_trail(context, *steps)) if context.urls.base else ""


def _trail(context: PageContext, *steps: tuple[str, str]) -> _Trail:
    absolute = context.urls.absolute
    return _Trail(
        type="BreadcrumbList",
        itemListElement=tuple(
            [
                _Step(type="ListItem", position=position, name=name, item=absolute(url))
                for position, (url, name) in enumerate((("", context.config.title), *steps), start=1)
            ]
        ),
    )


def _author(context: PageContext) -> _Named | None:
    return _Named(type="Person", name=context.config.author) if context.config.author else None


def _script(*things: _Thing) -> str:
    """Return things as JSON in which no `</script>` of a text can end the element."""
    return _encode(_Graph(context=_CONTEXT, graph=things)).decode().replace("<", "\\u003c")
