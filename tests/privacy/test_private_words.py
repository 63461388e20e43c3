"""Nothing private is in any byte of the site, in place and imported; nothing public stays away."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from journal_site.exporting.collection import Selection
from journal_site.exporting.run import FORMATS, export_journal
from journal_site.importing.run import ImportRequest, import_journal
from journal_site.model.source import SourceOptions
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


@pytest.mark.parametrize("key", FORMATS)
def test_no_private_word_leaves_with_an_export(in_place: SiteTest, key: str, tmp_path: Path) -> None:
    place = tmp_path / "out"
    export_journal(in_place.request(), key, place, Selection())
    files = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place]
    exported = b"\n".join(_unpacked(path) for path in files).lower()
    found = [path for path in {**WITHHELD, **PARTLY} if _word("secret", path).encode() in exported]
    assert "\n".join(found) == ""
    public = [path for path in {**PARTLY, **PUBLIC} if path.endswith(".md")]
    assert [path for path in public if _word("public", path).encode() not in exported] == []


def _unpacked(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return b"\n".join(book.read(name) for name in book.namelist())


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


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("other/plan.md", "---\ndraft: true\n---\nSECRET\n"),
        ("other/plan.md", "PUBLIC %%SECRET%%\n"),
        ("other/plan.markdown", "---\nexpiryDate: 2026-01-01\n---\nSECRET\n"),
        ("private/plan.md", "SECRET\n"),
        ("other/plan.md", "---\ntitle: [\n---\nSECRET\n"),
    ],
)
def test_a_private_text_that_is_no_source_is_not_copied_where_one_names_it(
    tmp_path: Path, path: str, text: str
) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write(path, text)
    journal.write("entries/2026-03-01.md", f"See [the plan](../{path}), ![it](../{path}) and [[{path}]].\n")
    report = journal.build()
    assert {one.code for one in report.diagnostics} == {"link-unpublished"}
    assert [name for name, raw in journal.site().items() if b"SECRET" in raw] == []


def test_a_public_text_that_is_no_source_is_copied(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write("other/plan.md", "PUBLIC, 100%% sure.\n")
    journal.write("entries/2026-03-01.md", "See [the plan](../other/plan.md).\n")
    assert journal.build().diagnostics == ()
    assert journal.text("files/other/plan.md") == "PUBLIC, 100%% sure.\n"


def test_a_text_that_turns_private_leaves_the_site(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    texts = ["SECRET [n](n.ipynb)\n", "---\nprivate: true\n---\nSECRET [n](n.ipynb)\n", "%%SECRET%% [n](n.ipynb)\n"]
    journal.write("entries/n.ipynb", PARTLY["entries/cells-comment.ipynb"].replace("SECRET", "words"))
    journal.write("entries/2026-03-01.md", "Open.\n")
    held = []
    for text in (texts[0], texts[1], texts[0], texts[2], texts[1]):
        journal.write("entries/2026-03-02.md", text)
        journal.build()
        assert journal.site() == journal.clean_site(tmp_path / "clean")
        held.append(
            (any(b"SECRET" in raw for raw in journal.site().values()), "notebooks/n/index.html" in journal.site())
        )
    assert held == [(True, True), (False, False), (True, True), (False, True), (False, False)]


@pytest.mark.parametrize("head", ["draft: true", "visibility: private", "expiryDate: 2026-01-01"])
def test_what_the_head_of_a_log_says_holds_for_all_its_days(tmp_path: Path, head: str) -> None:
    journal = SiteTest(tmp_path / "journal", "title: T\nsources: [README.md, entries/]\n")
    journal.write("README.md", f"---\n{head}\n---\n# Log\n\nSECRET.\n\n## Day 1\n\nSECRET.\n\n## Day 2\n\nSECRET.\n")
    report = journal.build()
    assert (report.entries, len(report.left_out)) == (0, 3)
    assert [name for name, raw in journal.site().items() if b"SECRET" in raw] == []


def test_a_property_in_a_day_of_a_log_keeps_that_day_at_home(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal", "title: T\nsources: [README.md]\n")
    journal.write(
        "README.md", "# Log\n\n## Day 1\n\nOpen.\n\n## Day 2\n\nSECRET.\n\npublic:: false\n\n## Day 3\n\nX.\n"
    )
    report = journal.build()
    assert (report.entries, [one.reason for one in report.left_out]) == (2, ["not public (public: false)"])
    assert [name for name, raw in journal.site().items() if b"SECRET" in raw] == []


def test_pages_of_the_authors_own_stay_at_home_likewise_and_are_named(tmp_path: Path) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.write("pages/a.md", "---\nstatus: private\n---\nSECRET\n")
    journal.write("pages/b.md", "---\npublishDate: 2027-01-01\n---\nSECRET\n")
    journal.write("pages/c.md", "- Open\n- SECRET\n  private:: true\n")
    report = journal.build()
    assert [(one.path, one.reason) for one in report.left_out] == [
        ("pages/c.md", "not public (private: true)"),
        ("pages/a.md", "not public (status: private)"),
        ("pages/b.md", "dated in the future (2027-01-01)"),
    ]
    assert [name for name, raw in journal.site().items() if b"SECRET" in raw] == []
