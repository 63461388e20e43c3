"""Dates from git, against repositories that are made here: git itself is what this module is about."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from journal_site.model.source import Dates, Found, SourceOptions
from journal_site.reading.git.ask import history_of
from journal_site.reading.git.dates import read_histories
from journal_site.reading.scan.texts import stamp_of


class Repo:
    """A repository that grows by dated commits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, **env: str) -> None:
        subprocess.run(["git", "-C", str(self.root), *words], check=True, capture_output=True, env=os.environ | env)

    def commit(self, date: str, files: Mapping[str, str], author: str = "A") -> None:
        for name, text in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.record(date, "commit", "-qm", "x", author=author)

    def record(self, date: str, *words: str, author: str = "A") -> None:
        when = date if ":" in date else f"{date}T12:00:00+0000"
        who = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": f"{author}@x.org", "GIT_AUTHOR_DATE": when}
        committer = {"GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@x.org", "GIT_COMMITTER_DATE": when}
        self.git(*words, **who, **committer)

    def read(self, *names: str, log: bool = True) -> Dates:
        options = SourceOptions(dates="git")
        found = [
            Found(path=name, folder=name, log=log, stamp=stamp_of((self.root / name).stat()), options=options)
            for name in names
        ]
        return read_histories(self.root, found)

    def headings(self, name: str = "log.md") -> dict[str, str]:
        """Return each dated heading of a log with its date."""
        lines = (self.root / name).read_text(encoding="utf-8").split("\n")
        dated = {lines[line - 1]: date for line, date in self.read(name).lines[name] if line}
        return {line.lstrip("# "): date for line, date in dated.items() if line.startswith("#")}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "repo")


def codes(dates: Dates) -> list[str]:
    return [one.code for one in dates.diagnostics]


DAY_1, DAY_2 = "# Log\n\n## Day 1\n\nBread.\n", "# Log\n\n## Day 1\n\nBread.\n\n## Day 2\n\nRye.\n"


def test_headings_have_the_authors_date_in_the_authors_zone(repo: Repo) -> None:
    repo.commit("2021-03-01T23:30:00-0900", {"log.md": DAY_1})
    repo.commit("2021-03-04T00:30:00+1300", {"log.md": DAY_2})
    assert repo.headings() == {"Log": "2021-03-01", "Day 1": "2021-03-01", "Day 2": "2021-03-04"}
    assert repo.read("log.md").lines["log.md"][0] == (0, "2021-03-01")
    assert codes(repo.read("log.md")) == []


def test_a_renamed_log_keeps_its_dates(repo: Repo) -> None:
    repo.commit("2021-03-01", {"old name.md": DAY_1 + "\nAnd more of it, so that it stays like itself.\n"})
    repo.git("mv", "old name.md", "log.md")
    repo.record("2021-03-02", "commit", "-qm", "x")
    repo.commit("2021-03-03", {"log.md": DAY_2})
    assert repo.headings() == {"Log": "2021-03-01", "Day 1": "2021-03-01", "Day 2": "2021-03-03"}
    assert repo.read("log.md").lines["log.md"][0] == (0, "2021-03-01")


def test_entry_files_have_the_date_of_the_commit_that_added_them(repo: Repo) -> None:
    repo.commit("2021-03-01", {"entries/one.md": "Bread.\n"})
    repo.commit("2021-03-02", {"entries/two.md": "Rye.\n"})
    repo.commit("2021-03-05", {"entries/one.md": "White bread.\n"})
    dates = repo.read("entries/one.md", "entries/two.md", log=False)
    assert dates.lines == {"entries/one.md": ((0, "2021-03-01"),), "entries/two.md": ((0, "2021-03-02"),)}


def test_a_journal_below_the_repositorys_top_is_found(repo: Repo) -> None:
    repo.commit("2021-03-01", {"notes/journal/log.md": DAY_1, "elsewhere.md": "x\n"})
    inner = Repo.__new__(Repo)
    inner.root = repo.root / "notes" / "journal"
    assert inner.headings() == {"Log": "2021-03-01", "Day 1": "2021-03-01"}


