"""What is written in the random journals: names, fields, bodies, days of a log, notebooks, pictures, settings."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
from collections.abc import Mapping

from hypothesis import strategies as st
from PIL import Image

from tests.site_test import SETTINGS

NAMES = st.sampled_from([
    "alpha", "beta", "2026-03-01-gamma", "2026/02/28", "2026-03-02", "Day 4", "zeta/README", "éta", "about",
])  # fmt: skip
TITLES = st.sampled_from([
    None, None, "Day 6", "Day 12", "2026-03-01", "March 3, 2026", "Sunday", "Day 7: attention", "About alpha", "日記",
])  # fmt: skip
"""Most say no more than the day, as in most journals, or there is none: lists then show how the text begins."""
TAGS = st.lists(st.sampled_from(["NLP", "NLP", "nlp", "C++", "C#", "attention", "日本語"]), max_size=3)
DATES = st.dates(dt.date(2026, 2, 20), dt.date(2026, 3, 14))
LONG = "Longer than an excerpt, which shows only its beginning. " * 6 + "\n\n"
WORDS = ["plain", "simple", "Read.", "Slept well", "Read the paper. Then slept.", "Read the book. Then slept."]
"""What is often all that a day says."""
PIECES = st.sampled_from([
    *WORDS, *WORDS, LONG,
    "# A heading\n\nSee [[alpha]], [[beta#part|there]] and [it](../log.md).\n\n## Part\n\n- [ ] open\n- [x] done",
    "Read [a paper](https://arxiv.org/abs/1706.03762) and <https://github.com/pytorch/pytorch/pull/12>.",
    "```python\nprint('x')\n```\n\nWhy does it work? [[Once]] I knew, and it is told [elsewhere](alpha.md#part).",
    "![a plot](plot.png) and ![another](/img/dot.png) and [a notebook](lab.ipynb).",
    "Energy is $E = mc^2$; the book was $30, not $40.[^1]\n\n[^1]: A footnote.",
    "#deep #learning\n\n> [!NOTE]\n> Careful.\n\n| a | b |\n| - | - |\n| 1 | 2 |",
    "- [ ] Ask [[Day 6]]\n- [x] Sleep", "What is a plain word?", "## Part", "[there](2026-03-02.md)",
    "![Day 6](https://example.org/a.png)", "[It](https://example.org/it) and [it](https://example.org/it)",
])  # fmt: skip
BODIES = st.lists(PIECES, min_size=1, max_size=3).map(lambda pieces: "\n\n".join(pieces) + "\n")
FIRST = {
    "alpha": "---\ntitle: About alpha\n---\n\n" + LONG + "# Part\n\nAnd on.\n\nSo one.\n",
    "beta": "---\ntags: [NLP]\n---\n\nSee [[alpha]] for [more](alpha.md#part).\n\nSo two.\n",
    "2026-03-02": "---\ntitle: Day 6\ntags: [NLP, attention]\n---\n\nplain\n",
    "2026-02-28": "---\ntags: [attention]\n---\n\nSlept well\n",
    **{f"2026-02-{day}": "rest\n" for day in range(11, 17)},
}
"""What each journal begins with; so many entries that home does not show all."""
FIELDS = st.one_of(
    st.sampled_from([
        "note: anew", "draft: true", "draft: false", "day: 7", "day: 12", "aliases: [Once, old/place]",
        "aliases: [/old, /feed.xml]", "image: plot.png",
        "description: In short.", "updated: 2026-03-12", "minutes: 30", "rest: true", "round: 2", "note: kept",
        "date: 2026-02-30",
    ]),
    TITLES.map(lambda title: f"title: {title or 'Anew'}"),
    DATES.map(lambda date: f"date: {date}"),
    TAGS.map(lambda tags: f"tags: {json.dumps(tags, ensure_ascii=False)}"),
)  # fmt: skip
DAYS = range(1, 7)
LOG_TEXTS = st.sampled_from([
    *WORDS, *WORDS,
    "A [paper](https://arxiv.org/abs/1706.03762) and [it][it].",
    "See [[alpha]], [[Day 6]].\n\n- [ ] ask\n\nWhy?", "Why? It rests.",
    "Read.\n\n### Later\n\nMore. #deep",
    "![a plot](entries/plot.png)",
])  # fmt: skip
HEADINGS = st.sampled_from(["Day {day}", "Day {day}", "March {day}, 2026", "Day {day}: words", "2026-03-0{day}"])
PAGES = st.none() | st.sampled_from(
    ["---\ntitle: About\n---\nWho writes.\n", "# About\n\nSee [[alpha]] and [[Lab]].\n"]
)
TEMPLATES = st.tuples(
    st.sampled_from(["entry_end.html", "head_extra.html", "gallery.html"]),
    st.sampled_from([
        None, None, "", "<!-- one -->", "<!-- {{ site.title }} -->", "{% include 'heatmap.html' %}",
        "<p>{{ view.window }}</p>", "{{ nothing.of.this }}",
        "{% if view.extra is defined %}<p>{{ view.extra.get('note', '') }}</p>{% endif %}",
    ]),
)  # fmt: skip
STATIC = st.tuples(
    st.sampled_from([
        "extra.css", "style.css", "Style.css", "about/index.html", "lab/data.txt", "lab", "entries", "entries/alpha",
        "topics/nlp/x.txt", "Topics", "index.html", "feed.xml/x.txt", "files", "stats/index.html/x.txt", "old",
    ]),
    st.sampled_from([None, "body { color: red }", "body { color: blue }"]),
)  # fmt: skip
"""Many have a name of the site's own, or are once a file and once a folder."""
REFERENCES = st.sampled_from([
    None, "@misc{a, title = {All}, author = {Ashish Vaswani}, eprint = {1706.03762}}\n",
    "@misc{a, title = {Need}, url = {https://arxiv.org/abs/1706.03762}}\n@misc{b\n",
])  # fmt: skip
SOURCES = "sources: [entries, log.md]\n"
CONFIGURED = st.sampled_from([
    *(SETTINGS + SOURCES + extra for extra in (
        "", "accent: '#aa3355'\n", "things: false\n", "palette: false\n",
        "search: false\n", "language: de\n", "author: Ada\n", "feed_limit: 2\n",
        "repo: https://github.com/ada/notes\n", "menu: [about, timeline]\n", "timezone: Asia/Kolkata\n",
        "topics: {NLP: {keywords: [words, plain], parent: Machines}}\n", "streak: {rest_days: [sunday]}\n",
        "challenge: {name: Hundred, days: 100, start: 2026-02-20, goals: [Learn]}\n", "titel: Slip\n",
    )),
    SETTINGS + "sources: [entries]\n",
    SETTINGS + "sources: [entries, {path: log.md, dates: consecutive, start: 2026-02-20, html: sanitised}]\n",
    "title: Other notes\n" + SOURCES,
])  # fmt: skip


