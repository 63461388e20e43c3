"""Signs that are no text: they break no page and inject nothing, and none reaches a byte of the site or a terminal."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from journal_site.cli import run
from journal_site.errors import JournalError
from tests.site_test import SiteTest

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U0001fffe]")
RAW = "\x00\x01\x08\x0b\x0c\x1b]0;x\x07\x7f\x85\x9b31m\ufdd0\ufffe\uffff\U0001fffe"
SLOTS = '\x000\x00\x001\x00\x00" onclick=alert(1) x="0\x00<!>0<!><!>99<!>'
SPELT = "&#0;&#1;&#8;&#11;&#12;&#13;&#x1b;&#127;&#x80;&#x81;&#x9b;&#xfdd0;&#xfffe;&#x1fffe;&#xd800;"
BYTES = "%00%01%0C%1b%7F%C2%9B%EF%BF%BE%F0%9F%BF%BE%ED%A0%80"
HOSTILE = f"{RAW} {SLOTS} {SPELT}"

TEXT = f"""---
title: "T\\0\\x1b\\u009b\\uFFFE title"
tags: ["t\\x00ag", "n\\x9blp"]
description: "d\\x1b]0;x\\x07"
image: "im\\x00g.png"
author: "x\\x00"
---

# Heading {HOSTILE}

Word {HOSTILE} `{HOSTILE}` [text {RAW}](page{BYTES}.md "title {SPELT}") ![alt {RAW}]({BYTES}.png "t{SPELT}")
[[wiki {RAW}|shown {RAW}]] ![[embed{RAW}.png]] <b title="{SPELT}">{SPELT}</b> <a href="x{SPELT}.md">{SPELT}</a>
[^1] [ref] #tag{RAW} why{RAW}?

- [ ] task {HOSTILE}

```py {SPELT}
{HOSTILE}
```

<div title='{SPELT}'>{HOSTILE} <img src="{BYTES}.png" alt="{SPELT}"></div>

$x{RAW}$

[^1]: Note {HOSTILE} [link](other{BYTES}.md)
[ref]: https://example.org/{BYTES}{RAW} "t{SPELT}"
"""
LOG = f"""# Log {RAW}

Words {HOSTILE}

## Day 1: 2026-01-02 {HOSTILE}

Text {HOSTILE} [^n] [there]

## Day 2: 2026-01-03

More [^n] {HOSTILE}

### Part {HOSTILE}

## {HOSTILE}

