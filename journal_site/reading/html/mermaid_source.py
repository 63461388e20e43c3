"""Mermaid as people write it → the narrower form that the drawing program reads, and whether it drew all of it."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.reading.code.script import ScriptError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_FRONT = expression(r"\s*---[ \t]*\n(.*?\n)?[ \t]*---[ \t]*\n", re.DOTALL)
_TITLE = expression(r"^title:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DIRECTIVE = expression(r"%%\{.*?\}%%[ \t]*", re.DOTALL)
_SAID = expression(r"^[ \t]*acc(Title|Descr)[ \t]*(?::[ \t]*(.*)|\{([^}]*)\})$", re.MULTILINE)
_HEADERS = {
    "flowchart": expression(r"(?:graph|flowchart)(?:-elk)?(?![\w-])[ \t]*(TD|TB|LR|BT|RL|[<>^v])?[ \t]*(?=[;\n]|$)"),
    "sequence": expression(r"(sequenceDiagram)[ \t]*(?=[;\n]|$)"),
    "class": expression(r"(classDiagram)(?:-v2)?[ \t]*(?=[;\n]|$)"),
    "er": expression(r"(erDiagram)[ \t]*(?=[;\n]|$)"),
    "state": expression(r"(stateDiagram(?:-v2)?)[ \t]*(?=[;\n]|$)"),
    "chart": expression(r"(xychart(?:-beta)?(?:[ \t]+(?:horizontal|vertical))?)[ \t]*(?=[;\n]|$)"),
}
_DIRECTIONS = {"<": "RL", ">": "LR", "^": "BT", "v": "TD", None: "TD"}
_WORD = expression(r"[^\W_]+")
_LETTERS = expression(r"[^\W\d_]+")
_STYLE = expression(r"(?:style|linkStyle|classDef|class(?=[ \t]+[\w,-]+[ \t]+\w+$)|cssClass|direction|accTitle)\b")
_DOES = expression(r"(?:click|href|callback|link|links)\b(?![ \t]*[-=.<:\[({])")
_SYNTAX = frozenset(
    """graph flowchart td tb lr bt rl subgraph end statediagram v2 state as note left right of over classdiagram class
    namespace erdiagram sequencediagram participant actor loop alt else opt par and critical option break activate
    deactivate xychart beta title x y axis bar line horizontal vertical br""".split()
)
_LABEL = expression(r'"[^"\n]*"|(?<=\w)>[^\]\n]*\]|\|[^|\n]*\|')
_MASK = expression("\x00(\\d+)\x00")
_PAIRS = {"[": "]", "(": ")", "{": "}"}
_ENTITY = expression(r"(?:&#?|#)(\w+);")
_ICON = expression(r"\bfa[bsrl]?:fa-[\w-]+ ?")
_NAME = expression(r"[\w.]*[^\x00-\x7f\W][\w.]*|\w+(?:\.\w+)+")
_QUOTED = expression(r'"([^"]*)"')
_HIDDEN = {ord(sign): 0xE000 + ord(sign) for sign in '[](){}|"'}
"""In labels they stand for themselves, which the program does not know: for a while they are signs that no text has."""
_SHOWN = {hidden: escape(chr(sign)) for sign, hidden in _HIDDEN.items()}
_NAMED = expression(rf"({_NAME.pattern})\x00")
_SAID_ON_ARROW = expression(
    r"(?<![-=.<])(?:--|==|-\.)[ \t]*([^\s\-=.>|][^|\n]*?)[ \t]*(-{2,}>|-{3,}|={2,}>|={3,}|\.+->|\.+-)"
)
_SPELLINGS = (
    (expression(r"-{3,}>"), "-->"),
    (expression(r"={3,}>"), "==>"),
    (expression(r"-\.{2,}-"), "-.-"),
    (expression(r"(<?(?:-{2,}|={2,}|-\.-|~{3,})>?)"), r" \1 "),
    (expression(r"[ \t]+(?=\x00)"), ""),
)
"""Long arrows are short ones, and stand between blanks; what is said on one follows at once."""
_ARROW = expression(r"[<xo]?(?:-{2,}|={2,}|-\.+-|~{3,})[>xo]?")
_CONNECTION = {
    "sequence": expression(r"--?(?:>>?|[x)])"),
    "state": expression(r"-->"),
    "class": expression(r"<\|?(?:--|\.\.)|(?:--|\.\.)\|?>|[*o]--|--[*o]?|\.\."),
    "er": expression(r"[|o}{]{1,2}(?:--|\.\.)[|o}{]{1,2}"),
}
_NUMBERED = expression(r"^(?=[^:\n]*-)([^:\n]+?:)[ \t]*(.*)$")
_BLANK_NODE = expression(r"\[\*\]")
_CLASS = expression(r":::[\w-]+")


class MermaidSource(NamedTuple):
    """A drawing's source in the form that the program reads."""

    kind: str
    text: str
    title: str = ""
    described: str = ""
    """What its author says for those who do not see it."""
    does: bool = False
    """It has links or scripts, which no drawing of ours has."""


