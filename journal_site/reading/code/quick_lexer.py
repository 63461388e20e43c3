"""Pygments' regex lexers, trying at each sign only the expressions that can begin with it: a third of the time.

Pygments tries the expressions of a state one after another, some eighteen for each token. Which of them can begin with
a sign is told by `first_signs` once for each state, and noted when the sign is first met there. That costs some
milliseconds for a language, so it is done only for one that a journal uses more than a few times.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pygments.lexer import Lexer, RegexLexer

from journal_site.reading.code.bounded_lexers import LexedToken, LexerRule, begin, run
from journal_site.reading.code.first_characters import first_signs

_WORTH_SORTING = 8
"""Blocks of one language that a process has seen before its expressions are sorted by their first signs."""


class _State(dict[str, list[LexerRule]]):
    """A state's rules by the sign that a token begins with, in their order; at the text's end the sign is empty."""

    def __init__(self, rules: list[LexerRule]) -> None:
        super().__init__()
        self._rules = rules
        self._signs = [first_signs(rule[0].__self__) for rule in rules]  # type: ignore[attr-defined]

    def __missing__(self, sign: str) -> list[LexerRule]:
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

    def tokens(self, code: str) -> Iterator[LexedToken]:
        """Yield what `get_tokens_unprocessed` of the lexer itself would. Raises bounded.NoEndError."""
        begin(code)
        self._seen += 1
        if self._plain and self._seen > _WORTH_SORTING:
            return run(self._lexer, code, ("root",), self._state)
        tokens: Iterator[LexedToken] = self._lexer.get_tokens_unprocessed(code)
        return tokens

    def _state(self, name: str) -> _State:
        state = self._states.get(name)
        if state is None:
            lexer: Any = self._lexer
            state = self._states[name] = _State(lexer._tokens[name])  # noqa: SLF001 - as compiled
        return state
