"""Vaults as Obsidian's help describes them: in place, and imported alike."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

PIXEL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>\n'
)
VAULT = {
    ".obsidian/app.json": "{}",
    ".obsidian/templates.json": '{"folder": "Forms"}',
    ".obsidian/plugins/templater-obsidian/data.json": '{"templates_folder": "meta/templater"}',
    ".obsidian/daily-notes.json": '{"template": "meta/day"}',
    "Forms/Meeting.md": "Raw form {{date}}\n",
    "meta/templater/Book.md": "Raw book <% tp.date.now() %>\n",
    "meta/day.md": "Raw day {{title}}\n",
    ".trash/Gone.md": "Thrown away\n",
    "Sketch.excalidraw.md": "# Excalidraw Data\n",
    "Notes/Forms/Plain forms.md": "# Plain forms\n\nA text in a folder that is called as that of the templates.\n",
    "Pictures/oven.svg": PIXEL,
    "Notes/Flour.md": (
        "# Flour\n\nGround grain.[^1] See [[#Storage]].\n\n## Storage\n\nKeep it dry. ^dry\n\n### Jars\n\nOf glass.\n\n"
        "## Kinds\n\n- rye ^rye\n\t- whole\n- wheat\n\n| a | b |\n| - | - |\n| 1 | 2 |\n^rows\n\n> A quote\n^said\n\n"
        "1. one\n2. two\n\n^steps\n\n```sh\nls\n```\n\n^code\n\n"
        "> [!tip] Titled\n> Callout words\n\n^box\n\n[^1]: Fine.\n"
    ),
    "Daily/2026-02-01.md": (
        "<< [[2026-01-31]] | [[2026-02-02]] >>\n\n# First loaf\n\n#bread/rye and C#, `#no/tag`\n\nmood:: calm\n"
        "tags:: [[Sourdough]], oven\n\nRead [pages:: 12] by (author:: nobody), not `[code:: 1]`.\n\n"
        "- [/] begun\n- [-] dropped\n- [>] moved\n- [k] checked\n- [ ] open\n- [x] done\n"
    ),
    "Daily/2026-02-02.md": (
        "![[2026-02-01]]\n\n[[Flour]] links: [storage](Flour.md#storage), [dry](Flour.md#^dry), ![o](oven.svg), "
        "![o|30](oven.svg), ![o|30x10](oven.svg), ![250](https://example.org/p.png), ![[oven.svg|small|25]], "
        "![[oven.svg|35]], [[Flour#^rows]], [[Flour#^said]], [[Flour#^steps]], [[Flour#^code]], [[Flour#^box]], "
        "[[Flour#^rye]].\n\n"
        "```dataview\nLIST\n```\n\n~~~base\nviews: []\n~~~\n"
    ),
}


@pytest.fixture(scope="module", params=["in place", "imported"])
def vault(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    test = DialectTest(tmp_path_factory.mktemp("vault"))
    test.write(VAULT)
    return test.in_place() if request.param == "in place" else test.imported()


def of(files: dict[str, str], place: Path) -> Built:
    """Build a vault of some files."""
    test = DialectTest(place)
    test.write({".obsidian/app.json": "{}", **files})
    return test.in_place()


def test_nothing_of_a_vault_stays_raw_in_silence(vault: Built) -> None:
    said = [one for one in vault.report.diagnostics if one.code == "syntax-unknown"]
    assert [(one.severity, one.message.partition(" is shown")[0]) for one in said] == [
        ("notice", "Dataview's query"),
        ("notice", "Obsidian's base"),
    ]
    for title in vault.entries:
        prose = re.sub(r"<(pre|code).*?</\1>|<[^>]*>", "", vault.body(title), flags=re.DOTALL)
        assert not re.search(r"\[\[|!\[|\[!|::| \^\w|\[[/>k-]\]", unescape(prose)), title


def test_what_the_settings_call_templates_is_left_out_and_told(vault: Built) -> None:
    assert sorted(vault.entries) == ["2026-02-02", "First loaf", "Flour", "Plain forms"]


def test_the_report_names_templates(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write(VAULT)
    left_out = test.in_place().left_out()
    for place in ("Forms/", "meta/templater/", "meta/day.md"):
        assert {reason for path, reason in left_out.items() if path.startswith(place)} == {"a template of Obsidian"}
    assert "Sketch.excalidraw.md" in left_out


def test_topics_are_tags_in_the_text_and_fields_nested_by_slashes(vault: Built) -> None:
    assert vault.topics_of("First loaf") == ["Sourdough", "bread/rye", "oven"]
    rye = vault.topics["bread/rye"]["slug"]
    topics = (vault.root / "_site" / "topics" / rye / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<a [^>]*href="[^"]*topics/bread/">bread</a>', topics)


def test_fields_are_shown_as_dataview_shows_them(vault: Built) -> None:
    body = vault.body("First loaf")
    assert '<strong class="field">mood</strong> calm<br>' in body
    assert 'Read <strong class="field">pages</strong> 12 by nobody, not <code>[code:: 1]</code>.' in body


def test_tasks_of_all_signs(vault: Built) -> None:
    tasks = {task["text"]: task["done"] for task in vault.entries["First loaf"]["tasks"]}
    assert tasks == {"begun": False, "moved": False, "checked": False, "open": False, "done": True}
    assert "<del>dropped</del>" in vault.body("First loaf")


def test_each_block_has_its_id_where_the_help_puts_it(vault: Built) -> None:
    body = vault.body("Flour")
    for element in (
        '<p id="^dry">Keep it dry.</p>',
        '<li id="^rye">rye\n',
        '<div id="^rows" class="table"',
        '<blockquote id="^said">',
        '<ol id="^steps">',
        '<figure id="^code" class="code">',
        '<div id="^box" class="alert alert-tip">',
    ):
        assert element in body
    other = vault.body("2026-02-02")
    for name in ("dry", "rows", "said", "steps", "code", "box", "rye"):
        assert re.search(rf'href="[^"]*Flour/#(?:\^|%5E){name}"', other), name
    assert "anchor-missing" not in vault.codes()


def test_pictures_have_their_sizes(vault: Built) -> None:
    pictures = re.findall(r"<img [^>]*>", vault.body("2026-02-02"))
    sizes = [tuple(re.findall(r'(?:width|height)="(\d+)"', picture)) for picture in pictures]
    assert sizes == [("40", "20"), ("30", "15"), ("30", "10"), ("250",), ("25", "12"), ("35", "18")]
    assert [re.findall(r'alt="([^"]*)"', picture)[0] for picture in pictures] == ["o", "o", "o", "", "small", ""]


@pytest.mark.parametrize(
    ("comment", "shown"),
    [
        ("before %%secret one%% after\n\n%%\nsecret two\n%%\n", ["before  after"]),
        ("- item %%secret%%\n- 50%% off and 20%% on\n", ["item", "50%% off and 20%% on"]),
        ("`%%shown%%`\n\n%% secret\n\nsecret too %%\n\nend\n", ["%%shown%%", "end"]),
    ],
)
def test_comments_stay_at_home(tmp_path: Path, comment: str, shown: list[str]) -> None:
    built = of({"2026-02-01.md": f"# Day\n\n{comment}"}, tmp_path)
    body = built.body("Day")
    assert "secret" not in body
    assert all(words in body for words in shown)


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("A point ^b-2\n", '<p id="^b-2">A point</p>'),
        ("- one\n- two ^Second-1\n", '<li id="^Second-1">two'),
        ("> deep\n> words ^q\n", '<p id="^q">deep\nwords</p>'),
        ("- [ ] task ^t1\n", '<li id="^t1" class="task">'),
        ("- a\n- b\n^all\n", '<ul id="^all">'),
        ("- a\n  more\n  ^a1\n- b\n", '<li id="^a1">a\nmore'),
        ("- a\n    $$x$$\n    ^a2\n- b\n", '<li id="^a2">'),
        ("## Part ^p\n\n## Last\n", '<span id="^p"></span>Part</h2>'),
        ("2 ^ 3 is no id, nor is x^2\n", "<p>2 ^ 3 is no id, nor is x^2</p>"),
        ("`code ^no`\n", "<p><code>code ^no</code></p>"),
    ],
)
def test_ids_of_blocks(tmp_path: Path, text: str, element: str) -> None:
    assert element in of({"2026-02-01.md": f"# Day\n\n{text}"}, tmp_path).body("Day")


def test_a_block_that_is_not_there_is_told_and_leads_to_the_page(tmp_path: Path) -> None:
    built = of({"a.md": "# A\n\nSee [[b#^nope]].\n", "b.md": "# B\n\nWords ^yes\n"}, tmp_path)
    assert "no block for '#^nope' in 'b#^nope'" in [one.message for one in built.report.diagnostics]
    assert 'entries/b/">' in built.body("A")


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("[n](Note%20One.md)", "entries/notes/deep/Note-One/"),
        ("[n](<Note One.md>)", "entries/notes/deep/Note-One/"),
        ("[n](Note%20One)", "entries/notes/deep/Note-One/"),
        ("[n](deep/Note%20One.md#part)", "entries/notes/deep/Note-One/#part"),
        ("[[Note One]]", "entries/notes/deep/Note-One/"),
        ("![p](my%20oven.svg)", "files/attachments/my%20oven.svg"),
        ("![p](attachments/my%20oven.svg)", "files/attachments/my%20oven.svg"),
        ("![[my oven.svg]]", "files/attachments/my%20oven.svg"),
    ],
)
def test_names_alone_find_their_file_in_the_whole_vault(tmp_path: Path, written: str, target: str) -> None:
    files = {
        "Daily/2026-02-01.md": f"# Day\n\n{written}\n",
        "notes/deep/Note One.md": "# Another title\n\n## Part\n",
        "attachments/my oven.svg": PIXEL,
    }
    built = of(files, tmp_path)
    assert f'../{target}"' in built.body("Day")
    assert not {"link-missing", "image-missing", "wikilink-missing"} & {*built.codes()}


def test_the_file_beside_the_text_comes_before_others_of_its_name(tmp_path: Path) -> None:
    files = {
        "a/text.md": "# Text\n\n[x](same.md)\n",
        "a/same.md": "# Near\n\nx\n",
        "same.md": "# Far\n\nx\n",
    }
    assert 'entries/a/same/">x</a>' in of(files, tmp_path).body("Text")


def test_a_name_alone_leads_nowhere_in_plain_markdown(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({"a/2026-02-01.md": "# Day\n\n[n](Note.md) word ^id\n", "b/Note.md": "# Note\n\nx\n"})
    built = test.in_place(more=", dialect: plain")
    assert "link-missing" in built.codes()
    assert "word ^id" in built.body("Day")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("[[2026-01-31]] | [[2026-02-02]]", "Plain words begin here"),
        ("<< [[2026-01-31]] | [[2026-02-02]] >>", "Plain words begin here"),
        ("← [[2026-01-31|yesterday]] · [[2026-02-02|tomorrow]] →", "Plain words begin here"),
        ("# [[2026-01-31]] | [[2026-02-02]]", "Plain words begin here"),
        ("![[2025-12-24]]", "Plain words begin here"),
    ],
)
def test_lines_that_lead_on_are_never_titles_or_dates(tmp_path: Path, line: str, title: str) -> None:
    built = of({"2026-02-01.md": f"{line}\n\nPlain words begin here.\n"}, tmp_path)
    (entry,) = built.entries.values()
    assert (entry["title"], entry["date"]) == ("2026-02-01", "2026-02-01")
    home = (built.root / "_site" / "index.html").read_text(encoding="utf-8")
    assert title in home
    assert "2026-01-31" not in re.sub(r"<[^>]*>", "", home)


def test_an_embed_dates_no_text_and_a_heading_below_a_navigation_line_is_the_title(tmp_path: Path) -> None:
    files = {
        "idea.md": "![[2025-12-24]]\n\nAn idea.\n",
        "nav.md": "<< [[2025-12-24]] | [[2025-12-26]] >>\n\n# Own title\n\nWords.\n",
    }
    built = of(files, tmp_path)
    assert [entry["date"] for entry in built.entries.values()] == [None, None]
    assert "Own title" in built.entries


CALLOUTS = {
    "note": "note", "abstract": "abstract", "summary": "abstract", "tldr": "abstract", "info": "info", "todo": "todo",
    "tip": "tip", "hint": "tip", "important": "important", "success": "success", "check": "success", "done": "success",
    "question": "question", "help": "question", "faq": "question", "warning": "warning", "caution": "caution",
    "attention": "warning", "failure": "failure", "fail": "failure", "missing": "failure", "danger": "danger",
    "error": "danger", "bug": "bug", "example": "example", "quote": "quote", "cite": "quote",
}  # fmt: skip


def test_callouts_of_all_types_folded_nested_and_with_titles(tmp_path: Path) -> None:
    text = "\n\n".join(f"> [!{name}]\n> Body of {name}" for name in CALLOUTS)
    text += (
        "\n\n> [!faq]- Are *they* folded?\n> Yes.\n> > [!todo]+ Nested\n> > > [!example] Deep\n> > > x\n\n> [!mine] T\n"
    )
    body = of({"2026-02-01.md": f"# Day\n\n{text}"}, tmp_path).body("Day")
    for name, kind in CALLOUTS.items():
        assert re.search(
            rf'<div class="alert alert-{kind}">\n<p class="alert-title">[^<]+</p>\n<p>Body of {name}</p>', body
        )
    folded = (
        r'<details class="alert alert-question">\n<summary class="alert-title">Are <em>they</em> folded\?</summary>'
    )
    nested = r'<details class="alert alert-todo" open>.*?<div class="alert alert-example">'
    assert re.search(f"{folded}.*?{nested}", body, re.DOTALL)
    assert '<div class="alert alert-other">\n<p class="alert-title">T</p>' in body
