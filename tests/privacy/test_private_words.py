"""Nothing private is in any byte of the site, in place and imported; nothing public stays away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal_site.importing.run import ImportRequest, import_journal
from journal_site.model import SourceOptions
from tests.privacy.private_texts import HEADS, PARTLY, PUBLIC, WITHHELD
from tests.site_test import TODAY, SiteTest

_SETTINGS = "title: Notes\nurl: https://example.org/notes/\ncards: true\n"
_ALL = {**WITHHELD, **PARTLY, **PUBLIC}


def _word(kind: str, path: str) -> str:
    return f"{kind}{re.sub(r'[^a-z0-9]', '', path.lower())}word"


def _written(path: str, text: str) -> str:
    return text.replace("SECRET", _word("secret", path)).replace("PUBLIC", _word("public", path))


def _journal(root: Path) -> SiteTest:
    journal = SiteTest(root, _SETTINGS)
    for path, text in _ALL.items():
        journal.write(path, _written(path, text))
    return journal


@pytest.fixture(scope="module")
def in_place(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    journal = _journal(tmp_path_factory.mktemp("private") / "journal")
    journal.build()
    return journal


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    there = _journal(tmp_path_factory.mktemp("there") / "old")
    here = SiteTest(tmp_path_factory.mktemp("here") / "journal", _SETTINGS)
    import_journal(ImportRequest(place=there.root / "entries", root=here.root, options=SourceOptions(today=TODAY)))
    here.build()
    return here


@pytest.fixture(params=["in_place", "imported"])
def site(request: pytest.FixtureRequest) -> bytes:
    journal: SiteTest = request.getfixturevalue(request.param)
    return b"\n".join(b"\n".join((path.encode(), raw)) for path, raw in sorted(journal.site().items())).lower()


def test_no_private_word_is_in_any_byte_of_the_site(site: bytes) -> None:
    assert [path for path in {**WITHHELD, **PARTLY} if _word("secret", path).encode() in site] == []


def test_every_public_word_is_on_the_site(site: bytes) -> None:
    assert [path for path in {**PARTLY, **PUBLIC} if _word("public", path).encode() not in site] == []


def test_every_text_that_stays_at_home_is_named_with_its_reason(in_place: SiteTest) -> None:
    left_out = {one.path: one.reason for one in in_place.build().left_out}
    assert sorted(WITHHELD.keys() - left_out.keys()) == []
    assert all(left_out[path] for path in WITHHELD)
    assert sorted(left_out.keys() & PUBLIC.keys()) == []


def test_the_reason_shows_no_password(in_place: SiteTest) -> None:
    report = in_place.build()
    told = [*(one.reason for one in report.left_out), *(one.message + one.hint for one in report.diagnostics)]
    assert "password: open sesame" in HEADS.values()
    assert not any("sesame" in one for one in told)


def test_drafts_that_are_asked_for_are_shown(in_place: SiteTest, tmp_path: Path) -> None:
    in_place.drafts = True
    try:
        pages = "".join(page.decode() for name, page in in_place.clean_site(tmp_path).items() if name.endswith(".html"))
    finally:
        in_place.drafts = False
    assert _word("secret", "entries/head-0.md") in pages
    assert _word("secret", "entries/whole-raw.ipynb") in pages
    assert _word("secret", "entries/part-inline.md") not in pages
