"""Nothing goes stale: after what people, tools and machines do to a journal, its site equals a clean one.

Each case is a sequence of changes with a build after each, by which all stamps count as settled, as they are in a
journal that was left alone for a while.

What can be known of a file without reading it is its stamp: size, time of writing, time of change, and number on its
disk. Two equal stamps that were settled mean equal contents. The time of change cannot be set by ordinary means, so a
file that gets its old size and time of writing back is seen. `--clean` is for disks that keep no such time.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from tests.site_test import SiteTest, assert_same_tree

SETTINGS = "title: Bread\nurl: https://example.org/\ncards: false\nsearch: false\n"
Steps = Iterator[None]


class Tried(SiteTest):
    """A journal with what a case may need: a picture, a notebook, pages, links between them."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        super().__init__(root, SETTINGS)
        self.patch = patch
        self.now: dt.datetime | None = None
        self.write("entries/2026-03-01.md", "---\ntags: [rye]\n---\n# Rye\n\n![Loaf](loaf.png) [plot](plot.ipynb)\n")
        self.write("entries/2026-03-02.md", "---\ndate: 2026-03-02T23:30\n---\n# Wheat\n\nSee [[2026-03-01]].\n")
        self.write("entries/Spelt.md", "# Spelt\n\n{% include x %} [[2026-03-01#Rye]] #grain\n")
        self.picture("entries/loaf.png", "red")
        self.notebook("entries/plot.ipynb", "first")

    def picture(self, path: str, colour: str) -> None:
        """Write a picture whose size does not hang on its colour."""
        Image.new("RGB", (40, 30), colour).save(self.root / path, compress_level=0)

    def notebook(self, path: str, word: str) -> None:
        cell = {"cell_type": "markdown", "metadata": {}, "source": f"It says {word}."}
        self.write(path, json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))

    def settings(self, *lines: str) -> None:
        self.write("site.yaml", SETTINGS + "".join(f"{line}\n" for line in lines))

    def keeping_time(self, path: str, change: Callable[[], object]) -> None:
        """Change a file and set its times back."""
        place = self.root / path
        before = place.stat()
        change()
        assert place.stat().st_size == before.st_size
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))

    def git(self, *words: str, date: str = "2026-03-01") -> None:
        when = f"{date}T12:00:00+0000"
        roles = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
                 for key, value in (("NAME", "A"), ("EMAIL", "a@x.org"), ("DATE", when))}  # fmt: skip
        command = ["git", "-C", str(self.root), *words]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | roles)


def replaced_with_equal_size_and_time(test: Tried) -> Steps:
    """In place, and by a file that takes its place."""
    test.keeping_time("entries/loaf.png", lambda: test.picture("entries/loaf.png", "blue"))
    yield
    test.keeping_time("entries/plot.ipynb", lambda: test.notebook("entries/plot.ipynb", "third"))  # as long as "first"
    yield
    text = (test.root / "entries/2026-03-02.md").read_text()
    test.keeping_time("entries/2026-03-02.md", lambda: test.write("entries/2026-03-02.md", text.replace("See", "Saw")))
    yield

    def by_another() -> None:
        test.picture("entries/other.png", "lime")
        test.move("entries/other.png", "entries/loaf.png")

    test.keeping_time("entries/loaf.png", by_another)
    yield


def names_that_change_places(test: Tried) -> Steps:
    test.write("entries/2026-03-03.md", "# Bran\n")
    test.write("entries/2026-03-04.md", "# Oats\n")
    for name in ("03", "04"):
        os.utime(test.root / f"entries/2026-03-{name}.md", (1_700_000_000, 1_700_000_000))
    yield
    test.move("entries/2026-03-03.md", "entries/aside")
    test.move("entries/2026-03-04.md", "entries/2026-03-03.md")
    test.move("entries/aside", "entries/2026-03-04.md")
    yield


def links_that_lead_elsewhere(test: Tried) -> Steps:
    test.write("texts/a.txt", "# Bran\n")
    test.write("texts/b.txt", "# Oats\n")
    link = test.root / "entries/2026-03-05.md"
    link.symlink_to("../texts/a.txt")
    yield
    link.unlink()
    link.symlink_to("../texts/b.txt")
    yield


