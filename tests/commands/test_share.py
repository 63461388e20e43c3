"""`journal share` in whole journals: which entry is meant, what is printed, and which forms are opened."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import pytest

from journal_site.cli import run

SETTINGS = "title: Learning bread\nurl: https://example.org/bread/\nchallenge: {name: 100DaysOfBread, days: 100}\n"
DAY = "---\ntitle: {title}\ndate: {date}\nday: {day}\ntags: [rye flour]\n---\nIt rose.\n"
NEWEST = "Day 2 of 100: Wheat\n\n#100DaysOfBread #RyeFlour\nhttps://example.org/bread/entries/wheat/\n"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767614400")  # 2026-01-05, noon in Greenwich


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for day, (name, date) in enumerate((("rye", "2026-01-04"), ("wheat", "2026-01-05")), start=1):
        text = DAY.format(title=name.title(), date=date, day=day)
        (tmp_path / "entries" / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def share(root: Path, *words: str) -> int:
    return run(["share", *words, "--source", str(root)])


@pytest.mark.parametrize("words", [[], ["wheat"], ["today"], ["2026-01-05"], ["2"], ["entries/wheat.md"], ["Wheat"]])
def test_ways_of_saying_which_entry(root: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert share(root, *words, "--to", "x") == 0
    assert capsys.readouterr() == (NEWEST, "")


def test_each_post_has_its_length(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert share(root, "1") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if " of " in line and line.endswith(")")] == [
        "X (68 of 280)",
        "LinkedIn (93 of 3000)",
        "Mastodon (78 of 500)",
        "Bluesky (93 of 300)",
    ]
    assert not (root / "_site").exists()


def test_posts_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert share(root, "--json", "--to", "mastodon") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["url"]) == ("wheat", "https://example.org/bread/entries/wheat/")
    (post,) = told["posts"]
    assert (post["to"], post["limit"]) == ("Mastodon", 500)
    assert "It rose." in post["text"]


def test_forms_are_opened(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(address)
        return "mastodon" not in address

    monkeypatch.setattr(webbrowser, "open", browse)
    assert share(root, "-q", "--open") == 0
    forms = ["x.com", "www.linkedin.com", "share.joinmastodon.org", "bsky.app"]
    assert [address.split("/")[2] for address in opened] == forms
    told = capsys.readouterr()
    assert told.out == ""
    assert "paste the post there" in told.err
    assert f"no browser could be opened; Mastodon: {opened[2]}" in told.err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("wheet", "did you mean 'wheat'?"),
        ("whea", "did you mean 'wheat'?"),
        ("2026-01-03", "there is no entry of 2026-01-03"),
        ("77", "say its id, such as 'wheat', its date, its day's number, or today"),
        ("oats", "'oats' is a draft, so its page is not in the site"),
        ("2026-01-09", "'barley' lies in days to come"),
    ],
)
def test_what_is_not_there(root: Path, word: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "entries" / "oats.md").write_text("---\ndate: 2026-01-02\ndraft: true\n---\nSoon.\n", encoding="utf-8")
    (root / "entries" / "barley.md").write_text("---\ndate: 2026-01-09\n---\nSoon.\n", encoding="utf-8")
    assert share(root, word) == 2
    assert said in capsys.readouterr().err
