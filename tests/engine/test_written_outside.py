"""Nothing outside the site's folder is written, changed or removed, whatever stands in it and around it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from journal_site.errors import OutputError
from journal_site.site.output import MARKER, OutputFolder
from tests.site_test import SiteTest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes")


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/2026-03-01.md", "# Rye\n")
    test.write("entries/2026-03-02.md", "# Wheat\n")
    return test


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    (folder / "2026-03-01").mkdir(parents=True)
    for path in ("index.html", "2026-03-01/index.html", "thesis.txt", "0", "store.db", "lock", MARKER):
        (folder / path).write_text("years of work\n", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str | None]:
    """Return every file below a folder, and every folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def _stand_in(place: Path, target: Path) -> None:
    """Put a link in the place of what is there."""
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("place", ["stats", "entries", "entries/2026-03-01"])
def test_a_link_in_the_place_of_a_folder_is_told_and_not_followed(
    journal: SiteTest, elsewhere: Path, place: str
) -> None:
    journal.build()
    before = contents(elsewhere)
    _stand_in(journal.root / "_site" / place, elsewhere)
    journal.write("entries/2026-03-01.md", "# Spelt\n")
    with pytest.raises(OutputError, match=f"the site needs the place of '{place}'") as caught:
        journal.build()
    assert {one.code for one in caught.value.diagnostics} == {"output-conflict"}
    assert contents(elsewhere) == before
    (journal.root / "_site" / place).unlink()
    journal.build()
    assert "Spelt" in journal.text("entries/2026-03-01/index.html")


def test_what_a_link_to_a_folder_leads_to_is_not_removed(journal: SiteTest, elsewhere: Path) -> None:
    journal.build()
    before = contents(elsewhere)
    _stand_in(journal.root / "_site/entries/2026-03-01", elsewhere / "2026-03-01")
    journal.remove("entries/2026-03-01.md")
    journal.build()
    assert contents(elsewhere) == before
    assert "2026-03-01" not in (journal.root / "_site" / MARKER).read_text(encoding="utf-8")


@pytest.mark.parametrize("make", [Path.symlink_to, Path.hardlink_to])
def test_a_link_in_the_place_of_a_file_is_replaced(
    journal: SiteTest, elsewhere: Path, make: Callable[[Path, Path], None]
) -> None:
    journal.build()
    before = contents(elsewhere)
    page = journal.root / "_site/stats/index.html"
    page.unlink()
    make(page, elsewhere / "thesis.txt")
    journal.build()
    assert (page.is_symlink(), "Rye" in journal.text("index.html"), contents(elsewhere)) == (False, True, before)
    assert page.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize("name", [".journal-tmp", ".journal-tmp/0"])
@pytest.mark.parametrize("make", [Path.symlink_to, Path.hardlink_to])
def test_links_in_the_place_of_what_is_written_for_a_moment_are_not_followed(
    journal: SiteTest, elsewhere: Path, name: str, make: Callable[[Path, Path], None]
) -> None:
    journal.build()
    before = contents(elsewhere)
    place = journal.root / "_site" / name
    place.parent.mkdir(exist_ok=True)
    is_folder = make is Path.symlink_to and name == ".journal-tmp"
    make(place, elsewhere if is_folder else elsewhere / "thesis.txt")
    journal.write("entries/2026-03-03.md", "# Barley\n")
    journal.build()
    assert contents(elsewhere) == before
    assert not os.path.lexists(journal.root / "_site/.journal-tmp")


def test_the_list_of_what_is_ours_names_nothing_outside(journal: SiteTest, elsewhere: Path) -> None:
    journal.build()
    before = contents(elsewhere)
    marker = journal.root / "_site" / MARKER
    names = ("../../elsewhere/thesis.txt", f"{elsewhere}/thesis.txt", "stats/../../../elsewhere/0", "..", "", "./x")
    with marker.open("a", encoding="utf-8") as file:
        file.writelines(f"{name}\n" for name in names)
    journal.write("entries/2026-03-03.md", "# Barley\n")
    journal.build()
    assert contents(elsewhere) == before
    assert ".." not in marker.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a//x", "", ".journal-tmp/x", "a\0"])
def test_no_path_of_an_output_leads_out(tmp_path: Path, path: str) -> None:
    for folder in (tmp_path / "new", tmp_path / "there"):
        (tmp_path / "there").mkdir(exist_ok=True)
        output = OutputFolder(folder)
        output.begin([])
        with pytest.raises(OutputError, match="outside"):
            output.stage(0, path, b"")
        output.remove(path)
        output.abandon()


def test_a_marker_that_is_a_link_makes_a_folder_nobodys(journal: SiteTest, elsewhere: Path) -> None:
    journal.build()
    _stand_in(journal.root / "_site" / MARKER, elsewhere / MARKER)
    with pytest.raises(OutputError, match="files that journal did not write"):
        journal.build()


