"""The table of languages: what is made from it is as it would be made now."""

from __future__ import annotations

import babel
import pytest

from docs import make_languages as languages
from journal_site.languages import cldr
from journal_site.languages.labels import label_names


def test_what_is_made_is_current() -> None:
    if babel.__version__ != cldr.BABEL:
        pytest.skip(f"made with Babel {cldr.BABEL}, which has its release of CLDR")
    rows = languages.read_rows()
    assert languages.CLDR.read_text(encoding="utf-8") == languages.cldr_module(rows)
    assert languages.WORDS.read_text(encoding="utf-8") == languages.words_module(rows)


def test_no_language_is_left_out() -> None:
    assert sorted(languages.read_rows()) == sorted(cldr.CLDR) == label_names()
