"""`journal publish` against repositories of this machine: what arrives, and that nothing is lost whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journal_site.cli import run
from journal_site.publishing.git_plumbing import Plumbing

TODAY = "1767614400"  # 2026-01-05, noon in Greenwich


def git(folder: Path, *words: str) -> str:
    told = ["git", "-C", str(folder), "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *words]
    return subprocess.run(told, check=True, capture_output=True, text=True).stdout.strip()


class Home:
    """A journal in a clone of a bare repository, pushed."""

    def __init__(self, folder: Path) -> None:
        self.remote, self.root = folder / "remote.git", folder / "journal"
        git(folder, "init", "-q", "--bare", "-b", "main", str(self.remote))
        git(folder, "clone", "-q", str(self.remote), str(self.root))
        git(self.root, "checkout", "-q", "-b", "main")
        self.write("site.yaml", "title: Bread\nsearch: false\n")
        self.write(".gitignore", "_site/\n.journal/\n")
        self.write("entries/2026-01-01.md", "Rye.\n")
        git(self.root, "add", "-A")
        git(self.root, "commit", "-qm", "Begin")
        git(self.root, "push", "-q", "origin", "main")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def publish(self, *words: str) -> int:
        return run(["publish", "-q", "--source", str(self.root), *words])

    def branch(self, name: str = "gh-pages") -> list[str]:
        """Return the branch's commits on the remote, the newest first."""
        return git(self.remote, "rev-list", name).split()

    def file(self, path: str, branch: str = "gh-pages") -> str:
        return git(self.remote, "show", f"{branch}:{path}")

    def other(self, folder: Path, files: dict[str, str], branch: str = "gh-pages") -> None:
        """Let somebody else push to the branch."""
        git(folder, "clone", "-q", "-b", branch, str(self.remote), "other")
        for path, text in files.items():
            (folder / "other" / path).write_text(text, encoding="utf-8")
        git(folder / "other", "add", "-A")
        git(folder / "other", "commit", "-qm", "Mine")
        git(folder / "other", "push", "-q", "origin", branch)
        shutil.rmtree(folder / "other")

    def state(self) -> tuple[object, ...]:
        """Return all that must stay as it is: branches, what is checked out, the index, the files."""
        kept = [line for line in git(self.root, "show-ref").splitlines() if not line.endswith("origin/gh-pages")]
        files = {path: path.read_bytes() for path in self.root.rglob("*") if path.is_file() and _is_own(path)}
        return kept, git(self.root, "symbolic-ref", "HEAD"), git(self.root, "status", "--porcelain"), files


def _is_own(path: Path) -> bool:
    return not {".git", ".journal", "_site"} & set(path.parts)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    return Home(tmp_path)


