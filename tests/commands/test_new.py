"""`journal new` in whole journals: what is made, where, and what the next build then reads."""

from __future__ import annotations

import datetime as dt
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_site.beginning.entry_text import entry_text
from journal_site.beginning.new_entry import plan_new_entry
from journal_site.cli import run
from journal_site.commands.editor import editor_words
from journal_site.engine.build import read_journal
from journal_site.engine.inputs import BuildRequest
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.read import read_front_matter
from journal_site.reading.front_matter.split import split_front_matter

TODAY = dt.date(2026, 1, 5)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767614400")  # 2026-01-05, noon in Greenwich
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def journal(root: Path, files: dict[str, str], settings: str = "title: Learning bread\n") -> Path:
    for path, text in {"site.yaml": settings, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def new(root: Path, *words: str) -> str:
    """Begin an entry; return the path of the one file that is new or changed."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".journal" not in path.parts}
    assert run(["new", *words, "--no-edit", "--source", str(root)]) == 0
    after = [path for path in root.rglob("*") if path.is_file() and ".journal" not in path.parts]
    changed = [path for path in after if before.get(path) != path.read_bytes()]
    assert len(changed) == 1
    return changed[0].relative_to(root).as_posix()


def newest(root: Path) -> tuple[dt.date | None, int | None, str]:
    index = read_journal(BuildRequest(root=root, drafts=True, future=True, blank="all")).index
    entry = [item.entry for item in index.items if item.entry.kind == "entry"][-1]
    return entry.date, entry.day, entry.title


DAYS = "---\ntitle: {title}\ndate: {date}\nday: {day}\n---\nText.\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["entries/2026-01-02-rye.md", "entries/2026-01-03-wheat.md"], "entries/2026-01-05-oats.md"),
        (["entries/2025/12/30.md", "entries/2026/01/03.md"], "entries/2026/01/05.md"),
        (["entries/2026/2026-01-02.md", "entries/2026/2026-01-03.md"], "entries/2026/2026-01-05.md"),
        (["entries/2026_01_02.md", "entries/2026_01_03.md"], "entries/2026_01_05.md"),
        (["entries/20260102-rye.md", "entries/20260103-wheat.md"], "entries/20260105-oats.md"),
        (["entries/2026/January/02.md", "entries/2026/January/03.md"], "entries/2026/January/05.md"),
    ],
)
def test_a_file_is_named_as_the_others_are(tmp_path: Path, files: list[str], expected: str) -> None:
    root = journal(tmp_path, dict.fromkeys(files, "Flour and water.\n"))
    assert new(root, "--title", "Oats") == expected
    assert newest(root)[0] == TODAY


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["entries/day1.md", "entries/day2.md"], "entries/day3.md"),
        (["entries/day-09-rye.md", "entries/day-10-wheat.md"], "entries/day-11-oats.md"),
        (["entries/Day01/README.md", "entries/Day02/README.md"], "entries/Day03/README.md"),
        (["entries/round2/day4.md", "entries/round2/day5.md"], "entries/round2/day6.md"),
    ],
)
def test_numbered_files_go_on(tmp_path: Path, files: list[str], expected: str) -> None:
    root = journal(tmp_path, dict.fromkeys(files, "Flour and water.\n"))
    path = new(root, "--title", "Oats")
    assert path == expected
    assert "date: 2026-01-05" in (root / path).read_text(encoding="utf-8")


def test_posts_keep_what_their_front_matter_has_in_common(tmp_path: Path) -> None:
    post = "---\nlayout: post\ntitle: Rye\ncategories: bread\nmathjax: true\n---\nText.\n"
    root = journal(tmp_path, {f"_posts/2026-01-0{day}-rye.md": post for day in (1, 2, 3)}, "title: B\nsources: [.]\n")
    text = (root / new(root, "--title", "Oats: a trial", "--tags", "oats,no")).read_text(encoding="utf-8")
    assert text == (
        '---\ntitle: "Oats: a trial"\ndate: 2026-01-05\ntags: [oats, "no"]\nlayout: post\nmathjax: true\n---\n\n'
    )


def test_daily_notes_without_front_matter_get_none(tmp_path: Path) -> None:
    root = journal(tmp_path, {f"journals/2026_01_0{day}.md": "- wrote\n" for day in (1, 2)}, "title: B\nsources: [.]\n")
    path = new(root)
    assert (path, (root / path).read_text(encoding="utf-8")) == ("journals/2026_01_05.md", "- \n")
    root = journal(tmp_path / "b", {f"entries/2026-01-0{day}.md": f"# 0{day}.01.2026\n\nText.\n" for day in (1, 2)})
    assert (root / new(root)).read_text(encoding="utf-8") == "# 05.01.2026\n\n"


def test_days_are_numbered_where_they_are(tmp_path: Path) -> None:
    root = journal(tmp_path, {"entries/2026-01-01.md": DAYS.format(title="Rye", date="2026-01-01", day=7)})
    new(root, "--title", "Oats")
    assert newest(root) == (TODAY, 8, "Oats")
    new(root, "2026-01-06", "--day", "20", "--title", "Barley")
    assert newest(root) == (dt.date(2026, 1, 6), 20, "Barley")


def test_a_new_round_counts_anew(tmp_path: Path) -> None:
    first = {
        f"entries/2025-12-{n:02}.md": DAYS.format(title="Rye", date=f"2025-12-{n:02}", day=n) for n in range(1, 11)
    }
    second = {f"entries/2026-01-0{n}.md": DAYS.format(title="Oats", date=f"2026-01-0{n}", day=n) for n in (1, 2)}
    root = journal(tmp_path, first | second)
    new(root)
    assert newest(root)[1] == 3


def test_days_are_not_numbered_where_they_are_not_unless_a_challenge_counts_them(tmp_path: Path) -> None:
    files = {"entries/2026-01-01.md": "Flour.\n", "entries/2026-01-02.md": "Water.\n"}
    root = journal(tmp_path / "a", files)
    new(root)
    assert newest(root)[:2] == (TODAY, None)
    root = journal(tmp_path / "b", files, "title: Bread\nchallenge: {name: 30 days of bread, days: 30}\n")
    new(root)
    assert newest(root)[:2] == (TODAY, 3)


@pytest.mark.parametrize(
    ("word", "date"), [("yesterday", "2026-01-04"), ("today", "2026-01-05"), ("2025-12-24", "2025-12-24")]
)
def test_dates_in_words(tmp_path: Path, word: str, date: str) -> None:
    assert new(journal(tmp_path, {}), word) == f"entries/{date}.md"


def test_the_day_is_that_of_the_journals_time_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    root = journal(tmp_path, {}, "title: Bread\ntimezone: Pacific/Kiritimati\n")
    with time_machine.travel(dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC), tick=False):
        assert new(root) == "entries/2026-01-06.md"


def test_nothing_is_overwritten_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = journal(tmp_path, {"entries/2026-01-05.md": "Mine.\n"})
    assert run(["new", "--no-edit", "--source", str(root)]) == 1
    assert "[new-exists]" in capsys.readouterr().err
    assert (root / "entries/2026-01-05.md").read_text(encoding="utf-8") == "Mine.\n"
    assert new(root, "-f") == "entries/2026-01-05.md"


def test_a_log_grows_in_place(tmp_path: Path) -> None:
    log = "# Bread\n\n## Day 1: 2026-01-01\n\nRye.\n\n## Day 2: 2026-01-02\n\nWheat.\n"
    root = journal(tmp_path, {"LOG.md": log}, "title: Bread\nsources: [LOG.md]\n")
    (root / "LOG.md").chmod(0o640)
    assert new(root, "--title", "Oats") == "LOG.md"
    assert (root / "LOG.md").read_text(encoding="utf-8") == log + "\n## Day 3: 2026-01-05 - Oats\n"
    assert (root / "LOG.md").stat().st_mode & 0o777 == 0o640
    assert newest(root)[:2] == (TODAY, 3)
    assert run(["new", "--no-edit", "--source", str(root)]) == 1  # the day has begun


def test_a_day_that_has_just_begun_is_shown_in_the_preview(tmp_path: Path) -> None:
    log = "# Bread\n\n## Day 1: 2026-01-01\n\nRye.\n\n## Day 2: 2026-01-02\n\nWheat.\n"
    root = journal(tmp_path, {"LOG.md": log}, "title: Bread\nsources: [LOG.md]\n")
    new(root)
    begun = read_journal(BuildRequest(root=root, blank="today")).index.items[-1].entry
    assert (begun.day, begun.date) == (3, TODAY)
    assert [one["day"] for one in pages(root)["entries"]] == [1, 2]
    later = read_journal(BuildRequest(root=root, blank="today", today=dt.date(2026, 1, 6))).index
    assert [item.entry.day for item in later.items] == [1, 2]


def test_a_document_without_days_gets_a_folder_for_them(tmp_path: Path) -> None:
    notes = "# Bread\n\n## Rye\n\nDark.\n\n## Wheat\n\nLight.\n"
    settings = "title: Bread\nsources:\n  - NOTES.md # all I have\nauthor: A. Baker\n"
    root = journal(tmp_path, {"NOTES.md": notes}, settings)
    assert run(["new", "--no-edit", "--source", str(root)]) == 0
    assert (root / "site.yaml").read_text(encoding="utf-8") == settings.replace("have\n", "have\n  - entries/\n")
    assert (root / "entries/2026-01-05.md").is_file()
    assert (root / "NOTES.md").read_text(encoding="utf-8") == notes
    assert newest(root)[0] == TODAY


def test_an_entry_goes_to_the_folder_of_its_topic(tmp_path: Path) -> None:
    files = {"bread/rye.md": "# Rye\n\nDark.\n", "soup/leek.md": "# Leek\n\nGreen.\n"}
    root = journal(tmp_path, files, "title: Today I learned\nsources: [.]\n")
    assert new(root, "--title", "Kale", "--tags", "soup") == "soup/2026-01-05-kale.md"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["content/posts/rye.md", "content/posts/malt/index.md"], "content/posts/2026-01-05.md"),
        (["content/posts/rye.md", "content/notes/malt.md"], "2026-01-05.md"),
    ],
)
def test_an_entry_goes_to_where_the_newest_lie(tmp_path: Path, paths: list[str], expected: str) -> None:
    """Names without dates say nothing of the next name, and their folder says where it is to lie."""
    texts = {path: f"---\ndate: 2026-01-0{n}\n---\nText.\n" for n, path in enumerate(paths, start=1)}
    root = journal(tmp_path, {"about.md": "Me.\n", **texts}, 'title: Bread\nsources: ["."]\n')
    assert new(root) == expected


def test_a_broken_entry_does_not_keep_one_from_writing(tmp_path: Path) -> None:
    root = journal(tmp_path, {"entries/2026-01-02.md": "---\ntitle: [\n---\nText.\n"})
    assert new(root) == "entries/2026-01-05.md"


@pytest.mark.parametrize("name", ["plain", "with spaces", "tägliches 日記", "-dash", "a'b\"c"])
def test_init_then_new_then_build(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / name)
    assert run(["init", "-q"]) == 0
    assert run(["new", "--no-edit", "-q", "--title", "Second: a day"]) == 0
    assert [one["day"] for one in pages(Path())["entries"]] == [1]
    with Path("entries/2026-01-05-second-a-day.md").open("a", encoding="utf-8") as file:
        file.write("More.\n")
    assert [(one["day"], one["title"]) for one in pages(Path())["entries"]][1] == (1, "Second: a day")


def test_the_editor_opens_at_the_line(tmp_path: Path) -> None:
    root = journal(tmp_path, {"LOG.md": "# B\n\n## Day 1: 2026-01-01\n\nRye.\n\n## Day 2: 2026-01-02\n\nWheat.\n"},
                   "title: Bread\nsources: [LOG.md]\n")  # fmt: skip
    script = tmp_path / "vim"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(tmp_path / 'words')!r}, 'w').write(' '.join(sys.argv[1:]))\n"
    )
    script.chmod(0o755)
    assert run(["new", "-q", "--editor", f"'{script}' -n", "--source", str(root)]) == 0
    assert (tmp_path / "words").read_text() == f"-n +13 {root / 'LOG.md'}"
    lines = (root / "LOG.md").read_text(encoding="utf-8").split("\n")
    assert lines[10:13] == ["## Day 3: 2026-01-05", "", ""]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("nano", ["nano", "+7", "a b.md"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.md:7"]),
        ("hx", ["hx", "a b.md:7"]),
        ("'/opt/my editor/emacs' -nw", ["/opt/my editor/emacs", "-nw", "+7", "a b.md"]),
        ("unknown", ["unknown", "a b.md"]),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(command: str, expected: list[str]) -> None:
    assert editor_words(command, Path("a b.md"), 7) == expected


texts = st.text(max_size=60)


@settings(max_examples=300)
@given(title=texts, tags=st.lists(texts, max_size=4))
def test_what_the_scaffold_writes_reads_back(title: str, tags: list[str]) -> None:
    title = " ".join(title.encode("utf-8", "replace").decode().replace("\0", "").split())
    tags = [tag for raw in tags if (tag := " ".join(raw.encode("utf-8", "replace").decode().replace("\0", "").split()))]
    text = entry_text(FrontMatter(title=title, date=TODAY, day=7, tags=tuple(tags)))
    front, body, _ = split_front_matter(text)
    known, diagnostics = read_front_matter(front, "entries/x.md")
    assert not diagnostics
    assert (known.title or "", known.date, known.day, body) == (title, TODAY, 7, "\n")
    named = [tag[1:].strip() if tag.startswith("#") and len(tag) > 1 else tag for tag in tags]  # a hashtag is its name
    assert list(known.tags) == list(dict.fromkeys(named))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1, max_size=40), tags=st.lists(st.text(min_size=1, max_size=20), max_size=3))
def test_what_new_writes_read_reads(tmp_path_factory: pytest.TempPathFactory, title: str, tags: list[str]) -> None:
    root = journal(tmp_path_factory.mktemp("journal"), {})
    words = [word.replace(",", " ") for word in tags]
    assert run(["new", "-q", "--no-edit", f"--title={title}", f"--tags={','.join(words)}", "--source", str(root)]) == 0
    index = read_journal(BuildRequest(root=root, blank="all")).index
    (item,) = index.items
    said = " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in title).split())
    assert item.entry.date == TODAY
    assert not said or item.entry.title == said


def numbered(root: Path, *words: str) -> tuple[str, int | None]:
    text = (root / new(root, *words)).read_text(encoding="utf-8")
    front, _, _ = split_front_matter(text)
    told = next((line.removeprefix("day: ") for line in front.splitlines() if line.startswith("day: ")), None)
    return text, int(told) if told else None


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025-12-31", 3),  # before the first of all, whose number leaves room
        ("2026-01-02", 5),  # the calendar goes on by one a day between its neighbours
        ("2026-01-04", None),  # 7 and 8 follow each other: none is free
        ("2026-01-05", 8),  # a second entry is of the same day
        ("2026-01-06", 9),
    ],
)
def test_a_day_that_is_written_late_has_the_number_between_its_neighbours(
    tmp_path: Path, date: str, day: int | None
) -> None:
    kept = {"2026-01-01": 4, "2026-01-03": 6, "2026-01-03-b": 7, "2026-01-05": 8}
    files = {
        f"entries/{when}-rye.md": DAYS.format(title="Rye", date=when[:10], day=number) for when, number in kept.items()
    }
    root = journal(tmp_path, files)
    assert numbered(root, date, "--title", "Oats")[1] == day


def test_right_after_init_each_day_has_a_number_that_the_build_does_not_complain_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "-q", str(tmp_path)]) == 0
    days = {date: numbered(tmp_path, date, "--title", f"On {date}")[1] for date in ("yesterday", "today", "tomorrow")}
    assert days == {"yesterday": None, "today": 1, "tomorrow": 2}
    assert "2026-01-05 has an entry already: entries/2026-01-05-first-day.md" in capsys.readouterr().err
    for path in (tmp_path / "entries").iterdir():
        path.write_text(path.read_text(encoding="utf-8") + "Bread.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["build", "--strict", "-F", "-j", "1", "--source", str(tmp_path)]) == 0
    assert "warning" not in capsys.readouterr().err


def test_a_second_entry_of_a_day_is_asked_for_at_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = journal(tmp_path, {"entries/2026-01-05-rye.md": "Rye.\n"})
    monkeypatch.setattr("journal_site.commands.editor.at_terminal", lambda: True)
    answers = iter([False, True])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "y" if next(answers) else "n")
    assert run(["new", "--no-edit", "--title", "Oats", "--source", str(root)]) == 130
    assert not (root / "entries/2026-01-05-oats.md").exists()
    assert run(["new", "--no-edit", "--title", "Oats", "--source", str(root)]) == 0
    assert (root / "entries/2026-01-05-oats.md").exists()


def pages(root: Path) -> dict[str, Any]:
    assert run(["build", "-q", "-j", "1", "--source", str(root)]) == 0
    record: dict[str, Any] = json.loads((root / "_site/journal.json").read_text(encoding="utf-8"))
    return record


def test_an_entry_in_which_nothing_is_written_counts_for_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Except where it says that it was a day of rest, how long it took, or shows a picture."""
    head = "---\ndate: 2026-01-0{day}\n{more}---\n\n"
    more = {1: "title: Rye\n", 2: "rest: true\n", 3: "minutes: 20\n", 4: "image: rye.png\n", 5: "tags: [rye]\n"}
    files = {f"entries/2026-01-0{day}.md": head.format(day=day, more=text) for day, text in more.items()}
    root = journal(tmp_path, files | {"entries/day-9.md": "", "entries/2026-01-03-oats.md": "Oats.\n"})
    record = pages(root)
    assert [one["date"] for one in record["entries"]] == ["2026-01-02", "2026-01-03", "2026-01-03", "2026-01-04"]
    assert record["streaks"]["active_days"] == 2
    assert run(["build", "-v", "-j", "1", "--source", str(root)]) == 0
    told = capsys.readouterr().out
    for name in ("2026-01-01.md", "2026-01-05.md", "day-9.md"):
        assert f"left out: entries/{name}" in told
    (root / "entries/2026-01-05.md").write_text(files["entries/2026-01-05.md"] + "Rye.\n", encoding="utf-8")
    assert pages(root)["streaks"]["active_days"] == 3


def test_a_preview_shows_the_entry_that_today_begins(tmp_path: Path) -> None:
    root = journal(
        tmp_path, {"entries/2026-01-04.md": "---\nday: 1\n---\n", "entries/2026-01-05.md": "---\nday: 2\n---\n"}
    )
    index = read_journal(BuildRequest(root=root, blank="today")).index
    assert [item.entry.date for item in index.items] == [TODAY]
    assert index.streaks.active_days == 0
    assert [item.entry.day for item in read_journal(BuildRequest(root=root, blank="all")).index.items] == [1, 2]


def test_what_somebody_writes_into_the_log_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = journal(
        tmp_path, {"LOG.md": "# Bread\n\n## Day 1 - 2026-01-02\n\nRye.\n"}, "title: Bread\nsources: [LOG.md]\n"
    )
    written = "# Bread\n\n## Day 1 - 2026-01-02\n\nRye, and wheat.\n"

    def later(*words: Any) -> Any:  # noqa: ANN401 - as what it stands in for
        (root / "LOG.md").write_text(written, encoding="utf-8")
        return plan_new_entry(*words)

    def planned(*words: Any) -> Any:  # noqa: ANN401
        begun = plan_new_entry(*words)
        (root / "LOG.md").write_text(written, encoding="utf-8")
        return begun

    monkeypatch.setattr("journal_site.beginning.new_entry.plan_new_entry", planned)
    assert run(["new", "--no-edit", "--source", str(root)]) == 1
    assert "LOG.md: error: it was written in while the new day was added" in capsys.readouterr().err
    assert (root / "LOG.md").read_text(encoding="utf-8") == written
    monkeypatch.setattr("journal_site.beginning.new_entry.plan_new_entry", later)
    assert new(root) == "LOG.md"
    assert "wheat" in (root / "LOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_is_put_in_its_place_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:  # noqa: FBT001
    root = journal(tmp_path, {"entries/2026-01-02.md": "# Rye\n"})
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", _refuse)
    path = new(root)
    assert sorted(one.name for one in (root / "entries").iterdir()) == sorted(["2026-01-02.md", Path(path).name])
    assert run(["new", "--no-edit", "--source", str(root)]) == 1


def test_a_disk_that_is_full_leaves_no_half_of_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = journal(tmp_path, {"entries/2026-01-02.md": "# Rye\n"})

    def full(self: Path, raw: bytes) -> int:
        with self.open("wb") as file:
            file.write(raw[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(["new", "--no-edit", "--source", str(root)]) == 1
    assert [one.name for one in (root / "entries").iterdir()] == ["2026-01-02.md"]


def _refuse(*_: object) -> None:
    raise OSError(95, "Operation not supported")
