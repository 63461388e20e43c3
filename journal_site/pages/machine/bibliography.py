"""links.bib: the papers that the journal names, ready to cite; keys follow from addresses, so they do not change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from journal_site.expressions import expression
from journal_site.model.base import Value
from journal_site.model.link_kinds import KIND_OF
from journal_site.model.page import Deferred, Document
from journal_site.pages.parts.facts import Facts

if TYPE_CHECKING:
    from journal_site.model.index import LinkRecord
    from journal_site.pages.parts.context import PageContext

PATH = "links.bib"

_ARXIV = expression(r"arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?/?$")
_DOI = expression(r"\b(10\.\d{4,9}/[^\s?#&]+)")
_DOI_TAIL = expression(r"(?:/(?:full|abstract|epdf|pdf|html|summary)|\.pdf|\.full)*/?$")
_ANTHOLOGY = expression(r"aclanthology\.org/([A-Z]\d{2}-\d{4}|\d{4}\.[\w.-]+?)(?:\.pdf)?/?$")
_ARXIV_MONTH = expression(r"(\d{2})(\d{2})\.\d")
_ARXIV_OLD = expression(r"/(\d{2})(\d{2})\d{3}$")
_FIRST_CENTURY_YEAR = 91
"""arXiv opened in 1991: a smaller number belongs to this century."""
_UNSAFE_KEY = expression(r"[^A-Za-z0-9.:-]+")
_SPECIAL = expression(r"[\\{}$&#%_^~]")
_NO_TITLE = expression(
    r"\W*(?:(?:https?://|www\.)\S*|(?:the |this )?(?:paper|link|here|pdf|arxiv|article|source)s?|)\W*", re.IGNORECASE
)
_LONGEST = 200
"""Of a text that could be no title."""
_COMMANDS = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


class _Paper(Value, frozen=True, kw_only=True):
    key: str
    number: str
    """What names the paper wherever it is read, such as its DOI; empty where its address is all there is."""
    fields: tuple[tuple[str, str], ...]


def plan_bibliography(context: PageContext) -> Iterator[Deferred]:
    """Plan links.bib, where the journal names a paper; one that it names at two addresses is in it once."""
    if has_cited(context):
        yield Deferred(path=PATH, make=_bibliography)


def has_cited(context: PageContext) -> bool:
    """Tell whether the journal names anything of a kind that has a BibTeX type."""
    return any(KIND_OF[kind].bibtex for kind in context.kinds_of_links)


def _bibliography(context: PageContext) -> Document:
    papers: dict[str, str] = {}
    for link in context.index.links:
        type_ = KIND_OF[link.kind].bibtex
        if not type_:
            continue
        if reference := context.read(Facts.reference, link.reference):
            papers.setdefault(reference.key.casefold(), _entry(reference.type, reference.key, reference.fields))
            continue
        paper = _paper(context, link)
        key = paper.key.casefold()
        if key not in papers:
            papers[key] = _entry(type_, paper.key, paper.fields)
        elif not paper.number:
            apart = f"-{_mark(link.url)}"
            papers.setdefault(f"{key}{apart}", _entry(type_, f"{paper.key}{apart}", paper.fields))
    return Document(path=PATH, content="\n".join(papers.values()).encode("utf-8", "replace"))


def bibtex_of(context: PageContext, link: LinkRecord) -> str:
    """Return a thing's entry in BibTeX: what references.bib says of it, else what is known."""
    if reference := context.read(Facts.reference, link.reference):
        return _entry(reference.type, reference.key, reference.fields)
    known = _paper(context, link)
    return _entry(KIND_OF[link.kind].bibtex or "misc", known.key, known.fields)


def _paper(context: PageContext, link: LinkRecord) -> _Paper:
    fields: list[tuple[str, str]] = []
    arxiv, doi = _ARXIV.search(link.url), _doi(link.url)
    if arxiv:
        key, name = f"arXiv:{arxiv[1]}", f"arXiv:{arxiv[1]}"
        fields += [("eprint", arxiv[1]), ("archivePrefix", "arXiv"), *_arxiv_date(arxiv[1])]
    elif doi:
        key, name = f"doi:{doi}", doi
        fields += [("doi", doi)]
    else:
        anthology = _ANTHOLOGY.search(link.url)
        key = name = f"acl:{anthology[1]}" if anthology else _address(link.url)
    title = " ".join(link.text.split())
    fields.insert(0, ("title", f"{{{_tex(name if _NO_TITLE.fullmatch(title[:_LONGEST]) else title)}}}"))
    fields.append(("url", link.url.replace("{", "%7B").replace("}", "%7D")))
    first = min((date for citation in link.citations if (date := _date(context, citation.id))), default=None)
    if first:
        fields.append(("urldate", first))
    plain = _UNSAFE_KEY.sub("-", key).strip("-")
    return _Paper(key=plain, number="" if name == _address(link.url) else name, fields=tuple(fields))


def _doi(url: str) -> str:
    match = _DOI.search(unquote(urlsplit(url).path))
    return _DOI_TAIL.sub("", match[1]) if match else ""


def _arxiv_date(number: str) -> list[tuple[str, str]]:
    match = _ARXIV_MONTH.match(number) or _ARXIV_OLD.search(number)
    if not match or not 1 <= int(match[2]) <= 12:  # noqa: PLR2004 # months
        return []
    year = int(match[1])
    return [("year", str(1900 + year if year >= _FIRST_CENTURY_YEAR else 2000 + year)), ("month", str(int(match[2])))]


def _address(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path.strip("/").removesuffix(".pdf").removesuffix(".html")
    return f"{parts.netloc.removeprefix('www.')}/{path}".strip("/")


def _date(context: PageContext, identifier: str) -> str:
    item = context.items.get(identifier)
    return item.entry.date.isoformat() if item and item.entry.date else ""


def _entry(type_: str, key: str, fields: tuple[tuple[str, str], ...]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{type_}{{{key},\n{lines}}}\n"


def _mark(url: str) -> str:
    """Return what tells apart two addresses that would have one key."""
    return hashlib.blake2b(url.encode(), digest_size=3).hexdigest()


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _COMMANDS.get(match[0], "\\" + match[0]), text)
