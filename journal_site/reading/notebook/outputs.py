"""The outputs of a notebook's cell → HTML: the richest form that can be shown without running anything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from journal_site.characters import clean
from journal_site.expressions import expression
from journal_site.model.base import Value
from journal_site.reading.notebook.ansi import render_ansi, settle_terminal, strip_ansi
from journal_site.reading.notebook.html import clean_html
from journal_site.reading.notebook.pictures import SUFFIXES, NotebookPicture, Pictures

FOLD_LINES = 40
FOLD_HTML = 12_000
"""Characters of an HTML output, which has no lines of its own."""
LONGEST_TEXT = 500_000
"""Characters of a text output beyond which its middle is left out: no browser shows it, and no reader reads it."""
LONGEST_HTML = 3_000_000
"""Characters of an HTML output, without its scripts, beyond which its next form is shown instead."""

_SCRIPT = expression(r"<script\b", re.IGNORECASE)
_RUNS = expression(r"<(?:script|iframe)\b", re.IGNORECASE)
_SCRIPT_END = expression(r"</script\s{0,9}>", re.IGNORECASE)
_OBJECT = expression(r"<[\w.]+(?: object)?(?: at 0x[0-9a-f]+)?>|[\w.]+\(\)")
"""What Python prints for a value that has nothing to print."""
_DISTRUST = expression(r"\btrust(?:ed)? (?:the|this) notebook\b|\bnotebook trusted\b", re.IGNORECASE)
"""What stands in a form that shows itself only in a notebook which runs: the next form says more."""
_BETTER_THAN_TEXT = ("text/html", "application/pdf", "text/latex", "image/svg+xml", *SUFFIXES, "text/markdown")
_WORDS_FOR = (
    ("jupyter.widget", "interactive widget"),
    ("plotly", "interactive Plotly chart"),
    ("vegalite", "interactive Vega-Lite chart"),
    ("vega", "interactive Vega chart"),
    ("bokeh", "interactive Bokeh chart"),
    ("holoviews", "interactive HoloViews chart"),
    ("javascript", "script"),
)

CellOutput = Mapping[str, Any]


class NotebookContext(Value, frozen=True, kw_only=True):
    """What outputs need of the notebook that they stand in."""

    pictures: Pictures
    render_markdown: Callable[[str], str]
    render_math: Callable[[str], str]
    """Of TeX on lines of its own."""
    reserve_images: Callable[[str], str]
    """Of clean HTML: makes slots of the pictures that are the journal's own files."""
    warn: Callable[[str], None]


def render_outputs(outputs: Sequence[CellOutput], around: NotebookContext) -> str:
    """Return the HTML of one cell's outputs, in order; streams that follow each other are one."""
    return "".join(_render_output(output, around) for output in _coalesce(outputs))


def joined(value: object) -> str:
    """Return a multi-line string of the notebook format, which is a text or a list of its lines, as clean text."""
    return clean(written(value))


def written(value: object) -> str:
    """Return a multi-line string of the notebook format as a terminal was sent it, with its escapes."""
    if isinstance(value, list):
        text = "".join(part if isinstance(part, str) else json.dumps(part) for part in value)
    elif isinstance(value, str):
        text = value
    else:
        text = "" if value is None else json.dumps(value)
    return text


def _coalesce(outputs: Iterable[CellOutput]) -> list[CellOutput]:
    merged: list[dict[str, Any]] = []
    for output in outputs:
        if not isinstance(output, dict):
            merged.append({"output_type": "stream", "name": "stdout", "text": written(output)})
            continue
        last = merged[-1] if merged else {}
        same = output.get("output_type") == last.get("output_type") == "stream" and output.get("name") == last.get(
            "name"
        )
        if same:
            last["text"] = written(last.get("text")) + written(output.get("text"))
        else:
            merged.append(dict(output))
    return [*merged]


