"""No text makes an import fail, and each file that it writes reads as its part of the text did."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.errors import ContentError
from tests.importing.import_test import ImportTest, assert_same, built, codes

pytestmark = pytest.mark.property

LINES = (
    "# Log", "## Day 1", "## Day 2: Bread", "## Day 3 - 3 March 2021", "### Day 4", "**Day 5**", "- Day 6: rye",
    "## R2D1", "## 2021-03-04", "| Day | What |\n| --- | --- |\n| 1 | a |\n| 2 | [b](b.md) |", "# Notes", "## Links",
    "", "", "Text with [a link](https://example.org/x) and `code`.", "![x](x.png) [[Day 2]] #tag", "Tags: a, b",
    "- [ ] task", "[why]", "[why]: https://example.org/why", "[^1] and", "[^1]: a note", "```", "~~~", "<!--", "-->",
    "<details><summary>Day 7</summary>", "</details>", "---", "title: x", "===", "    indented", "> quoted", "$x$",
    "\u00c3\u00a9 caf\u00c3\u00a9", "Date: 2021-03-05", "# \u7b2c3\u5929", "<b>", "\x00", "10%", "{{ x }} a", "\\",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_no_log_makes_an_import_fail(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        journal = ImportTest(Path(scratch))
        # Two files of one day and one text are a copy, so each text is another.
        own = [line.replace("Text with", f"Text {at} with") for at, line in enumerate(lines)]
        journal.write("LOG.md", "\n".join([*own, "", "Last words.", ""]))
        try:
            report = journal.run()
        except ContentError:  # its head cannot be read
            return
        broken = any(one.severity == "error" for one in report.diagnostics)
        if not broken and not {"import-differs", "mojibake"} & set(codes(report)):
            assert_same(built(journal.there, "title: x\nsources: [LOG.md]\n"), journal.site())
