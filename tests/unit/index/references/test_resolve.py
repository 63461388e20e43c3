"""What slots lead to: pages, files, the repository, anchors, or nowhere."""

from __future__ import annotations

import pytest

from journal_site.config import SiteConfig
from journal_site.index.references.resolve import wanted_paths
from journal_site.model.entry import Entry, Heading, Slot, Task
from journal_site.model.index import Backlink, Index, Target
from journal_site.model.source import Asset
from tests.unit.index.small_entries import codes, entry, index, link, log, wikilink

REPO = SiteConfig(title="t", repo="https://github.com/a/b", branch="trunk")
HEADINGS = (Heading(level=2, text="What I Read", id="what-i-read", line=4),)


def target(built: Index, id_: str = "a") -> Target:
    return next(item for item in built.items if item.id == id_).targets[0]


def resolve(slot: Slot | str, *others: Entry, source: str = "entries/a.md", assets: tuple[Asset | str, ...] = (),
            static: tuple[str, ...] = (), config: SiteConfig | None = None) -> tuple[Target, list[str]]:  # fmt: skip
    """Return what one slot leads to, and the codes of the warnings."""
    one = link(slot) if isinstance(slot, str) else slot
    built = index(
        [entry(source, slots=(one,), dates=("2024-01-01",)), *others], assets=assets, static=static, config=config
    )
    return target(built), codes(built)


def image(path: str) -> Slot:
    return Slot(kind="image", target=path, text="a plot")


# --- pages


@pytest.mark.parametrize("written", ["b.md", "./b.md", "../entries/b.md", "/entries/b.md", "b", "..\\entries\\b.md"])
def test_a_link_to_another_source_leads_to_its_page(written: str) -> None:
    assert resolve(written, entry("entries/b.md")) == (Target(kind="page", url="entries/b/"), [])


def test_a_folder_leads_to_the_entry_of_its_readme() -> None:
    assert resolve("../Day02/", entry("Day02/README.md", id_base="Day02"))[0].url == "entries/Day02/"


def test_a_page_may_be_named_by_its_address() -> None:
    other = entry("entries/b.md", tags=("NLP",))
    assert resolve("/entries/b/", other)[0].url == "entries/b/"
    assert resolve("/topics/nlp", other)[0].url == "topics/nlp/"
    assert resolve("/timeline/", other)[0].url == "timeline/"


def test_a_page_that_this_journal_has_not_is_missing() -> None:
    task = Task(text="Read on", done=False, line=1)
    assert resolve("/tasks/", entry("entries/b.md", tasks=(task,)))[0].url == "tasks/"
    assert resolve("/tasks/", entry("entries/b.md"))[0].kind == "missing"
    assert resolve("/links/", entry("entries/b.md"))[0].kind == "missing"
    assert resolve("/gallery/", entry("entries/b.md"))[0].kind == "missing"
    assert (
        resolve("/gallery/", entry("entries/b.md", slots=(image("a.png"),)), assets=("entries/a.png",))[0].url
        == "gallery/"
    )
    assert resolve("/gallery/", entry("entries/b.md", slots=(image("gone.png"),)))[0].kind == "missing"


@pytest.mark.parametrize("fragment", ["what-i-read", "What-I-Read", "What I Read", "user-content-what-i-read"])
def test_a_fragment_leads_to_the_heading(fragment: str) -> None:
    assert resolve(f"b.md#{fragment}", entry("entries/b.md", headings=HEADINGS)) == (
        Target(kind="page", url="entries/b/#what-i-read"),
        [],
    )


def test_the_title_is_the_page_itself() -> None:
    assert resolve("b.md#my-title", entry("entries/b.md", title="My title")) == (
        Target(kind="page", url="entries/b/"),
        [],
    )


def test_a_fragment_that_is_missing_leads_to_the_page_with_a_warning() -> None:
    found = resolve("b.md#what-i-red", entry("entries/b.md", headings=HEADINGS))
    assert found == (Target(kind="page", url="entries/b/"), ["anchor-missing"])


def test_an_anchor_leads_into_the_same_entry() -> None:
    built = index([entry(headings=HEADINGS, slots=(link("#what-i-read"), link("#top"), link("#gone")))])
    assert [one.url for one in built.items[0].targets] == ["#what-i-read", "#", ""]
    assert codes(built) == ["anchor-missing"]


def test_an_anchor_of_raw_html_is_one_too() -> None:
    built = index(
        [entry("e/a.md", anchors=("here",), slots=(link("#here"),)), entry("e/b.md", slots=(link("a.md#here"),))]
    )
    assert (target(built).url, target(built, "b").url) == ("#here", "entries/a/#here")
    assert not built.diagnostics


def test_an_anchor_that_the_entry_lacks_is_looked_for_in_its_log_as_github_numbers_it() -> None:
    notes = (Heading(level=3, text="Notes", id="notes", line=2),)
    first, second = log("README.md", 1, 2, headings=notes)
    contents = entry("README.md", kind="introduction", id_base="introduction", position=-1,
                     slots=(link("#day-2"), link("#notes-1"), link("#notes")))  # fmt: skip
    built = index([contents, first, second])
    assert [one.url for one in built.introduction[0].targets] == [
        "entries/day-2/", "entries/day-2/#notes", "entries/day-1/#notes",
    ]  # fmt: skip
    assert not built.diagnostics


