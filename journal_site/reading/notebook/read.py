"""A notebook's bytes → its page's HTML, with what it holds. Nothing in a notebook is ever run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from html import escape

from journal_site.characters import clean, clean_all
from journal_site.errors import Diagnostic, Location, Severity
from journal_site.expressions import expression
from journal_site.model.entry import FragmentCache, Heading, Notebook
from journal_site.reading.code.highlight import PLAIN_HINT, highlight
from journal_site.reading.notebook.cell import Cell
from journal_site.reading.notebook.format import TOO_DEEP, BrokenNotebookError, ParsedNotebook, parse_notebook
from journal_site.reading.notebook.html import clean_html
from journal_site.reading.notebook.markdown import CellReader
from journal_site.reading.notebook.outputs import NotebookContext, fold, render_outputs
from journal_site.reading.notebook.pictures import Pictures

_SIGNS = expression(r"[-_.]")
_FOLDED_INPUT = frozenset({"hideinput", "hidecell"})
_FOLDED_OUTPUT = frozenset({"hideoutput", "hidecell"})
_FORM = expression(r"\s*#[ \t]*@title[ \t]+([^\n{]*[^\s{])")
_MAGIC = expression(r"\s*%%(\w+)")
_MAGIC_LANGUAGES = {
    "bash": "bash", "sh": "bash", "cmd": "batch", "html": "html", "javascript": "javascript", "js": "javascript",
    "latex": "tex", "markdown": "markdown", "perl": "perl", "ruby": "ruby", "sql": "sql", "bigquery": "sql", "R": "r",
    "cython": "cython", "svg": "xml", "cpp": "cpp", "cu": "cuda", "writefile": "",
}  # fmt: skip
_CHECKPOINTS = ".ipynb_checkpoints"
_HTML_MIMES = frozenset({"text/html", "html"})
_MARKDOWN_MIMES = frozenset({"text/markdown", "markdown"})


def read_notebook(path: str, raw: bytes, cache: FragmentCache) -> tuple[Notebook, str, dict[str, bytes]]:
    """Return the notebook, its HTML with slots, and its pictures by file name; one that is broken says why."""
    problems: list[Diagnostic] = []
    if _CHECKPOINTS in path.split("/"):
        hint = "refer to the notebook itself: Jupyter overwrites its checkpoints"
        problems.append(_problem("notebook-checkpoint", "this is a checkpoint that Jupyter made", path, hint=hint))
    try:
        return _read(path, parse_notebook(raw), cache, [*problems])
    except BrokenNotebookError as error:
        return _broken(path, error, problems), "", {}
    except RecursionError:  # what Python's reader of JSON still takes, its writer may not
        return _broken(path, BrokenNotebookError(TOO_DEEP), problems), "", {}


def _broken(path: str, error: BrokenNotebookError, problems: list[Diagnostic]) -> Notebook:
    place = Location(path=path, line=error.line, column=error.column)
    hint = "download or save the notebook again as .ipynb; it is listed without a page's content until then"
    problem = Diagnostic(severity="warning", code="notebook-broken", message=str(error), location=place, hint=hint)
    return Notebook(path=path, title=_stem(path), body=_digest(""), broken=str(error), diagnostics=(*problems, problem))


def _read(
    path: str, parsed: ParsedNotebook, cache: FragmentCache, problems: list[Diagnostic]
) -> tuple[Notebook, str, dict[str, bytes]]:
    pictures = Pictures()
    number = 0

    def warn(message: str) -> None:
        problems.append(_problem("notebook-cell", f"{message} (cell {number})", path))

    def warn_plain(message: str) -> None:
        problem = f"{message} (cell {number})"
        problems.append(_problem("code-plain", problem, path, hint=PLAIN_HINT, severity="notice"))

    reader = CellReader(path, cache, pictures, warn)
    around = NotebookContext(
        pictures=pictures,
        render_markdown=reader.read,
        render_math=reader.read_math,
        reserve_images=reader.reserve_images,
        warn=warn,
    )
    problems += [_problem("notebook-cell", problem, path) for problem in parsed.problems]
    pieces: list[str] = []
    for number, cell in enumerate(parsed.cells, start=1):  # noqa: B007 - warn says it
        if cell.kind == "markdown":
            pieces.append(reader.read_cell(cell))
        elif cell.kind == "code":
            pieces.append(_code_cell(cell, parsed.language, cache, around, warn_plain))
        else:
            pieces.append(_raw_cell(cell, reader, pictures))
    heading = reader.first_heading()
    title = parsed.title or (heading.text if heading else "") or _stem(path)
    repeated = heading is not None and heading.text == title and reader.begins_with(heading)
    html, dropped = _without_title("".join(pieces), heading if repeated else None)
    html, headings = reader.settle_levels(html, dropped)
    html = clean(html)
    notebook = Notebook(
        path=path,
        title=title,
        body=_digest(html),
        slots=tuple(reader.slots),
        headings=headings,
        anchors=tuple(reader.anchors),
        links=tuple(reader.links),
        words=reader.words,
        excerpt=reader.excerpt,
        language=parsed.language,
        cells=len(parsed.cells),
        pictures=tuple((picture.name, picture.digest) for picture in pictures.images()),
        hides=parsed.hides,
        draft=parsed.front.draft,
        withheld=parsed.front.withheld,
        publish_from=parsed.front.publish_from,
        publish_until=parsed.front.publish_until,
        diagnostics=tuple(problems),
    )
    return clean_all(notebook), html, pictures.files()


def _code_cell(
    cell: Cell, language: str, cache: FragmentCache, around: NotebookContext, warn_plain: Callable[[str], None]
) -> str:
    source = cell.source.strip("\n")
    magic = _MAGIC.match(source)
    if magic:
        language = _MAGIC_LANGUAGES.get(magic[1], language)
    count = f"<figcaption>In [{cell.count}]</figcaption>" if cell.count is not None else ""
    code = ""
    if source.strip():
        highlighted = highlight(source, language, cache)
        code = f'<pre tabindex="0"><code>{highlighted.html}</code></pre>'
        if highlighted.problem:
            warn_plain(highlighted.problem)
    folded = {_SIGNS.sub("", tag).casefold() for tag in cell.tags}
    written = f'<figure class="code">{count}{code}</figure>\n' if code else ""
    written = fold(written, bool(code) and not folded.isdisjoint(_FOLDED_INPUT), _form_title(source))
    outputs = render_outputs(cell.outputs, around)
    outputs = fold(outputs, bool(outputs) and not folded.isdisjoint(_FOLDED_OUTPUT), "output")
    return f'{written}<div class="nb-outputs">{outputs}</div>\n' if outputs else written


def _form_title(source: str) -> str:
    """Return what a folded cell is called: Colab's `#@title`, else what it is."""
    match = _FORM.match(source)
    return escape(match[1]) if match else "code"


