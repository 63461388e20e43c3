"""Pygments' regex lexers, run with the expressions of a state merged into few: the same tokens in half the time.

Pygments tries the expressions of a state one after another in Python, some eighteen for each token. Joined by `|` they
are tried in the same order by the regex engine itself. Expressions that number or name their groups stay alone. Merging
costs some 20 ms for a language, so it is done only for one that a journal uses much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Whitespace, _TokenType

# Those with flags of their own too: alone they are refused at their first letter, merged they would not be.
_ALONE = re.compile(r"\\[1-9]|\(\?P[<=]|\(\?\(|\(\?[aiLmsux]+\)")
_WORTH_MERGING = 30
"""Blocks of one language that a process has seen before its expressions are merged."""

_Token = tuple[int, _TokenType, str]
_Match = Callable[..., "re.Match[str] | None"]
_Rule = tuple[_Match, Any, Any]
"""Pygments' own: an expression's `match`, a token type or callback, and the next state."""


class _Chunk(NamedTuple):
    """Some of a state's rules, merged; `rules` finds the one that matched by its group: empty for a lone rule."""

    match: _Match
    rules: dict[int, _Rule]
    lone: _Rule


class MergedLexer:
    """Runs one Pygments lexer."""

    def __init__(self, lexer: Lexer) -> None:
        """Take a lexer as it is; merging waits until it has been used."""
        self._lexer = lexer
        self._seen = 0
        self._states: dict[str, list[_Chunk]] = {}
        self._plain = type(lexer).get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed

    def tokens(self, code: str) -> Iterator[_Token]:
        """Yield what `get_tokens_unprocessed` of the lexer itself would."""
        self._seen += 1
        if self._plain and self._seen > _WORTH_MERGING:
            return self._run(code)
        tokens: Iterator[_Token] = self._lexer.get_tokens_unprocessed(code)
        return tokens

    def _chunks(self, state: str) -> list[_Chunk]:
        chunks = self._states.get(state)
        if chunks is None:
            lexer: Any = self._lexer
            chunks = self._states[state] = _merge(lexer._tokens[state], lexer.flags)  # noqa: SLF001 - as compiled
        return chunks

    def _run(self, text: str) -> Iterator[_Token]:
        """Yield tokens; the loop is that of Pygments, with chunks for rules."""
        position, end = 0, len(text)
        stack = ["root"]
        chunks = self._chunks("root")
        while True:
            for match, rules, lone in chunks:
                found = match(text, position)
                if found is None:
                    continue
                rule = rules[found.lastindex] if rules else lone  # type: ignore[index]
                action = rule[1]
                position = found.end()
                if type(action) is _TokenType:
                    yield found.start(), action, found[0]
                elif action is not None:
                    yield from action(self._lexer, rule[0](text, found.start()) if rules else found)
                if rule[2] is not None:
                    _change(stack, rule[2])
                    chunks = self._chunks(stack[-1])
                break
            else:
                if position >= end:
                    return
                if text[position] == "\n":
                    stack = ["root"]
                    chunks = self._chunks("root")
                    yield position, Whitespace, "\n"
                else:
                    yield position, Error, text[position]
                position += 1


def _change(stack: list[str], new: Any) -> None:  # noqa: ANN401 - as Pygments has it: a name, a number, or several
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


def _merge(rules: list[_Rule], flags: int) -> list[_Chunk]:
    """Merge neighbouring rules, in their order."""
    chunks: list[_Chunk] = []
    run: list[_Rule] = []
    for rule in rules:
        if _ALONE.search(_pattern(rule).pattern):
            _add_run(chunks, run, flags)
            chunks.append(_Chunk(rule[0], {}, rule))
        else:
            run.append(rule)
    _add_run(chunks, run, flags)
    return chunks


def _add_run(chunks: list[_Chunk], run: list[_Rule], flags: int) -> None:
    if len(run) > 1:
        groups: dict[int, _Rule] = {}
        number = 1
        for rule in run:
            groups[number] = rule
            number += 1 + _pattern(rule).groups
        end = "\n)" if flags & re.VERBOSE else ")"  # a verbose expression may end in a comment
        joined = "|".join(f"({_pattern(rule).pattern}{end}" for rule in run)
        chunks.append(_Chunk(re.compile(joined, flags).match, groups, run[0]))
    else:
        chunks.extend(_Chunk(rule[0], {}, rule) for rule in run)
    run.clear()


def _pattern(rule: _Rule) -> re.Pattern[str]:
    pattern: re.Pattern[str] = rule[0].__self__  # type: ignore[attr-defined]
    return pattern
