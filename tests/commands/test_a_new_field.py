"""A field of front matter that is added as CONTRIBUTING says is read, shown, imported and set by `journal new`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_test import assert_same_tree, read_tree

ROOT = Path(__file__).resolve().parents[2]
LAST = '    Field("rest",'
ADDED = """\
    Field("mood", "text", "How it felt.", "feeling", on_page=True, option="How it felt."),
    Field("books", "texts", "What was read.", on_page=True, option="What was read."),
    Field("begun", "dates", "When it was begun.", on_page=True, option="When it was begun."),
    Field("stars", "number", "How good it was.", on_page=True, option="How good it was."),
    Field("outdoors", "yes-no", "Whether it was written outside.", on_page=True, option="It was written outside."),
"""
LABELS = """fields={"mood": "Mood", "books": "Books", "begun": "Begun", "stars": "Stars", "outdoors": "Outdoors"},"""
SHOWN = [
    "<span>Mood: great &amp; wide</span>",
    "<span>Books: Emma, It</span>",
    "<span>Begun: 3 January 2026</span>",
    "<span>Stars: 1,200</span>",
    "<span>Outdoors</span>",
]
POSTS = {
    "toml.md": '+++\ntitle = "T"\nfeeling = "great & wide"\nbooks = ["Emma", "It"]\nbegun = 2026-01-03\nstars = 1200\n'
    "outdoors = true\n+++\n\nText.\n",
    "json.md": '{\n"title": "J", "mood": "great & wide", "books": ["Emma", "It"], "begun": "2026-01-03",\n'
    '"stars": 1200, "outdoors": true\n}\n\nText.\n',
    "yaml.md": "---\ntitle: Y\nmood: great & wide\nbooks: Emma, It\nbegun: 2026-01-03\nstars: 1200\n"
    "outdoors: yes\n---\n\nText.\n",
}  # fmt: skip
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what runs a command of a program that has these fields, in a folder."""
    program = tmp_path_factory.mktemp("program")
    for folder in ("journal_site", "templates", "static"):
        shutil.copytree(ROOT / folder, program / folder)
    table = program / "journal_site/model/fields.py"
    text = table.read_text(encoding="utf-8")
    assert text.count(LAST) == 1
    table.write_text(text.replace(LAST, ADDED + LAST), encoding="utf-8")
    english = program / "journal_site/languages/table/en.py"
    said = english.read_text(encoding="utf-8")
    assert said.count("fields={},") == 1
    english.write_text(said.replace("fields={},", LABELS), encoding="utf-8")

    def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(program), "SOURCE_DATE_EPOCH": "1767614400", "NO_COLOR": "1"}
        command = [sys.executable, "-P", "-m", "journal_site", *words, "--source", str(root)]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    return run


def begin(root: Path, language: str = "en") -> Path:
    (root / "entries").mkdir(parents=True)
    (root / "site.yaml").write_text(f"title: Bread\nlanguage: {language}\n", encoding="utf-8")
    return root


def page(root: Path, name: str) -> str:
    return (root / "_site/entries" / name / "index.html").read_text(encoding="utf-8")


def test_new_sets_it_and_pages_show_it(journal: Run, tmp_path: Path) -> None:
    root = begin(tmp_path / "journal")
    typed = ["--mood", "great & wide", "--books", "Emma,It", "--begun", "2026-01-03", "--stars", "1200", "--outdoors"]
    assert journal(root, "new", "--no-edit", *typed).returncode == 0
    text = (root / "entries/2026-01-05.md").read_text(encoding="utf-8")
    assert text == (
        '---\ndate: 2026-01-05\nmood: "great & wide"\nbooks: [Emma, It]\nbegun: 2026-01-03\nstars: 1200\n'
        "outdoors: true\n---\n\n"
    )  # fmt: skip
    (root / "entries/2026-01-05.md").write_text(text + "Text.\n", encoding="utf-8")
    assert journal(root, "build", "-j", "1").returncode == 0
    assert [line for line in page(root, "2026-01-05").splitlines() if line in SHOWN] == SHOWN


def test_a_changed_value_makes_the_page_anew(journal: Run, tmp_path: Path) -> None:
    root = begin(tmp_path / "journal")
    for name, text in POSTS.items():
        (root / "entries" / name).write_text(text, encoding="utf-8")
    assert journal(root, "build", "-j", "1").returncode == 0
    for name, text in POSTS.items():
        assert all(shown in page(root, name.removesuffix(".md")) for shown in SHOWN), name
        (root / "entries" / name).write_text(text.replace("great & wide", "tired"), encoding="utf-8")
    assert journal(root, "build", "-j", "1").returncode == 0
    incremental = read_tree(root / "_site")
    assert "<span>Mood: tired</span>" in page(root, "toml")
    shutil.rmtree(root / "_site")
    assert journal(root, "build", "-j", "1", "--clean").returncode == 0
    assert_same_tree(incremental, read_tree(root / "_site"))


def test_import_takes_it_along(journal: Run, tmp_path: Path) -> None:
    root = begin(tmp_path / "journal", "de")
    (tmp_path / "posts").mkdir()
    for name, text in POSTS.items():
        (tmp_path / "posts" / name).write_text(text, encoding="utf-8")
    done = journal(root, "import", str(tmp_path / "posts"))
    assert done.returncode == 0, done.stderr
    assert journal(root, "build", "-j", "1").returncode == 0
    for name in POSTS:
        shown = page(root, name.removesuffix(".md"))
        assert all(mark in shown for mark in (SHOWN[0], SHOWN[1], SHOWN[4])), name
        assert "<span>Begun: 3. Januar 2026</span>" in shown, "a label that a language lacks is the English one"


def test_what_does_not_fit_is_told(journal: Run, tmp_path: Path) -> None:
    root = begin(tmp_path / "journal")
    done = journal(root, "new", "--no-edit", "--stars", "many")
    assert (done.returncode, list((root / "entries").iterdir())) == (2, [])
    assert "'stars' must be a whole number, and is the text 'many'" in " ".join(done.stderr.split())
    (root / "entries/x.md").write_text("---\ntitle: x\nmoood: good\nstars: [1]\n---\nText.\n", encoding="utf-8")
    told = journal(root, "build", "-j", "1").stderr
    assert "did you mean 'mood'?" in told
    assert "entries/x.md:4:8: warning: 'stars' must be a whole number" in told


def test_a_log_has_no_place_for_it(journal: Run, tmp_path: Path) -> None:
    root = begin(tmp_path / "journal")
    (root / "site.yaml").write_text("title: Bread\nsources: [LOG.md]\n", encoding="utf-8")
    log = "# Log\n\n## Day 1: 3 January 2026\n\nRye.\n\n## Day 2: 4 January 2026\n\nOats.\n"
    (root / "LOG.md").write_text(log, encoding="utf-8")
    done = journal(root, "new", "--no-edit", "--mood", "great")
    assert (done.returncode, (root / "LOG.md").read_text(encoding="utf-8")) == (1, log)
    assert "LOG.md: error: days in a log have no front matter for 'mood' [new-unclear]" in done.stderr
