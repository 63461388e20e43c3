"""Wikilinks: by file, path, title, alias, day, date and id."""

from __future__ import annotations

import pytest

from journal_site.model.entry import Entry, Heading, Notebook, Slot
from journal_site.model.index import Index, Target
from tests.unit.index.small_entries import codes, entry, index, log, wikilink

OTHER = entry(
    "notes/Attention Maps.md",
    id_base="attention-maps",
    title="How attention looks",
    aliases=("heatmaps", "/old/maps/"),
    days=(3,),
    dates=("2024-01-05",),
    headings=(Heading(level=2, text="My Plots", id="my-plots", line=3),),
)


def built(
    name: str, *others: Entry, source: str = "entries/a.md", assets: tuple[str, ...] = (), kind: str = "wikilink"
) -> Index:
    slot = Slot(kind=kind, target=name, text=name, line=1)  # type: ignore[arg-type]
    return index([entry(source, title="First", dates=("2024-01-01",), slots=(slot,)), *others], assets=assets)


def leads_to(name: str, *others: Entry, source: str = "entries/a.md") -> tuple[str, list[str]]:
    site = built(name, *others, source=source)
    return next(item for item in site.items if item.entry.title == "First").targets[0].url, codes(site)


@pytest.mark.parametrize(
    "name",
    [
        "Attention Maps", "attention maps", "Attention Maps.md", "notes/Attention Maps", "../notes/attention maps",
        "How attention looks", "heatmaps", "HEATMAPS", "old/maps", "Day 3", "day 3", "Day03",
        "Day 3 - Attention", "2024-01-05", "2024_01_05",
        "Jan 5th, 2024", "attention-maps", "Attention%20Maps",
    ],
)  # fmt: skip
def test_an_entry_is_found_by_each_of_its_names(name: str) -> None:
    assert leads_to(name, OTHER) == ("entries/attention-maps/", [])


@pytest.mark.parametrize("fragment", ["My Plots", "my-plots", "^block-1"])
def test_a_heading_is_found_by_text_or_slug_and_a_block_is_its_page(fragment: str) -> None:
    url, warnings = leads_to(f"heatmaps#{fragment}", OTHER)
    assert url == ("entries/attention-maps/" if fragment.startswith("^") else "entries/attention-maps/#my-plots")
    assert not warnings


def test_exact_case_comes_before_any_case() -> None:
    lower, upper = entry("x/note.md", id_base="lower"), entry("entries/Note.md", id_base="upper")
    assert leads_to("note", upper, lower)[0] == "entries/lower/"
    assert leads_to("Note", upper, lower)[0] == "entries/upper/"


def test_a_file_comes_before_a_title() -> None:
    file, title = entry("x/plan.md", id_base="file", title="Else"), entry("entries/y.md", id_base="title", title="plan")
    assert leads_to("plan", title, file)[0] == "entries/file/"


def test_of_equal_names_the_nearest_by_path_is_meant() -> None:
    near, far = entry("entries/sub/note.md", id_base="near"), entry("x/y/note.md", id_base="far")
    assert leads_to("note", far, near) == ("entries/near/", [])


def test_a_tie_is_a_warning() -> None:
    one, two = entry("x/note.md", id_base="one"), entry("y/note.md", id_base="two")
    assert leads_to("note", one, two) == ("entries/one/", ["wikilink-ambiguous"])
    assert leads_to("y/note", one, two) == ("entries/two/", [])


def test_a_day_of_two_rounds_is_that_of_ones_own_round() -> None:
    rounds = [
        entry("log.md", id_base="r1-day-1", title="Once", days=(1,), round=1),
        entry("log.md", id_base="r2-day-1", title="Again", days=(1,), round=2, position=1),
        entry("log.md", id_base="r2-day-2", title="More", days=(2,), round=2, position=2, slots=(wikilink("Day 1"),)),
    ]
    site = index(rounds)
    assert site.items[2].targets[0].url == "entries/r2-day-1/"
    assert not site.diagnostics


def test_logseq_writes_slashes_in_file_names_in_other_ways() -> None:
    page = entry("pages/Projects___Garden.md", id_base="garden")
    assert leads_to("Projects/Garden", page, source="journals/2024_01_01.md") == ("entries/garden/", [])
    older = entry("pages/Projects%2FGarden.md", id_base="garden")
    assert leads_to("projects/garden", older, source="journals/2024_01_01.md") == ("entries/garden/", [])


def test_a_log_is_found_by_its_name_and_its_days_by_their_headings() -> None:
    days = log("diary.md", 1, 2)
    assert leads_to("diary#Day 2", *days) == ("entries/day-2/", [])
    assert leads_to("diary", *days) == ("", [])


def test_a_readmes_name_is_that_of_its_folder() -> None:
    assert leads_to("Day02", entry("Day02/README.md", id_base="Day02"))[0] == "entries/Day02/"


def test_a_heading_alone_is_the_entrys_own() -> None:
    own = entry(headings=(Heading(level=2, text="My Plots", id="my-plots", line=3),), slots=(wikilink("#My Plots"),))
    assert index([own]).items[0].targets[0] == Target(kind="anchor", url="#my-plots")


def test_a_file_is_found_anywhere_the_nearest_first() -> None:
    site = built("plot.png", assets=("x/plot.png", "entries/img/plot.png"), kind="embed")
    assert site.items[0].targets[0].asset == "entries/img/plot.png"
    site = built("x/Plot.png", assets=("x/plot.png", "entries/img/plot.png"), kind="embed")
    assert site.items[0].targets[0].asset == "x/plot.png"


def test_a_document_and_a_notebook_are_found_too() -> None:
    assert built("paper.pdf", assets=("papers/paper.pdf",)).items[0].targets[0].url == "files/papers/paper.pdf"
    slot = wikilink("demo.ipynb")
    notebook = Notebook(path="nb/demo.ipynb", title="Demo", body="")
    site = index([entry(slots=(slot,))], notebooks={"nb/demo.ipynb": notebook}, assets=["nb/demo.ipynb"])
    assert site.items[0].targets[0] == Target(kind="notebook", url="notebooks/nb-demo/")
    assert site.notebooks[0].entries == ("a",)


def test_an_embedded_note_is_its_page() -> None:
    assert built("heatmaps", OTHER, kind="embed").items[0].targets[0].kind == "page"


def test_a_title_with_a_dot_is_no_file() -> None:
    assert leads_to("Node.js", entry("x.md", title="Node.js"))[0] == "entries/x/"


def test_a_name_that_is_nobodys_gets_the_nearest_as_a_hint() -> None:
    site = built("Attenton Maps", OTHER)
    assert codes(site) == ["wikilink-missing"]
    assert site.diagnostics[0].hint == "did you mean 'Attention Maps'?"


def test_thousands_of_unwritten_notes_cost_little() -> None:
    slots = tuple(wikilink(f"Unwritten {number}") for number in range(5000))
    site = index([entry("a.md", slots=slots), *[entry(f"u{number}.md") for number in range(500)]])
    assert len(site.diagnostics) == 5000
