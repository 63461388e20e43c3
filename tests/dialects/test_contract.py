"""What holds for all dialects: each key has a room that costs little to load, and texts without one pay nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from journal_site.cli import run
from journal_site.model.outline import Outline
from journal_site.model.source import DialectKey, Source
from journal_site.reading.dialects import load as loading
from journal_site.reading.dialects.contract import PLAIN, Dialect, Place
from journal_site.reading.dialects.load import dialect_of, load
from journal_site.reading.dialects.proposals import propose_settings
from journal_site.reading.dialects.table import TOOL_OF
from tests.dialects.dialect_test import DialectTest

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from journal_site.reading.dialects.contract import InlineWriter
    from journal_site.reading.markdown.parser import Markdown


def test_each_key_has_its_room() -> None:
    assert set(TOOL_OF) == set(get_args(DialectKey))
    assert all(isinstance(load(key), Dialect) for key in TOOL_OF)


@pytest.mark.parametrize("key", sorted(TOOL_OF))
def test_a_room_loads_no_markdown(key: str) -> None:
    script = (
        f"import sys; from journal_site.reading.dialects.load import load; load({key!r});"
        "sys.exit(not {'markdown_it', 'mdit_py_plugins', 'pygments'}.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_no_dialect_is_loaded_where_none_is_recognised() -> None:
    script = (
        "import sys; from pathlib import Path; from journal_site.config import SourceSpec;"
        "from journal_site.reading.scan.sources import scan_sources;"
        "scan_sources(Path(), [SourceSpec(path='entries')], []);"
        "sys.exit(any(name.endswith(('.obsidian', '.hugo', '.jekyll', '.logseq', '.mkdocs')) for name in sys.modules))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script], check=False, cwd=root).returncode == 0


# --- a dialect of the test's own, put in the place of another ---


def _percent(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith("%%%", state.pos):
        return False
    if not silent:
        state.push("percent", "", 0)
    state.pos += 3
    return True


def _extend(markdown: Markdown) -> None:
    markdown.add_inline("%", _percent)


def _write_percent(writer: InlineWriter, _: Token, plain: list[str], _masked: list[int]) -> None:
    writer.out.append('<span id="here">per mille</span>')
    writer.found.anchors.append("here")
    writer.found.addresses.append(("((here))", "here"))
    writer.found.topics["mills"] = None
    plain.append("per mille")


def _without_second(source: Source, outline: Outline) -> Outline:
    return Outline(slices=()) if source.path.endswith("second.md") else outline


OWN = Dialect(
    extend=_extend,
    signs=("%%%",),
    rewrite=lambda text: text.replace("TODO", "- [ ] later"),
    inlines={"percent": _write_percent},
    words={"named": "title", "made": "date"},
    splits_tags=True,
    inline_tags=True,
    nested_topics=True,
    topics=lambda path: ("below",) if "/" in path else (),
    cut=_without_second,
    addresses=lambda path, front, _: (f"/out/{front.slug or path.removesuffix('.md')}.html",),
    places=lambda _: {"_more/": Place("texts"), "late/": Place("drafts", "a draft"), "x*.md": Place("nothing", "an x")},
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DialectTest:
    own = {"obsidian": OWN, "plain": PLAIN}
    monkeypatch.setattr(loading, "load", own.__getitem__)
    monkeypatch.setattr("journal_site.reading.scan.ground.load", own.__getitem__)
    dialect_of.cache_clear()
    made = DialectTest(tmp_path)
    made.write({
        "notes/.obsidian/app.json": "{}",
        "notes/first.md": "---\nnamed: First\nmade: 2026-01-02\ntags: rye wheat\n---\n"
        "Five %%% and #bread/rye here.\n\nTODO\n",
        "notes/second.md": "# Second\n",
        "notes/_more/third.md": "# Third\n\nSee [it](/out/first.html), [there](../first.html) and [[((here))]].\n",
        "notes/late/fourth.md": "# Fourth\n\nLater.\n",
        "notes/xyz.md": "# X\n",
        "other/plain.md": "# Plain\n\nFive %%% and #bread here.\n",
    })  # fmt: skip
    return made


@pytest.mark.parametrize("way", ["in place", "imported"])
def test_all_that_a_dialect_may_say(site: DialectTest, way: str) -> None:
    built = site.in_place() if way == "in place" else site.imported("notes")
    assert built.report.dialects == ((("notes" if way == "in place" else "entries"), "Obsidian"),)
    first = built.entries["First"]
    assert first["date"] == "2026-01-02"
    assert '<span id="here">per mille</span>' in built.page("First")
    assert '<input type="checkbox" disabled> later' in built.page("First")
    assert built.topics_of("First") == ["bread/rye", "mills", "rye", "wheat"]
    assert built.topics_of("Third") == ["below"]
    page = built.page("Third")
    assert [name in page for name in (">it</a>", ">there</a>", 'first/#here"')] == [True] * 3
    assert "Fourth" not in built.entries
    assert "Second" not in built.entries
    assert [code for code in built.codes() if code != "image-alt"] == []


def test_it_holds_below_its_folder_alone(site: DialectTest) -> None:
    built = site.in_place(drafts=True)
    assert "%%%" in built.page("Plain")
    assert built.topics_of("Plain") == []
    assert "Fourth" in built.entries
    assert built.left_out()["notes/xyz.md"] == "an x"
    assert site.in_place().left_out()["notes/late/fourth.md"] == "a draft"


def test_several_hold_as_one() -> None:
    assert dialect_of(()) is PLAIN
    own = dialect_of((("topics", ""), ("topics", "go")))
    assert own.topics is not None
    assert own.topics("go/maps/a.md") == ("go/maps", "maps")
    assert own.extend is None
    assert own.addresses is None
    assert own.cut is not None
    assert own.cut(Source(path="a.md", text=""), Outline(slices=())) == Outline(slices=())


def test_it_is_told_once_and_first(site: DialectTest, capsys: pytest.CaptureFixture[str]) -> None:
    site.in_place()
    build = ["build", "--source", str(site.root), "--today", "2026-03-10"]
    assert run(build) == 0
    assert capsys.readouterr().out.splitlines()[0] == "read notes as Obsidian"
    assert run([*build, "--explain"]) == 0
    explained = capsys.readouterr().out.splitlines()
    assert explained[0] == "read notes as Obsidian"
    assert explained.count("read notes as Obsidian") == 1
    assert run([*build, "-q"]) == 0
    assert not capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "settings"),
    [
        (
            "_config.yml",
            "title: Bread  # mine\nurl: https://ada.dev\nbaseurl: /bread\nauthor:\n  name: Ada\nlang: pt_BR\n",
            {"title": "Bread", "url": "https://ada.dev/bread/", "language": "pt-BR"},
        ),
        (
            "hugo.toml",
            "baseURL = 'https://ada.dev/'\nlanguageCode = 'de-de'\n[params]\ntitle = 'No'\n",
            {"url": "https://ada.dev/", "language": "de-DE"},
        ),
        (
            "mkdocs.yml",
            'site_name: "Ada: notes"\nsite_url: http://localhost:8000\nsite_author: Ada\nsite_description: On bread\n',
            {"title": "Ada: notes", "author": "Ada", "description": "On bread"},
        ),
        ("site.txt", "title: No\n", {}),
    ],
)
def test_what_a_tools_settings_propose(tmp_path: Path, name: str, text: str, settings: dict[str, str]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert propose_settings(tmp_path) == settings


def test_init_takes_what_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text(
        "title: Bread\nauthor: Ada\ndescription: On rye\nlang: de\n", encoding="utf-8"
    )
    assert run(["init", str(tmp_path), "-q"]) == 0
    lines = (tmp_path / "site.yaml").read_text(encoding="utf-8").splitlines()
    assert {"title: Bread", "author: Ada", "description: On rye", "language: de"} <= set(lines)
