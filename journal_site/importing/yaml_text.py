"""Texts, dates and numbers as YAML that every YAML reader takes for what was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

_PLAIN = re.compile(r"[^\W\d_][\w .,()/’+-]*(?<![ ])")
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What JSON leaves as it is, and YAML takes for a line's end or does not take at all."""
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"})


def scalar(text: str) -> str:
    """Return a text as YAML: plain where every YAML reader takes it for a text, else in double quotes."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    return _ODD.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def texts(values: Sequence[str]) -> str:
    """Return a list of texts on one line."""
    return f"[{', '.join(quoted(value) if ',' in value else scalar(value) for value in values)}]"


def days(values: Sequence[int]) -> str:
    """Return one day's number, or all of them."""
    return str(values[0]) if len(values) == 1 else f"[{', '.join(map(str, values))}]"


def dates(values: Sequence[dt.date]) -> str:
    """Return one date, or all of them."""
    return values[0].isoformat() if len(values) == 1 else f"[{', '.join(date.isoformat() for date in values)}]"


def plain(value: object) -> str:
    """Return what front matter held for templates (texts, numbers, yes and no, lists, tables) on one line."""
    return scalar(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