def _render_output(output: CellOutput, around: NotebookContext) -> str:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return _text(written(output.get("text")), f"nb-text nb-{name}", around)
    if kind == "error":
        return _error(output, around)
    bundle = output.get("data")
    if isinstance(bundle, dict):
        metadata = output.get("metadata")
        return _richest(bundle, metadata if isinstance(metadata, dict) else {}, around)
    return _text(json.dumps(output, ensure_ascii=False, indent=1), "nb-text", around)


def _error(output: CellOutput, around: NotebookContext) -> str:
    traceback = output.get("traceback")
    lines = [written(line) for line in traceback] if isinstance(traceback, list) else [written(traceback)]
    summary = f"{written(output.get('ename'))}: {written(output.get('evalue'))}"
    return _text("\n".join(lines).strip("\n") or summary, "nb-text nb-error", around)


def _richest(bundle: dict[str, Any], metadata: dict[str, Any], around: NotebookContext) -> str:
    """Return the first of the forms that shows something."""
    for mime in _BETTER_THAN_TEXT:
        if mime in bundle and not (mime == "text/html" and _is_distrusted(bundle)):
            html = _form(mime, bundle, metadata, around)
            if html:
                return html
    text = written(bundle.get("text/plain"))
    if text.strip() and not text.lstrip().startswith("<") and _is_distrusted(bundle):
        return _text(text, "nb-text", around)
    return _said(bundle) or _plain(bundle, around)


def _is_distrusted(bundle: dict[str, Any]) -> bool:
    """Tell whether all that the HTML shows to readers is that it cannot be shown."""
    return "text/html" in bundle and _DISTRUST.search(joined(bundle["text/html"])) is not None


def _form(mime: str, bundle: dict[str, Any], metadata: dict[str, Any], around: NotebookContext) -> str:
    value = bundle[mime]
    if mime == "text/html":
        raw = joined(value)
        if len(raw) > LONGEST_HTML and len(raw := _without_scripts(raw)) > LONGEST_HTML:
            around.warn(f"a table of {len(raw) / 1_000_000:.0f} MB is too long to be shown")
            return ""
        html = around.reserve_images(clean_html(raw, around.pictures))
        return fold(f'<div class="nb-html" tabindex="0">{html}</div>', len(html) > FOLD_HTML, "table") if html else ""
    if mime == "text/latex":
        return _latex(joined(value), around)
    if mime == "text/markdown":
        html = around.render_markdown(joined(value))
        return f'<div class="nb-markdown">{html}</div>' if html.strip() else ""
    picture = (
        around.pictures.add(joined(value).encode(), mime)
        if mime == "image/svg+xml"
        else around.pictures.add_base64(joined(value), mime)
    )
    if picture is None:
        around.warn(f"an output of type {mime} cannot be decoded")
        return ""
    return _media(picture, bundle, metadata.get(mime))


def _without_scripts(html: str) -> str:
    *closed, rest = _SCRIPT_END.split(html)
    return "".join(_SCRIPT.split(part, maxsplit=1)[0] for part in closed) + rest


