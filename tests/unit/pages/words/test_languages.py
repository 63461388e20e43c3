"""Every language says everything, with the same blanks to fill."""

from __future__ import annotations

import datetime as dt
import re
from gettext import c2py

import msgspec
import pytest

from journal_site.config.languages import language_tag
from journal_site.languages.labels import _translated, all_labels, load_labels, missing_labels
from journal_site.model.link_kinds import KIND_OF
from journal_site.pages.kinds.home import plan_home
from journal_site.pages.words.wording import Wording
from journal_site.reading.markdown.alerts import KINDS
from tests.unit.pages.small_journal import made, make_context, render_text

CODES = [labels.language for labels in all_labels()]
WHOLE = set("ar bn cs da de el en es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk vi zh".split())
"""The languages that say everything themselves. What the others leave out is said in English, and told."""
_BLANK = re.compile(r"\{(\w+)\}")
_DATES = re.compile("date_(long|full|short|medium|month)")


def test_these_languages_are_whole() -> None:
    assert set(CODES) == WHOLE
    assert [name for code in WHOLE for name in missing_labels(code)] == []


def test_what_a_language_leaves_out_is_said_in_english() -> None:
    assert "skip" in missing_labels("tlh")
    russian = c2py(load_labels("ru").plural)
    assert _translated(("{n} word", "{n} words"), russian) == ("{n} words", "{n} words", "{n} words")
    assert _translated(("{n} word", "{n} words"), lambda count: int(count != 1)) == ("{n} word", "{n} words")


@pytest.mark.parametrize("code", CODES)
def test_labels_are_whole(code: str) -> None:
    labels, english = load_labels(code), load_labels("en")
    assert labels.name.istitle()
    assert language_tag(code) == code
    assert len(labels.common.split()) >= 15 or re.search(f"[{labels.letters}]", labels.introduction)
    counted = {form: [n for n in range(1000) if c2py(labels.plural)(n) == form] for form in range(7)}
    forms = [form for form, counts in counted.items() if counts]
    assert forms == list(range(len(forms)))
    assert [len(names) for names in (labels.months, labels.months_alone, labels.months_short)] == [12, 12, 12]
    assert [len(names) for names in (labels.weekdays, labels.weekdays_short)] == [7, 7]
    assert set(labels.link_words) <= set(KIND_OF)
    assert list(labels.link_kinds) == list(labels.link_groups) == list(KIND_OF)
    assert set(labels.alerts) == KINDS
    for name, wanted in msgspec.structs.asdict(english).items():
        said = getattr(labels, name)
        if isinstance(wanted, str) and name not in {"letters", "common"} and not _DATES.fullmatch(name):
            assert said, name
            assert sorted(_BLANK.findall(said)) == sorted(_BLANK.findall(wanted)), name
        elif isinstance(wanted, tuple) and any("{n}" in form for form in wanted):
            assert len(said) == len(forms), name
            assert all("{n}" in form or len(counted[at]) == 1 for at, form in enumerate(said)), name


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Dienstag, 14. September 2021"),
        ("es", "martes, 14 de septiembre de 2021"),
        ("fr", "mardi 14 septembre 2021"),
        ("ru", "вторник, 14 сентября 2021"),
        ("zh", "2021年9月14日 星期二"),
        ("ja", "2021年9月14日 火曜日"),
        ("ko", "2021년 9월 14일 화요일"),
    ],
)
def test_dates(code: str, text: str) -> None:
    assert Wording(load_labels(code)).full_date(dt.date(2021, 9, 14)) == text


@pytest.mark.parametrize(("count", "text"), [(1, "1 запись"), (3, "3 записи"), (11, "11 записей"), (21, "21 запись")])
def test_russian_counts(count: int, text: str) -> None:
    labels = load_labels("ru")
    assert Wording(labels).counted(labels.entries, count) == text


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_language(code: str) -> None:
    context = make_context(language=code)
    (page,) = made(plan_home, context)
    html = render_text(context, page)
    assert f'<html lang="{code}"' in html
    assert ('dir="rtl"' in html) is (code in {"ar", "fa", "he"})
    assert context.labels.latest in html
