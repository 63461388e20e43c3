"""Beside nbconvert's basic HTML, no text and no picture of an output is missing."""

from __future__ import annotations

import base64
import json
import re
import warnings
from collections import Counter
from html.parser import HTMLParser

import nbformat
import pytest

from journal_site.reading.notebook.read import read_notebook
from tests.real_journals import JOURNALS
from tests.unit.reading.notebook.test_complete import Memory, Text

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Drawn title</text></svg>'
TABLE = "<table><tr><th>model</th><th>loss</th></tr><tr><td>small</td><td>0.71</td></tr></table>"
OUTPUTS = (
    {"output_type": "stream", "name": "stdout", "text": "step 1\n\x1b[32mgreen\x1b[0m and <plain>\n"},
    {"output_type": "stream", "name": "stderr", "text": [f"warned {number}\n" for number in range(60)]},
    {"output_type": "execute_result", "data": {"text/html": TABLE, "text/plain": "a frame"}, "execution_count": 2},
    {"output_type": "display_data", "data": {"image/png": DOT, "text/plain": "<Figure size 640x480>"}},
    {"output_type": "display_data", "data": {"image/svg+xml": DRAWING, "text/plain": "<Drawing>"}},
    {"output_type": "display_data", "data": {"text/markdown": "Said in *Markdown*", "text/plain": "said"}},
    {"output_type": "display_data", "data": {"text/html": "<text>Score</text> <b>0.9</b> <math><mi>x</mi></math>"}},
    {"output_type": "execute_result", "data": {"text/plain": "array([1.5, 2.5])"}, "execution_count": 3},
    {"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": ["\x1b[31mValueError\x1b[0m: no way"]},
)
REAL = sorted(JOURNALS.rglob("*.ipynb"))


class Outputs(HTMLParser):
    """The words and pictures of the output areas of nbconvert's HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: Counter[str] = Counter()
        self.pictures: list[bytes] = []
        self._divisions = 0
        self._hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "div" and (self._divisions or "output_subarea" in (found.get("class") or "").split()):
            self._divisions += 1
        self._hidden += tag in {"script", "style"}
        source = found.get("src") or ""
        if tag == "img" and self._divisions and source.startswith("data:image/"):
            picture = base64.b64decode(source.partition(",")[2])
            if source.startswith("data:image/svg"):
                self.words += Text(picture.decode("utf-8")).words
            else:
                self.pictures.append(picture)

    def handle_endtag(self, tag: str) -> None:
        self._divisions -= tag == "div" and self._divisions > 0
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self._divisions and not self._hidden:
            self.words.update(re.findall(r"\w+", data))


def convert(raw: bytes) -> str:
    """Return nbconvert's basic HTML of a notebook."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own dependencies', and the notebooks' older formats
        from nbconvert import HTMLExporter  # its import warns, too

        notebook = nbformat.reads(raw.decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
        notebook.metadata.pop("widgets", None)  # Colab's have no state, and nbconvert fails on them
        exporter = HTMLExporter(template_name="basic")  # type: ignore[no-untyped-call]
        html, _ = exporter.from_notebook_node(notebook)
    return str(html)


def missing(raw: bytes) -> tuple[Counter[str], list[bytes]]:
    """Return the words and the pictures that nbconvert shows of the outputs, and our page does not."""
    _, html, files = read_notebook("lab.ipynb", raw, Memory())
    page = Text(html).words
    for file in files.values():
        if file.lstrip().startswith((b"<svg", b"<?xml")):
            page += Text(file.decode("utf-8")).words
    theirs = Outputs(convert(raw))
    return theirs.words - page, [picture for picture in theirs.pictures if picture not in files.values()]


def test_every_form_of_output_is_shown() -> None:
    cells = [
        {"cell_type": "code", "metadata": {}, "source": "run()", "execution_count": 1, "outputs": [output]}
        for output in [{"metadata": {}, **output} if "data" in output else output for output in OUTPUTS]
    ]
    raw = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()
    theirs = Outputs(convert(raw))
    assert theirs.words["Markdown"] == theirs.words["Drawn"] == theirs.words["warned"] - 59 == 1
    assert theirs.pictures
    assert missing(raw) == (Counter(), [])


@pytest.mark.skipif(not REAL, reason="the real journals lie not beside the checkout")
def test_real_notebooks_miss_nothing() -> None:
    found = {}
    for path in REAL:
        raw = path.read_bytes()
        notebook, _, _ = read_notebook(path.name, raw, Memory())
        if not notebook.broken:
            found[path.name] = missing(raw)
    assert len(found) > len(REAL) / 2
    assert {name: what for name, what in found.items() if what != (Counter(), [])} == {}
