"""HTML's content model, as far as an author's tags can break it: what may stand inside what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from journal_site.reading.html.tree import Element

_PHRASING = frozenset(
    """abbr b bdi bdo br cite code dfn em i img input kbd label mark q rp rt ruby s samp small span strong sub sup time
    u var wbr iframe video audio picture source track""".split()
)
_TRANSPARENT = frozenset(("a", "ins", "del"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ONLY_PHRASING = _HEADINGS | {"p", "pre", "summary"}
_NO_HEADINGS = frozenset(("th", "dt", "caption"))
_COLUMNS = frozenset(("col", "colgroup"))
"""They only set widths, and must agree with the cells."""
_LISTS = frozenset(("ul", "ol"))
_MEDIA = frozenset(("video", "audio"))
_INTERACTIVE = frozenset(("a", "iframe", "video", "audio", "details", "label", "input"))
_RUBY = frozenset(("ruby",))
_PARENTS: dict[str, frozenset[str]] = {
    "dt": frozenset(("dl",)),
    "dd": frozenset(("dl",)),
    "summary": frozenset(("details",)),
    "figcaption": frozenset(("figure",)),
    "source": _MEDIA | {"picture"},
    "track": _MEDIA,
    "rt": _RUBY,
    "rp": _RUBY,
}
_ELSEWHERE = {"rt": "span", "rp": "span"}
_FILES = ("source", "track")
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_SPANS = frozenset(("div", "p", "figure", "figcaption", "blockquote", "section", "center"))
_SIMPLE = frozenset(("id", "class", "style", "title"))
_WIDEST = 1000  # HTML's limit for colspan
_MOST_FILLED = 10 * _WIDEST
"""Columns to which a table's short rows are filled up."""
_TABLE_ORDER = {"caption": 0, "thead": 2, "tfoot": 4}

_Node = Element | str


def conform(element: Element, tag: str = "", *, phrasing: bool = False, headings: bool = True) -> None:
    """Change what is below an element until it is valid, losing no text.

    `tag` is the element that the children will stand in; `phrasing` says that only what runs within a line may stand
    there, and `headings` that headings may.
    """
    children: list[_Node] = []
    for child in element.children:
        children.extend([child] if isinstance(child, str) else _fit(child, tag, phrasing=phrasing, headings=headings))
    element.children = children
    if tag not in _LISTS:
        _wrap(element, _is_item, "ul")
    if mend := _MENDING.get(tag):
        mend(element)


def _fit(child: Element, parent: str, *, phrasing: bool, headings: bool) -> list[_Node]:
    """Return the child as it may stand in its parent: itself, itself under another name, or only what it holds."""
    if child.tag in _COLUMNS:
        return []
    if child.tag == "li" and parent != "ol":
        child.attributes.pop("value", None)
    if child.tag in _PARENTS and parent not in _PARENTS[child.tag]:
        if child.tag in _FILES:
            return []
        child.tag = _ELSEWHERE.get(child.tag, "div")
    if phrasing and _is_block(child):
        _make_inline(child)
    elif child.tag in _PHRASING and any(map(_is_block, child.elements())):
        child.tag = "div" if child.tag == "span" else ""
    elif child.tag in _HEADINGS and not headings:
        child.tag = "strong"
    elif child.tag == "a" and any(below.tag in _INTERACTIVE for below in child.elements()):
        child.tag = ""
    inner = phrasing or child.tag in _ONLY_PHRASING or child.tag in _PHRASING
    conform(child, child.tag or parent, phrasing=inner, headings=headings and child.tag not in _NO_HEADINGS)
    if child.tag == "p" and not child.children:  # what is left where the author's tags cut a paragraph in two
        return []
    return [child] if child.tag else child.children


def _is_block(element: Element) -> bool:
    return bool(element.tag) and element.tag not in _PHRASING and element.tag not in _TRANSPARENT


def _make_inline(element: Element) -> None:
    """Make an element that may stand within a line of one that may not; of a table or a list its text stays."""
    if element.tag in _SPANS:
        element.tag = "span"
        element.attributes = {name: value for name, value in element.attributes.items() if name in _SIMPLE}
    elif element.tag == "hr":
        element.tag, element.attributes = "br", {}
    else:
        element.tag, element.attributes = "", {}
        element.children.append(" ")


def _is_item(child: _Node) -> bool:
    return isinstance(child, Element) and child.tag == "li"


def _wrap(element: Element, wanted: Callable[[_Node], bool], tag: str) -> None:
    """Wrap each run of wanted children in an element."""
    if not any(map(wanted, element.children)):
        return
    children: list[_Node] = []
    run: Element | None = None
    for child in element.children:
        if wanted(child):
            if run is None:
                run = Element(tag)
                children.append(run)
            run.children.append(child)
        else:
            if not isinstance(child, str) or child.strip():
                run = None
            children.append(child)
    element.children = children


