"""BibTeX: what references.bib says of papers, books and the like. What cannot be read is told, and the rest is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.index import Publication
from journal_site.reading.contents.links import normalise_url

_START = expression(r"@\s*([A-Za-z]+)\s*([{(])")
_KEY = expression(r"\s*([^\s,{}()\"#%=]+)")
_NAME = expression(r"\s*([A-Za-z][\w:.+/-]*)\s*=")
_WORD = expression(r"\s*([\w.:+/-]+)")
_MARK = expression(r"\s*([,#})]?)")
_NEXT = expression(r"^[ \t]*@", re.MULTILINE)
_NO_ENTRY = ("comment", "preamble")
_CITED = frozenset(
    "address archiveprefix arxiv arxivid author booktitle chapter collaboration date doi edition editor eid eprint "
    "eprintclass eprinttype eventtitle howpublished institution isbn issn issue journal journaltitle language location "
    "month number numpages organization origdate origyear pages pagetotal pmcid pmid primaryclass publisher school "
    "series shortjournal shorttitle subtitle title translator type url urldate venue version volume year".split()
)
"""What a citation says. All else (`note`, `annote`, `file`, `keywords` …) is where managers of references keep their
owner's own remarks and paths, and stays at home."""
_MONTHS = dict.fromkeys("jan feb mar apr may jun jul aug sep oct nov dec".split(), "")
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
}  # fmt: skip
_ACCENTED = expression(r"\\(?:([`'^~\"=.])\s*|([uvHckrdb])(?:\s+|(?=\{)))\{?\\?([A-Za-z])\}?")
_COMMAND = expression(r"\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))")
_DECLARED = expression(r"\\(?:emph|textit|textbf|textsc|textrm|text|mathrm|url|href)\b")
_AND = expression(r"\s+and\s+", re.IGNORECASE)
_YEAR = expression(r"\d{4}")
_ARXIV = expression(r"(?:arxiv:)?((?:[a-z-]+(?:\.[a-z]{2})?/\d{7})|\d{4}\.\d{4,5})(?:v\d+)?", re.IGNORECASE)
_MATH = expression(r"(?<!\\)\$([^$]*)(?<!\\)\$")
_POWER = expression(r"\^(?:\{([-+0-9n]+)\}|([0-9n]))")
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_URL = expression(r"https?://[^\s{}]+")


class ReadReferences(NamedTuple):
    """What a file says, and what is wrong with it."""

    references: tuple[Publication, ...]
    diagnostics: tuple[Diagnostic, ...]


class _SlipError(Exception):
    """Something that is no BibTeX, at a place."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(message)
        self.place = place


def read_bibtex(text: str, path: str) -> ReadReferences:
    """Return all entries that can be read, and a warning for each place from which on one cannot be."""
    found: dict[str, Publication] = {}
    told: list[Diagnostic] = []
    words: dict[str, str] = dict(_MONTHS)
    at = 0
    while start := _START.search(text, at):
        type_ = start[1].lower()
        try:
            if type_ in _NO_ENTRY:
                at = _balanced(text, start.end() - 1, start.start()) if start[2] == "{" else start.end()
            elif type_ == "string":
                name, value, at = _field(text, start.end(), words)
                words[name] = value
                at = _end(text, at, start.start())
            else:
                reference, at = _entry(text, start, type_, words)
                if reference.key in found:
                    message = f"'{reference.key}' stands here again: the first one is used"
                    told.append(_warning(text, start.start(), message, path, "give each entry a key of its own"))
                found.setdefault(reference.key, reference)
        except _SlipError as slip:
            hint = "the entry is left out: an entry is @article{key, title = {…}, author = {…}}"
            told.append(_warning(text, slip.place, str(slip), path, hint))
            following = _NEXT.search(text, start.end())
            at = following.start() if following else len(text)
    return ReadReferences(tuple(found.values()), tuple(told))


def _warning(text: str, place: int, message: str, path: str, hint: str) -> Diagnostic:
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    excerpt = text.split("\n")[line - 1]
    return Diagnostic(
        severity="warning",
        code="references-syntax",
        message=message,
        location=Location(path=path, line=line, column=column),
        hint=hint,
        excerpt=excerpt,
    )


# --- syntax ----------------------------------------------------------------------------------------------------------


def _entry(text: str, start: re.Match[str], type_: str, words: Mapping[str, str]) -> tuple[Publication, int]:
    key = _KEY.match(text, start.end())
    if key is None:
        raise _SlipError(start.start(), f"'@{start[1]}' has no key")
    fields: dict[str, str] = {}
    at = key.end()
    while True:
        mark = _MARK.match(text, at)
        at = mark.end() if mark else at
        if mark and mark[1] in {"}", ")"}:
            break
        if not mark or mark[1] != ",":
            raise _SlipError(min(at, len(text) - 1), f"'{key[1]}' goes on without a comma, or does not end")
        if (ends := _MARK.match(text, at)) and ends[1] in {"}", ")"}:
            continue
        name, value, at = _field(text, at, words)
        fields.setdefault(name, value)
    line = text.count("\n", 0, start.start()) + 1
    return _reference(key[1], type_, fields, line), at


def _field(text: str, at: int, words: Mapping[str, str]) -> tuple[str, str, int]:
    """Return a field's name in lower case, its value, and where it ends."""
    name = _NAME.match(text, at)
    if name is None:
        raise _SlipError(_next_sign(text, at), "a field should be written 'name = {value}'")
    parts, at = [], name.end()
    while True:
        part, at = _value(text, at, words)
        parts.append(part)
        mark = _MARK.match(text, at)
        if not mark or mark[1] != "#":
            return name[1].lower(), " ".join("".join(parts).split()), at
        at = mark.end()


