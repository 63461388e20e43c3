"""Any text gives whole slots, balanced HTML and every word of it, in time that grows with its length."""

from __future__ import annotations

import re
from html import unescape

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.entry import SLOT, Reading
from journal_site.model.outline import Slice
from journal_site.reading.body.read import read_slice

WORDS = """*em*|**|`|[l](u.md)|[m](https://e.f)|![i](p.png)|$x^2$|$|[[w]]|![[e]]|<sos>|[^1]|^[|==|~~|:tada:|https://a.b/c
www.d.e|x@y.zz|(a)[b.md]|#tag|why?|<b>|</b>|<br>|<img src=a.png>|<a href=b.md>|</a>|<!--|-->|<script>|</script>|x-slot:0
\x00|\x01|道|&lt;|word|</i>|<font color=red>|<kbd>""".replace("\n", "|").split("|")
BLOCKS = [
    "\n",
    "\n\n",
    "- ",
    "- [ ] ",
    "1. ",
    "> ",
    "> [!note]- T\n",
    "# ",
    "### ",
    "| a |\n|---|\n",
    "```py\n",
    "    ",
    "$$\n",
    "\n: ",
    "\n[^1]: ",
    "<div>\n",
    "</div>\n",
    "<details>\n",
    "<summary>",
    "<table>",
    "<tr>",
    "<td>",
    "<li>",
    "<h1>",
    "</h1>",
    "<pre>\n",
    "</pre>\n",
    "<style>\n",
    "</style>\n",
    "---\n",
    "<ul>",
    "<center>\n",
    "<p align=center>",
]
PIECES = [f"{word} " for word in WORDS] + BLOCKS + BLOCKS
OPENING = """*a **a |[a](|![a](|[[a|$a |<b>|<a href='|<!--|`a ``|> |- |:a:|(a)[b|http://a|a@|[^a|^[|==a |~a |a? |#a |&a
<x|<p><span>|</b>|\\|<svg><style>"""
GROWING = [*OPENING.replace("\n", "|").split("|"), "$$a\n\n", "<div>\n\n", "[a]: u\n", "|a", "[^a]: b\n", "a\n: b\n"]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=20).map("".join))


class NoCache:
    """A cache that keeps nothing."""

    def get(self, key: str) -> str | None:
        del key
        return None

    def put(self, key: str, fragment: str) -> None:
        """Forget it."""


def read(text: str, html: str = "trusted") -> Reading:
    return read_slice(Slice(kind="entry", text=text, line=1), "a.md", "", html, NoCache())


@given(texts, st.sampled_from(["trusted", "sanitised"]))
def test_any_text_is_read_into_whole_slots_and_balanced_html(text: str, html: str) -> None:
    reading = read(text, html)
    numbers = re.findall(f"{SLOT}(\\d+){SLOT}", reading.html)
    assert reading.html.count(SLOT) == 2 * len(numbers)
    assert {int(number) for number in numbers} <= set(range(len(reading.content.slots)))
    assert not re.search("<[^>]*x-slot:", reading.html)
    assert "<script" not in reading.html
    for tag in ("div", "p", "ul", "li", "table", "details", "blockquote", "span", "b", "em", "pre"):
        assert len(re.findall(f"<{tag}[ >]", reading.html)) == reading.html.count(f"</{tag}>")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(reading), type=Reading) == reading


@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@given(
    st.lists(st.sampled_from([piece for piece in PIECES if "<" not in piece and "$" not in piece]), max_size=12),
    st.text(),
)
def test_no_word_is_lost(around: list[str], text: str) -> None:
    word = "unmistakable"
    reading = read("".join(around) + f" {word} " + text)
    shown = (
        unescape(reading.html)
        + reading.content.title
        + " ".join(slot.target + slot.text for slot in reading.content.slots)
    )
    assert word in shown


@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_with_length_alone(piece: str) -> None:
    """Quadratic growth would take minutes here, and exponential growth for ever."""
    assert "end" in read(piece * 3000 + "\n\nend\n").html
