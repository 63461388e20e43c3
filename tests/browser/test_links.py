"""The link checker finds what is broken, and only that."""

from pathlib import Path

import pytest

from tests.browser.links import check_links

PAGE = "<!doctype html><html lang=en><title>t</title><body>{}</body></html>"


def site_with(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / name.replace("__", "/") / "index.html" if name != "home" else folder / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(body), encoding="utf-8")
    return folder


def reasons(site: Path, **options: str) -> dict[str, str]:
    return {broken.url: broken.reason for broken in check_links(site, **options)}


def test_good_links_pass(tmp_path: Path) -> None:
    site = site_with(
        tmp_path,
        home='<h2 id="one two">x</h2><a href="#one%20two">a</a><a href="#top">b</a><a href="days/1/#x">c</a>'
        '<a href="mailto:a@b.example">d</a><a href="https://example.org/none#x">e</a><img src="data:,x" alt="">',
        days__1='<a id="x" href="../../">up</a><a href="../../?q=1">query</a><a href="/days/1/">rooted</a>',
    )
    assert check_links(site) == []


@pytest.mark.parametrize(
    ("body", "url", "reason"),
    [
        ('<a href="none/">x</a>', "none/", "no such file"),
        ('<a href="#none">x</a>', "#none", "no such anchor"),
        ('<a href="page/#none">x</a>', "page/#none", "no such anchor"),
        ('<a href="page">x</a>', "page", "no such file (a folder without its slash)"),
        ('<a href="Page/">x</a>', "Page/", "no such file"),
        ('<img alt="" src="none.png">', "none.png", "no such file"),
        ('<img alt="" srcset="page/ 1x, big.png 2x">', "big.png", "no such file"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)", "a javascript link"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "gone/", "no such file"),
        ("<style>p { background: url(none.svg) }</style>", "none.svg", "no such file"),
        ('<svg><use href="#icon"/></svg>', "#icon", "no such anchor"),
    ],
)
def test_broken_link_is_found(tmp_path: Path, body: str, url: str, reason: str) -> None:
    assert reasons(site_with(tmp_path, home=body, page="")) == {url: reason}


def test_stylesheet_is_followed(tmp_path: Path) -> None:
    site = site_with(tmp_path, home='<link rel="stylesheet" href="css/a.css">')
    (site / "css").mkdir()
    (site / "css/a.css").write_text('@import "b.css";\np { background: url("../index.html") }', encoding="utf-8")
    assert [str(broken) for broken in check_links(site)] == ["css/a.css:1: b.css: no such file"]


def test_link_that_leaves_the_base_is_found(tmp_path: Path) -> None:
    site = site_with(tmp_path, home='<a href="/page/">rooted</a><a href="/repo/page/">well</a>', page="")
    assert reasons(site, base="/repo/") == {"/page/": "lies outside of /repo/"}


def test_absolute_link_into_the_site_is_followed(tmp_path: Path) -> None:
    site = site_with(tmp_path, home='<a href="https://me.example/repo/none/">x</a>')
    found = reasons(site, url="https://me.example/repo/", base="/repo/")
    assert found == {"https://me.example/repo/none/": "no such file"}