def _latex(tex: str, around: NotebookContext) -> str:
    """Return TeX as math; text with formulas in it goes the way of Markdown."""
    tex = tex.strip()
    for opening, closing in (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")):
        inner = tex[len(opening) : -len(closing)]
        if tex.startswith(opening) and tex.endswith(closing) and inner and "$" not in inner:
            return f'<div class="nb-math" tabindex="0">{around.render_math(inner.strip())}</div>'
    if tex.startswith("\\begin{"):
        return f'<div class="nb-math" tabindex="0">{around.render_math(tex)}</div>'
    return f'<div class="nb-markdown">{around.render_markdown(tex)}</div>' if tex else ""


def _media(picture: NotebookPicture, bundle: dict[str, Any], metadata: object) -> str:
    if not picture.mime.startswith("image/"):
        tag = picture.mime.partition("/")[0]
        if tag in {"audio", "video"}:
            return f'<{tag} controls src="{picture.name}"></{tag}>'
        return f'<p class="nb-note"><a href="{picture.name}">{picture.name}</a></p>'
    width, height = picture.width, picture.height
    if isinstance(metadata, dict):
        width, height = _sized(width, height, metadata.get("width"), metadata.get("height"))
    alt = _shown(bundle.get("text/plain", ""))
    return image_tag(picture.name, alt.partition("\n")[0], width, height)


def _sized(width: int, height: int, wide: object, high: object) -> tuple[int, int]:
    """Return a picture's size as it was asked for; a side that was not follows the other."""
    own = max(width, 1), max(height, 1)
    asked = [side if isinstance(side, int) and side > 0 else 0 for side in (wide, high)]
    if not any(asked) or not (all(asked) or (width and height)):
        return width, height
    return asked[0] or round(own[0] * asked[1] / own[1]), asked[1] or round(own[1] * asked[0] / own[0])


def image_tag(name: str, alt: str, width: int = 0, height: int = 0) -> str:
    """Return a picture of the notebook as `<img>`."""
    size = f' width="{width}" height="{height}"' if width and height else ""
    return f'<img class="nb-picture" src="{name}" alt="{escape(alt)}"{size} loading="lazy" decoding="async">'


def _said(bundle: dict[str, Any]) -> str:
    """Return a line that says what an output was that only a running notebook can show."""
    mimes = " ".join(bundle)
    words = next((words for part, words in _WORDS_FOR if part in mimes), "")
    if not words and "text/html" in bundle and _RUNS.search(joined(bundle["text/html"])):
        words = "interactive output"
    if not words:
        return ""
    named = [name for value in bundle.values() if isinstance(value, dict) and (name := _chart_title(value))]
    text = _shown(bundle.get("text/plain", ""))
    if not named and text and not _OBJECT.fullmatch(text):
        named = [text]
    title = f": {escape(named[0])}" if named else ""
    return f'<p class="nb-note"><span lang="en">{words}</span>{title}</p>'


def _shown(value: object) -> str:
    """Return what a terminal shows of a text."""
    return strip_ansi(settle_terminal(written(value))).strip()


def _chart_title(figure: dict[str, Any]) -> str:
    """Return the title that a Plotly or Vega figure carries."""
    layout = figure.get("layout")
    title = (layout if isinstance(layout, dict) else figure).get("title")
    if isinstance(title, dict):
        title = title.get("text")
    return _shown(title if isinstance(title, str | list) else figure.get("description") or "")


def _plain(bundle: dict[str, Any], around: NotebookContext) -> str:
    if "text/plain" in bundle:
        text = written(bundle["text/plain"])
        nothing = "text/html" in bundle and _OBJECT.fullmatch(text.strip())
        return "" if nothing else _text(text, "nb-text", around)
    rest = [
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
        for value in bundle.values()
    ]
    return _text("\n".join(rest), "nb-text", around)


def _text(text: str, classes: str, around: NotebookContext) -> str:
    if len(text) > LONGEST_TEXT:
        around.warn(f"of an output of {len(text) / 1_000_000:.1f} million characters its beginning and end are shown")
        text = _without_middle(text)
    text = settle_terminal(text).rstrip("\n")
    if not text.strip():
        return ""
    lines = text.count("\n") + 1
    return fold(f'<pre class="{classes}" tabindex="0">{render_ansi(text)}</pre>', lines > FOLD_LINES, f"{lines} lines")


def _without_middle(text: str) -> str:
    """Return the beginning and the end of a text, whole lines where it has any, with how much is left out between."""
    half = LONGEST_TEXT // 2
    begin, end = text.rfind("\n", 0, half) + 1 or half, text.find("\n", len(text) - half) + 1 or len(text) - half
    lines = text.count("\n", begin, end)
    left_out = f"{lines:,} lines" if lines else f"{end - begin:,} characters"
    return f"{text[:begin]}\n[… {left_out} …]\n\n{text[end:]}"


def fold(html: str, long: bool, what: str) -> str:  # noqa: FBT001 # the one question that this function answers
    """Return HTML that is folded away where it is long, or as its author has it."""
    return f'<details class="nb-long"><summary lang="en">{what}</summary>{html}</details>' if long else html