def _mend_list(element: Element) -> None:
    _wrap(element, lambda child: not _is_item(child) and (isinstance(child, Element) or bool(child.strip())), "li")
    if not any(map(_is_item, element.children)):
        element.tag = ""


def _mend_definitions(element: Element) -> None:
    """Keep a list of definitions that is one; make plain blocks of any other."""
    parts = ("dt", "dd")
    _wrap(element, lambda child: child.strip() != "" if isinstance(child, str) else child.tag not in parts, "dd")
    order = "".join(child.tag[1] for child in element.children if isinstance(child, Element))
    if order.startswith("t") and order.endswith("d"):
        return
    element.tag = "div"
    for child in element.children:
        if isinstance(child, Element):
            child.tag = "div"


def _mend_details(element: Element) -> None:
    """Put the summary first; browsers name one that has none in the reader's language, but a page must have one."""
    summary = _first(element, "summary") or Element("summary")
    if not summary.text().strip() and not any(below.tag == "img" for below in summary.elements()):
        summary.children.append("…")
    element.children = [summary, *(child for child in element.children if child is not summary)]
    _keep_one(element, "summary", "div")


def _mend_figure(element: Element) -> None:
    caption = _first(element, "figcaption")
    if caption is not None:
        if element.children[0] is not caption:
            element.children.remove(caption)
            element.children.append(caption)
        _keep_one(element, "figcaption", "div", kept=caption)


def _mend_table(element: Element) -> None:
    """Put a table's parts in their order, and give its rows one length."""
    _keep_one(element, "caption", "")
    _keep_one(element, "thead", "tbody")
    _keep_one(element, "tfoot", "tbody")
    element.children = [child for child in element.children if isinstance(child, Element)]
    element.children.sort(key=lambda child: _TABLE_ORDER.get(child.tag, 3) if isinstance(child, Element) else 3)
    for part in [element, *element.children]:
        if isinstance(part, Element):
            part.children = [child for child in part.children if not isinstance(child, Element) or _holds_cells(child)]
    groups = [[row for row in part.elements() if row.tag == "tr"] for part in element.elements() if part.tag in _GROUPS]
    widths = [width for rows in groups for width in _row_widths(rows)]
    most = min(max(widths, default=0), _MOST_FILLED)
    for row, width in zip((row for rows in groups for row in rows), widths, strict=True):
        row.children.extend(_fill(most - width))


def _fill(columns: int) -> Iterator[Element]:
    """Yield empty cells that take so many columns together."""
    for left in range(columns, 0, -_WIDEST):
        yield Element("td", {"colspan": str(min(left, _WIDEST))} if left > 1 else {})


def _row_widths(rows: list[Element]) -> list[int]:
    """Return how many columns each row of a group takes, with what spans into it; let nothing span past the group."""
    widths = []
    spanning = 0
    ending: Counter[int] = Counter()
    """How many of the columns that span end with the row before so many are left."""
    for left, row in zip(range(len(rows), 0, -1), rows, strict=True):
        spanning -= ending.pop(left, 0)
        width, starting = spanning, 0
        for cell in row.children:
            if not isinstance(cell, Element):
                continue
            columns, count = (
                int(cell.attributes.get("colspan", "1")),
                min(int(cell.attributes.get("rowspan", "1")), left),
            )
            width += columns
            if count > 1:
                starting += columns
                ending[left - count] += columns
                cell.attributes["rowspan"] = str(count)
            else:
                cell.attributes.pop("rowspan", None)
        spanning += starting
        widths.append(width)
    return widths


def _mend_ruby(element: Element) -> None:
    if _first(element, "rt") is None:
        element.tag = ""


def _holds_cells(part: Element) -> bool:
    """Tell whether a part of a table may stay: one without cells is invalid."""
    if part.tag == "tr":
        return any(isinstance(cell, Element) for cell in part.children)
    return part.tag not in ("thead", "tbody", "tfoot") or any(below.tag in ("td", "th") for below in part.elements())


def _first(element: Element, tag: str) -> Element | None:
    return next((child for child in element.children if isinstance(child, Element) and child.tag == tag), None)


def _keep_one(element: Element, tag: str, other: str, *, kept: Element | None = None) -> None:
    kept = kept or _first(element, tag)
    for child in element.children:
        if isinstance(child, Element) and child.tag == tag and child is not kept:
            child.tag = other


_MENDING: dict[str, Callable[[Element], None]] = {
    "ul": _mend_list,
    "ol": _mend_list,
    "dl": _mend_definitions,
    "details": _mend_details,
    "figure": _mend_figure,
    "table": _mend_table,
    "ruby": _mend_ruby,
}
