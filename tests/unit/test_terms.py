"""How text is cut into terms, and what a body's HTML says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.terms import LONGEST, count_terms, cut, fold, pack_counts, text_of, unpack_counts


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Bytes before tokens", ["bytes", "before", "tokens"]),
        ("snake_case, kebab-case, np.add.at", ["snake", "case", "kebab", "case", "np", "add", "at"]),
        ("C++ and C# and F#, i++ x#y", ["c++", "and", "c#", "and", "f#", "i++", "x", "y"]),
        ("naïve Café ÜBER straße", ["naive", "cafe", "uber", "strasse"]),
        ("Kneser–Ney, don’t", ["kneser", "ney", "don", "t"]),
        ("ＧＰＴ ﬁne ²", ["gpt", "fine", "2"]),
        ("Łódź İzmir ıssız", ["lodz", "izmir", "issiz"]),
        ("ΣΊΣΥΦΟΣ σίσυφος", ["σισυφοσ", "σισυφοσ"]),
        ("Ёлка", ["елка"]),
        ("soft\u00adware", ["software"]),
        ("機械学習", ["機械", "械学", "学習", "習"]),
        ("GPTモデル2つ", ["gpt", "モデ", "デル", "ル", "2", "つ"]),
        ("한국어를", ["한국", "국어", "어를", "를"]),
        ("パ ハ", ["パ", "ハ"]),
        ("か\u3099", ["が"]),
        ("العربيّة مـــرحبا", ["العربية", "مرحبا"]),
        ("... — !?", []),
    ],
)
def test_text_is_cut(text: str, terms: list[str]) -> None:
    assert cut(text) == terms


def test_what_is_very_long_is_cut_short_on_both_sides() -> None:
    assert cut("a" * 100) == ["a" * LONGEST]
    assert cut("é" * 100) == ["e" * LONGEST]


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing_more_for_the_search(text: str) -> None:
    assert cut(fold(text)) == cut(text)


def test_a_body_says_its_text_and_nothing_of_its_marks() -> None:
    body = (
        '<p>One<em>self</em> &amp; <!>12<!>a link</a>, <img alt="x"></p><ul><li>first</li><li>second</li></ul>'
        '<pre><code><span class="k">def</span> f():</code></pre><script>var hidden</script><style>p {}</style>'
    )
    assert text_of(body).split() == ["Oneself", "&", "a", "link,", "first", "second", "def", "f():"]


def test_counts_are_kept_packed() -> None:
    terms, counts = unpack_counts(count_terms("<p>Ein Tag, ein Weg</p>"))
    assert dict(zip(terms, counts, strict=True)) == {"ein": 2, "tag": 1, "weg": 1}
    assert unpack_counts(count_terms("<p></p>")) == ([], b"")
    assert unpack_counts(pack_counts([("often", 70_000)])) == (["often"], b"\xff")
