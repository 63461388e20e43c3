"""Formulas as MathJax finds them in what Jekyll and Hugo make of a text: in place, and imported alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

TEXT = (
    "---\ntitle: A\n---\nText \\\\( a_i^2 < *b* \\\\) and\n"
    "\\\\[ x = y_1 \\\\]\n\nNot `\\\\(code\\\\)`, nor \\\\( open.\n\n"
    "<p>\nWhere \\(A_i &lt; 3\\) is\n$$\n\\frac{a}{b}\n$$ <code>$$x$$</code>\n</p>\n\n    \\\\(indented\\\\)\n"
)


@pytest.fixture(params=["jekyll", "hugo"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> DialectTest:
    test = DialectTest(tmp_path)
    if request.param == "jekyll":
        test.write({"_config.yml": "title: T\n", "_posts/2026-01-01-a.md": TEXT})
    else:
        test.write({"hugo.toml": 'title = "T"\n', "content/posts/2026-01-01-a.md": TEXT})
    return test


def check(built: Built) -> None:
    text = built.text("A")
    assert built.codes() == []
    assert text.count("<math") == 4
    assert "<mfrac><mi>a</mi><mi>b</mi></mfrac>" in text
    assert "<code>\\\\(code\\\\)</code>, nor \\( open." in text
    assert "<code>$$x$$</code>" in text
    assert "\\\\(indented\\\\)" in text


def test_formulas(folder: DialectTest) -> None:
    check(folder.in_place())
    check(folder.imported())
