"""What is no text: told at once, replaced where it comes in, and never shown to a terminal."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.characters import clean, clean_all, printable, printable_json, unfit_name
from journal_site.model.entry import Content, Link, Slot

NO_TEXT = "\x00\x01\x08\x0e\x1b\x1f\x7f\x80\x9b\x9f\ud800\udfff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
STEERING = NO_TEXT + "\u202a\u202e\u2066\u2069"
any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize("sign", NO_TEXT)
def test_what_is_no_text_is_replaced(sign: str) -> None:
    assert clean(f"道 a{sign}b") == "道 a\ufffdb"
    assert clean(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize("sign", "\x0b\x0c\x85")
def test_white_space_stays_white_space(sign: str) -> None:
    assert clean(f"a{sign}b") == "a b"


def test_every_other_character_stays() -> None:
    text = "".join(map(chr, range(0x110000)))
    changed = {old for old, new in zip(text, clean(text.replace("\r", " ")), strict=True) if old != new}
    ordered = "".join(sorted(changed, key=ord))
    assert len(ordered) == 31 - 2 + 1 + 32 + 1 + 2048 + 32 + 34
    assert not changed & set("\t\n\u200d\u202e\ufeff\ufffd\ue000")
    assert clean("a\r\nb\rc") == "a\nb\nc"


@given(any_text)
def test_what_is_clean_is_the_same_text(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) is cleaned
    assert cleaned.encode().decode() == cleaned


def test_all_texts_of_a_value_are_cleaned() -> None:
    content = Content(title="a\x00", links=(Link(url="u", kind="other", text="\x1b", line=1),), hashtags=("x",))
    cleaned = clean_all(content)
    assert (cleaned.title, cleaned.links[0].text, cleaned.hashtags) == ("a\ufffd", "\ufffd", ("x",))
    slots = (Slot(kind="image", target="t", attributes=(("title", "\x9b"),)),)
    assert clean_all({"k\x00": [slots]}) == {
        "k\ufffd": [(Slot(kind="image", target="t", attributes=(("title", "\ufffd"),)),)]
    }
    same = Content(title="a", links=(Link(url="u", kind="other", text="b", line=1),))
    assert clean_all(same) is same


@pytest.mark.parametrize("sign", STEERING)
def test_a_terminal_is_shown_nothing_that_steers_it(sign: str) -> None:
    assert printable(f"a{sign}b") == "a\ufffdb"


def test_a_terminal_is_shown_one_line_and_every_letter() -> None:
    assert printable("a\tb\r\nc\u2028d") == "a b  c d"
    words = "\u0645\u06cc\u200c\u062e \U0001f469\u200d\U0001f467 \u05e9\u05dc\u200f \U0001fae9 \U000f0001"
    assert printable(words) == words


@given(any_text.filter(lambda text: "\ud7ff" not in text))
def test_json_for_a_terminal_means_the_same(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    shown = printable_json(msgspec.json.format(msgspec.json.encode([text]), indent=2).decode())
    assert json.loads(shown) == [text]
    assert not set(STEERING) & set(shown)


def test_names_that_no_list_can_hold() -> None:
    assert unfit_name("a\udcff.md") == "its name is not UTF-8"
    assert [unfit_name(name) for name in ("a\nb", "a\tb", "a\x1bb", "a\x9bb")] == [
        "its name holds control characters"
    ] * 4
    assert [unfit_name(name) for name in ("a b.md", "ü.md", "道\u200d.md", "%00")] == [""] * 4