def test_a_site_arrives_whole_and_again_only_where_it_changed(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    before = home.state()
    assert home.publish() == 0
    assert home.state() == before
    files = {
        path.relative_to(home.root / "_site").as_posix() for path in (home.root / "_site").rglob("*") if path.is_file()
    }
    assert set(git(home.remote, "ls-tree", "-r", "--name-only", "gh-pages").split("\n")) == files - {".journal-site"}
    assert home.file("index.html") == (home.root / "_site/index.html").read_text(encoding="utf-8").strip()
    assert len(home.branch()) == 1
    assert home.publish() == 0
    assert len(home.branch()) == 1
    home.write("entries/2026-01-02.md", "Wheat.\n")
    assert run(["publish", "--source", str(home.root)]) == 0
    assert "with texts that are not committed" in capsys.readouterr().out
    assert len(home.branch()) == 2
    assert "Wheat" in home.file("entries/2026-01-02/index.html")
    assert git(home.remote, "fsck", "--strict") == ""


def test_a_dry_run_leaves_no_trace(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    objects = sorted((home.root / ".git/objects").rglob("*"))
    assert run(["publish", "--dry-run", "--source", str(home.root)]) == 0
    assert "would be published" in capsys.readouterr().out
    assert git(home.remote, "branch", "--list", "gh-pages") == ""
    assert sorted((home.root / ".git/objects").rglob("*")) == objects


def test_the_domain_that_the_host_wrote_is_kept(home: Home, tmp_path: Path) -> None:
    assert home.publish() == 0
    home.other(tmp_path, {"CNAME": "bread.example.org\n"})
    home.write("entries/2026-01-02.md", "Wheat.\n")
    assert home.publish() == 0
    assert home.file("CNAME") == "bread.example.org"
    assert len(home.branch()) == 3
    home.write("site.yaml", "title: Bread\nsearch: false\ncname: rye.example.org\n")
    assert home.publish() == 0
    assert home.file("CNAME") == "rye.example.org"


def test_commits_of_others_are_kept_and_told(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert home.publish() == 0
    home.other(tmp_path, {"hand.html": "Made by hand"})
    before = home.branch()
    home.write("entries/2026-01-02.md", "Wheat.\n")
    assert home.publish() == 2
    assert "commits that journal did not make [publish-foreign]" in capsys.readouterr().err
    assert home.branch() == before
    assert home.publish("-f") == 0
    assert home.branch()[1:] == before  # on top of them: nothing is lost
    assert git(home.remote, "show", f"{before[0]}:hand.html") == "Made by hand"


def test_a_branch_that_holds_the_journal_is_left_alone(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    git(home.root, "push", "-q", "origin", "main:gh-pages")
    assert home.publish() == 2
    assert home.publish("-f") == 2
    assert "the branch 'gh-pages' holds the journal itself [publish-sources]" in capsys.readouterr().err
    assert home.branch() == home.branch("main")
    assert home.publish("--branch", "main", "-f") == 2
    assert home.publish("--branch", "web/site") == 0
    assert home.file("index.html", "web/site")


def test_a_remote_that_moved_meanwhile_is_not_forced(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.publish() == 0
    home.write("entries/2026-01-02.md", "Wheat.\n")
    ordinary = Plumbing.run

    def moved(self: Plumbing, *words: str, **more: str) -> str:
        if words[0] == "push":
            home.other(tmp_path, {"hand.html": "Made by hand"})
        return ordinary(self, *words, **more)

    monkeypatch.setattr(Plumbing, "run", moved)
    before = home.state()
    assert home.publish() == 1
    assert "somebody published at the same time, so nothing was [publish-moved]" in capsys.readouterr().err
    assert home.state() == before
    assert home.file("hand.html") == "Made by hand"


def test_a_build_with_errors_publishes_nothing(home: Home) -> None:
    home.write("entries/2026-01-02.md", "---\ntitle: [\n---\nWheat.\n")
    assert home.publish() == 1
    assert git(home.remote, "branch", "--list", "gh-pages") == ""


def test_what_stays_at_home_is_not_published_by_a_build_beside_it(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that shows drafts writes into the same folder, just as the site is taken from it."""
    home.write("entries/2026-01-02.md", "---\ndraft: true\n---\nMy secret.\n")
    ordinary, disturbed = Plumbing.run, [True]

    def beside(self: Plumbing, *words: str, **more: str) -> str:
        if words[0] == "hash-object" and disturbed and disturbed.pop():
            assert run(["build", "-q", "-D", "-j", "1", "--source", str(home.root)]) == 0
        return ordinary(self, *words, **more)

    monkeypatch.setattr(Plumbing, "run", beside)
    assert home.publish() == 0
    assert "secret" not in git(home.remote, "log", "-p", "gh-pages")
    disturbed[:] = [True, True, True, True]
    home.write("entries/2026-01-03.md", "Oats.\n")
    assert home.publish() == 1
    assert "another build goes on writing the site [publish-busy]" in capsys.readouterr().err
    assert "secret" not in git(home.remote, "log", "-p", "gh-pages")


@pytest.mark.parametrize("prepare", ["dirty", "staged", "detached", "worktree", "branch", "subfolder", "shallow"])
def test_the_repository_stays_as_it_was(home: Home, tmp_path: Path, prepare: str) -> None:
    assert home.publish() == 0
    match prepare:
        case "dirty":
            home.write("entries/2026-01-01.md", "Rye, changed.\n")
            home.write("notes.txt", "Not known to git.\n")
        case "staged":
            home.write("entries/2026-01-01.md", "Rye, changed.\n")
            git(home.root, "add", "-A")
        case "detached":
            git(home.root, "commit", "-q", "--allow-empty", "-m", "More")
        case "worktree":
            git(home.root, "fetch", "-q")
            git(home.root, "worktree", "add", "-q", str(tmp_path / "tree"), "gh-pages")
        case "branch":
            git(home.root, "branch", "gh-pages", "main")  # of the same name, and with other things in it
        case "subfolder":
            (home.root / "log").mkdir()
            git(home.root, "mv", "site.yaml", "entries", "log/")
            git(home.root, "commit", "-qm", "Move")
        case "shallow":
            shutil.rmtree(home.root)
            git(tmp_path, "clone", "-q", "--depth", "1", f"file://{home.remote}", str(home.root))
    before = home.state()
    where = home.root / "log" if prepare == "subfolder" else home.root
    (where / "entries/2026-01-03.md").write_text("Oats.\n", encoding="utf-8")
    assert run(["publish", "-q", "--source", str(where)]) == 0
    (where / "entries/2026-01-03.md").unlink()
    assert home.state() == before
    assert "Oats" in home.file("entries/2026-01-03/index.html")
    assert len(home.branch()) == 2


def _calls(home: Home, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often git is asked for something while a site is published anew."""
    ordinary, seen = Plumbing.run, [0]

    def counted(self: Plumbing, *words: str, **more: str) -> str:
        seen[0] += 1
        return ordinary(self, *words, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Plumbing, "run", counted)
        assert home.publish() == 0
    return seen[0]


@pytest.mark.parametrize("done", [False, True])
def test_an_end_between_any_two_steps_leaves_all_as_it_was(
    home: Home, monkeypatch: pytest.MonkeyPatch, *, done: bool
) -> None:
    ordinary = Plumbing.run
    home.write("entries/2026-01-02.md", "Wheat 0.\n")
    calls = _calls(home, monkeypatch)
    assert calls > 10
    for last in range(1, calls + 1):
        home.write("entries/2026-01-02.md", f"Wheat {last}.\n")
        before, branch, seen = home.state(), home.branch(), [0]

        def ending(self: Plumbing, *words: str, **more: str) -> str:
            seen[0] += 1  # noqa: B023 - it is called within the round
            if seen[0] == last and not done:  # noqa: B023
                raise KeyboardInterrupt
            try:
                return ordinary(self, *words, **more)
            finally:
                if seen[0] == last:  # noqa: B023
                    raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(Plumbing, "run", ending)
            status = home.publish()
        assert (status, home.state()) == (130 if seen[0] >= last else 0, before)
        assert home.branch() == branch or home.branch()[1:] == branch
        assert home.publish() == 0
        assert f"Wheat {last}" in home.file("entries/2026-01-02/index.html")
    assert git(home.remote, "fsck", "--strict") == ""


@pytest.mark.skipif(os.name == "nt", reason="the program that stands for git is a script of the shell")
@pytest.mark.parametrize("step", ["hash-object", "write-tree", "push"])
def test_a_program_that_is_killed_leaves_all_as_it_was(home: Home, tmp_path: Path, step: str) -> None:
    assert home.publish() == 0
    home.write("entries/2026-01-02.md", "Wheat.\n")
    before, branch = home.state(), home.branch()
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin/git"
    fake.write_text(
        f'#!/bin/sh\nfor word; do [ "$word" = {step} ] && kill -9 $PPID && exit 1; done\n'
        f'exec {shutil.which("git")} "$@"\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    killed = subprocess.run(
        [sys.executable, "-m", "journal_site", "publish", "--source", str(home.root)],
        env={**os.environ, "PATH": f"{fake.parent}:{os.environ['PATH']}"},
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert (home.state(), home.branch()) == (before, branch)
    assert home.publish() == 0
    assert home.branch()[1:] == branch


def test_a_user_whom_git_does_not_know_can_publish(home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    git(home.root, "config", "user.useConfigOnly", "true")
    assert home.publish() == 0
    assert git(home.remote, "log", "-1", "--format=%an %cn", "gh-pages") == "journal journal"


def test_codeberg_serves_another_branch(home: Home) -> None:
    git(home.root, "config", f"url.{home.remote}.insteadOf", "https://codeberg.org/ada/bread.git")
    git(home.root, "remote", "set-url", "origin", "https://codeberg.org/ada/bread.git")
    assert home.publish() == 0
    assert home.file("index.html", "pages")


@pytest.mark.parametrize(
    ("settings", "words", "address"),
    [
        ("", [], "https://ada.github.io/bread/"),
        ("url: https://ada.example.org/\n", [], "https://ada.example.org/"),
        ("", ["--base-url", "https://b.example.org/"], "https://b.example.org/"),
    ],
)
def test_the_first_time_tells_where_the_site_will_be_and_what_is_to_be_done_there(
    home: Home, settings: str, words: list[str], address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever began without a repository has no `url`, and gets a feed all the same."""
    home.write("site.yaml", f"title: Bread\nsearch: false\n{settings}")
    git(home.root, "config", f"url.{home.remote}.insteadOf", "https://github.com/ada/bread.git")
    git(home.root, "remote", "set-url", "origin", "https://github.com/ada/bread.git")
    assert run(["publish", "--source", str(home.root), *words]) == 0
    told = capsys.readouterr().out.splitlines()[-2:]
    once = 'Once: choose "Deploy from a branch" and gh-pages under Settings › Pages.'
    assert told == [f"Its address: {address}", once]
    assert f"{address}entries/2026-01-01/" in home.file("feed.xml")
    home.write("entries/2026-01-02.md", "Malt.\n")
    assert run(["publish", "--source", str(home.root), *words]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Its address: {address}"


def test_what_git_refuses_is_told(home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    hook = home.remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    assert home.publish() == 1
    assert "[publish-refused]" in capsys.readouterr().err
    git(home.root, "remote", "remove", "origin")
    assert home.publish() == 2
    assert "no remote 'origin' [publish-no-remote]" in capsys.readouterr().err
    copy = tmp_path / "copy"
    shutil.copytree(home.root, copy, ignore=shutil.ignore_patterns(".git"))
    assert run(["publish", "--source", str(copy)]) == 2
    assert "in no repository of git [publish-no-git]" in capsys.readouterr().err
