"""The central property: after any sequence of edits, an incremental site equals a clean one byte for byte."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from journal_site.errors import JournalError
from tests.site_test import SETTINGS, SiteTest, assert_same_tree, read_tree

NAMES = st.sampled_from(["alpha", "beta", "2026-03-01-gamma", "2026/02/28", "Day 4", "zeta/README", "éta"])
TAGS = st.lists(st.sampled_from(["NLP", "nlp", "C++", "C#", "attention", "日本語"]), max_size=3)
DATES = st.dates(dt.date(2026, 2, 20), dt.date(2026, 3, 14))
BODIES = st.sampled_from([
    "Plain words.\n",
    "# A heading\n\nSee [[alpha]], [[beta#part|there]] and [it](../log.md).\n\n## Part\n\n- [ ] open\n- [x] done\n",
    "Read [a paper](https://arxiv.org/abs/1706.03762) and <https://github.com/pytorch/pytorch/pull/12>.\n",
    "```python\nprint('x')\n```\n\nWhy does it work?\n",
    "![a plot](plot.png) and ![another](/img/dot.png) and [a notebook](lab.ipynb).\n",
    "Energy is $E = mc^2$; the book was $30, not $40.[^1]\n\n[^1]: A footnote.\n",
    "#deep #learning\n\n> [!NOTE]\n> Careful.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
])  # fmt: skip
LOG_DAYS = [
    "First steps.",
    "A [paper](https://arxiv.org/abs/1706.03762).",
    "See [[alpha]].",
    "Read.\n\n### Later\n\nMore.",
]
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)
NOTEBOOK = (
    '{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Lab %d\\n", "Text."]}], "metadata": {},'
    ' "nbformat": 4, "nbformat_minor": 4}'
)


class Journal(RuleBasedStateMachine):
    """A small journal to which random things happen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.test = SiteTest(self.folder / "journal", SETTINGS + "sources: [entries, log.md]\n")
        self.days = 1
        self._write_log()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _write_log(self) -> None:
        days = [f"## Day {n + 1}\n\n{LOG_DAYS[n % len(LOG_DAYS)]}\n" for n in range(self.days)]
        self.test.write("log.md", "# A hundred days\n\nGoals:\n\n- Learn\n\n" + "\n".join(days))

    def _entries(self) -> list[Path]:
        return sorted(path for path in (self.test.root / "entries").rglob("*.md"))

    def _change(self, number: int, change: Callable[[str], str]) -> None:
        entries = self._entries()
        if entries:
            path = entries[number % len(entries)]
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    @rule(name=NAMES, date=st.none() | DATES, tags=TAGS, body=BODIES, draft=st.booleans())
    def create(self, name: str, date: dt.date | None, tags: list[str], body: str, draft: bool) -> None:  # noqa: FBT001
        head = [f"title: About {name}"] + ([f"date: {date}"] if date else []) + (["draft: true"] if draft else [])
        head += [f"tags: {json.dumps(tags, ensure_ascii=False)}"] if tags else []
        self.test.write(f"entries/{name}.md", "---\n" + "\n".join(head) + "\n---\n\n" + body)

    @rule(number=st.integers(0, 9), word=st.sampled_from(["one", "two", "three"]))
    def edit(self, number: int, word: str) -> None:
        self._change(number, lambda text: text + f"\nAnd {word}.\n")

    @rule(number=st.integers(0, 9), title=st.sampled_from(["Anew", "About alpha", "日記"]))
    def retitle(self, number: int, title: str) -> None:
        self._change(number, lambda text: text.replace("title: About", f"title: {title}", 1))

    @rule(number=st.integers(0, 9), date=DATES)
    def redate(self, number: int, date: dt.date) -> None:
        self._change(
            number, lambda text: text.replace("---\n", f"---\ndate: {date}\n", 1) if "date:" not in text else text
        )

    @rule(number=st.integers(0, 9))
    def delete(self, number: int) -> None:
        entries = self._entries()
        if entries:
            entries[number % len(entries)].unlink()

    @rule(number=st.integers(0, 9), name=NAMES)
    def move(self, number: int, name: str) -> None:
        entries = self._entries()
        if entries:
            target = self.test.root / "entries" / f"{name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            entries[number % len(entries)].rename(target)

    @rule(number=st.integers(0, 9))
    def undraft(self, number: int) -> None:
        self._change(number, lambda text: text.replace("draft: true\n", "", 1))

    @rule()
    def show_drafts(self) -> None:
        self.test.drafts = not self.test.drafts

    @rule(days=st.integers(1, 5))
    def grow_log(self, days: int) -> None:
        self.days = days
        self._write_log()

    @rule(day=st.integers(0, 4))
    def pass_time(self, day: int) -> None:
        self.test.today = dt.date(2026, 3, 8) + dt.timedelta(days=day)

    @rule(extra=st.sampled_from([
        "", "accent: '#aa3355'\n", "search: false\n", "language: de\n", "author: Ada\n",
        "topics: {NLP: {keywords: [words, plain], parent: Machines}}\n", "streak: {rest_days: [sunday]}\n",
        "challenge: {name: Hundred, days: 100, start: 2026-02-20, goals: [Learn]}\n",
    ]))  # fmt: skip
    def configure(self, extra: str) -> None:
        self.test.write("site.yaml", SETTINGS + "sources: [entries, log.md]\n" + extra)

    @rule(text=st.sampled_from(["", "<p>one</p>", "<p>{{ site.title }}</p>"]))
    def override_template(self, text: str) -> None:
        self.test.write("templates/entry_end.html", text)

    @rule(there=st.booleans(), name=st.sampled_from(["static/img/dot.png", "entries/plot.png"]))
    def picture(self, there: bool, name: str) -> None:  # noqa: FBT001
        place = self.test.root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(DOT) if there else place.unlink(missing_ok=True)

    @rule(number=st.integers(0, 2))
    def notebook(self, number: int) -> None:
        place = self.test.root / "entries/lab.ipynb"
        place.write_text(NOTEBOOK % number) if number else place.unlink(missing_ok=True)

    @rule(css=st.sampled_from(["body { color: red }", "body { color: blue }"]))
    def static_file(self, css: str) -> None:
        self.test.write("static/extra.css", css)

    @rule(number=st.integers(0, 60), cut=st.booleans())
    def damage_output(self, number: int, cut: bool) -> None:  # noqa: FBT001
        site = self.test.root / "_site"
        files = sorted(path for path in site.rglob("*.html")) if site.exists() else []
        if files:
            path = files[number % len(files)]
            path.unlink() if cut else path.write_text("damaged")

    @rule()
    def lose_store(self) -> None:
        shutil.rmtree(self.test.root / ".journal", ignore_errors=True)

    @invariant()
    def incremental_equals_clean(self) -> None:
        before = read_tree(self.test.root / "_site") if (self.test.root / "_site").exists() else {}
        try:
            self.test.build()
        except JournalError:
            after = read_tree(self.test.root / "_site") if (self.test.root / "_site").exists() else {}
            assert after == before  # a build with an error changes nothing
            with pytest.raises(JournalError):
                self.test.clean_site(self.folder / "clean")
            return
        assert_same_tree(self.test.site(), self.test.clean_site(self.folder / "clean"))


TestIncremental = pytest.mark.property(Journal.TestCase)
_THOROUGH = settings.default is not None and settings.default.max_examples >= 1000
TestIncremental.settings = settings(
    max_examples=80 if _THOROUGH else 9,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
