"""The bytes of an `.ipynb` file → its cells, of whatever version; says why where there are none."""

from __future__ import annotations

import json
import re
from typing import Any

from journal_site.expressions import expression
from journal_site.model.base import Value
from journal_site.model.outline import FrontMatter
from journal_site.reading.notebook.cell import Cell
from journal_site.reading.notebook.outputs import joined
from journal_site.reading.notebook.privacy import public_notebook, tags_of

CURRENT = 4
"""The major version of the format whose cells are read as they are; older ones are upgraded by nbformat."""

TOO_DEEP = "the file is nested too deeply"
_NEWEST = 100
"""What a version may be; a larger number is none."""
_LANGUAGE = expression(r"[\w+#.-]+")


class BrokenNotebookError(Exception):
    """The file is no notebook; the message says what it is instead."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        """Say why, and where in the file."""
        super().__init__(message)
        self.line = line
        self.column = column


class ParsedNotebook(Value, frozen=True, kw_only=True):
    """A notebook's cells with what its metadata says."""

    cells: tuple[Cell, ...]
    language: str = ""
    title: str = ""
    front: FrontMatter = FrontMatter()
    """What it says of who may see it."""
    hides: bool = False
    """It has cells, outputs or comments that stay at home."""
    problems: tuple[str, ...] = ()
    """What had to be passed over, in words."""


def parse_notebook(raw: bytes) -> ParsedNotebook:
    """Return the notebook's cells. Raises BrokenNotebookError where the bytes are no notebook."""
    content = _upgrade(_decode(raw))
    metadata = _table(content.get("metadata"))
    cells: list[Cell] = []
    problems: list[str] = []
    for number, cell in enumerate(content["cells"], start=1):
        if isinstance(cell, dict):
            cells.append(_cell(cell))
        else:
            problems.append(f"cell {number} is no cell")
            cells.append(Cell(kind="raw", source=joined(cell), attachments={}))
    kernel, language = _table(metadata.get("kernelspec")), _table(metadata.get("language_info"))
    name = joined(language.get("name")) or joined(kernel.get("language")) or joined(kernel.get("name"))
    shown = public_notebook(cells, metadata)
    return ParsedNotebook(
        cells=shown.cells,
        front=shown.front,
        hides=shown.hides,
        language=_language(name),
        title=" ".join(joined(metadata.get("title")).split()),
        problems=tuple(problems),
    )


def _decode(raw: bytes) -> dict[str, Any]:
    text = raw.removeprefix(b"\xef\xbb\xbf").strip()
    if not text:
        raise BrokenNotebookError("the file is empty")
    if text.startswith(b"<"):
        what = "a web page" if re.match(rb"<(?:!doctype\s+)?html|<head|<body", text, re.IGNORECASE) else "markup"
        raise BrokenNotebookError(
            f"the file is {what}, not a notebook: it was saved from a browser instead of downloaded"
        )
    if text.startswith(b"version https://git-lfs"):
        raise BrokenNotebookError("the file is a pointer of Git LFS: its content has not been fetched")
    try:
        content = json.loads(raw.removeprefix(b"\xef\xbb\xbf").decode())
    except UnicodeDecodeError as error:
        raise BrokenNotebookError("the file is not UTF-8", raw.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        conflict = next((mark for mark in (b"\n<<<<<<< ", b"\n>>>>>>> ") if mark in raw), None)
        if conflict:
            line = raw.count(b"\n", 0, raw.index(conflict) + 1) + 1
            raise BrokenNotebookError("the file holds an unsettled merge of git", line) from error
        why = "ends too early: it is cut short" if _is_cut_short(error) else "is not JSON"
        raise BrokenNotebookError(f"the file {why}", error.lineno, error.colno) from error
    except RecursionError as error:
        raise BrokenNotebookError(TOO_DEEP) from error
    except ValueError as error:  # Python bounds how long a number may be
        raise BrokenNotebookError("the file holds a number that is too long to be meant") from error
    if not isinstance(content, dict) or not ("nbformat" in content or "cells" in content or "worksheets" in content):
        raise BrokenNotebookError("the file is JSON, but not a notebook")
    return content


def _is_cut_short(error: json.JSONDecodeError) -> bool:
    """Tell whether a file that should be one JSON object has lost its end, be it in the middle of a string."""
    text = error.doc.strip()
    return text.startswith("{") and not text.endswith("}")


def _upgrade(content: dict[str, Any]) -> dict[str, Any]:
    version = content.get("nbformat", CURRENT)
    if type(version) is not int or not 0 < version < _NEWEST:
        raise BrokenNotebookError("the notebook does not say its format's version")
    if isinstance(content.get("cells"), list) and version >= CURRENT:
        return content
    if version > CURRENT:
        raise BrokenNotebookError(f"the notebook is of format {version}, which is newer than what can be read")
    import nbformat  # noqa: PLC0415 - slow to load, and only notebooks from before 2015 need it

    try:
        upgraded = nbformat.convert(nbformat.reader.reads(json.dumps(content)), CURRENT)  # type: ignore[no-untyped-call]
    except Exception as error:  # of JSON that is no notebook it raises whatever it meets
        raise BrokenNotebookError(f"the notebook, of format {version}, cannot be upgraded") from error
    cells = upgraded.get("cells")
    if not isinstance(cells, list):
        raise BrokenNotebookError("the notebook has no cells")
    return dict(upgraded)


def _cell(cell: dict[str, Any]) -> Cell:
    metadata = _table(cell.get("metadata"))
    kind, count, outputs = cell.get("cell_type"), cell.get("execution_count"), cell.get("outputs")
    return Cell(
        kind=kind if kind in ("markdown", "code") else "raw",
        source=joined(cell.get("source", cell.get("input"))),
        count=count if type(count) is int else None,
        outputs=tuple(outputs) if isinstance(outputs, list) else (),
        attachments={
            name: bundle for name, bundle in _table(cell.get("attachments")).items() if isinstance(bundle, dict)
        },
        mime=joined(metadata.get("raw_mimetype") or metadata.get("format")),
        tags=tags_of(metadata),
    )


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _language(name: str) -> str:
    """Return a language as highlighting knows it; kernels are named after it and their version (`python3`, `ir`)."""
    match = _LANGUAGE.match(name.strip().lower())
    plain = match[0] if match else ""
    return {"python3": "python", "python2": "python", "ipython": "python", "ir": "r"}.get(plain, plain)