def test_what_was_merged_has_the_dates_of_its_own_branch(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1, "other.md": "x\n"})
    repo.git("checkout", "-qb", "side")
    repo.commit("2021-03-02", {"log.md": DAY_2})
    repo.git("checkout", "-q", "main")
    repo.commit("2021-03-03", {"other.md": "y\n"})
    repo.record("2021-03-09", "merge", "-q", "--no-ff", "-m", "x", "side")
    assert repo.headings()["Day 2"] == "2021-03-02"


def test_windows_line_ends_and_no_final_one(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": "# Log\r\n\r\n## Day 1\r\n\r\nBread."})
    repo.commit("2021-03-02", {"log.md": "# Log\r\n\r\n## Day 1\r\n\r\nBread.\r\n\r\n## Day 2\r\n\r\nRye."})
    dated = dict(repo.read("log.md").lines["log.md"])
    assert (dated[3], dated[7]) == ("2021-03-01", "2021-03-02")


def test_sections_of_a_topic_log_have_all_dates_of_their_lines(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": "# Notes\n\n## Nets\n\n- one\n"})
    repo.commit("2021-03-04", {"log.md": "# Notes\n\n## Nets\n\n- one\n- two\n\n## Trees\n\n- three\n"})
    dated = dict(repo.read("log.md").lines["log.md"])
    assert dated == {
        0: "2021-03-01", 1: "2021-03-01", 3: "2021-03-01", 5: "2021-03-01",
        6: "2021-03-04", 8: "2021-03-04", 10: "2021-03-04",
    }  # fmt: skip


def test_days_that_were_set_up_together_are_dated_by_their_first_line(repo: Repo) -> None:
    empty = "# Log\n\n" + "".join(f"## Day {n}\n\n- done:\n\n" for n in range(1, 6))
    repo.commit("2021-03-01", {"log.md": empty})
    text = empty
    for n in range(1, 5):
        text = text.replace(f"## Day {n}\n\n- done:", f"## Day {n}\n\n- done: {n} loaves")
        repo.commit(f"2021-03-0{n + 2}", {"log.md": text})
    assert [repo.headings()[f"Day {n}"] for n in range(1, 6)] == [
        "2021-03-03", "2021-03-04", "2021-03-05", "2021-03-06", "2021-03-01",
    ]  # fmt: skip
    assert codes(repo.read("log.md")) == ["git-batch"]
    assert repo.read("log.md").diagnostics[0].severity == "notice"


def test_a_log_that_came_in_one_commit_is_warned_of(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": "".join(f"## Day {n}\n\nBread {n}.\n\n" for n in range(1, 9))})
    assert [(one.code, one.severity) for one in repo.read("log.md").diagnostics] == [("git-batch", "warning")]
    repo.commit("2021-03-02", {"log.md": "".join(f"## Day {n}: {n} May 2020\n\nBread.\n\n" for n in range(1, 9))})
    assert [(one.code, one.severity) for one in repo.read("log.md").diagnostics] == [("git-batch", "notice")]


TEMPLATE = "# 100 Days - Log\n\n## Day 1\n\n**Did**: an example of what to write here\n\n## Day 2\n\n**Did**: another\n"


@pytest.mark.parametrize(("begun", "author"), [("2021-03-01", "A"), ("2018-05-03", "B")])
def test_a_forked_templates_commits_date_nothing(repo: Repo, begun: str, author: str) -> None:
    repo.commit("2018-05-01", {"log.md": TEMPLATE})
    repo.commit("2018-05-02", {"log.md": TEMPLATE.replace("100 Days", "A hundred days")})
    repo.commit(begun, {"log.md": "# My log\n\n## Day 1\n\n**Did**: baked white bread\n"}, author)
    repo.commit(
        "2021-03-05", {"log.md": "# My log\n\n## Day 1\n\n**Did**: baked white bread\n\n## Day 2\n\nRye\n"}, author
    )
    assert repo.headings()["Day 1"] == begun
    assert repo.headings()["Day 2"] == "2021-03-05"
    assert codes(repo.read("log.md")) == ["git-inherited"]


def test_a_shallow_clone_is_said_and_dates_nothing_falsely(repo: Repo, tmp_path: Path) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1})
    repo.commit("2021-03-02", {"log.md": DAY_1 + "More.\n"})
    repo.commit("2021-03-05", {"log.md": DAY_2})
    clone = Repo.__new__(Repo)
    clone.root = tmp_path / "clone"
    repo.git("clone", "-q", "--depth", "2", f"file://{repo.root}", str(clone.root))
    assert clone.headings() == {"Day 2": "2021-03-05"}
    said = clone.read("log.md").diagnostics
    assert [one.code for one in said] == ["git-shallow"]
    assert "newest 2 commits" in said[0].message
    assert "fetch-depth: 0" in said[0].hint


def test_what_is_not_committed_has_no_date(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1})
    (repo.root / "log.md").write_text(DAY_2.replace("Day 1", "Day 1: bread"), encoding="utf-8")
    (repo.root / "new.md").write_text("Rye.\n", encoding="utf-8")
    (repo.root / "newer.md").write_text("Rye.\n", encoding="utf-8")
    assert repo.headings() == {"Log": "2021-03-01", "Day 1: bread": "2021-03-01"}
    dates = repo.read("log.md", "new.md", "newer.md")
    assert sorted(dates.lines) == ["log.md"]
    assert [str(one) for one in dates.diagnostics] == [
        "new.md: notice: not committed yet (nor is 1 more file): git has no date for it [git-uncommitted]"
    ]


