"""What is written in the random journals: names, fields, bodies, days of a log, notebooks, pictures, settings."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json

from hypothesis import strategies as st
from PIL import Image

from tests.site_test import SETTINGS

NAMES = st.sampled_from(["alpha", "beta", "2026-03-01-gamma", "2026/02/28", "Day 4", "zeta/README", "éta"])
TAGS = st.lists(st.sampled_from(["NLP", "nlp", "C++", "C#", "attention", "日本語"]), max_size=3)
DATES = st.dates(dt.date(2026, 2, 20), dt.date(2026, 3, 14))
LONG = "Longer than an excerpt, which shows only its beginning. " * 6 + "\n\n"
BODIES = st.tuples(st.sampled_from(["", LONG]), st.sampled_from([
    "Plain words.\n",
    "# A heading\n\nSee [[alpha]], [[beta#part|there]] and [it](../log.md).\n\n## Part\n\n- [ ] open\n- [x] done\n",
    "Read [a paper](https://arxiv.org/abs/1706.03762) and <https://github.com/pytorch/pytorch/pull/12>.\n",
    "```python\nprint('x')\n```\n\nWhy does it work? [[Once]] I knew, and it is told [elsewhere](alpha.md#part).\n",
    "![a plot](plot.png) and ![another](/img/dot.png) and [a notebook](lab.ipynb).\n",
    "Energy is $E = mc^2$; the book was $30, not $40.[^1]\n\n[^1]: A footnote.\n",
    "#deep #learning\n\n> [!NOTE]\n> Careful.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
])).map("".join)  # fmt: skip
FIRST = {
    "alpha": LONG + "# Part\n\nAnd on.\n\nSo one.\n",
    "beta": "See [[alpha]] for [more](alpha.md#part).\n\nSo two.\n",
}
"""What each journal begins with."""
FIELDS = st.one_of(
    st.sampled_from([
        "draft: true", "draft: false", "day: 7", "day: 12", "aliases: [Once, old/place]", "image: plot.png",
        "description: In short.", "updated: 2026-03-12", "minutes: 30", "rest: true", "round: 2", "note: kept",
        "title: Anew", "title: About alpha", "title: 日記", "date: 2026-02-30",
    ]),
    DATES.map(lambda date: f"date: {date}"),
    TAGS.map(lambda tags: f"tags: {json.dumps(tags, ensure_ascii=False)}"),
)  # fmt: skip
LOG_DAYS = [
    "First steps.",
    "A [paper](https://arxiv.org/abs/1706.03762) and [it][it].",
    "See [[alpha]].",
    "Read.\n\n### Later\n\nMore.",
]
PAGES = st.none() | st.sampled_from(
    ["---\ntitle: About\n---\nWho writes.\n", "# About\n\nSee [[alpha]] and [[Lab]].\n"]
)
TEMPLATES = st.tuples(
    st.sampled_from(["entry_end.html", "head_extra.html", "gallery.html"]),
    st.sampled_from([
        None, None, "", "<!-- one -->", "<!-- {{ site.title }} -->", "{% include 'heatmap.html' %}",
        "<p>{{ view.window }}</p>", "{{ nothing.of.this }}",
    ]),
)  # fmt: skip
STATIC = st.tuples(
    st.sampled_from(["extra.css", "style.css", "about/index.html", "lab/data.txt"]),
    st.sampled_from([None, "body { color: red }", "body { color: blue }"]),
)
SOURCES = "sources: [entries, log.md]\n"
CONFIGURED = st.sampled_from([
    *(SETTINGS + SOURCES + extra for extra in (
        "", "accent: '#aa3355'\n", "search: false\n", "language: de\n", "author: Ada\n", "feed_limit: 2\n",
        "repo: https://github.com/ada/notes\n", "menu: [about, timeline]\n", "timezone: Asia/Kolkata\n",
        "topics: {NLP: {keywords: [words, plain], parent: Machines}}\n", "streak: {rest_days: [sunday]}\n",
        "challenge: {name: Hundred, days: 100, start: 2026-02-20, goals: [Learn]}\n", "titel: Slip\n",
    )),
    SETTINGS + "sources: [entries]\n",
    SETTINGS + "sources: [entries, {path: log.md, dates: consecutive, start: 2026-02-20, html: sanitised}]\n",
    "title: Other notes\n" + SOURCES,
])  # fmt: skip


def log(days: list[int], word: str, place: str) -> str:
    """Return a log of these days in this order, that says `word` in each and refers to `place` by a definition."""
    told = [f"## Day {day}\n\n{LOG_DAYS[day % len(LOG_DAYS)]} It was {word}.\n" for day in days]
    return "# A hundred days\n\nGoals:\n\n- Learn\n\n" + "\n".join(told) + f"\n[it]: https://example.org/{place}\n"


def entry(title: str, body: str, fields: list[str]) -> str:
    """Return an entry file."""
    return "---\n" + "\n".join([f"title: {title}", *fields]) + "\n---\n\n" + body


def with_field(text: str, line: str) -> str:
    """Return an entry file with the line among its front matter, in place of an older one of its key."""
    key = line.partition(":")[0] + ":"
    head, _, rest = text.removeprefix("---\n").partition("\n---\n")
    kept = [one for one in head.splitlines() if not one.startswith(key)]
    return "---\n" + "\n".join([*kept, line]) + "\n---\n" + rest


def picture(width: int) -> bytes:
    """Return a picture of this width."""
    made = io.BytesIO()
    Image.new("RGB", (width, 2)).save(made, "PNG")
    return made.getvalue()


PICTURES = st.sampled_from([None, picture(1), picture(2), picture(1700), picture(1900), b"no picture"])


def notebook(number: int) -> str:
    """Return a notebook that says the number, and shows a picture that many pixels wide."""
    shown = {"image/png": base64.b64encode(picture(number)).decode()}
    output = {"output_type": "display_data", "data": shown, "metadata": {}}
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": [f"# Lab {number}\n", "See [alpha](alpha.md)."]},
        {"cell_type": "code", "metadata": {}, "source": "plot()", "execution_count": 1, "outputs": [output]},
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
