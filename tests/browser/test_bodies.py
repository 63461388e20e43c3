"""Reading makes valid HTML of any: random texts of an author's tags and Markdown pass the Nu checker."""

import random
import re
from html import escape
from pathlib import Path

import pytest

from journal_site.model.entry import SLOT, Reading
from journal_site.model.outline import Slice
from journal_site.reading.body.read import read_slice
from tests.browser.nu import check_html

TAGS = """a abbr address article audio b bdi bdo big blockquote body br button caption center code col colgroup dd
del details dfn div dl dt em figcaption figure font form h1 h2 h3 head hr html i iframe img input ins kbd
label li link main map mark math meta nav ol option p path picture pre q rp rt ruby s samp section select
small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time
title tr track tt u ul var video wbr""".split()
ATTRIBUTES = """align=center|align="left"|width="50%"|width=100|height="20px"|id="x"|name="y"|href="a.md"|href="#x"
src="i.png"|href="https://example.org/a b"|href="javascript:x()"|src="https://example.org/i.png"
alt="t"|style="color:red;width:10"|style="text-align: center"|class="a b"|onclick="x"|title="t<"|open
word|colspan=2|rowspan="3"|start="4"|type="checkbox"|controls|target=_blank|aria-label="z"|border=1
lang=en|dir=up|hidden|role=button|datetime=now|data-l="9"|data-f="0"|reversed|value="3"|scope=col
href=""|src=""|poster="p.png"|kind=captions""".replace("\n", "|").split("|")
MARKDOWN = [
    "text ", "*em* ", "`c<d>` ", "[l](u.md) ", "[m](https://example.org/x#a#b) ", "![i](p.png) ", "$x^2$ ",
    "[[w]] ", "<sos> ", "[^1] ", "a < b ", "&amp; ", "<!-- c -->", "https://example.org/d ", "    ",
    "\n\n- item\n", "\n\n1. n\n", "\n\n> q\n", "\n\n# H\n", "\n\n### H3 <b>x</b>\n",
    "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "\n\n```py\nx<1\n```\n", "\n\n[^1]: foot\n", "- [ ] t\n",
    "\n\n> [!note]- T\n> x\n", "\n***\n", "\n\nterm\n: def\n", "\n\n$$\n\\boxed{x}\n$$\n\n", "\n", "\n\n",
]  # fmt: skip
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
<body><main><h1>A page</h1>{}</main></body></html>"""


class NoCache:
    """A cache that keeps nothing."""

    def get(self, key: str) -> str | None:
        """Know nothing."""
        del key
        return None

    def put(self, key: str, fragment: str) -> None:
        """Forget it."""


def some_text(chance: random.Random) -> str:
    """Return tags and Markdown in no order."""
    pieces = []
    for _ in range(chance.randint(3, 30)):
        kind = chance.random()
        if kind < 0.35:
            pieces.append(f"<{chance.choice(TAGS)} {chance.choice(ATTRIBUTES)} {chance.choice(ATTRIBUTES)}>")
        elif kind < 0.6:
            pieces.append(f"</{chance.choice(TAGS)}>")
        else:
            pieces.append(chance.choice(MARKDOWN))
    return "".join(pieces)


def with_slots_filled(reading: Reading) -> str:
    """Return the body as a page has it."""

    def fill(match: re.Match[str]) -> str:
        slot = reading.content.slots[int(match[1])]
        if slot.kind in ("link", "wikilink"):
            return '<a href="x">'
        if slot.kind == "media":
            (tag, name), *others = slot.attributes
            written = "".join(f' {key}="{escape(value)}"' for key, value in ((name, "x"), *others))
            return f"<{tag}{written}>" if tag else written
        further = "".join(f' {name}="{escape(value)}"' for name, value in slot.attributes)
        return f'<img src="x" alt="{escape(slot.text)}"{further}>'

    return re.sub(f"{SLOT}(\\d+){SLOT}", fill, reading.html)


@pytest.mark.usefixtures("nu")
@pytest.mark.parametrize("html", ["trusted", "sanitised"])
def test_wild_html_becomes_valid(tmp_path: Path, html: str) -> None:
    chance = random.Random(html)
    for number in range(250):
        text = some_text(chance)
        reading = read_slice(Slice(kind="entry", text=text, line=1), "a.md", "", html, NoCache())
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
        (tmp_path / f"{number}.html").write_text(PAGE.format(with_slots_filled(reading)), encoding="utf-8")
    assert check_html(tmp_path) == []
