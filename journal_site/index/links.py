"""The links of the whole journal: each once, with every entry that names it."""

from __future__ import annotations

from collections.abc import Iterable

from journal_site.model import Citation, Link, LinkRecord

_SAYS_NOTHING = frozenset(
    [
        "here",
        "this",
        "link",
        "links",
        "url",
        "source",
        "click here",
        "this link",
        "read more",
        "more",
        "see here",
        "page",
        "website",
        "site",
        "blog",
        "post",
        "article",
        "paper",
        "video",
        "repo",
        "repository",
        "code",
        "github",
        "notebook",
        "colab",
        "colab notebook",
        "open in colab",
        "pull request",
        "pr",
        "docs",
        "tutorial",
        "this article",
        "this video",
        "this paper",
        "this post",
        "this one",
        "image",
    ]
)
_LONGEST = 100


def build_links(named: Iterable[tuple[str, tuple[Link, ...]]]) -> tuple[LinkRecord, ...]:
    """Return a record for each URL, in the order of first mention; `named` gives ids with their links, in order."""
    firsts: dict[str, Link] = {}
    citations: dict[str, list[Citation]] = {}
    for id_, links in named:
        for link in links:
            url = link.url
            citation = Citation(id=id_, text=link.text, line=link.line, section=link.section)
            if url in firsts:
                citations[url].append(citation)
            else:
                firsts[url] = link
                citations[url] = [citation]
    return tuple(
        [
            LinkRecord(
                url=url,
                kind=link.kind,
                domain=domain_of(url),
                text=best_text(url, [citation.text for citation in citations[url]]),
                citations=tuple(citations[url]),
            )
            for url, link in firsts.items()
        ]
    )


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


def best_text(url: str, texts: list[str]) -> str:
    """Return the text that says most of where a link leads, else the URL without its scheme.

    A text that only says "here", or repeats the URL, says nothing; of the others the most frequent one is taken, then
    the longest that is no sentence, then the first.
    """
    if len(texts) == 1:
        text = texts[0].strip()
        return text if text and says_something(text) else bare(url)
    counts: dict[str, int] = {}
    for text in texts:
        stripped = text.strip()
        if stripped and says_something(stripped):
            counts[stripped] = counts.get(stripped, 0) + 1
    if not counts:
        return bare(url)
    return max(counts, key=lambda text: (len(text) <= _LONGEST, counts[text], len(text)))


def says_something(text: str) -> bool:
    """Tell whether a link's text says where it leads."""
    return "://" not in text and text.lower().rstrip(".:! ") not in _SAYS_NOTHING


def bare(url: str) -> str:
    """Return a URL as people write it: without scheme, `www.` and final slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