@pytest.mark.parametrize("name", [".journal", ".journal/lock", ".journal/store.db", ".journal/store.db.new"])
def test_links_in_the_place_of_the_store_are_not_followed(journal: SiteTest, elsewhere: Path, name: str) -> None:
    journal.build()
    before = contents(elsewhere)
    _stand_in(
        journal.root / name, elsewhere if name == ".journal" else elsewhere / Path(name).name.removesuffix(".new")
    )
    journal.write("entries/2026-03-03.md", "# Barley\n")
    assert journal.build().entries == 3
    assert contents(elsewhere) == before


@pytest.mark.parametrize("name", ["lock", "store.db", "store.db.new", "store.db-journal", "store.db-wal"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_in_the_store_is_not_waited_for(
    journal: SiteTest, name: str, make: Callable[[Path], None]
) -> None:
    journal.build()
    place = journal.root / ".journal" / name
    place.unlink(missing_ok=True)
    make(place)
    journal.write("entries/2026-03-03.md", "# Barley\n")
    assert journal.build().entries == 3


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
@pytest.mark.parametrize("path", ["stats/index.html", "index.html", "feed.xml"])
def test_a_pipe_or_an_empty_folder_in_the_place_of_a_file_makes_room(
    journal: SiteTest, path: str, make: Callable[[Path], None]
) -> None:
    journal.build()
    whole = journal.site()
    (journal.root / "_site" / path).unlink()
    make(journal.root / "_site" / path)
    journal.build()
    assert journal.site() == whole


def test_a_folder_with_files_of_others_in_the_place_of_a_page_changes_nothing(journal: SiteTest) -> None:
    journal.build()
    page = journal.root / "_site/stats/index.html"
    page.unlink()
    page.mkdir()
    (page / "mine.txt").write_text("mine", encoding="utf-8")
    whole = journal.site()
    journal.write("entries/2026-03-03.md", "# Barley\n")
    with pytest.raises(OutputError, match=r"the place of 'stats/index\.html/mine\.txt'"):
        journal.build()
    assert journal.site() == whole


# --- the folder itself ------------------------------------------------------------------------------------------------


def _beside(journal: SiteTest) -> list[str]:
    return sorted(path.name for path in journal.root.iterdir() if "partial" in path.name)


def test_an_output_that_is_a_link_to_an_empty_folder_is_filled(journal: SiteTest, tmp_path: Path) -> None:
    (tmp_path / "volume").mkdir()
    (journal.root / "_site").symlink_to(tmp_path / "volume")
    journal.build()
    assert (journal.root / "_site").is_symlink()
    assert (tmp_path / "volume/index.html").is_file()
    assert _beside(journal) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal", "volume"]
    journal.write("entries/2026-03-03.md", "# Barley\n")
    journal.build()
    assert "Barley" in (tmp_path / "volume/index.html").read_text(encoding="utf-8")


def test_an_empty_mount_point_is_filled(journal: SiteTest) -> None:
    place = journal.root / "_site"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        (place / "lost+found").mkdir()
        journal.build()
        assert (place / "index.html").is_file()
        assert _beside(journal) == []
        journal.write("entries/2026-03-03.md", "# Barley\n")
        assert journal.build().written
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_folder_that_was_empty_is_so_again_after_a_build_that_failed(journal: SiteTest) -> None:
    (journal.root / "_site").mkdir()
    journal.write("templates/stats.html", "{{ view.nothing }}")
    with pytest.raises(Exception, match="stats"):
        journal.build()
    assert list((journal.root / "_site").iterdir()) == []


@pytest.mark.parametrize("target", ["nowhere", "_site", "../journal/site.yaml"])
def test_an_output_that_is_a_link_to_no_folder_is_refused(journal: SiteTest, target: str) -> None:
    (journal.root / "_site").symlink_to(target)
    with pytest.raises(OutputError, match="a link that leads to no folder"):
        journal.build()
    assert _beside(journal) == []


def test_an_output_that_leads_to_a_source_is_refused(journal: SiteTest) -> None:
    (journal.root / "_site").symlink_to("entries")
    with pytest.raises(OutputError, match="is, or lies in, the source"):
        journal.build()


def test_what_stands_where_a_new_site_is_made_is_not_followed_or_lost(journal: SiteTest, elsewhere: Path) -> None:
    before = contents(elsewhere)
    partial = journal.root / "._site.partial"
    partial.symlink_to(elsewhere)
    journal.build()
    assert (contents(elsewhere), _beside(journal)) == (before, [])
    journal.remove("_site")
    partial.mkdir()
    (partial / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="files that journal did not write"):
        journal.build()
    assert contents(partial) == {"mine.txt": "mine"}


def test_a_killed_builds_remains_are_swept(journal: SiteTest) -> None:
    partial = journal.root / "._site.partial"
    for stage in ([".journal-tmp"], [".journal-tmp", "entries"]):
        for folder in stage:
            (partial / folder).mkdir(parents=True)
        if len(stage) > 1:
            (partial / MARKER).write_text("", encoding="utf-8")
        journal.build()
        assert _beside(journal) == []
        journal.remove("_site")
