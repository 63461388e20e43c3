"""Formulas as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.code.plain_math import plain_math


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"n \times n", "n × n"),
        (r"W + \frac{\alpha}{r}AB", "W + α/rAB"),
        (r"h_{t-1}", "h_t-1"),
        (r"2.18 \approx 4.5", "2.18 ≈ 4.5"),
        (r"\mathrm{softmax}(QK^\top/\sqrt{d})", "softmax(QK^⊤/√d)"),
        (r"\foo{x}", "foox"),
        ("E = mc^2", "E = mc^2"),
        (r"a \\ b & c", "a b c"),
    ],
)
def test_a_formula_in_a_line(tex: str, plain: str) -> None:
    assert plain_math(tex) == plain


@given(st.text(alphabet="\\{}abfrc_^ &", max_size=200))
def test_nothing_makes_it_raise(tex: str) -> None:
    assert "\n" not in plain_math(tex)
