"""What an incremental build writes, keeps, restores and removes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal_site.engine.build import build
from journal_site.errors import JournalError
from tests.site_test import SETTINGS, SiteTest, assert_same_tree


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    for day in range(1, 6):
        test.write(
            f"entries/2026-03-0{day}-note-{day}.md",
            f"---\ntitle: Note {day}\nday: {day}\ntags: [reading]\n---\n\nWords of day {day}.\n",
        )
    return test


def test_no_change_writes_nothing(site: SiteTest) -> None:
    assert site.build().written
    report = site.build()
    assert (report.written, report.removed, report.entries) == ((), (), 5)


def test_an_edited_body_writes_its_page_and_what_quotes_it(site: SiteTest) -> None:
    site.build()
    site.write("entries/2026-03-03-note-3.md", "---\ntitle: Note 3\nday: 3\ntags: [reading]\n---\n\nOther words.\n")
    written = set(site.build().written)
    assert "entries/2026-03-03-note-3/index.html" in written
    assert not {"entries/2026-03-01-note-1/index.html", "404.html", "style.css"} & written
    assert "Other words." in site.text("entries/2026-03-03-note-3/index.html")


def test_where_words_alone_change_what_is_derived_stays(
    site: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    with monkeypatch.context() as watched:
        watched.setattr("journal_site.pages.plan.plan", _unwanted)
        watched.setattr("journal_site.index.build.build_index", _unwanted)
        for words in ("Other words.", "Still other words, and more."):
            site.write("entries/2026-03-03-note-3.md", f"---\ntitle: Note 3\nday: 3\ntags: [reading]\n---\n\n{words}\n")
            assert "entries/2026-03-03-note-3/index.html" in site.build().written
    assert "Still other words" in site.text("entries/2026-03-03-note-3/index.html")
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def _unwanted(*_: object, **__: object) -> None:
    raise AssertionError("all is derived again")


_BARE = [
    ("title: Day 3\n", "plain", "simple"),
    ("title: March 3\n", "Read the paper. Then slept.", "Read the book. Then slept."),
    ("", "Two words", "two words"),
    ("title: Day 3\ndescription: In short.\n", "plain", "simple"),
]
"""Titles that say no more than the day: lists show how the text begins."""


@pytest.mark.parametrize(("front", "before", "after"), _BARE)
def test_words_that_stand_for_a_bare_title_change_wherever_they_are_shown(
    tmp_path: Path, front: str, before: str, after: str
) -> None:
    site = SiteTest(tmp_path / "journal")
    for day in range(1, 20):
        site.write(f"entries/2026-02-{day:02}.md", f"---\n{front}tags: [reading]\n---\n\nOn day {day} I rested.\n")
    site.write("entries/2026-02-03.md", f"---\n{front}tags: [reading]\n---\n\n{before}\n")
    site.build()
    site.write("entries/2026-02-03.md", f"---\n{front}tags: [reading]\n---\n\n{after}\n")
    written = set(site.build().written)
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    if "description" not in front:
        assert after.partition(".")[0] in site.text("topics/reading/index.html")
        assert {"index.html", "stats/index.html"} <= written
    assert not {f"entries/2026-02-{day:02}/index.html" for day in range(10, 20)} & written


def test_words_of_a_logs_day_change_wherever_they_are_shown(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal", SETTINGS + "sources: [log.md]\ntopics: {Rest: {keywords: [rested]}}\n")
    days = [f"## Day {day}: February {day}, 2026\n\nI rested well.\n\n" for day in range(1, 20)]
    site.write("log.md", "".join(days))
    site.build()
    site.write("log.md", "".join(days).replace("I rested", "We rested", 3))
    written = set(site.build().written)
    assert {"stats/index.html", "topics/rest/index.html", "index.html"} <= written
    assert "entries/day-15/index.html" not in written
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_an_own_page_and_an_entry_of_one_name_are_two(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    site.write("entries/about.md", "---\ntitle: Bees\n---\n\nWords.\n")
    for title in ("Who writes", "Who else writes"):
        site.write("pages/about.md", f"---\ntitle: {title}\n---\n\nWords.\n")
        site.build()
        assert f'["about/","{title}"' in site.text("search/undated/d0.json")
        assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_what_a_site_in_another_folder_was_built_from_proves_nothing(site: SiteTest, tmp_path: Path) -> None:
    site.build()
    site.write("entries/2026-03-03-note-3.md", "---\ntitle: Renamed\nday: 3\ntags: [reading]\n---\n\nWords.\n")
    build(replace(site.request(), output=tmp_path / "other"))
    site.write("entries/2026-03-03-note-3.md", "---\ntitle: Renamed\nday: 3\ntags: [reading]\n---\n\nOthers.\n")
    site.build()
    assert "Renamed" in site.text("entries/2026-03-02-note-2/index.html")
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_a_retitled_entry_is_renamed_on_its_neighbours(site: SiteTest) -> None:
    site.build()
    site.write("entries/2026-03-03-note-3.md", "---\ntitle: Renamed\nday: 3\ntags: [reading]\n---\n\nWords.\n")
    site.build()
    assert "Renamed" in site.text("entries/2026-03-02-note-2/index.html")
    assert "Note 3" not in site.text("entries/2026-03-04-note-4/index.html")


def test_an_edit_within_one_tick_and_of_one_size_is_seen(site: SiteTest) -> None:
    site.build()
    for word in ("aaaa", "bbbb", "cccc", "dddd"):
        site.write("entries/2026-03-03-note-3.md", f"---\ntitle: Note 3\n---\n\n{word}\n")
        site.build()
        assert word in site.text("entries/2026-03-03-note-3/index.html")


def test_deleted_and_altered_outputs_are_restored(site: SiteTest, tmp_path: Path) -> None:
    site.build()
    (site.root / "_site/index.html").unlink()
    (site.root / "_site/404.html").write_text("altered")
    assert set(site.build().written) == {"index.html", "404.html"}
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_stale_outputs_go_and_files_of_others_stay(site: SiteTest) -> None:
    site.build()
    (site.root / "_site/mine.txt").write_text("mine")
    site.remove("entries/2026-03-05-note-5.md")
    assert "entries/2026-03-05-note-5/index.html" in site.build().removed
    assert not (site.root / "_site/entries/2026-03-05-note-5").exists()
    assert (site.root / "_site/mine.txt").read_text() == "mine"


def test_stale_outputs_go_even_when_the_store_is_gone(site: SiteTest) -> None:
    site.build()
    site.remove(".journal")
    site.remove("entries/2026-03-05-note-5.md")
    site.build()
    assert not (site.root / "_site/entries/2026-03-05-note-5").exists()


def test_a_file_that_is_not_ours_is_never_overwritten(site: SiteTest) -> None:
    site.build()
    place = site.root / "_site/entries/2026-03-06-new/index.html"
    place.parent.mkdir()
    place.write_text("mine")
    site.write("entries/2026-03-06-new.md", "New.\n")
    with pytest.raises(JournalError) as caught:
        site.build()
    assert caught.value.diagnostics[0].code == "output-conflict"
    assert place.read_text() == "mine"


def test_an_error_changes_nothing_and_names_every_problem(site: SiteTest) -> None:
    site.build()
    before = site.site()
    site.write("entries/2026-03-01-note-1.md", "---\ndate: 2021-02-30\n---\nWords.\n")
    site.write("entries/open.md", "---\ntags: [a\n---\n")
    with pytest.raises(JournalError) as caught:
        site.build()
    errors = {one.location.path for one in caught.value.diagnostics if one.severity == "error"}
    assert errors == {"entries/2026-03-01-note-1.md", "entries/open.md"}
    assert site.site() == before


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_store_costs_a_full_build_and_one_line(site: SiteTest, damage: bytes | None) -> None:
    site.build()
    store = site.root / ".journal/store.db"
    store.write_bytes(store.read_bytes()[:9000] if damage is None else damage)
    before = site.site()
    report = site.build()
    assert [one.code for one in report.diagnostics if one.severity == "notice"] == ["store"]
    assert site.site() == before
    assert site.build().written == ()


def test_processes_make_no_difference(site: SiteTest, tmp_path: Path) -> None:
    for day in range(10, 300):
        site.write(f"entries/day-{day}.md", f"---\nday: {day}\n---\n\n" + f"Words of day {day}. " * 60)
    site.build(jobs=3)
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_a_build_without_changes_loads_no_renderer(site: SiteTest) -> None:
    program = (
        "import sys; from journal_site.cli import run;"
        f"run(['build', '--today', '2026-03-10', '--source', {str(site.root)!r}]);"
        "print(sorted({'markdown_it', 'jinja2', 'pygments', 'yaml'} & sys.modules.keys()))"
    )
    outputs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert "jinja2" in outputs[0].splitlines()[-1]
    assert outputs[1].splitlines()[-1] == "[]"


def test_another_day_changes_only_pages_that_show_it(site: SiteTest) -> None:
    site.build()
    site.today = site.today.replace(day=20)
    written = set(site.build().written)
    assert "index.html" in written
    assert not {path for path in written if path.startswith(("entries/", "topics/", "timeline/", "links/"))}


def test_settings_are_the_same_in_another_folder(site: SiteTest, tmp_path: Path) -> None:
    site.build()
    other = SiteTest(tmp_path / "elsewhere" / "deep", SETTINGS)
    for path in (site.root / "entries").iterdir():
        other.write(f"entries/{path.name}", path.read_text())
    other.build()
    assert_same_tree(other.site(), site.site())


def test_what_was_patched_stays_where_nothing_of_it_changes(site: SiteTest, tmp_path: Path) -> None:
    site.build()
    for _ in range(3):  # the same bytes under another stamp
        site.write("entries/2026-03-03-note-3.md", "---\ntitle: Note 3\nday: 3\ntags: [reading]\n---\n\nOther words.\n")
        site.build()
        assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_what_many_texts_begin_with_changes_how_others_are_called(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    names = ("rye", "spelt", "oats", "emmer", "wheat")
    for day, name in enumerate(names, start=1):
        site.write(f"entries/2026-03-0{day}.md", f"On my way to bread, I have read about {name}.\n")
    site.build()
    assert "<title>Emmer · " in site.text("entries/2026-03-04/index.html")
    for day, name in enumerate(names[:3], start=1):
        site.write(f"entries/2026-03-0{day}.md", f"Of {name} I read.\n")
    site.build()
    assert "<title>On my way to bread, I have read about emmer · " in site.text("entries/2026-03-04/index.html")
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_an_introduction_is_told_by_its_sentences_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    site.write("site.yaml", "title: Bread\nsources: [README.md]\n")
    table = "| Book | State |\n| --- | --- |\n| Rye | ✅ |\n"
    log = f"# Bread\n\n{table}\n- a list\n\nLegend: ✅ read\n\nI bake a loaf a day, and write it down.\n"
    site.write("README.md", f"{log}\n## Day 1\n\nRye.\n\n## Day 2\n\nOats.\n")
    site.build()
    home = site.text("index.html")
    assert "<span>I bake a loaf a day, and write it down.</span>" in home
    assert "Legend" not in home
