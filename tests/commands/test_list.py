"""`journal list` names every text once with what becomes of it, and says why what stays at home does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from journal_site.cli import run

FILES = {
    "2026-03-01": "---\ntags: [rye]\n---\nFed the starter.\n",
    "2026-03-02": "---\ntags: [rye]\ndraft: true\n---\nNot done.\n",
    "2026-03-03": "---\nprivate: true\n---\nMine alone.\n",
    "2026-03-04": "---\ntitle: Empty\n---\n",
    "2026-03-05": "---\nexpires: 2026-03-06\n---\nFor a day.\n",
    "2026-04-01": "---\ntags: [Wheat]\n---\nTo come.\n",
    "2026-04-02": "---\ndraft: true\n---\nTo come, and a draft.\n",
    "crust": "A crust, some day.\n",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773144000")  # 2026-03-10
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    for name, text in FILES.items():
        (tmp_path / "entries" / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "entries" / "LICENSE.md").write_text("Mine.\n", encoding="utf-8")
    return tmp_path


def listed(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert run(["list", *words, "--json", "--source", str(root)]) == 0
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        ((), ["2026-03-01", "crust"]),
        (("--drafts",), ["2026-03-02", "2026-04-02"]),
        (("--private",), ["2026-03-03"]),
        (("--blank",), ["2026-03-04"]),
        (("--ended",), ["2026-03-05"]),
        (("--future",), ["2026-04-01", "2026-04-02"]),
        (("--undated",), ["crust"]),
        (("--left-out",), ["LICENSE"]),
        (("--private", "--blank"), ["2026-03-03", "2026-03-04"]),
        (("--topic", "Rye"), ["2026-03-01"]),
        (("--topic", "rye", "--drafts"), ["2026-03-02"]),
        (("--topic", "wheat"), []),
    ],
)
def test_each_kind_is_listed(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], stems: list[str]
) -> None:
    assert sorted(Path(one["path"]).stem for one in listed(root, capsys, *words)) == stems


def test_every_text_is_in_one_list_or_another(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kinds = ("--drafts", "--private", "--blank", "--ended", "--future", "--left-out")
    told = [*listed(root, capsys), *listed(root, capsys, *kinds)]
    assert sorted(Path(one["path"]).stem for one in told) == sorted([*FILES, "LICENSE"])
    assert all(bool(one["reason"]) != ("published" in one["states"]) for one in told)


def test_people_read_date_title_place_and_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--drafts", "--source", str(root)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "2026-03-02  2026-03-02  entries/2026-03-02.md:1  (a draft)",
        "2026-04-02  2026-04-02  entries/2026-04-02.md:1  (a draft, dated in the future (2026-04-02))",
    ]
    assert said.err == "2 texts\n"
    assert run(["list", "-q", "--source", str(root)]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_topic_that_is_none_is_told_with_the_nearest(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--topic", "rie", "--source", str(root)]) == 2
    said = capsys.readouterr().err
    assert "site.yaml: error: there is no topic 'rie' [topic-unknown]" in said
    assert "did you mean 'rye'?" in said


def test_what_is_no_option_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--draft", "--source", str(root)]) == 2
    assert "--drafts" in capsys.readouterr().err
