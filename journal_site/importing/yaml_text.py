"""Texts, dates and numbers as YAML that every YAML reader takes for what was meant."""

from __future__ import annotations

import datetime as dt
import json

from journal_site.expressions import expression

_PLAIN = expression(r"[^\W\d_][\w .,()/’+-]*(?<![ ])")
_ODD = expression("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What JSON leaves as it is, and YAML takes for a line's end or does not take at all."""
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"})


def scalar(text: str) -> str:
    """Return a text as YAML: plain where every YAML reader takes it for a text, else in double quotes."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED else quoted(text)


def quoted(value: object) -> str:
    """Return a text in double quotes; of other values, what JSON and YAML both write, on one line."""
    return _ODD.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False, default=str))


def written(value: object) -> str:
    """Return what a field or an unknown key holds, on one line: of many days or dates a list, of one itself."""
    if isinstance(value, tuple):
        if len(value) == 1 and not isinstance(value[0], str):
            return written(value[0])
        parts = [quoted(one) if isinstance(one, str) and "," in one else written(one) for one in value]
        return f"[{', '.join(parts)}]"
    if isinstance(value, dt.date):
        return value.isoformat()
    return scalar(value) if isinstance(value, str) else quoted(value)
