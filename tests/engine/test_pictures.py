"""Pictures on their way into the site: copies without private data, smaller ones, and what a replaced one rewrites."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from journal_site.engine.inputs import BuildRequest
from journal_site.engine.make import Maker
from journal_site.serve.preview import Preview
from tests.site_test import SiteTest, assert_same_tree
from tests.unit.test_pictures import SECRET, noise, private

PAGE = "entries/one/index.html"
PHOTO = "files/entries/photo.jpg"
COPIES = [f"scaled/{width}/{PHOTO}" for width in (1600, 480, 960)]


def png(width: int, height: int = 30) -> bytes:
    made = io.BytesIO()
    noise(width, height).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/one.md", "---\ndate: 2026-03-01\n---\n\n![A photo](photo.jpg)\n\n![A plot](plot.png)\n")
    test.write("entries/two.md", "---\ndate: 2026-03-02\n---\n\nPlain.\n")
    (test.root / "entries/photo.jpg").write_bytes(private("JPEG", size=(1200, 2000)))
    (test.root / "entries/plot.png").write_bytes(png(40))
    return test


def test_large_pictures_are_offered_small_and_private_data_stays_home(journal: SiteTest) -> None:
    journal.build()
    site = journal.site()
    assert sorted(path for path in site if path.startswith("scaled/")) == COPIES
    assert not any(SECRET in content for path, content in site.items() if path.endswith(".jpg"))
    assert Image.open(io.BytesIO(site[COPIES[1]])).size == (480, 288)
    first, second = re.findall("<img [^>]*>", journal.text(PAGE))
    assert 'width="2000" height="1200"' in first
    assert "srcset" in first
    assert "lazy" not in first
    assert 'width="40" height="30" loading="lazy" decoding="async"' in second
    assert "960w" in journal.text("gallery/index.html")


def test_a_replaced_picture_rewrites_what_shows_it(journal: SiteTest, tmp_path: Path) -> None:
    journal.build()
    plot = journal.root / "entries/plot.png"
    plot.write_bytes(png(40).replace(b"IEND", b"IEND"))
    assert journal.build().written == ()
    plot.write_bytes(private("PNG", turn=1, size=(40, 30)))  # another picture of the same size
    assert journal.build().written == ("files/entries/plot.png",)
    plot.write_bytes(png(80))
    assert {PAGE, "files/entries/plot.png", "gallery/index.html"} <= set(journal.build().written)
    photo = journal.root / "entries/photo.jpg"
    photo.write_bytes(private("JPEG", size=(1200, 2000), turn=8))
    assert set(journal.build().written) == {PHOTO, *COPIES}
    photo.write_bytes(png(300))
    report = journal.build()
    assert sorted(report.removed) == COPIES
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))


def test_copies_are_kept_by_content_and_made_in_workers_alike(
    journal: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (journal.root / "entries/other.jpg").write_bytes(private("JPEG", size=(1900, 100)))
    journal.write("entries/two.md", "---\ndate: 2026-03-02\n---\n\n![Other](other.jpg)\n")
    journal.build(jobs=2)
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    made: list[str] = []
    monkeypatch.setattr(Maker, "_scale", lambda _, output: made.append(output.path))
    shutil.rmtree(journal.root / "_site")
    journal.build()
    assert made == []
    assert_same_tree(journal.site(), read(tmp_path / "clean"))


def read(journal: Path) -> dict[str, bytes]:
    from tests.site_test import read_tree

    return read_tree(journal / "_site")


def test_the_preview_shows_the_same(journal: SiteTest) -> None:
    journal.build()
    preview = Preview(BuildRequest(root=journal.root, today=journal.today))
    preview.reload()
    for path in (PHOTO, *COPIES):
        assert preview.answer(f"/notes/{path}").content == journal.site()[path]


def test_pictures_that_lie_elsewhere_are_in_the_gallery_too(journal: SiteTest) -> None:
    far = "https://example.com/far.png"
    journal.write(
        "entries/two.md", f'---\ndate: 2026-03-02\n---\n\n![Far]({far})\n\n<img src="{far}?2" alt="Farther">\n'
    )
    journal.build()
    assert f'<img src="{far}" alt="Far"' in journal.text("gallery/index.html")
    written = json.loads(journal.text("journal.json"))["entries"]
    (images,) = [one["images"] for one in written if one["id"] == "two"]
    assert images == [{"url": far, "alt": "Far", "line": 5}, {"url": f"{far}?2", "alt": "Farther", "line": 7}]


def test_unreadable_pictures_are_told_and_end_nothing(journal: SiteTest) -> None:
    (journal.root / "entries/photo.jpg").write_bytes(b"<html>Not found</html>")
    (journal.root / "entries/plot.png").write_bytes(png(3000, 900)[:-99])
    report = journal.build()
    told = {(one.code, str(one.location)): one.message for one in report.diagnostics}
    assert "cannot be shown: it is a web page" in told["image-unreadable", "entries/one.md:5:1"]
    assert "is shown in part: it is cut short" in told["image-unreadable", "entries/one.md:7:1"]
    assert "picture cannot be read" in journal.text(PAGE)
    assert 'width="3000"' in journal.text(PAGE)


def test_the_cover_is_located_where_it_is_named(journal: SiteTest) -> None:
    journal.write("entries/one.md", "---\ndate: 2026-03-01\ncover: phto.jpg\n---\n\nText.\n")
    (problem,) = journal.build().diagnostics
    assert str(problem.location) == "entries/one.md:3:8"
    journal.write("entries/one.md", "---\ndate: 2026-03-01\ncover: photo.jpg\n---\n\nText.\n")
    journal.build()
    assert f"https://example.org/notes/{COPIES[0]}" in journal.text(PAGE)


def test_a_build_without_a_change_loads_no_pillow(journal: SiteTest) -> None:
    journal.build()
    code = (
        "import sys, datetime as dt; from pathlib import Path;"
        "from journal_site.engine.build import BuildRequest, build;"
        "build(BuildRequest(root=Path(sys.argv[1]), today=dt.date.fromisoformat(sys.argv[2]), jobs=1));"
        "sys.exit('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, journal.root, str(journal.today)], check=False).returncode == 0
