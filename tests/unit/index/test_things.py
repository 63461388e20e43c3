"""Papers, repositories and the like: what is known of them, and which have a page."""

from __future__ import annotations

import pytest

from journal_site.index.things import settle_things, thing_slug
from journal_site.model.entry import Link, Slot
from journal_site.model.index import Citation, Index, LinkRecord, Publication
from tests.unit.index.small_entries import entry, index

URL = "https://arxiv.org/abs/1409.0473"


def named(*texts: str, url: str = URL, kind: str = "paper", after: str = "", ids: str = "ab") -> LinkRecord:
    """Return a link that entries name, each by one of the texts."""
    citations = tuple(Citation(id=id_, text=text, line=1, after=after) for id_, text in zip(ids, texts, strict=False))
    return LinkRecord(url=url, kind=kind, domain="arxiv.org", text=texts[0], citations=citations)


def settled(*links: LinkRecord, references: tuple[Publication, ...] = (), pages: bool = True) -> list[LinkRecord]:
    return list(settle_things(links, references, pages=pages)[0])


def test_what_two_entries_name_has_a_page_and_what_one_names_has_none() -> None:
    twice, once, talk = settled(
        named("A", "B"), named("C", "D", url="https://github.com/a/b", kind="repository", ids="aa"),
        named("E", "F", url="https://example.org/", kind="article"),
    )  # fmt: skip
    assert (twice.page, once.page, talk.page) == ("links/paper/arxiv-abs-1409-0473/", "", "")
    assert [one.page for one in settled(named("A", "B"), pages=False)] == [""]


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Bahdanau et al.", ("Bahdanau", "…")),
        ("Bahdanau, Cho and Bengio et al. (2015)", ("Bahdanau", "Cho", "Bengio", "…")),
        ("Learning to align", ()),
        ("Rock and roll", ()),
    ],
)
def test_a_text_may_name_authors_in_place_of_a_title(text: str, authors: tuple[str, ...]) -> None:
    (link,) = settled(named(text))
    assert (link.authors, link.year) == (authors, "2014")


def test_the_title_comes_from_the_text_that_says_one() -> None:
    (link,) = settled(named("Bahdanau et al.", "Learning to align"))
    assert (link.text, link.authors) == ("Learning to align", ("Bahdanau", "…"))


def test_a_year_may_stand_behind_the_link() -> None:
    (link,) = settled(named("preferences", url="https://example.org/paper.pdf", after=" (2017), and on"))
    assert link.year == "2017"


def test_references_say_it_better_and_join_two_addresses() -> None:
    reference = Publication(
        key="b14", type="misc", fields=(), title="Jointly", authors=("Bahdanau",), year="2015",
        urls=(URL, "https://doi.org/10.1000/AB%20c"),
    )  # fmt: skip
    unnamed = Publication(key="secret", type="misc", fields=(), title="Not named", urls=("https://example.org/s",))
    links, cited = settle_things(
        [named("here"), named("there", url="https://dx.doi.org/10.1000/ab c", ids="c")],
        [reference, unnamed],
        pages=True,
    )
    assert {(one.text, one.authors, one.year, one.page) for one in links} == {
        ("Jointly", ("Bahdanau",), "2015", "links/paper/arxiv-abs-1409-0473/")
    }
    assert cited == (reference,)


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://github.com/karpathy/minGPT", "github-karpathy-mingpt"),
        ("https://web.stanford.edu/class/cs224n/", "stanford-class-cs224n"),
        ("https://www.amazon.co.uk/dp/1492032646", "amazon-dp-1492032646"),
        ("https://www.youtube.com/watch?v=kCc8FmEb1nY", "youtube-watch-v-kcc8fmeb1ny"),
    ],
)
def test_a_page_is_called_by_the_things_own_address(url: str, slug: str) -> None:
    assert thing_slug(url) == slug


def test_equal_names_are_told_apart_and_the_first_keeps_its_own() -> None:
    first, second = settled(
        named("A", "B", url="https://www.youtube.com/watch?v=abc", kind="video"),
        named("C", "D", url="https://www.youtube.com/watch?v=ABC", kind="video"),
    )
    assert (first.page, second.page) == ("links/video/youtube-watch-v-abc/", "links/video/youtube-watch-v-abc-2/")


def test_the_mark_behind_a_link_leads_to_the_page() -> None:
    def built(*names: str) -> Index:
        slot = Slot(kind="thing", target=URL, text="It")
        link = Link(url=URL, kind="paper", text="It", line=1)
        return index([entry(f"{name}.md", slots=(slot,), links=(link,)) for name in names])

    targets = [item.targets[0] for item in built("a", "b").items]
    assert {(one.kind, one.url) for one in targets} == {("page", "links/paper/arxiv-abs-1409-0473/")}
    assert built("a").items[0].targets[0].kind == "label"
    assert built("a", "b").items[0].backlinks == ()
