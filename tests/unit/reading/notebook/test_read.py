"""A notebook becomes HTML with slots, and files: nothing of it is run, and nothing that it shows is lost."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.notebook.read import read_notebook

if TYPE_CHECKING:
    from journal_site.model.entry import Notebook

    Read = tuple[Notebook, str, dict[str, bytes]]

PIXEL = base64.b64encode(
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (3).to_bytes(4, "big") + (2).to_bytes(4, "big") + b"\x08\x02\0\0\0"
).decode()
CLEAN_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'


class Memory:
    """A cache of fragments."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def put(self, key: str, fragment: str) -> None:
        self.kept[key] = fragment


def read(*cells: object, path: str = "notes/my_first-lstm.ipynb", **metadata: object) -> Read:
    content = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": list(cells)}
    return read_notebook(path, json.dumps(content).encode(), Memory())


def markdown(source: str, **more: object) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source, **more}


def code(source: str, *outputs: dict[str, Any], count: int | None = 1) -> dict[str, Any]:
    return {
        "cell_type": "code", "metadata": {}, "source": source, "execution_count": count, "outputs": list(outputs),
    }  # fmt: skip


def shown(**data: object) -> dict[str, Any]:
    """Return an output with these forms: `text_plain` is text/plain."""
    names = {"svg": "image/svg+xml"}
    bundle = {names.get(name, name.replace("_", "/", 1)): value for name, value in data.items()}
    return {"output_type": "display_data", "metadata": {}, "data": bundle}


def output_of(*outputs: dict[str, Any]) -> str:
    _, html, _ = read(code("", *outputs))
    return html.removeprefix('<div class="nb-outputs">').removesuffix("</div>\n")


def test_code_is_highlighted_under_its_number() -> None:
    _, html, _ = read(code("def f():\n    return 1", count=7), kernelspec={"name": "python3"})
    assert html.startswith('<figure class="code"><figcaption>In [7]</figcaption><pre tabindex="0"><code>')
    assert '<span class="k">def</span>' in html


def test_headings_keep_their_levels_over_cells() -> None:
    notebook, html, _ = read(
        markdown("# A title"), markdown("### Deep"), markdown("## Less deep\n\ntext"), markdown("## Less deep")
    )
    assert notebook.title == "A title"
    assert [(heading.level, heading.id) for heading in notebook.headings] == [
        (2, "deep"), (2, "less-deep"), (2, "less-deep-1"),
    ]  # fmt: skip
    assert "A title" not in html, "the page's own heading says it"
    assert '<h2 id="less-deep-1">' in html


def test_the_title_comes_from_metadata_text_or_name() -> None:
    assert read(markdown("# Text"), title="Said")[0].title == "Said"
    assert read(markdown("## Lower\n\n# Highest"))[0].title == "Highest"
    assert read(markdown("only text"))[0].title == "my first lstm"


def test_references_are_slots_of_the_whole() -> None:
    notebook, html, _ = read(markdown("[a](one.md)"), markdown("![b](two.png) [c](https://example.org/x)"))
    assert [(slot.kind, slot.target) for slot in notebook.slots] == [("link", "one.md"), ("image", "two.png")]
    assert "<!>0<!>" in html
    assert "<!>1<!>" in html
    assert [link.url for link in notebook.links] == ["https://example.org/x"]


def test_attachments_and_inline_pictures_become_files() -> None:
    notebook, html, files = read(
        markdown("![a *plot*](attachment:my%20plot.png)", attachments={"my plot.png": {"image/png": PIXEL}}),
        markdown(f"![again](data:image/png;base64,{PIXEL})"),
    )
    assert list(files) == ["picture-1.png"], "the same picture is kept once"
    assert notebook.slots == ()
    assert '<img class="nb-picture" src="picture-1.png" alt="a plot" width="3" height="2"' in html
    assert "base64" not in html


def test_an_attachment_that_is_missing_is_a_missing_picture() -> None:
    notebook, _, _ = read(markdown("![x](attachment:gone.png)"))
    assert [slot.target for slot in notebook.slots] == ["gone.png"]


def test_streams_of_one_name_are_one_and_long_ones_fold() -> None:
    pieces = [{"output_type": "stream", "name": "stdout", "text": [f"{n}\n"]} for n in range(50)]
    html = output_of(*pieces)
    assert html.count("<pre") == 1
    assert html.startswith('<details class="nb-long"><summary lang="en">50 lines</summary>')
    assert "<details" not in output_of(*pieces[:10])