def case_only_renames(test: Tried) -> Steps:
    test.move("entries/Spelt.md", "entries/spelt.md")
    yield
    test.move("entries/loaf.png", "entries/Loaf.png")
    yield
    test.write("entries/2026-03-01.md", (test.root / "entries/2026-03-01.md").read_text().replace("[rye]", "[Rye]"))
    yield
    test.write("static/Dot.txt", "dot")
    yield
    test.move("static/Dot.txt", "static/dot.txt")
    yield


def texts_that_become_folders_and_back(test: Tried) -> Steps:
    test.move("entries/Spelt.md", "entries/Spelt/index.md")
    yield
    test.move("entries/Spelt/index.md", "entries/aside")
    test.remove("entries/Spelt")
    test.move("entries/aside", "entries/Spelt.md")
    yield


def static_files_that_shadow_pages(test: Tried) -> Steps:
    for path in ("entries/2026-03-01/index.html", "index.html", "feed.xml", "404.html", "robots.txt", "journal.css"):
        test.write(f"static/{path}", "mine\n")
        yield
    test.remove("static/entries")
    yield
    test.write("static/topics", "a file in the place of a folder\n")
    yield
    test.remove("static")
    yield


def partials_that_come_and_go(test: Tried) -> Steps:
    theme = Path(__file__).parents[2] / "templates"
    base = (theme / "base.html").read_text()
    test.write("templates/base.html", base.replace("</body>", '{% include "mine.html" ignore missing %}</body>'))
    yield
    test.write("templates/mine.html", "<p>Mine.</p>")
    yield
    test.write("templates/mine.html", '{% include ["other.html", "more/last.html"] ignore missing %}')
    yield
    test.write("templates/more/last.html", "<p>Last.</p>")
    yield
    test.write("templates/other.html", "<p>Other.</p>")
    yield
    test.remove("templates/other.html")
    yield
    test.remove("templates/mine.html")
    yield
    test.remove("templates")
    yield


def outputs_that_are_tampered_with(test: Tried) -> Steps:
    page = test.root / "_site/entries/2026-03-01/index.html"
    test.keeping_time("_site/index.html", lambda: _swap_bytes(test.root / "_site/index.html"))
    yield
    page.unlink()
    yield
    page.unlink()
    page.symlink_to(test.root / "site.yaml")
    yield
    shutil.rmtree(test.root / "_site/entries")
    yield
    page.unlink()
    page.mkdir()
    yield
    shutil.rmtree(test.root / "_site")
    yield


def _swap_bytes(place: Path) -> None:
    raw = bytearray(place.read_bytes())
    raw[100:140] = bytes(reversed(raw[100:140]))
    place.write_bytes(raw)


def folders_that_are_moved_and_copied(test: Tried) -> Steps:
    first = test.root
    test.root = first.rename(first.with_name("moved"))
    yield
    copied = first.with_name("copied")
    shutil.copytree(test.root, copied, symlinks=True)
    test.root = copied
    yield
    test.write("entries/2026-03-02.md", "# Barley\n")
    yield
    shutil.rmtree(first.with_name("moved") / "_site")
    shutil.copytree(copied / "_site", first.with_name("moved") / "_site")
    test.root = first.with_name("moved")
    yield
    shutil.rmtree(test.root / ".journal")
    shutil.copytree(copied / ".journal", test.root / ".journal")
    yield


def stores_of_other_journals(test: Tried) -> Steps:
    other = SiteTest(test.root.with_name("other"), SETTINGS.replace("Bread", "Tea"))
    other.write("entries/2026-03-01.md", "# Green\n")
    other.write("entries/2026-03-02.md", "# Black\n")
    other.build()
    shutil.rmtree(test.root / ".journal")
    shutil.copytree(other.root / ".journal", test.root / ".journal")
    yield
    shutil.copytree(other.root / "_site", test.root / "_site", dirs_exist_ok=True)
    yield


def dialects_set_by_hand(test: Tried) -> Steps:
    test.write(
        "entries/2026-03-06.md", "- TODO read ((x)) {{< figure src=loaf.png >}} ==marked== %%gone%% [[Spelt|so]]\n"
    )
    yield
    for dialect in ("obsidian", "logseq", "hugo", "jekyll", "[obsidian, logseq]", "plain"):
        test.settings("sources:", "  - path: entries", f"    dialect: {dialect}")
        yield
    test.settings("sources:", "  - path: entries")
    yield