def test_without_a_repository_or_a_commit_it_is_said_once(tmp_path: Path, repo: Repo) -> None:
    (repo.root / "log.md").write_text(DAY_1, encoding="utf-8")
    assert [one.message for one in repo.read("log.md").diagnostics] == ["no dates from git: nothing was committed yet"]
    bare = Repo.__new__(Repo)
    bare.root = tmp_path / "bare"
    bare.root.mkdir()
    (bare.root / "log.md").write_text(DAY_1, encoding="utf-8")
    (said,) = bare.read("log.md").diagnostics
    assert (said.code, said.message) == (
        "git-unavailable",
        "no dates from git: the journal lies in no git repository",
    )
    assert history_of(bare.root) == ""


def test_without_git_it_is_said(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1})
    monkeypatch.setenv("PATH", "/nowhere")
    dates = repo.read("log.md")
    assert codes(dates) == ["git-unavailable"]
    assert dates.diagnostics[0].message == "no dates from git: git cannot be started: it does not exist"


def test_what_git_says_against_a_repository_is_passed_on(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1})
    (repo.root / ".git/HEAD").write_text("nonsense\n", encoding="utf-8")
    (said,) = repo.read("log.md").diagnostics
    assert said.code == "git-unavailable"
    assert said.message.startswith("no dates from git: git says: ")


def test_sources_that_do_not_ask_cost_nothing(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1})
    monkeypatch.setenv("PATH", "/nowhere")
    stamp = stamp_of((repo.root / "log.md").stat())
    found = Found(path="log.md", folder="log.md", log=True, stamp=stamp, options=SourceOptions())
    assert read_histories(repo.root, [found]) == Dates(lines={})


def test_the_repositorys_settings_start_no_programs(repo: Repo) -> None:
    repo.commit("2021-03-01", {"log.md": DAY_1, ".gitattributes": "*.md diff=evil\n"})
    touched = repo.root / "touched"
    evil = f"touch {touched}"
    for key in (
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "core.fsmonitor",
        "core.pager",
        "gpg.program",
    ):
        repo.git("config", key, evil)
    repo.git("config", "log.showSignature", "true")
    assert repo.headings()["Day 1"] == "2021-03-01"
    assert not touched.exists()


def test_settings_that_change_what_git_prints_change_nothing(repo: Repo) -> None:
    repo.commit("2021-03-01", {"L\u00f6g.md": DAY_1})
    repo.commit("2021-03-02", {"L\u00f6g.md": DAY_2})
    for key in ("diff.noprefix", "diff.mnemonicPrefix", "diff.relative", "log.decorate", "log.follow"):
        repo.git("config", key, "true")
    repo.git("config", "color.ui", "always")
    repo.git("config", "diff.context", "7")
    repo.git("config", "format.pretty", "oneline")
    assert repo.headings("L\u00f6g.md")["Day 2"] == "2021-03-02"
