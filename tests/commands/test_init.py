"""`journal init` makes a journal of an empty folder, or of one with a log, and touches nothing that is there."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
import time_machine
import yaml

from journal_site.cli import run
from journal_site.config import read_config

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

UNDATED = "# Thirty loaves :bread:\n\nOne a day.\n\n## Day1:\nRye.\n\n## Day2:\nWheat.\n"
YEARLESS = "# Loaves\n\nOne a day.\n\n### 2 January\nRye.\n\n### 1 January\nWheat.\n"
DATED = "# [Loaves](https://example.org)\n\n## Day 1: 2026-01-01\nRye.\n\n## Day 2: 2026-01-02\nWheat.\n"
MORE = f"{UNDATED}\n## Day3:\nOats.\n"
LONGER = f"{DATED}\n## Day 3: 2026-01-03\nOats.\n"
NOTES = "# What I *know*\n\n## Rye\n\nDark.\n\n## Wheat\n\nLight.\n"


def built(root: Path) -> dict[str, Any]:
    assert run(["build", "-q", "-j", "1", "--source", str(root)]) == 0
    record: dict[str, Any] = json.loads((root / "_site/journal.json").read_text(encoding="utf-8"))
    return record


@pytest.mark.parametrize(
    ("log", "title", "entries", "advice"),
    [
        (UNDATED, "Thirty loaves 🍞", 2, ["dates: git", "dates: consecutive"]),
        (YEARLESS, "Loaves", 2, ["year: "]),
        (DATED, "Loaves", 2, []),
        (NOTES, "What I know", 0, []),
        ("No title at all.\n", "My log", 0, []),
    ],
)
def test_a_journal_around_a_log(tmp_path: Path, log: str, title: str, entries: int, advice: list[str]) -> None:
    root = tmp_path / "my-log"
    root.mkdir()
    (root / "README.md").write_text(log, encoding="utf-8")
    assert run(["init", "-q", "--from", "README.md", str(root)]) == 0
    assert (root / "README.md").read_text(encoding="utf-8") == log
    assert not (root / "entries").exists()
    assert [spec.path for spec in read_config(root).sources] == ["README.md"]
    record = built(root)
    assert (record["site"]["title"], sum(one["kind"] == "entry" for one in record["entries"])) == (title, entries)
    shown = [line for line in (root / "site.yaml").read_text(encoding="utf-8").split("\n") if "# sources:" in line]
    assert [word in line for line, word in zip(shown, advice, strict=True)] == [True] * len(advice)


@pytest.mark.parametrize("log", [UNDATED, YEARLESS])
def test_each_line_that_site_yaml_suggests_is_valid(tmp_path: Path, log: str) -> None:
    (tmp_path / "README.md").write_text(log, encoding="utf-8")
    assert run(["init", "-q", str(tmp_path)]) == 0
    lines = (tmp_path / "site.yaml").read_text(encoding="utf-8").split("\n")
    suggested = [line.removeprefix("# ") for line in lines if line.startswith("# sources:")]
    rest = [line for line in lines if "sources:" not in line]
    for line in suggested:
        (tmp_path / "site.yaml").write_text("\n".join([*rest, line]), encoding="utf-8")
        (spec,) = read_config(tmp_path).sources
        assert spec.options.dates or spec.options.year
        assert log == YEARLESS or spec.options.dates == "git" or built(tmp_path)["entries"][0]["date"] == "2026-01-01"
    assert suggested


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real logs are not here")
@pytest.mark.parametrize(
    ("seed", "title", "entries"),
    [
        ("000", "100daysofNLP", 16),
        ("001", "100daysofNLP", 3),
        ("002", "Deep Learning Experiments", 0),
        ("003", "100 Days of ML", 17),
        ("004", "Learning language models", 0),
    ],
)
def test_the_real_logs(tmp_path: Path, seed: str, title: str, entries: int) -> None:
    (path,) = SEEDS.glob(f"{seed}_*")
    (tmp_path / "README.md").write_bytes(path.read_bytes())
    assert run(["init", "-q", "--from", "README.md", str(tmp_path)]) == 0
    assert ("year: " in (tmp_path / "site.yaml").read_text(encoding="utf-8")) == (seed == "003")
    assert ("consecutive" in (tmp_path / "site.yaml").read_text(encoding="utf-8")) == (seed in {"000", "001"})
    record = built(tmp_path)
    assert record["site"]["title"] == title
    assert sum(one["kind"] == "entry" for one in record["entries"]) == entries


def test_what_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("title: Mine\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_bytes(b"*.log\n_site/")
    assert run(["init", str(tmp_path)]) == 0
    assert (tmp_path / "site.yaml").read_text(encoding="utf-8") == "title: Mine\n"
    assert (tmp_path / ".gitignore").read_bytes() == b"*.log\n_site/\n.journal/\n"
    told = capsys.readouterr().out
    assert "kept     site.yaml" in told
    assert "changed  .gitignore" in told
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert (tmp_path / ".gitignore").read_bytes() == b"*.log\n_site/\n.journal/\n"


def test_a_title_that_yaml_would_misread_is_quoted(tmp_path: Path) -> None:
    assert run(["init", "-q", "--title", "No: 2026 # a year\tof bread", str(tmp_path / "j")]) == 0
    assert read_config(tmp_path / "j").title == "No: 2026 # a year\tof bread"


def test_the_folder_is_named_so_that_a_shell_understands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "my bread")]) == 0
    assert f"cd '{tmp_path / 'my bread'}' && journal serve" in capsys.readouterr().out


def test_a_log_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "LOG.md").write_bytes(b"# Brot\n\n## Tag 1\nGew\xfcrz.\n")
    assert run(["init", "--from", "LOG.md", str(tmp_path)]) == 1
    assert "LOG.md:4:4: error: not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("sources", ["README.md", "{path: log.md, year: 2026}"])
def test_no_entry_is_begun_that_no_source_names(tmp_path: Path, sources: str) -> None:
    (tmp_path / "site.yaml").write_text(f"title: Mine\nsources: [{sources}]\n", encoding="utf-8")
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert not (tmp_path / "entries").exists()


def test_no_first_entry_is_begun_beside_others(tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries/mine.md").write_text("Rye.\n", encoding="utf-8")
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert [path.name for path in (tmp_path / "entries").iterdir()] == ["mine.md"]


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


DAYS = {f"daily/2026-01-0{day}.md": f"# Loaf {day}\n\nRye.\n" for day in (1, 2, 3)}
TOPICS = {
    f"{topic}/{name}.md": f"# {name}\n\nA thing.\n" for topic in ("rye", "oven", "salt") for name in ("a", "b", "c")
}
VAULT = {".obsidian/app.json": "{}", "Rye.md": "Dark. #bread\n", "Oven.md": "![[Rye]]\n"}
MANUAL = {f"docs/{name}.md": f"# {name}\n\nHow to.\n" for name in ("install", "use", "faq")} | {"README.md": "# Tool\n"}


@pytest.mark.parametrize(
    ("files", "sources", "entries"),
    [
        (DAYS, ["daily/"], 3),
        (DAYS | {"README.md": DATED}, ["README.md", "daily/"], 5),
        (DAYS | {"copy.md": "# Tool\n\nNothing.\n"}, ["daily/"], 3),
        ({"README.md": UNDATED, "old.md": UNDATED}, ["README.md"], 2),
        ({f"{one}/log.md": LONGER.replace("2026", f"202{one}") for one in range(5)}, ["."], 15),
        (
            {"log.md": LONGER}
            | {f"intl/{one}/log.md": f"# Log\n\n## Day {one}: 2026-02-0{one}\n\nRye.\n" for one in (1, 2)}
            | {f"intl/{one}/rules.md": "Rules.\n" for one in range(9)},
            ["log.md"],
            3,
        ),
        ({"r1-log.md": MORE, "r2-log.md": MORE}, ["r1-log.md", "r2-log.md"], 6),
        (TOPICS, [{"path": ".", "dialect": ["topics"]}], 9),
        (VAULT, [{"path": ".", "dialect": ["obsidian"]}], 2),
    ],
)
def test_a_journal_is_set_up_where_it_is(
    tmp_path: Path, files: dict[str, str], sources: list[object], entries: int, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, files)
    assert run(["init", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "found    a journal in " in told
    assert f"{entries} entries" in told
    assert yaml.safe_load((tmp_path / "site.yaml").read_text(encoding="utf-8"))["sources"] == sources
    assert not (tmp_path / "entries").exists()
    assert sum(one["kind"] == "entry" for one in built(tmp_path)["entries"]) == entries


RELEASES = "# News\n\n" + "".join(f"## Version 1.{minor} (2026-01-0{minor})\n\nMore.\n\n" for minor in range(1, 6))


@pytest.mark.parametrize("more", [{}, {"docs/faq.md": RELEASES}, {"mkdocs.yml": "site_name: Tool\n"}])
def test_what_holds_no_days_is_left_alone_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: dict[str, str]
) -> None:
    write(tmp_path, MANUAL | more)
    assert run(["init", str(tmp_path)]) == 0
    assert "4 texts here hold no days, so this journal begins empty" in capsys.readouterr().out
    assert len(built(tmp_path)["entries"]) == 1


def test_an_empty_journal_begins_where_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, DAYS)
    assert run(["init", "-q", "--empty", str(tmp_path)]) == 0
    assert len(built(tmp_path)["entries"]) == 1
    assert run(["init", "--empty", "--from", "daily", str(tmp_path)]) == 2


def test_a_folder_is_read_whole_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, MANUAL)
    assert run(["init", "-q", "--from", "docs", str(tmp_path)]) == 0
    assert [spec.path for spec in read_config(tmp_path).sources] == ["docs"]
    assert len(built(tmp_path)["entries"]) == 3


def test_what_is_named_must_be_there_and_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "j").mkdir()
    assert run(["init", "--from", "nothing.md", str(tmp_path / "j")]) == 2
    assert "there is no 'nothing.md'" in capsys.readouterr().err
    write(tmp_path, {"README.md": DATED})
    assert run(["init", "--from", str(tmp_path / "README.md"), str(tmp_path / "j")]) == 2
    assert f"hint: name the journal's folder: journal init {tmp_path}" in capsys.readouterr().err
    write(tmp_path, {"j/site.yaml": "title: Mine\n", "j/README.md": DATED})
    assert run(["init", "--from", "README.md", str(tmp_path / "j")]) == 2
    assert "has a site.yaml already" in capsys.readouterr().err


@pytest.mark.parametrize(("zone", "there"), [("Pacific/Auckland", "2026-11-28"), ("America/Los_Angeles", "2026-11-27")])
def test_the_first_day_is_published_whatever_day_it_is_where_the_site_is_built(
    tmp_path: Path, zone: str, there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Morning in Auckland is the day before in UTC, where GitHub's machines are."""
    with time_machine.travel("2026-11-27T20:44Z", tick=False):
        monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)  # it asks once in a process
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert run(["init", "-q", str(tmp_path)]) == 0
        monkeypatch.setenv("TZ", "UTC")
        time.tzset()
        (entry,) = built(tmp_path)["entries"]
    assert entry["date"] == there


