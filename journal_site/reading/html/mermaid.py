"""Mermaid → SVG when the site is built, by the npm package beautiful-mermaid: readers load no script."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from journal_site.reading.code.script import Script, ScriptError, TooComplexError

if TYPE_CHECKING:
    from journal_site.model.entry import FragmentCache

_VERSION = 1
"""Raised whenever the same source would be drawn in another way: older fragments are then not found."""
_LONGEST = 50_000
_BROWSER = """globalThis.global = globalThis; globalThis.setTimeout = globalThis.clearTimeout = () => 0;
globalThis.console = {log() {}, info() {}, warn() {}, error() {}, debug() {}};"""
_DRAW = "(text) => mermaid.renderMermaidSVG(text, {padding: 8, transparent: true})"
_MERMAID = Script("mermaid.min.js", _DRAW, _BROWSER, seconds=5)
DIAGRAM_HINT = "flowcharts, sequences, classes, states, entities and charts of x and y are drawn; other forms stay code"
_PLAIN = "!"
"""Begins what is kept in place of a drawing that failed: why."""
_LINK = "<!--links-->"
_SHOWN = 60


class Diagram(NamedTuple):
    """A drawing, or why there is none."""

    svg: str = ""
    title: str = ""
    problem: str = ""
    drops_links: bool = False


def draw_mermaid(source: str, number: int, cache: FragmentCache) -> Diagram:
    """Return a drawing whose ids no other on its page has, if its number is its own. Raises EngineMissingError."""
    if len(source) > _LONGEST:
        return Diagram(problem=f"it is longer than {_LONGEST:,} signs")
    digest = blake2b(source.encode(), digest_size=16).hexdigest()
    token = f"d{digest[:10]}"
    key = f"mermaid:{_VERSION}:{digest}"
    fragment = cache.get(key)
    if fragment is None:
        try:
            fragment = _draw(source, token)
        except TooComplexError:
            fragment = f"{_PLAIN}it is too complex"
        except ScriptError as error:
            fragment = f"{_PLAIN}{error}"
        cache.put(key, fragment)
    if fragment.startswith(_PLAIN):
        return Diagram(problem=fragment.removeprefix(_PLAIN))
    title, _, svg = fragment.partition("\n")
    return Diagram(svg.removesuffix(_LINK).replace(token, f"{token}-{number}"), title, drops_links=svg.endswith(_LINK))


def _draw(source: str, token: str) -> str:
    """Return a title, a line's end and the SVG. Raises ScriptError with the reason why it cannot be drawn."""
    from journal_site.reading.html.mermaid_source import first_lost, read_source  # noqa: PLC0415 - few texts draw
    from journal_site.reading.html.mermaid_svg import settle_drawing  # noqa: PLC0415
    from journal_site.reading.html.svg import clean_tree  # noqa: PLC0415

    written = read_source(source)
    tree = clean_tree(_MERMAID.call(written.text).encode("utf-8", "replace"))
    if (
        tree is None
        or not "".join(text for one in tree.iter() if one.tag.endswith("}text") for text in one.itertext()).strip()
    ):
        raise ScriptError("there is nothing in it")
    if lost := first_lost(written, tree):
        raise ScriptError(f"'{lost[:_SHOWN]}{'…' if len(lost) > _SHOWN else ''}' would be lost")
    svg = settle_drawing(tree, written, token)
    return f"{written.title}\n{svg}{_LINK if written.does else ''}"
