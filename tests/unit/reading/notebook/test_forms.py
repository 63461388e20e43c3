"""Outputs and formulas in the forms that notebooks really hold."""

from __future__ import annotations

import re
from html import escape

import pytest

from tests.unit.reading.notebook.test_read import PIXEL, code, markdown, output_of, read, shown

_NOTE = '<p class="nb-note"><span lang="en">interactive output</span></p>'


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ({"width": 30}, 'width="30" height="20"'),
        ({"height": 10}, 'width="15" height="10"'),
        ({"width": 9, "height": 9}, 'width="9" height="9"'),
        ({"width": "30"}, 'width="3" height="2"'),
        ({"width": 0}, 'width="3" height="2"'),
        ({}, 'width="3" height="2"'),
    ],
)
def test_of_a_picture_s_size_one_side_is_enough(asked: dict[str, object], size: str) -> None:
    output = shown(image_png=PIXEL)
    output["metadata"] = {"image/png": asked}
    assert size in output_of(output)


@pytest.mark.parametrize(
    ("source", "formulas"),
    [
        (r"Inline \\(x^2\\) here", 1),
        ("Before\n\n\\\\[ y = x^2 \\\\]\n", 1),
        (r"Both \\(a\\) and \\(b\\)", 2),
        (r"Code `\\(x\\)` stays", 0),
        (r"A bracket \\( alone", 0),
        (r"Dollars $a \\ b$ stay", 1),
    ],
)
def test_formulas_between_backslashes_are_formulas(source: str, formulas: int) -> None:
    _, html, _ = read(markdown(source))
    assert html.count("<math") == formulas


@pytest.mark.parametrize(
    ("html", "plain", "seen"),
    [
        ("<b>In a Jupyter environment, rerun this cell or trust the notebook.</b>", "Ridge()", ">Ridge()</pre>"),
        ("<span>Make this Notebook Trusted</span><iframe srcdoc='x'></iframe>", "<folium.Map at 0x7f>", _NOTE),
        ('<iframe srcdoc="x"></iframe>', "<folium.Map at 0x7f>", _NOTE),
        ("<p>We trust the notebooks of others.</p>", "x", "<p>We trust the notebooks of others.</p>"),
    ],
)
def test_what_only_says_that_it_cannot_be_shown_gives_way(html: str, plain: str, seen: str) -> None:
    output = output_of(shown(text_html=html, text_plain=plain))
    assert seen in output
    assert "rerun" not in output
    assert "Trusted" not in output


def test_a_cell_without_outputs_has_none() -> None:
    assert "nb-outputs" not in read(code("x = 1"))[1]


@pytest.mark.parametrize(
    ("metadata", "folded"),
    [
        ({"tags": ["hide-input"]}, ["code"]),
        ({"tags": ["hide_output"]}, ["output"]),
        ({"tags": ["hide-cell"]}, ["code", "output"]),
        ({"jupyter": {"source_hidden": True}}, ["code"]),
        ({"jupyter": {"outputs_hidden": True}}, ["output"]),
        ({"cellView": "form"}, ["Set <up>"]),
        ({"tags": ["hideous"]}, []),
    ],
)
def test_what_an_author_folds_is_folded(metadata: dict[str, object], folded: list[str]) -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": "out"}
    source = "#@title Set <up>\nx" if "cellView" in metadata else "x"
    _, html, _ = read(code(source, stream) | {"metadata": metadata})
    names = [escape(name) for name in folded]
    assert re.findall(r'<details class="nb-long"><summary lang="en">(.*?)</summary>', html) == names
    assert html.count("<pre") == 2
    assert "out</pre>" in html


@pytest.mark.parametrize(
    "text", ['<a id="malt"></a>\n## 0 Malt', '## Rye <a name="malt"></a>', '<span id="malt"></span>']
)
def test_ids_that_authors_give_by_hand_can_be_led_to(text: str) -> None:
    notebook, html, _ = read(markdown("# All\n\n[there](#malt)"), markdown(text))
    assert notebook.anchors == ("malt",)
    assert '"malt"' in html
