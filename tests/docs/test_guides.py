"""Each guide holds what it says: samples are written, commands run as they stand, and the site has its pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docs.make_reference import DOCS
from tests.docs.playing import TODAY, blocks_of, named_files, play, unlike

README = "../README.md"
PLAYED = sorted(
    path.relative_to(DOCS).as_posix()
    for path in DOCS.rglob("*.md")
    if any(block.kind == "sh" for block in blocks_of(path.read_text(encoding="utf-8")))
)
WAYS = ("hugo", "jekyll", "logseq", "mkdocs", "obsidian", "readme-log", "things-learned")
REMOTE = "https://github.com/you/my-journal.git"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return a reader's machine: this journal, a name for git, and a repository at a host that is a folder here."""
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    settings = tmp_path / "gitconfig"
    settings.write_text(
        f'[user]\nname = Ada\nemail = ada@example.org\n[url "{remote}"]\ninsteadOf = {REMOTE}\n', encoding="utf-8"
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "JOURNAL", "COV_"))}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        "SOURCE_DATE_EPOCH": TODAY,
        "GIT_AUTHOR_DATE": f"{TODAY} +0000",
        "GIT_COMMITTER_DATE": f"{TODAY} +0000",
        "TZ": "UTC",
        "NO_COLOR": "1",
    }


def test_each_way_of_coming_has_its_guide() -> None:
    assert {f"guides/{way}.md" for way in WAYS} | {"first-ten-minutes.md", "publishing.md"} <= set(PLAYED)


@pytest.mark.parametrize("document", [*PLAYED, README])
def test_a_document_is_played_as_it_stands(document: str, tmp_path: Path, environment: dict[str, str]) -> None:
    text = (DOCS / document).read_text(encoding="utf-8")
    played = play(text, tmp_path, environment)
    assert played
    assert [said for one in played if (said := unlike(one))] == []
    named = named_files(text)
    assert sorted(set(named) - frozenset[str]().union(*(one.site for one in played))) == []
    if document.startswith("guides/"):
        assert len(named) >= 2, "a guide names pages of the site that its sample gives"