[^n]: Foot {HOSTILE} [x](y{BYTES}.md)
[there]: notes{BYTES}.md "{SPELT}"
"""
SETTINGS = (
    'title: "S\\0 \\x1b]0;x\\a site"\nurl: https://example.org/notes/\ndescription: "d\\x9b\\uFFFE"\n'
    'author: "a\\0"\nsources: [entries/, log.md]\ntopics: {"n\\0ame": {keywords: ["w\\x1bord"]}}\n'
    'challenge: {name: "c\\x00", days: 10, goals: ["g\\x1b"]}\n'
)


def notebook() -> str:
    """Return a notebook that holds such signs wherever it can."""
    data = {
        "text/html": f"<p title='{SPELT}'>{HOSTILE}</p><img src='{BYTES}.png' alt='{SPELT}'>",
        "text/plain": HOSTILE,
    }
    outputs = [
        {"output_type": "stream", "name": "st\x00", "text": [HOSTILE, "\x1b[31mred\x1b[0m \ud800"]},
        {"output_type": "error", "ename": RAW, "evalue": HOSTILE, "traceback": []},
        {"output_type": "display_data", "data": data},
        {"output_type": "display_data", "data": {"text/latex": f"$x{RAW}$"}},
        {"output_type": "display_data", "data": {"text/markdown": TEXT}},
        {"output_type": "display_data", "data": {"application/vnd.plotly.v1+json": {"layout": {"title": HOSTILE}}}},
        {"output_type": "display_data", "data": {"image/svg+xml": f"<svg><title>{RAW}</title></svg>"}},
        {"output_type": "odd", "\x00": HOSTILE},
    ]
    cells = [
        {"cell_type": "markdown", "source": f"# Title {HOSTILE}\n\n{TEXT} ![x](__of-the-notebook__/picture-9.png)",
         "attachments": {"a\x00.png": {"image/png\x00": RAW}}},
        {"cell_type": "markdown", "source": f"![x](attachment:a{RAW}.png)", "attachments": {f"a{RAW}.png": {}}},
        {"cell_type": "code", "source": HOSTILE, "outputs": outputs},
        {"cell_type": "raw", "source": HOSTILE, "metadata": {"format": "text/html"}},
        {"cell_type": "raw", "source": HOSTILE},
    ]  # fmt: skip
    metadata = {"title": HOSTILE, "kernelspec": {"name": RAW}}
    return json.dumps({"nbformat": 4, "metadata": metadata, "cells": cells})


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    journal = SiteTest(tmp_path / "journal", SETTINGS)
    journal.write("entries/2026-01-01.md", TEXT)
    journal.write("log.md", LOG)
    journal.write("entries/nb.ipynb", notebook())
    return journal


def test_no_such_sign_is_in_any_file_of_the_site(journal: SiteTest) -> None:
    journal.build()
    site = {path: raw.decode() for path, raw in journal.site().items() if not path.endswith((".png", ".ttf"))}
    assert {path: match[0] for path, text in site.items() if (match := NO_TEXT.search(text.replace("\r", "")))} == {}
    pages = "".join(text for path, text in site.items() if path.endswith(".html"))
    assert not re.search(r"<[^<>]*[\s\"']onclick=alert", re.sub(r'"[^"<>]*"', '""', pages))
    assert "Word" in site["entries/2026-01-01/index.html"]
    data = [text for path, text in site.items() if path.endswith(".json")]
    assert not any(re.search(r"\\u00(?:[01]|7f|[89])|\\u(?:fffe|d8)|(?<!\\)\\[bf]", text) for text in data)


def test_reading_such_a_journal_again_gives_the_same(journal: SiteTest, tmp_path: Path) -> None:
    journal.build()
    journal.write("entries/2026-01-01.md", TEXT + "more\n")
    journal.build()
    assert journal.site() == journal.clean_site(tmp_path / "clean")


@pytest.mark.parametrize(
    "front",
    [
        "---\ndraft\x00: true\n---\n",
        "+++\ndraft = true\x00\n+++\n",
        "draft:: tr\x1bue\n\n",
        "title: a\ndraft: \x9btrue\n\n",
    ],
)
def test_front_matter_that_holds_one_may_hide_a_draft(tmp_path: Path, front: str) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write("entries/2026-01-01.md", f"{front}secret words\n")
    with pytest.raises(JournalError, match="front-matter-syntax"):
        journal.build()


COMMANDS = (
    "build --strict", "build -v --clean", "build --explain", "build --json --explain", "share", "share --to x",
    "share --json", "share day-2 -v", "new --title \x1b]0;x\x07\u202e --no-edit -v", "new 2026-\x1b]0;x\x07",
    "\x1b]0;x\x07", "build --\x1b]0;x",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_none_is_written_to_a_terminal(journal: SiteTest, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", out)
    monkeypatch.chdir(journal.root)
    text = f"---\ntitle: To \u202e\u2066 {SPELT}\n---\n\nx [a](b\u202e{BYTES}.md)\n"
    journal.write("entries/2026-02-01.md", text)
    run(command.split(" "))
    assert out.getvalue()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out.getvalue())
    assert "[internal]" not in out.getvalue()


def test_only_one_place_writes_to_a_terminal() -> None:
    package = Path(__file__).resolve().parents[2] / "journal_site"
    writing = re.compile(r"click\.(?:echo|secho|style)\(|(?<![\w.])print\(|std(?:out|err)\.write\(")
    found = {path.name for path in package.rglob("*.py") if writing.search(path.read_text(encoding="utf-8"))}
    assert found == {"cli.py", "lock.py", "time_limit.py"}  # which write what they say themselves, and to a pipe


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b]0;x.png", "\x9b.md", "a\n..", "t\tb.txt"])
def test_a_name_that_holds_one_is_told(tmp_path: Path, name: str) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write("entries/2026-01-01.md", "x\n")
    journal.write(f"static/{name}", "x")
    journal.write(f"entries/{name}.md", "x")
    report = journal.build()
    told = [one.message for one in report.diagnostics]
    assert told == ["cannot be read: its name holds control characters"] * 2
    assert report.entries == 1
    assert not any(name in path for path in journal.site())
