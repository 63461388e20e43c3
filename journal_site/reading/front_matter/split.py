"""Where front matter ends: YAML in `---`, TOML in `+++`, JSON, lines `Title: x`, `title:: x` or `.. title: x`.

It only finds the place, in microseconds, for every entry file; what a head says is `front_nodes`' part. What does not
clearly claim to be front matter stays text, so that a rule (`---`) at the top of a page costs nobody a paragraph.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.model.fields import FIELDS
from journal_site.reading.front_matter.visibility import VISIBILITY_KEYS, WITHHOLDING

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN_KEYS: Final = (*(key for field in FIELDS for key in field.keys), "layout", *VISIBILITY_KEYS)
_BARE_KEYS: Final = (
    *KNOWN_KEYS, "author", "authors", "lang", "language", "template", "subtitle", "location", "time",
    "save_as", "url", "translation", "copyright", "license", "email", "affiliation", "project", "series", "id",
)  # fmt: skip
"""What the bare form's lines may begin with: with any other key among them, the lines are text."""

_LEAD: Final = expression(r"[ \t]*\n")
_FENCE: Final = {
    "---": (
        expression(r"---[ \t]*(ya?ml|json|js|javascript|toml)?[ \t]*\n", re.IGNORECASE),
        expression(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    ),
    "+++": (expression(r"\+\+\+[ \t]*()\n"), expression(r"^\+\+\+[ \t]*$", re.MULTILINE)),
}
_KNOWN: Final = expression(rf"^[ \t]*[\"']?(?:{'|'.join(KNOWN_KEYS)})[\"']?[ \t]*[:=]", re.MULTILINE | re.IGNORECASE)
_IN_BRACES: Final = expression(rf"[{{,]\s*[\"']?(?:{'|'.join(KNOWN_KEYS)})[\"']?\s*:", re.IGNORECASE)
_JSON: Final = expression(r"\{(?:\s*//[^\n]*)*\s*\"[\w -]+\"\s*:")
_JSON_KNOWN: Final = expression(rf"[{{,](?:\s*//[^\n]*)*\s*\"(?:{'|'.join(KNOWN_KEYS)})\"\s*:", re.IGNORECASE)
_JSON_CLOSED: Final = expression(r"^\}[ \t]*(?:\n|\Z)|\n[ \t]*\n", re.MULTILINE)
MAX_JSON: Final = 64 * 1024
_DOTTED_KNOWN: Final = expression(rf"^\.\.[ \t]+(?:{'|'.join(KNOWN_KEYS)}):(?!:)", re.MULTILINE | re.IGNORECASE)
_KEY: Final = expression(r"(?:\"[^\"\n]+\"|'[^'\n]+'|[^\W\d][^:=\n]{0,60}|\[[^\n]+\])[ \t]*(?:=|:(?:[ \t]|$)|$(?<=\]))")
_LIKE_YAML: Final = expression(r"(?:[ \t]|-(?:[ \t]|$)|#|[\]})]|[^\s:][^:\n]{0,80}:(?:[ \t]|$)|$)")
_LOGSEQ: Final = expression(r"(?:[^\W\d][\w./-]*::(?:[ \t][^\n]*)?(?:\n|$))+")
_BARE: Final = expression(
    rf"(?:(?:{'|'.join(_BARE_KEYS)})[ \t]*:[ \t]*[^\n]*(?:\n|$)(?:[ \t]+\S[^\n]*(?:\n|$))*)+", re.IGNORECASE
)
_BARE_ALONE: Final = expression(r"(?:title|date)[ \t]*:[ \t]*\S", re.IGNORECASE)
_PAIRS: Final = expression(r"(?:[^\W\d][\w -]{0,40}:[ \t]*[^\n]*(?:\n|$)(?:[ \t]+\S[^\n]*(?:\n|$))*)+")
_COMMENT: Final = expression(
    r"<!--[ \t]*\n?(?:[ \t]*(?:\.\.[ \t][^\n]*)?\n){0,60}?[ \t]*\.\.[ \t][\w-]+:"
    r"(?:[^\n]*\n){0,60}?[^\n]*?-->[ \t]*(?:\n|$)"
)
_DOTTED: Final = expression(r"(?:\.\.[ \t]+[\w-]+:(?!:)[^\n]*(?:\n|$))+")
"""Two colons are a directive's, which is text: `.. image:: a.png`."""
_CLOSED_ONLY: Final = {
    "---": expression(r"[\w\"'][^\n]*\n(?:[^\n]+\n){0,60}?---[ \t]*(?:\n|$)"),
    ";;;": expression(r"(?:;;;[ \t]*\n)?[ \t]*\"[^\n]*\n(?:[^\n]*\n){0,60}?;;;[ \t]*(?:\n|$)"),
}
"""Heads that Hexo reads without a sign before them: YAML, and the inside of a JSON table."""


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the front matter as written with its fences, or ""; the rest; and the line, from 1, where it starts."""
    end = _end(text)
    if not end:
        return "", text, 1
    front = text[:end]
    return front, text[end:], front.count("\n") + (1 if front.endswith("\n") else 2)


def _end(text: str) -> int:
    start = 0
    while text.startswith(("\n", " ", "\t"), start):
        match = _LEAD.match(text, start)
        if not match:
            return 0
        start = match.end()
    mark = text[start : start + 3]
    if mark in _FENCE:
        return _fenced_end(text, start, mark)
    if mark[:1] == "{":
        return _json_end(text, start)
    return next((match.end() for match in _line_heads(text, start, mark) if match), 0) or _bare_end(text, start)


def _line_heads(text: str, start: int, mark: str) -> Iterator[re.Match[str] | None]:
    """Give the heads of Nikola, Hexo and Logseq that may begin with these signs."""
    if mark == "<!-":
        yield _COMMENT.match(text, start)
    elif mark in {".. ", "..\t"}:
        match = _DOTTED.match(text, start)
        yield match if match and _DOTTED_KNOWN.search(match[0]) else None
    elif mark[:1] in {";", '"'}:
        match = _CLOSED_ONLY[";;;"].match(text, start)
        yield match if match and _JSON_KNOWN.search("{" + match[0].lstrip("; \t\n")) else None
    else:
        yield _LOGSEQ.match(text, start)


def _fenced_end(text: str, start: int, mark: str) -> int:
    opening, closing = _FENCE[mark]
    opened = opening.match(text, start)
    if not opened:
        return 0
    closed = closing.search(text, opened.end())
    inner = text[opened.end() : closed.start() if closed else len(text)]
    if not inner:
        return _after_line(text, closed.end()) if closed else 0
    if opened[1] and closed:
        return _after_line(text, closed.end())
    known = _KNOWN.search(inner) or (inner.lstrip().startswith("{") and _IN_BRACES.search(inner))
    if not closed or _runs_into_text(inner, mark):
        return _unclosed_end(text, opened.end()) if known and _KEY.match(inner) else 0
    first = next((line for line in inner.split("\n") if line.strip() and not line.startswith("#")), "")
    claims = known and (_KEY.match(first) or not inner.startswith("\n"))
    alike = _KEY.match(first) and (mark == "+++" or all(map(_LIKE_YAML.match, inner.split("\n"))))
    return _after_line(text, closed.end()) if claims or alike or not inner.strip() else 0


def _json_end(text: str, start: int) -> int:
    """Return the end of a JSON table, as Hugo and Hexo read it; of one that cannot be read, its closing line or gap."""
    if not _JSON.match(text, start) or not _JSON_KNOWN.search(text, start, start + MAX_JSON):
        return 0
    try:
        _, end = json.JSONDecoder(parse_int=str).raw_decode(text, start)
    except (ValueError, RecursionError):
        closed = _JSON_CLOSED.search(text, start)
        return closed.end() if closed else len(text)
    return _after_line(text, end) if _LEAD.match(text, end) or not text[end:].strip() else 0


def _runs_into_text(inner: str, mark: str) -> bool:
    """Tell whether paragraphs follow the keys: then the fence that was found is a rule of the text."""
    _, blank, rest = inner.partition("\n\n")
    if not blank or mark == "+++":
        return False
    return not all(map(_LIKE_YAML.match, rest.split("\n")))


def _unclosed_end(text: str, start: int) -> int:
    """Return the end of the keys that an opening fence begins: before the first blank line."""
    blank = text.find("\n\n", start)
    return blank + 1 if blank >= 0 else len(text)


def _after_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _bare_end(text: str, start: int) -> int:
    match = _CLOSED_ONLY["---"].match(text, start)
    if match and _is_yaml(match[0]):
        return match.end()
    match = _BARE.match(text, start)
    if match is None or not _ends_head(text, match.end()):
        match = _PAIRS.match(text, start)
        withholds = match and _ends_head(text, match.end()) and WITHHOLDING.search(match[0])
        return match.end() if match and withholds else 0
    head = match.group()
    if head.count("\n") <= 1 and not (_BARE_ALONE.match(head) or WITHHOLDING.match(head)):
        return 0
    return match.end() if _KNOWN.search(head) else 0


def _is_yaml(head: str) -> bool:
    """Tell whether lines that end with `---` are a head: of two keys, or of one that says who may see the text."""
    lines = head.rstrip().split("\n")[:-1]
    keys = [line for line in lines if _KEY.match(line)]
    if not (lines[0] in keys and all(map(_LIKE_YAML.match, lines)) and _KNOWN.search(head)):
        return False
    return len(keys) > 1 or WITHHOLDING.search(head) is not None


def _ends_head(text: str, at: int) -> bool:
    return at == len(text) or _LEAD.match(text, at) is not None