@pytest.mark.parametrize("versioned", [True, False])
def test_who_has_no_repository_is_told_to_make_one_with_the_branch_that_publishes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, versioned: bool
) -> None:
    if versioned:
        subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path)], check=True)
    assert run(["init", str(tmp_path)]) == 0
    assert ("(git init -b main)" in capsys.readouterr().out) is not versioned
    workflow = yaml.safe_load((tmp_path / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    assert workflow[True]["push"]["branches"] == ["main"]


def test_pages_of_a_graph_count_as_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A journal's `pages/` holds pages beside it, and Logseq's what the graph is made of."""
    days = {f"journals/2026_01_0{day}.md": "- Rye, see [[Malt]]\n" for day in (1, 2)}
    write(tmp_path, {"logseq/config.edn": "{}", "pages/Malt.md": "- Sweet\n", **days})
    assert run(["init", str(tmp_path)]) == 0
    assert "holds    3 entries from 2026-01-01 to 2026-01-02, 1 without a date" in capsys.readouterr().out


def test_a_journal_in_a_folder_of_a_repository_says_in_which(tmp_path: Path) -> None:
    for words in (["init", "-q", "-b", "main"], ["remote", "add", "origin", "git@github.com:ada/bread.git"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    write(tmp_path, {"notes/log/README.md": DATED})
    root = tmp_path / "notes" / "log"
    assert run(["init", "-q", str(root)]) == 0
    assert read_config(root).repo_folder == "notes/log"
    built(root)
    page = next((root / "_site/entries").glob("*/index.html")).read_text(encoding="utf-8")
    assert "https://github.com/ada/bread/edit/main/notes/log/README.md" in page


def test_git_tells_the_year_that_no_date_says(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": YEARLESS})
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    when = {**os.environ, "GIT_AUTHOR_DATE": "2021-03-04T00:00Z", "GIT_COMMITTER_DATE": "2021-03-04T00:00Z"}
    for words in (["init", "-q"], ["add", "README.md"], ["commit", "-qm", "Loaves"]):
        subprocess.run([*git, *words], check=True, env=when)
    assert run(["init", "-q", str(tmp_path)]) == 0
    assert {one["date"] for one in built(tmp_path)["entries"]} == {"2021-01-01", "2021-01-02"}