def test_errors_keep_their_traceback() -> None:
    error = {
        "output_type": "error",
        "ename": "KeyError",
        "evalue": "'x'",
        "traceback": ["\x1b[31mKeyError\x1b[0m: 'x'"],
    }
    assert (
        output_of(error)
        == '<pre class="nb-text nb-error" tabindex="0"><span class="ansi-red">KeyError</span>: \'x\'</pre>'
    )
    assert "KeyError: 'x'" in output_of({**error, "traceback": []})


def test_the_richest_form_that_shows_is_taken() -> None:
    assert "<table>" in output_of(shown(text_html="<table border=1><tr><td>1</td></tr></table>", text_plain="1"))
    assert "nb-picture" in output_of(shown(text_html="<div id=x></div><script>draw()</script>", image_png=PIXEL))
    assert output_of(shown(text_html="<style>p{}</style>", text_plain="<IPython.core.display.HTML object>")) == ""
    assert "&lt;Figure" in output_of(shown(text_plain="<Figure size 640x480>"))


def test_pictures_of_outputs_are_files_with_their_size() -> None:
    _, html, files = read(code("", shown(image_png=PIXEL, text_plain="<Figure size 3x2>")))
    assert files["picture-1.png"] == base64.b64decode(PIXEL)
    assert 'src="picture-1.png" alt="&lt;Figure size 3x2&gt;" width="3" height="2" loading="lazy"' in html


def test_a_picture_that_cannot_be_decoded_is_told_and_its_text_shown() -> None:
    notebook, html, files = read(code("", shown(image_png="no base64!", text_plain="a plot")))
    assert files == {}
    assert "a plot" in html
    assert [one.code for one in notebook.diagnostics] == ["notebook-cell"]
    assert "(cell 1)" in notebook.diagnostics[0].message


def test_html_is_made_safe() -> None:
    html = output_of(
        shown(
            text_html='<p onclick="x()">a<script>alert(1)</script><a href="javascript:x">b</a><font color=red>c</font>'
        )
    )
    assert html == '<div class="nb-html" tabindex="0"><p>abc</p></div>'


def test_media_in_html_become_files_and_frames_links() -> None:
    _, html, files = read(
        code(
            "",
            shown(text_html=f"<img src='data:image/png;base64,{PIXEL}'>{CLEAN_SVG}"),
            shown(text_html='<iframe src="https://www.youtube.com/embed/a?b=1&amp;c" allow="x > y"></iframe>'),
        )
    )
    assert sorted(files) == ["picture-1.svg", "picture-2.png"]
    assert html.count("<img") == 2
    assert "data:" not in html
    assert '<a href="https://www.youtube.com/embed/a?b=1&amp;c" rel="noopener">' in html


def test_a_table_without_a_corner_and_bad_nesting_are_mended() -> None:
    html = output_of(shown(text_html="<table><tr><th></th><th>x</th></tr><tr></table><b><div>y</div></b><ul>z</ul>"))
    assert "<td></td><th>x</th>" in html
    assert "<b>" not in html
    assert "<li>z</li>" in html


def test_pictures_of_the_journal_in_printed_html_are_slots() -> None:
    notebook, html, _ = read(code("", shown(text_html='<img src="plots/a%20b.png" width="90"><a href="x.md">x</a>')))
    assert [(slot.target, slot.attributes) for slot in notebook.slots] == [("plots/a b.png", (("width", "90"),))]
    assert html.count("<!>0<!>") == 1
    assert "<a" not in html


def test_svg_is_a_file_without_scripts() -> None:
    hostile = (
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" onload="x()">'
        '<script>alert(1)</script><style>@import url(https://evil.example/a.css); .a { fill: url(#g) }</style>'
        '<image href="https://evil.example/x.png"/><a href="javascript:x()"><text>kept</text></a>'
        '<rect fill="url(https://evil.example/#p)" width="1"/><foreignObject><body/></foreignObject>tail</svg>'
    )  # fmt: skip
    _, _, files = read(code("", shown(svg=hostile)))
    svg = files["picture-1.svg"].decode()
    assert not [word for word in ("script", "evil", "onload", "foreign", "ENTITY", "<a") if word in svg]
    assert "kept" in svg
    assert "tail" in svg
    assert "url(#g)" in svg


