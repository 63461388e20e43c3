"""Things: the papers, repositories, courses, videos and books that texts name, with what is known of them.

What references.bib says of one comes before what the texts say. Each that several entries name gets a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.index.links import best_text, says_something
from journal_site.model.index import Citation, LinkRecord, Publication
from journal_site.model.link_kinds import THINGS
from journal_site.slugs import name_slug, short_part

_FROM = 2
"""A thing that fewer entries name has no page: it could say no more than the entry does."""
_NAME = r"[^\W\d_][\w’'-]*"
_PEOPLE = expression(rf"({_NAME}(?:(?:,? (?:and|&|und|et|y|e) |, | ){_NAME}){{0,4}}?),? (?:et al\.?|and others)")
_BETWEEN = expression(r",? (?:and|&|und|et|y|e) |, ")
_YEAR_BEHIND = expression(r"\s*\(((?:19|20)\d\d)\)")
_YEAR_WITHIN = expression(r"(.+?),?\s*\(?\b((?:19|20)\d\d)\)?")
_ARXIV = expression(r"https://arxiv\.org/abs/(?:[a-z-]+(?:\.[a-z]{2})?/)?(\d\d)(?:0[1-9]|1[0-2])[\d.]+", re.IGNORECASE)
_FIRST_CENTURY_YEAR = 91
"""arXiv opened in 1991: a smaller number belongs to this century."""
_SHORT = 3
"""Letters of `co` and `com`, which come before a country, and tell nothing."""
_DOI_HOSTS = ("dx.doi.org/", "doi.org/")


def settle_things(
    links: Sequence[LinkRecord], references: Iterable[Publication], *, pages: bool
) -> tuple[tuple[LinkRecord, ...], tuple[Publication, ...]]:
    """Return the links with what is known of those that are things, and the references that they have.

    Of two references with one address the first holds. Two links that lead to one reference share its page.
    """
    by_address = {_address(url): one for one in reversed(tuple(references)) for url in one.urls}
    told: list[LinkRecord] = []
    cited: dict[str, Publication] = {}
    named: dict[str, set[str]] = {}
    for link in links:
        if link.kind not in THINGS:
            told.append(link)
            continue
        reference = by_address.get(_address(link.url)) if by_address else None
        if reference is not None:
            cited[reference.key] = reference
        told.append(_told(link, reference))
        named.setdefault(_of(told[-1]), set()).update([citation.id for citation in link.citations])
    if pages:
        told = _with_pages(told, {of for of, ids in named.items() if len(ids) >= _FROM})
    return tuple(told), tuple(cited.values())


def _of(link: LinkRecord) -> str:
    """Return what names a thing: its reference, else its address."""
    return f"@{link.reference}" if link.reference else link.url


def _address(url: str) -> str:
    """Return an address as references are found by: case, final slash and the host of DOIs tell nothing."""
    bare = url.partition("://")[2].removeprefix("www.").rstrip("/").lower()
    for host in _DOI_HOSTS:
        if bare.startswith(host):
            return f"doi.org/{unquote(bare.removeprefix(host))}"
    return bare


# --- what is known ---------------------------------------------------------------------------------------------------


def _told(link: LinkRecord, reference: Publication | None) -> LinkRecord:
    if reference is not None:
        return replace(
            link,
            text=reference.title or link.text,
            authors=reference.authors,
            year=reference.year,
            reference=reference.key,
        )
    read = [_read_text(citation) for citation in link.citations]
    authors = next((people for _, people, _ in read if people), ())
    year = _year_of(link.url) or next((written for _, _, written in read if written), "")
    titles = [citation for citation, (title, _, _) in zip(link.citations, read, strict=True) if says_something(title)]
    told = replace(link, authors=authors, year=year) if authors or year else link
    return replace(told, text=best_text(link.url, titles)) if 0 < len(titles) < len(read) else told


def _read_text(citation: Citation) -> tuple[str, tuple[str, ...], str]:
    """Return the title, the authors and the year that a link's text tells, with the year that may stand behind it."""
    text, year = citation.text, ""
    if behind := _YEAR_BEHIND.match(citation.after):
        year = behind[1]
    if (within := _YEAR_WITHIN.fullmatch(text)) and _PEOPLE.fullmatch(within[1]):
        text, year = within[1], within[2]
    if people := _PEOPLE.fullmatch(text):
        return "", (*_BETWEEN.split(people[1]), "…"), year
    return citation.text, (), year


def _year_of(url: str) -> str:
    match = _ARXIV.fullmatch(url)
    if not match:
        return ""
    year = int(match[1])
    return str(1900 + year if year >= _FIRST_CENTURY_YEAR else 2000 + year)


# --- pages -----------------------------------------------------------------------------------------------------------


def _with_pages(links: Iterable[LinkRecord], often: set[str]) -> list[LinkRecord]:
    pages: dict[str, str] = {}
    taken: set[str] = set()
    paged = []
    for link in links:
        of = _of(link)
        if link.kind not in THINGS or of not in often:
            paged.append(link)
            continue
        if of not in pages:
            pages[of] = _free(f"links/{link.kind}/{thing_slug(link.url)}", taken)
        paged.append(replace(link, page=pages[of]))
    return paged


def _free(place: str, taken: set[str]) -> str:
    """Return a page's URL that no other thing has; who was named first keeps the plain one."""
    number, found = 1, place
    while found in taken:
        number += 1
        found = f"{place}-{number}"
    taken.add(found)
    return f"{found}/"


def thing_slug(url: str) -> str:
    """Return what a thing is called in its page's address: it follows from its own address, and stays."""
    host, _, path = url.partition("://")[2].removeprefix("www.").partition("/")
    labels = host.partition(":")[0].split(".")
    site = next((label for label in labels[-2::-1] if len(label) > _SHORT), labels[0])
    return short_part(name_slug(f"{site} {unquote(path)}"))
