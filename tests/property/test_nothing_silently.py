"""No text below a source is silent: each is an entry, a note, an introduction, a notebook, or named with its reason."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.engine.build import read_journal
from tests.site_test import SiteTest

pytestmark = pytest.mark.property
_KINDS = (".md", ".markdown", ".mdx", ".ipynb", ".qmd", ".Rmd", ".org", ".rst", ".txt", ".adoc")
_STEMS = (
    "rye", "2026-03-01", "2026-03-02-malt", "Day 4", "README", "index", "_index", "_draft", ".hidden", "LICENSE",
    "template", "CHANGELOG", "notes.old", "été", "rules",
)  # fmt: skip
_FOLDERS = (
    "a", "day-1", "2026", "_posts", "_drafts", ".notes", "templates", "static", "env", "private", "themes", "vendor",
    "public", "_site", "node", "Day 5", "deep",
)  # fmt: skip
_NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
_TEXTS = (
    b"Words.\n", b"# Rye\n\nWords.\n", b"", b"\n \n", b"<!-- nothing -->\n", b"---\ndraft: true\n---\nWords.\n",
    b"---\ntitle: {{title}}\ndate: {{date}}\n---\n", b"# Day 3\n", b"caf\xe9\n", b"%%only here%%\n",
    b"---\ndate: 2027-01-01\n---\nWords.\n", b"See [it](../a/rye.txt) and [that](rye.txt).\n", _NOTEBOOK.encode(),
    b"---\nkind: note\n---\nAn aside.\n", b"---\npublic: false\n---\nMine.\n", b"\xff\xfeW\x00",
)  # fmt: skip
_PATHS = st.builds(
    lambda folders, stem, kind: "/".join([*folders, stem + kind]),
    st.lists(st.sampled_from(_FOLDERS), max_size=3),
    st.sampled_from(_STEMS),
    st.sampled_from(_KINDS),
)
_SIGNS = st.lists(st.sampled_from(["hugo.toml", "_config.yml", "a/mkdocs.yml", "env/pyvenv.cfg", "x.csv"]), max_size=2)
_IGNORED = st.lists(st.sampled_from(["*.txt", "a/", "/rye.*", "2026", "!rye.md", "_*"]), max_size=2)
_SOURCES = st.sampled_from(["[entries]", "['.']", "['.', entries/_drafts]", "[entries/a, entries]"])


@given(st.dictionaries(_PATHS, st.sampled_from(_TEXTS), max_size=12), _SIGNS, _IGNORED, _SOURCES)
def test_every_text_is_shown_or_named(
    files: dict[str, bytes], signs: list[str], ignored: list[str], sources: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = SiteTest(Path(folder) / "journal", f"title: Bread\nsources: {sources}\n")
        for name in ("entries/a", "entries/_drafts"):
            (journal.root / name).mkdir(parents=True, exist_ok=True)
        for path, content in {**dict.fromkeys(signs, b""), ".gitignore": "\n".join(ignored).encode(), **files}.items():
            place = journal.root / "entries" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        written = {f"entries/{path}" for path in files}
        read = read_journal(journal.request())
    texts = [item.entry.source for item in (*read.index.items, *read.index.introduction)]
    held = {record.local for record in read.index.notebooks if record.local} | {path for _, path in read.index.assets}
    named = {one.path for one in read.left_out}
    assert all(one.reason for one in read.left_out)
    assert len(read.left_out) == len({(one.path, one.line) for one in read.left_out})
    packages = {path for path in named if path.endswith("/")}
    of_packages = {path for path in written if any(map(path.startswith, packages)) or _is_of_packages(path, signs)}
    assert {*texts, *held, *named} - packages == written - of_packages
    assert len(texts) + len(held - {*texts}) + len(named - packages - {*texts, *held}) == len(written - of_packages)


def _is_of_packages(path: str, signs: list[str]) -> bool:
    """Tell whether a text lies among Python's packages: their folder is named, and not even that if git ignores it."""
    return "env/pyvenv.cfg" in signs and PurePosixPath(path).parts[1] == "env"
