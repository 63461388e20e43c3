"""What git ignores, by the .gitignore files from the journal's folder down: the answers of `git check-ignore`.

Patterns become expressions that cannot go back: what stands between two stars is taken where it is first found, as no
later place can serve better. So however many stars a pattern has, matching takes no longer than its length times that
of the path. Bytes are compared, as git does.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.regular_files import read_file

_FILE = ".gitignore"
_BOM = b"\xef\xbb\xbf"
_SPECIAL = expression(rb"[*?\[\\]")
_NAMED = expression(rb"\[:([^\]]*):\]")
_CLASSES = {
    name: frozenset(sign for sign in range(128) if re.match(expression, b"%c" % sign))
    for name, expression in {
        b"alnum": rb"[0-9A-Za-z]", b"alpha": rb"[A-Za-z]", b"blank": rb"[ \t]", b"cntrl": rb"[\x00-\x1f\x7f]",
        b"digit": rb"[0-9]", b"graph": rb"[!-~]", b"lower": rb"[a-z]", b"print": rb"[ -~]",
        b"punct": rb"[!-/:-@\[-`{-~]", b"space": rb"[\t-\r ]", b"upper": rb"[A-Z]", b"xdigit": rb"[0-9A-Fa-f]",
    }.items()
}  # fmt: skip
_STAR, _FOLDERS, _FOLDER, _ALL = b"*", b"**/", b"**\\/", b"**"
"""Marks among the expressions of signs, none of which is one of them."""


class Ignored:
    """Tells of paths whether git ignores them."""

    def __init__(self, root: Path, folder: str = ".") -> None:
        """Take in what the journal's folder says, and the folders from there to one in it."""
        self._rules: dict[str, _Rules] = {}
        self._entered: set[str] = set()
        self._folders: dict[str, bool] = {}
        parts = folder.split("/")
        for length in range(len(parts)):
            above = "/".join(parts[:length])
            self.enter(os.path.join(root, above), f"{above}/" if above else "")

    def enter(self, folder: str, prefix: str) -> None:
        """Take in a folder's own .gitignore; `prefix` is its path from the journal's folder, with a slash."""
        if prefix in self._entered:
            return
        self._entered.add(prefix)
        try:
            text = read_file(os.path.join(folder, _FILE))
        except OSError:
            return
        rules = _Rules(text)
        if rules.all:
            self._rules[prefix] = rules

    def __call__(self, path: str) -> bool:
        """Tell of a path from the journal's folder, which ends with a slash where it is a folder's."""
        if not self._rules:
            return False
        above = path.removesuffix("/").rpartition("/")[0]
        return (bool(above) and self._folder(f"{above}/")) or self._itself(path)

    def _folder(self, path: str) -> bool:
        known = self._folders.get(path)
        if known is None:
            known = self._folders[path] = self(path)
        return known

    def _itself(self, path: str) -> bool:
        """Tell by the last rule that speaks of a path, of the nearest file that has one."""
        name = path.removesuffix("/")
        is_folder, prefix = name != path, name
        while prefix:
            prefix = prefix[: prefix.removesuffix("/").rfind("/") + 1]
            rules = self._rules.get(prefix)
            if rules is not None:
                verdict = rules.verdict(os.fsencode(name[len(prefix) :]), is_folder=is_folder)
                if verdict is not None:
                    return verdict
        return False


class _Rule(NamedTuple):
    """What one line says."""

    expression: bytes
    ignored: bool
    folders_only: bool


class _Rules:
    """The rules of one file."""

    def __init__(self, text: bytes) -> None:
        lines = text.removeprefix(_BOM).split(b"\n")
        read = (_read_line(line.removesuffix(b"\r")) for line in lines if line and not line.startswith(b"#"))
        self.all = [rule for rule in read if rule is not None]
        self._of_files = [rule for rule in self.all if not rule.folders_only]
        self._any: dict[bool, re.Pattern[bytes]] = {}

    def verdict(self, path: bytes, *, is_folder: bool) -> bool | None:
        """Return whether a path is ignored, or None where no rule speaks of it."""
        rules = self.all if is_folder else self._of_files
        any_of_them = self._any.get(is_folder)
        if any_of_them is None:
            one = b"|".join(rule.expression for rule in rules) or b"(?!)"
            any_of_them = self._any[is_folder] = re.compile(one, re.DOTALL)
        if any_of_them.match(path) is None:
            return None
        return next(rule.ignored for rule in reversed(rules) if re.match(rule.expression, path, re.DOTALL))


def _read_line(line: bytes) -> _Rule | None:
    """Return a line's rule, or None where it speaks of nothing."""
    pattern = _without_spaces(line.partition(b"\0")[0])
    ignored = not pattern.startswith(b"!")
    pattern = pattern.removeprefix(b"!")
    folders_only = pattern.endswith(b"/")
    pattern = pattern.removesuffix(b"/")
    anywhere = b"/" not in pattern
    expression = _translate(pattern.removeprefix(b"/"), whole=not anywhere) if pattern else None
    if expression is None:
        return None
    start = b"(?>(?:[^/]*/)*)" if anywhere else b""
    return _Rule(start + expression + rb"\Z", ignored, folders_only)


