"""`journal check` finds what is wrong and nothing else, tells people and programs, and mends what is safe."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from journal_site.cli import run
from journal_site.config.codes import CHECKS, check_of

ROOT = Path(__file__).resolve().parents[2]
GARBLED = "The crust is cafÃ© brown."
LONG = (
    "One long text of the starter, the flour, the water, the salt and the oven, which anyone would know, word for word."
)


LOG = "# Log\n\n## Day 1: 2025-11-01\n\nRye.\n\n## Day 2: 2024-11-02\n\nRye.\n\n## Day 3: 2025-11-03\n\nRye.\n"
SETTINGS = "title: Bread\nsources: [entries, log.md]\navatar: me.jpg\ncards: true\nmenu: [recipes]\n"
NOTEBOOK = json.dumps({
    "nbformat": 4, "nbformat_minor": 5, "metadata": {},
    "cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Alone"}],
})  # fmt: skip


class Fault(NamedTuple):
    """One thing that is wrong, and where it must be found."""

    code: str
    path: str
    line: int
    text: str


def day(number: int, text: str, front: str = "") -> str:
    head = f"---\n{front}\n---\n" if front else ""
    return f"{head}# Loaf {number}\n\n{text}\n"


FAULTS = [
    Fault("link-missing", "entries/2026-02-01.md", 3, day(1, "See [it](gone.pdf).")),
    Fault("link-missing", "entries/2026-02-02.md", 3, day(2, "See [it](2025-01-01.md).")),
    Fault("link-missing", "entries/2026-02-03.md", 3, day(3, "See [it](empty/).")),
    Fault("link-unpublished", "entries/2026-02-04.md", 3, day(4, "See [it](2026-01-02.md).")),
    Fault("wikilink-missing", "entries/2026-02-05.md", 3, day(5, "See [[Pretzel]].")),
    Fault("wikilink-ambiguous", "entries/2026-02-06.md", 3, day(6, "See [[Twin]].")),
    Fault("notebook-missing", "entries/2026-02-07.md", 3, day(7, "See [it](gone.ipynb).")),
    Fault("anchor-missing", "entries/2026-02-08.md", 3, day(8, "See [it](#crumb).")),
    Fault("anchor-missing", "entries/2026-02-09.md", 3, day(9, "See [it](2026-02-01.md#crumb).")),
    Fault("image-missing", "entries/2026-02-10.md", 3, day(10, "![A loaf](gone.png)")),
    Fault("image-unreadable", "entries/2026-02-11.md", 3, day(11, "![A loaf](broken.png)")),
    Fault("image-alt", "entries/2026-02-12.md", 3, day(12, "![](loaf.png)")),
    Fault("image-alt", "entries/2026-02-13.md", 3, day(13, '<img src="loaf.png">')),
    Fault("picture-orphaned", "entries/pictures/orphan.png", 0, ""),
    Fault("notebook-orphaned", "entries/orphan.ipynb", 0, NOTEBOOK),
    Fault("notebook-broken", "entries/broken.ipynb", 0, "<!doctype html><p>no"),
    Fault("text-garbled", "entries/2026-02-14.md", 3, day(14, GARBLED)),
    Fault("text-garbled", "entries/2026-02-15.md", 3, day(15, "The oven â€“ hot.")),
    Fault("draft-forgotten", "entries/2026-01-02.md", 1, day(102, "Not done.", "draft: true")),
    Fault("day-blank", "entries/2026-01-03.md", 1, "---\ntitle: Empty\n---\n"),
    Fault("day-gap", "entries/2026-02-18.md", 1, day(18, "Counted.", "day: 6")),
    Fault("day-gap", "entries/2026-02-20.md", 1, day(20, "Counted.", "day: 9")),
    Fault("day-repeated", "entries/2026-02-19.md", 1, day(19, "Counted.", "day: 6")),
    Fault("text-repeated", "entries/2026-02-22.md", 1, LONG),
    Fault("math-invalid", "entries/2026-02-23.md", 3, day(23, r"It is $\frac{1$ and so.")),
    Fault("table-row-cut", "entries/2026-02-24.md", 5, day(24, "| a | b |\n| - | - |\n| 1 | 2 | 3 |")),
    Fault("front-matter-unknown", "entries/2026-02-25.md", 2, day(25, "Rye.", "tgas: rye")),
    Fault("front-matter-type", "entries/2026-02-26.md", 2, day(26, "Rye.", "minutes: many")),
    Fault("front-matter-comment", "entries/2026-02-27.md", 2, day(27, "Rye.", "description: rye #bread")),
    Fault("html-left-out", "entries/2026-02-28.md", 3, day(28, '<div onclick="x()">bread</div>')),
    Fault("alias-taken", "entries/2026-03-01.md", 1, day(31, "Rye.", "aliases: [/entries/2026-02-01/]")),
    Fault("syntax-unknown", "entries/2026-03-02.md", 3, day(32, '{{< figure src="loaf.jpg" >}}')),
    Fault("topic-merged", "entries/2026-03-03.md", 1, day(33, "Rye.", "tags: [sour-dough]")),
    Fault("diagram-plain", "entries/2026-03-04.md", 3, day(34, "```mermaid\nmindmap\n  a\n```")),
    Fault("date-order", "log.md", 7, LOG),
    Fault("file-heavy", "entries/heavy.png", 0, ""),
    Fault("avatar-missing", "site.yaml", 0, SETTINGS),
    Fault("cards-without-url", "site.yaml", 0, SETTINGS),
    Fault("menu-unknown", "site.yaml", 0, SETTINGS),
    Fault("template-unused", "templates/hme.html", 0, "<p>never</p>\n"),
    Fault("script-kept-out", "templates/head_extra.html", 1, "<script>alert(1)</script>\n"),
]
SOUND = {
    "entries/2026-01-04.md": day(4, "A twin.", "title: Twin"),
    "entries/2026-01-05.md": day(5, "Another.", "title: Twin"),
    "entries/2026-01-06.md": day(6, "![A loaf](loaf.png) and ![A loaf](heavy.png)"),
    "entries/2026-01-07.md": day(7, "See [it](broken.ipynb).", "tags: [Sour Dough]"),
    "entries/2026-02-17.md": day(17, "Counted.", "day: 3"),
    "entries/2026-02-21.md": LONG,
    "entries/empty/.keep": "",
}


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773144000")  # 2026-03-10
    for path, text in {**SOUND, **{one.path: one.text for one in FAULTS}}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        if not path.endswith(".png"):
            (tmp_path / path).write_text(text, encoding="utf-8")
    for name in ("loaf", "pictures/orphan"):
        Image.new("RGB", (8, 8)).save(tmp_path / f"entries/{name}.png")
    (tmp_path / "entries/broken.png").write_bytes(b"no picture")
    heavy = tmp_path / "entries/heavy.png"
    Image.new("RGB", (9, 9)).save(heavy)
    heavy.write_bytes(heavy.read_bytes() + bytes(10_000_000))
    return tmp_path


def checked(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    run(["check", *words, "--json", "--source", str(root)])
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["diagnostics"]
    return told


def test_each_planted_fault_is_found_and_nothing_else(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = sorted((one["code"], one["path"], one["line"] or 0) for one in checked(faulty, capsys))
    planted = sorted((one.code, one.path, one.line) for one in FAULTS)
    assert (sorted(set(planted) - set(found)), sorted(set(found) - set(planted))) == ([], [])
    assert found == planted
    assert len(FAULTS) > 40
    assert {check_of(one.code) for one in FAULTS} == {check.name for check in CHECKS} - {"web"}


def test_the_demo_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(ROOT, capsys) == []


def test_a_check_is_asked_for_by_its_name(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for check in CHECKS:
        if check.name != "web":
            wanted = sorted(one.code for one in FAULTS if one.code in check.codes)
            assert sorted(one["code"] for one in checked(faulty, capsys, check.name)) == wanted
    assert run(["check", "linsk", "--source", str(faulty)]) == 2
    assert "'links'" in capsys.readouterr().err


def test_warnings_end_with_one_notices_with_nothing(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "links", "--source", str(faulty)]) == 1
    assert (
        "entries/2026-02-01.md:3:6: warning: the file 'gone.pdf' does not exist [link-missing]"
        in capsys.readouterr().err
    )
    assert run(["check", "gaps", "--source", str(faulty)]) == 0
    assert "notice: days 4 to 5 are missing between 3 and 6 [day-gap]" in capsys.readouterr().err
    assert run(["check", "gaps", "-q", "--source", str(faulty)]) == 0
    assert capsys.readouterr() == ("", "")


def test_quiet_codes_are_not_told(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (faulty / "site.yaml").write_text(f"{SETTINGS}quiet: [day-gap, day-blank]\n", encoding="utf-8")
    assert checked(faulty, capsys, "gaps") == []


def test_nothing_is_written(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in faulty.rglob("*") if path.is_file()}
    checked(faulty, capsys)
    after = {path: path.read_bytes() for path in faulty.rglob("*") if path.is_file() and ".journal" not in path.parts}
    assert after == before


def test_github_shows_each_beside_its_line(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--format", "github", "--source", str(faulty)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(FAULTS)
    form = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+(,col=\d+)?,title=[a-z-]+::.+")
    assert [line for line in lines if not form.fullmatch(line)] == []


def test_sarif_names_a_rule_and_a_place_for_each(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--format", "sarif", "--source", str(faulty)])
    (told,) = json.loads(capsys.readouterr().out)["runs"]
    rules = [rule["id"] for rule in told["tool"]["driver"]["rules"]]
    assert {rules[one["ruleIndex"]] for one in told["results"]} == {one["ruleId"] for one in told["results"]}
    places = [one["locations"][0]["physicalLocation"] for one in told["results"]]
    found = sorted((place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places)
    assert found == sorted((one.path, one.line or 1) for one in FAULTS)
    assert {one["level"] for one in told["results"]} <= {"error", "warning", "note"}


MENDED = {
    "entries/2026-02-01.md": "---\nday: 1\n---\n\nThe cafÃ© and `cafÃ©`, [it](tables/flour.csv), ![A](<b c.png>).\n",
    "entries/2026-02-02.md": "\ufeffSee [two](twice.csv), `flour.csv`, [it](flour.csv#a) and\r\n[it](flour.csv).\r\n",
}
RIGHT = {
    "entries/2026-02-01.md": "---\nday: 1\n---\n\nThe café and `cafÃ©`, [it](tables/flour.csv), ![A](<b c.png>).\n",
    "entries/2026-02-02.md": MENDED["entries/2026-02-02.md"].replace("\n[it](flour", "\n[it](kept/flour"),
}


def test_what_is_safe_is_mended_and_all_else_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    for path in ("kept/flour.csv", "one/twice.csv", "two/twice.csv"):
        (tmp_path / "entries" / path).parent.mkdir(parents=True)
        (tmp_path / "entries" / path).write_text("rye,2\n", encoding="utf-8")
    for path, text in MENDED.items():
        (tmp_path / path).write_bytes(text.encode("utf-8"))
    assert run(["check", "--fix", "--source", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert {path: (tmp_path / path).read_bytes().decode("utf-8") for path in RIGHT} == RIGHT
    assert "mended entries/2026-02-01.md:5: decoded rightly" in said.out
    assert "mended entries/2026-02-02.md:2: flour.csv is kept/flour.csv" in said.out
    run(["check", "--fix", "--source", str(tmp_path)])
    assert "mended" not in capsys.readouterr().out


def test_what_is_wrongly_said_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    for words in (["--format", "xml"], ["--timeout", "0"], ["--pause", "-1"], ["--fixx"]):
        assert run(["check", *words, "--source", str(tmp_path)]) == 2
        assert words[0][:5] in capsys.readouterr().err