def _value(text: str, at: int, words: Mapping[str, str]) -> tuple[str, int]:
    at = _next_sign(text, at)
    sign = text[at : at + 1]
    if sign == "{":
        end = _balanced(text, at, at)
        return text[at + 1 : end - 1], end
    if sign == '"':
        end, depth = at + 1, 0
        while end < len(text) and (text[end] != '"' or depth):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 2 if text[end] == "\\" else 1
        if end >= len(text):
            raise _SlipError(at, "a quotation does not end")
        return text[at + 1 : end], end + 1
    word = _WORD.match(text, at)
    if word is None:
        raise _SlipError(at, "a field has no value")
    if not word[1].isdecimal() and word[1].lower() not in words:
        raise _SlipError(at, f"'{word[1]}' is no number, and no @string says what it stands for")
    return words.get(word[1].lower(), "") or word[1], word.end()


def _next_sign(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return min(at, max(len(text) - 1, 0))


def _balanced(text: str, at: int, start: int) -> int:
    """Return where what a brace at a place opens is closed."""
    depth = 0
    for match in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, at):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    raise _SlipError(start, "a brace is not closed")


def _end(text: str, at: int, start: int) -> int:
    mark = _MARK.match(text, at)
    if not mark or mark[1] not in {"}", ")"}:
        raise _SlipError(start, "'@string' does not end")
    return mark.end()


# --- what it means ---------------------------------------------------------------------------------------------------


def _reference(key: str, type_: str, fields: Mapping[str, str], line: int) -> Publication:
    written = fields.get("year") or fields.get("date", "")
    year = _YEAR.search(written)
    return Publication(
        key=key,
        type=type_,
        fields=tuple((name, value) for name, value in fields.items() if name.lower() in _CITED),
        title=plain_of(fields.get("title", "")),
        authors=tuple(_families(fields.get("author") or fields.get("editor", ""))),
        year=year[0] if year else "",
        urls=tuple(dict.fromkeys(_urls(fields))),
        line=line,
    )


def _urls(fields: Mapping[str, str]) -> Iterator[str]:
    for name in ("url", "howpublished", "note"):
        for match in _URL.finditer(fields.get(name, "").replace("\\", "")):
            yield normalise_url(match[0].rstrip(".,;"))
    if doi := fields.get("doi", "").replace("\\", ""):
        yield normalise_url(doi if "://" in doi else f"https://doi.org/{doi.removeprefix('doi:').strip()}")
    for name in ("eprint", "arxiv", "arxivid", "journal"):
        said = fields.get(name, "").removeprefix("arXiv preprint ").strip()
        if paper := _ARXIV.fullmatch(said):
            yield normalise_url(f"https://arxiv.org/abs/{paper[1]}")


def _families(people: str) -> Iterator[str]:
    """Give the family names of a list of people; an ellipsis for those that it leaves out."""
    for person in _AND.split(people):
        if person.strip().lower() == "others":
            yield "…"
        elif person.startswith("{") and person.endswith("}") and "," not in person:
            yield plain_of(person)
        elif person.strip():
            yield _family(person)


def _family(person: str) -> str:
    if "," in person:
        return plain_of(person.partition(",")[0])
    words = plain_of(person).split()
    particle = next((at for at, word in enumerate(words[:-1]) if at and word[:1].islower()), len(words) - 1)
    return " ".join(words[particle:])


def plain_of(text: str) -> str:
    """Return what TeX shows for a value, as plain text."""
    if "$" in text:
        text = _MATH.sub(
            lambda match: _POWER.sub(lambda power: (power[1] or power[2]).translate(_RAISED), match[1]), text
        )
    if "\\" in text:
        text = _ACCENTED.sub(lambda match: match[3] + _ACCENTS[match[1] or match[2]], text)
        text = _DECLARED.sub("", text)
        text = _COMMAND.sub(lambda match: _LETTERS.get(match[1], ""), text)
        text = re.sub(r"\\(.)", r"\1", text)
    text = text.replace("---", "—").replace("--", "–").replace("~", " ").replace("{", "").replace("}", "")
    return unicodedata.normalize("NFC", " ".join(text.split()))
