"""The button over a block of code copies what a reader would type."""

from pathlib import Path

import pytest

from tests.browser.conftest import Browse, Serve
from tests.browser.journals import build_site

CASES = {
    "```console\n$ pip install x\nDone.\n$ x --help\n```\n": "pip install x\nx --help",
    "```pycon\n>>> for n in (1, 2):\n...     n\n1\n2\n```\n": "for n in (1, 2):\n    n",
    "```python\nx = 1\nprint(x)\n```\n": "x = 1\nprint(x)\n",
}


@pytest.mark.parametrize("text", CASES)
def test_prompts_and_answers_are_left_behind(tmp_path: Path, browse: Browse, serve: Serve, text: str) -> None:
    (tmp_path / "j/entries").mkdir(parents=True)
    (tmp_path / "j/site.yaml").write_text("title: Bread\n", encoding="utf-8")
    (tmp_path / "j/entries/2026-03-01.md").write_text(text, encoding="utf-8")
    site = build_site(tmp_path / "j", tmp_path / "site")
    with browse() as visit:
        visit.page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard',"
            " {value: {writeText: text => { window.copied = text; return Promise.resolve(); }}})"
        )
        page = visit.go(serve(site, "/journal/") + "entries/2026-03-01/")
        page.locator(".copy-code").click(force=True)
        assert page.evaluate("window.copied") == CASES[text]
