"""Pages that show no entry: what is not found, and where something moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.page import Page
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import PageView, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.pages.parts.context import PageContext


class NotFoundView(PageView, frozen=True, kw_only=True):
    """What a server shows in place of a page that does not exist: at any depth, so its addresses are absolute."""

    title: str


class RedirectView(View, frozen=True, kw_only=True):
    """Where a page has moved; a template of its own, without the site's frame."""

    url: str
    canonical: str


def plan_not_found(context: PageContext) -> Iterator[Page]:
    """Plan 404.html."""
    title = context.labels.not_found
    view = NotFoundView(root=context.urls.base_path, window=context.window(title), title=title)
    yield Page(path="404.html", template="404.html", view=view)


def plan_redirects(context: PageContext) -> Iterator[Page]:
    """Plan a page at each place where something has moved from."""
    for alias, url in context.index.redirects:
        path = page_path(alias)
        view = RedirectView(url=context.urls.href(root_of(path), url), canonical=context.urls.absolute(url))
        yield Page(path=path, template="redirect.html", view=view)
