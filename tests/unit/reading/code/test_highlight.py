"""Code is highlighted by few classes, no character of it is lost, and merged expressions give Pygments' own tokens."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name

from journal_site.reading.code.highlight import highlight, language_of, title_of
from journal_site.reading.code.quick_lexer import QuickLexer

PYTHON = '''@decorated
async def area(r: float) -> str:
    """Return text."""
    return f"{3.14 * r ** 2:.2f}" if r > 0 and not None else rb'x'  # done
'''
SAMPLES = {
    "python": PYTHON,
    "javascript": "const f = async (a) => `x ${a}`; /* c */ let r = /re+/g;\n",
    "c": "#include <a.h>\nint main(void) { return 0x1f; } // end\n",
    "bash": "for x in $(ls); do echo \"$x\" | grep -v 'a'; done\n",
    "sql": "SELECT a, COUNT(*) FROM t WHERE b = 'c' -- why\n",
    "html": '<p class="a">x &amp; y<script>var z = 1;</script></p>\n',
    "json": '{"a": [1, true, null, "b"]}\n',
    "rust": 'fn main() { let x: &\'static str = r#"raw"#; }\n',
    "java": "public class A { @Override int b() { return 'c'; } }\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n",
    "irc": "* someone waves\n",
}


class Kept:
    """A cache of fragments that counts."""

    def __init__(self) -> None:
        self.fragments: dict[str, str] = {}
        self.hits = 0

    def get(self, key: str) -> str | None:
        found = self.fragments.get(key)
        self.hits += found is not None
        return found

    def put(self, key: str, fragment: str) -> None:
        self.fragments[key] = fragment


def plain(html: str) -> str:
    return unescape(re.sub(r"</?span[^>]*>", "", html))


@pytest.mark.parametrize("language", SAMPLES)
def test_no_character_is_lost(language: str) -> None:
    assert plain(highlight(SAMPLES[language], language, Kept()).html) == SAMPLES[language]


@given(st.text(), st.sampled_from(["python", "html", "bash", "no such language", ""]))
def test_no_character_of_any_text_is_lost(code: str, language: str) -> None:
    assert plain(highlight(code, language, Kept()).html) == code


def test_runs_of_one_class_are_one_tag_and_spaces_need_none() -> None:
    html = highlight("def f():\n    return  None\n", "python", Kept()).html
    assert (
        html == '<span class="k">def</span> <span class="f">f</span>():\n'
        '    <span class="k">return</span>  <span class="m">None</span>\n'
    )


def test_fragments_are_kept_by_content_and_language() -> None:
    cache = Kept()
    first = highlight("x = 1\n", "python", cache)
    assert highlight("x = 1\n", "python", cache) == first
    assert cache.hits == 1
    highlight("x = 1\n", "ruby", cache)
    assert len(cache.fragments) == 2


def test_very_long_code_stays_plain() -> None:
    cache = Kept()
    html, problem = highlight("x = 1\n" * 40_000, "python", cache)
    assert "span" not in html
    assert problem == "this code is shown plain: it is longer than 200,000 signs"
    assert not cache.fragments


@pytest.mark.parametrize(
    ("info", "language"),
    [("python", "python"), ("Python {1,3}", "python"), ("{.python .x}", "python"), ("cpp=12", "cpp"), ("c++", "c++"),
     ("", ""),
     ("js{2}", "js"), ("{r, echo=FALSE}", "r"), ("C#", "c#"), ("objective-c", "objective-c"), ("py:a.py", "py")],
)  # fmt: skip
def test_languages_of_info_strings(info: str, language: str) -> None:
    assert language_of(info) == language


def test_titles_of_info_strings() -> None:
    assert title_of('python title="a b.py"') == "a b.py"
    assert title_of("python filename=a.py {1}") == "a.py"
    assert title_of("python") == ""


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("text", ["", "\n", '((((\n"""', "é ü 道\n'", *SAMPLES.values()])
def test_rules_by_first_sign_give_the_same_tokens(language: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal_site.reading.code.quick_lexer._WORTH_SORTING", -1)
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    assert list(QuickLexer(lexer).tokens(text)) == list(lexer.get_tokens_unprocessed(text))
