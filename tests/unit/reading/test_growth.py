"""Time in step with a text's length, whatever it repeats."""

from __future__ import annotations

import json

import pytest

from journal_site.model.source import Source, SourceOptions
from journal_site.reading.notebook.outputs import LONGEST_HTML, LONGEST_TEXT
from journal_site.reading.notebook.read import read_notebook
from journal_site.reading.outline.read import read_outline
from tests.growth import grows_in_step, peak_bytes
from tests.unit.reading.test_any_text import NoCache, read

# Addresses that are none after all, drawings without an end, tools' signs on each line: each was quadratic once.
REPEATED = (
    "http://", "http://a&", "http://a!", "http://a/](", "http://a/)는", "http://a/;", "http://a/)", "www.a](",
    "<svg>\n",
    "<svg <svg ", "<svg>\n</svg>\n", "??? note\n", "::: a\n", "--8<-- \n", "{% raw %}\n", "{{< a >}} ", "a?\n",
)  # fmt: skip
HEADINGS = ("## Day 2" + " " * 100, "## 2024-01-01\n\n", "- 2024-01-01: a\n", "## Day 1\n\n", "1/1 ", "第1天\n")
ROWS = (
    "<tr><th>1</th><td>2</td></tr>\n", "<tr><td rowspan=9999>1</td></tr>\n",
    "<tr><td colspan=1000>1</td><td>2</td></tr>",
    "<tr><td>", "<td>",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_a_text(piece: str) -> None:
    assert grows_in_step(lambda size: read("# T\n\n" + piece * (size // len(piece)) + "\n\nend.\n"), 15_000)


@pytest.mark.parametrize("piece", HEADINGS)
def test_a_log(piece: str) -> None:
    def outline(size: int) -> None:
        text = piece * (size // len(piece)) + "end.\n"
        read_outline(Source(path="README.md", folder="README.md", text=text, log=True), SourceOptions())

    assert grows_in_step(outline, 20_000)


@pytest.mark.parametrize("sign", [" ", "\t", "-", ":", "#", "*", "1", "1/", "a ", "第", "(", "\u00a0", "- ", "_"])
@pytest.mark.parametrize("begin", ["## Day 2", "## 2024-01-01", "## ", "- ", "**Day 2**", "| 2024-01-01 |"])
def test_a_line(begin: str, sign: str) -> None:
    """Of up to some thousand signs: longer ones head nothing, and are not looked at."""

    def outline(size: int) -> None:
        line = f"{begin}{sign * (size // len(sign))}a\n"
        text = f"# Log\n\n## Day 1\n\nWords.\n\n{line}\nMore.\n"
        read_outline(Source(path="README.md", folder="README.md", text=text, log=True), SourceOptions())

    assert grows_in_step(outline, 1_500)


def notebook(**data: str) -> bytes:
    output = {
        "output_type": "display_data",
        "metadata": {},
        "data": {f"text/{kind}": text for kind, text in data.items()},
    }
    cell = {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [output], "source": "show()"}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.mark.parametrize("row", ROWS)
def test_a_notebooks_table(row: str) -> None:
    def show(size: int) -> None:
        read_notebook("a.ipynb", notebook(html=f"<table>{row * (size // len(row))}</table>"), NoCache())

    assert grows_in_step(show, 30_000)


def test_a_long_output_shows_its_beginning_and_its_end_and_says_so() -> None:
    lines = [f"line {number} of many" for number in range(LONGEST_TEXT // 10)]
    raw = notebook(plain="\n".join(lines))
    found, html, _ = read_notebook("a.ipynb", raw, NoCache())
    assert lines[0] in html
    assert lines[-1] in html
    assert lines[len(lines) // 2] not in html
    assert [one.code for one in found.diagnostics] == ["notebook-cell"]
    shown = sum(html.count(f"{line}\n") for line in (lines[0], lines[1]))
    assert shown == 2
    left_out = int(html.partition("[… ")[2].partition(" lines")[0].replace(",", ""))
    assert html.count(" of many") + left_out == len(lines)


def test_a_long_line_is_cut_too() -> None:
    _, html, _ = read_notebook("a.ipynb", notebook(plain="begin" + "x" * 3 * LONGEST_TEXT + "end"), NoCache())
    assert len(html) < 1.1 * LONGEST_TEXT
    assert f"begin{'x' * 100}" in html
    assert "xend" in html


def test_a_table_that_is_too_long_gives_way_to_its_text() -> None:
    raw = notebook(html="<table>" + "<tr><td>1</td></tr>" * (LONGEST_HTML // 10) + "</table>", plain="a table")
    found, html, _ = read_notebook("a.ipynb", raw, NoCache())
    assert "a table" in html
    assert "<tr>" not in html
    assert len(found.diagnostics) == 1


def test_a_charts_library_counts_for_nothing() -> None:
    raw = notebook(html=f"<p>A chart</p><script>{'x' * 2 * LONGEST_HTML}</script>")
    found, html, _ = read_notebook("a.ipynb", raw, NoCache())
    assert "A chart" in html
    assert not found.diagnostics


def test_memory_for_a_long_output_is_in_step_with_the_file() -> None:
    raw = notebook(plain="a line of output\n" * 600_000)
    assert peak_bytes(lambda: read_notebook("a.ipynb", raw, NoCache())) < 5 * len(raw)