def test_a_link_to_a_log_leads_to_the_day_that_it_names() -> None:
    days = log("README.md", 1, 2)
    assert resolve("../README.md#day-2", *days)[0].url == "entries/day-2/"
    assert resolve("../README.md", *days)[0] == Target(kind="page", url="")
    assert resolve("../README.md#day-9", *days) == (Target(kind="page", url=""), ["anchor-missing"])


def test_the_headings_above_notes_count_in_the_numbering() -> None:
    notes = [
        entry("README.md", kind="note", id_base="n1", heading="RNN", parents=("Code",)),
        entry("README.md", kind="note", id_base="n2", heading="RNN", parents=("Papers",), position=1,
              slots=(link("#code"), link("#rnn"), link("#papers"), link("#rnn-1"))),
    ]  # fmt: skip
    built = index(notes)
    assert [one.url for one in built.items[1].targets] == ["notes/n1/", "#", "notes/n2/", "notes/n2/"]


def test_free_pages_are_linked_and_link() -> None:
    about = entry("pages/about.md", id_base="about", slots=(link("../entries/a.md"),))
    built = index([entry("entries/a.md", slots=(link("../pages/about.md"),))], pages=[about])
    assert target(built).url == "about/"
    assert built.pages[0].targets[0].url == "entries/a/"
    assert built.pages[0].url == "about/"


# --- files


def test_an_image_is_copied_with_its_size() -> None:
    asset = Asset(path="images/x y.png", width=30, height=20)
    found = resolve(image("../images/x y.png"), assets=(asset,))
    assert found[0] == Target(kind="image", url="files/images/x y.png", asset="images/x y.png", width=30, height=20)


def test_a_root_absolute_image_is_a_static_file_else_one_of_the_repository() -> None:
    sized = Asset(path="static/img/x.png", width=3, height=2)
    assert resolve(image("/img/x.png"), static=("img/x.png",), assets=(sized,))[0] == Target(
        kind="image", url="img/x.png", width=3, height=2
    )
    assert resolve(image("/img/x.png"), assets=("img/x.png",))[0].url == "files/img/x.png"


def test_a_file_below_static_is_not_copied_twice() -> None:
    found = resolve("../static/cv.pdf", static=("cv.pdf",), assets=("static/cv.pdf",))
    assert found[0] == Target(kind="static", url="cv.pdf")


def test_a_query_as_github_takes_it_is_ignored() -> None:
    assert resolve(image("../x.png?raw=true"), assets=("x.png",))[0].asset == "x.png"


def test_a_name_with_signs_that_urls_use_is_found_and_published_without_them() -> None:
    found, _ = resolve(image("../c#1.png"), assets=("c#1.png",))
    assert found.asset == "c#1.png"
    assert "#" not in found.url
    assert found.url != resolve(image("../c-1.png"), assets=("c-1.png",))[0].url


def test_code_leads_to_the_repository_where_there_is_one_and_is_copied_otherwise() -> None:
    assert resolve("../src/x.py#L3", assets=("src/x.py",), config=REPO)[0] == Target(
        kind="repository", url="https://github.com/a/b/blob/trunk/src/x.py#L3"
    )
    assert resolve("../src/x.py", assets=("src/x.py",))[0].url == "files/src/x.py"
    assert resolve("../data.csv", assets=("data.csv",), config=REPO)[0].kind == "file"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("../../README.md#install", "blob/trunk/README.md#install"),
        ("../../src/x.py", "blob/trunk/src/x.py"),
        ("../../tests/", "tree/trunk/tests"),
        ("../../../other/README.md", None),
    ],
)
def test_a_journal_in_a_folder_of_its_repository_links_to_what_lies_beside_it(written: str, url: str | None) -> None:
    inside = SiteConfig(title="t", repo="https://github.com/a/b", branch="trunk", repo_folder="docs")
    found = Target(kind="repository", url=f"https://github.com/a/b/{url}") if url else Target(kind="missing")
    assert resolve(written, config=inside) == (found, [] if url else ["link-missing"])
    assert resolve(written, config=REPO) == (Target(kind="missing"), ["link-missing"])
    code = Target(kind="repository", url="https://github.com/a/b/blob/trunk/docs/src/x.py")
    assert resolve("/src/x.py", assets=("src/x.py",), config=inside) == (code, [])


def test_a_folder_leads_to_the_repository_or_nowhere() -> None:
    folder = Asset(path="src", kind="folder")
    assert resolve("../src/", assets=(folder,), config=REPO)[0].url == "https://github.com/a/b/tree/trunk/src"
    assert resolve("../src/", assets=(folder,)) == (Target(kind="missing"), ["link-missing"])


