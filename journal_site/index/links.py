"""The links of the whole journal: each once, with every entry that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journal_site.model.entry import Link
from journal_site.model.index import Citation, LinkRecord

_SAYS_NOTHING = frozenset({
    "", "article", "blog", "click here", "code", "colab", "colab notebook", "docs", "github", "here", "image", "link",
    "links", "more", "notebook", "open in colab", "page", "paper", "post", "pr", "pull request", "read more", "repo",
    "repository", "see here", "site", "source", "this", "this article", "this link", "this one", "this paper",
    "this post", "this video", "tutorial", "url", "video", "website",
})  # fmt: skip
_LONGEST_NOTHING = max(map(len, _SAYS_NOTHING)) + 2
_LONGEST = 100
_AFTER_SCHEME = len("https://")


def build_links(named: Iterable[tuple[str, tuple[Link, ...]]]) -> tuple[LinkRecord, ...]:
    """Return a record for each URL, in the order of first mention; `named` gives ids with their links, in order."""
    firsts: dict[str, Link] = {}
    found: dict[str, list[Citation]] = {}
    for id_, links in named:
        for link in links:
            url = link.url
            citation = Citation(
                id=id_, text=link.text, line=link.line, section=link.section, before=link.before, after=link.after
            )
            citations = found.get(url)
            if citations is None:
                firsts[url], found[url] = link, [citation]
            else:
                citations.append(citation)
    domains = _domains(found)
    return tuple([
        LinkRecord(url=url, kind=link.kind, domain=domain, text=best_text(url, citations), citations=tuple(citations))
        for (url, citations), link, domain in zip(found.items(), firsts.values(), domains, strict=True)
    ])  # fmt: skip


def _domains(urls: Iterable[str]) -> Iterator[str]:
    """Give the domain of each URL; few are distinct."""
    known: dict[str, str] = {}
    for url in urls:
        origin = url[: url.find("/", _AFTER_SCHEME)]
        domain = known.get(origin)
        if domain is None:
            domain = known[origin] = domain_of(url)
        yield domain


def domain_of(url: str) -> str:
    """Return the host of a URL without `www.`, user and port; empty where it has none."""
    _, mark, rest = url.partition("://")
    if not mark:
        return ""
    host = rest.partition("/")[0]
    if "?" in host or "#" in host:
        host = host.partition("?")[0].partition("#")[0]
    if "@" in host:
        host = host.rpartition("@")[2]
    if ":" in host and not host.startswith("["):
        host = host.partition(":")[0]
    return host.lower().removeprefix("www.")


def best_text(url: str, citations: Sequence[Citation]) -> str:
    """Return the text that says most of where a link leads, else the URL without its scheme.

    A text that only says "here", or repeats the URL, says nothing; of the others the most frequent one is taken, then
    the longest that is no sentence, then the first.
    """
    if len(citations) == 1:
        first = citations[0].text
        return first if says_something(first) else bare(url)
    counts: dict[str, int] = {}
    for citation in citations:
        if says_something(citation.text):
            counts[citation.text] = counts.get(citation.text, 0) + 1
    if not counts:
        return bare(url)
    return max(counts, key=lambda text: (len(text) <= _LONGEST, counts[text], len(text)))


def says_something(text: str) -> bool:
    """Tell whether a link's text says where it leads."""
    if len(text) > _LONGEST_NOTHING:
        return "://" not in text
    return text.lower().strip(" .:!") not in _SAYS_NOTHING and "://" not in text


def bare(url: str) -> str:
    """Return a URL as people write it: without scheme, `www.` and final slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
