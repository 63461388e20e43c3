"""With which signs expressions can begin."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.code.first_characters import ALL, first_signs


def signs_of(expression: str, flags: int = 0) -> str:
    found = first_signs(re.compile(expression, flags))
    return "all" if found == ALL else "".join(chr(code) for code in range(128) if found >> code & 1)


@pytest.mark.parametrize(
    ("expression", "signs"),
    [
        ("def", "d"),
        (r"(class|in)\b", "ci"),
        (r"\s*#.*$", "\t\n\v\f\r\x1c\x1d\x1e\x1f #"),
        (r"(?<!\.)(?=x)(?!y)^[a-c]+", "abc"),
        ("(?:a?|b)*c", "abc"),
        ("(a|)b{2}", "ab"),
        ("(?>a|b)c", "ab"),
        ("a*+b", "ab"),
        (r"(?i)r[x]", "Rr"),
        (r"(?i:a)b", "Aa"),
        ("[é-ü]|道", ""),
        (r"[^\x00-\x40\x5b-\x7f]", string.ascii_uppercase),
    ],
)
def test_signs_that_can_begin_a_match(expression: str, signs: str) -> None:
    assert signs_of(expression) == signs


@pytest.mark.parametrize(
    "expression", ["", "a*", ".", "[^a]?", r"(x)?\1y", "(?i)[^k]", "(?i)\u212a", r"[^\s]", r"(a)?(?(1)b|c)", "(?!)"]
)
def test_all_signs_where_it_cannot_be_told(expression: str) -> None:
    assert first_signs(re.compile(expression)) == ALL


@given(
    st.from_regex(
        r"(\(\?i\))?([a-c]|\[\^?[a-cK-M]\]|\\[dDwWsS]|\(\?:(a|B?)\|[cd]\)|[xy][?*]|\(\?[=!][ax]\)){1,4}", fullmatch=True
    )
)
def test_no_sign_is_missing(expression: str) -> None:
    compiled = re.compile(expression)
    found = first_signs(compiled)
    for first in map(chr, range(128)):
        if any(compiled.match(first + rest) for rest in ("", "a", "1a", " b", "cax", "KdB")):
            assert found >> ord(first) & 1
