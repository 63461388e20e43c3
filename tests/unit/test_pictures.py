"""Pictures as bytes: their sizes, copies without private data, smaller copies; and that nothing makes them raise."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from journal_site.pictures.kinds import Measure
from journal_site.pictures.measure import measure
from journal_site.pictures.private import without_private_data
from journal_site.pictures.scale import Scaler

SECRET = b"Somewhere Secret"
_PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PROFILE = _PROFILE[:24] + bytes(12) + _PROFILE[36:]  # without the time at which it was made: it names cases
FORMATS = ["JPEG", "PNG", "WEBP", "TIFF"]


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a picture with something to see everywhere."""
    tile = Image.frombytes("RGB", (16, 12), random.Random(3).randbytes(16 * 12 * 3))
    return tile.resize((width, height), Image.Resampling.BILINEAR).convert(mode)


def private(form: str, *, turn: int = 6, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a file that says where it was taken, with which camera, and how it is to be turned."""
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 29.0), 29: SECRET.decode()})
    exif.get_ifd(0x8769)[0xA430] = SECRET.decode()
    file = io.BytesIO()
    more = {"quality": 90} if form in {"JPEG", "WEBP"} else {}
    noise(*size).save(file, form, exif=exif, icc_profile=PROFILE, **more)
    return file.getvalue()


def opened(raw: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(raw))
    picture.load()
    return picture


@pytest.mark.parametrize("form", FORMATS)
def test_copies_say_nothing_private_and_show_the_same(form: str) -> None:
    raw = private(form)
    assert SECRET in raw
    copy = without_private_data(raw)
    assert SECRET not in copy
    assert opened(copy).tobytes() == opened(raw).tobytes()
    assert opened(copy).info["icc_profile"] == PROFILE
    exif = Image.open(io.BytesIO(copy)).getexif()
    assert exif[0x0112] == 6
    assert not exif.get_ifd(0x8825)
    assert without_private_data(copy) == copy


def test_what_follows_the_end_goes_too() -> None:
    for form in ("JPEG", "PNG"):
        assert without_private_data(private(form) + SECRET) == without_private_data(private(form))


def test_texts_of_png_and_comments_of_jpeg_go() -> None:
    text = SECRET + b"\0x"
    chunk = len(text).to_bytes(4, "big") + b"tEXt" + text + zlib.crc32(b"tEXt" + text).to_bytes(4, "big")
    plain = private("PNG", turn=1)
    assert SECRET not in without_private_data(plain[:33] + chunk + plain[33:])
    photo = private("JPEG", turn=1)
    comment = b"\xff\xfe" + (len(SECRET) + 2).to_bytes(2, "big") + SECRET
    assert without_private_data(photo[:2] + comment + photo[2:]) == without_private_data(photo)


@pytest.mark.parametrize("form", FORMATS)
def test_size_is_that_of_the_turned_picture(form: str) -> None:
    assert measure(private(form)) == Measure(40, 60, form.lower())  # type: ignore[arg-type] # one of its formats
    assert measure(private(form, turn=3))[:2] == (60, 40)


@pytest.mark.parametrize("form", ["GIF", "BMP", "ICO"])
def test_other_formats_have_a_size(form: str) -> None:
    file = io.BytesIO()
    noise(32, 16).save(file, form, **({"sizes": [(32, 16)]} if form == "ICO" else {}))
    assert measure(file.getvalue()) == Measure(32, 16)


@pytest.mark.parametrize("form", ["WEBP", "PNG"])
def test_what_moves_is_left_as_it_is(form: str) -> None:
    file = io.BytesIO()
    noise(30, 20).save(file, form, save_all=True, append_images=[noise(30, 20, "L").convert("RGB")])
    assert measure(file.getvalue()) == Measure(30, 20)
    assert getattr(opened(without_private_data(file.getvalue())), "n_frames", 1) == 2


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('width="1in" height="2.5cm"', (96, 94)),
        ('viewBox="0 0 300 150"', (300, 150)),
        ('width="60" viewBox="0,0,300,150"', (60, 30)),
        ('width="100%" height="100%" viewBox="0 0 24 24"', (24, 24)),
        ('width="100%"', (0, 0)),
        ('width="1e9" height="1e9"', (0, 0)),
    ],
)
def test_svg(attributes: str, size: tuple[int, int]) -> None:
    svg = f'<?xml version="1.0"?><!-- by hand --><svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'
    assert measure(svg.encode()) == Measure(*size)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS"),
        (b"<svg>\n<g></svg>", "it is no well-formed SVG (line 2, column 6)"),
        (b"\x89PNG\r\n\x1a\nhalf", "holds no picture"),
        (b"words", "no kind"),
        (private("JPEG")[:-400], "cut short"),
        (private("PNG")[:-400], "cut short"),
        (private("WEBP")[:-40], "cut short"),
        (private("PNG")[:-40].replace(b"IHDR\0\0\0\x3c", b"IHDR\0\0\0\x3d"), "checksum"),
    ],
)
def test_problems_are_named(raw: bytes, problem: str) -> None:
    assert problem in measure(raw).problem


@pytest.mark.parametrize(("form", "mode"), [("JPEG", "RGB"), ("PNG", "P"), ("PNG", "RGBA"), ("WEBP", "RGB")])
def test_copies_are_smaller_and_the_same_each_time(form: str, mode: str) -> None:
    file = io.BytesIO()
    noise(2000, 1000, mode).save(file, form)
    scaler = Scaler()
    copies = [scaler.scale(file.getvalue(), "a", width) for width in (1600, 480)]
    assert [opened(copy).size for copy in copies] == [(1600, 800), (480, 240)]
    assert all(len(copy) < len(file.getvalue()) and opened(copy).format == form for copy in copies)
    assert Scaler().scale(file.getvalue(), "a", 480) == copies[1]


def test_copies_are_turned_as_they_are_shown_and_keep_their_colours() -> None:
    copy = opened(Scaler().scale(private("JPEG", size=(3000, 1500)), "a", 480))
    assert copy.size == (480, 960)
    assert copy.info["icc_profile"] == PROFILE
    assert not copy.getexif()


def test_a_bomb_is_measured_and_never_opened() -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
    assert measure(bomb)[:2] == (60_000, 60_000)
    assert Scaler().scale(bomb, "a", 480) == bomb


WHOLE = {form: private(form) for form in FORMATS}


@given(st.sampled_from(FORMATS), st.lists(st.tuples(st.integers(0, 1 << 14), st.binary(max_size=6)), max_size=6))
def test_nothing_that_is_damaged_raises(form: str, damage: list[tuple[int, bytes]]) -> None:
    raw = WHOLE[form]
    for at, bytes_ in damage:
        place = at % len(raw)
        raw = raw[:place] + bytes_ + raw[place + (at % 3) :]
    measure(raw)
    without_private_data(raw)
    Scaler().scale(raw, "a", 20)


STARTS = [b"", b"RIFF\0\0\0\0WEBP", b"GIF89a", b"BM", b"II*\0", b"\0\0\0\0ftypavif", b"<svg", b"\0\0\1\0"]


@given(st.sampled_from(STARTS), st.binary(max_size=60))
def test_no_bytes_raise(start: bytes, raw: bytes) -> None:
    measure(start + raw)
    without_private_data(start + raw)
