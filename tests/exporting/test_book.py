"""The book: valid, whole, the same each time, and leading nowhere that is not in it or on the web."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image

from journal_site.exporting.book_text import Places, fit_body
from journal_site.exporting.collection import Selection
from journal_site.exporting.run import export_journal
from journal_site.exporting.tree import as_xml, parse_body, plain_text
from tests.site_test import SiteTest

CHECKER = Path("/usr/share/java/epubcheck.jar")
_XHTML = "{http://www.w3.org/1999/xhtml}"


def book_of(journal: SiteTest, place: Path) -> dict[str, bytes]:
    export_journal(journal.request(), "epub", place, Selection(), force=True)
    with zipfile.ZipFile(place) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_each_document_is_xml_and_each_link_leads_somewhere(journal: SiteTest, tmp_path: Path) -> None:
    book = book_of(journal, tmp_path / "a.epub")
    documents = {
        name: fromstring(raw)  # noqa: S314 - our own
        for name, raw in book.items()
        if name.endswith((".xhtml", ".opf", ".xml"))
    }
    assert len(documents) == 9
    ids = {name: {one.get("id") for one in root.iter()} for name, root in documents.items()}
    inside = 0
    for name, root in documents.items():
        for href in [one.get("href") or "" for one in root.iter(f"{_XHTML}a")]:
            if not href.startswith("https://"):
                path, _, fragment = href.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                assert target in book
                assert not fragment or fragment in ids[target]
                inside += 1
    assert inside > 8


def test_pictures_are_within_and_far_ones_are_links(journal: SiteTest, tmp_path: Path) -> None:
    book = book_of(journal, tmp_path / "a.epub")
    (text,) = [raw.decode() for name, raw in book.items() if "elsewhere" in raw.decode("utf-8", "replace")]
    assert '<img src="../images/0001.png" alt="A loaf" width="40" height="30" />' in text
    assert '<a href="https://example.com/far.png">Far</a>' in text
    assert "☐" in text
    assert "☑" in text
    assert "<math" in text
    assert book["EPUB/images/0001.png"].startswith(b"\x89PNG")
    assert re.search(r'href="text/\d+\.xhtml"[^>]*properties="mathml"', book["EPUB/package.opf"].decode())


def test_the_same_journal_gives_the_same_bytes(journal: SiteTest, tmp_path: Path) -> None:
    book_of(journal, tmp_path / "a.epub")
    journal.build()
    book_of(journal, tmp_path / "b.epub")
    assert (tmp_path / "a.epub").read_bytes() == (tmp_path / "b.epub").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.epub") as book:
        assert (book.infolist()[0].filename, book.infolist()[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.skipif(not CHECKER.is_file() or shutil.which("java") is None, reason="no epubcheck here")
def test_epubcheck_finds_nothing(journal: SiteTest, tmp_path: Path) -> None:
    for name, mode in (("a", "RGB"), ("b", "RGBA")):
        Image.new(mode, (8, 8)).save(journal.root / f"entries/{name}.webp")
    journal.write("entries/c.webp", "no picture")
    html = '<details><summary>More</summary>\n\n<img src="a.webp"> ![b](b.webp) ![c](c.webp)\n\n</details>\n\n'
    html += "<br>&nbsp;<kbd>x</kbd>\n"
    journal.write("entries/html.md", f"---\ndate: 2026-03-05\n---\n{html}\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n")
    names = {name.rpartition(".")[2] for name in book_of(journal, tmp_path / "a.epub") if "/images/" in name}
    assert names == {"jpg", "png"}
    checked = subprocess.run(
        ["java", "-jar", str(CHECKER), str(tmp_path / "a.epub")], capture_output=True, text=True, check=False
    )
    assert "No errors or warnings detected" in checked.stdout + checked.stderr, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("html", "fitted"),
    [
        ('<p>a<br>b<img src="x.bmp" alt="c"></p>', "<p>a<br />b<span>c</span></p>"),
        ('<p id="a">1</p><p id="a">2</p>', '<p id="a">1</p><p>2</p>'),
        ('<p><a href="javascript:x()">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href="https://x.example/a b">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href="#there">a</a><a href="#not">b</a></p>', '<p><a href="#there">a</a><a>b</a></p>'),
        ('<p><a href="links/">a</a></p>', '<p><a href="https://own.example/links/">a</a></p>'),
        ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
        ('<p><picture><source srcset="a.webp"><img src="a.bmp" alt=""></picture>d</p>', "<p><span>a.bmp</span>d</p>"),
        (
            '<video src="https://x.example/a.mp4" controls>See it</video>',
            '<a href="https://x.example/a.mp4">See it</a>',
        ),
        ('<input type="checkbox" checked disabled> done', "<span>☑ </span> done"),
        ("<p>a<b>c</p>d", "<p>a<b>c</b></p>d"),
        ('<p onclick="x()" data-y="1" class="z">a\x0c</p>', '<p class="z">a</p>'),
    ],
)
def test_bodies_are_made_fit(html: str, fitted: str) -> None:
    places = Places({}, {"text/1.xhtml": {"there"}}, lambda _: None, lambda href: f"https://own.example/{href}")
    if "x.bmp" in html or "picture" in html:
        places = places._replace(absolute=lambda _: "")
    assert as_xml(fit_body(html, places, "text/1.xhtml").body) == f"<div>{fitted}</div>"


def test_plain_text_has_a_line_for_each_block() -> None:
    html = "<h2>A</h2><p>b <em>c</em><br>d</p><ul><li>e</li><li>f</li></ul>"
    html += "<math><mi>x</mi><annotation>y</annotation></math>"
    assert plain_text(parse_body(html)) == "A\nb c\nd\ne\nf\nx"
