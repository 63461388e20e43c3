"""Pygments' regex lexers, each made so that it comes to an end: whatever the text, and whichever lexer calls which.

Two things keep a lexer for ever. An expression goes back again and again: `backtracking` sees to that. Or rules that
take nothing lead to each other: so what takes nothing is counted, and there may be only so much of it for a text's
length. Lexers call others that they make themselves, so both are put into Pygments' own classes, once in each process.

The loops are those of Pygments; but they try of a state's rules only those that they are given for the next sign.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Protocol

from pygments.lexer import ExtendedRegexLexer, LexerContext, RegexLexer, RegexLexerMeta
from pygments.token import Error, Text, Whitespace, _TokenType

from journal_site.reading.code.backtracking import tame

_FREE, _EACH = 1000, 10
"""How often a lexer may take nothing: in any text, and for each of its signs. Mostly it is once in ten signs."""

LexedToken = tuple[int, _TokenType, str]
Matcher = Callable[..., "re.Match[str] | None"]
LexerRule = tuple[Matcher, Any, Any]
"""Pygments' own: an expression's `match`, a token type or callback, and the next state."""


class NoEndError(Exception):
    """A lexer does not get on."""


class Rules(Protocol):
    """A state's rules by the sign that comes next."""

    def __getitem__(self, sign: str) -> list[LexerRule]: ...


class _Purse(threading.local):
    """How often nothing may still be taken from the text that a thread is at."""

    left = 0


class _All:
    """A state's rules, whatever comes next."""

    def __init__(self, rules: list[LexerRule]) -> None:
        self._rules = rules

    def __getitem__(self, sign: str) -> list[LexerRule]:
        return self._rules


_PURSE = _Purse()


def begin(text: str) -> None:
    """Begin to count for a text."""
    _PURSE.left = _FREE + _EACH * len(text)


def take_nothing() -> None:
    """Count one match or token that is empty. Raises NoEndError where there were too many."""
    _PURSE.left -= 1
    if _PURSE.left < 0:
        raise NoEndError


@cache
def bound_lexers() -> None:
    """Have every lexer come to an end, those too that lexers make themselves."""
    process: Any = RegexLexerMeta.process_tokendef

    def process_tokendef(cls: Any, *names: Any) -> dict[str, list[LexerRule]]:  # noqa: ANN401 - as Pygments has it
        states: dict[str, list[LexerRule]] = process(cls, *names)
        for rules in states.values():
            rules[:] = [(_tamed(match), action, new) for match, action, new in rules]
        return states

    RegexLexerMeta.process_tokendef = process_tokendef  # type: ignore[method-assign]
    RegexLexer.get_tokens_unprocessed = _tokens  # type: ignore[method-assign,assignment]
    ExtendedRegexLexer.get_tokens_unprocessed = _tokens_in_context  # type: ignore[method-assign,assignment]


def _tamed(match: Matcher) -> Matcher:
    expression = getattr(match, "__self__", None)
    return tame(expression).match if isinstance(expression, re.Pattern) else match


def _tokens(lexer: Any, text: str, stack: Sequence[str] = ("root",)) -> Iterator[LexedToken]:  # noqa: ANN401
    """Stand for RegexLexer's own."""
    states: dict[str, list[LexerRule]] = lexer._tokens  # noqa: SLF001 - as compiled
    return run(lexer, text, stack, lambda name: _All(states[name]))


def run(lexer: Any, text: str, begun: Sequence[str], rules_of: Callable[[str], Rules]) -> Iterator[LexedToken]:  # noqa: ANN401
    """Yield a text's tokens. Raises NoEndError."""
    position = 0
    stack = list(begun)
    rules = rules_of(stack[-1])
    while True:
        for match, action, new in rules[text[position : position + 1]]:
            found = match(text, position)
            if found is None:
                continue
            if type(action) is _TokenType:
                yield position, action, found[0]
            elif action is not None:
                yield from action(lexer, found)
            end = found.end()
            if end == position:
                take_nothing()
            position = end
            if new is not None:
                change(stack, new)
                rules = rules_of(stack[-1])
            break
        else:
            if position >= len(text):
                return
            if text[position] == "\n":
                stack = ["root"]
                rules = rules_of("root")
                yield position, Whitespace, "\n"
            else:
                yield position, Error, text[position]
            position += 1


def _tokens_in_context(  # a callback says where it goes on, and may change the states
    lexer: Any,  # noqa: ANN401
    text: str | None = None,
    context: LexerContext | None = None,
) -> Iterator[LexedToken]:
    """Stand for ExtendedRegexLexer's own."""
    at: Any = context or LexerContext(text or "", 0)
    text = at.text
    states: dict[str, list[LexerRule]] = lexer._tokens  # noqa: SLF001 - as compiled
    rules = states[at.stack[-1]]
    while True:
        for match, action, new in rules:
            position = at.pos
            found = match(text, position, at.end)
            if found is None:
                continue
            if type(action) is _TokenType:
                yield position, action, found[0]
                at.pos = found.end()
            elif action is not None:
                yield from action(lexer, found, at)
            if at.pos == position:
                take_nothing()
            if new is not None:
                change(at.stack, new)
            rules = states[at.stack[-1]]
            break
        else:
            if at.pos >= at.end or at.pos >= len(text):
                return
            if text[at.pos] == "\n":
                at.stack = ["root"]
                rules = states["root"]
                yield at.pos, Text, "\n"
            else:
                yield at.pos, Error, text[at.pos]
            at.pos += 1


def change(stack: list[str], new: Any) -> None:  # noqa: ANN401 - as Pygments has it: a name, a number, or several
    """Change the stack of states as a rule says."""
    if isinstance(new, tuple):
        for state in new:
            if state == "#pop":
                if len(stack) > 1:
                    stack.pop()
            else:
                stack.append(stack[-1] if state == "#push" else state)
    elif isinstance(new, int):
        del stack[1 if abs(new) >= len(stack) else new :]
    else:
        stack.append(stack[-1] if new == "#push" else new)