def test_svg_that_is_none_shows_its_text() -> None:
    assert "a graph" in output_of(shown(svg="<svg><g></svg>", text_plain="a graph"))


@pytest.mark.parametrize("tex", ["$\\displaystyle x^2$", "$$x^2$$", "\\[x^2\\]", "\\begin{equation}x^2\\end{equation}"])
def test_latex_is_math(tex: str) -> None:
    html = output_of(shown(text_latex=tex, text_plain="x**2"))
    assert '<div class="nb-math" tabindex="0">' in html
    assert "<math" in html or "math-invalid" in html


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"application/vnd.jupyter.widget-view+json": {}, "text/plain": "IntSlider(value=3)"}, "IntSlider(value=3)"),
        ({"application/vnd.plotly.v1+json": {"layout": {"title": {"text": "Loss <1>"}}}}, "Loss &lt;1&gt;"),
        ({"application/vnd.vegalite.v4+json": {"title": "Cars"}, "text/plain": "<VegaLite 4 object>"}, "Cars"),
        ({"application/vnd.bokehjs_exec.v0+json": "", "text/html": "<script>x</script>"}, "Bokeh"),
        ({"text/html": "<script>x</script>", "text/plain": "<IPython.core.display.HTML object>"}, "interactive output"),
    ],
)  # fmt: skip
def test_what_only_a_running_notebook_shows_is_said(data: dict[str, Any], said: str) -> None:
    html = output_of({"output_type": "display_data", "metadata": {}, "data": data})
    assert html.startswith('<p class="nb-note">')
    assert said in html


def test_old_notebooks_are_upgraded() -> None:
    old = {
        "nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""},
        "worksheets": [{"metadata": {}, "cells": [
            {"cell_type": "heading", "level": 2, "source": ["Old"], "metadata": {}},
            {"cell_type": "code", "input": ["1 + 1"], "language": "python", "prompt_number": 4, "metadata": {},
             "outputs": [{"output_type": "pyout", "prompt_number": 4, "metadata": {}, "text": ["2"]}]},
        ]}],
    }  # fmt: skip
    notebook, html, _ = read_notebook("old.ipynb", json.dumps(old).encode(), Memory())
    assert notebook.title == "Old"
    assert "In [4]" in html
    assert '<pre class="nb-text" tabindex="0">2</pre>' in html


@pytest.mark.parametrize(
    ("raw", "why", "line"),
    [
        (b"", "empty", 0),
        (b"\n <!DOCTYPE html>\n<html>", "a web page", 0),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS", 0),
        (b'{\n "cells": [\n', "the file ends too early: it is cut short", 3),
        (b'{\n "cells": ["a b', "the file ends too early: it is cut short", 2),
        (b'{\n "cells": [}]\n}', "the file is not JSON", 2),
        (b'{"cells": []}\n{}', "the file is not JSON", 2),
        (b'{\n"cells": [\n<<<<<<< HEAD\n', "merge of git", 3),
        (b'{"a": 1}', "not a notebook", 0),
        (b'{"nbformat": 99, "worksheets": []}', "newer", 0),
        (b'{"nbformat": 3, "worksheets": 5}', "upgraded", 0),
        (b'{"nbformat": 2, "worksheets": [{"cells": [{}]}]}', "upgraded", 0),
        (b'{"nbformat": true, "cells": []}', "version", 0),
        (b'{"nbformat": 0, "cells": []}', "version", 0),
        (b'{"nbformat": "4", "cells": []}', "version", 0),
        (b'{"cells": 1%s}' % (b"0" * 5000), "a number", 0),
        (b'{"cells": "\xff"}', "UTF-8", 1),
        (b"[" * 100_000, "nested", 0),
    ],
)
def test_a_broken_notebook_is_listed_and_says_why(raw: bytes, why: str, line: int) -> None:
    notebook, html, files = read_notebook("work/day_3.ipynb", raw, Memory())
    assert (html, files, notebook.title) == ("", {}, "day 3")
    assert why in notebook.broken
    (problem,) = notebook.diagnostics
    assert (problem.severity, problem.code, problem.location.line) == ("warning", "notebook-broken", line)
    assert problem.hint


def test_a_checkpoint_is_read_with_a_warning() -> None:
    notebook, html, _ = read(markdown("text"), path=".ipynb_checkpoints/a-checkpoint.ipynb")
    assert [one.code for one in notebook.diagnostics] == ["notebook-checkpoint"]
    assert "text" in html