def _raw_cell(cell: Cell, reader: CellReader, pictures: Pictures) -> str:
    if cell.mime in _MARKDOWN_MIMES:
        return reader.read_cell(cell)
    html = reader.reserve_images(clean_html(cell.source, pictures)) if cell.mime in _HTML_MIMES else ""
    if html:
        return f'<div class="nb-html" tabindex="0">{html}</div>\n'
    return f'<pre tabindex="0"><code>{escape(cell.source)}</code></pre>\n' if cell.source.strip() else ""


def _without_title(html: str, heading: Heading | None) -> tuple[str, Heading | None]:
    """Return the body without its first heading, where the page's own says the same and no more."""
    if heading is None:
        return html, None
    match = re.search(rf'<h([2-6]) id="{re.escape(escape(heading.id))}">([^<]*)</h\1>\s*', html)
    return (html[: match.start()] + html[match.end() :], heading) if match else (html, None)


def _problem(code: str, message: str, path: str, *, hint: str = "", severity: Severity = "warning") -> Diagnostic:
    return Diagnostic(severity=severity, code=code, message=message, location=Location(path=path), hint=hint)


def _stem(path: str) -> str:
    name = path.rpartition("/")[2].removesuffix(".ipynb")
    return " ".join(name.replace("_", " ").replace("-", " ").split()) or name or path


def _digest(html: str) -> str:
    return hashlib.blake2b(html.encode("utf-8", "replace"), digest_size=20).hexdigest()
