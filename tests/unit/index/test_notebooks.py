"""Notebooks, local and remote, each once."""

from __future__ import annotations

import pytest

from journal_site.config import SiteConfig
from journal_site.index.notebooks import notebook_pages
from journal_site.index.paths.repository import Repository, hosted_file
from journal_site.index.references.resolve import wanted_paths
from journal_site.model.entry import Notebook, NotebookLink
from journal_site.model.index import NotebookRecord
from tests.unit.index.small_entries import codes, entry, index, link, wikilink

PATH = "notebooks/Captum_Demo.ipynb"
CONFIG = SiteConfig(title="t", repo="https://github.com/Learner/nlp")
ON_GITHUB = "https://github.com/learner/nlp/blob/main/notebooks/Captum_Demo.ipynb"


def local(path: str = PATH, title: str = "Captum", **fields: object) -> dict[str, Notebook]:
    return {path: Notebook(path=path, title=title, body="", **fields)}  # type: ignore[arg-type]


def remote(url: str, text: str = "Open in Colab", line: int = 1) -> NotebookLink:
    return NotebookLink(url=url, text=text, line=line)


def records(*entries: object, **rest: object) -> tuple[NotebookRecord, ...]:
    return index(entries, **rest).notebooks  # type: ignore[arg-type]


def test_a_linked_notebook_has_a_page_and_all_its_entries_and_topics() -> None:
    (record,) = records(
        entry("README.md", id_base="day-2", tags=("captum",), slots=(link(PATH, "Colab Notebook"),)),
        entry("README.md", id_base="day-3", tags=("nlp", "captum"), position=1, slots=(link(f"./{PATH}"),)),
        notebooks=local(),
    )
    assert record == NotebookRecord(
        url="notebooks/captum-demo/", title="Captum", local=PATH, topics=("captum", "nlp"), entries=("day-2", "day-3")
    )


def test_a_missing_notebook_is_listed_without_an_address() -> None:
    built = index([
        entry("README.md", id_base="day-2", slots=(link(f"{PATH}?raw=true", "Colab Notebook"),)),
        entry("README.md", id_base="day-3", position=1, slots=(link(PATH), wikilink("gone.ipynb"))),
    ])  # fmt: skip
    assert built.notebooks == (
        NotebookRecord(url="", title="Captum_Demo", missing=PATH, entries=("day-2", "day-3")),
        NotebookRecord(url="", title="gone", missing="gone.ipynb", entries=("day-3",)),
    )
    assert codes(built) == ["notebook-missing"] * 3


def test_a_notebook_that_nobody_mentions_is_listed_last() -> None:
    found = records(entry(notebooks=(remote("https://www.kaggle.com/code/x/y", "A kernel"),)), notebooks=local())
    assert [(one.title, one.local, one.entries) for one in found] == [("A kernel", "", ("a",)), ("Captum", PATH, ())]


@pytest.mark.parametrize(
    "url",
    [
        ON_GITHUB,
        "https://colab.research.google.com/github/learner/nlp/blob/main/notebooks/Captum_Demo.ipynb",
        "https://nbviewer.org/github/learner/nlp/blob/main/notebooks/Captum_Demo.ipynb#scrollTo=x",
        "https://raw.githubusercontent.com/learner/nlp/main/notebooks/Captum_Demo.ipynb",
        "https://github.com/learner/nlp/blob/feature/x/notebooks/Captum%5FDemo.ipynb?raw=true",
        "https://mybinder.org/v2/gh/learner/nlp/main?filepath=notebooks%2FCaptum_Demo.ipynb",
    ],
)
def test_an_address_of_the_journals_own_file_is_the_local_notebook(url: str) -> None:
    reader = entry("a.md", notebooks=(remote(url),), slots=(link(PATH),))
    (record,) = records(reader, notebooks=local(), config=CONFIG)
    assert (record.local, record.entries) == (PATH, ("a",))
    assert PATH in wanted_paths([entry(notebooks=(remote(url),))], CONFIG.repo)


def test_another_repositorys_notebook_stays_remote_and_all_its_viewers_are_one() -> None:
    found = records(
        entry("a.md", notebooks=(remote(ON_GITHUB),)),
        entry("b.md", notebooks=(remote(ON_GITHUB.replace("github.com", "colab.research.google.com/github")),)),
        notebooks=local(),
        config=SiteConfig(title="t", repo="https://github.com/else/nlp"),
    )
    assert [(one.title, one.url, one.entries) for one in found] == [
        ("Captum_Demo", ON_GITHUB, ("a", "b")), ("Captum", "notebooks/captum-demo/", ()),
    ]  # fmt: skip


def test_the_mentions_of_an_entry_are_in_the_order_of_its_lines() -> None:
    found = records(
        entry("a.md", notebooks=(remote("https://x.org/n", "Remote", 9),), slots=(link(PATH, line=2),)),
        notebooks=local(),
    )
    assert [one.title for one in found] == ["Captum", "Remote"]


def test_pages_of_notebooks_never_collide() -> None:
    pages = notebook_pages(["notebooks/a b.ipynb", "notebooks/a-b.ipynb", "x/a b.ipynb", "a-b.ipynb"])
    assert len(set(pages.values())) == 4
    assert pages["x/a b.ipynb"] == "notebooks/x-a-b/"


def test_folders_that_say_nothing_are_not_in_the_address() -> None:
    assert set(notebook_pages(["entries/notebooks/lab.ipynb"]).values()) == {"notebooks/lab/"}


def test_what_a_notebook_refers_to_is_resolved_from_its_folder() -> None:
    built = index([], notebooks=local(slots=(link("../data.csv"), link("gone.csv"))), assets=["data.csv", PATH])
    (record,) = built.notebooks
    assert [(one.kind, one.url) for one in record.targets] == [("file", "files/data.csv"), ("missing", "")]
    assert built.assets == (("files/data.csv", "data.csv"),)
    assert codes(built) == ["link-missing"]


@pytest.mark.parametrize("url", ["https://github.com/a/b", "https://example.org/a/b/blob/main/x", "nonsense", ""])
def test_an_address_that_shows_no_file_is_none(url: str) -> None:
    assert hosted_file(url) is None


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/main/x%20y/z.py"),
        ("https://gitlab.com/a/b/c", "https://gitlab.com/a/b/c/-/blob/main/x%20y/z.py"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/src/branch/main/x%20y/z.py"),
        ("https://bitbucket.org/a/b", "https://bitbucket.org/a/b/src/main/x%20y/z.py"),
    ],
)
def test_each_host_shows_a_file_in_its_own_way(url: str, file: str) -> None:
    assert Repository(url=url).file("x y/z.py") == file
