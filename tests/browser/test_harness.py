"""The browser's and the Nu checker's checks can fail: each finds the fault of a small page that has it."""

from pathlib import Path

import pytest

from tests.browser.browsing import WIDTHS
from tests.browser.conftest import Browse, Serve
from tests.browser.nu import check_html

GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><main><h1>A page</h1>{}</main></body></html>"""


def page_with(folder: Path, body: str) -> Path:
    (folder / "index.html").write_text(GOOD.format(body), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_good_page_passes(tmp_path: Path, browse: Browse, serve: Serve, base: str) -> None:
    address = serve(page_with(tmp_path, "<p>Some text.</p>"), base)
    with browse() as visit:
        visit.go(address)
        assert visit.axe() == []
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert visit.overflow() == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>console.error('oh no')</script>", "console: oh no"),
        ("<script>throw new Error('broke')</script>", "script: broke"),
        ("<img src='none.png' alt='x'>", "404: "),
    ],
)
def test_problem_of_a_page_fails(tmp_path: Path, browse: Browse, serve: Serve, body: str, problem: str) -> None:
    with browse(strict=False) as visit:
        visit.go(serve(page_with(tmp_path, body)))
    assert any(problem in found for found in visit.problems)


def test_strict_visit_fails_of_itself(tmp_path: Path, browse: Browse, serve: Serve) -> None:
    with pytest.raises(AssertionError, match="oh no"), browse() as visit:
        visit.go(serve(page_with(tmp_path, "<script>console.error('oh no')</script>")))


def test_picture_from_elsewhere_is_not_fetched(tmp_path: Path, browse: Browse, serve: Serve) -> None:
    with browse() as visit:
        visit.go(serve(page_with(tmp_path, "<img src='https://example.invalid/x.png' alt='x'>")))


def test_overflow_is_found(tmp_path: Path, browse: Browse, serve: Serve) -> None:
    with browse(width=320) as visit:
        visit.go(serve(page_with(tmp_path, "<div style='width: 900px'>wide</div>")))
        assert len(visit.overflow()) == 1


@pytest.mark.usefixtures("axe")
def test_axe_finds_low_contrast(tmp_path: Path, browse: Browse, serve: Serve) -> None:
    with browse() as visit:
        visit.go(serve(page_with(tmp_path, "<p style='color: #ccc'>pale</p>")))
        assert [found.partition(":")[0] for found in visit.axe()] == ["color-contrast"]


def test_scheme_and_scripts_can_be_chosen(tmp_path: Path, browse: Browse, serve: Serve) -> None:
    style = "<style>@media (prefers-color-scheme: dark) { h1 { color: rgb(1, 2, 3) } }</style>"
    script = "<script>document.querySelector('h1').textContent = 'By script'</script>"
    address = serve(page_with(tmp_path, style + script))
    with browse(scheme="dark", javascript=False) as visit:
        heading = visit.go(address).locator("h1")
        assert heading.text_content() == "A page"
        assert heading.evaluate("h => getComputedStyle(h).color") == "rgb(1, 2, 3)"
    with browse() as visit:
        assert visit.go(address).locator("h1").text_content() == "By script"


def test_unknown_address_gets_the_sites_404(tmp_path: Path, browse: Browse, serve: Serve) -> None:
    (tmp_path / "404.html").write_text(GOOD.format("lost"), encoding="utf-8")
    with browse(strict=False) as visit:
        assert "lost" in (visit.go(serve(tmp_path, "/repo/") + "none/").text_content("main") or "")
    assert ": 404: " in visit.problems[0]


@pytest.mark.usefixtures("nu")
def test_nu_tells_good_from_bad(tmp_path: Path) -> None:
    for name, body in (("good", "<p>x</p>"), ("bad", "<p><div>x</div></p>"), ("worse", "<a href='a b'>x</a>")):
        (tmp_path / name).mkdir()
        page_with(tmp_path / name, body)
    errors = check_html(*tmp_path.iterdir())
    assert not [error for error in errors if "/good/" in error]
    assert [error for error in errors if "/bad/" in error]
    assert [error for error in errors if "/worse/" in error]
