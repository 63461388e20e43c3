"""Expressions that can read one text in more and more ways are told from those that cannot, and tamed."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.code.backtracking import tame

_WILD = [
    (r'"(\\\\|\\"|[^"])*"', '"' + "\\\\" * 200), (r"(a*)*b", "a" * 200), (r"(a|a)*b", "a" * 200),
    (r"(?:a?b?c?)*d", "abc" * 99), (r"(\s*|![^\n]*\n)*x", "\n" * 200), (r"(\w+\s?)*:", "ab " * 99),
    (r"(?:ab|a|b)+?c", "ab" * 99), (r"((?:a|aa)*b)*c", "aa" * 99), (r"(?i)(?:[a-z]|K)*1", "k" * 200),
    (r"x(?=(?:\w|\d)*y)", "x" + "1" * 200), (r"(?s)(.|\n)*x", "\n" * 200), (r"(?:[a-c]{1,2})*d", "a" * 200),
    (r"(é|[à-ü])*x", "é" * 200), ("(?:a{10,}|b)*c", "a" * 200), (r"(?x) ( \w | \d ) * x", "1" * 200),
]  # fmt: skip
_TAME = [
    r'"(\\.|[^"\\])*"', r"(?:[^*]|\*(?!/))*", r"(\w+\.)*\w+", r"(?:\s+\w+)*", r"(?:[0-9a-f]{4})*", r"(?:ab|ac)*", "a*b",
    r"(?:(?!-->)[\s\S])*", r"(?:.*\n)*", r"(?:[^\W\d]\w*\s+)+", r"(a|b|c)*", r"(?:a|ab)(?:c|d)*", r"(x?)*", r"(?:é|ж)*",
]  # fmt: skip


@pytest.mark.parametrize(("expression", "text"), _WILD)
def test_wild_ones_are_tamed(expression: str, text: str) -> None:
    started = time.process_time()
    assert tame(re.compile(expression)).match(text) is None
    assert time.process_time() - started < 1


@pytest.mark.parametrize("expression", _TAME)
def test_tame_ones_stay_as_they_are(expression: str) -> None:
    compiled = re.compile(expression)
    assert tame(compiled) is compiled


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r'"(\\\\|\\"|[^"])*"', r'"a \" b" c"'),
        (r'"(\\\\|\\"|[^"])*"', r'"a\\" b'),
        (r"(\w+\s?)*:", "a b  c:"),
        (r"(?P<a>a*)*b(?P=a)", "aab"),
        (r"(?:a|b|ab)*?c", "abc"),
    ],
)
def test_what_matches_is_the_same(expression: str, text: str) -> None:
    compiled = re.compile(expression)
    one, other = compiled.match(text), tame(compiled).match(text)
    assert (one and one[0]) == (other and other[0])


@given(st.from_regex(r'"([^"\\]|\\["\\nx])*"[ ;]{0,3}', fullmatch=True))
def test_closed_strings_end_where_they_ended(text: str) -> None:
    for expression in (r'"(\\\\|\\"|[^"])*"', r'(?s)"(\\\\|\\[0-7]+|\\.|[^"\\])*"'):
        compiled = re.compile(expression)
        one, other = compiled.match(text), tame(compiled).match(text)
        assert one is not None
        assert other is not None
        assert one[0] == other[0]
