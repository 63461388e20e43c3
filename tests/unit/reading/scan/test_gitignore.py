"""Whatever git ignores is ignored and nothing else, and no pattern takes long."""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from journal_site.reading.scan.gitignore import Ignored

_PIECES = [
    *("a", "a", "b", "ab", "x", ".md", "*", "*", "**", "***", "?", "/", "/", "/", "**/", "/**", "é", " ", "\\ ", "-"),
    *("[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[!]a]", "[a-", "[\\]]", "[é]", "[-a]", "[a-]", "[b-a]", "[a/b]"),
    *("[[:alpha:]]", "[[:foo:]]", "[:a]", "\\*", "\\a", "\\/", "\\", "!", "#"),
]
_NAMES = ["a", "b", "ab", "aab", "abc", "x", "a.md", "b.md", "-", "é", "a b", "c]", "*", "ba", "aXb", " ", "]", "\\"]


def _pattern(chance: random.Random) -> str:
    text = "".join(chance.choice(_PIECES) for _ in range(chance.randint(1, 6)))
    return chance.choice(["", "", "", "!"]) + text + chance.choice(["", "", "", "/", " ", "\\ ", "\r"])


def _fill(root: Path, chance: random.Random) -> None:
    for _ in range(14):
        folder = root.joinpath(*(chance.choice(_NAMES) for _ in range(chance.randint(0, 3))))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / chance.choice(_NAMES)).touch(exist_ok=False)
        except OSError:  # a file and a folder of one name
            continue
    folders = [root, *(path for path in sorted(root.rglob("*")) if path.is_dir())]
    for folder in [root, *chance.sample(folders, min(len(folders), 2))]:
        lines = [_pattern(chance) for _ in range(chance.randint(1, 4))]
        (folder / ".gitignore").write_text("\n".join(lines), encoding="utf-8", newline="")


@pytest.mark.skipif(os.name == "nt", reason="names that Windows does not have")
@pytest.mark.parametrize("seed", range(60))
def test_the_answers_are_those_of_git(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, os.devnull)
    root = tmp_path / "journal"
    root.mkdir()
    _fill(root, random.Random(seed))
    places = sorted(root.rglob("*"))
    paths = [place.relative_to(root).as_posix() for place in places]
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    asked = subprocess.run(
        ["git", "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=root, input="\0".join(paths).encode(), capture_output=True, check=False,
    )  # fmt: skip
    expected = {path for path in asked.stdout.decode().split("\0") if path}
    ignored = Ignored(root)
    for path, place in zip(paths, places, strict=True):
        if place.is_dir():
            ignored.enter(str(place), f"{path}/")
    given = {path for path, place in zip(paths, places, strict=True) if ignored(f"{path}/" if place.is_dir() else path)}
    assert given == expected


_SLOW = [
    "*a" * 30, "[ab]*" * 30 + "c", "?*" * 40 + "b", "***a" * 20, "*[ab]*[ab]" * 20 + "c", "*a*b" * 40 + "[!ab]",
    "**/*a" * 15, "**/a" * 30 + "/b", "a*/**/" * 15 + "b", "**/*a*b/" * 10 + "z", "*a" * 30 + "/x", "**\\/a" * 20,
    "[[:alpha:]]*" * 30 + "\\b", "/**/*" * 30 + "b", "**/" * 60 + "*b", "*/" * 60 + "**/b",
]  # fmt: skip


@pytest.mark.parametrize("pattern", _SLOW)
def test_no_pattern_takes_long(tmp_path: Path, pattern: str) -> None:
    (tmp_path / ".gitignore").write_text(f"{pattern}\n", encoding="utf-8")
    ignored = Ignored(tmp_path)
    started = time.process_time()
    for path in ("a" * 250, "a" * 250 + "!", "ab" * 125, "a/" * 120 + "c", "ab/" * 60 + "a" * 200, "aab" * 50):
        ignored(path)
    assert time.process_time() - started < 1


def test_what_lies_in_a_folder_that_is_ignored_is_ignored(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("private/\n*.log\n", encoding="utf-8")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/.gitignore").write_text("!a.log\n", encoding="utf-8")
    ignored = Ignored(tmp_path, "kept/b/c")
    paths = ["private/a.md", "private/", "private", "a.log", "kept/a.log", "kept/b/a.log", "kept/b.log"]
    assert list(map(ignored, paths)) == [True, True, False, True, False, False, True]
