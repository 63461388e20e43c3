"""Code as HTML: lexed by Pygments, written by a formatter of our own that groups token types into few classes."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from pygments.lexers import get_lexer_by_name
from pygments.token import Token as Types
from pygments.util import ClassNotFound

from journal_site.reading.code.bounded_lexers import NoEndError, bound_lexers, take_nothing
from journal_site.reading.code.quick_lexer import QuickLexer

if TYPE_CHECKING:
    from pygments.token import _TokenType

_ALIASES = {
    "py3": "python", "ipython": "python", "ipython3": "python", "python2": "python", "node": "javascript",
    "golang": "go", "shell-session": "console", "sh-session": "console", "terminal": "console", "cmd": "batch",
    "plain": "text", "plaintext": "text", "txt": "text", "output": "text", "none": "text", "no-highlight": "text",
    "nohighlight": "text", "jsonc": "json", "vue": "html", "svelte": "html", "assembly": "nasm", "asm": "nasm",
    "proto": "protobuf", "tf": "terraform", "latex": "tex", "cuda": "cuda", "cu": "cuda", "ipynb": "json",
}  # fmt: skip
_GROUPS: tuple[tuple[_TokenType, str], ...] = (
    (Types.Comment, "c"),
    (Types.Comment.Preproc, "d"),
    (Types.Comment.PreprocFile, "s"),
    (Types.Keyword, "k"),
    (Types.Keyword.Constant, "m"),
    (Types.Literal, "m"),
    (Types.Literal.String, "s"),
    (Types.Literal.String.Doc, "c"),
    (Types.Literal.String.Interpol, "m"),
    (Types.Literal.String.Escape, "m"),
    (Types.Name.Function, "f"),
    (Types.Name.Class, "f"),
    (Types.Name.Namespace, "n"),
    (Types.Name.Builtin, "n"),
    (Types.Name.Exception, "n"),
    (Types.Name.Constant, "m"),
    (Types.Name.Decorator, "d"),
    (Types.Name.Attribute, "d"),
    (Types.Name.Variable, "n"),
    (Types.Name.Tag, "t"),
    (Types.Operator.Word, "o"),
    (Types.Error, ""),
    (Types.Generic.Deleted, "gd"),
    (Types.Generic.Inserted, "gi"),
    (Types.Generic.Heading, "gh"),
    (Types.Generic.Subheading, "gh"),
    (Types.Generic.Prompt, "gp"),
    (Types.Generic.Error, "e"),
    (Types.Generic.Traceback, "e"),
    (Types.Generic.Output, ""),
    (Types.Generic.Emph, "em"),
    (Types.Generic.Strong, "st"),
)
"""The class of each type and of all below it that are not named themselves; all other types stand without a tag."""


class _Classes(dict[Any, str]):
    """Class by token type; a type's own is looked up in its parents once."""

    def __missing__(self, ttype: _TokenType) -> str:
        self[ttype] = name = self[ttype.parent] if ttype.parent is not None else ""
        return name


_CLASS = _Classes(_GROUPS)


@lru_cache(maxsize=64)
def lexer_of(language: str) -> QuickLexer | None:
    """Return what lexes a language, or None for one that Pygments does not know."""
    bound_lexers()
    try:
        return QuickLexer(get_lexer_by_name(_ALIASES.get(language, language), stripnl=False, ensurenl=False))
    except ClassNotFound:
        return None


def write_code(lexer: QuickLexer, code: str) -> str:
    """Lex code, and write one tag for each run of tokens of one class; white space needs none.

    Raises NoEndError where the lexer does not get on, or gives other text than the code.
    """
    if not code.endswith("\n"):  # some lexers pass over a last line that does not end
        return write_code(lexer, code + "\n").removesuffix("\n") if code else ""
    out: list[str] = []
    run: list[str] = []
    current = ""
    classes = _CLASS
    left = len(code)
    for _, ttype, text in lexer.tokens(code):
        left -= len(text)
        if not text:
            take_nothing()
        elif left < 0:
            break
        name = classes[ttype]
        if name == current or text.isspace():
            run.append(text)
            continue
        _close(out, run, current)
        run = [text]
        current = name
    if left:
        raise NoEndError
    _close(out, run, current)
    return "".join(out)


def _close(out: list[str], run: list[str], name: str) -> None:
    """Write a run, with the white space that follows its last word outside its tag."""
    text = run[0] if len(run) == 1 else "".join(run)
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    if not name:
        out.append(text)
        return
    kept = text.rstrip()
    if kept:
        out.append(f'<span class="{name}">{kept}</span>')
    if len(kept) < len(text):
        out.append(text[len(kept) :])
