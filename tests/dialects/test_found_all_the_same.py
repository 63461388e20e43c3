"""Links that other tools write otherwise than GitHub: anchors, pages that nobody has written yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import DialectTest


@pytest.mark.parametrize(
    "anchor", ["server_id-설정", "serverid-설정", "ServerID-설정", "server--id-설정", "server-id설정"]
)
def test_an_anchor_is_found_by_its_letters(tmp_path: Path, anchor: str) -> None:
    test = DialectTest(tmp_path)
    test.write({"a.md": f"# A\n\n[x](#{anchor})\n\n## server_id 설정\n\n## Other\n"})
    built = test.in_place()
    assert built.codes() == []
    assert 'href="#server_id-설정"' in built.text("A")


def test_an_anchor_that_may_mean_two_headings_is_told(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({"a.md": "# A\n\n[x](#a-b-c)\n\n## a bc\n\n## ab c\n"})
    assert test.in_place().codes() == ["anchor-missing"]


def test_an_anchor_of_a_log_is_found_by_its_letters(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({"LOG.md": "# Log\n\n[x](#two_words)\n\n## Day 1\n\nx\n\n### Two: words\n\n## Day 2\n\ny\n"})
    assert test.in_place("LOG.md").codes() == []


def test_a_graph_names_topics_by_links_to_pages_that_are_not_there(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    text = "- [[Rust]] and [[Nobody]], [so]( [[Nowhere]] ) #Rust ![[gone.png]]\n"
    test.write({"logseq/config.edn": "{}", "journals/2026_01_01.md": text})
    for built in (test.in_place(), test.imported()):
        text = built.text("2026-01-01")
        assert 'topics/rust/">Rust</a> and <a' in text
        assert "and <a>Nobody</a>, <a>so</a> #Rust" in text
        assert "wikilink-missing" not in built.codes()


def test_a_vault_is_told_of_links_to_texts_that_are_not_there(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({".obsidian/app.json": "{}", "a.md": "# A\n\n[[Nobody]]\n"})
    assert test.in_place().codes() == ["wikilink-missing"]


def test_a_block_that_is_only_named_is_not_quoted_by_its_id(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    id_ = "65f0c0de-0000-4000-8000-00000000000a"
    files = {"logseq/config.edn": "{}", "pages/A.md": f"- said\n  id:: {id_}\n", "pages/B.md": f"- as (({id_}))\n"}
    test.write(files)
    assert "((" not in test.in_place().page("A")


def test_folders_of_years_are_no_topics(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    names = ("git/a", "git/b", "sql/c", "sql/d", "css/e", "css/f", "sql/2017/02/g", "sql/2018-03/h")
    test.write({f"{name}.md": f"# {name[-1].upper()}\n\nx\n" for name in names})
    built = test.in_place()
    assert sorted(built.topics) == ["css", "git", "sql"]
    assert built.topics_of("G") == built.topics_of("H") == ["sql"]


def test_front_matter_of_links_is_read(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    front = "title: A\ntype:[[Kind]]\nsource: [t](https://example.org/)\nauthor: [[@one]] [[@two]]\ntags: [x]"
    test.write({".obsidian/app.json": "{}", "a.md": f"---\n{front}\n---\n\nx\n"})
    built = test.in_place()
    assert built.codes() == []
    assert built.topics_of("A") == ["x"]


def test_two_texts_of_another_tool_may_have_one_slug(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    text = "---\ntitle: {}\nslug: x\n---\nx\n"
    files = {"content/en/a.md": text.format("A"), "content/fr/a.md": text.format("B")}
    test.write({"hugo.toml": "", **files})
    built = test.in_place()
    assert set(built.entries) == {"A", "B"}
    assert built.codes() == ["slug-duplicate"]


def test_jekyll_is_recognised_without_settings(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({"_posts/2026-01-01-a.md": "---\ntitle: A\n---\n{% raw %}{{ x }}{% endraw %}\n", "_layouts/x.html": ""})
    assert "<p>{{ x }}</p>" in test.in_place().text("A")


def test_a_text_whose_front_matter_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    broken = "---\ntitle: B\nsummary: one\nAnd a line that is none\n---\nSECRET\n"
    test.write({".obsidian/app.json": "{}", "a.md": "# A\n\nx\n", "b.md": broken})
    built = test.in_place()
    assert [*built.entries] == ["A"]
    assert built.left_out() == {"b.md": "its front matter cannot be read"}
    assert [(one.severity, one.code) for one in built.report.diagnostics] == [("warning", "front-matter-syntax")]


def test_what_jekyll_writes_bare_is_shown_as_it_is_meant(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    text = "---\ntitle: A\n---\n{% post_url 2026-01-02-b %} [b]({% post_url 2026-01-02-b %})\n\n## Head ## {#own}\n"
    test.write({"_config.yml": "", "_posts/2026-01-01-a.md": text, "_posts/2026-01-02-b.md": "---\ntitle: B\n---\nx\n"})
    for built in (test.in_place(), test.imported()):
        shown = built.text("A")
        assert ">2026-01-02-b</a> <a" in shown
        assert ">b</a>" in shown
        assert '<h2 id="own">Head</h2>' in shown
        assert built.codes() == []


def test_what_hugo_writes_bare_is_shown_as_it_is_meant(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    text = '---\ntitle: A\n---\nSee {{< ref "b.md" >}}.\n\n{{< video src="v.mp4" >}}\n\n{{< audio src="s.mp3" >}}\n'
    test.write({"hugo.toml": "", "content/p/a.md": text, "content/p/b.md": "---\ntitle: B\n---\nx\n"})
    test.write({"content/p/v.mp4": "v", "content/p/s.mp3": "s"})
    for built in (test.in_place(), test.imported()):
        shown = built.text("A")
        assert ">b.md</a>." in shown
        assert shown.count("<video ") == shown.count("<audio ") == 1
        assert built.codes() == []