def signs_of_a_tool_that_come_and_go(test: Tried) -> Steps:
    test.write("entries/.obsidian/app.json", '{"attachmentFolderPath": "files"}')
    yield
    test.write(".gitignore", "entries/Spelt.md\n")
    yield
    test.remove("entries/.obsidian")
    yield
    test.remove(".gitignore")
    yield


def time_zones(test: Tried) -> Steps:
    test.today = None  # type: ignore[assignment] # the clock says it
    test.now = dt.datetime(2026, 3, 10, 11, 30, tzinfo=dt.UTC)
    for zone in ("Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"):
        test.settings(f"timezone: {zone}")
        yield
    test.settings()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"):
        test.patch.setenv("TZ", zone)
        time.tzset()
        yield


def midnight_and_summer_time(test: Tried) -> Steps:
    test.today = None  # type: ignore[assignment] # the clock says it
    test.settings("timezone: Europe/Berlin", "challenge:", "  start: 2026-03-01", "  days: 30")
    test.write("entries/2026-03-29.md", "# Summer time\n")
    for month, day, hour, minute in (
        (3, 28, 22, 59), (3, 28, 23, 1), (3, 29, 0, 59), (3, 29, 1, 1), (3, 29, 21, 59), (3, 29, 22, 1),
        (10, 24, 21, 59), (10, 24, 22, 1), (10, 25, 0, 30), (10, 25, 1, 30), (12, 31, 22, 59), (12, 31, 23, 1),
    ):  # fmt: skip
        test.now = dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)
        yield


def history_that_is_rewritten(test: Tried) -> Steps:
    test.settings("sources:", "  - path: entries", "    dates: git")
    test.git("init", "-q", "-b", "main")
    test.write("entries/Rice.md", "# Rice\n")
    yield
    test.git("add", "entries")
    test.git("commit", "-qm", "first", date="2026-02-01")
    yield
    test.git("commit", "-q", "--amend", "-m", "first", "--date", "2026-01-15T12:00:00+0000", date="2026-02-02")
    yield
    test.git("checkout", "-q", "--orphan", "anew")
    test.git("commit", "-qm", "anew", date="2026-02-20")
    yield
    test.git("checkout", "-q", "main")
    yield
    test.git("mv", "entries/Rice.md", "entries/Wild.md")
    test.git("commit", "-qm", "renamed", date="2026-02-21")
    yield
    test.git("reset", "-q", "--soft", "HEAD~1")
    yield
    test.git("pack-refs", "--all")
    test.git("gc", "-q", "--prune=now")
    yield
    shutil.rmtree(test.root / ".git")
    yield


CASES: tuple[Callable[[Tried], Steps], ...] = (
    replaced_with_equal_size_and_time, names_that_change_places, links_that_lead_elsewhere, case_only_renames,
    texts_that_become_folders_and_back, static_files_that_shadow_pages, partials_that_come_and_go,
    outputs_that_are_tampered_with, folders_that_are_moved_and_copied, stores_of_other_journals, dialects_set_by_hand,
    signs_of_a_tool_that_come_and_go, time_zones, midnight_and_summer_time, history_that_is_rewritten,
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_the_site_equals_a_clean_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Callable[[Tried], Steps]
) -> None:
    monkeypatch.setattr("journal_site.model.source.COARSE_NS", 0)  # every stamp is settled at once
    test = Tried(tmp_path / "journal", monkeypatch)
    monkeypatch.setattr("journal_site.config.today.dt", _clock(test))
    test.build()
    for step, _ in enumerate(case(test)):
        test.build()
        try:
            assert_same_tree(test.site(), test.clean_site(tmp_path / "clean"))
        except AssertionError as error:
            raise AssertionError(f"step {step}: {error}") from error
        assert test.build().written == (), f"step {step}"
    monkeypatch.undo()
    time.tzset()


def _clock(test: Tried) -> SimpleNamespace:
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override] # a moment of the case's
            return test.now.astimezone(tz) if test.now is not None else dt.datetime.now(tz)

    return SimpleNamespace(**{**vars(dt), "datetime": Clock})
