"""What Material for MkDocs documents: the pages that a small site of it gives, in place and imported alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

SITE = {
    "mkdocs.yml": "site_name: Ovens\nplugins:\n  - blog\n",
    "docs/blog/.authors.yml": "authors: {}\n",
    "docs/blog/posts/.pages": "title: Posts\n",
    "docs/blog/posts/malt.md": "---\ndate: 2026-02-01\n---\n# Malt & more\n\nx\n",
    "docs/blog/posts/rye.md": "---\ndate:\n  created: 2026-02-02\ncategories:\n  - Dark\n---\n# Rye\n\nFirst.\n\n"
    '<!-- more -->\n\n!!! note "A *title*"\n\n    Some **words**.\n\n    ```\n    !!! stays\n    ++ctrl++\n    ```\n\n'
    '??? question\n    Folded.\n\n???+ bug inline end "Open"\n    - one\n\n        !!! tip\n            deep\n\n'
    '=== "C"\n\n    ``` c\n    int a;\n    ```\n\n=== "`Go`"\n\n    var a\n\nBetween.\n\n'
    '``` yaml title="x.yml"\na: 1 # (1)!\n```\n\n1. What it is\n\n'
    '++ctrl+alt+del++ and ++cmd+"x"++, :material-check: done, :octicons-rocket-16: away, ==mark==, ^^ins^^, ~~del~~, '
    "H~2~O, x^2^, {++add++}{--cut--}{~~old~>new~~}, `#!py range()`.\n\n"
    '![Loaf](../loaf.svg){ width="9" loading=lazy } [Malt](malt.md){ .md-button #button } '
    '[m](/blog/2026/02/01/malt--more/)\n\n## Crumb { #own data-toc-label="C" }\n\nHTML here[^1].\n{ .annotate }\n\n'
    '[^1]: A foot.\n\n'
    '<div class="grid" markdown>\n- **card**\n</div>\n\n[c](#own) [b](#button)\n\n'
    "*[HTML]: Hyper Text\n\n`!!! note` and `++x++`\n",
    "docs/blog/loaf.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4z'/></svg>",
    "includes/words.md": "*[CSS]: Sheets\n",
}  # fmt: skip

WAYS = pytest.mark.parametrize("way", ["in place", "imported"])


def _built(site: DialectTest, way: str) -> Built:
    return site.in_place("docs") if way == "in place" else site.imported("docs")


@pytest.fixture
def site(tmp_path: Path) -> DialectTest:
    test = DialectTest(tmp_path)
    test.write(SITE)
    return test


@WAYS
def test_what_material_documents_is_what_it_means(site: DialectTest, way: str) -> None:
    built = _built(site, way)
    body = built.body("Rye")
    for shown in (
        '<div class="alert alert-note">\n<p class="alert-title">A <em>title</em></p>\n<p>Some <strong>words</strong>',
        "!!! stays\n++ctrl++", '<details class="alert alert-question">', '<details class="alert alert-bug" open>',
        '<div class="alert alert-tip">', '<details class="alert alert-other" open><summary class="alert-title">C<',
        '<details class="alert alert-other"><summary class="alert-title"><code>Go</code>', "<p>Between.</p>", "# (1)<",
        "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd>", "<kbd>Cmd</kbd>+<kbd>x</kbd>, ✓ done,  away, ",
        "<ins>ins</ins>, <del>del</del>", "H<sub>2</sub>O, x<sup>2</sup>, <ins>add</ins><del>cut</del>",
        "<del>old</del><ins>new</ins>, <code>range()</code>", 'width="9"', 'id="button"', '<h2 id="own">Crumb</h2>',
        '<abbr title="Hyper Text">HTML</abbr> here', "<strong>card</strong>",
        "<code>!!! note</code> and <code>++x++</code>",
    ):  # fmt: skip
        assert shown in body, shown
    for gone in ("{ ", "markdown", "*[HTML]", "more -->", "??? ", '=== "', "annotate"):
        assert gone not in body, gone
    assert not built.codes()


def test_a_post_is_found_by_its_address_and_its_file(site: DialectTest) -> None:
    built = site.in_place("docs")
    assert built.text("Rye").count(f"entries/{built.entries['Malt & more']['id']}/") == 3
    assert built.topics_of("Rye") == ["Dark"]


def test_a_snippet_is_told(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    text = '# A\n\n--8<-- "secret.md"\n\n```\n--8<-- "kept.md"\n```\n\n    !!! note\n\n--8<--\nb.md\nc.md\n--8<--\n'
    site.write({"mkdocs.yml": "", "docs/a.md": text})
    built = site.in_place("docs")
    told = [one.location.line for one in built.report.diagnostics if one.code == "syntax-unknown"]
    assert told == [3, 11]
    assert "8&lt;" not in built.body("A").replace('--8&lt;-- "kept.md"', "")
    assert "kept.md" in built.body("A")
    assert "!!! note" in built.body("A")


@pytest.mark.parametrize(
    "text",
    ["!!!", '!!! "not ended', "=== no quotes", "???", "{ not a list }", "a ++ b ++ c", "~5 and ~6", "2^10 or 3^2"],
)
def test_what_only_looks_like_it_stays(tmp_path: Path, text: str) -> None:
    site = DialectTest(tmp_path)
    site.write({"mkdocs.yml": "", "docs/a.md": f"# A\n\n{text}\n\nx\n"})
    assert text in site.in_place("docs").body("A")


def test_formulas_stay(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write({"mkdocs.yml": "", "docs/a.md": "# A\n\nAs $x^2y^2$ and\n\n$$\na~b~c^d^\n$$\n"})
    assert "<su" not in site.in_place("docs").text("A")
