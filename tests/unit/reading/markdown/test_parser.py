"""Our loops give what markdown-it's own give: the same tokens, for CommonMark's constructs and any text of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journal_site.reading.markdown.inlines import NESTING
from journal_site.reading.markdown.parser import EXTRAS, TABLES, Markdown, features_of, parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

REFERENCE = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")

EXAMPLES = [
    "a\n===\n\nb\n---\n\n# c #\n## d\\#\n#\te\n#no\n####### seven\n",
    "para\ngraph\n\n    code\n\n\tcode\n- item\n\n      code in it\n",
    "- a\n- b\n\n  c\n- d\n  - e\n    1. f\n    2) g\n* h\n+ i\n\n\n- j\n",
    "1. a\n3. b\n\npara\n2. no list\n1. list\n-\n  x\n-\n\n  y\n",
    "> quote\nlazy\n> - in it\n>   more\n\n> > deep\n> back\n",
    "```a b\n<x>\n````\nmore\n```\n~~~\n```\n",
    "***\n- - -\n___\n* * *x\n",
    "<div>\n*no*\n\n*yes*\n\n</div>\n<b>x</b>\n<!-- c -->\ntext\n",
    "[a]: /url 'title'\n[b]: <u v>\n[c]:\n  /w\n[a] [b][] [x][c] [no]\n",
    "| a | b |\n|:-|-:|\n| `x\\|y` | z |\n| only\n> end\n",
    "text\n| a |\n|---|\n| b |\n\n| no\n| -- | -- |\n",
    "*a* **b** ***c*** _d_ __e__ *f **g** h* **i*j*k** a*b* _c_d **\n",
    "`a` ``b ` c`` ` d ` `` ` `e\nf` `g\n",
    "[a](b) [c](<d e> \"t\") [f]( g 'h' ) [i](j(k)l) [m](n\\)o) [*p*](q) [r [s](t) u](v)\n",
    '![a](b) ![*c* [d](e)](f "t") !x ![g]\n',
    "<https://a.b> <c@d.e> <b c='d'> </b> <!-- x --> <? y ?> <![CDATA[z]]> < no>\n",
    "&amp; &copy; &#65; &#x41; &no; & \\& \\* \\a a\\\nb  \nc \n d\n",
    "\ta\n \tb\n  \tc\n>\td\n-\te\n",
    "   a\n    b\n\n   \n\n  c",
    "",
    "\n\n",
    "- a\n\n\n  b\n\n> c\n\n\nd",
]
PIECES = [
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "![",
    "<",
    ">",
    "&amp;",
    "&",
    "\\",
    "!",
    "#",
    '"t"',
    "é",
    "“",
    "\xa0",
    "\n",
    "\n\n",
    "  \n",
    "    ",
    "\t",
    "- ",
    "1. ",
    "2) ",
    "+ ",
    "* ",
    "> ",
    "# ",
    "---",
    "===",
    "***\n",
    "```\n",
    "~~~\n",
    "a",
    "b c",
    "|",
    "| a | b |\n|---|---|\n",
    "<div>",
    "<b>",
    "</p>",
    "<br>",
    "[a]: /x\n",
    "[a]",
    "(/u)",
]


def flat(tokens: Sequence[Token]) -> list[Any]:
    """Return tokens as plain values, with neighbouring text as one; ours holds the ends of its lines."""
    out: list[Any] = []
    for token in tokens:
        if token.type in ("text", "text_special", "softbreak"):
            text = "\n" if token.type == "softbreak" else token.content
            if out and out[-1][0] == "text":
                out[-1] = ("text", out[-1][1] + text)
            elif text:
                out.append(("text", text))
        elif token.type == "inline":
            out.append(("inline", tuple(token.map or ()), flat(token.children or [])))
        else:
            attributes = tuple(sorted(token.attrs.items()))
            children = flat(token.children) if token.children else []
            content = children if token.type == "image" else token.content
            out.append((token.type, token.tag, attributes, token.hidden, tuple(token.map or ()), content))
    return out


def read(markdown: Markdown, text: str) -> list[Any]:
    env: dict[str, Any] = {}
    tokens = markdown.read_blocks(text, env)
    for token in tokens:
        if token.type == "inline":
            token.children = markdown.read_inline(token.content, env)
    return flat(tokens)


@pytest.mark.parametrize("text", EXAMPLES)
def test_constructs_are_read_as_markdown_it_reads_them(text: str) -> None:
    expected = flat(REFERENCE.parse(text))
    assert read(parser(TABLES), text) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_is_read_as_markdown_it_reads_it(text: str) -> None:
    assert read(parser(TABLES), text) == flat(REFERENCE.parse(text))


@given(st.lists(st.sampled_from([*PIECES, "https://a.b/", "www.c.de", "x@y.zz"]), max_size=14).map("".join))
def test_rules_that_a_text_does_not_ask_for_would_not_change_it(text: str) -> None:
    assert read(parser(features_of(text)), text) == read(parser(TABLES | EXTRAS), text)


@pytest.mark.parametrize(
    "text", ["> " * 200 + "deep", "- " * 200 + "deep", "[" * 200 + "deep" + "]" * 200, "*" * 400 + "deep"]
)
def test_nothing_is_lost_where_nesting_is_deeper_than_the_parser_goes(text: str) -> None:
    assert "deep" in str(read(parser(0), text))


@settings(max_examples=20)
@given(st.integers(min_value=1, max_value=60))
def test_depth_changes_nothing_above_it(depth: int) -> None:
    assert "one" in str(read(parser(0), "> " * depth + "one\n\ntwo"))
    assert "two" in str(read(parser(0), "> " * depth + "one\n\ntwo"))


def test_an_open_comment_or_script_hides_nothing() -> None:
    for begin in ("<!--", "<script>", "<style\n", "<?x", "<![CDATA[", "<!X"):
        assert "words" in str(read(parser(0), f"{begin} a\n\nwords\n"))
