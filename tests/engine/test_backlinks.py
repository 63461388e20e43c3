"""Which pages link to a page, with their sentence; and that their other sentences are none of its business."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_test import SiteTest

PAGE = "entries/mill/index.html"


@pytest.mark.parametrize(
    "link", ["[the **mill**](mill.md)", "[[mill|the mill]]", '<a href="mill.md">the <b>mill</b></a>', "[the mill][1]"]
)
def test_the_sentence_is_shown_with_its_link_marked(tmp_path: Path, link: str) -> None:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/mill.md", "---\ndate: 2026-03-01\n---\n\nA mill.\n")
    text = f"---\ndate: 2026-03-02\n---\n\nIt rained & poured. Walked to {link} < noon! Slept.\n\n[1]: mill.md\n"
    test.write("entries/walk.md", text)
    test.build()
    assert "<q>Walked to <mark>the mill</mark> &lt; noon!</q>" in test.text(PAGE)
    test.write("entries/walk.md", text.replace("poured", "stormed").replace("Slept", "Slept long") + "\nMore of it.\n")
    assert PAGE not in test.build().written
    test.write("entries/walk.md", text.replace("Walked", "Ran"))
    assert PAGE in test.build().written
    assert "<q>Ran to <mark>" in test.text(PAGE)