def test_what_is_no_cell_is_shown_and_told() -> None:
    content = {"cells": [17, {"cell_type": "odd", "source": ["a ", "<b>"]}, {"cell_type": "code", "outputs": [3]}]}
    notebook, html, _ = read_notebook("a.ipynb", json.dumps(content).encode(), Memory())
    assert "17" in html
    assert "a &lt;b&gt;" in html
    assert ">3</pre>" in html
    assert [one.message for one in notebook.diagnostics] == ["cell 1 is no cell"]


def test_lone_surrogates_do_no_harm() -> None:
    _, html, _ = read(markdown("a \ud800 b"), code("x = '\udfff'", shown(text_plain="\ud83d")))
    html.encode()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_CELL_KEYS = st.sampled_from(
    ["cell_type", "source", "outputs", "metadata", "attachments", "execution_count", "input", "x"]
)
_OUTPUT = st.fixed_dictionaries(
    {"output_type": st.sampled_from(["stream", "error", "display_data", "execute_result", ""])},
    optional={
        "text": _JSON, "data": _JSON | st.dictionaries(st.sampled_from(
            ["text/html", "text/plain", "image/png", "image/svg+xml", "text/latex", "application/vnd.plotly.v1+json"]
        ), _JSON), "traceback": _JSON, "metadata": _JSON, "name": _JSON,
    },
)  # fmt: skip


@given(st.lists(st.dictionaries(_CELL_KEYS, _JSON) | _JSON, max_size=4), _JSON)
def test_no_cells_make_the_reader_raise(cells: list[Any], metadata: Any) -> None:  # noqa: ANN401 - any JSON
    content = {"nbformat": 4, "cells": cells, "metadata": metadata}
    read_notebook("x.ipynb", json.dumps(content).encode(), Memory())


_PLACES = {
    "nbformat": st.sampled_from([1, 2, 3, 4, 5, True, -1, 0, 10**9, "4", 4.5]), "nbformat_minor": st.integers(0, 5),
    "metadata": st.dictionaries(st.sampled_from(["kernelspec", "language_info", "title", "name"]), _JSON),
    "cells": st.lists(st.dictionaries(_CELL_KEYS, _JSON), max_size=3),
    "worksheets": st.lists(st.dictionaries(st.sampled_from(["cells", "metadata"]), st.lists(
        st.dictionaries(_CELL_KEYS, _JSON), max_size=3
    ) | _JSON), max_size=2),
}  # fmt: skip


@given(st.fixed_dictionaries({}, optional={key: value | _JSON for key, value in _PLACES.items()}) | _JSON)
def test_no_shape_of_json_makes_the_reader_raise(content: object) -> None:
    notebook, html, _ = read_notebook("x.ipynb", json.dumps(content).encode(), Memory())
    assert bool(notebook.broken) == any(one.code == "notebook-broken" for one in notebook.diagnostics)
    assert not (notebook.broken and html)


@pytest.mark.parametrize("depth", [100, 400, 900, 960, 980])
def test_deep_json_is_shown_or_told(depth: int) -> None:
    deep = f"{'[' * depth}1{']' * depth}"
    for place in ('"source": %s', '"outputs": [{"x": %s}]', '"metadata": {"format": %s}', '"outputs": %s'):
        raw = f'{{"cells": [{{"cell_type": "code", {place % deep}}}]}}'
        notebook, _, _ = read_notebook("x.ipynb", raw.encode(), Memory())
        assert notebook.broken in {"", "the file is nested too deeply"}


def test_a_count_that_is_none_is_not_shown() -> None:
    raw = b'{"cells": [{"cell_type": "code", "source": "1", "execution_count": true}]}'
    assert "In [" not in read_notebook("x.ipynb", raw, Memory())[1]


@given(st.lists(_OUTPUT, max_size=4))
def test_no_outputs_make_the_reader_raise(outputs: list[dict[str, Any]]) -> None:
    _, html, _ = read(code("1", *outputs))
    assert "<script" not in html


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    read_notebook("x.ipynb", raw, Memory())


def test_pictures_within_an_outputs_html_have_their_size() -> None:
    image = f'<img src="data:image/png;base64,{PIXEL}">'
    _, html, _ = read(code("", shown(text_html=f"<div>{image} {image[:-1]} width=30></div>")))
    assert '<img src="picture-1.png" alt="" width="3" height="2">' in html
    assert '<img src="picture-1.png" width="30" alt="">' in html
