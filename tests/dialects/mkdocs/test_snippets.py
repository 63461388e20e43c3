"""Snippets: files that a text includes, in place and imported alike, and what is never included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

SETTINGS = """\
site_name: M
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - pymdownx.snippets:
      base_path: [., docs]
      auto_append: [includes/words.md]
"""
SITE = {
    "mkdocs.yml": SETTINGS,
    "includes/words.md": "*[HTML]: Hyper Text\n*[CSS]: Style Sheets\n",
    "includes/part.md": 'In **bold** and ++ctrl+c++.\n\n## Inside\n\n!!! tip\n    Tipped\n\n--8<-- "includes/end.md"\n',
    "includes/end.md": 'The end.\n\n--8<-- "includes/part.md"\n',
    "docs/lines.md": "one\ntwo\nthree\n",
    "examples/x.py": "def f():\n    # --8<-- [start:body]\n    return 1\n    # --8<-- [end:body]\n",
    "docs/blog/posts/2026-01-01-a.md": (
        '# A\n\nHTML.\n\n--8<-- "includes/part.md"\n\n```python\n--8<-- "examples/x.py:body"\n```\n\n'
        '!!! note\n    --8<-- "includes/end.md"\n\n    more\n\n--8<--\nlines.md:2:2\n--8<--\n\n'
        ';--8<-- "typed.md"\n\n- [ ] a task\n'
    ),
}


@pytest.fixture
def site(tmp_path: Path) -> DialectTest:
    test = DialectTest(tmp_path)
    test.write(SITE)
    return test


def check(built: Built) -> None:
    text = built.text("A")
    assert built.codes() == []
    assert '<abbr title="Hyper Text">HTML</abbr>.' in text
    assert text.count("<p>In <strong>bold</strong> and <kbd>Ctrl</kbd>+<kbd>C</kbd>.</p>") == 2
    assert text.count('<div class="alert alert-tip">') == 2
    assert text.count("The end.") == 2
    assert '<span class="k">return</span> <span class="m">1</span>\n</code>' in text
    assert "start:body" not in text
    assert "<p>two</p>" in text
    assert text.index("The end.", text.index("alert-note")) < text.index("<p>more</p>\n</div>")
    assert '--8&lt;-- "typed.md"' in text
    assert text.count("8&lt;") == 1


def test_files_are_included_where_they_are_named(site: DialectTest) -> None:
    built = site.in_place()
    check(built)
    assert [task["line"] for task in built.entries["A"]["tasks"]] == [22]  # what is included moves no line
    check(site.imported())


def test_a_changed_file_is_read_again(site: DialectTest) -> None:
    site.in_place()
    site.write({"includes/end.md": "Another end.\n"})
    assert site.in_place().text("A").count("Another end.") == 2


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("draft.md", {"draft.md": "---\ndraft: true\n---\nSECRET\n"}),
        ("private.md", {"private.md": "---\nvisibility: private\n---\nSECRET\n"}),
        ("broken.md", {"broken.md": "---\na: [\n---\nSECRET\n"}),
        ("later.md", {"later.md": "---\ndate: 2030-01-01\n---\nSECRET\n"}),
        ("up.md", {"up.md": '--8<-- "draft.md"\n', "draft.md": "---\ndraft: true\n---\nSECRET\n"}),
        ("../out.md", {"../out.md": "SECRET\n"}),
        (".hidden.md", {".hidden.md": "SECRET\n"}),
        ("gone.md", {}),
        ("long.md", {"long.md": "SECRET\n" * 20000}),
    ],
)
def test_what_stays_at_home_or_lies_elsewhere_is_never_included(
    tmp_path: Path, name: str, files: dict[str, str]
) -> None:
    site = DialectTest(tmp_path)
    settings = "markdown_extensions: [pymdownx.snippets]\n"
    site.write({"mkdocs.yml": settings, "docs/a.md": f'# A\n\nx\n\n--8<-- "{name}"\n', **files})
    for built in (site.in_place("docs"), site.imported("docs")):
        assert "SECRET" not in "".join(
            path.read_text(encoding="utf-8", errors="replace")
            for path in (built.root / "_site").rglob("*")
            if path.is_file()
        )
        assert built.codes() == (["syntax-unknown"] if name != "up.md" else [])


def test_comments_in_what_is_included_stay_at_home(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    settings = "markdown_extensions: [pymdownx.snippets]\n"
    site.write({"mkdocs.yml": settings, "docs/a.md": '# A\n\n--8<-- "b.md"\n', "b.md": "seen <!-- SECRET -->\n"})
    assert "seen" in site.in_place("docs").text("A")
    assert "SECRET" not in site.in_place("docs").page("A")
    assert "SECRET" not in site.imported("docs").page("A")


def test_a_link_to_a_file_elsewhere_is_never_included(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write({"../out.md": "SECRET\n", "mkdocs.yml": "markdown_extensions: [pymdownx.snippets]\n"})
    site.write({"docs/a.md": '# A\n\n--8<-- "link.md"\n'})
    (site.root / "link.md").symlink_to(tmp_path / "out.md")
    assert "SECRET" not in site.in_place("docs").page("A")