def read_source(source: str) -> MermaidSource:
    """Return what a drawing's author wrote. Raises ScriptError where it is of a kind that cannot be drawn."""
    said = {"title": "", "descr": ""}

    def say(match: re.Match[str]) -> str:
        said[match[1].lower()] = " ".join((match[2] or match[3] or "").split())
        return ""

    front = _FRONT.match(source)
    named = _TITLE.search(front[1] or "") if front else None
    text = _SAID.sub(say, _DIRECTIVE.sub("", source[front.end() if front else 0 :]))
    lines = [line.strip() for line in text.split("\n")]
    text = "\n".join(line for line in lines if line and not line.startswith("%%"))
    kind, header = next(
        ((kind, found) for kind, form in _HEADERS.items() if (found := form.match(text))),
        (text.split(None, 1)[0] if text else "", None),
    )
    if header is None:
        raise ScriptError(f"'{kind}' is no kind of drawing that is known here" if kind else "it is empty")
    lines = text[header.end() :].lstrip(";").split("\n")
    first = f"graph {_DIRECTIONS.get(header[1], header[1])}" if kind == "flowchart" else header[1]
    kept = [line for line in lines if not _DOES.match(line)]
    body = "\n".join([first, *_simpler(kind, [line for line in kept if line])])
    described = ". ".join(filter(None, said.values()))
    return MermaidSource(kind, body, named[1].strip("\"'") if named else "", described, len(kept) < len(lines))


def _simpler(kind: str, lines: list[str]) -> Iterator[str]:
    number = 0
    labelled = {name[1] for line in lines for name in _NAMED.finditer(_mask(line)[0])} if kind == "flowchart" else set()
    for written in lines:
        line = _ENTITY.sub(_sign, _ICON.sub("", written))
        if kind == "flowchart" and not line.startswith("subgraph") and not _STYLE.match(line):
            yield from filter(None, map(str.strip, _statements(line, labelled)))
        elif kind == "sequence" and line.rstrip(";") == "autonumber":
            number = 1
        elif number and (match := _NUMBERED.match(line)) and not line.lower().startswith("note "):
            yield f"{match[1]} {number}. {match[2]}"
            number += 1
        else:
            yield line.rstrip(";")


def _statements(line: str, labelled: set[str]) -> Iterator[str]:
    """Give a flowchart's statements with short arrows, and names of letters that the program knows."""
    masked, labels = _mask(line)

    def on_arrow(match: re.Match[str]) -> str:
        labels.append(f"|{match[1]}|")
        return f"{match[2] if match[2][0] in '-=' else f'-{match[2]}'}\x00{len(labels) - 1}\x00"

    masked = _SAID_ON_ARROW.sub(on_arrow, masked)
    for form, arrow in _SPELLINGS:
        masked = form.sub(arrow, masked)

    def name(match: re.Match[str]) -> str:
        known = f"u{match[0].encode().hex()}"
        return known if match[0] in labelled else f'{known}["{match[0]}"]'

    for statement in masked.split(";"):
        yield _MASK.sub(lambda match: _QUOTED.sub(_quote, labels[int(match[1])]), _NAME.sub(name, statement))


def _sign(entity: re.Match[str]) -> str:
    """Return the sign that an entity stands for: `#quot;` or `&quot;`, `#35;` or `&#35;`."""
    sign = unescape(f"&{'#' * entity[1].isdecimal()}{entity[1]};")
    return entity[0] if len(sign) > len("fi") else sign.translate(_HIDDEN)


def _quote(match: re.Match[str]) -> str:
    """Return a quoted label whose brackets end nothing, and which is no Markdown in a fence of its own."""
    return f'"{match[1].strip("`").translate(_HIDDEN)}"'


def show_brackets(svg: str) -> str:
    """Return a drawing with the brackets of its labels."""
    return svg.translate(_SHOWN)


def _mask(line: str) -> tuple[str, list[str]]:
    """Return a line with each label, brackets and all, as a number between two signs that no text has."""
    labels: list[str] = []

    def take(label: str) -> str:
        labels.append(label)
        return f"\x00{len(labels) - 1}\x00"

    out, at = "", 0
    while at < len(line):
        match = _LABEL.match(line, at)
        end = match.end() if match else _closing(line, at) if line[at] in _PAIRS else 0
        out += take(line[at:end]) if end else line[at]
        at = end or at + 1
    return out, labels


def _closing(line: str, start: int) -> int:
    """Return the end of what a bracket begins, or nothing where it does not end."""
    open_: list[str] = []
    at = start
    while at < len(line):
        quoted = _LABEL.match(line, at) if line[at] == '"' else None
        if quoted:
            at = quoted.end()
            continue
        if line[at] in _PAIRS:
            open_.append(_PAIRS[line[at]])
        elif line[at] == open_[-1]:
            open_.pop()
            if not open_:
                return at + 1
        at += 1
    return 0


def first_lost(written: MermaidSource, drawing: Element) -> str:
    """Return the first line of the source that is not whole in the drawing, or nothing."""
    shown = {word.casefold() for piece in _said_in(drawing) for word in _WORD.findall(piece)} | _SYNTAX
    words = _LETTERS if written.kind == "chart" else _WORD
    arrows = 0
    for line in written.text.split("\n")[1:]:
        if _STYLE.match(line):
            continue
        plain = _CLASS.sub("", _BLANK_NODE.sub("", line))
        if written.kind in _CONNECTION:
            plain = _CONNECTION[written.kind].sub(" ", plain)
        if line == "--" or any(word.casefold() not in shown for word in words.findall(plain)):
            return line
        arrows += _count_arrows(written.kind, line)
    drawn = sum(
        one.get("data-to", one.get("data-entity2")) is not None
        for one in drawing.iter()
        if one.get("class") != "edge-label"
    )
    return "an arrow" if drawn < arrows else ""


def _count_arrows(kind: str, line: str) -> int:
    if kind == "flowchart":
        return 0 if line.startswith("subgraph") else len(_ARROW.findall(_mask(line)[0]))
    form = _CONNECTION.get(kind)
    before = re.sub(r'"[^"]*"', "", line).partition(":")[0]
    return int(form is not None and form.search(before) is not None)


def _said_in(drawing: Element) -> Iterator[str]:
    for element in drawing.iter():
        yield element.text or ""
        yield element.tail or ""
        yield from (value for name, value in element.items() if name.startswith("data-"))
