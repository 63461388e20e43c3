"""What crawlers and the host look for: sitemap.xml, robots.txt, .nojekyll, CNAME."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from journal_site.model.page import Card, Copy, Deferred, Document, Page, Shard
from journal_site.pages.parts.urls import INDEX

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.pages.parts.context import PageContext

MOST_URLS = 50_000
"""The protocol's limit for one file (https://www.sitemaps.org/protocol.html)."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def plan_host_files(context: PageContext) -> Iterator[Document]:
    """Plan robots.txt, .nojekyll and, where site.yaml names a domain, CNAME."""
    base = context.urls.base
    robots = "User-agent: *\nAllow: /\n"
    if base:
        robots += f"\nSitemap: {base}sitemap.xml\n"
    yield Document(path="robots.txt", content=robots.encode())
    yield Document(path=".nojekyll", content=b"")
    if context.config.cname:
        yield Document(path="CNAME", content=f"{context.config.cname}\n".encode())


def plan_sitemap(
    context: PageContext, outputs: Iterable[Page | Deferred | Document | Shard | Copy | Card]
) -> Iterator[Document]:
    """Plan sitemap.xml of the pages that are planned; without `url:` there is none, as it needs absolute addresses.

    Entries carry the date of their last day or update; other pages change with any of theirs and carry none.
    """
    base = context.urls.base
    if not base:
        return
    dates = {item.url: item.entry.updated or item.entry.end_date or item.entry.date for item in context.index.items}
    urls = [one.path.removesuffix(INDEX) for one in outputs if isinstance(one, Page | Deferred) and _is_of_its_own(one)]
    lines = [_line(context.urls.absolute(url), dates.get(url)) for url in urls]
    parts = [lines[start : start + MOST_URLS] for start in range(0, len(lines), MOST_URLS)]
    if len(parts) <= 1:
        yield _document("sitemap.xml", "urlset", lines)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _document(name, "urlset", part)
    yield _document(
        "sitemap.xml", "sitemapindex", [f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in names]
    )


def _is_of_its_own(page: Page | Deferred) -> bool:
    """Tell whether a page is one that readers may look for: no error page, no redirect."""
    return page.path.endswith(INDEX) and page.template != "redirect.html"


def _line(url: str, date: dt.date | None) -> str:
    changed = f"<lastmod>{date.isoformat()}</lastmod>" if date else ""
    return f"<url><loc>{escape(url)}</loc>{changed}</url>\n"


def _document(path: str, element: str, lines: list[str]) -> Document:
    return Document(path=path, content=f"{_HEAD}<{element} {_SPACE}>\n{''.join(lines)}</{element}>\n".encode())