@pytest.mark.parametrize("path", [".env", ".git/config", "a/.hidden/x.pdf"])
def test_a_hidden_file_is_never_published(path: str) -> None:
    assert resolve(f"../{path}", assets=(path,)) == (Target(kind="missing"), ["link-missing"])


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        (link("../gone.pdf"), "link-missing"),
        (image("../gone.png"), "image-missing"),
        (link("../gone.ipynb"), "notebook-missing"),
        (link("../../outside.md"), "link-missing"),
        (Slot(kind="embed", target="gone.png"), "image-missing"),
        (Slot(kind="wikilink", target="Gone"), "wikilink-missing"),
    ],
)
def test_what_is_missing_is_a_warning(slot: Slot, code: str) -> None:
    assert resolve(slot) == (Target(kind="missing"), [code])


def test_a_warning_has_its_place_and_says_what_may_be_meant() -> None:
    built = index([entry("entries/a.md", slots=(link("day-02.dm", line=7),)), entry("entries/day-02.md")])
    (warning,) = built.diagnostics
    assert str(warning.location) == "entries/a.md:7:1"
    assert warning.hint == "did you mean 'day-02.md'?"


def test_the_cover_of_an_entry_is_copied() -> None:
    built = index([entry("e/a.md", image="c.png"), entry("e/b.md", image="https://x.org/c.png")], assets=["e/c.png"])
    assert built.items[0].image == Target(kind="image", url="files/e/c.png", asset="e/c.png")
    assert built.items[1].image is None
    assert built.assets == (("files/e/c.png", "e/c.png"),)


def test_each_file_is_copied_once() -> None:
    built = index([entry("a.md", slots=(image("x.png"), link("x.png"))), entry("b.md", slots=(image("x.png"),))],
                  assets=["x.png"])  # fmt: skip
    assert built.assets == (("files/x.png", "x.png"),)


# --- backlinks


def test_a_reference_gives_one_backlink_from_each_other_entry() -> None:
    built = index([
        entry("a.md", slots=(link("b.md"), link("b.md", "see b"), link("a.md", "myself"))),
        entry("b.md"),
        entry("n.md", kind="note", slots=(link("b.md", "noted"),)),
        entry("README.md", kind="introduction", id_base="introduction", slots=(link("b.md", "contents"),)),
    ])  # fmt: skip
    assert built.items[1].backlinks == (Backlink(id="a", text="see b"), Backlink(id="n", text="noted"))
    assert built.items[0].backlinks == ()


# --- what scan must look at


def test_paths_are_wanted_relative_to_their_source_and_below_static() -> None:
    slots = (
        link("../x.pdf#page=2"),
        link("b.md"),
        image("/img/p.png?raw=true"),
        link("#here"),
        link("../../../etc/passwd"),
    )
    texts = [entry("e/a.md", slots=slots, image="c.png"), entry("e/b.md")]
    assert wanted_paths(texts) == {
        "x.pdf", "x.pdf#page=2", "e/c.png", "img/p.png", "static/img/p.png", "img/p.png?raw=true",
        "static/img/p.png?raw=true",
    }  # fmt: skip


def test_files_that_are_named_alone_are_wanted_anywhere() -> None:
    slots = (Slot(kind="embed", target="sub/x.png"), Slot(kind="wikilink", target="Some note"))
    assert wanted_paths([entry("e/a.md", slots=slots)]) == {"e/sub/x.png", "**/x.png"}


@pytest.mark.parametrize(
    ("slot", "problem", "code", "message", "hint"),
    [
        (link("b.md#what-i-red"), "", "anchor-missing", "no heading for '#what-i-red'", "did you mean '#what-i-read'?"),
        (image("bad.png"), "no permission", "image-unreadable", "'bad.png': no permission", "check that you may read"),
        (
            link("bad.png"),
            "it leads out of here",
            "link-missing",
            "'bad.png': it leads out",
            "put the file itself there",
        ),
        (
            wikilink("gone.png"),
            "",
            "link-missing",
            "the file 'gone.png' does not exist",
            "there is no 'entries/gone.png'",
        ),
        (wikilink("lab.ipynb"), "", "notebook-missing", "the notebook 'lab.ipynb' does not exist", "there is no"),
        (Slot(kind="embed", target="a.png", text=""), "", "image-missing", "the image 'a.png' does not exist", ""),
        (wikilink("((abc))"), "", "wikilink-missing", "no block has the id '((abc))'", "copy its id again"),
        (wikilink("Nobody"), "", "wikilink-missing", "no entry is called 'Nobody'", ""),
    ],
)
def test_what_leads_nowhere_is_told_by_what_it_is(slot: Slot, problem: str, code: str, message: str, hint: str) -> None:
    files = [Asset(path="entries/bad.png", problem=problem)] if problem else []
    others = [entry("entries/b.md", headings=HEADINGS)]
    (told,) = index([entry(slots=(slot,), dates=("2024-01-01",)), *others], assets=files).diagnostics
    assert told.code == code
    assert told.message.startswith(message)
    assert told.hint.startswith(hint)
