"""What sanitised texts keep or name runs nothing in the site's name: drawings are cleaned, and pages stay out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site_test import SETTINGS, SiteTest, assert_same_tree

SCRIPT = "<script>alert(1)</script>"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6" onload="alert(1)">{SCRIPT}<circle r="2"/></svg>'
HTML = f"<!doctype html><title>t</title>{SCRIPT}"
XML = f'<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><x xmlns="http://www.w3.org/1999/xhtml">{SCRIPT}</x>'
PAGES = {
    "a.html": HTML, "a.HTM": HTML, "a.xhtml": XML, "a.xml": XML, "a.shtml": HTML, "a.mht": "MIME-Version: 1.0",
    "a.rss": XML, "a.xsl": XML, "a.php": "<?php phpinfo();", "a.swf": "CWS", "a.svgz": "gzip", "a.html.gz": "gzip",
    "a.svg.gz": "gzip", "a.html.unknown": "words", "none": HTML, "a.json": f"  \n{HTML}", "a.md5": f"\ufeff{HTML}",
    "a.pdf": HTML, "a.csv": "<!-- x --><script>", "a.drawio": XML,
    "e.svg": f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG[:-6]}&a;</svg>',
    "half.svg": f"{SVG[:-6]}", "g.svg": "gzip", "b.png": "<p onclick=x>", "a b#c.html": HTML,
}  # fmt: skip
"""What a browser would run, or what could not be made harmless."""
DRAWINGS = {
    "a.svg": SVG, "A.SVG": SVG, "picture.png": SVG, "notes.txt": f"\n{SVG}", "commented.svg": f"<!-- by -->\n{SVG}",
    "declared.svg": f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">{SVG}',
    "prefixed.svg": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script><s:rect/></s:svg>',
    "page.svg": f"<html>{SVG}",
    "style.svg": '<svg xmlns="http://www.w3.org/2000/svg"><style>a{fill:u\\rl(http://x/)}b{fill:u/**/rl(http://x)}'
                 "c{fill:ujavascript:rl(http://x/)}@im\\port 'http://x/';</style><rect fill='ur\\l(http://x/)'/></svg>",
}  # fmt: skip
HARMLESS = {
    "a.pdf.txt": "words", "data.csv": "a,b\n", "code.py": "print(1)", "code.js": "alert(1)", "x.svg.png": "PNG",
    "data.csv.gz": "gzip", "LICENSE": "MIT", "data.json": "{}", "film.mp4": "film",
}  # fmt: skip
SANITISED = f"{SETTINGS}sources: [entries/, {{path: guests/, html: sanitised}}]\n"


def runs(journal: SiteTest) -> bool:
    """Tell whether a script of a file's is anywhere in the site but in a notebook's own file, which is JSON."""
    return any(b"alert(1)" in raw for path, raw in journal.site().items() if not path.endswith(".ipynb"))


def links(names: object, folder: str = "") -> str:
    """Return a text that links to files."""
    assert isinstance(names, dict)
    return "words\n\n" + "\n".join(f"- [{name}](<{folder}{name.replace('#', '%23')}>)" for name in names) + "\n"


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    journal = SiteTest(tmp_path / "journal", SANITISED)
    journal.write("entries/2026-01-01.md", "mine\n")
    return journal


def files(journal: SiteTest) -> dict[str, bytes]:
    """Return the copied files of the site."""
    return {path: raw for path, raw in journal.site().items() if path.startswith("files/")}


def test_pages_that_a_sanitised_text_names_are_left_out_and_told(journal: SiteTest) -> None:
    for name, text in PAGES.items():
        journal.write(f"guests/{name}", text)
    journal.write("guests/2026-01-02.md", links(PAGES))
    report = journal.build()
    assert files(journal) == {}
    assert not runs(journal)
    told = [one for one in report.diagnostics if one.code == "file-left-out"]
    assert {one.message.split("'")[1] for one in told} == set(PAGES)
    assert {one.severity for one in told} == {"notice"}
    page = journal.text("entries/2026-01-02/index.html")
    assert page.count('class="missing"') == len(PAGES)


def test_they_are_linked_where_the_repository_shows_them(journal: SiteTest) -> None:
    journal.write("site.yaml", f"{SANITISED}repo: https://github.com/o/r\n")
    for name, text in PAGES.items():
        journal.write(f"guests/{name}", text)
    journal.write("guests/2026-01-02.md", links(PAGES) + "\n![[a.html]] [[a.xml]]\n")
    report = journal.build()
    assert files(journal) == {}
    assert report.diagnostics == ()
    page = journal.text("entries/2026-01-02/index.html")
    assert page.count('href="https://github.com/o/r/blob/main/guests/') >= len(PAGES) + 2
    assert 'href="https://github.com/o/r/blob/main/guests/a%20b%23c.html"' in page


def test_drawings_are_published_without_what_runs(journal: SiteTest) -> None:
    for name, text in DRAWINGS.items():
        journal.write(f"guests/{name}", text)
    journal.write("guests/2026-01-02.md", links(DRAWINGS))
    report = journal.build()
    copied = files(journal)
    assert report.diagnostics == ()
    assert {path.rpartition("/")[2] for path in copied} == DRAWINGS.keys()
    for raw in copied.values():
        assert b"svg" in raw
        assert not any(word in raw for word in (b"script", b"alert", b"onload", b"http://x", b"DOCTYPE", b"stylesheet"))


def test_what_runs_nothing_is_published_as_it_is(journal: SiteTest) -> None:
    for name, text in HARMLESS.items():
        journal.write(f"guests/{name}", text)
    journal.write("guests/2026-01-02.md", links(HARMLESS))
    journal.build()
    assert {path.rpartition("/")[2]: raw.decode() for path, raw in files(journal).items()} == HARMLESS


WAYS = {
    "image": "![a](x.svg) ![b](x.html)",
    "html": '<img src="x.svg" alt=""> <a href="x.html">b</a> <video src="x.xml"></video>',
    "embed": "![[x.svg]] ![[x.html]]",
    "wikilink": "[[x.svg]] [[x.html|b]]",
    "rooted": "[a](/guests/x.svg) [b](/guests/x.html?raw=true#top)",
    "encoded": "[a](x%2Esvg) [b](./y/../x%2ehtml)",
    "footnote": "a[^1]\n\n[^1]: [a](x.svg) ![b](x.html)",
    "cover": "---\nimage: x.svg\n---\n\nwords [x](x.html)",
}


@pytest.mark.parametrize("way", WAYS)
def test_however_they_are_named(journal: SiteTest, way: str) -> None:
    journal.write("guests/x.svg", SVG)
    journal.write("guests/x.html", HTML)
    journal.write("guests/x.xml", XML)
    journal.write("guests/2026-01-02.md", f"{WAYS[way]}\n")
    journal.build()
    assert files(journal).keys() <= {"files/guests/x.svg"}
    assert not runs(journal)


def notebook(text: str) -> str:
    """Return a notebook with a cell of Markdown, and one that prints HTML and a drawing."""
    data = [{"text/html": f'{HTML}<img src="plot.svg"><a href="demo.html">x</a>'}, {"image/svg+xml": SVG}]
    outputs = [{"output_type": "display_data", "data": one} for one in data]
    cells = [{"cell_type": "markdown", "source": text}, {"cell_type": "code", "source": "", "outputs": outputs}]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells})


NAMES_BOTH = "# N\n\n![p](plot.svg) [d](demo.html) [again](../lab/next.ipynb)"


@pytest.mark.parametrize("place", ["guests", "lab"])
def test_what_notebooks_of_others_name(journal: SiteTest, place: str) -> None:
    for folder in ("guests", "lab"):
        journal.write(f"{folder}/plot.svg", SVG)
        journal.write(f"{folder}/demo.html", HTML)
    journal.write(f"{place}/n.ipynb", notebook(NAMES_BOTH))
    journal.write("lab/next.ipynb", notebook("![p](plot.svg) [d](demo.html)"))
    journal.write("guests/2026-01-02.md", f"[n](../{place}/n.ipynb) [next](../lab/next.ipynb)\n")
    journal.build()
    copied = files(journal)
    assert copied.keys() == {f"files/{folder}/plot.svg" for folder in {place, "lab"}}
    assert not any(b"script" in raw for raw in copied.values())
    pictures = {path: raw for path, raw in journal.site().items() if path.endswith("picture-1.svg")}
    assert len(pictures) == 2
    assert not any(b"script" in raw for raw in pictures.values())


def test_a_notebook_with_the_name_of_a_page_is_shown_without_its_file(journal: SiteTest) -> None:
    journal.write("guests/n.html.ipynb", notebook("# N"))
    journal.build()
    assert [path for path in journal.site() if path.endswith(".ipynb")] == []
    assert "download" not in journal.text("notebooks/guests-n-html/index.html")


@pytest.mark.parametrize("named_by", [["entries"], ["entries", "guests"]])
@pytest.mark.parametrize("folder", ["guests", "entries"])
def test_one_sanitised_text_that_names_or_keeps_a_file_is_enough(
    journal: SiteTest, named_by: list[str], folder: str
) -> None:
    journal.write(f"{folder}/x.svg", SVG)
    journal.write(f"{folder}/x.html", HTML)
    for source in named_by:
        journal.write(f"{source}/2026-01-03.md", f"![a](/{folder}/x.svg) [b](/{folder}/x.html)\n")
    journal.write("guests/2026-01-02.md", "words\n")
    journal.build()
    is_own = named_by == ["entries"] == [folder]
    assert (f"files/{folder}/x.html" in journal.site()) is is_own
    assert (b"alert" in journal.site()[f"files/{folder}/x.svg"]) is is_own


def test_what_the_site_owns_stays_as_it_is(journal: SiteTest) -> None:
    journal.write("static/demo.html", HTML)
    journal.write("static/x.svg", SVG)
    journal.write("guests/2026-01-02.md", "[a](/demo.html) ![b](/x.svg) [c](../static/demo.html)\n")
    journal.build()
    assert journal.text("demo.html") == HTML
    assert journal.text("x.svg") == SVG


def test_the_option_may_change_at_any_time(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("guests/x.svg", SVG)
    journal.write("guests/x.html", HTML)
    journal.write("guests/n.ipynb", notebook("![p](../entries/x.svg) [d](../entries/x.html)"))
    journal.write("entries/x.svg", SVG)
    journal.write("entries/x.html", HTML)
    journal.write("guests/2026-01-02.md", "![a](x.svg) [b](x.html)\n")
    journal.write("entries/2026-01-03.md", "![a](x.svg) [b](x.html)\n")
    trusted = SANITISED.replace("sanitised", "trusted")
    for settings in (SANITISED, trusted, SANITISED):
        journal.write("site.yaml", settings)
        journal.build()
        assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
        assert runs(journal) is (settings == trusted)
        assert journal.build().written == ()
    journal.remove("guests/2026-01-02.md")
    journal.remove("guests/n.ipynb")
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    assert journal.text("files/entries/x.html") == HTML


def test_a_file_that_changes_is_looked_at_again(journal: SiteTest, tmp_path: Path) -> None:
    journal.write("guests/x.txt", "words")
    journal.write("guests/2026-01-02.md", "[a](x.txt)\n")
    journal.build()
    assert journal.text("files/guests/x.txt") == "words"
    for text in (HTML, SVG, "words again"):
        journal.write("guests/x.txt", text)
        journal.build()
        assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
        assert not runs(journal)
