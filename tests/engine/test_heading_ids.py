"""Ids of headings: given by hand, made of emoji's names as GitHub makes them; links by either lead there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal_site.reading.contents.heading_ids import take_id
from tests.site_test import SETTINGS, SiteTest


def _hrefs(journal: SiteTest, page: str) -> dict[str, str]:
    return {text: href for href, text in re.findall(r'<a href="([^"]*)">(\w+)</a>', journal.text(page))}


@pytest.mark.parametrize(
    ("written", "text", "own"),
    [
        ("Head {#own}", "Head", "own"),
        ("Head {#own .big data-x=1}", "Head", "own"),
        ('Head {: .big #own title="a b" }', "Head", "own"),
        ("Head {#own} ##", "Head", "own"),
        ("Head {.big}", "Head {.big}", ""),
        ("Head {#a b}", "Head {#a b}", ""),
        ("A {#b} in it", "A {#b} in it", ""),
        ("Set {#}", "Set {#}", ""),
        ("Ours {#page:mentions}", "Ours {#page:mentions}", ""),
        ("C# {x}", "C# {x}", ""),
    ],
)
def test_forms_of_ids(written: str, text: str, own: str) -> None:
    assert take_id(written) == (text, own)


def test_headings_of_an_entry_have_their_ids(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write(
        "entries/2026-03-01.md",
        "# :tada: Party {#start}\n\n[a](#tada-party) [b](#start) [c](#rocket-lift-off) [d](#own) [e](#-deploy)\n\n"
        "## :rocket: Lift *off*\n\n## Head {#own}\n\n## 🚀 Deploy\n\n## Twice {#own}\n\n## :no_emoji_at_all: x\n",
    )
    journal.write("entries/2026-03-02.md", "# B\n\n[f](2026-03-01.md#own) [g](2026-03-01.md#rocket-lift-off)\n")
    report = journal.build()
    assert [str(one) for one in report.diagnostics] == []
    html = journal.text("entries/2026-03-01/index.html")
    ids = re.findall(r'<h2 id="(?!page:)([^"]+)">(.*?)</h2>', html)
    assert ids == [
        ("rocket-lift-off", "🚀 Lift <em>off</em>"),
        ("own", "Head"),
        ("-deploy", "🚀 Deploy"),
        ("twice", "Twice"),
        ("no_emoji_at_all-x", ":no_emoji_at_all: x"),
    ]
    assert "<h1>🎉 Party</h1>" in html
    found = _hrefs(journal, "entries/2026-03-01/index.html")
    assert [found[name] for name in "abcde"] == ["#", "#", "#rocket-lift-off", "#own", "#-deploy"]
    found = _hrefs(journal, "entries/2026-03-02/index.html")
    assert found["f"].endswith("/2026-03-01/#own")
    assert found["g"].endswith("/2026-03-01/#rocket-lift-off")


def test_a_log_s_contents_lead_to_its_days(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal", SETTINGS + "sources: [README.md]\n")
    journal.write(
        "README.md",
        "# Log\n\n- [one](#d1) [two](#rocket-day-2-rye) [three](#day-3) [bug](#bug-fixes) [again](#bug-fixes-1)\n\n"
        "## Day 1: Malt {#d1}\n\n2026-03-01\n\n### :bug: Fixes\n\nx\n\n"
        "## :rocket: Day 2: Rye\n\n### :bug: Fixes\n\ny\n\n## Day 3 {: #three .cls }\n\nz\n",
    )
    report = journal.build()
    assert [one.code for one in report.diagnostics] == []
    found = _hrefs(journal, "introduction/index.html")
    assert found["one"] == "../entries/day-1/"
    assert found["two"] == "../entries/day-2/"
    assert found["three"] == "../entries/day-3/"
    assert found["bug"] == "../entries/day-1/#bug-fixes"
    assert found["again"] == "../entries/day-2/#bug-fixes"
    assert [re.findall("<h1>(.*?)</h1>", journal.text(f"entries/day-{n}/index.html")) for n in (1, 2, 3)] == [
        ["Malt"],
        ["Rye"],
        ["z"],
    ]


def test_a_notebook_s_headings_have_their_ids_too(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    cells = ",".join(
        f'{{"cell_type": "markdown", "metadata": {{}}, "source": "{text}"}}'
        for text in ("# N", "## :bug: Fix", "## :bug: Fix", "## A {#Own.X}", "## A {#b}")
    )
    journal.write("entries/n.ipynb", f'{{"cells": [{cells}], "metadata": {{}}, "nbformat": 4, "nbformat_minor": 5}}')
    journal.write("entries/2026-03-01.md", "# A\n\n[n](n.ipynb)\n")
    journal.build()
    html = next(
        raw.decode() for path, raw in journal.site().items() if path.startswith("notebooks/") and "/" in path[10:]
    )
    assert re.findall(r'<h2 id="(?!page:)([^"]+)">', html) == ["bug-fix", "bug-fix-1", "a-ownx", "b"]
