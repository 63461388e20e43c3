"""The rules for blocks whose content is indented below their first line: MkDocs' admonitions and tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journal_site.expressions import expression
from journal_site.reading.markdown.alerts import alert_of

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_ADMONITION: Final = expression(r"(!!!|\?\?\?\+?)(?:[ \t]*([\w-]+(?:[ \t]+[\w-]+)*))?(?:[ \t]+[\"“](.*)[\"”])?[ \t]*$")
_TAB: Final = expression(r"===[!+]{0,2}[ \t]+(?:\"(.*)\"|'(.*)'|“(.*)”)[ \t]*$")
_INDENT: Final = 4
_FOLDS: Final = {"!!!": "", "???": "-", "???+": "+"}


def admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `!!! note "Title"`, and `???` or `???+`, which fold."""
    match = _ADMONITION.match(_line(state, start))
    if match is None or not (match[2] or match[3]):
        return False
    if not silent:
        word = (match[2] or "note").split()[0]
        kind, title = alert_of(word, match[3] or "")
        _read_box(state, start, end, {"kind": kind, "title": title, "fold": _FOLDS[match[1]]})
    return True


def tab(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `=== "Tab"`; of the tabs that follow each other the first is open."""
    match = _TAB.match(_line(state, start))
    if match is None:
        return False
    if not silent:
        before = state.tokens[-1] if state.tokens else None
        follows = before is not None and before.type == "alert_close" and before.meta.get("tab")
        title = next(filter(None, match.groups()), "…")
        _read_box(state, start, end, {"kind": "other", "title": title, "fold": "-" if follows else "+", "tab": True})
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _read_box(state: StateBlock, start: int, end: int, meta: dict[str, Any]) -> None:
    """Read the lines below the first that are indented, as what stands within."""
    indent = state.sCount[start] + _INDENT
    last = following = start + 1
    while following < end and (state.isEmpty(following) or state.sCount[following] >= indent):
        following += 1
        if not state.isEmpty(following - 1):
            last = following
    opening = state.push("alert_open", "", 1)
    opening.meta, opening.map = meta, [start, last]
    around = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = indent, last, "root"
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax, state.parentType = around
    state.push("alert_close", "", -1).meta = meta
    state.line = last
