# ruff: noqa: E501 - tables of pieces
"""What fuzzing begins with: texts that the tests have already, and the pieces that inputs are put together from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.fuzz.targets import PATHS

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 600
"""Bytes of an input: what breaks a reader is short, and short inputs are tried soon."""
_MARKDOWN = """\
*em* **strong** `code` ``` ~~~ $x^2$ $$ [l](u.md) [m](https://e.f) ![i](p.png) [[w]] ![[e#^b|a]] [^1] [^1]:_ ^[n]
== ~~ :tada: https://a.b/c www.d.e x@y.zz (a)[b.md] #tag why? <b> </b> <br> <img_src=a.png> <a_href=b.md> </a> <!-- -->
<script> <svg> <style> <details> <summary> </details> <table> <tr> <td> <pre> <div> &lt; &#1; \\ | |---| > - 1. [_]_ [x]_
[!note]- %%_ ==> /// !!! ???_ :::_ {{<_ >}} {%_ %} {{_ }} {: {# --8<-- :root: :: id:: ((b)) {{embed_ TODO_ DONE_ SCHEDULED:_
#+BEGIN_QUERY #+END_QUERY collapsed:: {{query_ ```mermaid ```math \\begin{align} \\end{align} \\( \\) [a]:_ [[a]]: :_ """
_DAYS = """\
##_Day_1 ##_Day_2:_a ###_R2D3 **Day_4** -_Day_5:_b ##_2026-03-01 ##_March_2,_2026 ##_3._März ##_第3天 ##_Week_1
##_Day_6-8 |_Day_|_What_| |_1_|_a_| Date:_2026-03-01 Tags:_a,_b <summary>Day_7</summary> #_Log Goals: Day_9_of_100
1/2/2026 21.3. 九月 ##_٣ ##_Day_IV ##_Monday ##_? Start:_1_March_2026 """
_HEAD = """\
--- +++ title:_ date:_2026-03-01 day:_ tags:_[a,_b] draft:_true aliases:_ slug:_ updated:_ private:_ publish:_ image:_ rest:_
minutes:_ description:_ &a *a !!str !!binary <<: |- >+ ? [ ] { } : , ' " \\ \\x00 # @ ` % ~ null 0x10 1e3 010 2026-02-30
T20:00:00+02:00 \t <%_ {{title}} """
_SITE = """\
title:_ url:_https://e.f/g/ author:_ language:_ timezone:_ repo:_ sources:_[entries] -_path:_ dialect:_ heading:_ year:_
dates:_git html:_sanitised challenge:_ days:_ start:_ goals:_ streak:_ rest_days:_ topics:_ keywords:_ parent:_ accent:_"#abc"
search:_false cards:_true menu:_ csp:_ feed_limit:_ quiet:_ extensions:_ """
_NOTEBOOK = """\
{ } [ ] : , " "cells" "metadata" "nbformat":_4 "nbformat_minor":_5 "worksheets" "cell_type":_ "code" "markdown" "raw" "source"
"outputs" "output_type" "display_data" "execute_result" "stream" "error" "text" "data" "text/html" "text/plain" "image/png"
"image/svg+xml" "text/latex" "application/json" "traceback" "attachments" "execution_count" null true 1e999 -1 \\u001b[31m \\ud800 """


def _words(table: str) -> list[str]:
    return [word.replace("_", " ") for word in table.split()]


PIECES: dict[str, list[str]] = {
    "front-matter": _words(_HEAD),
    "markdown": _words(_MARKDOWN),
    "log": _words(_DAYS) + _words(_MARKDOWN),
    "entry": _words(_HEAD) + _words(_MARKDOWN),
    "notebook": _words(_NOTEBOOK) + _words(_MARKDOWN),
    "settings": _words(_SITE) + _words(_HEAD),
    "dialects": _words(_MARKDOWN) + _words(_HEAD),
}
PIECES["folder"] = ["\n====\n", *_words(_SITE), *PIECES["log"], *PIECES["entry"]]
PIECES["import"] = PIECES["folder"]

_CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": ["# A\n", "See [b](b.md) $x$."]},
    {"cell_type": "code", "metadata": {"tags": ["hide"]}, "source": "print(1)", "execution_count": 1, "outputs": [
        {"output_type": "stream", "name": "stdout", "text": ["\u001b[31m1\n"]},
        {"output_type": "display_data", "metadata": {}, "data": {
            "text/html": "<table><tr><td>1</td></tr></table>", "text/latex": "$x$", "image/svg+xml": "<svg/>"}},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\u001b[1mE\u001b[0m"]},
    ]},
]  # fmt: skip
_NOTEBOOKS = [
    {"cells": _CELLS, "metadata": {}, "nbformat": 4, "nbformat_minor": 5},
    {"worksheets": [{"cells": [{"cell_type": "heading", "level": 2, "source": "H"}]}], "metadata": {}, "nbformat": 3},
    {"cells": [], "metadata": {"kernelspec": {"language": "R"}}, "nbformat": 4, "nbformat_minor": 2},
]


def seeds(target: str) -> list[bytes]:
    """Return the first inputs of a target."""
    cases = [part for text in _read("tests/markdown/cases/*.txt") for part in text.split(b"\n=== ")]
    cases += [text[at : at + LONGEST] for text in _read("entries/*.md") for at in range(0, len(text), LONGEST)]
    entries = _read("tests/invalid_sites/*/input/entries/*.md")
    sites = _read("tests/invalid_sites/*/input/site.yaml")
    heads = [text.split(b"\n---")[0].removeprefix(b"---\n") for text in entries if text.startswith(b"---\n")]
    notebooks = [json.dumps(one).encode() for one in _NOTEBOOKS]
    logs = [part for text in _read("tests/markdown/logs.txt") for part in text.split(b"\n=== ")]
    found: dict[str, list[bytes]] = {
        "front-matter": heads,
        "markdown": [b"a" + text for text in cases],
        "log": logs,
        "entry": entries + cases,
        "notebook": notebooks,
        "settings": sites,
        "dialects": [bytes([at % 8]) + text for at, text in enumerate(cases + entries)],
    }
    found["folder"] = found["import"] = [_folder(site, [*texts]) for site in sites for texts in _pairs(entries + logs)]
    return [one[:LONGEST] for one in found[target]]


def dictionary(target: str) -> str:
    """Return the pieces of a target as libFuzzer reads them."""
    pieces = (piece.encode() for piece in PIECES[target])
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in piece) + '"\n' for piece in pieces)


def _pairs(texts: list[bytes]) -> Iterable[tuple[bytes, bytes]]:
    return zip(texts[::9], texts[4::9], strict=False)


def _folder(site: bytes, texts: list[bytes]) -> bytes:
    places = [PATHS.index("site.yaml"), 0, 2]
    return b"\n====\n".join(bytes([at]) + text for at, text in zip(places, [site, *texts], strict=True))


def _read(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(ROOT.glob(pattern)) if path.is_file()]
