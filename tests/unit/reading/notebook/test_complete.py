"""No text and no picture of an output is missing: the demo's notebooks are read by two readers that share no code.

The second reader here is the plainest there can be: the JSON's own strings, tags taken off by the standard library.
"""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from journal_site.reading.notebook.read import read_notebook

ROOT = Path(__file__).resolve().parents[4]
NOTEBOOKS = sorted((ROOT / "entries").rglob("*.ipynb"))
HIDDEN = {"script", "style"}
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
OVERWRITTEN = re.compile(r"[^\n]*\r(?=[^\n])")


class Text(HTMLParser):
    """The text of HTML, word by word."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: Counter[str] = Counter()
        self._hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in HIDDEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.update(re.findall(r"\w+", data))


class Memory(dict[str, str]):
    """A cache of fragments."""

    def put(self, key: str, fragment: str) -> None:
        self[key] = fragment


def joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def outputs_of(notebook: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for cell in notebook["cells"]:
        yield from cell.get("outputs", [])


def words_of(output: dict[str, Any]) -> Counter[str]:
    """Return the words that one output shows in Jupyter."""
    data = output.get("data", {})
    if "text/html" in data:
        return Text(joined(data["text/html"])).words
    if any(mime.startswith("image/") for mime in data):
        return Counter()
    text = joined(output.get("text") or data.get("text/plain") or "\n".join(output.get("traceback", [])))
    return Counter(re.findall(r"\w+", ESCAPES.sub("", OVERWRITTEN.sub("", text))))


def pictures_of(output: dict[str, Any]) -> list[bytes]:
    data = output.get("data", {})
    return [base64.b64decode(joined(data[mime])) for mime in ("image/png", "image/jpeg") if mime in data][:1]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_output_is_missing(path: Path) -> None:
    raw = path.read_bytes()
    notebook = json.loads(raw)
    _, html, files = read_notebook(path.name, raw, Memory())
    page = Text(html).words
    shown = sum((words_of(output) for output in outputs_of(notebook)), Counter[str]())
    assert shown - page == Counter()
    pictures = [picture for output in outputs_of(notebook) for picture in pictures_of(output)]
    assert pictures
    assert [picture for picture in pictures if picture not in files.values()] == []
    assert all(html.count(f'src="{name}"') for name in files)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_source_is_missing(path: Path) -> None:
    raw = path.read_bytes()
    notebook, html, _ = read_notebook(path.name, raw, Memory())
    page = Text(html).words + Counter(re.findall(r"\w+", notebook.title))
    written = Counter(
        word
        for cell in json.loads(raw)["cells"]
        if cell["cell_type"] == "code"
        for word in re.findall(r"\w+", joined(cell["source"]))
    )
    assert written - page == Counter()


def test_the_demo_has_notebooks() -> None:
    assert len(NOTEBOOKS) >= 2