def _without_spaces(line: bytes) -> bytes:
    """Return a line without the spaces at its end, but one that is escaped."""
    kept = line.rstrip(b" ")
    escaped = (len(kept) - len(kept.rstrip(b"\\"))) % 2
    return line[: len(kept) + escaped]


def _translate(pattern: bytes, *, whole: bool) -> bytes | None:
    """Return the expression of a pattern for a `whole` path or a name, or None where it can match nothing."""
    parts = _parse(pattern, whole=whole)
    if parts is None:
        return None
    first, *others = _split(parts, {_ALL, _FOLDERS, _FOLDER})
    out = [_names(first[1])]
    for place, (mark, signs) in enumerate(others, start=1):
        if mark == _ALL:
            out.append(b".+" if first[1][-1:] in ([], [b"/"]) or place > 1 else b".*")
            continue
        names = (b"(?:[^/]*/)+?" if mark == _FOLDER else b"(?:[^/]*/)*?") + _names(signs)
        out.append(b"(?>" + names + b")" if place < len(others) else names)
    return b"".join(out)


def _names(parts: list[bytes]) -> bytes:
    """Return the expression of what stands between two `**`: a star ends where what follows it is first found."""
    first, *others = _split(parts, {_STAR})
    out = [*first[1]]
    for place, (_, signs) in enumerate(others, start=1):
        found = b"".join(signs)
        out.append(b"(?>[^/]*?" + found + b")" if place < len(others) else b"[^/]*" + found)
    return b"".join(out)


def _split(parts: list[bytes], marks: set[bytes]) -> list[tuple[bytes, list[bytes]]]:
    """Return what stands between marks, each with the mark before it."""
    found: list[tuple[bytes, list[bytes]]] = [(b"", [])]
    for part in parts:
        if part in marks:
            found.append((part, []))
        else:
            found[-1][1].append(part)
    return found


def _parse(pattern: bytes, *, whole: bool) -> list[bytes] | None:
    """Return the expressions of a pattern's signs, with marks for its stars."""
    special = _SPECIAL.search(pattern)
    begins = special.start() if special else -1
    """Git compares what comes before by itself, and lets `**` behind it stand for folders, as at the beginning."""
    parts: list[bytes] = []
    at = 0
    while at < len(pattern):
        if pattern[at : at + 1] == b"*":
            end = len(pattern) - len(pattern[at:].lstrip(b"*"))
            alone = whole and end - at > 1 and (at in (0, begins) or pattern[at - 1 : at] == b"/")
            mark, at = _stars(pattern, end) if alone else (_STAR, end)
            parts.append(mark)
            continue
        sign, at = _sign(pattern, at, whole=whole)
        if sign is None:
            return None
        parts.append(sign)
    return parts


def _stars(pattern: bytes, end: int) -> tuple[bytes, int]:
    """Return the mark of two stars or more that end here, if they stand for folders, and where it goes on."""
    if end == len(pattern):
        return _ALL, end
    if pattern[end : end + 1] == b"/":
        return _FOLDERS, end + 1
    return (_FOLDER, end + 2) if pattern[end : end + 2] == b"\\/" else (_STAR, end)


def _sign(pattern: bytes, at: int, *, whole: bool) -> tuple[bytes | None, int]:
    """Return the expression of one sign, and where the next begins."""
    sign = pattern[at : at + 1]
    if sign == b"?":
        return b"[^/]", at + 1
    if sign == b"[":
        return _class(pattern, at + 1, whole=whole)
    if sign == b"\\":
        sign, at = pattern[at + 1 : at + 2], at + 1
    return (sign if sign == b"/" else re.escape(sign)) or None, at + 1


def _class(pattern: bytes, at: int, *, whole: bool) -> tuple[bytes | None, int]:
    """Return the expression of a class of signs that begins here; None where it is not closed or names no class."""
    negated = pattern[at : at + 1] in (b"!", b"^")
    at += negated
    signs: set[int] = set()
    last = 0
    """The sign that a range may begin with."""
    first = True
    while first or pattern[at : at + 1] != b"]":
        first = False
        named = _NAMED.match(pattern, at)
        if named is not None:
            if named[1] not in _CLASSES:
                return None, at
            signs |= _CLASSES[named[1]]
            last, at = 0, named.end()
            continue
        is_range = pattern[at : at + 1] == b"-" and last and pattern[at + 1 : at + 2] not in (b"", b"]")
        at += bool(is_range)
        at += pattern[at : at + 1] == b"\\"
        if at >= len(pattern):
            return None, at
        signs |= set(range(last, pattern[at] + 1)) if is_range else {pattern[at]}
        last, at = 0 if is_range else pattern[at], at + 1
    if negated:
        signs = set(range(256)) - signs
    return _one_of(signs - {ord("/")} if whole else signs), at + 1


def _one_of(signs: set[int]) -> bytes:
    return b"[" + b"".join(b"\\x%02x" % sign for sign in sorted(signs)) + b"]" if signs else b"(?!)"
