"""No text is lost: each word is in the site, or in what was left out, as often as a Markdown reader shows it."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from journal_site.engine.build import build, read_journal
from journal_site.engine.inputs import BuildRequest
from tests.real_journals import lay_out, records
from tests.words.shown import words_of_html, words_of_markdown, words_of_site, words_of_text

ROOT = Path(__file__).resolve().parents[2]

HARD = """# Loaves and **what** they :bread: taught[^why]

Goals: learn to bake.

[^why]: Because bread.

## Day 1: March 1, 2026 — *Rye* &amp; malt

Text with `inline code`, a [link](https://example.org/hidden "shown on hover"), ![an alternative](gone.png),
<https://example.org/autolink>, a (slip)[https://example.org/slipped], ~~struck~~, **bo**ld, a<b>B</b>c, H<sub>2</sub>O.

> [!NOTE]
> Noted.

| head | cells |
| --- | ---: |
| one | two |

- [ ] open task
- [x] done task
  1. nested

```python title="named"
def bake(loaf): return "fenced"  # comment
```

    indented code

<details><summary>Folded</summary>

Inside the fold.

</details>

<!-- unseen comment -->
<p align="center">Raw paragraph</p>

Term
: Definition of it

Question? $3,500 and $5,000 are money.

Day 3: a line that heads nothing
#### Sub-heading of the day

## Day 2: March 2, 2026

Setext below
------------

Kneaded 面包 и хлеб.

## Day 3: _Topic_

- _what I did_

# An unrelated section

## With a part

Kept all the same.

## Day 4: March 40, 2026

Impossible.
"""


def lost(root: Path) -> Counter[str]:
    """Build a journal; return the words that its texts have more often than the site and what was left out."""
    request = BuildRequest(root=root, drafts=True, future=True, jobs=1)
    report = build(request)
    kept = words_of_site(root / "_site")
    for omission in report.left_out:
        kept += words_of_text(omission.text)
    unread = {omission.path for omission in report.left_out if not omission.text}  # whole files, named as such
    shown: Counter[str] = Counter()
    for found in read_journal(request).sources:
        if not found.path.endswith(".ipynb") and found.path not in unread:
            text = (root / found.path).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
            shown += words_of_markdown(text)
    return shown - kept


def test_a_loss_is_seen() -> None:
    shown = words_of_markdown("---\ntitle: T\n---\nOne [two](three) two $4$ <!-- five -->\n")
    assert shown - words_of_html("<p>One <a href='three'>two</a></p>") == Counter(["two"])


def test_a_hard_log(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(HARD, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: Bread\nsources: [README.md]\n", encoding="utf-8")
    assert lost(tmp_path) == Counter()


def test_the_demo(tmp_path: Path) -> None:
    for name in ("entries", "pages"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    assert lost(tmp_path) == Counter()


@pytest.mark.parametrize("record", records(), ids=lambda record: str(record["repo"]))
def test_the_real_journals(record: dict[str, Any], tmp_path: Path) -> None:
    assert lost(lay_out(record, tmp_path / "journal")) == Counter()
