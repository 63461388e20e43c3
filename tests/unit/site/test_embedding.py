"""The part of a body that an embed means."""

from __future__ import annotations

from typing import Literal

import pytest

from journal_site.model.page import BodyRef, Embedded
from journal_site.site.embedding import embed

BODY = (
    '<p>Top</p>\n<h2 id="a">A</h2>\n<p id="^x">In <br>A</p>\n<h3 id="b">B</h3>\n<ul>\n<li id="i">one\n<ul>\n<li>two\n'
    '</li>\n</ul>\n</li>\n</ul>\n<h2 id="c"><span id="^c"></span>C</h2>\n<div><h4 id="d">D</h4>\n<p>d</p></div>\n'
    '<section class="footnotes" role="doc-endnotes">\n<ol><li id="fn:1">n</li></ol>\n</section>\n'
)


def shown(part: str, form: Literal["", "block", "words"] = "block", body: str = BODY) -> str:
    one = Embedded(body=BodyRef(digest=""), part=part, href="../t/#a", title="T & t", form=form, link="LINK")
    return embed(one, body)


@pytest.mark.parametrize(
    ("part", "html"),
    [
        ("a", "<h2>A</h2>\n<p>In <br>A</p>\n<h3>B</h3>\n<ul>\n<li>one\n<ul>\n<li>two\n</li>\n</ul>\n</li>\n</ul>"),
        ("b", "<h3>B</h3>\n<ul>\n<li>one\n<ul>\n<li>two\n</li>\n</ul>\n</li>\n</ul>"),
        ("^x", "<p>In <br>A</p>"),
        ("i", "<ul>\n<li>one\n<ul>\n<li>two\n</li>\n</ul>\n</li>\n</ul>"),
        ("c", "<h2>C</h2>\n<div><h4>D</h4>\n<p>d</p></div>"),
        ("^c", "<h2>C</h2>\n<div><h4>D</h4>\n<p>d</p></div>"),
        ("d", "<h4>D</h4>\n<p>d</p>"),
    ],
)
def test_sections_and_blocks(part: str, html: str) -> None:
    source = '<p class="embed-source"><a href="../t/#a">T &amp; t</a></p>'
    assert shown(part) == f'<blockquote class="embed">\n{html}\n{source}\n</blockquote>\n'


def test_a_part_that_is_not_there_is_a_link() -> None:
    assert [shown("z", form) for form in ("block", "words", "")] == ["LINK"] * 3


def test_within_a_sentence_stands_a_paragraph_and_nothing_larger() -> None:
    assert shown("^x", "") == '<span class="embed">In <br>A</span>'
    assert shown("i", "") == '<span class="embed">one</span>'
    assert shown("a", "") == "LINK"


def test_words_are_those_of_a_block_without_what_hangs_below() -> None:
    assert shown("i", "words") == '<a href="../t/#a">one</a>'
    assert shown("^x", "words") == '<a href="../t/#a">In A</a>'
    long = f'<p id="p">{"word " * 50}&lt;</p>'
    assert shown("p", "words", long).endswith("word…</a>")


def test_links_within_its_own_text_lead_to_its_page() -> None:
    body = '<p id="p">See <a href="#fn:1" id="r">1</a> and <a class="x" href="#a">a</a>.</p>'
    assert '<a href="../t/#fn:1">1</a> and <a class="x" href="../t/#a">a</a>' in shown("p", body=body)


def test_text_that_looks_like_tags_is_none() -> None:
    body = '<p id="p">1 &lt; 2 <img alt="a > b" src="x"> <code>&lt;/p&gt;</code></p><p>next</p>'
    assert "next" not in shown("p", body=body)
