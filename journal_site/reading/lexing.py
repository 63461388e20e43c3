"""Pygments' regex lexers, trying at each sign only the expressions that can begin with it: a third of the time.

Pygments tries the expressions of a state one after another, some eighteen for each token. Which of them can begin with
a sign is told by `first_signs` once for each state, and noted when the sign is first met there. That costs some
milliseconds for a language, so it is done only for one that a journal uses more than a few times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Whitespace, _TokenType

from journal_site.reading.first_signs import first_signs

if TYPE_CHECKING:
    import re

_WORTH_SORTING = 8
"""Blocks of one language that a process has seen before its expressions are sorted by their first signs."""

_Token = tuple[int, _TokenType, str]
_Match = Callable[..., "re.Match[str] | None"]
_Rule = tuple[_Match, Any, Any]
"""Pygments' own: an expression's `match`, a token type or callback, and the next state."""


class _State(dict[str, list[_Rule]]):
    """A state's rules by the sign that a token begins with, in their order; at the text's end the sign is empty."""

    def __init__(self, rules: list[_Rule]) -> None:
        super().__init__()
        self._rules = rules
        self._signs = [first_signs(rule[0].__self__) for rule in rules]  # type: ignore[attr-defined]

    def __missing__(self, sign: str) -> list[_Rule]:
        rules = self._rules
        if sign and sign.isascii():
            bit = 1 << ord(sign)
            rules = [rule for signs, rule in zip(self._signs, rules, strict=True) if signs & bit]
        self[sign] = rules
        return rules


class QuickLexer:
    """Runs one Pygments lexer."""

    def __init__(self, lexer: Lexer) -> None:
        """Take a lexer as it is; sorting waits until it has been used."""
        self._lexer = lexer
        self._seen = 0
        self._states: dict[str, _State] = {}
        self._plain = type(lexer).get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed

    def tokens(self, code: str) -> Iterator[_Token]:
        """Yield what `get_tokens_unprocessed` of the lexer itself would."""
        self._seen += 1
        if self._plain and self._seen > _WORTH_SORTING:
            return self._run(code)
        tokens: Iterator[_Token] = self._lexer.get_tokens_unprocessed(code)
        return tokens

    def _state(self, name: str) -> _State:
        state = self._states.get(name)
        if state is None:
            lexer: Any = self._lexer
            state = self._states[name] = _State(lexer._tokens[name])  # noqa: SLF001 - as compiled
        return state

    def _run(self, text: str) -> Iterator[_Token]:
        """Yield tokens; the loop is that of Pygments, with a state's rules by the next sign."""
        position = 0
        stack = ["root"]
        rules = self._state("root")
        while True:
            for match, action, new in rules[text[position : position + 1]]:
                found = match(text, position)
                if found is None:
                    continue
                if type(action) is _TokenType:
                    yield position, action, found[0]
                elif action is not None:
                    yield from action(self._lexer, found)
                position = found.end()
                if new is not None:
                    _change(stack, new)
                    rules = self._state(stack[-1])
                break
            else:
                if position >= len(text):
                    return
                if text[position] == "\n":
                    stack = ["root"]
                    rules = self._state("root")
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
