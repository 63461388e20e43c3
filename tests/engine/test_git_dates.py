"""With `dates: git` the site follows what is committed, also where no text changes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from journal_site.engine import derive
from journal_site.engine.inputs import told_history
from journal_site.publishing import origin
from journal_site.publishing.origin import find_origin
from journal_site.reading.git import ask as git
from tests.site_test import SiteTest, assert_same_tree

SETTINGS = "title: Bread\nsources: [{path: LOG.md, dates: git}]\n"


class Committed(SiteTest):
    def commit(self, date: str) -> None:
        when = f"{date}T12:00:00+0000"
        who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@x.org", "GIT_AUTHOR_DATE": when}
        committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@x.org", "GIT_COMMITTER_DATE": when}
        for words in (["init", "-q"], ["add", "LOG.md"], ["commit", "-qm", "x"]):
            subprocess.run(["git", "-C", str(self.root), *words], check=True, env=os.environ | who | committer)

    def dates(self) -> dict[str, str | None]:
        found = json.loads(self.text("journal.json"))
        return {entry["id"]: entry["date"] for entry in found["entries"]}


@pytest.fixture
def site(tmp_path: Path) -> Committed:
    return Committed(tmp_path / "journal", SETTINGS)


def test_a_commit_alone_dates_what_it_adds(site: Committed, tmp_path: Path) -> None:
    site.write("LOG.md", "# Bread\n\n## Day 1\n\nWhite.\n")
    site.commit("2026-03-01")
    site.write("LOG.md", "# Bread\n\n## Day 1\n\nWhite.\n\n## Day 2\n\nRye.\n")
    site.age()
    site.build()
    assert site.dates() == {"day-1": "2026-03-01", "day-2": None}
    assert not site.build().written
    site.commit("2026-03-02")
    assert site.build().written
    assert site.dates() == {"day-1": "2026-03-01", "day-2": "2026-03-02"}
    assert not site.build().written
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_commits_that_come_while_git_is_asked_for_dates(
    site: Committed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("LOG.md", "# Bread\n\n## Day 1\n\nWhite.\n")
    site.commit("2026-03-01")
    site.write("LOG.md", "# Bread\n\n## Day 1\n\nWhite.\n\n## Day 2\n\nRye.\n")
    coming = ["2026-03-02"]

    def later(root: Path) -> str:
        while coming:
            site.commit(coming.pop())
        return told_history(root)

    monkeypatch.setattr(derive, "told_history", later)
    site.build()
    assert site.dates() == {"day-1": "2026-03-01", "day-2": "2026-03-02"}
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))


def test_a_history_that_is_cut_off_afterwards_dates_no_more_than_it_holds(site: Committed, tmp_path: Path) -> None:
    for day in ("2026-03-01", "2026-03-02"):
        number = day[-1]
        text = "# Bread\n" + "".join(f"\n## Day {one}\n\nLoaf {one}.\n" for one in range(1, int(number) + 1))
        site.write("LOG.md", text)
        site.commit(day)
    site.age()
    site.build()
    assert site.dates() == {"day-1": "2026-03-01", "day-2": "2026-03-02"}
    words = ["git", "-C", str(site.root), "rev-parse", "HEAD"]
    head = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    site.write(".git/shallow", head)
    site.build()
    assert site.dates() == {"day-1": None, "day-2": None}
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    (site.root / ".git/shallow").unlink()
    site.build()
    assert site.dates() == {"day-1": "2026-03-01", "day-2": "2026-03-02"}


def test_sections_of_a_topic_log_get_a_timeline(site: Committed) -> None:
    site.write("LOG.md", "# Bread\n\n## White\n\n- yeast\n")
    site.commit("2026-03-01")
    site.write("LOG.md", "# Bread\n\n## White\n\n- yeast\n- water\n\n## Rye\n\n- salt\n")
    site.commit("2026-03-03")
    site.build()
    notes = {entry["id"]: entry["dates"] for entry in json.loads(site.text("journal.json"))["entries"]}
    assert notes == {"note-white": ["2026-03-01", "2026-03-03"], "note-rye": ["2026-03-03"]}


@pytest.mark.skipif(os.name == "nt", reason="pipes")
@pytest.mark.parametrize("name", ["HEAD", "config", "packed-refs", "shallow"])
def test_a_pipe_in_gits_folder_is_not_waited_for(site: Committed, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    site.write("LOG.md", "# Bread\n\n## Day 1\n\nWhite.\n")
    site.commit("2026-03-01")
    place = site.root / ".git" / name
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    monkeypatch.setattr(git._run, "__kwdefaults__", {"timeout": 0.5})
    monkeypatch.setattr(origin, "_TIMEOUT", 0.5)
    report = site.build()
    assert [one.code for one in report.diagnostics if one.code.startswith("git")] == ["git-unavailable"]
    assert site.dates() == {"day-1": None}
    assert find_origin(site.root).repo == ""


class Tree(Committed):
    """Entry files that git dates, each commit with its author."""

    def add(self, date: str, author: str, *names: str) -> None:
        for name in names:
            self.write(f"entries/{name}.md", f"# {name}\n\nWords about {name}.\n")
        when, mail = f"{date}T12:00:00+0000", f"{author}@x.org"
        who = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": mail, "GIT_AUTHOR_DATE": when}
        who |= {"GIT_COMMITTER_NAME": author, "GIT_COMMITTER_EMAIL": mail, "GIT_COMMITTER_DATE": when}
        for words in (["init", "-q"], ["add", "entries"], ["commit", "-qm", "x"]):
            subprocess.run(["git", "-C", str(self.root), *words], check=True, env=os.environ | who)

    def told(self) -> list[tuple[str, str]]:
        found = (one for one in self.build().diagnostics if one.code.startswith("git-"))
        return [(one.code, one.location.path) for one in found]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "journal", "title: Bread\nsources: [{path: entries/, dates: git}]\n")


def test_files_that_came_in_one_commit_are_told(tree: Tree) -> None:
    tree.add("2026-03-01", "ann", "rye", "oats", "spelt")
    tree.add("2026-03-02", "ann", "wheat")
    assert tree.told() == [("git-batch", "entries/oats.md")]


def test_files_of_a_template_are_told(tree: Tree) -> None:
    tree.add("2020-01-01", "bob", "rye", "oats", "spelt")
    tree.add("2026-03-01", "ann", "wheat")
    tree.add("2026-03-02", "ann", "millet")
    assert tree.told() == [("git-inherited", "entries/oats.md")]


def test_files_that_came_one_by_one_or_tell_their_date_are_not_told(tree: Tree) -> None:
    tree.add("2026-03-01", "ann", "2026-02-01-rye", "2026-02-02-oats", "2026-02-03-spelt")
    tree.add("2026-03-02", "ann", "wheat", "millet")
    tree.add("2026-03-03", "ann", "teff")
    assert tree.told() == []
