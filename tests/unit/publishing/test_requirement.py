"""What pip is told to install elsewhere: pinned, and nothing of this machine or of who is logged in."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from journal_site.publishing.requirement import requirement_of

COMMIT = "0123456789" * 4
DIGEST = "ab" * 32


@pytest.mark.parametrize(
    ("record", "requirement"),
    [
        (None, "journal-site==1.2"),
        (
            {"url": "https://github.com/ada/journal", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"journal-site @ git+https://github.com/ada/journal@{COMMIT}",
        ),
        (
            {"url": "https://ada:secret@github.com/ada/journal", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"journal-site @ git+https://github.com/ada/journal@{COMMIT}",
        ),
        (
            {"url": "https://example.org/j-1.2.whl?token=secret", "archive_info": {"hashes": {"sha256": DIGEST}}},
            f"journal-site @ https://example.org/j-1.2.whl#sha256={DIGEST}",
        ),
        ({"url": "https://example.org/j-1.2.whl", "archive_info": {}}, ""),
        ({"url": "file:///home/ada/j-1.2.whl", "archive_info": {"hashes": {"sha256": DIGEST}}}, ""),
        ({"url": "file:///home/ada/journal", "dir_info": {"editable": True}}, ""),
        ({"url": "ssh://git@github.com/ada/journal", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "https://github.com/a/j", "vcs_info": {"vcs": "git", "commit_id": "main; echo"}}, ""),
        ({"url": 'https://github.com/a/"j', "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "https://example.org/hg", "vcs_info": {"vcs": "hg", "commit_id": COMMIT}}, ""),
        ({}, ""),
        ([], ""),
    ],
)
def test_a_record_gives_what_pip_installs(record: object, requirement: str) -> None:
    assert requirement_of(None if record is None else json.dumps(record), "1.2") == requirement


def test_a_record_that_is_none_says_nothing() -> None:
    assert requirement_of("not JSON", "1.2") == ""


def test_a_checkout_counts_by_its_commit_once_its_remote_has_it(tmp_path: Path) -> None:
    def git(*words: str | Path) -> str:
        told = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *map(str, words)]
        return subprocess.run(told, check=True, capture_output=True, text=True).stdout.strip()

    bare, clone = tmp_path / "bare.git", tmp_path / "clone"
    git("init", "-q", "--bare", "-b", "main", bare)
    git("clone", "-q", bare, clone)
    (clone / "a.txt").write_text("a", encoding="utf-8")
    git("-C", clone, "add", ".")
    git("-C", clone, "commit", "-qm", "Begin")
    record = json.dumps({"url": clone.as_uri(), "dir_info": {"editable": True}})
    assert requirement_of(record, "1.2") == ""  # not pushed
    git("-C", clone, "push", "-q", "origin", "HEAD:main")
    git("-C", clone, "remote", "set-url", "origin", "git@example.org:ada/journal.git")
    commit = git("-C", clone, "rev-parse", "HEAD")
    assert requirement_of(record, "1.2") == f"journal-site @ git+https://example.org/ada/journal@{commit}"
    (clone / "a.txt").write_text("b", encoding="utf-8")
    assert requirement_of(record, "1.2") == ""  # changed
