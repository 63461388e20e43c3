"""A text that is one block of Markdown: what a chat has answered, or how to show a fence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import DialectTest


@pytest.mark.parametrize(
    "fenced",
    ["````md\n```js\nx\n```\n````", "~~~~markdown\n~~~\nx\n~~~\n~~~~", "`````md\n````md\n```\nx\n```\n````\n`````"],
)
def test_a_fence_of_more_than_three_is_meant(tmp_path: Path, fenced: str) -> None:
    test = DialectTest(tmp_path)
    test.write({"2026-02-01.md": f"---\ntitle: How to show a fence\n---\n{fenced}\n"})
    built = test.in_place()
    assert built.codes() == []
    inner = fenced.split("\n")[1]
    body = built.body("How to show a fence")
    assert '<figure class="code"><figcaption>m' in body
    assert f">{inner}<" in body or f"<code>{inner}\n" in body


def test_a_fence_of_three_around_all_is_taken_off_and_told(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({"2026-02-01.md": "```markdown\n# Answer\n\nSome *words*.\n```\n"})
    built = test.in_place()
    assert "Some <em>words</em>." in built.body("Answer")
    assert built.codes() == ["text-unfenced"]
