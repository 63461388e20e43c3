"""TIFF is shown as a PNG made of it; HEIC, which cannot be decoded here, is told with what to do."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from journal_site.pictures.measure import measure
from journal_site.pictures.scale import Scaler
from tests.site_test import SiteTest, assert_same_tree
from tests.unit.test_pictures import SECRET, noise, private

PAGE = "entries/one/index.html"


def _tiff(picture: Image.Image, **options: str) -> bytes:
    made = io.BytesIO()
    picture.save(made, "TIFF", **options)
    return made.getvalue()


def _heif(*brands: bytes, width: int = 40, height: int = 30) -> bytes:
    listed = b"".join(brands)
    size = (16 + len(listed) - 4).to_bytes(4, "big")
    numbers = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return size + b"ftyp" + brands[0] + b"\0\0\0\0" + b"".join(brands[1:]) + b"\0\0\0\x14ispe\0\0\0\0" + numbers


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/one.md", "---\ndate: 2026-03-01\n---\n\n![Cells](cells.tif)\n")
    return test


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"])
def test_a_tiff_is_shown_as_png(journal: SiteTest, compression: str) -> None:
    drawn = noise(300, 200)
    (journal.root / "entries/cells.tif").write_bytes(_tiff(drawn, compression=compression))
    assert journal.build().diagnostics == ()
    copy = "scaled/300/files/entries/cells.tif.png"
    (tag,) = re.findall("<img [^>]*>", journal.text(PAGE))
    assert f'src="../../{copy}"' in tag
    assert 'width="300" height="200"' in tag
    site = journal.site()
    shown = Image.open(io.BytesIO(site[copy]))
    assert (shown.format, shown.tobytes()) == ("PNG", drawn.tobytes())
    assert "files/entries/cells.tif" not in site
    assert copy in journal.text("journal.json")
    assert f"../{copy}" in journal.text("gallery/index.html")


def test_a_large_one_in_the_theme_is_turned_made_smaller_and_loses_what_is_private(journal: SiteTest) -> None:
    (journal.root / "static").mkdir()
    (journal.root / "static/far.tiff").write_bytes(private("TIFF", size=(1300, 2000)))
    journal.write("entries/one.md", "---\ndate: 2026-03-01\n---\n\n![Far](/far.tiff) and [itself](/far.tiff)\n")
    journal.build()
    (tag,) = re.findall("<img [^>]*>", journal.text(PAGE))
    assert "far.tiff.png 480w" in tag
    assert "far.tiff 2" not in tag
    copies = {path: raw for path, raw in journal.site().items() if path.startswith("scaled/")}
    assert {Image.open(io.BytesIO(raw)).size for raw in copies.values()} == {(480, 312), (960, 624), (1600, 1040)}
    assert not any(SECRET in raw for raw in journal.site().values())


def test_one_that_changes_is_made_again(journal: SiteTest, tmp_path: Path) -> None:
    picture = journal.root / "entries/cells.tif"
    picture.write_bytes(_tiff(noise(300, 200)))
    journal.build()
    picture.write_bytes(_tiff(noise(310, 200)))
    journal.build()
    picture.write_bytes(private("PNG", size=(300, 200), turn=1))
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    assert "files/entries/cells.tif" in journal.site()


@pytest.mark.parametrize("mode", ["I;16", "F", "I"])
def test_measured_values_are_spread_from_black_to_white(mode: str) -> None:
    ramp = Image.new("F", (256, 2))
    ramp.putdata([900.0 + x for _ in range(2) for x in range(256)])
    raw = _tiff(ramp.convert("I").convert("I;16") if mode == "I;16" else ramp.convert(mode))
    shown = Image.open(io.BytesIO(Scaler().scale(raw, mode, 256)))
    assert shown.mode == "L"
    assert shown.getextrema() == (0, 255)
    assert shown.getpixel((128, 0)) == pytest.approx(128, abs=1)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (_tiff(noise(90, 60))[:-3000], "it is cut short"),
        (
            _tiff(noise(90, 60)).replace(b"\x03\x01\x03\0\x01\0\0\0\x01\0", b"\x03\x01\x03\0\x01\0\0\0\x42\x86"),
            "compression",
        ),
        (b"II*\0" + bytes(40), "holds no picture"),
    ],
)
def test_a_tiff_that_cannot_be_decoded_is_told(journal: SiteTest, raw: bytes, told: str) -> None:
    (journal.root / "entries/cells.tif").write_bytes(raw)
    (problem,) = journal.build().diagnostics
    assert (problem.code, str(problem.location)) == ("image-unreadable", "entries/one.md:5:1")
    assert told in problem.message
    assert "picture cannot be read" in journal.text(PAGE)


@pytest.mark.parametrize("brands", [(b"heic", b"mif1", b"heic"), (b"mif1", b"heic"), (b"msf1", b"hevc")])
def test_heic_is_told_and_shown_to_those_who_can_see_it(journal: SiteTest, brands: tuple[bytes, ...]) -> None:
    (journal.root / "entries/cells.tif").write_bytes(_heif(*brands))
    (problem,) = journal.build().diagnostics
    assert problem.message == "the image 'cells.tif' cannot be shown by most browsers: it is HEIC"
    assert problem.hint == "export it as JPEG"
    assert 'width="40" height="30"' in journal.text(PAGE)


def test_its_name_alone_makes_a_heic_a_picture(journal: SiteTest) -> None:
    journal.write("entries/one.md", "---\ndate: 2026-03-01\n---\n\n![A](a.heic) ![B](b.HEIF)\n")
    for name in ("a.heic", "b.HEIF"):
        (journal.root / "entries" / name).write_bytes(_heif(b"heic"))
    assert [one.code for one in journal.build().diagnostics] == ["image-unreadable", "image-unreadable"]


def test_avif_is_none_of_them() -> None:
    for brands in ((b"avif", b"mif1"), (b"mif1", b"avif"), (b"avis",)):
        assert measure(_heif(*brands)).problem == ""