def log(days: Mapping[int, str], heading: str, place: str) -> str:
    """Return a log of what is said on these days, in their order, each under such a heading; `[it]` is at `place`."""
    told = [f"## {heading.format(day=day)}\n\n{text}\n" for day, text in days.items()]
    return "# A hundred days\n\nGoals:\n\n- Learn\n\n" + "\n".join(told) + f"\n[it]: https://example.org/{place}\n"


def entry(title: str | None, body: str, fields: list[str]) -> str:
    """Return an entry file."""
    text = with_body("", body)
    for line in [f"title: {title}"] * (title is not None) + fields:
        text = with_field(text, line)
    return text


def with_body(text: str, body: str) -> str:
    """Return an entry file that says this in place of what it said."""
    return "".join(_head(text)) + body


def with_field(text: str, line: str) -> str:
    """Return an entry file with the line among its front matter, in place of an older one of its key."""
    key = line.partition(":")[0] + ":"
    head = _head(text)
    kept = [one for one in head[1:-1] if not one.startswith(key)]
    return "".join(["---\n", *kept, f"{line}\n", "---\n"]) + text[len("".join(head)) :]


def _head(text: str) -> list[str]:
    """Return the lines of an entry's front matter with those around it; none where it has none."""
    lines = text.splitlines(keepends=True)
    if "---\n" not in lines[1:] or lines[0] != "---\n":
        return []
    return lines[: lines.index("---\n", 1) + 1]


def picture(width: int, form: str = "PNG") -> bytes:
    """Return a picture of this width."""
    made = io.BytesIO()
    Image.new("RGB", (width, 2)).save(made, form)
    return made.getvalue()


PICTURES = st.sampled_from([
    None, picture(1), picture(2), picture(1700), picture(1900), picture(3, "TIFF"), picture(1700, "TIFF"),
    b"no picture",
    b"\0\0\0\x0cftypheic\0\0\0\x14ispe\0\0\0\0\0\0\0\x09\0\0\0\x09",
])  # fmt: skip


def notebook(number: int) -> str:
    """Return a notebook that says the number, and shows a picture that many pixels wide."""
    shown = {"image/png": base64.b64encode(picture(number)).decode()}
    output = {"output_type": "display_data", "data": shown, "metadata": {}}
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": [f"# Lab {number}\n", "See [alpha](alpha.md)."]},
        {"cell_type": "code", "metadata": {}, "source": "plot()", "execution_count": 1, "outputs": [output]},
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
