"""The targets of `make fuzz`, with a few random inputs of each in every run of the tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import PIECES, dictionary, seeds
from tests.fuzz.targets import PATHS, TARGETS, run

_WHOLE = ("folder", "import")
"""Targets that build, of which few inputs can be tried here."""
_MORE = 20 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 1
_MUST_BE_FIRST = st.integers(0, 255).map(lambda number: bytes([number]))


def _texts(name: str) -> st.SearchStrategy[bytes]:
    piece = (
        st.sampled_from(PIECES[name]).map(str.encode) | st.sampled_from([b"\n", b"\n\n", b" "]) | st.binary(max_size=4)
    )
    return st.lists(piece, max_size=30).map(b"".join)


def _files(name: str) -> st.SearchStrategy[bytes]:
    one = st.builds(lambda at, text: bytes([at]) + text, st.integers(0, len(PATHS) - 1), _texts(name))
    return st.lists(one, min_size=1, max_size=5).map(b"\n====\n".join)


@pytest.mark.property
@pytest.mark.parametrize("name", [name for name in TARGETS if name not in _WHOLE])
def test_no_input_breaks_a_promise(name: str) -> None:
    @settings(max_examples=60 * _MORE)
    @given(st.builds(bytes.__add__, _MUST_BE_FIRST, _texts(name)))
    def each(raw: bytes) -> None:
        run(TARGETS[name], raw)

    each()


@pytest.mark.property
@pytest.mark.parametrize("name", _WHOLE)
def test_no_folder_breaks_a_promise(name: str) -> None:
    @settings(max_examples=12 * _MORE)
    @given(_files(name))
    def each(raw: bytes) -> None:
        run(TARGETS[name], raw)

    each()


def test_a_broken_promise_is_seen() -> None:
    def broken(raw: bytes) -> None:
        raw.decode("ascii")

    with pytest.raises(UnicodeDecodeError):
        run(broken, b"\xff")


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_has_seeds_that_it_reads_and_a_dictionary(name: str) -> None:
    first = seeds(name)
    assert len(first) >= 3
    run(TARGETS[name], first[0])
    assert dictionary(name).count("\n") == len(PIECES[name])
