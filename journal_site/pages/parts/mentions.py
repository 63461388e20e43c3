"""The links and notebooks that an entry names, gathered below its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.views import Ref, View

if TYPE_CHECKING:
    from journal_site.model.entry import Entry, Link
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_FROM = 2
"""A single link is found in the text as easily as below it."""
_MOST = 24
_TEXT = 90


class NamedLink(View, frozen=True, kw_only=True):
    """A link that an entry names."""

    url: str
    text: str
    kind: str
    """Its kind as the interface says it: `Paper`."""
    domain: str


def named_links(context: PageContext, entry: Entry) -> tuple[NamedLink, ...]:
    """Return an entry's links, each target once, in the order of the text; none where they are too few to gather."""
    if len(entry.links) < _FROM:
        return ()
    best: dict[str, Link] = {}
    notebooks = {notebook.url for notebook in entry.notebooks}
    for link in entry.links:
        if link.url in notebooks:
            continue
        known = best.get(link.url)
        if known is None or (_is_bare(known.text) and not _is_bare(link.text)):
            best[link.url] = link
    if len(best) < _FROM:
        return ()
    return tuple([named_link(context, link.url, link.text, link.kind) for link in list(best.values())[:_MOST]])


def named_link(context: PageContext, url: str, text: str, kind: str) -> NamedLink:
    """Return a link as lists show it; one without a text of its own is called by its address."""
    shown = url.partition("://")[2].removeprefix("www.").rstrip("/") if _is_bare(text) else text
    return NamedLink(
        url=url,
        text=shown if len(shown) <= _TEXT else shown[: _TEXT - 1] + "…",
        kind=context.labels.link_kinds[kind],
        domain=_host(url),
    )


def named_notebooks(context: PageContext, root: str, item: Item) -> tuple[Ref, ...]:
    """Return the notebooks that an entry names, local ones first."""
    refs: dict[str, Ref] = {}
    for target in item.targets:
        if target.kind == "notebook":
            url = target.url.partition("#")[0]
            text = context.notebook_title(url) or url
            refs[url] = Ref(url=context.urls.href(root, url), text=text)
    for notebook in item.entry.notebooks:
        text = context.notebook_title(notebook.url) or notebook.text or notebook.url
        refs.setdefault(notebook.url, Ref(url=notebook.url, text=text))
    return tuple(refs.values())


def _is_bare(text: str) -> bool:
    return not text or text.startswith(("http://", "https://", "www."))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
