"""Cards in whole builds: drawn only where what they show has changed, and by nothing that an unchanged site needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import journal_site
from journal_site.engine.inputs import OUTPUT
from journal_site.errors import OutputError
from tests.site_test import SETTINGS, SiteTest, assert_same_tree

VENDOR = Path(journal_site.__file__).parent / "_vendor"
DAY = "---\ntitle: {title}\ndate: 2026-03-0{day}\nday: {day}\n---\nWe read of it.\n"


def journal(folder: Path, settings: str = "cards: true\n") -> SiteTest:
    test = SiteTest(folder / "journal", SETTINGS + settings)
    for day, title in enumerate(("Rye", "Wheat", "Oats"), start=1):
        test.write(f"entries/day-{day}.md", DAY.format(day=day, title=title))
    return test


def drawn(paths: tuple[str, ...]) -> list[str]:
    return sorted(path for path in paths if path.startswith("cards/"))


def test_cards_are_drawn_where_they_changed_alone(tmp_path: Path) -> None:
    test = journal(tmp_path)
    assert drawn(test.build().written) == [*(f"cards/entries/day-{n}.png" for n in (1, 2, 3)), "cards/home.png"]
    test.write("entries/day-2.md", DAY.format(day=2, title="Wheat") + "More of it.\n")
    assert drawn(test.build().written) == []
    test.write("entries/day-4.md", DAY.format(day=4, title="Spelt"))
    assert drawn(test.build().written) == ["cards/entries/day-4.png", "cards/home.png"]
    test.write("entries/day-1.md", DAY.format(day=1, title="Rye, again"))
    assert drawn(test.build().written) == ["cards/entries/day-1.png"]
    test.remove("entries/day-4.md")
    assert drawn(test.build().removed) == ["cards/entries/day-4.png"]
    assert_same_tree(test.site(), test.clean_site(tmp_path / "clean"))


def test_several_processes_draw_the_same_cards(tmp_path: Path) -> None:
    test = journal(tmp_path)
    for number in range(30):
        test.write(f"entries/note-{number}.md", f"---\ntitle: Loaf {number}\n---\nIt rose.\n")
    test.build(jobs=2)
    together = test.site()
    shutil.rmtree(test.root / ".journal")
    test.build(jobs=1, clean=True)
    assert_same_tree(together, test.site())


def test_a_lost_site_is_drawn_from_the_store(tmp_path: Path) -> None:
    test = journal(tmp_path)
    test.build()
    before = test.site()
    shutil.rmtree(test.root / OUTPUT)
    assert "PIL" not in loaded(test.root)
    assert_same_tree(test.site(), before)


def test_pillow_is_not_loaded_where_nothing_is_drawn(tmp_path: Path) -> None:
    off = journal(tmp_path / "off", "")
    assert "PIL" not in loaded(off.root)
    assert not (off.root / OUTPUT / "cards").exists()
    test = journal(tmp_path / "on")
    test.build()
    test.write("entries/day-2.md", DAY.format(day=2, title="Wheat") + "More of it.\n")
    assert "PIL" not in loaded(test.root)


def test_another_font_draws_the_cards_again(tmp_path: Path) -> None:
    test = journal(tmp_path, "cards: true\ncard_font: fonts/own.ttf\n")
    own = test.root / "fonts" / "own.ttf"
    own.parent.mkdir()
    own.write_bytes((VENDOR / "inter-regular.ttf").read_bytes())
    test.write("entries/day-2.md", DAY.format(day=2, title="Weizen und mehr"))
    assert len(drawn(test.build().written)) == 4
    assert drawn(test.build().written) == []
    assert not (test.root / OUTPUT / "fonts").exists()
    own.unlink()
    with pytest.raises(OutputError, match="card-font"):
        test.build()


def loaded(root: Path) -> set[str]:
    """Build in a process of its own; return the modules that it loads."""
    script = (
        "import sys, datetime as dt\nfrom pathlib import Path\n"
        "from journal_site.engine.build import BuildRequest, build\n"
        f"build(BuildRequest(root=Path({str(root)!r}), today=dt.date(2026, 3, 10), jobs=1))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())
