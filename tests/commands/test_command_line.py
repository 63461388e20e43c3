"""The command line itself: what it loads, how it answers slips, and what other programs read from it."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from journal_site import __version__, commands
from journal_site.cli import COMMANDS, main, run

HEAVY = ("markdown_it", "jinja2", "pygments", "watchdog", "starlette", "uvicorn", "msgspec", "yaml", "sqlite3", "PIL",
         "nbformat", "rich", "ftfy", "nh3", "emoji", "zoneinfo", "subprocess")  # fmt: skip


def journal(root: Path, **files: str) -> Path:
    root.mkdir(exist_ok=True)
    (root / "entries").mkdir()
    (root / "site.yaml").write_text("title: Learning bread\n", encoding="utf-8")
    for name, text in files.items():
        (root / "entries" / f"{name}.md").write_text(text, encoding="utf-8")
    return root


def loaded(words: list[str]) -> set[str]:
    """Return the modules that a command loads in a process of its own."""
    script = f"import sys\nfrom journal_site.cli import run\nrun({words!r})\nprint('LOADED', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("words", [["--version"], ["--help"], *([name, "--help"] for name in COMMANDS)])
def test_telling_what_there_is_loads_little(words: list[str]) -> None:
    needed = {"msgspec", "subprocess"} if words[0] in COMMANDS else set()
    assert loaded(words) & (set(HEAVY) - needed) == set()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"journal {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["biuld"], "Did you mean 'build'?"),
        (["build", "--drfats"], "--drafts"),
        (["build", "--today", "tomorow"], "is not a date: write it as 2026-01-31"),
        (["build", "-j", "0"], "-j"),
        (["new", "31.1.2026"], "'31.1.2026' is not a date: write it as 2026-01-31"),
    ],
)
def test_a_slip_is_answered(words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = journal(tmp_path / "journal")
    assert run([words[0], "--source", str(root), *words[1:]] if words[0] in COMMANDS else words) == 2
    assert said in capsys.readouterr().err


def test_errors_are_json_where_json_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = journal(tmp_path / "journal", broken="---\ndate: 2026-02-30\n---\nText.\n")
    assert run(["build", "--json", "--source", str(root)]) == 1
    told = capsys.readouterr()
    (problem,) = json.loads(told.out)["diagnostics"]
    assert (problem["code"], problem["path"], problem["line"]) == ("front-matter-date", "entries/broken.md", 2)
    assert told.err == ""


def test_errors_show_their_line_wherever_the_journal_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = journal(tmp_path / "journal", plain="See [[nowhere]].\n")
    assert run(["build", "--strict", "--source", str(root)]) == 1
    assert "1 | See [[nowhere]]." in capsys.readouterr().err


def test_completing_a_commands_name_loads_none() -> None:
    script = (
        "import sys; from journal_site.cli import main\n"
        "shown = main.shell_complete(main.make_context('journal', [], resilient_parsing=True), 'b')\n"
        "print([one.value for one in shown], 'LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    said, _, modules = done.stdout.partition(" LOADED ")
    assert said == "['build']"
    assert [name for name in modules.split() if name.startswith("journal_site.commands")] == []


def test_every_command_is_registered_and_has_the_common_options() -> None:
    files = (path.stem for path in Path(commands.__file__).parent.glob("[a-z]*.py"))
    modules = {name: import_module(f"{commands.__name__}.{name}") for name in files}
    found = {name.rstrip("_"): module.command for name, module in modules.items() if hasattr(module, "command")}
    assert sorted(found) == sorted(COMMANDS)
    for name, command in found.items():
        assert COMMANDS[name].endswith(".")
        assert command.help, name
        assert (command.epilog or "").startswith(f"Example: journal {name}"), name
        assert {"source", "quiet", "verbose"} <= {one.name for one in command.params}, name
        assert [one.name for one in command.params if isinstance(one, click.Option) and not one.help] == [], name


def test_the_example_of_each_command_is_one_that_it_takes() -> None:
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command
        words = shlex.split((command.epilog or "").removeprefix(f"Example: journal {name}"))
        context = command.make_context(name, words)
        assert any(
            value not in {None, False, ""} for value in context.params.values() if not isinstance(value, tuple)
        ), name


def test_shells_complete_commands_and_options() -> None:
    def complete(line: str) -> str:
        variables = {
            **os.environ,
            "_JOURNAL_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(line.count(" ")),
        }
        return subprocess.run(
            [sys.executable, "-m", "journal_site"], env=variables, capture_output=True, text=True, check=True
        ).stdout

    assert "plain,build" in complete("journal bu")
    assert "plain,--version" in complete("journal --v")
    assert "plain,--drafts" in complete("journal build --dr")


def test_quiet_and_verbose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = journal(tmp_path / "journal", plain="A text with ![nothing](gone.png).\n")
    assert run(["build", "-q", "--source", str(root)]) == 0
    assert capsys.readouterr() == ("", "")
    assert run(["build", "-v", "--clean", "--source", str(root)]) == 0
    told = capsys.readouterr()
    assert "entries/plain/index.html" in told.out
    assert "[image-missing]" in told.err


def test_an_interrupted_pipe_is_no_failure(tmp_path: Path) -> None:
    root = journal(tmp_path / "journal", **{f"day{n}": "Text.\n" for n in range(400)})
    words = f"{sys.executable} -m journal_site build -v --source {root} | head -n 1"
    done = subprocess.run(["sh", "-c", words], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("example.org/bread", "did you mean 'https://example.org/bread'?"),
        ("javascript:alert(1)", "begin with https://"),
        ("https://example.org/?draft", "leave out what follows '?' or '#'"),
        ("https://exa mple.org/", "write it as https://example.org/journal/"),
    ],
)
def test_a_base_url_that_is_no_address_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str, hint: str
) -> None:
    place = journal(tmp_path / "bread", one="# Rye\n")
    assert run(["build", "--source", str(place), "--base-url", typed]) == 2
    assert hint in " ".join(capsys.readouterr().err.split())
    assert not (place / "_site").exists()


def test_a_base_url_stands_in_for_the_url_with_a_slash_at_its_end(tmp_path: Path) -> None:
    place = journal(tmp_path / "bread", one="# Rye\n")
    assert run(["build", "-q", "--source", str(place), "--base-url", "https://example.org/bread"]) == 0
    assert "<loc>https://example.org/bread/entries/one/</loc>" in (place / "_site/sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("command", ["build", "new", "serve", "share", "publish"])
def test_a_folder_that_is_not_there_is_no_journal_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (tmp_path / "site.yaml").write_text("title: Above\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run([command, "--source", "nowhere"]) == 2
    assert "there is no folder 'nowhere'" in capsys.readouterr().err
