"""`docs/theme.md` names the classes that reading writes into bodies: all that are rendered here, and no others."""

from __future__ import annotations

import ast
import base64
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.body_classes import CLASSES, meaning_of
from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.model.page import BodyRef
from journal_site.reading.markdown.alerts import KINDS
from journal_site.site.theme import Theme
from tests.markdown.test_cases import ALL, html_of

ROOT = Path(__file__).resolve().parents[2]
CLASS = re.compile(r"class=\\?[\"']([^\"'\\]*)")
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")
CODE = {
    "python": '"""Doc."""\n@cached\ndef f(x):\n    return len(x) and 1  # why\n"text"\n',
    "diff": "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n",
    "console": "$ ls\nfile\n",
    "pytb": 'Traceback (most recent call last):\n  File "x.py", line 1, in <module>\nNameError: x\n',
    "html": '<p id="x">y</p>\n',
    "markdown": "*soft* and **loud**\n",
}
TEXT = """# Every class

- [ ] open

| a | b | c |
| :- | :-: | -: |
| 1 | 2 | 3 |

<p align="justify">Just</p>
<img src="dot.png" alt="dot" align="left"> <img src="dot.png" alt="dot" align="right">

<svg viewBox="0 0 1 1"><title>Dot</title><path d="M0 0h1v1z"/></svg>

A note[^1], [gone](gone.md), ![gone](gone.png), ![[other]].

[^1]: Below.

$$
\\hat{a} \\; \\vec{b}' \\begin{align} x &= y \\end{align}
$$

```mermaid
---
title: Steps
---
graph LR
  A --> B
```

```text {2} linenums="1"
a
b
```

$\\frac{$ is broken: $\\nosuch{x}$.
"""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """All classes of all bodies of the demo, of Markdown's cases and of a text made to show each."""
    folder = tmp_path_factory.mktemp("classes")
    lay_out(folder)
    bodies: list[str] = []
    written = Theme._body

    def noted(theme: Theme, reference: BodyRef) -> str:
        bodies.append(written(theme, reference))
        return bodies[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "_body", noted)
        for name in ("demo", "every"):
            build(BuildRequest(root=folder / name, jobs=1, future=True))
    found = {name for html in bodies for name in classes(html)}
    for case in ALL:
        found |= classes(html_of(case)) - classes(case.text)
    return found


def lay_out(folder: Path) -> None:
    shutil.copytree(ROOT / "entries", folder / "demo" / "entries")
    (folder / "demo" / "site.yaml").write_text("title: Demo\n", encoding="utf-8")
    entries = folder / "every" / "entries"
    entries.mkdir(parents=True)
    (folder / "every" / "site.yaml").write_text("title: Every\n", encoding="utf-8")
    alerts = "\n".join(f"> [!{kind}]\n> Text.\n" for kind in (*sorted(KINDS), "peculiar"))
    code = "\n".join(f"```{language}\n{text}```\n" for language, text in CODE.items())
    (entries / "every.md").write_text(f"{TEXT}\n{alerts}\n{code}", encoding="utf-8")
    (entries / "other.md").write_text("# Other\n\nText.\n", encoding="utf-8")
    (entries / "dot.png").write_bytes(PIXEL)
    (entries / "all.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")


def notebook() -> dict[str, object]:
    codes = [*range(30, 38), *range(90, 98), *range(40, 48), *range(100, 108), 1, 2, 3, 4, 7, 9]
    coloured = "".join(f"\x1b[{code}mx\x1b[0m " for code in codes)
    shown: list[dict[str, object]] = [
        {"text/html": "<table><tr><td>1</td></tr></table>"},
        {"text/markdown": "*text*"},
        {"text/latex": "$$x^2$$"},
        {"image/png": base64.b64encode(PIXEL).decode()},
        {"application/vnd.plotly.v1+json": {"data": []}},
        {"text/plain": "\n".join(map(str, range(500)))},
    ]
    outputs: list[dict[str, object]] = [
        {"output_type": "stream", "name": "stdout", "text": coloured},
        {"output_type": "stream", "name": "stderr", "text": "careful"},
        {"output_type": "error", "ename": "E", "evalue": "e", "traceback": ["E: e"]},
    ]
    outputs += [{"output_type": "display_data", "metadata": {}, "data": one} for one in shown]
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 1, "source": "1", "outputs": outputs}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}


def classes(html: str) -> set[str]:
    return {name for value in CLASS.findall(html) for name in value.split()}


def test_each_class_that_is_rendered_has_a_meaning(rendered: set[str]) -> None:
    assert sorted(name for name in rendered if meaning_of(name) is None) == []


def test_each_class_with_a_meaning_is_rendered(rendered: set[str]) -> None:
    named = [name for meanings in CLASSES.values() for name in meanings]
    seen = rendered | {f"{name[:4]}*" for name in rendered}
    assert [name for name in named if name not in seen] == []


def test_each_class_that_the_code_spells_has_a_meaning() -> None:
    spelt = set(spelt_classes())
    assert {"tasks", "nb-outputs", "missing-picture"} <= spelt
    assert sorted(name for name in spelt if meaning_of(name) is None) == []


def spelt_classes() -> Iterator[str]:
    """Give the classes that stand in texts of the code, those apart that are put together from parts."""
    package = ROOT / "journal_site"
    for path in (*(package / "reading").rglob("*.py"), package / "pages" / "parts" / "slots.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and not path.match("notebook/ansi.py"):
                for value in re.findall(r'class="([^"]+)"', node.value):
                    yield from value.split()
